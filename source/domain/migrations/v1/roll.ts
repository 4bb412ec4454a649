import {boardOf, dayOfMeeting, itemNumber, membersOn, personName} from './presence.ts';
import type {V1, V1Declaration, V1Meeting} from './schema/index.ts';

/** A meeting's roll in the order in which it was taken: chair first, then as recorded. */
export function attendanceOf(database: V1, meeting: V1Meeting) {
	const members = membersOn(boardOf(database, meeting), dayOfMeeting(database, meeting));
	const rank = (role: string | undefined) => {
		if (role === 'chair') return 0;
		return role === 'vice-chair' ? 1 : 2;
	};
	return meeting.attendance
		.map(({person, status, for: member}) => ({
			person,
			name: personName(database, person),
			status,
			role: members.find((membership) => membership.person === person)?.role,
			for: member === undefined ? undefined : personName(database, member),
		}))
		.toSorted((a, b) => rank(a.role) - rank(b.role));
}

/** Arrivals and departures in the order in which they were noted. */
export function movementsOf(database: V1, meeting: V1Meeting) {
	const left = new Set<string>();
	return (meeting.movements ?? []).map(({person, kind, at, item}) => {
		const back = kind === 'arrived' && left.has(person);
		if (kind === 'left') left.add(person);
		return {
			person,
			name: personName(database, person),
			kind: back ? 'returned' : kind,
			at,
			item: itemNumber(meeting, item) || undefined,
		};
	});
}

/** What was declared; the nature of a sensitive interest is not part of it. */
export const declaredIn = (
	database: V1,
	meeting: V1Meeting,
	{person, item, kind, nature, sensitive, withdrew, dispensation}: V1Declaration,
) => ({
	person,
	name: personName(database, person),
	kind,
	nature: sensitive ? undefined : nature,
	sensitive,
	withdrew,
	dispensation,
	item: itemNumber(meeting, item) || undefined,
	...(kind === 'dpi' && !withdrew && !dispensation ? {voteless: true} : {}),
});
