import type {Planned} from '../report/act.ts';
import type {ImportReview, Verdicts} from '../review.ts';
import {accepted} from '../verdicts.ts';
import type {RowPlan} from './rows.ts';

/** The one act of an import: what the rows that were not skipped would change. */
export function planPortfolio(review: ImportReview, verdicts: Verdicts): Planned {
	const rows = accepted(review, verdicts).flatMap(({finding}) =>
		finding.field === 'rows' ? [finding.value as RowPlan] : [],
	);
	const changes = rows.flatMap((row) => row.changes);
	if (changes.length === 0) {
		const [problem] = rows.flatMap(({problems}) => problems);
		return {refusal: `nothing would change${problem === undefined ? '' : `: ${problem}`}`};
	}
	return {changes, notes: []};
}
