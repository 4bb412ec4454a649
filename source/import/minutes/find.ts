import {sayPeriod} from '../../domain/calendar.ts';
import {count, cut} from '../../domain/words.ts';
import {choose} from '../candidates.ts';
import {gate} from '../gate.ts';
import {marksIn} from '../guard.ts';
import {sayParagraphs} from '../report/marking.ts';
import type {Paper} from '../read/paper.ts';
import {type Finding, longestPassage, type ImportReview} from '../review.ts';
import {attendanceOf, type Listed} from './attendance.ts';
import {type Closed, closedOf, closes} from './closed.ts';
import {type MinutedDecided, decisionsOf} from './decisions.ts';
import {actionsOf, endOf, type ToDo} from './end.ts';
import {headOf} from './head.ts';
import {type Item, itemsOf} from './items.ts';
import {minuteLines, type MinuteLine} from './lines.ts';

export const minutesWords: Record<string, string> = {
	title: 'Title',
	body: 'Body that met',
	date: 'Day of the meeting',
	time: 'Began at',
	venue: 'Place',
	present: 'Present',
	inAttendance: 'In attendance',
	apologies: 'Apologies and absent',
	exempt: 'Taken in private',
	decisions: 'Decision',
	actions: 'Action',
	nextMeeting: 'Next meeting',
	closed: 'Ended at',
};

/** A decision of minutes as it is found; `exempt` says that it was taken in private. */
export type FoundDecision = Omit<MinutedDecided, 'at' | 'to' | 'passage' | 'number' | 'doubt'> & {
	/** The number of the minute, where the book counts on from meeting to meeting. */
	minuteNumber?: string;
	exempt?: {paragraphs: number[]};
};

/** What the minutes of a meeting say: which body met when and where, who was there, what it decided, and how it went on. */
export function findMinutes(paper: Paper): ImportReview {
	const lines = minuteLines(paper);
	const items = itemsOf(lines);
	const head = choose(headOf(topOf(items)), minutesWords).map((finding) =>
		finding.field === 'date' ? {...finding, shown: sayPeriod(finding.value as string)} : finding,
	);
	const held = head.find(({field}) => field === 'date')?.value as string | undefined;
	const closed = closedOf(items, wholeMark(paper));
	// Minutes that begin with 1 count their agenda; others go on with the book.
	const isBook =
		items.some(({number}) => number !== undefined) &&
		!items.some(({number}) => /^(?:1|[2-9])$/.test(number ?? ''));
	const decided = items.flatMap((item, at) => {
		const away = closed[at];
		return decisionsOf(item).map((one) => ({one, away: closes(one.text) ? undefined : away}));
	});
	const todo = items.flatMap(actionsOf);
	const roll = attendanceOf(items);
	const name = head.find(({field}) => field === 'body')?.shown;
	const day = head.find(({field}) => field === 'date')?.shown;
	const review: ImportReview = {
		kind: 'minutes',
		title: name === undefined ? paper.name : `${name}${day === undefined ? '' : `, ${day}`}`,
		findings: [
			...head,
			...roll.map(listed),
			...privateFound(decided.flatMap(({one, away}) => (away ? [{one, away}] : []))),
			...decided.map(({one, away}, index) => decisionFound(one, away, index, isBook)),
			...todo.map(actionFound),
			...choose(endOf(items, held), minutesWords),
		],
		missing: [],
		unread: [],
		remarks: paper.remarks,
	};
	return gate(review, {
		asked: ['body', 'date', 'present', 'apologies', 'decisions'].map((field) => ({
			field,
			says: minutesWords[field] ?? field,
		})),
	});
}

/** What marks all of the minutes as private: on the edges of their pages, or above their first heading. */
function wholeMark(paper: Paper): string | undefined {
	const end = paper.blocks.findIndex(
		(block, at) => at > 0 && (block.kind === 'heading' || block.kind === 'item'),
	);
	const head = paper.blocks.slice(0, Math.min(end === -1 ? 8 : end, 8));
	return marksIn({...paper, blocks: head}).find(({of, isSure}) => of === 'whole' && isSure)?.text;
}

/** What stands above the first item that is about something: the head, and items that only open the meeting. */
function topOf(items: readonly Item[]): MinuteLine[] {
	const end = items.findIndex(
		({title}) =>
			title !== '' &&
			!/\b(?:call to order|roll call|attendance|present|apolog|opening|welcome|absen)/i.test(title),
	);
	return items
		.slice(0, end === -1 ? undefined : end)
		.flatMap(({title, at, lines}) => [
			...(title === '' ? [] : [{at, text: title, level: 0}]),
			...lines,
		])
		.slice(0, 25);
}

