// Minutes of many kinds of bodies, in made-up words: who met when and where, who was there, what was decided and how, and
// what nobody but those in the room may read.
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {check} from '../../source/domain/queries/check.ts';
import {plan, type Review, reviewFile} from '../../source/import/index.ts';
import type {FoundDecision} from '../../source/import/minutes/find.ts';
import {motionIn} from '../../source/import/minutes/motions.ts';
import {namesIn} from '../../source/import/minutes/names.ts';
import {personNamed} from '../../source/import/minutes/persons.ts';
import {timeIn} from '../../source/import/minutes/times.ts';
import {accepted, makeDatabase} from '../helpers/database.ts';

const database = makeDatabase();
const read = (name: string): Promise<Review> =>
	reviewFile(readFileSync(path.join(import.meta.dirname, 'minutes', name)), name, database);
const shown = ({findings}: Review, name: string): string | undefined =>
	findings.find(({field}) => field === name)?.shown;
const decisions = ({findings}: Review): FoundDecision[] =>
	findings.filter(({field}) => field === 'decisions').map(({value}) => value as FoundDecision);

/** What each paper tells: the meeting, who was there, and its decisions in one line each. */
type Told = {
	body: string;
	date: string;
	time?: string;
	venue?: string;
	present?: string;
	inAttendance?: string;
	apologies?: string;
	nextMeeting?: string;
	closed?: string;
	exempt?: string;
	decided: string[];
	actions?: string[];
};

