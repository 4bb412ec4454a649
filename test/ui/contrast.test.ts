// What is really drawn, letter by letter, against the ground that it stands on: badges, charts, selected rows.
import {expect, test} from 'vitest';
import {windowOf} from '../../source/ui/components/window.ts';
import {cellsOf} from '../../source/ui/terminal/cells.ts';
import {themeFor} from '../../source/ui/theme.ts';
import {contrast, darkGrounds, hex, lightGrounds, xterm} from './colours.ts';
import {newStore, sample, sit} from './scene.ts';

const places: [place: string, keys: string[]][] = [
	['overview', []],
	['walk', ['2', ']']],
	['list', ['3', 'j']],
	['timeline', ['3', 'v']],
	['risks', ['3', 'v', 'v']],
	['measures', ['3', 'v', 'v', 'v']],
	['dependencies', ['3', 'v', 'v', 'v', 'v', 'v']],
	['open meeting', ['4', 'o', 'enter', 't', 'A', 'escape', 'n']],
	['roll', ['4', 'o', 'enter', 't', 'A']],
	['question', ['4', 'o', 'enter', 'X']],
	['decision form', ['4', 'o', 'enter', 'd']],
	['can we decide?', ['4', 'L']],
	['register', ['5']],
	['log', ['6']],
	['minutes', ['7']],
	['help', ['?']],
	['quick line', [':', 'd']],
	['filter', ['3', '/', 'r']],
];

/** What draws lines and bars; no text. */
const isDrawing = (text: string): boolean => /^[\s─-▟]*$/u.test(text);

const numberOf = (code: string): number | undefined => {
	const found = /^[34]8;5;(\d+)$/.exec(code);
	return found ? Number(found[1]) : undefined;
};

test.each([
	['dark', {palette: 'dark'}, darkGrounds, 4.5],
	['light', {palette: 'light'}, lightGrounds, 4.5],
	['contrast', {palette: 'contrast'}, darkGrounds, 7],
	['contrast on light', {palette: 'contrast', light: true}, lightGrounds, 7],
] as const)(
	'%s: every letter is read on the ground it stands on',
	async (_, wish, grounds, least) => {
		const theme = themeFor({LANG: 'C.UTF-8', TERM: 'xterm-256color'}, wish);
		const pairs = new Map<string, string>();
		for (const name of ['riverside-charity', 'westmorland-and-furness-ict']) {
			for (const [place, keys] of places) {
				const {session, press} = sit({store: newStore(sample(name))});
				await press(...keys);
				for (const [columns, rows] of [
					[80, 24],
					[200, 60],
				] as const) {
					for (const line of windowOf({...session.getState(), columns, rows}, theme)) {
						const {texts, styles} = cellsOf(line, columns);
						for (const [at, text] of texts.entries()) {
							const {colour = '', ground = '', inverse = ''} = styles[at]?.look ?? {};
							if (isDrawing(text) || (colour === '' && ground === '')) continue;
							pairs.set([colour, ground, inverse].join(' '), `${place}: ${text}`);
						}
					}
				}
			}
		}
		expect(pairs.size).toBeGreaterThan(5);
		const poor = [...pairs].flatMap(([pair, where]) => {
			const [colour, ground] = pair.split(' ').map(numberOf);
			// The brackets of a tab are there for whoever sees no colours.
			if (colour === ground) return [];
			// Whatever the terminal's own ink is, a ground of ours has an ink of ours.
			if (colour === undefined) return [`${where}: no ink for ${pair}`];
			const behind = ground === undefined ? Object.values(grounds).map(hex) : [xterm(ground)];
			return behind
				.filter((one) => contrast(xterm(colour), one) < least)
				.map(() => `${where}: ${pair}`);
		});
		expect([...new Set(poor)]).toEqual([]);
	},
);
