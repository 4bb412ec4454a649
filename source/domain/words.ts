import type {
	ItemDisposal,
	ActionStatus,
	Role,
	RollMark,
	BoardKind,
	CallInEnd,
	Collection,
	Confidence,
	Fate,
	InterestKind,
	ItemKind,
	Meeting,
	Membership,
	MinutesStatus,
	NoticeKind,
	Outcome,
	ProjectStatus,
	RequestFate,
	StrategyStatus,
	VoteMethod,
} from './schema/index.ts';

/** The words for every fixed value: the same on screens, in documents and in messages. */
export const statusWords: Record<ProjectStatus, string> = {
	proposed: 'Proposed',
	'in-progress': 'In progress',
	'on-hold': 'On hold',
	blocked: 'Pending dependencies',
	delivered: 'Delivered',
	cancelled: 'Cancelled',
};

export const confidenceWords: Record<Confidence, string> = {
	green: 'Green',
	amber: 'Amber',
	red: 'Red',
};

/** What a project is to a success criterion. */
export const criterionWords: Record<string, string> = {
	met: 'met',
	partly: 'partly met',
	'not-met': 'not met',
};

export const outcomeWords: Record<Outcome, string> = {
	approved: 'Approved',
	'approved-as-amended': 'Approved as amended',
	refused: 'Refused',
	lost: 'Lost',
	deferred: 'Deferred',
	referred: 'Referred',
	'recommended-to-council': 'Recommended to council',
	noted: 'Noted',
	withdrawn: 'Withdrawn',
};

export const attendanceWords: Record<RollMark, string> = {
	present: 'Present',
	apologies: 'Apologies',
	absent: 'Absent',
	substitute: 'Substitute',
	'in-attendance': 'In attendance',
};

export const boardKindWords: Record<BoardKind, string> = {
	council: 'Full council',
	executive: 'Executive',
	individual: 'Individual decision-maker',
	committee: 'Committee',
	scrutiny: 'Scrutiny',
	officer: 'Officers',
	plain: 'Plain',
};

export const memberRoleWords: Record<Membership['role'], string> = {
	chair: 'Chair',
	'vice-chair': 'Vice-chair',
	member: 'Member',
	secretary: 'Secretary',
	adviser: 'Adviser',
};

/** What an account of the system is here. */
export const roleWords: Record<Role, string> = {
	administrator: 'administrator',
	secretary: 'secretary',
	chair: 'chair',
	'programme-manager': 'programme manager',
	member: 'member',
	observer: 'observer',
};

export const meetingStatusWords: Record<Meeting['status'], string> = {
	planned: 'Planned',
	open: 'Open',
	adjourned: 'Adjourned',
	closed: 'Closed',
	cancelled: 'Cancelled',
};

export const actionStatusWords: Record<ActionStatus, string> = {
	open: 'Open',
	done: 'Done',
	cancelled: 'Cancelled',
};

export const strategyStatusWords: Record<StrategyStatus, string> = {
	draft: 'Draft',
	current: 'Current',
	past: 'Past',
};

export const itemKindWords: Record<ItemKind, string> = {
	apologies: 'Apologies',
	declarations: 'Declarations',
	minutes: 'Minutes',
	actions: 'Actions',
	priority: 'Priority',
	report: 'Report',
	business: 'Business',
	urgent: 'Urgent business',
	exclusion: 'Exclusion of the public',
	readmission: 'Readmission of the public',
	election: 'Election',
	requests: 'Requests for change',
};

/** Interests as the codes of conduct call them. */
export const interestWords: Record<InterestKind, string> = {
	dpi: 'Disclosable pecuniary interest',
	ori: 'Other registrable interest',
	nri: 'Non-registrable interest',
	conflict: 'Conflict of interest',
};

export const voteMethodWords: Record<VoteMethod, string> = {
	'no-dissent': 'No dissent',
	unanimous: 'Unanimous',
	voices: 'By voice',
	'show-of-hands': 'Show of hands',
	recorded: 'Recorded by name',
};

export const fateWords: Record<Fate, string> = {
	carried: 'Carried',
	lost: 'Lost',
	accepted: 'Accepted by the mover',
	withdrawn: 'Withdrawn',
};

export const requestFateWords: Record<RequestFate, string> = {
	asked: 'Asked',
	approved: 'Approved',
	refused: 'Refused',
	withdrawn: 'Withdrawn',
	fallen: 'Fell with its decision',
};

export const noticeWords: Record<NoticeKind, string> = {
	'key-decision': 'Notice of a key decision',
	'private-meeting': 'Notice of a private meeting',
	'private-meeting-confirmed': 'Second notice of a private meeting',
	'private-meeting-urgent': 'Notice of an urgent private meeting',
	'general-exception': 'General exception notice',
	'special-urgency': 'Special urgency notice',
};

export const callInEndWords: Record<CallInEnd, string> = {
	released: 'Released',
	'referred-back': 'Referred back',
	lapsed: 'Lapsed',
};

