import {execFileSync} from 'node:child_process';
import {mkdirSync} from 'node:fs';
import path from 'node:path';
import {randomBytes} from 'node:crypto';
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest';
import {check} from '../../../source/domain/queries/check.ts';
import {createPostgres} from '../../../source/store/postgres/create.ts';
import {makeDatabase} from '../../helpers/database.ts';
import {comment, isRoot, notes, who} from '../places.ts';
import {closeAll, open} from './boards.ts';
import {give, Server} from './server.ts';

let server: Server;
let disk: string | undefined;

/**
 * A disk that is soon full: the administrator can mount one. Anybody else may only write files up to a
 * size, which the server meets in the same way, but does not call a full disk.
 */
beforeAll(async () => {
	server = await Server.start([], isRoot ? undefined : 8);
	await server.admin`create database council`;
	if (!isRoot) return;
	disk = path.join(path.dirname(server.data), 'disk');
	mkdirSync(disk);
	execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m,mode=700', 'tmpfs', disk]);
	await give(disk);
	await server.run('postgres', `create tablespace small location '${disk}'`);
	await server.admin`alter database council set default_tablespace = small`;
});
afterEach(closeAll);
afterAll(async () => {
	await server.stop();
	if (disk !== undefined) execFileSync('umount', [disk]);
	await server.remove();
});

/** A comment that no compression makes small. */
const long = (): string => randomBytes(36_000).toString('base64');

test('the server’s disk is full: nothing is half stored, and once there is room, all goes on', async () => {
	const url = server.url('council', {board: 'imt'});
	await createPostgres(url, makeDatabase());
	const store = await open(url);
	await store.commit(comment('There was room.'), who());

	let refusal: string | undefined;
	let revision = 2;
	for (let number = 0; number < 400 && refusal === undefined; number++) {
		const outcome = await store.commit(comment(long()), who());
		if (outcome.ok) revision = outcome.entry.revision;
		else refusal = outcome.rejection.message;
	}
	expect(refusal).toMatch(
		isRoot
			? /^imt was not changed: the server’s disk is full; nothing was changed: have room made there and try again$/
			: /^imt was not changed: the server says: could not (extend|write)[^\n]*$/,
	);
	expect(store.read().revision).toBe(revision);
	const stored = (await open(url)).read();
	expect(stored).toEqual(store.read());
	expect(check(stored)).toEqual([]);

	// What cannot be brought in is not there by halves.
	const other = server.url('council', {board: 'other'});
	const [first, ...rest] = makeDatabase().projects;
	const updates = Array.from({length: 120}, (_, at) => ({
		id: `U-${at + 100}`,
		at: '2026-01-01',
		note: long(),
	}));
	const large = makeDatabase({projects: [{...first, updates} as never, ...rest]});
	await expect(createPostgres(other, large)).rejects.toThrow(/disk is full|server says/);
	await expect(open(other)).rejects.toThrow(/no board “other”/);

	if (disk === undefined) return;
	execFileSync('mount', ['-o', 'remount,size=64m', disk]);
	expect(await store.commit(comment('Room again.'), who())).toMatchObject({ok: true});
	expect(notes(store.read()).at(-1)).toBe('Room again.');
	expect(check(store.read())).toEqual([]);
});
