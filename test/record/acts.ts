// Meetings at random, as plain acts that can be played again without one of them.
import * as fc from 'fast-check';
import type {Change} from '../../source/domain/changes/index.ts';
import {commit} from '../../source/domain/commit.ts';
import {same} from '../../source/domain/equal.ts';
import type {Database, Effect, Entry, Meeting, Profile} from '../../source/domain/schema/index.ts';
import {act, contextAt} from '../helpers/database.ts';
import {makeCouncil} from '../helpers/council.ts';

/** A meeting that is played: under which law, and of which board. */
export type Stage = {profile: Profile; meeting: string};

export const stages: Stage[] = [
	{profile: 'england', meeting: 'M-3'},
	{profile: 'england', meeting: 'M-4'},
	{profile: 'plain', meeting: 'M-2'},
	{profile: 'us-open-meetings', meeting: 'M-3'},
	{profile: 'scotland', meeting: 'M-3'},
];

/** The council before any of its meetings; outside England and Scotland its boards are plain ones. */
export function before({profile}: Stage): Database {
	const database = makeCouncil();
	const isCouncil = profile === 'england' || profile === 'scotland';
	return {
		...database,
		rules: {...database.rules, profile},
		boards: database.boards.map((board) =>
			isCouncil || board.kind === 'individual'
				? board
				: {
						...board,
						kind: 'plain',
						minuteNumbers: 'PLA{146}/{yy}',
						rules: {...board.rules, betweenMeetings: true},
					},
		),
	};
}

const kinds = [
	'roll',
	'roll',
	'apologies',
	'arrive',
	'leave',
	'move',
	'move',
	'note',
	'asked',
	'declare',
	'redeclare',
	'undeclare',
	'decide',
	'decide',
	'exclude',
	'edit decision',
	'correct',
	'retract',
	'supersede',
	'delegate',
	'ballot',
	'under',
	'action',
	'edit action',
	'action done',
	'status',
	'comment',
	'owner',
	'preside',
	'preside item',
	'bloc',
	'exempt',
	'dispose',
	'urgent',
	'order',
	'take off',
	'title',
	'venue',
	'person',
	'adjourn',
	'resume',
	'public left',
	'readmit',
	'time',
	'publish decision',
	'close',
	'issue',
] as const;

/** What somebody does next, and two choices for whom and what. */
export type Move = {kind: (typeof kinds)[number]; pick: number; other: number};

export const anyMove: fc.Arbitrary<Move> = fc.record({
	kind: fc.constantFrom(...kinds),
	pick: fc.nat(11),
	other: fc.nat(11),
});

const of = <Item>(list: readonly Item[], pick: number): Item | undefined =>
	list[pick % Math.max(list.length, 1)];

