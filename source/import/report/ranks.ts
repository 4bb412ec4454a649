import {splitLabel} from '../read/labels.ts';
import {textOf} from '../read/paper.ts';
import type {LabelRole} from './fields.ts';
import type {HeadingPiece, Piece, Style} from './pieces.ts';

/** How a paper sets the headings of its sections, learnt from those whose wording is known. */
export type Ranks = {
	/** The styles in which sections are headed. */
	styles: ReadonlySet<Style>;
	/** The highest level of the paper's own headings that heads a section. */
	top: number;
	/** Whether sections are lettered: A. Recommendations, B. Background. */
	lettered: boolean;
	/** Whether sections are numbered, so that a heading without a number lies in one. */
	numbered: boolean;
};

const sections: ReadonlySet<LabelRole> = new Set([
	'summary',
	'recommendations',
	'reasons',
	'alternatives',
	'consultation',
	'backgroundPapers',
	'appendices',
	'other',
	'group',
] as const);

const headsIn = (pieces: readonly Piece[]): HeadingPiece[] =>
	pieces.filter((piece) => piece.kind === 'head');

/** The headings of sections whose wording is known, those of forms aside. */
const knownHeads = (pieces: readonly Piece[]): HeadingPiece[] =>
	headsIn(pieces).filter(
		({match, style, maybe}) =>
			!maybe &&
			match &&
			match.score >= 0.9 &&
			sections.has(match.role) &&
			!['label', 'cell', 'runin'].includes(style),
	);

/** What a paper's known headings say of how it sets them. */
export function ranksOf(pieces: readonly Piece[]): Ranks {
	const known = knownHeads(pieces);
	const count = new Map<Style, number>();
	for (const {style} of known) count.set(style, (count.get(style) ?? 0) + 1);
	const enough = known.length >= 6 ? 2 : 1;
	const styles = new Set([...count].flatMap(([style, times]) => (times >= enough ? [style] : [])));
	const levels = [...styles].flatMap((style) =>
		/^h\d$/.test(style) ? [Number(style.slice(1))] : [],
	);
	const letters = known.filter(({label}) => label?.kind === 'letter').length;
	const numbers = known.filter(({label}) => label?.kind === 'number').length;
	return {
		styles,
		top: levels.length > 0 ? Math.min(...levels) : 1,
		lettered: letters >= 3 && letters > numbers,
		numbered: numbers >= 4 && numbers * 2 > known.length,
	};
}

/** How deep a heading lies: what has a smaller rank holds it, what has the same or a greater one ends with it. */
export function rankOf(
	{label, style, match, first}: HeadingPiece,
	{styles, top, lettered, numbered}: Ranks,
): number {
	if (label?.kind === 'number') return 10 * label.depth;
	if (label?.kind === 'letter') return lettered ? 10 * label.depth : 60;
	if (label?.kind === 'roman') return 70;
	if (first) return 10;
	const level = /^h(\d)$/.exec(style)?.[1];
	if (level !== undefined) return 10 + 10 * Math.max(0, Number(level) - top);
	if (style === 'label') return 10;
	// A line of a form ends with its row, and ends nothing but the line before.
	if (style === 'cell') return 90;
	if (style === 'runin') return match && match.role !== 'implications' ? 10 : 45;
	if (styles.has(style))
		return numbered && (match === undefined || match.role === 'implications') ? 30 : 10;
	return match && match.role !== 'implications' && style !== 'plain' ? 10 : 40;
}

/** What follows a heading is longer than that. */
const shortest = 60;

/**
 * The pieces, with those that only look like headings settled: they are, where the paper's known headings are set just
 * as plainly and a text of some length follows; numbered ones if their number is the next.
 */
export function settle(pieces: readonly Piece[]): Piece[] {
	const known = knownHeads(pieces);
	const plain = known.filter(({style}) => style === 'plain');
	const isPlain = plain.length * 2 > known.length;
	const numbered = plain.filter(({label}) => label?.kind === 'number').length * 2 > plain.length;
	const counted = plain.filter(({label}) => label?.kind === 'number' && label.depth === 1);
	const signOf = (text = '') => text.replace(/\d+/, '');
	let top = 0;
	return pieces.map((piece, at): Piece => {
		if (piece.kind !== 'head') return piece;
		const {label, maybe} = piece;
		const isTop = label?.kind === 'number' && label.depth === 1;
		if (!maybe) {
			if (isTop && piece.match) top = label.place;
			return piece;
		}
		const next = pieces[at + 1];
		const before = pieces[at - 1];
		const leads = next?.kind === 'words' && textOf(next.words).length >= shortest;
		const ended = before?.kind !== 'words' || /[.?!)”"]$/.test(textOf(before.words));
		const fits = numbered ? isTop && label.place === top + 1 : label === undefined;
		const isSub = label?.kind === 'number' && label.depth === 2 && numbered;
		// The next number of the headings, where no list counts there, needs no long text below it.
		const listed =
			before?.kind === 'words' && before.words.kind === 'item'
				? splitLabel(`${before.words.label}  x`)?.label
				: undefined;
		const isNext =
			counted.length >= 3 &&
			isTop &&
			label.place === top + 1 &&
			counted.every(
				(one) => one.label?.place !== label.place && signOf(one.label?.text) === signOf(label.text),
			) &&
			!(before?.kind === 'words' && textOf(before.words).endsWith(':')) &&
			!(listed?.kind === 'number' && listed.depth === 1 && listed.place === top);
		if ((isPlain && leads && ended && (fits || isSub)) || isNext) {
			if (isTop) top = label.place;
			return {...piece, maybe: false};
		}
		return {kind: 'words', at: piece.at, row: piece.row, words: piece.words};
	});
}
