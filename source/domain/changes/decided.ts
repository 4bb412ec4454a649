import {actorName} from '../actor.ts';
import {dayIn} from '../calendar.ts';
import type {Draft} from '../draft.ts';
import {nameOf} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import {approvedField, type ApprovedValue, approverOf, milestoneOf} from '../rules/approval.ts';
import {coversProject, inEffect} from '../rules/in-effect.ts';
import type {Decision, Project} from '../schema/index.ts';
import type {Context} from './family.ts';

/** Adds a dated comment that carries what the project's state is from now on. */
export function addUpdate(
	draft: Draft,
	id: string,
	note: string | undefined,
	context: Context,
): void {
	const {status, confidence} = draft.at(`projects/${id}`) as Project;
	draft.add(`projects/${id}/updates`, {
		id: draft.allocate('U', `projects/${id}/updates`),
		at: context.now,
		by: actorName(context.actor),
		meeting: context.during?.meeting,
		status,
		confidence,
		note: note?.trim() ? note : undefined,
	});
}

/** Puts an approved value in its place. The first one of an end, a budget or a milestone is kept beside it for ever. */
export function putApproved(
	draft: Draft,
	id: string,
	field: string,
	to: ApprovedValue,
	context: Context,
): void {
	const path = `projects/${id}`;
	const project = draft.at(path) as Project;
	const found = approvedField(field);
	if (found?.of === 'status') {
		draft.set(path, 'status', to);
		addUpdate(draft, id, undefined, context);
	} else if (found?.of === 'money') {
		const {money} = project;
		const original = money?.original ?? money?.approved ?? to;
		draft.set(path, 'money', {...money, original, approved: to});
	} else if (found?.of === 'milestone') {
		keepOriginal(draft, `${path}/milestones/${found.milestone}`, 'original', 'approved', to);
		draft.set(`${path}/milestones/${found.milestone}`, 'approved', to);
	} else if (found) {
		if (found.of === 'due') keepOriginal(draft, path, 'originalDue', 'due', to);
		draft.set(path, found.of, to);
	}
}

/** Before a date is replaced for the first time, keeps it as the first that was approved; the first given is that itself. */
export function keepOriginal(
	draft: Draft,
	path: string,
	original: string,
	field: string,
	to: unknown,
): void {
	const record = draft.at(path);
	if (record[original] === undefined) draft.set(path, original, record[field] ?? to);
}

/** Why a field of a project cannot simply be changed: a board has to approve it. */
export function refuseUnapproved(
	draft: Draft,
	id: string,
	field: string,
	to: ApprovedValue | undefined,
): Rejection | undefined {
	const project = draft.at(`projects/${id}`) as Project;
	const approver = approverOf(draft.database, project, field, to);
	return (
		approver &&
		reject(
			'state',
			`${nameOf(draft.database, `projects/${id}`)}: ${approver.why}, is for ${approver.board.name} to approve: ask for it, with a reason`,
		)
	);
}

/** Which decision something follows from, or why it cannot: it must approve, at a meeting on an item that is about the project. */
export function decisionFor(
	draft: Draft,
	id: string,
	{decision, follows}: {decision?: string | undefined; follows?: boolean | undefined},
): Decision | Rejection {
	const wanted = follows ? draft.newest('decisions') : decision;
	const found = draft.database.decisions.find((one) => one.id === wanted);
	if (!found) {
		return follows
			? reject('invalid', 'there is no decision in this act for this to follow from')
			: reject('unknown', `there is no decision ${wanted ?? ''}`.trimEnd());
	}
	const held = draft.database.meetings.find((one) => one.id === found.meeting);
	const project = draft.at(`projects/${id}`) as Project;
	if (held && !coversProject(draft.database, held, found.item, project)) {
		return reject(
			'state',
			`decision ${found.id} was taken on an item that is not about ${nameOf(draft.database, `projects/${id}`)}: what is decided needs an item that covers it`,
		);
	}
	return found;
}

export const isRejection = (value: Decision | Rejection): value is Rejection => 'message' in value;

/**
 * Carries out what a decision approves of a project: at once where it is in effect, else it waits on the record as pending.
 * Only the board that has to approve it can.
 */
export function carryOut(
	draft: Draft,
	id: string,
	field: string,
	to: ApprovedValue,
	decision: Decision,
	context: Context,
): Rejection | undefined {
	const path = `projects/${id}`;
	const {database} = draft;
	const project = draft.at(path) as Project;
	const approver = approverOf(database, project, field, to);
	if (approver && approver.board.id !== decision.board) {
		return reject(
			'state',
			`${nameOf(database, path)}: ${approver.why}, is for ${approver.board.name} to approve, not for ${database.boards.find((one) => one.id === decision.board)?.name ?? decision.board}`,
		);
	}
	const today = dayIn(context.now, database.organisation.timeZone);
	const stands = inEffect(database, decision, today);
	if (stands.state === 'never') return reject('state', stands.says);
	if (stands.state === 'in-effect') {
		putApproved(draft, id, field, to, context);
		return undefined;
	}
	// Of what waits already for the same field the newer decision takes the place.
	for (const {id: older, field: same} of project.pending ?? []) {
		if (same === field) draft.remove(`${path}/pending/${older}`);
	}
	draft.add(`${path}/pending`, {
		id: draft.allocate('PE', `${path}/pending`),
		field,
		value: to,
		decision: decision.id,
		effectiveOn: decision.effectiveOn,
	});
	return undefined;
}

/** A milestone of a project, which must be there. */
export const refuseNoMilestone = (
	draft: Draft,
	project: string,
	id: string,
): Rejection | undefined =>
	milestoneOf(draft.at(`projects/${project}`) as Project, id)
		? undefined
		: reject('unknown', `${nameOf(draft.database, `projects/${project}`)} has no milestone ${id}`);
