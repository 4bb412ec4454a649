// Meetings with private words in them, each of them marked: one that has all that can be private, and meetings
// played at random.
import * as fc from 'fast-check';
import {z} from 'zod';
import type {Change} from '../../source/domain/changes/index.ts';
import {lastRedoable, lastUndoable} from '../../source/domain/changes/undo.ts';
import {commit} from '../../source/domain/commit.ts';
import {find} from '../../source/domain/log/patch.ts';
import {waitingIn} from '../../source/domain/queries/public/marked.ts';
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';
import {textSchema} from '../../source/domain/schema/common.ts';
import {accepted, act, after, contextAt, makeDatabase, present} from './database.ts';

/** What every private word begins with: letters alone, so that no format writes it otherwise. */
export const sign = 'Qzprivate';
const markOf = (number: number): string => `${sign}${String(number).padStart(4, '0')}`;

/** Fields in which nothing private can stand: what the public is told instead, and what is printed. */
const told = /(^|\/)(exempt|seals)(\/|$)/;

/**
 * Puts a mark into every text that the schema has for a record and the lists in it, whether or not it was there; and
 * one under a name that no schema knows. Gives back the names of the fields that got one.
 */
function markAll(value: unknown, schema: unknown, way: string, next: () => string): string[] {
	const whole = bare(schema);
	if (told.test(way)) return [];
	if (whole instanceof z.ZodArray) {
		return (value as unknown[]).flatMap((one) => markAll(one, whole.element, way, next));
	}
	if (!(whole instanceof z.ZodObject)) return [];
	const record = value as Record<string, unknown>;
	record['councilsOwn'] = next();
	return Object.entries(whole.shape).flatMap(([name, inner]) => {
		const place = `${way}/${name}`;
		const of = bare(inner);
		if (of === textSchema) {
			record[name] = next();
			return [place];
		}
		if (of instanceof z.ZodArray && bare(of.element) === textSchema) {
			record[name] = [next()];
			return [place];
		}
		return record[name] === undefined ? [] : markAll(record[name], inner, place, next);
	});
}

const exempt = {paragraphs: [3], title: 'A contract', summary: 'Terms of a supplier.'};
const at = '2026-11-22T09:50:00.000Z';

/** All that hangs on an exempt item, each list with one element in it, and a sensitive interest beside it. */
function everything(): Database {
	const database = makeDatabase();
	const [, meeting] = database.meetings;
	Object.assign(meeting!, {
		status: 'closed',
		openedAt: '2026-11-22T09:30:00.000Z',
		closedAt: '2026-11-22T10:30:00.000Z',
		attendance: ['reed', 'smith', 'jones'].map((person) => ({person, status: 'present'})),
		declarations: [
			{id: 'DI-1', person: 'jones', item: 'I-4', kind: 'dpi', withdrew: true},
			{id: 'DI-2', person: 'smith', item: 'I-3', kind: 'dpi', sensitive: true},
		],
		minutes: {
			status: 'approved',
			approvedBy: 'M-2',
			approvedAt: at,
			corrections: [{id: 'C-1', at, by: 'Sam Clerk', item: 'I-4', reason: 'x'}],
		},
	});
	Object.assign(meeting!.agenda[2]!, {exempt, startedAt: at, endedAt: at});
	Object.assign(database.reports[0]!, {
		exempt,
		implications: [{heading: 'x', text: 'x'}],
		private: {},
	});
	database.decisions.push({
		id: 'D-2',
		meeting: 'M-2',
		item: 'I-4',
		board: 'B-1',
		status: 'recorded',
		date: '2026-11-22',
		title: 'x',
		resolution: 'x',
		outcome: 'approved',
		publishedOn: '2026-11-22',
		amendments: [{id: 'a1', text: 'x', fate: 'carried', mover: 'reed'}],
		callIn: {on: '2026-11-23', by: 'x', ended: {on: '2026-11-24', how: 'released'}},
		corrections: [{id: 'C-2', at, by: 'Sam Clerk', reason: 'x'}],
		retraction: {at, by: 'Sam Clerk', reason: 'x'},
		clauses: [{id: 'L-1', text: 'x', clauses: [{id: 'L-1', text: 'x'}]}],
		needs: {share: 'two-thirds'},
		candidates: [{id: 'K-1', votes: 3}],
		asked: {from: '2026-11-20', to: '2026-11-21', how: 'x'},
		consulted: [{id: 'CO-1', name: 'x'}],
		delegations: [{id: 'G-1', matter: 'x', to: 'x'}],
		under: {authority: 'x'},
		specialUrgency: {on: '2026-11-22'},
		callInWaived: {on: '2026-11-22'},
		marked: {since: at, why: 'x'},
		confirmed: [{id: 'F-1', at, by: 'Sam Clerk', reason: 'x'}],
	});
	database.actions.push({
		id: 'A-2',
		text: 'x',
		status: 'open',
		meeting: 'M-2',
		item: 'I-4',
		progress: [{id: 'PR-1', at, text: 'x'}],
		private: {},
	});
	return database;
}

