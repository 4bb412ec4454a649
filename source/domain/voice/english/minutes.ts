import type {ItemDisposal, Meeting} from '../../schema/index.ts';
import {joinedNames, sentence} from '../names.ts';

const stages: Record<Meeting['status'], string | undefined> = {
	planned: 'This meeting has not been opened yet: what follows is its agenda.',
	open: 'The meeting is still open: this is the record so far.',
	adjourned: 'The meeting stands adjourned: this is the record so far.',
	closed: undefined,
	cancelled: 'This meeting was called off: it was not held.',
};

/** One who decides alone holds no meeting. */
const stagesAlone: Record<Meeting['status'], string | undefined> = {
	planned: 'Nothing has been decided yet: what follows is what is to be decided.',
	open: 'The record is not closed yet: this is what it holds so far.',
	adjourned: 'The record is not closed yet: this is what it holds so far.',
	closed: undefined,
	cancelled: 'It was called off: nothing was decided.',
};

/** What minutes say besides of decisions and of who was there; of one who decides alone, a record of decision. */
export const minutes = {
	title: 'Minutes',
	agenda: 'Agenda',
	recordOfDecision: 'Record of decision',
	stages,
	stagesAlone,
	draft: 'Draft: not yet approved as a correct record.',
	issued: 'Issued: not yet approved as a correct record.',
	/** `at` names the meeting that approved them, `signedBy` whoever signed; `signed` where nobody is named. */
	approved: ({
		at,
		on,
		signed,
		signedBy,
	}: {
		at?: string | undefined;
		on?: string | undefined;
		signed: boolean;
		signedBy?: string | undefined;
	}): string =>
		`Approved as a correct record${at ? ` at ${at}` : ''}${on ? ` on ${on}` : ''}${
			signed ? `, and signed${signedBy ? ` by ${signedBy}` : ''}` : ''
		}.`,
	archived: (archive: string): string =>
		`Status changes and comments made in this meeting stand in the archive of the log, ${archive}, and are left out here.`,
	order: (numbers: string): string => `The items were taken in this order: ${numbers}.`,
	plannedFor: 'Planned for',
	opened: 'Opened',
	adjourned: 'Adjourned',
	closed: 'Closed',
	pause: (from: string, to: string | undefined): string =>
		to === undefined ? from : `${from} to ${to}`,
	closedOn: (time: string, day: string): string => `${time} on ${day}`,
	/** The number under which an item stood on the agenda, beside that of its minute. */
	agendaItem: 'Agenda item',
	unusedNumbers: ({from, to, why}: {from: string; to: string; why: string}): string =>
		from === to
			? `Minute number ${from} was not used: ${sentence(why)}`
			: `Minute numbers ${from} to ${to} were not used: ${sentence(why)}`,
	presiding: 'Presiding',
	taken: 'Taken',
	enBloc: 'en bloc with others',
	inquorate: (present: number, needed: number): string =>
		`Inquorate: ${present} of the ${needed} needed could vote on this item.`,
	/** `decisions` are the numbers of those that were made on it. */
	withheld: (word: string, decisions: readonly string[], numbers: string): string => {
		const made =
			decisions.length === 0
				? ''
				: ` ${decisions.length === 1 ? 'Decision' : 'Decisions'} ${numbers} ${decisions.length === 1 ? 'was' : 'were'} made on it.`;
		return `What was noted and decided on this item is ${word} and left out.${made}`;
	},
	left: 'Public left',
	readmitted: 'Public readmitted',
	notExcluded: 'no resolution to exclude them is recorded',
	notTaken: {
		'not-reached': 'This item was not reached.',
		withdrawn: 'This item was withdrawn.',
		deferred: 'This item was deferred.',
		taken: undefined,
	} as Record<ItemDisposal, string | undefined>,
	notRecorded: 'Whether this item was taken is not recorded.',
	noRoll: 'Who attended was not recorded.',
	unmarked: (people: readonly string[]): string =>
		`Whether ${joinedNames(people, 'or')} attended was not recorded.`,
	noChair: 'Nobody is recorded as presiding over this item.',
	outsideTheAgenda: 'Recorded outside the agenda',
	noOutstanding: 'There were no open actions.',
	outstanding: 'Open actions:',
	progress: 'Progress',
	actions: 'Actions',
	action: (id: string): string => `Action ${id}:`,
	due: (day: string): string => `by ${day}`,
	what: 'What',
	who: 'Who',
	until: 'When',
	corrections: 'Corrections',
	correctedItem: (item: string | undefined, when: string, by: string, reason: string): string =>
		`${item === undefined ? 'Corrected' : `Item ${item}, corrected`} ${when} by ${by}: ${reason}`,
	closedAt: (time: string): string => sentence(`The meeting closed at ${time}`),
	/** Where ink goes: a line for the chair's name and one for the date. */
	toSign: (line: string): string => `Signed as a correct record:\n\n${line} Chair\n\n${line} Date`,
	signed: (by: string, on: string | undefined): string =>
		`Signed as a correct record by ${by}${on === undefined ? '' : ` on ${on}`}.`,
	/** The footer under a version that was given out; `whole` where this copy leaves something out. */
	seal: {
		stands: (version: string, seal: string): string => `${version} · seal ${seal}`,
		unproved: (version: string, seal: string): string =>
			`${version} · seal ${seal}: this version of Boardwalk cannot check that seal.`,
		corrected: (version: string, seal: string): string =>
			`${version}, as corrected since · its seal ${seal} covers the text without the corrections.`,
		altered: (version: string, seal: string): string =>
			`Altered since ${version.replace(/^V/, 'v')} · its seal ${seal} does not cover this text.`,
		version: (number: number, day: string, time: string): string =>
			`Version ${number}, issued ${day} at ${time}`,
		ofWhole: (seal: string): string => `${seal} (of the full version)`,
	},
	changes: {
		strategy: 'Strategy',
		project: 'Project',
		before: 'Before',
		after: 'After',
		note: 'Note',
		unchanged: 'no change',
		confidence: (value: string): string => `confidence ${value.toLowerCase()}`,
		due: (before: string, after: string): string => `due ${before} → ${after}`,
	},
};
