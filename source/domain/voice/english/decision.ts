import type {BoardLaw} from '../../law/law.ts';
import type {Outcome} from '../../schema/index.ts';

/** What is said of a decision, in minutes, notices and registers. */
export const decision = {
	heading: (number: string, title: string | undefined): string =>
		title === undefined ? `Decision ${number}` : `Decision ${number}: ${title}`,
	outcome: 'Outcome',
	date: 'Date',
	/** The number of its minute. */
	minute: 'Minute',
	key: 'Key decision',
	recommendation: 'Recommendation',
	reasons: 'Reasons',
	alternatives: 'Alternatives considered',
	alternativesRejected: 'Alternatives rejected',
	urgent: 'Urgent',
	dispensations: 'Dispensations granted',
	byHeadOfPaidService: (text: string): string => `by the head of paid service: ${text}`,
	projects: 'Projects',
	supersedes: 'Supersedes',
	rescinds: 'Rescinds',
	because: (yes: string, reason: string): string => `${yes}: ${reason}`,
	retractedWording: (text: string): string => `The wording that was retracted: ${text}`,
	/** What a body does in its own words, before them; nothing where it did nothing, as what was withdrawn. */
	resolved: (outcome: Outcome, law: Pick<BoardLaw, 'alone' | 'votes'>): string | undefined => {
		if (outcome === 'withdrawn') return undefined;
		if (outcome === 'recommended-to-council') return 'RECOMMENDED to Council';
		return law.alone ? 'DECIDED' : law.votes ? 'RESOLVED' : 'AGREED';
	},
	/** `counts` is “4 for, 5 against”. */
	lostMotion: (text: string, counts: string | undefined): string =>
		`The motion was put and LOST${counts === undefined ? '' : ` (${counts})`}: ${text}`,
	/** `when` is `on 12 May 2026 at 10:15`; absent in a register. */
	retracted: ({by, reason, when}: {by: string; reason: string; when?: string}): string =>
		`Retracted ${when === undefined ? '' : `${when} `}by ${by}: ${reason}`,
	retractedAlone: 'Retracted',
	superseded: (by: string | undefined): string => `Superseded${by ? ` by ${by}` : ''}.`,
	rescinded: (by: string | undefined): string => `Rescinded${by ? ` by ${by}` : ''}.`,
	corrected: (when: string, by: string, reason: string): string =>
		`Corrected ${when} by ${by}: ${reason}`,
	readBefore: (fields: string): string => `It read before: ${fields}.`,
	alternativesConfirmed: 'the alternatives confirmed',
	alternativesUnconfirmed: 'the alternatives not confirmed',
	/** A field by its name in a sentence, and what it read. */
	field: (name: string, value: string): string => `${name} ${value}`,
	when: (day: string, time: string): string => `on ${day} at ${time}`,
	agreed: (by: string, on: string | undefined): string =>
		`agreed by ${by}${on === undefined ? '' : ` on ${on}`}`,
};