/** The changes that a move comes to in a database; none where it makes no sense. */
function changesOf(
	database: Database,
	meeting: string,
	{kind, pick, other}: Move,
	count: number,
): Change[] {
	const held = database.meetings.find(({id}) => id === meeting) as Meeting;
	const board = database.boards.find(({id}) => id === held.board);
	const person = of(board?.members ?? [], pick)?.person ?? 'reed';
	const item = of(held.agenda, other);
	const current = held.currentItem ?? item?.id;
	const own = database.decisions.filter((one) => one.meeting === meeting);
	const decision = of(own, pick);
	const action = of(database.actions, pick);
	const project = of(database.projects, pick);
	const declared = of(held.declarations ?? [], pick);
	const word = `Word ${count}`;
	const mark = held.attendance.find((line) => line.person === person)?.status;
	const from =
		mark ?? (held.apologies?.some((one) => one.person === person) ? 'apologies' : undefined);
	const votes = {method: 'show-of-hands', for: 3, against: other % 3} as const;
	switch (kind) {
		case 'roll': {
			const to = (['present', 'present', 'absent', 'in-attendance'] as const)[other % 4];
			return [{kind: 'attendance/set', meeting, person, from, to}];
		}
		case 'apologies':
			return [{kind: 'attendance/set', meeting, person, from, to: 'apologies'}];
		case 'arrive':
			return [{kind: 'attendance/arrive', meeting, person}];
		case 'leave':
			return [{kind: 'attendance/leave', meeting, person}];
		case 'move':
			return item ? [{kind: 'meeting/move', id: meeting, from: held.currentItem, to: item.id}] : [];
		case 'note':
			return item
				? [{kind: 'agenda/note', meeting, item: item.id, from: item.notes, to: word}]
				: [];
		case 'asked':
			return [{kind: 'declaration/asked', meeting, none: (held.declarations ?? []).length === 0}];
		case 'declare':
			return item
				? [
						{
							kind: 'declaration/add',
							meeting,
							item: item.id,
							person,
							interest: (['dpi', 'ori', 'conflict'] as const)[pick % 3] ?? 'ori',
							nature: word,
							withdrew: other % 2 === 0,
						},
					]
				: [];
		case 'redeclare':
			return declared
				? [
						{
							kind: 'declaration/edit',
							meeting,
							id: declared.id,
							fields: {nature: {from: declared.nature, to: word}},
						},
					]
				: [];
		case 'undeclare':
			return declared ? [{kind: 'declaration/remove', meeting, id: declared.id}] : [];
		case 'decide':
			return [
				{
					kind: 'decision/record',
					meeting,
					item: current,
					title: `Matter ${count}`,
					resolution: `That ${word} be done.`,
					outcome: (['approved', 'approved', 'deferred', 'noted'] as const)[other % 4] ?? 'noted',
					...(other % 2 === 0 ? {reasons: word, alternatives: 'None.'} : {}),
					mover: person,
					seconder: of(board?.members ?? [], pick + 1)?.person,
					vote: {method: 'no-dissent'},
					projects: project && other % 3 === 0 ? [project.id] : undefined,
				},
			];
		case 'exclude': {
			const named = held.agenda.filter(({exempt}) => exempt);
			return named.length > 0
				? [
						{
							kind: 'decision/record',
							meeting,
							item: current,
							title: 'Exclusion',
							resolution: 'That the public leave.',
							outcome: 'approved',
							procedural: true,
							vote: votes,
							excludes: named.map(({id, exempt}) => ({
								item: id,
								basis: 'exempt' as const,
								paragraphs: exempt?.paragraphs ?? [],
							})),
						},
					]
				: [];
		}
		case 'edit decision':
			return decision
				? [
						{
							kind: 'decision/edit',
							id: decision.id,
							fields: {reasons: {from: decision.reasons, to: word}},
						},
					]
				: [];
		case 'correct':
			return decision
				? [
						{
							kind: 'decision/correct',
							id: decision.id,
							reason: 'It was misheard.',
							fields: {title: {from: decision.title, to: `Matter, ${word}`}},
						},
					]
				: [];
		case 'retract':
			return decision
				? [{kind: 'decision/retract', id: decision.id, reason: 'Recorded by mistake.'}]
				: [];
		case 'supersede':
			return decision
				? [
						{
							kind: 'decision/record',
							meeting,
							item: current,
							title: `Again ${count}`,
							resolution: `That ${word} be done instead.`,
							outcome: 'approved',
							vote: votes,
							mover: person,
							supersedes: decision.id,
						},
					]
				: [];
		case 'delegate':
			return [
				{
					kind: 'decision/record',
					meeting,
					item: current,
					title: `Power ${count}`,
					resolution: `That ${word} be delegated.`,
					outcome: 'approved',
					vote: votes,
					mover: person,
					consulted: [{name: `Adviser ${count}`, conflict: word}],
					delegations: [{matter: word, to: 'the treasurer', until: '2027-03-31'}],
					...(other % 2 === 0 ? {needs: {share: 'two-thirds'}} : {}),
				},
			];
		case 'ballot':
			return [
				{
					kind: 'decision/take',
					board: held.board,
					title: `Ballot ${count}`,
					resolution: `That ${word} be done.`,
					outcome: 'approved',
					asked: {from: '2026-11-20', to: '2026-11-21', how: 'by e-mail'},
					vote: {method: 'recorded', ballots: [{person, vote: 'for'}]},
				},
			];
		case 'under': {
			const given = own.find(({delegations}) => delegations !== undefined);
			return given
				? [
						{
							kind: 'decision/take',
							board: 'B-2',
							title: `Under it ${count}`,
							resolution: `That ${word} be done.`,
							outcome: 'approved',
							reasons: word,
							under: {decision: given.id, delegation: given.delegations?.[0]?.id},
						},
					]
				: [];
		}
		case 'action':
			return [
				{
					kind: 'action/add',
					text: `See to ${word}`,
					meeting,
					item: current,
					owner: person,
					due: other % 2 === 0 ? '2026-12-15' : undefined,
					decision: other % 3 === 0 ? decision?.id : undefined,
				},
			];
		case 'edit action':
			return action
				? [
						{
							kind: 'action/edit',
							id: action.id,
							fields: {text: {from: action.text, to: `See to ${word}`}},
						},
					]
				: [];
		case 'action done':
			return action
				? [
						{
							kind: 'action/status',
							id: action.id,
							from: action.status,
							to: action.status === 'open' ? 'done' : 'open',
						},
					]
				: [];
		case 'status':
			return project
				? [
						{
							kind: 'project/status',
							id: project.id,
							from: project.status,
							to: (['in-progress', 'blocked', 'on-hold'] as const)[other % 3] ?? 'blocked',
							note: word,
						},
					]
				: [];
		case 'comment':
			return project ? [{kind: 'project/update', id: project.id, note: word}] : [];
		case 'owner':
			return project
				? [
						{
							kind: 'project/edit',
							id: project.id,
							fields: {summary: {from: project.summary, to: word}},
						},
					]
				: [];
		case 'preside':
			return [{kind: 'meeting/preside', id: meeting, from: held.presiding, to: person}];
		case 'preside item':
			return item
				? [{kind: 'agenda/preside', meeting, item: item.id, from: item.presiding, to: person}]
				: [];
		case 'bloc':
			return item
				? [{kind: 'agenda/en-bloc', meeting, item: item.id, to: item.enBloc !== true}]
				: [];
		case 'exempt':
			return item
				? [
						{
							kind: 'agenda/exempt',
							meeting,
							item: item.id,
							from: item.exempt,
							to: {paragraphs: [1 + (pick % 3)], title: `Private ${count}`, summary: word},
						},
					]
				: [];
		case 'dispose':
			return item
				? [
						{
							kind: 'agenda/dispose',
							meeting,
							item: item.id,
							from: item.disposal,
							to: (['not-reached', 'withdrawn', 'deferred'] as const)[pick % 3],
						},
					]
				: [];
		case 'urgent':
			return [
				{
					kind: 'agenda/add',
					meeting,
					itemKind: 'business',
					title: `Item ${count}`,
					urgency: word,
					at: other % (held.agenda.length + 1),
				},
			];
		case 'order': {
			const order = held.agenda.map(({id}) => id);
			return [{kind: 'agenda/order', meeting, from: order, to: order.toReversed()}];
		}
		case 'take off':
			return item ? [{kind: 'agenda/remove', meeting, item: item.id}] : [];
		case 'title':
			return item
				? [
						{
							kind: 'agenda/edit',
							meeting,
							item: item.id,
							fields: {title: {from: item.title, to: `Item, ${word}`}},
						},
					]
				: [];
		case 'venue':
			return [
				{
					kind: 'meeting/edit',
					id: meeting,
					fields: {venue: {from: held.venue, to: `Room ${count}`}},
				},
			];
		case 'person': {
			const named = database.people.find(({id}) => id === person);
			return named
				? [
						{
							kind: 'person/edit',
							id: person,
							fields: {name: {from: named.name, to: `${named.name} ${count}`}},
						},
					]
				: [];
		}
		case 'adjourn':
			return [{kind: 'meeting/adjourn', id: meeting}];
		case 'resume':
			return [{kind: 'meeting/resume', id: meeting}];
		case 'public left':
			return [{kind: 'meeting/public-left', id: meeting}];
		case 'readmit':
			return [{kind: 'meeting/readmit', id: meeting}];
		case 'time':
			return held.openedAt
				? [
						{
							kind: 'meeting/time',
							meeting,
							field: 'openedAt',
							from: held.openedAt,
							to: `2026-11-22T0${5 + (pick % 4)}:0${other % 10}:00.000Z`,
						},
					]
				: [];
		case 'publish decision':
			return decision
				? [{kind: 'decision/publish', id: decision.id, on: '2026-11-23'} as never]
				: [];
		case 'close':
			// Mostly later than everything else.
			return other > 8 ? [{kind: 'meeting/close', id: meeting}] : [];
		case 'issue':
			return [{kind: 'minutes/issue', meeting}];
	}
}

