import {addDays, sayDay} from '../../calendar.ts';
import type {Change} from '../../changes/index.ts';
import {keyOf} from '../../log/patch.ts';
import {newPerson, personName} from '../../names.ts';
import type {Board, Database, Membership, Person} from '../../schema/index.ts';
import {memberRoleWords} from '../../words.ts';
import {findPeople} from './meetings.ts';

/** A membership with what finds it, the name and how it stands today. */
export type Member = {
	key: string;
	person: string;
	name: string;
	initials: string | undefined;
	role: Membership['role'];
	from: string | undefined;
	to: string | undefined;
	stands: 'now' | 'to come' | 'past';
} & Pick<Person, 'office' | 'portfolio' | 'ward' | 'party'>;

const order: Member['stands'][] = ['now', 'to come', 'past'];

/** Everybody who is, will be or was on a board, in this order. */
export const membersOf = ({people}: Database, board: Board, today: string): Member[] =>
	board.members
		.map((member): Member => {
			const {person, role, from, to} = member;
			const known = people.find(({id}) => id === person);
			const stands =
				to !== undefined && to < today
					? 'past'
					: from !== undefined && from > today
						? 'to come'
						: 'now';
			const name = known?.name ?? person;
			const {initials, office, portfolio, ward, party} = known ?? {};
			const details = {office, portfolio, ward, party};
			return {key: keyOf(member), person, name, initials, role, from, to, stands, ...details};
		})
		.toSorted((a, b) => order.indexOf(a.stands) - order.indexOf(b.stands));

/** `from 12 May 2026 until 3 June 2027`; nothing where no day is known. */
export const sayTerm = ({from, to}: Pick<Membership, 'from' | 'to'>): string =>
	[from && `from ${sayDay(from)}`, to && `until ${sayDay(to)}`].filter(Boolean).join(' ');

export const orList = (people: readonly Person[]): string =>
	people
		.slice(0, 3)
		.map(({name}) => name)
		.join(' or ');

const nobody = (typed: string): string =>
	`nobody is called “${typed}”: type initials or a part of the name`;

/** The one person whom a text means, of those given. */
export function readOne(
	people: readonly Person[],
	typed: string,
): {person: string} | {message: string} {
	const found = findPeople(people, typed);
	const [person] = found;
	if (!person) return {message: nobody(typed)};
	return found.length > 1
		? {message: `“${typed}” may be ${orList(found)}: type more of it`}
		: {person: person.id};
}

/** The name of somebody whom the database does not know yet: what stands behind a plus. */
export const newName = (typed: string): string | undefined =>
	typed.startsWith('+') ? typed.slice(1).trim().replaceAll(/\s+/g, ' ') : undefined;

/** Who comes: somebody whom the database knows or, behind a +, somebody new to it, with what enters them. */
export function readComer(
	database: Database,
	people: readonly Person[],
	typed: string,
): {person: string; changes: Change[]} | {message: string} {
	const name = newName(typed);
	if (name === undefined) {
		const read = readOne(people, typed);
		if ('person' in read) return {person: read.person, changes: []};
		return {
			message:
				read.message === nobody(typed)
					? `${read.message}, or +${typed} to enter them`
					: read.message,
		};
	}
	if (name === '') return {message: 'say who it is: +Ann Reed'};
	const same = database.people.find((one) => one.name.toLowerCase() === name.toLowerCase());
	if (same) return {message: `${same.name} is known already: leave out the +`};
	const person = newPerson(name, new Set(database.people.map(({id}) => id)));
	return {person: person.id, changes: [{kind: 'person/add', ...person}]};
}

/**
 * Gives somebody a role on a board from a day on. What they were on it until then ends the day before, so
 * that earlier meetings keep it; a role that was to begin on that day or later is changed in its place.
 */
export function beginRole(
	database: Database,
	board: Board,
	{person, role, from}: {person: string; role: Membership['role']; from: string},
): {changes: Change[]} | {message: string} {
	const held = board.members.find((one) => one.person === person && (one.to ?? '9999') >= from);
	if (!held) return {changes: [{kind: 'member/add', board: board.id, person, role, from}]};
	const member = keyOf(held);
	if (held.from !== undefined && held.from >= from) {
		const fields = {
			...(held.role === role ? {} : {role: {from: held.role, to: role}}),
			...(held.from === from ? {} : {from: {from: held.from, to: from}}),
		};
		if (Object.keys(fields).length > 0) {
			return {changes: [{kind: 'member/edit', board: board.id, member, fields}]};
		}
	}
	if (held.role === role) {
		const term = sayTerm(held);
		return {
			message: `${personName(database, person)} is ${memberRoleWords[role].toLowerCase()} of ${board.name} already${term ? `, ${term}` : ''}`,
		};
	}
	const last = {from: held.to, to: addDays(from, -1)};
	return {
		changes: [
			{kind: 'member/edit', board: board.id, member, fields: {to: last}},
			{kind: 'member/add', board: board.id, person, role, from, to: held.to},
		],
	};
}
