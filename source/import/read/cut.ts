import {joinHyphen} from './lines.ts';
import {splitLabel} from './labels.ts';
import {
	type PaperBlock,
	isEm,
	isStrong,
	type PaperRun,
	textOf,
	tidyRuns,
	type Words,
} from './paper.ts';

/**
 * Blocks with what the end of a page cut in two made whole: a sentence that goes on in small letters after one that
 * has not ended, and a heading that runs over two lines of its own.
 */
export function mended(blocks: readonly PaperBlock[]): PaperBlock[] {
	const found: PaperBlock[] = [];
	for (const block of blocks) {
		if (
			block.kind !== 'table' &&
			block.kind !== 'break' &&
			!/[\p{L}\p{N}☐-☒✓✔]/u.test(textOf(block))
		)
			continue;
		const last = lastWords(found);
		const joined =
			last && block.kind !== 'table' && block.kind !== 'break'
				? join(last.words, block)
				: undefined;
		if (last && joined) {
			found.splice(last.at, found.length - last.at, joined);
		} else found.push(block);
	}
	return found;
}

/** The block before, page ends aside. */
function lastWords(found: readonly PaperBlock[]): {at: number; words: Words} | undefined {
	const at = found.findLastIndex(({kind}) => kind !== 'break');
	const block = found[at];
	return block && block.kind !== 'table' && block.kind !== 'break' ? {at, words: block} : undefined;
}

/** A paragraph over several pages has so many signs at most: whatever is longer was never one. */
const longest = 10_000;

/** The two as one block; undefined when the second begins something of its own. */
function join(first: Words, second: Words): Words | undefined {
	const before = textOf(first);
	const after = textOf(second);
	if (before.length + after.length > longest) return undefined;
	const isHeading = (words: Words) =>
		words.kind === 'heading' || isStrong(words) || isCaps(textOf(words));
	if (isHeading(first) || isHeading(second)) {
		const alike =
			isHeading(first) &&
			isHeading(second) &&
			second.kind !== 'item' &&
			first.kind === (second.kind === 'paragraph' && first.kind === 'item' ? 'item' : second.kind);
		return alike && goesOn(before, after)
			? {...first, runs: glue(first.runs, second.runs)}
			: undefined;
	}
	const open = /[\p{Ll}\p{N},&(–-]$/u.test(before) && before.length >= 40;
	const goes = second.kind === 'paragraph' && /^[\p{Ll}(]/u.test(after) && !splitLabel(after);
	return open && goes && isEm(first) === isEm(second)
		? {...first, runs: glue(first.runs, second.runs)}
		: undefined;
}

/** Whether a text is set in capitals, as headings are. */
const isCaps = (text: string): boolean =>
	text.length <= 120 && /\p{Lu}{4}/u.test(text) && !/\p{Ll}/u.test(text);

/** Whether a heading's text goes on in the next: it stops in the middle, or the next begins there. */
const goesOn = (before: string, after: string): boolean =>
	!/[:.?]$/.test(before) &&
	(/(?:[,&/–-]|\b(?:and|or|of|for|the|to|with|in|on|by|from))$/i.test(before) ||
		(/^\p{Ll}/u.test(after) && !splitLabel(after)));

function glue(first: readonly PaperRun[], second: readonly PaperRun[]): PaperRun[] {
	const last = first.at(-1);
	const next = second[0];
	if (!last || !next) return tidyRuns([...first, ...second]);
	const whole = joinHyphen(last.text.trimEnd(), next.text.trimStart());
	// What the second adds, with its blank, so that each keeps its emphasis.
	const kept = whole.slice(0, whole.length - next.text.trimStart().length);
	return tidyRuns([
		...first.slice(0, -1),
		{...last, text: kept},
		{...next, text: next.text.trimStart()},
		...second.slice(1),
	]);
}
