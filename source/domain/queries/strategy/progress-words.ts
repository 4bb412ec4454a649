import {sayApproved, sayApprovedField, sayDelay, sayMove} from '../../approved-words.ts';
import {sayDay} from '../../calendar.ts';
import type {Database} from '../../schema/index.ts';
import {confidenceWords, count, statusWords} from '../../words.ts';
import type {MilestoneNews, RiskNews} from './progress-parts.ts';
import type {GlanceTally} from './glance.ts';
import type {Progress} from './progress.ts';

/** One thing to tell of a project: what it is about, and the sentence. */
export type ProgressLine = {label: string; text: string; isWarning?: boolean};

/** ` (46 days before the day first approved)`. */
function againstFirst({sinceOriginal: days}: MilestoneNews): string {
	if (days === undefined) return '';
	if (days === 0) return ' (on the day first approved)';
	return ` (${count(Math.abs(days), 'day')} ${days < 0 ? 'before' : 'after'} the day first approved)`;
}

const moved = ({
	title,
	from = '',
	to = '',
	moved: days = 0,
	sinceOriginal,
}: MilestoneNews): string =>
	`${title}: from ${sayDay(from)} to ${sayDay(to)}, ${count(days, 'day')} later${
		sinceOriginal === undefined || sinceOriginal === days
			? ''
			: `, ${sayDelay(sinceOriginal)} since it was first approved`
	}`;

const late = ({title, from = '', to, moved: days = 0}: MilestoneNews): string =>
	`${title}: approved for ${sayDay(from)}, ${count(days, 'day')} ago${to === undefined ? '' : `; expected ${sayDay(to)}`}`;

const risen = ({event, from, to}: RiskNews): string =>
	`${event}: ${from === undefined ? `${to}, new` : `from ${from} to ${to}`} (likelihood × impact)`;

/** Status and confidence as they are, and what they were where that changed. */
export function sayState({status, confidence, direction}: Progress): string {
	const was = status.from !== undefined && status.from !== status.to;
	const state = `${statusWords[status.to]}${was ? ` (was ${statusWords[status.from ?? status.to]})` : ''}`;
	const {from, to} = confidence;
	if (to === undefined) {
		return from === undefined || status.from === undefined
			? state
			: `${state}, no confidence told (was ${confidenceWords[from]})`;
	}
	const turn =
		from !== undefined && from !== to ? ` (was ${confidenceWords[from]}, ${direction})` : '';
	return `${state}, ${confidenceWords[to]}${turn}`;
}

/** Why a project is not green, and the way back: asked for, never a bar to anything. Undefined where it is green or not rated. */
export function sayWayBack({project}: Pick<Progress, 'project'>): ProgressLine | undefined {
	const {confidence, wayBack} = project;
	if (confidence === undefined || confidence === 'green') return undefined;
	if (wayBack?.trim()) return {label: 'Way back to green', text: wayBack};
	return confidence === 'red'
		? {label: 'Way back to green', text: 'not said yet', isWarning: true}
		: undefined;
}

/** Everything there is to tell of a project's progress, a line each; the state itself comes first. */
export function sayProgress(database: Database, progress: Progress): ProgressLine[] {
	const {project, money} = progress;
	const each = <Item>(
		label: string,
		list: readonly Item[],
		say: (item: Item) => string,
		isWarning = false,
	): ProgressLine[] =>
		list.map((item) => ({label, text: say(item), ...(isWarning ? {isWarning} : {})}));
	const wayBack = sayWayBack(progress);
	return [
		{label: progress.isNew ? 'New' : 'State', text: sayState(progress)},
		...(wayBack ? [wayBack] : []),
		...each(
			'Reached',
			progress.reached,
			(one) => `${one.title}, ${sayDay(one.on ?? '')}${againstFirst(one)}`,
		),
		...each('Slipped', progress.slipped, moved, true),
		...each('Late', progress.late, late, true),
		...each(
			'Asked',
			progress.asked,
			(one) =>
				`${sayApprovedField(project, one.field)} ${sayMove(database, project, one.field, one)} (${one.id}): ${one.reason}`,
		),
		...progress.waiting.map(({field, id, says, due, falls}) => {
			const value = project.pending?.find((one) => one.id === id)?.value;
			return {
				label: falls ? 'Falls' : due ? 'To put in place' : 'Approved',
				text: `${sayApprovedField(project, field)}: ${sayApproved(database, value)}; ${says}`,
				isWarning: due,
			};
		}),
		...each('Risk rose', progress.risen, risen, true),
		...each(
			'Came true',
			progress.cameTrue,
			({event, cameTrueOn}) => `${event}, ${sayDay(cameTrueOn ?? '')}`,
			true,
		),
		...each(
			'Risk',
			progress.overdueRisks,
			({event, reviewOn}) => `${event}: to be looked at again by ${sayDay(reviewOn ?? '')}`,
			true,
		),
		...(money
			? [{label: 'Money', text: sayMoneyOf(money), isWarning: money.over !== undefined}]
			: []),
		...each(
			'Action',
			progress.actions,
			({id, text, owner, due, overdue}) =>
				`${id} ${text}${owner ? `, ${owner}` : ''}${due ? `, due ${sayDay(due)}${overdue ? ': overdue' : ''}` : ''}`,
		),
		...each('Said', progress.notes, ({note, by}) => (by ? `${note} (${by})` : note)),
		...(progress.stale
			? [
					{
						label: 'No update',
						text:
							progress.updatedOn === undefined
								? 'nobody has said anything of it yet'
								: `not updated since ${sayDay(progress.updatedOn)}`,
						isWarning: true,
					},
				]
			: []),
	];
}

/** `approved £250,000 (was £200,000), forecast £300,000: £50,000 over, spent £120,000`. */
const sayMoneyOf = ({
	approved,
	forecast,
	spent,
	over,
	from,
}: NonNullable<Progress['money']>): string =>
	[
		approved && `approved ${approved}${from ? ` (was ${from})` : ''}`,
		forecast && `forecast ${forecast}${over ? `, ${over} over` : ''}`,
		spent && `spent ${spent}`,
	]
		.filter(Boolean)
		.join(', ');

/** What a portfolio comes to in a line: how many milestones were reached, slipped and so on. */
export function sayCounts(tally: GlanceTally): string {
	const parts: [number, string][] = [
		[tally.better, 'better'],
		[tally.worse, 'worse'],
		[tally.reached, 'reached'],
		[tally.slipped, 'slipped'],
		[tally.asked, 'asked to move'],
		[tally.late, 'late'],
		[tally.risksUp, tally.risksUp === 1 ? 'risk up' : 'risks up'],
		[tally.overdueRisks, 'overdue for review'],
		[tally.overdueActions, 'of the actions overdue'],
		[tally.stale, 'not updated'],
	];
	const told = parts.flatMap(([number, what]) => (number > 0 ? [`${number} ${what}`] : []));
	return told.length === 0 ? 'nothing has changed' : told.join(', ');
}
