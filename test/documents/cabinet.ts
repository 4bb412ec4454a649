// A meeting of a cabinet in which nearly everything happens that minutes have to tell: a late arrival, interests,
// an amendment, a casting vote, an inquorate item, an exempt one, minutes approved, corrected and signed.
import type {Change} from '../../source/domain/changes/index.ts';
import {commit} from '../../source/domain/commit.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {beforeCabinet} from './cabinet-data.ts';

const meeting = 'M-3';
const attend = (person: string, to: 'present' | 'apologies' | 'in-attendance', held = meeting) =>
	({kind: 'attendance/set', meeting: held, person, to}) satisfies Change;
const move = (from: string, to: string): Change => ({kind: 'meeting/move', id: meeting, from, to});

type Act = [at: string, ...changes: Change[]];

const summoned: Act[] = [
	[
		'2026-10-01T09:00',
		{
			kind: 'agenda/exempt',
			meeting,
			item: 'I-16',
			to: {
				paragraphs: [3],
				title: 'Purchase of land',
				summary: 'The Cabinet considered whether to buy land for a depot.',
			},
		},
	],
	['2026-10-02T09:00', {kind: 'meeting/publish', id: meeting, on: '2026-10-02'}],
	[
		'2026-10-09T15:00',
		{
			kind: 'agenda/add',
			meeting,
			itemKind: 'urgent',
			title: 'Flooding of the server room',
			minutes: 5,
			urgency:
				'The damage of 8 October must be made good before the insurance lapses on 16 October.',
			at: 4,
		},
	],
];

const sat: Act[] = [
	['2026-10-12T13:01', {kind: 'meeting/open', id: meeting}],
	[
		'2026-10-12T13:02',
		attend('reed', 'present'),
		attend('smith', 'present'),
		attend('jones', 'present'),
		attend('patel', 'present'),
		attend('davies', 'apologies'),
		attend('clerk', 'in-attendance'),
		attend('finance', 'in-attendance'),
	],
	['2026-10-12T13:04', move('I-11', 'I-12')],
	[
		'2026-10-12T13:05',
		{
			kind: 'declaration/add',
			meeting,
			item: 'I-13',
			person: 'jones',
			interest: 'dpi',
			nature: 'employed by one of the bidders.',
			withdrew: true,
		},
		{
			kind: 'declaration/add',
			meeting,
			item: 'I-31',
			person: 'jones',
			interest: 'ori',
			nature: 'Trustee of the charity next door',
			withdrew: true,
		},
		{
			kind: 'declaration/add',
			meeting,
			item: 'I-31',
			person: 'patel',
			interest: 'dpi',
			sensitive: true,
			withdrew: false,
		},
		{
			kind: 'declaration/add',
			meeting,
			item: 'I-16',
			person: 'patel',
			interest: 'dpi',
			nature: 'Owns the land beside the Mill Road depot',
			withdrew: false,
			dispensation: 'granted on 1 October 2026 by the Standards Committee, to speak and vote',
		},
		{kind: 'declaration/asked', meeting, none: false},
	],
	['2026-10-12T13:08', move('I-12', 'I-13')],
	['2026-10-12T13:15', {kind: 'attendance/arrive', meeting, person: 'davies'}],
	[
		'2026-10-12T13:20',
		{
			kind: 'agenda/note',
			meeting,
			item: 'I-13',
			to: 'The Head of Data presented the report and answered questions on the timetable.',
		},
	],
	[
		'2026-10-12T13:35',
		{
			kind: 'decision/record',
			meeting,
			item: 'I-13',
			reference: 'C-011-2026/27',
			title: 'Data Platform: award of the contract',
			recommendation:
				'That the contract for the Data Platform be awarded to the bidder ranked first, for five years.',
			resolution:
				'That the contract for the Data Platform be awarded to the bidder ranked first, for three years, with an option for two more.',
			outcome: 'approved-as-amended',
			reasons: 'A shorter term lets the Council respond to the change of law expected in 2029.',
			alternatives:
				'To build the platform in house: rejected, as the skills cannot be hired in time. To award for five years: rejected in favour of the amendment.',
			alternativesConfirmed: true,
			mover: 'smith',
			seconder: 'patel',
			amendments: [
				{
					text: 'That “five years” read “three years, with an option for two more”.',
					mover: 'davies',
					seconder: 'reed',
					vote: {method: 'show-of-hands', for: 3, against: 1},
					fate: 'carried',
				},
				{
					text: 'That the option be struck out.',
					mover: 'patel',
					seconder: 'smith',
					vote: {
						method: 'recorded',
						ballots: [
							{person: 'patel', vote: 'for'},
							{person: 'reed', vote: 'against'},
							{person: 'smith', vote: 'for'},
							{person: 'davies', vote: 'against'},
						],
					},
					fate: 'lost',
				},
			],
			vote: {
				method: 'show-of-hands',
				for: 2,
				against: 2,
				abstained: 0,
				casting: {person: 'reed', vote: 'for'},
				ballots: [{person: 'patel', vote: 'against'}],
			},
			key: true,
			keyReason: 'spending of more than £500,000',
			projects: ['P2-02'],
		},
		{
			kind: 'project/status',
			id: 'P2-02',
			from: 'proposed',
			to: 'in-progress',
			note: 'Contract awarded.',
		},
		{
			kind: 'action/add',
			text: 'Sign the contract',
			owner: 'Head of Data',
			due: '2026-10-30',
			meeting,
			item: 'I-13',
			follows: true,
		},
	],
	['2026-10-12T13:40', move('I-13', 'I-14')],
	[
		'2026-10-12T13:45',
		{
			kind: 'decision/record',
			meeting,
			item: 'I-14',
			title: 'Laptop refresh: third quarter',
			resolution: 'That progress be noted, and that the third quarter’s figures be published.',
			// Its reasons and alternatives are still to be written: the record is not complete.
			outcome: 'approved',
			mover: 'reed',
			seconder: 'jones',
			vote: {method: 'no-dissent'},
		},
		{
			kind: 'action/status',
			id: 'A-1',
			from: 'open',
			to: 'done',
			note: 'On the website since 9 October',
		},
	],
	['2026-10-12T13:46', {kind: 'attendance/leave', meeting, person: 'reed'}],
	['2026-10-12T13:47', move('I-14', 'I-31')],
	[
		'2026-10-12T13:50',
		{
			kind: 'decision/record',
			meeting,
			item: 'I-31',
			title: 'Flooding of the server room',
			resolution: 'That the item be deferred to a meeting to be called within the week.',
			outcome: 'deferred',
			procedural: true,
		},
	],
	['2026-10-12T13:52', move('I-31', 'I-15')],
	['2026-10-12T13:53', {kind: 'attendance/arrive', meeting, person: 'reed'}],
	[
		'2026-10-12T13:54',
		{
			kind: 'decision/record',
			meeting,
			item: 'I-15',
			title: 'Exclusion of press and public',
			resolution:
				'That the press and public be excluded during item 7, on the ground that exempt information as defined in paragraph 3 of Part 1 of Schedule 12A would be disclosed.',
			outcome: 'approved',
			procedural: true,
			mover: 'reed',
			seconder: 'smith',
			vote: {method: 'no-dissent'},
			excludes: [{item: 'I-16', basis: 'exempt', paragraphs: [3]}],
		},
	],
	['2026-10-12T13:55', move('I-15', 'I-16')],
	[
		'2026-10-12T14:10',
		{
			kind: 'agenda/note',
			meeting,
			item: 'I-16',
			to: 'The seller asks for £1.3 million.',
		},
		{
			kind: 'decision/record',
			meeting,
			item: 'I-16',
			title: 'Purchase of the Mill Road depot',
			resolution: 'That the Mill Road depot be bought for up to £1.2 million.',
			outcome: 'approved',
			reasons: 'The lease of the present depot ends in 2027.',
			alternatives: 'To extend the lease: rejected, as the landlord refused.',
			alternativesConfirmed: true,
			mover: 'jones',
			seconder: 'davies',
			vote: {
				method: 'recorded',
				ballots: [
					{person: 'reed', vote: 'for'},
					{person: 'smith', vote: 'for'},
					{person: 'jones', vote: 'for'},
					{person: 'davies', vote: 'abstained'},
					{person: 'patel', vote: 'against'},
				],
			},
		},
		{
			kind: 'action/add',
			text: 'Make the offer for Mill Road',
			owner: 'Head of Property',
			due: '2026-10-19',
			meeting,
			item: 'I-16',
		},
	],
	['2026-10-12T14:15', {kind: 'meeting/close', id: meeting}],
];

