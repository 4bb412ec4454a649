import {parseYes} from './yes-or-no.ts';

/** What a paper says of its being kept from the public. */
export type Marking = {
	/** `part`: it is public, something that goes with it is not. */
	exempt: boolean | 'part';
	/** Paragraphs of Schedule 12A to the Local Government Act 1972, 1 to 7. */
	paragraphs: number[];
};

const open =
	/^(?:no\b|open\b|public\b|unrestricted\b|general release\b|part (?:1|i|a|one)\b|non[ -]?exempt|not exempt|for publication|unclassified|official\b(?!\W{0,4}sensitive)|not confidential|n\/a|not applicable|none\b|for general release|available to (?:the )?public|the report is (?:public|open)|this report is (?:public|open))/i;
const closed =
	/^closed\b|\b(?:exempt|confidential|not for publication|private|restricted|part (?:2|ii|b|two)|not for release|excluded|official\W{0,4}sensitive)\b/i;
const attached =
	/\b(?:appendi(?:x|ces)|annex(?:e?s)?|attachments?|part(?:ly|ially)?[ -]exempt|part of (?:the|this) report|(?:accompanying|separate|associated|linked) (?:\w+ ){0,3}(?:report|paper)s?|in part|part (?:2|b|ii|two) of (?:the|this) report|schedule [a-z\d]\b(?! ?\d?a))\b/i;

/** That it is not: “This is not a confidential item”, “contains no exempt information”. */
const denied =
	/\b(?:not|no|nothing|neither|never)(?: (?!open\b|public\b|only\b|for\b|just\b)\p{L}+){0,4}? (?:exempt|confidential|private|restricted)\b/iu;

/** What a label's value says; undefined when it says neither. */
export function markingOf(text: string): Marking | undefined {
	const plain = text.replaceAll(/\s+/g, ' ').trim();
	const answer = parseYes(plain, 'exempt');
	if (answer && !answer.yes) return {exempt: false, paragraphs: []};
	const paragraphs = paragraphsIn(plain);
	const said = denied.exec(plain);
	if (said && !closed.test(plain.replace(said[0], ''))) return {exempt: false, paragraphs: []};
	const isOpen = open.test(plain);
	if (isOpen && !closed.test(plain.replace(open, ''))) return {exempt: false, paragraphs: []};
	const says = closed.test(plain) || answer?.yes === true || paragraphs.length > 0;
	if (!says) return undefined;
	const isPart = attached.test(plain.replaceAll(/schedule 12a/gi, '')) || isOpen;
	return {exempt: isPart ? 'part' : true, paragraphs};
}

/** What a sentence of the paper says: that it is exempt, by which paragraph of Schedule 12A. */
export function markingIn(text: string): Marking | undefined {
	// A question is a form's: its answer counts, wherever that stands.
	if (text.length > 1500 || /\binsert\b/i.test(text) || /\?(?:\s*$|\s*(?:yes|no)\b)/i.test(text))
		return undefined;
	const isNamed =
		/schedule 12a/i.test(text) && /\b(?:exempt|not for publication|confidential)\b/i.test(text);
	const isMarked =
		/^\W*(?:not for publication|exempt (?:report|item|from publication)|confidential(?: (?:report|note|annexe?|matters?|information))?(?=\W*$|\s*[-–—:.,;(]|\s(?:by|under|pursuant|not|and|as|until)\b)|private report|part (?:2|ii)(?: report| item)?|restricted(?=\s*(?:[-–—:]\s*\p{L}.*)?$))(?!\p{L})/iu.test(
			text,
		) && text.length <= 300;
	if (!isNamed && !isMarked) return undefined;
	// What the council considered, or may do, is not a marking.
	if (
		/\bnot (?:considered |thought |deemed )?(?:to be |to contain )?exempt\b|\bno exempt\b|\bdoes not contain\b/i.test(
			text,
		)
	)
		return undefined;
	const isPart = attached.test(text.replaceAll(/schedule 12a/gi, ''));
	return {exempt: isPart ? 'part' : true, paragraphs: paragraphsIn(text)};
}

/** The paragraphs that a text names: `paragraph 3`, `paragraphs 1 and 2`, `paras 1-3`. */
export function paragraphsIn(text: string): number[] {
	const found = [
		...text.matchAll(
			/\b(?:paragraph(?:\(s\)|s)?|para(?:\(s\)|s)?|category|categories)\.?\s*(?:number\s*|nos?\.?\s*)?((?:\(?[1-7]\)?(?!\d|\.\d)(?:\s*(?:,|and|&|-|–|to)\s*)*)+)/gi,
		),
	];
	const numbers = found.flatMap(([, list = '']) => {
		const range = /([1-7])\)?\s*(?:-|–|to)\s*\(?([1-7])/.exec(list);
		if (range) {
			const [from, to] = [Number(range[1]), Number(range[2])];
			return Array.from({length: Math.max(0, to - from + 1)}, (_, at) => from + at);
		}
		return [...list.matchAll(/[1-7]/g)].map(([digit]) => Number(digit));
	});
	return [...new Set(numbers)].toSorted((a, b) => a - b);
}
