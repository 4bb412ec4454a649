// Milestones in columns of a table of projects: each by the name of its column, or counted with its name in a cell.
import type {Change} from '../../domain/changes/index.ts';
import type {Project} from '../../domain/schema/index.ts';
import {cut} from '../../domain/words.ts';
import {parseDate} from '../report/dates.ts';
import {bare} from '../report/words.ts';
import {type DayOrder, parseDue} from './cells.ts';
import {columnOf, type Mapping} from './columns.ts';
import type {SheetRow} from './sheet.ts';

const days = ['approved', 'forecast', 'achieved'] as const;
type Day = (typeof days)[number];

/** The columns of one milestone: the days that it has, and its name or the column that holds it. */
export type MilestoneColumns = {title: string; named?: number} & Partial<Record<Day, number>>;

const noMilestone =
	/updat|report|review|publish|as at|\brag\b|status|enter|modif|creat|last|previous|baseline|original|forecast|revis|actual|meeting|period|month|year|version/i;
const gates =
	/business case|planning|tender|contract|award|on site|complet|handover|go.?live|open|approv|design|consult|procure|pilot|launch|gate/i;

/** The words behind a milestone's name that say which of its days a column holds. */
const dayWords: readonly (readonly [RegExp, Day])[] = [
	[/^(?:forecast|expected|revised|anticipated)(?: date)?$/, 'forecast'],
	[/^(?:done|achieved|completed|reached|actual|met)(?: on| date)?$/, 'achieved'],
	[/^(?:due|due date|date|target|target date|planned|planned date|approved)$/, 'approved'],
];

/** A heading as a milestone's name and the day that its last words tell; no day where they tell none. */
function partedHeading(heading: string): {name: string; day?: Day} {
	const words = bare(heading).split(/\s+/);
	for (const length of [2, 1]) {
		const last = words.slice(-length).join(' ');
		const day = dayWords.find(([says]) => says.test(last))?.[1];
		if (day !== undefined && words.length > length)
			return {name: words.slice(0, -length).join(' '), day};
	}
	return {name: words.join(' ')};
}

const titleIn = (heading: string): string =>
	heading
		.replaceAll(/\s+/g, ' ')
		.replace(/^milestone\s*[:–-]\s*/i, '')
		.trim();

/** Whether a column that is headed by a milestone's name is known to be one by that name alone. */
export const isMilestoneName = (title: string): boolean =>
	titleIn(title) === title &&
	columnOf(title) === undefined &&
	!noMilestone.test(title) &&
	partedHeading(title).day === undefined;

/** What tells a text that is a day, or says when though it is no day: a month, a year. */
const isDay = (text: string) => parseDue(text) !== undefined;

/**
 * The milestones of a table: columns of days that are no field, each by its heading (“Business case”, “Start on site”),
 * with those beside it that say its other days (“Gateway 1 forecast”); and counted ones, “Milestone 1”, “Milestone 1 due”.
 */
export function milestonesIn(mapping: Mapping, rows: readonly SheetRow[]): MilestoneColumns[] {
	const counted = countedIn(mapping, rows);
	if (counted.length > 0) return counted;
	const free = mapping.flatMap(({heading, column, given}, index) =>
		column === undefined && !given && heading !== '' ? [{heading, index}] : [],
	);
	const found = free.flatMap(({heading, index}): (MilestoneColumns & {approved: number})[] => {
		if (columnOf(heading) !== undefined || noMilestone.test(heading)) return [];
		const cells = rows
			.map((row) => row[index]?.trim() ?? '')
			.filter((text) => /\p{L}{3}|\d/u.test(text) && !/^tb[acd]$|^n\/a$/i.test(text));
		const told = cells.filter((text) => isDay(text) || parseDate(text) !== undefined).length;
		return cells.some(isDay) && told * 10 >= cells.length * 7
			? [{title: titleIn(heading), approved: index}]
			: [];
	});
	const names = new Set(found.map(({title}) => bare(title)));
	const alone = found.filter(({title}) => {
		const {name, day} = partedHeading(title);
		return day === undefined || !names.has(name);
	});
	if (alone.length < 2 && !alone.some(({title}) => gates.test(title))) return [];
	return alone.map((one) => ({
		...one,
		...Object.fromEntries(
			free.flatMap(({heading, index}) => {
				const {name, day} = partedHeading(titleIn(heading));
				return day !== undefined && name === bare(one.title) ? [[day, index]] : [];
			}),
		),
	}));
}

