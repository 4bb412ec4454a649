import type {Database} from '../../domain/schema/index.ts';
import {freeNumber, projectId} from '../../domain/queries/strategy/projects.ts';
import {count, cut} from '../../domain/words.ts';
import {
	forecastAside,
	ragAside,
	revisedAside,
	stageAside,
	titleAside,
	writtenAside,
} from './asides.ts';
import {dayOrders, pointsIn} from './cells.ts';
import {headingsAt, isWide, pick, unitAbove} from './head.ts';
import {columnsOfMilestones, milestonesIn} from './milestones.ts';
import {typedAside} from './typed.ts';
import {around, guarded} from '../guard.ts';
import {Unreadable} from '../read/paper.ts';
import {released} from '../release.ts';
import {bare} from '../report/words.ts';
import {findParts} from '../parts/find.ts';
import type {Finding, ImportReview} from '../review.ts';
import {readStanding, type Standing} from '../status.ts';
import {byFlags, type Ways} from '../ways.ts';
import {
	columnLeaves,
	columnWords,
	type PortfolioColumn,
	givenColumns,
	mapColumns,
	type Mapping,
} from './columns.ts';
import {Reader, type RowPlan} from './rows.ts';
import type {FreshProject, RowSaid} from './values.ts';
import {sayPlan} from './say.ts';
import type {SheetRow, Sheet} from './sheet.ts';

type PortfolioOptions = {
	/** What somebody said of columns (`Project Name` is `title`) and of status words (`Zorg` is `cancelled`). */
	map?: Readonly<Record<string, string>>;
	/** The priority of new projects whose row names none. */
	priority?: string;
	/** Which sheet of a workbook is read; absent is the one that holds most headings of a portfolio. */
	sheet?: string;
	/** `no`: that a table which is marked as private is public after all. */
	exempt?: string;
	/** How somebody is told to say such things; absent is with flags. */
	ways?: Ways;
};

/** What a table would change, and whether what stands around it marks it as private. */
export function findPortfolio(
	sheets: readonly Sheet[],
	database: Database,
	options: PortfolioOptions = {},
): ImportReview {
	const {sheet, head} = pick(sheetNamed(sheets, options.sheet));
	const review = findRows(sheets, database, options);
	if (options.exempt !== undefined) {
		released([], options.exempt);
		return review;
	}
	const lines = sheet.rows.flatMap((row, at) => {
		const cells = row.filter((cell) => cell.trim() !== '');
		return at < head || cells.length === 1 ? [cells.join(' ')] : [];
	});
	const {findings, remarks} = guarded(
		[],
		around(sheet.name.replace(/\.\w{2,5}$/, ''), [...(sheet.beside ?? []), ...lines]),
	);
	return {
		...review,
		findings: [...findings, ...review.findings],
		remarks: [...review.remarks, ...remarks],
	};
}

/**
 * What a table of projects would change, row by row: projects are found by id or title; what is new is added, and of
 * what is there only what differs is altered. An empty cell says nothing. What cannot be read is said, and left alone.
 */
