// The council of database.ts with boards that decide in law: a committee of five, and a cabinet of three. Each
// has a meeting on `today`, none of them opened yet.
import type {Change} from '../../source/domain/changes/index.ts';
import {type Database, databaseSchema, type Meeting} from '../../source/domain/schema/index.ts';
import {accepted, contextAt, makeDatabase, rollTaken} from './database.ts';

/** The committee's meeting, `M-3`; its items are I-6 … I-11. */
export const committeeMeeting = 'M-3';
/** The cabinet's meeting, `M-4`; its items are I-12 … I-14. */
export const cabinetMeeting = 'M-4';

/** The five voting members of the committee: chair, vice-chair and three others. */
export const committee = ['lane', 'pole', 'khan', 'byrne', 'ward'];

/** A valid database without a log. */
export function makeCouncil(overrides: Partial<Database> = {}): Database {
	const base = makeDatabase();
	return {
		...databaseSchema.parse({
			...base,
			counters: {...base.counters, I: 14, M: 4, R: 3},
			people: [...base.people, ...people],
			boards: [...base.boards, ...boards],
			reports: [...base.reports, ...reports],
			meetings: [...base.meetings, ...meetings],
		}),
		...overrides,
	};
}

/** The committee's meeting, opened with these members present; without any, the roll was not taken. */
export function sitting(people = committee, database = makeCouncil()): Database {
	const opened = accepted(database, {kind: 'meeting/open', id: committeeMeeting}).database;
	return people.length === 0 ? opened : rollTaken(opened, people, committeeMeeting);
}

/** The database after acts at their times, each an act of its own. */
export const played = (
	database: Database,
	...acts: [time: string, ...changes: Change[]][]
): Database =>
	acts.reduce(
		(before, [time, ...changes]) => accepted(before, changes, contextAt(time)).database,
		database,
	);

/** One of the meetings, which must exist. */
export function meetingOf({meetings}: Database, id = committeeMeeting): Meeting {
	const found = meetings.find((meeting) => meeting.id === id);
	if (!found) throw new Error(`no meeting ${id}`);
	return found;
}

const people = [
	{id: 'lane', name: 'Cllr Lane', initials: 'KL'},
	{id: 'pole', name: 'Cllr Pole', initials: 'MP'},
	{id: 'khan', name: 'Cllr Khan', initials: 'AK'},
	{id: 'byrne', name: 'Cllr Byrne', initials: 'TB'},
	{id: 'ward', name: 'Cllr Ward', initials: 'JW'},
	{id: 'gray', name: 'Cllr Gray', initials: 'BG'},
	{id: 'fox', name: 'Cllr Fox', initials: 'EF'},
	{id: 'stone', name: 'Dee Stone', initials: 'DS'},
	{id: 'leader', name: 'Cllr Leader', initials: 'LL'},
	{id: 'deputy', name: 'Cllr Deputy', initials: 'DD'},
	{id: 'holder', name: 'Cllr Holder', initials: 'HH'},
];

const boards = [
	{
		id: 'B-3',
		name: 'Planning Committee',
		kind: 'committee',
		members: [
			{person: 'lane', role: 'chair', from: '2026-05-20'},
			{person: 'pole', role: 'vice-chair'},
			{person: 'khan', role: 'member'},
			{person: 'byrne', role: 'member'},
			{person: 'ward', role: 'member', to: '2026-11-22'},
			{person: 'gray', role: 'member', to: '2026-11-21'},
			{person: 'stone', role: 'secretary'},
		],
		rules: {quorum: 3},
	},
	{
		id: 'B-4',
		name: 'Cabinet',
		kind: 'executive',
		members: [
			{person: 'leader', role: 'chair'},
			{person: 'deputy', role: 'vice-chair'},
			{person: 'holder', role: 'member'},
			{person: 'stone', role: 'secretary'},
		],
		rules: {quorum: 2},
	},
];

const reports = [
	{
		id: 'R-2',
		title: 'Broadband contract',
		board: 'B-4',
		key: true,
		keyReason: 'Spends more than £500,000.',
		recommendations: ['That the contract be let.'],
		reasons: 'The present contract ends in March.',
		alternatives: 'To extend it. Rejected: it costs more.',
	},
	{
		id: 'R-3',
		title: 'Bids for the depot',
		board: 'B-3',
		exempt: {paragraphs: [3], title: 'Depot', summary: 'Bids were received.'},
		recommendations: ['That the highest bid be accepted.'],
	},
];

const meetings = [
	{
		id: 'M-3',
		board: 'B-3',
		title: 'Planning, November',
		startsAt: '2026-11-22T14:00',
		status: 'planned',
		agenda: [
			{id: 'I-6', kind: 'apologies', title: 'Apologies'},
			{id: 'I-7', kind: 'declarations', title: 'Declarations of interest'},
			{id: 'I-8', kind: 'minutes', title: 'Minutes of the last meeting'},
			{id: 'I-9', kind: 'business', title: 'Mill Lane'},
			{id: 'I-10', kind: 'report', title: 'Bids for the depot', about: {report: 'R-3'}},
			{id: 'I-11', kind: 'urgent', title: 'Urgent business'},
		],
		attendance: [],
	},
	{
		id: 'M-4',
		board: 'B-4',
		title: 'Cabinet, November',
		startsAt: '2026-11-22T16:00',
		status: 'planned',
		agenda: [
			{id: 'I-12', kind: 'declarations', title: 'Declarations of interest'},
			{id: 'I-13', kind: 'report', title: 'Broadband contract', about: {report: 'R-2'}},
			{id: 'I-14', kind: 'business', title: 'Winter'},
		],
		attendance: [],
	},
];
