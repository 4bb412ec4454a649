// What a terminal shows after frame upon frame of differences is what one full repaint shows, cell by cell and colour
// by colour, whatever has come in between.
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import xterm from '@xterm/headless';
import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {windowOf} from '../../../source/ui/components/window.ts';
import {type Database, databaseSchema} from '../../../source/domain/schema/index.ts';
import {cellsOf, type FrameLine} from '../../../source/ui/terminal/cells.ts';
import {Stage} from '../../../source/ui/terminal/stage.ts';
import {type Theme, themeFor} from '../../../source/ui/theme.ts';
import {loadTrees} from '../../../source/ui/trees.ts';
import {counts} from '../../helpers/figures.ts';
import {render} from '../../helpers/ink.ts';
import {countWidths} from '../../helpers/terminal.ts';
import {flatLine, Out, repaint, trees, Window} from '../../helpers/window.tsx';
import {keysOf, newStore, sit} from '../scene.ts';

await loadTrees(trees);

const themes = [
	themeFor({LANG: 'C.UTF-8', TERM: 'xterm-256color'}),
	themeFor({LANG: 'C.UTF-8', NO_COLOR: '1'}),
	themeFor({LANG: 'C'}),
];

const data = path.join(import.meta.dirname, '..', '..', '..', 'data');
const samples = readdirSync(data)
	.filter((name) => name.endsWith('.json') && !/\.schema\.json$|^holidays-/.test(name))
	.map((name) =>
		databaseSchema.parse(JSON.parse(readFileSync(path.join(data, name), 'utf8')) as unknown),
	);

/** A terminal without a window. Characters are as wide as the program counts them. */
class Screen {
	readonly terminal: xterm.Terminal;

	constructor(columns: number, rows: number) {
		this.terminal = new xterm.Terminal({cols: columns, rows, allowProposedApi: true});
		countWidths(this.terminal);
	}

	write(bytes: string): Promise<void> {
		return new Promise((resolve) => this.terminal.write(bytes, resolve));
	}

	/** What is seen, a text and a look for each cell; where one types the terminal has its own cursor, and the text alone counts. */
	cells(typed?: {row: number; columns: number[]}): string[] {
		const {active} = this.terminal.buffer;
		return Array.from({length: this.terminal.rows}, (_, row) => {
			const line = active.getLine(active.baseY + row);
			return Array.from({length: this.terminal.cols}, (_, column) => {
				const cell = line?.getCell(column);
				if (!cell) return '?';
				if (typed?.row === row && typed.columns.includes(column))
					return `[${cell.getChars().trim()}]`;
				const isBlank = cell.getChars().trim() === '' && cell.getWidth() > 0;
				const isInverse = cell.isInverse() !== 0;
				const ground = cell.isBgDefault() ? '' : `on ${cell.getBgColorMode()} ${cell.getBgColor()}`;
				const letters = cell.isFgDefault()
					? ''
					: `in ${cell.getFgColorMode()} ${cell.getFgColor()}`;
				const weight = [cell.isBold(), cell.isDim(), cell.isItalic(), cell.isUnderline()]
					.map((set) => (set ? 1 : 0))
					.join('');
				// Of a blank neither colour nor weight is seen.
				const look = isBlank && !isInverse ? '' : `${weight} ${letters}`;
				return `[${isBlank ? ' ' : cell.getChars()}${isInverse ? ' inverse' : ''} ${look} ${ground}]`;
			}).join('');
		});
	}

	cursor(): [row: number, column: number] {
		const {cursorY, cursorX} = this.terminal.buffer.active;
		return [cursorY, cursorX];
	}

	dispose(): void {
		this.terminal.dispose();
	}
}

async function fresh(
	lines: readonly FrameLine[],
	columns: number,
	rows: number,
): Promise<string[]> {
	const screen = new Screen(columns, rows);
	await screen.write(repaint(lines, columns, rows));
	const cells = screen.cells();
	screen.dispose();
	return cells;
}

