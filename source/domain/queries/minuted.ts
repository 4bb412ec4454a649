import {nameOf, personName} from '../names.ts';
import type {
	Action,
	Confidence,
	Database,
	Decision,
	Entry,
	ProjectStatus,
} from '../schema/index.ts';

/** What was done to a project while an item was under discussion; absent is not recorded. */
export type ProjectChange = {
	project: string;
	title: string;
	before?: {status?: ProjectStatus; confidence?: Confidence};
	after?: {status?: ProjectStatus; confidence?: Confidence};
	note?: string;
	by?: string;
	at: string;
};

export type Correction = {
	at: string;
	by: string;
	reason: string;
	/** The wording before and after, as far as the log still holds it. */
	fields: {field: string; from?: unknown; to?: unknown}[];
};

export type MinutedDecision = Pick<
	Decision,
	| 'id'
	| 'reference'
	| 'status'
	| 'date'
	| 'title'
	| 'recommendation'
	| 'resolution'
	| 'outcome'
	| 'reasons'
	| 'alternatives'
	| 'key'
	| 'retraction'
> & {
	projects?: {id: string; title: string}[];
	mover?: string;
	seconder?: string;
	corrections: Correction[];
	/** The later decision that took this one's place or took it back. */
	endedBy?: string;
};

export type MinutedAction = Pick<Action, 'id' | 'text' | 'due' | 'decision' | 'project'> & {
	owner?: string;
};

/** The status changes and comments of one act, one for each project. */
export function changesOf(database: Database, entry: Entry): ProjectChange[] {
	const found = new Map<string, ProjectChange>();
	for (const {record, field, from, to} of entry.effects ?? []) {
		const [collection, project, list] = record.split('/');
		if (collection !== 'projects' || project === undefined) continue;
		const change = found.get(project) ?? {
			project,
			title: titleOf(database, project),
			at: entry.at,
		};
		if (list === undefined && (field === 'status' || field === 'confidence')) {
			change.before = {...change.before, [field]: from};
			change.after = {...change.after, [field]: to};
		} else if (list === 'updates' && field === undefined && to !== undefined) {
			const {note, by} = to as {note?: string; by?: string};
			if (note) change.note = note;
			if (by) change.by = by;
		} else continue;
		found.set(project, change);
	}
	return [...found.values()];
}

const titleOf = (database: Database, id: string): string =>
	database.projects.find((project) => project.id === id)?.title ?? '';

/** A decision with its people named, and what its corrections replaced. */
export function minuteDecision(database: Database, decision: Decision): MinutedDecision {
	const {corrections = [], mover, seconder} = decision;
	const later = database.decisions.find(
		({supersedes, rescinds, status}) =>
			status !== 'retracted' && (supersedes === decision.id || rescinds === decision.id),
	);
	return {
		id: decision.id,
		reference: decision.reference,
		status: decision.status,
		date: decision.date,
		title: decision.title,
		recommendation: decision.recommendation,
		resolution: decision.resolution,
		outcome: decision.outcome,
		reasons: decision.reasons,
		alternatives: decision.alternatives,
		key: decision.key,
		projects: decision.projects?.map((project) => ({
			id: project,
			title: titleOf(database, project),
		})),
		retraction: decision.retraction,
		mover: mover === undefined ? undefined : personName(database, mover),
		seconder: seconder === undefined ? undefined : personName(database, seconder),
		corrections: corrections.map(({id, at, by, reason}) => ({
			at,
			by,
			reason,
			fields: correctedFields(database, decision.id, id),
		})),
		endedBy: later && nameOf(database, `decisions/${later.id}`),
	};
}

function correctedFields(database: Database, decision: string, correction: string) {
	const path = `decisions/${decision}`;
	const entry = database.log.find(({effects}) =>
		effects?.some(({record}) => record === `${path}/corrections/${correction}`),
	);
	return (entry?.effects ?? []).flatMap(({record, field, from, to}) =>
		record === path && field !== undefined && field !== 'corrections'
			? [{field, from: named(database, field, from), to: named(database, field, to)}]
			: [],
	);
}

/** Movers and seconders are told by name. */
const named = (database: Database, field: string, value: unknown): unknown =>
	(field === 'mover' || field === 'seconder') && typeof value === 'string'
		? personName(database, value)
		: value;

/** An action as it was placed; what became of it later is not the minutes' business. */
export const minuteAction = (
	database: Database,
	{id, text, owner, due, decision, project}: Action,
): MinutedAction => ({
	id,
	text,
	owner: owner === undefined ? undefined : personName(database, owner),
	due,
	decision,
	project,
});
