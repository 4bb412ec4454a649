import {
	chmod,
	chown,
	link,
	lstat,
	open as openHandle,
	readFile,
	readdir,
	rename,
	rm,
	stat,
	symlink,
	writeFile,
} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import process from 'node:process';
import {tryLock} from 'fs-native-extensions';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {killAll, start} from './children.ts';
import {comment, file, heard, isRoot, nobody, notes, open, tidy, who} from './places.ts';

vi.setConfig({testTimeout: 60_000});

afterEach(async () => {
	await killAll();
	await tidy();
});

const modeOf = async (path: string) => (await stat(path)).mode & 0o7777;

describe('what saving leaves as it is', () => {
	test.each([0o600, 0o640, 0o664, 0o666])('mode %o, whatever the umask', async (mode) => {
		const path = await file();
		await chmod(path, mode);
		const umask = process.umask(0o077);
		try {
			const store = await open(path);
			expect(await store.commit(comment('x'), who())).toMatchObject({ok: true});
		} finally {
			process.umask(umask);
		}
		expect(await modeOf(path)).toBe(mode);
		// The lock opens to a group that may write, and to nobody who may merely read.
		const lock = await modeOf(join(dirname(path), '.strategy.json.lock'));
		expect(lock).toBe((mode & 0o020) === 0 ? 0o600 : 0o660);
	});

	test('the group, and when the administrator saves, the owner', async () => {
		const path = await file();
		const {uid, gid} = await stat(path);
		// Without privileges, this test is only about a group that stays the same.
		const [owner, group] = isRoot ? [nobody, 1234] : [uid, gid];
		await chown(path, owner, group);
		await chmod(path, 0o660);
		const store = await open(path);
		await store.commit(comment('x'), who());
		const lock = join(dirname(path), '.strategy.json.lock');
		expect(await stat(path)).toMatchObject({uid: owner, gid: group});
		expect(await stat(lock)).toMatchObject({uid: owner, gid: group});
	});

	test('a symbolic link', async () => {
		const path = await file();
		const other = join(dirname(await file()), 'link.json');
		await symlink(path, other);
		const store = await open(other);
		expect(store.title).toBe(other);
		expect(await store.commit(comment('x'), who())).toMatchObject({ok: true});
		expect((await lstat(other)).isSymbolicLink()).toBe(true);
		expect((await open(path)).read()).toEqual(store.read());
		expect(await readdir(dirname(other))).toEqual(['link.json', 'strategy.json']);
	});

	test('every byte but those of the change', async () => {
		const path = await file();
		const before = (await readFile(path, 'utf8')).split('\n');
		await (await open(path)).commit(comment('x'), who());
		const lines = (await readFile(path, 'utf8')).split('\n');
		const kept = before.filter((line) => lines.includes(line));
		// The revision, the counter, the end of the last update and the empty log.
		expect(before.length - kept.length).toBeLessThanOrEqual(4);
	});
});

test('stray temporary files are swept, whoever left them, and nothing else', async () => {
	const path = await file();
	const directory = dirname(path);
	const strays = ['.strategy.json.1-0123456789ab.tmp', '.strategy.json.99999-ffffffffffff.tmp'];
	const others = [
		'.other.json.1-0123456789ab.tmp',
		'.strategy.json.tmp',
		'strategy.json.1-0123456789ab.tmp',
	];
	for (const name of [...strays, ...others]) await writeFile(join(directory, name), 'x');
	await (await open(path)).commit(comment('x'), who());
	expect((await readdir(directory)).toSorted()).toEqual(
		[...others, '.strategy.json.lock', 'strategy.json'].toSorted(),
	);
});

