import type {V1, V1Action, V1Decision, V1Effect, V1Entry} from './schema/index.ts';
import {actionStatuses} from './schema/decision.ts';
import {confidences, projectStatuses, strategyStatuses} from './schema/strategy.ts';

/** Whatever was done in the same act as a decision follows from it. */
type Following = {decision?: string; at: string};
type ProjectChange = Following & {
	project: string;
	title: string;
	before?: {[field: string]: unknown};
	after?: {[field: string]: unknown};
	note?: string;
	by?: string;
};
type StrategyChange = Following & {
	strategy: string;
	title: string;
	before?: string;
	after?: string;
};
type ActionChange = Following & {
	action: string;
	text: string;
	before: {status?: string; due?: string};
	after: {status?: string; due?: string};
	note?: string;
};
type Changes = {
	changes: ProjectChange[];
	strategies: StrategyChange[];
	progress: ActionChange[];
};

/** The decisions that an act recorded, and where among its effects. */
const decisionsIn = (effects: readonly V1Effect[] = []): {id: string; index: number}[] =>
	effects.flatMap(({record, field, from, to}, index) => {
		const [collection, id, list] = record.split('/');
		const isNew = field === undefined && from === undefined && to !== undefined;
		return collection === 'decisions' && id !== undefined && list === undefined && isNew
			? [{id, index}]
			: [];
	});

type Index = {
	recording: Map<string, V1Entry>;
	renamed: Map<string, {revision: number; from: string}[]>;
};

// Looked up often, so indexed once for each log.
const indexes = new WeakMap<readonly V1Entry[], Index>();

function indexOf(log: readonly V1Entry[]): Index {
	const known = indexes.get(log);
	if (known) return known;
	const index: Index = {recording: new Map(), renamed: new Map()};
	for (const entry of log) {
		for (const {id} of decisionsIn(entry.effects)) index.recording.set(id, entry);
		for (const {record, field, from} of entry.effects ?? []) {
			if (field !== 'title' || typeof from !== 'string' || !record.startsWith('projects/'))
				continue;
			const before = index.renamed.get(record) ?? [];
			index.renamed.set(record, [...before, {revision: entry.revision, from}]);
		}
	}
	indexes.set(log, index);
	return index;
}

/** The act that recorded a decision, as far as the log holds it. */
const recordingAct = ({log}: V1, decision: string): V1Entry | undefined =>
	indexOf(log).recording.get(decision);

/** What a project was called at a revision; where that is not known, what it is called now. */
function titleThen({projects, log}: V1, project: string, revision: number | undefined): string {
	const renamed =
		revision === undefined ? [] : (indexOf(log).renamed.get(`projects/${project}`) ?? []);
	return (
		renamed.find((one) => one.revision > (revision ?? 0))?.from ??
		projects.find(({id}) => id === project)?.title ??
		''
	);
}

/** What a project was called when a decision was recorded. */
export const titleAt = (database: V1, project: string, decision: string): string =>
	titleThen(database, project, recordingAct(database, decision)?.revision);

const wordOf = (words: readonly string[], value: unknown): string | undefined =>
	typeof value === 'string' && words.includes(value) ? value : undefined;
const textOf = (value: unknown): string | undefined =>
	typeof value === 'string' ? value : undefined;

