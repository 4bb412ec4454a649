import type {Decision, Outcome, Report} from '../schema/index.ts';

/** What a recommendation says that itself asks for an outcome other than approval. */
const asksFor: Partial<Record<Outcome, RegExp>> = {
	deferred: /\bdefer/i,
	noted: /\bnot(?:e|ed|ing)\b/i,
	'recommended-to-council': /\bcouncil\b(?!['’])/i,
	referred: /\bbe referred\b|\brefers? (?!to\b)/i,
	refused: /\brefus/i,
};

/**
 * Whether the recommended wording can be what was resolved. What was lost was moved in it; what was put off, sent
 * elsewhere or refused was not resolved in it, unless it asks for just that.
 */
export const wordingFits = (recommended: string, outcome: Outcome): boolean =>
	outcome === 'approved' || outcome === 'lost' || (asksFor[outcome]?.test(recommended) ?? false);

/** A wording without what lays it out: spaces, lines, and the numbers of its clauses. */
const plain = (text: string): string =>
	text
		.replaceAll(/(?<=^|\s)(?:\([a-z\d]{1,3}\)|\d{1,3}[.)])(?=\s)/g, ' ')
		.replaceAll(/\s+/g, ' ')
		.trim();

/** Whether two wordings say the same, word for word, however they are laid out. */
export const sameWording = (one: string, other: string): boolean => plain(one) === plain(other);

/** Whether a decision keeps the recommended wording although its outcome is not what it recommends. */
export function keepsRecommended(
	{resolution, recommendation, outcome, procedural}: Decision,
	report: Report | undefined,
): boolean {
	if (procedural) return false;
	return [recommendation, report?.recommendations.join(' ')].some(
		(text) => text && sameWording(text, resolution) && !wordingFits(text, outcome),
	);
}
