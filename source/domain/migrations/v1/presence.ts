import type {V1, V1Board, V1Declaration, V1Item, V1Meeting} from './schema/index.ts';

type RollLine = V1Meeting['attendance'][number];
type Membership = V1Board['members'][number];
type Role = Membership['role'];

export const personName = ({people}: V1, id: string): string =>
	people.find((person) => person.id === id)?.name ?? id;

/** Where an item stands on its agenda, from 1; 0 for one that is not on it. */
export const itemNumber = ({agenda}: V1Meeting, id: string | undefined): number =>
	agenda.findIndex((item) => item.id === id) + 1;

export const boardOf = ({boards}: V1, meeting: V1Meeting | undefined): V1Board | undefined =>
	boards.find(({id}) => id === meeting?.board);

// Building a formatter is slow; each zone needs one.
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a time zone. A day is its own day. */
function dayIn(instant: string, timeZone: string): string {
	if (instant.length === 10) return instant;
	let formatter = formatters.get(timeZone);
	if (!formatter) {
		const parts = {year: 'numeric', month: '2-digit', day: '2-digit'} as const;
		formatter = new Intl.DateTimeFormat('en-GB', {timeZone, ...parts});
		formatters.set(timeZone, formatter);
	}
	const {year, month, day} = Object.fromEntries(
		formatter.formatToParts(new Date(instant)).map(({type, value}) => [type, value]),
	);
	return `${year}-${month}-${day}`;
}

export function dayOfMeeting({organisation}: V1, meeting: V1Meeting): string | undefined {
	if (meeting.openedAt) return dayIn(meeting.openedAt, organisation.timeZone);
	return meeting.startsAt?.slice(0, 10) ?? meeting.period?.from;
}

/** The memberships that hold on a day; without a day those that do not end or, where all do, all of them. */
export function membersOn(board: V1Board | undefined, day: string | undefined): Membership[] {
	const members = board?.members ?? [];
	if (day !== undefined) {
		return members.filter(({from, to}) => (from ?? '') <= day && (to ?? '9999-12-31') >= day);
	}
	const lasting = members.filter(({to}) => to === undefined);
	return lasting.length > 0 ? lasting : members;
}

const isThere = ({status}: RollLine): boolean => status !== 'apologies' && status !== 'absent';

/** Who is in the room at an instant, or at the end without one. */
function presentAt(meeting: V1Meeting, at?: string): RollLine[] {
	return meeting.attendance.filter((line) => {
		if (!isThere(line)) return false;
		const own = (meeting.movements ?? []).filter(({person}) => person === line.person);
		const last = own.findLast((movement) => at === undefined || movement.at <= at);
		return last ? last.kind === 'arrived' : own[0]?.kind !== 'arrived';
	});
}

/** Who was in the room for some of an item. */
function presentDuring(meeting: V1Meeting, item: V1Item | undefined): RollLine[] {
	if (!item?.startedAt) return presentAt(meeting);
	const atEitherEnd = [
		...presentAt(meeting, item.startedAt),
		...presentAt(meeting, item.endedAt),
	].map(({person}) => person);
	const movers = (meeting.movements ?? []).flatMap((movement) =>
		movement.item === item.id ? [movement.person] : [],
	);
	const there = new Set([...atEitherEnd, ...movers]);
	return meeting.attendance.filter((line) => isThere(line) && there.has(line.person));
}

/** Who was there when an item was first taken up, left during another, and was not there when it was taken up again. */
function goneBetween(meeting: V1Meeting, item: V1Item): Set<string> {
	if (!item.startedAt) return new Set();
	const atEnd = new Set(presentAt(meeting, item.endedAt).map(({person}) => person));
	const gone = presentAt(meeting, item.startedAt).filter(({person}) => {
		const left = (meeting.movements ?? []).findLast(
			(movement) =>
				movement.person === person && (item.endedAt === undefined || movement.at <= item.endedAt),
		);
		return !atEnd.has(person) && left?.item !== item.id;
	});
	return new Set(gone.map(({person}) => person));
}

