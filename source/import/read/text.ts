import {type Label, splitLabel} from './labels.ts';
import {parseRuns} from './markup.ts';
import {pageEnd, withoutContents, withoutPages} from './pages.ts';
import {type Block, type Cell, mostBlocks, tooMany, Unreadable} from './paper.ts';
import {htmlRows, isRule, pipeRow, squared, toCell} from './tables.ts';
import {joinLines, type Line, widthOf} from './lines.ts';

const atx = /^ {0,3}(#{1,6})(?:[ \t]+|(?=\*\*))(.*?)(?:[ \t]+#*)?$/;
const underline = /^ {0,3}(=+|-{3,})[ \t]*$/;
const thematic = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const footnote = /^\[\^[\w-]{1,20}\]:|^<sup>\d{1,3}<\/sup>\s/i;

/** A gap that parts columns in a text of fixed width. */
const gap = /^(\S(?:.{0,60}?\S)?)(?:[ \t]*\t[ \t]*|[ ]{3,})(\S.*)$/;

/** A label with its value in the next column. */
const pair = /^\p{Lu}[^:?]{1,60}[:?](?:[ \t]*\t|[ ]{3,})\S/u;

/** A text of so many lines has a thousand pages. */
const mostLines = 60_000;

/** The blocks of a text, be it Markdown, what a program made of printed pages, or typed as it comes. */
export function readBlocks(text: string): Block[] {
	const typed = text.split('\n');
	// An end of a page ends a line, too.
	const count = typed.length + text.split('\f').length;
	if (count > mostLines) {
		throw new Unreadable(
			`the file has ${count.toLocaleString('en-GB')} lines; the most is ${mostLines.toLocaleString('en-GB')}`,
		);
	}
	const lines = withoutContents(withoutPages(typed));
	return new Scanner(lines).blocks();
}

/** Goes through the lines once, a block at a time. */
class Scanner {
	readonly #lines: string[];
	readonly #width: number;
	readonly #found: Block[] = [];
	#at = 0;
	#label: Label | undefined;

	constructor(lines: string[]) {
		this.#lines = lines;
		this.#width = widthOf(lines);
	}

	blocks(): Block[] {
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
		else if (!this.#columns()) this.#words();
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

	/** A table of one column is a box drawn around paragraphs. */
	#table(rows: Cell[][]): void {
		const table = squared(rows);
		if (table.every((row) => row.length <= 1)) this.#found.push(...table.flat(2));
		else this.#found.push({kind: 'table', rows: table});
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
			const cells = line.trim() === '' ? undefined : split(line);
			if (cells) rows.push(cells);
			// A value that goes on is set in as far as it began.
			else if (rows.length > 0 && /^(?:\t+|\s{12,})\S/.test(line)) {
				const last = rows.at(-1);
				last?.push(`${last.pop() ?? ''} ${line.trim()}`);
			} else break;
		}
		if (rows.length < 2 && !pair.test(this.#lines[start]?.trim() ?? '')) {
			this.#at = start;
			return false;
		}
		this.#table(rows.map((cells) => cells.map(toCell)));
		return true;
	}

	/** A paragraph or an item of a list, over as many lines as it has. */
	#words(): void {
		const first = this.#lines[this.#at] ?? '';
		const found = this.#labelOf(first);
		const lines = this.#take((line) => !this.#begins(line));
		const last = this.#lines[this.#at];
		const under = last === undefined ? undefined : underline.exec(last);
		if (under && lines.length === 1 && !found && isTitle(first, under[1] ?? '')) {
			this.#at++;
			const level = under[1]?.startsWith('=') ? 1 : 2;
			this.#found.push({kind: 'heading', level, runs: parseRuns(first.trim())});
			return;
		}
		const body: Line[] = lines.map((line, at) => ({
			text: at === 0 && found ? found.rest : line.trim(),
			length: line.trimEnd().length,
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

	/** Whether a line begins something new, so that the words before it end. */
	#begins(line: string): boolean {
		const trimmed = line.trim();
		if (atx.test(line) || pipeRow(line) || underline.test(line) || /^<table\b/i.test(trimmed))
			return true;
		if (footnote.test(trimmed) || pair.test(trimmed)) return true;
		const found = splitLabel(trimmed.replace(/^(?:\*\*|__|<b>)(?=\(?\w)/, ''), this.#label);
		if (!found || found.label.kind !== 'number') return found !== undefined;
		// “… at a cost of\n12.5 million” is no item.
		return /[.)]$/.test(found.label.text) || !/^\p{Ll}/u.test(found.rest);
	}
}

/** Whether a line that is ruled off below is a title; a row of dashes also parts pages. */
const isTitle = (line: string, rule: string): boolean =>
	rule.startsWith('=') || (line.trim().length <= 80 && !/[.;,]\W*$/.test(line));
