import {wrapLine} from '../documents/width.ts';
import {type Command, commonFlags, type Flag} from './command.ts';
import {commands} from './table.ts';

/** For everybody who opens screens. */
export const linearFlag: Flag = {
	summary:
		'line by line, nothing repainted, for screen readers and braille; also with TERM=dumb or INK_SCREEN_READER=true',
};

/** The flags of the screens, in the order of the help. */
export const screenFlags: Record<string, Flag> = {
	demo: {summary: 'a sample to practise on, as a scratch copy: boardwalk --demo [sample]'},
	...commonFlags,
	'read-only': {summary: 'look, but change nothing'},
	public: {summary: 'show what the public may see, and change nothing'},
	follow: {summary: 'follow the room: what its leader shows, or the current item'},
	linear: linearFlag,
	mouse: {summary: 'mouse wheel and clicks; to select text, hold Shift'},
	theme: {
		value: 'theme',
		choices: ['dark', 'light', 'contrast', 'sixteen'],
		summary: 'the colours; if left out, they suit the terminal',
	},
	version: {summary: 'the version'},
};

const indent = '  ';
/** What every terminal shows. */
const pageWidth = 80;

function columns(rows: [left: string, right: string][]): string[] {
	const width = Math.min(30, Math.max(...rows.map(([left]) => left.length)));
	return rows.flatMap(([left, right]) => {
		const lines = wrapLine(right, pageWidth - indent.length - width - 2, (text) => text.length);
		const hung = lines.map((line) => `${indent}${' '.repeat(width + 2)}${line}`);
		if (left.length > width) return [indent + left, ...hung];
		return [`${indent}${left.padEnd(width + 2)}${lines[0] ?? ''}`, ...hung.slice(1)];
	});
}

const flagRows = (flags: Record<string, Flag>): [string, string][] =>
	Object.entries(flags).map(([name, {value, choices, summary}]) => [
		`--${name}${choices ? ` ${choices.join('|')}` : value === undefined ? '' : ` <${value}>`}`,
		summary,
	]);

/** The whole help, derived from the table of commands. */
export async function mainHelp(): Promise<string> {
	const all = await Promise.all(Object.values(commands).map((load) => load()));
	return [
		'Boardwalk: board meetings at the keyboard.',
		'',
		...columns([
			['boardwalk <database>', 'opens the screens; without one, ./strategy.json'],
			['boardwalk --demo [sample]', 'opens a scratch copy of a sample to practise on'],
		]),
		'',
		'Commands, each with --help:',
		...columns(all.map(({default: {name, usage, summary}}) => [`${name} ${usage}`, summary])),
		'',
		'Flags:',
		...columns(flagRows(screenFlags)),
		'',
		'Exit codes: 0 done, 1 refused or problems found, 2 wrong usage, 3 cannot read.',
		'',
	].join('\n');
}

/** The help of one command. */
export const commandHelp = ({name, usage, summary, flags}: Command): string =>
	[
		`boardwalk ${name} ${usage}`,
		'',
		`${summary[0]?.toUpperCase() ?? ''}${summary.slice(1)}.`,
		'',
		'Flags:',
		...columns(flagRows({...flags, ...commonFlags})),
		'',
	].join('\n');
