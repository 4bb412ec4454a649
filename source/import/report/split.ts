import {splitLabel} from '../read/labels.ts';
import {dropStart} from '../read/runs.ts';
import {type Cell, cellText, type Paper, textOf, tidyRuns, type Words} from '../read/paper.ts';
import {parseDate} from './dates.ts';
import {markingOf} from './exempt.ts';
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
import {asked, matchHeading, matchLabel, matchMarked} from './match.ts';
import {isBody} from './front.ts';
import {isPersonal} from './people.ts';
import {isPost, isSignature, personal} from './signoff.ts';
import {clearHeading, knownTable} from './tables.ts';
import {restacked} from './stacked.ts';
import type {HeadingPiece, Piece, Position, Style} from './pieces.ts';
import {bare, keyOf, meaning} from './words.ts';

/** Whether a line is set like a heading above a text that begins on the next. */
const isHeadLine = (line: Words, next: Words | undefined): boolean => {
	const text = textOf(line);
	return line.kind !== 'item' || /^\d|^\(?[a-z]\W*$/.test(line.label)
		? /^[\p{Lu}\d][^.;?!]{4,90}$/u.test(text) &&
				!/[,(–-]$|\b(?:and|of|the|for|to|in|by|with|or)$/i.test(text) &&
				text.split(' ').length <= 14 &&
				next !== undefined &&
				/^[\p{Lu}\d*“"£]/u.test(textOf(next)) &&
				!/:\s*\S/.test(text) &&
				matchLabel(text) === undefined &&
				['implications', undefined].includes(matchHeading(text)?.role) &&
				(/^\d/.test(text) || line.kind === 'item' || !isPersonal(text)) &&
				!isPost(text) &&
				parseDate(text) === undefined
		: false;
};

/** A label that nobody knows, with its value. */
const strayLabel = /^(\p{Lu}[\p{L} ,&/()’'-]{3,50}):\s+(?=\S)/u;

/** Labels that mean what they say on the front page alone. */
const anywhere = new Set(['author', 'person', 'key', 'keyReason']);

/** The pieces of a paper: headings apart from what stands under them, labels apart from their values. */
export function piecesOf(
	{blocks}: Paper,
	given: Readonly<Record<string, LabelRole>> = {},
): Piece[] {
	return new Splitter(given).all(blocks);
}

class Splitter {
	readonly #pieces: Piece[] = [];
	/** What somebody said that headings announce. */
	readonly #given: Map<string, LabelRole>;
	/** The heading that was put last, and its place among the pieces; and the last that is nobody's post. */
	#last: {head: HeadingPiece; at: number} | undefined;
	#above: HeadingPiece | undefined;
	/** Whether the paper is a form whose labels stand on lines of their own, each with a colon. */
	#isForm = false;
	/** Whether the paper sets its headings on the first lines of paragraphs, right above their text. */
	#headsParagraphs = false;
	/** Whether a heading stands there with which the front page ends, if text follows it. */
	#mayEnd = false;
	/** Whether no section of the report has begun. */
	#isFront = true;

	constructor(given: Readonly<Record<string, LabelRole>>) {
		this.#given = new Map(Object.entries(given).map(([text, role]) => [keyOf(text), role]));
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
			if (block.kind === 'break') this.#pieces.push({at, kind: 'break'});
			else if (block.kind === 'table') this.#table(block.rows, at);
			else this.#words(block, {at}, after && 'runs' in after ? linesOf(after)[0] : undefined);
		}
		return this.#pieces;
	}

	#put(...pieces: Piece[]): void {
		for (const piece of pieces) {
			this.#pieces.push(piece);
			if (piece.kind !== 'head') continue;
			this.#last = {head: piece, at: this.#pieces.length - 1};
			if (!isPost(postOf(piece.text))) this.#above = piece;
		}
		for (const piece of pieces) {
			if (piece.kind !== 'head' || !piece.match || piece.style === 'label') continue;
			// A form belongs to the front page, whatever its lines are called.
			if (piece.row !== undefined) continue;
			const {role} = piece.match;
			// “Report” at the very top says what kind of paper it is.
			if (role === 'other' && this.#pieces.length <= 3) continue;
			const isLabel = piece.match.front === true || ['person', 'author'].includes(role);
			if (isLabel || (piece.style === 'runin' && this.#isShort(pieces))) continue;
			// What heads matter without a field of its own may be a label of the front page that has no value.
			if (role === 'other' && pieces.length === 1) this.#mayEnd = true;
			else this.#isFront = false;
		}
		const [only, ...more] = pieces;
		if (only?.kind === 'words' && more.length === 0 && this.#mayEnd) this.#isFront = false;
		else if (only?.kind === 'head' && ['label', 'cell'].includes(only.style)) this.#mayEnd = false;
	}

	/** Whether what was put is a label with a value of a few words, as on a front page. */
	#isShort(pieces: readonly Piece[]): boolean {
		const [, value] = pieces;
		return value?.kind === 'words' && textOf(value.words).length <= 60;
	}

	/** Words whose lines may each be something of their own: a stack of labels, a heading and its text. */
	#words(words: Words, place: Position, after?: Words): void {
		const whole = textOf(words);
		// What a heading includes, in brackets on lines of its own, is no part of what is said.
		const [, headed = ''] = /^([^\n().]{4,80})\n\(including\b[^()]{3,300}\)$/is.exec(whole) ?? [];
		if ((matchHeading(headed)?.score ?? 0) >= 0.95) {
			this.#single({...words, runs: [{text: headed}]}, place);
			return;
		}
		if (this.#isChoice(whole.replaceAll(/\s+/g, ' '), place)) return;
		const [, open = ''] = /^this (?:report|paper) is (public|open)\.?$/i.exec(whole) ?? [];
		if (open !== '') {
			this.#answer('This report is', 'exempt', open, place);
			return;
		}
		const lines = linesOf(words);
		const isStack = this.#isFront && lines.filter((line) => this.#labels(line)).length >= 2;
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
			if (!this.#isFront && isEnded && isSignature(line, lines[at + 1] ?? after)) {
				flush();
				const match: Match = {role: 'person', score: 1, weight: 1};
				this.#put({...place, kind: 'head', text: 'Signature', match, style: 'caps', words: line});
				continue;
			}
			const isNext = at === 0 && this.#isNextOf(labelOf(line)) && textOf(line).endsWith(':');
			const heads =
				lines.length > 1 && (isNext || this.#heads(line, isEnded) || this.#isAbove(lines, at));
			const isLettered =
				labelOf(line)?.kind === 'letter' &&
				['group', 'implications'].includes(this.#last?.head.match?.role ?? '');
			const isFirst =
				at === 0 && lines.length > 1 && !this.#isFront && (this.#headsParagraphs || isLettered);
			if (isFirst && !heads && isHeadLine(line, lines[1]) && !this.#labels(line)) {
				const {label, text} = numbered(line, textOf(line).replace(/:$/, ''));
				this.#put({...place, kind: 'head', text, label, style: 'plain', words: line, first: true});
				continue;
			}
			// In a stack of labels what looks like one is one, whatever it says.
			const stray = isStack ? strayLabel.exec(textOf(line)) : null;
			if (stray && !this.#labels(line)) {
				flush();
				const [all = '', text = ''] = stray;
				this.#put({...place, kind: 'head', text, style: 'label', words: line, match: undefined});
				const value: Words = {kind: 'paragraph', runs: dropStart(line.runs, all.length)};
				this.#put({...place, kind: 'words', words: value});
				continue;
			}
			const stands =
				heads || isSubHead(line, lines[at + 1]) || (lines.length > 1 && this.#labels(line));
			const [first] = group;
			const isOver = first !== undefined && group.length === 1 && this.#isComplete(first);
			if (stands || isOver) flush();
			group.push(line);
			if (stands && (isWhole(line) || heads)) flush();
		}
		flush();
	}

	/** Whether a line is a label of the front page, without any mark, above its value. */
	#isAbove(lines: readonly Words[], at: number): boolean {
		const text = textOf(lines[at] ?? {runs: []});
		if (!this.#isFront || at > 0 || lines.length > 4 || !/^\p{Lu}\S* [^?]*\S$/u.test(text))
			return false;
		const known = matchLabel(text);
		return known?.score === 1 && !isBody(text) && !isPost(text);
	}

	/** Whether a line is a label with a value that nothing can go on with: a day, or that the paper is public. */
	#isComplete(line: Words): boolean {
		const split = splitValue(line, (label) => this.#known(label)?.role !== undefined);
		if (!split) return false;
		const role = this.#known(split.label)?.role;
		const said = textOf({runs: split.value});
		return role === 'date'
			? typeof parseDate(said) === 'string'
			: role === 'exempt' && markingOf(said)?.exempt === false;
	}

	/** Whether a line of a paragraph is a label with its value. */
	#labels(line: Words): boolean {
		return splitValue(line, (label) => this.#known(label)?.role !== undefined) !== undefined;
	}

	/** Whether a line of a paragraph is a heading; after a finished sentence less is asked of it. */
	#heads(line: Words, isEnded: boolean): boolean {
		const text = textOf(line);
		if (text.length > longest || /[.;,]$/.test(text) || this.#labels(line)) return false;
		if (isPost(text)) return false;
		return (matchHeading(text)?.score ?? 0) >= (isEnded && text.length <= 60 ? 0.9 : 0.95);
	}

	/** What a label means here. */
	#known(label: string): Match | undefined {
		const given = this.#given.get(keyOf(label));
		if (given) return {role: given, score: 1, weight: 1};
		// What each recommendation is made for, in the list of them.
		if (/^reasons?$/i.test(label) && this.#last?.head.match?.role === 'recommendations')
			return undefined;
		const found = this.#isFront ? matchMarked(label) : matchLabel(label);
		const isMeeting = found?.role === 'date' && /\bmeeting\b/i.test(label);
		if (found && (this.#isFront || anywhere.has(found.role) || isMeeting)) return found;
		const heading = matchHeading(label);
		return heading && heading.score >= 0.9 ? heading : undefined;
	}

	#single(words: Words, place: Position): void {
		const split = splitValue(words, (label, strong) => strong || this.#known(label) !== undefined);
		if (split) {
			const said = textOf({runs: split.value});
			const match = personal(
				said,
				this.#known(split.label) ?? (split.strong ? matchHeading(split.label) : undefined),
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
			if (split.value.length === 0) this.#put({...head, style: styleOf(words) ?? 'plain'});
			else this.#put(head, {...place, kind: 'words', words: value});
			return;
		}
		const head = this.#head(words, place);
		this.#put(head ?? {...place, kind: 'words', words});
	}

	/** The words as a heading, if they are one or may be. */
	#head(words: Words, place: Position): HeadingPiece | undefined {
		const whole = textOf(words);
		const style = styleOf(words);
		const {label, text} = numbered(words, whole);
		if (label?.kind === 'bullet') return undefined;
		if (text.length > longest || text === '') return undefined;
		const isGiven = this.#given.has(keyOf(text));
		const asks = this.#isFront || /[:?]$/.test(text);
		const match =
			(isGiven ? undefined : matchHeading(text)) ??
			(isGiven || asks ? this.#known(text) : undefined);
		if (this.#isTitle(match, text) || this.#isValue(text)) return undefined;
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
		if (this.#inList() && label?.kind === 'letter') return undefined;
		if (this.#listsPapers(label)) return undefined;
		if (!style && label === undefined && isPost(postOf(text)) && this.#isAdvice())
			return {...head, text: postOf(text), match: {role: 'implications', score: 1, weight: 1}};
		const isSet = label !== undefined || /[:?]$/.test(text) || (like && place.row === undefined);
		// Somebody's post in a list heads nothing.
		if (!style && label === undefined && isPost(text)) return undefined;
		if (this.#isForm && !match && formLabel.test(text)) return head;
		if (this.#isNextOf(label) && /[:?]$/.test(text) && text.length <= 80) return head;
		const sure = match && match.score >= (isQuestion ? 0.8 : isSet ? 0.9 : 1);
		if (sure && !isSentence) return head;
		return like && !answers.test(text) ? {...head, match: undefined, maybe: true} : undefined;
	}

	/** Whether a heading at the very top is what the paper is called: it holds a section's word and more. */
	#isTitle(match: Match | undefined, text: string): boolean {
		return (
			match !== undefined &&
			match.score < 1 &&
			match.role !== 'implications' &&
			text.split(' ').length >= 4 &&
			!/[:?]$/.test(text) &&
			this.#isFront &&
			!this.#pieces.some((piece) => piece.kind === 'head' && piece.match)
		);
	}

	/** Whether words are the value of the label above them, which has none yet: “Council” below “Final Decision-Maker”. */
	#isValue(text: string): boolean {
		const last = this.#pieces.at(-1);
		if (last?.kind !== 'head' || last.match?.front !== true || /[:?]$/.test(text)) return false;
		if (last.match.role === 'body') return isBody(text);
		return last.match.role === 'exempt' && text.length <= 40 && markingOf(text) !== undefined;
	}

	/** Whether a label is the next of the heading's before it: “IV.” after “III.”. */
	#isNextOf(label: HeadingPiece['label']): boolean {
		const before = this.#last?.head.label;
		return (
			label !== undefined &&
			before?.kind === label.kind &&
			before.depth === label.depth &&
			label.place === before.place + 1
		);
	}

	/** Whether a numbered line of a list of appendices goes on with its numbers, not with those of the headings. */
	#listsPapers(label: HeadingPiece['label']): boolean {
		const {head, at} = this.#last ?? {};
		if (head?.match?.role !== 'appendices' || label?.kind !== 'number' || at === undefined)
			return false;
		const listed = this.#pieces.slice(at + 1).filter(({kind}) => kind === 'words').length;
		const isNext = head.label?.kind === 'number' && head.label.place + 1 === label.place;
		return !isNext && label.depth === 1 && label.place === listed + 1;
	}

	/** Whether posts head what is said here: advice of other officers, each under its own. */
	#isAdvice(): boolean {
		return this.#above?.match?.role === 'group' && /\badvice|comments\b/i.test(this.#above.text);
	}

	/** Whether what was put last stands in a list of appendices or background papers. */
	#inList(): boolean {
		return ['appendices', 'backgroundPapers'].includes(this.#last?.head.match?.role ?? '');
	}

	/** “Key Decision … Non-Key Decision X”: kinds beside each other, of which one is ticked. */
	#isChoice(kinds: string, place: Position): boolean {
		if (kinds.length > 160 || !/^key decision\b.{0,20}\bnon-key decision\b/i.test(kinds))
			return false;
		const isKey = /^key decision\s+[x✓☒]/i.test(kinds);
		const isNon = /\bnon-key decision\s+[x✓☒]/i.test(kinds);
		if (isKey !== isNon) this.#answer('Key decision', 'key', isKey ? 'Yes' : 'No', place);
		return true;
	}

	/** A label that the paper puts in other words, and its value. */
	#answer(text: string, role: LabelRole, said: string, place: Position): void {
		const words: Words = {kind: 'paragraph', runs: [{text}]};
		const value: Words = {kind: 'paragraph', runs: [{text: said}]};
		const match: Match = {role, score: 1, weight: 1, front: true};
		this.#put({...place, kind: 'head', text, match, style: 'label', words});
		if (said !== '') this.#put({...place, kind: 'words', words: value});
	}

	#table(rows: Cell[][], at: number): void {
		const [choice = []] = rows;
		const kinds = choice.map((cell) => cellText(cell).trim()).join(' ');
		if (rows.length <= 2 && this.#isChoice(kinds, {at})) return;
		const known = knownTable(rows, at, this.#pieces.at(-1));
		if (known) {
			this.#put(...known);
			return;
		}
		const form = readForm(rows, (label) => matchLabel(label) ?? clearHeading(label));
		if (!form) {
			this.#put({at, kind: 'table', rows});
			return;
		}
		// A form that says what a paper is called and whose it is stands in front, whatever came before.
		const named = new Set(form.map(({label = ''}) => matchMarked(label)?.role));
		const names: LabelRole[] = ['body', 'date', 'author'];
		if (named.has('title') && names.filter((role) => named.has(role)).length >= 2)
			this.#isFront = true;
		for (const {row, label, value, whole} of form) {
			const place = {at, row};
			if (label !== undefined) {
				const match = personal(value.map(textOf).join('\n'), this.#inForm(label));
				const words: Words = {kind: 'paragraph', runs: [{text: label}]};
				const number = splitLabel(label);
				const text = number && number.rest !== '' ? number.rest : label;
				this.#put({
					...place,
					kind: 'head',
					text,
					label: number?.label,
					match,
					style: 'cell',
					words,
				});
				for (const words of value) this.#put({...place, kind: 'words', words});
			} else for (const words of whole) this.#words(words, place);
		}
	}

	/** In forms labels count wherever they stand; but what names the paper itself stands in front. */
	#inForm(label: string): Match | undefined {
		const found = matchMarked(label);
		const names = ['title', 'body', 'date', 'reference'];
		if (found && (this.#isFront || !names.includes(found.role))) return found;
		// A date by a signature is that of the signature.
		return clearHeading(label) ?? (found && {...found, role: 'person'});
	}
}

/** A label on a line of its own: “Topic Description:”. */
const formLabel = /^(?!.*\b(?:have|has|following|is|are|was|were)\b)\p{Lu}[^:.;]{2,110}:$/u;

/** A post without a number in brackets behind it. */
const postOf = (text: string): string => text.replace(/\s*\([^()]*\d[^()]*\)$/, '');

/** What answers a question and heads nothing. */
const answers = /^(?:yes|no|none|nil|n\/a|not applicable|all|tbc|open|public|exempt|noted)$/i;

/** Whether a heading is a sentence that opens a list. */
const stemOf = (text: string, match: Match | undefined): {stem?: true} =>
	match?.role === 'recommendations' && asked.test(bare(text)) && meaning(text).length > 1
		? {stem: true}
		: {};
