import {dayIn, sayDay, sayPeriod, timeIn} from '../domain/calendar.ts';
import type {Correction, MinutedDecision} from '../domain/queries/minuted.ts';
import type {Minutes} from '../domain/queries/minutes.ts';
import {cut, outcomeWords, sayValue} from '../domain/words.ts';
import {type Block, heading, note, pairs, paragraph} from './tree.ts';

/**
 * A decision as minutes show it: the resolution first, then what became of it and why. One who decides
 * alone has neither mover nor seconder, and the date stands with the decision.
 * A retracted decision keeps its wording, but no longer stands out.
 */
export function decisionBlocks(minutes: Minutes, decision: MinutedDecision): Block[] {
	const {timeZone} = minutes;
	const alone = minutes.board.kind === 'individual';
	const {id, title, reference, status, resolution, outcome, retraction} = decision;
	const number = reference && reference !== id ? `${id} (${reference})` : id;
	if (status === 'retracted') {
		return [
			heading(3, `Decision ${number}: ${title}`),
			note(
				`Retracted${retraction ? ` ${sayWhen(retraction.at, timeZone)} by ${retraction.by}: ${retraction.reason}` : ''}`,
			),
			paragraph(`The wording that was retracted: ${resolution}`),
		];
	}
	return [
		heading(3, `Decision ${number}: ${title}`),
		{type: 'strong', text: resolution},
		...pairs(
			['Outcome', outcomeWords[outcome]],
			['Date', alone ? sayPeriod(decision.date) : undefined],
			['Key decision', decision.key === undefined ? undefined : decision.key ? 'Yes' : 'No'],
			['Recommendation', differs(decision) ? decision.recommendation : undefined],
			['Moved by', alone ? undefined : decision.mover],
			['Seconded by', alone ? undefined : decision.seconder],
			['Reasons', decision.reasons],
			['Alternatives considered', decision.alternatives],
			['Projects', decision.projects?.map(({id, title}) => `${id} ${title}`.trim()).join('; ')],
		),
		...decision.corrections.map((correction) => note(sayCorrection(correction, timeZone))),
		...(status === 'recorded'
			? []
			: [
					note(
						`${status === 'rescinded' ? 'Rescinded' : 'Superseded'}${decision.endedBy ? ` by ${decision.endedBy}` : ''}.`,
					),
				]),
	];
}

/** A recommendation that was taken word for word is not printed twice. */
const differs = ({recommendation, resolution}: MinutedDecision): boolean =>
	recommendation?.trim() !== resolution.trim();

const sayWhen = (at: string, timeZone: string): string =>
	`on ${sayDay(dayIn(at, timeZone))} at ${timeIn(at, timeZone)}`;

function sayCorrection({at, by, reason, fields}: Correction, timeZone: string): string {
	const before = fields.map(({field, from}) => `${field} ${sayBefore(field, from)}`);
	const what = before.length > 0 ? ` It read before: ${before.join('; ')}.` : '';
	const why = /[.!?]$/.test(reason.trim()) ? reason.trim() : `${reason.trim()}.`;
	return `Corrected ${sayWhen(at, timeZone)} by ${by}: ${why}${what}`;
}

/** The earlier wording in full, as far as a note can hold it. */
function sayBefore(field: string, value: unknown): string {
	return typeof value === 'string' && value.length > 60
		? `“${cut(value, 2000)}”`
		: sayValue(field, value);
}
