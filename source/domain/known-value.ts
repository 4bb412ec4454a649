import {dayIn, sayDay, timeIn} from './calendar.ts';
import {nameOf} from './names.ts';
import {type Field, fieldOf, type Kind, sayWhole, typeAt, typeOf} from './records/index.ts';
import {targetOf} from './references.ts';
import type {Database} from './schema/index.ts';
import {cut, fieldWord, sayValue, wordOf} from './words.ts';

/** Fields that hold a person's id, or a name in plain words. */
const people = new Set(['owner', 'person']);
const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const day = /^\d{4}-\d\d-\d\d$/;

/** What a field of the record at `path` is called in a sentence: as its form calls it, where there is one. */
export function sayFieldName(path: string, field: string): string {
	const type = typeAt(path);
	const known = fieldAt(path, field);
	// What a record is called by bears the record's own word on a form: `milestone “Go live”, title`.
	return known && type && typeOf(type).title !== field
		? known.label.toLowerCase()
		: fieldWord(field);
}

function fieldAt(path: string, field: string): Field | undefined {
	const type = typeAt(path);
	return type && fieldOf(type, field);
}

/** Kinds whose values are read as they stand, and those that no form asks for. */
const asItStands = new Set<Kind>(['line', 'text', 'statements', 'person', 'list', 'kept']);

/**
 * What a field of the record at `path` holds, where that is not a text to be read as it stands: a person or an item by
 * name, a day or an instant in words, an order by the names of what it orders, and whatever has a type as its form says
 * it. Undefined for any other value.
 */
export function sayKnown(
	database: Database,
	path: string,
	field: string,
	value: unknown,
	longest = Infinity,
): string | undefined {
	const known = fieldAt(path, field);
	if (known && !asItStands.has(known.kind)) {
		const said = sayWhole(known, value, database);
		return said === '' ? undefined : cut(said, longest);
	}
	if (typeof value === 'string') {
		if (day.test(value)) return sayDay(value);
		if (instant.test(value)) {
			const {timeZone} = database.organisation;
			return `${timeIn(value, timeZone)} on ${sayDay(dayIn(value, timeZone))}`;
		}
		const target = people.has(field) || known?.kind === 'person' ? 'people' : targetOf(path, field);
		if (target === 'items') return `item ${nameOf(database, `${path}/agenda/${value}`)}`;
		// Another name in plain words is a text like any other.
		const person = database.people.find(({id}) => target === 'people' && id === value);
		return person ? cut(person.name, longest) : wordOf(field, value);
	}
	if (Array.isArray(value)) {
		const isOrder = value.length > 0 && value.every((id) => typeof id === 'string');
		const names = isOrder ? value.map((id) => nameOf(database, `${path}/${field}/${id}`)) : [];
		return isOrder ? sayValue(field, names, longest) : undefined;
	}
	return undefined;
}