/** An act as it was done, and when. */
export type Done = {changes: Change[]; time: string; day: string};

/** What an act came to: its revision, its effects, and what it was done during. */
type Outcome = {revision: number; effects: Effect[]; during: Entry['during']} | undefined;

export type Played = {
	database: Database;
	acts: Done[];
	outcomes: Outcome[];
	/** The counters before each act: an id is never given twice, also where an act is left out. */
	counters: Database['counters'][];
};

const timeOf = (number: number): Pick<Done, 'time' | 'day'> => ({
	// A meeting of two days, once it is long enough.
	day: number < 24 ? '2026-11-22' : '2026-11-23',
	time: `${String(10 + (Math.floor(number / 4) % 12)).padStart(2, '0')}:${String((number % 4) * 15).padStart(2, '0')}`,
});

function attempt(
	database: Database,
	{changes, time, day}: Done,
): {database: Database; outcome: Outcome} {
	const done = commit(database, act(...changes), contextAt(time, 'clerk', day));
	if (!done.ok) return {database, outcome: undefined};
	const {effects = [], revision, during} = done.database.log.at(-1) as Entry;
	return {database: done.database, outcome: {effects, revision, during}};
}

/** A meeting played from moves: those acts alone that are accepted. The meeting is opened first. */
export function play(stage: Stage, moves: readonly Move[]): Played {
	let database = before(stage);
	const played: Played = {database, acts: [], outcomes: [], counters: []};
	const take = (changes: Change[]) => {
		const done: Done = {changes, ...timeOf(played.acts.length)};
		const counters = database.counters;
		const {database: next, outcome} = attempt(database, done);
		if (!outcome) return;
		database = next;
		played.acts.push(done);
		played.outcomes.push(outcome);
		played.counters.push(counters);
	};
	take([{kind: 'meeting/open', id: stage.meeting}]);
	for (const move of moves) {
		const changes = changesOf(database, stage.meeting, move, played.acts.length);
		if (changes.length > 0) take(changes);
	}
	return {...played, database};
}

