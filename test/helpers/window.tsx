// The window of a session without a terminal: as text, as the bytes of the stage, and as Ink draws the same lines.
import {Box, Text} from 'ink';
import {windowOf} from '../../source/ui/components/window.ts';
import type {State} from '../../source/ui/state.ts';
import {cellsOf, type FrameLine} from '../../source/ui/terminal/cells.ts';
import {Stage} from '../../source/ui/terminal/stage.ts';
import type {Theme} from '../../source/ui/theme.ts';
import {lacksTree, loadTrees, type TreeLoader} from '../../source/ui/trees.ts';

/** A line with its tones, in one piece. */
export function flatLine(line: FrameLine): string {
	if (typeof line === 'string') return line;
	const width = cellsOf(line.left, line.column).texts.length;
	return line.left + ' '.repeat(line.column - width) + line.right;
}

/** What lays trees out, from the sources. */
export const trees: TreeLoader = () => import('../../source/ui/components/tree.tsx');

/** The lines of the window with their tones; what lays a tree out must be loaded. */
export const linesOf = (state: State, theme: Theme): string[] =>
	windowOf(state, theme).map(flatLine);

/** The same, once it is loaded. */
export async function settledLines(state: State, theme: Theme): Promise<string[]> {
	if (lacksTree(state)) await loadTrees(trees);
	return linesOf(state, theme);
}

/** A terminal of a size of one's own, which keeps what is written. */
export class Out {
	readonly written: string[] = [];
	columns: number;
	rows: number;
	#listeners = new Set<() => void>();

	constructor(columns: number, rows: number) {
		this.columns = columns;
		this.rows = rows;
	}

	write(text: string): boolean {
		this.written.push(text);
		return true;
	}

	on(_event: 'resize', listener: () => void): void {
		this.#listeners.add(listener);
	}

	off(_event: 'resize', listener: () => void): void {
		this.#listeners.delete(listener);
	}

	resize(columns: number, rows: number): void {
		this.columns = columns;
		this.rows = rows;
		for (const listener of this.#listeners) listener();
	}
}

/** What the stage writes for a full repaint of a window. */
export function repaint(lines: readonly FrameLine[], columns: number, rows: number): string {
	const out = new Out(columns, rows);
	new Stage(out).open(() => lines);
	return out.written.join('');
}

/** The same lines as a tree, for Ink. */
export function Window({lines}: {lines: readonly string[]}) {
	return (
		<Box flexDirection="column">
			{lines.map((text, index) => (
				<Text key={index} wrap="truncate-end">
					{text === '' ? ' ' : text}
				</Text>
			))}
		</Box>
	);
}
