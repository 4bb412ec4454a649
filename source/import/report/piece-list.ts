import {textOf, type Words} from '../read/paper.ts';
import {markingOf} from './exempt.ts';
import type {Match, LabelRole} from './fields.ts';
import {isBody} from './front.ts';
import {postOf} from './looks.ts';
import type {HeadingPiece, Piece, Position} from './pieces.ts';
import {isPost} from './signoff.ts';

/** The pieces of a paper as they are put one after the other, and what the last of them say of the next. */
export class PieceList {
	readonly pieces: Piece[] = [];
	/** The heading that was put last, and its place among the pieces; and the last that is nobody's post. */
	last: {head: HeadingPiece; at: number} | undefined;
	#above: HeadingPiece | undefined;
	/** Whether a heading stands there with which the front page ends, if text follows it. */
	#mayEnd = false;
	/** Whether no section of the report has begun. */
	isFront = true;

	put(...pieces: Piece[]): void {
		for (const piece of pieces) {
			this.pieces.push(piece);
			if (piece.kind !== 'head') continue;
			this.last = {head: piece, at: this.pieces.length - 1};
			if (!isPost(postOf(piece.text))) this.#above = piece;
		}
		for (const piece of pieces) {
			if (piece.kind !== 'head' || !piece.match || piece.style === 'label') continue;
			// A form belongs to the front page, whatever its lines are called.
			if (piece.row !== undefined) continue;
			const {role} = piece.match;
			// “Report” at the very top says what kind of paper it is.
			if (role === 'other' && this.pieces.length <= 3) continue;
			const isLabel = piece.match.front === true || ['person', 'author'].includes(role);
			if (isLabel || (piece.style === 'runin' && this.isShort(pieces))) continue;
			// What heads matter without a field of its own may be a label of the front page that has no value.
			if (role === 'other' && pieces.length === 1) this.#mayEnd = true;
			else this.isFront = false;
		}
		const [only, ...more] = pieces;
		if (only?.kind === 'words' && more.length === 0 && this.#mayEnd) this.isFront = false;
		else if (only?.kind === 'head' && ['label', 'cell'].includes(only.style)) this.#mayEnd = false;
	}

	/** Whether what was put is a label with a value of a few words, as on a front page. */
	isShort(pieces: readonly Piece[]): boolean {
		const [, value] = pieces;
		return value?.kind === 'words' && textOf(value.words).length <= 60;
	}

	/** Whether a heading at the very top is what the paper is called: it holds a section's word and more. */
	isTitle(match: Match | undefined, text: string): boolean {
		// “Consultation on draft guidance” may be one below whose paper it is and when it is for.
		const isAside = ({role, front}: Match) =>
			/^consultation on\b/i.test(text) &&
			front === true &&
			['body', 'date', 'author'].includes(role);
		return (
			match !== undefined &&
			match.score < 1 &&
			match.role !== 'implications' &&
			text.split(' ').length >= 4 &&
			!/[:?]$/.test(text) &&
			this.isFront &&
			!this.pieces.some((piece) => piece.kind === 'head' && piece.match && !isAside(piece.match))
		);
	}

	/** Whether words are the value of the label above them, which has none yet: “Council” below “Final Decision-Maker”. */
	isValue(text: string): boolean {
		const last = this.pieces.at(-1);
		if (last?.kind !== 'head' || last.match?.front !== true || /[:?]$/.test(text)) return false;
		if (last.match.role === 'body') return isBody(text);
		return last.match.role === 'exempt' && text.length <= 40 && markingOf(text) !== undefined;
	}

	/** Whether a label is the next of the heading's before it: “IV.” after “III.”. */
	isNextOf(label: HeadingPiece['label']): boolean {
		const before = this.last?.head.label;
		return (
			label !== undefined &&
			before?.kind === label.kind &&
			before.depth === label.depth &&
			label.place === before.place + 1
		);
	}

	/** Whether a numbered line of a list of appendices goes on with its numbers, not with those of the headings. */
	listsPapers(label: HeadingPiece['label']): boolean {
		const {head, at} = this.last ?? {};
		if (head?.match?.role !== 'appendices' || label?.kind !== 'number' || at === undefined)
			return false;
		const listed = this.pieces.slice(at + 1).filter(({kind}) => kind === 'words').length;
		const isNext = head.label?.kind === 'number' && head.label.place + 1 === label.place;
		return !isNext && label.depth === 1 && label.place === listed + 1;
	}

	/** Whether posts head what is said here: advice of other officers, each under its own. */
	isAdvice(): boolean {
		return this.#above?.match?.role === 'group' && /\badvice|comments\b/i.test(this.#above.text);
	}

	/** Whether what was put last stands in a list of appendices or background papers. */
	inList(): boolean {
		return ['appendices', 'backgroundPapers'].includes(this.last?.head.match?.role ?? '');
	}

	/** “Key Decision … Non-Key Decision X”: kinds beside each other, of which one is ticked. */
	isChoice(kinds: string, place: Position): boolean {
		if (kinds.length > 160 || !/^key decision\b.{0,20}\bnon-key decision\b/i.test(kinds))
			return false;
		const isKey = /^key decision\s+[x✓☒]/i.test(kinds);
		const isNon = /\bnon-key decision\s+[x✓☒]/i.test(kinds);
		if (isKey !== isNon) this.answer('Key decision', 'key', isKey ? 'Yes' : 'No', place);
		return true;
	}

	/** A label that the paper puts in other words, and its value. */
	answer(text: string, role: LabelRole, said: string, place: Position): void {
		const words: Words = {kind: 'paragraph', runs: [{text}]};
		const value: Words = {kind: 'paragraph', runs: [{text: said}]};
		const match: Match = {role, score: 1, weight: 1, front: true};
		this.put({...place, kind: 'head', text, match, style: 'label', words});
		if (said !== '') this.put({...place, kind: 'words', words: value});
	}
}