const papers: Record<string, Told> = {
	'health-board.txt': {
		body: 'Marlowe Valley Integrated Care Board',
		date: '6 March 2025',
		time: '09:30',
		venue: 'the Oak Room, Tamar House, Kingsbury',
		present:
			'Dr Amara Boyd (AB), Chair; Peter Lund (PL), Chief Executive; Siobhan Reilly (SR), Chief Finance Officer; Tom Okafor (TO), Non-Executive Member',
		inAttendance: 'Lena Frost (LF), Director of Communications; Bill Haine (BH), Board Secretary',
		apologies: 'Prof Ravi Nath (RN)',
		nextMeeting: '1 May 2025, 09:30',
		closed: '12:10',
		decided: [
			'Minutes of the previous meeting: The minutes of the meeting held on 9 January 2025 were approved as a correct record. [approved]',
			'Finance report: The Board NOTED the report. [noted]',
			'Digital strategy: The Board APPROVED the Digital Strategy 2025–2028. [approved]',
		],
		actions: [
			'To bring a recovery plan to the May meeting. – SR',
			'To publish the strategy by 30 April 2025. – LF by 30 April 2025',
		],
	},
	'county-supervisors.txt': {
		body: 'Elder County Board of Supervisors',
		date: '11 March 2025',
		time: '18:30',
		present: 'Mr. Hobart; Ms. Lanier; Mr. Pruitt; Dr. Yancey',
		inAttendance: 'Kay Dillon, County Administrator; Ross Tate, County Attorney',
		apologies: 'Mrs. Sloan (absent)',
		closed: '20:12',
		decided: [
			'APPROVAL OF MINUTES: The Board approved the minutes of February 25, 2025. [approved] Mr. Pruitt, Ms. Lanier 4-0',
			"Budget Transfer: To approve a transfer of $42,000 from contingency to the Sheriff's Office for vehicles. [approved] Ms. Lanier, Dr. Yancey 3-1",
			'Rezoning REZ-25-02: To deny the rezoning request. [lost] Mr. Pruitt, Ms. Lanier 2-2',
			'CLOSED SESSION: To enter closed session pursuant to Section 2.2-3711(A)(1) for a personnel matter. [approved] Dr. Yancey, Mr. Pruitt unanimous',
		],
	},
	'charity-trustees.md': {
		body: 'Trustees',
		date: '14 October 2024',
		time: '18:00',
		venue: 'Larkfield Community Centre',
		present: 'Nina Patel (Chair); Owen Marsh (Treasurer); Grace Lowe; Idris Kane',
		inAttendance: 'Joe Bright (Manager)',
		apologies: 'Fran Hill',
		nextMeeting: '20 January 2025, 18:00',
		closed: '19:45',
		decided: [
			'Minutes of last meeting (8 July 2024): Agreed as accurate. [approved] Owen Marsh, Grace Lowe',
			'Finance report: That the reserves policy be set at three months of costs. [approved]',
			'Safeguarding: The trustees approved the revised safeguarding policy. [approved]',
		],
		actions: [
			'Update the reserves policy – OM by 1 November 2024',
			'Ask the bank for a second signatory – JB by 30 November 2024',
		],
	},
	'parish-council.txt': {
		body: 'Stoke Abbas Parish Council',
		date: '10 June 2024',
		time: '19:30',
		venue: 'the Village Hall, Stoke Abbas',
		present:
			'Cllr. Mrs. J. Penrose (Chairman); Cllr. D. Hare (Vice Chairman); Cllr. P. Lowther; Cllr. R. Singh',
		inAttendance: 'Mr. T. Vance (Clerk); District Cllr. A. Brook',
		apologies: 'Cllr. B. Cole; Cllr. M. Dunn',
		nextMeeting: '8 July 2024, 19:30',
		closed: '20:52',
		decided: [
			'24/063 Minutes of the meeting held on 13th May 2024: That the minutes be approved and signed as a true record. [approved] Cllr. Lowther, Cllr. Singh unanimous',
			'24/064 Planning: To raise no objection. [approved]',
			'24/064 Planning: To object on the ground of access. [approved] 4-0',
			'24/065 Finance: Payments of £2,310.44 were approved for payment. [approved] Cllr. Singh, Cllr. Hare',
			'24/065 Finance: To move £1,000 to the playground reserve. [approved]',
			'24/066 Grant to the cricket club: That a grant of £500 be given. [approved] Cllr. Lowther, Cllr. Singh 3-0',
		],
	},
	'school-governors.txt': {
		body: 'Full Governing Board',
		date: '4 February 2025',
		time: '17:00',
		venue: 'the school',
		present:
			'Hannah Cross (HC) - Chair; Yusuf Ali (YA) - Headteacher; Mel Stokes (MS) - Parent governor; Rev Alan Price (AP) - Foundation governor',
		inAttendance: 'Dee Marlin - Clerk',
		apologies: 'Kim Ward (KW)',
		nextMeeting: '25 March 2025, 17:00',
		closed: '18:40',
		exempt: '1 decision',
		decided: [
			'Minutes of the last meeting: The minutes of 3rd December 2024 were agreed as a true record and signed by the Chair. [approved]',
			'Budget: Governors approved the revised budget. [approved] HC, MS',
			'Policies: The following policies were approved: Behaviour, Charging. [approved]',
			'Staffing: Governors agreed to extend the contract of the SENCo for a year. [approved] PRIVATE',
		],
		actions: ['To circulate the attendance figures. – YA'],
	},
	'planning-columns.txt': {
		body: 'Planning Committee',
		date: '22 January 2025',
		time: '14:00',
		venue: 'THE GUILDHALL, NORTHCLIFFE',
		present: 'Councillor Brenda Hay (Chair); Ian Kerr; Moira Stone; Sunil Rao; Dafydd Rees',
		apologies: 'Councillor Joan Firth',
		closed: '15:47',
		exempt: '1 decision, paragraph 2',
		decided: [
			'46 MINUTES: That the minutes of the meeting of 11 December 2024 be confirmed and signed by the Chair. [approved]',
			'47 24/01877/FUL – LAND AT MILL ROAD: That the application be refused. [lost] Councillor Kerr, Councillor Rao 2-3',
			'47 24/01877/FUL – LAND AT MILL ROAD: That planning permission be granted subject to conditions. [approved] Councillor Stone, Councillor Rees 3-2',
			'48 EXCLUSION OF THE PRESS AND PUBLIC: That the public be excluded for the following item under paragraph 2 of Part 1 of Schedule 12A to the Local Government Act 1972. [approved]',
			'49 ENFORCEMENT AT 4 QUAY STREET: That proceedings be brought against [name removed] [approved] PRIVATE',
		],
	},
	'selectboard.txt': {
		body: 'Selectboard',
		date: '7 April 2025',
		time: '18:00',
		present: 'Ellen Voss, Chair; Mark Dube; Ron Keating',
		inAttendance: 'Sam Ortiz (Town Manager); Jill Crane; Don Pratt',
		apologies: 'Patty Lyle (absent)',
		closed: '19:33',
		decided: [
			'Approval of Minutes: To approve the minutes of March 24, 2025, as written. [approved] Mark Dube, Ron Keating unanimous',
			'Paving Bids: To award the contract to Green Hills Paving for $186,420. [approved] Ron Keating, Mark Dube 3-0-0',
			'Executive Session: To enter into executive session at 7:10 PM to discuss a contract. [approved] Voss, Dube unanimous',
			'Adjourn: To adjourn at 7:33 PM. [approved] Mark Dube, Ron Keating 3-0',
		],
	},
	'association-directors.txt': {
		body: 'Board of Directors',
		date: '19 February 2025',
		time: '19:04',
		present: 'Alice Nguyen (President); Brian Holt (Treasurer); Carla Diaz (Secretary)',
		inAttendance: 'Pat Morrow',
		apologies: 'Dan Foley (absent)',
		nextMeeting: '19 March 2025, 19:00',
		closed: '20:15',
		decided: [
			'Minutes: The minutes of January 15, 2025 were approved as presented. [approved] Brian Holt, Carla Diaz',
			'Old Business: To accept the bid of $9,850. [approved] Carla Diaz, Brian Holt unanimous',
			'New Business: To table until March. [lost] Brian Holt',
		],
		actions: [
			'send the signed contract to the vendor by March 1, 2025 – Carla by 1 March 2025',
			'renew the insurance – Brian',
		],
	},
	'audit-committee.md': {
		body: 'Audit and Standards Committee',
		date: '3 December 2024',
		time: '18:30',
		venue: 'the Council Chamber, Marsh House',
		present:
			'Councillor G. Pell (Chairman); Councillor A. Bird; Councillor C. Dunn-Hale; Councillor E.M. Fry; Councillor O. St. John',
		inAttendance: 'Councillor T. Gale (Portfolio Holder for Finance)',
		apologies: 'Councillor H. Ibbs; Councillor K. Lunt',
		closed: '19:48',
		exempt: '1 decision, paragraph 3',
		decided: [
			'AS.21 MINUTES: That the Minutes of the meeting held on 3 September 2024 be approved as a correct record and signed by the Chairman. [approved]',
			'AS.23 ANNUAL ACCOUNTS 2023/24: That the accounts be approved. [approved] Councillor Fry, Councillor Bird 5-0-1',
			'AS.23 ANNUAL ACCOUNTS 2023/24: That the Chairman be authorised to sign the letter of representation. [approved] Councillor Fry, Councillor Bird 5-0-1',
			'AS.24 INTERNAL AUDIT PLAN: That the Internal Audit Plan be adopted. [recommended-to-council]',
			'AS.25 EXCLUSION OF PRESS AND PUBLIC: That the press and public be excluded from the meeting for the next item, as it involves exempt information under paragraph 3 of Part 1 of Schedule 12A. [approved]',
			'AS.26 WRITE-OFFS: That the debt of Fenland Haulage Ltd (£21,330) be written off. [approved] PRIVATE',
		],
	},
	'northern-irish-committee.txt': {
		body: 'Environment Committee',
		date: '12 February 2025',
		time: '19:00',
		venue: 'the Council Chamber, Civic Centre, Glenderg',
		present:
			"Cllr B O'Hagan (in the chair); Ald R McKane; Cllr J Devlin; Cllr P Quinn; Cllr S Torney",
		inAttendance:
			'Director of Environment (Mr Walsh); Head of Waste (Mrs Kerr); Committee Clerk (Ms Boyle)',
		apologies: 'Cllr Duffy',
		closed: '20:10',
		exempt: '1 decision',
		decided: [
			'Minutes of Environment Committee held on 8 January 2025: That the minutes be signed as an accurate record. [approved] Cllr Quinn, Cllr Torney',
			'Street Naming: To recommend that the name Millbrook Rise be approved. [approved] Ald McKane, Cllr Devlin',
			'Dog Fouling: That officers write to the Department. [approved]',
			'Confidential Business: That the meeting go in committee. [approved] Cllr Devlin, Cllr Quinn',
			'Tender for Bins: To award the tender to Lagan Plastics. [approved] PRIVATE',
		],
	},
	'trust-annual.txt': {
		body: 'Pennywell Community Land Trust Limited',
		date: '21 June 2025',
		time: '10:30',
		venue: 'The Reading Room, Pennywell',
		apologies: 'Tim Bell; Vera Stone; Lou Hart',
		closed: '11:50',
		decided: [
			'MINUTES OF THE 2024 AGM: The minutes of the AGM held on 15 June 2024 were approved. [approved] Gus Field, May Rowe unanimous',
			'ACCOUNTS: That the accounts for the year to 31 December 2024 be adopted. [approved] Ann Pike, Gus Field 32-0-2',
		],
	},
	'city-lettered.txt': {
		body: 'City Council',
		date: '9 September 2025',
		time: '18:00',
		venue: 'City Hall',
		present: 'Councilmember Avery; Bond; Carr; Diaz',
		apologies: 'Council Member Eads (absent)',
		closed: '19:21',
		decided: [
			'APPROVAL OF AGENDA: To approve the agenda. [approved] Avery, Bond 4-0',
			'CONSENT CALENDAR: To approve the consent calendar. [approved] Carr, Diaz 4-0',
			'ORDINANCE NO. 25-11: To adopt Ordinance No. 25-11. [approved] Bond, Avery 3-2',
		],
	},
	'burial-board-tables.md': {
		body: 'Lower Dale Joint Burial Board',
		date: '9 January 2025',
		time: '19:00',
		venue: 'the Chapel, Dale Road',
		present: 'Cllr A. Reed (Chairman); Cllr B. Moss; Cllr C. Vane',
		inAttendance: 'Mrs E. Tate (Clerk)',
		apologies: 'Cllr D. Nunn',
		nextMeeting: '10 April 2025, 19:00',
		decided: [
			'02/25 Minutes: The minutes of 10th October 2024 were agreed and signed. [approved]',
			'03/25 Fees: To raise fees by 4% from 1st April 2025. [approved] Cllr Moss, Cllr Vane',
			'04/25 Yew trees: To obtain three quotes. [approved]',
		],
		actions: ['To obtain quotes by 1 March 2025 – Clerk by 1 March 2025'],
	},
	'housing-tables.md': {
		body: 'Board',
		date: '27 November 2024',
		time: '17:30',
		present: 'Ada Flint – Chair; Ben Stow – Vice-Chair',
		inAttendance: 'Dev Shah – Chief Executive',
		apologies: 'Cara Winn – Board member',
		nextMeeting: '29 January 2025',
		decided: [
			'Minutes of 25 September 2024: The minutes were approved as an accurate record. [approved]',
			'Budget 2025/26: The Board approved the budget of £3.2m. [approved]',
			'Rent setting: That rents rise by 2.7% from April. [approved]',
		],
		actions: ['To publish the budget by 15 January 2025 – DS by 15 January 2025'],
	},
};

