// A council's Cabinet, for what only an executive has: key decisions, notices, call-in, exempt items. One of
// its meetings is over (M-3) and its minutes are a draft; the next one (M-4) is planned.
import type {Board, Database, Decision, Meeting} from '../../source/domain/schema/index.ts';
import {makeDatabase} from './database.ts';

const cabinet: Board = {
	id: 'B-3',
	name: 'Cabinet',
	kind: 'executive',
	members: [
		{person: 'reed', role: 'chair'},
		{person: 'smith', role: 'vice-chair'},
		{person: 'jones', role: 'member'},
		{person: 'davies', role: 'member'},
		{person: 'clerk', role: 'secretary'},
	],
	rules: {quorum: 3},
};

const held: Meeting = {
	id: 'M-3',
	board: 'B-3',
	title: 'Cabinet in November',
	startsAt: '2026-11-12T10:00',
	publishedOn: '2026-11-03',
	status: 'closed',
	agenda: [
		{
			id: 'I-10',
			kind: 'declarations',
			title: 'Declarations',
			startedAt: '2026-11-12T10:00:00.000Z',
		},
		{
			id: 'I-11',
			kind: 'report',
			title: 'Depot',
			about: {report: 'R-2'},
			startedAt: '2026-11-12T10:10:00.000Z',
			notes: 'The site was visited.',
		},
		{id: 'I-12', kind: 'business', title: 'Fees', startedAt: '2026-11-12T10:30:00.000Z'},
		{id: 'I-13', kind: 'business', title: 'Grants', startedAt: '2026-11-12T10:40:00.000Z'},
		{
			id: 'I-14',
			kind: 'business',
			title: 'Award to Acme Ltd',
			exempt: {paragraphs: [3], title: 'A contract', summary: 'The award of a contract.'},
			startedAt: '2026-11-12T10:50:00.000Z',
			notes: 'Acme was the cheapest.',
		},
	],
	interestsAsked: {at: '2026-11-12T10:02:00.000Z', none: true},
	attendance: ['reed', 'smith', 'jones'].map((person) => ({person, status: 'present' as const})),
	openedAt: '2026-11-12T10:00:00.000Z',
	closedAt: '2026-11-12T11:00:00.000Z',
	minutes: {status: 'draft'},
};

const planned: Meeting = {
	id: 'M-4',
	board: 'B-3',
	title: 'Cabinet in December',
	startsAt: '2026-12-10T10:00',
	publishedOn: '2026-11-20',
	status: 'planned',
	agenda: [
		{id: 'I-20', kind: 'minutes', title: 'Minutes of the last meeting'},
		{id: 'I-21', kind: 'report', title: 'Depot', about: {report: 'R-2'}},
		{id: 'I-22', kind: 'report', title: 'Leisure centres', about: {report: 'R-3'}},
		{id: 'I-23', kind: 'report', title: 'Winter roads', about: {report: 'R-4'}},
	],
	attendance: [],
};

const whole: Partial<Decision> = {
	meeting: 'M-3',
	board: 'B-3',
	status: 'recorded',
	date: '2026-11-12',
	outcome: 'approved',
	reasons: 'It is needed.',
	alternatives: 'None.',
	alternativesConfirmed: true,
	vote: {method: 'no-dissent'},
};

const resolved = (id: string, item: string, title: string, more: Partial<Decision> = {}) =>
	({...whole, id, item, title, resolution: `That ${title} be approved.`, ...more}) as Decision;

export const cabinetDatabase = (overrides: Partial<Database> = {}): Database => {
	const given = makeDatabase();
	return {
		...given,
		counters: {...given.counters, I: 23, M: 4, R: 4, D: 5, N: 2},
		boards: [...given.boards, cabinet],
		reports: [
			...given.reports,
			{
				id: 'R-2',
				title: 'Depot',
				board: 'B-3',
				key: true,
				publishedOn: '2026-11-02',
				recommendations: ['That the depot be built.'],
			},
			{
				id: 'R-3',
				title: 'Leisure centres',
				board: 'B-3',
				key: true,
				publishedOn: '2026-11-20',
				recommendations: ['That they be closed.'],
			},
			{id: 'R-4', title: 'Winter roads', board: 'B-3', recommendations: ['That they be gritted.']},
		],
		meetings: [...given.meetings, structuredClone(held), structuredClone(planned)],
		decisions: [
			...given.decisions,
			resolved('D-2', 'I-11', 'the depot', {
				publishedOn: '2026-11-17',
				key: true,
				keyReason: 'Cost',
			}),
			resolved('D-3', 'I-12', 'the fees'),
			resolved('D-4', 'I-13', 'the grants', {
				reasons: undefined,
				alternatives: 'A loan.',
				alternativesConfirmed: undefined,
			}),
			resolved('D-5', 'I-14', 'the award to Acme Ltd', {supersedes: 'D-1'}),
		],
		notices: [
			{
				id: 'N-1',
				kind: 'key-decision',
				title: 'Depot',
				board: 'B-3',
				report: 'R-2',
				decisionOn: {from: '2026-11-10', to: '2026-12-20'},
				publishedOn: '2026-10-05',
			},
			{id: 'N-2', kind: 'general-exception', title: 'Leisure centres', board: 'B-3', report: 'R-3'},
		],
		...overrides,
	};
};
