// Where drafts are kept: for their owner alone, apart for every session, and never in the way of the work.
import {execFileSync} from 'node:child_process';
import {
	chmodSync,
	chownSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {beforeEach, expect, test, vi} from 'vitest';
import {openDrafts} from '../../source/commands/drafts.ts';
import {scratchFolder} from './run.ts';

vi.setConfig({testTimeout: 60_000});

const root = scratchFolder();
let state = '';
let folder = '';
let count = 0;
beforeEach(() => {
	state = path.join(root, String(++count));
	folder = path.join(state, 'boardwalk', 'drafts', 'database');
});

const open = (session: string, env: Record<string, string> = {}, name?: string) =>
	openDrafts(
		'database',
		session,
		{user: 'office', ...(name === undefined ? {} : {name})},
		{XDG_STATE_HOME: state, ...env},
	);
const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);
const left = async (session: string, name?: string) =>
	(await (await open(session, {}, name)).left()).map(({data}) => data);

/** A run that has kept something and died. */
async function died(session: string, data: unknown, name?: string) {
	const drafts = await open(session, {}, name);
	drafts.keep(data);
	drafts.flush();
	// Its lock is gone with the process: here it is another file's.
	const lock = `${session}.json.lock`;
	const found = readdirSync(folder, {recursive: true, encoding: 'utf8'}).find(
		(file) => path.basename(file) === lock,
	);
	rmSync(path.join(folder, found ?? lock));
	writeFileSync(path.join(folder, found ?? lock), '');
}

test('only their owner may read them, whatever the umask', async () => {
	const umask = process.umask(0);
	try {
		const drafts = await open('a');
		drafts.keep({text: 'mine'});
		drafts.flush();
		expect([folder, path.dirname(folder), path.join(folder, 'a.json')].map(modeOf)).toEqual([
			'700',
			'700',
			'600',
		]);
		drafts.close();
	} finally {
		process.umask(umask);
	}
});

test('kept soon by itself, and at once when asked', async () => {
	const drafts = await open('a');
	drafts.keep({text: 'one'});
	expect(existsSync(folder)).toBe(false);
	await vi.waitUntil(() => existsSync(path.join(folder, 'a.json')), {timeout: 20_000});
	drafts.keep({text: 'two'});
	drafts.flush();
	expect(readFileSync(path.join(folder, 'a.json'), 'utf8')).toBe('{"text":"two"}');
	drafts.keep(undefined);
	drafts.flush();
	expect(readdirSync(folder)).toEqual(['a.json.lock']);
	drafts.close();
	expect(readdirSync(folder)).toEqual([]);
});

test('nothing typed, nothing written: not even a folder', async () => {
	const drafts = await open('a');
	drafts.keep(undefined);
	drafts.flush();
	drafts.close();
	expect(existsSync(state)).toBe(false);
});

test('a living session’s drafts are its own; a dead one’s are found', async () => {
	const a = await open('a');
	a.keep({text: 'alive'});
	a.flush();
	expect(await left('b')).toEqual([]);
	await died('c', {text: 'dead'});
	expect(await left('b')).toEqual([{text: 'dead'}]);
	a.close();
	expect(await left('b')).toEqual(expect.arrayContaining([{text: 'alive'}, {text: 'dead'}]));
});

test('on a shared account each claimed name is offered its own, and nobody else’s', async () => {
	await died('a', {text: 'the clerk’s'}, 'Clerk');
	await died('b', {text: 'the chair’s'}, 'Chair');
	await died('c', {text: 'somebody’s'});
	expect(await left('d', 'Clerk')).toEqual([{text: 'the clerk’s'}]);
	expect(await left('e', 'clerk')).toEqual([{text: 'the clerk’s'}]);
	expect(await left('f', 'Chair')).toEqual([{text: 'the chair’s'}]);
	expect(await left('g', 'Deputy Clerk')).toEqual([]);
	expect(await left('h')).toEqual([{text: 'somebody’s'}]);
	// As for everybody: for their owner alone.
	const folders = readdirSync(folder, {withFileTypes: true}).filter((one) => one.isDirectory());
	expect(folders.map(({name}) => modeOf(path.join(folder, name)))).toEqual(['700', '700']);
	// No name makes a path.
	await died('i', {text: 'x'}, '../../../..');
	expect(await left('j', '../../../..')).toEqual([{text: 'x'}]);
	expect(readdirSync(state)).toEqual(['boardwalk']);
});

test('another login is another person, under whatever name', async () => {
	await died('a', {text: 'the clerk’s'}, 'Clerk');
	const env = {XDG_STATE_HOME: state};
	const other = await openDrafts('database', 'b', {user: 'temp', name: 'Clerk'}, env);
	expect(await other.left()).toEqual([]);
});

