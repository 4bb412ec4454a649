import type {Entry, Seal} from '../schema/index.ts';
import {fits} from '../schema/walk.ts';
import type {Fitted} from './fitted-schema.ts';

/** What the newest migration after a seal found of it, and in which act; undefined where none says anything. */
export function fittedSince(
	log: readonly Entry[],
	meeting: string,
	{id, revision}: Pick<Seal, 'id' | 'revision'>,
): {entry: Entry; fitted: Fitted} | undefined {
	for (const entry of log.toReversed()) {
		if (entry.revision <= revision) return undefined;
		const [change] = entry.changes ?? [];
		if (change?.kind !== 'database/migrate') continue;
		// The log holds data of any shape.
		const all = Array.isArray(change['fitted']) ? (change['fitted'] as unknown[]) : [];
		if (!all.every((one): one is Fitted => fits(one, 'fitted'))) continue;
		const fitted = all.find((one) => one.meeting === meeting && one.seal === id);
		if (fitted) return {entry, fitted};
	}
	return undefined;
}
