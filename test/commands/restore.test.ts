// `boardwalk restore`: snapshots listed, what would be lost, and a state brought back.
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {gunzipSync} from 'node:zlib';
import {afterEach, describe, expect, test, vi} from 'vitest';
import type {Change} from '../../source/domain/changes/index.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {makeDatabase} from '../helpers/database.ts';
import {act, heard, open, tidy, who} from '../store/places.ts';
import {freshFolders, run} from './run.ts';

vi.setConfig({testTimeout: 60_000});
afterEach(tidy);

const fresh = freshFolders();
const stored = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Database;
const snapshotsOf = (file: string) =>
	path.join(path.dirname(file), `.${path.basename(file)}.snapshots`);

const usual: Change[] = [
	{kind: 'project/update', id: 'P1-01', note: 'one'},
	{kind: 'project/status', id: 'P1-02', from: 'in-progress', to: 'delivered', note: 'Done.'},
	{kind: 'action/add', text: 'Write to the supplier'},
	{kind: 'project/edit', id: 'P1-03', fields: {owner: {to: 'jones'}}},
];

/** A database on which something was done every hour, with a snapshot before each act but the first. */
async function worked(changes: Change[] = usual) {
	const {file, folder} = fresh(makeDatabase());
	let hour = 8;
	const now = () => `2026-11-22T${String(hour).padStart(2, '0')}:00:00.000Z`;
	const store = await open(file, {environment: {now, salt: () => '0'.repeat(32)}});
	for (const change of changes) {
		hour++;
		const outcome = await store.commit(act(change), who());
		if (!outcome.ok) throw new Error(outcome.rejection.message);
	}
	return {file, folder, store};
}

const restore = (file: string, ...args: string[]) => run(['restore', file, ...args]);
const clean = async (file: string) => expect(await run(['check', file])).toMatchObject({code: 0});

test('lists the snapshots, newest first: when, how large, and the last act in each', async () => {
	const {file} = await worked();
	const {code, out} = await restore(file);
	expect(code).toBe(0);
	expect(out.replaceAll(/ +\d+ kB/g, ' … kB')).toBe(
		[
			'r4  22 Nov 2026 12:00 … kB  clerk placed action A-2: Write to the supplier',
			'r3  22 Nov 2026 11:00 … kB  clerk set P1-02 Laptop Refresh from In progress to Delivered: Done.',
			'r2  22 Nov 2026 10:00 … kB  clerk commented on P1-01 Telephony: one',
			'',
		].join('\n'),
	);
	expect((await restore(file, 'r3', '--list')).out).toBe(out);
	const data = JSON.parse((await restore(file, '--format', 'json')).out) as object[];
	expect(data).toMatchObject([{revision: 4}, {revision: 3}, {revision: 2}]);
});

test('says when there are none, and which one is damaged', async () => {
	const {file} = fresh(makeDatabase());
	expect((await restore(file)).out).toMatch(/^no snapshot is kept beside strategy\.json yet/);
	const other = await worked();
	const [name = ''] = readdirSync(snapshotsOf(other.file));
	writeFileSync(path.join(snapshotsOf(other.file), name), '{"a":');
	expect((await restore(other.file)).out).toMatch(
		/^r2 .* the snapshot r2-.* cannot be used: this is/m,
	);
});

test('tells what would be lost, and does nothing without --yes', async () => {
	const {file} = await worked([
		...usual,
		{kind: 'meeting/open', id: 'M-2'},
		{kind: 'meeting/close', id: 'M-2'},
	]);
	const before = readFileSync(file);
	const {code, out, error} = await restore(file, 'r3');
	expect({code, error}).toEqual({
		code: 1,
		error: 'nothing has been restored yet: add --yes to do it',
	});
	expect(out).toBe(
		[
			'snapshot of revision 3, made 22 Nov 2026 11:00; the last act in it: clerk set P1-02 Laptop Refresh from In progress to Delivered: Done.',
			'4 acts would no longer stand:',
			'  4  22 Nov 2026 11:00  clerk placed action A-2: Write to the supplier',
			'  5  22 Nov 2026 12:00  clerk edited owner of P1-03 Server Room',
			'  6  22 Nov 2026 13:00  clerk opened M-2 November meeting',
			'! 7  22 Nov 2026 14:00  clerk closed M-2 November meeting',
			'! nothing else takes these back: papers that rest on them may be out',
			'',
		].join('\n'),
	);
	expect(readFileSync(file)).toEqual(before);
});

