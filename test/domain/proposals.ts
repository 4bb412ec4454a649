// Acts at random, each of which suits the database as it is when its turn comes.
import * as fc from 'fast-check';
import {apply} from '../../source/domain/apply.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import {commit} from '../../source/domain/commit.ts';
import {
	actionStatuses,
	rollMarks,
	confidences,
	criterionResults,
	type Database,
	type Entry,
	interestKinds,
	itemKinds,
	noticeKinds,
	projectStatuses,
} from '../../source/domain/schema/index.ts';
import {accepted, act, contextAt, makeDatabase} from '../helpers/database.ts';

/** A database with keys that no schema knows, and two meetings that one board cannot have open at once. */
export function start(): Database {
	const database = makeDatabase();
	const [, , third] = database.projects;
	Object.assign(third!, {councilCode: 'X9', links: [{to: 'a'}, {to: 'b'}]});
	Object.assign(database.meetings[1]!, {webcast: {url: 'none'}});
	database.meetings[1]!.attendance = [
		{person: 'reed', status: 'present'},
		{person: 'jones', status: 'present'},
	];
	database.meetings.push({
		...structuredClone(database.meetings[1]!),
		id: 'M-3',
		title: 'Extra meeting',
		agenda: [{id: 'I-90', kind: 'business', title: 'All'}],
	});
	return accepted(database, {kind: 'database/adopt'}).database;
}

/** Random numbers and a text, out of which a change is made that suits the database as it is then. */
const seedArbitrary = fc.record({
	kind: fc.nat(99),
	a: fc.nat(99),
	b: fc.nat(99),
	text: fc.string({unit: 'grapheme', maxLength: 8}).map((text) => `${text}.`),
});
export type Seed = typeof seedArbitrary extends fc.Arbitrary<infer Value> ? Value : never;

const pick = <Element>(list: readonly Element[], number: number): Element =>
	list[number % list.length]!;

