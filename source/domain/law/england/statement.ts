import {decides} from '../../rules/outcomes.ts';
import {personName} from '../../names.ts';
import type {Board, Database, Decision, Meeting, Report} from '../../schema/index.ts';
import type {Lack} from '../law.ts';
import {noneAtAll} from '../none.ts';
import {takesExecutive} from './boards.ts';

const regulation12 = 'SI 2012/2089 reg 12(2)';
const regulation13 = 'SI 2012/2089 reg 13(4)';
const officers = 'SI 2014/2095 reg 7';

/**
 * What the statement of an executive decision must hold: the reasons, the alternatives rejected and the conflicts
 * declared (SI 2012/2089 reg 12 and, for one who decides alone, reg 13). Steps of the meeting itself, and what was
 * withdrawn, need none of it.
 */
export function statementLacks(
	database: Database,
	board: Board,
	meeting: Meeting | undefined,
	decision: Decision,
	report: Report | undefined,
): (Lack | false)[] {
	if (!takesExecutive(board.kind) || decision.procedural || decision.outcome === 'withdrawn') {
		return [];
	}
	const source = isNonExecutive(database, decision)
		? officers
		: board.kind === 'individual'
			? regulation13
			: regulation12;
	const differs = decision.outcome !== 'approved';
	// What is put off or only noted decides nothing: its record needs no statement.
	if (!decides(decision.outcome)) return [];
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
		...(board.kind === 'individual' || !meeting ? [] : conflicts(meeting, decision)),
		...(meeting ? natures(database, meeting, decision) : consultation(decision, source)),
		decision.key === true &&
			!decision.keyReason?.trim() && {
				field: 'keyReason',
				says: 'why it is a key decision',
				source: 'SI 2012/2089 reg 8',
			},
	];
}

/** Of whom a decision that was taken at no meeting names the conflicts: those who were consulted; and what gave the power. */
const consultation = (
	{consulted = [], noConflicts, under}: Decision,
	source: string,
): (Lack | false)[] => [
	consulted.length === 0 &&
		!noConflicts && {
			field: 'consulted',
			says: 'who was consulted and the conflicts of interest that they declared, or that nobody declared one',
			source,
		},
	under === undefined && {field: 'under', says: 'the delegation under which it was taken', source},
];

/**
 * Whether one who decided alone did so for the council or a committee, by a delegation of theirs: then the record is that
 * of an officer’s decision, not of an executive one. Where no decision that gave the power is cited, it is executive.
 */
export function isNonExecutive(
	{decisions, boards}: Database,
	{under, board: id}: Pick<Decision, 'under' | 'board'>,
): boolean {
	const giver = decisions.find((one) => one.id === under?.decision)?.board;
	const kindOf = (wanted: string | undefined) => boards.find((one) => one.id === wanted)?.kind;
	return giver !== undefined && kindOf(id) === 'individual' && !takesExecutive(kindOf(giver));
}

/** What the record of an officer's decision that is not the executive's is called. */
export const officerStanding = (database: Database, decision: Decision): string | undefined =>
	isNonExecutive(database, decision)
		? 'Record of a decision under regulation 7 of the Openness of Local Government Bodies Regulations 2014.'
		: undefined;

/**
 * It is recorded that interests were asked for, or one was declared on the item or on none. Neither that the item for them
 * was taken up nor an interest in another matter says anything of this decision.
 */
function conflicts(
	{declarations = [], interestsAsked}: Meeting,
	{noConflicts, item: own}: Decision,
): Lack[] {
	const isTold = declarations.some(({item}) => item === undefined || item === own);
	return interestsAsked || noConflicts || isTold
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
