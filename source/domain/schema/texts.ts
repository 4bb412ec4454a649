import {type Bare, isKeyedList, keyOf} from '../log/patch.ts';
import type {Database} from './database.ts';
import {collections} from './values.ts';
import {fieldsOf, isFreeText, nodeOf, partOf, rootPart} from './walk.ts';

/** A text in a record: `meetings/M-2/agenda/I-4`, `notes`; within a field, as `textAt` takes it (`implications/1/text`). */
type TextPlace = {record: string; field: string; text: string};

/** Texts that are worked out and printed: without them a paper could not be proved any more. */
const fixed = new Set(['seal']);

/** Whether a value is free text: the schema says so, or knows nothing of it. Ids, states and days are none. */
const isText = (schema: number | undefined, name: string): boolean =>
	schema === undefined || (isFreeText(schema) && !fixed.has(name));

/** Every text in a record and in the lists within it. The schema is the record's. */
function* textsOf(record: string, holder: Bare, schema: number | undefined): Generator<TextPlace> {
	for (const [name, value] of Object.entries(holder)) {
		// Such a name cannot be told from a way into a field.
		if (name.includes('/')) continue;
		const inner = partOf(schema, name);
		if (isKeyedList(value)) {
			for (const element of value) {
				yield* textsOf(`${record}/${name}/${keyOf(element)}`, element, partOf(inner, ''));
			}
		} else yield* textsIn(record, name, value, inner);
	}
}

function* textsIn(
	record: string,
	field: string,
	value: unknown,
	schema: number | undefined,
): Generator<TextPlace> {
	if (typeof value === 'string') {
		const name = field.split('/').findLast((step) => !/^\d+$/.test(step)) ?? field;
		if (isText(schema, name)) yield {record, field, text: value};
		return;
	}
	if (typeof value !== 'object' || value === null) return;
	for (const [name, inner] of Object.entries(value)) {
		const step = Array.isArray(value) ? String(Number(name) + 1) : name;
		if (!step.includes('/'))
			yield* textsIn(record, `${field}/${step}`, inner, partOf(schema, name));
	}
}

/** Every text that the records of a database hold, of whatever field. */
export function* everyText(database: Database): Generator<TextPlace> {
	for (const name of ['organisation', 'rules'] as const) {
		yield* textsOf(name, database[name], partOf(rootPart, name));
	}
	for (const collection of collections) {
		const schema = partOf(partOf(rootPart, collection), '');
		for (const record of database[collection]) {
			yield* textsOf(`${collection}/${record.id}`, record, schema);
		}
	}
}

/** The texts of one record, which may lie in another (`projects/P1-04/updates/U-3`). */
export function textsAt(record: string, holder: Bare): TextPlace[] {
	// A list takes any part: the key of one of its elements.
	const schema = record.split('/').reduce<number | undefined>(partOf, rootPart);
	return [...textsOf(record, holder, schema)];
}

/** Where a schema has free text, as the names on the way (`meetings/agenda/notes`); for tables that must miss none. */
export function textFields(schema: number = rootPart, way: string[] = []): string[] {
	if (isFreeText(schema)) return fixed.has(way.at(-1) ?? '') ? [] : [way.join('/')];
	const node = nodeOf(schema);
	if (node?.is === 'list') return textFields(node.of, way);
	return fieldsOf(schema)
		.filter(([name]) => way.length > 0 || name !== 'log')
		.flatMap(([name, inner]) => textFields(inner, [...way, name]));
}
