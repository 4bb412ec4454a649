/**
 * The closed lists of the database's shape: what a status, a kind, an outcome or a role can be. They stand apart
 * from the schemas that check them, so that who only lists or words them loads no validator.
 */

/** The version of the database's shape that this program writes. */
export const schemaVersion = 2;

/** The most that one typed text may hold, in UTF-16 units. A long report belongs in its own file. */
export const longestText = 100_000;

/** The laws that a database, or a meeting that was opened under one, can follow. */
export const profiles = ['england', 'scotland', 'us-open-meetings', 'plain'] as const;
export type Profile = (typeof profiles)[number];

/** What an account may be, from the one that may do most to the one that may only look. */
export const roles = [
	'administrator',
	'secretary',
	'chair',
	'programme-manager',
	'member',
	'observer',
] as const;
export type Role = (typeof roles)[number];

export const projectStatuses = [
	'proposed',
	'in-progress',
	'on-hold',
	'blocked',
	'delivered',
	'cancelled',
] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

/** Confidence in delivery (RAG), kept apart from status: there is no agreed definition that joins them. */
export const confidences = ['green', 'amber', 'red'] as const;
export type Confidence = (typeof confidences)[number];

/** What a project is to a criterion where the strategy has no scale of its own. */
export const criterionResults = ['met', 'partly', 'not-met'] as const;

export const strategyStatuses = ['draft', 'current', 'past'] as const;
export type StrategyStatus = (typeof strategyStatuses)[number];

export const riskResponses = ['avoid', 'reduce', 'transfer', 'accept'] as const;
export type RiskResponse = (typeof riskResponses)[number];

export const measureDirections = ['up', 'down'] as const;
export const measureFrequencies = ['month', 'quarter', 'half-year', 'year'] as const;
/** A snapshot says how things are at the end of a period; a cumulative reading counts up through the year. */
export const measureKinds = ['snapshot', 'cumulative'] as const;

export const boardKinds = [
	'council',
	'executive',
	'individual',
	'committee',
	'scrutiny',
	'officer',
	'plain',
] as const;
export type BoardKind = (typeof boardKinds)[number];

export const memberRoles = ['chair', 'vice-chair', 'member', 'secretary', 'adviser'] as const;

export const meetingStatuses = ['planned', 'open', 'adjourned', 'closed', 'cancelled'] as const;

export const itemKinds = [
	'apologies',
	'declarations',
	'minutes',
	'actions',
	'priority',
	'report',
	'exclusion',
	'readmission',
	'election',
	'requests',
	'business',
	'urgent',
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** What became of an item of the agenda. */
export const itemDisposals = ['taken', 'not-reached', 'withdrawn', 'deferred'] as const;
export type ItemDisposal = (typeof itemDisposals)[number];

/** How somebody stands on the roll. Apologies are a fact of their own, not a way of attending. */
export const attendanceStatuses = ['present', 'absent', 'substitute', 'in-attendance'] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];

/** What somebody is marked as when the roll is taken: how they attend, or that they sent apologies instead. */
export const rollMarks = ['present', 'apologies', 'absent', 'substitute', 'in-attendance'] as const;
export type RollMark = (typeof rollMarks)[number];

export const movementKinds = ['arrived', 'left'] as const;

/**
 * Kinds of interest: `dpi` a disclosable pecuniary interest (Localism Act 2011 s.31), `ori` another
 * registrable and `nri` a non-registrable one (the LGA's model code), `conflict` a conflict of
 * interest of one who takes or is consulted on an executive decision (SI 2012/2089 reg 12(2), 13(4)).
 */
export const interestKinds = ['dpi', 'ori', 'nri', 'conflict'] as const;
export type InterestKind = (typeof interestKinds)[number];

export const minutesStatuses = ['draft', 'issued', 'approved', 'signed'] as const;
export type MinutesStatus = (typeof minutesStatuses)[number];

export const outcomes = [
	'approved',
	'approved-as-amended',
	'refused',
	'lost',
	'deferred',
	'referred',
	'recommended-to-council',
	'noted',
	'withdrawn',
] as const;
export type Outcome = (typeof outcomes)[number];

export const voteChoices = ['for', 'against', 'abstained'] as const;
export type VoteChoice = (typeof voteChoices)[number];

/**
 * How a motion was put: carried without anybody dissenting, or by all who were there, uncounted; by voice, as whoever
 * presided declared it; by hands counted, or with every name written down.
 */
export const voteMethods = [
	'no-dissent',
	'unanimous',
	'voices',
	'show-of-hands',
	'recorded',
] as const;
export type VoteMethod = (typeof voteMethods)[number];

/** What whoever presides declares of a vote by voice, which nobody counts. */
export const voiceResults = ['carried', 'lost'] as const;

/** What share of the votes carries a motion, and whose votes it is a share of. */
export const majorities = [
	'simple',
	'two-thirds',
	'three-quarters',
	'number',
	'unanimous',
] as const;
export const majorityBases = ['voting', 'present', 'members'] as const;

export const fates = ['carried', 'lost', 'accepted', 'withdrawn'] as const;
export type Fate = (typeof fates)[number];

/** How a call-in ended: the decision stands, was sent back to the decision-maker, or nobody met in time. */
export const callInEnds = ['released', 'referred-back', 'lapsed'] as const;
export type CallInEnd = (typeof callInEnds)[number];

export const decisionStatuses = ['recorded', 'retracted', 'rescinded', 'superseded'] as const;

/** Why an item is not heard in public: exempt or confidential by law, or private by the board's own rules. */
export const exclusionBases = ['exempt', 'confidential', 'private'] as const;

export const actionStatuses = ['open', 'done', 'cancelled'] as const;
export type ActionStatus = (typeof actionStatuses)[number];

export const noticeKinds = [
	'key-decision',
	'private-meeting',
	'private-meeting-confirmed',
	'private-meeting-urgent',
	'general-exception',
	'special-urgency',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What became of a request for a change that somebody has to approve. */
export const requestFates = ['asked', 'approved', 'refused', 'withdrawn', 'fallen'] as const;
export type RequestFate = (typeof requestFates)[number];

/** The collections whose elements are records with an id. */
export const collections = [
	'strategies',
	'people',
	'boards',
	'projects',
	'requests',
	'reports',
	'meetings',
	'decisions',
	'notices',
	'actions',
] as const;
export type Collection = (typeof collections)[number];
