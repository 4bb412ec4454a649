import {sayDay} from '../../domain/calendar.ts';
import type {Change} from '../../domain/changes/index.ts';
import {wentPrivate} from '../../domain/queries/public/exempt.ts';
import {decisionsOn} from '../../domain/queries/meeting/meetings.ts';
import type {Meeting} from '../../domain/schema/index.ts';
import {openForm} from '../forms/open.ts';
import {nextMeeting, openPath, walkPlace} from '../navigate.ts';
import {push, type State, type Step, step, todayOf} from '../state.ts';
import {subjectOf} from '../subject.ts';
import type {Binding} from './binding.ts';
import {commit, itemPath, needsOpenItem, openOn, shown, when, whenOpen} from './held.ts';
import {writable} from './global.ts';
import {dueBindings} from './motions.ts';
import {goBy, goTo, isOnLast} from './moving.ts';
import {keyFor} from '../keys-by-name.ts';
import {incomplete, closing, unfinished} from './closing.ts';

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

/** Whether the public can leave or come back: something is taken in private. */
function whenPrivate(state: State): true | string {
	const may = whenOpen(state);
	const meeting = shown(state);
	return may !== true || !meeting || wentPrivate(state.database, meeting)
		? may
		: 'nothing is taken in private here';
}

/** What is announced for a day to come is not opened before it by a stray key; in practice any day will do. */
function askBeforeItsDay(state: State, meeting: Meeting, change: Change): Step {
	const announced = meeting.startsAt?.slice(0, 10);
	// Where the room begins, there the cursor is.
	const begins = meeting.currentItem ?? meeting.agenda[0]?.id;
	const done = begins === undefined ? {} : {select: itemPath(meeting, begins)};
	const isMeant = state.practice || meeting.status === 'adjourned';
	if (isMeant || announced === undefined || announced <= todayOf(state)) {
		return step(state, {kind: 'commit', changes: [change], done});
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
			effects: [{kind: 'commit', changes: [change], done}],
		},
	});
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
		run: (state) => goBy(state, 1),
	},
	{
		id: 'meeting.previous',
		scope: 'meeting',
		label: 'Previous item: moves the room',
		makes: 'meeting/move',
		enabled: whenOpen,
		run: (state) => goBy(state, -1),
	},
	{
		id: 'meeting.take-up',
		scope: 'item',
		label: 'Take up the selected item: moves the room',
		makes: 'meeting/move',
		hint: 'take up',
		enabled(state) {
			const may = whenOpen(state);
			const {meeting, item} = subjectOf(state);
			return may === true && item?.id === meeting?.currentItem
				? 'it is already the current item'
				: may;
		},
		run(state) {
			const {meeting, item} = subjectOf(state);
			return meeting ? goTo(state, meeting, item?.id) : step(state);
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
		id: 'item.walk',
		scope: 'item',
		soon: () => true,
		label: 'Walk the priority that the item is about, or the open actions',
		hint: 'walk',
		enabled(state) {
			const {item} = subjectOf(state);
			return item?.about?.priority || item?.kind === 'actions'
				? true
				: 'the item is about no priority, and not about actions';
		},
		run(state) {
			const {item, meeting} = subjectOf(state);
			if (item?.kind === 'actions') {
				return step(push(state, {screen: 'register', variant: 'actions', id: meeting?.id}));
			}
			return step(push(state, {screen: 'walk', ...walkPlace(state, item?.about?.priority)}));
		},
	},
	{
		id: 'item.note',
		scope: 'item',
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
		id: 'meeting.time',
		scope: 'item',
		label: 'Correct a time that was recorded',
		makes: 'meeting/time',
		enabled: (state) =>
			shown(state)?.openedAt === undefined
				? 'the meeting has not been opened'
				: needsOpenItem(state),
		run: (state) => openOn(state, 'time'),
	},
	{
		id: 'meeting.cancel',
		scope: 'meeting',
		label: 'Call the meeting off, or put it off to another day',
		makes: 'meeting/cancel',
		enabled: when(['planned'], 'only a planned meeting is called off'),
		run: (state) => step(openForm(state, 'cancel', {meeting: shown(state)?.id})),
	},
	{
		id: 'meeting.series',
		scope: 'meeting',
		label: 'More meetings like this one: a series, each with the proposed agenda',
		makes: 'meeting/add',
		enabled(state) {
			const may = writable(state);
			if (may !== true) return may;
			return shown(state)?.startsAt === undefined
				? `it has no day yet: ${keyFor('meeting.edit')} gives it one`
				: true;
		},
		run: (state) => step(openForm(state, 'series', {meeting: shown(state)?.id})),
	},
	{
		id: 'item.not-reached',
		scope: 'item',
		label: 'The item was not reached, or was after all',
		makes: 'agenda/dispose',
		enabled(state) {
			const may = needsOpenItem(state);
			return may === true && subjectOf(state).item?.startedAt ? 'it was taken up' : may;
		},
		run(state) {
			const {meeting, item} = subjectOf(state);
			if (!meeting || !item) return step(state);
			const {disposal: from} = item;
			const to = from === undefined ? ('not-reached' as const) : undefined;
			return commit(state, [
				{kind: 'agenda/dispose', meeting: meeting.id, item: item.id, from, to},
			]);
		},
	},
	{
		id: 'meeting.public-left',
		scope: 'meeting',
		label: 'The public left, for what is taken in private',
		makes: 'meeting/public-left',
		enabled: whenPrivate,
		run: (state) => commit(state, [{kind: 'meeting/public-left', id: shown(state)?.id ?? ''}]),
	},
	{
		id: 'meeting.readmit',
		scope: 'meeting',
		label: 'Readmit the public',
		makes: 'meeting/readmit',
		enabled: whenPrivate,
		run: (state) => commit(state, [{kind: 'meeting/readmit', id: shown(state)?.id ?? ''}]),
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
					effects: [{kind: 'commit', changes: closing(state, meeting), done: {}}],
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