export const minutesStatusWords: Record<MinutesStatus, string> = {
	draft: 'Draft',
	issued: 'Issued',
	approved: 'Approved',
	signed: 'Signed',
};

const byField: Record<string, Record<string, string>> = {
	status: {
		...strategyStatusWords,
		...meetingStatusWords,
		...actionStatusWords,
		...statusWords,
		...attendanceWords,
	},
	confidence: confidenceWords,
	outcome: outcomeWords,
};

/** A field's value in words, cut to a length that fits into a sentence unless more is asked for. */
export function sayValue(field: string, value: unknown, longest = 60): string {
	if (value === undefined || value === '') return 'nothing';
	if (Array.isArray(value) && value.every((element) => typeof element === 'string'))
		return value.length === 0 ? 'nothing' : `“${cut(value.join(', '), longest)}”`;
	const text = textsIn(value).join(', ');
	if (text === '') return 'nothing';
	return wordOf(field, text) ?? `“${cut(text, longest)}”`;
}

/** What stands in a value of several parts, such as who agreed, on which day and why. */
const textsIn = (value: unknown): string[] =>
	typeof value === 'object' && value !== null
		? Object.values(value).flatMap(textsIn)
		: [String(value)];

/** The word for a fixed value of a field, such as a status; undefined for any other value. */
export function wordOf(field: string, value: string): string | undefined {
	const words = Object.hasOwn(byField, field) ? byField[field] : undefined;
	return words && Object.hasOwn(words, value) ? words[value] : undefined;
}

/** What the fields of records are called, where their own name would not do in a sentence. */
const fieldWords: Record<string, string> = {
	agreedBy: 'who agreed',
	agreedOn: 'day of the agreement',
	alternativesConfirmed: 'word on the alternatives',
	callIn: 'call-in',
	callInWaived: 'waiver of call-in',
	betweenMeetings: 'whether it decides between meetings',
	tolerance: 'what it keeps for itself to approve',
	callInDays: 'days for call-in',
	castingVote: 'casting vote',
	closedAt: 'closed',
	currentItem: 'current item',
	decisionOn: 'day of the decision',
	dependsOn: 'depends on',
	endedAt: 'ended',
	from: 'first day',
	key: 'key decision',
	keyReason: 'why it is a key decision',
	minuteNumbers: 'pattern of minute numbers',
	needs: 'majority needed',
	noConflicts: 'word on conflicts',
	openedAt: 'opened',
	publishedOn: 'day of publication',
	startedAt: 'taken up',
	startsAt: 'start',
	to: 'last day',
	wayBack: 'way back to green',
	withdrew: 'withdrawal',
};

/** A field as a sentence calls it. */
export const fieldWord = (field: string): string =>
	Object.hasOwn(fieldWords, field)
		? (fieldWords[field] ?? field)
		: field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** The fields that a change replaces, as a sentence lists them. */
export const listFields = (fields: object): string => Object.keys(fields).map(fieldWord).join(', ');

/** A text of at most so many UTF-16 units, ending in … when something was left out; no character is halved. */
export const cut = (text: string, length: number): string =>
	text.length > length ? `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;

/** A number with its thousands parted, as an organisation's locale has it. */
export const sayNumber = (value: number, {locale}: {locale?: string | undefined}): string =>
	value.toLocaleString(locale ?? 'en-GB');

/** `1 project`, `2 projects`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
	`${number} ${number === 1 ? one : many}`;

/** How many letters of a word may be mistyped: two or a third of them, but never more than half. */
const tolerance = ({length}: string): number => Math.min(Math.max(2, length / 3), length / 2);

/** The words that are nearest to a mistyped one, nearest first; none when nothing is near. */
export function nearest(word: string, candidates: readonly string[]): string[] {
	const typed = word.toLowerCase();
	return candidates
		.filter((candidate) => Math.abs(candidate.length - typed.length) <= tolerance(candidate))
		.map((candidate) => ({candidate, distance: distance(typed, candidate.toLowerCase())}))
		.filter(({candidate, distance}) => distance <= tolerance(candidate))
		.toSorted((a, b) => a.distance - b.distance)
		.map(({candidate}) => candidate)
		.slice(0, 3);
}

/** Levenshtein's distance; the inputs are short words. */
function distance(a: string, b: string): number {
	let row = Array.from({length: b.length + 1}, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substitution));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}

/** What one record of each collection is called. */
export const recordWords: Record<Collection, string> = {
	strategies: 'strategy',
	people: 'person',
	boards: 'board',
	projects: 'project',
	requests: 'request',
	reports: 'report',
	meetings: 'meeting',
	decisions: 'decision',
	notices: 'notice',
	actions: 'action',
};

/** What became of an item. */
export const disposalWords: Record<ItemDisposal, string> = {
	taken: 'Taken',
	'not-reached': 'Not reached',
	withdrawn: 'Withdrawn',
	deferred: 'Deferred',
};