const published: Act[] = [
	['2026-10-14T10:00', {kind: 'decision/publish', id: 'D-2', on: '2026-10-14'}],
	['2026-10-14T13:05', {kind: 'minutes/issue', meeting}],
];

const approved: Act[] = [
	['2026-11-09T14:00', {kind: 'meeting/open', id: 'M-4'}],
	[
		'2026-11-09T14:01',
		...['reed', 'smith', 'jones', 'davies', 'patel'].map((person) =>
			attend(person, 'present', 'M-4'),
		),
	],
	['2026-11-09T14:05', {kind: 'meeting/move', id: 'M-4', from: 'I-21', to: 'I-23'}],
	['2026-11-09T14:06', {kind: 'minutes/approve', meeting, by: 'M-4'}],
];

const signed: Act[] = [
	['2026-11-09T14:20', {kind: 'meeting/close', id: 'M-4'}],
	['2026-11-09T14:30', {kind: 'minutes/sign', meeting, by: 'reed', on: '2026-11-09'}],
	[
		'2026-11-16T09:00',
		{
			kind: 'minutes/correct',
			meeting,
			item: 'I-13',
			from: 'The Head of Data presented the report and answered questions on the timetable.',
			to: 'The Head of Data presented the report and answered questions on timetable and price.',
			reason: 'The question on the price had been left out',
		},
	],
];

const stages = {summoned, sat, published, approved, signed};
export type Stage = keyof typeof stages;

/** The database as it is once that stage is over, its log included; always the same, seals too. */
export function cabinet(stage: Stage): Database {
	let database = beforeCabinet();
	for (const [name, acts] of Object.entries(stages)) {
		for (const [at, ...changes] of acts) {
			const id = `act-${database.revision + 1}`;
			const outcome = commit(
				database,
				{id, changes},
				{
					now: `${at}:00.000Z`,
					actor: {user: 'clerk', host: 'council', name: 'Sam Clerk'},
					session: 'session-clerk',
					salt: '00112233445566778899aabbccddeeff',
				},
			);
			if (!outcome.ok) throw new Error(`refused: ${outcome.rejection.message}`);
			database = outcome.database;
		}
		if (name === stage) return database;
	}
	return database;
}