/** Fields that are public although their record is not: who spoke for the record, by name. */
const open = new Set([
	'meetings/minutes/corrections/by',
	'decisions/corrections/by',
	'decisions/retraction/by',
]);

export type Canaries = {database: Database; marks: string[]; fields: string[]};

/** A database in which every text of every private record is a mark, as the schema has them: a new field is one by itself. */
export function canaries(): Canaries {
	const database = everything();
	const marks: string[] = [];
	const next = () => {
		marks.push(markOf(marks.length));
		return marks.at(-1)!;
	};
	const schemaOf = (way: string) =>
		way.split('/').reduce<unknown>((node, name) => partOf(bareList(node), name), databaseSchema);
	const mark = (record: object, way: string): string[] => {
		const before = structuredClone(record) as Record<string, unknown>;
		const fields = markAll(record, bareList(schemaOf(way)), way, next);
		for (const field of fields.filter((one) => open.has(one))) {
			putBack(record as Record<string, unknown>, before, field.slice(way.length + 1).split('/'));
		}
		return fields.filter((field) => !open.has(field));
	};
	const [, meeting] = database.meetings;
	const fields = [
		...mark(meeting!.agenda[2]!, 'meetings/agenda'),
		...meeting!.declarations!.flatMap((one, index) => {
			const marked = mark(one, 'meetings/declarations');
			return index === 0 ? marked : [];
		}),
		...mark(meeting!.minutes!.corrections![0]!, 'meetings/minutes/corrections'),
		...mark(database.reports[0]!, 'reports'),
		...mark(database.decisions[1]!, 'decisions'),
		...mark(database.actions[1]!, 'actions'),
	];
	for (const [index, holder] of [...database.people, ...database.boards].entries()) {
		Object.assign(holder, {note: next()});
		if (index === 0) fields.push('people/note', 'boards/note');
	}
	// And under names that no schema knows, everywhere else.
	for (const record of [
		database,
		database.rules,
		database.organisation,
		database.projects[0]!,
		database.projects[0]!.updates[0]!,
		database.strategies[0]!,
		database.meetings[0]!,
		database.decisions[0]!,
	]) {
		Object.assign(record, {councilsOwn: {deep: [next()]}});
	}
	Object.assign(database.rules, {roles: {[`${sign}login`]: 'secretary', '%clerks': 'secretary'}});
	plantUnreleased(database, next, (record, way) =>
		markAll(record, bareList(schemaOf(way)), way, next),
	);
	const whole = JSON.stringify(database);
	return {database, marks: marks.filter((one) => whole.includes(one)), fields};
}

/** By zod itself, so that the program's own table of the schema is held against it. */
const bare = (schema: unknown): unknown =>
	schema instanceof z.ZodOptional ? bare(schema.unwrap()) : schema;
const partOf = (schema: unknown, part: string): unknown => {
	const whole = bare(schema);
	return whole instanceof z.ZodObject ? whole.shape[part] : undefined;
};

/**
 * Records of every kind that wait to be released, each text and each id of them a mark, and a project that cannot be
 * without one; whatever can cite them does, so that a citation that is told shows too.
 */
