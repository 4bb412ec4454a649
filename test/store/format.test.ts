import {describe, expect, test} from 'vitest';
import {formatDatabase} from '../../source/store/format.ts';
import {parseDatabase} from '../../source/store/file/parse.ts';
import {validate} from '../../source/store/validate.ts';
import {after, makeDatabase} from '../helpers/database.ts';

describe('reading again', () => {
	test('gives back what is known when nothing differs, whatever the spacing', () => {
		const known = makeDatabase();
		expect(parseDatabase(JSON.stringify(known), 'x', known)).toEqual({ok: true, database: known});
		const again = parseDatabase(JSON.stringify(known), 'x', known);
		expect(again.ok && again.database).toBe(known);
	});

	test('keeps the records that did not change, and only those', () => {
		const known = makeDatabase();
		const newer = after(known, {kind: 'project/update', id: 'P1-03', note: 'x'});
		const parsed = parseDatabase(formatDatabase(newer), 'x', known);
		const database = parsed.ok ? parsed.database : known;
		expect(database).toEqual(newer);
		expect(database.projects.map((project, at) => project === known.projects[at])).toEqual([
			true,
			true,
			false,
			true,
			true,
		]);
		expect(database.meetings).toBe(known.meetings);
	});

	test('still checks what is new', () => {
		const known = makeDatabase();
		const [first, ...rest] = known.projects;
		const bad = {...known, projects: [...rest, {...first, status: 'x'}]};
		const checked = validate(bad, known);
		expect(checked).toMatchObject({issues: [{path: ['projects', 4, 'status']}]});
	});
});

test('a file is written as people would: indented, the log last, an entry a line', () => {
	const database = after(makeDatabase(), {kind: 'project/update', id: 'P1-01', note: 'x\ny'});
	const withOwn = {
		...database,
		'x-own': {a: [1, {b: 2}], c: []},
		'x-list': [1, 'a', {b: [{}]}],
		'x-empty': [],
	};
	const text = formatDatabase(withOwn);
	const {log, ...rest} = withOwn;
	const [before, lines = ''] = text.split('  "log": [\n');
	expect(`${before?.replace(/,\n$/, '\n')}}`).toBe(JSON.stringify(rest, undefined, 2));
	expect(lines).toBe(`    ${log.map((entry) => JSON.stringify(entry)).join(',\n    ')}\n  ]\n}\n`);
	expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(withOwn)));
});
