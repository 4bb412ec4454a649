import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test, vi} from 'vitest';
import {check} from '../../source/domain/queries/check.ts';
import {publicView} from '../../source/domain/queries/public/view.ts';
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';
import {formatDatabase} from '../../source/store/format.ts';
import {cabinetDatabase} from '../helpers/cabinet.ts';
import {accepted, after, contextAt, makeDatabase} from '../helpers/database.ts';
import {withServer} from '../store/postgres/boards.ts';
import {freshFolders, run, runProgram} from './run.ts';

vi.setConfig({testTimeout: 60_000});

const place = withServer();
const fresh = freshFolders();
const parse = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Database;

/** A database with a history: texts of all sorts, an undo, a redaction. */
function lived(): Database {
	const texts = ['Fine.', '\u0000\u001b[2J', '\\u0000 \\\\u0000', '👩‍👩‍👧 漢字 \u2028 "quoted" \\'];
	const told = after(
		{...makeDatabase(), 'x-own': {z: [1, 2.5e-7, 1.25], a: null}, $schema: './s.json'},
		...texts.map((note) => ({kind: 'project/update', id: 'P1-01', note}) as const),
		{kind: 'project/status', id: 'P1-02', from: 'in-progress', to: 'delivered', note: 'Done.'},
		{kind: 'undo', revision: 6},
	);
	const {database} = accepted(told, {
		kind: 'redact',
		record: 'projects/P1-01/updates/U-3',
		field: 'note',
		reason: 'A name.',
	});
	// Keys in the order in which they are saved.
	return databaseSchema.parse(database);
}

describe('a database that has lived', () => {
	test('goes into PostgreSQL and back, and is the same file, byte for byte', async () => {
		const {folder, file} = fresh(formatDatabase(lived()));
		const url = place.server.url('council', {board: 'round'});
		const there = await run(['copy', file, url]);
		expect(there).toMatchObject({
			code: 0,
			out: `copied 5 projects, 2 meetings, 1 decision and 8 acts of the log to ${url} (revision 8)\n`,
		});
		const back = path.join(folder, 'back.json');
		expect(await run(['copy', url, back])).toMatchObject({code: 0, error: ''});
		expect(readFileSync(back, 'utf8')).toBe(readFileSync(file, 'utf8'));
		expect(check(parse(back))).toEqual([]);
	});

	test('goes from one PostgreSQL database to another, and from a file to a file', async () => {
		const {folder, file} = fresh(formatDatabase(lived()));
		await place.server.admin`create database branch`;
		const urls = ['council', 'branch'].map((name) => place.server.url(name, {board: 'moved'}));
		expect(await run(['copy', file, urls[0] ?? ''])).toMatchObject({code: 0});
		expect(await run(['copy', urls[0] ?? '', urls[1] ?? ''])).toMatchObject({code: 0});
		const back = path.join(folder, 'back.json');
		const again = path.join(folder, 'again.json');
		expect(await run(['copy', urls[1] ?? '', back])).toMatchObject({code: 0});
		expect(await run(['copy', back, again])).toMatchObject({code: 0});
		expect(readFileSync(again, 'utf8')).toBe(readFileSync(file, 'utf8'));
	});

	test('and one without a log, too', async () => {
		const {folder, file} = fresh(formatDatabase(makeDatabase()));
		const url = place.server.url('council', {board: 'unadopted'});
		expect(await run(['copy', file, url])).toMatchObject({code: 0});
		const back = path.join(folder, 'back.json');
		expect(await run(['copy', url, back])).toMatchObject({code: 0});
		expect(readFileSync(back, 'utf8')).toBe(readFileSync(file, 'utf8'));
	});
});

