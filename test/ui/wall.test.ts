// The screen for the room (`--follow --public`): what is on it at every moment of a meeting, and what never is.
import {expect, test, vi} from 'vitest';
import {memoryStore} from '../../source/store/memory.ts';
import type {Store} from '../../source/store/store.ts';
import {windowOf} from '../../source/ui/components/window.ts';
import {Session} from '../../source/ui/session.ts';
import {themeFor} from '../../source/ui/theme.ts';
import {bigText} from '../../source/ui/wall/big.ts';
import {makeCabinet} from '../meeting/cabinet.ts';
import {wrong} from './shown.ts';
import {keysOf} from './scene.ts';

const plain = themeFor({LANG: 'C.UTF-8', NO_COLOR: '1'});
const sizes: [columns: number, rows: number][] = [
	[80, 24],
	[120, 40],
	[200, 60],
	[240, 70],
];

let clock = 0;
const now = () => new Date(clock).toISOString();

function sitDown(
	store: Store,
	name: string,
	options: {publicOnly?: boolean; follow?: boolean} = {},
) {
	const who = {actor: {user: name, host: 'council', name}, session: name};
	return new Session(
		{
			store,
			who,
			now,
			edit: async (value) => ({value}),
			copy: async () => undefined,
			papers: async () => ({folder: ''}),
			quit() {},
		},
		{columns: 80, rows: 24, ...options},
	);
}

/** A meeting of the cabinet that is open, with its clerk and the wall. */
async function room() {
	clock = Date.parse('2026-10-14T13:00:00Z');
	const store = memoryStore(makeCabinet('2026-10-14'), {now, salt: () => '0'.repeat(32)});
	const clerk = sitDown(store, 'clerk');
	const wall = sitDown(store, 'wall', {publicOnly: true, follow: true});
	const press = async (...keys: string[]) => {
		for (const key of keys) {
			clerk.press(key);
			await clerk.idle();
		}
	};
	const lines = (columns = 80, rows = 24) =>
		windowOf({...wall.getState(), columns, rows}, plain).map((line) =>
			(typeof line === 'string' ? line : line.left).replaceAll(/\u001b\[[\d;]*m/g, '').trimEnd(),
		);
	const text = (columns?: number, rows?: number) =>
		lines(columns, rows).join(' ').replaceAll(/\s+/g, ' ');
	await press('4', 'M', 'tab', 'tab', ...keysOf('14 Oct 2026 14:00'), 'ctrl+d');
	return {clerk, wall, press, lines, text};
}

/** The same as it stands in big type, as far as a line of it goes. */
const inBig = (word: string): string[] =>
	bigText(word, {columns: 200, rows: 4, most: 1, ascii: false}) ?? [];

const open = ['o', 't', 'A', 'escape'];
const decided = [
	'd',
	...keysOf('dl'),
	'tab',
	...keysOf('pf'),
	'tab',
	'n',
	'tab',
	'tab',
	'tab',
	'tab',
	'y',
];

test('before a meeting it is calm, and says when and where the next one is', async () => {
	const {text, lines} = await room();
	expect(text(300, 24)).toMatch(/Next meeting(, tomorrow|, in \d+ days)?: Cabinet/);
	// The day stands in big type.
	expect(lines(300, 24).filter((line) => line.includes('████')).length).toBeGreaterThan(6);
	expect(text()).not.toContain('Overview');
});

test('what is before the room stands in big type; below it quorum, who presides, time and what comes next', async () => {
	const {press, lines, text} = await room();
	await press(...open, 'n', 'n', 'n');
	clock += 9 * 60_000;
	for (const row of inBig('Replacement')) expect(lines().join('\n')).toContain(row.trimEnd());
	expect(text()).toContain('Item 4 of 9');
	expect(text()).toContain('Quorate: 5 of 5 present, 4 needed');
	expect(text()).toContain('Presiding: Leader of the Council');
	expect(text()).toContain('Next: 5 Parking charges');
});

test('the time bar tells how much of what was allotted is used, and what is over it', async () => {
	const {press, wall, text} = await room();
	await press(...open, 'n', 'n', 'n');
	clock += 9 * 60_000;
	wall.send({kind: 'tick'});
	expect(text()).toMatch(/█░+ 9 of 15 min/);
	clock += 9 * 60_000;
	wall.send({kind: 'tick'});
	expect(text()).toContain('18 of 15 min: 3 over');
});

test('an inquorate meeting is said to be', async () => {
	const {press, text} = await room();
	await press('o', 't', 'A', 'j', 'a', 'j', 'a', 'escape');
	expect(text()).toContain('NOT QUORATE: 3 of 5 present, 4 needed');
});

test('the wording stands there while it is read back, and the outcome and the vote once it is taken', async () => {
	const {press, text} = await room();
	await press(...open, 'n', 'n', 'n', ...decided);
	expect(text()).not.toContain('£850,000');
	await press('ctrl+d');
	await vi.waitFor(() => expect(text()).toContain('Read back before it is recorded'));
	expect(text()).toContain('That the data centre be replaced at a cost of no more than £850,000.');
	await press('enter');
	await vi.waitFor(() => expect(text()).toContain('Carried without dissent'));
	expect(text()).toContain('That the data centre be replaced at a cost of no more than £850,000.');
	expect(text()).not.toContain('Read back');
});

test('in private session it says that, and not one word more, at any size', async () => {
	const {press, text} = await room();
	await press(...open, ...keysOf('nnnnnnnn'));
	for (const [columns, rows] of sizes) {
		expect(text(columns, rows)).not.toMatch(/[a-z]/i);
	}
	// Where there is no room for big type, it is one sentence.
	expect(text(60, 16)).toMatch(/^ ?(?:The meeting is in private session)? ?[█▀▄ ]*$/);
});

test('a wording that is read back in private session goes to no wall', async () => {
	const {press, wall, text} = await room();
	await press(
		...open,
		...keysOf('nnnnnnnn'),
		'x',
		'3',
		'enter',
		'd',
		...decided.slice(1),
		'ctrl+d',
	);
	await new Promise((resolve) => setImmediate(resolve));
	expect(JSON.stringify(wall.getState().here)).not.toMatch(/61,500|depot/);
	expect(text()).not.toMatch(/61,500|depot/i);
});

test('what comes next is told without its title where it is private', async () => {
	const {press, text} = await room();
	await press(...open, ...keysOf('nnnnnnn'));
	expect(text()).toContain('Next: 9 an item in private session');
	expect(text()).not.toMatch(/Northern Haulage/);
});

test('no tabs, no cursor, no hints; every size is filled and nothing sticks out', async () => {
	const {press, wall, text} = await room();
	await press(...open, 'n', 'n', 'n');
	for (const [columns, rows] of [...sizes, [60, 16] as [number, number]]) {
		const drawn = windowOf({...wall.getState(), columns, rows}, plain).map(String);
		expect(drawn).toHaveLength(rows);
		expect(wrong(drawn, columns, rows)).toEqual([]);
		expect(drawn.join('')).not.toContain('\u001b[7;');
		expect(text(columns, rows)).not.toMatch(/Overview|quit|help/);
	}
});

test('a letter keeps its accent in big type, and what has no shape there is written as it is', () => {
	const options = {columns: 80, rows: 10, most: 1, ascii: false};
	expect(bigText('Siân', options)).not.toEqual(bigText('Sian', options));
	expect(bigText('会議', options)).toBeUndefined();
});
