// The rows of the overview: what a board asks of its portfolio at a glance, and what follows meetings.
import {sayPeriod, sayShortDay} from '../../domain/calendar.ts';
import {boardOf} from '../../domain/queries/meeting/meetings.ts';
import {overview as overviewOf, type Overview} from '../../domain/queries/strategy/overview.ts';
import {type Confidences, figures, type Figures} from '../../domain/queries/strategy/figures.ts';
import {scoreOf} from '../../domain/queries/strategy/risks.ts';
import {confidences} from '../../domain/schema/values.ts';
import {statusOrder} from '../../domain/queries/strategy/portfolio.ts';
import {sayWaiting} from '../../domain/queries/public/marked.ts';
import type {Meeting} from '../../domain/schema/index.ts';
import {count, meetingStatusWords, statusWords} from '../../domain/words.ts';
import type {LinePart} from '../components/line.ts';
import {type State, todayOf} from '../state.ts';
import {confidenceTone, statusTone, type Tone} from '../theme.ts';
import type {View} from './screen.ts';
import {keyFor} from '../keys-by-name.ts';

type Summary = Overview & {figures: Figures};

let known: {database: unknown; today: string; overview: Summary} | undefined;

/** What the overview says, worked out once for all rows. */
export function summary(state: State): Summary {
	const today = todayOf(state);
	if (known?.database !== state.database || known.today !== today) {
		const {database} = state;
		const overview = {...overviewOf(database, today), figures: figures(database, today)};
		known = {database, today, overview};
	}
	return known.overview;
}

/** When a meeting is or was: day and time, the span that its paper gives, or nothing yet. */
export const whenOf = ({startsAt, period}: Meeting): string =>
	startsAt
		? `${sayShortDay(startsAt)} ${startsAt.slice(11)}`
		: period
			? sayPeriod(period)
			: 'no date yet';

/** A row behind a label. */
type Row = [path: string, label: string, ...parts: LinePart[]];

/** A number that asks for something where it is not nought. */
const wanting = (number: number, text: string, tone: Tone): LinePart => [
	number > 0 ? tone : 'plain',
	text,
];

/** What a board asks of its portfolio at a glance, a row each: Enter opens the list behind the number. */
export function figureRows({state, theme}: View): Row[] {
	const {figures: found, total} = summary(state);
	if (total === 0) return [];
	const {late, stages, confidence, next, risks, high, money} = found;
	const say = (counts: Confidences) =>
		confidences.map((one, index): LinePart => [
			counts[one] > 0 ? confidenceTone[one] : 'plain',
			`${index === 0 ? '' : ', '}${theme.spoken ? '' : `${theme.glyphs.confidence[one]} `}${counts[one]} ${one}`,
		]);
	const [first] = next;
	const [top] = risks;
	const sums = [
		money.approved && `${money.approved} approved`,
		money.forecast && `${money.forecast} forecast`,
		money.spent && `${money.spent} spent`,
	].filter(Boolean);
	return [
		...(stages
			? [
					[
						'show/stages',
						'Stages',
						stages.map(([stage, number]) => `${number} ${stage || 'without one'}`).join(', '),
					] satisfies Row,
				]
			: []),
		['show/late', 'Late', wanting(late, late === 0 ? 'none' : count(late, 'project'), 'warn')],
		...(confidence
			? [
					[
						'show/confidence',
						'Confidence',
						...say(confidence.now),
						confidence.before
							? `; last meeting ${confidences.map((one) => confidence.before?.[one]).join(', ')}${confidence.unknown === undefined ? '' : `, ${confidence.unknown} not on record`}`
							: '',
					] satisfies Row,
				]
			: []),
		...(first
			? [
					[
						'show/next',
						'Next 90 days',
						`${count(next.length, 'milestone')}, first ${first.milestone.title}, ${sayShortDay(first.on)}, ${first.project.id}`,
					] satisfies Row,
				]
			: []),
		...(top
			? [
					[
						'show/risks',
						'Risks',
						wanting(high, `${high} high`, 'bad'),
						` of ${risks.length}: ${top.risk.event} (${scoreOf(top.risk.current)})`,
					] satisfies Row,
				]
			: []),
		...(sums.length > 0 ? [['show/money', 'Money', sums.join(', ')] satisfies Row] : []),
	];
}

export function followUps(view: View): Row[] {
	const {state} = view;
	const waits = sayWaiting(state.database);
	const {next, last, decisions, awaiting, asked, approved, openActions, overdueActions} =
		summary(state);
	const tell = (meeting: Meeting) =>
		`${meeting.id}  ${boardOf(state.database, meeting)?.name ?? ''}, ${whenOf(meeting)}, ${meetingStatusWords[meeting.status].toLowerCase()}`;
	return [
		...(next
			? [
					[
						`meetings/${next.id}`,
						next.status === 'open' ? 'Meeting now' : 'Next meeting',
						tell(next),
					] satisfies Row,
				]
			: []),
		...(last ? [[`meetings/${last.id}`, 'Last meeting', tell(last)] satisfies Row] : []),
		[
			'register/decisions',
			'Decisions',
			`${decisions.length} recorded, ${count(awaiting.length, 'report')} awaiting one`,
		],
		...(asked + approved > 0
			? [
					[
						'register/requests',
						'Requests',
						wanting(asked, `${asked} asked`, 'warn'),
						approved > 0 ? `, ${approved} approved and not in effect yet` : '',
					] satisfies Row,
				]
			: []),
		[
			'register/actions',
			'Actions',
			`${openActions.length} open, `,
			wanting(overdueActions.length, `${overdueActions.length} overdue`, 'warn'),
		],
		...(waits === undefined
			? []
			: [
					[
						'waiting/all',
						'Held back',
						`${view.theme.spoken ? '' : `${view.theme.glyphs.private} `}${waits}; ${keyFor('private.list')} lists them`,
					] satisfies Row,
				]),
	];
}

/** How many projects are of each status. */
export function statusParts({state, theme}: View): LinePart[] {
	const {counts} = summary(state);
	return statusOrder
		.filter((status) => counts[status] > 0)
		.flatMap((status): LinePart[] => [
			[statusTone[status], theme.spoken ? '' : `${theme.glyphs.status[status]} `],
			`${counts[status]} ${statusWords[status]}  `,
		]);
}

/** The paths of `figureRows`, which depend on no theme. */
export function figurePaths(state: State): string[] {
	const {figures: found, total} = summary(state);
	if (total === 0) return [];
	const {stages, confidence, next, risks, money} = found;
	return [
		'show/status',
		...(stages ? ['show/stages'] : []),
		'show/late',
		...(confidence ? ['show/confidence'] : []),
		...(next.length > 0 ? ['show/next'] : []),
		...(risks.length > 0 ? ['show/risks'] : []),
		...((money.approved ?? money.forecast ?? money.spent) ? ['show/money'] : []),
	];
}
