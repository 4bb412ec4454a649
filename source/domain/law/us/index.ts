import {sayDay} from '../../calendar.ts';
import type {AgendaItem} from '../../schema/index.ts';
import type {Check, Law, Scene} from '../law.ts';
import {plain} from '../plain.ts';
import {executiveSession} from './boards.ts';

const source = 'the open meetings act of the state';

/**
 * Public bodies in the United States, under the open meetings act of their state and Robert's Rules of Order. What each
 * Act asks differs, hours of notice above all: docs/law.md says what is left to the attorney of the body.
 */
export const usOpenMeetings: Law = {
	...plain,
	of: 'a public body in the United States',
	locale: 'en-US',
	kinds: {
		offered: ['council', 'plain', 'committee', 'officer', 'individual'],
		usual: 'council',
		lead: 'Its kind chooses whether it votes, and whether a motion needs a second. Members come next.',
	},
	firstBoard: 'City Council',
	kindNamed(name) {
		if (/\bcommittee\b/i.test(name)) return 'committee';
		return /\bcouncil$/i.test(name) ? 'council' : 'plain';
	},
	question: {
		asks: 'Was this posted?',
		looksAt: 'Every item, with the posting of its agenda and the quorum',
		hint: 'posted?',
	},
	snippets: [
		{id: 'rec', text: 'To adopt the recommendations of the report.'},
		{id: 'file', text: 'To receive and file the report.'},
		{id: 'min', text: 'To approve the minutes as presented.'},
		{id: 'consent', text: 'To approve the consent agenda.'},
		{id: 'post', text: 'To postpone the item to …, because ….'},
		{id: 'refer', text: 'To refer the matter to ….'},
		{id: 'deleg', text: 'To authorize … to ….'},
		{id: 'amend', text: 'To amend the motion by ….'},
		{id: 'pq', text: 'To order the previous question (two thirds of the votes cast).'},
		{id: 'limit', text: 'To limit debate to … (two thirds of the votes cast).'},
		{id: 'suspend', text: 'To suspend the rules and … (two thirds of the votes cast).'},
		{id: 'recess', text: 'To recess until ….'},
		{id: 'adj', text: 'To adjourn.'},
		...executiveSession,
	],
	checks,
};

/** Whether the item was on the posted agenda, or says why it is acted on all the same; how many hours are needed, the Act of the state says. */
function checks({meeting, board, day, today}: Scene, item: AgendaItem): Check[] {
	if (board?.kind === 'officer' || board?.kind === 'individual')
		return [{what: 'agenda', ok: true, says: 'No agenda is posted for this board.'}];
	const urgency = item.urgency?.trim() ?? '';
	if (urgency !== '') {
		const says = `Not on the posted agenda: ${/[.!?]$/.test(urgency) ? urgency : `${urgency}.`} Ask the attorney whether the act allows it.`;
		return [{what: 'urgency', ok: true, says, source}];
	}
	const posted = meeting.publishedOn;
	const by = day >= today ? {by: day} : {};
	if (item.kind === 'urgent' || posted === undefined) {
		const says =
			posted === undefined
				? 'The agenda has no day of posting.'
				: 'Not on the posted agenda: it needs the reason for which the act allows it.';
		return [{what: posted === undefined ? 'agenda' : 'urgency', ok: false, says, source, ...by}];
	}
	return posted < day
		? [{what: 'agenda', ok: true, says: `The agenda was posted on ${sayDay(posted)}.`, source}]
		: [
				{
					what: 'agenda',
					ok: false,
					says: `The agenda was posted on ${sayDay(posted)}, the day of the meeting: hardly any act allows that but for emergencies.`,
					source,
				},
			];
}
