import {boardKinds} from '../../schema/values.ts';
import type {Law} from '../law.ts';
import {motions} from '../wordings.ts';
import {exclusions} from './boards.ts';
import {callIn} from './call-in.ts';
import {englishChecks} from './checks.ts';
import {englishCalendar} from './holidays.ts';
import {lawfulness} from './lawfulness.ts';
import {noticeClock} from './notice-clock.ts';
import {officerStanding, statementLacks} from './statement.ts';

/** The law of English local government; docs/law.md tells it in words. */
export const england: Law = {
	of: 'English local government',
	kinds: {
		offered: boardKinds,
		usual: 'committee',
		lead: 'Its kind chooses which rules apply, such as notices and call-in. Members come next.',
	},
	firstBoard: 'Cabinet',
	kindNamed(name) {
		if (/\bscrutiny\b/i.test(name)) return 'scrutiny';
		if (/\bcouncil$/i.test(name)) return 'council';
		if (/\bcommittee\b|\bpanel\b/i.test(name)) return 'committee';
		if (/\b(?:councillor|member|holder|leader|mayor)\b/i.test(name)) return 'individual';
		return /\bofficers?\b|\bprogramme\b/i.test(name) ? 'officer' : 'executive';
	},
	question: {
		asks: 'Can we lawfully decide this?',
		looksAt: 'Every item, with dates and regulations',
		hint: 'lawful?',
	},
	notices: true,
	callsIn: true,
	snippets: [
		...motions,
		{id: 'council', text: 'That it be recommended to Council that ….'},
		...exclusions,
	],
	calendar: englishCalendar,
	checks: englishChecks,
	lacks: statementLacks,
	standing: officerStanding,
	callIn(database, decision, today) {
		const kind = database.boards.find(({id}) => id === decision.board)?.kind;
		return kind === 'plain' ? undefined : callIn(database, decision, today);
	},
	noticeClock,
	lawfulness,
	agreement: {
		'general-exception': ['Told', 'the chair of scrutiny, who was told in writing'],
		'special-urgency': ['Agreed by', 'the chair of scrutiny or, in their absence, of the council'],
		'private-meeting': ['Urgency by', 'only if the chair of scrutiny agreed that it is urgent'],
	},
	keyHint: 'which test it meets (reg 8)',
	without: new Set(),
};
