import type {Meeting} from '../schema/index.ts';

/** A time that a meeting's record holds: what has it, in which field, and the item in which it lies. */
export type Timed = {
	of?: string;
	field: 'openedAt' | 'closedAt' | 'startedAt' | 'endedAt' | 'at' | 'from' | 'to';
	at: string;
	item?: string | undefined;
};

/** Every time of a meeting that can be corrected; one that goes with another (an item that began as the one before ended) stands there once. */
export function timesOf(meeting: Meeting): Timed[] {
	const {openedAt, closedAt, agenda, movements = [], pauses = [], readmissions = []} = meeting;
	const ends = new Set(agenda.map(({endedAt}) => endedAt));
	const timed = (found: Omit<Timed, 'at'>, at: string | undefined): Timed[] =>
		at === undefined ? [] : [{...found, at}];
	return [
		...timed({field: 'openedAt'}, openedAt),
		...timed({field: 'closedAt'}, closedAt),
		...agenda.flatMap(({id, startedAt, endedAt}) => [
			...(startedAt === openedAt || ends.has(startedAt)
				? []
				: timed({of: `agenda/${id}`, field: 'startedAt', item: id}, startedAt)),
			...(endedAt === closedAt
				? []
				: timed({of: `agenda/${id}`, field: 'endedAt', item: id}, endedAt)),
		]),
		...movements.flatMap(({id, at, item}) => timed({of: `movements/${id}`, field: 'at', item}, at)),
		...pauses.flatMap(({id, from, to}) => [
			...timed({of: `pauses/${id}`, field: 'from'}, from),
			...timed({of: `pauses/${id}`, field: 'to'}, to),
		]),
		...readmissions.flatMap(({id, at, item}) =>
			timed({of: `readmissions/${id}`, field: 'at', item}, at),
		),
	];
}
