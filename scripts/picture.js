// Draws the pictures of the documentation: opens the built program in a real terminal, takes it to
// a screen by keys, and writes what stands there as an SVG. `npm run picture [part of a name]`.
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {openTerminal} from '../test/helpers/terminal.ts';
import {draw} from './picture/svg.js';

/**
 * `keys` are pressed one by one once anything stands on the screen; `{waitFor}` among them is seen
 * before the next one is pressed (always put one after `escape`). The picture is taken at the
 * first screen with the last `waitFor`.
 * @typedef {{file: string, title: string, args: readonly string[], columns: number, rows: number,
 *   keys: ReadonlyArray<string | {waitFor: string | RegExp}>, waitFor: string | RegExp,
 *   env?: Readonly<Record<string, string>>, look?: import('./picture/svg.js').Look}} Picture
 */

/** On a scratch copy, by the name that the worked example's secretary would have given. */
const practice = ['--demo', '--as', 'Board Secretary'];

/** Opens the worked example's meeting and takes the roll: all present but one. */
const roll = [
	'4',
	{waitFor: 'Agenda'},
	'o',
	{waitFor: 'LIVE M-2'},
	't',
	{waitFor: 'Roll of M-2'},
	'A',
	{waitFor: '6/6 present'},
	'j',
	'a',
	{waitFor: '5/6 present'},
];

/** @type {readonly Picture[]} */
const pictures = [
	{
		file: 'docs/pictures/overview.svg',
		title: 'Boardwalk: the overview of a strategy',
		args: practice,
		columns: 80,
		rows: 24,
		keys: [],
		waitFor: 'Meetings and follow-up',
	},
	{
		file: 'docs/pictures/walk.svg',
		title: 'Boardwalk: walking a priority, project by project',
		args: practice,
		columns: 80,
		rows: 24,
		keys: [
			'2',
			{waitFor: 'Priority 1 of 3'},
			']',
			{waitFor: 'Priority 2 of 3'},
			'v',
			{waitFor: '8 projects, 2 still open'},
			'j',
		],
		waitFor: '▸ P2-02',
	},
	{
		file: 'docs/pictures/status.svg',
		title: 'Boardwalk: a status, with confidence and a note',
		args: practice,
		columns: 80,
		rows: 24,
		keys: [
			'2',
			{waitFor: '▸ P1-04'},
			's',
			{waitFor: 'Status of P1-04'},
			'd',
			'tab',
			'g',
			'tab',
			'The platform is upgraded; the contact centre has been steady since.',
		],
		waitFor: 'since.',
	},
	{
		file: 'docs/pictures/meeting.svg',
		title: 'Boardwalk: a meeting under way',
		args: practice,
		columns: 80,
		rows: 24,
		keys: [
			...roll,
			'escape',
			{waitFor: '─ Agenda'},
			'n',
			{waitFor: '▸ NOW 2'},
			'n',
			{waitFor: '▸ NOW 3'},
			'n',
			{waitFor: '▸ NOW 4'},
			'i',
			{waitFor: 'Note on item 4'},
			'Telephony apart, the priority is delivered. The chair thanked the team.',
			'ctrl+d',
		],
		waitFor: /Saved r\d+: .* noted/,
	},
	{
		file: 'docs/pictures/roll.svg',
		title: 'Boardwalk: the roll of a meeting',
		args: practice,
		columns: 80,
		rows: 24,
		keys: roll,
		waitFor: /Saved r\d+: .* Head of Paid Service/,
	},
	{
		file: 'docs/pictures/decision.svg',
		title: 'Boardwalk: recording a decision, prefilled from the report',
		args: practice,
		columns: 80,
		rows: 24,
		keys: [
			...roll,
			'escape',
			{waitFor: '─ Agenda'},
			'G',
			'k',
			'T',
			{waitFor: '▸ NOW 7'},
			'd',
			{waitFor: 'Decision on item 7'},
			'shift+tab',
			'n',
			{waitFor: '[n Noted]'},
			'tab',
			'AS',
			'tab',
			'him',
		],
		waitFor: 'Head of IMT',
	},
	{
		file: 'docs/pictures/wide.svg',
		title: 'Boardwalk: the portfolio in a wide window',
		args: practice,
		columns: 160,
		rows: 34,
		keys: ['3', {waitFor: '▸ P1-01'}, 'j', 'j', 'j'],
		// The pane beside follows a moment after the selection.
		waitFor: /P1-04  Telephony Enablement/,
	},
];

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * Nobody in a picture is here for the first time: what a first start is told would lie over the screen.
 * @param {string} home the home folder of whoever is pictured
 */
export async function begun(home) {
	const folder = path.join(home, '.local', 'state', 'boardwalk');
	await mkdir(folder, {recursive: true});
	await writeFile(path.join(folder, 'begun'), '');
}

/**
 * Takes one picture, with an empty home folder, so that nobody's drafts or names get into it.
 * @param {Picture} picture
 * @param {readonly string[]} program the command and its first arguments
 * @returns {Promise<string>} the SVG document
 */
export async function take(picture, program) {
	const [command = process.execPath, ...first] = program;
	const {columns, rows, title} = picture;
	const home = await mkdtemp(path.join(tmpdir(), 'boardwalk-picture-'));
	await begun(home);
	const terminal = openTerminal({
		command,
		args: [...first, ...picture.args],
		columns,
		rows,
		cwd: root,
		env: {HOME: home, COLORTERM: 'truecolor', TZ: 'Europe/London', ...picture.env},
	});
	try {
		await terminal.waitFor(/\S/);
		if (picture.keys.length > 0) await terminal.ready();
		for (const key of picture.keys) {
			if (typeof key === 'string') terminal.press(key);
			else await terminal.waitFor(key.waitFor);
		}
		await terminal.waitFor(picture.waitFor);
		const cursor = terminal.modes().cursorHidden ? undefined : terminal.cursor();
		const {look} = picture;
		return draw({buffer: terminal.cells(), columns, rows, title, cursor, ...(look && {look})});
	} finally {
		await terminal.dispose();
		await rm(home, {recursive: true, force: true});
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const wanted = pictures.filter(({file}) => file.includes(process.argv[2] ?? ''));
	if (wanted.length === 0) {
		process.stderr.write('No such picture: see the list at the top of scripts/picture.js.\n');
		process.exitCode = 1;
	}
	for (const picture of wanted) {
		const file = path.join(root, picture.file);
		const svg = await take(picture, [process.execPath, path.join(root, 'bin', 'boardwalk.js')]);
		await mkdir(path.dirname(file), {recursive: true});
		await writeFile(file, svg);
		process.stdout.write(`${picture.file}\n`);
	}
}
