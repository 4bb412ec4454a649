import {clean} from '../domain/clean.ts';
import {cut} from '../domain/words.ts';
import type {Finding, ImportReview} from './review.ts';

const longestValue = 400;
const longestPassage = 120;
/** What stands before a passage in its line. */
const margin = 30;

export const kindWords = {
	report: 'a decision report',
	record: 'the record of a decision',
	notice: 'the notice of a decision to come',
	minutes: 'the minutes of a meeting',
	strategy: 'a strategy',
	portfolio: 'a table of projects',
};

/** What a paper is, as its review says: `a strategy`, `a table of milestones`. */
const sayKind = ({kind, rows}: Pick<ImportReview, 'kind' | 'rows'>): string =>
	rows === undefined ? kindWords[kind] : `a table of ${rows}`;

/** What a paper is made of, and a table. */
type Unit = 'block' | 'row';

/** A review as lines for a terminal or a pipe: each finding with the place that it was found in, then what is missing. */
export function sayReview(
	review: ImportReview,
	skipped: ReadonlySet<string> = new Set(),
	columns = longestPassage + margin,
): string {
	const plain = review.missing.filter(({because}) => because === undefined);
	const lines = [
		`${review.title}: ${sayKind(review)}`,
		'',
		...review.findings.flatMap((finding) =>
			sayFinding(
				finding,
				skipped.has(finding.id),
				columns,
				review.kind === 'portfolio' ? 'row' : 'block',
			),
		),
		...(plain.length > 0 ? [`Not found: ${plain.map(({says}) => says).join(', ')}`] : []),
		...review.missing.flatMap(({says, because, passage}) =>
			because === undefined
				? []
				: [
						`${says} not found, because ${because}`,
						...(passage ? [`    ← ${sayPlace(passage, columns, 'block')}`] : []),
					],
		),
		...(review.unread.length > 0
			? [`Not read: ${review.unread.map(({heading}) => `“${cut(heading, 60)}”`).join(', ')}`]
			: []),
		...review.remarks.map((remark) => `Note: ${remark}`),
	];
	return lines.map((line) => `${clean(line)}\n`).join('');
}

function sayFinding(
	{says, shown, passage, note, why, by}: Finding,
	isSkipped: boolean,
	columns: number,
	unit: Unit,
): string[] {
	const [first = '', ...others] = cut(shown, longestValue)
		.split('\n')
		.filter((line) => line.trim() !== '');
	const where =
		passage === undefined ? (by === 'given' ? 'given' : '') : sayPlace(passage, columns, unit);
	return [
		`${says}${isSkipped ? ' (skipped)' : ''}: ${first}`,
		...others.map((line) => `    ${line}`),
		...(where === ''
			? []
			: [`    ← ${where}${why?.includes('rather than') ? ` (by ${why})` : ''}`]),
		...(note === undefined ? [] : [`    ! ${note}`]),
	];
}

/** Where a passage is, and how it begins: people find it by that. */
function sayPlace(
	{from, to, row, text}: NonNullable<Finding['passage']>,
	columns: number,
	unit: Unit,
): string {
	const room = Math.max(20, Math.min(longestPassage, columns - margin));
	const begins = cut(text.replaceAll(/\s+/g, ' ').trim(), room);
	const place = from === to ? `${unit} ${from + 1}` : `${unit}s ${from + 1}–${to + 1}`;
	return `${place}${row === undefined ? '' : `, row ${row + 1}`}: “${begins}”`;
}