const votes = ({vote, unanimous}: FoundDecision): string =>
	vote
		? `${vote.for}-${vote.against}${vote.abstained === undefined ? '' : `-${vote.abstained}`}`
		: unanimous
			? 'unanimous'
			: '';
const line = (one: FoundDecision): string =>
	[
		`${[one.minuteNumber, one.title].filter(Boolean).join(' ')}: ${one.text} [${one.outcome}]`,
		[one.mover, one.seconder].filter(Boolean).join(', '),
		votes(one),
		one.exempt ? 'PRIVATE' : '',
	]
		.filter(Boolean)
		.join(' ');

describe('what minutes say', () => {
	test.each(Object.entries(papers))('%s', async (name, {decided, actions = [], ...told}) => {
		const found = await read(name);
		expect(found.kind).toBe('minutes');
		const fields = [
			'body',
			'date',
			'time',
			'venue',
			'present',
			'inAttendance',
			'apologies',
			'nextMeeting',
			'closed',
			'exempt',
		];
		expect(Object.fromEntries(fields.map((field) => [field, shown(found, field)]))).toEqual(
			Object.fromEntries(fields.map((field) => [field, (told as Record<string, string>)[field]])),
		);
		expect(decisions(found).map(line)).toEqual(decided);
		expect(
			found.findings.filter(({field}) => field === 'actions').map((finding) => finding.shown),
		).toEqual(actions);
	});
});

