import {sayDay} from '../../domain/calendar.ts';
import type {Change} from '../../domain/changes/index.ts';
import {decisionsOn, itemNumber} from '../../domain/queries/meetings.ts';
import {drafts} from '../../domain/law/completeness.ts';
import type {Meeting} from '../../domain/schema/index.ts';
import {openForm} from '../forms/open.ts';
import {nextMeeting, openPath, walkPlace} from '../navigate.ts';
import {push, type State, type Step, step, todayOf} from '../state.ts';
import {subjectOf} from '../subject.ts';
import type {Binding} from './binding.ts';
import {commit, itemPath, needsOpenItem, shown, when, whenOpen} from './held.ts';
import {dueBindings} from './motions.ts';
import {keyFor} from '../keys-by-name.ts';

/** Moves the room to another item; the cursor goes along. */
function moveTo(state: State, meeting: Meeting, item: string | undefined): Step {
	if (item === undefined || item === meeting.currentItem) return step(state);
	return commit(
		state,
		[{kind: 'meeting/move', id: meeting.id, from: meeting.currentItem, to: item}],
		itemPath(meeting, item),
	);
}

function moveBy(state: State, by: number): Step {
	const meeting = shown(state);
	if (!meeting) return step(state);
	const index = meeting.agenda.findIndex(({id}) => id === meeting.currentItem) + by;
	return moveTo(state, meeting, meeting.agenda[Math.max(0, index)]?.id);
}

/** The project or priority that the selected item is about, or else what was decided on it. */
function openAbout(state: State): State | undefined {
	const {meeting, item} = subjectOf(state);
	if (!meeting || !item) return undefined;
	const {project, priority} = item.about ?? {};
	const decision = decisionsOn(state.database, meeting.id, item.id).at(-1)?.id;
	if (project !== undefined) return openPath(state, `projects/${project}`);
	if (priority !== undefined) return openPath(state, `priorities/${priority}`);
	return decision === undefined ? undefined : openPath(state, `decisions/${decision}`);
}

/** What is announced for a day to come is not opened before it by a stray key; in practice any day will do. */
function askBeforeItsDay(state: State, meeting: Meeting, change: Change): Step {
	const announced = meeting.startsAt?.slice(0, 10);
	const isMeant = state.practice || meeting.status === 'adjourned';
	if (isMeant || announced === undefined || announced <= todayOf(state)) {
		return commit(state, [change]);
	}
	return step({
		...state,
		overlay: {
			kind: 'confirm',
			title: `Open ${meeting.id} ${meeting.title} today, ${sayDay(todayOf(state))}?`,
			lines: [
				`It is announced for ${sayDay(announced)}. ${keyFor('meeting.edit')} puts it on another day.`,
			],
			yes: 'Open it today',
			effects: [{kind: 'commit', changes: [change], done: {}}],
		},
	});
}

/** Whether the room is at the last item. */
function isOnLast(state: State): boolean {
	const meeting = shown(state);
	return meeting?.currentItem !== undefined && meeting.currentItem === meeting.agenda.at(-1)?.id;
}

