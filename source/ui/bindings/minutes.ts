import {numbersToGive, skippedBy} from '../../domain/rules/minute-numbers.ts';
import {unrecordedIn} from '../../domain/queries/minutes/unrecorded.ts';
import {sayDay} from '../../domain/calendar.ts';
import {
	approvingMeeting,
	dueForPublication,
	type MinutesStep,
	whyNotYet,
} from '../../domain/queries/minutes/steps.ts';
import {currentStrategy} from '../../domain/queries/strategy/projects.ts';
import {drafts, type Lack} from '../../domain/law/completeness.ts';
import type {Decision} from '../../domain/schema/index.ts';
import {count} from '../../domain/words.ts';
import {openForm} from '../forms/open.ts';
import {canMend, mend, mendKind} from '../mend.ts';
import {nextMeeting} from '../navigate.ts';
import {sayRefusal} from '../refusal.ts';
import {atPlace, type State, type Step, step, todayOf} from '../state.ts';
import type {Binding} from './binding.ts';
import {writable} from './global.ts';
import {shown} from './held.ts';
import {keyFor} from '../keys-by-name.ts';

/** The session may write, and the minutes on show can take a step. */
const can =
	(wanted: MinutesStep) =>
	(state: State): true | string => {
		const may = writable(state);
		if (may !== true) return may;
		const meeting = shown(state);
		if (!meeting) return 'there is no meeting';
		const why = whyNotYet(state.database, meeting, wanted);
		return why ? sayRefusal(why) : true;
	};

const says = (lacks: readonly Lack[]): string => lacks.map(({says}) => says).join('; ');

/** `D-3 Budget: lacks the reasons`, one to a line, under a heading; nothing where nothing is lacking. */
const incompleteLines = (
	heading: string,
	incomplete: readonly {decision: Decision; lacks: Lack[]}[],
): string[] =>
	incomplete.length === 0
		? []
		: [
				'',
				heading,
				...incomplete.map(
					({decision, lacks}) => `  ${decision.id} ${decision.title}: lacks ${says(lacks)}`,
				),
			];

/** What nobody recorded, under a heading; nothing where all was. */
const notRecorded = (clauses: readonly string[]): string[] =>
	clauses.length === 0
		? []
		: ['', 'Not recorded, and so not in the minutes:', ...clauses.map((clause) => `  ${clause}`)];

/** The minute numbers that are given with the issue; they stand from then on. */
const numbered = (numbers: readonly string[]): string[] =>
	numbers.length === 0
		? []
		: ['', `Minute numbers are given, and stand: ${numbers[0]} to ${numbers.at(-1)}.`];

function issue(state: State): Step {
	const meeting = shown(state);
	if (!meeting) return step(state);
	if (skippedBy(state.database, meeting))
		return step(openForm(state, 'skip', {meeting: meeting.id}));
	const version = (meeting.minutes?.seals?.length ?? 0) + 1;
	return step({
		...state,
		overlay: {
			kind: 'confirm',
			title: `Issue version ${version} of the minutes of ${meeting.id} ${meeting.title}?`,
			lines: [
				'A version that was given out cannot be called back; its seal is printed on it.',
				...incompleteLines('Not complete yet:', drafts(state.database, meeting.id)),
				...notRecorded(unrecordedIn(state.database, meeting)),
				...numbered(numbersToGive(state.database, meeting).map(({number}) => number)),
			],
			yes: 'Issue them',
			effects: [
				{kind: 'commit', changes: [{kind: 'minutes/issue', meeting: meeting.id}], done: {}},
			],
		},
	});
}

function approve(state: State): Step {
	const meeting = shown(state);
	const by = meeting && approvingMeeting(state.database, meeting);
	if (!meeting || !by) return step(state);
	return step({
		...state,
		overlay: {
			kind: 'confirm',
			title: `Approved as a correct record at ${by.id} ${by.title}?`,
			lines: [
				`The minutes of ${meeting.id} ${meeting.title}. From then on they are only corrected, with a reason.`,
				...(by.status === 'open'
					? [
							`On the Meeting screen ${keyFor('item.approve-minutes')} records the resolution as well, in one act.`,
						]
					: []),
			],
			yes: 'Approved',
			effects: [
				{
					kind: 'commit',
					changes: [{kind: 'minutes/approve', meeting: meeting.id, by: by.id}],
					done: {},
				},
			],
		},
	});
}

