import {textOf} from '../read/paper.ts';
import type {LabelRole} from './fields.ts';
import {oneAppendix} from './match.ts';
import type {Content, Grid, HeadingPiece, Piece} from './pieces.ts';
import {rankOf, type Ranks, ranksOf, settle} from './ranks.ts';
import {bare} from './words.ts';

/** A part of a report: its heading, what stands under it, and the parts that lie in it, in their order. */
export type Section = {
	head?: HeadingPiece;
	role?: LabelRole;
	weight: number;
	rank: number;
	parts: (Content | Grid | Section)[];
};

type Sections = {root: Section; remarks: string[]};

/** Roles of the front page: what they announce is one value, not all that follows. */
const single: ReadonlySet<LabelRole | undefined> = new Set([
	'title',
	'body',
	'date',
	'reference',
	'key',
	'keyReason',
	'author',
	'exempt',
	'person',
] as const);

export const isSection = (part: Content | Grid | Section): part is Section => 'parts' in part;

/** Every section that lies in one, in the order of the paper. */
export const sectionsWithin = (section: Section): Section[] =>
	section.parts.filter(isSection).flatMap((part) => [part, ...sectionsWithin(part)]);

/** The pieces of a report put under their headings, down to the first of its appendices. */
export function sectionsOf(pieces: readonly Piece[]): Sections {
	const settled = settle(pieces);
	return new Builder(ranksOf(settled)).build(settled);
}

class Builder {
	readonly #ranks: Ranks;
	readonly #root: Section = {weight: 1, rank: 0, parts: []};
	readonly #open: Section[] = [this.#root];
	readonly #remarks: string[] = [];
	#brokeAt = -1;

	constructor(ranks: Ranks) {
		this.#ranks = ranks;
	}

	build(pieces: readonly Piece[]): Sections {
		for (const [at, piece] of pieces.entries()) {
			if (piece.kind === 'break') this.#brokeAt = at;
			else if (piece.kind !== 'head') this.#put(piece);
			else if (this.#beginsAppendix(piece, at, pieces)) {
				this.#remarks.push(
					`what follows “${textOf(piece.words)}” was taken for an appendix and was not read`,
				);
				break;
			} else this.#begin(piece);
		}
		return {root: this.#root, remarks: this.#remarks};
	}

	get #section(): Section {
		return this.#open.at(-1) ?? this.#root;
	}

	#put(piece: Content | Grid): void {
		while (this.#open.length > 1 && isFull(this.#section, piece)) this.#open.pop();
		this.#section.parts.push(piece);
	}

	#begin(head: HeadingPiece): void {
		if (head.stem) {
			const content: Content = {kind: 'words', at: head.at, row: head.row, words: head.words};
			if (this.#section.role !== 'recommendations') this.#enter(head);
			this.#put(content);
		} else this.#enter(head);
	}

	#enter(head: HeadingPiece): void {
		const rank = rankOf(head, this.#ranks);
		const ends = (section: Section) =>
			((section.rank >= rank || isAlike(section, head)) && !gathers(section, head)) ||
			isFull(section, head) ||
			isBeside(section, head);
		while (this.#open.length > 1 && ends(this.#section)) this.#open.pop();
		const {role, weight = 1} = head.match ?? {};
		const section: Section = {head, role, weight, rank, parts: []};
		this.#section.parts.push(section);
		this.#open.push(section);
	}

	/** Whether a heading is that of an appendix bound in with the report, not one in the list of them. */
	#beginsAppendix(head: HeadingPiece, at: number, pieces: readonly Piece[]): boolean {
		if (head.match || !oneAppendix.test(`${bare(head.text)} `)) return false;
		const hasBody = this.#root.parts.some(
			(part) => isSection(part) && part.role === 'recommendations',
		);
		if (!hasBody || ['label', 'runin', 'cell'].includes(head.style)) return false;
		const inList = this.#open.some(({role}) => role === 'appendices');
		if (!inList) return true;
		const next = pieces[at + 1];
		const isLong = next?.kind === 'words' && textOf(next.words).length > 200;
		return this.#brokeAt === at - 1 || isLong;
	}
}

/** Whether a heading is set just like that of the section it follows, and neither is numbered. */
const isAlike = ({head, role}: Section, next: HeadingPiece): boolean =>
	head !== undefined &&
	role !== undefined &&
	!head.label &&
	!next.label &&
	head.style === next.style &&
	['bold', 'caps'].includes(next.style);

/** Whether a heading under which nothing stands but others (“Advice from other officers”) takes one that is set just like it. */
const gathers = ({role, parts, head}: Section, {match, style, label}: HeadingPiece): boolean =>
	(role === 'group' || role === 'implications') &&
	match === undefined &&
	head?.style === style &&
	!(head.label && label) &&
	parts.every(isSection);

/**
 * Whether a heading stands beside the section that it follows, though it is set as if below it: one implication does not
 * lie in another, nor a field that is headed by plain words in the one before.
 */
const isBeside = ({role, parts}: Section, {match, style}: HeadingPiece): boolean =>
	role !== undefined &&
	role !== 'group' &&
	parts.some((part) => !isSection(part)) &&
	((role === 'implications' && match?.role === role) || (match !== undefined && style === 'plain'));

/** Whether a section takes nothing more: a label has its value, a line of a form ends with its row. */
function isFull({head, role, parts}: Section, piece: HeadingPiece | Content | Grid): boolean {
	if (!head) return false;
	const isElsewhere = piece.at !== head.at || piece.row !== head.row;
	if (head.style === 'cell')
		return isElsewhere || (piece.kind === 'head' && piece.style === 'cell');
	// A heading in a row of a form has its value there, or else in the rows below.
	if (head.row !== undefined && isElsewhere && parts.length > 0) return true;
	// An author's particulars stand on several lines, of which one is the post.
	const isOpen =
		role === 'author' && ['bold', 'caps'].includes(head.style) && piece.kind === 'words';
	return (single.has(role) || head.match?.front === true) && parts.length > 0 && !isOpen;
}
