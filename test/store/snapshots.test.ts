// The copies that saving keeps beside the database: when, how many, for whom, and that they never harm.
import {
	chmod,
	chown,
	mkdir,
	readdir,
	readFile,
	rm,
	stat,
	symlink,
	writeFile,
} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import process from 'node:process';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {check} from '../../source/domain/queries/check.ts';
import type {Database, Entry} from '../../source/domain/schema/index.ts';
import {readUnfolded} from '../../source/store/file/compress.ts';
import {parseDatabase} from '../../source/store/file/parse.ts';
import {pathsOf} from '../../source/store/file/paths.ts';
import {listSnapshots, snapshotFolder, Snapshots} from '../../source/store/file/snapshots.ts';
import {makeDatabase} from '../helpers/database.ts';
import {act, comment, file, folder, isRoot, nobody, notes, open, tidy, who} from './places.ts';

vi.setConfig({testTimeout: 60_000});
afterEach(tidy);

/** A database file, a session on it whose clock the test sets, and what is kept beside it. */
async function room(snapshots?: Database['rules']['snapshots'], path?: string) {
	const rules = {profile: 'england' as const, ...(snapshots ? {snapshots} : {})};
	const own = path ?? (await file(makeDatabase({rules})));
	let now = '2026-11-22T10:00:00.000Z';
	const environment = {now: () => now, salt: () => '00112233445566778899aabbccddeeff'};
	const store = await open(own, {environment});
	const place = pathsOf(own);
	return {
		path: own,
		store,
		place,
		/** Says something at a time, and gives back the revision. */
		async say(time: string, day = '2026-11-22') {
			now = `${day}T${time}:00.000Z`;
			const outcome = await store.commit(comment(time), who());
			if (!outcome.ok) throw new Error(outcome.rejection.message);
			return outcome.entry.revision;
		},
		kept: async () => (await listSnapshots(place)).map(({name}) => name),
	};
}

const names = (kept: {name: string}[]) => kept.map(({name}) => name);
const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

test('a snapshot is the file as it was before an act, byte for byte', async () => {
	const {path, place, say, kept} = await room();
	await say('10:00');
	expect(await kept()).toEqual([]);
	const before = await readFile(path);
	await say('10:01');
	const [snapshot] = await listSnapshots(place);
	expect(snapshot).toMatchObject({
		name: 'r2-20261122T100100Z.json',
		revision: 2,
		at: '2026-11-22T10:01:00Z',
	});
	const bytes = await readFile(snapshot?.file ?? '');
	expect(bytes).toEqual(before);
	const parsed = parseDatabase(bytes, 'snapshot');
	expect(parsed.ok && check(parsed.database)).toEqual([]);
	expect(await readdir(snapshotFolder(place))).toEqual(['r2-20261122T100100Z.json']);
});

test('those before the newest are compressed, for the same people to read, and say what they said', async () => {
	const {path, place, say, kept} = await room();
	await chmod(path, 0o640);
	await say('10:00');
	const before = await readFile(path);
	await say('10:01');
	// Of an earlier version, which compressed none.
	await writeFile(join(snapshotFolder(place), 'r1-20261121T100000Z.json'), before);
	await say('10:12');
	await say('10:23');
	const found = await listSnapshots(place);
	expect(await kept()).toEqual([
		'r4-20261122T102300Z.json',
		'r3-20261122T101200Z.json',
		'r2-20261122T100100Z.json',
		'r1-20261121T100000Z.json',
	]);
	expect(found.map(({file}) => file.endsWith('.gz'))).toEqual([false, true, true, true]);
	expect(Buffer.from(await readUnfolded(found[2]?.file ?? ''))).toEqual(before);
	expect((await stat(found[2]?.file ?? '')).mode & 0o777).toBe(0o640);
});

