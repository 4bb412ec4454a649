import type {BoardKind} from '../../schema/index.ts';
import {interestKinds, outcomes} from '../../schema/values.ts';
import type {BoardLaw, PrivateWords, RecordField, Snippet} from '../law.ts';
import {plainBoards} from '../plain-boards.ts';
import {bySchedule} from '../schedule.ts';
import {itemsAre, ownOr, sayItems, sayWhys} from '../wordings.ts';

/**
 * What each paragraph of Part 1 of Schedule 12A to the Local Government Act 1972 (as it stands for England
 * since SI 2006/88) keeps from the public, in plain words.
 */
const paragraphWords: Readonly<Record<number, string>> = {
	1: 'information about an individual',
	2: 'information likely to reveal who an individual is',
	3: 'the financial or business affairs of a particular person, the authority included',
	4: 'consultations or negotiations about labour relations',
	5: 'information covered by legal professional privilege',
	6: 'a proposed statutory notice, order or direction',
	7: 'action to prevent, investigate or prosecute crime',
};

const regulations =
	'the Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012';

const exclusion = (power: string, act: string): string =>
	`That, under ${power}, the press and public be excluded while item … is considered, because exempt information as defined in paragraph … of Part 1 of Schedule 12A to ${act} would be likely to be disclosed, and the public interest in keeping it exempt outweighs that in disclosing it.`;

/** Who shuts the public out by what: committees and council by LGA 1972 s.100A(4), an executive by SI 2012/2089 reg 4(2)(b). */
export const exclusions: readonly Snippet[] = [
	{
		id: 'excl',
		text: exclusion('section 100A(4) of the Local Government Act 1972', 'the Act'),
	},
	{
		id: 'exec',
		text: exclusion(`regulation 4(2)(b) of ${regulations}`, 'the Local Government Act 1972'),
	},
];

const named = (paragraphs: readonly number[]): string =>
	paragraphs.length > 1 ? `paragraphs ${paragraphs.join(' and ')}` : `paragraph ${paragraphs[0]}`;

/**
 * Exempt matter, which is kept from the public by a resolution that names its paragraphs (LGA 1972 s.100A(4); SI
 * 2012/2089 reg 4(2)(b)), and confidential information, from which the public is excluded without a
 * resolution or a paragraph (s.100A(2) and (3), from memory; reg 4(2)(a), as read on 30 November 2026). A
 * wording of the database's own for everybody (`excl`) serves an executive as well.
 */
const exempt = (codes: readonly string[], confidential: string): PrivateWords => ({
	...bySchedule({
		name: 'Schedule 12A',
		act: 'Local Government Act 1972',
		paragraphs: paragraphWords,
		confidential,
	}),
	key: 'Exempt: exclude press and public for the item',
	summaryHint: 'for the public, where needed (s.100C)',
	excluded: 'Public excluded',
	title: 'Exclusion of the press and public',
	items: 'Exempt items',
	// LGA 1972 s.100A(4); SI 2012/2089 reg 4(2).
	notice:
		'The press and the public may be excluded from these items by a resolution which names the paragraph of Schedule 12A to the Local Government Act 1972 and finds that the public interest in keeping the matter exempt outweighs that in disclosing it.',
	resolution: (own, items) =>
		ownOr(own, exclusions, codes)
			.replace('item … is', itemsAre(items))
			.replace('item …', sayItems(items.map(({number}) => number)))
			.replace(
				'paragraph …',
				sayWhys(items, ({why}) => named(why.paragraphs)),
			),
});

const byStatute = exempt(['excl'], 'LGA 1972 s.100A(2)');
const byRegulation = exempt(['exec', 'excl'], 'SI 2012/2089 reg 4(2)(a)');

/** What is asked of members (Localism Act 2011 s.31; of one who decides alone subsections 6 to 8). */
const interests = {
	kinds: interestKinds,
	lead: 'A disclosable pecuniary interest without a dispensation takes the vote away, even from one who stays.',
	asked:
		'Members are asked to declare any interest in an item, and what it is, before the item is discussed. A member with a disclosable pecuniary interest takes no part in the discussion and does not vote unless a dispensation was granted (Localism Act 2011, sections 31 and 33). Of a sensitive interest it is enough to say that there is one. Whoever is in doubt should ask the secretary before the meeting.',
	sensitive: ' (its nature is withheld as sensitive: Localism Act 2011 s.32)',
	voteless: 'without a vote (Localism Act 2011 s.31)',
	// Localism Act 2011 s.29(5) and (6), from memory, 1 December 2026.
	published: true,
} satisfies BoardLaw['interests'];

const statement: ReadonlySet<RecordField> = new Set([
	'conflicts',
	'dispensations',
	'callInWaived',
	'key',
]);

/**
 * A committee of a council. An item that was not on the published agenda needs the opinion of whoever presides that
 * special circumstances make it urgent, and the minutes say which (LGA 1972 s.100B(4)(b)).
 */
