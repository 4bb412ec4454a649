import {findPeople, roll} from '../../domain/queries/meeting/meetings.ts';
import {orList} from '../../domain/queries/meeting/members.ts';
import {electors} from '../../domain/rules/presence.ts';
import type {Database, Person} from '../../domain/schema/index.ts';
import type {FormTarget} from './form.ts';

/** The people who may own something: those on the meeting's roll first, then everybody. */
export function peopleFor(database: Database, meeting: string | undefined): Person[] {
	const held = database.meetings.find(({id}) => id === meeting);
	const onRoll = held ? roll(database, held).map(({person}) => person) : [];
	return [...onRoll, ...database.people.filter((person) => !onRoll.includes(person))];
}

/** The people who may move on an item: those there with a vote; before the roll is taken, everybody. */
function movers(database: Database, {meeting, item}: FormTarget): Set<string> | undefined {
	const held = database.meetings.find(({id}) => id === meeting);
	if (!held || held.attendance.length === 0) return undefined;
	const there = electors(database, held, item, 'during').filter(({barred}) => !barred);
	return new Set(there.map(({person}) => person));
}

/**
 * The mover or seconder whom a field means, or why it cannot be told. Of several people whom the text
 * fits, the one who may move is meant.
 */
export function readPerson(
	database: Database,
	target: FormTarget,
	typed: string,
): {person: Person | undefined} | {message: string} {
	if (typed === '') return {person: undefined};
	const everybody = peopleFor(database, target.meeting);
	const may = movers(database, target);
	const free =
		may &&
		findPeople(
			everybody.filter(({id}) => may.has(id)),
			typed,
		);
	const found = free && free.length > 0 ? free : findPeople(everybody, typed);
	const [person] = found;
	if (!person) return {message: `nobody is called “${typed}”: type initials or a part of the name`};
	if (found.length > 1) return {message: `“${typed}” may be ${orList(found)}: type more of it`};
	return !may || may.has(person.id)
		? {person}
		: {
				message: `${person.name} cannot move: not marked as present on the roll with a vote on this item`,
			};
}

/** Mover and seconder in one line, `ar gd`: two people by their initials, or why not. */
export function readMovers(
	database: Database,
	target: FormTarget,
	typed: string,
): {mover?: string; seconder?: string} | {message: string} {
	const words = typed.split(/[\s,]+/).filter(Boolean);
	if (words.length > 2) return {message: 'two people: who moved and who seconded, by initials'};
	const people: string[] = [];
	for (const word of words) {
		const read = readPerson(database, target, word);
		if ('message' in read) return read;
		if (read.person) people.push(read.person.id);
	}
	const [mover, seconder] = people;
	return {...(mover ? {mover} : {}), ...(seconder ? {seconder} : {})};
}
