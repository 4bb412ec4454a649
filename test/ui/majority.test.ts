// What a motion needs to be carried: asked for where a vote is typed, held by the record, told wherever the vote is.
import {expect, test} from 'vitest';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {readMajority, typedMajority} from '../../source/domain/majority.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {charity} from '../helpers/charity.ts';
import {makeCouncil} from '../helpers/council.ts';
import {objection} from '../helpers/database.ts';
import {into, open} from './scene.ts';

/** The decision form on a priority of the charity's meeting, all six trustees present. */
async function deciding(database: Database, vote: string, outcome = '') {
	const app = await open(
		{database, columns: 110, rows: 50},
		...(['go.meeting', 'meeting.open', 'confirm.yes', 'roll.take', 'roll.all-present'] as const),
		...(['place.back', 'meeting.next', 'meeting.next', 'decision.record'] as const),
	);
	await into(app, 'resolution', 'That the lease be signed.');
	if (outcome) await into(app, 'outcome', outcome);
	await into(app, 'mover', 'tr');
	await into(app, 'seconder', 'vc');
	await into(app, 'vote', vote);
	return app;
}

const minutes = (database: Database) =>
	toMarkdown(minutesDocument(minutesOf(database, 'M-3'))).replaceAll('\u00a0', ' ');

test.each([
	['2/3', {share: 'two-thirds'}],
	['two thirds of those voting', {share: 'two-thirds'}],
	['3/4 of members', {share: 'three-quarters', of: 'members'}],
	['most of members', {share: 'simple', of: 'members'}],
	['all of those present', {share: 'unanimous', of: 'present'}],
	['5 votes', {share: 'number', number: 5}],
	[
		'2/3 under article 12 of the constitution',
		{share: 'two-thirds', enactment: 'article 12 of the constitution'},
	],
])('%s is read as a majority, and typed again reads the same', (typed, needs) => {
	expect(readMajority(typed)).toEqual({needs});
	expect(readMajority(typedMajority(needs as never))).toEqual({needs});
});

test.each(['', 'much', '2/3 of the cake', '1/2'])(
	'“%s” is not a majority, and that is said',
	(typed) => {
		expect(readMajority(typed)).toHaveProperty('message');
	},
);

test('a charity types what the motion needs behind the vote, and is shown what that makes of it', async () => {
	const app = await deciding(charity(), '4 2 needs 3/4');
	await expect(app).toShow(
		'Lost on a show of hands: 4 for, 2 against; three quarters of those voting needed',
	);
	await app.press('form.save');
	await expect(app).toShow('5 votes for were needed: the outcome is Lost');
	await into(app, 'outcome', 'l');
	await app.press('form.save', 'confirm.yes');
	await expect(app).toShow('recorded decision');
	expect(app.database().decisions.at(-1)).toMatchObject({
		outcome: 'lost',
		needs: {share: 'three-quarters'},
	});
	expect(minutes(app.database())).toContain(
		'4 for, 2 against; three quarters of those voting needed',
	);
});

test('the board’s own rule holds for each motion without a word; most are enough where that is typed', async () => {
	const rules = {majority: {share: 'two-thirds', of: 'members'}} as const;
	const app = await deciding(charity(rules), '3 2');
	await expect(app).toShow('Lost on a show of hands: 3 for, 2 against; two thirds of all members');
	await app.press('ctrl+u');
	await app.type('3 2 needs most');
	await expect(app).toShow('Carried on a show of hands: 3 for, 2 against; a majority of those');
	await app.press('form.save', 'confirm.yes');
	await expect(app).toShow('recorded decision');
	expect(app.database().decisions.at(-1)?.needs).toEqual({share: 'simple'});
});

test('a committee under a statute needs no more than most, unless the enactment is named', async () => {
	const committee = async () => {
		const app = await open(
			{database: makeCouncil(), columns: 110, rows: 50},
			...([
				'go.meeting',
				'meeting.later',
				'meeting.open',
				'roll.take',
				'roll.all-present',
			] as const),
			...(['place.back', 'meeting.next', 'meeting.next', 'decision.record'] as const),
		);
		return app;
	};
	const app = await committee();
	await into(app, 'vote', '4 1 needs 2/3');
	await expect(app).toShow(
		'a council or committee decides by a majority of those present and voting (LGA 1972 Sch 12',
	);
	await app.type(' under the Local Government Act 1972 s.249');
	await expect(app).toShow('Carried on a show of hands: 4 for, 1 against; two thirds of those');
});

test('a committee’s own rules cannot ask for two thirds, nor let it decide between meetings', () => {
	const edit = (fields: object) =>
		objection(makeCouncil(), {kind: 'board/edit', id: 'B-3', fields});
	expect(edit({majority: {to: {share: 'two-thirds'}}})).toBe(
		'a council or committee decides by a majority of those present and voting (LGA 1972 Sch 12 para 39) unless an Act says otherwise: which?',
	);
	expect(edit({betweenMeetings: {to: true}})).toBe(
		'this body decides only at a meeting: record the officer’s or member’s decision, under which delegation, and who was consulted',
	);
});

test('a board’s majority and whether it decides between meetings are edited with the board', async () => {
	const app = await open({database: charity(), columns: 110, rows: 40}, 'go.members', 'board.edit');
	await into(app, 'majority', '2/3 of members');
	await into(app, 'between', 'b');
	await app.press('form.save');
	await expect(app).toShow('carries with 2/3 of members', 'decides between meetings too');
	expect(app.database().boards[0]?.rules).toMatchObject({
		majority: {share: 'two-thirds', of: 'members'},
		betweenMeetings: true,
	});
});

test('nobody dissented, but too few were there for a share of all members: it is not carried', () => {
	const database = charity({majority: {share: 'number', number: 5}});
	const app = objection(database, [
		{kind: 'meeting/open', id: 'M-3'},
		...(['chair', 'treasurer', 'building'] as const).map(
			(person) => ({kind: 'attendance/set', meeting: 'M-3', person, to: 'present'}) as const,
		),
		{
			kind: 'decision/record',
			meeting: 'M-3',
			title: 'Lease',
			resolution: 'That the lease be signed.',
			outcome: 'approved',
			vote: {method: 'no-dissent'},
		},
	]);
	expect(app).toContain('5 votes for were needed: the outcome is Lost');
});
