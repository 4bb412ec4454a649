import {type Leaf, leavesOf} from '../../domain/records/field.ts';
import {projectFields} from '../../domain/records/project.ts';
import {nearest} from '../../domain/words.ts';

/** The fields of a project that a table can have a column for. */
type Headed = {
	[Name in keyof typeof projectFields]: (typeof projectFields)[Name] extends {headings: unknown}
		? Name
		: never;
}[keyof typeof projectFields];
export type PortfolioColumn =
	| Headed
	| 'inTime'
	| 'inCost'
	| 'inBenefits'
	| 'firstBudget'
	| 'budget'
	| 'forecastCost'
	| 'spent'
	| 'criteria'
	| 'note';

type Words = readonly [says: string, exact: string, stems: RegExp, not: RegExp];

/** What parts of fields are called as columns. */
const parts: Record<string, PortfolioColumn> = {
	'confidences.time': 'inTime',
	'confidences.cost': 'inCost',
	'confidences.benefits': 'inBenefits',
	'money.original': 'firstBudget',
	'money.approved': 'budget',
	'money.forecast': 'forecastCost',
	'money.spent': 'spent',
};

/** The columns with the field that each is read into; what was said of a project is none of its fields. */
export const columnLeaves = new Map<PortfolioColumn, Leaf>(
	leavesOf(projectFields).flatMap((leaf) =>
		leaf.field.headings ? [[parts[leaf.path] ?? (leaf.path as Headed), leaf]] : [],
	),
);

const note: Words = [
	'Comment',
	'comment | comments | note | notes | commentary | progress | highlights | highlight | update | narrative',
	/\b(?:commentary|comments?|update|progress|narrative|highlights?|notes?)\b/,
	/\bdate|last (?:month|quarter|period|week)|on schedule|on budget|whole life|variance|status\b/,
];

/**
 * What a column is called here, its very headings, and the stems by which any other is known. `not` are words beside which
 * a heading is about something else. Stems are asked after headings, in this order.
 */
export const columnWords = Object.fromEntries([
	...[...columnLeaves].map(([column, {field}]) => [
		column,
		[field.label, ...(field.headings ?? [])],
	]),
	['criteria', ['Criteria', 'criteria | criteria met', /(?!)/, /(?!)/]],
	['note', note],
]) as Record<PortfolioColumn, Words>;

export const columns = Object.keys(columnWords) as PortfolioColumn[];

/** What each column of a table was taken for; undefined is not read. */
export type Mapping = {heading: string; column?: PortfolioColumn; given?: boolean}[];

const plain = (text: string): string =>
	text
		.toLowerCase()
		// “RAG (last month)” is not “RAG”.
		.replaceAll(/\((?!(?:last|previous|prior|this|current)\b)[^()]{0,60}\)/g, ' ')
		.replaceAll('#', ' no ')
		.replaceAll(/(?<=\p{L}\W{1,3})[£$€]\s?['’]?(?:000|k|m|bn)s?\b/gu, ' ')
		.replaceAll(/[^\p{L}\p{N}£]+/gu, ' ')
		.trim();

const byWord = new Map(
	columns.flatMap((column) =>
		columnWords[column][1]
			.split('|')
			.map((word): [string, PortfolioColumn] => [plain(word), column]),
	),
);

/** A column by the name that somebody types: `title`, `Depends on`. */
const columnNamed = (text: string): PortfolioColumn | undefined =>
	columns.find((column) => column.toLowerCase() === plain(text).replaceAll(' ', '')) ??
	byWord.get(plain(text));

/** Words beside which a heading means what it means without them: “RAG this month”, “Council priority”. */
const aside =
	/\b(?:this (?:month|quarter|period|week)|current$|council|overall|reported|our|now)\b/g;

/** What was true before, and says nothing of now. */
const before = /\b(?:previous|prior|last (?:month|quarter|period|week|year))\b/;

/** “Last comment” is the latest one; “RAG last month” is an old one. */
const loosely = (heading: string): PortfolioColumn | undefined => {
	const key = plain(heading);
	if (before.test(key)) return undefined;
	const short = key.replaceAll(aside, ' ').replaceAll(/\s+/g, ' ').trim();
	const found = byWord.get(short) ?? byWord.get(short.replace(/^last /, ''));
	if (short.startsWith('last ') && found !== 'note') return undefined;
	return (
		found ??
		columns.find((column) => {
			const [, , stems, not] = columnWords[column];
			return stems.test(short) && !not.test(short);
		})
	);
};

/** The column that a heading by itself is known for. */
export const columnOf = (heading: string): PortfolioColumn | undefined =>
	byWord.get(plain(heading)) ?? loosely(heading);

/**
 * Columns by their headings. Of two that mean the same, the first counts that holds anything, and one that says so
 * plainly before others; what was said by hand counts before all.
 */
export function mapColumns(
	headings: readonly string[],
	given: ReadonlyMap<string, PortfolioColumn | undefined>,
	rows: readonly (readonly string[])[] = [],
): Mapping {
	const taken = new Set([...given.values()].filter((column) => column !== undefined));
	const isEmpty = (index: number) =>
		rows.length > 0 && rows.every((row) => (row[index] ?? '').trim() === '');
	const mapping: Mapping = headings.map((heading) => {
		const key = plain(heading);
		return given.has(key)
			? {heading, ...(given.get(key) ? {column: given.get(key)} : {}), given: true}
			: {heading};
	});
	for (const look of [(heading: string) => byWord.get(plain(heading)), loosely]) {
		for (const wantsFilled of [true, false]) {
			for (const [index, one] of mapping.entries()) {
				if (one.column !== undefined || one.given || (wantsFilled && isEmpty(index))) continue;
				const found = look(one.heading);
				if (found === undefined || taken.has(found)) continue;
				taken.add(found);
				one.column = found;
			}
		}
	}
	return mapping;
}

/** How many columns of a row are known headings; it heads a table when they are enough. */
export const knownHeadings = (row: readonly string[]): number =>
	new Set(row.flatMap((cell) => (cell.length > 160 ? [] : (columnOf(cell) ?? []))).filter(Boolean))
		.size;

/** The headings that somebody named, as `mapColumns` takes them; those that the table lacks are told with what is near. */
export function givenColumns(
	named: Readonly<Record<string, string>>,
	headings: readonly string[],
): {given: Map<string, PortfolioColumn | undefined>; problem?: string} {
	const given = new Map<string, PortfolioColumn | undefined>();
	const known = new Map(headings.map((heading) => [plain(heading), heading]));
	for (const [heading, word] of Object.entries(named)) {
		const key = plain(heading);
		if (!known.has(key)) {
			const [near] = nearest(key, [...known.keys()]);
			return {
				given,
				problem: `there is no column “${heading}”${near === undefined ? `; there is ${headings.filter(Boolean).join(', ')}` : `; did you mean ${known.get(near)}?`}`,
			};
		}
		const column = /^(?:ignore|skip|none|-)$/i.test(word) ? undefined : columnNamed(word);
		if (column === undefined && !/^(?:ignore|skip|none|-)$/i.test(word)) {
			return {
				given,
				problem: `a column cannot be “${word}”; it is one of ${columns.join(', ')}, or ignore`,
			};
		}
		given.set(key, column);
	}
	return {given};
}
