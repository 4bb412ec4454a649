import type {
	AgendaItem,
	Board,
	BoardKind,
	Database,
	Decision,
	Exempt,
	InterestKind,
	Meeting,
	Notice,
	NoticeKind,
	Outcome,
	Report,
} from '../schema/index.ts';
import type {Calendar, LeftOut} from '../rules/days.ts';

/**
 * What a law says of a board, by its kind: what it must hold, the fields that a form asks for, the documents
 * there are, and the words for all of it. It is plain data and pure functions of what they are given; what has to
 * look at a whole database is the `Law`'s.
 */
export type BoardLaw = {
	/** What the kind is called where one is chosen. */
	label: string;
	/** Whether one person decides: no meeting is held, so there is no quorum, mover, vote, or minutes to approve. */
	alone: boolean;
	/** Whether its record tells how each motion was voted on; where nothing is said, nobody dissented. */
	votes: boolean;
	/** Why a motion of it needs no more than most of those who vote, unless an Act says so; absent where its own rules may. */
	simpleMajority?: string;
	/** Why each votes by name on an item at which its budget is decided; absent where nothing asks for that. */
	budgetByName?: string;
	/** Which motions need more by the usual rules of debate, as a hint where a vote is typed; absent where its own rules alone tell. */
	majorityHint?: string;
	/** Why it decides at a meeting only; absent where it may decide between them. */
	onlyMeetings?: string;
	/** Why somebody who takes part from elsewhere is neither counted nor votes; absent where they do as everybody else. */
	elsewhere?: string | undefined;
	/** Whether a motion needs a seconder, unless the board's own rules say. */
	seconder: boolean;
	/** How many voting members must be there; undefined where nothing tells, which is never taken for one. */
	quorum: (board: Board) => number | undefined;
	/** What is to be done about a quorum that is not known. */
	quorumUnknown: {ok: boolean; says: string};
	/** What its decisions come to. */
	outcomes: readonly Outcome[];
	/** What a decision's record holds besides what any board's does. */
	fields: ReadonlySet<RecordField>;
	/** What a notice of its decision is. */
	form: StatementForm;
	/** What such a notice says of its standing, where the law asks for it. */
	standing?: string;
	/** Why it cannot adopt a plan of the policy framework, where it only recommends one. */
	policyFramework?: string | undefined;
	/** Whether what it decides waits before it is carried out, as it may be called in. */
	callIn: boolean;
	/** Whether decisions are announced beforehand, by notices that a forward plan gathers. */
	notices: boolean;
	/** Once its agenda is out: what an added item must say, and why titles stand. Absent where nothing is asked. */
	gate?: {urgency: string; titles: string};
	/** Why an item that was added could not wait, as a label and its text. */
	urgent: (why: string | undefined) => [label: string, text: string | undefined];
	/** What the steps are called that a proposed agenda has of itself; `of` is the day of the meeting whose minutes they are. */
	steps: {
		apologies: string;
		declarations: string;
		minutes: (of: string) => string;
		actions: string;
		urgent: string;
	};
	interests: InterestWords;
	privately: PrivateWords;
	/** Whether whoever signs minutes on loose leaves initials each of them. */
	initialled?: boolean | undefined;
	/** The rule by which minutes are signed, for the end of a sentence: ` (…)`, or nothing. */
	signing: string;
};

/** What the record of a decision holds only where a law asks for it. */
export type RecordField = 'conflicts' | 'dispensations' | 'callInWaived' | 'key';

/**
 * What a notice of a decision is: the statement that must be made of an executive's decision or of one who
 * decides alone, a committee's record of decision, or for a board that is none of these a plain notice.
 */
export type StatementForm = 'executive' | 'individual' | 'record' | 'notice';