describe('names in lists', () => {
	test.each([
		[
			'Councillors A. Bird (Chair), C. Dunn-Hale and Dr E.M. Fry.',
			'Councillor A. Bird (Chair); Councillor C. Dunn-Hale; Dr E.M. Fry',
		],
		[
			'Mayor Hull, Councilmembers Lane and Voss',
			'Mayor Hull; Councilmember Lane; Councilmember Voss',
		],
		['Cllr J Hay (illness), Cllr P Low (on holiday)', 'Cllr J Hay; Cllr P Low'],
		['Mr T Vance, Clerk; two members of the public', 'Mr T Vance, Clerk'],
		['Councillors Park (J) and Park (M)', 'Councillor Park (J); Councillor Park (M)'],
		['City Manager Jensen and the Town Clerk', 'City Manager Jensen'],
		[
			'Head of Waste (Mrs Kerr), Director, Parks and Water (Mr Hill)',
			'Head of Waste (Mrs Kerr); Director, Parks and Water (Mr Hill)',
		],
		['Consent Agenda', ''],
		['Public Questions and Matters Arising', ''],
		['None', ''],
	])('%s', (text, says) => {
		expect(
			namesIn(text)
				.named.map((one) => one.shown)
				.join('; '),
		).toBe(says);
	});
});

