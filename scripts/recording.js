// Records a short meeting for the documentation: opens the built program in a real terminal, holds the meeting by
// keys, and writes what the terminal was sent as an asciicast (docs/pictures/meeting.cast, version 2 of the format):
// `asciinema play docs/pictures/meeting.cast`. Times are set, not measured. `npm run recording`.
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {begun} from './picture.js';
import {openTerminal} from '../test/helpers/terminal.ts';

const columns = 80;
const rows = 24;
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Each step: the keys, what is seen afterwards, and for how long, in seconds. */
/** @type {readonly [keys: readonly string[], waitFor: string | RegExp, seconds: number][]} */
const steps = [
	[['4'], 'Agenda', 1.5],
	[['o'], 'LIVE M-2', 1.5],
	[['t'], 'Roll of M-2', 1],
	[['A'], '6/6 present', 1.2],
	[['j', 'a'], '5/6 present', 1.5],
	[['escape'], '─ Agenda', 0.8],
	[['n'], '▸ NOW 2', 0.8],
	[['n'], '▸ NOW 3', 0.8],
	[['n'], '▸ NOW 4', 1.2],
	[['2'], '▸ P1-04', 1.2],
	[['s'], 'Status of P1-04', 1],
	[['d'], '[d Delivered]', 0.8],
	[['ctrl+d'], /Saved r\d+: .* set P1-04/, 2],
	[['4'], '─ Agenda', 1],
	[['d'], 'Decision on item 4', 1.2],
	[['tab'], '▸ Resolution', 0.5],
	[Array.from('That the report be noted.'), 'be noted.', 1],
	[['ctrl+d'], 'Read back', 3],
	[['enter'], /Saved r\d+: .*D-\d/, 3],
];

const home = await mkdtemp(path.join(tmpdir(), 'boardwalk-recording-'));
await begun(home);
const terminal = openTerminal({
	command: process.execPath,
	args: [path.join(root, 'bin', 'boardwalk.js'), '--demo', '--as', 'Board Secretary'],
	columns,
	rows,
	cwd: root,
	env: {HOME: home, COLORTERM: 'truecolor', TZ: 'Europe/London'},
});
try {
	await terminal.waitFor('Priorities');
	await terminal.ready();
	let seen = 0;
	let time = 0.5;
	/** @type {[number, 'o', string][]} */
	const events = [];
	const add = (/** @type {number} */ seconds) => {
		const raw = terminal.raw();
		if (raw.length > seen) events.push([Number(time.toFixed(2)), 'o', raw.slice(seen)]);
		seen = raw.length;
		time += seconds;
	};
	add(2);
	for (const [keys, waitFor, seconds] of steps) {
		for (const key of keys) {
			terminal.press(key);
			if (keys.length > 5) {
				await terminal.ready();
				add(0.06);
			}
		}
		await terminal.waitFor(waitFor);
		add(seconds);
	}
	const header = {version: 2, width: columns, height: rows, title: 'A board meeting in Boardwalk'};
	const lines = [header, ...events].map((one) => `${JSON.stringify(one)}\n`);
	await writeFile(path.join(root, 'docs', 'pictures', 'meeting.cast'), lines.join(''));
} finally {
	await terminal.dispose();
	await rm(home, {recursive: true, force: true});
}
