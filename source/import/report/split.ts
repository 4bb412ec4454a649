import {splitLabel} from '../read/labels.ts';
import {dropStart} from '../read/runs.ts';
import {type Cell, cellText, type Paper, textOf, tidyRuns, type Words} from '../read/paper.ts';
import type {Match, LabelRole} from './fields.ts';
import {readForm} from './forms.ts';
import {
	isSubHead,
	isWhole,
	labelOf,
	linesOf,
	longest,
	numbered,
	splitValue,
	styleOf,
} from './marks.ts';
import {matchHeading, matchLabel, matchMarked} from './match.ts';
import {LineKinds} from './line-kinds.ts';
import {isPost, isSignature, personal} from './signoff.ts';
import {answers, formLabel, isHeadLine, postOf, stemOf, strayLabel} from './looks.ts';
import {PieceList} from './piece-list.ts';
import {clearHeading, knownTable} from './tables.ts';
import {restacked} from './stacked.ts';
import type {HeadingPiece, Piece, Position, Style} from './pieces.ts';
import {keyOf} from './words.ts';

/** The pieces of a paper: headings apart from what stands under them, labels apart from their values. */
export function piecesOf(
	{blocks}: Paper,
	given: Readonly<Record<string, LabelRole>> = {},
): Piece[] {
	return new Splitter(given).all(blocks);
}

class Splitter {
	readonly #list = new PieceList();
	readonly #lines: LineKinds;
	/** What somebody said that headings announce. */
	readonly #given: Map<string, LabelRole>;
	/** Whether the paper is a form whose labels stand on lines of their own, each with a colon. */
	#isForm = false;
	/** Whether the paper sets its headings on the first lines of paragraphs, right above their text. */
	#headsParagraphs = false;

	constructor(given: Readonly<Record<string, LabelRole>>) {
		this.#given = new Map(Object.entries(given).map(([text, role]) => [keyOf(text), role]));
		this.#lines = new LineKinds(this.#list, this.#given);
	}

	all(blocks: Paper['blocks']): Piece[] {
		this.#isForm =
			blocks.filter((block) => 'runs' in block && formLabel.test(textOf(block))).length >= 5;
		this.#headsParagraphs =
			blocks.filter((block) => {
				const [first = '', second] = 'runs' in block ? textOf(block).split('\n') : [];
				return (
					second !== undefined &&
					((matchHeading(first)?.score ?? 0) >= 0.9 || formLabel.test(first))
				);
			}).length >= 3;
		for (const {block, at} of restacked(blocks)) {
			const after = blocks[at + 1];
			if (block.kind === 'break') this.#list.pieces.push({at, kind: 'break'});
			else if (block.kind === 'table') this.#table(block.rows, at);
			else this.#words(block, {at}, after && 'runs' in after ? linesOf(after)[0] : undefined);
		}
		return this.#list.pieces;
	}

