// What somebody may put into the folder in which sessions tell where they are.
import {spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {writeSync} from 'node:fs';
import {
	copyFile,
	link,
	mkdir,
	open as openHandle,
	readdir,
	rename,
	symlink,
} from 'node:fs/promises';
import type {FileHandle} from 'node:fs/promises';
import {createServer} from 'node:net';
import {dirname, join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {sha256} from '../../source/domain/log/chain.ts';
import {mostOthers} from '../../source/store/presence.ts';
import {hold, letGo} from '../../source/store/file/presence/held.ts';
import {decodeRecord, encodeRecord} from '../../source/store/presence-record.ts';
import type {Presence, Present} from '../../source/store/store.ts';
import {comment, file, open, seen, sees, shown, tidy, who} from './places.ts';

const key = 'a'.repeat(32);
const now = '2020-11-22T09:30:00.000Z';
const good: Present = {
	session: 'good',
	actor: {user: 'u', host: 'h', name: 'N', role: 'chair'},
	place: {screen: 'walk', id: 'P1', scroll: 3, leads: '2026-11-22T10:00:00.000Z'},
	since: now,
	at: now,
};

/** A record with a digest that is right, whatever it says. */
const signed = (json: string): Buffer => Buffer.from(`${sha256(json).slice(0, 16)} ${json}\n`);

/** As the good one, but for what is given. */
const altered = (change: object, of = key): Buffer =>
	signed(JSON.stringify({key: of, ...good, ...change}));

describe('a record', () => {
	test('is read as it was written, whatever a longer one left behind it', () => {
		const bytes = Buffer.concat([encodeRecord(key, good), Buffer.from('rest of an older one\n\n')]);
		expect(decodeRecord(key, bytes)).toEqual(good);
	});

	test('half written is none, wherever it was cut and whatever was there before', () => {
		const before = encodeRecord(key, {...good, place: {screen: 'meeting', doing: 'x'.repeat(50)}});
		const after = encodeRecord(key, good);
		for (let at = 1; at < after.length; at++) {
			const start = after.subarray(0, at);
			expect(decodeRecord(key, start)).toBeUndefined();
			expect(decodeRecord(key, Buffer.concat([start, before.subarray(at)]))).toBeUndefined();
		}
	});

	test('of a newer version is read as far as it is known', () => {
		const newer = altered({new: 1, actor: {...good.actor, role: 'usher', new: 2}});
		const {role: _role, ...actor} = good.actor;
		expect(decodeRecord(key, newer)).toEqual({...good, actor});
	});

	test.each([
		['nothing', Buffer.alloc(0)],
		['zeros', Buffer.alloc(4096)],
		['no JSON', signed('{"key":')],
		['another kind of JSON', signed('null')],
		['a list', signed('[]')],
		['deep nesting', signed('['.repeat(3000))],
		['invalid UTF-8', Buffer.concat([altered({}).subarray(0, 60), Buffer.from([0xff, 10])])],
		['no session', altered({session: ''})],
		['a long session', altered({session: 'x'.repeat(65)})],
		['half a character', altered({session: '\ud800'})],
		['no actor', altered({actor: undefined})],
		['a user that is a number', altered({actor: {user: 1, host: 'h'}})],
		['a user that is long', altered({actor: {user: 'x'.repeat(65), host: 'h'}})],
		['no place', altered({place: null})],
		['a place without a screen', altered({place: {id: 'P1'}})],
		['an id that is an object', altered({place: {screen: 'walk', id: {toString: 1}}})],
		['a long text', altered({place: {screen: 'walk', doing: 'x'.repeat(201)}})],
		['a scroll that is negative', altered({place: {screen: 'walk', scroll: -1}})],
		['a scroll that is huge', altered({place: {screen: 'walk', scroll: 1e300}})],
		['a time that is none', altered({since: 'yesterday'})],
		['another file’s key', altered({}, 'b'.repeat(32))],
		['a prototype', signed('{"__proto__": {"key": "x"}}')],
	])('is refused: %s', (_, bytes) => {
		expect(decodeRecord(key, bytes)).toBeUndefined();
	});

	test('with a prototype of its own does not get it', () => {
		const json = JSON.stringify({key, ...good}).replace('{', '{"__proto__":{"x":1},');
		const present = decodeRecord(key, signed(json)) as Present & {x?: unknown};
		expect(present).toEqual(good);
		expect(present.x).toBeUndefined();
	});
});

describe('a folder in which', () => {
	let path = '';
	let folder = '';
	const held: FileHandle[] = [];
	beforeEach(async () => {
		path = await file();
		folder = join(dirname(path), '.strategy.json.presence');
		await mkdir(folder);
	});
	afterEach(async () => {
		for (const handle of held.splice(0)) await handle.close();
		await tidy();
	});

	const nameOf = (number: number): string => `${number.toString(16).padStart(32, '0')}.json`;
	const at = (number: number): string => join(folder, nameOf(number));

	/** A file that looks like that of a live session. */
	async function plant(number: number, content: Buffer): Promise<FileHandle> {
		// Locked before it has its name, as sessions do it: one that is not is swept as a dead session's.
		const beside = join(dirname(path), `planted-${number}`);
		const handle = await openHandle(beside, 'wx+', 0o644);
		held.push(handle);
		expect(await hold(handle.fd)).toBe(true);
		await handle.write(content, 0, content.length, 0);
		await rename(beside, at(number));
		return handle;
	}

	/** A session with its file's name. */
	async function join_(user: string): Promise<{presence: Presence; name: string}> {
		const before = await readdir(folder);
		const presence = (await open(path)).join(who(user));
		presence.show({screen: 'walk'});
		const usher = (await open(path)).join(who('usher'));
		await seen(usher, (others) => shown(others).includes(`session-${user} walk`));
		const name = (await readdir(folder)).find((one) => !before.includes(one)) ?? '';
		return {presence, name};
	}

	test('lie all kinds of things, only sessions are shown', async () => {
		const {presence, name} = await join_('chair');
		const early = (await open(path)).join(who('early'));
		await sees(early, 'session-chair walk');
		const told: string[] = [];
		early.watch((others) => told.push(...shown(others)));

		const huge = await plant(1, Buffer.from('x'));
		await huge.truncate(2 ** 40);
		await plant(2, Buffer.from('not a record\n'));
		await plant(3, altered({place: {screen: 5}}, nameOf(3).slice(0, 32)));
		await copyFile(join(folder, name), at(4));
		await link(join(folder, name), at(5));
		await symlink(join(folder, name), at(6));
		await symlink('/dev/zero', at(7));
		await symlink(at(8), at(8));
		await mkdir(at(9));
		spawnSync('mkfifo', [at(10)]);
		const socket = createServer().listen(at(11));
		await once(socket, 'listening');
		await plant(12, Buffer.concat([Buffer.alloc(4096, 0x20), encodeRecord(nameOf(12), good)]));

		const late = (await open(path)).join(who('late'));
		await sees(late, 'session-chair walk');
		for (const screen of ['meeting', 'record', 'log']) {
			presence.show({screen});
			await sees(late, `session-chair ${screen}`);
			await sees(early, `session-chair ${screen}`);
		}
		expect(told.filter((one) => !one.startsWith('session-chair'))).toEqual([]);
		// What nobody holds was a session's that died; all that is not a file is left alone.
		expect(await readdir(folder)).not.toContain(nameOf(4));
		expect(await readdir(folder)).toEqual(expect.arrayContaining([6, 7, 8, 9, 10, 11].map(nameOf)));
		expect(await (await open(path)).commit(comment('x'), who())).toMatchObject({ok: true});
		await presence.close();
		await sees(early);
		socket.close();
	});

	test('a live record turns into rubbish, nothing is shown of it; mended, it is again', async () => {
		expect.hasAssertions();
		const ours = nameOf(1).slice(0, 32);
		const record = (screen: string) => encodeRecord(ours, {...good, place: {screen}});
		const handle = await plant(1, record('walk'));
		const presence = (await open(path)).join(who());
		await sees(presence, 'good walk');
		const rubbish = Buffer.alloc(100, 0x2d);
		// Half a write is overlooked, for the whole follows at once.
		await handle.write(rubbish, 0, rubbish.length, 0);
		await sees(presence);
		await handle.write(record('log'), 0, record('log').length, 0);
		await sees(presence, 'good log');
	});

	test('several claim to be one session, it is shown once, and nobody passes for oneself', async () => {
		expect.hasAssertions();
		for (const number of [1, 2, 3]) {
			const session = number === 3 ? 'session-clerk' : 'twin';
			await plant(number, altered({session}, nameOf(number).slice(0, 32)));
		}
		const {presence} = await join_('chair');
		await sees(presence, 'session-clerk walk', 'twin walk');
		const clerk = (await open(path)).join(who());
		await sees(clerk, 'twin walk', 'session-chair walk');
	});

	test('thousands of files lie, the living are found and the dead swept', async () => {
		for (let number = 0; number < 3000; number++) {
			await (await openHandle(at(number), 'wx')).close();
		}
		const {presence} = await join_('chair');
		const clerk = (await open(path)).join(who());
		await sees(clerk, 'session-chair walk');
		clerk.show({screen: 'log'});
		await sees(presence, 'session-clerk log');
		const other = (await open(path)).join(who('other'));
		await sees(other, 'session-chair walk', 'session-clerk log');
		expect(await readdir(folder)).toHaveLength(2);
	});

	test('hundreds of sessions are, so many are shown and no more', async () => {
		for (let number = 0; number < mostOthers + 20; number++) {
			const ours = nameOf(number).slice(0, 32);
			await plant(number, altered({session: `s${number}`}, ours));
		}
		const presence = (await open(path)).join(who());
		const others = await seen(presence, ({length}) => length === mostOthers);
		expect(new Set(others.map(({session}) => session)).size).toBe(mostOthers);
		// Those for whom there was no room are shown when there is.
		const first = new Set(others.map(({session}) => session));
		for (const [number, handle] of held.entries()) {
			if (first.has(`s${number}`)) await letGo(handle.fd);
		}
		const rest = await seen(presence, ({length}) => length === 20);
		expect(rest.filter(({session}) => first.has(session))).toEqual([]);
	});

	test('somebody writes without end, sessions go on', async () => {
		expect.hasAssertions();
		const handles = [await plant(1, Buffer.from('x')), await plant(2, Buffer.from('x'))];
		const {presence} = await join_('chair');
		const clerk = (await open(path)).join(who());
		await sees(clerk, 'session-chair walk');
		// In turn, or they would be one event; and more than they listen to.
		for (let round = 0; round < 12_000; round++) {
			writeSync(handles[round % 2]?.fd ?? -1, 'y', 0);
		}
		presence.show({screen: 'log'});
		await sees(clerk, 'session-chair log');
	});
});
