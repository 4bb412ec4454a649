import type {BoardKind} from '../schema/index.ts';
import {outcomes} from '../schema/values.ts';
import type {BoardLaw, Snippet} from './law.ts';
import {ownOr, sayItems, sayWhys} from './wordings.ts';

export const privateSession: readonly Snippet[] = [
	{id: 'priv', text: 'That the board go into private session for item …, because ….'},
];

const clause = (text: string | undefined): string =>
	text
		?.trim()
		.replace(/\.$/, '')
		.replace(/^because\s+/i, '') || '…';

/** A board that no statute of this program is about: its own rules and custom alone hold. */
const plain: BoardLaw = {
	label: 'Plain',
	alone: false,
	votes: true,
	seconder: false,
	quorum: ({rules}) => rules?.quorum,
	quorumUnknown: {ok: true, says: 'not known: the board’s rules name none'},
	outcomes: outcomes.filter((outcome) => outcome !== 'recommended-to-council'),
	fields: new Set(),
	form: 'notice',
	callIn: false,
	notices: false,
	urgent: (why) => ['Urgent because', why],
	steps: {
		apologies: 'Apologies for absence',
		declarations: 'Declarations of interest',
		minutes: (of) => `Minutes of the meeting ${of}`,
		actions: 'Progress on actions',
		// Not “any other business”: an item needs notice, or a reason why it cannot wait.
		urgent: 'Urgent business',
	},
	interests: {
		kinds: ['conflict'],
		lead: 'Who leaves the room for the item has no vote on it, and does not count for the quorum.',
		asked:
			'Whoever has an interest in an item is asked to declare it before the item is discussed and, where it conflicts with theirs, to take no part. Whoever is in doubt should ask the secretary before the meeting.',
		sensitive: ' (its nature is withheld as sensitive)',
		voteless: 'without a vote',
	},
	privately: {
		asks: 'ground',
		paragraphs: {},
		label: 'In private',
		word: 'private',
		key: 'In private: take the item in private session (reads back first)',
		field: 'Because',
		summaryHint: 'for everybody else, where needed',
		excluded: 'Private session',
		left: 'Private session began',
		readmitted: 'Private session ended',
		title: 'Private session',
		items: 'Private items',
		notice: 'These items are confidential.',
		resolves: () => true,
		resolution: (own, items) =>
			ownOr(own, privateSession, ['priv', 'excl'])
				.replace('item …', sayItems(items.map(({number}) => number)))
				.replace('because …', `because ${sayWhys(items, ({why}) => clause(why.ground))}`),
		refuses: ({paragraphs, ground}) =>
			ground?.trim() || paragraphs.length > 0
				? undefined
				: 'say why the item is taken in private session',
		says: ({ground}) => (ground?.trim() ? `Because ${clause(ground)}` : 'Confidential'),
		briefly: ({ground}) => (ground?.trim() ? `because ${clause(ground)}` : 'confidential'),
	},
	signing: '',
};

/** Where one decides alone nobody is asked to leave a room. */
const alone: BoardLaw = {
	...plain,
	label: 'Individual decision-maker',
	alone: true,
	votes: false,
	interests: {
		...plain.interests,
		asked:
			'Whoever decides alone and has an interest that conflicts with the matter is asked to leave it to others.',
	},
};

/** What each kind of board is where no statute applies: whether one decides alone, votes are taken, and seconders asked for. */
export const plainBoards = {
	council: {...plain, label: 'Full council', seconder: true},
	executive: {...plain, label: 'Executive'},
	individual: alone,
	committee: {...plain, label: 'Committee', seconder: true},
	scrutiny: {...plain, label: 'Scrutiny', seconder: true},
	officer: {...plain, label: 'Officers', votes: false},
	plain,
} satisfies Record<BoardKind, BoardLaw>;
