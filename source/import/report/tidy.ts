import {type Paper, textOf} from '../read/paper.ts';
import {dropStart} from '../read/runs.ts';
import type {Finding} from '../review.ts';
import {markingIn} from './exempt.ts';
import {isBody, withoutDate} from './front.ts';
import {isContact, scrub} from './people.ts';
import {isSection, type Section} from './sections.ts';

/**
 * A section without the sentences that say whom to ask, which stand at the end of many a report, and without the
 * numbers of its paragraphs (4.2, or 17 of those numbered through), which mean nothing outside it.
 */
export const tidied = (section: Section, through: boolean): Section => ({
	...section,
	parts: section.parts.flatMap((part): Section['parts'] => {
		if (isSection(part)) return [tidied(part, through)];
		if (part.kind === 'table') return [part];
		const {words} = part;
		const text = textOf(words);
		if (isContact(text) || isGuidance(text)) return [];
		if (section.role === 'backgroundPapers' && markingIn(text)) return [];
		if (words.kind !== 'item' || section.role === 'recommendations') return [part];
		const isNumber =
			/^\d+(?:\.\d+)+[.)]?$/.test(words.label) || (through && /^\d+[.)]?$/.test(words.label));
		return isNumber ? [{...part, words: {kind: 'paragraph', runs: words.runs}}] : [part];
	}),
});

/** What a form says to whoever fills it in. */
const isGuidance = (text: string): boolean =>
	text.length <= 300 &&
	/^\W*(?:insert\b|to be (?:written|completed|provided|filled in)\b.{0,40}\bby\b|this section (?:should|must)\b|i confirm that\b|add rows\b|when considering these proposals\b|please (?:insert|state|provide|complete|delete|list|note)|delete as (?:appropriate|applicable)|if yes,? (?:please|give|provide|state))/i.test(
		text,
	);

/** Findings without e-mail addresses and telephone numbers, in values and passages alike. */
export const scrubbed = (remarks: string[]) => {
	// What a list is found in is the passage of each of its members.
	let last = {whole: '', plain: ''};
	const plainly = (whole: string): string => {
		if (whole !== last.whole) last = {whole, plain: scrub(whole).text};
		return last.plain;
	};
	return (finding: Finding): Finding => {
		const {text, dropped} = scrub(finding.shown);
		for (const what of new Set(dropped)) remarks.push(`${what} was left out: “${finding.says}”`);
		const passage = finding.passage && {...finding.passage, text: plainly(finding.passage.text)};
		const value =
			dropped.length === 0 ? finding.value : mapTexts(finding.value, (one) => scrub(one).text);
		return {...finding, shown: text, value, ...(passage ? {passage} : {})};
	};
};

const mapTexts = (value: unknown, change: (text: string) => string): unknown => {
	if (typeof value === 'string') return change(value);
	if (Array.isArray(value)) return value.map((element) => mapTexts(element, change));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, mapTexts(inner, change)]),
	);
};

/** Whether a text only says where to look. */
export const isReference = (text: string): boolean =>
	text.length <= 120 &&
	(/^not (?:required|applicable)(?: (?:for|to|in) this report)?\W*$/i.test(text) ||
		/^(?:(?:please )?see|refer to|as (?:set out|detailed|outlined|contained|per)|set out|contained|detailed|outlined)\b/i.test(
			text,
		));

/**
 * Blocks without the bare numbers (“12 The site lies …”) by which all paragraphs of some papers are counted, where these
 * count up: they say nothing outside it.
 */
export function uncounted(blocks: Paper['blocks']): Paper['blocks'] {
	let last = 0;
	const counted = new Set<number>();
	for (const [at, block] of blocks.entries()) {
		if (block.kind !== 'paragraph') continue;
		const [, number = '', rest = ''] = /^(\d{1,3})\s+(\p{Lu}.{20,})$/su.exec(textOf(block)) ?? [];
		if (rest === '' || Number(number) !== last + 1) continue;
		last++;
		counted.add(at);
	}
	if (counted.size < 4) return blocks;
	return blocks.map((block, at) =>
		counted.has(at) && block.kind === 'paragraph'
			? {
					...block,
					runs: dropStart(block.runs, /^\s*\d{1,3}\s+/.exec(textOf(block))?.[0].length ?? 0),
				}
			: block,
	);
}

/** Whether a text only says again whose paper it is, and of which day. */
export const isFurniture = (text: string): boolean =>
	text.length <= 200 &&
	text
		.split('\n')
		.filter((line) => line.trim() !== '')
		.every((line) => isBody(line) || withoutDate(line) === '');
