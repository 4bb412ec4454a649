import {contentOf} from './content.ts';
import {contentDigest} from './digest.ts';
import type {V1, V1Entry, V1Meeting} from './schema/index.ts';

/**
 * Whether minutes still are what a seal was made of. `unknown-form`: a program that this one does not know
 * made the seal; `archived`: they draw on entries of the log that lie in an archive, which was not at hand.
 */
export type Fits = boolean | 'unknown-form' | 'archived';

/** A seal (`v1`, `v2` …) of a meeting's minutes, and whether it fits. */
type Fitting = {meeting: string; seal: string; fits: Fits};

/**
 * Says of every seal in a database of version 1 whether it fits, by the forms that seals of that version
 * can have; there is one, form 1. Where parts of the log were archived, they have to stand in front of it
 * again for seals that draw on them.
 */
export const fittingSeals = (database: V1): Fitting[] =>
	database.meetings.flatMap((meeting) => {
		const seals = meeting.minutes?.seals ?? [];
		if (seals.length === 0) return [];
		const isArchived = drawsOnArchive(database.log, meeting);
		const now = isArchived ? undefined : contentDigest(contentOf(database, meeting));
		return seals.map(({id, form = 1, content}): Fitting => {
			const fits = isArchived ? 'archived' : now === content;
			return {meeting: meeting.id, seal: id, fits: form > 1 ? 'unknown-form' : fits};
		});
	});

/** Whether what was done in a meeting stands in an archive, from which the log goes on. */
function drawsOnArchive(log: readonly V1Entry[], {id}: V1Meeting): boolean {
	const {meetings = {}} = log.findLast(({archives}) => archives)?.archives ?? {};
	const first = Object.hasOwn(meetings, id) ? meetings[id] : undefined;
	return first !== undefined && first < (log[0]?.revision ?? 1);
}
