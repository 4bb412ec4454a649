import {type PaperBlock, isEm, type Paper, textOf} from '../read/paper.ts';
import {countedIn} from './counted.ts';
import {type List, listsIn} from './outline.ts';
import type {PrioritySection} from './priorities.ts';
import {asides, type FoundProject} from './projects.ts';

/** What the record of a priority holds. */
export type FoundPriority = {
	title: string;
	aims: string[];
	workStream?: {title: string; aims: string[]};
	comments: string[];
};

/** What a priority says: its aims, its work stream and what a review commented on it; what belongs to its projects aside. */
export function priorityOf(
	paper: Paper,
	section: PrioritySection,
	projects: readonly FoundProject[],
): FoundPriority {
	const {blocks} = paper;
	const taken = new Set(projects.map(({from}) => from));
	const lists = listsIn(blocks, section.from + 1, section.to).filter(
		({entries, intro, heading}) =>
			!asides.test(intro || heading) && entries.every(({at}) => !taken.has(at)),
	);
	const isAims = ({letters, intro, heading}: List) =>
		letters ||
		isLed(intro, heading, section.title) ||
		(intro.endsWith(':') && !/project/i.test(`${heading} ${intro}`)) ||
		/\b(?:aims?|objectives?|outcomes?|goals?|we will|we want|ambitions?|commitments?|priorit)/i.test(
			`${heading} ${intro}`,
		);
	const own = lists.filter(isAims);
	const [aims, second] = own.length > 0 || lists.length !== 1 ? own : lists;
	const stream = workStreamOf(paper, section);
	const textsOf = (list: List | undefined) =>
		(list?.entries ?? []).map(({text}) => {
			const plain = text.replaceAll(/\s+/g, ' ');
			// “Objective 1: …” is the first by its place.
			return countedIn(plain)?.rest || plain;
		});
	// “Aim: a hall that is warm”: one that stands alone, behind its label.
	const single = blocks.slice(section.from + 1, section.to).flatMap((block) => {
		const text = block.kind === 'paragraph' ? textOf(block) : '';
		const [, aim = ''] = /^(?:our |the )?aims?\s*:\s*(\S.*)$/is.exec(text) ?? [];
		const [, counted = ''] =
			/^(?:objective|aim|outcome|goal) (?:[A-Z]\.?)?\d{1,2}(?:\.\d{1,2})?\s*[:.–-]?\s+(\p{Lu}.{9,})$/su.exec(
				text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()),
			) ?? [];
		const found = aim || counted;
		return found === '' ? [] : [found.replaceAll(/\s+/g, ' ')];
	});
	const inStream =
		stream !== undefined &&
		second !== undefined &&
		(second.letters || /work ?stream/i.test(`${second.intro} ${second.heading}`));
	const used = new Set(
		projects.flatMap(({from, to}) =>
			Array.from({length: to - from + 1}, (_, index) => from + index),
		),
	);
	const comments = blocks.slice(section.from, section.to).flatMap((block, index) => {
		const isComment =
			block.kind === 'paragraph' &&
			isEm(block) &&
			!used.has(section.from + index) &&
			textOf(block).length >= 40;
		return isComment ? [textOf(block)] : [];
	});
	return {
		title: section.title,
		aims: aims ? textsOf(aims) : single,
		...(inStream && stream !== undefined
			? {workStream: {title: stream, aims: textsOf(second)}}
			: {}),
		comments,
	};
}

/** Whether a list stands right below the priority's own line. */
const isLed = (intro: string, heading: string, title: string): boolean =>
	intro === '' && heading === '' ? true : intro.startsWith(title);

/** The work stream that a priority is carried out by: one that the paper names, whose name is in the priority's title. */
function workStreamOf({blocks}: Paper, {title, from, to}: PrioritySection): string | undefined {
	const named = (text: string) =>
		[
			...text.matchAll(
				/\b(\p{Lu}[\p{L}&-]+(?: (?:and )?\p{Lu}[\p{L}&-]+){0,4}) (?:work ?streams?|programme)\b/gu,
			),
		].flatMap(([, names = '']) => names.split(/ and |, /));
	const texts = (some: readonly PaperBlock[]) =>
		some.flatMap((block) =>
			block.kind === 'table' || block.kind === 'break' ? [] : [textOf(block)],
		);
	const inTitle = (name: string) =>
		title.toLowerCase().includes(name.toLowerCase()) &&
		!/^(?:the|this|our|summary|business)$/i.test(name);
	return [...texts(blocks.slice(from, to)), ...texts(blocks)].flatMap(named).find(inTitle);
}
