// Which table holds what lies in projects and strategies, by its headings: milestones, risks, measures, readings.
import {leavesOf, type Leaf, recordTypes} from '../../domain/records/index.ts';
import {readPeriod} from '../../domain/records/periods.ts';
import {mapColumns} from '../portfolio/columns.ts';
import {bare} from '../report/words.ts';

export type PartType = 'milestone' | 'risk' | 'measure' | 'reading';

/** What a column holds: which record the part is of, a field of the part, half of a score, a period’s reading, what lies in the part. */
export type PartColumn =
	| {is: 'of' | 'id' | 'likelihood' | 'impact' | 'controls' | 'actions'}
	| {is: 'field'; leaf: Leaf}
	| {is: 'period'; period: string};

/** What tables of others call a field, beside its own label. */
const called: Record<PartType, Record<string, string>> = {
	milestone: {
		title: 'milestones | key milestone | milestone title | milestone name | milestone description',
		original:
			'original | original date | original due | original due date | original target date | baseline | baseline date',
		approved:
			'approved date | revised | revised date | revised due | revised due date | current due date | due | due date | date | target date | planned date',
		forecast: 'forecast date | expected | expected date | anticipated date',
		achieved:
			'achieved on | completed | completed on | completion date | actual | actual date | date achieved | date completed',
		note: 'notes | comment | comments | commentary | reason | reason for change | update',
	},
	risk: {
		event: 'risk | risk event | risk title | risk description | description of risk',
		cause: 'causes | risk cause | because of',
		effect: 'effects | consequence | consequences | impact description',
		current: 'score | current score | risk score | residual score | now',
		target: 'target',
		inherent: 'inherent | inherent score | gross score | initial score',
		owner: 'risk owner | lead',
		response: 'treatment | strategy',
		reviewOn: 'review | review date | next review | next review date',
		proximity: 'when',
		cameTrueOn: 'became an issue | issue since',
		closedOn: 'closed on | date closed',
	},
	measure: {
		title: 'indicator | kpi | performance indicator | performance measure | measure name',
		text: 'definition | description',
		unit: 'units | unit of measure',
		better: 'better | polarity | good is | good performance is',
		frequency: 'frequency | reported',
		tolerance: 'tolerance',
		targets: 'target | target by period',
		owner: 'lead | lead officer',
	},
	reading: {
		period: 'quarter | month | year',
		value: 'actual | reading | result | outturn',
		provisional: 'is provisional',
		note: 'notes | comment | comments | commentary',
	},
};

/** What the record is called that a part lies in, and the field by which a table is known to hold the part. */
const holders: Record<PartType, {of: readonly string[]; known: string}> = {
	milestone: {of: ['of', 'project', 'project name', 'project title', 'scheme'], known: 'title'},
	risk: {of: ['of', 'project', 'project name', 'project title', 'scheme'], known: 'event'},
	reading: {of: ['of', 'measure', 'indicator', 'kpi', 'performance indicator'], known: 'period'},
	measure: {of: ['of', 'strategy'], known: 'title'},
};

/** A period as a heading says it: `2026-Q2`, or a quarter of a financial year from April, of which `Q1 2026/27` is the second of 2026. */
export function periodOf(heading: string): string | undefined {
	const [, quarter, from, to] =
		/^q([1-4])[\s,:-]*(20\d\d)\s*[/–-]\s*(?:20)?(\d\d)$/i.exec(heading.trim()) ?? [];
	if (from === undefined) return readPeriod(heading);
	const year = Number(from);
	if (Number(to) !== (year + 1) % 100) return undefined;
	return quarter === '4' ? `${year + 1}-Q1` : `${year}-Q${Number(quarter) + 1}`;
}

function columnsOf(type: PartType, headings: readonly string[]): (PartColumn | undefined)[] {
	const taken = new Set<string>();
	const leaves = leavesOf(recordTypes[type].fields).filter(
		({field}) => field.kind !== 'kept' && field.kind !== 'list',
	);
	const words = new Map<string, Leaf>();
	for (const leaf of leaves) {
		for (const word of [leaf.field.label, ...(called[type][leaf.path]?.split('|') ?? [])]) {
			if (!words.has(bare(word))) words.set(bare(word), leaf);
		}
	}
	const found = (heading: string): PartColumn | undefined => {
		const word = bare(heading);
		if (word === 'id') return {is: 'id'};
		if (holders[type].of.includes(word)) return {is: 'of'};
		if (type === 'risk' && (word === 'likelihood' || word === 'impact')) return {is: word};
		if (type === 'risk' && /^(?:existing )?controls?$/.test(word)) return {is: 'controls'};
		if (type === 'risk' && /^(?:further actions?|mitigations?|mitigating actions?)$/.test(word))
			return {is: 'actions'};
		const leaf = words.get(word);
		if (leaf) return {is: 'field', leaf};
		const period = type === 'measure' ? periodOf(heading) : undefined;
		return period === undefined ? undefined : {is: 'period', period};
	};
	return headings.map((heading) => {
		const column = found(heading);
		if (!column) return undefined;
		const key =
			column.is === 'field' ? column.leaf.path : column.is === 'period' ? column.period : column.is;
		if (taken.has(key)) return undefined;
		taken.add(key);
		return column;
	});
}

/**
 * What a table holds, if it is one of what lies in projects and strategies: it has a column for what its rows are, and for
 * milestones, risks and readings one that says of which project or measure. Undefined of any other table.
 */
export function partTableOf(
	headings: readonly string[],
): {type: PartType; columns: (PartColumn | undefined)[]} | undefined {
	// A table that says of each row its priority or the member who answers for it lists projects, each with a milestone.
	const isOfProjects = mapColumns(headings, new Map()).some(
		({column}) => column === 'priority' || column === 'portfolioHolder',
	);
	for (const type of ['milestone', 'risk', 'reading', 'measure'] as const) {
		if (type === 'milestone' && isOfProjects) continue;
		const columns = columnsOf(type, headings);
		const fields = columns.flatMap((column) => (column?.is === 'field' ? [column.leaf.path] : []));
		const hasOf = columns.some((column) => column?.is === 'of');
		const others = columns.filter(Boolean).length - (hasOf ? 1 : 0);
		if (fields.includes(holders[type].known) && (hasOf || type === 'measure') && others >= 2)
			return {type, columns};
	}
	return undefined;
}