test('brings the state back as an act on top of the log, which loses nothing', async () => {
	const {file} = await worked();
	const before = stored(file);
	const {code, out} = await restore(file, 'r2', '--yes', '--reason', 'Wrong file');
	expect({code, out}).toEqual({
		code: 0,
		out: 'restored the state of revision 2: 3 records altered (revision 6)\n',
	});
	const after = stored(file);
	expect(after.log.slice(0, 5)).toEqual(before.log);
	expect(after.log.at(-1)).toMatchObject({
		revision: 6,
		restores: 2,
		actor: {user: 'clerk', host: 'council'},
		changes: [{kind: 'database/restore', revision: 2, onto: 5, reason: 'Wrong file'}],
	});
	expect(after.log.at(-1)?.changes?.[0]).not.toHaveProperty('records');
	expect(after.projects[1]).toEqual(makeDatabase().projects[1]);
	expect(after.actions).toHaveLength(1);
	// Ids that were given out are not given out again.
	expect(after.counters['A']).toBe(2);
	await clean(file);
	expect((await run(['log', file, '--limit', '1'])).out).toMatch(
		/ clerk restored the state of revision 2 from the snapshot r2-\S+\.json: 3 records altered \(Wrong file\)$/m,
	);
});

test('keeps the state before it as a snapshot, so that it can be restored in turn', async () => {
	const {file} = await worked();
	const before = stored(file);
	await restore(file, 'r2', '--yes');
	expect((await restore(file)).out).toMatch(/^r5 /);
	expect((await restore(file, 'latest', '--yes')).code).toBe(0);
	const {revision, log, ...state} = stored(file);
	expect(state).toEqual({...before, revision: undefined, log: undefined});
	expect({revision, acts: log.length}).toEqual({revision: 7, acts: 7});
	await clean(file);
});

test('sessions that are open see a newer revision', async () => {
	const {file, store} = await worked();
	const news = heard(store, (one) => 'database' in one && one.database.revision === 6);
	await restore(file, 'r2', '--yes');
	await news;
	expect(store.read().projects[1]?.status).toBe('in-progress');
	expect(store.readOnly).toBeUndefined();
	expect(await store.commit(act(usual[0]!), who())).toMatchObject({
		ok: true,
		entry: {revision: 7},
	});
});

test('names what was edited by hand and would be lost', async () => {
	const {file, store} = await worked();
	await store.close();
	const edited = stored(file);
	edited.projects[2]!.title = 'Another Room';
	writeFileSync(file, JSON.stringify(edited));
	expect((await restore(file, 'r4')).out).toContain(
		'edited by hand, and lost: P1-03 Another Room\n',
	);
	await restore(file, 'r4', '--yes');
	await clean(file);
});

describe('a snapshot is named', () => {
	test('by its revision, its name or a path', async () => {
		const {file, folder} = await worked();
		const name = readdirSync(snapshotsOf(file)).toSorted()[1] ?? '';
		const backup = path.join(folder, 'backup of Friday.json');
		copyFileSync(path.join(snapshotsOf(file), name), backup);
		for (const typed of ['3', 'R3', name, name.replace(/\.json.*$/, ''), backup]) {
			expect((await restore(file, typed)).out).toMatch(/^snapshot of revision 3, /);
		}
		await restore(file, backup, '--yes');
		expect((await run(['log', file])).out).toContain('snapshot backup of Friday.json');
	});

	test.each([
		['r9', /^there is no snapshot r9; there is r4, r3, r2$/],
		['../none.json', /^there is no snapshot \.\.\/none\.json; there is/],
	])('%s is none', async (typed, message) => {
		const {file} = await worked();
		const {code, error} = await restore(file, typed, '--yes');
		expect(code).toBe(1);
		expect(error).toMatch(message);
	});

	test('not the database itself, another database, or one whose log parts from this', async () => {
		const {file, folder, store} = await worked();
		await store.close();
		expect((await restore(file, file, '--yes')).error).toMatch(/is the database itself/);
		const other = {...stored(file), id: '11111111-2222-4333-8444-555555555555'};
		const foreign = path.join(folder, 'other.json');
		writeFileSync(foreign, JSON.stringify(other));
		expect((await restore(file, foreign, '--yes')).error).toBe('other.json is of another database');
		const parted = await worked();
		copyFileSync(parted.file, foreign);
		expect((await restore(file, foreign, '--yes')).error).toMatch(
			/^other\.json is not an earlier state of strategy\.json: their logs part$/,
		);
		writeFileSync(foreign, 'nothing\nof use');
		expect((await restore(file, foreign, '--yes')).error).toMatch(
			/other\.json cannot be used: this is/,
		);
		await clean(file);
	});

	test('nothing to bring back', async () => {
		const {file, folder} = await worked();
		const copy = path.join(folder, 'copy.json');
		copyFileSync(file, copy);
		expect((await restore(file, copy, '--yes')).error).toBe(
			'every record is as it was at revision 5 already',
		);
	});
});

