import type {Manner, Words} from '../domain/voice/index.ts';

/** A run of text. Strong is what the eye should find; all text is data and is escaped by the writers. */
export type Span = string | {strong: string};

/** Text of one or several paragraphs: blank lines part them, as in the database. */
export type Text = string | Span[];

export type Column = {
	title: string;
	/** Numbers stand to the right. */
	align?: 'right';
	/** Cells wider than this many columns are wrapped where there is a limit; absent is no wish. */
	widest?: number;
};

/** The first column names the row. A caption says what is counted or listed, where no heading does. */
export type Table = {
	caption?: string;
	columns: Column[];
	rows: string[][];
	/**
	 * The columns of numbers that a page draws as a bar for each row, above the table, each with one of six looks (0 to 5); other
	 * forms have the table alone.
	 */
	chart?: {column: number; look: number}[];
	/** Whether it may be wider than a telephone: a page lets it be moved sideways. */
	wide?: boolean;
};

export type Block =
	/** The title is level 1, so sections start at 2. */
	| {type: 'heading'; level: 2 | 3 | 4; text: string}
	| {type: 'paragraph'; text: Text}
	/** A whole paragraph that the eye should find: a resolution. */
	| {type: 'strong'; text: string}
	| {type: 'list'; items: Text[]}
	| ({type: 'table'} & Table)
	/** Said about the record rather than in it: a correction, a worked example. */
	| {type: 'note'; text: Text}
	/** Names and values: who moved, when it opened. */
	| {type: 'pairs'; pairs: [name: string, value: string][]};

/**
 * What every document is before a writer gives it a form. The footer is about the document rather than
 * of it, such as its seal: it stands once, at the end, after a rule.
 */
export type Document = {
	title: string;
	blocks: Block[];
	footer?: Text[];
	/** In which language and on what paper; the United Kingdom's where nothing is said. */
	manner?: Pick<Manner, 'locale' | 'paper'>;
};

export const heading = (level: 2 | 3 | 4, text: string): Block => ({type: 'heading', level, text});
export const paragraph = (text: Text): Block => ({type: 'paragraph', text});
export const note = (text: Text): Block => ({type: 'note', text});

/** Said of everything that comes from a meeting which is made up, so that nobody takes it for a record. */
export const exampleRemark = ({shared}: Words): Block => note(shared.example);

/** Said of a language whose words nobody has checked. */
export const uncheckedRemark = ({unchecked}: Words): Block[] =>
	unchecked ? [note(unchecked)] : [];

/** A block of names and values, without those that have no value; none when all are without. */
export function pairs(...found: [name: string, value: string | undefined][]): Block[] {
	const given = found.filter((pair): pair is [string, string] => Boolean(pair[1]?.trim()));
	return given.length > 0 ? [{type: 'pairs', pairs: given}] : [];
}

/** A list; none without items. */
export const list = (items: Text[]): Block[] => (items.length > 0 ? [{type: 'list', items}] : []);

/** A table; none without rows. */
export const table = (found: Table): Block[] =>
	found.rows.length > 0 ? [{type: 'table', ...found}] : [];

/** The spans of a text. */
export const spansOf = (text: Text): Span[] => (typeof text === 'string' ? [text] : text);
