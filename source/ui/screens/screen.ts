import {foldedOf} from '../../domain/names.ts';
import {count} from '../../domain/words.ts';
import {drawable, line, type LinePart, selectedLine} from '../components/line.ts';
import {keyFor, type KeyName} from '../keys-by-name.ts';
import {widthOf} from '../text/graphemes.ts';
import {wrap} from '../text/wrap.ts';
import type {Theme} from '../theme.ts';
import type {Place, State} from '../state.ts';

/** What a screen draws from, and into how many cells. */
export type View = {
	state: State;
	place: Place;
	theme: Theme;
	width: number;
	height: number;
	/** The path of the selected row, if there is a row. */
	selected: string | undefined;
};

/**
 * A screen: which rows can be selected, its lines, and what is told of it by ear. All are pure; what a
 * key does on it stands in the keymap.
 */
export type Screen = {
	/** The paths of the rows, in order. None on a page, which scrolls instead. */
	rows(state: State, place: Place): readonly string[];
	/** A row behind the mark of the cursor, in parts: drawn as a line, told as a sentence. No parts on a page. */
	row(view: View, path: string): LinePart[];
	/** At most `height` lines for a list, any number for a page. */
	draw(view: View): string[];
	/** What whoever listens is told on coming here: what it is first, then what stands above the rows. */
	told(view: View): string[];
	/** Whether the selected row's record is shown beside it when there is room; a number: from so many columns on. */
	pane: boolean | number;
	/** The fewest cells of the list beside it; absent: as many as there were without. */
	leastList?: number;
	/** What is shown beside it; absent is the page of the record. */
	beside?(view: View, path: string | undefined): string[];
};

/** What is asked for on every key (rows, what they come to) changes only with the database or the place's few inputs. */
export function remembered<Found>(
	work: (state: State, place: Place) => Found,
): (state: State, place: Place) => Found {
	let last: {database: unknown; key: string; found: Found} | undefined;
	return (state, place) => {
		const {id, variant, order, group, filter} = place;
		const key = [id, variant, order, group, filter?.value].join('\n');
		if (last?.database !== state.database || last.key !== key)
			last = {database: state.database, key, found: work(state, place)};
		return last.found;
	};
}

/** The first row that is seen: whole windows, and the last one is as full as the others. */
function windowTop({selected}: View, rows: readonly string[], size: number): number {
	const index = Math.max(0, selected === undefined ? 0 : rows.indexOf(selected));
	return Math.max(0, Math.min(Math.floor(index / size) * size, rows.length - size));
}

/**
 * How wide a column of names is: as its longest asks, as far as what stands behind it on any row leaves it of `room`. Never
 * narrower than a name’s first words.
 */
export function nameCells(
	room: number,
	names: readonly string[],
	behind: readonly number[],
): number {
	const longest = Math.max(0, ...names.map(widthOf));
	return Math.max(20, Math.min(longest + 1, room - markWidth - Math.max(0, ...behind)));
}

/**
 * The rows of a list that are seen: whole windows, turned over like pages, because shifting a list
 * line by line repaints it all. Rows outside cost nothing.
 */
export function listLines(
	view: View,
	rows: readonly string[],
	height: number,
	row: (view: View, path: string) => LinePart[],
): string[] {
	const size = Math.max(1, height);
	const top = windowTop(view, rows, size);
	return unfolded(view, rows.slice(top, top + size), size, row);
}

/**
 * Rows as lines, as many as there is room for: what a column has no room for goes on below its row where lines are free.
 * Which row is selected changes nothing of it, so that a move paints two rows and no more.
 */
export function unfolded(
	view: View,
	rows: readonly string[],
	height: number,
	row: (view: View, path: string) => LinePart[],
): string[] {
	let free = height - rows.length;
	return rows.flatMap((path) => {
		const parts = row(view, path);
		if (free <= 0) return [rowLine(view, path, parts)];
		const [first = parts, ...below] = layersOf(view, parts);
		if (below.length > free) return [rowLine(view, path, parts)];
		free -= below.length;
		const {theme, width} = view;
		const indent = ' '.repeat(markWidth);
		return [
			rowLine(view, path, first),
			...below.map((layer) => {
				const drawn = line(theme, width, indent, ...layer);
				return theme.names ? named(path, drawn) : drawn;
			}),
		];
	});
}

/** The fewest cells in which a text is broken into lines. */
const narrowest = 8;

