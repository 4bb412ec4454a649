import {dayIn, sayDay, timeIn} from './calendar.ts';
import {sayMoney} from './money.ts';
import {nameOf} from './names.ts';
import {targetOf} from './references.ts';
import type {Database, Money} from './schema/index.ts';
import {cut, sayValue} from './words.ts';

/** Fields that hold a person's id, or a name in plain words. */
const people = new Set(['owner', 'sponsor', 'portfolioHolder', 'person']);
const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const day = /^\d{4}-\d\d-\d\d$/;

/**
 * What a field of the record at `path` holds, where that is not a text to be read as it stands: a person or an item by
 * name, a day or an instant in words, a sum of money, a score, a list by the names of its elements. Undefined for any
 * other value.
 */
export function sayKnown(
	database: Database,
	path: string,
	field: string,
	value: unknown,
	longest?: number,
): string | undefined {
	if (typeof value === 'string') {
		if (day.test(value)) return sayDay(value);
		if (instant.test(value)) {
			const {timeZone} = database.organisation;
			return `${timeIn(value, timeZone)} on ${sayDay(dayIn(value, timeZone))}`;
		}
		const target = people.has(field) ? 'people' : targetOf(path, field);
		if (target === 'items') return `item ${nameOf(database, `${path}/agenda/${value}`)}`;
		// Another name in plain words is a text like any other.
		const person = database.people.find(({id}) => target === 'people' && id === value);
		return person && cut(person.name, longest ?? 60);
	}
	if (Array.isArray(value)) {
		const isOrder = value.length > 0 && value.every((id) => typeof id === 'string');
		const names = isOrder ? value.map((id) => nameOf(database, `${path}/${field}/${id}`)) : [];
		return isOrder ? sayValue(field, names, longest) : undefined;
	}
	if (typeof value !== 'object' || value === null) return undefined;
	if ('amount' in value) return sayMoney(value as Money, database);
	if (!('likelihood' in value)) return undefined;
	const {likelihood, impact} = value as {likelihood: number; impact?: number};
	return `likelihood ${likelihood}, impact ${impact}`;
}
