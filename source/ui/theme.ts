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
	| 'banner'
	/** The badge of a meeting that is open. */
	| 'live'
	/** What a key is called where it is hinted at. */
	| 'key'
	/** The tab of what is shown. */
	| 'tab'
	/** The brackets around its name: they are for whoever sees no colours, and not to be seen beside them. */
	| 'edge'
	/** What columns are called. */
	| 'head'
	/** A line that divides; no text. */
	| 'line';

const csi = '\u001B[';

/** Bold, a bar, a banner: what every palette has alike. */
const shapes = {
	plain: ['', ''],
	strong: [`${csi}1m`, `${csi}22m`],
	// Both say to the stage where the terminal's own cursor belongs, by what means nothing to a terminal.
	selected: [`${csi}7;25m`, `${csi}27m`],
	cursor: [`${csi}7;28m`, `${csi}27m`],
	head: [`${csi}4m`, `${csi}24m`],
} as const;

/** What a palette colours. */
type Coloured = Exclude<Tone, keyof typeof shapes>;

const paletteNames = ['dark', 'light', 'contrast', 'contrast-light', 'sixteen'] as const;
type PaletteName = (typeof paletteNames)[number];

/** What is good or calls for attention, in text and on badges. */
const coloured = (good: number, accent: number) => ({
	good,
	live: good,
	accent,
	key: accent,
	tab: accent,
	edge: accent,
});

/**
 * The colours of each palette, as numbers of the 240 that are the same on every terminal: read against the grounds that
 * terminals have, text has a contrast of 4.5 : 1 at least, of 7 : 1 where that is asked for (test/ui/palettes.test.ts
 * measures it). Of the terminal's own sixteen nobody here knows what they are; nothing is drawn faint in them.
 */
export const palettes: Record<Exclude<PaletteName, 'sixteen'>, Record<Coloured, number>> = {
	dark: {...coloured(114, 117), dim: 250, warn: 221, bad: 217, banner: 221, line: 241},
	light: {...coloured(22, 24), dim: 239, warn: 94, bad: 124, banner: 94, line: 248},
	contrast: {...coloured(157, 159), dim: 255, warn: 229, bad: 224, banner: 229, line: 250},
	'contrast-light': {...coloured(22, 17), dim: 232, warn: 52, bad: 88, banner: 52, line: 240},
};

/** The first line stands on a ground of its own: what is written there, and the ground. */
export const bands: Record<
	Exclude<PaletteName, 'sixteen'>,
	readonly [ink: number, ground: number]
> = {dark: [255, 237], light: [16, 254], contrast: [231, 235], 'contrast-light': [16, 255]};

const sixteen: Record<Coloured, [on: string, off: string]> = {
	dim: ['', ''],
	good: [`${csi}32m`, `${csi}39m`],
	warn: [`${csi}33m`, `${csi}39m`],
	bad: [`${csi}31m`, `${csi}39m`],
	accent: [`${csi}36m`, `${csi}39m`],
	banner: [`${csi}30;43m`, `${csi}39;49m`],
	live: [`${csi}30;42m`, `${csi}39;49m`],
	key: [`${csi}1;36m`, `${csi}22;39m`],
	tab: [`${csi}30;46m`, `${csi}39;49m`],
	edge: [`${csi}36;46m`, `${csi}39;49m`],
	line: ['', ''],
};

/** What stands on a ground of its own, as badges do. */
const badges: ReadonlySet<Tone> = new Set(['banner', 'live', 'tab', 'edge']);

/** What stands before and behind a text in a tone. */
function codesOf(name: PaletteName, tone: Tone): readonly [on: string, off: string] {
	if (tone in shapes) return shapes[tone as keyof typeof shapes];
	const coloured = tone as Coloured;
	if (name === 'sixteen') return sixteen[coloured];
	const number = palettes[name][coloured];
	if (coloured === 'key') return [`${csi}1;38;5;${number}m`, `${csi}22;39m`];
	if (!badges.has(coloured)) return [`${csi}38;5;${number}m`, `${csi}39m`];
	if (coloured === 'edge') return [`${csi}38;5;${number};48;5;${number}m`, `${csi}39;49m`];
	const ink = name === 'light' || name === 'contrast-light' ? 231 : 16;
	return [`${csi}38;5;${ink};48;5;${number}m`, `${csi}39;49m`];
}

