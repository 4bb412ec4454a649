import {type Cell, cellText} from '../read/paper.ts';
import {parseDue} from '../portfolio/cells.ts';
import {postsOf} from '../report/people.ts';
import {readStanding} from '../status.ts';
import type {FoundProject} from './projects.ts';

const ownerWords =
	/^(?:(?:project |responsible |lead |accountable )?(?:owner|lead|officer|manager|sponsor)s?|who|led by|responsib\w+)\b/;
const dueWords =
	/^(?:due|by when|when|timescales?|deadline|target date|end date|completion(?: date)?|milestone|timeframe)\b/;

/** The column of a table that says under which priority each of its rows comes. */
export const priorityColumn = ([head = []]: readonly Cell[][]): number =>
	head.findIndex((cell) =>
		/^(?:(?:strategic |council )?(?:priority|theme|ambition|goal|pillar|aim)(?: no| number)?)$/i.test(
			cellText(cell).trim(),
		),
	);

/** The projects in a table that has a column for their names; one for their status and one for comments, if it has them. */
export function projectsInTable(rows: readonly Cell[][], at: number): FoundProject[] {
	const [head = [], ...body] = rows;
	const titles = head.map((cell) => cellText(cell).toLowerCase());
	const column = (pattern: RegExp) => titles.findIndex((title) => pattern.test(title));
	const name = column(
		/^(?:(?:key |our )?(?:project|initiative|programme|name|title|action|deliverable|activity|activitie|task|scheme))s?\b|project (?:name|title)|^what we will do/,
	);
	const status = column(/status|progress|rag|state|position/);
	const owner = column(ownerWords);
	const due = column(dueWords);
	if (
		name === -1 ||
		(status === -1 && owner === -1 && due === -1 && !/project|initiative/.test(titles[name] ?? ''))
	)
		return [];
	const note = column(/comment|update|note|commentary|narrative/);
	const summary = column(/description|summary|scope|detail|purpose|what/);
	const priority = priorityColumn(rows);
	return body.flatMap((row): FoundProject[] => {
		const text = (index: number) => (index === -1 ? '' : cellText(row[index] ?? []).trim());
		const title = text(name).replaceAll('\n', ' ');
		if (title === '') return [];
		const standing = readStanding(text(status));
		const comments = [text(note), standing === undefined ? text(status) : ''].filter(
			(comment) => comment !== '',
		);
		const who = text(owner);
		const when = text(due);
		const day = parseDue(when);
		// Whoever is named has a post; a name alone stays out.
		const {posts} = postsOf(who);
		return [
			{
				title,
				summary: text(summary),
				...standing,
				...(posts[0] === undefined ? {} : {owner: posts[0]}),
				...(day === undefined ? {} : {due: day}),
				...(when !== '' && day === undefined ? {when} : {}),
				...(priority === -1 ? {} : {of: text(priority)}),
				comments,
				from: at,
				to: at,
			},
		];
	});
}
