// What somebody else on the machine may have put in the way of a start: none of it runs, and none of it says who
// somebody is.
import {chmod, chown, lstat, mkdir, readdir, rename, symlink, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';
import {type Desk, desk, launcher, look, readSample, run, sitDown} from './boardwalk.ts';
import {canHaveUsers, makeUsers} from './users.ts';

const node = process.execPath;

/** A start with nothing set that says where compiled code is kept. */
async function start({env: {NODE_COMPILE_CACHE: _shared, ...env}, folder}: Desk, more = {}) {
	const ran = await run(node, [launcher, '--version'], {env: {...env, ...more}, cwd: folder});
	expect(ran).toMatchObject({code: 0, err: ''});
	return ran;
}

const within = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

test('compiled code is kept in a folder of the user’s own alone', async () => {
	const own = await desk();
	await start(own);
	const cache = path.join(own.folder, '.cache', 'boardwalk');
	expect((await lstat(cache)).mode & 0o777).toBe(0o700);
	expect(await within(cache)).toHaveLength(1);
	expect(await within(path.join(own.folder, 'temporary'))).toEqual([]);
	const elsewhere = path.join(own.folder, 'elsewhere');
	await start(own, {XDG_CACHE_HOME: elsewhere});
	expect(await within(path.join(elsewhere, 'boardwalk'))).toHaveLength(1);
	// What is relative would be wherever one stands.
	await start(own, {XDG_CACHE_HOME: 'relative'});
	expect(await within(path.join(own.folder, 'relative'))).toEqual([]);
});

const root = process.getuid?.() === 0;

/** What lies where the cache would be, and where anything would be written all the same. */
const planted: [string, (own: Desk, cache: string, other: string) => Promise<unknown>][] = [
	['a link to another folder', (_, cache, other) => symlink(other, cache)],
	['a folder that others may write to', (_, cache) => mkdir(cache).then(() => chmod(cache, 0o777))],
	['a folder that others may read', (_, cache) => mkdir(cache).then(() => chmod(cache, 0o755))],
	['a file', (_, cache) => writeFile(cache, '')],
	[
		'a folder above that others may write to',
		(own, cache) => mkdir(cache, {mode: 0o700}).then(() => chmod(own.folder, 0o777)),
	],
];

test.each(planted)('%s is not a place for it, and nothing breaks', async (_, plant) => {
	const own = await desk();
	await mkdir(path.join(own.folder, '.cache'));
	const cache = path.join(own.folder, '.cache', 'boardwalk');
	const other = path.join(own.folder, 'other');
	await mkdir(other);
	await plant(own, cache, other);
	await start(own);
	expect([...(await within(cache)), ...(await within(other))]).toEqual([]);
	expect(await within(path.join(own.folder, 'temporary'))).toEqual([]);
});

test.runIf(root)('what another user has made is not a place for it', async () => {
	const own = await desk();
	const cache = path.join(own.folder, '.cache', 'boardwalk');
	await mkdir(cache, {recursive: true, mode: 0o700});
	await chown(cache, 65_534, 65_534);
	await start(own);
	expect(await within(cache)).toEqual([]);
	// Nor is anything made in another’s home, as with sudo that keeps it.
	const theirs = await desk();
	await chown(theirs.folder, 65_534, 65_534);
	await start(theirs);
	expect(await within(path.join(theirs.folder, '.cache'))).toEqual([]);
});

test('without a home it starts all the same', async () => {
	expect(await start(await desk(), {HOME: '/nonexistent'})).toMatchObject({err: ''});
});

/** A database whose roles are given to groups and to root, where a group of its own may write. */
async function council(roles: Record<string, 'secretary' | 'administrator'> | undefined) {
	const database = await readSample();
	const {rules} = database;
	const own = await desk({...database, rules: {...rules, ...(roles ? {roles} : {})}});
	const inner = path.join(own.folder, 'council');
	await mkdir(inner);
	const file = path.join(inner, 'strategy.json');
	await rename(own.file, file);
	const users = await makeUsers(own, [
		{name: 'bw-alice', groups: ['bw-board']},
		{name: 'bw-bob', groups: ['bw-clerks']},
	]);
	for (const one of [inner, file]) await chown(one, 0, 64_100);
	await chmod(inner, 0o2775);
	await chmod(file, 0o664);
	return {own, file, users};
}

test.runIf(canHaveUsers)('a program or a variable in the environment gives no role', async () => {
	const {own, file, users} = await council({'%bw-clerks': 'secretary', 'bw-bob': 'secretary'});
	const bin = path.join(own.folder, 'bin');
	await mkdir(bin);
	for (const name of ['id', 'getent', 'groups', 'whoami']) {
		const script = '#!/bin/sh\nprintf "bw-clerks\\0"; echo "bw-clerks:x:64101:bw-alice"\n';
		await writeFile(path.join(bin, name), script, {mode: 0o755});
	}
	const env = ['USER=bw-bob', 'LOGNAME=bw-bob', `PATH=${bin}:${process.env['PATH']}`];
	const act = [node, launcher, 'status', file, 'P1-04', 'delivered'];
	const alice = users['bw-alice'];
	expect(await alice.run('env', ...env, ...act)).toMatchObject({
		code: 1,
		err: 'boardwalk: project/status: an observer may not do this: it is for administrator, secretary, chair or programme manager\n',
	});
	expect((await look(file)).log).toEqual([]);
});

test.runIf(canHaveUsers)('a user namespace makes nobody root, and nobody else', async () => {
	const {file, users} = await council({root: 'administrator', 'bw-bob': 'secretary'});
	const alice = users['bw-alice'];
	const act = [node, launcher, 'status', file, 'P1-04', 'delivered'];
	for (const flags of [['-Ur'], ['-U'], ['-U', `--map-user=${users['bw-bob'].uid}`]]) {
		if ((await alice.run('unshare', ...flags, 'true')).code !== 0) continue;
		const {code, err} = await alice.run('unshare', ...flags, ...act);
		expect({code, flags}).toEqual({code: 1, flags});
		expect(err).toMatch(
			/^boardwalk: project\/status: an observer may not do this: [^\n]+ \(names and groups prove nothing in a user namespace [^\n]+\)\n$/,
		);
	}
	expect((await look(file)).log).toEqual([]);
});

test('SIGUSR1 opens no debugger', async () => {
	const clerk = await sitDown(await desk());
	clerk.signal('SIGUSR1');
	await clerk.do('2', /▸ P1-04/);
	await clerk.do('c', 'Comment on P1-04');
	expect(clerk.text()).not.toMatch(/debugger|inspector/i);
	expect(clerk.line(0)).toContain('IMT Strategy');
	await clerk.do('escape', /▸ P1-04/);
	expect(await clerk.quit()).toBe(0);
});
