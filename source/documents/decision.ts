import {lawOfBoard} from '../domain/law/boards.ts';
import type {Correction, MinutedDecision} from '../domain/queries/minuted.ts';
import type {Minutes} from '../domain/queries/minutes.ts';
import type {MinutedVote} from '../domain/queries/voted.ts';
import {type Voice, voiceOf} from '../domain/voice/index.ts';
import {sentence} from '../domain/voice/names.ts';
import {cut, fieldWord, sayValue} from '../domain/words.ts';
import {type Block, heading, note, pairs, paragraph} from './tree.ts';
import {sayWaived} from './urgency.ts';
import {amendmentBlocks, ballotPairs} from './vote.ts';

/** What a document must know to tell of a decision: under which law, of which board, and in which manner. */
export type Manner = Pick<Minutes, 'timeZone' | 'locale' | 'board' | 'law'>;

/**
 * A decision as minutes show it: the resolution first, then what became of it and why. One who decides
 * alone has neither mover nor seconder, and the date stands with the decision.
 * A retracted decision keeps its wording, but no longer stands out.
 */
export function decisionBlocks(manner: Manner, decision: MinutedDecision): Block[] {
	const voice = voiceOf(manner);
	const {decision: words, values, period} = voice;
	const {alone} = lawOfBoard(manner);
	const {title, status, outcome} = decision;
	const head = heading(3, words.heading(numberOf(decision), title));
	if (status === 'retracted') {
		return [head, note(sayRetraction(voice, decision)), resolutionBlock(voice, decision)];
	}
	return [
		head,
		resolutionBlock(voice, decision),
		...amendmentBlocks(voice, decision.amendments),
		...pairs(
			[words.outcome, values.outcome[outcome]],
			[words.date, alone ? period(decision.date) : undefined],
			[words.key, sayKey(voice, decision)],
			[words.recommendation, differs(decision) ? decision.recommendation : undefined],
			...(alone ? [] : motionPairs(voice, decision)),
			[words.reasons, decision.reasons],
			[words.alternatives, decision.alternatives],
			[words.urgent, sayWaived(voice, decision.callInWaived)],
			[
				words.dispensations,
				decision.dispensations && words.byHeadOfPaidService(decision.dispensations),
			],
			[words.projects, sayProjects(decision)],
			[words.supersedes, decision.supersedes],
			[words.rescinds, decision.rescinds],
		),
		...standingNotes(voice, decision),
	];
}

/** The projects that a decision is about. */
export const sayProjects = ({projects}: MinutedDecision): string | undefined =>
	projects?.map(({id, title}) => `${id} ${title}`.trim()).join('; ');

/** When, by whom and why a decision was retracted, as far as that is known. */
export function sayRetraction(
	{decision, when}: Voice,
	{retraction}: Pick<MinutedDecision, 'retraction'>,
): string {
	if (!retraction) return decision.retractedAlone;
	const {at, by, reason} = retraction;
	return decision.retracted({by, reason, when: when(at)});
}

/** The words that were resolved stand out; those that were not, as what was lost or retracted, do not. */
export const resolutionBlock = (
	{decision: words}: Voice,
	{status, outcome, resolution}: Pick<MinutedDecision, 'status' | 'outcome' | 'resolution'>,
): Block =>
	status === 'retracted'
		? paragraph(words.retractedWording(resolution))
		: outcome === 'lost'
			? paragraph(words.lostMotion(resolution))
			: {type: 'strong', text: resolution};

/** Who moved and seconded a motion, and how it was voted on. */
export const motionPairs = (
	voice: Voice,
	{mover, seconder, vote}: MinutedDecision,
): [string, string | undefined][] => [
	[voice.motion.movedBy, mover],
	[voice.motion.secondedBy, seconder],
	[voice.motion.vote, vote && voice.motion.voted(vote)],
	...ballotPairs(voice, vote),
];

/** `D-1 (I017909)`: a decision's number and, where it has one besides, its reference. */
export const numberOf = ({id, reference}: Pick<MinutedDecision, 'id' | 'reference'>): string =>
	reference && reference !== id ? `${id} (${reference})` : id;

/** Yes or no, and why; undefined where the question was not answered. */
export function sayKey(
	{decision, values}: Voice,
	{key, keyReason}: Pick<MinutedDecision, 'key' | 'keyReason'>,
): string | undefined {
	if (key === undefined) return undefined;
	if (!key) return values.no;
	return keyReason ? decision.because(values.yes, keyReason) : values.yes;
}

/** A recommendation that was taken word for word is not printed twice. */
export const differs = ({recommendation, resolution}: MinutedDecision): boolean =>
	recommendation?.trim() !== resolution.trim();

/** What became of a decision after it was recorded: its corrections, and what took its place. */
export const standingNotes = (
	voice: Voice,
	{corrections, status, endedBy}: MinutedDecision,
): Block[] => [
	...corrections.map((correction) => note(sayCorrection(voice, correction))),
	...(status === 'superseded' || status === 'rescinded'
		? [note(voice.decision[status](endedBy))]
		: []),
];

function sayCorrection(voice: Voice, {at, by, reason, fields}: Correction): string {
	const {decision, when} = voice;
	const before = fields.map(({field, from}) =>
		field === 'alternativesConfirmed'
			? from === true
				? decision.alternativesConfirmed
				: decision.alternativesUnconfirmed
			: decision.field(fieldWord(field), sayBefore(voice, field, from)),
	);
	const what = before.length > 0 ? ` ${decision.readBefore(before.join('; '))}` : '';
	return `${decision.corrected(when(at), by, sentence(reason))}${what}`;
}

/** The earlier wording in full, as far as a note can hold it. */
function sayBefore({motion, values}: Voice, field: string, value: unknown): string {
	if (field === 'vote' && value) return `“${motion.voted(value as MinutedVote)}”`;
	if (typeof value === 'boolean') return `“${(value ? values.yes : values.no).toLowerCase()}”`;
	return typeof value === 'string' && value.length > 60
		? `“${cut(value, 2000)}”`
		: sayValue(field, value);
}
