import {findPeople, roll} from '../../domain/queries/meetings.ts';
import type {Database, Person} from '../../domain/schema/index.ts';

/** The people who may own something: those on the meeting's roll first, then everybody. */
export function peopleFor(database: Database, meeting: string | undefined): Person[] {
	const held = database.meetings.find(({id}) => id === meeting);
	const onRoll = held ? roll(database, held).map(({person}) => person) : [];
	return [...onRoll, ...database.people.filter((person) => !onRoll.includes(person))];
}

/** Whether somebody may move a motion: who is present may; before the roll is taken, everybody. */
function mayMove(database: Database, meeting: string | undefined, {id}: Person): boolean {
	const held = database.meetings.find(({id}) => id === meeting);
	if (!held || held.attendance.length === 0) return true;
	const status = held.attendance.find(({person}) => person === id)?.status;
	return status === 'present' || status === 'substitute';
}

/** The mover or seconder whom a field means, or why it cannot be told. */
export function readPerson(
	database: Database,
	meeting: string | undefined,
	typed: string,
): {person: Person | undefined} | {message: string} {
	if (typed === '') return {person: undefined};
	const found = findPeople(peopleFor(database, meeting), typed);
	const [person] = found;
	if (!person) return {message: `nobody is called “${typed}”: type initials or a part of the name`};
	if (found.length > 1) return {message: `“${typed}” may be ${orList(found)}: type more of it`};
	return mayMove(database, meeting, person)
		? {person}
		: {message: `${person.name} is not marked as present on the roll`};
}

export const orList = (people: readonly Person[]): string =>
	people
		.slice(0, 3)
		.map(({name}) => name)
		.join(' or ');
