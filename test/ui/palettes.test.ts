// What can be read of each palette, against the grounds that terminals have.
import {describe, expect, test} from 'vitest';
import {asksGround, bands, paletteFor, palettes, themeFor} from '../../source/ui/theme.ts';
import {begin, read} from '../../source/ui/terminal/tokens.ts';
import {contrast, darkGrounds, hex, lightGrounds, xterm} from './colours.ts';

const cases = [
	['dark', darkGrounds, 4.5],
	['light', lightGrounds, 4.5],
	['contrast', darkGrounds, 7],
	['contrast-light', lightGrounds, 7],
] as const;

describe.each(cases)('%s', (name, grounds, least) => {
	test.each(Object.entries(grounds))(`on %s every tone has ${least} : 1 at least`, (_, ground) => {
		const {
			banner: _banner,
			live: _live,
			tab: _tab,
			edge: _edge,
			line: _line,
			...tones
		} = palettes[name];
		const poor = Object.entries(tones).filter(
			([, number]) => contrast(xterm(number), hex(ground)) < least,
		);
		expect(poor).toEqual([]);
	});

	test('a banner is read on its own ground', () => {
		const ink = name.includes('light') ? hex('ffffff') : hex('000000');
		for (const badge of [palettes[name].banner, palettes[name].live, palettes[name].tab]) {
			expect(contrast(xterm(badge), ink)).toBeGreaterThanOrEqual(least);
		}
	});

	test('what stands in the first line is read on its ground', () => {
		const [ink, ground] = bands[name];
		const {dim, accent} = palettes[name];
		const poor = [ink, dim, accent].filter(
			(number) => contrast(xterm(number), xterm(ground)) < least,
		);
		expect(poor).toEqual([]);
	});
});

test('a line that divides is not text; where contrast is asked for it is seen all the same', () => {
	for (const [name, grounds] of [
		['contrast', darkGrounds],
		['contrast-light', lightGrounds],
	] as const) {
		for (const ground of Object.values(grounds))
			expect(contrast(xterm(palettes[name].line), hex(ground))).toBeGreaterThanOrEqual(3);
	}
});

test('a badge in the first line ends in its ground, not in the terminal’s', () => {
	const theme = themeFor({LANG: 'C.UTF-8', TERM: 'xterm-256color'}, {palette: 'dark'});
	const [ink, ground] = bands.dark;
	const look = `38;5;${ink};48;5;${ground}`;
	expect(theme.band(`${theme.paint('banner', 'PUBLIC')} title`)).toBe(
		`\u001b[${look}m\u001b[38;5;16;48;5;221mPUBLIC\u001b[${look}m title\u001b[39;49m`,
	);
	const bare = themeFor({LANG: 'C.UTF-8', TERM: 'xterm-256color', NO_COLOR: '1'});
	expect(bare.band('title')).toBe('title');
});

test('no palette draws a text faint', () => {
	for (const palette of ['dark', 'light', 'contrast', 'sixteen'] as const) {
		const theme = themeFor({LANG: 'C.UTF-8', TERM: 'xterm-256color'}, {palette});
		expect(theme.paint('dim', 'text')).not.toContain('\u001b[2m');
	}
});

test('the ground decides, whoever says it: the terminal, its environment, or nobody, who is dark', () => {
	const terminal = {TERM: 'xterm-256color'};
	expect(paletteFor(terminal, {})).toBe('dark');
	expect(paletteFor(terminal, {light: true})).toBe('light');
	expect(paletteFor({...terminal, COLORFGBG: '0;15'}, {})).toBe('light');
	expect(paletteFor({...terminal, COLORFGBG: '15;0'}, {})).toBe('dark');
	expect(paletteFor(terminal, {palette: 'contrast', light: true})).toBe('contrast-light');
	expect(paletteFor({TERM: 'xterm'}, {})).toBe('sixteen');
	expect(paletteFor({TERM: 'linux'}, {light: true})).toBe('sixteen');
});

test('what was asked for is not asked of the terminal', () => {
	const terminal = {TERM: 'xterm-256color'};
	expect(asksGround(terminal, undefined)).toBe(true);
	expect(asksGround(terminal, 'contrast')).toBe(true);
	expect(asksGround(terminal, 'light')).toBe(false);
	expect(asksGround({TERM: 'linux'}, undefined)).toBe(false);
	expect(asksGround({...terminal, NO_COLOR: '1'}, undefined)).toBe(false);
});

test.each([
	['\u001b]11;rgb:ffff/ffff/dddd\u001b\\', true],
	['\u001b]11;rgb:fd/f6/e3\u0007', true],
	['\u001b]11;rgb:0000/2b2b/3636\u001b\\', false],
	['\u009d11;rgba:1e1e/1e1e/1e1e/ffff\u009c', false],
])(
	'the answer %j says whether the ground is light, in whatever pieces it comes',
	(bytes, isLight) => {
		let state = begin;
		const tokens = Array.from(bytes).flatMap((byte) => {
			const after = read(state, byte);
			state = after.state;
			return after.tokens;
		});
		expect(tokens).toHaveLength(1);
		expect(tokens[0]).toHaveProperty('ground');
		expect((tokens[0] as {ground: number}).ground > 0.5).toBe(isLight);
	},
);

test('any other message of a terminal is swallowed, this one’s lookalikes too', () => {
	for (const bytes of [
		'\u001b]11;?\u0007',
		'\u001b]10;rgb:0/0/0\u0007',
		'\u001bP11;rgb:ff/ff/ff\u001b\\',
	]) {
		expect(read(begin, bytes).tokens).toEqual([]);
	}
});