test.runIf(process.getuid?.() === 0)('nobody is offered what another user put there', async () => {
	await died('a', {text: 'planted'});
	chownSync(path.join(folder, 'a.json'), 65_534, 65_534);
	expect(await left('b')).toEqual([]);
});

test('what was brought back is on the disk here before it is gone from there', async () => {
	await died('a', {text: 'left'});
	const next = await open('b');
	const [found] = await next.left();
	if (!found) throw new Error('nothing was found');
	next.keep(found.data);
	expect(await next.forget(found)).toBe(true);
	expect(readdirSync(folder).toSorted()).toEqual(['b.json', 'b.json.lock']);
	// A third one had been offered it as well.
	expect(await (await open('c')).forget(found)).toBe(false);
});

test('where it cannot be kept here it stays there', async () => {
	await died('a', {text: 'left'});
	const next = await open('b');
	const [found] = await next.left();
	if (!found) throw new Error('nothing was found');
	// A folder of that name is in the way of the file.
	mkdirSync(path.join(folder, 'b.json'));
	next.keep(found.data);
	expect(await next.forget(found)).toBe(true);
	expect(readFileSync(path.join(folder, 'a.json'), 'utf8')).toBe('{"text":"left"}');
});

test.each([
	['a folder that cannot be made', {XDG_STATE_HOME: '/dev/null/state'}],
	['a path that no file system takes', {XDG_STATE_HOME: `/${'x'.repeat(5000)}`}],
	['what is not a folder', {XDG_STATE_HOME: '/dev/full'}],
])('%s keeps nobody from typing', async (_, env) => {
	const drafts = await open('a', env);
	drafts.keep({text: 'x'});
	drafts.flush();
	drafts.keep({text: 'y'});
	expect(await drafts.left()).toEqual([]);
	drafts.close();
});

test('what is relative is not a place for the state: the home has it', async () => {
	const home = path.join(state, 'home');
	vi.stubEnv('HOME', home);
	const drafts = await open('a', {XDG_STATE_HOME: 'state'});
	drafts.keep({});
	drafts.flush();
	vi.unstubAllEnvs();
	expect(readdirSync(path.join(home, '.local/state/boardwalk/drafts/database'))).toContain(
		'a.json',
	);
	expect(existsSync('state')).toBe(false);
});

test('whatever lies in the folder, it is passed over', async () => {
	mkdirSync(path.join(folder, 'folder.json'), {recursive: true});
	const outside = path.join(state, 'outside');
	writeFileSync(outside, '{"text": "elsewhere"}');
	symlinkSync(outside, path.join(folder, 'link.json'));
	symlinkSync('round.json', path.join(folder, 'round.json'));
	execFileSync('mkfifo', [path.join(folder, 'pipe.json'), path.join(folder, 'x.json.lock')]);
	writeFileSync(path.join(folder, 'x.json'), '{}');
	writeFileSync(path.join(folder, 'broken.json'), '{"text": ');
	writeFileSync(path.join(folder, 'binary.json'), Buffer.from([0xff, 0xfe, 0, 0x80]));
	writeFileSync(path.join(folder, 'large.json'), `"${'x'.repeat(4_000_001)}"`);
	writeFileSync(path.join(folder, 'closed.json'), '{}');
	chmodSync(path.join(folder, 'closed.json'), 0);
	writeFileSync(path.join(folder, 'notes.txt'), 'mine');
	await died('good', {text: 'good'});
	const found = await left('next');
	expect(found).toContainEqual({text: 'good'});
	expect(found).not.toContainEqual({text: 'elsewhere'});
	expect(found.length).toBeLessThanOrEqual(3);
});

test('what killed runs left of no use is swept a day later, and nothing else', async () => {
	await died('draft', {text: 'kept'});
	const alive = await open('alive');
	alive.keep({});
	alive.flush();
	alive.keep(undefined);
	alive.flush();
	for (const name of ['old.json.lock', 'old.json.tmp', 'new.json.lock', 'notes.txt'])
		writeFileSync(path.join(folder, name), '');
	const past = new Date(Date.now() - 2 * 86_400_000);
	for (const name of readdirSync(folder).filter((name) => !name.startsWith('new')))
		utimesSync(path.join(folder, name), past, past);
	await (await open('next')).left();
	expect(readdirSync(folder).toSorted()).toEqual([
		'alive.json.lock',
		'draft.json',
		'draft.json.lock',
		'new.json.lock',
		'notes.txt',
	]);
});
