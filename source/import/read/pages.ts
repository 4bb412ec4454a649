/** What a line of the text says once its markup and its numbers are taken away, so that running heads compare. */
const keyOf = (line: string): string =>
	line
		.replaceAll(/<[^<>]{0,200}>|[*_#|]/g, '')
		.replaceAll(/\d+/g, '#')
		.trim()
		// The number of the page stands at the other end of the line.
		.replace(/^#\s{2,}|\s{2,}#$/, '')
		.replaceAll(/\s+/g, ' ')
		.toLowerCase();

const bare = (line: string): string => line.replaceAll(/<[^<>]{0,200}>|[*_#]/g, '').trim();

const pageNumber = /^\W{0,3}page\s+\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?\W{0,3}$/i;
const dashedNumber = /^[-–—]\s*\d{1,4}\s*[-–—]$/;
const leftBlank =
	/^\W{0,3}(?:this )?page (?:is |has been )?(?:intentionally )?left (?:intentionally )?blank\W{0,3}$/i;
const loneNumber = /^\d{1,4}$/;

/** Where a page ends; a line of its own. */
export const pageEnd = '\f';

/**
 * The lines of a text without what belongs to its pages: their numbers, running heads and feet, pages left blank on
 * purpose. A blank line stands in the place of what was in the middle, `\f` where a page ends.
 */
export function withoutPages(lines: readonly string[]): string[] {
	const broken = lines.flatMap((line) =>
		line.includes('\f')
			? line.split('\f').flatMap((part, at) => (at === 0 ? [part] : [pageEnd, part]))
			: [line],
	);
	const numbers = new Set([...pageNumbers(broken), ...feetIn(broken)]);
	const marked = broken.map((line, at) => {
		if (line === pageEnd) return line;
		if (isFoot(broken, at)) return '';
		const text = bare(line);
		const ends =
			numbers.has(at) || pageNumber.test(text) || dashedNumber.test(text) || leftBlank.test(text);
		return ends ? pageEnd : line;
	});
	return withoutRunning(marked);
}

/** A line with the page's number at its far end, or a number alone right below the end of a sentence. */
const isFoot = (lines: readonly string[], at: number): boolean => {
	const line = lines[at] ?? '';
	if (line.length < 200 && /\S\s{6,}page \d{1,4}$/i.test(line.trimEnd())) return true;
	return (
		loneNumber.test(line.trim()) &&
		/[.!?]$/.test(lines[at - 1]?.trimEnd() ?? '') &&
		(lines[at + 1] ?? '').trim() === ''
	);
};

/** Lines with the same words and a number at their other end that counts up: the feet of pages. */
function feetIn(lines: readonly string[]): number[] {
	const found = new Map<string, {at: number; number: number}[]>();
	for (const [at, line] of lines.entries()) {
		if (line.length > 200) continue;
		const [, first, after, before, last] =
			/^\s*(\d{1,3})\s{6,}(\S.{2,80})$|^\s*(\S.{2,80}?)\s{6,}(\d{1,3})\s*$/.exec(line.trimEnd()) ??
			[];
		const words = after ?? before;
		if (words === undefined) continue;
		found.set(words, [...(found.get(words) ?? []), {at, number: Number(first ?? last)}]);
	}
	return [...found.values()].flatMap((feet) =>
		feet.length >= 2 &&
		feet.every(({number}, at) => at === 0 || number === (feet[at - 1]?.number ?? 0) + 1)
			? feet.map(({at}) => at)
			: [],
	);
}

/** Lines that hold nothing but a number, where these count the pages: each one more than the one before. */
function pageNumbers(lines: readonly string[]): Set<number> {
	const alone = lines.flatMap((line, at) => {
		const number = bare(line);
		const isAlone = !lines[at - 1]?.trim() && !lines[at + 1]?.trim();
		return isAlone && loneNumber.test(number) ? [{at, number: Number(number)}] : [];
	});
	const steps = alone.filter(({number}, index) => {
		const before = alone[index - 1]?.number;
		const after = alone[index + 1]?.number;
		return (
			(before !== undefined && number === before + 1) ||
			(after !== undefined && after === number + 1)
		);
	});
	return new Set(
		alone.length >= 2 && steps.length >= alone.length * 0.7 ? steps.map(({at}) => at) : [],
	);
}

/** So many lines at the top and at the bottom of a page may be its head and foot. */
const zone = 3;

/** Without the lines that stand again and again at the top or the bottom of pages; the first one at a top stays. */
function withoutRunning(lines: string[]): string[] {
	const pages: number[][] = [[]];
	for (const [at, line] of lines.entries()) {
		if (line === pageEnd) {
			if (pages.at(-1)?.length) pages.push([]);
		} else if (line.trim() !== '') pages.at(-1)?.push(at);
	}
	const filled = pages.filter((page) => page.length > 0);
	if (filled.length < 2) return lines;
	const gone = new Set<number>();
	for (const edge of ['top', 'bottom'] as const) {
		const places = new Map<string, number[]>();
		for (const page of filled) {
			const last = page.length - 1;
			const near =
				edge === 'top'
					? page.slice(0, Math.min(zone, last))
					: page.slice(Math.max(1, last + 1 - zone));
			for (const at of near) {
				const key = keyOf(lines[at] ?? '');
				if (key.length >= 6) places.set(key, [...(places.get(key) ?? []), at]);
			}
		}
		for (const [key, found] of places) {
			const same = found.every((at) => lines[at]?.trim() === lines[found[0] ?? 0]?.trim());
			if (!isRunning(key, found.length, filled.length, same)) continue;
			for (const at of edge === 'top' ? found.slice(1) : found) gone.add(at);
		}
	}
	return lines.map((line, at) => (gone.has(at) ? '' : line));
}

/** Whether what stands on so many of the pages is a running head: two pages prove little. */
function isRunning(key: string, found: number, pages: number, same: boolean): boolean {
	if (found >= 3) return found >= pages * 0.4;
	const isLong = key.length >= 12 || (/#/.test(key) && key.length >= (same ? 8 : 10));
	return found === 2 && pages <= 3 && isLong && !/[.:?]$/.test(key);
}

/** Whether a line ends in leaders and a page's number: “Introduction …… 4”. Read from its end, for a line may be all dots. */
function endsInLeaders(line: string): boolean {
	const dots = line.trimEnd().replace(/\d{1,4}$/, '');
	if (dots === line.trimEnd()) return false;
	let from = dots.length;
	while (from > 0 && /[.…\s]/.test(dots.charAt(from - 1))) from--;
	return /\.{3}|…|(?:\. ){3}/.test(dots.slice(from));
}

const contents = /^\W*(?:\d{1,2}\.?\s+)?(?:table of )?contents\W*$/i;
const entry = /^(?:\d{1,2}(?:\.\d{1,2})*\.?[ \t]+)?\S.{0,120}(?:\t|\s{2,})\d{1,3}\s*$/;

/** Without a table of contents, whose entries look like the headings that they name. */
export function withoutContents(lines: readonly string[]): string[] {
	let inside = false;
	return lines.map((line) => {
		const text = line.replaceAll(/[*_#|]/g, '').trim();
		if (contents.test(text)) inside = true;
		else if (inside && text !== '' && !entry.test(line.trimEnd()) && !endsInLeaders(text))
			inside = false;
		return endsInLeaders(text) || (inside && entry.test(line.trimEnd())) ? '' : line;
	});
}