describe('the lock', () => {
	test('held by another process: refused in time, saved as soon as it is dropped', async () => {
		const path = await file();
		const before = await readFile(path, 'utf8');
		const impatient = await open(path, {patience: 50});
		const patient = await open(path);
		const holder = start('holder', path);
		expect(await holder.line()).toBe('held');
		const outcome = await impatient.commit(comment('x'), who());
		expect(outcome).toMatchObject({ok: false, rejection: {code: 'storage'}});
		expect(!outcome.ok && outcome.rejection.message).toMatch(
			/strategy\.json was not changed: another session has been saving for \d+ seconds; try again/,
		);
		expect(await readFile(path, 'utf8')).toBe(before);
		const waiting = patient.commit(comment('y'), who());
		await holder.kill();
		expect(await waiting).toMatchObject({ok: true});
		expect(await impatient.commit(comment('z'), who())).toMatchObject({ok: true});
	});

	test('goes to those who wait before it goes to newcomers', async () => {
		const path = await file();
		const store = await open(path);
		await store.commit(comment('one'), who());
		// As a session does that waits: with the ticket after the one that was served last.
		const lock = join(dirname(path), '.strategy.json.lock');
		const served = Number.parseInt(await readFile(lock, 'utf8'), 10);
		const early = await openHandle(lock, 'r+');
		expect(tryLock(early.fd, 1000 + served + 1, 1)).toBe(true);
		const newcomer = await open(path, {patience: 100});
		expect(await newcomer.commit(comment('two'), who())).toMatchObject({
			rejection: {message: expect.stringContaining('another session has been saving') as unknown},
		});
		// But nobody waits for ever for somebody who hangs while they wait.
		const patient = await open(path, {patience: 10_000});
		expect(await patient.commit(comment('two'), who())).toMatchObject({ok: true});
		await early.close();
		expect(await newcomer.commit(comment('three'), who())).toMatchObject({ok: true});
	});

	test('a hundred who save at once are all served, in turn, though all of it takes longer than anybody’s patience', async () => {
		const path = await file();
		await (await open(path)).commit(comment('first'), who());
		const holder = start('holder', path);
		expect(await holder.line()).toBe('held');
		const stores = await Promise.all(Array.from({length: 100}, () => open(path, {patience: 1000})));
		const begun = performance.now();
		const saved = stores.map(async (store, number) => {
			const outcome = await store.commit(comment(`by ${number}`), who());
			return {outcome, at: performance.now() - begun};
		});
		await holder.kill();
		const outcomes = await Promise.all(saved);
		expect(outcomes.filter(({outcome}) => !outcome.ok)).toEqual([]);
		const {log} = (await open(path)).read();
		expect(log).toHaveLength(102);
	});

	test('says who holds it', async () => {
		const path = await file();
		const holder = start('holder', path);
		await holder.line();
		const outcome = await (await open(path, {patience: 50})).commit(comment('x'), who());
		expect(!outcome.ok && outcome.rejection.message).toContain(`(process ${holder.process.pid})`);
	});

	test('passes over somebody who is stopped while waiting, once, not for each who comes after', async () => {
		const path = await file();
		await (await open(path)).commit(comment('first'), who());
		const lock = join(dirname(path), '.strategy.json.lock');
		const served = Number.parseInt(await readFile(lock, 'utf8'), 10);
		const stopped = await openHandle(lock, 'r+');
		expect(tryLock(stopped.fd, 1000 + served + 1, 1)).toBe(true);
		const stores = await Promise.all(Array.from({length: 10}, () => open(path, {patience: 3000})));
		const outcomes = await Promise.all(stores.map((store) => store.commit(comment('x'), who())));
		expect(outcomes.every(({ok}) => ok)).toBe(true);
		await stopped.close();
	});

	test('is dropped at once when its holder is killed, and its file is never deleted', async () => {
		const path = await file();
		const lock = join(dirname(path), '.strategy.json.lock');
		const holder = start('holder', path);
		await holder.line();
		const {ino} = await stat(lock);
		await holder.kill();
		expect(await (await open(path)).commit(comment('x'), who())).toMatchObject({ok: true});
		expect((await stat(lock)).ino).toBe(ino);
	});

	test('is not taken through a link, whose target would get its access rights', async () => {
		const path = await file();
		const lock = join(dirname(path), '.strategy.json.lock');
		const target = await file('');
		await chmod(target, 0o604);
		for (const make of [symlink, link]) {
			await make(target, lock);
			expect(await (await open(path)).commit(comment('x'), who())).toMatchObject({
				rejection: {code: 'storage', message: expect.stringMatching(/is a link or no file/)},
			});
			expect(await modeOf(target)).toBe(0o604);
			await rm(lock);
		}
	});

	test('still works after somebody deleted its file', async () => {
		const path = await file();
		const store = await open(path);
		await store.commit(comment('x'), who());
		await rm(join(dirname(path), '.strategy.json.lock'));
		expect(await store.commit(comment('y'), who())).toMatchObject({ok: true});
	});
});

describe('watching', () => {
	test('the commit of another process arrives', async () => {
		const path = await file();
		const store = await open(path);
		const told = heard(store, (news) => 'database' in news && notes(news.database).length === 2);
		const writer = start('writer', path, '1', 'colleague');
		expect(await writer.line()).toBe('ready');
		const {id} = JSON.parse((await writer.line()) ?? '') as {id: string};
		const news = await told;
		expect('database' in news && news.database.log.at(-1)).toMatchObject({
			id,
			actor: {user: 'colleague'},
		});
		expect(store.read()).toBe('database' in news && news.database);
	});

	test('goes on after the file was replaced many times', async () => {
		const path = await file();
		const [store, other] = [await open(path), await open(path)];
		for (let revision = 2; revision < 12; revision++) {
			const told = heard(
				store,
				(news) => 'database' in news && news.database.revision === revision,
			);
			await other.commit(comment(`note ${revision}`), who());
			await told;
		}
		expect(store.read().revision).toBe(11);
	});

	test('what happened between opening and watching is told, too', async () => {
		const path = await file();
		const [store, other] = [await open(path), await open(path)];
		await other.commit(comment('x'), who());
		expect(store.read().revision).toBe(0);
		await heard(store, (news) => 'database' in news && news.database.revision === 2);
		expect(store.read().revision).toBe(2);
	});

	test('an editor that moves the file away and a new one in its place', async () => {
		const path = await file();
		const store = await open(path);
		await store.commit(comment('x'), who());
		const text = await readFile(path, 'utf8');
		const told = heard(
			store,
			(news) => 'database' in news && news.database.projects[2]?.title === 'New',
		);
		await rename(path, `${path}~`);
		await writeFile(path, text.replace('Server Room', 'New'));
		await told;
		expect(await store.commit(comment('y'), who())).toMatchObject({ok: true});
	});
});

test('read-only by wish', async () => {
	const path = await file();
	const before = await readFile(path);
	const store = await open(path, {readOnly: true});
	expect(store.readOnly).toBe('this session is read-only');
	const outcome = await store.commit(comment('x'), who());
	expect(outcome).toMatchObject({
		ok: false,
		rejection: {code: 'storage', message: expect.stringMatching(/read-only$/)},
	});
	expect(await readFile(path)).toEqual(before);
	expect(await readdir(dirname(path))).toEqual(['strategy.json']);
	// It still follows what others do.
	const told = heard(store, (news) => 'database' in news && news.database.revision === 2);
	await (await open(path)).commit(comment('y'), who());
	await told;
});