describe('how a motion went', () => {
	test.each([
		['For: 4, Against: 0, Abstained: 1.', {vote: {for: 4, against: 0, abstained: 1}}],
		[
			'RESOLVED by five votes to two, with one abstention',
			{vote: {for: 5, against: 2, abstained: 1}},
		],
		['The motion was lost, 2-4.', {vote: {for: 2, against: 4}, fate: 'lost'}],
		['Motion carried 6-1.', {vote: {for: 6, against: 1}, fate: 'approved'}],
		['With all members voting in favor, the motion carried.', {unanimous: true, fate: 'approved'}],
		[
			'Ayes: Lane, Voss. Nays: None. Motion carried.',
			{vote: {for: 2, against: 0, ayes: ['Lane', 'Voss']}, fate: 'approved'},
		],
		// A vote that contradicts its outcome is not shown.
		[
			'Motion carried 2-5.',
			{fate: 'approved', doubt: 'the vote is told as 2 to 5, and yet it was carried'},
		],
		// Days, sums and ratios are not votes.
		['A grant for 3 years, 2024-25, at 5-10 units.', {}],
		['MOTION BY LANE, SECONDED BY VOSS TO ADOPT IT', {mover: 'LANE', seconder: 'VOSS'}],
		['Cllr Low proposed and Cllr Hay seconded', {mover: 'Cllr Low', seconder: 'Cllr Hay'}],
		['He moved that it be done.', {}],
	])('%s', (text, told) => {
		expect(motionIn(text)).toEqual(told);
	});
});

