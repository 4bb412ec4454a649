// At a budget decision meeting each votes by name (SI 2014/165): that is asked for, and nothing else is taken.
import {expect, test} from 'vitest';
import {lacking} from '../../source/domain/law/completeness.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {committee, makeCouncil} from '../helpers/council.ts';
import {accepted, objection} from '../helpers/database.ts';
import {into, open} from './scene.ts';

const names = 'a council decides its budget by name';
const law = 'on the budget and council tax each votes by name (SI 2014/165';

/** The committee as a full council of five; the item on which it decides its budget is marked or not. */
function council(budget: boolean): Database {
	const database = makeCouncil();
	return {
		...database,
		boards: database.boards.map((board) =>
			board.id === 'planning' || board.members.some(({person}) => person === 'lane')
				? {...board, kind: 'council' as const, rules: {...board.rules, seats: 5}}
				: board,
		),
		meetings: database.meetings.map((meeting) =>
			meeting.id === 'M-3'
				? {
						...meeting,
						agenda: meeting.agenda.map((item) =>
							budget && item.id === 'I-8' ? {...item, budget: true} : item,
						),
					}
				: meeting,
		),
	};
}

const sitting = (database: Database): Database =>
	[
		[{kind: 'meeting/open', id: 'M-3'}] as Change[],
		committee.map((person): Change => ({
			kind: 'attendance/set',
			meeting: 'M-3',
			person,
			to: 'present',
		})),
	].reduce((before, changes) => accepted(before, changes).database, database);

const record = (over: object = {}): Change => ({
	kind: 'decision/record',
	meeting: 'M-3',
	item: 'I-8',
	title: 'Budget',
	resolution: 'That the budget be set.',
	outcome: 'approved',
	mover: 'lane',
	seconder: 'pole',
	...over,
});

const recorded = {
	method: 'recorded',
	ballots: committee.map((person) => ({person, vote: 'for'})),
};

test.each([
	['without dissent', {vote: {method: 'no-dissent'}}],
	['a show of hands', {vote: {method: 'show-of-hands', for: 5, against: 0}}],
	[
		'an amendment on a show of hands',
		{
			vote: recorded,
			amendments: [
				{text: 'Less.', fate: 'lost', vote: {method: 'show-of-hands', for: 1, against: 4}},
			],
		},
	],
])(`${names}: %s is refused`, (_, over) => {
	expect(objection(sitting(council(true)), record(over))).toContain(law);
});

test(`${names}: it is taken so, and without a vote the record says what it lacks`, () => {
	const database = sitting(council(true));
	expect(objection(database, record({vote: recorded}))).toBeUndefined();
	const draft = accepted(database, record()).database;
	const last = draft.decisions.at(-1);
	expect(
		last &&
			lacking(draft, last)
				.map(({says}) => says)
				.join(),
	).toContain(law);
});

test('on any other item, and of a step of the meeting, a council votes as it likes', () => {
	const vote = {method: 'no-dissent'};
	expect(objection(sitting(council(false)), record({vote}))).toBeUndefined();
	expect(objection(sitting(council(true)), record({vote, procedural: true}))).toBeUndefined();
});

test('by keys: an item is marked, its vote asks for the roll call, and nothing typed is no vote', async () => {
	const app = await open(
		{database: sitting(council(false)), columns: 110, rows: 50},
		...(['go.meeting', 'list.down', 'list.down', 'item.edit'] as const),
	);
	await into(app, 'budget', 'y');
	await app.press('form.save');
	await expect(app).toShow('edited budget');
	expect(app.database().meetings.find(({id}) => id === 'M-3')?.agenda[2]?.budget).toBe(true);
	await app.press('decision.record');
	await into(app, 'title', 'Budget');
	await into(app, 'resolution', 'That the budget be set.');
	await into(app, 'mover', 'kl');
	await into(app, 'seconder', 'mp');
	await into(app, 'vote', '');
	await expect(app).toShow(law);
	await app.press('form.roll-call', 'roll-call.others', 'roll-call.give');
	await expect(app).toShow('Carried on a recorded vote: 5 for, 0 against');
});