describe('a file that cannot be used is replaced by the snapshot', () => {
	/** The names of the files beside the database that were set aside. */
	const aside = (folder: string) =>
		readdirSync(folder).filter((name) => name.includes('before-restore'));

	test('with the acts after it that the file still tells, and is kept', async () => {
		const {file, folder, store} = await worked();
		const whole = stored(file);
		// What follows the log is cut off, and a record is damaged.
		const broken = readFileSync(file, 'utf8').replace('"Laptop Refresh"', '"Laptop').slice(0, -3);
		writeFileSync(file, broken);
		const look = await restore(file, 'r3');
		expect(look.code).toBe(1);
		expect(look.out).toMatch(/^strategy\.json cannot be used: this is not JSON/);
		expect(look.out).toContain('2 acts after it would be brought back from the file:\n');
		expect(look.out).toMatch(/^ {2}5 .* edited owner of P1-03 Server Room$/m);
		expect(look.out).toMatch(/what was done after revision 5 would be lost\n$/);
		expect(readFileSync(file, 'utf8')).toBe(broken);

		// A session that was open all the time goes on as if nothing had been.
		const news = heard(store, (one) => 'database' in one && one.database.revision === 6);
		const {code, out} = await restore(file, 'r3', '--yes');
		expect({code, out}).toEqual({
			code: 0,
			out: expect.stringMatching(
				/^put the snapshot of revision 3 in place; brought back 2 acts after it; kept the file that was there as \S+strategy\.json\.before-restore-20261122T120000Z \(revision 6\)\n$/,
			),
		});
		await news;
		const [name = ''] = aside(folder);
		expect(readFileSync(path.join(folder, name), 'utf8')).toBe(broken);
		const {log, revision: _revision, ...state} = stored(file);
		expect(state).toEqual({...whole, log: undefined, revision: undefined});
		expect(log.slice(0, 5)).toEqual(whole.log);
		expect(log.at(-1)?.changes).toMatchObject([
			{kind: 'database/recover', revision: 3, acts: 2, kept: name},
		]);
		await clean(file);
		expect((await run(['log', file, '--limit', '1'])).out).toMatch(
			/put the snapshot r3-\S+ in the place of the file, which is kept as \S+, and brought back 2 acts from it/,
		);
	});

	test('without those that are damaged themselves', async () => {
		const {file} = await worked();
		const lines = readFileSync(file, 'utf8').split('\n');
		const at = lines.findIndex((line) => line.includes('{"revision":5,'));
		lines[at] = lines[at]?.slice(0, 80) ?? '';
		writeFileSync(file, lines.join('\n'));
		expect((await restore(file, 'latest', '--yes')).out).toMatch(
			/^put the snapshot of revision 4 in place; kept the file/,
		);
		expect(stored(file)).toMatchObject({revision: 5, log: {length: 5}});
		await clean(file);
	});

	test('that is gone, too', async () => {
		const {file, folder, store} = await worked();
		await store.close();
		const {mode} = statSync(file);
		rmSync(file);
		expect((await restore(file)).out).toMatch(/^r4 /);
		expect((await restore(file, 'r4')).out).toMatch(/^strategy\.json is gone\n/);
		expect(existsSync(file)).toBe(false);
		expect(await restore(file, 'r4', '--yes')).toMatchObject({
			code: 0,
			out: 'put the snapshot of revision 4 in place (revision 5)\n',
		});
		expect(statSync(file).mode).toBe(mode);
		expect(aside(folder)).toEqual([]);
		expect((await run(['log', file, '--limit', '1'])).out).toContain('a file that was gone');
		await clean(file);
	});

	test('in whose place an older copy was put', async () => {
		const {file, folder, store} = await worked();
		await store.close();
		const [oldest = ''] = readdirSync(snapshotsOf(file)).toSorted();
		// Put there as it lies, it is told for what it is.
		copyFileSync(path.join(snapshotsOf(file), oldest), file);
		expect((await run(['check', file])).out).toContain('the file is compressed; unpack it');
		writeFileSync(file, gunzipSync(readFileSync(path.join(snapshotsOf(file), oldest))));
		expect((await restore(file, 'r4')).out).toMatch(
			/^strategy\.json is an older copy \(revision 2\)/,
		);
		await restore(file, 'r4', '--yes');
		expect(stored(file)).toMatchObject({revision: 5, log: {length: 5}});
		expect(aside(folder)).toHaveLength(1);
		await clean(file);
	});

	test('whose log is broken, when that is asked for', async () => {
		const {file, store} = await worked();
		await store.close();
		const altered = stored(file);
		altered.log[3]!.session = 'x';
		writeFileSync(file, JSON.stringify(altered));
		expect((await restore(file, 'r3', '--yes')).code).toBe(0);
		expect((await run(['check', file])).code).toBe(1);
		expect((await restore(file, 'r3', '--yes', '--replace')).code).toBe(0);
		await clean(file);
		expect((await restore(file, 'r3', '--yes', '--replace')).error).toMatch(
			/^the log of strategy\.json is whole: leave out --replace/,
		);
	});

	test('but not one of a newer version, nor a folder', async () => {
		const {file, folder} = await worked();
		const newer = readFileSync(file, 'utf8').replace('"schemaVersion": 2', '"schemaVersion": 3');
		writeFileSync(file, newer);
		expect((await restore(file, 'r3', '--yes')).error).toMatch(
			/^strategy\.json was written by a newer Boardwalk/,
		);
		expect(readFileSync(file, 'utf8')).toBe(newer);
		const older = newer.replace('"schemaVersion": 3', '"schemaVersion": 0');
		writeFileSync(file, older);
		expect((await restore(file, 'r3', '--yes')).error).toBe(
			'strategy.json is of an older version (schema 0): bring it forward first (boardwalk migrate)',
		);
		expect(readFileSync(file, 'utf8')).toBe(older);
		rmSync(file);
		mkdirSync(file);
		expect((await restore(file, 'r3', '--yes')).error).toMatch(
			/was not restored: it is not a file$/,
		);
		expect((await restore(path.join(folder, 'no', 'such.json'))).error).toMatch(
			/there is no such folder$/,
		);
		expect((await restore('postgres://host/db')).error).toMatch(/^this is for database files/);
	});
});

test('what was redacted since stays redacted', async () => {
	const {file, folder, store} = await worked();
	const backup = path.join(folder, 'backup.json');
	copyFileSync(file, backup);
	const redact = {
		kind: 'redact',
		record: 'projects/P1-01/updates/U-3',
		field: 'note',
		reason: 'Names a resident',
	} as const;
	await store.commit(act(redact), who());
	await store.commit(act({kind: 'action/add', text: 'Call'}), who());
	expect((await restore(file, backup)).out).not.toContain('redacted');
	await restore(file, backup, '--yes');
	const {projects, actions} = stored(file);
	expect(projects[0]?.updates.at(-1)?.note).toBe('[redacted]');
	expect(actions).toHaveLength(2);
	expect(readFileSync(file, 'utf8')).not.toContain('"one"');
	await clean(file);
});

test('what was done in between shows: look again', async () => {
	const {file, store} = await worked();
	const onto: Change = {kind: 'database/restore', revision: 3, onto: 4, records: []};
	expect(await store.commit(act(onto), who())).toMatchObject({
		ok: false,
		rejection: {code: 'conflict', message: expect.stringMatching(/is at revision 5 now, not 4/)},
	});
	await clean(file);
});
