import {describe, expect, test} from 'vitest';
import {formatDatabase} from '../../source/store/format.ts';
import {parseDatabase} from '../../source/store/file/parse.ts';
import {locate, locateAll} from '../../source/store/file/positions.ts';
import {makeDatabase} from '../helpers/database.ts';

const good = formatDatabase(makeDatabase());

/** What is said of a text, as lines for people. */
function said(source: string | Uint8Array): string[] {
	const parsed = parseDatabase(source, 'db.json');
	return parsed.ok ? [] : parsed.problems.map(({text}) => text);
}

/** The sample's text with the first occurrence of something replaced. */
function broken(what: string | RegExp, by: string): string {
	const text = good.replace(what, by);
	expect(text).not.toBe(good);
	return text;
}

test('a database is read as it was written', () => {
	expect(parseDatabase(good, 'db.json')).toEqual({ok: true, database: makeDatabase()});
	expect(parseDatabase(Buffer.from(`\ufeff${good}`), 'db.json')).toMatchObject({ok: true});
	const windows = good.replaceAll('\n', '\r\n').replaceAll(': ', ' : ');
	expect(parseDatabase(windows, 'db.json')).toEqual({ok: true, database: makeDatabase()});
});

describe('what is not a database', () => {
	test.each([
		['', 'db.json:1:1: the file is empty; expected a Boardwalk database'],
		[' \n\t', 'db.json:1:1: the file is empty; expected a Boardwalk database'],
		['hello there', 'db.json:1:1: this is not JSON: found hello, expected a value'],
		['[]', 'db.json:1:1: this is not a Boardwalk database: it is a list, expected an object'],
		['"x"', 'db.json:1:1: this is not a Boardwalk database: it is “x”, expected an object'],
		['{"a": 1}', 'db.json:1:1: this is not a Boardwalk database: it has no schemaVersion'],
		[
			'{\n  "schemaVersion": 9}',
			'db.json:2:20: was written by a newer Boardwalk (schema 9; this one knows 2): update Boardwalk',
		],
	])('%j', (text, message) => {
		expect(said(text)).toEqual([message]);
	});

	test('a newer schema is told apart', () => {
		expect(parseDatabase('{"schemaVersion": 3}', 'x')).toMatchObject({ok: false, newer: 3});
		expect(parseDatabase('{"schemaVersion": 0}', 'x')).toMatchObject({ok: false, newer: undefined});
	});

	test('bytes that are not UTF-8', () => {
		const bytes = Buffer.concat([
			Buffer.from('{\n "ü": "'),
			Buffer.from([0x93]),
			Buffer.from('"}'),
		]);
		expect(said(bytes)).toEqual([
			'db.json:2:8: the byte 93 is not UTF-8; expected the file to be saved as that',
		]);
		expect(said(Buffer.from(`\ufeff${good}`, 'utf16le'))).toEqual([
			'db.json:1:1: the file is UTF-16; expected UTF-8: save it again as that',
		]);
	});
});

describe('what is not JSON is shown where it stops being it', () => {
	test.each([
		['{', 1, 2, 'found the end of the file, expected a name in double quotes or }'],
		['{"a"', 1, 5, 'found the end of the file, expected a colon'],
		['{"a":\n\n', 3, 1, 'found the end of the file, expected a value'],
		['{"a": 1', 1, 8, 'found the end of the file, expected a comma or the closing bracket'],
		[
			'{"a": 1,\n}',
			2,
			1,
			'found }, expected a name in double quotes (is there a comma too many before it?)',
		],
		['[1, 2,]', 1, 7, 'found ], expected a value (is there a comma too many before it?)'],
		[
			'{"a": 1\n "b": 2}',
			2,
			2,
			'found ", expected a comma or the closing bracket (is a comma missing before it?)',
		],
		['[1}', 1, 3, 'found }, expected a comma or the closing bracket'],
		[
			"{'a': 1}",
			1,
			2,
			"found ', expected a name in double quotes or } (texts stand in straight double quotes)",
		],
		['{"a": “b”}', 1, 7, 'found “, expected a value (texts stand in straight double quotes)'],
		['{"a": tru}', 1, 7, 'found tru, expected a value'],
		['{"a": 01}', 1, 7, 'found 01, expected a value'],
		[
			'{"a": "b\nc"}',
			1,
			9,
			'found a line break inside a text, expected \\n (or is a double quote missing?)',
		],
		[
			'{"a": "b\u001b[2J"}',
			1,
			9,
			'found a control character inside a text, expected \\u001b (or is a double quote missing?)',
		],
		['{"a": "b', 1, 7, 'found a text without its closing double quote'],
		['{"a": "C:\\dir"}', 1, 10, 'found \\d inside a text; a backslash itself is written \\\\'],
		['{} {}', 1, 4, 'found {, expected the end of the file'],
		['// x\n{}', 1, 1, 'found /, expected a value (JSON has no comments)'],
		['{"a": \u009b}', 1, 7, 'found \\u009b, expected a value'],
	])('%j', (text, line, column, message) => {
		expect(said(text)).toEqual([`db.json:${line}:${column}: this is not JSON: ${message}`]);
	});
});

