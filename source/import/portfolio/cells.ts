import type {Database, Priority} from '../../domain/schema/index.ts';
import {cut} from '../../domain/words.ts';
import {isMonthFirst} from '../../domain/voice/dates.ts';
import {currentStrategy} from '../../domain/queries/strategy/projects.ts';
import {parseDate} from '../report/dates.ts';
import {holderOf} from '../report/people.ts';
import {bare} from '../report/words.ts';

/** How a column writes days; `mixed` where its cells show both, so that what might be either is none. */
export type DayOrder = 'day' | 'month' | 'mixed';

/** What the cells of a column show; undefined where each might be either. */
function shownOrder(cells: readonly string[]): DayOrder | undefined {
	const pairs = cells.flatMap((cell) => {
		const [, first, second] = slashed.exec(cell) ?? [];
		return first === undefined ? [] : [[Number(first), Number(second)] as const];
	});
	const isMonth = pairs.some(([, second]) => second > 12);
	const isDay = pairs.some(([first]) => first > 12);
	return isMonth && isDay ? 'mixed' : isMonth ? 'month' : isDay ? 'day' : undefined;
}

const isEither = (cell: string): boolean => {
	const [, first = '0', second = '0'] = slashed.exec(cell) ?? [];
	return first !== second && Number(first) <= 12 && Number(second) <= 12 && first !== '0';
};

/**
 * Whether the columns of a table write days day first or, as in the United States, month first: by the cells of each that
 * can be only one of them; where none of a column is, by what the other columns show; where those show nothing, as the
 * organisation does. `remarks` say what a reader could not see.
 */
export function dayOrders(
	columns: readonly (readonly string[])[],
	{organisation}: Pick<Database, 'organisation'>,
): {orders: DayOrder[]; remarks: string[]} {
	const shown = columns.map(shownOrder);
	const known = new Set(shown.filter((order) => order === 'day' || order === 'month'));
	const own = isMonthFirst(organisation.locale) ? 'month' : 'day';
	const [only] = known;
	const others = known.size === 1 && only ? only : known.size > 1 ? 'mixed' : own;
	const orders = shown.map((order) => order ?? others);
	const doubtful = columns.flatMap((cells, at) =>
		shown[at] === undefined ? cells.filter(isEither) : [],
	);
	const [example] = doubtful;
	return {
		orders,
		remarks: [
			...(orders.includes('month') && known.has('month')
				? ['days are read month first: 03/31/2027 is 31 March 2027']
				: []),
			...(orders.includes('mixed') && [...doubtful, ...columns.flat()].some(isEither)
				? [
						'some days are written month first and some day first: those that might be either are left alone',
					]
				: []),
			...(example !== undefined && known.size === 0
				? [
						`nothing in the table shows whether “${cut(example, 20)}” begins with the day or the month: it is read ${own} first, as days are written here`,
					]
				: []),
		],
	};
}

const slashed = /(?<![\d/-])(\d{1,2})[/-](\d{1,2})(?=[/-](?:\d{4}|\d{2})\b)/;

/** A day; what names a month or a year only is none. */
export function parseDue(text: string, order: DayOrder = 'day'): string | undefined {
	const [, , second = '0'] = slashed.exec(text) ?? [];
	if (order === 'mixed' && isEither(text)) return undefined;
	const isMonth = Number(second) > 12 || (order === 'month' && isEither(text));
	const found = parseDate(isMonth ? text.replace(slashed, '$2/$1') : text);
	return typeof found === 'string' ? found : undefined;
}

/** Names in one cell. */
export const listIn = (text: string): string[] =>
	text
		.split(/[;,\n]/)
		.map((part) => part.trim())
		.filter((part) => part !== '');

/**
 * A priority by its id, its number, its title or its work stream. The current strategy's count before those of
 * others.
 */
export function priorityNamed(database: Database, text: string): Priority | undefined {
	const current = currentStrategy(database);
	const all = [
		...(current?.priorities ?? []),
		...database.strategies.filter((one) => one !== current).flatMap(({priorities}) => priorities),
	];
	const key = bare(text);
	const rank = /^(?:priority|theme|pillar|p)?\s*(\d{1,2})$/i.exec(text.trim())?.[1];
	return (
		all.find(({id}) => id.toLowerCase() === text.trim().toLowerCase()) ??
		all.find(({title}) => bare(title) === key) ??
		all.find(({workStream}) => workStream !== undefined && bare(workStream.title) === key) ??
		current?.priorities.find((priority) => rank !== undefined && priority.rank === Number(rank)) ??
		all.find(({rank: place, title}) => bare(`priority ${place} ${title}`) === key)
	);
}

/** The id of a person who is called like that; else the words as they are. */
const ownerNamed = ({people}: Database, text: string): string =>
	people.find(({id, name}) => id === text || bare(name) === bare(text))?.id ?? text;

/**
 * A person whom the database knows, by name or, behind an office such as Cllr, by a surname that is nobody else's; else the post
 * that a cell names. Undefined of anybody else, whose name stays out.
 */
export function personIn(database: Database, text: string): string | undefined {
	const known = ownerNamed(database, text);
	if (known !== text) return known;
	const [, surname] =
		/^(?:cllr|councillor|mr|mrs|ms|miss|dr)\.?\s+(?:\p{L}\.?\s+)?(\p{L}[\p{L}'’-]+)$/iu.exec(
			text,
		) ?? [];
	const called = database.people.filter(
		({name}) => surname !== undefined && bare(name.split(/\s+/).at(-1) ?? '') === bare(surname),
	);
	if (called.length === 1) return called[0]?.id;
	return holderOf(text);
}

/** What the points in a table's sums are: fractions, thousands, or either. */
export type ThousandsPoint = 'fraction' | 'thousands' | 'unsure';

/** A number whose point has three digits behind it, as thousands have. */
export const pointed = /^\D{0,4}\d{1,3}\.\d{3}\D{0,4}$/;

/**
 * What the points in the sums of a column are. Whoever writes three digits behind a point and none elsewhere (2.150, 640)
 * parts thousands with it; whoever writes 2.150 alone might mean either, unless the other sums of the table show it.
 */
export function pointsIn(columns: readonly (readonly string[])[]): ThousandsPoint[] {
	const own = columns.map(pointIn);
	const all = pointIn(columns.flat());
	return own.map((point) => (point === 'unsure' ? all : point));
}

function pointIn(cells: readonly string[]): ThousandsPoint {
	const sums = cells.filter((cell) => /\d/.test(cell));
	const isPointed = sums.filter((cell) => pointed.test(cell));
	if (isPointed.length === 0) return 'fraction';
	if (sums.some((cell) => /\d\.\d{3}(?:\.\d{3}|,\d)/.test(cell))) return 'thousands';
	if (sums.some((cell) => /\d\.(?:\d{1,2}|\d{4,})\D*$|\d,\d{3}/.test(cell))) return 'fraction';
	return sums.some((cell) => /^\D{0,4}[1-9]\d{1,2}\D{0,4}$/.test(cell)) ? 'thousands' : 'unsure';
}