function findRows(
	sheets: readonly Sheet[],
	database: Database,
	options: PortfolioOptions,
): ImportReview {
	const {ways = byFlags} = options;
	const wanted = sheetNamed(sheets, options.sheet);
	const {sheet, head} = pick(wanted);
	const {headings, last} = headingsAt(sheet.rows, head);
	const others = otherSheets(sheets, sheet, ways);
	const isOpen = options.exempt !== undefined;
	const parts = findParts(sheet, {headings, head, last}, database, isOpen);
	if (parts) return {...parts, remarks: [...parts.remarks, ...others]};
	const {columns, words} = partMap(options.map ?? {}, headings);
	const {given, problem} = givenColumns(columns, headings);
	if (problem !== undefined) throw new Unreadable(problem);
	const below = sheet.rows.slice(last + 1);
	const known = forecastAside(mapColumns(headings, given, below), below);
	const found = writtenAside(stageAside(ragAside(known, below), below), below);
	const mapping = typedAside(titleAside(revisedAside(found)), below);
	const milestones = milestonesIn(mapping, below);
	const ofMilestones = columnsOfMilestones(milestones);
	const isMilestone = (index: number) => ofMilestones.has(index);
	const columnsOf = (kind: 'day' | 'money') =>
		mapping.flatMap(({column}, index) =>
			(column !== undefined && columnLeaves.get(column)?.field.kind === kind) ||
			(kind === 'day' && isMilestone(index))
				? [index]
				: [],
		);
	const cellsOf = (indexes: readonly number[]) =>
		indexes.map((index) => below.map((row) => row[index] ?? ''));
	const [dayColumns, sumColumns] = [columnsOf('day'), columnsOf('money')];
	const {orders, remarks: dayRemarks} = dayOrders(cellsOf(dayColumns), database);
	const points = pointsIn(cellsOf(sumColumns));
	const days = new Map(dayColumns.map((index, at) => [index, orders[at] ?? 'day']));
	const point = new Map(sumColumns.map((index, at) => [index, points[at] ?? 'fraction']));
	const has = (column: PortfolioColumn) => mapping.some((one) => one.column === column);
	if (!has('title') && !has('id')) {
		throw new Unreadable(
			`no column is known to hold the projects’ titles: say which with ${ways.map(headings.find(Boolean) ?? 'Project', 'title')}`,
		);
	}
	const saidOf: RowSaid = {
		words,
		ways,
		priority: options.priority,
		open: isOpen,
		days,
		point,
		revised: revisedAside(found) !== found,
		wide: isWide(below),
		unit: unitAbove(sheet.rows, head),
		milestones,
	};
	const read = (fresh?: readonly FreshProject[]): RowPlan[] => {
		const reader = new Reader(database, mapping, {...saidOf, ...(fresh ? {fresh} : {})});
		return below.flatMap((row, index) => reader.plan(row, last + 2 + index) ?? []);
	};
	const alone = read();
	// Rows that name each other are read once more, when all are known that come in.
	const plans = has('dependsOn') || milestones.length > 0 ? read(freshIn(alone, database)) : alone;
	const counted = (does: RowPlan['does']) => plans.filter((plan) => plan.does === does).length;
	return {
		kind: 'portfolio',
		title: sheet.name,
		findings: [
			...mapping.map((one, index) => columnFinding(one, index, head, isMilestone(index))),
			...plans.map((plan) => rowFinding(plan, sheet.rows[plan.row - 1] ?? [], database)),
		],
		missing: (['title', 'priority', 'status'] as const)
			.filter((column) => !has(column))
			.map((column) => ({field: column, says: columnWords[column][0]})),
		unread: mapping
			.filter(
				({column, heading}, index) => column === undefined && heading !== '' && !isMilestone(index),
			)
			.map(({heading}) => ({heading, passage: {from: head, to: head, text: heading}})),
		remarks: [
			...sheet.remarks,
			`${count(counted('add'), 'project')} new, ${counted('change')} changed, ${counted('nothing')} as they are, ${counted('left out')} left out`,
			...dayRemarks,
			...(points.includes('thousands') ? ['a point in sums parts thousands: 2.150 is 2,150'] : []),
			...others,
			...leftOut(
				mapping.filter((_, index) => !isMilestone(index)),
				ways,
			),
			...(has('status')
				? []
				: [
						`no column gives the status: new projects come in as Proposed${has('confidence') ? ', those that are rated as In progress' : ''}`,
					]),
		],
	};
}

/** The sheet that somebody named. Throws Unreadable. */
function sheetNamed(sheets: readonly Sheet[], name: string | undefined): readonly Sheet[] {
	if (name === undefined) return sheets;
	const found = sheets.filter((one) => bare(one.name) === bare(name));
	if (found.length === 0)
		throw new Unreadable(
			`there is no sheet “${name}”; there is ${sheets.map((one) => one.name).join(', ')}`,
		);
	return found;
}

