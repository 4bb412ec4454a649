import {sayWaived} from './urgency.ts';
import {dayIn, sayDay, sayPeriod, timeIn} from '../domain/calendar.ts';
import {lawOfBoard} from '../domain/law/boards.ts';
import type {Correction, MinutedDecision} from '../domain/queries/minuted.ts';
import type {Minutes} from '../domain/queries/minutes.ts';
import type {MinutedVote} from '../domain/queries/voted.ts';
import {cut, fieldWord, outcomeWords, sayValue} from '../domain/words.ts';
import {type Block, heading, note, pairs, paragraph} from './tree.ts';
import {amendmentBlocks, ballotPairs, sayVote} from './vote.ts';

/**
 * A decision as minutes show it: the resolution first, then what became of it and why. One who decides
 * alone has neither mover nor seconder, and the date stands with the decision.
 * A retracted decision keeps its wording, but no longer stands out.
 */
export function decisionBlocks(
	{timeZone, board, law}: Pick<Minutes, 'timeZone' | 'board' | 'law'>,
	decision: MinutedDecision,
): Block[] {
	const {alone} = lawOfBoard({law, board});
	const {title, status, outcome, retraction} = decision;
	const head = heading(3, `Decision ${numberOf(decision)}: ${title}`);
	if (status === 'retracted') {
		return [
			head,
			note(
				`Retracted${retraction ? ` ${sayWhen(retraction.at, timeZone)} by ${retraction.by}: ${retraction.reason}` : ''}`,
			),
			resolutionBlock(decision),
		];
	}
	return [
		head,
		resolutionBlock(decision),
		...amendmentBlocks(decision.amendments),
		...pairs(
			['Outcome', outcomeWords[outcome]],
			['Date', alone ? sayPeriod(decision.date) : undefined],
			['Key decision', sayKey(decision)],
			['Recommendation', differs(decision) ? decision.recommendation : undefined],
			...(alone ? [] : motionPairs(decision)),
			['Reasons', decision.reasons],
			['Alternatives considered', decision.alternatives],
			['Urgent', sayWaived(decision.callInWaived)],
			[
				'Dispensations granted',
				decision.dispensations && `by the head of paid service: ${decision.dispensations}`,
			],
			['Projects', decision.projects?.map(({id, title}) => `${id} ${title}`.trim()).join('; ')],
			['Supersedes', decision.supersedes],
			['Rescinds', decision.rescinds],
		),
		...standingNotes(decision, timeZone),
	];
}

/** The words that were resolved stand out; those that were not, as what was lost or retracted, do not. */
export const resolutionBlock = ({
	status,
	outcome,
	resolution,
}: Pick<MinutedDecision, 'status' | 'outcome' | 'resolution'>): Block =>
	status === 'retracted'
		? paragraph(`The wording that was retracted: ${resolution}`)
		: outcome === 'lost'
			? paragraph(`The motion that was lost: ${resolution}`)
			: {type: 'strong', text: resolution};

/** Who moved and seconded a motion, and how it was voted on. */
export const motionPairs = ({
	mover,
	seconder,
	vote,
}: MinutedDecision): [string, string | undefined][] => [
	['Moved by', mover],
	['Seconded by', seconder],
	['Vote', vote && sayVote(vote)],
	...ballotPairs(vote),
];

/** `D-1 (I017909)`: a decision's number and, where it has one besides, its reference. */
export const numberOf = ({id, reference}: Pick<MinutedDecision, 'id' | 'reference'>): string =>
	reference && reference !== id ? `${id} (${reference})` : id;

/** Yes or no, and why; undefined where the question was not answered. */
export function sayKey({key, keyReason}: Pick<MinutedDecision, 'key' | 'keyReason'>) {
	if (key === undefined) return undefined;
	return key ? `Yes${keyReason ? `: ${keyReason}` : ''}` : 'No';
}

/** A recommendation that was taken word for word is not printed twice. */
export const differs = ({recommendation, resolution}: MinutedDecision): boolean =>
	recommendation?.trim() !== resolution.trim();

/** What became of a decision after it was recorded: its corrections, and what took its place. */
export const standingNotes = (
	{corrections, status, endedBy}: MinutedDecision,
	timeZone: string,
): Block[] => [
	...corrections.map((correction) => note(sayCorrection(correction, timeZone))),
	...(status === 'superseded' || status === 'rescinded'
		? [
				note(
					`${status === 'rescinded' ? 'Rescinded' : 'Superseded'}${endedBy ? ` by ${endedBy}` : ''}.`,
				),
			]
		: []),
];

/** `on 22 November 2026 at 10:12`. */
export const sayWhen = (at: string, timeZone: string): string =>
	`on ${sayDay(dayIn(at, timeZone))} at ${timeIn(at, timeZone)}`;

/** A text as a sentence: with a full stop, unless it has an end of its own. */
export const sentence = (text: string): string =>
	/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;

function sayCorrection({at, by, reason, fields}: Correction, timeZone: string): string {
	const before = fields.map(({field, from}) =>
		field === 'alternativesConfirmed'
			? `the alternatives ${from === true ? '' : 'not '}confirmed`
			: `${fieldWord(field)} ${sayBefore(field, from)}`,
	);
	const what = before.length > 0 ? ` It read before: ${before.join('; ')}.` : '';
	return `Corrected ${sayWhen(at, timeZone)} by ${by}: ${sentence(reason)}${what}`;
}

/** The earlier wording in full, as far as a note can hold it. */
function sayBefore(field: string, value: unknown): string {
	if (field === 'vote' && value) return `“${sayVote(value as MinutedVote)}”`;
	if (typeof value === 'boolean') return value ? '“yes”' : '“no”';
	return typeof value === 'string' && value.length > 60
		? `“${cut(value, 2000)}”`
		: sayValue(field, value);
}
