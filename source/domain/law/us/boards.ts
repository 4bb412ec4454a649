import type {BoardKind} from '../../schema/index.ts';
import {outcomes} from '../../schema/values.ts';
import type {BoardLaw, PrivateWords, Snippet} from '../law.ts';
import {plainBoards} from '../plain-boards.ts';
import {ownOr, sayItems, sayWhys} from '../wordings.ts';

/**
 * The motion to leave the open session. Open meetings acts want the law named that allows it: the Act of each state says
 * which reasons there are, so the provision is part of the ground that is typed.
 */
export const executiveSession: readonly Snippet[] = [
	{id: 'exec', text: 'To go into executive session on item …, as allowed by ….'},
];

const plainGround = (ground: string | undefined): string =>
	ground?.trim().replace(/\.$/, '') || '…';

const privately: PrivateWords = {
	...plainBoards.plain.privately,
	label: 'Executive session',
	word: 'closed',
	key: 'Executive session: close the session for the item (reads back first)',
	field: 'Allowed by',
	summaryHint: 'for the public, where needed',
	excluded: 'Closed',
	left: 'Entered executive session',
	readmitted: 'Reconvened in open session',
	title: 'Executive session',
	items: 'Executive session',
	notice:
		'These items are to be considered in executive session, as the law named with each allows.',
	resolution: (own, items) =>
		ownOr(own, executiveSession, ['exec'])
			.replace('item …', sayItems(items.map(({number}) => number)))
			.replace('allowed by …', `allowed by ${sayWhys(items, ({why}) => plainGround(why.ground))}`),
	refuses: ({ground}) =>
		ground?.trim()
			? undefined
			: 'name the provision of the open meetings act that allows an executive session',
	says: ({ground}) => (ground?.trim() ? `Allowed by ${plainGround(ground)}` : 'Closed'),
	briefly: ({ground}) => (ground?.trim() ? `allowed by ${plainGround(ground)}` : 'closed'),
};

/**
 * A governing body in Robert's Rules of Order Newly Revised. Its quorum is what its charter, bylaws or the statute says,
 * never worked out here. An item that was not on the posted agenda is acted on only as the state's Act allows:
 * California, for one, wants a finding that the need for immediate action arose after the agenda was posted (Government
 * Code §54954.2(b)(2), read on 30 November 2026).
 */
const body: BoardLaw = {
	...plainBoards.plain,
	label: 'Board or commission',
	seconder: true,
	// RONR (12th ed.) 44:3 to 44:8, from memory: two thirds limit the right to debate, to consider or to one's own rules.
	majorityHint: 'needs 2/3 to end debate or suspend the rules',
	quorum: ({rules}) => rules?.quorum,
	quorumUnknown: {
		ok: false,
		says: 'not known: enter the number that the charter, the bylaws or the statute names',
	},
	outcomes,
	gate: {
		urgency:
			'say why action is needed at once and when the need arose, as the open meetings act of the state asks',
		titles: 'the open meetings act of the state',
	},
	urgent: (why) => ['Not on the posted agenda', why],
	steps: {
		apologies: 'Call to order and roll call',
		declarations: 'Disclosure of conflicts of interest',
		minutes: (of) => `Approval of the minutes of the meeting ${of}`,
		actions: 'Follow-up on actions',
		urgent: 'Business not on the posted agenda',
	},
	interests: {
		kinds: ['conflict'],
		lead: 'Whoever recuses themselves leaves the room for the item, has no vote on it, and does not count for the quorum.',
		asked:
			'Members who have a conflict of interest in an item are asked to disclose it before the item is discussed, and to recuse themselves. Whoever is in doubt should ask the attorney of the body before the meeting.',
		sensitive: ' (its nature is withheld)',
		voteless: 'without a vote',
	},
	privately,
};

/** What each kind of board is under a state's open meetings act. */
export const americanBoards = {
	council: {
		...body,
		label: 'Governing body',
		outcomes: outcomes.filter((outcome) => outcome !== 'recommended-to-council'),
	},
	executive: {...body, label: 'Executive board'},
	individual: {...plainBoards.individual, label: 'Officer who decides alone', privately},
	/** In committees, and boards of about a dozen, motions need no second (robertsrules.com, small boards; from memory of RONR 49:21). */
	committee: {...body, label: 'Committee', seconder: false},
	scrutiny: {...body, label: 'Oversight committee', seconder: false},
	officer: {...plainBoards.officer, label: 'Staff', privately},
	plain: body,
} satisfies Record<BoardKind, BoardLaw>;
