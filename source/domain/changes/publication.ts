import {z} from 'zod';
import {dayIn, sayDay} from '../calendar.ts';
import type {Draft} from '../draft.ts';
import {nameOf} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import {lacking} from '../law/completeness.ts';
import {callIn} from '../law/index.ts';
import {spanOf} from '../rules/days.ts';
import {
	callInEnds,
	type Database,
	daySchema,
	type Decision,
	enteredTextSchema,
	idSchema,
	requiredTextSchema,
} from '../schema/index.ts';
import {callInEndWords} from '../words.ts';
import {refuseEnded} from './decision-refusals.ts';
import type {Context, Rules} from './family.ts';

export const publicationChanges = [
	z.strictObject({kind: z.literal('decision/publish'), id: idSchema, on: daySchema}),
	z.strictObject({
		kind: z.literal('decision/call-in'),
		id: idSchema,
		on: daySchema,
		by: requiredTextSchema,
		reasons: enteredTextSchema.optional(),
	}),
	z.strictObject({
		kind: z.literal('decision/release'),
		id: idSchema,
		on: daySchema,
		how: z.enum(callInEnds),
		note: enteredTextSchema.optional(),
	}),
] as const;
type Change = z.infer<(typeof publicationChanges)[number]>;

const lastDay = (date: Decision['date']): string => spanOf(date).to;

/** A day of something that has happened: not before the decision, and not still to come. */
function refuseDay(draft: Draft, on: string, earliest: string, {now}: Context) {
	if (on > dayIn(now, draft.database.organisation.timeZone)) {
		return reject('invalid', `${sayDay(on)} is still to come`);
	}
	return on < earliest.slice(0, 10)
		? reject('invalid', `${sayDay(on)} is too early: not before ${sayDay(earliest)}`)
		: undefined;
}

/** The decision, which must stand. */
const refuseEndedDecision = (draft: Draft, id: string): Rejection | undefined =>
	refuseEnded(draft, id, 'it is no longer published or called in');

/** What must hold of a decision whose publication an undo took back: nobody calls in what is not published. */
export function refusePublication(database: Database, id: string): Rejection | undefined {
	const decision = database.decisions.find((one) => one.id === id);
	return decision?.callIn && !decision.publishedOn
		? reject('state', `decision ${id} stays published: it was called in; take that back first`)
		: undefined;
}

export const publicationRules: Rules<Change> = {
	'decision/publish': {
		undoable: true,
		apply(draft, {id, on}, context) {
			const refused = refuseEndedDecision(draft, id);
			if (refused) return refused;
			const decision = draft.at(`decisions/${id}`) as Decision;
			if (decision.publishedOn) {
				return reject('state', `decision ${id} was published on ${sayDay(decision.publishedOn)}`);
			}
			const wrong = refuseDay(draft, on, lastDay(decision.date), context);
			if (wrong) return wrong;
			const lacks = lacking(draft.database, decision);
			if (lacks.length > 0) {
				return reject(
					'state',
					`decision ${id} is not complete: it lacks ${lacks.map(({says}) => says).join('; ')}`,
				);
			}
			draft.set(`decisions/${id}`, 'publishedOn', on);
			return undefined;
		},
		tell: ({id, on}, {database}) =>
			`published decision ${nameOf(database, `decisions/${id}`)} on ${sayDay(on)}`,
	},
	'decision/call-in': {
		undoable: true,
		apply(draft, {id, on, by, reasons}, context) {
			const refused = refuseEndedDecision(draft, id);
			if (refused) return refused;
			const decision = draft.at(`decisions/${id}`) as Decision;
			const wrong = refuseDay(draft, on, decision.publishedOn ?? lastDay(decision.date), context);
			if (wrong) return wrong;
			const clock = callIn(draft.database, decision, on);
			if (clock?.state !== 'running') {
				const says = clock?.says ?? 'there is no call-in under the rules of its board';
				return reject('state', `decision ${id} cannot be called in on ${sayDay(on)}: ${says}`);
			}
			draft.set(`decisions/${id}`, 'callIn', {on, by, reasons: reasons || undefined});
			return undefined;
		},
		tell: ({id, on, by}, {database}) =>
			`noted that ${by} called in decision ${nameOf(database, `decisions/${id}`)} on ${sayDay(on)}`,
	},
	'decision/release': {
		undoable: true,
		apply(draft, {id, on, how, note}, context) {
			const refused = refuseEndedDecision(draft, id);
			if (refused) return refused;
			const {callIn: called} = draft.at(`decisions/${id}`) as Decision;
			if (!called) return reject('state', `decision ${id} was not called in`);
			if (called.ended) {
				return reject(
					'state',
					`the call-in of ${id} ended on ${sayDay(called.ended.on)}: ${callInEndWords[called.ended.how].toLowerCase()}`,
				);
			}
			const wrong = refuseDay(draft, on, called.on, context);
			if (wrong) return wrong;
			const ended = {on, how, note: note || undefined};
			draft.set(`decisions/${id}`, 'callIn', {...called, ended});
			return undefined;
		},
		tell: ({id, how, on}, {database}) =>
			`ended the call-in of decision ${nameOf(database, `decisions/${id}`)} on ${sayDay(on)}: ${callInEndWords[how].toLowerCase()}`,
	},
};
