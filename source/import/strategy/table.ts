import {type Cell, cellText} from '../read/paper.ts';
import {currencyIn, parseMoney} from '../../domain/money.ts';
import {dueOf} from '../due.ts';
import {holderOf, isPosts} from '../report/people.ts';
import {readStanding, type Standing} from '../status.ts';
import {countedIn, rankOf} from './counted.ts';
import type {FoundProject} from './projects.ts';

/** What a column holds, by the stems of its heading; where none is known, by what most of its cells are. */
const stems = {
	name: /^(?:(?:key |our |strategic )?(?:project|initiative|programme|name|title|action|deliverable|activit(?:y|ie)|task|scheme|step|improvement|intervention|commitment)s?)\b|project (?:name|title)|^what (?:we|will|needs)|\baction(?: step)?s?$/,
	status: /status|progress|rag\b|\bstate\b|position/,
	owner:
		/\b(?:owner|lead|led by|responsib\w*|accountab\w*|sponsor|officer|whom?|manager|person\W*s?\W*)\b/,
	due: /^(?:due|by|by when|when|date)\b|time ?(?:scale|line|frame|table)|deadline|(?:target|end|completion|finish|delivery) date|^complet(?:ion|e by)|^milestone/,
	note: /comment|update|note|commentary|narrative/,
	summary: /description|summary|scope|detail|purpose|what/,
	money: /^(?:(?:total|capital|approved|estimated|indicative) )*(?:budget|cost|value|funding)s?\b/,
} as const;
type Role = keyof typeof stems;
const other = /measure|indicator|outcome|risk|start|baseline|kpi|success|^no\b|^ref|number|^id$/;

/** The column of each role; each column has one at most. */
function rolesOf(
	titles: readonly string[],
	body: readonly Cell[][],
): Partial<Record<Role, number>> {
	const roles: Partial<Record<Role, number>> = {};
	const taken = new Set<number>();
	const take = (role: Role, at: number) => {
		if (at === -1 || roles[role] !== undefined) return;
		roles[role] = at;
		taken.add(at);
	};
	for (const role of ['name', 'owner', 'due', 'status', 'note', 'summary', 'money'] as const)
		take(
			role,
			titles.findIndex((title, at) => !taken.has(at) && stems[role].test(title)),
		);
	const cellsAt = (at: number) =>
		body.map((row) => cellText(row[at] ?? []).trim()).filter((text) => text !== '');
	const mostly = (test: (text: string) => boolean): number =>
		titles.findIndex((title, at) => {
			const cells = cellsAt(at);
			const fit = cells.filter(test).length;
			return !taken.has(at) && !other.test(title) && fit > 0 && fit * 10 >= cells.length * 6;
		});
	take(
		'due',
		mostly((text) => dueOf(text) !== undefined),
	);
	take(
		'status',
		mostly((text) => text.length <= 30 && readStanding(text) !== undefined),
	);
	take(
		'owner',
		mostly((text) => isPosts(text) && holderOf(text, true) !== undefined),
	);
	if (roles.due !== undefined || roles.owner !== undefined || roles.status !== undefined)
		take(
			'name',
			mostly((text) => text.split(/\s+/).length >= 3),
		);
	return roles;
}

const levels =
	/^(?:(?:strategic|council|corporate|our|related|key|well-?being|service|delivery) )*(priority|theme|ambition|goal|pillar|aim|mission|outcome|objective|priorities)(?: (?:no|number|area|ref|title))?\.?$/i;

/** The column of a table that says under which priority each of its rows comes. */
export function priorityColumn([head = []]: readonly Cell[][]): number {
	const found = head.flatMap((cell, at) => {
		const [, noun] = levels.exec(cellText(cell).trim()) ?? [];
		return noun === undefined ? [] : [{at, rank: rankOf(noun.toLowerCase().replace('ies', 'y'))}];
	});
	return found.toSorted((a, b) => b.rank - a.rank || a.at - b.at)[0]?.at ?? -1;
}

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
export function projectsInTable(
	rows: readonly Cell[][],
	at: number,
	words: ReadonlyMap<string, Standing> = new Map(),
): FoundProject[] {
	const [head = [], ...body] = rows;
	// “Task: Replace the roof” is not a heading of a column.
	const titles = head.map((cell) =>
		cellText(cell)
			.toLowerCase()
			.replaceAll(/\s+/g, ' ')
			.replace(/^.*:\s*\S.*$/, ''),
	);
	if (titles.every((title) => title === '')) return [];
	const roles = rolesOf(titles, body);
	const {name = -1, status = -1, owner = -1, due: until = -1, note = -1, summary = -1} = roles;
	const money = roles.money ?? -1;
	if (
		name === -1 ||
		(status === -1 &&
			owner === -1 &&
			until === -1 &&
			!/project|initiative/.test(titles[name] ?? ''))
	)
		return [];
	const priority = priorityColumn(rows);
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
		const standing = words.get(text(status).toLowerCase()) ?? readStanding(text(status));
		const comments = [text(note), standing === undefined ? text(status) : ''].filter(
			(comment) => comment !== '',
		);
		const who = text(owner);
		const when = text(until);
		const due = dueOf(when);
		const sum = text(money);
		const amount = parseMoney(sum, titles[money] ?? '');
		// Whoever is named has a post; a name alone stays out.
		const holder = holderOf(who, true);
		return [
			{
				title,
				summary: text(summary),
				...standing,
				...(holder === undefined ? {} : {owner: holder}),
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
