const box = /^\s*(?:box|part|question)\s+\d{1,2}\s*[:.]?\s*$/i;

/** Lines that only count the boxes of a form are not part of what stands in them. */
export const withoutBoxes = (lines: readonly string[]): string[] =>
	lines.filter((line) => line.length < 30 && box.test(line)).length < 3
		? [...lines]
		: lines.map((line) => (box.test(line) ? '' : line));

/** A paragraph's number or letter (`2.01`, `a.`) that a table left on a line of its own is put in front of its paragraph again. */
export function withNumbers(lines: readonly string[]): string[] {
	const joined = [...lines];
	// Where the numbers of paragraphs stand apart, so do those of headings and lists.
	const isApart = lines.filter((line) => /^\s*\d{1,2}\.\d{1,2}\.?\s*$/.test(line)).length >= 3;
	for (const [at, line] of lines.entries()) {
		const number = line.trim();
		if (!/^(?:\d{1,2}\.\d{1,2}\.?|\(?(?:[a-z]|[ivx]{1,4})[.)])$/.test(number)) {
			if (!isApart || !/^\d{1,2}\.$/.test(number)) continue;
		}
		const next = [at + 1, at + 2, at + 3].find((index) => (lines[index] ?? '').trim() !== '');
		const isLetter = /[a-z]/.test(number);
		const begins = isLetter ? /^\s*[\p{L}“"'(]/u : /^\s*[\p{Lu}“"'(]/u;
		if (next === undefined || !begins.test(lines[next] ?? '')) continue;
		joined[at] = '';
		joined[next] = `${number} ${(lines[next] ?? '').trim()}`;
	}
	return joined;
}

/** Whether a label and its value both go on in the next line: “Legal implications/ … of the | regulatory … regulator.” */
export const bothGoOn = (
	before: readonly string[] | undefined,
	cells: readonly string[],
): boolean =>
	before?.length === 2 &&
	cells.length === 2 &&
	// A label is short, and nobody reads a cell without end.
	(before[0]?.length ?? 0) <= 160 &&
	(before[1]?.length ?? 0) <= 5000 &&
	(cells.every((cell) => /^[\p{Ll}(]/u.test(cell)) ||
		/(?:\b(?:and|of|for|the|or|if)|[&/])$/i.test(before[0] ?? '')) &&
	!/[.:?!]$/.test(before[0] ?? '') &&
	!/[.:?!;]$/.test(before[1] ?? '');

export const wrapped = (before: readonly string[] = [], cells: readonly string[]): string[] =>
	cells.map((cell, at) => `${before[at] ?? ''} ${cell}`.trim());

/** Whether a short line can only be the end of the one above. */
export const goesOn = (line: string, label = ''): boolean =>
	(/^ ?\p{Ll}/u.test(line) && line.trim().length <= 60) ||
	// A label in capitals goes on in capitals.
	(/^[\p{Lu} &/()-]{4,40}$/u.test(line) && /^[\p{Lu} &/()-]{4,60}$/u.test(label));

/** How far a line runs; one that is set at the right or in the middle only as far as it is long. */
export function lengthOf(line: string): number {
	const indent = /^[ \t]*/.exec(line.replaceAll('\t', '    '))?.[0].length ?? 0;
	return indent >= 20 ? line.trim().length : line.trimEnd().length;
}

/** Whether a line that is ruled off below is a title; a row of dashes also parts pages. */
export const isTitle = (line: string, rule: string): boolean =>
	rule.startsWith('=') || (line.trim().length <= 80 && !/[.;,]\W*$/.test(line));
