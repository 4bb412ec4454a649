// Real refusals of the operating system: permissions, a full disk, a limit on file sizes.
import {chmod, chown, readFile, readdir, stat, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {formatDatabase} from '../../source/store/format.ts';
import {makeDatabase} from '../helpers/database.ts';
import {attempt, killAll} from './children.ts';
import {disk, freeze, unmountAll} from './disks.ts';
import {comment, file, isRoot, nobody, open, temporaries, tidy, who} from './places.ts';

vi.setConfig({testTimeout: 60_000});

afterEach(async () => {
	await killAll();
	unmountAll();
	await tidy();
});

/** As root, permission bits bind nobody: a child becomes an ordinary user. Else, we are one. */
const uid = isRoot ? nobody : undefined;

describe('permissions', () => {
	test('a file that may only be read', async () => {
		const path = await file();
		await chmod(dirname(path), 0o777);
		await chmod(path, 0o444);
		const before = await readFile(path);
		const result = await attempt({file: path, uid});
		expect(result).toMatchObject({
			readOnly: 'you have no permission to write the file',
			ok: false,
			message: 'strategy.json was not changed: you have no permission to write the file',
		});
		expect(await readFile(path)).toEqual(before);
		expect(await readdir(dirname(path))).toEqual(['strategy.json']);
	});

	test('a folder in which nothing may be replaced', async () => {
		const path = await file();
		await chmod(path, 0o666);
		await chmod(dirname(path), 0o555);
		const result = await attempt({file: path, uid});
		await chmod(dirname(path), 0o755);
		expect(result).toMatchObject({
			ok: false,
			readOnly: `you have no permission to write its folder ${dirname(path)}`,
		});
	});

	test('a file that may not be read', async () => {
		const path = await file();
		await chmod(path, 0o000);
		expect(await attempt({file: path, uid})).toEqual({
			unusable: `Unusable: ${path}: you have no permission to read it; ask whoever looks after it`,
		});
	});

	test('a lock file that was closed to colleagues', async () => {
		const path = await file();
		const lock = join(dirname(path), '.strategy.json.lock');
		await chmod(dirname(path), 0o777);
		await chmod(path, 0o666);
		await writeFile(lock, '');
		await chmod(lock, 0o000);
		const result = await attempt({file: path, uid});
		expect(result).toMatchObject({
			ok: false,
			readOnly: `you have no permission to write its lock file ${lock}, which its owner mends by saving once`,
		});
	});

	test('two users of one group, each with a umask that would lock the other out', async () => {
		const path = await file();
		const group = isRoot ? nobody : (await stat(path)).gid;
		await chown(dirname(path), -1, group);
		await chmod(dirname(path), 0o2775);
		await chown(path, -1, group);
		await chmod(path, 0o664);
		for (const user of [undefined, uid, undefined, uid]) {
			expect(await attempt({file: path, uid: user, umask: 0o077})).toEqual({ok: true});
			const {mode, gid} = await stat(path);
			expect([mode & 0o777, gid]).toEqual([0o664, group]);
		}
		expect((await open(path)).read().revision).toBe(5);
	});
});

describe('no room', () => {
	/** The act is refused for that reason, and everything is as before; with room, it is saved. */
	async function expectUnchanged(
		path: string,
		message: string,
		try_: () => Promise<string | undefined>,
	) {
		const before = await readFile(path);
		expect(await try_()).toBe(`strategy.json was not changed: ${message}`);
		expect(await readFile(path)).toEqual(before);
		expect(await temporaries(dirname(path))).toEqual([]);
	}

	test('a limit on the size of files', async () => {
		const path = await file();
		const {size} = await stat(path);
		const message =
			'the file may not grow any larger here; a limit on file sizes stands in the way';
		await expectUnchanged(path, message, async () => {
			const result = await attempt({file: path}, Math.floor(size / 2));
			return 'message' in result ? result.message : undefined;
		});
		expect(await attempt({file: path})).toEqual({ok: true});
	});

	test('a full disk', async () => {
		const mount = await disk('-o', 'size=256k');
		// Where no small disk can be made, the limit on files above has to stand for it.
		if (mount === undefined) return;
		const path = join(mount, 'strategy.json');
		const filler = join(mount, 'filler');
		const [first, ...projects] = makeDatabase().projects;
		const long = {...first, summary: 'x'.repeat(90_000)} as NonNullable<typeof first>;
		await writeFile(path, formatDatabase(makeDatabase({projects: [long, ...projects]})));
		await writeFile(filler, Buffer.alloc(100_000));
		const store = await open(path);
		const news: unknown[] = [];
		store.watch((one) => news.push(one));
		await expectUnchanged(path, 'the disk is full; make room on it and try again', async () => {
			const outcome = await store.commit(comment('x'), who());
			return outcome.ok ? undefined : outcome.rejection.message;
		});
		expect(store.read().revision).toBe(0);
		expect(news).toEqual([]);
		await writeFile(filler, '');
		expect(await store.commit(comment('x'), who())).toMatchObject({ok: true});
	});

	test('a disk that is mounted read-only', async () => {
		const mount = await disk();
		if (mount === undefined) return;
		const path = join(mount, 'strategy.json');
		await writeFile(path, formatDatabase(makeDatabase()));
		const before = await open(path);
		freeze(mount);
		expect((await open(path)).readOnly).toBe('the disk is mounted read-only');
		expect(await before.commit(comment('x'), who())).toMatchObject({
			rejection: {message: 'strategy.json was not changed: the disk is mounted read-only'},
		});
	});
});
