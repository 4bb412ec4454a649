import type {StatementForm} from '../../law/law.ts';

/** What the notice of a decision says, and the register that gathers them. */
export const notice = {
	titles: {
		executive: 'Statement of executive decision',
		individual: 'Statement of executive decision',
		record: 'Record of decision',
		notice: 'Decision notice',
	} satisfies Record<StatementForm, string>,
	draft: 'Draft, not for publication: the record is not complete.',
	notPublic: (word: string): string => `Not for publication: this notice holds ${word} matter.`,
	leavesOut: (word: string): string => `This version leaves out ${word} matter.`,
	reference: 'Reference',
	dateOfDecision: 'Date of decision',
	report: 'Report',
	reportBy: 'Report by',
	authority: 'Authority',
	notShown: (what: string): string => `Not shown. ${what}`,
	privateMeeting: 'Private meeting',
	noneRecorded: 'None recorded',
	decision: 'Decision',
	asDecided: 'As decided, word for word',
	wordingAbove: 'The wording above, word for word',
	withheld: (word: string): string =>
		`What was decided, why, and on which report is ${word} and left out.`,
	interests: 'Interests',
	noConflictDeclared: 'No conflict of interest was declared.',
	noConflictRecorded: 'No conflict of interest is recorded.',
	dispensations: (text: string): string =>
		`Dispensations granted by the head of paid service: ${text}`,
	noDispensations: 'none recorded.',
	publication: 'Publication',
	publicationAndEffect: 'Publication and effect',
	published: 'Published',
	notYet: 'Not yet',
	openUntil: 'Open to call-in until',
	takesEffect: 'Takes effect',
	callIn: 'Call-in',
	callInReasons: 'Reasons for the call-in',
	callInOutcome: 'Outcome of the call-in',
	fromTheReport: 'From the report',
	consultation: 'Consultation',
	scrutiny: 'Scrutiny comments',
	backgroundPapers: 'Background papers',
	incomplete: 'Not complete',
	stillLacks: 'The record still lacks:',
};

/** What the register of decisions says as a whole. */
export const register = {
	title: (organisation: string): string => `Register of decisions of ${organisation}`,
	asAt: 'As at',
	decisions: 'Decisions',
	empty: 'No decision is recorded yet.',
	decision: 'Decision',
	standing: 'Standing',
	/** Many decisions, by their count. */
	count: (number: number): string => `${number} ${number === 1 ? 'decision' : 'decisions'}`,
	notPublic: (word: string, which: string): string =>
		`Not for publication: it holds ${word} matter (${which}).`,
	withheld: (word: string): string => `What was decided is ${word} and left out.`,
};
