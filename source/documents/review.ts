import {dayIn, sayDay, sayPeriod} from '../domain/calendar.ts';
import type {Review, ReviewedPriority} from '../domain/queries/review.ts';
import type {ProjectStatus} from '../domain/schema/index.ts';
import {confidenceWords, count, statusWords} from '../domain/words.ts';
import {
	type Block,
	type Document,
	heading,
	list,
	note,
	pairs,
	paragraph,
	type Text,
} from './tree.ts';

type Counts = Partial<Record<ProjectStatus, number>>;

/** A retrospective review: the strategy, its priorities, and where each of their projects got to. */
export function reviewDocument(review: Review): Document {
	const {strategy, organisation, timeZone, total, counts, latestAt, conclusion} = review;
	return {
		title: `${strategy.title}: review of delivery`,
		blocks: [
			...pairs(
				['Organisation', organisation],
				['Period', sayPeriod(strategy.period)],
				['Standing', strategy.status === 'current' ? undefined : strategy.status],
				['Latest comment', latestAt && sayDay(dayIn(latestAt, timeZone))],
				['Projects', `${total}${total > 0 ? `: ${sayCounts(counts)}` : ''}`],
			),
			...(strategy.summary ? [paragraph(strategy.summary)] : []),
			...review.comments.map((comment) => sayComment(comment, timeZone)),
			...review.priorities.flatMap((priority) => priorityBlocks(priority, timeZone)),
			heading(2, 'Summary'),
			paragraph(conclusion.join(' ')),
		],
	};
}

const sayCounts = (counts: Counts): string =>
	Object.entries(counts)
		.map(([status, number]) => `${number} ${statusWords[status as ProjectStatus].toLowerCase()}`)
		.join(', ');

type Comment = Review['comments'][number];

const sayComment = ({at, by, note: said}: Comment, timeZone: string): Block =>
	note(`${by ? `${by}, ` : ''}${sayDay(dayIn(at, timeZone))}: ${said}`);

function priorityBlocks(priority: ReviewedPriority, timeZone: string): Block[] {
	const {rank, title, summary, aims, projects, counts, comments, workStream} = priority;
	const total = projects.length;
	return [
		heading(2, `Priority ${rank}: ${title}`),
		...(summary ? [paragraph(summary)] : []),
		...list(aims.map(({id, text}): Text => [{strong: `Aim ${id}.`}, ` ${text}`])),
		...(workStream ? [paragraph(`Work stream: ${workStream.title}.`)] : []),
		paragraph(
			total === 0
				? 'No project is named under this priority.'
				: `${count(total, 'project')}: ${sayCounts(counts)}.`,
		),
		...comments.map((comment) => sayComment(comment, timeZone)),
		...projects.flatMap(({id, title, status, confidence, owner, due, latest}): Block[] => [
			heading(3, `${id} ${title}: ${statusWords[status]}`),
			...pairs(
				['Confidence', confidence && confidenceWords[confidence]],
				['Owner', owner],
				['Due', status === 'delivered' || status === 'cancelled' ? undefined : due && sayDay(due)],
			),
			...(latest ? [paragraph(latest.note)] : []),
		]),
	];
}
