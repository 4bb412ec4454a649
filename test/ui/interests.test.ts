// Interests in a board's own words, and a declaration that is taken back by keys.
import {expect, test} from 'vitest';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {makeDatabase, refusal} from '../helpers/database.ts';
import {type App, focusOf, open, until} from './scene.ts';

/** The board says personal and prejudicial, as councils did. */
async function withWords(...more: string[]): Promise<App> {
	const app = await open({database: makeDatabase()}, '8', 'board.interests');
	await expect(app).toShow(
		'What IMT Board calls interests',
		'(dpi) disclosable pecuniary interest',
	);
	await app.type('Personal interest (nri)');
	await app.press('enter');
	await app.type('Prejudicial interest (dpi), leaves');
	await app.press('ctrl+d');
	await until(() => app.database().boards[0]?.interests?.length === 2);
	await app.press(...(more as never[]));
	return app;
}

const declarations = (app: App) => app.database().meetings[1]?.declarations ?? [];
const minuted = (app: App) => toMarkdown(minutesDocument(minutesOf(app.database(), 'M-2')));

test('a declaration is made, shown and minuted in the board’s own words', async () => {
	const app = await withWords('4', 'o', 't', 'A', 'escape', 'n', 'item.declare');
	await expect(app).toShow('1 Personal interest', '2 Prejudicial interest');
	await app.type('js');
	await app.press('tab', '2', 'tab', 'tab');
	await app.type('Owns the building.');
	await app.press('ctrl+d');
	await until(() => declarations(app).length === 1);
	expect(declarations(app)[0]).toMatchObject({person: 'smith', kind: 'dpi'});
	expect(minuted(app)).toContain(
		'Joan Smith declared a prejudicial interest (Owns the building) and withdrew from the room.',
	);
});

test('it is taken back by the key that made it, and then the minutes say nothing of it', async () => {
	const app = await withWords('4', 'o', 't', 'A', 'escape', 'n', 'item.declare');
	await app.type('js');
	await app.press('ctrl+d');
	await until(() => declarations(app).length === 1);
	await app.press('item.declare');
	await app.type('js');
	await expect(app).toShow(
		'Joan Smith has already declared an interest in this item',
		't taken back: no interest',
	);
	await app.press('tab', 'tab');
	expect(focusOf(app)).toBe('stay');
	await app.press('t', 'ctrl+d');
	await until(() => declarations(app).length === 0);
	expect(minuted(app)).not.toContain('Joan Smith declared');
});

test('a word without its kind is asked for, and one that was declared stays', async () => {
	const app = await open({database: makeDatabase()}, '8', 'board.interests');
	await app.type('Personal interest');
	await app.press('ctrl+d');
	await expect(app).toShow('“Personal interest”: say behind it which kind it is: (dpi),');
	const used = await withWords('4', 'o', 't', 'A', 'escape', 'n', 'item.declare');
	await used.type('js');
	await used.press('ctrl+d');
	await until(() => declarations(used).length === 1);
	expect(
		refusal(used.database(), {
			kind: 'board/interests',
			id: 'B-1',
			from: ['Personal interest', 'Prejudicial interest'],
			items: [{title: 'Prejudicial interest', interest: 'dpi'}],
		}).message,
	).toBe('“Personal interest” was declared at a meeting: it stays');
});

test('in the quick line they are typed by their first word', async () => {
	const app = await withWords('4', 'o', 't', 'A', 'escape', 'n', ':');
	await app.type('dec js prejudicial withdrew Owns the building');
	await app.press('enter');
	await until(() => declarations(app).length === 1);
	const word = app.database().boards[0]?.interests?.[1]?.id;
	expect(declarations(app)[0]).toMatchObject({kind: 'dpi', word, nature: 'Owns the building'});
	await app.press(':');
	await app.type('dec pj Owns it too');
	await app.press('enter');
	await expect(app).toShow('say which interest after the name: personal, prejudicial');
});
