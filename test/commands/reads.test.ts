// The commands that only look: documents, lists, the log, the check.
import {
	chmodSync,
	linkSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {describe, expect, test, vi} from 'vitest';
import type {Database, Entry} from '../../source/domain/schema/index.ts';
import {cabinet} from '../documents/cabinet.ts';
import {afterMeeting} from '../documents/meeting.ts';
import {makeDatabase} from '../helpers/database.ts';
import {freshFolders, run} from './run.ts';

vi.setConfig({testTimeout: 60_000});

const fresh = freshFolders();

describe('documents', () => {
	const {folder, file} = fresh(afterMeeting());

	test.each([
		[
			'minutes',
			'# Minutes: November meeting',
			'Minutes: November meeting, 22 November 2026\n===',
			'"organisation"',
		],
		[
			'review',
			'# Digital Strategy: review of delivery',
			'Digital Strategy: review of delivery\n===',
			'"strategy"',
		],
	])('%s in each format', async (name, md, text, json) => {
		expect((await run([name, file])).out).toContain(md);
		expect((await run([name, file, '--format', 'md'])).out).toContain(md);
		expect((await run([name, file, '--format', 'text'])).out).toContain(text);
		const data = (await run([name, file, '--format', 'json'])).out;
		expect(data).toContain(json);
		expect(() => JSON.parse(data)).not.toThrow();
	});

	test('the minutes of a meeting by its id, whatever the case', async () => {
		expect((await run(['minutes', file, 'm-1'])).out).toContain('# Record of decision:');
		const {code, error} = await run(['minutes', file, 'M-3']);
		expect(code).toBe(1);
		expect(error).toContain('there is no meeting M-3; did you mean M-');
	});

	test('says so when no meeting was held', async () => {
		const planned = makeDatabase();
		const meetings = planned.meetings.filter(({status}) => status === 'planned');
		const {file: empty} = fresh(makeDatabase({meetings, decisions: [], actions: []}));
		expect(await run(['minutes', empty])).toMatchObject({
			code: 1,
			error: 'no meeting has been held yet; name one for its agenda: M-2',
		});
	});

	test('--output writes the whole file and leaves nothing beside it', async () => {
		const target = path.join(folder, 'minutes.md');
		writeFileSync(target, 'old');
		chmodSync(target, 0o640);
		symlinkSync(target, path.join(folder, 'link.md'));
		const args = ['minutes', file, '--output', path.join(folder, 'link.md')];
		expect((await run(args)).error).toMatch(
			/link\.md is there already; nothing was written: add --force/,
		);
		expect(readFileSync(target, 'utf8')).toBe('old');
		const result = await run([...args, '--force']);
		expect(result).toEqual({code: 0, out: '', error: ''});
		expect(readFileSync(target, 'utf8')).toMatch(/^\*\*DRAFT\*\*\n\n# Minutes/);
		expect(statSync(target).mode & 0o777).toBe(0o640);
		expect(readdirSync(folder).filter((name) => name.includes('tmp'))).toEqual([]);
	});

	test.each([
		['the database itself', () => file, /is the database itself/],
		[
			'another name of the database',
			() => {
				const name = path.join(folder, 'hard.json');
				linkSync(file, name);
				return name;
			},
			/is the database itself/,
		],
		['a folder', () => folder, /it is a folder/],
		['a missing folder', () => '/nowhere/minutes.md', /there is no such folder/],
		['a full disk', () => '/dev/full', /the disk is full/],
	])('--output refuses %s', async (_, target, message) => {
		const before = readFileSync(file, 'utf8');
		const {code, error} = await run(['minutes', file, '--output', target()]);
		expect(code).toBe(1);
		expect(error).toMatch(message);
		expect(readFileSync(file, 'utf8')).toBe(before);
	});
});

describe('lists', () => {
	const {file} = fresh(afterMeeting());

	test('decisions, with what became of them', async () => {
		const {out} = await run(['decisions', file]);
		expect(out).toContain('D-2');
		expect(out).toMatch(/D-3 .*retracted/);
		expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
	});

	test('decisions without their resolutions and without a broken word; CSV has both', async () => {
		const published = cabinet('published');
		const {file: own} = fresh(published);
		const {out} = await run(['decisions', own]);
		expect(out).toContain('C-011-2026/27');
		expect(out).not.toMatch(/Resolution|That the contract/);
		const words = new Set(
			published.decisions.flatMap(({title, reference = ''}) => `${title} ${reference}`.split(' ')),
		);
		for (const word of words) expect(out).toContain(word);
		const csv = (await run(['decisions', own, '--format', 'csv'])).out;
		expect(csv.split('\r\n')[0]).toMatch(/,Resolution$/);
		expect(csv).toContain('That the contract for the Data Platform be awarded');
	});

	test('actions for the public, in every format: none that arises from an exempt item', async () => {
		const {file: own} = fresh(cabinet('published'));
		for (const format of ['table', 'csv', 'ics', 'json']) {
			const args = ['actions', own, '--all', '--format', format];
			expect((await run(args)).out).toContain('Make the offer for Mill Road');
			const {out} = await run([...args, '--public']);
			expect(out).toContain('Sign the contract');
			expect(out).not.toMatch(/Mill Road|A-3/);
		}
	});

	test('say on a terminal and in a calendar that a worked example is one', async () => {
		const database = afterMeeting();
		const meetings = database.meetings.map((one) => ({...one, example: one.id === 'M-2'}));
		const {file: own} = fresh({...database, meetings});
		const remark = 'A worked example, not an official record.';
		for (const name of ['actions', 'decisions', 'register', 'review', 'minutes', 'notice']) {
			expect((await run([name, own])).out).toContain(remark);
			expect((await run([name, file])).out).not.toContain(remark);
		}
		expect((await run(['agenda', own, 'M-2'])).out).toContain(remark);
		expect((await run(['actions', own])).out).toMatch(/\n\nA worked example[^\n]*\n$/);
		expect((await run(['actions', own, '--format', 'csv'])).out).not.toContain(remark);
		const calendar = (await run(['actions', own, '--format', 'ics'])).out.replaceAll('\r\n ', '');
		expect(calendar).toContain('A worked example\\, not an official record.');
	});

	test('actions: open ones, or all; overdue ones say so', async () => {
		const {file: own} = fresh(afterMeeting());
		const done = {kind: 'action/status', id: 'A-2', from: 'open', to: 'done'};
		await run(['apply', own], {input: JSON.stringify(done)});
		expect((await run(['actions', own])).out).not.toContain('A-2');
		expect((await run(['actions', own, '--all'])).out).toMatch(/A-2 .*Done/);
		const late = makeDatabase();
		const actions = late.actions.map((action) => ({...action, due: '2026-11-21'}));
		expect((await run(['actions', fresh({...late, actions}).file])).out).toContain('Overdue');
	});

	test('as CSV and as data', async () => {
		const csv = (await run(['actions', file, '--format', 'csv'])).out;
		expect(csv.split('\r\n')[0]).toBe('No.,What,Who,When,Status,Meeting');
		const data = JSON.parse((await run(['projects', file, '--format', 'json'])).out) as unknown[];
		expect(data).toHaveLength(5);
		expect((await run(['projects', file, 'server room'])).out).toContain('P1-03');
	});

	test('says when there is nothing', async () => {
		const {file: empty} = fresh(makeDatabase({actions: []}));
		expect((await run(['actions', empty])).out).toBe('No open actions.\n');
		expect((await run(['actions', empty, '--format', 'json'])).out).toBe('[]\n');
		expect((await run(['projects', empty, 'nothing fits'])).out).toBe('No projects.\n');
		expect((await run(['log', empty])).out).toBe('Nothing has been done yet.\n');
	});

	test('the log, newest last, one line an act', async () => {
		const {out} = await run(['log', file, '--limit', '2']);
		expect(out.trimEnd().split('\n')).toHaveLength(2);
		expect(out).toMatch(
			/22 Nov 2026 10:20 {2}Sam Clerk \(login clerk\) closed M-2 November meeting\n$/,
		);
		const entries = (await run(['log', file, '--format', 'json'])).out.trimEnd().split('\n');
		expect(entries.map((line) => (JSON.parse(line) as {revision: number}).revision)).toEqual(
			entries.map((_, index) => index + 1),
		);
		expect((await run(['log', file, '--limit', '0'])).code).toBe(2);
	});

	test('the log of a person, a meeting, a project', async () => {
		const acts = async (...flags: string[]) =>
			(await run(['log', file, '--format', 'json', ...flags])).out
				.trimEnd()
				.split('\n')
				.map((line) => JSON.parse(line) as Entry);
		const all = await acts();
		const inMeeting = await acts('--meeting', 'M-2');
		expect(inMeeting.length).toBeGreaterThan(5);
		expect(inMeeting.length).toBeLessThan(all.length);
		const onProject = await acts('--meeting', 'M-2', '--on', 'P1-02');
		expect(onProject.length).toBeGreaterThan(0);
		expect(onProject.length).toBeLessThan(inMeeting.length);
		expect(await acts('--by', 'sam')).toEqual(all.filter(({actor}) => actor.name === 'Sam Clerk'));
		expect((await run(['log', file, '--by', 'nobody'])).out).toMatch(/^none of \d+ acts fits\n$/);
	});

	test('one act, before and after', async () => {
		const {log} = JSON.parse(readFileSync(file, 'utf8')) as Database;
		const {revision} = log.findLast(({changes}) => changes?.[0]?.kind === 'meeting/close')!;
		const {out} = await run(['log', file, String(revision)]);
		expect(out).toContain(
			`Revision ${revision}, 22 November 2026 10:20\nSam Clerk (login clerk) closed M-2`,
		);
		expect(out).toMatch(/status\n {4}before {2}Open\n {4}after {3}Closed\n/);
		expect(await run(['log', file, '999'])).toMatchObject({
			code: 1,
			error: expect.stringContaining('there is no act with revision 999'),
		});
		expect((await run(['log', file, 'x'])).code).toBe(2);
	});
});

describe('check', () => {
	test('finds nothing wrong', async () => {
		const {file} = fresh(afterMeeting());
		expect(await run(['check', file])).toEqual({
			code: 0,
			out: expect.stringMatching(
				/^no problems: 5 projects, 2 meetings, 3 decisions, 4 actions, log of \d+ acts intact\n$/,
			) as string,
			error: '',
		});
	});

	test.each([
		['an empty file', '', /^\S+:1:1: the file is empty/],
		['no JSON', '{\n  "schemaVersion": 1,\n  oops\n}', /^\S+:3:3: /],
		['another shape', '[1]', /^\S+:1:1: this is not a Boardwalk database/],
		['a newer schema', JSON.stringify({...makeDatabase(), schemaVersion: 99}), /newer Boardwalk/],
	])('%s', async (_, content, message) => {
		const {code, out} = await run(['check', fresh(content).file]);
		expect(code).toBe(1);
		expect(out).toMatch(message);
	});

	test('every problem with its place: a double id, a reference to nothing, an altered record', async () => {
		const database = afterMeeting();
		const [first, second, ...others] = database.projects;
		if (!first || !second) throw new Error('no projects');
		const projects = [
			first,
			{...second, title: 'Altered'},
			{...second, dependsOn: ['P9-99']},
			...others,
		];
		const {file} = fresh({...database, projects});
		const {code, out} = await run(['check', file]);
		expect(code).toBe(1);
		expect(out).toMatch(/:\d+:\d+: .*P1-02 is there more than once/);
		expect(out).toMatch(/:\d+:\d+: .*P9-99, but there is no such project/);
		expect(out).toMatch(/:\d+:\d+: project P1-02 was altered outside Boardwalk/);
		const data = JSON.parse((await run(['check', file, '--format', 'json'])).out) as {
			problems: {line: number}[];
		};
		expect(data.problems.length).toBe(out.trimEnd().split('\n').length);
		expect(data.problems.every(({line}) => line > 1)).toBe(true);
	});

	test('says what cannot be read', async () => {
		expect(await run(['check', '/nowhere'])).toMatchObject({
			code: 3,
			error: 'there is no file /nowhere',
		});
		expect((await run(['check', os.tmpdir()])).error).toContain('it is a folder');
		expect((await run(['check', 'postgres://db/x'])).error).toContain('postgres://db/x');
	});
});

test.each(['minutes', 'review', 'projects', 'decisions', 'actions', 'log'])(
	'%s leaves the file as it is',
	async (name) => {
		const {file, folder} = fresh(afterMeeting());
		const before = readFileSync(file, 'utf8');
		expect((await run([name, file])).code).toBe(0);
		expect(readFileSync(file, 'utf8')).toBe(before);
		expect(readdirSync(folder).filter((found) => !found.startsWith('.'))).toEqual([
			'strategy.json',
		]);
	},
);