/** What one act changed; `text` is how an action read then. */
function changesOf(database: V1, entry: V1Entry, text: (action: V1Action) => string): Changes {
	const {effects = [], at} = entry;
	const recorded = decisionsIn(effects);
	const projects = new Map<string, ProjectChange>();
	const strategies: StrategyChange[] = [];
	const progress = new Map<string, ActionChange>();
	for (const [index, effect] of effects.entries()) {
		const [collection, id = '', list] = effect.record.split('/');
		const last = recorded.findLast((one) => one.index < index) ?? recorded[0];
		const following: Following = {...(last ? {decision: last.id} : {}), at};
		if (collection === 'projects') {
			const title = titleThen(database, id, entry.revision);
			const change = projects.get(id) ?? {project: id, title, ...following};
			if (alterProject(change, list, effect)) projects.set(id, change);
		} else if (collection === 'strategies' && list === undefined && effect.field === 'status') {
			const title = database.strategies.find((one) => one.id === id)?.title ?? '';
			const before = wordOf(strategyStatuses, effect.from);
			const after = wordOf(strategyStatuses, effect.to);
			strategies.push({strategy: id, title, before, after, ...following});
		} else if (collection === 'actions' && effect.field !== undefined) {
			const action = database.actions.find((one) => one.id === id);
			const told = {action: id, text: action ? text(action) : '', before: {}, after: {}};
			const change = progress.get(id) ?? {...told, ...following};
			alterAction(change, effect);
			progress.set(id, change);
		}
	}
	return {
		changes: [...projects.values()],
		strategies,
		progress: [...progress.values()].filter(({after}) => 'status' in after || 'due' in after),
	};
}

/** Whether an effect belongs into the minutes: a status, a confidence or a comment. */
function alterProject(
	change: ProjectChange,
	list: string | undefined,
	{field, from, to}: V1Effect,
): boolean {
	if (list === undefined && (field === 'status' || field === 'confidence')) {
		const words = field === 'status' ? projectStatuses : confidences;
		change.before = {...change.before, [field]: wordOf(words, from)};
		change.after = {...change.after, [field]: wordOf(words, to)};
		return true;
	}
	if (list !== 'updates' || field !== undefined || typeof to !== 'object' || to === null) {
		return false;
	}
	const {note, by} = to as {note?: unknown; by?: unknown};
	if (textOf(note)) change.note = textOf(note);
	if (textOf(by)) change.by = textOf(by);
	return true;
}

function alterAction(change: ActionChange, {field, from, to}: V1Effect): void {
	if (field === 'status') {
		change.before = {...change.before, status: wordOf(actionStatuses, from)};
		change.after = {...change.after, status: wordOf(actionStatuses, to)};
	} else if (field === 'due') {
		change.before = {...change.before, due: textOf(from)};
		change.after = {...change.after, due: textOf(to)};
	} else if (field === 'note' && typeof to === 'string') change.note = to;
}

/**
 * Everything that changed in a meeting, told where `stands` says that it does: under the item of the
 * decision that it follows from, else under the item that was discussed.
 */
export function changesIn(
	database: V1,
	entries: readonly V1Entry[],
	meeting: string,
	textAt: (action: V1Action, revision: number) => string,
): (stands: (item: string | undefined) => boolean) => Changes {
	const decisions = new Map<string, V1Decision>(database.decisions.map((one) => [one.id, one]));
	const placed = new Set(
		database.actions.filter((one) => one.meeting === meeting).map(({id}) => id),
	);
	const acts = entries
		.filter(
			({during, effects}) =>
				during?.meeting === meeting ||
				decisionsIn(effects).some(({id}) => decisions.get(id)?.meeting === meeting),
		)
		.map((entry) => ({
			entry,
			...changesOf(database, entry, (action) => textAt(action, entry.revision)),
		}));
	return (stands) => {
		const chosen = <Change extends Following>(pick: (act: Changes) => Change[]): Change[] =>
			acts.flatMap(({entry, ...act}) => {
				const during = entry.during?.meeting === meeting ? entry.during : undefined;
				return pick(act).filter((change) => {
					const decision = decisions.get(change.decision ?? '');
					const own = decision ? decision.meeting === meeting : during !== undefined;
					return own && stands(decision ? decision.item : during?.item);
				});
			});
		return {
			changes: chosen(({changes}) => changes),
			strategies: chosen(({strategies}) => strategies),
			// An action that the meeting placed is printed as it left it.
			progress: chosen(({progress}) => progress).flatMap((change) => {
				if (!placed.has(change.action)) return [change];
				const {due: _before, ...before} = change.before;
				const {due: _after, ...after} = change.after;
				return 'status' in after ? [{...change, before, after}] : [];
			}),
		};
	};
}
