import {sayDay} from '../../calendar.ts';
import {clearDays, lastDayFor, sayLeftOut} from '../../rules/days.ts';
import type {AgendaItem} from '../../schema/index.ts';
import {count} from '../../words.ts';
import type {Check, Law, Scene} from '../law.ts';
import {plain} from '../plain.ts';
import {motions} from '../wordings.ts';
import {exclusions, meetsInPublic} from './boards.ts';

const source = 'LG(S)A 1973 s.50B';

/**
 * The law of Scottish local government, as far as it was read: docs/law.md says what is missing and whom to ask. There
 * are not key decisions, and where decisions can be called in, that is by each council's own standing orders.
 */
export const scotland: Law = {
	...plain,
	without: new Set(['strategies/policyFramework']),
	of: 'Scottish local government',
	kinds: {
		offered: ['council', 'committee', 'executive', 'scrutiny', 'officer', 'individual', 'plain'],
		usual: 'committee',
		lead: 'Its kind chooses which rules apply, such as the days that an agenda is open. Members come next.',
	},
	firstBoard: 'Council',
	kindNamed(name) {
		if (/\bscrutiny\b/i.test(name)) return 'scrutiny';
		if (/\bcouncil$/i.test(name)) return 'council';
		if (/\b(?:cabinet|executive)\b/i.test(name)) return 'executive';
		return /\bofficers?\b|\bprogramme\b/i.test(name) ? 'officer' : 'committee';
	},
	question: {
		asks: 'Can we lawfully decide this?',
		looksAt: 'Every item, with the days that its agenda was open',
		hint: 'lawful?',
	},
	snippets: [
		...motions,
		{id: 'council', text: 'That it be recommended to the Council that ….'},
		...exclusions,
	],
	checks,
};

/**
 * The item stood on an agenda that was open to the public for three clear days, or the convener says why it is urgent
 * (LG(S)A 1973 s.50B, read on 30 November 2026 as the Act of 1985 brought it in; Sch 7 para 2(1) for the summons). The Act
 * does not say which days count: working days are counted, which no council gets wrong by.
 */
function checks({database, meeting, board, day, today}: Scene, item: AgendaItem): Check[] {
	if (!meetsInPublic(board?.kind))
		return [{what: 'agenda', ok: true, says: 'No statutory notice applies to this board.'}];
	const urgency = item.urgency?.trim() ?? '';
	if (urgency !== '') {
		const says = `Taken as urgent: ${/[.!?]$/.test(urgency) ? urgency : `${urgency}.`}`;
		return [{what: 'urgency', ok: true, says, source}];
	}
	if (item.kind === 'urgent') {
		const says =
			'Not on the published agenda: it needs the special circumstances that make it urgent, in the opinion of the convener.';
		return [{what: 'urgency', ok: false, says, source}];
	}
	const calendar = plain.calendar(database);
	const since = meeting.publishedOn;
	const last = lastDayFor(day, 3, 'working', calendar);
	const by = last.day >= today ? {by: last.day} : {};
	const advice = `Publish it three clear working days before${sayLeftOut(last.leftOut)}.`;
	if (since === undefined) {
		const says = `The agenda has no day of publication. ${advice}`;
		return [{what: 'agenda', ok: false, says, source, ...by}];
	}
	const {days, leftOut} = clearDays(since, day, 'working', calendar);
	const says = `The agenda, published on ${sayDay(since)}, gives ${count(days, 'clear working day')} before ${sayDay(day)}; three are needed${sayLeftOut(leftOut)}.`;
	if (days < 3) return [{what: 'agenda', ok: false, says: `${says} ${advice}`, source, ...by}];
	return since <= today
		? [{what: 'agenda', ok: true, says, source}]
		: [
				{
					what: 'agenda',
					ok: false,
					says: `${says} That is still to come, on ${sayDay(since)}.`,
					source,
					by: since,
				},
			];
}
