import type {Change} from '../../domain/changes/index.ts';
import {isVoting, openMeeting, roll, type RollLine} from '../../domain/queries/meetings.ts';
import type {AttendanceStatus, Meeting} from '../../domain/schema/index.ts';
import {openForm} from '../forms/edit.ts';
import {nextMeeting, walkPlace} from '../navigate.ts';
import {idOf} from '../screens/screen.ts';
import {push, type State, type Step, step} from '../state.ts';
import {subjectOf} from '../subject.ts';
import {writable} from './global.ts';
import type {Binding} from './binding.ts';

const commit = (state: State, changes: Change[], select?: string): Step =>
	step(state, {kind: 'commit', changes, done: {select}});

const shown = (state: State): Meeting | undefined => subjectOf(state).meeting;

/** The session may write, and the meeting on show is in one of these states. */
const when =
	(statuses: Meeting['status'][], otherwise: string) =>
	(state: State): true | string => {
		const may = writable(state);
		if (may !== true) return may;
		const meeting = shown(state);
		return meeting && statuses.includes(meeting.status) ? true : otherwise;
	};
const whenOpen = when(['open'], 'the meeting is not open: o opens it');

const itemPath = (meeting: Meeting, item: string) => `meetings/${meeting.id}/agenda/${item}`;

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

function setAttendance(state: State, to: AttendanceStatus | undefined): Step {
	const meeting = shown(state);
	const person = idOf(subjectOf(state).path);
	if (!meeting || !person) return step(state);
	const from = meeting.attendance.find((one) => one.person === person)?.status;
	if (from === to) return step(state);
	return commit(state, [{kind: 'attendance/set', meeting: meeting.id, person, from, to}]);
}

/** Whoever on the roll is not marked yet. */
function unmarked(state: State): RollLine[] {
	const meeting = shown(state);
	return meeting ? roll(state.database, meeting).filter(({attendance}) => !attendance) : [];
}

function allPresent(state: State): Step {
	const meeting = shown(state)?.id ?? '';
	const changes = unmarked(state).map(({person, role}): Change => {
		const to = isVoting(role) ? 'present' : 'in-attendance';
		return {kind: 'attendance/set', meeting, person: person.id, to};
	});
	return commit(state, changes);
}

const canTakeRoll = (state: State): true | string => {
	const may = writable(state);
	return may === true && !shown(state) ? 'there is no meeting' : may;
};

/** Why a mark would change nothing, when it would not. */
const canMark =
	(to: AttendanceStatus | undefined) =>
	(state: State): true | string => {
		const may = canTakeRoll(state);
		if (may !== true) return may;
		const person = idOf(subjectOf(state).path);
		const now = shown(state)?.attendance.find((one) => one.person === person)?.status;
		if (!person) return 'the roll has nobody on it';
		if (now !== to) return true;
		return to === undefined ? 'not marked yet' : 'marked so already';
	};

const mark = (
	key: string,
	status: AttendanceStatus | undefined,
	label: string,
	hint: string,
): Binding => ({
	scope: 'roll',
	keys: [key],
	label,
	hint,
	enabled: canMark(status),
	run: (state) => setAttendance(state, status),
});

export const meetingBindings: Binding[] = [
	{
		scope: 'meeting',
		keys: ['o'],
		label: 'Open the meeting',
		hint: 'open meeting',
		enabled(state) {
			const may = when(
				['planned', 'adjourned'],
				'only a planned or adjourned meeting can be opened',
			)(state);
			const other = openMeeting(state.database);
			return may === true && other && other.board === shown(state)?.board
				? `${other.id} of this board is open`
				: may;
		},
		run(state) {
			const meeting = shown(state);
			if (!meeting) return step(state);
			const kind = meeting.status === 'adjourned' ? 'meeting/resume' : 'meeting/open';
			return commit(state, [{kind, id: meeting.id}]);
		},
	},
	{
		scope: 'meeting',
		keys: ['t'],
		label: 'Take the roll: who is present',
		hint: 'roll',
		enabled: (state) => (shown(state) ? true : 'there is no meeting'),
		run: (state) => step(push(state, {screen: 'roll', id: shown(state)?.id})),
	},
	{
		scope: 'meeting',
		keys: ['n'],
		label: 'Next item: moves the room',
		hint: 'next item',
		enabled: whenOpen,
		run: (state) => moveBy(state, 1),
	},
	{
		scope: 'meeting',
		keys: ['p'],
		label: 'Previous item: moves the room',
		enabled: whenOpen,
		run: (state) => moveBy(state, -1),
	},
	{
		scope: 'meeting',
		keys: ['enter'],
		label: 'Take up the selected item: moves the room',
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
		scope: 'meeting',
		keys: ['e'],
		label: 'Write the note of the selected item',
		hint: 'note',
		enabled(state) {
			const may = writable(state);
			return may === true && !subjectOf(state).item ? 'select an item first' : may;
		},
		run(state) {
			const {meeting, item} = subjectOf(state);
			return step(openForm(state, 'note', {meeting: meeting?.id, item: item?.id}));
		},
	},
	{
		scope: 'meeting',
		keys: ['w'],
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
		scope: 'meeting',
		keys: ['z'],
		label: 'Adjourn the meeting (o resumes it)',
		enabled: whenOpen,
		run: (state) => commit(state, [{kind: 'meeting/adjourn', id: shown(state)?.id ?? ''}]),
	},
	{
		scope: 'meeting',
		keys: ['X'],
		label: 'Close the meeting (asks first)',
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
						...unfinished(meeting),
					],
					yes: 'Close the meeting',
					effects: [{kind: 'commit', changes: [{kind: 'meeting/close', id: meeting.id}], done: {}}],
				},
			});
		},
	},
	{
		scope: 'meeting',
		keys: ['right', ']'],
		label: 'Next meeting by date',
		run: (state) => step(nextMeeting(state, 1)),
	},
	{
		scope: 'meeting',
		keys: ['left', '['],
		label: 'Previous meeting by date',
		run: (state) => step(nextMeeting(state, -1)),
	},
	{
		scope: 'roll',
		keys: ['A'],
		label: 'Mark everybody present who is not marked yet',
		hint: 'all present',
		enabled(state) {
			const may = canTakeRoll(state);
			return may === true && unmarked(state).length === 0 ? 'everybody is marked already' : may;
		},
		run: allPresent,
	},
	mark('p', 'present', 'Present', 'present'),
	mark('a', 'apologies', 'Apologies', 'apologies'),
	mark('x', 'absent', 'Absent', 'absent'),
	mark('i', 'in-attendance', 'In attendance, without a vote', 'in attendance'),
	mark('backspace', undefined, 'Not taken', 'clear'),
];

/** Items that were never taken up, said before a meeting is closed. */
function unfinished(meeting: Meeting): string[] {
	const left = meeting.agenda.filter(({startedAt}) => !startedAt);
	if (left.length === 0) return [];
	return ['', 'Not taken up:', ...left.map(({title}) => `  ${title}`)];
}
