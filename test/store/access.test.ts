// Who may read: no save and no copy of a database ever opens it to more people than before. Access lists are set
// and read as the kernel has them, so that no tool of the system is needed.
import {
	chmod,
	chown,
	link,
	mkdir,
	open as openHandle,
	readdir,
	stat,
	symlink,
} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import process from 'node:process';
import {getAttrSync, listAttrsSync, removeAttrSync, setAttrSync} from 'fs-native-extensions';
import {assert, dictionary, integer, property} from 'fast-check';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {accessOf} from '../../source/store/file/access.ts';
import {
	accessList,
	aclOf,
	derive,
	groupRights,
	inheritedList,
} from '../../source/store/file/acl.ts';
import {migrateFile} from '../../source/store/file/migrate.ts';
import {pathsOf} from '../../source/store/file/paths.ts';
import {listSnapshots, snapshotFolder} from '../../source/store/file/snapshots.ts';
import {systemEnvironment} from '../../source/store/environment.ts';
import {makeDatabase} from '../helpers/database.ts';
import {run} from '../commands/run.ts';
import {attempt, killAll} from './children.ts';
import {comment, file, folder, isRoot, notes, open, tidy, who} from './places.ts';

vi.setConfig({testTimeout: 60_000});
afterEach(async () => {
	await killAll();
	await tidy();
});

const isLinux = process.platform === 'linux';
const [alice, bob] = [61_001, 61_002];

async function withOpen<Result>(
	path: string,
	work: (descriptor: number) => Result,
): Promise<Result> {
	const handle = await openHandle(path, 'r');
	try {
		return work(handle.fd);
	} finally {
		await handle.close();
	}
}

const giveList = (path: string, list: Buffer, name = accessList) =>
	withOpen(path, (descriptor) => setAttrSync(descriptor, name, list));
const listAt = async (path: string) => (await accessOf(path)).list?.toString('hex');
const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

/** A database that one named person may read and write, and its group may not. */
const named = aclOf({mode: 0o600, users: {[alice]: 6}});

test.runIf(isLinux)('a save keeps the access list, and its group stays shut out', async () => {
	const path = await file();
	await giveList(path, named);
	const store = await open(path);
	expect(await store.commit(comment('Kept'), who())).toMatchObject({ok: true});
	expect(await listAt(path)).toBe(named.toString('hex'));
	expect(await modeOf(path)).toBe(0o660);
});

test.runIf(isLinux && isRoot)(
	'as the named person saves and one of the group may still not read',
	async () => {
		const path = await file();
		await chmod(dirname(path), 0o777);
		await chown(path, 0, bob);
		await giveList(path, named);
		const one = {file: path, uid: alice, gid: alice, umask: 0o002};
		expect(await attempt({...one, note: 'By Alice'})).toMatchObject({ok: true});
		// Whose it was may still read it: named now, for the file is Alice's.
		expect(await attempt({file: path, uid: bob, gid: bob, umask: 0o022})).toHaveProperty(
			'unusable',
		);
		const store = await open(path);
		expect(notes(store.read()).at(-1)).toBe('By Alice');
	},
);

test.runIf(isLinux)('attributes of a person’s own go over', async () => {
	const path = await file();
	await withOpen(path, (descriptor) =>
		setAttrSync(descriptor, 'user.class', Buffer.from('secret')),
	);
	const store = await open(path);
	await store.commit(comment('Kept'), who());
	expect(await withOpen(path, (fd) => getAttrSync(fd, 'user.class')?.toString())).toBe('secret');
});

test.runIf(isLinux)('what the folder gives to new files does not reach the database', async () => {
	const path = await file();
	await giveList(dirname(path), aclOf({mode: 0o770, users: {[bob]: 7}}), inheritedList);
	await chmod(path, 0o660);
	await withOpen(path, (descriptor) => {
		if (listAttrsSync(descriptor).includes(accessList)) removeAttrSync(descriptor, accessList);
	});
	const store = await open(path);
	for (const note of ['One', 'Two']) await store.commit(comment(note), who());
	expect(await listAt(path)).toBeUndefined();
	expect(await modeOf(path)).toBe(0o660);
	const lock = join(dirname(path), '.strategy.json.lock');
	expect([await listAt(lock), await modeOf(lock)]).toEqual([undefined, 0o660]);
});

test.runIf(isLinux)(
	'the lock, presence and snapshots are for those who are named, not for the group',
	async () => {
		const path = await file();
		await giveList(path, named);
		const store = await open(path);
		const presence = store.join(who());
		presence.show({screen: 'overview'});
		for (const note of ['One', 'Two']) await store.commit(comment(note), who());
		await vi.waitUntil(async () =>
			(await readdir(dirname(path))).includes('.strategy.json.presence'),
		);
		const rightsOf = async (name: string) => {
			const {mode, list} = await accessOf(join(dirname(path), name));
			// The entry after the owner’s.
			return {group: groupRights(mode, list), alice: list?.readUInt16LE(4 + 8 + 2)};
		};
		expect(await rightsOf('.strategy.json.lock')).toEqual({group: 0, alice: 6});
		await vi.waitUntil(async () => (await rightsOf('.strategy.json.presence')).alice === 7);
		expect(await rightsOf('.strategy.json.presence')).toEqual({group: 0, alice: 7});
		expect(await rightsOf('.strategy.json.snapshots')).toEqual({group: 0, alice: 7});
		const [snapshot] = await listSnapshots(pathsOf(path));
		expect(await listAt(snapshot?.file ?? '')).toBe(named.toString('hex'));
	},
);

