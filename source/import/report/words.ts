import {splitLabel} from '../read/labels.ts';

const empty = new Set(
	'the a an of for to this that these those any and or on in by is are be been it its at with from as our we you your has have'.split(
		' ',
	),
);

/** Plural and singular are one word; crude, but the same for everything that is compared. */
function singular(word: string): string {
	if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
	return word.length > 3 && /[^suio]s$/.test(word) ? word.slice(0, -1) : word;
}

/** What was compared last: every line is asked about several times over. */
const compared = new Map<string, string>();

/** A heading or label as it is compared: without number, case, marks, and what stands in brackets. */
export function bare(text: string): string {
	const before = compared.get(text);
	if (before !== undefined) return before;
	if (compared.size > 2000) compared.clear();
	const made = stripped(text);
	compared.set(text, made);
	return made;
}

function stripped(text: string): string {
	let rest = text.trim();
	for (let at = 0; at < 2; at++) {
		const found = splitLabel(rest);
		if (!found || found.rest === '') break;
		rest = found.rest;
	}
	return rest
		.replace(/^\d{1,2}(?:\.\d{1,2}){0,3}\s+(?=\p{L})/u, '')
		.toLowerCase()
		.replace(/^(?:section|part|item)\s+\d{1,2}\s*[:.–-]\s*/, '')
		.replaceAll(/\((?:e?s|if any|if applicable)\)/g, '')
		.replaceAll(/\([^()]{0,200}\)/g, ' ')
		.replaceAll(/\([^()]{0,200}\)/g, ' ')
		.replaceAll('&', ' and ')
		.replaceAll(/[’']s?\b/g, '')
		.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** The words of a heading that mean something, in the singular. */
export const meaning = (text: string): string[] =>
	bare(text)
		.split(' ')
		.filter((word) => word !== '' && !empty.has(word))
		.map(singular);

/** The words as one key, so that “Reason(s) for the Recommendation” is “Reasons for recommendations”. */
export const keyOf = (text: string): string => meaning(text).join(' ');
