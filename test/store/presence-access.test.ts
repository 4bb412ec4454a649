// Who may see and be seen: real users, real permissions, real full disks.
import {chmod, chown, mkdir, readdir, rename, stat, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {formatDatabase} from '../../source/store/format.ts';
import {makeDatabase} from '../helpers/database.ts';
import {killAll} from './children.ts';
import {disk, freeze, unmountAll} from './disks.ts';
import {comment, file, isRoot, nobody, open, sees, tidy, who} from './places.ts';
import {sit} from './sitters.ts';

let path = '';
beforeEach(async () => {
	path = await file();
});
afterEach(async () => {
	await killAll();
	unmountAll();
	await tidy();
});

const folderOf = (of: string): string => join(dirname(of), '.strategy.json.presence');
const modeOf = async (of: string): Promise<number> => (await stat(of)).mode & 0o7777;

describe('the folder and the files in it', () => {
	test.each([
		[0o600, 0o2700, 0o600],
		[0o640, 0o2750, 0o640],
		[0o644, 0o2755, 0o644],
		[0o660, 0o2770, 0o640],
		[0o664, 0o2775, 0o644],
		[0o666, 0o2777, 0o644],
	])('are as open as a database of mode %o, whatever the umask', async (mode, folder, record) => {
		await chmod(path, mode);
		const umask = process.umask(0o077);
		try {
			const chair = (await open(path)).join(who('chair'));
			const clerk = (await open(path)).join(who('clerk'));
			chair.show({screen: 'walk'});
			await sees(clerk, 'session-chair walk');
		} finally {
			process.umask(umask);
		}
		expect(await modeOf(folderOf(path))).toBe(folder);
		const [name = ''] = await readdir(folderOf(path));
		expect(await modeOf(join(folderOf(path), name))).toBe(record);
	});

	test('follow the database when it is opened to others; a sticky bit stays', async () => {
		await chmod(path, 0o600);
		const store = await open(path);
		const watching = store.join(who('usher'));
		const first = store.join(who('chair'));
		first.show({screen: 'walk'});
		await sees(watching, 'session-chair walk');
		await first.close();
		await chmod(path, 0o664);
		await chmod(folderOf(path), 0o3700);
		store.join(who('clerk')).show({screen: 'walk'});
		await sees(watching, 'session-clerk walk');
		expect(await modeOf(folderOf(path))).toBe(0o3775);
	});

	test('get the database’s group, and from the administrator its owner', async () => {
		if (!isRoot) return;
		await chown(path, nobody, 1234);
		await chmod(path, 0o660);
		const watching = (await open(path)).join(who('usher'));
		(await open(path)).join(who()).show({screen: 'walk'});
		await sees(watching, 'session-clerk walk');
		const [name = ''] = await readdir(folderOf(path));
		for (const one of [folderOf(path), join(folderOf(path), name)]) {
			expect(await stat(one)).toMatchObject({uid: nobody, gid: 1234});
		}
	});
});

describe.runIf(isRoot)('several users', () => {
	const [alice, bob, reader, group] = [nobody, nobody - 1, nobody - 2, nobody];

	/** The database of a group, which everybody else may read. */
	beforeEach(async () => {
		await chown(path, alice, group);
		await chmod(path, 0o664);
		await chown(dirname(path), alice, group);
		await chmod(dirname(path), 0o2775);
	});

	test('of one group see each other, each with a umask that would lock the other out', async () => {
		const umask = 0o077;
		const a = await sit({file: path, session: 'a', uid: alice, gid: group, umask});
		a.show('walk');
		const b = await sit({file: path, session: 'b', uid: bob, gid: group, umask});
		b.show('record');
		await a.sees('b record');
		await b.sees('a walk');
		// Whoever sees first that somebody died may sweep.
		await a.child.kill();
		await b.sees();
		b.tell({close: true});
		await b.child.rest();
		expect(await readdir(folderOf(path))).toEqual([]);
	});

	test('one that may only read sees the others, is not seen, and stands in nobody’s way', async () => {
		const r = await sit({file: path, session: 'r', uid: reader});
		expect(r.readOnly).toBe('you have no permission to write the file');
		r.show('wall');
		const a = await sit({file: path, session: 'a', uid: alice, gid: group});
		const b = await sit({file: path, session: 'b', uid: bob, gid: group});
		for (const screen of ['walk', 'log']) {
			a.show(screen);
			await r.sees(`a ${screen}`);
			await b.sees(`a ${screen}`);
		}
		expect(await readdir(folderOf(path))).toHaveLength(1);
		expect(await (await open(path)).commit(comment('x'), who())).toMatchObject({ok: true});
		// The reader sees that somebody died, though it may not sweep; another may.
		r.child.process.kill('SIGSTOP');
		b.child.process.kill('SIGSTOP');
		await a.child.kill();
		r.child.process.kill('SIGCONT');
		await r.sees();
		expect(await readdir(folderOf(path))).toHaveLength(1);
		b.child.process.kill('SIGCONT');
		await b.sees();
		b.tell({close: true});
		await b.child.rest();
		expect(await readdir(folderOf(path))).toEqual([]);
	});

	test('in a folder that they may neither read nor write go on without', async () => {
		await mkdir(folderOf(path), {mode: 0o700});
		await writeFile(join(folderOf(path), 'kept'), '');
		const store = await open(path);
		const a = await sit({file: path, session: 'a', uid: alice, gid: group});
		a.show('walk');
		const b = await sit({file: path, session: 'b', uid: bob, gid: group});
		b.show('walk');
		expect(await store.commit(comment('x'), who())).toMatchObject({ok: true});
		a.tell({close: true});
		expect(await a.child.rest()).toEqual([]);
		// The administrator’s session opens the folder.
		const root = store.join(who('root'));
		root.show({screen: 'log'});
		await b.sees('session-root log');
		await sees(root, 'b walk');
	});
});

describe('a disk', () => {
	const database = formatDatabase(makeDatabase());

	test('that is full: commits say so, moves get through all the same, newcomers wait for room', async () => {
		const mount = await disk('-o', 'size=256k');
		if (mount === undefined) return;
		const [on, filler] = [join(mount, 'strategy.json'), join(mount, 'filler')];
		await writeFile(on, database);
		const store = await open(on);
		const [chair, clerk] = [store.join(who('chair')), store.join(who('clerk'))];
		chair.show({screen: 'walk'});
		await sees(clerk, 'session-chair walk');
		await expect(writeFile(filler, Buffer.alloc(1_000_000))).rejects.toThrow('ENOSPC');
		for (const screen of ['meeting', 'log']) {
			chair.show({screen, doing: 'x'.repeat(200)});
			await sees(clerk, `session-chair ${screen}`);
		}
		expect(await store.commit(comment('x'), who())).toMatchObject({
			rejection: {message: expect.stringMatching(/the disk is full/)},
		});
		clerk.show({screen: 'record'});
		chair.show({screen: 'walk'});
		await sees(clerk, 'session-chair walk');
		expect(chair.others()).toEqual([]);
		await writeFile(filler, '');
		await sees(chair, 'session-clerk record');
		expect((await readdir(folderOf(on))).every((name) => name.endsWith('.json'))).toBe(true);
	});

	test('that becomes read-only: who is there is still seen, nobody is harmed', async () => {
		const mount = await disk();
		if (mount === undefined) return;
		const on = join(mount, 'strategy.json');
		await writeFile(on, database);
		const store = await open(on);
		const thaw = freeze(mount);
		const chair = store.join(who('chair'));
		chair.show({screen: 'walk'});
		const clerk = (await open(on)).join(who('clerk'));
		clerk.show({screen: 'log'});
		expect(await store.commit(comment('y'), who())).toMatchObject({
			rejection: {message: expect.stringMatching(/read-only/)},
		});
		thaw();
		await sees(clerk, 'session-chair walk');
	});
});

test('the database moves away with its session open: presence stays quiet', async () => {
	const store = await open(path);
	const presence = store.join(who());
	presence.show({screen: 'walk'});
	await sees((await open(path)).join(who('usher')), 'session-clerk walk');
	await rename(dirname(path), `${dirname(path)}.moved`);
	presence.show({screen: 'log'});
	await presence.close();
	await expect(stat(dirname(path))).rejects.toThrow('ENOENT');
	await rename(`${dirname(path)}.moved`, dirname(path));
});
