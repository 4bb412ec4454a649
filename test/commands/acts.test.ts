// The commands that alter a database: what they commit, what they refuse, where they stop.
import {readFileSync} from 'node:fs';
import {describe, expect, test, vi} from 'vitest';
import type {Database} from '../../source/domain/schema/index.ts';
import {makeDatabase} from '../helpers/database.ts';
import {fileOf, freshFolders, run} from './run.ts';

vi.setConfig({testTimeout: 60_000});

const fresh = freshFolders();
const stored = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Database;

describe('status', () => {
	test.each([
		['delivered', 'delivered'],
		['On hold', 'on-hold'],
		['ON_HOLD', 'on-hold'],
		['Pending dependencies', 'blocked'],
	])('“%s” sets %s', async (typed, status) => {
		const {file} = fresh(makeDatabase());
		const {code, out} = await run(['status', file, 'P1-02', typed, '--note', 'As agreed.']);
		expect(code).toBe(0);
		expect(out).toContain('P1-02 Laptop Refresh: In progress → ');
		const [, project] = stored(file).projects;
		expect(project).toMatchObject({status});
		expect(project?.updates.at(-1)).toMatchObject({note: 'As agreed.', by: 'clerk'});
	});

	test('takes a project in any case, and a confidence', async () => {
		const {file} = fresh(makeDatabase());
		await run(['status', file, 'p1-02', 'in progress', '--confidence', 'red']);
		expect(stored(file).projects[1]).toMatchObject({confidence: 'red'});
		await run(['status', file, 'p1-02', 'in progress', '--confidence', 'none']);
		expect(stored(file).projects[1]).not.toHaveProperty('confidence');
	});

	test.each([
		['deliverd', 'there is no status “deliverd”; did you mean delivered?'],
		['done', 'there is no status “done”; did you mean delivered?'],
		['constructor', 'there is no status “constructor”; a status is one of proposed, in-progress,'],
	])('suggests for “%s”, and changes nothing', async (typed, message) => {
		const {file} = fresh(makeDatabase());
		const before = readFileSync(file, 'utf8');
		const {code, error} = await run(['status', file, 'P1-02', typed]);
		expect(code).toBe(2);
		expect(error).toContain(message);
		expect(readFileSync(file, 'utf8')).toBe(before);
	});

	test('refuses an unknown project and what already is so', async () => {
		const {file} = fresh(makeDatabase());
		const unknown = await run(['status', file, 'P1-2', 'delivered']);
		expect(unknown).toMatchObject({code: 1, out: ''});
		expect(unknown.error).toMatch(/^there is no project P1-2; did you mean P1-0\d\?$/);
		const same = await run(['status', file, 'P1-01', 'delivered']);
		expect(same).toMatchObject({code: 1, error: 'P1-01 Telephony is already Delivered'});
	});

	test('refuses a note that is too long, in one line', async () => {
		const {file} = fresh(makeDatabase());
		const note = 'x'.repeat(5_000_000);
		const {code, error} = await run(['status', file, 'P1-02', 'delivered', '--note', note]);
		expect(code).toBe(1);
		expect(error).toContain('5,000,000');
		expect(error.length).toBeLessThan(300);
		expect(stored(file).log).toEqual([]);
	});
});

describe('apply', () => {
	const note = (text: string) => JSON.stringify({kind: 'project/update', id: 'P1-01', note: text});

	test('applies a change or an array of changes a line, from a file or standard input', async () => {
		const {folder, file} = fresh(makeDatabase());
		const lines = `\ufeff${note('one')}\r\n\n[${note('two')},${note('three')}]\n`;
		const acts = fileOf(folder, lines, 'acts.jsonl');
		expect(await run(['apply', file, acts])).toEqual({
			code: 0,
			out: 'applied 2 acts; revision 3\n',
			error: '',
		});
		expect((await run(['apply', file], {input: note('four')})).out).toContain('applied 1 act;');
		expect((await run(['apply', file, '-'], {input: ''})).out).toContain(
			'applied 0 acts; revision 4',
		);
		expect(stored(file).projects[0]?.updates.map(({note: said}) => said)).toEqual([
			'Live everywhere.',
			'one',
			'two',
			'three',
			'four',
		]);
	});

	test.each([
		['{"kind":', 'line 3, column 9: '],
		['{"kind": nope}', 'line 3, column 10: '],
		['42', 'line 3: a change is an object with a kind'],
		['null', 'line 3: a change is an object with a kind'],
		['[]', 'line 3: an act needs at least one change'],
		[
			'{"kind":"projct/update"}',
			'line 3: there is no change of kind “projct/update”; did you mean project/update?',
		],
		['{"kind":"project/update","id":"P9","note":"x"}', 'line 3: there is no project P9'],
		['{"kind":"project/update","id":"P1-01","note":"\\ud800"}', 'line 3: project/update: note '],
	])('stops at %s', async (line, message) => {
		const {file} = fresh(makeDatabase());
		const input = `${note('one')}\n\n${line}\n${note('never')}\n`;
		const {code, out, error} = await run(['apply', file], {input});
		expect({code, out}).toEqual({code: 1, out: ''});
		expect(error).toContain(message);
		expect(error).toMatch(/ \(1 act before it was applied\)$/);
		expect(error).not.toContain('\n');
		expect(stored(file).log).toHaveLength(2);
	});

	test('says when nothing was applied, and when there is no such file', async () => {
		const {file} = fresh(makeDatabase());
		expect((await run(['apply', file], {input: 'x'})).error).toMatch(/\(nothing was applied\)$/);
		const missing = await run(['apply', file, '/nowhere/acts.jsonl']);
		expect(missing).toMatchObject({
			code: 1,
			error: 'cannot read /nowhere/acts.jsonl: there is no such file',
		});
	});
});