const proposals: ((database: Database, seed: Seed) => Change)[] = [
	(database, {a, b, text}) => {
		const {id, status, confidence} = pick(database.projects, a);
		return {
			kind: 'project/status',
			id,
			from: status,
			to: pick(projectStatuses, b),
			confidence: b % 2 ? {from: confidence, to: pick([...confidences, undefined], a)} : undefined,
			note: b % 3 ? text : undefined,
		};
	},
	(database, {a, text}) => ({
		kind: 'project/update',
		id: pick(database.projects, a).id,
		note: text,
	}),
	(database, {a, b, text}) => {
		const project = pick(database.projects, a);
		const days = ['2027-01-31', undefined, '2027-02-28'];
		return {
			kind: 'project/edit',
			id: project.id,
			fields: pick(
				[
					{
						summary: {from: project.summary, to: b % 2 ? text : ''},
						title: {from: project.title, to: text},
					},
					{owner: {from: project.owner, to: text}, due: {from: project.due, to: pick(days, b)}},
					{criteria: {from: project.criteria, to: {aligned: pick(criterionResults, b)}}},
					{dependsOn: {from: project.dependsOn, to: b % 5 ? ['P1-01', 'P1-03'] : undefined}},
					{priority: {from: project.priority, to: pick(['P1', 'P2'], b)}},
					{money: {from: project.money, to: {approved: {amount: b}}}},
				],
				b,
			),
		};
	},
	({meetings}, {a, b, text}) => ({
		kind: 'agenda/add',
		meeting: pick(meetings.slice(1), a).id,
		itemKind: pick(itemKinds, b),
		title: text,
		about: b % 2 ? {project: 'P1-02'} : undefined,
		at: b % 3 ? b % 6 : undefined,
	}),
	({meetings}, {a, b, text}) => {
		const {id, agenda} = pick(meetings.slice(1), a);
		const item = agenda.length ? pick(agenda, b) : undefined;
		return {
			kind: 'agenda/edit',
			meeting: id,
			item: item?.id ?? 'I-0',
			fields: {
				title: {from: item?.title, to: text},
				minutes: {from: item?.minutes, to: b % 2 ? b : undefined},
			},
		};
	},
	({meetings}, {a, b}) => {
		const {id, agenda} = pick(meetings.slice(1), a);
		return {kind: 'agenda/remove', meeting: id, item: agenda.length ? pick(agenda, b).id : 'I-0'};
	},
	({meetings}, {a, b}) => {
		const {id, agenda} = pick(meetings.slice(1), a);
		const from = agenda.map((item) => item.id);
		const cut = from.length ? b % from.length : 0;
		return {
			kind: 'agenda/order',
			meeting: id,
			from,
			to: [...from.slice(cut), ...from.slice(0, cut)],
		};
	},
	({meetings}, {a, b, text}) => {
		const {id, agenda} = pick(meetings, a);
		const item = agenda.length ? pick(agenda, b) : undefined;
		return {
			kind: 'agenda/note',
			meeting: id,
			item: item?.id ?? 'I-0',
			from: item?.notes,
			to: b % 4 ? text : undefined,
		};
	},
	({meetings}, {a, b}) => {
		const sitting = meetings.find(({status}) => status !== 'planned' && status !== 'closed');
		const {id, status, currentItem, agenda} = (a % 3 && sitting) || pick(meetings.slice(1), a);
		if (status === 'planned') return {kind: 'meeting/open', id};
		if (status === 'adjourned') return {kind: 'meeting/resume', id};
		if (b % 3 === 0 || agenda.length === 0) return {kind: 'meeting/adjourn', id};
		return {kind: 'meeting/move', id, from: currentItem, to: pick(agenda, b).id};
	},
	({meetings, people}, {a, b}) => {
		const {id, attendance} = pick(meetings, b);
		const person = pick(people, a).id;
		const to = pick([...rollMarks, undefined], b);
		return {
			kind: 'attendance/set',
			meeting: id,
			person,
			from: attendance.find((each) => each.person === person)?.status,
			to,
			for: to === 'substitute' && person !== 'reed' ? 'reed' : undefined,
		};
	},
	(_database, {a, b, text}) => ({
		kind: 'action/add',
		text,
		owner: a % 2 ? 'reed' : '',
		due: b % 2 ? '2027-01-31' : undefined,
		project: 'P1-02',
	}),
	({actions}, {a, b, text}) => {
		const {id, due, note} = pick(actions, a);
		return {
			kind: 'action/edit',
			id,
			fields: b % 2 ? {note: {from: note, to: text}} : {due: {from: due, to: '2027-03-01'}},
		};
	},
	({actions}, {a, b}) => {
		const {id, status} = pick(actions, a);
		return {kind: 'action/status', id, from: status, to: pick(actionStatuses, b)};
	},
	({boards}, {a, b, text}) => ({
		kind: 'meeting/add',
		board: pick(boards, a).id,
		title: text,
		startsAt: b % 2 ? '2027-01-11T14:00' : undefined,
		agenda: b % 3 ? [{itemKind: pick(itemKinds, b), title: text}] : [],
	}),
	({meetings}, {a, b, text}) => {
		const {id, title, venue} = pick(meetings.slice(1), a);
		return {
			kind: 'meeting/edit',
			id,
			fields: b % 2 ? {title: {from: title, to: text}} : {venue: {from: venue, to: text}},
		};
	},
	({meetings}, {a}) => ({
		kind: 'meeting/publish',
		id: pick(meetings.slice(1), a).id,
		on: '2026-11-16',
	}),
	({meetings}, {a, b, text}) => {
		const {id, agenda} = pick(meetings.slice(1), a);
		const item = agenda.length ? pick(agenda, b) : undefined;
		const place = {meeting: id, item: item?.id ?? 'I-0'};
		const presiding = b % 2 ? 'reed' : undefined;
		if (a % 3 === 0) return {kind: 'agenda/en-bloc', ...place, to: !item?.enBloc};
		if (a % 3 === 1)
			return {kind: 'agenda/preside', ...place, from: item?.presiding, to: presiding};
		const to = b % 3 ? {paragraphs: [1 + (b % 7)], title: text} : undefined;
		return {kind: 'agenda/exempt', ...place, from: item?.exempt, to};
	},
	({meetings, people}, {a, b}) => {
		const open = meetings.find(({status}) => status === 'open');
		const {id, attendance} = open ?? pick(meetings.slice(1), b);
		const there = attendance.map(({person}) => person);
		const person = b % 2 || there.length === 0 ? pick(people, a).id : pick(there, a);
		return b % 2
			? {kind: 'attendance/arrive', meeting: id, person}
			: {kind: 'attendance/leave', meeting: id, person};
	},
	({meetings}, {a, b, text}) => {
		// The first one's roll was taken.
		const {id, agenda, attendance, declarations = []} = pick(meetings.slice(0, 2), a);
		if (declarations.length === 0 || b % 3 === 0) {
			return {
				kind: 'declaration/add',
				meeting: id,
				item: agenda.length ? pick(agenda, b).id : 'I-0',
				person: attendance.length ? pick(attendance, b).person : 'reed',
				interest: pick(interestKinds, b),
				withdrew: b % 2 === 0,
				nature: text,
			};
		}
		const held = pick(declarations, b);
		return b % 3 === 1
			? {kind: 'declaration/remove', meeting: id, id: held.id}
			: {
					kind: 'declaration/edit',
					meeting: id,
					id: held.id,
					fields: {
						nature: {from: held.nature, to: text},
						withdrew: {from: held.withdrew, to: true},
					},
				};
	},
	({notices, meetings}, {a, b, text}) => {
		if (notices.length === 0 || b % 3 === 0) {
			return {
				kind: 'notice/add',
				noticeKind: pick(noticeKinds, a),
				title: text,
				board: 'B-2',
				// Those that are there from the start: an undo may take others away.
				meeting: b % 2 ? pick(meetings.slice(0, 3), a).id : undefined,
				documents: [text],
			};
		}
		const notice = pick(notices, a);
		return b % 3 === 1
			? {kind: 'notice/withdraw', id: notice.id}
			: {
					kind: 'notice/edit',
					id: notice.id,
					fields: {
						reasons: {from: notice.reasons, to: text},
						decisionOn: {from: notice.decisionOn, to: '2027-01-11'},
					},
				};
	},
	({strategies}, {b, text}) => ({
		kind: 'strategy/conclude',
		id: 'S-1',
		from: strategies[0]?.conclusion,
		to: b % 4 ? text : undefined,
	}),
];

/** Acts of one to three changes, each change made for the database as the ones before it left it. */
export function perform(database: Database, acts: Seed[][]): {database: Database; done: Entry[]} {
	const done: Entry[] = [];
	let current = database;
	for (const [minute, seeds] of acts.entries()) {
		const context = contextAt(`11:${String(minute % 60).padStart(2, '0')}`);
		const changes: Change[] = [];
		let ahead = current;
		for (const seed of seeds) {
			const change = pick(proposals, seed.kind)(ahead, seed);
			const tried = apply(ahead, act(change), context);
			if (!tried.ok) continue;
			ahead = tried.database;
			changes.push(change);
		}
		const outcome = commit(current, act(...changes), context);
		if (!outcome.ok) continue;
		done.push(outcome.entry);
		current = outcome.database;
	}
	return {database: current, done};
}

export const actsArbitrary = fc.array(fc.array(seedArbitrary, {minLength: 1, maxLength: 3}), {
	minLength: 1,
	maxLength: 16,
});
