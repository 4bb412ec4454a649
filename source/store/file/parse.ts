import type {Database} from '../../domain/schema/index.ts';
import {schemaVersion} from '../../domain/schema/values.ts';
import {soundness} from './exact.ts';
import {sayIssue} from './issues.ts';
import {lookOut, offsetOf, positions} from './positions.ts';
import {validate} from '../validate.ts';
import {type Flaw, type Path, Scanner, type Spot} from './scan.ts';
import {show, visible} from '../show.ts';

/** Something wrong in a file. `text` is the line for people: `name:line:column: message`. */
type Located = {line: number; column: number; path: Path; message: string; text: string};

/** A database, or why it is none: at most 100 problems in the file's order, and how many `more`. */
export type ParsedFile =
	| {ok: true; database: Database}
	| {
			ok: false;
			problems: Located[];
			more: number;
			/** The file's schema version, when that is one which only a newer Boardwalk knows. */
			newer?: number;
	  };

const mostReported = 100;

/**
 * Reads a database from a file's bytes or text; `name` is what messages call the file. Never throws,
 * whatever the input. With a `known` database, what did not change is taken from it (see `validate`).
 */
export function parseDatabase(
	source: Uint8Array | string,
	name: string,
	known?: Database,
): ParsedFile {
	const fail = failure(name);
	const text = typeof source === 'string' ? source.replace(/^\ufeff/, '') : decode(source);
	if (typeof text !== 'string') return fail(text.before, [{...text, path: []}]);
	if (text.trim() === '') {
		return fail(text, [flaw('the file is empty; expected a Boardwalk database')]);
	}
	let raw: unknown;
	try {
		raw = JSON.parse(text);
	} catch {
		const {flaws} = new Scanner(text).scan();
		// Should JSON.parse be stricter than the scanner, its word counts.
		return fail(text, flaws.length > 0 ? flaws : [flaw('this is not JSON')]);
	}
	const kind = kindOf(raw);
	if (kind.problem) {
		const wanted: Spot = {next: new Map()};
		lookOut(wanted, ['schemaVersion']);
		new Scanner(text, wanted).scan();
		return fail(
			text,
			[{...flaw(kind.problem), offset: offsetOf(wanted, ['schemaVersion'])}],
			kind.newer,
		);
	}
	const said = soundness(raw, text);
	const flaws = said === 'sound' ? [] : new Scanner(text).scan().flaws;
	// A text nested too deep is not looked at further: the schema's own code would run out of stack.
	if (said === 'too deep' && flaws.length > 0) return fail(text, flaws);
	const checked = validate(raw, known);
	if ('database' in checked && flaws.length === 0) return {ok: true, database: checked.database};

	const wanted: Spot = {next: new Map()};
	const mismatches = 'issues' in checked ? checked.issues.map((issue) => sayIssue(issue, raw)) : [];
	for (const {path} of mismatches) lookOut(wanted, path);
	new Scanner(text, wanted).scan();
	const located = mismatches.map(({path, message, byName}) => ({
		path,
		message,
		offset: offsetOf(wanted, path, byName),
	}));
	return fail(text, [...flaws, ...located]);
}

const flaw = (message: string): Flaw => ({offset: 0, path: [], message});

const failure =
	(name: string) =>
	(text: string, flaws: Flaw[], newer?: number): ParsedFile => {
		const at = positions(text);
		const problems = flaws
			.toSorted((a, b) => a.offset - b.offset)
			.slice(0, mostReported)
			.map(({offset, path, message}) => {
				const {line, column} = at(offset);
				return {
					line,
					column,
					path,
					message,
					text: `${visible(name)}:${line}:${column}: ${message}`,
				};
			});
		return {ok: false, problems, more: flaws.length - problems.length, newer};
	};

/** The text of a file, or what keeps it from being one, with the text before that. */
function decode(bytes: Uint8Array): string | {offset: number; message: string; before: string} {
	const [first, second] = bytes;
	if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
		return {
			offset: 0,
			message: 'the file is UTF-16; expected UTF-8: save it again as that',
			before: '',
		};
	}
	if (first === 0x1f && second === 0x8b) {
		// Such as a snapshot that was copied over the database by hand.
		return {offset: 0, message: 'the file is compressed; unpack it with gunzip', before: ''};
	}
	try {
		return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
	} catch {
		const before = validStart(bytes);
		const bad = bytes[Buffer.byteLength(before)] ?? 0;
		const message = `the byte ${bad.toString(16)} is not UTF-8; expected the file to be saved as that`;
		return {offset: before.length, message, before};
	}
}

/** The longest start of the bytes that is UTF-8. */
function validStart(bytes: Uint8Array): string {
	const valid = (length: number): string | undefined => {
		try {
			const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
			return decoder.decode(bytes.subarray(0, length), {stream: true});
		} catch {
			return undefined;
		}
	};
	let low = 0;
	let high = bytes.length + 1;
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if (valid(middle) === undefined) high = middle;
		else low = middle;
	}
	return valid(low) ?? '';
}

/** Whether JSON is a database at all, and of which version. */
function kindOf(raw: unknown): {problem?: string; newer?: number} {
	const other = 'this is not a Boardwalk database';
	if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
		return {problem: `${other}: it is ${show(raw)}, expected an object`};
	}
	if (!Object.hasOwn(raw, 'schemaVersion')) return {problem: `${other}: it has no schemaVersion`};
	const {schemaVersion: found} = raw as {schemaVersion: unknown};
	if (typeof found !== 'number' || found === schemaVersion) return {};
	if (found < schemaVersion) {
		return {
			problem: `is of an older version (schema ${found}; this one writes ${schemaVersion}): bring it forward with boardwalk migrate`,
		};
	}
	return {
		problem: `was written by a newer Boardwalk (schema ${found}; this one knows ${schemaVersion}): update Boardwalk`,
		newer: found,
	};
}
