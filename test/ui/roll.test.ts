// The roll of a large body: names are found, apologies taken in a row, and somebody takes part from elsewhere.
import {describe, expect, test} from 'vitest';
import {quorumOn} from '../../source/domain/rules/presence.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {toMarkdown} from '../../source/documents/markdown.ts';
import type {BoardKind, Database} from '../../source/domain/schema/index.ts';
import {makeDatabase} from '../helpers/database.ts';
import {open, selectedLine, until} from './scene.ts';

const surnames = 'Adams Baker Clarke Dunn Evans Ford Grant Hill Irwin'.split(' ');
const given = ['Zoë', 'José', 'Mary', 'Paul', 'Nora', 'Owen'];

/** A body of 54, every one with a name and initials of their own. */
function council(kind: BoardKind = 'plain'): Database {
	const database = makeDatabase();
	const people = given.flatMap((first) =>
		surnames.map((last) => ({
			id: `${first}-${last}`
				.toLowerCase()
				.normalize('NFD')
				.replaceAll(/[^a-z-]/g, ''),
			name: `${first} ${last}`,
			initials: `${first[0]}${last[0]}`,
		})),
	);
	return {
		...database,
		people: [...database.people, ...people],
		boards: database.boards.map((board) =>
			board.id === 'B-1'
				? {
						...board,
						kind,
						members: people.map(({id}, index) => ({
							person: id,
							role: index === 0 ? ('chair' as const) : ('member' as const),
						})),
					}
				: board,
		),
	};
}

const marked = ({meetings}: Database, status: string) =>
	meetings[1]?.attendance.filter((one) => one.status === status).length;

test('a name is found without its accents, and no letter marks anybody meanwhile', async () => {
	const app = await open({database: council()}, '4', 'o', 't', '/');
	const before = app.database().revision;
	await app.type('zoe ad');
	await expect(app).toShow('Filter: zoe ad', '1 of 54', 'Zoë Adams');
	expect(app.database().revision).toBe(before);
	await app.press('enter', 'a');
	await until(() => (app.database().meetings[1]?.apologies ?? []).length === 1);
	expect(app.database().meetings[1]?.apologies).toMatchObject([{person: 'zoe-adams'}]);
	// The next name is looked for afresh; so is by initials.
	await app.press('/');
	await app.type('jb');
	await expect(app).toShow('Filter: jb', 'José Baker');
});

test('a name that nobody has finds nobody, and then no key marks anybody', async () => {
	const app = await open({database: council()}, '4', 'o', 't', '/');
	const before = app.database().revision;
	await app.type('winger');
	await expect(app).toShow('Nobody on the roll is called that.');
	await app.press('enter', 'a', 'i', 'x');
	expect(app.database().revision).toBe(before);
	await app.press('escape');
	await expect(app).toShow('Zoë Adams');
});

test('six apologies on a roll of 54 take two keys and their initials; the rest is present with one', async () => {
	const app = await open({database: council()}, '4', 'o', 't', 'roll.several-apologies');
	await app.type('za jb mc pd ne of');
	await expect(app).toShow('From Zoë Adams; José Baker; Mary Clarke; Paul Dunn; Nora Evans;');
	await app.press('enter');
	await until(() => app.database().meetings[1]?.apologies?.length === 6);
	await app.press('A');
	await until(() => marked(app.database(), 'present') === 48);
});

test('one who cannot be told apart is asked about, and nobody is marked', async () => {
	const app = await open({database: council()}, '4', 'o', 't', 'roll.several-apologies');
	const before = app.database().revision;
	await app.type('za, mary');
	await expect(app).toShow(
		'“mary” may be Mary Adams or Mary Baker or Mary Clarke: type more of it',
	);
	await app.press('enter');
	expect(app.database().revision).toBe(before);
});

describe('whoever takes part from elsewhere', () => {
	const attend = async (kind: BoardKind) => {
		const app = await open({database: council(kind)}, '4', 'o', 't', 'p');
		await until(() => marked(app.database(), 'present') === 1);
		await app.press('roll.elsewhere');
		await until(() => app.database().meetings[1]?.attendance[0]?.remote === true);
		return app;
	};
	const minuted = (database: Database) => toMarkdown(minutesDocument(minutesOf(database, 'M-2')));

	test('counts and votes where the law lets them, and the minutes say where they were', async () => {
		const app = await attend('plain');
		expect(selectedLine(app)).toContain('Present, from elsewhere');
		expect(quorumOn(app.database(), app.database().meetings[1]!).present).toBe(1);
		expect(minuted(app.database())).toContain(
			'**Present:** Zoë Adams (in the chair) (taking part from elsewhere)',
		);
	});

	test('is neither counted nor votes at a committee of an English council', async () => {
		const app = await attend('committee');
		await expect(app).toShow('Present, elsewhere: no vote');
		expect(quorumOn(app.database(), app.database().meetings[1]!).present).toBe(0);
		expect(minuted(app.database())).toContain('(from elsewhere, neither counted nor voting)');
	});

	test('is in the room again by the same key', async () => {
		const app = await attend('plain');
		await app.press('roll.elsewhere');
		await until(() => app.database().meetings[1]?.attendance[0]?.remote === undefined);
		expect(selectedLine(app)).not.toContain('elsewhere');
	});
});

test('apologies for lateness are taken by a key: expected, not away, and said as such in the minutes', async () => {
	const app = await open({}, '4', 'o', 't', 'L');
	await expect(app).toShow('Apologies for lateness');
	const late = () => app.database().meetings.flatMap(({apologies = []}) => apologies);
	const [{person} = {person: ''}] = late();
	expect(late()).toEqual([{person, late: true}]);
	const minutes = () => {
		const {id = ''} = app.database().meetings.find(({status}) => status === 'open') ?? {};
		return toMarkdown(minutesDocument(minutesOf(app.database(), id)));
	};
	// All the others are there; who comes late is not, until the arrival.
	await app.press('A');
	await expect(app).toShow('3 of 4 present');
	expect(minutes()).toContain('Apologies for lateness were received from');
	await app.press('r');
	await expect(app).toShow('4 of 4 present', 'Present since');
	expect(minutes()).toContain('Apologies for lateness were received from');
	// The same key takes it back; whoever is to come late may not come at all.
	await app.press('L');
	await until(() => late().length === 0);
	expect(minutes()).not.toContain('lateness');
	await app.press('j', 'Backspace', 'L');
	await until(() => late().length === 1);
	await app.press('a');
	await until(() => late()[0]?.late !== true);
	expect(late()).toHaveLength(1);
	await app.press('L');
	await expect(app).toShow('Apologies for lateness');
	expect(late()).toMatchObject([{late: true}]);
});
