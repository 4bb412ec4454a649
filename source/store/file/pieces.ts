import type {Database} from '../../domain/schema/index.ts';
import {parseExact} from './exact.ts';
import {randomHex} from '../random.ts';
import {fit} from '../fit.ts';

type Lists = Record<string, unknown>;

/** Where an element of a list stands in the bytes. */
type Piece = {from: number; to: number};

/** What was read or written last: its pieces, and the element that each of them says. */
type Read = {bytes: Buffer; pieces: readonly Piece[]; elements: readonly unknown[]};

/** What stands in the place of pieces while the rest is read. A file that happens to say the same is read whole. */
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
 * markers in their places; as a value may stand wherever another may, and in a list any number of them with commas
 * between, the whole then is JSON, and this is what it says. Anything out of the ordinary is left to
 * `parseDatabase`, which tells what is wrong and where.
 */
export class Pieces {
	/** The file that was read or written last and the database that it says; looked into when there is another. */
	#last: {bytes: Buffer; database: Database} | undefined;
	#before: Read | undefined;

	/** Hears of a file that was read in another way, or written: these bytes say this database. */
	remember(bytes: Buffer, database: Database): void {
		this.#last = {bytes, database};
		this.#before = undefined;
	}

	/** The database in these bytes, what did not change taken from `known`; undefined if it must be read as a whole. */
	read(bytes: Buffer, known: Database): Database | undefined {
		if (this.#last) this.#before = lookInto(this.#last.bytes, this.#last.database);
		this.#last = undefined;
		const found = split(bytes, this.#before);
		if (!found) return undefined;
		const {pieces} = found;
		const elements: unknown[] = [];
		for (const [index, {from, to}] of pieces.entries()) {
			const element = found.elements[index] ?? exact(bytes.subarray(from, to), depth);
			if (element === undefined) return undefined;
			elements.push(element);
		}
		const whole = assemble(bytes, pieces, elements);
		const database = whole && fit(whole.raw, known);
		if (!database) return undefined;
		this.#before = {bytes, pieces, elements: elementsOf(whole.runs, database)};
		return database;
	}
}

/** The pieces of a file whose database is known; undefined if it is laid out in another way. */
function lookInto(bytes: Buffer, database: Database): Read | undefined {
	const pieces = split(bytes)?.pieces;
	const whole = pieces && assemble(bytes, pieces, []);
	return whole && {bytes, pieces, elements: elementsOf(whole.runs, database)};
}

/** What the pieces say, in their order. */
const elementsOf = (runs: readonly Run[], database: Database): unknown[] =>
	runs.flatMap(({list, at, count}) =>
		((database as Lists)[list] as unknown[]).slice(at, at + count),
	);

/**
 * How far ahead to look for a piece among those from before: as many as are taken away or altered next to each
 * other. After more, the rest is read anew, which costs time once.
 */
const reach = 16;

/** So many pieces are compared with those from before at once; if they differ, one by one. */
const stride = 64;

const start = Buffer.from('\n    {');
const end = Buffer.from('\n    }');
const newLine = 0x0a;
const comma = 0x2c;
/** From the end of a piece to the next in its list: a comma, a new line, four spaces. */
const between = 1 + start.length - 1;

/**
 * The elements of lists, as Boardwalk and most editors lay them out, with what is known of those that stand there as
 * before; undefined where one has no end.
 *
 * Where a piece ends follows from the bytes up to two behind it, and where the next one begins from those after that:
 * so as long as these bytes are as before, the pieces are, too, and nothing need be looked for.
 */
function split(bytes: Buffer, before?: Read): {pieces: Piece[]; elements: unknown[]} | undefined {
	const pieces: Piece[] = [];
	const elements: unknown[] = [];
	const old = before?.pieces ?? [];
	let next = 0;
	/** Up to where both are looked through: here, and in what was before. */
	let [here, there] = [0, 0];
	/** Takes so many pieces as they were, if all bytes up to behind them are the same. */
	const takes = (count: number): boolean => {
		const last = old[next + count - 1];
		if (!before || !last) return false;
		const shift = here - there;
		const stop = last.to + 2;
		if (stop > before.bytes.length || stop + shift > bytes.length) return false;
		if (bytes.compare(before.bytes, there, stop, here, stop + shift) !== 0) return false;
		for (const {from, to} of old.slice(next, next + count)) {
			pieces.push({from: from + shift, to: to + shift});
			elements.push(before.elements[next++]);
		}
		[here, there] = [last.to + shift, last.to];
		return true;
	};
	for (;;) {
		if (takes(stride) || takes(1)) continue;
		const at = bytes.indexOf(start, here);
		if (at === -1) return {pieces, elements};
		const from = at + start.length - 1;
		const isOneLine = bytes[from + 1] !== newLine;
		const last = isOneLine ? bytes.indexOf(newLine, from) : bytes.indexOf(end, from) + end.length;
		if (last < from) return undefined;
		const to = isOneLine && bytes[last - 1] === comma ? last - 1 : last;
		pieces.push({from, to});
		const ahead = old.slice(next, next + reach);
		const found = ahead.findIndex(
			(one) =>
				one.to - one.from === to - from &&
				before?.bytes.compare(bytes, from, to, one.from, one.to) === 0,
		);
		here = to;
		if (found < 0) elements.push(undefined);
		else {
			elements.push(before?.elements[next + found]);
			there = ahead[found]?.to ?? 0;
			next += found + 1;
		}
	}
}

const decoder = new TextDecoder('utf-8', {fatal: true});

/** The value that some bytes say; undefined if they are not JSON, or say what would not survive being saved. */
function exact(bytes: Uint8Array, depth: number): unknown {
	try {
		return parseExact(decoder.decode(bytes), depth);
	} catch {
		return undefined;
	}
}

/** So many pieces that stand one after another in a list of the database, and the place of the first. */
type Run = {list: string; at: number; count: number};

/**
 * What is around the pieces, with their elements in it: those that only commas part are told by one marker. Undefined
 * unless each is an element of a list of the database.
 */
function assemble(
	bytes: Buffer,
	pieces: readonly Piece[],
	elements: readonly unknown[],
): {raw: Lists; runs: Run[]} | undefined {
	const around: Uint8Array[] = [];
	/** The first piece of each run. */
	const firsts: number[] = [];
	let end = 0;
	for (const [index, {from, to}] of pieces.entries()) {
		const isNext = index > 0 && from - end === between && bytes[end] === comma;
		if (!isNext) {
			firsts.push(index);
			around.push(bytes.subarray(end, from), Buffer.from(`"${markerOf()}${index}"`));
		}
		end = to;
	}
	const raw = exact(Buffer.concat([...around, bytes.subarray(end)]), 0);
	if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
	const lists = raw as Lists;
	const runs: Run[] = [];
	for (const [list, value] of Object.entries(lists)) {
		if (!Array.isArray(value)) continue;
		const filled: unknown[] = [];
		for (const element of value as unknown[]) {
			if (typeof element !== 'string' || !element.startsWith(markerOf())) {
				filled.push(element);
				continue;
			}
			const first = Number(element.slice(markerOf().length));
			// In the file's order, so that a file which says the same of its own accord is found out.
			if (first !== firsts[runs.length]) return undefined;
			const next = firsts[runs.length + 1] ?? pieces.length;
			runs.push({list, at: filled.length, count: next - first});
			for (let index = first; index < next; index++) filled.push(elements[index]);
		}
		lists[list] = filled;
	}
	return runs.length === firsts.length ? {raw: lists, runs} : undefined;
}