export const declaredOn = ({declarations = []}: V1Meeting, item: string): V1Declaration[] =>
	declarations.filter((declaration) => declaration.item === item);

const bars = ({kind, withdrew, dispensation}: V1Declaration): boolean =>
	withdrew === true || (kind === 'dpi' && !dispensation);

const barredFrom = (meeting: V1Meeting, item: string): Set<string> =>
	new Set(
		declaredOn(meeting, item)
			.filter(bars)
			.map(({person}) => person),
	);

/** Those in the room for some of an item who have a vote on the board; a place has one vote. */
function electors(database: V1, meeting: V1Meeting, item: V1Item): string[] {
	const voting = new Set(
		membersOn(boardOf(database, meeting), dayOfMeeting(database, meeting))
			.filter(({role}) => role !== 'secretary' && role !== 'adviser')
			.map(({person}) => person),
	);
	const there = presentDuring(meeting, item);
	const seated = new Set(
		there.flatMap(({person, status}) =>
			status === 'present' && voting.has(person) ? [person] : [],
		),
	);
	return there
		.filter(
			({person, status, for: member}) =>
				seated.has(person) ||
				(status === 'substitute' &&
					member !== undefined &&
					voting.has(member) &&
					!seated.has(member)),
		)
		.map(({person}) => person);
}

/** Said of items that were taken up, once the roll was taken: too few were there who might vote. */
export function inquorateOn(database: V1, meeting: V1Meeting, item: V1Item) {
	if (!item.startedAt || meeting.attendance.length === 0) return undefined;
	const board = boardOf(database, meeting);
	const barred = barredFrom(meeting, item.id);
	const gone = goneBetween(meeting, item);
	const present = electors(database, meeting, item).filter(
		(person) => !barred.has(person) && !gone.has(person),
	).length;
	const needed = board?.rules?.quorum ?? 1;
	return board?.kind === 'individual' || present >= needed ? undefined : {present, needed};
}

/** Who presides over an item. */
function presidingOn(database: V1, meeting: V1Meeting, item: V1Item): string | undefined {
	if (item.presiding) return item.presiding;
	const board = boardOf(database, meeting);
	const members = membersOn(board, dayOfMeeting(database, meeting));
	const there = new Set(presentDuring(meeting, item).map(({person}) => person));
	const barred = barredFrom(meeting, item.id);
	const holder = (role: Role) =>
		members.find((one) => one.role === role && there.has(one.person) && !barred.has(one.person))
			?.person;
	return (
		holder('chair') ??
		holder('vice-chair') ??
		(board?.kind === 'individual' ? holder('member') : undefined)
	);
}

/** The items that were taken up, in the order in which they were. */
const takenUp = ({agenda}: V1Meeting): V1Item[] =>
	agenda
		.filter(({startedAt}) => startedAt)
		.toSorted((a, b) => (a.startedAt ?? '').localeCompare(b.startedAt ?? ''));

/** The numbers of the items in the order in which they were taken up, where that was not the agenda's. */
export function takenOrder(meeting: V1Meeting): number[] | undefined {
	const order = takenUp(meeting).map(({id}) => itemNumber(meeting, id));
	return order.every((number, index) => index === 0 || (order[index - 1] ?? 0) < number)
		? undefined
		: order;
}

/** Who presided over which item: told for the items where that changed, and where it was noted. */
export function presidersOf(database: V1, meeting: V1Meeting): Map<string, string> {
	const found = new Map<string, string>();
	const chair = membersOn(boardOf(database, meeting), dayOfMeeting(database, meeting))
		.filter(({role}) => role === 'chair')
		.map(({person}) => person);
	let last = presentAt(meeting, meeting.openedAt).find(({person}) =>
		chair.includes(person),
	)?.person;
	for (const item of takenUp(meeting)) {
		const now = presidingOn(database, meeting, item);
		if (now !== undefined && (item.presiding !== undefined || now !== last)) {
			found.set(item.id, personName(database, now));
		}
		last = now ?? last;
	}
	return found;
}