test('a compressed one goes when there are too many', async () => {
	const {place, say} = await room({keep: 2, days: 0, everyMinutes: 1});
	for (const time of ['10:00', '10:02', '10:04', '10:06', '10:08']) await say(time);
	expect((await readdir(snapshotFolder(place))).toSorted()).toEqual([
		'r4-20261122T100600Z.json.gz',
		'r5-20261122T100800Z.json',
	]);
});

test('what somebody writes into the database’s file afterwards does not reach it', async () => {
	const {path, place, say} = await room();
	await say('10:00');
	await say('10:01');
	const [snapshot] = await listSnapshots(place);
	const bytes = await readFile(snapshot?.file ?? '');
	await writeFile(path, 'scribbled over');
	expect(await readFile(snapshot?.file ?? '')).toEqual(bytes);
});

test('one per interval, whichever session saves', async () => {
	const {path, say, kept} = await room();
	const {say: colleague} = await room(undefined, path);
	await say('10:00');
	await say('10:01');
	await colleague('10:05');
	await say('10:10');
	expect(await kept()).toEqual(['r2-20261122T100100Z.json']);
	await colleague('10:11');
	await say('10:12');
	await say('10:20');
	expect(await kept()).toEqual(['r5-20261122T101100Z.json', 'r2-20261122T100100Z.json']);
});

test('a clock that is set back neither stops snapshots nor makes one of every act', async () => {
	const {say, kept} = await room();
	await say('10:00');
	await say('12:00');
	await say('09:00');
	await say('09:01');
	await say('09:09');
	expect(await kept()).toEqual(['r3-20261122T090000Z.json', 'r2-20261122T120000Z.json']);
	await say('09:11');
	expect(await kept()).toHaveLength(3);
});

describe('how many are kept', () => {
	test('the newest, and the last of each day', async () => {
		const {say, kept} = await room({everyMinutes: 1, keep: 2, days: 3});
		await say('09:00', '2026-11-16');
		for (const day of ['17', '18', '19', '20']) {
			await say('10:00', `2026-11-${day}`);
			await say('10:05', `2026-11-${day}`);
		}
		await say('11:00', '2026-11-20');
		expect(await kept()).toEqual([
			'r10-20261120T110000Z.json',
			'r9-20261120T100500Z.json',
			'r7-20261119T100500Z.json',
			'r5-20261118T100500Z.json',
		]);
	});

	test('no more than there is room for, but always the newest', async () => {
		const {path, place, say, kept} = await room({everyMinutes: 1, megabytes: 0.012});
		for (const minute of ['00', '01', '02', '03', '04', '05']) await say(`10:${minute}`);
		const {size} = await stat(path);
		expect((await kept()).length).toBe(Math.floor(12_000 / size) || 1);
		const tight = await room({everyMinutes: 1, megabytes: 0});
		for (const minute of ['00', '01', '02']) await tight.say(`10:${minute}`);
		expect(await tight.kept()).toEqual(['r3-20261122T100200Z.json']);
		expect(place.name).toBe('strategy.json');
	});

	test('0 keeps none', async () => {
		for (const rules of [{everyMinutes: 0}, {keep: 0}]) {
			const {path, say} = await room(rules);
			await say('10:00');
			await say('12:00');
			expect((await readdir(dirname(path))).filter((name) => name.includes('snapshots'))).toEqual(
				[],
			);
		}
	});

	test('what is not a snapshot stays; halves of copies go', async () => {
		const {place, say} = await room({everyMinutes: 1, keep: 1, days: 0});
		await say('10:00');
		await mkdir(snapshotFolder(place));
		const others = ['mine.json', 'r1.json', 'r1-20260101T000000Z.json.bak'];
		for (const name of [...others, 'r1-20260101T000000Z.json.tmp', 'r1-20260101T000000Z.json']) {
			await writeFile(join(snapshotFolder(place), name), 'x');
		}
		await say('10:05');
		expect((await readdir(snapshotFolder(place))).toSorted()).toEqual(
			[...others, 'r2-20261122T100500Z.json'].toSorted(),
		);
	});
});

