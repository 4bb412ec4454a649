import type {Finding, ImportReview, Verdicts} from './review.ts';

/** What an act is to be made of: the findings that were not skipped, edited ones with what was typed. */
export function accepted(
	review: ImportReview,
	verdicts: Verdicts,
): {finding: Finding; edited?: string}[] {
	return review.findings.flatMap((finding) => {
		const verdict = verdicts[finding.id];
		if (verdict?.take === 'skip') return [];
		return [verdict?.take === 'edit' ? {finding, edited: verdict.shown} : {finding}];
	});
}

/** The verdicts by which the findings of some fields are skipped; a field may be named by the finding's own id. */
export const skipping = (review: ImportReview, names: readonly string[]): Verdicts =>
	Object.fromEntries(
		review.findings
			.filter(({id, field}) =>
				names.some((name) => name === id || name === field || id.startsWith(`${name}/`)),
			)
			.map(({id}) => [id, {take: 'skip'} as const]),
	);