const committee: BoardLaw = {
	...plainBoards.plain,
	label: 'Committee',
	// LGA 1972 Sch 12 para 39(1); a constitution's own rule of two thirds was unlawful (Friends of Hethel [2010] EWCA Civ 894).
	simpleMajority:
		'a council or committee decides by a majority of those present and voting (LGA 1972 Sch 12 para 39) unless an Act says otherwise: which?',
	onlyMeetings:
		'this body decides only at a meeting: record the officer’s or member’s decision, under which delegation, and who was consulted',
	seconder: true,
	// No provision in force that lets them was found on 30 November 2026; read against [2021] EWHC 1093 (Admin).
	elsewhere:
		'no provision in force lets whoever takes part from elsewhere be counted or vote (LGA 1972 Sch 12; [2021] EWHC 1093 (Admin))',
	outcomes,
	form: 'record',
	gate: {
		urgency: 'say which special circumstances make the item urgent (LGA 1972 s.100B(4)(b))',
		titles: 'LGA 1972 s.100B(4)',
	},
	urgent: (why) => [
		'Urgent',
		why &&
			`in the opinion of the chair, by reason of these special circumstances (LGA 1972 s.100B(4)(b)): ${why}`,
	],
	interests,
	privately: byStatute,
	// LGA 1972 Sch 12 para 41(2), as read on 30 November 2026.
	initialled: true,
	signing: ' (LGA 1972 Sch 12 para 41)',
	// Reading: what the executive prepares as policy framework, the authority adopts (LGA 2000 s.9D; SI 2000/2853 reg 4).
	policyFramework:
		'a plan of the policy framework is adopted by full Council (Local Government Act 2000 s.9D; SI 2000/2853 reg 4): recommend it',
};

/**
 * A cabinet. SI 2012/2089 knows no opinion of the chair's for an urgent item (reg 6(2) has five clear days, or a
 * meeting convened at shorter notice); the gate is the same here, and the checks say to ask.
 */
const executive: BoardLaw = {
	...committee,
	label: 'Executive',
	seconder: false,
	fields: statement,
	form: 'executive',
	standing: `Statement under regulation 12(2) of ${regulations}.`,
	callIn: true,
	notices: true,
	gate: {
		urgency: 'say why the item cannot wait for five clear days’ notice (SI 2012/2089 reg 6(2))',
		titles: 'SI 2012/2089 reg 6',
	},
	urgent: (why) => ['Urgent', why && `taken without five clear days’ notice, because: ${why}`],
	privately: byRegulation,
};

/** What each kind of board is under the law of English local government. */
export const englandBoards = {
	/**
	 * Full council. Its quorum is a quarter of the whole number of its members (LGA 1972 Sch 12 para 6, from memory,
	 * 30 November 2026), vacant seats included, so it is not known without that number. It cannot recommend to itself.
	 */
	council: {
		...committee,
		label: 'Full council',
		policyFramework: undefined,
		// Whoever voted for or against or abstained is named at once after any vote at a budget decision meeting.
		budgetByName:
			'on the budget and council tax each votes by name (SI 2014/165, standing orders under SI 2001/3384)',
		outcomes: outcomes.filter((outcome) => outcome !== 'recommended-to-council'),
		quorum: ({rules}) =>
			rules?.quorum ?? (rules?.seats === undefined ? undefined : Math.ceil(rules.seats / 4)),
		quorumUnknown: {
			ok: false,
			says: 'not known: a council’s is a quarter of the whole number of its members (LGA 1972 Sch 12 para 6), and that number is not recorded',
		},
	},
	executive,
	/** One who takes executive decisions alone (reg 13): no meeting, so neither agenda nor exclusion. */
	individual: {
		...executive,
		label: 'Individual decision-maker',
		alone: true,
		votes: false,
		form: 'individual',
		standing: `Statement under regulation 13(4) of ${regulations}.`,
		gate: undefined,
		urgent: plainBoards.individual.urgent,
		interests: {
			...interests,
			asked:
				'Whoever decides alone and has a disclosable pecuniary interest in the matter takes no step in it, other than to have it dealt with by others (Localism Act 2011, section 31).',
		},
		privately: byStatute,
	},
	committee,
	scrutiny: {...committee, label: 'Scrutiny'},
	/** By law it decides nothing, so its minutes are convention; its meetings are not the public's. */
	officer: {
		...committee,
		label: 'Officers',
		votes: false,
		elsewhere: undefined,
		initialled: undefined,
		seconder: false,
		form: 'notice',
		gate: undefined,
		urgent: plainBoards.officer.urgent,
		interests: {...interests, published: undefined, asked: plainBoards.officer.interests.asked},
	},
	/** A body that is none of a council's meets no word of a council's law. */
	plain: plainBoards.plain,
} satisfies Record<BoardKind, BoardLaw>;

/** Who takes executive decisions in law; an officers' board decides nothing by law. */
export const takesExecutive = (kind: BoardKind | undefined): boolean =>
	kind === 'executive' || kind === 'individual';

/** Which boards the statutes on meetings and papers are about. */
export const isStatutory = (kind: BoardKind | undefined): boolean =>
	kind !== undefined && kind !== 'officer' && kind !== 'plain';
