// What minutes say that nobody counts: a voice vote, all in favour, when the public left.
import {describe, expect, test} from 'vitest';
import {registerDocument, registerOf} from '../../source/documents/decision-register.ts';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {noticeDocument} from '../../source/documents/notice.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {statementOf} from '../../source/domain/queries/minutes/statement.ts';
import type {Database, Profile, Vote} from '../../source/domain/schema/index.ts';
import {charity} from '../helpers/charity.ts';
import {
	cabinetMeeting,
	committeeMeeting as meeting,
	makeCouncil,
	meetingOf,
	played,
} from '../helpers/council.ts';
import {accepted, contextAt, objection, present} from '../helpers/database.ts';
import {flat, into, open} from '../ui/scene.ts';

const printed = (database: Database, id = meeting): string =>
	toMarkdown(minutesDocument(minutesOf(database, id)));

const move = (from: string, to: string): Change => ({kind: 'meeting/move', id: meeting, from, to});

const decide = (
	vote: Vote,
	more: Partial<Extract<Change, {kind: 'decision/record'}>> = {},
): Change => ({
	kind: 'decision/record',
	meeting,
	item: 'I-9',
	title: 'Mill Lane',
	resolution: 'That permission be granted.',
	outcome: 'approved',
	mover: 'khan',
	seconder: 'byrne',
	vote,
	...more,
});

function sitting(profile: Profile = 'england'): Database {
	const council = makeCouncil();
	return played(
		{...council, rules: {...council.rules, profile}},
		['10:00', {kind: 'meeting/open', id: meeting}],
		['10:01', ...present(['lane', 'pole', 'khan', 'byrne'], meeting)],
		['10:05', move('I-6', 'I-9')],
	);
}

const heard: Vote = {method: 'voices', declared: 'carried'};
const lost: Vote = {method: 'voices', declared: 'lost'};

describe('a vote that nobody counted', () => {
	test.each<[Profile, Vote, string]>([
		['england', heard, '**Vote:** Carried on a voice vote'],
		['england', {method: 'unanimous'}, '**Vote:** Carried unanimously'],
		['us-open-meetings', heard, '**Vote:** Motion carried on a voice vote'],
		['us-open-meetings', {method: 'unanimous'}, '**Vote:** Motion carried unanimously'],
	])('is told as that and without numbers, under %s', (profile, vote, says) => {
		const database = played(sitting(profile), ['10:10', decide(vote)]);
		const text = printed(database);
		expect(text).toContain(says);
		expect(text).not.toMatch(/0 for|0 ayes/);
		expect(toMarkdown(noticeDocument(statementOf(database, 'D-2')))).toContain(says);
	});

	test('and was declared lost, is lost, without numbers', () => {
		const text = printed(played(sitting(), ['10:10', decide(lost, {outcome: 'lost'})]));
		expect(text).toContain('The motion was put and LOST: That permission be granted.');
		expect(text).not.toContain('**Outcome:**');
		expect(text).toContain('**Vote:** Lost on a voice vote');
		expect(objection(sitting(), decide(lost))).toBe('it was declared lost: the outcome is Lost');
		expect(objection(sitting(), decide(heard, {outcome: 'lost'}))).toBe(
			'the motion was carried: the outcome cannot be Lost',
		);
	});

	test.each<[string, Vote, string]>([
		[
			'a voice vote says what was declared',
			{method: 'voices'},
			'a vote by voice is not counted: say whether it was declared carried or lost',
		],
		[
			'and has no numbers',
			{...heard, for: 4},
			'a vote by voice is not counted: say whether it was declared carried or lost',
		],
		[
			'in a unanimous one nobody abstained',
			{method: 'unanimous', ballots: [{person: 'pole', vote: 'abstained'}]},
			'carried unanimously: then nobody abstained',
		],
		[
			'hands are counted, not declared',
			{method: 'show-of-hands', for: 4, against: 0, declared: 'carried'},
			'what is counted is not declared: leave “declared” out',
		],
	])('%s', (_, vote, says) => {
		expect(objection(sitting(), decide(vote))).toBe(says);
	});

	test('cannot show that more than most were for it', () => {
		expect(objection(sitting('plain'), decide(heard, {needs: {share: 'two-thirds'}}))).toBe(
			'more than most of those who vote is counted, not heard: take the numbers',
		);
	});

	test('is typed with one letter, read back and printed in the same words', async () => {
		const app = await open({database: sitting()}, '4');
		await app.press('d');
		await into(app, 'mover', 'ak');
		await into(app, 'seconder', 'tb');
		await into(app, 'resolution', 'That permission be granted.');
		await into(app, 'vote', 'v');
		await app.press('ctrl+d');
		expect(flat(app)).toContain('Carried on a voice vote');
	});
});

