import {compareDays} from '../../calendar.ts';
import {foldedOf} from '../../names.ts';
import {dayOfMeeting, markOf, membersOn, onRoll} from '../../rules/presence.ts';
import type {
	Action,
	AgendaItem,
	Attendance,
	Board,
	Database,
	Decision,
	Meeting,
	Person,
	Report,
	RollMark,
} from '../../schema/index.ts';

export const boardOf = (database: Database, meeting: Meeting): Board | undefined =>
	database.boards.find((board) => board.id === meeting.board);

/** A board as documents name it; of one that is not there, its id. */
export function namedBoard({boards}: Database, id: string): Pick<Board, 'id' | 'name' | 'kind'> {
	const {name = id, kind = 'plain'} = boards.find((one) => one.id === id) ?? {};
	return {id, name, kind};
}

/** The first day of a meeting, for sorting; undated meetings come last. */
export const firstDay = ({startsAt, period, openedAt}: Meeting): string =>
	startsAt ?? period?.from ?? openedAt ?? '9999';

/** Meetings in the order of their dates. */
export const byDate = (meetings: readonly Meeting[]): Meeting[] =>
	meetings.toSorted((a, b) => compareDays(firstDay(a), firstDay(b)));

/** The meeting that people mean by “the meeting”: the open one, else one adjourned, the next planned, the last held. */
export function presentMeeting(database: Database): Meeting | undefined {
	const meetings = byDate(database.meetings);
	return (
		meetings.find(({status}) => status === 'open') ??
		meetings.find(({status}) => status === 'adjourned') ??
		meetings.find(({status}) => status === 'planned') ??
		meetings.at(-1)
	);
}

/** When the board of the open or next meeting last closed one, UTC; undefined where it has not. */
export function lastClosed(database: Database): string | undefined {
	const board = presentMeeting(database)?.board;
	return database.meetings.reduce<string | undefined>(
		(last, meeting) =>
			meeting.board === board && (meeting.closedAt ?? '') > (last ?? '') ? meeting.closedAt : last,
		undefined,
	);
}

export const openMeeting = (database: Database): Meeting | undefined =>
	database.meetings.find(({status}) => status === 'open');

export const itemOf = (meeting: Meeting, id: string | undefined): AgendaItem | undefined =>
	meeting.agenda.find((item) => item.id === id);

/** The paper behind an item. */
export const reportOn = ({reports}: Database, item: AgendaItem | undefined): Report | undefined =>
	reports.find(({id}) => id === item?.about?.report);

/**
 * The number by which people cite an item: the one under which it was published or, until then, its place on the
 * agenda from 1. Empty for an item that is not on it.
 */
export function itemNumber({agenda}: Meeting, id: string | undefined): string {
	const place = agenda.findIndex((item) => item.id === id);
	return place === -1 ? '' : (agenda[place]?.number ?? String(place + 1));
}

export const decisionsOn = (database: Database, meeting: string, item?: string): Decision[] =>
	database.decisions.filter(
		(decision) => decision.meeting === meeting && (item === undefined || decision.item === item),
	);

export const actionsOn = (database: Database, meeting: string, item?: string): Action[] =>
	database.actions.filter(
		(action) => action.meeting === meeting && (item === undefined || action.item === item),
	);

/** A member's line on the roll. */
export type RollLine = {
	person: Person;
	role: Board['members'][number]['role'];
	/** What they are marked as; for a substitute, `attendance` says for whom. */
	mark: RollMark | undefined;
	attendance: Attendance | undefined;
	/** Whether they sent apologies for coming late: then they are expected, and may be in the room by now. */
	late: boolean;
};

/** Whether somebody sent apologies for coming late. */
export const comesLate = ({apologies = []}: Meeting, person: string): boolean =>
	apologies.some((one) => one.person === person && one.late === true);

/** The roll of a meeting: its board's members on the day in their order, then whoever else attends. */
export function roll(database: Database, meeting: Meeting): RollLine[] {
	const people = new Map(database.people.map((person) => [person.id, person]));
	const line = (id: string, role: RollLine['role']): RollLine[] => {
		const person = people.get(id);
		const attendance = meeting.attendance.find((entry) => entry.person === id);
		const late = comesLate(meeting, id);
		return person ? [{person, role, mark: markOf(meeting, id), attendance, late}] : [];
	};
	const members = membersOn(boardOf(database, meeting), dayOfMeeting(database, meeting));
	const listed = new Set(members.map(({person}) => person));
	return [
		...members.flatMap(({person, role}) => line(person, role)),
		...[...onRoll(meeting)]
			.filter((person) => !listed.has(person))
			.flatMap((person) => line(person, 'adviser')),
	];
}

/**
 * The people whom a typed text may mean: by initials, id or whole name, else by how their initials
 * begin, else by a part of the name, whatever their capitals and accents. One match is an answer; several need more letters.
 */
export function findPeople(people: readonly Person[], typed: string): Person[] {
	const text = foldedOf(typed.trim());
	if (text === '') return [];
	const ways: ((person: Person) => boolean)[] = [
		({id, initials, name}) =>
			[initials, name, id].some((word) => word !== undefined && foldedOf(word) === text),
		({initials}) => initials !== undefined && foldedOf(initials).startsWith(text),
		({name}) => foldedOf(name).includes(text),
	];
	return ways.map((fits) => people.filter(fits)).find((found) => found.length > 0) ?? [];
}