test.each([
	['at 7.30 p.m. in the hall', '19:30'],
	['7:00 PM', '19:00'],
	['18:00', '18:00'],
	['1400 hours', '14:00'],
	['12 noon', '12:00'],
	['12.15am', '00:15'],
	['£7.30', undefined],
	['paragraph 7.30', undefined],
])('the hour in “%s” is %s', (text, time) => {
	expect(timeIn(text)).toBe(time);
});

describe('people of the database', () => {
	test.each([
		['Cllr J Smith', 'smith'],
		['Councillor Joan Smith (Chair)', 'smith'],
		['Smith', 'smith'],
		['JS', 'smith'],
		['Cllr P Smith', undefined],
		['Mr Brown', undefined],
	])('%s is %s', (name, id) => {
		expect(personNamed(database, name)).toBe(id);
	});
});

describe('minutes become a meeting of the past', () => {
	const text = (
		present: string,
	) => `Minutes of a meeting of the IMT Board held on 12 March 2026 at 2 pm in the Town Hall

Present: ${present}

Apologies: Gwen Davies

1. Slipway

It was proposed by Cllr Smith, seconded by Cllr Jones and RESOLVED that the slipway be repaired. For: 2, Against: 0.

2. Exclusion of the public

RESOLVED that the public be excluded for the next item.

3. Lease of the kiosk

RESOLVED that the rent of Harbour Ices be £900.
`;
	const from = async (present: string, set = {}) => {
		const found = await reviewFile(Buffer.from(text(present)), 'm.txt', database, {set});
		const planned = await plan(database, found, {}, {board: 'B-1'});
		if ('refusal' in planned) throw new Error(planned.refusal);
		return {found, ...planned, after: accepted(database, planned.changes).database};
	};

	test('with who was there, who moved and how it was voted on, where the database knows everybody', async () => {
		const {after, notes} = await from('Cllr J Smith (Chair), Cllr P Jones');
		expect(check(after)).toEqual([]);
		expect(after.meetings.at(-1)).toMatchObject({
			startsAt: '2026-03-12T14:00',
			venue: 'the Town Hall',
			attendance: [
				{person: 'smith', status: 'present'},
				{person: 'jones', status: 'present'},
			],
			apologies: [{person: 'davies'}],
		});
		expect(after.decisions.at(-3)).toMatchObject({
			resolution: 'That the slipway be repaired.',
			mover: 'smith',
			seconder: 'jones',
			vote: {method: 'show-of-hands', for: 2, against: 0},
		});
		expect(notes).toEqual([]);
	});

	test('without a roll where somebody is not known: a part of it would tell of another meeting', async () => {
		const {after, notes} = await from('Cllr J Smith (Chair), Cllr Q Stranger');
		expect(after.meetings.at(-1)?.attendance).toEqual([]);
		expect(JSON.stringify(after)).not.toContain('Stranger');
		expect(notes.join()).toBe(
			'who was there stays in the paper: 1 of 3 is not among the people of the database (Cllr Q Stranger)',
		);
	});

	test('in which what followed the exclusion is private until somebody releases it, and that is counted', async () => {
		const {after, found} = await from('Cllr J Smith');
		const items = after.meetings.at(-1)?.agenda ?? [];
		expect(items.map(({title, exempt}) => [title, exempt])).toEqual([
			['Slipway', undefined],
			['Exclusion of the public', undefined],
			['Lease of the kiosk', {paragraphs: []}],
		]);
		expect(shown(found, 'exempt')).toBe('1 decision');
		expect(found.remarks.join()).toContain('1 decision waits for somebody to release it');
		const skipped = await plan(database, found, {exempt: {take: 'skip'}}, {board: 'B-1'});
		expect(JSON.stringify(skipped)).toContain('"exempt":{"paragraphs":[]}');
		const released = await from('Cllr J Smith', {exempt: 'no'});
		expect(released.after.meetings.at(-1)?.agenda.some(({exempt}) => exempt)).toBe(false);
	});
});