describe('nothing is replaced', () => {
	test('a file, whatever it holds', async () => {
		const {folder, file} = fresh(formatDatabase(lived()));
		const target = path.join(folder, 'notes.txt');
		writeFileSync(target, 'mine');
		const refused = await run(['copy', file, target]);
		expect(refused).toMatchObject({code: 1, out: ''});
		expect(refused.error).toMatch(/notes\.txt is there already: choose another name; nothing/);
		expect(readFileSync(target, 'utf8')).toBe('mine');
		expect(readdirSync(folder).toSorted()).toEqual(['notes.txt', 'strategy.json']);
	});

	test('a file of the same database that has gone on', async () => {
		const {folder, file} = fresh(formatDatabase(lived()));
		const target = path.join(folder, 'copy.json');
		expect(await run(['copy', file, target])).toMatchObject({code: 0});
		await run(['apply', target, '-'], {
			input: '{"kind":"project/update","id":"P1-01","note":"More."}',
		});
		const refused = await run(['copy', file, target]);
		expect(refused.error).toMatch(
			/at revision 9; what is to be copied is at 8: nothing was replaced/,
		);
		expect(parse(target).revision).toBe(9);
	});

	test('a board in PostgreSQL', async () => {
		const {file} = fresh(formatDatabase(lived()));
		const url = await place.board();
		const refused = await run(['copy', file, url]);
		expect(refused.code).toBe(1);
		expect(refused.error).toMatch(
			/the board “board-\d+” is there already, at revision 0; .* is at 8/,
		);
		expect(await run(['log', url])).toMatchObject({out: 'Nothing has been done yet.\n'});
	});
});

describe('an interrupted copy', () => {
	test('that was through is found to be', async () => {
		const {folder, file} = fresh(formatDatabase(lived()));
		const url = place.server.url('council', {board: 'twice'});
		for (const target of [path.join(folder, 'copy.json'), url]) {
			expect(await run(['copy', file, target])).toMatchObject({code: 0});
			const again = await run(['copy', file, target]);
			expect(again).toMatchObject({code: 0});
			expect(again.out).toMatch(/is there already, and the same \(revision 8\)/);
		}
	});

	test('to a file leaves nothing that is in the way, and is swept', async () => {
		const {folder, file} = fresh(formatDatabase(lived()));
		const dead = path.join(folder, '.copy.json.999999999-0123456789ab.tmp');
		const alive = path.join(folder, `.copy.json.${process.ppid}-0123456789ab.tmp`);
		writeFileSync(dead, '{"half');
		writeFileSync(alive, '{"half');
		expect(await run(['copy', file, path.join(folder, 'copy.json')])).toMatchObject({code: 0});
		expect(existsSync(dead)).toBe(false);
		expect(existsSync(alive)).toBe(true);
	});

	test('into PostgreSQL leaves no half of a board', async () => {
		const {file} = fresh(formatDatabase(lived()));
		const url = place.server.url('council', {board: 'halved'});
		// Somebody else is about to use the name: the copy waits, and its connection is ended meanwhile.
		const other = place.server.connect('council');
		await place.board();
		const reserved = await other.reserve();
		await reserved`begin`;
		await reserved`
			insert into boardwalk.database (name, uuid, revision, log_from, schema_version)
			values ('halved', 'x', 0, 1, 2)`;
		const copying = run(['copy', file, url]);
		const waiting = () => place.server.admin`
			select pg_terminate_backend(pid) from pg_stat_activity
			where application_name = 'boardwalk' and wait_event_type = 'Lock'`;
		await expect.poll(async () => (await waiting()).length).toBe(1);
		await reserved`rollback`;
		reserved.release();
		await other.end();
		expect(await copying).toMatchObject({code: 0, error: ''});
		expect(await run(['log', url])).toMatchObject({code: 0});
	});
});

