import {type PaperBlock, cellText, textOf} from '../read/paper.ts';
import {isPersonal, postsOf} from '../report/people.ts';
import {dueOf, withoutDue} from '../due.ts';
import type {FoundProject} from './projects.ts';

const what = String.raw`(?:task|action|project|activity|deliverable|initiative|milestone)(?: \d{1,2}(?:\.\d{1,2})*)?`;
const who = 'who|by whom|lead(?: officer)?|owner|responsible|responsibility|led by';
const when = 'when|by when|due|deadline|timescale|target date|by|date';

/** Who leads something and by when it is due, as a line says it, and what the line says without them. */
export type Detail = Pick<FoundProject, 'owner' | 'due' | 'month' | 'when'> & {rest: string};

const lead = new RegExp(`[;,|.]?\\s+(?:${who})\\s*:\\s*([^:;|()]{2,80})$`, 'i');
const until = new RegExp(`[;,|.]?\\s+(?:${when})\\s*:\\s*([^:;|()]{2,40})$`, 'i');

/**
 * What stands at the end of a line apart from what is done: “… Who: Building Chair  When: May 2027”, “… by May 2027
 * (Head of Housing)”.
 */
export function detailOf(line: string): Detail {
	let detail: Detail = {rest: line.trim()};
	for (let step = 0; step < 4; step++) {
		const rest = detail.rest.replace(/[.;]$/, '');
		const [whole = '', said = ''] = lead.exec(rest) ?? /\s\(([^()]{3,80})\)$/.exec(rest) ?? [];
		const {posts, named} = postsOf(said, !whole.includes('(') && !isPersonal(said));
		const isOwner = said !== '' && posts[0] !== undefined && !(whole.includes('(') && named);
		const [day = '', date = ''] = until.exec(rest) ?? [];
		const ends = withoutDue(rest);
		if (isOwner && detail.owner === undefined)
			detail = {...detail, rest: rest.slice(0, -whole.length), owner: posts[0]};
		// Somebody's name goes, and is kept nowhere.
		else if (said !== '' && !whole.includes('('))
			detail = {...detail, rest: rest.slice(0, -whole.length)};
		else if (day !== '') detail = {...detail, rest: rest.slice(0, -day.length), ...told(date)};
		else if (ends && detail.due === undefined)
			detail = {...detail, rest: ends.rest, due: ends.due.day, ...monthOf(ends.due)};
		else break;
	}
	return detail;
}

const monthOf = ({month}: {month?: string}) => (month === undefined ? {} : {month});

function told(date: string): Pick<Detail, 'due' | 'month' | 'when'> {
	const due = dueOf(date);
	return due ? {due: due.day, ...monthOf(due)} : {when: date};
}

const labelled = new RegExp(`^${what}\\s*:\\s*(\\S.{2,400})$`, 'i');

/** The projects in lines that label each part of them, with who does it or by when. */
export function labelledProject(block: PaperBlock, at: number): FoundProject[] {
	const lines =
		block.kind === 'table'
			? block.rows.map((row) => row.map(cellText).join(' '))
			: block.kind === 'break'
				? []
				: textOf(block).split('\n');
	return lines.flatMap((text): FoundProject[] => {
		const [, said = ''] = labelled.exec(text.trim()) ?? [];
		if (said === '') return [];
		const {rest, ...detail} = detailOf(said);
		return Object.keys(detail).length === 0
			? []
			: [{title: rest, summary: rest, ...detail, comments: [], from: at, to: at}];
	});
}
