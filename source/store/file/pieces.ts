import type {Database} from '../../domain/schema/index.ts';
import {parseExact} from './exact.ts';
import {randomHex} from '../random.ts';
import {fit} from '../fit.ts';

type Lists = Record<string, unknown>;

/** Where an element of a list stands in the bytes. */
type Piece = {from: number; to: number};

/** An element as it was read, and the bytes in which it stood. */
type Read = {bytes: Buffer; element: unknown};

/** What stands in the place of a piece while the rest is read. A file that happens to say the same is read whole. */
let marker = '';
const markerOf = (): string => (marker ||= `${randomHex(4)} `);

/** Records lie at the second level of lists and objects, below the database and its list. */
const depth = 2;

/**
 * Reads a file again that mostly holds what it held before, at the cost of what did not: whoever watches a
 * meeting would otherwise read the whole log for every line that is added to it. Elements that stand in the
 * file byte for byte as before are taken from what is known.
 *
 * It needs no trust in how the file is laid out. Each element is read by itself, and what is left by itself, with
 * markers in their places; as a value may stand wherever another may, the whole then is JSON, and this is
 * what it says. Anything out of the ordinary is left to `parseDatabase`, which tells what is wrong and where.
 */
export class Pieces {
	/** What was read last, in the file's order. */
	#before: readonly Read[] = [];

	/** The database in these bytes, what did not change taken from `known`; undefined if it must be read as a whole. */
	read(bytes: Buffer, known: Database): Database | undefined {
		const pieces = split(bytes)?.map(({from, to}) => bytes.subarray(from, to));
		const elements = pieces && this.#elements(pieces);
		const whole = elements && assemble(bytes, pieces, elements);
		if (!whole) return undefined;
		const database = fit(whole.raw, known);
		if (!database) return undefined;
		const lists = database as Lists;
		this.#before = pieces.map((piece, index) => {
			const {list = '', at = -1} = whole.places[index] ?? {};
			return {bytes: piece, element: (lists[list] as unknown[] | undefined)?.[at]};
		});
		return database;
	}

	/** What the pieces say; undefined if one of them cannot be read by itself. */
	#elements(pieces: readonly Buffer[]): unknown[] | undefined {
		const elements: unknown[] = [];
		let next = 0;
		for (const piece of pieces) {
			const ahead = this.#before.slice(next, next + reach);
			const found = ahead.findIndex(({bytes}) => bytes.equals(piece));
			const element = ahead[found]?.element ?? exact(piece, depth);
			if (element === undefined) return undefined;
			elements.push(element);
			next += found + 1;
		}
		return elements;
	}
}

/**
 * How far ahead to look for a piece among those from before: as many as are taken away or altered next to each
 * other. After more, the rest is read anew, which costs time once.
 */
const reach = 16;

/** The elements of lists, as Boardwalk and most editors lay them out; undefined where one has no end. */
function split(bytes: Buffer): Piece[] | undefined {
	const pieces: Piece[] = [];
	for (let at = bytes.indexOf(start); at !== -1;) {
		const from = at + start.length - 1;
		const isOneLine = bytes[from + 1] !== newLine;
		const last = isOneLine ? bytes.indexOf(newLine, from) : bytes.indexOf(end, from) + end.length;
		if (last < from) return undefined;
		const to = isOneLine && bytes[last - 1] === comma ? last - 1 : last;
		pieces.push({from, to});
		at = bytes.indexOf(start, to);
	}
	return pieces;
}

const start = Buffer.from('\n    {');
const end = Buffer.from('\n    }');
const newLine = 0x0a;
const comma = 0x2c;

const decoder = new TextDecoder('utf-8', {fatal: true});

/** The value that some bytes say; undefined if they are not JSON, or say what would not survive being saved. */
function exact(bytes: Uint8Array, depth: number): unknown {
	try {
		return parseExact(decoder.decode(bytes), depth);
	} catch {
		return undefined;
	}
}

type Whole = {raw: Lists; places: {list: string; at: number}[]};

/** What is around the pieces, with their elements in it; undefined unless each is an element of a list of its own. */
function assemble(
	bytes: Buffer,
	pieces: readonly Buffer[],
	elements: readonly unknown[],
): Whole | undefined {
	const around: Uint8Array[] = [];
	let end = 0;
	for (const [index, piece] of pieces.entries()) {
		const from = piece.byteOffset - bytes.byteOffset;
		around.push(bytes.subarray(end, from), Buffer.from(`"${markerOf()}${index}"`));
		end = from + piece.length;
	}
	const raw = exact(Buffer.concat([...around, bytes.subarray(end)]), 0);
	if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
	const places: Whole['places'] = [];
	for (const [list, value] of Object.entries(raw as Lists)) {
		if (!Array.isArray(value)) continue;
		for (const [at, element] of value.entries()) {
			if (typeof element !== 'string' || !element.startsWith(markerOf())) continue;
			// In the file's order, so that a file which says the same of its own accord is found out.
			if (Number(element.slice(markerOf().length)) !== places.length) return undefined;
			value[at] = elements[places.length];
			places.push({list, at});
		}
	}
	return places.length === pieces.length ? {raw: raw as Lists, places} : undefined;
}
