import type {Change} from '../../domain/changes/index.ts';
import {sayDay} from '../../domain/calendar.ts';
import {minutesToApprove} from '../../domain/queries/agenda.ts';
import {decisionsOn, itemNumber} from '../../domain/queries/meetings.ts';
import {lacking} from '../../domain/rules/completeness.ts';
import {dayOfMeeting} from '../../domain/rules/presence.ts';
import {needsSeconder} from '../../domain/rules/voting.ts';
import type {AgendaItem, Decision, Meeting, Report} from '../../domain/schema/index.ts';
import {count} from '../../domain/words.ts';
import {formOf, isTouched, openForm, submitForm} from '../forms/edit.ts';
import {sayLacks} from '../forms/specs/decision.ts';
import {type State, type Step, step} from '../state.ts';
import {subjectOf} from '../subject.ts';
import type {Binding} from './binding.ts';
import {commit, needsItem, openOn, readAloud, shown, whenOpen} from './held.ts';

function noneDeclared(state: State): Step {
	const {meeting, item} = subjectOf(state);
	if (!meeting || !item) return step(state);
	const to = 'No interests were declared.';
	const noted = item.notes ? `${item.notes}\n${to}` : to;
	return commit(state, [
		{kind: 'agenda/note', meeting: meeting.id, item: item.id, from: item.notes, to: noted},
	]);
}

/** The report behind an item that waits for a decision. */
function waiting(state: State, meeting: Meeting, item: AgendaItem | undefined): Report | undefined {
	const report = state.database.reports.find(({id}) => id === item?.about?.report);
	// That the public was excluded for it decides nothing about the report.
	const decided =
		item &&
		decisionsOn(state.database, meeting.id, item.id).some(
			({status, procedural}) => status === 'recorded' && !procedural,
		);
	return decided ? undefined : report;
}

const reportWaits = (state: State, meeting: Meeting, item: AgendaItem | undefined): boolean =>
	(waiting(state, meeting, item)?.recommendations.length ?? 0) > 0;

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
function asRecommended(state: State): Step {
	const {meeting, item} = subjectOf(state);
	const opened = openForm(state, 'decision', {meeting: meeting?.id, item: item?.id});
	const form = formOf(opened);
	const board = state.database.boards.find(({id}) => id === meeting?.board);
	const asks = board && board.kind !== 'individual' && needsSeconder(board);
	return asks || (form && isTouched(form)) ? step(opened) : submitForm(opened);
}

/** The marked items of the meeting on show with the reports that wait. */
function blocOf(state: State): {item: AgendaItem; report: Report}[] {
	const meeting = shown(state);
	return (meeting?.agenda ?? []).flatMap((item) => {
		const report = meeting && item.enBloc ? waiting(state, meeting, item) : undefined;
		return report && report.recommendations.length > 0 ? [{item, report}] : [];
	});
}

/** One act with a decision per item: each stands in the register by itself. */
function takeBloc(state: State): Step {
	const meeting = shown(state);
	const board = state.database.boards.find(({id}) => id === meeting?.board);
	if (!meeting) return step(state);
	const bloc = blocOf(state);
	const votes = board?.kind !== 'individual' && board?.kind !== 'officer';
	const changes = bloc.map(({item, report}) => ({
		kind: 'decision/record' as const,
		meeting: meeting.id,
		item: item.id,
		title: item.title,
		resolution: report.recommendations.join('\n'),
		recommendation: report.recommendations.join(' '),
		outcome: 'approved' as const,
		reasons: report.reasons,
		alternatives: report.alternatives,
		reference: report.reference,
		key: report.key,
		keyReason: report.keyReason,
		...(votes ? {vote: {method: 'no-dissent' as const}} : {}),
	}));
	const lines = changes.flatMap(({kind: _kind, ...change}) => {
		const taken: Decision = {
			...change,
			id: 'D-0',
			board: meeting.board,
			status: 'recorded',
			date: '',
		};
		return [
			`${itemNumber(meeting, change.item)} ${change.title}`,
			...change.resolution.split('\n').map((text) => `  ${text}`),
			...sayLacks(lacking(state.database, taken).map(({says}) => says)).slice(1),
			'',
		];
	});
	const title = `Read back: ${count(bloc.length, 'item')} en bloc, as recommended`;
	return readAloud(state, changes, {title, lines, yes: 'Record them'});
}

function canApprove(state: State): true | string {
	const may = whenOpen(state);
	const {meeting, item} = subjectOf(state);
	if (may !== true || !meeting) return may;
	if (item?.kind !== 'minutes') return 'select the item for the minutes first';
	const last = minutesToApprove(state.database, meeting.board);
	if (!last) return 'no minutes of this board wait to be approved';
	return last.minutes?.status === 'issued'
		? true
		: `the minutes of ${last.id} have not been issued: 7 shows them, i issues them`;
}

/** The resolution and the approval are one act. */
function approveMinutes(state: State): Step {
	const {meeting, item} = subjectOf(state);
	const last = meeting && minutesToApprove(state.database, meeting.board);
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
	const may = needsItem(state);
	return may === true && shown(state)?.attendance.length === 0
		? 'the roll has not been taken: t takes it'
		: may;
}

function canTakeEnBloc(state: State): true | string {
	const may = needsItem(state);
	const {meeting, item} = subjectOf(state);
	if (may !== true || !meeting || item?.enBloc || reportWaits(state, meeting, item)) return may;
	return 'only an item with a report that waits for a decision is taken en bloc';
}

/** What an item of its kind waits for: one key each, hinted at before all else. */
export const dueBindings: Binding[] = [
	{
		scope: 'meeting',
		keys: ['0'],
		label: 'Note that no interests were declared',
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
		scope: 'meeting',
		keys: ['m'],
		label: 'Approve the last minutes (reads back first)',
		hint: 'approve minutes',
		enabled: canApprove,
		run: approveMinutes,
	},
	{
		scope: 'meeting',
		keys: ['r'],
		label: 'Decide as the report recommends (reads back first)',
		hint: 'as recommended',
		enabled: canRecommend,
		run: asRecommended,
	},
];

export const motionBindings: Binding[] = [
	{
		scope: 'meeting',
		keys: ['D'],
		label: 'Declaration of interest in the item',
		hint: 'declare',
		enabled: canDeclare,
		run: (state) => openOn(state, 'declaration'),
	},
	{
		scope: 'meeting',
		keys: ['b'],
		label: 'Mark the item to be taken en bloc, or not',
		enabled: canTakeEnBloc,
		run(state) {
			const {meeting, item} = subjectOf(state);
			if (!meeting || !item) return step(state);
			const to = !item.enBloc;
			return commit(state, [{kind: 'agenda/en-bloc', meeting: meeting.id, item: item.id, to}]);
		},
	},
	{
		scope: 'meeting',
		keys: ['B'],
		label: 'Decide what is marked en bloc, as recommended',
		enabled(state) {
			const may = whenOpen(state);
			return may === true && blocOf(state).length === 0
				? 'no item with a report is marked en bloc: b marks one'
				: may;
		},
		run: takeBloc,
	},
	{
		scope: 'meeting',
		keys: ['C'],
		label: 'Who presides over the item',
		enabled: needsItem,
		run: (state) => openOn(state, 'preside'),
	},
];
