import {lawOfBoard} from '../domain/law/boards.ts';
import type {Correction, MinutedDecision} from '../domain/queries/minutes/minuted.ts';
import type {Minutes} from '../domain/queries/minutes/minutes.ts';
import type {MinutedVote} from '../domain/queries/minutes/voted.ts';
import {type Voice, voiceOf} from '../domain/voice/index.ts';
import {sentence} from '../domain/voice/names.ts';
import {letter, roman} from '../domain/rules/clauses.ts';
import {isCounted} from '../domain/rules/voting.ts';
import {sameWording} from '../domain/rules/wording.ts';
import {cut, fieldWord, sayValue} from '../domain/words.ts';
import {betweenPairs} from './between.ts';
import {decisionPlace, roomOf} from './places.ts';
import {derived, fieldsOf, type Source, told} from './source.ts';
import {
	type Block,
	heading,
	type MaybePair,
	note,
	type NumberedClause,
	pairs,
	paragraph,
} from './tree.ts';
import {sayWaived} from './urgency.ts';
import {amendmentBlocks, ballotPairs} from './vote.ts';

/** What a document must know to tell of a decision: under which law, of which board, and in which manner. */
export type DecisionSetting = Pick<Minutes, 'timeZone' | 'locale' | 'board' | 'law'> & {
	meeting: {id?: string | undefined};
};

/**
 * A decision as minutes show it: the resolution first, then what became of it and why. One who decides
 * alone has neither mover nor seconder, and the date stands with the decision.
 * A retracted decision keeps its wording, but no longer stands out. `under` is the title under which it stands: the same one
 * is not told twice.
 */
export function decisionBlocks(
	manner: DecisionSetting,
	decision: MinutedDecision,
	under?: string,
): Block[] {
	const voice = voiceOf(manner);
	const {decision: words, values, period} = voice;
	const {alone} = lawOfBoard(manner);
	const {title, status, outcome} = decision;
	const of = (...fields: string[]) => told(...fieldsOf(decisionPlace(decision), ...fields));
	const head = heading(
		3,
		words.heading(numberOf(decision), title === under ? undefined : title),
		of('id', 'reference', 'title', 'meeting', 'item'),
	);
	if (status === 'retracted') {
		return [
			head,
			note(sayRetraction(voice, decision), of('status', 'retraction')),
			resolutionBlock(manner, decision),
		];
	}
	return [
		head,
		resolutionBlock(manner, decision),
		...amendmentBlocks(voice, decision),
		...pairs(
			[
				words.outcome,
				isSaid(manner, decision) ? undefined : values.outcome[outcome],
				of('outcome'),
			],
			[words.date, alone ? period(decision.date) : undefined, of('date')],
			[words.key, sayKey(voice, decision), of('key', 'keyReason')],
			[
				words.recommendation,
				differs(decision) ? decision.recommendation : undefined,
				of('recommendation', 'resolution'),
			],
			...(alone ? [] : motionPairs(voice, manner, decision)),
			[words.reasons, decision.reasons, of('reasons')],
			[words.alternatives, decision.alternatives, of('alternatives')],
			[words.urgent, sayWaived(voice, decision.callInWaived), of('callInWaived')],
			[
				words.dispensations,
				decision.dispensations && words.byHeadOfPaidService(decision.dispensations),
				of('dispensations'),
			],
			[words.projects, sayProjects(decision), projectsBy(decision)],
			[words.supersedes, decision.supersedes, endsBy(decision, 'supersedes')],
			[words.rescinds, decision.rescinds, endsBy(decision, 'rescinds')],
			...betweenPairs(voice, decision),
		),
		...standingNotes(voice, decision),
	];
}

/** The projects are named as they were called then. */
export const projectsBy = (decision: MinutedDecision): Source =>
	derived(
		'named',
		`${decisionPlace(decision)}/projects`,
		...(decision.projects ?? []).map(({id}) => `projects/${id}/title`),
	);

/** The earlier decision is named by its title. */
export const endsBy = (decision: MinutedDecision, how: 'supersedes' | 'rescinds'): Source => {
	const earlier = decision[how]?.split(' ')[0];
	return told(
		`${decisionPlace(decision)}/${how}`,
		...(earlier === undefined ? [] : [`decisions/${earlier}/title`]),
	);
};

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

/**
 * The words that were resolved stand out, after what the body does in them, its clauses numbered; those that were not
 * resolved, as what was lost or retracted, do not.
 */
export function resolutionBlock(
	manner: DecisionSetting,
	decision: Pick<MinutedDecision, 'id' | 'status' | 'outcome' | 'resolution' | 'clauses' | 'vote'>,
): Block {
	const {status, outcome, resolution, clauses, vote} = decision;
	const {decision: words, motion} = voiceOf(manner);
	const source = told(...fieldsOf(decisionPlace(decision), 'resolution', 'outcome', 'status'));
	if (status === 'retracted') return paragraph(words.retractedWording(resolution), source);
	if (outcome === 'lost') {
		const place = decisionPlace(decision);
		return paragraph(
			words.lostMotion(resolution, vote && isCounted(vote) ? motion.counted(vote) : undefined),
			derived('tally', ...fieldsOf(place, 'resolution', 'outcome', 'status', 'vote')),
		);
	}
	const does = doing(manner, decision);
	const led = (text: string) =>
		does === undefined ? text : text === '' ? does : `${does}: ${text}`;
	return clauses
		? {type: 'strong', text: led(clauses.lead), clauses: numbered(clauses), source}
		: {type: 'strong', text: led(resolution), source};
}

