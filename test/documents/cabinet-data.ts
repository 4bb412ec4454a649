// A cabinet before its meeting of 12 October 2026, invented for the tests: the reports that wait for a decision, the
// notices that were given, the agenda as it was published.
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';
import {makeDatabase} from '../helpers/database.ts';

const member = (person: string, role: string) => ({person, role});

const added = {
	people: [
		{id: 'patel', name: 'Ravi Patel', initials: 'RP'},
		{id: 'finance', name: 'Director of Finance'},
		{id: 'owen', name: 'Mary Owen', initials: 'MO'},
	],
	boards: [
		{
			id: 'B-3',
			name: 'Cabinet',
			kind: 'executive',
			members: [
				member('reed', 'chair'),
				member('smith', 'vice-chair'),
				member('jones', 'member'),
				member('davies', 'member'),
				member('patel', 'member'),
				{...member('owen', 'member'), to: '2026-05-01'},
				member('clerk', 'secretary'),
			],
			rules: {quorum: 3, seconder: true},
		},
	],
	reports: [
		{
			id: 'R-2',
			title: 'Data Platform: award of the contract',
			reference: 'C-011-2026/27',
			date: '2026-10-02',
			author: 'Head of Data',
			board: 'B-3',
			key: true,
			keyReason: 'spending of more than £500,000',
			publishedOn: '2026-10-02',
			recommendations: [
				'That the contract for the Data Platform be awarded to the bidder ranked first, for five years.',
			],
			reasons: 'The bidder ranked first scored highest on quality and on price.',
			alternatives: 'To build the platform in house. Rejected: the skills cannot be hired in time.',
			consultation: 'Heads of service were consulted in August 2026; none objected.',
			scrutiny: 'The Overview and Scrutiny Committee supported the award on 30 September 2026.',
			implications: [
				{heading: 'Legal', text: 'The award follows the Procurement Act 2023.'},
				{heading: 'Financial', text: '£640,000 over five years, within the approved programme.'},
				{heading: 'Equality', text: 'An assessment found no adverse effect.'},
			],
			appendices: ['Appendix A: evaluation of the bids', 'Appendix B: timetable'],
			backgroundPapers: 'None.',
		},
		{
			id: 'R-3',
			title: 'Purchase of the Mill Road depot',
			date: '2026-10-02',
			author: 'Head of Property',
			board: 'B-3',
			recommendations: ['That the Mill Road depot be bought for up to £1.2 million.'],
			reasons: 'The lease of the present depot ends in 2027.',
		},
		{
			id: 'R-4',
			title: 'Laptop refresh: third quarter',
			date: '2026-10-02',
			author: 'Head of IMT',
			board: 'B-3',
			recommendations: ['That progress be noted.'],
		},
	],
	meetings: [
		{
			id: 'M-3',
			board: 'B-3',
			title: 'Cabinet, October 2026',
			startsAt: '2026-10-12T14:00',
			venue: 'Council Chamber',
			status: 'planned',
			agenda: [
				{id: 'I-11', kind: 'apologies', title: 'Apologies for absence', minutes: 2},
				{id: 'I-12', kind: 'declarations', title: 'Declarations of interest', minutes: 3},
				{
					id: 'I-13',
					kind: 'report',
					title: 'Data Platform: award of the contract',
					minutes: 30,
					about: {report: 'R-2'},
				},
				{
					id: 'I-14',
					kind: 'report',
					title: 'Laptop refresh',
					minutes: 10,
					about: {report: 'R-4', project: 'P1-02'},
				},
				{id: 'I-15', kind: 'exclusion', title: 'Exclusion of press and public', minutes: 2},
				{
					id: 'I-16',
					kind: 'report',
					title: 'Purchase of the Mill Road depot',
					minutes: 20,
					about: {report: 'R-3'},
				},
			],
			attendance: [],
		},
		{
			id: 'M-4',
			board: 'B-3',
			title: 'Cabinet, November 2026',
			startsAt: '2026-11-09T14:00',
			venue: 'Council Chamber',
			status: 'planned',
			agenda: [
				{id: 'I-21', kind: 'apologies', title: 'Apologies for absence', minutes: 2},
				{id: 'I-22', kind: 'declarations', title: 'Declarations of interest', minutes: 3},
				{id: 'I-23', kind: 'minutes', title: 'Minutes of 12 October 2026', minutes: 5},
			],
			attendance: [],
		},
	],
	notices: [
		{
			id: 'N-1',
			kind: 'general-exception',
			title: 'Data Platform: award of the contract',
			board: 'B-3',
			report: 'R-2',
			meeting: 'M-3',
			item: 'I-13',
			decisionOn: '2026-10-12',
			publishedOn: '2026-10-02',
			documents: ['Report of the Head of Data', 'Evaluation of the bids'],
			reasons: 'The bids are binding only until 31 October 2026.',
			agreedBy: 'the chair of the Overview and Scrutiny Committee',
			agreedOn: '2026-10-01',
		},
		{
			id: 'N-2',
			kind: 'private-meeting',
			title: 'Purchase of land',
			board: 'B-3',
			report: 'R-3',
			meeting: 'M-3',
			item: 'I-16',
			decisionOn: '2026-10-12',
			publishedOn: '2026-09-10',
			reasons: 'The price is still being negotiated.',
		},
		{
			id: 'N-3',
			kind: 'private-meeting-confirmed',
			title: 'Purchase of land',
			board: 'B-3',
			report: 'R-3',
			meeting: 'M-3',
			item: 'I-16',
			decisionOn: '2026-10-12',
			publishedOn: '2026-10-02',
			reasons: 'The price is still being negotiated.',
			representations: 'One, asking that the price be made public.',
			response: 'It will be once the contract is signed.',
		},
		{
			id: 'N-4',
			kind: 'key-decision',
			title: 'Telephony: renewal of the contract',
			board: 'B-3',
			decisionOn: {from: '2027-01', to: '2027-02'},
			publishedOn: '2026-10-05',
			documents: ['Report of the Head of IMT'],
		},
		{
			id: 'N-5',
			kind: 'private-meeting',
			title: 'Pay of senior staff',
			board: 'B-3',
			decisionOn: '2026-12-07',
			reasons: 'Talks with the unions go on.',
		},
	],
};

/** The council of the other tests with a cabinet; nothing has happened yet. */
export function beforeCabinet(): Database {
	const base = makeDatabase();
	return databaseSchema.parse({
		...base,
		counters: {...base.counters, I: 30, M: 4, N: 5, R: 4},
		people: [...base.people, ...added.people],
		boards: [...base.boards, ...added.boards],
		reports: [...base.reports, ...added.reports],
		meetings: [...base.meetings, ...added.meetings],
		notices: added.notices,
	});
}