function plantUnreleased(
	database: Database,
	next: () => string,
	mark: (record: object, way: string) => unknown,
): void {
	const id = Object.fromEntries(
		['strategy', 'priority', 'project', 'inside', 'request', 'report', 'action', 'part'].map(
			(name) => [name, next()] as const,
		),
	) as Record<string, string>;
	const updates = [{id: id['part']!, at, by: 'x', note: 'x'}];
	const statement = {id: id['part']!, text: 'x'};
	const why = {meeting: 'M-2', item: 'I-4'};
	database.strategies.push({
		id: id['strategy']!,
		title: 'x',
		status: 'draft',
		period: {from: '2030', to: '2031'},
		objectives: [statement],
		criteria: [{id: id['part']!, title: 'x', text: 'x'}],
		principles: [statement],
		domains: [{id: id['part']!, title: 'x'}],
		priorities: [{id: id['priority']!, rank: 1, title: 'x', aims: [statement], updates}],
		updates,
		private: why,
	});
	const project = {
		title: 'x',
		status: 'blocked',
		due: '2026-12-01',
		updates,
		milestones: [{id: id['part']!, title: 'x'}],
	} as const;
	const {projects, requests, reports, actions, decisions, notices} = database;
	projects.push(
		{...structuredClone(project), id: id['project']!, priority: 'P1', private: why} as never,
		{...structuredClone(project), id: id['inside']!, priority: id['priority']!} as never,
	);
	requests.push({
		id: id['request']!,
		project: 'P1-01',
		field: 'due',
		reason: 'x',
		askedBy: 'x',
		askedOn: '2026-11-01',
		fate: 'asked',
		private: {why: 'x'},
	});
	reports.push({
		id: id['report']!,
		title: 'x',
		board: 'B-1',
		key: true,
		publishedOn: '2026-11-01',
		recommendations: [],
		private: {why: 'x'},
	});
	actions.push({id: id['action']!, text: 'x', status: 'open', due: '2026-11-01', private: why});
	mark(database.strategies.at(-1)!, 'strategies');
	for (const one of projects.slice(-2)) mark(one, 'projects');
	mark(requests.at(-1)!, 'requests');
	mark(reports.at(-1)!, 'reports');
	mark(actions.at(-1)!, 'actions');
	database.counters[id['priority']!] = 7;
	const both = [id['project']!, id['inside']!];
	Object.assign(projects[0]!, {
		dependsOn: both,
		carriesOn: id['inside'],
		objectives: ['O1', id['part']],
	});
	Object.assign(decisions[0]!, {projects: both, priorities: [id['priority']]});
	Object.assign(actions[0]!, {project: id['project']});
	database.strategies[0]!.follows = id['strategy'];
	const [open, , , last] = database.meetings[1]!.agenda;
	Object.assign(open!, {about: {project: id['project'], strategy: id['strategy']}});
	// An item on such a report tells of it by its title.
	Object.assign(last!, {title: next(), notes: next(), about: {report: id['report']}});
	notices.push({
		id: 'N-1',
		kind: 'key-decision',
		title: 'A matter',
		board: 'B-1',
		report: id['report'],
		publishedOn: '2026-11-01',
	});
}

const bareList = (schema: unknown): unknown => {
	const whole = bare(schema);
	return whole instanceof z.ZodArray ? bare(whole.element) : whole;
};

function putBack(
	record: Record<string, unknown>,
	before: Record<string, unknown>,
	[step = '', ...rest]: string[],
): void {
	if (rest.length === 0) record[step] = before[step];
	else {
		const [into, from] = [record[step], before[step]].map((one) =>
			Array.isArray(one) ? one[0] : one,
		);
		putBack(into as Record<string, unknown>, from as Record<string, unknown>, rest);
	}
}

const moves = [
	'note',
	'title',
	'decide',
	'amended',
	'correct',
	'retract',
	'loose decision',
	'action',
	'loose action',
	'edit action',
	'status',
	'comment',
	'supplier',
	'project title',
	'declare',
	'redeclare',
	'sensitive',
	'withdraw',
	'undo',
	'redo',
	'item',
	'take off',
	'redact',
	'person',
	'project',
	'strategy',
	'report',
	'release',
	'notice',
	'key reason',
	'open note',
	'open comment',
	'publish',
] as const;

/** What somebody does next: privately or not, on which of several. */
export type Move = {kind: (typeof moves)[number]; pick: number; isPrivate: boolean};

export const moveArbitrary: fc.Arbitrary<Move> = fc.record({
	kind: fc.constantFrom(...moves),
	pick: fc.nat(9),
	isPrivate: fc.boolean(),
});

/** The meeting opened, its third item and the report behind it exempt, everybody there. */
export function ready(): Database {
	const database = makeDatabase();
	Object.assign(database.reports[0]!, {exempt});
	const [, meeting] = database.meetings;
	meeting!.agenda.push({id: 'I-6', kind: 'business', title: 'Any last matter'});
	database.counters['I'] = 6;
	return accepted(
		after(database, {kind: 'meeting/open', id: 'M-2'}),
		present(['reed', 'smith', 'jones', 'davies']),
	).database;
}

