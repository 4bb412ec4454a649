import {pageEnd} from './pages.ts';

/** No gutter lies nearer to a margin than this: what does is an indent. */
const nearest = 32;
const widest = 90;

/**
 * The lines of a text in which pages set in two columns stand one column after the other. A table has two columns, too:
 * its rows begin in both at once, and the paragraphs of a page begin where they like.
 */
export function withoutGutters(lines: readonly string[]): string[] {
	const pages: string[][] = [[]];
	for (const line of lines) {
		if (line === pageEnd) pages.push([]);
		else pages.at(-1)?.push(line);
	}
	return pages.flatMap((page, at) => [...(at === 0 ? [] : [pageEnd]), ...unfolded(page)]);
}

function unfolded(page: string[]): string[] {
	const gutter = gutterOf(page);
	if (gutter === undefined) return page;
	const result: string[] = [];
	for (let at = 0; at < page.length; at++) {
		let to = at;
		while (to < page.length && isClear(page[to] ?? '', gutter)) to++;
		const block = page.slice(at, to);
		if (isRunning(block, gutter)) {
			const left = block.map((line) => line.slice(0, gutter).trimEnd());
			const right = block.map((line) => line.slice(gutter));
			result.push(...left, '', ...right, '');
			at = to - 1;
		} else {
			// What crosses the gutter stands above both columns, or below them.
			result.push(...page.slice(at, to + 1));
			at = to;
		}
	}
	return result;
}

/** Whether nothing of a line crosses a gutter: its right part begins there, behind a gap. */
const isClear = (line: string, gutter: number): boolean =>
	!line.includes('\t') && line.slice(gutter - 2, gutter).trim() === '';

/** Where most lines that have two parts begin their second one. */
function gutterOf(page: readonly string[]): number | undefined {
	const places = new Map<number, number>();
	for (const line of page) {
		if (line.length > 400) continue;
		for (const {index} of line.matchAll(/(?<=\S {2,60})\S/g))
			if (index >= nearest && index <= widest) places.set(index, (places.get(index) ?? 0) + 1);
	}
	const [best] = [...places].toSorted((a, b) => b[1] - a[1]);
	return best !== undefined && best[1] >= 5 ? best[0] : undefined;
}

/** Whether lines that a gutter parts run on in each column by itself. */
function isRunning(block: readonly string[], gutter: number): boolean {
	const halves = block.map(
		(line) => [line.slice(0, gutter).trim(), line.slice(gutter).trim()] as const,
	);
	const both = halves.filter(([left, right]) => left !== '' && right !== '');
	if (both.length < 5) return false;
	// Where a half has columns of its own, this is one of several of a table.
	const parted = both.filter((half) => half.some((text) => /\S {3,}\S/.test(text)));
	if (parted.length * 4 > both.length) return false;
	const begins = (side: 0 | 1): number =>
		halves.filter((half, at) => {
			const before = halves[at - 1];
			const other = side === 0 ? 1 : 0;
			return (
				before !== undefined &&
				half[side] !== '' &&
				before[side] === '' &&
				half[other] !== '' &&
				before[other] !== ''
			);
		}).length;
	const length = both.reduce((sum, [left]) => sum + left.length, 0) / both.length;
	// Labels and cells begin with a capital; only sentences go on below with a small letter.
	const goesOn = (side: 0 | 1) => halves.filter((half) => /^\p{Ll}/u.test(half[side])).length;
	return (
		length >= gutter * 0.5 && begins(0) >= 1 && begins(1) >= 1 && goesOn(0) >= 2 && goesOn(1) >= 2
	);
}
