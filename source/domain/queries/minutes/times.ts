import {find} from '../../log/patch.ts';
import {nameOf, personName} from '../../names.ts';
import type {Database, Meeting, Movement} from '../../schema/index.ts';

/** A time that a meeting's record holds: what has it, in which field, and the item in which it lies. */
export type Timed = {
	of?: string | undefined;
	field: 'openedAt' | 'closedAt' | 'startedAt' | 'endedAt' | 'at' | 'from' | 'to';
	at: string;
	item?: string | undefined;
};

/** Every time of a meeting that can be corrected; one that goes with another (an item that began as the one before ended) stands there once. */
export function timesOf(meeting: Meeting): Timed[] {
	const {openedAt, closedAt, agenda, movements = [], pauses = []} = meeting;
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
		...(['publicLeft', 'readmissions'] as const).flatMap((list) =>
			(meeting[list] ?? []).flatMap(({id, at, item}) =>
				timed({of: `${list}/${id}`, field: 'at', item}, at),
			),
		),
	];
}

export const pathOfTime = ({meeting, of}: Pick<Timed, 'of'> & {meeting: string}): string =>
	of === undefined
		? `meetings/${meeting}`
		: of.startsWith('decisions/')
			? of
			: `meetings/${meeting}/${of}`;

/** What happened at a time: `when Joan Smith left M-2`. */
export function nameOfTime(
	database: Database,
	{meeting, of, field}: Pick<Timed, 'of' | 'field'> & {meeting: string},
): string {
	const name = nameOf(database, `meetings/${meeting}`);
	if (of === undefined) return `when ${name} was ${field === 'openedAt' ? 'opened' : 'closed'}`;
	const path = pathOfTime({meeting, of});
	if (of.startsWith('decisions/')) return `when decision ${nameOf(database, of)} was taken`;
	if (of.startsWith('agenda/')) {
		return `when item ${nameOf(database, path)} ${field === 'startedAt' ? 'was taken up' : 'ended'}`;
	}
	if (of.startsWith('movements/')) {
		const movement = find(database, path) as Movement | undefined;
		return movement
			? `when ${personName(database, movement.person)} ${movement.kind}`
			: `when somebody came or went (${of})`;
	}
	if (of.startsWith('pauses/')) {
		return `when ${name} was ${field === 'from' ? 'adjourned' : 'resumed'}`;
	}
	return 'when the public came back';
}