/**
 * The same acts without one of them, which was never done, or was done and at once taken back; undefined where it
 * cannot be taken back. What had become possible by it is refused now.
 */
export function playWithout(
	stage: Stage,
	{acts, counters}: Played,
	left: number,
	how: 'never' | 'undone',
): Pick<Played, 'database' | 'outcomes'> | undefined {
	let database = before(stage);
	const outcomes: Outcome[] = [];
	for (const [index, done] of acts.entries()) {
		database = {...database, counters: counters[index] ?? database.counters};
		if (index === left && how === 'never') {
			outcomes.push(undefined);
			continue;
		}
		const {database: next, outcome} = attempt(database, done);
		database = next;
		outcomes.push(outcome);
		if (index !== left) continue;
		const undo: Change = {kind: 'undo', revision: outcome?.revision ?? 0};
		const taken = attempt(database, {...done, changes: [undo]});
		if (!taken.outcome) return undefined;
		database = taken.database;
	}
	return {database, outcomes};
}

/** The acts that came to something else without one of them: it made them possible, or what they are. */
export function madePossible(
	{outcomes}: Pick<Played, 'outcomes'>,
	without: Pick<Played, 'outcomes'>,
): number[] {
	return outcomes.flatMap((outcome, index) => {
		const other = without.outcomes[index];
		const isSame = same(outcome?.effects, other?.effects) && same(outcome?.during, other?.during);
		return isSame ? [] : [index];
	});
}
