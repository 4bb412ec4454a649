import type {Manner, DocumentWords} from '../domain/voice/index.ts';
import {derived, type Source, told} from './source.ts';

/** A run of text. Strong is what the eye should find; all text is data and is escaped by the writers. */
export type Span = string | {strong: string};

/** Text of one or several paragraphs: blank lines part them, as in the database. */
export type Text = string | Span[];

export type Column = {
	title: string;
	/** Numbers stand to the right. */
	align?: 'right';
	/** Cells wider than this many columns are wrapped where there is a limit; absent is not a wish. */
	widest?: number;
	/** Whether its cells, such as ids, stand on one line: a hyphen in them breaks nothing. */
	whole?: true;
};

/** The first column names the row. A caption says what is counted or listed, where no heading does. */
export type Table = {
	caption?: string;
	columns: Column[];
	rows: string[][];
	/** Where each row comes from, in their order. */
	sources?: Source[];
	/**
	 * The columns of numbers that a page draws as a bar for each row, above the table, each with one of six looks (0 to 5); other
	 * forms have the table alone.
	 */
	chart?: {column: number; look: number}[];
	/** Whether it may be wider than a telephone: a page lets it be moved sideways. */
	wide?: boolean;
};

/** A name, its value, and where that comes from. */
export type Pair = [name: string, value: string, source?: Source];

/** Where what a block says comes from; of a list, a table or pairs each part has its own. Headings of the paper’s own have none. */
type Sourced = {source?: Source};

/** A clause with what stands before it, `(1)` or `(a)`, and those below it. */
export type NumberedClause = {mark: string; text: string; below: NumberedClause[]};

export type Block =
	/** The title is level 1, so sections start at 2. */
	| ({type: 'heading'; level: 2 | 3 | 4; text: string} & Sourced)
	| ({type: 'paragraph'; text: Text} & Sourced)
	/** A whole paragraph that the eye should find: a resolution, with the clauses that it is made of. */
	| ({type: 'strong'; text: string; clauses?: NumberedClause[]} & Sourced)
	| {type: 'list'; items: Text[]; sources?: Source[]}
	| ({type: 'table'} & Table)
	/** Said about the record rather than in it: a correction, a worked example. */
	| ({type: 'note'; text: Text} & Sourced)
	/** Names and values: who moved, when it opened. */
	| {type: 'pairs'; pairs: Pair[]};

/**
 * What every document is before a writer gives it a form. The footer is about the document rather than
 * of it, such as its seal: it stands once, at the end, after a rule.
 */
export type Document = {
	title: string;
	/** Where the title comes from. */
	source?: Source;
	blocks: Block[];
	footer?: Text[];
	footerSource?: Source;
	/** What stands on every page: that it is a draft, at its head; where whoever signs puts their initials, at its foot. */
	leaves?: {head?: string | undefined; foot?: string | undefined};
	/** In which language and on what paper; the United Kingdom's where nothing is said. */
	manner?: Pick<Manner, 'locale' | 'paper'>;
};

const from = (source: Source | undefined) => (source ? {source} : {});

export const heading = (level: 2 | 3 | 4, text: string, source?: Source): Block => ({
	type: 'heading',
	level,
	text,
	...from(source),
});
export const paragraph = (text: Text, source?: Source): Block => ({
	type: 'paragraph',
	text,
	...from(source),
});
export const note = (text: Text, source?: Source): Block => ({type: 'note', text, ...from(source)});

/** Said of everything that comes from a meeting which is made up, so that nobody takes it for a record. */
export const exampleRemark = ({shared}: DocumentWords, ...meetings: string[]): Block =>
	note(shared.example, told(...meetings.map((meeting) => `meetings/${meeting}/example`)));

/** Said of a language whose words nobody has checked. */
export const uncheckedRemark = ({unchecked}: DocumentWords): Block[] =>
	unchecked ? [note(unchecked, derived('manner', 'organisation/locale'))] : [];

/** A name, a value if there is one, and where that comes from. */
export type MaybePair = [name: string, value: string | undefined, source?: Source];

/** A block of names and values, without those that have no value; none when all are without. */
export function pairs(...found: MaybePair[]): Block[] {
	const given = found.filter((pair): pair is Pair => Boolean(pair[1]?.trim()));
	return given.length > 0 ? [{type: 'pairs', pairs: given}] : [];
}

/** A list; none without items. */
export const list = (items: Text[]): Block[] => (items.length > 0 ? [{type: 'list', items}] : []);

/** Something said in a list or a table, and where it comes from. */
export type Sourcing<Said> = [said: Said, source: Source];

/** The same of items that have their sources. */
export const sourcedList = (items: Sourcing<Text>[]): Block[] =>
	items.length > 0
		? [{type: 'list', items: items.map(([item]) => item), sources: items.map(([, one]) => one)}]
		: [];

/** A table; none without rows. */
export const table = (found: Table): Block[] =>
	found.rows.length > 0 ? [{type: 'table', ...found}] : [];

/** The same of rows that have their sources. */
export const sourcedTable = ({
	rows,
	...found
}: Omit<Table, 'rows' | 'sources'> & {rows: Sourcing<string[]>[]}): Block[] =>
	table({...found, rows: rows.map(([row]) => row), sources: rows.map(([, one]) => one)});

/** The spans of a text. */
export const spansOf = (text: Text): Span[] => (typeof text === 'string' ? [text] : text);