function canPublish(state: State): true | string {
	const may = writable(state);
	if (may !== true) return may;
	const meeting = shown(state);
	if (!meeting) return 'there is no meeting';
	if (meeting.status === 'planned') return `${meeting.id} has not been held yet`;
	const {complete, incomplete} = dueForPublication(state.database, meeting.id);
	if (meeting.status === 'closed' || complete.length > 0) return true;
	return incomplete.length > 0
		? `none of its decisions is complete yet: ${keyFor('minutes.mend')} mends the first`
		: 'there is nothing to publish before it is closed';
}

/** One act for each decision, so that one that is refused does not hold the others up; then the papers. */
function publish(state: State): Step {
	const meeting = shown(state);
	if (!meeting) return step(state);
	const {complete, incomplete} = dueForPublication(state.database, meeting.id);
	const on = todayOf(state);
	return step({
		...state,
		overlay: {
			kind: 'confirm',
			title:
				complete.length > 0
					? `Publish ${count(complete.length, 'decision')} of ${meeting.id} today, ${sayDay(on)}?`
					: `Write the papers of ${meeting.id} ${meeting.title} again?`,
			lines: [
				...complete.map(({id, title}) => `  ${id} ${title}`),
				...incompleteLines(
					`Not complete, so not published (${keyFor('minutes.mend')} mends the first):`,
					incomplete,
				),
				'',
				'Their notices and the minutes are written into a folder beside the database.',
			],
			yes: complete.length > 0 ? 'Publish' : 'Write them',
			effects: [
				...complete.map(({id}) => ({
					kind: 'commit' as const,
					changes: [{kind: 'decision/publish', id, on}],
					done: {},
				})),
				{kind: 'papers', meeting: meeting.id},
			],
		},
	});
}

/** The keys that go from meeting to meeting, by date. */
export const turn = (scope: 'minutes' | 'lawful'): Binding[] => [
	{
		id: `${scope}.later`,
		scope,
		label: 'The next meeting by date',
		run: (state) => step(atPlace(nextMeeting(state, 1), {scroll: 0})),
	},
	{
		id: `${scope}.earlier`,
		scope,
		label: 'Previous meeting',
		run: (state) => step(atPlace(nextMeeting(state, -1), {scroll: 0})),
	},
];

/** The strategy that is concluded: the current one, whose review is written while it ends. */
const concluded = (state: State) => currentStrategy(state.database) ?? state.database.strategies[0];

export const minutesBindings: Binding[] = [
	{
		id: 'minutes.mend',
		scope: 'minutes',
		label: 'Mend what is incomplete: the first decision, the field that it lacks',
		makes: mendKind,
		hint: 'mend',
		enabled: canMend,
		run: mend,
	},
	{
		id: 'minutes.issue',
		scope: 'minutes',
		label: 'Issue the minutes: a version with its seal (asks first)',
		makes: 'minutes/issue',
		hint: 'issue',
		enabled: can('issue'),
		run: issue,
	},
	{
		id: 'minutes.approve',
		scope: 'minutes',
		label: 'Approved as a correct record at a later meeting (asks first)',
		makes: 'minutes/approve',
		hint: 'approve',
		enabled: can('approve'),
		run: approve,
	},
	{
		id: 'minutes.sign',
		scope: 'minutes',
		label: 'Record the signature',
		makes: 'minutes/sign',
		hint: 'sign',
		enabled: can('sign'),
		run: (state) => step(openForm(state, 'sign', {meeting: shown(state)?.id})),
	},
	{
		id: 'minutes.correct',
		scope: 'minutes',
		label: 'Correct approved minutes, with a reason',
		makes: 'minutes/correct',
		hint: 'correct',
		enabled: can('correct'),
		run: (state) => step(openForm(state, 'correct-minutes', {meeting: shown(state)?.id})),
	},
	{
		id: 'minutes.publish',
		scope: 'minutes',
		label: 'Publish all complete decisions and write the papers (asks first)',
		makes: 'decision/publish',
		hint: 'publish',
		enabled: canPublish,
		run: publish,
	},
	{
		id: 'minutes.conclude',
		scope: 'minutes',
		label: 'Write the conclusion of the strategy’s review',
		makes: 'strategy/conclude',
		enabled(state) {
			const may = writable(state);
			return may === true && !concluded(state) ? 'the database holds no strategy' : may;
		},
		run: (state) => step(openForm(state, 'conclude', {strategy: concluded(state)?.id})),
	},
	...turn('minutes'),
];
