import {z} from 'zod';
import type {Draft} from '../draft.ts';
import {decisionLaw} from '../law/boards.ts';
import {nameOf} from '../names.ts';
import {knownIds} from '../references.ts';
import {
	enteredTextSchema,
	idSchema,
	periodSchema,
	requiredTextSchema,
	type Strategy,
	strategySchema,
	strategyStatusSchema,
} from '../schema/index.ts';
import {reject, type Rejection} from '../rejection.ts';
import {strategyStatusWords} from '../words.ts';
import {actorName} from '../actor.ts';
import {
	addedId,
	type Context,
	refuseStale,
	refuseUnknown,
	replaceFields,
	type Rules,
} from './family.ts';
import {earlierSchema} from './project.ts';

/** A statement with its id, as a list of the strategy holds it. */
const statement = z.strictObject({id: idSchema, text: requiredTextSchema});
/** What is known of a thing by its name: a success criterion, a domain. */
const named = z.strictObject({
	id: idSchema,
	title: requiredTextSchema,
	text: enteredTextSchema.optional(),
});

export const strategyChanges = [
	z.strictObject({
		kind: z.literal('strategy/add'),
		title: requiredTextSchema,
		/** Absent is current where no other strategy is, else a draft. */
		status: strategyStatusSchema.optional(),
		period: periodSchema,
		summary: enteredTextSchema.optional(),
		source: enteredTextSchema.optional(),
		policyFramework: strategySchema.shape.policyFramework,
		follows: idSchema.optional(),
		riskLabels: strategySchema.shape.riskLabels,
		objectives: z.array(statement).optional(),
		criteria: z.array(named).optional(),
		principles: z.array(statement).optional(),
		domains: z.array(named).optional(),
		priorities: z.array(
			z.strictObject({
				id: idSchema,
				title: requiredTextSchema,
				summary: enteredTextSchema.optional(),
				aims: z.array(statement).optional(),
				workStream: z
					.strictObject({title: requiredTextSchema, aims: z.array(statement)})
					.optional(),
				updates: z.array(earlierSchema).optional(),
			}),
		),
		updates: z.array(earlierSchema).optional(),
	}),
	z.strictObject({
		kind: z.literal('strategy/status'),
		id: idSchema,
		from: strategyStatusSchema,
		to: strategyStatusSchema,
		/** The decision by which it was adopted. */
		decision: idSchema.optional(),
	}),
	z.strictObject({
		kind: z.literal('strategy/conclude'),
		id: idSchema,
		from: enteredTextSchema.optional(),
		to: enteredTextSchema.optional(),
	}),
] as const;
type Change = z.infer<(typeof strategyChanges)[number]>;

type Added = Extract<Change, {kind: 'strategy/add'}>;

/**
 * Ids of priorities, objectives and domains are cited by projects without their strategy's: no two strategies may have
 * the same.
 */
function refuseTakenIds(
	draft: Draft,
	{priorities, objectives = [], domains = []}: Added,
): Rejection | undefined {
	const ids = knownIds(draft.database);
	for (const [word, list, known] of [
		['priority', priorities, ids['priorities']],
		['objective', objectives, ids['objectives']],
		['domain', domains, ids['domains']],
	] as const) {
		const seen = new Set(known);
		for (const {id} of list) {
			if (seen.has(id))
				return reject('invalid', `the id ${id} is another ${word}’s; choose one that is free`);
			seen.add(id);
		}
	}
	return undefined;
}

/** Only a decision that approves something makes a strategy current. */
function refuseAdoption(
	draft: Draft,
	strategy: string,
	to: string,
	id: string,
): Rejection | undefined {
	const unknown = refuseUnknown(draft, 'decisions', id);
	if (unknown) return unknown;
	if (to !== 'current')
		return reject('invalid', 'a decision that adopts a strategy makes it current, nothing else');
	const decision = draft.database.decisions.find((one) => one.id === id);
	const approves =
		decision?.status === 'recorded' &&
		(decision.outcome === 'approved' || decision.outcome === 'approved-as-amended');
	if (!approves) {
		return reject(
			'state',
			`decision ${nameOf(draft.database, `decisions/${id}`)} approves nothing that stands`,
		);
	}
	const {policyFramework} = draft.at(`strategies/${strategy}`) as Strategy;
	const only = policyFramework && decisionLaw(draft.database, decision).policyFramework;
	return only ? reject('state', `decision ${id} cannot adopt it: ${only}`) : undefined;
}