/** What the body does in the words of a resolution; undefined where they say it, or it does nothing. */
const doing = (
	manner: DecisionSetting,
	{resolution, outcome}: Pick<MinutedDecision, 'resolution' | 'outcome'>,
): string | undefined =>
	saysItself.test(resolution)
		? undefined
		: voiceOf(manner).decision.resolved(outcome, lawOfBoard(manner));

/**
 * Whether what stands above tells the outcome already: RESOLVED of what was approved, or noted in so many words; LOST; or
 * RECOMMENDED to whom.
 */
const isSaid = (manner: DecisionSetting, decision: MinutedDecision): boolean =>
	decision.outcome === 'lost' ||
	((decision.outcome === 'approved' ||
		decision.outcome === 'recommended-to-council' ||
		(decision.outcome === 'noted' && /\bnoted\b/i.test(decision.resolution))) &&
		doing(manner, decision) !== undefined);

/** Who types the word of what is done does not read it twice. */
const saysItself = /^\W*(?:resolved|recommended|agreed|decided|motion)\b/i;

const numbered = ({clauses, lettered}: NonNullable<MinutedDecision['clauses']>): NumberedClause[] =>
	clauses.map(({text, clauses: below = []}, index) => ({
		mark: `(${lettered ? letter(index) : index + 1})`,
		text,
		below: below.map((one, place) => ({
			mark: `(${lettered ? roman(place) : letter(place)})`,
			text: one.text,
			below: [],
		})),
	}));

/** Who moved and seconded a motion, and how it was voted on. */
export const motionPairs = (
	voice: Voice,
	held: DecisionSetting,
	decision: MinutedDecision,
): MaybePair[] => {
	const {mover, seconder, vote, candidates} = decision;
	const place = decisionPlace(decision);
	// What a vote needed may rest on who was there or who are members; a casting vote is told with its giver's part.
	const rests = vote?.needs || vote?.casting ? roomOf(held) : [];
	const counted = derived('tally', ...fieldsOf(place, 'vote', 'needs'), ...rests);
	return [
		[voice.motion.movedBy, mover, told(`${place}/mover`)],
		[voice.motion.secondedBy, seconder, told(`${place}/seconder`)],
		[voice.motion.vote, vote && voice.motion.voted(vote), counted],
		...ballotPairs(voice, vote, counted),
		[
			voice.motion.candidates,
			candidates?.map((one) => voice.motion.sayCandidate(one)).join('; '),
			told(`${place}/candidates`),
		],
	];
};

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
export const differs = ({recommendation = '', resolution}: MinutedDecision): boolean =>
	!sameWording(recommendation, resolution);

/** What became of a decision after it was recorded: its corrections, and what took its place. */
export const standingNotes = (voice: Voice, decision: MinutedDecision): Block[] => {
	const {corrections, status, endedBy} = decision;
	const place = decisionPlace(decision);
	return [
		...corrections.map((correction) =>
			note(
				sayCorrection(voice, correction),
				told(correction.record, ...fieldsOf(place, ...correction.fields.map(({field}) => field))),
			),
		),
		...(status === 'superseded' || status === 'rescinded'
			? [
					note(
						voice.decision[status](endedBy),
						derived(
							'standing',
							`${place}/status`,
							...(endedBy === undefined ? [] : [`decisions/${endedBy.split(' ')[0] ?? ''}`]),
						),
					),
				]
			: []),
	];
};

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
function sayBefore(voice: Voice, field: string, value: unknown): string {
	const {motion, values, between, day, period} = voice;
	if (field === 'vote' && value) {
		const vote = value as MinutedVote;
		return `“${[motion.voted(vote), vote.method === 'recorded' && motion.ballots(vote)].filter(Boolean).join('; ')}”`;
	}
	if (field === 'date' && value) return period(value as MinutedDecision['date']);
	if ((field === 'callInWaived' || field === 'specialUrgency') && value) {
		return `“${sayWaived(voice, value as MinutedDecision['callInWaived']) ?? values.yes.toLowerCase()}”`;
	}
	if (field === 'asked' && value) {
		const asked = value as NonNullable<MinutedDecision['asked']>;
		return `“${between.sayAsked({...asked, from: day(asked.from), to: day(asked.to)})}”`;
	}
	if (typeof value === 'boolean') return `“${(value ? values.yes : values.no).toLowerCase()}”`;
	return typeof value === 'string' && value.length > 60
		? `“${cut(value, 2000)}”`
		: sayValue(field, value);
}