/** Which other sheets hold rows, and how one of them is read. */
function otherSheets(sheets: readonly Sheet[], {name}: Sheet, ways: Ways): string[] {
	const others = sheets.filter((one) => one.name !== name && one.rows.length >= 2);
	const [first] = others;
	return first
		? [
				`not read: the ${others.length === 1 ? 'sheet' : 'sheets'} ${others.map((one) => `“${cut(one.name, 40)}”`).join(', ')}; read one with ${ways.sheet(first.name)}`,
			]
		: [];
}

/** The projects that rows would bring in, each by its own id or the next one of its priority. */
function freshIn(plans: readonly RowPlan[], database: Database): FreshProject[] {
	const numbers = new Map<string, number>();
	const named = new Set(
		plans.flatMap(({changes}) =>
			changes.flatMap((change) => (change.kind === 'project/add' ? (change.id ?? []) : [])),
		),
	);
	return plans.flatMap(({row, changes}) =>
		changes.flatMap((change) => {
			if (change.kind !== 'project/add') return [];
			const {id, title: name, priority} = change;
			if (id !== undefined) return [{row, id, name}];
			let number = numbers.get(priority) ?? freeNumber(database, priority);
			while (named.has(projectId(priority, number))) number++;
			numbers.set(priority, number + 1);
			return [{row, id: projectId(priority, number), name}];
		}),
	);
}

/** Which columns are not read, and how one is brought in. */
function leftOut(mapping: Mapping, ways: Ways): string[] {
	const out = mapping.filter(
		({column, heading, given}) => column === undefined && heading !== '' && !given,
	);
	const [first] = out;
	return first
		? [
				`not read: ${out.map(({heading}) => `“${cut(heading, 40)}”`).join(', ')}; bring one in with ${ways.map(cut(first.heading, 40), 'note')}`,
			]
		: [];
}

/** The priorities that a table names, in its order: what a new database begins with that has none yet. */
export function prioritiesIn(
	sheets: readonly Sheet[],
	map: Readonly<Record<string, string>> = {},
): string[] {
	const {sheet, head} = pick(sheets);
	const {headings} = headingsAt(sheet.rows, head);
	const mapping = mapColumns(
		headings,
		givenColumns(partMap(map, headings).columns, headings).given,
	);
	const at = mapping.findIndex(({column}) => column === 'priority');
	const found = new Map<string, string>();
	for (const row of sheet.rows.slice(head + 1)) {
		const name = row[at]?.trim() ?? '';
		if (name !== '' && !found.has(bare(name))) found.set(bare(name), name);
	}
	return [...found.values()];
}

/** What was said by hand, apart: of columns, and of words in them. */
function partMap(
	map: Readonly<Record<string, string>>,
	headings: readonly string[],
): {columns: Record<string, string>; words: Map<string, Standing>} {
	const columns: Record<string, string> = {};
	const words = new Map<string, Standing>();
	const isHeading = (text: string) => headings.some((heading) => bare(heading) === bare(text));
	for (const [from, to] of Object.entries(map)) {
		const standing =
			readStanding(to.replaceAll('-', ' ')) ??
			(to === 'blocked' ? {status: 'blocked' as const} : undefined);
		if (standing && !isHeading(from)) words.set(bare(from), standing);
		else columns[from] = to;
	}
	return {columns, words};
}

const columnFinding = (
	{heading, column}: Mapping[number],
	index: number,
	row: number,
	isMilestone: boolean,
): Finding => ({
	id: `columns/${index + 1}`,
	field: 'columns',
	says: `Column “${heading}”`,
	value: column ?? null,
	shown: isMilestone ? 'a milestone' : column === undefined ? 'not read' : columnWords[column][0],
	passage: {from: row, to: row, text: heading},
	by: 'heading',
});

function rowFinding(plan: RowPlan, cells: SheetRow, database: Database): Finding {
	const {row, does, project, problems, changes} = plan;
	return {
		id: `rows/${row}`,
		field: 'rows',
		says: `Row ${row}`,
		value: plan,
		shown: sayPlan(does, project, changes, database),
		passage: {from: row - 1, to: row - 1, text: cells.filter(Boolean).join(' | ')},
		by: 'label',
		...(problems.length > 0 ? {note: problems.join('; ')} : {}),
	};
}
