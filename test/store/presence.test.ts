// Presence in a folder beside the database: sessions that die, folders that go, and files that are taken away.
import {mkdir, readdir, rename, rm, symlink, utimes, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {counts} from '../helpers/figures.ts';
import {killAll} from './children.ts';
import {comment, file, open, sees, tidy, who} from './places.ts';
import {type Sitter, sit} from './sitters.ts';

afterEach(async () => {
	await killAll();
	await tidy();
});

const folderOf = (path: string): string => join(dirname(path), '.strategy.json.presence');
const namesIn = async (path: string): Promise<string[]> => readdir(folderOf(path));

let path = '';
beforeEach(async () => {
	path = await file();
});

describe('a session that dies', () => {
	test('is gone by itself, and its file is swept', async () => {
		const victim = await sit({file: path, session: 'victim'});
		const store = await open(path);
		const presence = store.join(who());
		presence.show({screen: 'overview'});
		victim.show('walk');
		await sees(presence, 'victim walk');
		await expect.poll(() => namesIn(path)).toHaveLength(2);
		await victim.child.kill();
		await sees(presence);
		await presence.close();
		expect(await namesIn(path)).toEqual([]);
	});

	test('alone is swept by the next to come', async () => {
		const victim = await sit({file: path, session: 'victim'});
		const store = await open(path);
		const first = store.join(who());
		victim.show('walk');
		await sees(first, 'victim walk');
		await first.close();
		await victim.child.kill();
		expect(await namesIn(path)).toHaveLength(1);
		const next = store.join(who());
		next.show({screen: 'walk'});
		const other = (await open(path)).join(who('other'));
		await sees(other, 'session-clerk walk');
		await next.close();
		expect(await namesIn(path)).toEqual([]);
	});

	test('is another than one that is stopped, as by Ctrl+Z, which stays until it is killed', async () => {
		expect.hasAssertions();
		const stopped = await sit({file: path, session: 'stopped'});
		stopped.show('walk');
		const store = await open(path);
		await sees(store.join(who('first')), 'stopped walk');
		stopped.child.process.kill('SIGSTOP');
		// Who joins now looks at it for the first time.
		const late = store.join(who('late'));
		await sees(late, 'stopped walk');
		stopped.child.process.kill('SIGCONT');
		stopped.show('log');
		await sees(late, 'stopped log');
		stopped.child.process.kill('SIGSTOP');
		await stopped.child.kill();
		await sees(late);
	});

	test(
		'among many: each sees all others, and none that was killed',
		{timeout: 120_000},
		async () => {
			const names = Array.from(
				{length: counts(8, 20)},
				(_, number) => `s${String(number).padStart(2, '0')}`,
			);
			const sitters = await Promise.all(names.map((session) => sit({file: path, session})));
			for (const sitter of sitters) sitter.show('walk');
			const all = (left: Sitter[], but: Sitter) =>
				left.filter((sitter) => sitter !== but).map(({session}) => `${session} walk`);
			for (const sitter of sitters) {
				const others = all(sitters, sitter);
				expect(await sitter.sees(...others)).toEqual(others);
			}
			const left = sitters.slice(3);
			await Promise.all(sitters.slice(0, 3).map(({child}) => child.kill()));
			for (const sitter of left) {
				const others = all(left, sitter);
				expect(await sitter.sees(...others)).toEqual(others);
			}
		},
	);
});

describe('the folder', () => {
	/** Two sessions that see each other. */
	async function pair() {
		const [chair, clerk] = [await open(path), await open(path)];
		const sessions = {chair: chair.join(who('chair')), clerk: clerk.join(who('clerk'))};
		sessions.chair.show({screen: 'walk'});
		sessions.clerk.show({screen: 'record'});
		await sees(sessions.chair, 'session-clerk record');
		await sees(sessions.clerk, 'session-chair walk');
		return {...sessions, store: chair};
	}

	test('is made again when it is deleted or moved away, with everybody in it', async () => {
		expect.hasAssertions();
		const {chair, clerk} = await pair();
		for (const remove of [
			// Sessions make their files again even while it is being emptied.
			() => rm(folderOf(path), {recursive: true, maxRetries: 100, retryDelay: 1}),
			() => rename(folderOf(path), `${folderOf(path)}.old`),
		]) {
			const before = await namesIn(path);
			await remove();
			// Another file for each session.
			const again = async () => {
				const names = await namesIn(path).catch(() => []);
				return names.length === 2 && !names.some((name) => before.includes(name));
			};
			await vi.waitUntil(again, {timeout: 60_000});
			const screen = `after ${before[0]?.slice(0, 8)}`;
			chair.show({screen});
			await sees(clerk, `session-chair ${screen}`);
			await sees(chair, 'session-clerk record');
		}
	});

	test('a session’s file that somebody removes is made again', async () => {
		const {chair, clerk, store} = await pair();
		const before = await namesIn(path);
		for (const name of before) await rm(join(folderOf(path), name));
		const third = store.join(who('third'));
		await sees(third, 'session-chair walk', 'session-clerk record');
		chair.show({screen: 'log'});
		await sees(clerk, 'session-chair log');
		expect((await namesIn(path)).filter((name) => before.includes(name))).toEqual([]);
	});

	test('is left empty, and of unfinished files only what is old is removed', async () => {
		const old = join(folderOf(path), `${'0'.repeat(32)}.tmp`);
		await mkdir(folderOf(path));
		await writeFile(join(folderOf(path), `${'1'.repeat(32)}.tmp`), 'young');
		await writeFile(join(folderOf(path), 'notes.txt'), 'not ours');
		await writeFile(old, 'old');
		await utimes(old, 1, 1);
		const {chair, clerk} = await pair();
		await Promise.all([chair.close(), clerk.close()]);
		expect((await namesIn(path)).toSorted()).toEqual([`${'1'.repeat(32)}.tmp`, 'notes.txt']);
	});

	test.each([
		['a file', (where: string) => writeFile(where, 'x')],
		[
			'a link',
			async (where: string) => {
				await mkdir(`${where}.elsewhere`);
				await symlink(`${where}.elsewhere`, where);
			},
		],
	])('is not used when %s is in its place; commits go on', async (_, make) => {
		await make(folderOf(path));
		const store = await open(path);
		const presence = store.join(who());
		presence.show({screen: 'walk'});
		expect(await store.commit(comment('x'), who())).toMatchObject({ok: true});
		await presence.close();
		expect((await readdir(dirname(path))).filter((name) => name.endsWith('.json'))).toEqual([
			'strategy.json',
		]);
		const elsewhere = await readdir(`${folderOf(path)}.elsewhere`).catch(() => []);
		expect(elsewhere).toEqual([]);
	});

	test('is not made by a session that only reads, which joins when it is there', async () => {
		const reader = (await open(path, {readOnly: true})).join(who('reader'));
		reader.show({screen: 'wall'});
		const store = await open(path);
		const chair = store.join(who('chair'));
		// It has looked by the time that its second look finds the chair.
		chair.show({screen: 'walk'});
		await sees(reader, 'session-chair walk');
		await sees(chair, 'session-reader wall');
		const alone = await file();
		const presence = (await open(alone, {readOnly: true})).join(who());
		presence.show({screen: 'walk'});
		await presence.close();
		expect(await readdir(dirname(alone))).toEqual(['strategy.json']);
	});
});
