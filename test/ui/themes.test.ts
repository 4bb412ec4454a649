import path from 'node:path';
import {expect, test} from 'vitest';
import {bodyOf} from '../../source/ui/components/body.ts';
import {footerLines} from '../../source/ui/components/footer.ts';
import {headerLines} from '../../source/ui/components/frame.ts';
import {toAscii} from '../../source/ui/components/line.ts';
import {type Theme, themeFor} from '../../source/ui/theme.ts';
import {makeDatabase} from '../helpers/database.ts';
import {keysOf, lincolnshire, newStore, open, sit} from './scene.ts';

/** To the vote, which ties, and on to an amendment, which is carried. */
const tied = [
	...keysOf('4otA'),
	'escape',
	...keysOf('Gkd'),
	'tab',
	'tab',
	...keysOf('1 1'),
	'tab',
	'tab',
	'L',
	'tab',
	'tab',
	'n',
];

const paper = path.join(import.meta.dirname, '..', 'import', 'papers', 'mayoral-decision.md');

const places: [place: string, keys: string[]][] = [
	['overview', []],
	['walk', ['2']],
	['portfolio', ['3']],
	['project', ['3', 'enter']],
	['meeting', ['4', 'o']],
	['roll', ['4', 'o', 't', 'A']],
	['status', ['3', 's']],
	['decision form', ['4', 'o', 'd']],
	['decision form with a tie and an amendment', tied],
	['read-back', ['4', 'o', 't', 'A', 'escape', 'n', 'n', 'n', 'n', 'n', 'n', 'd', 'ctrl+d']],
	['new meeting', ['4', 'meeting.add']],
	['new item', ['4', 'item.add']],
	['exempt', ['4', 'o', 'x']],
	['declaration', ['4', 'o', 't', 'A', 'escape', 'D']],
	['who presides', ['4', 'o', 'C']],
	['somebody else', ['4', 'o', 't', 's']],
	['arrival in a form', ['4', 'o', 'item.note', 'ctrl+t']],
	['register', ['5']],
	['decision', ['5', 'enter']],
	['notices', ['5', 'v', 'v']],
	['a new notice', ['5', 'v', 'v', 'N', 'p']],
	['can we decide?', ['4', 'L', 'j', 'j']],
	['minutes', ['7', ' ']],
	['blanked', ['.']],
	['log', ['4', 'o', '6']],
	['help', ['?']],
	['quick line', [':']],
	['a paper', [...keysOf(`4I${paper}`), 'enter', 'j']],
	['the end of a paper', [...keysOf(`4I${paper}`), 'enter', 'G', ']']],
	['confirmation', ['4', 'o', 'X']],
	['filter', ['3', '/', 'p', '1']],
];

/** Every line as it would be drawn, tones and all. */
async function lines(theme: Theme, keys: string[], database = lincolnshire()): Promise<string[]> {
	const {session, press} = sit({store: newStore(database)});
	await press(...keys);
	const state = session.getState();
	return [...headerLines(state, theme), ...bodyOf(state, theme).main, ...footerLines(state, theme)];
}

const colourless = themeFor({LANG: 'C.UTF-8', NO_COLOR: '1'});
const ascii = themeFor({LANG: 'C'});

test.each(places)(
	'NO_COLOR: %s has no colour, only bold, inverse and underline',
	async (_, keys) => {
		const drawn = (await lines(colourless, keys)).join('\n');
		const codes = new Set([...drawn.matchAll(/\u001b\[([\d;]*)m/g)].map(([, code]) => code));
		expect(
			[...codes].filter(
				(code) => !['1', '22', '7;25', '7;28', '7', '27', '4', '24'].includes(code ?? ''),
			),
		).toEqual([]);
	},
);

test('NO_COLOR: a status is still a glyph and a word', async () => {
	expect((await lines(colourless, ['3'])).join('\n')).toContain('● Delivered');
});

test('NO_COLOR: banners still stand out', async () => {
	const app = await open({practice: true, theme: colourless});
	await expect(app).toShow(' PRACTICE ');
});

test.each(places)('ASCII: every byte of %s is printable ASCII', async (_, keys) => {
	const drawn = (await lines(ascii, keys)).map((line) => line.replaceAll(/\u001b\[[\d;]*m/g, ''));
	expect(drawn.filter((line) => /[^\x20-\x7e]/.test(line))).toEqual([]);
});

test('ASCII: titles in other letters take no more room than there is', async () => {
	const database = makeDatabase();
	const [project] = database.projects;
	if (project) project.title = '会議'.repeat(60);
	const drawn = (await lines(ascii, ['3'], database)).map((line) =>
		line.replaceAll(/\u001b\[[\d;]*m/g, ''),
	);
	expect(drawn.filter((line) => line.length > 80)).toEqual([]);
});

test('ASCII: the matrix too', async () => {
	const database = makeDatabase();
	const [project] = database.projects;
	if (project) project.title = 'A title that is very much longer than its column can ever be';
	const app = await open({database, theme: ascii}, '3', 'M');
	await expect(app).toShow('P1-01', 'Affor');
	expect(app.text().replaceAll('\n', '')).toMatch(/^[\x20-\x7e]*$/);
});

test('ASCII: what is done with and what is selected do not share a sign with a status', () => {
	const {status, selected, check} = ascii.glyphs;
	expect(Object.values(status)).not.toContain(selected);
	expect(check).not.toBe(status.cancelled);
});

test('ASCII: sums and names can be read aloud as they are', () => {
	expect(toAscii('£41,000 for Siân Llŷr’s café – “Groß”')).toBe(
		'GBP 41,000 for Sian Llyr\'s cafe - "Gross"',
	);
	expect(toAscii('会議')).toBe('??');
});
