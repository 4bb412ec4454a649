import {type Cell, cellText} from '../read/paper.ts';
import {currencyIn, parseMoney} from '../../domain/money.ts';
import {dueOf} from '../due.ts';
import {isPersonal, postsOf} from '../report/people.ts';
import {readStanding} from '../status.ts';
import {countedIn} from './counted.ts';
import type {FoundProject} from './projects.ts';

const ownerWords =
	/^(?:(?:project |responsible |lead |accountable )?(?:owner|lead|officer|manager|sponsor)s?|who|led by|responsib\w+)\b/;
const dueWords =
	/^(?:due|by when|when|timescales?|deadline|target date|end date|completion(?: date)?|milestone|timeframe)\b/;

/** The column of a table that says under which priority each of its rows comes. */
export const priorityColumn = ([head = []]: readonly Cell[][]): number =>
	head.findIndex((cell) =>
		/^(?:(?:strategic |council |corporate |our |related )*(?:priority|priorities|theme|ambition|goal|pillar|aim|mission)(?: (?:no|number|area|ref))?)$/i.test(
			cellText(cell).trim(),
		),
	);

/** The text of a row that holds nothing else, or the same in each cell: what heads the rows below it. */
export function aloneIn(row: readonly Cell[]): string | undefined {
	const texts = row.map((cell) => cellText(cell).replaceAll('\n', ' ').trim());
	const filled = new Set(texts.filter((text) => text !== ''));
	const [only] = filled;
	return filled.size === 1 && row.length >= 3 ? only : undefined;
}

/** Whether a table says of its rows under which priority they come, in a column or in rows of their own. */
export const namesPriorities = (rows: readonly Cell[][]): boolean =>
	priorityColumn(rows) !== -1 ||
	rows.slice(1).some((row) => countedIn(aloneIn(row) ?? '') !== undefined);

/** The projects in a table that has a column for their names; one for their status and one for comments, if it has them. */
export function projectsInTable(rows: readonly Cell[][], at: number): FoundProject[] {
	const [head = [], ...body] = rows;
	// “Task: Replace the roof” is not a heading of a column.
	const titles = head.map((cell) =>
		cellText(cell)
			.toLowerCase()
			.replace(/^.*:\s*\S.*$/s, ''),
	);
	const column = (pattern: RegExp) => titles.findIndex((title) => pattern.test(title));
	const name = column(
		/^(?:(?:key |our )?(?:project|initiative|programme|name|title|action|deliverable|activity|activitie|task|scheme))s?\b|project (?:name|title)|^what we will do/,
	);
	const status = column(/status|progress|rag|state|position/);
	const owner = column(ownerWords);
	const until = column(dueWords);
	if (
		name === -1 ||
		(status === -1 &&
			owner === -1 &&
			until === -1 &&
			!/project|initiative/.test(titles[name] ?? ''))
	)
		return [];
	const note = column(/comment|update|note|commentary|narrative/);
	const summary = column(/description|summary|scope|detail|purpose|what/);
	const priority = priorityColumn(rows);
	const money = column(
		/^(?:(?:total|capital|approved|estimated|indicative) )*(?:budget|cost|value|funding)s?\b/,
	);
	let of = '';
	return body.flatMap((row): FoundProject[] => {
		const alone = aloneIn(row);
		if (alone !== undefined) of = alone;
		// A priority that stands beside the first of its rows holds for those below.
		const own = priority === -1 ? '' : cellText(row[priority] ?? []).trim();
		if (own !== '') of = own;
		if (alone !== undefined) return [];
		const text = (index: number) => (index === -1 ? '' : cellText(row[index] ?? []).trim());
		const title = text(name).replaceAll('\n', ' ');
		if (title === '') return [];
		const standing = readStanding(text(status));
		const comments = [text(note), standing === undefined ? text(status) : ''].filter(
			(comment) => comment !== '',
		);
		const who = text(owner);
		const when = text(until);
		const due = dueOf(when);
		const sum = text(money);
		const amount = parseMoney(sum, titles[money] ?? '');
		// Whoever is named has a post; a name alone stays out.
		const {posts} = postsOf(who, !/\n/.test(who) && !isPersonal(who));
		return [
			{
				title,
				summary: text(summary),
				...standing,
				...(posts[0] === undefined ? {} : {owner: posts[0]}),
				...(due === undefined ? {} : {due: due.day}),
				...(due?.month === undefined ? {} : {month: due.month}),
				...(when !== '' && due === undefined ? {when} : {}),
				...(amount === undefined
					? {}
					: {budget: {amount, currency: currencyIn(sum, titles[money]), written: sum}}),
				...(of === '' ? {} : {of}),
				comments,
				from: at,
				to: at,
			},
		];
	});
}
