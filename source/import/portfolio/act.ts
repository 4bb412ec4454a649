import type {Change} from '../../domain/changes/index.ts';
import type {Planned} from '../report/act.ts';
import type {ImportReview, Verdicts} from '../review.ts';
import {keptPrivate} from '../release.ts';
import {accepted} from '../verdicts.ts';
import {byFlags, type Ways} from '../ways.ts';
import type {RowPlan} from './rows.ts';

/** The one act of an import: what the rows that were not skipped would change. */
export function planPortfolio(
	review: ImportReview,
	verdicts: Verdicts,
	ways: Ways = byFlags,
): Planned {
	const kept = keptPrivate(review, verdicts, ways);
	if (kept !== undefined) return {refusal: kept, at: 'exempt'};
	const rows = accepted(review, verdicts).flatMap(({finding}) =>
		finding.field === 'rows' ? [finding.value as RowPlan] : [],
	);
	const {changes, notes} = withoutSkipped(
		rows.flatMap((row) => row.changes),
		review,
	);
	if (changes.length === 0) {
		const [problem] = rows.flatMap(({problems}) => problems);
		return {refusal: `nothing would change${problem === undefined ? '' : `: ${problem}`}`};
	}
	return {changes, notes};
}

const addedIn = (changes: readonly Change[]): string[] =>
	changes.flatMap((change) => (change.kind === 'project/add' && change.id ? [change.id] : []));

/** The changes without dependencies on projects whose rows were skipped, and a note of each that goes so. */
function withoutSkipped(
	changes: readonly Change[],
	{findings}: ImportReview,
): {changes: Change[]; notes: string[]} {
	const all = findings.flatMap(({field, value}) =>
		field === 'rows' ? addedIn((value as RowPlan).changes) : [],
	);
	const added = new Set(addedIn(changes));
	const skipped = new Set(all.filter((id) => !added.has(id)));
	if (skipped.size === 0) return {changes: [...changes], notes: []};
	const notes: string[] = [];
	const kept = (name: string, ids: readonly string[] = []): string[] => {
		const gone = ids.filter((id) => skipped.has(id));
		if (gone.length > 0) {
			notes.push(
				`${name} is entered without depending on ${gone.join(', ')}, whose row was skipped`,
			);
		}
		return ids.filter((id) => !skipped.has(id));
	};
	const altered = changes.map((change): Change => {
		if (change.kind === 'project/add' && change.dependsOn) {
			return {...change, dependsOn: kept(change.title, change.dependsOn)};
		}
		if (change.kind === 'project/edit' && change.fields.dependsOn) {
			const {from, to} = change.fields.dependsOn;
			return {
				...change,
				fields: {...change.fields, dependsOn: {from, to: kept(change.id, to)}},
			};
		}
		return change;
	});
	return {changes: altered, notes};
}
