import type {Finding} from '../review.ts';
import {type KnownParts, particular} from './known.ts';
import {crossedLines, parseYes} from './yes-or-no.ts';

/** A sentence that says whether it is a key decision. */
const sentence =
	/\b(?:this|the)(?: \w+){0,3} (?:is|constitutes|contains|will be|would be|represents)(?: (?:therefore|considered to be|deemed to be))? (not )?(?:a|an)(?: executive)? (non-)?key decision\b(?:[\s,–—-]*(?:as|because|in that|since|on the grounds that)\s+(.{5,400}?)(?:\.(?:\s|$)|$))?/is;

/** Whether the decision asked for is a key decision, and why, as far as the paper says. */
export function keyFindings(known: KnownParts): Finding[] {
	const reasons = known
		.of('keyReason')
		.filter(({text}) => text !== '' && !/^(?:n\/a|none|not applicable)\W*$/i.test(text));
	// “Key decision reference: 1187” says that it is one.
	const numbered = [...known.of('key'), ...known.of('reference')].find(
		({section, text}) =>
			/\bkey decision (?:ref|no\b|number)/i.test(section.head?.text ?? '') && /\d/.test(text),
	);
	const line = known.told.find(
		({kind, line: {text}}) => kind === 'reference' && /^\(?key decision\b/i.test(text),
	);
	const where = numbered?.section ?? line?.line;
	if (where) {
		const note = 'from the number of a key decision';
		return [particular('key', true, 'Yes', where, 'place', note), ...reasonsFrom(reasons)];
	}
	for (const {section, text} of known.of('key')) {
		const isBare =
			text === '' &&
			section.head !== undefined &&
			!['cell', 'label', 'runin'].includes(section.head.style);
		if (isBare && !/[?]$/.test(section.head?.text ?? '')) {
			return [
				particular('key', true, 'Yes', section, 'place', 'from the words “Key decision” alone'),
			];
		}
		const answer = parseYes(text);
		if (!answer) {
			// “Key decision: it costs more than £1m” says that it is one, and why.
			const isReason =
				text.length >= 12 && /\s/.test(text) && !/\b(?:not?|yes|tbc|n\/a)\b/i.test(text);
			if (!isReason || section.head?.text.includes('?')) continue;
			const note = 'taken from the reason that stands there: “yes” does not';
			return [
				particular('key', true, 'Yes', section, 'label', note),
				particular('keyReason', text, text, section, 'label'),
			];
		}
		const finding = particular('key', answer.yes, answer.yes ? 'Yes' : 'No', section, 'label');
		if (!answer.yes) return [finding];
		const crossed = crossedLines(text).filter((line) => !/^(?:yes|no)\b/i.test(line));
		const own = crossed.length > 0 ? crossed.join('; ') : cleaned(answer.rest);
		if (own.length >= 8 && /\p{L}{3}/u.test(own))
			return [finding, particular('keyReason', own, own, section, 'label')];
		return [finding, ...reasonsFrom(reasons)];
	}
	for (const {at, text} of known.paragraphs) {
		const [, not, non, why] = sentence.exec(text) ?? [];
		if (!sentence.test(text)) continue;
		const yes = not === undefined && non === undefined;
		const line = {at, text};
		const finding = particular('key', yes, yes ? 'Yes' : 'No', line, 'place');
		if (!yes) return [finding];
		return why === undefined
			? [finding, ...reasonsFrom(reasons)]
			: [finding, particular('keyReason', why.trim(), why.trim(), line, 'place')];
	}
	return [];
}

function reasonsFrom(reasons: ReturnType<KnownParts['of']>): Finding[] {
	const [first] = reasons;
	if (!first) return [];
	const crossed = crossedLines(first.text);
	const text = crossed.length > 0 ? crossed.join('; ') : first.text;
	return [particular('keyReason', text, text, first.section, 'label')];
}

/** What is said beside “Yes”, without the reference or the question that a form adds. */
const cleaned = (rest: string): string =>
	rest
		.replace(/^\s*(?:if (?:yes|relevant).*?:)\s*/is, '')
		.replace(
			/\b(?:forward plan|decision|key decision)?\s*ref(?:erence)?(?:\s*(?:no|number))?\.?:?\s*[\w/-]*\d[\w/-]*/i,
			'',
		)
		.replace(/^(?:because|as|since)\s+/i, '')
		.replace(/^[\s:,;.–—()-]+|[\s:,;–—(]+$/g, '');