describe('the public', () => {
	const exclude: Change = {
		kind: 'decision/record',
		meeting: cabinetMeeting,
		item: 'I-12',
		title: 'Exclusion of the public',
		resolution: 'That the public be excluded.',
		outcome: 'approved',
		procedural: true,
		vote: {method: 'no-dissent'},
		excludes: [{item: 'I-13', basis: 'exempt', paragraphs: [3]}],
	};
	const begun = played(
		makeCouncil(),
		[
			'09:00',
			{kind: 'agenda/exempt', meeting: cabinetMeeting, item: 'I-13', to: {paragraphs: [3]}},
		],
		['10:00', {kind: 'meeting/open', id: cabinetMeeting}],
		['10:01', ...present(['leader', 'deputy', 'holder'], cabinetMeeting)],
	);
	const left: Change = {kind: 'meeting/public-left', id: cabinetMeeting};
	const back: Change = {kind: 'meeting/readmit', id: cabinetMeeting};
	const inPrivate = played(
		begun,
		['10:02', exclude],
		['10:03', {kind: 'meeting/move', id: cabinetMeeting, from: 'I-12', to: 'I-13'}],
	);

	test('left and came back at times that minutes tell, in the public version too', () => {
		const database = played(inPrivate, ['10:04', left], ['10:20', back]);
		for (const publicOnly of [false, true]) {
			const text = toMarkdown(minutesDocument(minutesOf(database, cabinetMeeting, {publicOnly})));
			expect(text).toContain('- **Public left:** 10:04\n- **Public readmitted:** 10:20');
		}
	});

	test('are not said to have left, or come back, where nobody recorded it', () => {
		expect(printed(inPrivate, cabinetMeeting)).not.toContain('Public left');
		expect(printed(inPrivate, cabinetMeeting)).not.toContain('Public readmitted');
	});

	test('neither leave nor come back where nothing is taken in private', () => {
		for (const change of [left, back]) {
			expect(objection(begun, change)).toBe(
				'nothing is taken in private: the public have not been asked to leave',
			);
		}
	});

	test('do so once in an item', () => {
		expect(objection(played(inPrivate, ['10:04', left]), left, contextAt('10:06'))).toBe(
			'the public left at 10:04 already',
		);
		expect(
			objection(played(inPrivate, ['10:04', left], ['10:20', back]), back, contextAt('10:21')),
		).toBe('the public were let in again at 10:20 already');
	});

	test('and the time is told when it was another', () => {
		const database = played(inPrivate, ['10:04', left]);
		const [only] = meetingOf(database, cabinetMeeting).publicLeft ?? [];
		const told = played(database, [
			'10:30',
			{
				kind: 'meeting/time',
				meeting: cabinetMeeting,
				of: `publicLeft/${only?.id}`,
				field: 'at',
				from: only?.at ?? '',
				to: '2026-11-22T10:03:00.000Z',
			},
		]);
		expect(printed(told, cabinetMeeting)).toContain('**Public left:** 10:03');
	});
});

test('a charity says when its private session began', () => {
	const trustees = 'M-3';
	const ground = {paragraphs: [], ground: 'of staff matters'};
	const acts: Change[][] = [
		[{kind: 'agenda/exempt', meeting: trustees, item: 'I-19', to: ground}],
		[{kind: 'meeting/open', id: trustees}],
		present(['chair', 'vice-chair', 'treasurer'], trustees),
		[{kind: 'meeting/move', id: trustees, from: 'I-16', to: 'I-19'}],
		[
			{
				kind: 'decision/record',
				meeting: trustees,
				item: 'I-19',
				title: 'Private session',
				resolution: 'That the board go into private session.',
				outcome: 'approved',
				procedural: true,
				vote: {method: 'no-dissent'},
				excludes: [{item: 'I-19', basis: 'private'}],
			},
		],
		[{kind: 'meeting/public-left', id: trustees}],
	];
	const database = acts.reduce(
		(before, changes) =>
			accepted(before, changes, contextAt('18:30', 'clerk', '2026-12-08')).database,
		charity(),
	);
	expect(printed(database, trustees)).toContain('- **Private session began:** 18:30');
});

test('a resolution in lettered paragraphs is printed with its letters', () => {
	const resolution =
		'That the plan be\n(a) adopted:\n(i) at once;\n(ii) in full; and\n(b) published.';
	const text = printed(played(sitting(), ['10:10', decide({method: 'no-dissent'}, {resolution})]));
	const at = [
		'RESOLVED: That the plan be',
		'(a) adopted:',
		'(i) at once;',
		'(ii) in full; and',
		'(b) published.',
	].map((part) => text.indexOf(part));
	expect(at).not.toContain(-1);
	expect(at).toEqual(at.toSorted((a, b) => a - b));
	expect(text).not.toContain('(1)');
});

test('the names in an amendment’s vote stand by how they voted, as those in the motion’s do', () => {
	const ballots: NonNullable<Vote['ballots']> = [
		{person: 'lane', vote: 'for'},
		{person: 'pole', vote: 'against'},
		{person: 'khan', vote: 'for'},
		{person: 'byrne', vote: 'abstained'},
	];
	const vote: Vote = {method: 'recorded', for: 2, against: 1, abstained: 1, ballots};
	const amendments = [
		{text: 'That the hedge be kept.', mover: 'khan', seconder: 'lane', fate: 'carried', vote},
	] as const;
	const outcome = 'approved-as-amended';
	const text = printed(
		played(sitting(), [
			'10:10',
			decide({method: 'no-dissent'}, {outcome, amendments: [...amendments]}),
		]),
	);
	for (const line of [
		'Voting for: Cllr Lane, Cllr Khan.',
		'Voting against: Cllr Pole.',
		'Abstaining: Cllr Byrne.',
	]) {
		expect(text).toContain(line);
	}
	expect(text).not.toContain('Cllr Lane for');
});

test('the register says an outcome in the words of the law that minutes and notice speak', () => {
	const database = played(sitting('us-open-meetings'), [
		'10:10',
		decide(heard, {outcome: 'deferred', resolution: 'To postpone the matter.'}),
	]);
	const options = {today: '2026-11-22'};
	const {organisation} = database;
	const register = toMarkdown(
		registerDocument({organisation, ...options}, registerOf(database, options)),
	);
	expect(printed(database)).toContain('**Outcome:** Postponed');
	expect(register).toContain('| Postponed |');
	expect(register).toContain('**Outcome:** Postponed');
});
