import type {
	Action,
	ActionStatus,
	Confidence,
	Database,
	Decision,
	Effect,
	Entry,
	ProjectStatus,
	StrategyStatus,
} from '../../schema/index.ts';
import {actionStatusWords, confidenceWords, statusWords, strategyStatusWords} from '../../words.ts';
import {type FieldChange, fieldChange, requestChange} from './minuted-fields.ts';
import {decisionsIn, nameThen, recordingAct, titleThen} from './recording-act.ts';

/** Whatever was done in the same act as a decision follows from it, and stands with it. */
type Following = {
	decision?: string;
	at: string;
	/** The act that did it; no part of what a seal covers. */
	revision: number;
};

/** What was done to a project while an item was under discussion; absent is not recorded. */
export type ProjectChange = Following & {
	project: string;
	title: string;
	before?: {status?: ProjectStatus; confidence?: Confidence};
	after?: {status?: ProjectStatus; confidence?: Confidence};
	note?: string;
	by?: string;
	/** What else was altered on it, asked for or decided. */
	fields?: FieldChange[];
};

/** A strategy that came into force, went out of it, or was altered. */
export type StrategyChange = Following & {
	strategy: string;
	title: string;
	before?: StrategyStatus;
	after?: StrategyStatus;
	/** What else was altered on it. */
	fields?: FieldChange[];
};

/** What became of an action: it was done or cancelled, taken up again, or put off; or how it goes on was told. */
export type ActionChange = Following & {
	action: string;
	text: string;
	before: {status?: ActionStatus; due?: string};
	after: {status?: ActionStatus; due?: string};
	note?: string;
	/** How it goes on, as it was told. */
	told?: string;
};

export type Changes = {
	changes: ProjectChange[];
	strategies: StrategyChange[];
	progress: ActionChange[];
};

/** What one act changed, one entry for each project, strategy and action; `text` is how an action read then. */
export function changesOf(
	database: Database,
	entry: Entry,
	text: (action: Action) => string = (action) => action.text,
): Changes {
	const {effects = [], at, revision} = entry;
	const recorded = decisionsIn(effects);
	// What a decision on a request put in place is told with the request.
	const decides = effects.some(
		({record, field}) => record.startsWith('requests/') && field === 'fate',
	);
	const projects = new Map<string, ProjectChange>();
	const strategies = new Map<string, StrategyChange>();
	const progress = new Map<string, ActionChange>();
	for (const [index, effect] of effects.entries()) {
		const [collection, id = '', list] = effect.record.split('/');
		const last = recorded.findLast((one) => one.index < index) ?? recorded[0];
		const following: Following = {...(last ? {decision: last.id} : {}), at, revision};
		if (collection === 'projects') {
			const title = titleThen(database, id, entry.revision);
			const change = projects.get(id) ?? {project: id, title, ...following};
			if (
				alterProject(change, list, effect) ||
				alterFields(change, database, entry, effect, decides)
			) {
				projects.set(id, change);
			}
		} else if (collection === 'requests') {
			const {project, ...asked} = requestChange(database, effect, effects) ?? {};
			if (project === undefined) continue;
			const title = titleThen(database, project, entry.revision);
			const change = projects.get(project) ?? {project, title, ...following};
			change.fields = [...(change.fields ?? []), asked as FieldChange];
			projects.set(project, change);
		} else if (collection === 'strategies') {
			const title = nameThen(database, `strategies/${id}`, entry.revision);
			const change = strategies.get(id) ?? {strategy: id, title, ...following};
			if (list === undefined && effect.field === 'status') {
				change.before = wordOf(strategyStatusWords, effect.from);
				change.after = wordOf(strategyStatusWords, effect.to);
				strategies.set(id, change);
			} else if (alterFields(change, database, entry, effect, decides)) {
				strategies.set(id, change);
			}
		} else if (collection === 'actions' && (effect.field !== undefined || list === 'progress')) {
			const action = database.actions.find((one) => one.id === id);
			const told = {action: id, text: action ? text(action) : '', before: {}, after: {}};
			const change = progress.get(id) ?? {...told, ...following};
			if (list === undefined) alterAction(change, effect);
			else tellProgress(change, effect);
			progress.set(id, change);
		}
	}
	return {
		changes: [...projects.values()],
		strategies: [...strategies.values()],
		// A new text or owner is not progress, and neither is a note by itself.
		progress: [...progress.values()].filter(
			({after, told}) => 'status' in after || 'due' in after || told !== undefined,
		),
	};
}

/** A value of the log, which holds any shape, if it is one of these words. */
const wordOf = <Word extends string>(words: Record<Word, string>, value: unknown) =>
	typeof value === 'string' && Object.hasOwn(words, value) ? (value as Word) : undefined;

const textOf = (value: unknown): string | undefined =>
	typeof value === 'string' ? value : undefined;

/** Whether an effect belongs into the minutes: a status, a confidence or a comment. */
function alterProject(
	change: ProjectChange,
	list: string | undefined,
	{field, from, to}: Effect,
): boolean {
	if (list === undefined && (field === 'status' || field === 'confidence')) {
		const words: Record<string, string> = field === 'status' ? statusWords : confidenceWords;
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

/** Whether an effect altered something else that minutes tell: a date, a milestone, an owner, a sum. */
function alterFields(
	change: ProjectChange | StrategyChange,
	database: Database,
	{revision}: Entry,
	effect: Effect,
	decides: boolean,
): boolean {
	if (decides) return false;
	const told = fieldChange(database, effect, revision);
	if (told) change.fields = [...(change.fields ?? []), told];
	return told !== undefined;
}

function alterAction(change: ActionChange, {field, from, to}: Effect): void {
	if (field === 'status') {
		change.before = {...change.before, status: wordOf(actionStatusWords, from)};
		change.after = {...change.after, status: wordOf(actionStatusWords, to)};
	} else if (field === 'due') {
		change.before = {...change.before, due: textOf(from)};
		change.after = {...change.after, due: textOf(to)};
	} else if (field === 'note' && typeof to === 'string') change.note = to;
}

function tellProgress(change: ActionChange, {to}: Effect): void {
	const text = textOf((to as {text?: unknown} | undefined)?.text);
	if (text !== undefined) change.told = text;
}

/** What followed from a decision in the act that recorded it, as far as the log still holds that. */
export function changesWith(
	database: Database,
	decision: string,
): Pick<Changes, 'changes' | 'strategies'> {
	const entry = recordingAct(database, decision);
	if (!entry) return {changes: [], strategies: []};
	const {changes, strategies} = changesOf(database, entry);
	const own = (change: Following) => change.decision === decision;
	return {changes: changes.filter(own), strategies: strategies.filter(own)};
}

/** A change in the record of a meeting: the item that it stands under, and the one under discussion when it was made. */
type Placed = {item?: string; during?: string; decision?: Decision};

/**
 * Everything that changed in a meeting, told where `stands` says that it does: under the item of the
 * decision that it follows from, even one that was written down later, else under the item that was discussed.
 */
export function changesIn(
	database: Database,
	entries: readonly Entry[],
	meeting: string,
	textAt: (action: Action, revision: number) => string,
): (stands: (place: Placed) => boolean) => Changes {
	const decisions = new Map(database.decisions.map((one) => [one.id, one]));
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
					const item = decision ? decision.item : during?.item;
					return own && stands({item, during: during?.item, decision});
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
				return 'status' in after || change.told !== undefined ? [{...change, before, after}] : [];
			}),
		};
	};
}