describe('a public copy', () => {
	/** An exempt item was taken and decided upon; a comment was made meanwhile. */
	function held(): Database {
		const open = after(cabinetDatabase(), {
			kind: 'project/update',
			id: 'P1-01',
			note: 'In public.',
		});
		const told = after(open, {
			kind: 'agenda/note',
			meeting: 'M-3',
			item: 'I-14',
			from: 'Acme was the cheapest.',
			to: 'Acme was cheapest by far.',
		});
		return accepted(told, {kind: 'project/update', id: 'P1-02', note: 'Later.'}, contextAt('11:00'))
			.database;
	}

	test('has nothing exempt in it, and its log is whole', async () => {
		const {folder, file} = fresh(formatDatabase(held()));
		expect(readFileSync(file, 'utf8')).toContain('Acme');
		const target = path.join(folder, 'public.json');
		const url = place.server.url('council', {board: 'public'});
		expect(await run(['copy', file, target, '--public'])).toMatchObject({code: 0, error: ''});
		expect(await run(['copy', target, url])).toMatchObject({code: 0, error: ''});
		expect(readFileSync(target, 'utf8')).not.toContain('Acme');
		const copy = parse(target);
		const source = held();
		expect(copy.id).not.toBe(source.id);
		expect(copy.log).toHaveLength(source.log.length + 1);
		for (const name of ['projects', 'decisions', 'actions', 'reports'] as const) {
			expect(copy[name]).toEqual(JSON.parse(JSON.stringify(publicView(source)[name])));
		}
		const problems = (database: Database) => check(database).map(({message}) => message);
		expect(problems(copy)).toEqual(problems(JSON.parse(JSON.stringify(source)) as Database));
		const told = (await run(['log', target])).out;
		expect(told).toContain('In public.');
		expect(told).toContain('did something that is exempt');
	});

	test('keeps no digest that covers what was left out', async () => {
		const {folder, file} = fresh(formatDatabase(held()));
		const target = path.join(folder, 'public.json');
		await run(['copy', file, target, '--public']);
		const digests = new Set(JSON.stringify(parse(file)).match(/"[0-9a-f]{32,64}"/g));
		const kept = JSON.stringify(parse(target)).match(/"[0-9a-f]{32,64}"/g) ?? [];
		expect(kept.filter((digest) => digests.has(digest))).toEqual([]);
	});

	test('names no login, no host and no role, and keeps no note on a person', async () => {
		const database = held();
		database.rules.roles = {jdoe7: 'secretary', '%ldap-admins': 'administrator'};
		database.rules.snapshots = {keep: 7};
		Object.assign(database.people[0]!, {note: 'Rings before nine.', phone: '01234'});
		const told = accepted(
			database,
			{kind: 'project/update', id: 'P1-01', note: 'By nobody’s name.'},
			{...contextAt('11:30'), actor: {user: 'jdoe7', host: 'pc-17'}},
		).database;
		const {folder, file} = fresh(formatDatabase(told));
		const target = path.join(folder, 'public.json');
		await run(['copy', file, target, '--public']);
		const text = readFileSync(target, 'utf8');
		expect(text).not.toMatch(/pc-17|jdoe7|"council"|ldap|Rings|01234|session-/);
		const copy = parse(target);
		expect(copy.rules.roles).toBeUndefined();
		expect(copy.rules.snapshots).toBeUndefined();
		expect(copy.log.every(({actor, session}) => actor.host === '' && session === '')).toBe(true);
		expect((await run(['log', target])).out).toContain('Somebody commented on P1-01');
		expect((await run(['check', target])).code).toBe(0);
	});

	test('of a database without a log is one', async () => {
		const {folder, file} = fresh(formatDatabase(cabinetDatabase()));
		const target = path.join(folder, 'public.json');
		expect(await run(['copy', file, target, '--public'])).toMatchObject({code: 0});
		expect(parse(target)).toMatchObject({revision: 0, log: []});
		expect(readFileSync(target, 'utf8')).not.toContain('Acme');
	});
});

test('who may read the copy is who may read the file', async () => {
	const {folder, file} = fresh(formatDatabase(makeDatabase()));
	const {chmodSync} = await import('node:fs');
	chmodSync(file, 0o600);
	const target = path.join(folder, 'copy.json');
	await run(['copy', file, target]);
	expect(statSync(target).mode & 0o777).toBe(0o600);
});

describe('what cannot be copied is refused in one line', () => {
	test.each([
		[['nowhere.json', 'copy.json'], /nowhere\.json: there is no such file/],
		[['', 'no/folder/copy.json'], /cannot write no\/folder\/copy\.json: there is no such folder/],
		[['', 'postgres://x@127.0.0.1:1/y'], /add \?board=name/],
		[['', 'postgres://x@127.0.0.1:1/y?board=imt'], /nothing answers there/],
		[['', 'postgres://x:secret@h/y?board=imt'], /leave the password out/],
	])('%j', async ([from = '', to = ''], expected) => {
		const {file} = fresh(formatDatabase(makeDatabase()));
		const {code, out, error} = await run(['copy', from || file, to]);
		expect({code, out}).toEqual({code: from ? 3 : 1, out: ''});
		expect(error).toMatch(expected);
		expect(error).not.toMatch(/\n|secret/);
	});

	test('and by the program itself', async () => {
		const {file} = fresh(formatDatabase(makeDatabase()));
		const {code, error} = await runProgram(['copy', file, 'postgres://u:secret@h/d?board=b']);
		expect(code).toBe(1);
		expect(error).toMatch(
			/^boardwalk: postgres:\/\/u@h\/d\?board=b: leave the password out of the URL/,
		);
	});
});
