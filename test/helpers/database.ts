// A small council: two priorities, five projects, an officers' board with a meeting ahead, and an
// individual decision-maker whose one meeting is over. Every time and id in it is fixed.
import type {Context} from '../../source/domain/changes/family.ts';
import type {Act, Change} from '../../source/domain/changes/index.ts';
import {commit, type Committed} from '../../source/domain/commit.ts';
import type {Rejection} from '../../source/domain/rejection.ts';
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';

/** The day on which the tests' acts happen, a Sunday. */
export const today = '2026-11-22';

/** A valid database without a log, its keys in the schema's order; `overrides` replace whole collections. */
export function makeDatabase(overrides: Partial<Database> = {}): Database {
	return {...databaseSchema.parse(structuredClone(sample)), ...overrides};
}

/** The people whose acts the tests record, by operating-system user. */
const names: Record<string, string> = {
	reed: 'Ann Reed',
	clerk: 'Sam Clerk',
	davies: 'Gwen Davies',
};

/** An act of `user` at that time of `today` or another day (UTC); each user has one session. */
export function contextAt(time = '10:00', user = 'clerk', day = today): Context {
	return {
		now: `${day}T${time}:00.000Z`,
		actor: {user, host: 'council', ...(names[user] ? {name: names[user]} : {})},
		session: `session-${user}`,
		salt: '00112233445566778899aabbccddeeff',
	};
}

let acts = 0;

/** An act with an id of its own. */
export const act = (...changes: Change[]): Act => ({id: `act-${++acts}`, changes});

/** The changes as one act, committed; throws with the reason when it is refused. */
export function accepted(
	database: Database,
	changes: Change | Change[],
	context: Context = contextAt(),
): Committed {
	const outcome = commit(database, act(...[changes].flat()), context);
	if (!outcome.ok) throw new Error(`refused: ${outcome.rejection.message}`);
	return outcome;
}

/** The database after the changes, each an act of its own. */
export const after = (database: Database, ...changes: Change[]): Database =>
	changes.reduce((before, change) => accepted(before, change).database, database);

/** Why the changes, as one act, are refused; throws when they are not. */
export function refusal(
	database: Database,
	changes: Change | Change[],
	context: Context = contextAt(),
): Rejection {
	const outcome = commit(database, act(...[changes].flat()), context);
	if (outcome.ok) throw new Error('accepted, against what was expected');
	return outcome.rejection;
}

/** What is said against the changes as one act; undefined when it is accepted. */
export function objection(
	database: Database,
	changes: Change | Change[],
	context: Context = contextAt(),
): string | undefined {
	const outcome = commit(database, act(...[changes].flat()), context);
	return outcome.ok ? undefined : outcome.rejection.message;
}

/** The roll of a meeting, for one act: these people are present. By default just enough of the board for a quorum. */
export const present = (people = ['reed', 'smith', 'jones'], meeting = 'M-2'): Change[] =>
	people.map((person) => ({kind: 'attendance/set', meeting, person, to: 'present'}));

/** The database after its roll was taken, in one act. */
export const rollTaken = (database: Database, ...roll: Parameters<typeof present>): Database =>
	accepted(database, present(...roll)).database;

