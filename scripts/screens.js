// Draws every screen in several windows and palettes, to be looked at as pictures: an SVG each, and a page that shows them
// all. `npm run screens -- [folder] [part of a name] [80x24,120x40 …] [dark,light …]`; the folder is made.
import {copyFile, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {openTerminal} from '../test/helpers/terminal.ts';
import {begun, take} from './picture.js';
import {draw, looks} from './picture/svg.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const program = [process.execPath, path.join(root, 'bin', 'boardwalk.js')];

const practice = ['--demo', '--as', 'Board Secretary'];
const open = ['4', {waitFor: 'Agenda'}, 'o', {waitFor: 'LIVE M-2'}];
const roll = [...open, 't', {waitFor: 'Roll of M-2'}, 'A', {waitFor: '6/6 present'}];
const meeting = [...roll, 'escape', {waitFor: '─ Agenda'}];
const third = [...meeting, 'n', {waitFor: 'NOW 2'}, 'n', {waitFor: 'NOW 3'}];

/**
 * Each screen by name: the keys that lead to it from the start, and what is waited for before it is taken.
 * @type {Record<string, {keys: ReadonlyArray<string | {waitFor: string | RegExp}>, waitFor: string | RegExp, args?: string[]}>}
 */
const screens = {
	overview: {keys: [], waitFor: 'Meetings and follow-up'},
	walk: {keys: ['2', {waitFor: '[Walk]'}, ']', {waitFor: 'Priority 2 of 3'}], waitFor: '▸ P2-08'},
	portfolio: {keys: ['3', {waitFor: '▸ P1-01'}, 'j'], waitFor: '▸ P1-02'},
	timeline: {
		keys: ['3', {waitFor: '▸'}, 'v'],
		waitFor: '[Timeline]',
		args: ['--demo', 'riverside-charity'],
	},
	risks: {
		keys: ['3', {waitFor: '▸'}, 'v', {waitFor: '[Timeline]'}, 'v'],
		waitFor: '[Risks]',
		args: ['--demo', 'riverside-charity'],
	},
	measures: {
		keys: ['3', {waitFor: '▸'}, 'v', {waitFor: '[Timeline]'}, 'v', {waitFor: '[Risks]'}, 'v'],
		waitFor: '[Measures]',
		args: ['--demo', 'riverside-charity'],
	},
	matrix: {keys: ['3', {waitFor: '▸'}, 'M'], waitFor: /riteri/},
	project: {keys: ['3', {waitFor: '▸ P1-01'}, 'j', 'j', 'j', 'enter'], waitFor: 'P1-04'},
	meeting: {keys: third, waitFor: 'NOW 3'},
	roll: {keys: roll, waitFor: 'Saved'},
	lawful: {keys: ['4', {waitFor: 'Agenda'}, 'L'], waitFor: /lawfully|decide/},
	decision: {
		keys: [...meeting, 'G', 'k', 'T', {waitFor: 'NOW 7'}, 'd'],
		waitFor: 'Decision on item 7',
	},
	readback: {
		keys: [...meeting, 'G', 'k', 'T', {waitFor: 'NOW 7'}, 'r'],
		waitFor: /Read back|read back/,
	},
	register: {keys: ['5'], waitFor: '[Register]'},
	log: {keys: [...third, '6'], waitFor: '[Log]'},
	minutes: {keys: [...third, '7'], waitFor: '[Minutes]'},
	boards: {keys: ['8'], waitFor: '[Boards]'},
	strategy: {keys: ['9'], waitFor: '[Strategy]'},
	quick: {keys: ['3', {waitFor: '▸'}, ':', {waitFor: 'Quick line'}, 'cloud'], waitFor: ': cloud'},
	help: {keys: ['?'], waitFor: 'Keys that work here'},
};

/** Terminals by palette: what the program is told of one, and what its own colours are. */
const terminals = {
	dark: {env: {COLORTERM: 'truecolor'}, look: looks.dark, args: ['--theme', 'dark']},
	light: {env: {COLORTERM: 'truecolor'}, look: looks.light, args: ['--theme', 'light']},
	contrast: {env: {COLORTERM: 'truecolor'}, look: looks.black, args: ['--theme', 'contrast']},
	sixteen: {env: {TERM: 'xterm', COLORTERM: ''}, look: looks.dark, args: ['--theme', 'sixteen']},
};

const [
	folder = path.join(tmpdir(), 'boardwalk-screens'),
	part = '',
	sizes = '80x24,120x40,200x60',
	wanted = Object.keys(terminals).join(','),
] = process.argv.slice(2);
await mkdir(folder, {recursive: true});
/** @type {string[]} */
const files = [];
for (const [name, {keys, waitFor, args = practice}] of Object.entries(screens)) {
	if (!name.includes(part)) continue;
	for (const size of sizes.split(',')) {
		const [columns = 80, rows = 24] = size.split('x').map(Number);
		for (const [palette, terminal] of Object.entries(terminals)) {
			if (!wanted.split(',').includes(palette)) continue;
			const file = `${name}-${size}-${palette}.svg`;
			const picture = {
				file,
				title: `${name}, ${size}, ${palette}`,
				args: [...args, ...terminal.args],
				columns,
				rows,
				keys,
				waitFor,
				env: terminal.env,
				look: terminal.look,
			};
			try {
				await writeFile(path.join(folder, file), await take(picture, program));
				files.push(file);
				process.stdout.write(`${file}\n`);
			} catch (error) {
				process.stderr.write(
					`${file}: ${error instanceof Error ? error.message : String(error)}\n`,
				);
				process.exitCode = 1;
			}
		}
	}
}
/** What the room sees, beside the keys of whoever runs the meeting. @type {Record<string, {keys: string[], waitFor: RegExp}>} */
const walls = {
	'wall-between': {keys: [], waitFor: /Next meeting/},
	'wall-item': {keys: ['4', 'o', 't', 'A', 'escape', 'n', 'n', 'n'], waitFor: /LIVE[^]*Item 4 of/},
	'wall-read': {keys: ['4', 'o', 't', 'A', 'escape', 'G', 'k', 'T', 'r'], waitFor: /Read back/},
	'wall-taken': {
		keys: ['4', 'o', 't', 'A', 'escape', 'G', 'k', 'T', 'r', 'enter'],
		waitFor: /LIVE[^]*Item 7 {2}/,
	},
};
for (const [name, {keys, waitFor}] of Object.entries(walls)) {
	if (!name.includes(part)) continue;
	for (const size of sizes.split(',')) {
		const [columns = 80, rows = 24] = size.split('x').map(Number);
		const home = await mkdtemp(path.join(tmpdir(), 'boardwalk-wall-'));
		await begun(home);
		const database = path.join(home, 'board.json');
		await copyFile(path.join(root, 'data', 'lincolnshire-imt.json'), database);
		const [command = '', launcher = ''] = program;
		const env = {HOME: home, COLORTERM: 'truecolor', TZ: 'Europe/London'};
		const chair = openTerminal({command, args: [launcher, database], cwd: root, env});
		const wall = openTerminal({
			command,
			args: [launcher, database, '--follow', '--public'],
			columns,
			rows,
			cwd: root,
			env,
		});
		try {
			await chair.waitFor('Priorities');
			await chair.ready();
			for (const key of keys) {
				const {bytes} = chair.received();
				chair.press(key);
				await chair.waitFor(() => chair.received().bytes > bytes);
				await sleep(150);
			}
			await wall.waitFor(waitFor);
			await sleep(600);
			const file = `${name}-${size}-dark.svg`;
			await writeFile(
				path.join(folder, file),
				draw({buffer: wall.cells(), columns, rows, title: name}),
			);
			files.push(file);
			process.stdout.write(`${file}\n`);
		} catch (error) {
			process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
			process.exitCode = 1;
		} finally {
			await wall.dispose();
			await chair.dispose();
			await rm(home, {recursive: true, force: true});
		}
	}
}
const shown = files.map((file) => `<h2>${file}</h2><img src="${file}" alt="${file}">`);
await writeFile(
	path.join(folder, 'index.html'),
	`<!doctype html><title>Screens</title>${shown.join('\n')}\n`,
);
