import {type Label, splitLabel} from './labels.ts';
import {parseRuns} from './markup.ts';
import {withoutGutters} from './gutter.ts';
import {pageEnd, withoutContents, withoutPages} from './pages.ts';
import {type PaperBlock, type Cell, mostBlocks, tooMany, Unreadable} from './paper.ts';
import {htmlRows, isRule, pipeRow, tableBlocks, toCell} from './tables.ts';
import {beginsColumns, formAt, pairOf, tableAt} from './columns.ts';
import {
	bothGoOn,
	goesOn,
	isTitle,
	lengthOf,
	withNumbers,
	withoutBoxes,
	wrapped,
} from './forms-of-lines.ts';
import {joinLines, type TypedLine, widthOf} from './lines.ts';

const atx = /^ {0,3}(#{1,6})(?:[ \t]+|(?=\*\*))(.*?)(?:[ \t]+#*)?$/;
const underline = /^ {0,3}(=+|-{3,})[ \t]*$/;
const thematic = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const footnote = /^\[\^[\w-]{1,20}\]:|^<sup>\d{1,3}<\/sup>\s/i;

/** A gap that parts columns in a text of fixed width. */
const gap = /^(\S(?:.{0,90}?\S)?)(?:[ \t]*\t[ \t]*|[ ]{3,})(\S.*)$/;

/** A label with its value in the next column. */
const pair = /^\p{Lu}[^:?]{1,90}[:?](?:[ \t]*\t|[ ]{3,})\S/u;

/** A text of so many lines has four hundred pages. */
const mostLines = 20_000;
/** Programs that end lines at paragraphs alone write long ones; one of twenty thousand signs is not a paragraph. */
const longestLine = 20_000;

/** The blocks of a text, be it Markdown, what a program made of printed pages, or typed as it comes. */
export function readBlocks(text: string): PaperBlock[] {
	const typed = text.split('\n');
	// An end of a page ends a line, too.
	const count = typed.length + text.split('\f').length;
	if (count > mostLines) {
		throw new Unreadable(
			`the file has ${count.toLocaleString('en-GB')} lines; the most is ${mostLines.toLocaleString('en-GB')}`,
		);
	}
	const long = typed.findIndex((line) => line.length > longestLine);
	if (long !== -1) {
		throw new Unreadable(
			`line ${long + 1} has ${(typed[long] ?? '').length.toLocaleString('en-GB')} characters: that is not a paper that anybody decides on`,
		);
	}
	const lines = withNumbers(withoutContents(withoutGutters(withoutPages(withoutBoxes(typed)))));
	return new Scanner(lines).blocks();
}

/** Goes through the lines once, a block at a time. */
class Scanner {
	readonly #lines: string[];
	readonly #width: number;
	readonly #found: PaperBlock[] = [];
	#at = 0;
	#cells = 0;
	#label: Label | undefined;

	constructor(lines: string[]) {
		this.#lines = lines;
		this.#width = widthOf(lines);
	}

	blocks(): PaperBlock[] {
		while (this.#at < this.#lines.length) this.#next();
		return this.#found;
	}

	#next(): void {
		const line = this.#lines[this.#at] ?? '';
		if (this.#found.length > mostBlocks) throw new Unreadable(tooMany);
		if (line === pageEnd || (line.length < 200 && thematic.test(line))) {
			if (line === pageEnd) this.#found.push({kind: 'break'});
			this.#at++;
		} else if (line.trim() === '') this.#at++;
		else if (footnote.test(line.trim())) this.#take(() => true);
		else if (/^\s*<table\b/i.test(line)) this.#htmlTable();
		else if (pipeRow(line)) this.#pipeTable();
		else if (atx.test(line)) this.#heading(line);
		else if (!this.#grid() && !this.#columns()) this.#words();
	}

	#heading(line: string): void {
		const [, signs = '', text = ''] = atx.exec(line) ?? [];
		const runs = parseRuns(text);
		if (runs.length > 0) this.#found.push({kind: 'heading', level: signs.length, runs});
		this.#at++;
	}

	/** The lines from here on for which `more` holds, up to a blank one or the start of something else. */
	#take(more: (line: string) => boolean): string[] {
		const taken: string[] = [];
		for (; this.#at < this.#lines.length; this.#at++) {
			const line = this.#lines[this.#at] ?? '';
			if (taken.length > 0 && (line.trim() === '' || line === pageEnd || !more(line))) break;
			taken.push(line);
		}
		return taken;
	}

	#htmlTable(): void {
		const end = this.#lines.findIndex((line, at) => at >= this.#at && /<\/table>/i.test(line));
		const last = end === -1 ? this.#lines.length - 1 : end;
		this.#table(htmlRows(this.#lines.slice(this.#at, last + 1).join('\n')));
		this.#at = last + 1;
	}

	#pipeTable(): void {
		const rows = this.#take((line) => line.trimStart().startsWith('|')).map(
			(line) => pipeRow(line) ?? [],
		);
		this.#table(rows.filter((cells) => !isRule(cells)).map((cells) => cells.map(toCell)));
	}

	#table(rows: Cell[][]): void {
		this.#cells += rows.reduce((sum, row) => sum + row.length, 0);
		if (this.#cells > mostBlocks) throw new Unreadable(tooMany);
		this.#found.push(...tableBlocks(rows));
	}

	/** A table whose columns stand where they stand on the page. */
	#grid(): boolean {
		const found = tableAt(this.#lines, this.#at) ?? formAt(this.#lines, this.#at);
		if (!found) return false;
		this.#table(found.rows.map((cells) => cells.map(toCell)));
		this.#at = found.to;
		return true;
	}

	/** Lines whose columns are parted by tabs or wide gaps: two of them in a row at least. */
	#columns(): boolean {
		const split = (line: string): string[] | undefined => {
			const tabs = line.trim().split(/[ ]*\t[ \t]*/);
			if (tabs.length > 2) return tabs;
			if (splitLabel(line.trim())) return undefined;
			const [, left, right] = gap.exec(line.trim()) ?? [];
			return left === undefined || right === undefined ? undefined : [left, right];
		};
		const start = this.#at;
		const rows: string[][] = [];
		for (; this.#at < this.#lines.length; this.#at++) {
			const line = this.#lines[this.#at] ?? '';
			// A front page leaves a blank line between its labels: they go on where the next value stands in its column.
			if (line.trim() === '' && rows.length > 0 && this.#columnGoesOn(start)) continue;
			const cells = line.trim() === '' ? undefined : split(line);
			if (cells && bothGoOn(rows.at(-1), cells)) rows.push(wrapped(rows.pop(), cells));
			else if (cells) rows.push(cells);
			// A value that goes on is set in as far as it began.
			else if (rows.length > 0 && /^(?:\t+|\s{12,})\S/.test(line)) {
				const last = rows.at(-1);
				const sign = splitLabel(line.trim()) || /[.;]$/.test(last?.at(-1) ?? '') ? '\n' : ' ';
				last?.push(`${last.pop() ?? ''}${sign}${line.trim()}`);
			} else if (
				rows.length > 0 &&
				goesOn(line, rows.at(-1)?.[0]) &&
				this.#isLabelsEnd(line, rows.at(-1), split)
			) {
				// A label that goes on stands under its beginning.
				const last = rows.at(-1);
				if (last) last[0] = `${last[0] ?? ''} ${line.trim()}`;
			} else break;
		}
		if (rows.length < 2 && !pair.test(this.#lines[start]?.trim() ?? '')) {
			this.#at = start;
			return false;
		}
		this.#table(rows.map((cells) => cells.map(toCell)));
		return true;
	}

	/** Whether a line under a label is the end of it: another row comes right below, or nothing at all. */
	#isLabelsEnd(
		line: string,
		[label = ''] = [] as string[],
		split: (line: string) => string[] | undefined,
	): boolean {
		const next = this.#lines[this.#at + 1] ?? '';
		const isAlone = next.trim() === '' && line.trim().length <= 40;
		return (
			split(next) !== undefined || (isAlone && !/[.:?;,]$/.test(label) && !/[.;,]$/.test(line))
		);
	}

	/** Whether the next line that is not blank has its second column where the line at `start` has it. */
	#columnGoesOn(start: number): boolean {
		const next = this.#lines.slice(this.#at, this.#at + 4).find((line) => line.trim() !== '');
		const [first, second] = [this.#lines[start], next].map((line) => pairOf(line ?? ''));
		return first !== undefined && second !== undefined && Math.abs(first - second) <= 1;
	}

	/** A paragraph or an item of a list, over as many lines as it has. */
	#words(): void {
		const first = this.#lines[this.#at] ?? '';
		const found = this.#labelOf(first);
		const lines = this.#take(
			(line) => !this.#begins(line) && !beginsColumns(this.#lines, this.#at),
		);
		const last = this.#lines[this.#at];
		const under = last === undefined ? undefined : underline.exec(last);
		if (under && lines.length === 1 && !found && isTitle(first, under[1] ?? '')) {
			this.#at++;
			const level = under[1]?.startsWith('=') ? 1 : 2;
			this.#found.push({kind: 'heading', level, runs: parseRuns(first.trim())});
			return;
		}
		const body: TypedLine[] = lines.map((line, at) => ({
			text: at === 0 && found ? found.rest : line.trim(),
			length: lengthOf(line),
			broken: / {2}$|\\$/.test(line),
		}));
		const runs = parseRuns(joinLines(body, this.#width));
		if (runs.length === 0) return;
		if (!found) this.#found.push({kind: 'paragraph', runs});
		else {
			const level = Math.floor(
				(/^[ \t]*/.exec(first.replaceAll('\t', '    '))?.[0].length ?? 0) / 2,
			);
			this.#found.push({kind: 'item', label: found.label.text, level, runs});
		}
	}

	/** The label that a line begins with; of `- A. text` the inner one, which says more. Bold may stand around it. */
	#labelOf(line: string): {label: Label; rest: string} | undefined {
		const trimmed = line.trim();
		const [, marks = '', inner = trimmed] =
			/^(\*\*|__|<b>)(?=\(?[\dA-Za-z]{1,5}[.)\d])(.*)$/s.exec(trimmed) ?? [];
		const outer = splitLabel(inner, this.#label);
		if (!outer || (outer.rest === '' && outer.label.kind === 'bullet')) return undefined;
		const nested = outer.label.kind === 'bullet' ? splitLabel(outer.rest, this.#label) : undefined;
		const found = nested ?? outer;
		this.#label = found.label;
		return {label: found.label, rest: marks + found.rest};
	}

	/** Whether a dash at the beginning of a line stood in the middle of a sentence: the line before is full and goes on. */
	#isCutAtDash(line: string): boolean {
		const before = this.#lines[this.#at - 1]?.trimEnd() ?? '';
		return (
			/^[–-] \p{Ll}/u.test(line) &&
			/[\p{L}\d,)]$/u.test(before) &&
			before.length >= this.#width * 0.7 &&
			!/^\s*[–•*-] /.test(before)
		);
	}

	/** Whether a line begins something new, so that the words before it end. */
	#begins(line: string): boolean {
		const trimmed = line.trim();
		if (
			atx.test(line) ||
			pipeRow(line) ||
			underline.test(line) ||
			/^<table\b|^_{4,}$/i.test(trimmed)
		)
			return true;
		if (footnote.test(trimmed) || pair.test(trimmed)) return true;
		if (this.#isCutAtDash(trimmed)) return false;
		const found = splitLabel(trimmed.replace(/^(?:\*\*|__|<b>)(?=\(?\w)/, ''), this.#label);
		if (!found || found.label.kind !== 'number') return found !== undefined;
		// “… at a cost of\n12.5 million” is not an item.
		return /[.)]$/.test(found.label.text) || !/^\p{Ll}/u.test(found.rest);
	}
}
