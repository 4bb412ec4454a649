// What somebody found who tried to bring about again what real meetings had shown: facts of one record that cannot both be.
import {describe, expect, test} from 'vitest';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import {proposeAgenda} from '../../source/domain/queries/meeting/agenda.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {statementOf} from '../../source/domain/queries/minutes/statement.ts';
import {unrecordedIn} from '../../source/domain/queries/minutes/unrecorded.ts';
import type {Database, Vote} from '../../source/domain/schema/index.ts';
import {charity} from '../helpers/charity.ts';
import {committeeMeeting as meeting, makeCouncil, meetingOf, played} from '../helpers/council.ts';
import {accepted, contextAt, objection, present} from '../helpers/database.ts';

const printed = (database: Database, id = meeting): string =>
	toMarkdown(minutesDocument(minutesOf(database, id)));

/** What is printed under an item, up to the next. */
const under = (text: string, title: string): string =>
	text.split(/^## /m).find((part) => part.includes(title)) ?? '';

const move = (from: string, to: string): Change => ({kind: 'meeting/move', id: meeting, from, to});
const mark = (person: string, from: 'present' | undefined, to: 'absent'): Change => ({
	kind: 'attendance/set',
	meeting,
	person,
	from,
	to,
});
const dispose = (item: string, to: 'not-reached' | 'withdrawn' | 'deferred'): Change => ({
	kind: 'agenda/dispose',
	meeting,
	item,
	to,
});
const hands = (yes: number, no: number): Vote => ({method: 'show-of-hands', for: yes, against: no});
const decide = (
	more: Partial<Extract<Change, {kind: 'decision/record'}>> = {},
): Extract<Change, {kind: 'decision/record'}> => ({
	kind: 'decision/record',
	meeting,
	item: 'I-9',
	title: 'Mill Lane',
	resolution: 'That permission be granted.',
	outcome: 'approved',
	mover: 'khan',
	seconder: 'byrne',
	vote: hands(4, 0),
	...more,
});

/** The committee sits with its chair, vice-chair and two members; the roll says nothing of the fifth. */
const sitting = (...acts: [time: string, ...changes: Change[]][]): Database =>
	played(
		makeCouncil(),
		['10:00', {kind: 'meeting/open', id: meeting}],
		['10:01', ...present(['lane', 'pole', 'khan', 'byrne'], meeting)],
		...acts,
	);

describe('an item that was noted as not reached', () => {
	test('was reached once it is taken up: nothing says otherwise, and it is not proposed again', () => {
		const database = sitting(
			['10:02', dispose('I-9', 'not-reached')],
			['10:05', move('I-6', 'I-9')],
			['10:10', decide()],
			['10:20', {kind: 'meeting/close', id: meeting}],
		);
		expect(under(printed(database), '4. Mill Lane')).toContain(
			'RESOLVED: That permission be granted.',
		);
		expect(printed(database)).not.toContain('This item was not reached.');
		const titles = proposeAgenda(database, database.boards[2]!).map(({title}) => title);
		expect(titles).not.toContain('Mill Lane');
	});

	test('is not decided on, and what was decided on was reached', () => {
		expect(objection(sitting(['10:02', dispose('I-9', 'not-reached')]), decide())).toBe(
			'item 4 Mill Lane is noted as not reached, and D-2 was decided on it: one of them is wrong',
		);
		expect(objection(sitting(['10:02', decide()]), dispose('I-9', 'not-reached'))).toBe(
			'item 4 Mill Lane is noted as not reached, and D-2 was decided on it: one of them is wrong',
		);
	});

	test('may be put off by a resolution, and one that was withdrawn by a step of the meeting too', () => {
		const off = decide({outcome: 'deferred', resolution: 'That the matter be deferred.'});
		expect(objection(sitting(['10:02', dispose('I-9', 'not-reached')]), off)).toBeUndefined();
		const step = decide({procedural: true, resolution: 'That leave be given to withdraw it.'});
		expect(objection(sitting(['10:02', dispose('I-9', 'withdrawn')]), step)).toBeUndefined();
		expect(objection(sitting(['10:02', dispose('I-9', 'withdrawn')]), decide())).toContain(
			'is noted as withdrawn',
		);
	});
});

describe('a casting vote', () => {
	const tie: Vote = {...hands(2, 2), casting: {person: 'lane', vote: 'for'}};

	test('rests on who presided: another in the chair is asked about', () => {
		const database = sitting(['10:05', move('I-6', 'I-9')], ['10:10', decide({vote: tie})]);
		for (const change of [
			{kind: 'agenda/preside', meeting, item: 'I-9', to: 'pole'},
			{kind: 'meeting/preside', id: meeting, to: 'pole'},
		] satisfies Change[]) {
			expect(objection(database, change)).toContain(
				'this puts Cllr Pole in the chair for decision D-2',
			);
		}
	});

	test('of another decision does not: the chair is given to somebody', () => {
		const database = sitting(['10:05', move('I-6', 'I-9')], ['10:10', decide()]);
		expect(
			objection(database, {kind: 'agenda/preside', meeting, item: 'I-9', to: 'pole'}),
		).toBeUndefined();
	});
});

test('a break is not told over what was decided meanwhile', () => {
	const database = sitting(['10:05', move('I-6', 'I-9')], ['10:10', decide()]);
	const broke = (time: string): Change => ({
		kind: 'meeting/adjourn',
		id: meeting,
		at: `2026-11-22T${time}:00.000Z`,
	});
	expect(objection(database, broke('10:08'), contextAt('10:20'))).toBe(
		'decision D-2 Mill Lane at 10:10 cannot be: the meeting had been adjourned at 10:08',
	);
	expect(objection(database, broke('10:12'), contextAt('10:20'))).toBeUndefined();
});

describe('whoever sent apologies for coming late', () => {
	const late: Change = {kind: 'attendance/set', meeting, person: 'ward', late: true};

	test('and of whom nobody says that they came, did not send apologies for absence', () => {
		const database = sitting(['10:02', late], ['10:20', {kind: 'meeting/close', id: meeting}]);
		const text = printed(database);
		expect(text).toContain('Apologies for lateness were received from Cllr Ward.');
		expect(text).not.toContain('**Apologies:**');
		expect(text).toContain('> Whether Cllr Ward attended was not recorded.');
		expect(unrecordedIn(database, meetingOf(database))).toContain('whether Cllr Ward attended');
	});

	test('and came, is present, and nothing is left open', () => {
		const database = sitting(
			['10:02', late],
			['10:15', {kind: 'attendance/arrive', meeting, person: 'ward'}],
			['10:20', {kind: 'meeting/close', id: meeting}],
		);
		expect(printed(database)).not.toContain('was not recorded.\n\n## 1');
		expect(unrecordedIn(database, meetingOf(database))).not.toContain('whether Cllr Ward attended');
	});
});

describe('nobody was away who did something in the room', () => {
	test('who came, or left', () => {
		const database = sitting(['10:05', {kind: 'attendance/leave', meeting, person: 'khan'}]);
		expect(objection(database, mark('khan', 'present', 'absent'))).toBe(
			'Cllr Khan left at 10:05: who was there for a part of it was not away. If that is wrong, take it back first',
		);
	});

	test('who presided', () => {
		const database = sitting(['10:05', {kind: 'agenda/preside', meeting, item: 'I-9', to: 'pole'}]);
		expect(objection(database, mark('pole', 'present', 'absent'))).toBe(
			'Cllr Pole presides over item 4 Mill Lane: put somebody else in the chair first',
		);
	});

	test('who declared an interest', () => {
		const database = sitting([
			'10:05',
			{kind: 'declaration/add', meeting, person: 'khan', item: 'I-9', interest: 'nri'},
		]);
		expect(objection(database, mark('khan', 'present', 'absent'))).toBe(
			'Cllr Khan declared an interest in it: take that back first',
		);
		expect(objection(database, mark('byrne', 'present', 'absent'))).toBeUndefined();
	});
});

test('with the last declaration that is taken back goes that the meeting was asked: it is said again', () => {
	const declared = sitting(
		['10:02', {kind: 'declaration/asked', meeting, none: true}],
		['10:04', {kind: 'declaration/add', meeting, person: 'khan', item: 'I-9', interest: 'nri'}],
	);
	const [only] = meetingOf(declared).declarations ?? [];
	const database = played(declared, [
		'10:05',
		{kind: 'declaration/remove', meeting, id: only?.id ?? ''},
	]);
	expect(unrecordedIn(database, meetingOf(database))).toContain(
		'whether anybody was asked about interests',
	);
	expect(printed(database)).not.toContain('No interests were declared.');
});

describe('minutes that a meeting approved', () => {
	const trustees = 'M-3';
	const approves = (outcome: 'approved' | 'lost', vote: Vote): Change[] => [
		{
			kind: 'decision/record',
			meeting: trustees,
			item: 'I-18',
			title: 'Minutes',
			resolution: 'That the minutes be approved as a correct record.',
			outcome,
			procedural: true,
			vote,
		},
		{kind: 'minutes/approve', meeting: 'M-2', by: trustees},
	];
	const at = (time: string) => contextAt(time, 'clerk', '2026-12-08');
	const open = (): Database =>
		playedOn(
			charity(),
			['18:30', {kind: 'meeting/open', id: trustees}],
			['18:31', ...present(['chair', 'vice-chair', 'treasurer', 'building'], trustees)],
			['18:32', {kind: 'meeting/move', id: trustees, from: 'I-16', to: 'I-18'}],
		);
	const statusOf = (database: Database) => meetingOf(database, 'M-2').minutes?.status;

	/** After acts at their times of the day of the trustees' meeting. */
	function playedOn(database: Database, ...acts: [time: string, ...changes: Change[]][]): Database {
		return acts.reduce((before, [time, ...changes]) => {
			const outcome = objection(before, changes, at(time));
			if (outcome !== undefined) throw new Error(outcome);
			return acceptedOn(before, changes, time);
		}, database);
	}
	const acceptedOn = (database: Database, changes: Change[], time: string): Database =>
		accepted(database, changes, at(time)).database;

	test('are not approved any more where the resolution was lost after all, or is retracted', () => {
		const approved = playedOn(open(), ['18:33', ...approves('approved', hands(4, 0))]);
		expect(statusOf(approved)).toBe('approved');
		const id = approved.decisions.at(-1)?.id ?? '';
		const lost = playedOn(approved, [
			'18:34',
			{
				kind: 'decision/edit',
				id,
				fields: {
					outcome: {from: 'approved', to: 'lost'},
					vote: {from: hands(4, 0), to: hands(1, 3)},
				},
			},
		]);
		expect(statusOf(lost)).toBe('issued');
		expect(printed(lost, 'M-2')).toContain('> Issued: not yet approved as a correct record.');
		const retracted = playedOn(approved, [
			'18:34',
			{kind: 'decision/retract', id, reason: 'it was not put'},
		]);
		expect(statusOf(retracted)).toBe('issued');
	});

	test('stay so where another field of the resolution is edited', () => {
		const approved = playedOn(open(), ['18:33', ...approves('approved', hands(4, 0))]);
		const id = approved.decisions.at(-1)?.id ?? '';
		const edited = playedOn(approved, [
			'18:34',
			{kind: 'decision/edit', id, fields: {title: {from: 'Minutes', to: 'The minutes'}}},
		]);
		expect(statusOf(edited)).toBe('approved');
	});

	test('are not approved by a motion that was lost', () => {
		expect(objection(open(), approves('lost', hands(1, 3)), at('18:33'))).toContain(
			'did not approve them: D-5 was lost',
		);
	});
});

describe('an item that was marked to be taken en bloc', () => {
	const mark = (item: string): Change => ({kind: 'agenda/en-bloc', meeting, item, to: true});
	const both = [decide(), decide({item: 'I-10', title: 'Bids for the depot'})];

	test('was taken so where one act decided it with others', () => {
		const text = printed(sitting(['10:02', mark('I-9'), mark('I-10')], ['10:05', ...both]));
		expect(under(text, '4. Mill Lane')).toContain('**Taken:** en bloc with others');
	});

	test('and was pulled out, or never reached, was not', () => {
		const alone = sitting(['10:02', mark('I-9'), mark('I-10')], ['10:05', decide()]);
		expect(printed(alone)).not.toContain('en bloc');
		expect(printed(sitting(['10:02', mark('I-9')]))).not.toContain('en bloc');
	});
});

test('what was decided under a decision that was recorded by mistake lacks its power', () => {
	const given = sitting([
		'10:10',
		decide({delegations: [{matter: 'sign the lease', to: 'Head of Property'}]}),
	]);
	const used = played(given, [
		'11:00',
		{
			kind: 'decision/take',
			board: 'B-2',
			title: 'The lease',
			resolution: 'That the lease be signed.',
			outcome: 'approved',
			date: '2026-11-22',
			reasons: 'The terms are agreed.',
			alternatives: 'none',
			under: {decision: 'D-2'},
		},
	]);
	const says = (database: Database) => statementOf(database, 'D-3').lacks.map((one) => one.says);
	expect(says(used)).not.toContain('a delegation that stands: D-2 was retracted');
	const retracted = played(used, [
		'11:10',
		{kind: 'decision/retract', id: 'D-2', reason: 'a slip'},
	]);
	expect(says(retracted)).toContain('a delegation that stands: D-2 was retracted');
});

test('an item is not made a budget after hands were counted on it, nor hands counted on one', () => {
	const council = makeCouncil();
	const full = {
		...council,
		boards: council.boards.map((board) =>
			board.id === 'B-3' ? {...board, kind: 'council' as const} : board,
		),
	};
	const begun = played(
		full,
		['10:00', {kind: 'meeting/open', id: meeting}],
		['10:01', ...present(['lane', 'pole', 'khan', 'byrne'], meeting)],
	);
	const budget: Change = {
		kind: 'agenda/edit',
		meeting,
		item: 'I-9',
		fields: {budget: {to: true}},
	};
	const wants = 'by name';
	expect(objection(played(begun, ['10:05', decide()]), budget)).toContain(wants);
	expect(objection(played(begun, ['10:05', budget]), decide())).toContain(wants);
	expect(objection(begun, budget)).toBeUndefined();
});

test('a private session that was resolved on its own item, in words of its own, is told to the public as resolved', () => {
	const database = sitting(
		['10:02', move('I-6', 'I-10')],
		[
			'10:03',
			decide({
				item: 'I-10',
				title: 'Private session',
				resolution: 'That the bids be talked of in private.',
				procedural: true,
				vote: {method: 'no-dissent'},
				excludes: [{item: 'I-10', basis: 'exempt', paragraphs: [3]}],
			}),
		],
		['10:20', {kind: 'meeting/close', id: meeting}],
	);
	const text = toMarkdown(minutesDocument(minutesOf(database, meeting, {publicOnly: true})));
	expect(text).toContain('**Public excluded:** by decision D-2 (item 5)');
	expect(text).not.toContain('no resolution to exclude them is recorded');
	expect(text).not.toContain('That the bids be talked of');
});

test('whoever was elected to the chair was not in it for their own election', () => {
	const database = sitting(
		[
			'10:02',
			decide({
				item: 'I-7',
				title: 'Election of a chair',
				resolution: 'That Cllr Byrne be elected chair for this meeting.',
				procedural: true,
				mover: 'pole',
				seconder: 'khan',
				candidates: [{person: 'byrne', elected: true}],
				vote: undefined,
			}),
			{kind: 'meeting/preside', id: meeting, to: 'byrne'},
		],
		['10:03', move('I-6', 'I-7')],
		['10:05', move('I-7', 'I-9')],
	);
	const text = printed(database);
	expect(under(text, '2. Declarations')).toContain('Election of a chair');
	expect(under(text, '2. Declarations')).not.toContain('**Presiding:** Cllr Byrne');
	expect(under(text, '4. Mill Lane')).toContain('**Presiding:** Cllr Byrne');
});

test('the day on which a version was issued stands once, though the meeting sat on several', () => {
	const acts: [string, string, ...Change[]][] = [
		['2026-11-22', '10:30', {kind: 'meeting/adjourn', id: meeting}],
		['2026-11-24', '10:00', {kind: 'meeting/resume', id: meeting}],
		['2026-11-24', '10:30', {kind: 'meeting/close', id: meeting}],
		['2026-11-24', '10:40', {kind: 'minutes/issue', meeting}],
	];
	const database = acts.reduce(
		(before, [day, time, ...changes]) =>
			accepted(before, changes, contextAt(time, 'clerk', day)).database,
		sitting(),
	);
	expect(printed(database)).toContain('Version 1, issued 24 November 2026 at 10:40 ·');
});