/** A row's parts line by line, each text wrapped in its column; one line where nothing is cut. */
function layersOf({theme, width}: View, parts: readonly LinePart[]): LinePart[][] {
	let left = width - markWidth;
	const columns = parts.map((part) => {
		const [tone, text, fixed] = typeof part === 'string' ? (['plain', part] as const) : part;
		const shown = drawable(theme, text);
		const room = Math.max(0, Math.min(fixed ?? widthOf(shown), left));
		left -= room;
		const indent = /^ */.exec(shown)?.[0].length ?? 0;
		const isCut = widthOf(shown.trimEnd()) > room && room - indent >= narrowest;
		const pieces = isCut
			? wrap(shown.trim(), room - indent).map((piece) => ' '.repeat(indent) + piece.text.trimEnd())
			: [shown];
		return {tone, room, pieces};
	});
	const most = Math.max(1, ...columns.map(({pieces}) => pieces.length));
	return Array.from({length: most}, (_, row) =>
		columns.map(({tone, room, pieces}): LinePart => [tone, pieces[row] ?? '', room]),
	);
}

/** A row as a line, with the mark of the cursor before it. */
export function rowLine(view: View, path: string, parts: LinePart[]): string {
	const {theme, width, selected} = view;
	const isSelected = path === selected;
	const mark: LinePart = ['accent', isSelected ? theme.glyphs.selected : ' ', markWidth];
	const drawn = (isSelected ? selectedLine : line)(theme, width, mark, ...parts);
	return theme.names ? named(path, drawn) : drawn;
}

/** Stands around a path before the line of its row, where rows bear their paths: no text holds it, for none may hold a control. */
const nameMark = '\u0001';

const named = (path: string, drawn: string): string => `${nameMark}${path}${nameMark}${drawn}`;

/** The path that a line bears. */
export const nameOn = (drawn: string): string | undefined =>
	drawn.startsWith(nameMark) ? drawn.split(nameMark)[1] : undefined;

/** The cells of the mark before a row. */
const markWidth = 2;

/** What was worked out of something last, kept until it is asked of something else. */
export function keeping<Of, Found>(work: (of: Of) => Found): (of: Of) => Found {
	let last: {of: Of; found: Found} | undefined;
	return (of) => {
		if (last?.of !== of) last = {of, found: work(of)};
		return last.found;
	};
}

/** `7–25 of 80`, or nothing when all is seen. */
export function windowNote(view: View, rows: readonly string[], height: number): string {
	const size = Math.max(1, height);
	if (rows.length <= size) return '';
	const top = windowTop(view, rows, size);
	return `${top + 1}–${Math.min(rows.length, top + size)} of ${rows.length}`;
}

/**
 * Lines from where they were scrolled to, as many as there is room for; where that is not all of them, the last one says
 * how many are left and which key reads on.
 */
export function scrolled(
	{theme, width, place}: Pick<View, 'theme' | 'width' | 'place'>,
	lines: readonly string[],
	room: number,
	keys: {on: KeyName; back: KeyName},
): string[] {
	if (lines.length <= room) return [...lines];
	const top = Math.min(place.scroll ?? 0, lines.length - room + 1);
	const below = lines.length - top - room + 1;
	const said =
		below > 0
			? `${count(below, 'more line')}: ${keyFor(keys.on)} reads on`
			: `the end; ${keyFor(keys.back)} goes back`;
	return [...lines.slice(top, top + room - 1), line(theme, width, ['dim', ` ${said}`])];
}

/** Whether every word of a filter is somewhere in the texts. */
export function fits(filter: string, ...texts: (string | undefined)[]): boolean {
	const haystack = texts.join('\n').toLowerCase();
	return filter
		.toLowerCase()
		.split(/\s+/)
		.every((word) => haystack.includes(word));
}

/** Whether each typed word begins the initials or a word of the name, whatever its capitals and accents. */
export function isNamed(
	{name, initials}: {name: string; initials?: string | undefined},
	typed: string,
): boolean {
	const words = [initials ?? '', ...name.split(/[\s'’-]+/), name].map(foldedOf);
	return foldedOf(typed)
		.split(/\s+/)
		.filter(Boolean)
		.every((wanted) => words.some((word) => word.startsWith(wanted)));
}

/** The record's id at the end of a path. */
export const idOf = (path: string | undefined): string | undefined =>
	path?.slice(path.indexOf('/') + 1);
