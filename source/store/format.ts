import type {Database} from '../domain/schema/index.ts';

/**
 * The elements of lists as they stand in the file: a database mostly consists of them. They are never
 * altered in place, so only those that an act replaced are written anew.
 */
const written = new WeakMap<object, Buffer>();

/**
 * A database as the bytes of its file: two-space indent, keys as they stand in the object, the log last
 * and each of its entries on one line, and a line break at the end. Neither `database` nor anything in
 * it may be altered in place afterwards.
 */
export function encodeDatabase(database: Database): Buffer {
	const {log, ...rest} = database;
	const parts: Buffer[] = [];
	for (const [name, value] of Object.entries(rest)) {
		if (value === undefined) continue;
		parts.push(Buffer.from(`${parts.length === 0 ? '{' : ','}\n  ${JSON.stringify(name)}: `));
		if (Array.isArray(value)) encodeList(value, pretty, parts);
		else parts.push(Buffer.from(indent(JSON.stringify(value, undefined, 2), '  ')));
	}
	parts.push(Buffer.from(`${parts.length === 0 ? '{' : ','}\n  "log": `));
	encodeList(log, compact, parts);
	parts.push(Buffer.from('\n}\n'));
	return Buffer.concat(parts);
}

/**
 * How many bytes of a database's file hold what another one has not: the two lengths of one pair differ as their files
 * do. What both share is not written to be measured.
 */
export function encodedLength(database: Database, other: Database): number {
	const beside = other as Record<string, unknown>;
	let length = 0;
	for (const [name, value] of Object.entries(database)) {
		if (value === undefined || value === beside[name]) continue;
		length += Buffer.byteLength(JSON.stringify(name));
		if (!Array.isArray(value)) {
			length += Buffer.byteLength(indent(JSON.stringify(value, undefined, 2), '  '));
			continue;
		}
		const shared = new Set(Array.isArray(beside[name]) ? (beside[name] as unknown[]) : []);
		// The comma before each but the first, and the brackets of a list that is not empty.
		length += value.length === 0 ? 0 : value.length - 1 + '\n  '.length;
		for (const element of value as unknown[]) {
			if (!shared.has(element)) length += encode(element, name === 'log' ? compact : pretty).length;
		}
	}
	return length;
}

/** As `encodeDatabase`, as text. */
export const formatDatabase = (database: Database): string =>
	encodeDatabase(database).toString('utf8');

/** A line break in JSON is never inside a text, so it can be indented as it is. */
const indent = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);

const pretty = (value: unknown): string => indent(JSON.stringify(value, undefined, 2), '    ');
const compact = (value: unknown): string => JSON.stringify(value);

const comma = Buffer.from(',');

function encodeList(list: readonly unknown[], write: (value: unknown) => string, parts: Buffer[]) {
	if (list.length === 0) {
		parts.push(Buffer.from('[]'));
		return;
	}
	parts.push(Buffer.from('['));
	for (const [index, element] of list.entries()) {
		if (index > 0) parts.push(comma);
		parts.push(encode(element, write));
	}
	parts.push(Buffer.from('\n  ]'));
}

function encode(element: unknown, write: (value: unknown) => string): Buffer {
	if (typeof element !== 'object' || element === null) {
		return Buffer.from(`\n    ${write(element)}`);
	}
	let bytes = written.get(element);
	if (bytes === undefined) {
		bytes = Buffer.from(`\n    ${write(element)}`);
		written.set(element, bytes);
	}
	return bytes;
}
