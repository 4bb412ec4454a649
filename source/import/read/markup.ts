import type {PaperRun} from './paper.ts';
import {tidyRuns} from './paper.ts';

const entities: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: '’',
	nbsp: ' ',
	pound: '£',
	ndash: '–',
	mdash: '—',
	hellip: '…',
	lsquo: '‘',
	rsquo: '’',
	ldquo: '“',
	rdquo: '”',
	bull: '•',
	middot: '·',
	eacute: 'é',
	euro: '€',
};

function entity(name: string): string | undefined {
	if (!name.startsWith('#')) return Object.hasOwn(entities, name) ? entities[name] : undefined;
	const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
	const isSafe = Number.isInteger(code) && code >= 0x20 && code <= 0x10_ffff;
	return isSafe && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;
}

/** One step through a text: markup that says something, or a character. Each alternative is linear. */
const token =
	/\\([!-/:-@[-`{-~])|(\*{1,3}|_{1,3})|<(\/?)([a-z][a-z0-9]{0,9})(?:\s[^<>]{0,500})?\/?>|<((?:https?:|mailto:)?[^\s<>]{3,200})>|&(#?\w{1,10});|!\[[^\][]{0,300}\]\([^()\s]{0,500}\)|\[\^[\w-]{1,20}\]|\[([^[\]]{1,300})\]\([^()\s]{0,500}\)|`{1,3}/gi;

/**
 * The runs of a text with Markdown's and HTML's emphasis in it, both of which turn up in papers that were made from
 * printed pages. What is not understood stays as it is; an emphasis that nobody closes ends with the text.
 */
export function parseRuns(text: string): PaperRun[] {
	const runs: PaperRun[] = [];
	const on = {strong: false, em: false};
	let super_ = false;
	const put = (piece: string) => {
		if (piece !== '') runs.push({text: piece, strong: on.strong, em: on.em});
	};
	let at = 0;
	for (const match of text.matchAll(token)) {
		put(text.slice(at, match.index));
		at = match.index + match[0].length;
		const [whole, escaped, stars, slash, tag, address, named, linked] = match;
		if (escaped !== undefined) put(escaped);
		else if (stars !== undefined) {
			if (!toggle(on, stars, text[match.index - 1], text[at])) put(stars);
		} else if (tag !== undefined) {
			const closes = slash === '/';
			const name = tag.toLowerCase();
			if (name === 'br') put('\n');
			else if (name === 'b' || name === 'strong') on.strong = !closes;
			else if (name === 'i' || name === 'em') on.em = !closes;
			else if (name === 'sup') super_ = !closes;
			else if (['p', 'div', 'li', 'tr'].includes(name) && runs.length > 0) put('\n');
		} else if (address !== undefined) put(address);
		else if (named !== undefined) put(entity(named) ?? whole);
		else if (linked !== undefined) for (const run of parseRuns(linked)) runs.push(join(run, on));
		if (super_ && tag !== undefined && slash !== '/') at += skipNote(text.slice(at, at + 20));
	}
	put(text.slice(at));
	return tidyRuns(runs);
}

const join = (run: PaperRun, on: {strong: boolean; em: boolean}): PaperRun => ({
	text: run.text,
	strong: on.strong || (run.strong ?? false),
	em: on.em || (run.em ?? false),
});

/** How long the number of a footnote is that stands raised; `26<sup>th</sup>` is none. */
const skipNote = (text: string): number => /^\d{1,3}(?=<\/sup>)/i.exec(text)?.[0].length ?? 0;

/** Opens or closes an emphasis; false when the signs are not markup here but a star or a blank to be filled in. */
function toggle(
	on: {strong: boolean; em: boolean},
	stars: string,
	before: string | undefined,
	after: string | undefined,
): boolean {
	const opens = after !== undefined && /\S/.test(after);
	const closes = before !== undefined && /\S/.test(before);
	if (stars.startsWith('_')) {
		const inWord = /[\p{L}\p{N}]/u.test(before ?? '') && /[\p{L}\p{N}]/u.test(after ?? '');
		if (inWord || stars.length === 3) return false;
	}
	if (stars.length >= 2) {
		if (stars.length === 3) on.em = !on.em;
		on.strong = !on.strong;
		return true;
	}
	if (on.em ? !closes && !opens : !opens) return false;
	on.em = !on.em;
	return true;
}
