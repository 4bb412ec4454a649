import {z} from 'zod';
import {dayIn, sayDay} from '../calendar.ts';
import type {Draft} from '../draft.ts';
import {boardLaw} from '../law/boards.ts';
import {nameOf} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import {refuseBallot} from '../rules/between.ts';
import {withIds, clausesIn} from '../rules/clauses.ts';
import {boardNeeds} from '../rules/voting.ts';
import {majoritySchema} from '../schema/board.ts';
import {delegationSchema} from '../schema/decision.ts';
import {
	type Board,
	daySchema,
	type Decision,
	type Delegation,
	enteredTextSchema,
	idSchema,
	outcomeSchema,
	requiredTextSchema,
	voteSchema,
} from '../schema/index.ts';
import {outcomeWords} from '../words.ts';
import {refuseEnded, refuseFutureDecision} from './decision-refusals.ts';
import {addedId, refuseUnknown, type Rules} from './family.ts';

/** Who answered is who voted. */
export const answeredIn = (vote: Decision['vote']): string[] =>
	(vote?.ballots ?? []).map(({person}) => person);

/** Power that a decision gives, before the database gives it an id. */
export const delegationChange = z
	.strictObject(delegationSchema.shape)
	.omit({id: true, endedOn: true})
	.extend({matter: requiredTextSchema, to: requiredTextSchema});

/** Who was consulted, as a person of the database or by name. */
export const consultedChange = z.strictObject({
	person: idSchema.optional(),
	name: requiredTextSchema.optional(),
	conflict: enteredTextSchema.optional(),
});

/** The decision that gave the power, or what else did: a part of the constitution. */
export const underChange = z.strictObject({
	decision: idSchema.optional(),
	delegation: idSchema.optional(),
	authority: requiredTextSchema.optional(),
});

/** How a board was asked: from when to when, and in which way. */
export const askedChange = z.strictObject({
	from: daySchema,
	to: daySchema,
	how: requiredTextSchema,
});

/** What is decided at no meeting: by a board in writing or by ballot, where it may; by one who decides alone. */
export const betweenChanges = [
	z.strictObject({
		kind: z.literal('decision/take'),
		board: idSchema,
		title: requiredTextSchema,
		resolution: requiredTextSchema,
		outcome: outcomeSchema,
		/** The day on which it was taken; absent is the last of a ballot, else today. */
		date: daySchema.optional(),
		reference: enteredTextSchema.optional(),
		asked: askedChange.optional(),
		/** How each voted who answered, by name. */
		vote: z.strictObject(voteSchema.shape).optional(),
		needs: z.strictObject(majoritySchema.shape).optional(),
		reasons: enteredTextSchema.optional(),
		alternatives: enteredTextSchema.optional(),
		alternativesConfirmed: z.boolean().optional(),
		consulted: z.array(consultedChange).optional(),
		noConflicts: z.boolean().optional(),
		dispensations: enteredTextSchema.optional(),
		under: underChange.optional(),
		delegations: z.array(delegationChange).optional(),
		key: z.boolean().optional(),
		keyReason: enteredTextSchema.optional(),
		projects: z.array(idSchema).optional(),
	}),
	/** A delegation is withdrawn, or spent without a decision that cites it. */
	z.strictObject({
		kind: z.literal('delegation/end'),
		decision: idSchema,
		delegation: idSchema,
		on: daySchema,
	}),
] as const;
type Change = z.infer<(typeof betweenChanges)[number]>;

/** Delegations with the ids that their places give them. */
export const delegated = (
	given: readonly z.infer<typeof delegationChange>[] = [],
): Delegation[] | undefined =>
	given.length === 0 ? undefined : given.map((one, index) => ({id: `dl${index + 1}`, ...one}));

/** Whoever was consulted, with ids by their places. */
export const consultedOf = (
	given: readonly z.infer<typeof consultedChange>[] = [],
): Decision['consulted'] =>
	given.length === 0 ? undefined : given.map((one, index) => ({id: `co${index + 1}`, ...one}));

