// What the log says of how things were when something was done: looked up often, so indexed once for each log.
import type {Database, Effect, Entry} from '../schema/index.ts';

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
	/** The titles that projects had before they were renamed, oldest first. */
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
			if (field !== 'title' || typeof from !== 'string' || !record.startsWith('projects/'))
				continue;
			const before = index.renamed.get(record) ?? [];
			index.renamed.set(record, [...before, {revision: entry.revision, from}]);
		}
	}
	indexes.set(log, index);
	return index;
}

/** The act that recorded a decision, as far as the log still holds it. */
export const recordingAct = ({log}: Pick<Database, 'log'>, decision: string): Entry | undefined =>
	indexOf(log).recording.get(decision);

/** What a project was called at a revision; where that is not known, what it is called now. */
export function titleThen(
	{projects, log}: Database,
	id: string,
	revision: number | undefined,
): string {
	const renamed = revision === undefined ? [] : (indexOf(log).renamed.get(`projects/${id}`) ?? []);
	return (
		renamed.find((one) => one.revision > (revision ?? 0))?.from ??
		projects.find((project) => project.id === id)?.title ??
		''
	);
}
