// The time of the current item: a bar beside it for whoever looks, a sentence once it is over for whoever listens.
import {expect, test} from 'vitest';
import {listen} from '../helpers/listener.ts';
import {themeFor} from '../../source/ui/theme.ts';
import {lineWith, newStore, open} from './scene.ts';
import {makeDatabase} from '../helpers/database.ts';

/** A meeting whose first item has ten minutes. */
function timed() {
	const database = makeDatabase();
	const [item] = database.meetings.find(({id}) => id === 'M-2')?.agenda ?? [];
	if (item) item.minutes = 10;
	return database;
}

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 22, 10, minutes)).toISOString();

test('the bar beside the current item fills with its time, and stays full beyond', async () => {
	let minutes = 0;
	const app = await open({database: timed(), shell: {now: () => at(minutes)}}, '4', 'o');
	expect(lineWith(app, 'NOW')).toContain('0/10 min  ──────');
	minutes = 5;
	app.session.send({kind: 'tick'});
	expect(lineWith(app, 'NOW')).toContain('5/10 min  ━━━───');
	minutes = 25;
	app.session.send({kind: 'tick'});
	expect(lineWith(app, 'NOW')).toContain('25/10 min ━━━━━━');
});

test('in ASCII it is a bar of letters', async () => {
	let minutes = 0;
	const shell = {now: () => at(minutes)};
	const theme = themeFor({LANG: 'C', NO_COLOR: '1'});
	const app = await open({database: timed(), shell, theme}, '4', 'o');
	minutes = 7;
	app.session.send({kind: 'tick'});
	expect(lineWith(app, 'NOW')).toContain('7/10 min  ====--');
});

test('whoever listens hears once that the time is over, and no bar', async () => {
	let minutes = 0;
	const said = 'Item 1 has taken longer than the 10 minutes allotted to it';
	const listener = await listen({store: newStore(timed()), shell: {now: () => at(minutes)}});
	await listener.press('4', 'o');
	minutes = 10;
	listener.session.send({kind: 'tick'});
	expect(listener.written()).not.toContain(said);
	minutes = 11;
	listener.session.send({kind: 'tick'});
	listener.session.send({kind: 'tick'});
	minutes = 12;
	await listener.press('j', 'k');
	expect(listener.written().replaceAll(/\s+/g, ' ').split(said)).toHaveLength(2);
	expect(listener.written()).not.toMatch(/[━─]/);
});
