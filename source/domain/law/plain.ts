import type {Law} from './law.ts';
import {privateSession} from './plain-boards.ts';
import {motions} from './wordings.ts';

/** No statute applies: quorum, interests, votes and the order of minutes are the boards' own and custom's. */
export const plain: Law = {
	of: 'a charity, a company or any other body, by its own rules',
	kinds: {
		offered: ['plain', 'committee', 'individual', 'officer'],
		usual: 'plain',
		lead: 'Its kind chooses whether it votes, and whether a motion needs a seconder. Members come next.',
	},
	firstBoard: 'Board',
	kindNamed: () => 'plain',
	question: {asks: 'Can we decide this?', looksAt: 'Every item, with the quorum', hint: 'quorum?'},
	notices: false,
	callsIn: false,
	snippets: [...motions, ...privateSession],
	calendar: ({rules}) => ({
		holiday: (day) => (rules.holidays?.includes(day) ? 'local holiday' : undefined),
	}),
	checks: () => [],
	lacks: () => [],
	callIn: () => undefined,
	noticeClock: () => undefined,
	lawfulness: () => ({}),
	agreement: {},
	keyHint: undefined,
	without: new Set(['strategies/policyFramework', 'reports/scrutiny']),
};
