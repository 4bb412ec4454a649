import type {Content} from '../report/pieces.ts';
import {recommendationsIn} from '../report/recommendations.ts';
import type {PaperLine} from './lines.ts';

/** The word by which a resolution begins: at the head of its line, or in capitals within a sentence that leads to it. */
const atHead =
	/^(?:and |it was |unanimously |\d+\. ?)*(?:resolved|ordered|agreed|recommended|decided)\b(?=\s*(?:[:–—-]|that\b|to\b|unanimously\b|\(|$))/i;
const within =
	/\bVOTED (?:UNANIMOUSLY|\d{1,2}-\d{1,2}(?:-\d{1,2})?)(?=,? TO\b|,? THAT\b)|\b(?:(?:it was|and) (?:unanimously )?)?(?:RESOLVED|ORDERED|AGREED)\b(?=\s*(?:[:–—-]|that\b|THAT\b|to\b|$))|\bresolved (?:that|to)\s*:?\s*$|\b[Ii]t was (?:unanimously )?[Rr]esolved\b(?=\s+(?:to|that)\b)|\bresolved\b(?<=\b[Ss]econded\b[^.;]{3,60}\band resolved)(?=\s*(?:[:–—-]|that\b|to\b))|(?<=[.;]\s)(?:Resolved\b(?=\s*[:–—-]|\s+(?:to|that)\b)|Agreed\b(?=\s*[:–—-]))/;

/** How it was voted on, between the word and the wording: “RESOLVED by 3 votes to 2:”, “Resolved, nem con, that”. */
const voted =
	/(?<=\b(?:resolved|agreed|ordered)),?\s+(?:\(\d[^()]{0,40}\)|by (?:a )?(?:\p{L}+|\d+)(?: votes?)? (?:votes? )?to (?:\p{L}+|\d+)|by (?:a )?majority(?: vote)?|nem\.? ?con\.?|without dissent)(?=,?\s*(?:[:–—-]|that\b|to\b))/iu;

/** What follows the word, if a line holds it: the wording, or the words that open a list of it. */
export function resolvedIn(text: string): string | undefined {
	const plain = text.replace(/\bT H A T\b/, 'that').replace(voted, '');
	const found = atHead.exec(plain) ?? within.exec(plain);
	if (!found) return undefined;
	const isOpening = /\bresolved (?:that|to)\s*:?\s*$/.test(found[0]);
	return (
		(isOpening ? 'That:' : plain.slice(found.index + found[0].length))
			.replace(/^\s*(?:unanimously)?\s*/i, '')
			.replace(/^to (?:the )?(?:full )?council\s*:\s*/i, '')
			.replace(/^to recommend\b\s*:\s*(?:\(to [^()]{2,40}\))?/i, '')
			.replace(/^\s*\([^()]{2,30}\)\s*(?=[:–—-])/, '')
			.replace(/^[\s:–—-]+/, '')
			// Who moved it is not part of it.
			.replace(/\s*(?:\(?(?:it was )?(?:proposed|moved)(?: by)?:? .{0,80}?\bsecond.{0,200})$/is, '')
			.replace(/^that\s+that\b/i, 'that')
			.trim()
	);
}

const reason = /^reasons?(?: for (?:the |this )?decisions?)?\s*[:–-]\s*/i;

/**
 * Lines in which each point of a resolution has its reason behind it, with the reasons after the last of them: a list is
 * read as one, and no reason is part of what was decided.
 */
export function reasonsLast(lines: readonly PaperLine[]): PaperLine[] {
	const from = lines.findIndex(({text}) => resolvedIn(text) !== undefined);
	const isReason = ({text, item}: PaperLine) => item === undefined && reason.test(text);
	const last = lines.findLastIndex((line, at) => at > from && isReason(line));
	const within = from === -1 ? [] : lines.slice(from, last + 1);
	const isBetween =
		within.filter(isReason).length >= 2 &&
		within.slice(1).every((line) => line.item !== undefined || isReason(line));
	if (!isBetween) return [...lines];
	const reasons = within.filter(isReason);
	return [
		...lines.slice(0, from),
		...within.filter((line) => !isReason(line)),
		...reasons.map((line, at) =>
			at === 0 ? line : {...line, text: line.text.replace(reason, '')},
		),
		...lines.slice(last + 1),
	];
}

/** A remark of the site or of the clerk beside a resolution, no part of it. */
export const isRemark = (text: string): boolean =>
	/^[[(].*[\])]\.?$/s.test(text) ||
	/^(?:(?:note|nb)\s*[:–-]|note that\b|voting\b|vote\s*:|please note|call-?in|the deadline for call-?in|\(?proposed by|moved by|signed\b)/i.test(
		text,
	) ||
	/\bcall-?in (?:does|did) not apply\b/i.test(text);

/** “This was not a Key Decision and is subject to Call-in.” */
export const asides = (text: string): [string, boolean][] => [
	...told('key', /^(?:this|it) (?:is|was) (not )?an? (non-)?key decision\b/i.exec(text)),
	...(/\bnot be (?:subject|open) to call-?in\b|\bexempt(?:ed)? from call-?in\b|\bcall-?in (?:has been |was |is )?waived\b/i.test(
		text,
	)
		? [['callIn', false] as [string, boolean]]
		: []),
	...told('callIn', /\b(?:is|was|are) (not )?(?:subject|open) to call-?in\b/i.exec(text)),
];
const told = (field: string, found: RegExpExecArray | null): [string, boolean][] =>
	found ? [[field, found[1] === undefined && found[2] === undefined]] : [];

/** Whether a line only says such things. */
export const isAside = (text: string): boolean => text.length <= 200 && asides(text).length > 0;

/** Words that a resolution which no “resolved” announces has in it, or begins with. */
const wills =
	/^(?:that|to) \p{L}|\b(?:be|is|was|were|are|been|has|have) (?:\p{L}+ )?(?:agreed|approved|noted|adopted|endorsed|accepted|deferred|refused|authorised|delegated|granted|awarded|decided|supported|received|appointed|replaced|confirmed|re)\b|^(?:the )?(?:\p{L}+ ){0,6}?(?:agreed?s?|approved?s?|noted?s?|delegated?s?|authorised?s?|resolved?s?|endorsed?s?|adopted?s?|granted?s?|awarded?s?|requested?s?)\b/iu;

/**
 * The resolutions that some lines hold, each whole and with the block that it stands in. Where a word announces them,
 * what leads to it is not part of them; where none does, those lines count that resolve something.
 */
export function resolutionsIn(lines: readonly PaperLine[]): {text: string; at: number}[] {
	const kept: PaperLine[] = [];
	let isOn = false;
	/** “RESOLVED that” on a line of its own, whose wording stands below. */
	let opening: string | undefined;
	for (const line of lines) {
		const isListed =
			line.item !== undefined && (isOn || !/^(?:resolved|ordered)\b/i.test(line.text));
		const rest = isListed ? undefined : resolvedIn(line.text);
		if (rest === undefined) {
			if (!isOn || isRemark(line.text)) continue;
			if (opening !== undefined && line.item !== undefined)
				kept.push({at: line.at, text: `${opening}:`, level: 0});
			const isSentence = opening !== undefined && line.item === undefined;
			kept.push(
				isSentence && !/^(?:that|to)\b/i.test(line.text)
					? {
							...line,
							text: `${opening} ${line.text.replace(/^(?:The|An?) /, (word) => word.toLowerCase())}`,
						}
					: line,
			);
			opening = undefined;
			continue;
		}
		isOn = true;
		opening = /^(?:that|to)?\W*$/i.test(rest) ? (/^to/i.test(rest) ? 'To' : 'That') : undefined;
		if (opening === undefined) kept.push({at: line.at, text: rest, level: 0});
	}
	const found = (isOn ? kept : willed(lines.filter(({text}) => !isRemark(text)))).map((line) => ({
		...line,
		// The day of a record is told by itself.
		text: line.text.replace(/^on \d{1,2} \p{L}{3,9} \d{4},? (?=\p{L})/iu, ''),
	}));
	return recommendationsIn(found.map(contentOf));
}

/** Of several paragraphs those that resolve something; a list, or a paragraph alone, does. */
function willed(lines: readonly PaperLine[]): PaperLine[] {
	if (lines.length < 2 || lines.some(({item}) => item !== undefined)) return [...lines];
	const found = lines.filter(({text}) => wills.test(text));
	return found.length > 0 ? found : lines.length === 2 ? [] : [];
}

const contentOf = ({at, text, item, level}: PaperLine): Content => {
	const runs = [{text: text.replace(/\bT H A T\b/, 'that').replaceAll(/[ \t]{2,}/g, ' ')}];
	return {
		kind: 'words',
		at,
		words:
			item === undefined
				? {kind: 'paragraph', runs}
				: {kind: 'item', label: item, level: Math.min(level, 2), runs},
	};
};
