import type {Change} from '../../domain/changes/index.ts';
import {meetingLaw} from '../../domain/law/boards.ts';
import {sayDay} from '../../domain/calendar.ts';
import {joined} from '../../domain/voice/names.ts';
import {
	blocOf,
	markedForBloc,
	minutesOn,
	minutesWaiting,
	waitingReport,
} from '../../domain/queries/meeting/agenda.ts';
import {dayOfMeeting} from '../../domain/rules/presence.ts';
import {needsSeconder} from '../../domain/rules/voting.ts';
import type {AgendaItem, Meeting} from '../../domain/schema/index.ts';
import {submitForm} from '../forms/edit.ts';
import {formOf, isTouched, openForm} from '../forms/open.ts';
import {type State, type Step, step} from '../state.ts';
import {subjectOf} from '../subject.ts';
import {canArrange} from './agenda.ts';
import type {Binding} from './binding.ts';
import {commit, needsOpenItem, openOn, readAloud, shown, whenOpen} from './held.ts';
import {keyFor} from '../keys-by-name.ts';

/** Interests were asked about: nobody had any or, where some were declared, nobody had others. */
function noneDeclared(state: State): Step {
	const {meeting} = subjectOf(state);
	if (!meeting) return step(state);
	const none = (meeting.declarations ?? []).length === 0;
	return commit(state, [{kind: 'declaration/asked', meeting: meeting.id, none}]);
}

const reportWaits = (state: State, meeting: Meeting, item: AgendaItem | undefined): boolean =>
	(waitingReport(state.database, meeting, item)?.recommendations.length ?? 0) > 0;

function canRecommend(state: State): true | string {
	const may = whenOpen(state);
	const {meeting, item} = subjectOf(state);
	if (may !== true || !meeting) return may;
	return reportWaits(state, meeting, item)
		? true
		: 'the item has no report with recommendations that waits for a decision';
}

/**
 * Where a motion needs a mover the form opens on it, and also where something else was typed before;
 * else what is recommended is read back at once.
 */
function asRecommended(state: State, kind: 'decision' | 'bloc', item?: string): Step {
	const meeting = shown(state);
	const opened = openForm(state, kind, {meeting: meeting?.id, item});
	const form = formOf(opened);
	const board = state.database.boards.find(({id}) => id === meeting?.board);
	const {database} = state;
	const law = meeting && meetingLaw(database, meeting);
	const asks = board && !law?.alone && needsSeconder(database, board, meeting);
	if (asks || (form && isTouched(form))) return step(opened);
	const {state: asked, effects} = submitForm(opened);
	const {overlay} = asked;
	// Whoever says no is where they were: a form that comes up unasked would take the next key for a letter.
	return overlay?.kind === 'confirm'
		? step({...asked, overlay: {...overlay, leaves: true}}, ...effects)
		: {state: asked, effects};
}

function canApprove(state: State): true | string {
	const may = whenOpen(state);
	const {meeting, item} = subjectOf(state);
	if (may !== true || !meeting) return may;
	if (item?.kind !== 'minutes') return 'select the item for the minutes first';
	const last = minutesOn(state.database, item);
	if (!last) {
		const waiting = minutesWaiting(state.database, meeting.board).map(({id}) => id);
		return waiting.length === 0
			? 'no minutes of this board wait to be approved'
			: `the item names no meeting: ${keyFor('item.edit')} says whose minutes it takes (${joined(waiting, 'or')})`;
	}
	const {status = 'draft'} = last.minutes ?? {};
	if (status === 'approved' || status === 'signed') {
		return `the minutes of ${last.id} have already been approved`;
	}
	return status === 'issued'
		? true
		: `the minutes of ${last.id} have not been issued: ${keyFor('go.minutes')} shows them, ${keyFor('minutes.issue')} issues them`;
}

