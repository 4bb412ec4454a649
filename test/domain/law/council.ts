// What the statutory rules are tested on: the sample's council with a cabinet, a committee and a key decision.
import {makeDatabase} from '../../helpers/database.ts';
import type {
	AgendaItem,
	Database,
	Decision,
	Meeting,
	Notice,
	Report,
} from '../../../source/domain/schema/index.ts';

const members = [
	{person: 'reed', role: 'chair'},
	{person: 'smith', role: 'member'},
	{person: 'jones', role: 'member'},
	{person: 'davies', role: 'member'},
	{person: 'clerk', role: 'secretary'},
] as const;

const board = (id: string, name: string, kind: 'executive' | 'committee' | 'scrutiny') => ({
	id,
	name,
	kind,
	members: [...members],
	rules: {quorum: 3},
});

export const item = (overrides: Partial<AgendaItem> = {}): AgendaItem => ({
	id: 'I-9',
	kind: 'report',
	title: 'Telephony contract',
	about: {report: 'R-9'},
	...overrides,
});

export const report = (overrides: Partial<Report> = {}): Report => ({
	id: 'R-9',
	title: 'Telephony contract',
	key: true,
	recommendations: ['That the contract be let.'],
	...overrides,
});

/** A meeting of the cabinet, unless another board is named, on Tuesday 8 December 2026. */
export const meeting = (overrides: Partial<Meeting> = {}): Meeting => ({
	id: 'M-9',
	board: 'cabinet',
	title: 'Cabinet',
	startsAt: '2026-12-08T10:00',
	status: 'planned',
	agenda: [item()],
	attendance: [],
	...overrides,
});

/** A notice of the key decision that the report asks for. */
export const notice = (overrides: Partial<Notice> = {}): Notice => ({
	id: 'N-1',
	kind: 'key-decision',
	title: 'Telephony contract',
	board: 'cabinet',
	report: 'R-9',
	...overrides,
});

/** A decision of the cabinet on that item. */
export const decision = (overrides: Partial<Decision> = {}): Decision => ({
	id: 'D-9',
	meeting: 'M-9',
	item: 'I-9',
	board: 'cabinet',
	status: 'recorded',
	date: '2026-12-08',
	title: 'Telephony contract',
	resolution: 'That the contract be let.',
	outcome: 'approved',
	...overrides,
});

export function council(overrides: Partial<Database> = {}): Database {
	const database = makeDatabase();
	return {
		...database,
		boards: [
			...database.boards,
			board('cabinet', 'Cabinet', 'executive'),
			board('planning', 'Planning Committee', 'committee'),
			board('scrutiny', 'Overview and Scrutiny', 'scrutiny'),
		],
		reports: [...database.reports, report()],
		meetings: [...database.meetings, meeting()],
		...overrides,
	};
}
