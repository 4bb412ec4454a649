import {nearest} from '../../domain/words.ts';

/** What a column can be, with the words by which it is known. */
export const columnWords = {
	id: [
		'Id',
		'id | ref | reference | project id | project ref | project reference | project no | project number | no | number | code | project code | key | ref no | unique id | pid',
	],
	title: [
		'Title',
		'title | project | project name | name | project title | initiative | programme name | activity | project / programme | work item | scheme | scheme name | project or programme',
	],
	summary: [
		'Summary',
		'summary | description | scope | project description | objective | purpose | what | overview | project summary | brief description | project scope | about',
	],
	priority: [
		'Priority',
		'priority | theme | workstream | work stream | programme | strategic priority | pillar | portfolio | corporate priority | goal | strategic objective | strategy priority | priority area | stream',
	],
	status: [
		'Status',
		'status | delivery status | project status | stage | state | current status | position | phase | overall status | progress status | lifecycle stage | project stage | delivery stage',
	],
	confidence: [
		'Confidence',
		'rag | rag status | confidence | health | brag | delivery confidence | rag rating | overall rag | brag status | rating | project rag | current rag | bragg | project health',
	],
	owner: [
		'Owner',
		'owner | project manager | lead | sro | sponsor | project lead | responsible officer | manager | lead officer | accountable officer | project owner | senior responsible owner | project sponsor | lead director | responsible | assigned to | pm',
	],
	supplier: [
		'Supplier',
		'supplier | vendor | contractor | partner | provider | suppliers | delivery partner',
	],
	due: [
		'Due',
		'due | due date | end date | finish | target date | completion date | deadline | go live | go live date | planned end | planned end date | end | finish date | target completion | target completion date | forecast end | forecast end date | completion | planned completion | delivery date | project end date | baseline end date | estimated completion | forecast completion',
	],
	budget: [
		'Budget',
		'budget | cost | total budget | budget £ | total cost | approved budget | capital budget | budget gbp | value | project budget | whole life cost | total project cost | cost £ | estimated cost',
	],
	note: [
		'Comment',
		'comment | comments | update | latest update | note | notes | commentary | progress | highlights | latest note | status update | narrative | latest position | progress update | current position | highlight | status comment | latest comments | update this period | summary of progress',
	],
	domains: ['Domains', 'domain | domains | technology domain | category'],
	objectives: ['Objectives', 'objectives | corporate objective | corporate objectives'],
	dependsOn: [
		'Depends on',
		'depends on | dependencies | dependency | predecessors | depends | dependent on',
	],
} as const satisfies Record<string, readonly [string, string]>;
export type Column = keyof typeof columnWords;

export const columns = Object.keys(columnWords) as Column[];

/** What each column of a table was taken for; undefined is not read. */
export type Mapping = {heading: string; column?: Column; given?: boolean}[];

const plain = (text: string): string =>
	text
		.toLowerCase()
		.replaceAll(/\([^()]{0,60}\)/g, ' ')
		.replaceAll(/[^\p{L}\p{N}£]+/gu, ' ')
		.trim();

const byWord = new Map(
	columns.flatMap((column) =>
		columnWords[column][1].split('|').map((word): [string, Column] => [plain(word), column]),
	),
);

/** A column by the name that somebody types: `title`, `Depends on`. */
export const columnNamed = (text: string): Column | undefined =>
	columns.find((column) => column.toLowerCase() === plain(text).replaceAll(' ', '')) ??
	byWord.get(plain(text));

/** Words beside which a heading means what it means without them: “RAG this month”, “Council priority”. */
const aside = /\b(?:this (?:month|quarter|period|week)|council|overall|reported|our|now)\b/g;

/** “Last comment” is the latest one; “RAG last month” is an old one. */
const loosely = (key: string): Column | undefined => {
	const short = key.replaceAll(aside, ' ').replaceAll(/\s+/g, ' ').trim();
	const found = byWord.get(short) ?? byWord.get(short.replace(/^last /, ''));
	return short.startsWith('last ') && found !== 'note' ? undefined : found;
};

/**
 * Columns by their headings. Of two that mean the same, the first counts, and one that says so plainly before others;
 * what was said by hand counts before all.
 */
export function mapColumns(
	headings: readonly string[],
	given: ReadonlyMap<string, Column | undefined>,
): Mapping {
	const taken = new Set([...given.values()].filter((column) => column !== undefined));
	const take = (found: Column | undefined): {column?: Column} => {
		if (found === undefined || taken.has(found)) return {};
		taken.add(found);
		return {column: found};
	};
	const plainly = headings.map((heading) => {
		const key = plain(heading);
		if (given.has(key))
			return {heading, ...(given.get(key) ? {column: given.get(key)} : {}), given: true};
		return {heading, ...take(byWord.get(key))};
	});
	return plainly.map((one) =>
		one.column === undefined && !('given' in one)
			? {...one, ...take(loosely(plain(one.heading)))}
			: one,
	);
}

/** How many columns of a row are known headings; it heads a table when they are enough. */
export const knownHeadings = (row: readonly string[]): number =>
	new Set(row.flatMap((cell) => byWord.get(plain(cell)) ?? [])).size;

/** The headings that somebody named, as `mapColumns` takes them; those that the table lacks are told with what is near. */
export function givenColumns(
	named: Readonly<Record<string, string>>,
	headings: readonly string[],
): {given: Map<string, Column | undefined>; problem?: string} {
	const given = new Map<string, Column | undefined>();
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