describe('access', () => {
	test.each([
		[0o600, 0o700],
		[0o640, 0o750],
		[0o664, 0o775],
	])('a database of mode %o has snapshots of that mode in a folder of %o', async (mode, wanted) => {
		const {path, place, say} = await room();
		await chmod(path, mode);
		const umask = process.umask(0o077);
		try {
			await say('10:00');
			await say('10:01');
		} finally {
			process.umask(umask);
		}
		const [snapshot] = await listSnapshots(place);
		expect(await modeOf(snapshot?.file ?? '')).toBe(mode);
		expect(await modeOf(snapshotFolder(place))).toBe(wanted);
	});

	test.runIf(isRoot)(
		'the group and, saved by root, the owner are those of the database',
		async () => {
			const {path, place, say} = await room();
			await chown(path, nobody, nobody);
			await say('10:00');
			await say('10:01');
			const [snapshot] = await listSnapshots(place);
			for (const made of [snapshot?.file ?? '', snapshotFolder(place)]) {
				expect(await stat(made)).toMatchObject({uid: nobody, gid: nobody});
			}
		},
	);
});

describe('a snapshot that cannot be made', () => {
	test('does not keep an act from being saved', async () => {
		const {path, place, store, say, kept} = await room();
		await say('10:00');
		await writeFile(snapshotFolder(place), 'no folder');
		await say('10:01');
		await rm(snapshotFolder(place));
		await symlink('/nowhere/at/all', snapshotFolder(place));
		await say('10:30');
		expect(await kept()).toEqual([]);
		expect(notes(store.read())).toHaveLength(4);
		await rm(snapshotFolder(place));
		await say('10:31');
		await say('10:41');
		expect(await kept()).toHaveLength(1);
		expect(basename(path)).toBe('strategy.json');
	});

	test('on another disk is a copy, with the same rights', async (context) => {
		const {path, place, say} = await room();
		const elsewhere = join('/dev/shm', `boardwalk-${process.pid}`);
		await mkdir(elsewhere).catch(() => context.skip());
		if ((await stat(elsewhere)).dev === (await stat(path)).dev) context.skip();
		try {
			await symlink(elsewhere, snapshotFolder(place));
			await chmod(path, 0o640);
			await say('10:00');
			const before = await readFile(path);
			await say('10:01');
			const [snapshot] = await listSnapshots(place);
			expect(await readFile(snapshot?.file ?? '')).toEqual(before);
			expect(await modeOf(snapshot?.file ?? '')).toBe(0o640);
			expect(await readdir(elsewhere)).toHaveLength(1);
		} finally {
			await rm(elsewhere, {recursive: true, force: true});
		}
	});

	test('is taken back when the file was not replaced after all', async () => {
		const {place, store, say} = await room();
		await say('10:00');
		const keeper = new Snapshots(place);
		const entry = store.read().log.at(-1) as Entry;
		const takeBack = await keeper.keep(store.read(), entry, '2026-11-22T10:00:00.000Z');
		expect(names(await listSnapshots(place))).toHaveLength(1);
		await takeBack();
		expect(await listSnapshots(place)).toEqual([]);
	});
});

test('what is redacted does not live on in snapshots, and none is made of before', async () => {
	const {path, place, store, say, kept} = await room();
	await say('10:00');
	await say('10:30');
	await say('11:00');
	expect(await kept()).toHaveLength(2);
	const redact = {
		kind: 'redact',
		record: 'projects/P1-01/updates/U-3',
		field: 'note',
		reason: 'Names a resident',
	} as const;
	expect(await store.commit(act(redact), who())).toMatchObject({ok: true});
	expect(await kept()).toEqual([]);
	expect(await readdir(snapshotFolder(place))).toEqual([]);
	await say('11:01');
	expect(await kept()).toHaveLength(1);
	expect(await readFile(path, 'utf8')).not.toContain('"10:00"');
});

test('a folder without snapshots has none', async () => {
	expect(await listSnapshots(pathsOf(join(await folder(), 'none.json')))).toEqual([]);
});