/** The resolution and the approval are one act. */
function approveMinutes(state: State): Step {
	const {meeting, item} = subjectOf(state);
	const last = item && minutesOn(state.database, item);
	if (!meeting || !item || !last) return step(state);
	const day = dayOfMeeting(state.database, last);
	const resolution = `That the minutes of the meeting${day ? ` held on ${sayDay(day)}` : ` ${last.id}`} be approved as a correct record and signed.`;
	const changes: Change[] = [
		{
			kind: 'decision/record',
			meeting: meeting.id,
			item: item.id,
			title: item.title,
			resolution,
			outcome: 'approved',
			vote: {method: 'no-dissent'},
			procedural: true,
		},
		{kind: 'minutes/approve', meeting: last.id, by: meeting.id},
	];
	return readAloud(state, changes, {
		title: `Read back: the minutes of ${last.id} ${last.title}`,
		lines: [resolution, '', 'Vote: without dissent, moved from the chair'],
		yes: 'Approve them',
	});
}

function canDeclare(state: State): true | string {
	const may = needsOpenItem(state);
	return may === true && shown(state)?.attendance.length === 0
		? `the roll has not been taken: ${keyFor('roll.take')} takes it`
		: may;
}

function canTakeEnBloc(state: State): true | string {
	const may = canArrange(state);
	const {meeting, item} = subjectOf(state);
	if (may !== true || !meeting || item?.enBloc || reportWaits(state, meeting, item)) return may;
	return 'only an item with a report that waits for a decision is taken en bloc';
}

/** What an item of its kind waits for: one key each, hinted at before all else. */
export const dueBindings: Binding[] = [
	{
		id: 'item.none-declared',
		scope: 'item',
		soon: () => true,
		label: 'Note that members were asked for interests, and had none (or no others)',
		makes: 'declaration/asked',
		hint: 'none declared',
		enabled(state) {
			const may = whenOpen(state);
			if (may !== true) return may;
			return subjectOf(state).item?.kind === 'declarations'
				? true
				: 'select the item for declarations first';
		},
		run: noneDeclared,
	},
	{
		id: 'item.approve-minutes',
		scope: 'item',
		soon: () => true,
		label: 'Approve the last minutes (reads back first)',
		makes: 'minutes/approve',
		hint: 'approve minutes',
		enabled: canApprove,
		run: approveMinutes,
	},
	{
		id: 'item.as-recommended',
		scope: 'item',
		soon: () => true,
		label: 'Decide as the report recommends (reads back first)',
		makes: 'decision/record',
		hint: 'as recommended',
		enabled: canRecommend,
		run: (state) => asRecommended(state, 'decision', subjectOf(state).item?.id),
	},
];

export const motionBindings: Binding[] = [
	{
		id: 'item.declare',
		scope: 'item',
		label: 'Declaration of interest in the item',
		makes: 'declaration/add',
		hint: 'declare',
		enabled: canDeclare,
		run: (state) => openOn(state, 'declaration'),
	},
	{
		id: 'item.en-bloc',
		scope: 'item',
		label: 'Mark the item to be taken en bloc, or not',
		makes: 'agenda/en-bloc',
		enabled: canTakeEnBloc,
		run(state) {
			const {meeting, item} = subjectOf(state);
			if (!meeting || !item) return step(state);
			const to = !item.enBloc;
			return commit(state, [{kind: 'agenda/en-bloc', meeting: meeting.id, item: item.id, to}]);
		},
	},
	{
		id: 'bloc.decide',
		scope: 'meeting',
		label: 'Decide what is marked en bloc, as recommended',
		makes: 'decision/record',
		enabled(state) {
			const may = whenOpen(state);
			const meeting = shown(state);
			if (may !== true || !meeting || blocOf(state.database, meeting).length > 0) return may;
			return markedForBloc(state.database, meeting).length > 0
				? 'an interest is declared in a marked item: it is decided by itself'
				: `no item with a report is marked en bloc: ${keyFor('item.en-bloc')} marks one`;
		},
		run: (state) => asRecommended(state, 'bloc'),
	},
	{
		id: 'item.preside',
		scope: 'item',
		label: 'Who presides over the item',
		makes: 'agenda/preside',
		enabled: needsOpenItem,
		run: (state) => openOn(state, 'preside'),
	},
];
