// `boardwalk archive`: old entries of the log in a file of their own, and what proves what afterwards.
import {
	chmodSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {withArchives} from '../../source/commands/archives.ts';
import type {CommandContext} from '../../source/commands/command.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {accepted, contextAt, makeDatabase, present} from '../helpers/database.ts';
import {act, heard, open, tidy, who} from '../store/places.ts';
import {freshFolders, run} from './run.ts';

vi.setConfig({testTimeout: 60_000});
afterEach(tidy);

const fresh = freshFolders();
const stored = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Database;
const archive = (file: string, ...args: string[]) => run(['archive', file, ...args]);
const clean = async (file: string, ...args: string[]) =>
	expect(await run(['check', file, ...args])).toMatchObject({code: 0});

/** The database after changes on one day, each an act of its own. */
const did = (database: Database, day: string, ...changes: (Change | Change[])[]): Database =>
	changes.reduce<Database>(
		(before, each) => accepted(before, each, contextAt('10:00', 'clerk', day)).database,
		database,
	);
const note = (text: string): Change => ({kind: 'project/update', id: 'P1-01', note: text});

/** Acts 1–3 of October 2020, 4–5 of March 2021. */
const old = did(
	did(makeDatabase(), '2020-10-01', note('one'), note('two')),
	'2021-03-01',
	note('three'),
	{
		kind: 'action/add',
		text: 'Write',
	},
);

/** A meeting of 2020 whose minutes were approved in 2021, the acts 1–12, and its minutes. */
const held = did(
	did(
		makeDatabase(),
		'2020-10-01',
		{kind: 'meeting/open', id: 'M-2'},
		present(),
		{kind: 'project/status', id: 'P1-03', from: 'on-hold', to: 'in-progress', note: 'Goes on.'},
		{kind: 'meeting/close', id: 'M-2'},
		{kind: 'minutes/issue', meeting: 'M-2'},
	),
	'2021-03-01',
	{kind: 'meeting/add', board: 'B-1', title: 'Next', agenda: []},
	{kind: 'meeting/open', id: 'M-3'},
	{kind: 'minutes/approve', meeting: 'M-2', by: 'M-3'},
);

test('moves what is older than a year to a file beside the database, readable as that is', async () => {
	const {file, folder} = fresh(old);
	chmodSync(file, 0o640);
	const {code, out} = await archive(file);
	const target = path.join(folder, 'strategy-log-1-4.jsonl');
	expect({code, out}).toEqual({
		code: 0,
		out: `moved revisions 1 to 4 (4 acts) to ${target}; the log begins at revision 5 (revision 6)\n`,
	});
	expect(statSync(target).mode & 0o777).toBe(0o640);
	const {log, revision} = stored(file);
	expect({revision, first: log[0]?.revision, acts: log.length}).toEqual({
		revision: 6,
		first: 5,
		acts: 2,
	});
	expect(log.at(-1)).toMatchObject({actor: {user: 'clerk'}, archives: {files: [{revision: 4}]}});
	expect(
		readFileSync(target, 'utf8')
			.split('\n')
			.slice(1, -1)
			.map((line) => JSON.parse(line) as object),
	).toEqual(old.log.slice(0, 4));
	expect((await run(['log', file])).out).toContain(
		'moved revisions 1 to 4 of the log to strategy-log-1-4.jsonl',
	);
	expect((await run(['check', file])).out).toMatch(/, log of 2 acts since revision 5 intact\n$/);
	await clean(file);
});

describe('--before', () => {
	test.each([
		['1 Jan 2021', '1-3'],
		['2021-03-01', '1-3'],
		['r3', '1-2'],
		['3', '1-2'],
	])('%s', async (before, moved) => {
		const {file, folder} = fresh(old);
		await archive(file, '--before', before);
		expect(readdirSync(folder)).toContain(`strategy-log-${moved}.jsonl`);
		await clean(file);
	});

	test.each([
		['1 Jan 2020', 1, /^no act is older than 1 January 2020: the log begins at revision 1$/],
		['r1', 1, /^no act is older than revision 1/],
		['r99', 1, /^only revisions up to 4 can go \(--before r5\): the acts of the last 24 hours/],
		['soon', 2, /^--before is a day such as "1 Jan 2026" or a revision such as r120, not “soon”$/],
	])('%s is refused', async (before, code, message) => {
		const {file, folder} = fresh(old);
		const bytes = readFileSync(file);
		const result = await archive(file, '--before', before);
		expect(result).toMatchObject({code, out: '', error: expect.stringMatching(message)});
		expect(readFileSync(file)).toEqual(bytes);
		expect(readdirSync(folder)).toEqual(['strategy.json']);
	});
});

test('with --dry-run only say what would go', async () => {
	const {file, folder} = fresh(old);
	const {code, out} = await archive(file, '--dry-run');
	expect(code).toBe(0);
	expect(out).toMatch(/^revisions 1 to 4 \(4 acts\) would go to \S+strategy-log-1-4\.jsonl\n$/);
	expect(readdirSync(folder)).toEqual(['strategy.json']);
});

describe('refuses, and leaves no file behind', () => {
	const refused = async (database: Database | string, message: RegExp, ...args: string[]) => {
		const {file, folder} = fresh(database);
		const bytes = readFileSync(file);
		const {code, out, error} = await archive(file, ...args);
		const wanted = database === '{}' ? 3 : 1;
		expect({code, out}).toEqual({code: wanted, out: ''});
		expect(error).toMatch(message);
		expect(error).not.toContain('\n');
		expect(readFileSync(file)).toEqual(bytes);
		expect(readdirSync(folder).filter((name) => !/^\.?strategy\.json/.test(name))).toEqual([]);
	};

	test('where there is nothing', async () => {
		expect.hasAssertions();
		await refused(makeDatabase(), /^there is no log yet$/);
		await refused(accepted(makeDatabase(), note('x')).database, /^no act is older than/);
		await refused('{}', /not a Boardwalk database/);
	});

	test('what minutes still draw on', async () => {
		expect.hasAssertions();
		const before = did(makeDatabase(), '2020-10-01', {kind: 'meeting/open', id: 'M-2'}, note('w'));
		await refused(
			did(before, '2021-03-01', {kind: 'meeting/close', id: 'M-2'}, note('x')),
			/^only revisions up to 2 can go \(--before r3\): revision 3 belongs to the minutes of M-2 November meeting, which are not approved \(draft\)$/,
			'--before',
			'r5',
		);
	});

	test('a log that is broken, a record that was edited, a folder that is not there', async () => {
		expect.hasAssertions();
		const broken = structuredClone(old);
		broken.log[1]!.session = 'x';
		await refused(broken, /^revision 2 of the log was altered: only a whole log can be archived$/);
		const edited = structuredClone(old);
		edited.projects[0]!.title = 'x';
		await refused(edited, /^P1-01 x was edited by hand: adopt that first/);
		await refused(old, /there is no such folder$/, '--output', '/no/such/folder/a.jsonl');
		await refused(
			old,
			/expected the name of a file$/,
			'--output',
			path.join(fresh(old).folder, 'a\u0007b'),
		);
	});

	test('to write over a file, unless an attempt that was cut short wrote just this', async () => {
		const {file, folder} = fresh(old);
		const target = path.join(folder, 'a.jsonl');
		writeFileSync(target, 'mine');
		expect((await archive(file, '--output', target)).error).toMatch(
			/there is such a file already$/,
		);
		expect(readFileSync(target, 'utf8')).toBe('mine');
		expect((await archive(file, '--output', file)).error).toMatch(/there is such a file already$/);
		rmSync(target);
		const {file: other} = fresh(old);
		await archive(other, '--output', target);
		expect((await archive(file, '--output', target)).code).toBe(0);
		await clean(file, '--archive', target);
	});
});

test('sessions that are open see a newer revision, and go on', async () => {
	const {file} = fresh(old);
	const store = await open(file);
	const news = heard(store, (one) => 'database' in one && one.database.revision === 6);
	await archive(file, '--before', 'r5');
	await news;
	expect(store.read().log[0]?.revision).toBe(5);
	expect(await store.commit(act(note('after')), who())).toMatchObject({
		ok: true,
		entry: {revision: 7},
	});
	await clean(file);
});

test('a session that looked away goes on even when all that it knew was archived', async () => {
	const {file} = fresh(old);
	const store = await open(file);
	writeFileSync(file, JSON.stringify(did(old, '2021-04-01', note('x'), note('y'))));
	await archive(file, '--before', 'r7');
	expect(await store.commit(act(note('back')), who())).toMatchObject({
		ok: true,
		entry: {revision: 9},
	});
	expect(store.read().log[0]?.revision).toBe(7);
	await clean(file);
});

describe('check', () => {
	async function archived() {
		const own = fresh(old);
		await archive(own.file, '--before', 'r4');
		return {...own, target: path.join(own.folder, 'strategy-log-1-3.jsonl')};
	}

	test('proves an archive by itself, and that it belongs to its database', async () => {
		const {file, target} = await archived();
		expect(await run(['check', target])).toEqual({
			code: 0,
			out: `${target}: revisions 1 to 3 intact\n`,
			error: '',
		});
		const {code, out} = await run(['check', file, '--archive', target]);
		expect(code).toBe(0);
		expect(out).toMatch(
			/^no problems: .*\n\S+: revisions 1 to 3 intact, the log goes on from them\n$/,
		);
	});

	test('finds what was altered in it, by line, and one of another database', async () => {
		const {file, target} = await archived();
		const lines = readFileSync(target, 'utf8').split('\n');
		writeFileSync(
			target,
			[...lines.slice(0, 2), lines[2]?.replace('"clerk"', '"other"'), ...lines.slice(3)].join('\n'),
		);
		const alone = await run(['check', target]);
		expect(alone).toMatchObject({code: 1});
		expect(alone.out).toBe(
			`${target}:3:1: revision 2 of the log was altered; what is proved ends at revision 1\n`,
		);
		expect(await run(['check', file, '--archive', target])).toMatchObject({
			code: 1,
			out: alone.out,
		});
		const data = JSON.parse((await run(['check', target, '--format', 'json'])).out) as object;
		expect(data).toMatchObject({problems: [{file: target, line: 3, path: ['log', 1]}]});
		const other = fresh(held);
		const foreign = path.join(other.folder, 'other.jsonl');
		await archive(other.file, '--before', 'r4', '--output', foreign);
		expect((await run(['check', file, '--archive', foreign])).out).toBe(
			`${foreign}:1:1: the archive does not belong to this database: its log does not go on from it\n`,
		);
	});

	test('says in one line what is not an archive, or not there', async () => {
		const {file, folder} = await archived();
		const bad = path.join(folder, 'bad.jsonl');
		writeFileSync(bad, 'x\u001b[2J');
		expect((await run(['check', bad])).out).toBe(`${bad}:1:1: this line is not JSON\n`);
		expect((await run(['check', file, '--archive', '/none.jsonl'])).error).toBe(
			'there is no file /none.jsonl',
		);
		expect((await run(['check', '/none.jsonl'])).error).toBe('there is no file /none.jsonl');
	});
});

describe('minutes whose acts are archived', () => {
	const context = (file: string, flag?: string) =>
		({
			arguments: [file],
			flags: flag === undefined ? {} : {archive: flag},
		}) as unknown as CommandContext;

	async function archived() {
		const own = fresh(held);
		await archive(own.file, '--before', 'r5');
		await archive(own.file, '--before', 'r7');
		return {...own, database: stored(own.file)};
	}

	test('draw on the archives beside the database', async () => {
		const {file, folder, database} = await archived();
		expect(readdirSync(folder)).toEqual(
			expect.arrayContaining(['strategy-log-1-4.jsonl', 'strategy-log-5-6.jsonl']),
		);
		expect(minutesOf(database, 'M-2').items[0]?.changes).toEqual([]);
		const whole = await withArchives(context(file), database, 'M-2');
		expect(whole.log[0]?.revision).toBe(1);
		expect(minutesOf(whole, 'M-2')).toEqual(minutesOf(held, 'M-2'));
		expect(await withArchives(context(file), database, 'M-1')).toBe(database);
	});

	test('say which file is missing, and take it from elsewhere', async () => {
		const {file, folder, database} = await archived();
		const away = path.join(folder, 'old');
		mkdirSync(away);
		for (const name of readdirSync(folder).filter((one) => one.endsWith('.jsonl'))) {
			renameSync(path.join(folder, name), path.join(away, name));
		}
		await expect(withArchives(context(file), database, 'M-2')).rejects.toThrow(
			/^what was done in M-2 is in the archive strategy-log-5-6\.jsonl: put that beside the database, or name it with --archive <file>$/,
		);
		const whole = await withArchives(context(file, away), database, 'M-2');
		expect(minutesOf(whole, 'M-2')).toEqual(minutesOf(held, 'M-2'));
		const first = path.join(away, 'strategy-log-1-4.jsonl');
		await expect(withArchives(context(file, first), database, 'M-2')).rejects.toThrow(
			/^revision 6 is in the archive strategy-log-5-6\.jsonl: name that one, or its folder$/,
		);
		writeFileSync(first, 'x');
		await expect(withArchives(context(file, away), database, 'M-2')).rejects.toThrow(
			/strategy-log-1-4\.jsonl cannot be used: this line is not JSON$/,
		);
	});
});
