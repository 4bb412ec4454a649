import {dayIn} from '../domain/calendar.ts';
import type {StrategyReview, ReviewedPriority} from '../domain/queries/strategy/review.ts';
import type {ProjectStatus} from '../domain/schema/index.ts';
import {inEnglish, type Voice, voiceOf} from '../domain/voice/index.ts';
import {confidenceWords, count, statusWords, strategyStatusWords} from '../domain/words.ts';
import {
	type Block,
	type Document,
	exampleRemark,
	heading,
	list,
	note,
	pairs,
	paragraph,
	type Text,
} from './tree.ts';

type Counts = Partial<Record<ProjectStatus, number>>;

/** A retrospective review: the strategy, its priorities, and where each of their projects got to. */
export function reviewDocument(review: StrategyReview): Document {
	const {strategy, organisation, timeZone, total, counts, latestAt, conclusion} = review;
	const manner = inEnglish(review);
	const voice = voiceOf(manner);
	const {day, period} = voice;
	return {
		title: `${strategy.title}: review of delivery`,
		manner,
		blocks: [
			...(review.example ? [exampleRemark(voice)] : []),
			...pairs(
				['Organisation', organisation],
				['Period', period(strategy.period)],
				[
					'Standing',
					strategy.status === 'current' ? undefined : strategyStatusWords[strategy.status],
				],
				['Latest comment', latestAt && day(dayIn(latestAt, timeZone))],
				['Projects', `${total}${sayCounts(counts, total)}`],
			),
			...(strategy.summary ? [paragraph(strategy.summary)] : []),
			...review.comments.map((comment) => sayComment(voice, comment, timeZone)),
			...review.priorities.flatMap((priority) => priorityBlocks(voice, priority, timeZone)),
			...concluding(conclusion),
		],
	};
}

/** What is only counted is a draft, so that nobody takes it for the organisation's own judgement. */
const concluding = ({text, drafted}: StrategyReview['conclusion']): Block[] => [
	heading(2, 'Conclusion'),
	...(drafted
		? [note('Draft, made from the counts alone; the clerk may put another in its place.')]
		: []),
	paragraph(text),
];

/** What follows a number of projects: `: 2 delivered, 1 on hold`, `, all delivered`, `, delivered`. */
function sayCounts(counts: Counts, total: number): string {
	const found = Object.entries(counts).map(([status, number]) => ({
		word: statusWords[status as ProjectStatus].toLowerCase(),
		number,
	}));
	const [first, ...others] = found;
	if (!first) return '';
	return others.length === 0
		? `, ${total > 1 ? 'all ' : ''}${first.word}`
		: `: ${found.map(({word, number}) => `${number} ${word}`).join(', ')}`;
}

type Comment = StrategyReview['comments'][number];

const sayComment = ({day}: Voice, {at, by, note: said}: Comment, timeZone: string): Block =>
	note(`${by ? `${by}, ` : ''}${day(dayIn(at, timeZone))}: ${said}`);

function priorityBlocks(voice: Voice, priority: ReviewedPriority, timeZone: string): Block[] {
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
				: `${count(total, 'project')}${sayCounts(counts, total)}.`,
		),
		...comments.map((comment) => sayComment(voice, comment, timeZone)),
		...projects.flatMap(({id, title, status, confidence, owner, due, latest}): Block[] => [
			heading(3, `${id} ${title}: ${statusWords[status]}`),
			...pairs(
				['Confidence', confidence && confidenceWords[confidence]],
				['Owner', owner],
				[
					'Due',
					status === 'delivered' || status === 'cancelled' ? undefined : due && voice.day(due),
				],
			),
			...(latest ? [paragraph(latest.note)] : []),
		]),
	];
}
