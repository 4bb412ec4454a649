import {withoutDate} from './report/front.ts';
import {cut} from '../domain/words.ts';
import type {Finding} from './review.ts';

/** A paragraph that is set like the heading of something: a few words, a capital first, no mark at its end. */
export const isPlainHead = (paragraph: string, fewest = 2): boolean => {
	const text = paragraph.trim().replace(/^\d{1,2}(?:\.\d{1,2})?[.)]?\s+(?=\p{Lu})/u, '');
	const words = text.split(/\s+/).length;
	return (
		text.length <= 70 &&
		words >= fewest &&
		words <= 9 &&
		/^\p{Lu}/u.test(text) &&
		!/[.:;,?!)”"\d]$|\n/.test(text)
	);
};

const prose = new Set([
	'backgroundPapers',
	'implications',
	'reasons',
	'alternatives',
	'consultation',
	'scrutiny',
	'summary',
]);

const isNothing = (paragraph: string): boolean =>
	/^(?:-\s*)?(?:none|nil|n\/a|not applicable)\.?$/i.test(paragraph.trim());

/** Whether a heading among alternatives is none of them: set in capitals, and not called an option. */
const isOtherHead = (paragraph: string): boolean =>
	!/^\W*(?:\d+\W+)?(?:options?|alternatives?|do|not|retain|continue|status|preferred|the)\b/i.test(
		paragraph,
	) &&
	paragraph
		.split(/\s+/)
		.filter((word) => word.length > 4)
		.every((word) => /^[\p{Lu}(]/u.test(word));

const saysExempt =
	/\bexempt from (?:disclosure|publication)\b|\bschedule 12a\b|\bnot for publication\b/i;

/** Where somebody signs: “Name: … Signature: … Date: …”. */
const signature = /\n\s*(?:name\s*:.*\bsign|signature\b|signed\s*(?::|by\b))/i;

const withText = (finding: Finding, text: string, note?: string): Finding => ({
	...finding,
	shown: text,
	value:
		typeof finding.value === 'object' && finding.value !== null && 'text' in finding.value
			? {...finding.value, text}
			: text,
	...(note === undefined ? {} : {note}),
});

/** A page's number, a day, or a line that only says whose paper it is: nothing that a text ends with. */
const isFoot = (line: string): boolean => {
	const plain = line.trim();
	return /^(?:page )?\d{0,4}$/i.test(plain) || withoutDate(plain) === '';
};

/**
 * A text without the foot of the page that it was cut by: lines at its end that are numbers or days, and what stands
 * between them without being a sentence.
 */
function withoutFoot(text: string): string {
	const lines = text.split('\n');
	const first = lines.findIndex(
		(line, at) =>
			at > 0 &&
			(lines[at - 1] ?? '').trim() === '' &&
			/^\s*(?:page )?\d{1,4}\s*$/i.test(line) &&
			lines.slice(at).every((one) => isFoot(one) || !/[.!?;]$/.test(one.trim())) &&
			lines.slice(at).filter((one) => one.trim() !== '').length <= 4,
	);
	return first === -1 ? text : lines.slice(0, first).join('\n').trimEnd();
}

/** What runs on past a heading that nobody knows ends before it: what follows may be about anything. */
export function ended(finding: Finding): Finding {
	const {field} = finding;
	if (!prose.has(field)) return finding;
	const [unsigned = ''] = finding.shown.split(signature);
	const shown = withoutFoot(unsigned);
	// What a summary says of being kept from the public is not part of what the paper is about.
	const all = shown.split(/\n\s*\n/);
	const paragraphs = all.filter(
		(one, index) => field !== 'summary' || index === 0 || !saysExempt.test(one),
	);
	if (paragraphs.length < all.length) return ended(withText(finding, paragraphs.join('\n\n')));
	// What a colon leads to belongs to it, however short; that there is nothing is all there is to say.
	const at = paragraphs.findIndex(
		(paragraph, index) =>
			index > 0 &&
			((index === 1 && isNothing(paragraphs[0] ?? '')) ||
				(isPlainHead(paragraph, field === 'implications' && paragraph.trim().length >= 6 ? 1 : 2) &&
					!/:\s*$/.test(paragraphs[index - 1] ?? '') &&
					(field !== 'alternatives' || isOtherHead(paragraph)))),
	);
	if (at === -1 && shown === finding.shown) return finding;
	if (at === -1) {
		if (unsigned === finding.shown) return withText(finding, shown.trim());
		const cutAt = withText(finding, shown.trim(), 'it ends before a signature');
		const {passage} = finding;
		if (!passage) return cutAt;
		// Who signed is not shown either.
		const [text = ''] = passage.text.split(signature);
		return {...cutAt, passage: {...passage, text}};
	}
	const text = paragraphs.slice(0, at).join('\n\n');
	return {
		...withText(finding, text),
		note: `it ends before “${cut(paragraphs[at]?.trim() ?? '', 80)}”, which seems to begin something else`,
	};
}
