import {type TableLook, tableLooks} from './docx-styles.ts';
import {twipsOf} from './docx-width.ts';
import {longWord} from './text.ts';
import type {Table} from './tree.ts';

type Columns = {widths: number[]; look: TableLook};

/**
 * The columns' widths in twips, after the text in them, for Word's own fitting differs from one program to the next; and the
 * first look in which no word is broken. The widths fill the line.
 */
export function columnWidths(table: Table, textWidth: number): Columns {
	const all = tableLooks.map((look) => ({look, ...measured(table, look)}));
	const [first] = tableLooks;
	const {look, least, wanted} = all.find((one) => total(one.least) <= textWidth) ??
		all.at(-1) ?? {look: first, ...measured(table, first)};
	return {look, widths: fill(level(least, wanted, textWidth), textWidth)};
}

/** The same widths, in proportion, so that they fill the line. */
const fill = (sizes: number[], room: number): number[] =>
	sizes.map((size) => Math.floor((size / total(sizes)) * room));

/** To each column what it wants, as far as there is room: beyond its longest word none gets more than the others. */
function level(least: number[], wanted: number[], room: number): number[] {
	const upTo = (height: number) =>
		wanted.map((want, index) => Math.min(want, Math.max(least[index] ?? 0, height)));
	let [low, high] = [0, room];
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (total(upTo(middle)) <= room) low = middle;
		else high = middle;
	}
	return upTo(low);
}

const total = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0);

/** How wide each column must be for its longest word, and would like to be for its longest text. */
function measured({columns, rows}: Table, {size, margin}: TableLook) {
	const beside = 2 * margin + 30;
	const found = columns.map(({title, whole}, index) => {
		const texts = rows.map((row) => row[index] ?? '');
		const word = (text: string, bold: boolean) =>
			Math.max(
				0,
				// A word longer than any is broken before it pushes the other columns aside: addresses, mostly.
				...text.split(/\s+/).map((one) => twipsOf(one.slice(0, longWord), size, bold)),
			);
		const ofTexts = whole
			? texts.map((text) => twipsOf(text, size, false))
			: texts.map((text) => word(text, false));
		return {
			least: Math.max(word(title, true), ...ofTexts) + beside,
			// A title may stand on several lines.
			wanted: Math.max(0, ...texts.map((text) => twipsOf(text, size, false))) + beside,
		};
	});
	return {
		least: found.map(({least}) => least),
		wanted: found.map(({least, wanted}) => Math.max(least, wanted)),
	};
}
