import {expect, test} from 'vitest';
import {bodyOf} from '../../source/ui/components/body.ts';
import {themeFor} from '../../source/ui/theme.ts';
import {cabinetDatabase} from '../helpers/cabinet.ts';
import {flat, lineWith, newStore, open, selectedLine, sit} from './scene.ts';

/** The checks of the Cabinet's next meeting, from its agenda. */
const lawful = (options: Parameters<typeof open>[0] = {}, ...keys: string[]) =>
	open({database: cabinetDatabase(), ...options}, '4', ']', ']', 'L', ...keys);

test('says for every item whether anything was found missing, never that it is lawful', async () => {
	const app = await lawful();
	await expect(app).toShow('Can we lawfully decide this?', 'M-4 Cabinet in December');
	await expect(app).toShow('Nothing found missing for 1 of 3, 2 not yet, as of 22 November 2026');
	expect(lineWith(app, 'Minutes of the last')).toMatch(/–\s+1/);
	expect(lineWith(app, 'Depot')).toContain('✓ nothing found missing');
	expect(lineWith(app, 'Leisure centres')).toContain('◆ NOT YET');
});

test('what fails comes first, with the day by which to mend it and the regulation', async () => {
	const app = await lawful({}, 'j', 'j');
	await expect(app).toShow('Key decision: mend by 2 December 2026  SI 2012/2089 reg 10');
	await expect(app).toShow('General exception notice N-2 has no day of publication');
	await expect(app).toShow('Agenda: holds  SI 2012/2089 reg 6', 'Quorum: holds');
});

test('what holds is reckoned out where there is room', async () => {
	const app = await lawful({columns: 120, rows: 40}, 'j');
	await expect(app).toShow('✓ Key decision: holds  SI 2012/2089 reg 9');
	await expect(app).toShow('gives 65 clear calendar days');
});

test('what can no longer be put right is NO', async () => {
	const database = cabinetDatabase();
	const held = database.meetings.find(({id}) => id === 'M-4');
	Object.assign(held ?? {}, {startsAt: '2026-11-23T10:00'});
	const app = await lawful({database}, 'j', 'j');
	expect(selectedLine(app)).toContain('✗ NO');
	await expect(app).toShow('Key decision: FAILS', 'only the agreement of');
});

test('a step of the meeting needs no notice', async () => {
	await expect(await lawful()).toShow('A step of the meeting: it needs no notice.');
});

test('N enters the notice for the item, with what is known of it', async () => {
	const app = await lawful({}, 'j', 'j', 'N');
	await expect(app).toShow('Enter a notice for item 3 of M-4', 'Title        Leisure centres');
	await expect(app).toShow('Report       R-3', 'Decision on  10 December 2026', '3 Cabinet]');
});

test('e says of the item’s report when it was published and that it is not key', async () => {
	const app = await lawful({}, 'j', 'j', 'j');
	expect(selectedLine(app)).toContain('◆ NOT YET');
	await expect(app).toShow('Report R-4 has no day of publication');
	await app.press('e');
	await expect(app).toShow('Report R-4  Winter roads', '[q it does not say]');
	await app.type('yesterday');
	await app.press('tab');
	await app.type('n');
	await app.press('ctrl+d');
	expect(app.database().reports.at(-1)).toMatchObject({publishedOn: '2026-11-21', key: false});
	expect(selectedLine(app)).toContain('✓ nothing found missing');
	await app.press('k', 'k', 'k', 'e');
	await expect(app).toShow('e: the item has no report');
});

test('a report is not published on a day to come', async () => {
	const app = await lawful({}, 'j', 'j', 'j', 'e');
	await app.type('+2w');
	await app.press('ctrl+d');
	await expect(app).toShow('6 December 2026 is still to come: publish on the day');
});

test('what is not shown to be lawful is said once more before it is resolved', async () => {
	const database = cabinetDatabase();
	const inTime = {publishedOn: '2026-11-02'};
	database.reports = database.reports.map((one) => ({...one, ...inTime}));
	Object.assign(database.meetings.at(-1) ?? {}, inTime);
	const app = await open({database}, '4', ']', ']', 'o', 'enter', 't', 'A', 'escape');
	await app.press('j', 'j', 'T', 'r');
	await expect(app).toShow('Read back', 'That they be closed.');
	expect(flat(app)).toContain(
		'Not shown to be lawful: General exception notice N-2 has no day of publication (SI 2012/2089 reg 10).',
	);
	await app.press('escape', 'k', 'T', 'r');
	await expect(app).toShow('That the depot be built.');
	expect(app.text()).not.toContain('Not shown to be lawful');
});

test('Enter leads to the item on the agenda, Esc back', async () => {
	const app = await lawful({}, 'j', 'j', 'enter');
	expect(selectedLine(app)).toContain('Leisure centres');
	await expect(app).toShow('Agenda ─');
	await app.press('L', 'escape');
	await expect(app).toShow('Agenda ─');
});

test('[ and ] go to other meetings', async () => {
	const app = await lawful({}, '[');
	await expect(app).toShow('M-2 November meeting', 'Nothing found missing for 2 of 2');
});

test('it says that there is no meeting yet, and no item', async () => {
	const database = cabinetDatabase();
	for (const meeting of database.meetings) if (meeting.id === 'M-4') meeting.agenda = [];
	await expect(await lawful({database})).toShow('There are no items on the agenda yet.');
	const none = await open({database: cabinetDatabase({meetings: [], decisions: []})}, '4', 'L');
	await expect(none).toShow('L: there is no meeting');
});

test('in a small window what does not fit is counted', async () => {
	const app = await lawful({columns: 60, rows: 16}, 'j', 'j');
	expect(app.text().split('\n').length).toBeLessThanOrEqual(16);
	await expect(app).toShow('more lines: Enter shows all');
});

async function lines(environment: NodeJS.ProcessEnv): Promise<string[]> {
	const {session, press} = sit({store: newStore(cabinetDatabase())});
	await press('4', ']', ']', 'L', 'j', 'j');
	return bodyOf(session.getState(), themeFor(environment)).main;
}

test('ASCII: word and sign in plain characters', async () => {
	const drawn = (await lines({LANG: 'C'})).map((line) => line.replaceAll(/\u001b\[[\d;]*m/g, ''));
	expect(drawn.filter((line) => /[^\x20-\x7e]/.test(line))).toEqual([]);
	expect(drawn.find((line) => line.includes('Depot'))).toContain('+ nothing found missing');
	expect(drawn.find((line) => line.includes('Winter'))).toContain('% NOT YET');
});
