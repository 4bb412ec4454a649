// An election with several candidates by keys, and a chair for the whole meeting.
import {expect, test} from 'vitest';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import {lacking} from '../../source/domain/law/completeness.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {presidingOn} from '../../source/domain/rules/presence.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {meetingOf, sitting} from '../helpers/council.ts';
import {accepted, objection} from '../helpers/database.ts';
import {into, open} from './scene.ts';

const size = {columns: 110, rows: 50};

/** The committee without its chair and vice-chair, with an item for the election of a chair, before the room. */
function electing(people = ['khan', 'byrne', 'ward', 'pole', 'lane']): Database {
	const add: Change = {
		kind: 'agenda/add',
		meeting: 'M-3',
		itemKind: 'election',
		title: 'Election of Chair',
		urgency: 'The chair is away.',
		at: 0,
	};
	const {database} = accepted(sitting(people), add);
	const item = meetingOf(database).agenda[0]?.id ?? '';
	return accepted(database, {
		kind: 'meeting/move',
		id: 'M-3',
		from: meetingOf(database).currentItem,
		to: item,
	}).database;
}

const minutes = (database: Database) => toMarkdown(minutesDocument(minutesOf(database, 'M-3')));

test('who was put forward, with how many votes, and who is elected; the elected presides over the meeting', async () => {
	const app = await open({database: electing(), ...size}, 'go.meeting', 'list.first');
	await app.press('decision.record');
	await expect(app).toShow('Office       Chair');
	await into(app, 'candidate1', 'ak 3');
	await into(app, 'candidate2', 'tb 2');
	await into(app, 'chair', 'p');
	await app.press('form.save');
	await expect(app).toShow(
		'That Cllr Khan be elected Chair.',
		'Cllr Khan, 3 votes, elected',
		'Cllr Byrne, 2 votes',
		'Takes the chair for the rest of this meeting.',
	);
	await app.press('confirm.yes');
	await expect(app).toShow('recorded decision');
	const database = app.database();
	const last = database.decisions.at(-1);
	expect(last).toMatchObject({
		procedural: true,
		candidates: [
			{person: 'khan', votes: 3, elected: true},
			{person: 'byrne', votes: 2},
		],
	});
	expect(last && lacking(database, last)).toEqual([]);
	expect(meetingOf(database).presiding).toBe('khan');
	for (const {id} of meetingOf(database).agenda) {
		// The chair is whose it was until somebody else has been elected to it.
		expect(presidingOn(database, meetingOf(database), id)).toBe(
			id === last?.item ? 'lane' : 'khan',
		);
	}
	expect(minutes(database)).toContain('**RESOLVED: That Cllr Khan be elected Chair.**');
	expect(minutes(database)).toContain(
		'**Candidates:** Cllr Khan, 3 votes, elected; Cllr Byrne, 2 votes',
	);
});

test('on a tie it is asked who was elected; a note says how', async () => {
	const app = await open({database: electing(), ...size}, 'go.meeting', 'list.first');
	await app.press('decision.record');
	await into(app, 'candidate1', 'ak 2');
	await into(app, 'candidate2', 'tb 2');
	await app.press('form.save');
	await expect(app).toShow(
		'Cllr Khan and Cllr Byrne have as many votes as each other: say who was elected, and how',
	);
	await into(app, 'elected', 'tb');
	await into(app, 'reasons', 'By lot.');
	await app.press('form.save', 'confirm.yes');
	await expect(app).toShow('recorded decision');
	expect(minutes(app.database())).toContain('Cllr Byrne, 2 votes, elected');
	expect(minutes(app.database())).toContain('By lot.');
});

test('a single nomination is elected without a vote', async () => {
	const app = await open({database: electing(), ...size}, 'go.meeting', 'list.first');
	await app.press('decision.record');
	await into(app, 'candidate1', 'ak');
	await app.press('form.save');
	await expect(app).toShow('Cllr Khan, elected');
});

test('who moved and seconded is read back, and stands in the minutes', async () => {
	const app = await open({database: electing(), ...size}, 'go.meeting', 'list.first');
	await app.press('decision.record');
	await into(app, 'candidate1', 'ak');
	await into(app, 'by', 'zz');
	await app.press('form.save');
	await expect(app).toShow('nobody is called “zz”');
	await app.press('ctrl+u');
	await app.type('tb pole');
	await app.press('form.save');
	await expect(app).toShow('moved by Cllr Byrne, seconded by Cllr Pole');
	await app.press('confirm.yes');
	await expect(app).toShow('recorded decision');
	const told = minutes(app.database());
	expect(told).toContain('- **Moved by:** Cllr Byrne\n- **Seconded by:** Cllr Pole');
});

const record = (...candidates: object[]): Change => ({
	kind: 'decision/record',
	meeting: 'M-3',
	item: 'I-6',
	title: 'Election of Chair',
	resolution: 'That somebody be elected.',
	outcome: 'approved',
	procedural: true,
	candidates,
});

test.each([
	[
		'fewer votes win',
		[
			{person: 'khan', votes: 1, elected: true},
			{person: 'byrne', votes: 3},
		],
		'Cllr Byrne had more votes than one who was elected',
	],
	[
		'more votes are cast than there are who may vote',
		[{person: 'khan', votes: 9, elected: true}],
		'9 votes were cast, but only 5 may vote',
	],
	['somebody stands twice', [{person: 'khan'}, {person: 'khan'}], 'is put forward twice'],
	['nobody is named', [{votes: 3}], 'there is no person'],
])('an election is refused where %s', (_, candidates, says) => {
	expect(objection(electing(), record(...candidates))).toContain(says);
});

test('C puts somebody in the chair for the whole meeting, and gives it back', async () => {
	const app = await open(
		{database: electing(), ...size},
		'go.meeting',
		'list.first',
		'item.preside',
	);
	await app.type('tb');
	await into(app, 'over', 'm');
	await app.press('form.save');
	await expect(app).toShow('put Cllr Byrne in the chair for M-3');
	const {agenda} = meetingOf(app.database());
	expect(agenda.map(({id}) => presidingOn(app.database(), meetingOf(app.database()), id))).toEqual(
		agenda.map(() => 'byrne'),
	);
	expect(minutes(app.database())).toContain('Presiding:** Cllr Byrne');
	await app.press('item.preside');
	await into(app, 'over', 'm');
	await app.press('form.save');
	await expect(app).toShow('gave the chair of M-3');
});
