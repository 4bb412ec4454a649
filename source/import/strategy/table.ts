import {type Cell, cellText} from '../read/paper.ts';
import {readStanding} from '../status.ts';
import type {FoundProject} from './projects.ts';

/** The projects in a table that has a column for their names; one for their status and one for comments, if it has them. */
export function projectsInTable(rows: readonly Cell[][], at: number): FoundProject[] {
	const [head = [], ...body] = rows;
	const titles = head.map((cell) => cellText(cell).toLowerCase());
	const column = (pattern: RegExp) => titles.findIndex((title) => pattern.test(title));
	const name = column(
		/^(?:(?:key |our )?(?:project|initiative|programme|name|title|action|deliverable|activity|activitie|task|scheme))s?\b|project (?:name|title)|^what we will do/,
	);
	const status = column(/status|progress|rag|state|position/);
	if (name === -1 || (status === -1 && !/project|initiative/.test(titles[name] ?? ''))) return [];
	const note = column(/comment|update|note|commentary|narrative/);
	const summary = column(/description|summary|scope|detail|purpose|what/);
	return body.flatMap((row): FoundProject[] => {
		const text = (index: number) => (index === -1 ? '' : cellText(row[index] ?? []).trim());
		const title = text(name).replaceAll('\n', ' ');
		if (title === '') return [];
		const standing = readStanding(text(status));
		const comments = [text(note), standing === undefined ? text(status) : ''].filter(
			(comment) => comment !== '',
		);
		return [{title, summary: text(summary), ...standing, comments, from: at, to: at}];
	});
}