export type InterestWords = {
	/** The kinds that may be declared, in the order in which they are offered, and the usual one. */
	kinds: readonly [InterestKind, ...InterestKind[]];
	/** What whoever declares one should know. */
	lead: string;
	/** What an agenda asks of those who take part. */
	asked: string;
	/** Said behind an interest whose nature is withheld, and of whoever lost the vote by one, stayed or not. */
	sensitive: string;
	voteless: string;
	/** Whether the law publishes its members' register of interests. */
	published?: true | undefined;
};

/** An exemption as it is told: the paragraphs with what they are about, or why else it is private. */
type ToldGrounds = {
	paragraphs: readonly {number: number; about: string}[];
	confidential?: boolean | undefined;
	ground?: string | undefined;
};

/** How an item is kept from the public, and the words for it. */
export type PrivateWords = {
	/** What is asked for: a paragraph of a statute, or why in the board's own words. */
	asks: 'paragraph' | 'ground';
	/** What each paragraph that may be named is about; none where none is named. */
	paragraphs: Readonly<Record<number, string>>;
	/** The title of a form, the label of a line and the word in a list: Exempt, In private. */
	label: string;
	/** What such an item is, for the middle of a sentence: exempt, private. */
	word: string;
	/** What a key does that takes an item in private. */
	key: string;
	/** The label of the field that asks for it, and the hint of the public summary's. */
	field: string;
	summaryHint: string;
	/** The label of the line that names the resolution by which the public left. */
	excluded: string;
	/** The label of the line that says when it began, where it is not that the public left. */
	left?: string;
	/** The label of the line that says when it ended, where it is not that the public came back. */
	readmitted?: string;
	/** The title of that resolution. */
	title: string;
	/** The heading of the agenda's part for such items, and what it says first. */
	items: string;
	notice: string;
	/** Whether the meeting must resolve to go into private for what is kept back so. */
	resolves: (exempt: Exempt) => boolean;
	/** The resolution that takes items in private, in the standard wording or in that of the database's own snippets. */
	resolution: (own: readonly Snippet[], named: readonly NamedPrivate[]) => string;
	/** Why it cannot be kept from the public so. */
	refuses: (exempt: Exempt) => string | undefined;
	/** Why it is kept from the public, for documents and pages. */
	says: (told: ToldGrounds) => string;
	/** The same in a few words. */
	briefly: (exempt: Pick<Exempt, 'paragraphs' | 'confidential' | 'ground'>) => string;
};

/** An item that a resolution takes in private: its number on the agenda, and why. */
export type NamedPrivate = {
	number: string;
	why: Pick<Exempt, 'paragraphs' | 'confidential' | 'ground'>;
};

export type Snippet = {id: string; text: string};

/** Something that would still make an item lawful, and the last day on which it can be done. */
export type Way = {by: string; says: string};

/** What a rule says of one item on one day. */
export type Ruling = {
	ok: boolean;
	says: string;
	/** The provision that it rests on. */
	source: string;
	/** The first day on which it would be lawful, where what was given already leads to one. */
	earliest?: string;
	/** The last day on which something that it rests on happened: what lies ahead is not yet done. */
	doneOn?: string;
	leftOut: LeftOut[];
	/** When it does not hold: what would mend it, in the order in which to try. */
	ways: Way[];
};

/** The ways in which a key decision may lawfully be taken. */
export type Route = 'not-key' | 'notice' | 'general-exception' | 'special-urgency' | 'none';
export type Authority = Ruling & {route: Route};

/** What is asked about: the item of a meeting, and the day on which it would be decided. */
export type Asked = {meeting: Meeting; item: AgendaItem; day: string};

export type Check = {
	what: 'agenda' | 'report' | 'urgency' | 'key' | 'private' | 'quorum';
	ok: boolean;
	says: string;
	/** The provision that it rests on; absent where it is the board's own rule. */
	source?: string;
	/** The last day on which it can still be put right; absent once that is too late. */
	by?: string;
};

/** What the checks of one meeting share. */
export type Scene = {
	database: Database;
	meeting: Meeting;
	board: Board | undefined;
	day: string;
	today: string;
};

