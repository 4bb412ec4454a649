import type {RowPlan} from '../../import/portfolio/rows.ts';
import type {Finding} from '../../import/review.ts';
import {isLate} from '../forms/specs/agenda.ts';
import {meetingOf} from '../forms/specs/item.ts';
import {askedOf, type Paper} from '../paper.ts';
import type {Place, State} from '../state.ts';
import {keyFor} from '../keys-by-name.ts';

/** One row of the review: something that was found, or lacks, or was not understood. */
export type ReviewRow = {
	path: string;
	mark: 'take' | 'edit' | 'skip' | 'look' | 'out' | 'same' | 'none' | 'unread' | 'note';
	label: string;
	/** What is shown in the line, and in full beside or below it. */
	value: string;
	finding?: Finding;
	/** What stands in the paper there. */
	passage?: string;
	where?: string;
	/** What to look at before it is taken. */
	note?: string;
	/** What `e` says with it: `edit title`, `set date`, `map Project Name`; none cannot be said. */
	says?: string;
	/** A word in it that nobody knows: what `m` is likely to be about. */
	word?: string;
};

const short = [
	'title',
	'body',
	'date',
	'reference',
	'key',
	'author',
	'exempt',
	'period',
	'priority',
	'urgency',
];
/** Whether a value is worth a text of several lines. */
export const isLong = ({finding, path, value}: ReviewRow): boolean =>
	value.includes('\n') ||
	value.length > 60 ||
	(path.startsWith('missing/') && !short.includes(path.slice('missing/'.length))) ||
	(finding !== undefined && !short.includes(finding.field) && finding.field !== 'columns');

/** Of a table’s row, that it does not come in, or alters nothing. */
function rowMark({field, value}: Finding): 'out' | 'same' | undefined {
	if (field !== 'rows') return undefined;
	const {does} = value as RowPlan;
	return does === 'left out' ? 'out' : does === 'nothing' ? 'same' : undefined;
}

function findingRow(finding: Finding, {verdicts, review}: Paper): ReviewRow {
	const {id, field, says, shown, note, passage, by} = finding;
	const verdict = verdicts[id];
	const value = verdict?.take === 'edit' ? verdict.shown : shown;
	const isColumn = field === 'columns';
	const mark =
		verdict?.take === 'skip'
			? 'skip'
			: verdict?.take === 'edit' || by === 'given'
				? 'edit'
				: isColumn && finding.value === null
					? 'unread'
					: (rowMark(finding) ?? (note ? 'look' : 'take'));
	const blocks = passage && sayWhere(passage, review.kind === 'portfolio');
	return {
		path: `findings/${id}`,
		mark,
		label: isColumn ? 'Column' : says,
		value: isColumn ? `${passage?.text ?? ''}: ${value}` : value,
		finding,
		...(passage
			? {passage: passage.text, where: finding.why ? `${blocks}, by ${finding.why}` : blocks}
			: {}),
		...(note && verdict?.take !== 'edit' ? {note} : {}),
		...(isColumn
			? {says: `map ${passage?.text ?? ''}`}
			: field === 'rows'
				? {word: (finding.value as RowPlan).unknown}
				: {says: `edit ${id}`}),
	};
}

function sayWhere({from, to, row}: NonNullable<Finding['passage']>, isTable: boolean): string {
	if (isTable) return `row ${from + 1}`;
	const place = from === to ? `block ${from + 1}` : `blocks ${from + 1} to ${to + 1}`;
	return row === undefined ? place : `${place}, row ${row + 1}`;
}

/** Everything to be judged, in order: what was found, what is missing, what nothing was made of, what was left out. */
export function rowsIn(state: State, {paper, id}: Place): ReviewRow[] {
	if (!paper) return [];
	const {review} = paper;
	const {urgency} = askedOf(
		state.stack.findLast(({form}) => form?.kind === 'import')?.form ?? noForm,
	);
	const held = meetingOf(state.database, id);
	const isTable = review.kind === 'portfolio';
	return [
		...review.findings.map((finding) => findingRow(finding, paper)),
		...(held && isLate(held) && review.kind === 'report'
			? [
					{
						path: 'missing/urgency',
						mark: urgency === undefined ? ('none' as const) : ('edit' as const),
						label: 'Why it is urgent',
						value: urgency ?? `the agenda is out: ${keyFor('paper.edit')} says why it cannot wait`,
						says: 'urgency',
					},
				]
			: []),
		...review.missing.map(({field, says, because, passage}): ReviewRow => {
			const isSaid = !isTable || field === 'priority';
			return {
				path: `missing/${field}`,
				mark: 'none',
				label: says,
				value: isTable
					? `no column; ${isSaid ? `${keyFor('paper.edit')} gives one for all new projects` : `${keyFor('paper.means')} says which`}`
					: because === undefined
						? 'not found'
						: `not found, because ${because}`,
				...(passage ? {passage: passage.text, where: sayWhere(passage, false)} : {}),
				...(isSaid ? {says: `set ${field}`} : {}),
			};
		}),
		// A table's columns are findings of their own.
		...(isTable ? [] : review.unread).map(({heading, passage}, index): ReviewRow => ({
			path: `unread/${index}`,
			mark: 'unread',
			label: 'Heading',
			value: heading,
			passage: passage.text,
			where: sayWhere(passage, false),
			note: `not understood; ${keyFor('paper.means')} says what it is`,
			says: `map ${heading}`,
		})),
		...review.remarks.map((remark, index): ReviewRow => ({
			path: `remarks/${index}`,
			mark: 'note',
			label: 'Note',
			value: remark,
		})),
	];
}

const noForm = {kind: 'import', target: {}, base: {}, values: {}, initial: {}, focus: ''} as const;
