// How a request is decided, and how what was decided is put in place once it is in effect.
import {z} from 'zod';
import {sayApproved, sayApprovedField} from '../approved-words.ts';
import {dayIn} from '../calendar.ts';
import type {Draft} from '../draft.ts';
import {same} from '../equal.ts';
import {nameOf} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import {approvedField, type ApprovedValue, approvedValue} from '../rules/approval.ts';
import {inEffect} from '../rules/in-effect.ts';
import {type Project, projectStatusSchema, type Request} from '../schema/index.ts';
import {outcomeWords} from '../words.ts';
import {carryOut, decisionFor, isRejection, putApproved} from './decided.ts';
import {type Context, refuseUnknown} from './family.ts';

/** As `request/decide` gives it. */
type Decided = {
	id: string;
	to: 'approved' | 'refused';
	value?: ApprovedValue | undefined;
	decision?: string | undefined;
	follows?: boolean | undefined;
};

/** Whether a value is of the kind that a field holds: a day, cancelled, a sum. */
export function refuseUnfit(field: string, value: unknown): Rejection | undefined {
	const found = approvedField(field);
	if (!found) return reject('invalid', `“${field}” is not a field that anybody approves`);
	if (found.of === 'status') {
		return projectStatusSchema.safeParse(value).success
			? undefined
			: reject('invalid', 'expected a status, such as cancelled');
	}
	const wanted = found.of === 'money' ? 'object' : 'string';
	const isDay = typeof value === 'string' && z.iso.date().safeParse(value).success;
	return typeof value === wanted && (wanted === 'object' || isDay)
		? undefined
		: reject('invalid', wanted === 'object' ? 'expected a sum of money' : 'expected a day');
}

/** The request, which must still be open. */
export function refuseSettled(draft: Draft, id: string): Rejection | undefined {
	const refused = refuseUnknown(draft, 'requests', id);
	if (refused) return refused;
	const {fate} = draft.at(`requests/${id}`) as Request;
	return fate === 'asked' ? undefined : reject('state', `request ${id} was ${fate} already`);
}

export function decideRequest(
	draft: Draft,
	{id, to, value, ...by}: Decided,
	context: Context,
): Rejection | undefined {
	const refused = refuseSettled(draft, id);
	if (refused) return refused;
	const request = draft.at(`requests/${id}`) as Request;
	const decision = decisionFor(draft, request.project, by);
	if (isRejection(decision)) return decision;
	const {outcome} = decision;
	const approves = outcome === 'approved' || outcome === 'approved-as-amended';
	if (to === 'approved' && !approves) {
		return reject(
			'invalid',
			`decision ${decision.id} is ${outcomeWords[outcome]}, which approves nothing`,
		);
	}
	if (to === 'refused' && outcome !== 'refused' && outcome !== 'lost' && !approves) {
		return reject(
			'invalid',
			`decision ${decision.id} is ${outcomeWords[outcome]}: request ${id} still waits`,
		);
	}
	if (value !== undefined && !same(value, request.to)) {
		const unfit =
			refuseUnfit(request.field, value) ??
			(outcome === 'approved'
				? reject('invalid', 'what was not asked for is approved as amended')
				: undefined);
		if (unfit) return unfit;
	}
	if (to === 'approved') {
		const project = draft.at(`projects/${request.project}`) as Project;
		const now = approvedValue(project, request.field);
		if (!same(now, request.from)) {
			return reject(
				'conflict',
				`${nameOf(draft.database, `projects/${project.id}`)}: ${sayApprovedField(project, request.field)} is ${sayApproved(draft.database, now)} now, not ${sayApproved(draft.database, request.from)} as when request ${id} was made`,
			);
		}
		const amended = value ?? request.to;
		const wrong =
			amended === undefined
				? reject('invalid', `request ${id} does not say what it asks for`)
				: carryOut(draft, request.project, request.field, amended, decision, context);
		if (wrong) return wrong;
	}
	draft.set(`requests/${id}`, 'fate', to);
	draft.set(`requests/${id}`, 'decision', decision.id);
	return undefined;
}

/** What waited is put in place by an act of its own, or taken off because it fell: never by the calendar alone. */
export function settle(
	draft: Draft,
	{id, pending}: {id: string; pending: string},
	context: Context,
): Rejection | undefined {
	const refused = refuseUnknown(draft, 'projects', id);
	if (refused) return refused;
	const path = `projects/${id}`;
	const project = draft.at(path) as Project;
	const waits = project.pending?.find((one) => one.id === pending);
	if (!waits)
		return reject('unknown', `nothing called ${pending} waits on ${nameOf(draft.database, path)}`);
	const {database} = draft;
	const decision = database.decisions.find((one) => one.id === waits.decision);
	if (!decision) return reject('unknown', `there is no decision ${waits.decision}`);
	const stands = inEffect(database, decision, dayIn(context.now, database.organisation.timeZone));
	if (stands.state === 'waits') {
		return reject(
			'state',
			`${nameOf(database, path)}: ${sayApprovedField(project, waits.field)} waits: ${stands.says}`,
		);
	}
	draft.remove(`${path}/pending/${pending}`);
	if ((draft.at(path) as Project).pending?.length === 0) draft.set(path, 'pending', undefined);
	if (stands.state === 'in-effect') {
		if (waits.value !== undefined) putApproved(draft, id, waits.field, waits.value, context);
		return undefined;
	}
	for (const {id: request, project: of, field, decision: by} of database.requests) {
		if (of === id && field === waits.field && by === waits.decision) {
			draft.set(`requests/${request}`, 'fate', 'fallen');
		}
	}
	return undefined;
}