/** Something that a record of a decision still lacks. */
export type Lack = {
	/** The field that would mend it. */
	field: string;
	says: string;
	/** The rule that wants it; absent where it is good practice. */
	source?: string;
};

/**
 * Where a decision stands:
 * - `not-subject`: it cannot be called in, `says` tells why;
 * - `unpublished`: the days have not begun;
 * - `running`: it may be called in until the end of `until`;
 * - `effective`: nobody called it in;
 * - `called-in`: it waits for scrutiny;
 * - `released`, `lapsed`: scrutiny let it stand, or did not meet in time;
 * - `referred-back`: it has no effect; the decision-maker decides again.
 */
export type CallInState =
	| 'not-subject'
	| 'unpublished'
	| 'running'
	| 'called-in'
	| 'released'
	| 'referred-back'
	| 'lapsed'
	| 'effective';

export type CallInClock = {
	state: CallInState;
	/** The last day on which it may be called in. */
	until?: string;
	/** The first day on which it may be carried out, as far as that is known. */
	effectiveOn?: string;
	leftOut: LeftOut[];
	says: string;
	/** The power that it rests on. */
	source: string;
};

/** Where a notice stands: not given yet, its days still running or up, or withdrawn. */
export type NoticeClock = {
	state: 'draft' | 'running' | 'up' | 'withdrawn';
	/** The first day on which what it is about may be decided, as far as this notice goes. */
	from?: string;
	says: string;
	source: string;
};

/** How a decision could lawfully be made, and made in private; what nothing is asked of is absent. */
export type Lawfulness = {
	authority?: Pick<Authority, 'route' | 'ok' | 'says' | 'source'> | undefined;
	privacy?: {ok: boolean; says: string; source: string} | undefined;
};

/** What a law reads from a whole database; what it says of each kind of board is its `BoardLaw`. */
export type Law = {
	/** What it is the law of, for whoever chooses one: “English local government”. */
	of: string;
	/** The locale that a new organisation under it has, where it is another country's. */
	locale?: string;
	/** The kinds that a new board may be of, and the usual one; what the choice is about. */
	kinds: {offered: readonly BoardKind[]; usual: BoardKind; lead: string};
	/** What the first board of a new database is called where nobody says, and the kind that a board's name tells. */
	firstBoard: string;
	kindNamed: (name: string) => BoardKind;
	/** The question that the checks before a meeting answer, and what it looks at. */
	question: {asks: string; looksAt: string; hint: string};
	/** Whether it knows notices before a decision, and calls-in after one: without them no list, form or key speaks of it. */
	notices: boolean;
	callsIn: boolean;
	/** The standard wordings of motions, by a short code. */
	snippets: readonly Snippet[];
	/** Which days are not working days. */
	calendar: (database: Database) => Calendar;
	/** What is wanted before an item is decided, apart from the quorum. */
	checks: (scene: Scene, item: AgendaItem) => Check[];
	/** What the record of a decision lacks, besides what any board's record holds. */
	lacks: (
		database: Database,
		board: Board,
		meeting: Meeting | undefined,
		decision: Decision,
		report: Report | undefined,
	) => (Lack | false)[];
	/** What the notice of one decision says of its standing, where that is not what those of its board say. */
	standing?: (database: Database, decision: Decision) => string | undefined;
	callIn: (database: Database, decision: Decision, today: string) => CallInClock | undefined;
	noticeClock: (database: Database, notice: Notice, today: string) => NoticeClock | undefined;
	lawfulness: (database: Database, asked: Asked, key: boolean) => Lawfulness;
	/** Who is told of each kind of notice or agrees to it: the label of that field, and its hint. */
	agreement: Readonly<Partial<Record<NoticeKind, [label: string, hint: string]>>>;
	/** What makes a decision a key one, as a hint; undefined where there are none. */
	keyHint: string | undefined;
	/** Fields that mean nothing under it, such as `reports/scrutiny`: no form asks for them. */
	without: ReadonlySet<string>;
};
