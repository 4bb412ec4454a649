import {personName} from '../names.ts';
import type {Board, Database, Decision, Meeting, Report} from '../schema/index.ts';
import {outcomeWords} from '../words.ts';
import {quorumOn} from './presence.ts';
import {needsSeconder} from './voting.ts';
import {keepsRecommended} from './wording.ts';

/** Something that a record of a decision still lacks. */
export type Lack = {
	/** The field that would mend it. */
	field: string;
	says: string;
	/** The rule that wants it; absent where it is good practice. */
	source?: string;
};

const regulation12 = 'SI 2012/2089 reg 12(2)';
const regulation13 = 'SI 2012/2089 reg 13(4)';

/** Boards whose members take executive decisions in law. */
const isExecutive = ({kind}: Board): boolean => kind === 'executive' || kind === 'individual';

/** Outcomes that decide the matter, so that reasons for it must stand in the record. */
const decides: readonly Decision['outcome'][] = [
	'approved',
	'approved-as-amended',
	'refused',
	'referred',
	'recommended-to-council',
];

/**
 * What a decision's record still lacks for its kind of board. An executive's statement holds the reasons, the
 * alternatives rejected and the conflicts declared (SI 2012/2089 reg 12 and, for one who decides alone,
 * reg 13); one who decides alone has no mover and no vote; an officers' board is none of these in
 * law, so its minutes are convention. Steps of the meeting itself, and what was withdrawn, need neither
 * reasons nor alternatives. A decision that is not complete is a draft.
 */
export function lacking(database: Database, decision: Decision): Lack[] {
	if (decision.status === 'retracted') return [];
	const board = database.boards.find(({id}) => id === decision.board);
	const meeting = database.meetings.find(({id}) => id === decision.meeting);
	if (!board || !meeting) return [];
	const england = database.rules.profile === 'england';
	const report = reportOf(database, meeting, decision);
	const found: (Lack | false)[] = [
		keepsRecommended(decision, report) && {
			field: 'resolution',
			says:
				decision.outcome === 'approved-as-amended'
					? 'the wording as amended: it still is what was recommended'
					: `a wording of its own: the recommended one is not what was resolved, as the outcome is ${outcomeWords[decision.outcome]}`,
		},
		decision.resolution.includes('…') && {
			field: 'resolution',
			says: 'what is to stand for … in the wording',
		},
		...(england && isExecutive(board) && !decision.procedural && decision.outcome !== 'withdrawn'
			? statement(database, board, meeting, decision, report)
			: []),
		...(board.kind === 'individual' || board.kind === 'officer'
			? []
			: motion(database, board, meeting, decision)),
		decision.outcome === 'approved-as-amended' &&
			!decision.amendments?.some(({fate}) => fate === 'carried' || fate === 'accepted') && {
				field: 'amendments',
				says: 'an amendment that was carried or accepted, as the outcome is Approved as amended',
			},
	];
	return found.filter((lack) => lack !== false);
}

/** That there were none is a word in itself: where it is not the report's, nothing is left to be confirmed. */
export const noneAtAll = (alternatives: string | undefined): boolean =>
	/^none\b(?! of)/i.test(alternatives?.trim() ?? '');

/** The report behind a decision's item. */
function reportOf(database: Database, {agenda}: Meeting, {item}: Decision): Report | undefined {
	const about = agenda.find(({id}) => id === item)?.about;
	return database.reports.find(({id}) => id === about?.report);
}

/** What the statement of an executive decision must hold. */
function statement(
	database: Database,
	board: Board,
	meeting: Meeting,
	decision: Decision,
	report: Report | undefined,
): (Lack | false)[] {
	const source = board.kind === 'individual' ? regulation13 : regulation12;
	const differs = decision.outcome !== 'approved';
	// What is put off or only noted decides nothing: its record needs no statement.
	if (!decides.includes(decision.outcome)) return [];
	return [
		!decision.reasons?.trim() && {field: 'reasons', says: 'the reasons for the decision', source},
		Boolean(decision.reasons) &&
			differs &&
			decision.reasons === report?.reasons && {
				field: 'reasons',
				says: 'reasons of its own: the report’s fit only the decision as recommended',
				source,
			},
		!decision.alternatives?.trim() && {
			field: 'alternatives',
			says: 'the alternatives considered and rejected, or “none”',
			source,
		},
		Boolean(decision.alternatives?.trim()) &&
			(decision.alternatives === report?.alternatives || !noneAtAll(decision.alternatives)) &&
			!decision.alternativesConfirmed && {
				field: 'alternatives',
				says: 'somebody’s word that these alternatives were considered and rejected',
				source,
			},
		...(board.kind === 'individual' ? [] : conflicts(meeting, decision)),
		...natures(database, meeting, decision),
		decision.key === true &&
			!decision.keyReason?.trim() && {
				field: 'keyReason',
				says: 'why it is a key decision',
				source: 'SI 2012/2089 reg 8',
			},
	];
}

/** Interests were asked for: somebody declared one, or an item for it was taken up. */
function conflicts({declarations, agenda}: Meeting, {noConflicts}: Decision): Lack[] {
	const asked = agenda.some(({kind, startedAt}) => kind === 'declarations' && startedAt);
	return asked || noConflicts || (declarations ?? []).length > 0
		? []
		: [
				{
					field: 'declarations',
					says: 'the conflicts of interest declared, or that there were none',
					source: regulation12,
				},
			];
}

/** A pecuniary interest is disclosed by saying what it is, unless it is sensitive (Localism Act 2011 s.31(2) and s.32). */
const natures = (database: Database, {declarations = []}: Meeting, {item}: Decision): Lack[] =>
	declarations
		.filter(
			(one) => one.item === item && one.kind === 'dpi' && !one.sensitive && !one.nature?.trim(),
		)
		.map(({person}) => ({
			field: 'nature',
			says: `what the interest of ${personName(database, person)} is, or that it is sensitive`,
			source: 'Localism Act 2011 s.31(2)',
		}));

/** What the record of a body's motion holds by convention. */
function motion(
	database: Database,
	board: Board,
	meeting: Meeting,
	{mover, seconder, vote, outcome, procedural, item}: Decision,
): (Lack | false)[] {
	if (outcome === 'withdrawn') return [];
	// Without a quorum nothing can be moved or voted on: the matter is put off.
	const {quorate} = quorumOn(database, meeting, item, 'during');
	if (outcome === 'deferred' && !quorate) return [];
	// Steps of the meeting are moved from the chair.
	const needs = needsSeconder(board) && !procedural;
	return [
		needs && !mover && {field: 'mover', says: 'the mover'},
		needs && !seconder && {field: 'seconder', says: 'the seconder'},
		!vote && {field: 'vote', says: 'how it was voted on'},
	];
}

/** The decisions of a meeting that are drafts, each with what it lacks. */
export const drafts = (
	database: Database,
	meeting: string,
): {decision: Decision; lacks: Lack[]}[] =>
	database.decisions
		.filter((decision) => decision.meeting === meeting)
		.map((decision) => ({decision, lacks: lacking(database, decision)}))
		.filter(({lacks}) => lacks.length > 0);
