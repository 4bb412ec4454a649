import {parseMoney, currencyIn} from '../../domain/money.ts';
import {dueOf, withoutDue} from '../due.ts';
import {type PaperBlock, cellText, textOf} from '../read/paper.ts';
import {holderOf, isPersonal, isPosts, postsOf} from '../report/people.ts';
import {leadingStanding} from '../status.ts';
import type {FoundProject} from './projects.ts';

const what = String.raw`(?:task|action|project|activity|deliverable|initiative|milestone)(?: \d{1,2}(?:\.\d{1,2})*)?`;
const who =
	'who|by whom|lead(?: officer| member| department)?|owner|(?:person\\(?s?\\)? )?responsible|responsibility|led by';
const when =
	'when|by when|due(?: date)?|deadline|timescale|timeline|target(?: date)?|completion(?: date)?|by|date';
const where = 'status|progress|rag';
const sum = 'budget|cost|funding';

/** Who leads something, by when it is due, where it stands, and what a line says without these. */
type Detail = Pick<
	FoundProject,
	'owner' | 'due' | 'month' | 'when' | 'status' | 'confidence' | 'budget'
> & {rest: string};

const labels: [RegExp, (said: string) => Partial<Detail>][] = [
	[new RegExp(`^(?:${who})$`, 'i'), ownerIn],
	[new RegExp(`^(?:${when})$`, 'i'), dueIn],
	[new RegExp(`^(?:${where})$`, 'i'), (said) => leadingStanding(said)?.standing ?? {}],
	[new RegExp(`^(?:${sum})$`, 'i'), moneyIn],
];
const labelled = new RegExp(
	`(?:^|[;,|.]?\\s+)(${who}|${when}|${where}|${sum})\\s*:\\s*([^:;|()]{2,80})$`,
	'i',
);

/** Whether a line says anything but what is done. */
export const hasDetail = ({rest: _rest, ...detail}: Detail): boolean =>
	detail.owner !== undefined || detail.due !== undefined || detail.when !== undefined;

/**
 * What stands at the end of a line apart from what is done: “… Who: Building Chair  When: May 2027”, “… by May 2027
 * (Head of Housing)”, “… – Head of Planning – March 2027”.
 */
export function detailOf(line: string): Detail {
	let detail: Detail = {rest: line.trim()};
	for (let step = 0; step < 5; step++) {
		const rest = detail.rest.replace(/[.;]$/, '');
		const found = labelIn(rest) ?? tailIn(rest) ?? dayIn(rest);
		if (found === undefined || found.rest.length < 3) break;
		// What stands nearest to the end was read first, and holds.
		detail = {...found, ...detail, rest: found.rest};
	}
	return detail;
}

/** “… Lead: Head of Housing”: somebody's name goes with its label, and is kept nowhere. */
function labelIn(text: string): Detail | undefined {
	const found = labelled.exec(text);
	const [whole = '', label = '', said = ''] = found ?? [];
	const read = labels.find(([called]) => called.test(label))?.[1];
	return read && {...read(said.trim()), rest: text.slice(0, text.length - whole.length)};
}

/** “… (Head of Highways, March 2028)”, “… – Head of Planning”: all of it must be a post or a day. */
function tailIn(text: string): Detail | undefined {
	const [whole = '', inner = '', after = ''] =
		/\s(?:\(([^()]{3,80})\)|[–—-]\s([^–—]{3,60}))$/u.exec(text) ?? [];
	const said = inner || after;
	if (said === '') return undefined;
	for (const list of [said.split(/[,;]\s+/), [said]]) {
		const read = list.map(partIn);
		if (read.every((one) => one !== undefined))
			return {
				...Object.assign({}, ...read),
				rest: text.slice(0, -whole.length),
			} as Detail;
	}
	return undefined;
}

/** What a part of a line's end is: a day, or whoever leads. */
function partIn(said: string): Partial<Detail> | undefined {
	const due = dueOf(said.replace(/^(?:due|by)(?: by)? /i, ''));
	if (due) return {due: due.day, ...monthOf(due)};
	const {posts, named} = postsOf(said);
	if (posts[0] !== undefined && !named && !isPersonal(said)) return {owner: posts[0]};
	const holder = /^\p{Lu}/u.test(said) && isPosts(said) ? holderOf(said, true) : undefined;
	return holder === undefined ? undefined : {owner: holder};
}

function dayIn(text: string): Detail | undefined {
	const ends = withoutDue(text);
	return ends && {due: ends.due.day, ...monthOf(ends.due), rest: ends.rest};
}

function ownerIn(said: string): Partial<Detail> {
	const holder = holderOf(said, true);
	return holder === undefined ? {} : {owner: holder};
}

function dueIn(said: string): Partial<Detail> {
	const due = dueOf(said);
	return due ? {due: due.day, ...monthOf(due)} : {when: said};
}

function moneyIn(said: string): Partial<Detail> {
	const amount = parseMoney(said);
	if (amount === undefined) return {};
	const currency = currencyIn(said);
	return {budget: {amount, ...(currency === undefined ? {} : {currency}), written: said}};
}

const monthOf = ({month}: {month?: string}) => (month === undefined ? {} : {month});

const action = new RegExp(`^${what}\\s*:\\s*(\\S.{2,400})$`, 'i');
const part = new RegExp(`^(?:${who}|${when}|${where}|${sum})\\s*:\\s*\\S`, 'i');

/** The lines below one that say who does it, by when, and where it stands. */
export function partsBelow(blocks: readonly PaperBlock[], at: number): {text: string; to: number} {
	let to = at;
	const texts: string[] = [];
	for (let next = at + 1; next < Math.min(blocks.length, at + 6); next++) {
		const block = blocks[next];
		if (block?.kind !== 'paragraph' || !part.test(textOf(block)) || textOf(block).includes('\n'))
			break;
		texts.push(textOf(block));
		to = next;
	}
	return {text: texts.join('; '), to};
}

/** The projects in lines that label each part of them, with who does it or by when. */
export function labelledProjects(
	blocks: readonly PaperBlock[],
	from: number,
	to: number,
): FoundProject[] {
	return blocks.slice(from, to).flatMap((block, index): FoundProject[] => {
		const at = from + index;
		if (block.kind === 'break' || block.kind === 'item') return [];
		const lines =
			block.kind === 'table'
				? block.rows.map((row) => row.map(cellText).join(' '))
				: textOf(block).split('\n');
		return lines.flatMap((text): FoundProject[] => {
			const [, said = ''] = action.exec(text.trim()) ?? [];
			if (said === '') return [];
			const below = block.kind === 'table' ? {text: '', to: at} : partsBelow(blocks, at);
			const {rest, ...detail} = detailOf([said, below.text].filter(Boolean).join('; '));
			return hasDetail({rest, ...detail})
				? [{title: rest, summary: rest, ...detail, comments: [], from: at, to: below.to}]
				: [];
		});
	});
}
