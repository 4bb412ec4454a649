// What the log says of how things were when something was done: looked up often, so indexed once for each log.
import {find} from '../../log/patch.ts';
import type {Database, Effect, Entry} from '../../schema/index.ts';

/** The decisions that an act recorded, and where among its effects. */
export const decisionsIn = (effects: readonly Effect[] = []): {id: string; index: number}[] =>
	effects.flatMap(({record, field, from, to}, index) => {
		const [collection, id, list] = record.split('/');
		const isNew = field === undefined && from === undefined && to !== undefined;
		return collection === 'decisions' && id !== undefined && list === undefined && isNew
			? [{id, index}]
			: [];
	});

type Index = {
	/** The act that recorded each decision. */
	recording: Map<string, Entry>;
	/** The names that projects, strategies and their parts had before they were renamed or taken off, oldest first. */
	renamed: Map<string, {revision: number; from: string}[]>;
};

const indexes = new WeakMap<readonly Entry[], Index>();

function indexOf(log: readonly Entry[]): Index {
	const known = indexes.get(log);
	if (known) return known;
	const index: Index = {recording: new Map(), renamed: new Map()};
	for (const entry of log) {
		for (const {id} of decisionsIn(entry.effects)) index.recording.set(id, entry);
		for (const {record, field, from} of entry.effects ?? []) {
			if (!/^(?:projects|strategies)\//.test(record)) continue;
			const name = field === undefined ? nameIn(from) : isName(field) ? from : undefined;
			if (typeof name !== 'string') continue;
			const before = index.renamed.get(record) ?? [];
			index.renamed.set(record, [...before, {revision: entry.revision, from: name}]);
		}
	}
	indexes.set(log, index);
	return index;
}

const isName = (field: string): boolean => ['title', 'event', 'text', 'period'].includes(field);

/** What a record calls itself. */
const nameIn = (record: unknown): unknown => {
	if (typeof record !== 'object' || record === null) return undefined;
	const {title, event, text, period} = record as Record<string, unknown>;
	return title ?? event ?? text ?? period;
};

/** The act that recorded a decision, as far as the log still holds it. */
export const recordingAct = ({log}: Pick<Database, 'log'>, decision: string): Entry | undefined =>
	indexOf(log).recording.get(decision);

/** What a project was called at a revision; where that is not known, what it is called now. */
export const titleThen = (database: Database, id: string, revision: number | undefined): string =>
	nameThen(database, `projects/${id}`, revision);

/** The same of a part of a project or a strategy: a milestone, a risk. */
export function nameThen(database: Database, path: string, revision: number | undefined): string {
	const renamed = revision === undefined ? [] : (indexOf(database.log).renamed.get(path) ?? []);
	const then = renamed.find((one) => one.revision > (revision ?? 0))?.from;
	const now = then ?? nameIn(find(database, path));
	return typeof now === 'string' ? now : '';
}