/** Counted milestones: a column with their names, and columns with their days. */
function countedIn(mapping: Mapping, rows: readonly SheetRow[]): MilestoneColumns[] {
	const found = new Map<string, MilestoneColumns>();
	for (const [index, {heading, given}] of mapping.entries()) {
		const [, number, rest = ''] = /^milestone (\d{1,3})(?: (.+))?$/.exec(bare(heading)) ?? [];
		if (number === undefined || given) continue;
		const one = found.get(number) ?? {title: `Milestone ${number}`};
		const day = dayWords.find(([says]) => says.test(rest))?.[1];
		const isTitle = rest === '' || /^(?:name|title|description)$/.test(rest);
		if (day !== undefined) one[day] = index;
		else if (isTitle) one.named = index;
		found.set(number, one);
	}
	const all = [...found.values()].filter(
		(one) => one.named !== undefined && days.some((day) => one[day] !== undefined),
	);
	// “Milestone 1” with days in it is a milestone of that name.
	return all.some(({named = -1}) => rows.some((row) => isDay(row[named]?.trim() ?? ''))) ? [] : all;
}

/** Every column that belongs to a milestone. */
export const columnsOfMilestones = (milestones: readonly MilestoneColumns[]): Set<number> =>
	new Set(
		milestones.flatMap((one) =>
			[one.named, ...days.map((day) => one[day])].filter((index) => index !== undefined),
		),
	);

/**
 * What the milestones of a row would change, and what is wrong with them. The approved day of one that is there already is
 * not moved by a column; what is expected or was reached is told by it.
 */
export function milestonePlan(
	milestones: readonly MilestoneColumns[],
	row: SheetRow,
	{
		id,
		found,
		orders,
		saysNothing,
	}: {
		id: string;
		found: Project | undefined;
		orders: ReadonlyMap<number, DayOrder> | undefined;
		saysNothing: (text: string) => boolean;
	},
): {changes: Change[]; problems: string[]} {
	const problems: string[] = [];
	const cell = (index: number | undefined): string => {
		const text = index === undefined ? '' : (row[index]?.trim() ?? '');
		return saysNothing(text) || /^tb[acd]$/i.test(text) ? '' : text;
	};
	const changes = milestones.flatMap((columns): Change[] => {
		const title = columns.named === undefined ? columns.title : cell(columns.named);
		if (title === '') return [];
		const read: Partial<Record<Day, string>> = {};
		for (const day of days) {
			const text = cell(columns[day]);
			if (text === '') continue;
			const value = parseDue(text, orders?.get(columns[day] ?? -1));
			if (value === undefined)
				problems.push(`milestone “${cut(title, 40)}”: “${cut(text, 40)}” is not a day`);
			else read[day] = value;
		}
		const held = found?.milestones?.find((one) => bare(one.title) === bare(title));
		if (!held) {
			const isTold = columns.named !== undefined || Object.keys(read).length > 0;
			return isTold ? [{kind: 'milestone/add', project: id, title, ...read}] : [];
		}
		const {approved, ...told} = read;
		if (approved !== undefined && held.approved !== approved)
			problems.push(
				`milestone “${cut(title, 40)}” stands at another day already: a table of milestones alters it`,
			);
		const fields = Object.fromEntries(
			Object.entries(told)
				.filter(([day, to]) => held[day as Day] !== to)
				.map(([day, to]) => [day, {from: held[day as Day], to}]),
		);
		return Object.keys(fields).length === 0
			? []
			: [{kind: 'milestone/edit', project: id, id: held.id, fields}];
	});
	return {changes, problems};
}