	/** Words whose lines may each be something of their own: a stack of labels, a heading and its text. */
	#words(words: Words, place: Position, after?: Words): void {
		const whole = textOf(words);
		// What a heading includes, in brackets on lines of its own, is not part of what is said.
		const [, headed = ''] = /^([^\n().]{4,80})\n\(including\b[^()]{3,300}\)$/is.exec(whole) ?? [];
		if ((matchHeading(headed)?.score ?? 0) >= 0.95) {
			this.#single({...words, runs: [{text: headed}]}, place);
			return;
		}
		if (this.#list.isChoice(whole.replaceAll(/\s+/g, ' '), place)) return;
		const [, open = ''] = /^this (?:report|paper) is (public|open)\.?$/i.exec(whole) ?? [];
		if (open !== '') {
			this.#list.answer('This report is', 'exempt', open, place);
			return;
		}
		const lines = linesOf(words);
		const isStack =
			this.#list.isFront && lines.filter((line) => this.#lines.labels(line)).length >= 2;
		// Lines are joined once, when all that belong together are known: a paragraph may have very many.
		let group: Words[] = [];
		const flush = () => {
			const [first, ...more] = group;
			if (!first) return;
			const runs = more.flatMap((line) => [{text: '\n'}, ...line.runs]);
			this.#single(
				more.length > 0 ? {...first, runs: tidyRuns([...first.runs, ...runs])} : first,
				place,
			);
			group = [];
		};
		for (const [at, line] of lines.entries()) {
			const before = lines[at - 1];
			const isEnded = before === undefined || /[.!?]$/.test(textOf(before));
			if (!this.#list.isFront && isEnded && isSignature(line, lines[at + 1] ?? after)) {
				flush();
				const match: Match = {role: 'person', score: 1, weight: 1};
				this.#list.put({
					...place,
					kind: 'head',
					text: 'Signature',
					match,
					style: 'caps',
					words: line,
				});
				continue;
			}
			const isNext = at === 0 && this.#list.isNextOf(labelOf(line)) && textOf(line).endsWith(':');
			const heads =
				lines.length > 1 &&
				(isNext || this.#lines.heads(line, isEnded) || this.#lines.isAbove(lines, at));
			const isLettered =
				labelOf(line)?.kind === 'letter' &&
				['group', 'implications'].includes(this.#list.last?.head.match?.role ?? '');
			const isFirst =
				at === 0 &&
				lines.length > 1 &&
				!this.#list.isFront &&
				(this.#headsParagraphs || isLettered);
			if (isFirst && !heads && isHeadLine(line, lines[1]) && !this.#lines.labels(line)) {
				const {label, text} = numbered(line, textOf(line).replace(/:$/, ''));
				this.#list.put({
					...place,
					kind: 'head',
					text,
					label,
					style: 'plain',
					words: line,
					first: true,
				});
				continue;
			}
			// In a stack of labels what looks like one is one, whatever it says.
			const stray = isStack ? strayLabel.exec(textOf(line)) : null;
			if (stray && !this.#lines.labels(line)) {
				flush();
				const [all = '', text = ''] = stray;
				this.#list.put({
					...place,
					kind: 'head',
					text,
					style: 'label',
					words: line,
					match: undefined,
				});
				const value: Words = {kind: 'paragraph', runs: dropStart(line.runs, all.length)};
				this.#list.put({...place, kind: 'words', words: value});
				continue;
			}
			const stands =
				heads || isSubHead(line, lines[at + 1]) || (lines.length > 1 && this.#lines.labels(line));
			const [first] = group;
			const isOver = first !== undefined && group.length === 1 && this.#lines.isComplete(first);
			if (stands || isOver) flush();
			group.push(line);
			if (stands && (isWhole(line) || heads)) flush();
		}
		flush();
	}

	#single(words: Words, place: Position): void {
		const split = splitValue(
			words,
			(label, strong) => strong || this.#lines.known(label) !== undefined,
		);
		if (split) {
			const said = textOf({runs: split.value});
			const match = personal(
				said,
				this.#lines.known(split.label) ?? (split.strong ? matchHeading(split.label) : undefined),
			);
			const style: Style = split.strong ? 'runin' : 'label';
			const {label, text} = numbered(words, split.label);
			const head: HeadingPiece = {
				...place,
				kind: 'head',
				text,
				match,
				style,
				label,
				words,
				...stemOf(text, match),
			};
			const value: Words = {kind: 'paragraph', runs: split.value};
			if (split.value.length === 0) this.#list.put({...head, style: styleOf(words) ?? 'plain'});
			else this.#list.put(head, {...place, kind: 'words', words: value});
			return;
		}
		const head = this.#head(words, place);
		this.#list.put(head ?? {...place, kind: 'words', words});
	}

	/** The words as a heading, if they are one or may be. */
	#head(words: Words, place: Position): HeadingPiece | undefined {
		const whole = textOf(words);
		const style = styleOf(words);
		const {label, text} = numbered(words, whole);
		if (label?.kind === 'bullet') return undefined;
		if (text.length > longest || text === '') return undefined;
		const isGiven = this.#given.has(keyOf(text));
		const asks = this.#list.isFront || /[:?]$/.test(text);
		const match =
			(isGiven ? undefined : matchHeading(text)) ??
			(isGiven || asks ? this.#lines.known(text) : undefined);
		if (this.#list.isTitle(match, text) || this.#list.isValue(text)) return undefined;
		const head: HeadingPiece = {
			...place,
			kind: 'head',
			text: match ? text.replace(/^\d{1,2}(?:\.\d{1,2})*\s+(?=\p{L})/u, '') : text,
			label,
			match,
			style: style ?? 'plain',
			words,
			...stemOf(text, match),
		};
		const isSentence = /[.;,]$|[;,] (?:and|or)$/.test(text) && !/\b(?:etc|no)\.$/i.test(text);
		if (style) {
			if (match && match.score >= 0.7) return head;
			if (words.kind === 'heading') return head;
			const says =
				isSentence ||
				/^(?:that|to|yes|no|none|n\/a)\b/i.test(text) ||
				(text.length > 100 && !text.endsWith('?'));
			return says ? undefined : head;
		}
		const isQuestion = label !== undefined && text.endsWith('?');
		const like =
			/^[\p{Lu}\d]/u.test(text) &&
			text.length <= 70 &&
			!/[.:;,?!]$/.test(text) &&
			text.split(' ').length <= 9;
		// What stands in a list of papers names one of them.
		if (this.#list.inList() && label?.kind === 'letter') return undefined;
		if (this.#list.listsPapers(label)) return undefined;
		const isNamed = style === undefined && label === undefined && match?.role === 'consultation';
		if (this.#list.inList() && isNamed && (match?.score ?? 0) < 1) return undefined;
		if (!style && label === undefined && isPost(postOf(text)) && this.#list.isAdvice())
			return {...head, text: postOf(text), match: {role: 'implications', score: 1, weight: 1}};
		const isSet = label !== undefined || /[:?]$/.test(text) || (like && place.row === undefined);
		// Somebody's post in a list heads nothing.
		if (!style && label === undefined && isPost(text)) return undefined;
		if (this.#isForm && !match && formLabel.test(text)) return head;
		if (this.#list.isNextOf(label) && /[:?]$/.test(text) && text.length <= 80) return head;
		const sure = match && match.score >= (isQuestion ? 0.8 : isSet ? 0.9 : 1);
		if (sure && !isSentence) return head;
		return like && !answers.test(text) ? {...head, match: undefined, maybe: true} : undefined;
	}

	#table(rows: Cell[][], at: number): void {
		const [choice = []] = rows;
		const kinds = choice.map((cell) => cellText(cell).trim()).join(' ');
		if (rows.length <= 2 && this.#list.isChoice(kinds, {at})) return;
		const known = knownTable(rows, at, this.#list.pieces.at(-1));
		if (known) {
			this.#list.put(...known);
			return;
		}
		const form = readForm(rows, (label) => matchLabel(label) ?? clearHeading(label));
		if (!form) {
			this.#list.put({at, kind: 'table', rows});
			return;
		}
		// A form that says what a paper is called and whose it is stands in front, whatever came before.
		const named = new Set(form.map(({label = ''}) => matchMarked(label)?.role));
		const names: LabelRole[] = ['body', 'date', 'author'];
		if (named.has('title') && names.filter((role) => named.has(role)).length >= 2)
			this.#list.isFront = true;
		for (const {row, label, value, whole} of form) {
			const place = {at, row};
			if (label !== undefined) {
				const match = personal(value.map(textOf).join('\n'), this.#inForm(label));
				const words: Words = {kind: 'paragraph', runs: [{text: label}]};
				const number = splitLabel(label);
				const text = number && number.rest !== '' ? number.rest : label;
				this.#list.put({
					...place,
					kind: 'head',
					text,
					label: number?.label,
					match,
					style: 'cell',
					words,
				});
				for (const words of value) this.#list.put({...place, kind: 'words', words});
			} else for (const words of whole) this.#words(words, place);
		}
	}

	/** In forms labels count wherever they stand; but what names the paper itself stands in front. */
	#inForm(label: string): Match | undefined {
		const found = matchMarked(label);
		const names = ['title', 'body', 'date', 'reference'];
		if (found && (this.#list.isFront || !names.includes(found.role))) return found;
		// A date by a signature is that of the signature.
		return clearHeading(label) ?? (found && {...found, role: 'person'});
	}
}