/** Why a decision cannot rest on the power that it names: the decision that gave it stands, and gave just that. */
export function refuseUnder(draft: Draft, {under}: Pick<Decision, 'under'>): Rejection | undefined {
	if (!under) return undefined;
	const {decision, delegation, authority} = under;
	if (decision === undefined) {
		return authority === undefined || delegation !== undefined
			? reject('invalid', 'say under which delegation: a decision, or a part of the constitution')
			: undefined;
	}
	const refused = refuseEnded(draft, decision);
	if (refused) return refused;
	const {delegations = []} = draft.at(`decisions/${decision}`) as Decision;
	return delegation === undefined || delegations.some(({id}) => id === delegation)
		? undefined
		: reject('unknown', `decision ${decision} gave no delegation ${delegation}`);
}

/** Why a board decides at no meeting by law or by its own rules, or what a decision that it took so lacks. */
function refuseBetween(
	draft: Draft,
	{name, rules, kind}: Board,
	{asked, vote}: Extract<Change, {kind: 'decision/take'}>,
): Rejection | undefined {
	const {alone, onlyMeetings} = boardLaw(draft.database, {kind});
	if (alone) {
		return asked || vote
			? reject('invalid', `${name} decides alone: nobody is asked, and there is no vote`)
			: undefined;
	}
	if (onlyMeetings !== undefined) return reject('invalid', onlyMeetings);
	if (!rules?.betweenMeetings) {
		return reject(
			'state',
			`the rules of ${name} do not say that it decides between meetings`,
			'go.members',
		);
	}
	if (!asked)
		return reject('invalid', 'say when its members were asked, from which day to which, and how');
	return vote ? undefined : reject('invalid', 'say how each member who answered voted');
}

const boardName = ({boards}: Draft['database'], id: string): string =>
	boards.find((one) => one.id === id)?.name ?? id;

export const betweenRules: Rules<Change> = {
	'decision/take': {
		undoable: false,
		apply(draft, change, context) {
			const {kind: _kind, delegations, consulted, asked, ...given} = change;
			const refused = refuseUnknown(draft, 'boards', given.board);
			if (refused) return refused;
			const board = draft.at(`boards/${given.board}`) as Board;
			const unlawful = refuseBetween(draft, board, change);
			if (unlawful) return unlawful;
			const id = draft.allocate('D', 'decisions');
			const found = clausesIn(given.resolution);
			draft.add('decisions', {
				...given,
				id,
				status: 'recorded',
				date: given.date ?? asked?.to ?? dayIn(context.now, draft.database.organisation.timeZone),
				clauses: found && withIds(found.clauses),
				asked: asked && {...asked, answered: answeredIn(given.vote)},
				needs: asked && (given.needs ?? boardNeeds(board)),
				consulted: consultedOf(consulted),
				delegations: delegated(delegations),
			});
			return (
				refuseFutureDecision(draft, id, context) ??
				refuseUnder(draft, given) ??
				refuseBallot(draft.database, draft.at(`decisions/${id}`) as Decision)
			);
		},
		tell: ({title, outcome, board}, told) =>
			`recorded decision ${addedId(told, 'decisions', {title})} “${title}” of ${boardName(told.database, board)} between meetings: ${outcomeWords[outcome]}`,
	},
	'delegation/end': {
		undoable: true,
		apply(draft, {decision, delegation, on}) {
			const refused = refuseUnder(draft, {under: {decision, delegation}});
			if (refused) return refused;
			const path = `decisions/${decision}/delegations/${delegation}`;
			if ((draft.at(path) as Delegation).endedOn !== undefined) {
				return reject(
					'state',
					`delegation ${delegation} of decision ${decision} has ended already`,
				);
			}
			draft.set(path, 'endedOn', on);
			return undefined;
		},
		tell: ({decision, on}, {database}) =>
			`ended a delegation of decision ${nameOf(database, `decisions/${decision}`)} on ${sayDay(on)}`,
	},
};
