import type {Label} from '../read/labels.ts';
import type {Cell, Words} from '../read/paper.ts';
import type {Match} from './fields.ts';

/** Where a piece stands: the block, and of a table the row. */
export type Position = {at: number; row?: number};

/**
 * How a heading is set: `h2` and so on by the paper itself, `bold`, `caps`, `plain` words on their own, `label` before
 * its value, `runin` before its text, `cell` in a table.
 */
export type Style = `h${number}` | 'bold' | 'caps' | 'plain' | 'label' | 'runin' | 'cell';

/** A heading. One that may be none (`maybe`) looks like one, but nothing in its wording tells. */
export type HeadingPiece = Position & {
	kind: 'head';
	text: string;
	label?: Label;
	match?: Match;
	style: Style;
	maybe?: boolean;
	/** A sentence that opens a list, and so belongs to what it heads: “Cabinet is asked to:”. */
	stem?: boolean;
	/** It stands on the first line of a paragraph, as the headings of its paper do. */
	first?: boolean;
	/** What it was made of, should it turn out to be no heading. */
	words: Words;
};
export type Content = Position & {kind: 'words'; words: Words};
export type Grid = Position & {kind: 'table'; rows: Cell[][]};
export type Piece = HeadingPiece | Content | Grid | (Position & {kind: 'break'});