function listed({role, named, unread, lines}: Listed): Finding {
	return {
		id: role,
		field: role,
		says: minutesWords[role] ?? role,
		value: named.map(({name, office, absent}) => ({
			name,
			...(office === undefined ? {} : {office}),
			...(absent ? {absent} : {}),
		})),
		shown: named.map(({shown}) => shown).join('; '),
		passage: {
			from: lines[0]?.at ?? 0,
			to: lines.at(-1)?.at ?? 0,
			text: cut(lines.map(({text}) => text).join('\n'), longestPassage),
		},
		by: 'label',
		why: 'the list of who was there',
		...(unread.length > 0 ? {note: `not read as a name: “${cut(unread.join('”, “'), 120)}”`} : {}),
	};
}

/** How a decision came about, in words: who moved and seconded it, and the vote. */
const toldOf = ({
	mover,
	seconder,
	vote,
}: Pick<MinutedDecided, 'mover' | 'seconder' | 'vote'>): string[] => [
	...(mover === undefined ? [] : [`moved by ${mover}`]),
	...(seconder === undefined ? [] : [`seconded by ${seconder}`]),
	...(vote ? [`${vote.for} for, ${vote.against} against`] : []),
];

function decisionFound(
	{title, number, at, to, passage, doubt, ...one}: MinutedDecided,
	away: ReturnType<typeof closedOf>[number],
	index: number,
	isBook: boolean,
): Finding {
	const isNumber = number !== undefined && (isBook || !/^\d{1,2}$/.test(number));
	const notes = [
		...(away === undefined
			? []
			: [away.said ? `private: ${away.why}` : `private until somebody releases it: ${away.why}`]),
		...(doubt === undefined ? [] : [doubt]),
	];
	return {
		id: `decisions/${index + 1}`,
		field: 'decisions',
		says: title === '' ? `Decision ${index + 1}` : `${index + 1}. ${cut(title, 60)}`,
		value: {
			title,
			...one,
			...(isNumber ? {minuteNumber: number} : {}),
			...(away === undefined ? {} : {exempt: {paragraphs: away.paragraphs}}),
		} satisfies FoundDecision,
		shown: one.text,
		passage: {from: at, to, text: cut(`${title}\n${passage}`.trim(), longestPassage)},
		by: 'heading',
		why: ['its wording', ...toldOf(one)].join('; '),
		...(notes.length > 0 ? {note: notes.join('; ')} : {}),
	};
}

/** How many of the decisions were taken in private, for one look; that it is doubted is said. */
function privateFound(found: readonly {one: MinutedDecided; away: Closed}[]): Finding[] {
	const [first] = found;
	if (!first) return [];
	const paragraphs = [...new Set(found.flatMap(({away}) => away.paragraphs))].toSorted(
		(a, b) => a - b,
	);
	const doubted = found.filter(({away}) => !away.said);
	return [
		{
			id: 'exempt',
			field: 'exempt',
			says: minutesWords['exempt'] ?? 'exempt',
			value: {paragraphs, decisions: found.length},
			shown: `${count(found.length, 'decision')}${paragraphs.length === 0 ? '' : `, ${sayParagraphs(paragraphs)}`}`,
			passage: {
				from: first.one.at,
				to: found.at(-1)?.one.to ?? first.one.to,
				text: cut(found.map(({one}) => one.title).join('\n'), longestPassage),
			},
			by: 'place',
			why: found.map(({away}) => away.why).join('; '),
			...(doubted.length === 0
				? {}
				: {
						note: `${count(doubted.length, 'decision')} only because ${doubted[0]?.away.why ?? ''}`,
					}),
		},
	];
}

const actionFound = ({text, owner, due, title, at, passage}: ToDo, index: number): Finding => ({
	id: `actions/${index + 1}`,
	field: 'actions',
	says: title === '' ? `Action ${index + 1}` : `Action: ${cut(title, 50)}`,
	value: {text, ...(owner === undefined ? {} : {owner}), ...(due === undefined ? {} : {due})},
	shown: [
		text,
		owner === undefined ? undefined : `– ${owner}`,
		due === undefined ? undefined : `by ${sayPeriod(due)}`,
	]
		.filter((part) => part !== undefined)
		.join(' '),
	passage: {from: at, to: at, text: cut(passage, longestPassage)},
	by: 'label',
	why: '“Action”',
});
