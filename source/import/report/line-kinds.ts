import {isPosted} from '../nameless.ts';
import {textOf, type Words} from '../read/paper.ts';
import {parseDate} from './dates.ts';
import {markingOf} from './exempt.ts';
import type {LabelRole, Match} from './fields.ts';
import {isBody} from './front.ts';
import {longest, splitValue} from './marks.ts';
import {matchHeading, matchLabel, matchMarked} from './match.ts';
import type {PieceList} from './piece-list.ts';
import {isPost} from './signoff.ts';
import {keyOf} from './words.ts';

/** Labels that mean what they say on the front page alone. */
const anywhere = new Set(['author', 'person', 'key', 'keyReason']);

/** What the lines of a paper are, by their words and by what was put in front of them. */
export class LineKinds {
	readonly #list: PieceList;
	/** What somebody said that headings announce. */
	readonly #given: ReadonlyMap<string, LabelRole>;

	constructor(list: PieceList, given: ReadonlyMap<string, LabelRole>) {
		this.#list = list;
		this.#given = given;
	}

	/** Whether a line is a label of the front page, without any mark, above its value. */
	isAbove(lines: readonly Words[], at: number): boolean {
		const text = textOf(lines[at] ?? {runs: []});
		if (!this.#list.isFront || at > 0 || lines.length > 4 || !/^\p{Lu}[^?]*\S$/u.test(text))
			return false;
		if (!text.includes(' ')) return /^(?:title|subject|topic)$/i.test(text);
		const known = matchLabel(text);
		if (known?.score === 1 && !isBody(text) && !isPost(text)) return true;
		// Above a person or a day alone anything short is a label.
		const below = textOf(lines[1] ?? {runs: []});
		return lines.length === 2 && text.length <= 50 && !isPost(text) && isPosted(below);
	}

	/** Whether a line is a label with a value that nothing can go on with: a day, or that the paper is public. */
	isComplete(line: Words): boolean {
		const split = splitValue(line, (label) => this.known(label)?.role !== undefined);
		if (!split) return false;
		const role = this.known(split.label)?.role;
		const said = textOf({runs: split.value});
		return role === 'date'
			? typeof parseDate(said) === 'string'
			: role === 'exempt' && markingOf(said)?.exempt === false;
	}

	/** Whether a line of a paragraph is a label with its value. */
	labels(line: Words): boolean {
		return splitValue(line, (label) => this.known(label)?.role !== undefined) !== undefined;
	}

	/** Whether a line of a paragraph is a heading; after a finished sentence less is asked of it. */
	heads(line: Words, isEnded: boolean): boolean {
		const text = textOf(line);
		if (text.length > longest || /[.;,]$/.test(text) || this.labels(line)) return false;
		if (isPost(text)) return false;
		return (matchHeading(text)?.score ?? 0) >= (isEnded && text.length <= 60 ? 0.9 : 0.95);
	}

	/** What a label means here. */
	known(label: string): Match | undefined {
		const given = this.#given.get(keyOf(label));
		if (given) return {role: given, score: 1, weight: 1};
		// What each recommendation is made for, in the list of them.
		if (/^reasons?$/i.test(label) && this.#list.last?.head.match?.role === 'recommendations')
			return undefined;
		const found = this.#list.isFront ? matchMarked(label) : matchLabel(label);
		const isMeeting = found?.role === 'date' && /\bmeeting\b/i.test(label);
		if (found && (this.#list.isFront || anywhere.has(found.role) || isMeeting)) return found;
		const heading = matchHeading(label);
		return heading && heading.score >= 0.9 ? heading : undefined;
	}
}