test.runIf(isLinux)('a migration keeps the access list, for the new file and the old', async () => {
	const path = await file(JSON.stringify({...makeDatabase(), schemaVersion: 1, revision: 0}));
	await giveList(path, named);
	const place = pathsOf(path);
	const steps = {1: (raw: Record<string, unknown>) => ({...raw, schemaVersion: 2})};
	const migrated = await migrateFile(place, path, who(), systemEnvironment, {
		migrations: steps,
	});
	for (const one of [path, migrated?.backup ?? '']) {
		expect(await listAt(one)).toBe(named.toString('hex'));
	}
});

test.runIf(isLinux)('a copy is for the same people, whatever the folder gives', async () => {
	const path = await file();
	await giveList(path, named);
	const to = join(await folder(), 'copy.json');
	expect(await run(['copy', path, to])).toMatchObject({code: 0});
	expect(await listAt(to)).toBe(named.toString('hex'));
});

test.runIf(isLinux && isRoot)(
	'a copy by somebody of another group is not opened to that group',
	async () => {
		const path = await file();
		await chmod(path, 0o664);
		await chown(path, 0, bob);
		const to = join(await folder(), 'copy.json');
		await run(['copy', path, to]);
		expect(await stat(to)).toMatchObject({gid: bob});
	},
);

describe('snapshots', () => {
	test('are shut to those to whom the database was shut since, with the next save', async () => {
		const path = await file();
		await chmod(path, 0o644);
		const store = await open(path);
		for (const note of ['One', 'Two']) await store.commit(comment(note), who());
		const snapshots = snapshotFolder(pathsOf(path));
		expect(await modeOf(snapshots)).toBe(0o755);
		await chmod(path, 0o600);
		await store.commit(comment('Three'), who());
		expect(await modeOf(snapshots)).toBe(0o700);
	});

	test.runIf(isRoot)(
		'go into no folder by a link that somebody else may have put there',
		async () => {
			const path = await file();
			const elsewhere = await folder();
			const place = pathsOf(path);
			await symlink(elsewhere, snapshotFolder(place));
			await chmod(dirname(path), 0o777);
			const store = await open(path);
			for (const note of ['One', 'Two']) {
				expect(await store.commit(comment(note), who())).toMatchObject({ok: true});
			}
			expect(await readdir(elsewhere)).toEqual([]);
			const {code, error} = await run(['restore', path, '--list']);
			expect(code).toBe(1);
			expect(error).toMatch(/\.snapshots is a link that somebody else may have put there/);
		},
	);

	test.runIf(isRoot)('are not put into somebody’s folder that is open to more people', async () => {
		const path = await file();
		await chmod(path, 0o600);
		await chmod(dirname(path), 0o777);
		const place = pathsOf(path);
		await mkdir(snapshotFolder(place));
		await chown(snapshotFolder(place), bob, bob);
		await chmod(snapshotFolder(place), 0o777);
		await chown(path, alice, alice);
		const one = {file: path, uid: alice, gid: alice, umask: 0o022};
		for (const note of ['One', 'Two'])
			expect(await attempt({...one, note})).toMatchObject({ok: true});
		expect(await readdir(snapshotFolder(place))).toEqual([]);
	});
});

test('rights beside a database are never more than those to it', () => {
	const rights = integer({min: 0, max: 7});
	const users = dictionary(integer({min: 1, max: 9}).map(String), rights, {maxKeys: 4});
	assert(
		property(rights, rights, rights, users, (own, group, other, people) => {
			const list = aclOf({mode: (own << 6) | (group << 3) | other, users: people});
			const reading = derive(list, (mode) => 0o600 | (mode & 0o044));
			// The owner’s own and the mask, which says the most of what follows it, apart.
			const places = Array.from({length: (list.length - 4) / 8}, (_, index) => 4 + 8 * index);
			const others = places.filter((at) => ![0x01, 0x10].includes(list.readUInt16LE(at)));
			const beyond = others.map((at) => reading.readUInt16LE(at + 2) & ~list.readUInt16LE(at + 2));
			expect(beyond).toEqual(others.map(() => 0));
		}),
	);
});

test('a file with a second name says so', async () => {
	const path = await file();
	await link(path, join(dirname(path), 'other.json'));
	const store = await open(path);
	expect(store.warning).toMatch(/has another name.*saving/);
	expect((await run(['check', path])).out).toMatch(/has another name/);
	const {warned} = await run(['status', path, 'P1-01', 'on-hold']);
	expect(warned).toMatch(/has another name/);
});
