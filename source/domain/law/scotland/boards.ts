import type {BoardKind} from '../../schema/index.ts';
import {outcomes} from '../../schema/values.ts';
import {joined} from '../../voice/names.ts';
import type {BoardLaw, PrivateWords, Snippet} from '../law.ts';
import {plainBoards} from '../plain-boards.ts';
import {bySchedule} from '../schedule.ts';
import {ownOr, sayItems, sayWhys} from '../wordings.ts';

/**
 * What each paragraph of Part I of Schedule 7A to the Local Government (Scotland) Act 1973 keeps from the public, in
 * plain words. Paragraphs 1 to 9, 11, 12 and 14 as read on 30 November 2026; 10, 13 and 15 from memory, and checked
 * only against the Act of 1985 that brought the Schedule in.
 */
const paragraphWords: Readonly<Record<number, string>> = {
	1: 'an employee or office-holder',
	2: 'somebody who has or asks for accommodation of the council’s',
	3: 'somebody who has or asks for a service of the council’s',
	4: 'somebody who has or asks for financial assistance',
	5: 'the adoption, care, fostering or education of a child',
	6: 'the financial or business affairs of a particular person other than the council',
	7: 'reports on and supervision of certain persons',
	8: 'what the council would spend under a contract',
	9: 'terms in negotiations for a contract',
	10: 'who made a tender',
	11: 'consultations or negotiations about labour relations',
	12: 'legal proceedings, and advice of counsel',
	13: 'a proposed statutory notice, order or direction',
	14: 'action to prevent, investigate or prosecute crime',
	15: 'who a protected informant is',
};

/** LG(S)A 1973 s.50A(4), as read on 30 November 2026; for committees by s.50E. No test of the public interest is part of it. */
export const exclusions: readonly Snippet[] = [
	{
		id: 'excl',
		text: 'That, under section 50A(4) of the Local Government (Scotland) Act 1973, the public be excluded from the meeting during consideration of the following item, because it is likely that exempt information as defined in paragraph … of Part I of Schedule 7A to the Act would be disclosed.',
	},
];

const named = (paragraphs: readonly number[]): string =>
	paragraphs.length > 1
		? `paragraphs ${joined(paragraphs.map(String), 'and')}`
		: `paragraph ${paragraphs[0] ?? '…'}`;

const exempt: PrivateWords = {
	// Confidential information excludes without a resolution: LG(S)A 1973 s.50A(2) and (3), as read on 30 November 2026.
	...bySchedule({
		name: 'Schedule 7A',
		act: 'Local Government (Scotland) Act 1973',
		paragraphs: paragraphWords,
		confidential: 'LG(S)A 1973 s.50A(2)',
	}),
	key: 'Exempt: exclude the public for the item',
	summaryHint: 'for the public, where needed (s.50C)',
	excluded: 'Public excluded',
	title: 'Exclusion of the public',
	items: 'Exempt items',
	notice:
		'The public may be excluded from these items by a resolution which names the paragraph of Schedule 7A to the Local Government (Scotland) Act 1973.',
	resolution: (own, items) =>
		ownOr(own, exclusions, ['excl'])
			.replace('the following item', sayItems(items.map(({number}) => number)))
			.replace(
				'paragraph …',
				sayWhys(items, ({why}) => named(why.paragraphs)),
			),
};

/**
 * A committee of a Scottish council. An item that was not on the agenda open to the public needs the opinion of whoever
 * presides that special circumstances make it urgent, and the minutes say which (LG(S)A 1973 s.50B, the text as it was
 * brought in by the Act of 1985, read on 30 November 2026; for committees by s.50E).
 */
const committee: BoardLaw = {
	...plainBoards.plain,
	label: 'Committee',
	seconder: true,
	outcomes,
	form: 'record',
	gate: {
		urgency: 'say which special circumstances make the item urgent (LG(S)A 1973 s.50B)',
		titles: 'LG(S)A 1973 s.50B',
	},
	urgent: (why) => [
		'Urgent',
		why &&
			`in the opinion of the convener, by reason of these special circumstances (LG(S)A 1973 s.50B): ${why}`,
	],
	interests: {
		kinds: ['conflict'],
		lead: 'Whoever declares an interest under the Councillors’ Code of Conduct leaves the room and has no vote on the item.',
		asked:
			'Councillors are asked to declare any interest in an item, and what it is, before the item is discussed, and to leave the room for it, as the Councillors’ Code of Conduct under the Ethical Standards in Public Life etc. (Scotland) Act 2000 asks. Whoever is in doubt should ask the monitoring officer before the meeting.',
		sensitive: ' (its nature is withheld as sensitive)',
		voteless: 'without a vote',
	},
	privately: exempt,
	signing: '',
};

/** What each kind of board is under the law of Scottish local government. */
export const scottishBoards = {
	/**
	 * Full council. Its quorum is a quarter of the whole number of its members (LG(S)A 1973 Sch 7 para 3, as a council's
	 * standing orders tell it, read on 30 November 2026). With more than a third of the seats vacant it is a quarter of the
	 * members that are left, and at least an eighth of the seats: that has to be entered as the board's own number.
	 */
	council: {
		...committee,
		label: 'Full council',
		outcomes: outcomes.filter((outcome) => outcome !== 'recommended-to-council'),
		quorum: ({rules}) =>
			rules?.quorum ?? (rules?.seats === undefined ? undefined : Math.ceil(rules.seats / 4)),
		quorumUnknown: {
			ok: false,
			says: 'not known: a council’s is a quarter of the whole number of its members (LG(S)A 1973 Sch 7 para 3), and that number is not recorded',
		},
	},
	/** A council that has an executive gives it its powers by its own scheme; meetings are those of a committee. */
	executive: {...committee, label: 'Executive'},
	individual: {
		...plainBoards.individual,
		outcomes: committee.outcomes,
		privately: exempt,
	},
	committee,
	scrutiny: {...committee, label: 'Scrutiny'},
	officer: {...plainBoards.officer, privately: exempt},
	plain: plainBoards.plain,
} satisfies Record<BoardKind, BoardLaw>;

/** Which boards the Act's rules on meetings and papers are about. */
export const meetsInPublic = (kind: BoardKind | undefined): boolean =>
	kind === 'council' || kind === 'executive' || kind === 'committee' || kind === 'scrutiny';