describe('JSON that would not survive being saved', () => {
	test('a name that occurs twice, however it is written', () => {
		const text = broken(
			'"title": "Telephony",',
			'"title": "Telephony", "t\\u0069tle": "Telephone",',
		);
		expect(said(text)).toEqual([
			expect.stringMatching(/^db\.json:\d+:29: the name “title” occurs twice in this object/),
		]);
	});

	test('a colon after a quote inside a text is not a name', () => {
		expect(said(broken('Live everywhere.', 'He said \\"no\\": why?'))).toEqual([]);
	});

	test('__proto__', () => {
		const text = broken(
			'"title": "Telephony",',
			'"title": "Telephony", "__proto__": {"status": "x"},',
		);
		expect(said(text)).toEqual([expect.stringContaining('the name “__proto__” is not allowed')]);
	});

	test.each([
		['1e999', '1e999 is too large to be kept exactly'],
		['12345678901234567890', '12345678901234567890 is too large to be kept exactly'],
		['"\\ud800"', 'holds half of a Unicode character'],
	])('an own field with %s', (value, message) => {
		const text = broken('"title": "Telephony",', `"title": "Telephony", "x-own": ${value},`);
		expect(said(text)).toEqual([expect.stringContaining(message)]);
	});

	test('half a character is told once, also where the schema knows the text', () => {
		expect(said(broken('Live everywhere.', '\\udc00'))).toHaveLength(1);
	});

	test('nesting without end', () => {
		const nested = `${'['.repeat(150)}${']'.repeat(150)}`;
		expect(said(broken('"title": "Telephony",', `"title": "T", "x-own": ${nested},`))).toEqual([
			expect.stringMatching(/lists and objects lie more than 100 deep in each other$/),
		]);
		expect(said('['.repeat(3_000_000))).toEqual([
			'db.json:1:101: lists and objects lie more than 100 deep in each other',
		]);
		expect(said(`{"schemaVersion": 2, "a": ${'{"a":'.repeat(1_000_000)}`)).toHaveLength(1);
		expect(said(`{"schemaVersion":2,"a":${'['.repeat(1e6)}${']'.repeat(1e6)}}`)).toHaveLength(1);
	});
});

describe('positions', () => {
	const text = '{"a": [1,\n  {"b": "x"}],\r\n "c\\u0064": null}';

	test('of a value, or of the nearest thing around it', () => {
		expect(locate(text, [])).toEqual({line: 1, column: 1});
		expect(locate(text, ['a', 1, 'b'])).toEqual({line: 2, column: 9});
		expect(locate(text, ['cd'])).toEqual({line: 3, column: 13});
		expect(locate(text, ['a', 1, 'x', 'y'])).toEqual({line: 2, column: 3});
		expect(locate(text, ['nothing'])).toEqual({line: 1, column: 1});
		expect(
			locateAll(text, [
				['a', 0],
				['a', 1],
			]),
		).toEqual([
			{line: 1, column: 8},
			{line: 2, column: 3},
		]);
		expect(locate('not JSON', ['a'])).toEqual({line: 1, column: 1});
	});
});