/** A session with its stage, and a terminal that has had every byte. */
function seat(database: Database, theme: Theme, columns: number, rows: number) {
	const {session, press} = sit({store: newStore(database), columns, rows});
	const out = new Out(columns, rows);
	const screen = new Screen(columns, rows);
	const stage = new Stage(out);
	const draw = () => windowOf(session.getState(), theme);
	session.subscribe(() => stage.show(draw));
	stage.onResize(() => session.send({kind: 'size', columns: out.columns, rows: out.rows}));
	stage.open(draw);
	return {
		session,
		press,
		out,
		stage,
		screen,
		draw,
		/** All that was written so far is on the terminal, and it has answered whenever it was asked. */
		async settle() {
			for (;;) {
				await Promise.resolve();
				await Promise.resolve();
				const bytes = out.written.splice(0).join('');
				if (bytes === '') return;
				await screen.write(bytes);
				for (const _ of bytes.matchAll(/\u001B\[5n/g)) stage.answered();
			}
		},
		close() {
			session.close();
			stage.close();
			screen.dispose();
		},
	};
}

type Seat = ReturnType<typeof seat>;

const sizes = [
	[80, 24],
	[60, 16],
	[120, 40],
	[200, 60],
	[97, 31],
] as const;

const texts = [
	'会議の記録を承認する',
	'👩‍👩‍👧 families 🇬🇧',
	'कार्यक्रम की समीक्षा',
	'مراجعة الاستراتيجية',
	'e\u0301\u0301te\u0301',
	'Café £41,000 – “yes”',
];

/** The sample with other texts in some of its titles. */
function translated(database: Database, seed: number): Database {
	const own = structuredClone(database);
	for (const [index, project] of own.projects.entries()) {
		if ((index + seed) % 3 === 0) project.title = texts[(index + seed) % texts.length] ?? '';
	}
	return own;
}

/** Keys that lead everywhere; none that leaves. */
const keys = fc.array(
	fc.oneof(
		{weight: 3, arbitrary: fc.constantFrom('down', 'up', 'j', 'k', 'pagedown', 'end', 'home')},
		{weight: 3, arbitrary: fc.constantFrom(...keysOf('12345678'))},
		{weight: 3, arbitrary: fc.constantFrom(...keysOf('sdcaeNmvLtoAnp?:/GuxXfH.'))},
		{
			weight: 2,
			arbitrary: fc.constantFrom('enter', 'escape', 'tab', 'ctrl+d', 'backspace', 'left'),
		},
		{weight: 1, arbitrary: fc.constantFrom('会', 'é', 'x', ' ', '👍')},
	),
	{minLength: 1, maxLength: 25},
);

const between = {
	nothing: () => {},
	resize: ({out}: Seat, step: number) => {
		const [columns, rows] = sizes[step % sizes.length] ?? [80, 24];
		out.resize(columns, rows);
	},
	editor: (seated: Seat) => {
		seated.stage.give();
		seated.out.write('\u001B[2J\u001B[3;3Hsome editor\u001B[7;31m');
		seated.stage.take();
	},
	wall: (seated: Seat) => {
		seated.out.write('\u001B[5;1H\u001B[1mBroadcast message\r\nfrom root\u001B[m');
		seated.stage.redraw();
	},
	stop: (seated: Seat) => {
		seated.stage.give();
		seated.stage.take();
	},
};

test('frame upon frame is what one full repaint is', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.nat(),
			fc.constantFrom(...samples.keys()),
			fc.constantFrom(...themes),
			fc.constantFrom(...sizes),
			keys,
			fc.array(fc.constantFrom(...(Object.keys(between) as (keyof typeof between)[])), {
				minLength: 1,
				maxLength: 6,
			}),
			async (seed, sample, theme, [columns, rows], pressed, happens) => {
				const seated = seat(translated(samples[sample]!, seed), theme, columns, rows);
				for (const [index, key] of pressed.entries()) {
					await seated.press(key);
					if (index % 4 === 3) {
						const what = happens[(index >> 2) % happens.length] ?? 'nothing';
						between[what](seated, seed + index);
						await Promise.resolve();
						await Promise.resolve();
						if (what === 'resize')
							seated.screen.terminal.resize(seated.out.columns, seated.out.rows);
					}
					if (index % 3 === 0) await seated.settle();
				}
				await seated.settle();
				const {out} = seated;
				expect(seated.screen.cells()).toEqual(await fresh(seated.draw(), out.columns, out.rows));
				seated.close();
			},
		),
		{numRuns: counts(40, 2000)},
	);
}, 600_000);

test.each(sizes)(
	'a move of the selection takes no more than 37 bytes, %i × %i',
	async (columns, rows) => {
		const most = samples.toSorted((a, b) => b.projects.length - a.projects.length)[0];
		const seated = seat(most!, themes[0]!, columns, rows);
		await seated.press('3');
		await seated.settle();
		for (const key of ['j', 'j', 'j', 'k']) {
			const before = seated.screen.cells();
			await seated.press(key);
			await Promise.resolve();
			await Promise.resolve();
			expect(Buffer.byteLength(seated.out.written.join(''))).toBeLessThanOrEqual(37);
			await seated.settle();
			expect(seated.screen.cells()).not.toEqual(before);
		}
		seated.close();
	},
);

const places: [place: string, keys: string[]][] = [
	['overview', []],
	['walk', ['2', 'n']],
	['portfolio', ['3', 'j', 'j']],
	['matrix', ['3', 'm', 'j']],
	['project', ['3', 'enter']],
	['meeting', ['4']],
	['register', ['5']],
	['log', ['6']],
	['minutes', ['7']],
	['members', ['8']],
	['form', ['3', 's']],
	['comment', ['3', 'c', 'x']],
	['help', ['?']],
	['quick line', [':', 's']],
	['filter', ['3', '/', 'a']],
];

/** The cells that somebody types at. */
function typedIn(lines: readonly FrameLine[], width: number) {
	const found = lines.map((line) => cellsOf(line, width));
	const row = found.findIndex(({typed}) => typed !== undefined);
	const columns = found[row]?.styles.flatMap(({mark}, at) => (mark === 'typed' ? [at] : []));
	return columns && {row, columns};
}

test.each(places)('Ink draws the same of %s, in every size and theme', async (_, pressed) => {
	for (const [index, theme] of themes.entries()) {
		for (const [columns, rows] of sizes) {
			const seated = seat(samples[(index + columns) % samples.length]!, theme, columns, rows);
			await seated.press(...pressed);
			await seated.settle();
			const lines = seated.draw();
			const ink = render(<Window lines={lines.map(flatLine)} />, {columns, rows});
			const drawn = new Screen(columns, rows);
			await drawn.write(`\u001B[?7l${ink.frame().replaceAll('\n', '\r\n')}`);
			const typed = typedIn(lines, columns);
			expect(seated.screen.cells(typed)).toEqual(drawn.cells(typed));
			const cursor = typed ? [typed.row, typed.columns[0]] : seated.screen.cursor();
			expect(seated.screen.cursor()).toEqual(cursor);
			drawn.dispose();
			ink.leave();
			seated.close();
		}
	}
});