export const meetingBindings: Binding[] = [
	...dueBindings,
	{
		id: 'meeting.open',
		scope: 'meeting',
		soon: () => true,
		label: 'Open the meeting',
		makes: 'meeting/open',
		hint: 'open meeting',
		enabled(state) {
			const may = when(
				['planned', 'adjourned'],
				'only a planned or adjourned meeting can be opened',
			)(state);
			const board = shown(state)?.board;
			const other = state.database.meetings.find(
				(meeting) => meeting.board === board && meeting.status === 'open',
			);
			return may === true && other ? `${other.id} of this board is open` : may;
		},
		run(state) {
			const meeting = shown(state);
			if (!meeting) return step(state);
			const kind = meeting.status === 'adjourned' ? 'meeting/resume' : 'meeting/open';
			return askBeforeItsDay(state, meeting, {kind, id: meeting.id});
		},
	},
	{
		id: 'roll.take',
		scope: 'meeting',
		soon: (state) => whenOpen(state) === true && shown(state)?.attendance.length === 0,
		label: 'Take the roll: who is present',
		hint: 'roll',
		enabled: (state) => (shown(state) ? true : 'there is no meeting'),
		run: (state) => step(push(state, {screen: 'roll', id: shown(state)?.id})),
	},
	{
		id: 'meeting.next',
		scope: 'meeting',
		soon: (state) => !isOnLast(state),
		label: 'Next item: moves the room',
		makes: 'meeting/move',
		hint: 'next item',
		enabled: whenOpen,
		run: (state) => moveBy(state, 1),
	},
	{
		id: 'meeting.previous',
		scope: 'meeting',
		label: 'Previous item: moves the room',
		makes: 'meeting/move',
		enabled: whenOpen,
		run: (state) => moveBy(state, -1),
	},
	{
		id: 'meeting.take-up',
		scope: 'meeting',
		label: 'Take up the selected item: moves the room',
		makes: 'meeting/move',
		hint: 'take up',
		enabled(state) {
			const may = whenOpen(state);
			const {meeting, item} = subjectOf(state);
			return may === true && item?.id === meeting?.currentItem
				? 'it is the current item already'
				: may;
		},
		run(state) {
			const {meeting, item} = subjectOf(state);
			return meeting ? moveTo(state, meeting, item?.id) : step(state);
		},
	},
	{
		id: 'item.open',
		scope: 'meeting',
		label: 'Open the item: all that is recorded on it',
		hint: 'open',
		enabled: (state) => (subjectOf(state).path === undefined ? 'there is no item here' : true),
		run: (state) => step(openPath(state, subjectOf(state).path)),
	},
	{
		id: 'whole.open',
		scope: 'whole',
		label: 'Open what the item is about',
		hint: 'what it is about',
		enabled: (state) => (openAbout(state) ? true : 'it is about no project, priority or decision'),
		run: (state) => step(openAbout(state) ?? state),
	},
	{
		id: 'item.note',
		scope: 'meeting',
		soon: (state) => whenOpen(state) === true,
		label: 'Write the note of the selected item',
		makes: 'agenda/note',
		hint: 'note',
		enabled: needsOpenItem,
		run(state) {
			const {meeting, item} = subjectOf(state);
			return step(openForm(state, 'note', {meeting: meeting?.id, item: item?.id}));
		},
	},
	{
		id: 'item.walk',
		scope: 'meeting',
		label: 'Walk the priority that the item is about',
		hint: 'walk',
		enabled: (state) =>
			subjectOf(state).item?.about?.priority ? true : 'the item is not about a priority',
		run(state) {
			const id = subjectOf(state).item?.about?.priority;
			return step(push(state, {screen: 'walk', ...walkPlace(state, id)}));
		},
	},
	{
		id: 'meeting.adjourn',
		scope: 'meeting',
		label: `Adjourn the meeting (${keyFor('meeting.open')} resumes it)`,
		makes: 'meeting/adjourn',
		enabled: whenOpen,
		run: (state) => commit(state, [{kind: 'meeting/adjourn', id: shown(state)?.id ?? ''}]),
	},
	{
		id: 'meeting.close',
		scope: 'meeting',
		soon: isOnLast,
		label: 'Close the meeting (asks first)',
		makes: 'meeting/close',
		hint: 'close',
		enabled: when(['open', 'adjourned'], 'only an open meeting can be closed'),
		run(state) {
			const meeting = shown(state);
			if (!meeting) return step(state);
			return step({
				...state,
				overlay: {
					kind: 'confirm',
					title: `Close ${meeting.id} ${meeting.title}?`,
					lines: [
						'Closing cannot be undone. Notes and decisions can still be written up afterwards.',
						...unfinished(state, meeting),
						...incomplete(state, meeting),
					],
					yes: 'Close the meeting',
					effects: [{kind: 'commit', changes: [{kind: 'meeting/close', id: meeting.id}], done: {}}],
				},
			});
		},
	},
	{
		id: 'meeting.later',
		scope: 'meeting',
		label: 'Next meeting by date',
		run: (state) => step(nextMeeting(state, 1)),
	},
	{
		id: 'meeting.earlier',
		scope: 'meeting',
		label: 'Previous meeting by date',
		run: (state) => step(nextMeeting(state, -1)),
	},
];

/** Decisions that are still drafts, item by item, said before a meeting is closed. */
function incomplete(state: State, meeting: Meeting): string[] {
	const found = drafts(state.database, meeting.id);
	if (found.length === 0) return [];
	return [
		'',
		'Still drafts:',
		...found.map(
			({decision, lacks}) =>
				`  item ${itemNumber(meeting, decision.item)} ${decision.id} ${decision.title}: lacks ${lacks.map(({says}) => says).join('; ')}`,
		),
	];
}

/** Items that were never taken up and on which nothing was decided, said before a meeting is closed. */
function unfinished({database}: State, meeting: Meeting): string[] {
	const left = meeting.agenda.filter(
		({id, startedAt}) => !startedAt && decisionsOn(database, meeting.id, id).length === 0,
	);
	if (left.length === 0) return [];
	return ['', 'Not taken up:', ...left.map(({title}) => `  ${title}`)];
}