const unicode = {
	selected: '▸',
	rule: '─',
	side: '│',
	heavy: '━',
	/** The corners of a heavy frame (upper left and right, lower left and right), and its sides. */
	frame: ['┏', '┓', '┗', '┛', '┃'],
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
type Glyphs = typeof unicode;

const ascii: Glyphs = {
	selected: '>',
	rule: '-',
	side: '|',
	heavy: '=',
	frame: ['+', '+', '+', '+', '|'],
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
	/** Whether each row bears its path: for whoever asks which one lies under a pointer, never for a terminal. */
	names?: true;
	/** The text in a tone; the text itself must be clean already. */
	paint(tone: Tone, text: string): string;
	/** A painted line on the ground of the first line, where there are colours enough for one. */
	band(painted: string): string;
};

/** What is asked of a theme: a palette by name, and whether the terminal's ground is light where it has said so. */
export type Wish = {
	palette?: Exclude<PaletteName, 'contrast-light'> | undefined;
	light?: boolean | undefined;
};

/** Whether a terminal says by its environment that its ground is light (`COLORFGBG=0;15`, of rxvt and Konsole). */
const saysLight = ({COLORFGBG = ''}: NodeJS.ProcessEnv): boolean =>
	/;(7|1[0-5])$/.test(COLORFGBG) && !COLORFGBG.endsWith(';8');

/** The palette that fits: the one asked for, else by the ground; the own sixteen colours where there are no more. */
export function paletteFor(environment: NodeJS.ProcessEnv, {palette, light}: Wish): PaletteName {
	const isLight = light ?? saysLight(environment);
	if (palette === 'contrast') return isLight ? 'contrast-light' : 'contrast';
	if (palette !== undefined) return palette;
	const has256 =
		/256|direct|kitty|alacritty|foot|wezterm|ghostty/.test(environment['TERM'] ?? '') ||
		Boolean(environment['COLORTERM']);
	return has256 ? (isLight ? 'light' : 'dark') : 'sixteen';
}

/**
 * Whether the terminal is asked for its ground: where that decides, and where a question that it does not know is
 * swallowed. The Linux console would write it.
 */
export const asksGround = (environment: NodeJS.ProcessEnv, palette: Wish['palette']): boolean =>
	!environment['NO_COLOR'] &&
	environment['COLORFGBG'] === undefined &&
	(palette === undefined || palette === 'contrast') &&
	paletteFor(environment, {palette}) !== 'sixteen';

/**
 * The theme that fits a terminal. `NO_COLOR` (no-color.org) leaves bold and inverse, which are no
 * colours; a terminal without UTF-8 gets ASCII.
 */
export function themeFor(environment: NodeJS.ProcessEnv = process.env, wish: Wish = {}): Theme {
	const locale = environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG'] || '';
	const isAscii =
		environment['BOARDWALK_ASCII'] === '1' ||
		(process.platform !== 'win32' && !/utf-?8/i.test(locale)) ||
		environment['TERM'] === 'linux';
	const isColourless = Boolean(environment['NO_COLOR']) || environment['TERM'] === 'dumb';
	const palette = paletteFor(environment, wish);
	return {
		glyphs: isAscii ? ascii : unicode,
		ascii: isAscii,
		spoken: false,
		paint(tone, text) {
			if (text === '') return text;
			if (isColourless && !(tone in shapes)) {
				if (tone === 'key') return `${csi}1m${text}${csi}22m`;
				return badges.has(tone) ? `${csi}7m${text}${csi}27m` : text;
			}
			const [on, off] = codesOf(palette, tone);
			return on + text + off;
		},
		band(painted) {
			if (isColourless || palette === 'sixteen') return painted;
			const [ink, ground] = bands[palette];
			const look = `38;5;${ink};48;5;${ground}`;
			// A colour that ends within it ends in the band's own.
			const within = painted.replaceAll(/(?<=\u001B\[(?:22;)?)39(?:;49)?(?=m)/g, look);
			return `${csi}${look}m${within}${csi}39;49m`;
		},
	};
}

/** Words alone, for whoever listens: nothing is drawn, coloured or cut. */
export const spokenTheme: Theme = {
	glyphs: {
		...unicode,
		selected: '',
		rule: '',
		heavy: '',
		dot: ',',
		dash: 'none',
		check: 'done',
		private: '',
	},
	ascii: false,
	spoken: true,
	paint: (_, text) => text,
	band: (painted) => painted,
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
