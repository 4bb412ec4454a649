// What closing a meeting records, and what is said before it is.
import type {Change} from '../../domain/changes/index.ts';
import {decisionsOn, itemNumber} from '../../domain/queries/meeting/meetings.ts';
import {drafts} from '../../domain/law/completeness.ts';
import type {AgendaItem, Meeting} from '../../domain/schema/index.ts';
import type {State} from '../state.ts';

/** Decisions that are still drafts, item by item, said before a meeting is closed. */
export function incomplete(state: State, meeting: Meeting): string[] {
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

/** Items that were never taken up and on which nothing was decided. */
const untaken = ({database}: State, meeting: Meeting): AgendaItem[] =>
	meeting.agenda.filter(
		({id, startedAt, disposal}) =>
			!startedAt && disposal === undefined && decisionsOn(database, meeting.id, id).length === 0,
	);

/** What closing records: that what was not taken up was not reached, as it was read out. */
export const closing = (state: State, meeting: Meeting): Change[] => [
	{kind: 'meeting/close', id: meeting.id},
	...untaken(state, meeting).map(({id: item}): Change => ({
		kind: 'agenda/dispose',
		meeting: meeting.id,
		item,
		to: 'not-reached',
	})),
];

/** The same, said before a meeting is closed. */
export function unfinished(state: State, meeting: Meeting): string[] {
	const left = untaken(state, meeting);
	if (left.length === 0) return [];
	return ['', 'Not taken up, recorded as not reached:', ...left.map(({title}) => `  ${title}`)];
}