/**
 * A meeting played from moves. Every private word is a mark; what is said in public at an open item is not, but for
 * interests, which are all made sensitive before the end.
 */
export function play(list: readonly Move[]): {database: Database; marks: number} {
	let database = ready();
	let marks = 0;
	let minute = 0;
	const attempt = (...changes: Change[]): boolean => {
		const time = `${String(10 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
		const outcome = commit(database, act(...changes), contextAt(time));
		if (outcome.ok) database = outcome.database;
		return outcome.ok;
	};
	for (const move of list) {
		minute++;
		const item = move.isPrivate ? 'I-4' : 'I-3';
		const current = database.meetings[1]?.currentItem;
		if (current !== item) attempt({kind: 'meeting/move', id: 'M-2', from: current, to: item});
		const mark = markOf(marks);
		const changes = changesOf(database, move, item, mark);
		if (attempt(...changes) && JSON.stringify(changes).includes(mark)) marks++;
	}
	for (const {id, nature, sensitive} of database.meetings[1]?.declarations ?? []) {
		if (sensitive || nature === undefined) continue;
		attempt({
			kind: 'declaration/edit',
			meeting: 'M-2',
			id,
			fields: {sensitive: {to: true}, nature: {from: nature}},
		});
	}
	attempt({kind: 'meeting/close', id: 'M-2'});
	attempt({kind: 'minutes/issue', meeting: 'M-2'});
	return {database, marks};
}

function changesOf(
	database: Database,
	{kind, pick, isPrivate}: Move,
	item: string,
	mark: string,
): Change[] {
	const meeting = 'M-2';
	// At an open item only what is private wherever it is said is marked.
	const word = isPrivate ? mark : `Open ${pick}`;
	const held = database.meetings[1]!;
	const subject = held.agenda.find(({id}) => id === item);
	const decisions = database.decisions.filter(
		(one) => one.item === item && one.meeting === meeting,
	);
	const decision = decisions[pick % Math.max(decisions.length, 1)];
	const action = database.actions[pick % database.actions.length]!;
	const project = database.projects[pick % database.projects.length]!;
	const declared = held.declarations?.[pick % Math.max(held.declarations.length, 1)];
	const session = contextAt().session;
	const record = {title: word, resolution: word, outcome: 'approved', reasons: word} as const;
	switch (kind) {
		case 'note':
			return [{kind: 'agenda/note', meeting, item, from: subject?.notes, to: word}];
		case 'title':
			return [
				{kind: 'agenda/edit', meeting, item, fields: {title: {from: subject?.title, to: word}}},
			];
		case 'decide':
			return [
				{kind: 'decision/record', meeting, item, ...record, alternatives: word, reference: word},
				{kind: 'action/add', text: word, meeting, item},
				{kind: 'project/status', id: project.id, from: project.status, to: 'on-hold', note: word},
			];
		case 'amended':
			return [
				{
					kind: 'decision/record',
					meeting,
					item,
					...record,
					mover: 'reed',
					callInWaived: {why: word},
					amendments: [{text: word, mover: 'smith', fate: 'accepted'}],
				},
			];
		case 'correct':
			return [
				{
					kind: 'decision/correct',
					id: decision?.id ?? 'D-0',
					reason: word,
					fields: {reasons: {from: decision?.reasons, to: `${word} anew`}},
				},
			];
		case 'retract':
			return [{kind: 'decision/retract', id: decision?.id ?? 'D-0', reason: word}];
		case 'loose decision':
			return [{kind: 'decision/record', meeting, ...record}];
		case 'action':
			return [{kind: 'action/add', text: word, meeting, item, owner: word}];
		case 'loose action':
			return [{kind: 'action/add', text: word, owner: 'smith'}];
		case 'edit action':
			return [{kind: 'action/edit', id: action.id, fields: {note: {from: action.note, to: word}}}];
		case 'status':
			return [
				{
					kind: 'project/status',
					id: project.id,
					from: project.status,
					to: pick % 2 ? 'delivered' : 'blocked',
					note: word,
				},
			];
		case 'comment':
			return [{kind: 'project/update', id: project.id, note: word}];
		case 'supplier':
			return [
				{
					kind: 'project/edit',
					id: project.id,
					fields: {
						supplier: {from: project.supplier, to: word},
						summary: {from: project.summary, to: word},
					},
				},
			];
		case 'project title':
			return [
				{kind: 'project/edit', id: project.id, fields: {title: {from: project.title, to: word}}},
			];
		case 'declare':
			return [
				{
					kind: 'declaration/add',
					meeting,
					item,
					person: ['reed', 'smith', 'jones', 'davies'][pick % 4]!,
					interest: 'dpi',
					nature: mark,
					dispensation: mark,
				},
			];
		case 'redeclare':
			return [
				{
					kind: 'declaration/edit',
					meeting,
					id: declared?.id ?? 'DI-0',
					fields: {nature: {from: declared?.nature, to: mark}},
				},
			];
		case 'sensitive':
			return [
				{
					kind: 'declaration/edit',
					meeting,
					id: declared?.id ?? 'DI-0',
					fields: {
						sensitive: {from: declared?.sensitive, to: true},
						nature: {from: declared?.nature},
					},
				},
			];
		case 'withdraw':
			// Only what was found to be sensitive goes: the nature of another was told to everybody.
			return declared?.sensitive ? [{kind: 'declaration/remove', meeting, id: declared.id}] : [];
		case 'undo':
		case 'redo': {
			const found = (kind === 'undo' ? lastUndoable : lastRedoable)(database, session);
			// An interest that nobody ever found to be sensitive was public.
			const changes = found?.changes ?? [];
			const isInterest = JSON.stringify([changes, found?.effects]).includes('declaration');
			return found && !isInterest ? [{kind: 'undo', revision: found.revision}] : [];
		}
		case 'item':
			return [
				{
					kind: 'agenda/add',
					meeting,
					itemKind: 'urgent',
					title: mark,
					urgency: mark,
					exempt: {paragraphs: [1], title: 'Another matter'},
				},
			];
		case 'take off': {
			const last = held.agenda.at(-1)!;
			return [{kind: 'agenda/remove', meeting, item: last.id}];
		}
		case 'redact': {
			const found = database.log.flatMap(
				({effects}) => JSON.stringify(effects ?? []).match(/Qzprivate\d{4}/g) ?? [],
			);
			const text = found[pick % Math.max(found.length, 1)];
			return text === undefined ? [] : [{kind: 'redact', text, reason: 'Asked for.'}];
		}
		case 'person':
			return [{kind: 'person/add', id: `p-${mark.slice(-4)}`, name: 'A Visitor', note: mark}];
		case 'project':
			return [
				{kind: 'project/add', title: word, summary: word, priority: 'P1', status: 'proposed'},
			];
		case 'strategy':
			return [
				{
					kind: 'strategy/add',
					title: word,
					period: {from: '2030', to: '2031'},
					priorities: [{id: isPrivate ? mark : `Z${mark.slice(-4)}`, title: word}],
				},
			];
		case 'release': {
			// Only what holds no mark is released: what was said openly of what waited is public then.
			const found = waitingIn(database).find(
				({path}) => !JSON.stringify(find(database, path)).includes(sign),
			);
			return found ? [{kind: 'record/release', record: found.path}] : [];
		}
		case 'report':
			return [
				{
					kind: 'report/add',
					title: word,
					recommendations: [word],
					...(isPrivate && pick % 2 ? {exempt} : {}),
				},
			];
		case 'notice':
			return [
				{
					kind: 'notice/add',
					noticeKind: 'key-decision',
					title: word,
					board: 'B-2',
					documents: [word],
				},
			];
		case 'key reason':
			return [
				{
					kind: 'report/edit',
					id: 'R-1',
					fields: {
						keyReason: {from: database.reports[0]?.keyReason, to: mark},
						reasons: {from: database.reports[0]?.reasons, to: mark},
						implications: {
							from: database.reports[0]?.implications,
							to: [{heading: mark, text: mark}],
						},
					},
				},
			];
		case 'open note':
			return [
				{
					kind: 'agenda/note',
					meeting,
					item: 'I-5',
					from: held.agenda.find(({id}) => id === 'I-5')?.notes,
					to: 'Openly',
				},
			];
		case 'open comment':
			return isPrivate ? [] : [{kind: 'project/update', id: project.id, note: 'Openly'}];
		case 'publish':
			return [{kind: 'decision/publish', id: decision?.id ?? 'D-0', on: '2026-11-22'}];
	}
}
