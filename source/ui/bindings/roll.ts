import type {Change} from '../../domain/changes/index.ts';
import {comesLate, roll, type RollLine} from '../../domain/queries/meeting/meetings.ts';
import {isVoting, markOf, presentAt} from '../../domain/rules/presence.ts';
import type {Attendance, RollMark} from '../../domain/schema/index.ts';
import {openForm} from '../forms/open.ts';
import {idOf} from '../screens/screen.ts';
import {type State, type Step, step} from '../state.ts';
import {subjectOf} from '../subject.ts';
import type {Binding} from './binding.ts';
import {settled, writable} from './global.ts';
import {commit, commitLooking, noteInstead, shown, when} from './held.ts';

function setAttendance(state: State, to: RollMark | undefined): Step {
	const meeting = shown(state);
	const person = idOf(subjectOf(state).path);
	if (!meeting || !person) return step(state);
	const from = markOf(meeting, person);
	// Whoever was only to come late, and now sends apologies for not coming.
	const late = to === 'apologies' && isLate(state) ? false : undefined;
	if (from === to && late === undefined) return step(state);
	return commitLooking(state, [
		{kind: 'attendance/set', meeting: meeting.id, person, from, to, late},
	]);
}

/** Whether the person under the cursor sent apologies for coming late. */
function isLate(state: State): boolean {
	const meeting = shown(state);
	const person = idOf(subjectOf(state).path);
	return meeting !== undefined && person !== undefined && comesLate(meeting, person);
}

/** Notes apologies for coming late beside how somebody is marked, or takes them back. */
function noteLate(state: State): Step {
	const meeting = shown(state);
	const person = idOf(subjectOf(state).path);
	if (!meeting || !person) return step(state);
	const from = markOf(meeting, person);
	const {status, for: member} = lineOf(state) ?? {};
	return commitLooking(state, [
		{
			kind: 'attendance/set',
			meeting: meeting.id,
			person,
			from,
			to: from === 'apologies' ? undefined : (status ?? from),
			for: member,
			late: !isLate(state),
		},
	]);
}

/** Whoever on the roll is not marked yet. */
function unmarked(state: State): RollLine[] {
	const meeting = shown(state);
	return meeting ? roll(state.database, meeting).filter(({mark}) => !mark) : [];
}

function allPresent(state: State): Step {
	const meeting = shown(state)?.id ?? '';
	const changes = unmarked(state).map(({person, role}): Change => {
		const to = isVoting(role) ? 'present' : 'in-attendance';
		return {kind: 'attendance/set', meeting, person: person.id, to};
	});
	return commitLooking(state, changes);
}

const canTakeRoll = (state: State): true | string => {
	const may = writable(state);
	if (may !== true) return may;
	const meeting = shown(state);
	return meeting ? (settled(meeting, noteInstead) ?? true) : 'there is no meeting';
};

/** Why a mark would change nothing, when it would not. */
const canMark =
	(to: RollMark | undefined) =>
	(state: State): true | string => {
		const may = canTakeRoll(state);
		if (may !== true) return may;
		const person = idOf(subjectOf(state).path);
		const meeting = shown(state);
		if (!person || !meeting) return 'the roll has nobody on it';
		const now = markOf(meeting, person);
		if (now !== to || (to === 'apologies' && isLate(state))) return true;
		return to === undefined ? 'not marked yet' : 'marked so already';
	};

type Marked = Exclude<RollMark, 'substitute'>;

const mark = (status: Marked | undefined, label: string, hint: string): Binding => ({
	id: `roll.${status ?? 'clear'}`,
	scope: 'roll',
	label,
	hint,
	makes: 'attendance/set',
	enabled: canMark(status),
	run: (state) => setAttendance(state, status),
});

/** How the person under the cursor attends, where they do. */
function lineOf(state: State): Attendance | undefined {
	const person = idOf(subjectOf(state).path);
	return shown(state)?.attendance.find((one) => one.person === person && one.status !== 'absent');
}

/** Whether somebody on the roll can have come or gone. */
function canMove(state: State, isThere: boolean): true | string {
	const may = when(['open', 'adjourned'], 'the meeting does not sit')(state);
	if (may !== true) return may;
	const meeting = shown(state);
	const person = idOf(subjectOf(state).path);
	const there = meeting && presentAt(meeting).some((line) => line.person === person);
	if (there === isThere) return true;
	return isThere ? 'not there' : 'there already';
}

function movement(state: State, kind: 'attendance/arrive' | 'attendance/leave'): Step {
	const meeting = shown(state);
	const person = idOf(subjectOf(state).path);
	return meeting && person ? commit(state, [{kind, meeting: meeting.id, person}]) : step(state);
}

export const rollBindings: Binding[] = [
	{
		id: 'roll.all-present',
		scope: 'roll',
		label: 'Mark everybody present who is not marked yet',
		makes: 'attendance/set',
		hint: 'all present',
		enabled(state) {
			const may = canTakeRoll(state);
			return may === true && unmarked(state).length === 0 ? 'everybody is marked already' : may;
		},
		run: allPresent,
	},
	{
		id: 'roll.arrived',
		scope: 'roll',
		label: 'Arrived: now, in the current item',
		makes: 'attendance/arrive',
		hint: 'arrived',
		enabled: (state) => canMove(state, false),
		run: (state) => movement(state, 'attendance/arrive'),
	},
	{
		id: 'roll.left',
		scope: 'roll',
		label: 'Left: now, in the current item',
		makes: 'attendance/leave',
		hint: 'left',
		enabled: (state) => canMove(state, true),
		run: (state) => movement(state, 'attendance/leave'),
	},
	{
		id: 'roll.other',
		scope: 'roll',
		label: 'Somebody else: a substitute, or in attendance',
		makes: 'attendance/set',
		hint: 'somebody else',
		enabled: canTakeRoll,
		run: (state) => step(openForm(state, 'substitute', {meeting: shown(state)?.id})),
	},
	{
		id: 'roll.several-apologies',
		scope: 'roll',
		label: 'Apologies from several people at once: type their initials',
		makes: 'attendance/set',
		enabled: canTakeRoll,
		run: (state) => step(openForm(state, 'apologies', {meeting: shown(state)?.id})),
	},
	{
		id: 'roll.late',
		scope: 'roll',
		label: 'Apologies for lateness, beside the mark; or none after all',
		makes: 'attendance/set',
		hint: 'coming late',
		enabled: canTakeRoll,
		run: noteLate,
	},
	{
		id: 'roll.elsewhere',
		scope: 'roll',
		label: 'Takes part from elsewhere, by video or telephone, or is in the room after all',
		makes: 'attendance/set',
		enabled(state) {
			const may = canTakeRoll(state);
			if (may !== true) return may;
			return lineOf(state) ? true : 'mark who is there first';
		},
		run(state) {
			const meeting = shown(state)?.id ?? '';
			const line = lineOf(state);
			if (!line) return step(state);
			const {person, status, for: member, remote} = line;
			return commitLooking(state, [
				{
					kind: 'attendance/set',
					meeting,
					person,
					from: status,
					to: status,
					for: member,
					remote: !remote,
				},
			]);
		},
	},
	mark('present', 'Present', 'present'),
	mark('apologies', 'Apologies', 'apologies'),
	mark('absent', 'Absent', 'absent'),
	mark('in-attendance', 'In attendance, without a vote', 'in attendance'),
	mark(undefined, 'Not taken', 'clear'),
];