const sample = {
	schemaVersion: 2,
	id: '8f14e45f-ceea-467f-a830-0f1b2c3d4e5f',
	revision: 0,
	counters: {A: 1, D: 1, I: 5, M: 2, R: 1, S: 1, U: 2},
	organisation: {name: 'Fenshire County Council', timeZone: 'Europe/London'},
	rules: {profile: 'england'},
	strategies: [
		{
			id: 'S-1',
			title: 'Digital Strategy',
			status: 'current',
			period: {from: '2025', to: '2028'},
			objectives: [
				{id: 'O1', text: 'Improve outcomes for residents'},
				{id: 'O2', text: 'Balance the budget'},
			],
			criteria: [
				{id: 'affordable', title: 'Affordable', text: 'Within the agreed budget'},
				{id: 'aligned', title: 'Aligned', text: 'Linked to an objective'},
			],
			principles: [{id: 'A', text: 'Buy before build'}],
			domains: [
				{id: 'network', title: 'Network'},
				{id: 'workplace', title: 'Workplace'},
			],
			priorities: [
				{id: 'P1', rank: 1, title: 'Modernisation', aims: [{id: 'A', text: 'Retire old systems'}]},
				{id: 'P2', rank: 2, title: 'Optimisation', aims: [{id: 'A', text: 'Use what there is'}]},
			],
		},
	],
	people: [
		{id: 'reed', name: 'Ann Reed', initials: 'AR'},
		{id: 'smith', name: 'Joan Smith', initials: 'JS'},
		{id: 'jones', name: 'Peter Jones', initials: 'PJ'},
		{id: 'davies', name: 'Gwen Davies', initials: 'GD'},
		{id: 'clerk', name: 'Sam Clerk', initials: 'SC'},
		{id: 'councillor', name: 'Executive Councillor for IT'},
	],
	boards: [
		{
			id: 'B-1',
			name: 'IMT Board',
			kind: 'officer',
			members: [
				{person: 'reed', role: 'chair'},
				{person: 'smith', role: 'member'},
				{person: 'jones', role: 'member'},
				{person: 'davies', role: 'member'},
				{person: 'clerk', role: 'secretary'},
			],
			rules: {quorum: 3},
		},
		{
			id: 'B-2',
			name: 'Executive Councillor',
			kind: 'individual',
			members: [{person: 'councillor', role: 'member'}],
		},
	],
	projects: [
		{
			id: 'P1-01',
			title: 'Telephony',
			priority: 'P1',
			status: 'delivered',
			confidence: 'green',
			domains: ['network'],
			objectives: ['O1'],
			criteria: {affordable: 'met'},
			updates: [{id: 'U-1', at: '2026-06-01', status: 'delivered', note: 'Live everywhere.'}],
		},
		{
			id: 'P1-02',
			title: 'Laptop Refresh',
			summary: 'New laptops for all staff.',
			priority: 'P1',
			status: 'in-progress',
			confidence: 'amber',
			owner: 'smith',
			due: '2027-03-31',
			money: {approved: {amount: 250_000}},
			domains: ['workplace'],
			updates: [
				{id: 'U-2', at: '2026-09-01', status: 'in-progress', confidence: 'amber', note: 'Ordered.'},
			],
		},
		{id: 'P1-03', title: 'Server Room', priority: 'P1', status: 'on-hold', updates: []},
		{
			id: 'P2-01',
			title: 'Online Forms',
			priority: 'P2',
			status: 'blocked',
			dependsOn: ['P1-02'],
			updates: [],
		},
		{id: 'P2-02', title: 'Data Platform', priority: 'P2', status: 'proposed', updates: []},
	],
	requests: [],
	reports: [
		{
			id: 'R-1',
			title: 'Progress of the strategy',
			recommendations: ['That progress be noted.'],
		},
	],
	meetings: [
		{
			id: 'M-1',
			board: 'B-2',
			title: 'Decision on the strategy',
			startsAt: '2026-05-07T10:00',
			status: 'closed',
			agenda: [{id: 'I-1', kind: 'report', title: 'Approve the strategy', minutes: 30}],
			attendance: [{person: 'councillor', status: 'present'}],
			openedAt: '2026-05-07T09:00:00.000Z',
			closedAt: '2026-05-07T09:30:00.000Z',
			minutes: {status: 'draft'},
		},
		{
			id: 'M-2',
			board: 'B-1',
			title: 'November meeting',
			startsAt: '2026-11-22T09:30',
			venue: 'Room 2',
			status: 'planned',
			agenda: [
				{id: 'I-2', kind: 'apologies', title: 'Apologies', minutes: 5},
				{
					id: 'I-3',
					kind: 'priority',
					title: 'Modernisation',
					minutes: 20,
					about: {priority: 'P1'},
				},
				{
					id: 'I-4',
					kind: 'report',
					title: 'Progress of the strategy',
					minutes: 15,
					about: {report: 'R-1'},
				},
				{id: 'I-5', kind: 'business', title: 'Any other business'},
			],
			attendance: [],
		},
	],
	decisions: [
		{
			id: 'D-1',
			reference: 'I000001',
			meeting: 'M-1',
			item: 'I-1',
			board: 'B-2',
			status: 'recorded',
			date: '2026-05-07',
			title: 'Digital Strategy',
			resolution: 'That the strategy be approved.',
			outcome: 'approved',
			reasons: 'It fits the corporate plan.',
			key: true,
		},
	],
	notices: [],
	actions: [
		{
			id: 'A-1',
			text: 'Publish the strategy',
			owner: 'smith',
			due: '2026-12-01',
			status: 'open',
			meeting: 'M-1',
			item: 'I-1',
			decision: 'D-1',
		},
	],
	log: [],
};
