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

const plain = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');

/** Whether a decision keeps the recommended wording although its outcome is not what it recommends. */
export function keepsRecommended(
	{resolution, recommendation, outcome, procedural}: Decision,
	report: Report | undefined,
): boolean {
	if (procedural) return false;
	return [recommendation, report?.recommendations.join(' ')].some(
		(text) => text && plain(text) === plain(resolution) && !wordingFits(text, outcome),
	);
}
