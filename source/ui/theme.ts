import process from 'node:process';
import type {Confidence, ProjectStatus} from '../domain/schema/index.ts';

/** How something is meant; never the only carrier of a meaning: a word or a glyph says the same. */
export type Tone =
	| 'plain'
	| 'strong'
	| 'dim'
	| 'good'
	| 'warn'
	| 'bad'
	| 'accent'
	| 'selected'
	/** The character under the cursor of a text that is being typed. */
	| 'cursor'
	| 'banner';

const codes: Record<Tone, [on: string, off: string]> = {
	plain: ['', ''],
	strong: ['\u{1B}[1m', '\u{1B}[22m'],
	dim: ['\u{1B}[2m', '\u{1B}[22m'],
	good: ['\u{1B}[32m', '\u{1B}[39m'],
	warn: ['\u{1B}[33m', '\u{1B}[39m'],
	bad: ['\u{1B}[31m', '\u{1B}[39m'],
	accent: ['\u{1B}[36m', '\u{1B}[39m'],
	// Both say to the stage where the terminal's own cursor belongs, by what means nothing to a terminal.
	selected: ['\u{1B}[7;25m', '\u{1B}[27m'],
	cursor: ['\u{1B}[7;28m', '\u{1B}[27m'],
	banner: ['\u{1B}[30;43m', '\u{1B}[39;49m'],
};

const unicode = {
	selected: '▸',
	rule: '─',
	dot: '·',
	dash: '–',
	more: '…',
	check: '✓',
	private: '■',
	full: '█',
	rest: '░',
	status: {
		proposed: '○',
		'in-progress': '◐',
		'on-hold': '‖',
		blocked: '◇',
		delivered: '●',
		cancelled: '✗',
	} satisfies Record<ProjectStatus, string>,
	confidence: {green: '▲', amber: '◆', red: '▼'} satisfies Record<Confidence, string>,
};
export type Glyphs = typeof unicode;

const ascii: Glyphs = {
	selected: '>',
	rule: '-',
	dot: '|',
	dash: '-',
	more: '~',
	check: '+',
	private: '#',
	full: '#',
	rest: '.',
	status: {
		proposed: 'o',
		'in-progress': '/',
		'on-hold': '=',
		blocked: '!',
		delivered: '*',
		cancelled: 'x',
	},
	confidence: {green: '^', amber: '%', red: 'v'},
};

export type Theme = {
	glyphs: Glyphs;
	/** Whether every character must be in ASCII. */
	ascii: boolean;
	/** Words for whoever listens: nothing drawn, and no line is cut. */
	spoken: boolean;
	/** The text in a tone; the text itself must be clean already. */
	paint(tone: Tone, text: string): string;
};

/**
 * The theme that fits a terminal. `NO_COLOR` (no-color.org) leaves bold and inverse, which are no
 * colours; a terminal without UTF-8 gets ASCII.
 */
export function themeFor(environment: NodeJS.ProcessEnv = process.env): Theme {
	const locale = environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG'] || '';
	const isAscii =
		environment['BOARDWALK_ASCII'] === '1' ||
		(process.platform !== 'win32' && !/utf-?8/i.test(locale)) ||
		environment['TERM'] === 'linux';
	const isColourless = Boolean(environment['NO_COLOR']) || environment['TERM'] === 'dumb';
	return {
		glyphs: isAscii ? ascii : unicode,
		ascii: isAscii,
		spoken: false,
		paint(tone, text) {
			if (text === '') return text;
			if (isColourless && !['strong', 'selected', 'cursor'].includes(tone)) {
				return tone === 'banner' ? `\u{1B}[7m${text}\u{1B}[27m` : text;
			}
			const [on, off] = codes[tone];
			return on + text + off;
		},
	};
}

/** Words alone, for whoever listens: nothing is drawn, coloured or cut. */
export const spokenTheme: Theme = {
	glyphs: {...unicode, selected: '', rule: '', dot: ',', dash: 'none', check: 'done', private: ''},
	ascii: false,
	spoken: true,
	paint: (_, text) => text,
};

export const statusTone: Record<ProjectStatus, Tone> = {
	proposed: 'plain',
	'in-progress': 'accent',
	'on-hold': 'warn',
	blocked: 'warn',
	delivered: 'good',
	cancelled: 'dim',
};

export const confidenceTone: Record<Confidence, Tone> = {green: 'good', amber: 'warn', red: 'bad'};