function addStrategy(draft: Draft, change: Added, context: Context): Rejection | undefined {
	const refused = refuseTakenIds(draft, change);
	if (refused) return refused;
	const current = draft.database.strategies.find(({status}) => status === 'current');
	const status = change.status ?? (current ? 'draft' : 'current');
	if (status === 'current' && current) {
		return reject(
			'state',
			`${current.id} is the current strategy: enter this one as a draft, and make it current when the other is past`,
		);
	}
	const {title, period, summary, source, objectives = [], criteria = [], principles = []} = change;
	const id = draft.allocate('S', 'strategies');
	const update = (path: string) => (earlier: z.infer<typeof earlierSchema>) => ({
		id: draft.allocate('U', path),
		at: earlier.at ?? context.now,
		by: earlier.by || actorName(context.actor),
		note: earlier.note,
	});
	draft.add('strategies', {
		id,
		title,
		status,
		period,
		summary: summary || undefined,
		source: source || undefined,
		policyFramework: change.policyFramework,
		follows: change.follows,
		objectives,
		criteria: criteria.map(({id: own, title: name, text = ''}) => ({id: own, title: name, text})),
		principles,
		domains: (change.domains ?? []).map(({id: own, title: name, text}) => ({
			id: own,
			title: name,
			summary: text || undefined,
		})),
		priorities: change.priorities.map(({updates = [], aims = [], ...priority}, index) => ({
			id: priority.id,
			rank: index + 1,
			title: priority.title,
			summary: priority.summary || undefined,
			aims,
			workStream: priority.workStream,
			...(updates.length > 0
				? {updates: updates.map(update(`strategies/${id}/priorities/${priority.id}/updates`))}
				: {}),
		})),
		riskLabels: change.riskLabels,
		...(change.updates?.length
			? {updates: change.updates.map(update(`strategies/${id}/updates`))}
			: {}),
	});
	return undefined;
}

export const strategyRules: Rules<Change> = {
	'strategy/add': {
		undoable: true,
		apply: addStrategy,
		tell: ({title}, told) => `entered strategy ${addedId(told, 'strategies', {title})} “${title}”`,
	},
	// That one strategy alone is current is seen to once the whole act has been carried out.
	'strategy/status': {
		undoable: true,
		apply(draft, {id, from, to, decision}, context) {
			const path = `strategies/${id}`;
			const refused =
				refuseUnknown(draft, 'strategies', id) ?? refuseStale(draft, path, 'status', from, context);
			if (refused) return refused;
			if (from === to) {
				return reject(
					'invalid',
					`${nameOf(draft.database, path)} is ${strategyStatusWords[to].toLowerCase()} already`,
				);
			}
			const adopted = decision === undefined ? undefined : refuseAdoption(draft, id, to, decision);
			if (adopted) return adopted;
			draft.set(path, 'status', to);
			if (decision !== undefined) draft.set(path, 'adoptedBy', decision);
			return undefined;
		},
		tell: ({id, to}, {database}) =>
			`set strategy ${nameOf(database, `strategies/${id}`)} to ${strategyStatusWords[to]}`,
	},
	'strategy/conclude': {
		undoable: true,
		apply: (draft, {id, from, to}, context) =>
			refuseUnknown(draft, 'strategies', id) ??
			replaceFields(draft, `strategies/${id}`, {conclusion: {from, to}}, context),
		tell: ({id}, {database}) =>
			`wrote the conclusion on strategy ${nameOf(database, `strategies/${id}`)}`,
	},
};
