// News by the end of the file alone is what the whole file says, or none.
import {mkdtemp, open, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import type {Change} from '../../source/domain/changes/index.ts';
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';
import {openFile} from '../../source/store/file/open.ts';
import {readTail} from '../../source/store/file/tail.ts';
import {encodeDatabase} from '../../source/store/format.ts';
import {accepted, act, after, makeDatabase} from '../helpers/database.ts';

const hold: Change = {kind: 'project/status', id: 'P1-02', from: 'in-progress', to: 'on-hold'};
const goOn: Change = {kind: 'project/status', id: 'P1-02', from: 'on-hold', to: 'in-progress'};

/** A database with an act in its log. */
const begun = (): Database =>
	after(makeDatabase(), {kind: 'project/update', id: 'P1-01', note: 'Begun.'});

/** What the end of a file with these bytes tells of what was known. */
async function told(bytes: Buffer, known: Database): Promise<Database | undefined> {
	const folder = await mkdtemp(path.join(tmpdir(), 'boardwalk-tail-'));
	onTestFinished(() => rm(folder, {recursive: true, force: true}));
	const file = path.join(folder, 'strategy.json');
	await writeFile(file, bytes);
	const handle = await open(file);
	try {
		return await readTail(handle, bytes.length, known, encodeDatabase(known).length);
	} finally {
		await handle.close();
	}
}

const parsed = (bytes: Buffer): Database =>
	databaseSchema.parse(JSON.parse(bytes.toString('utf8')) as unknown);

test('an act, and several, lead to what the whole file says', async () => {
	const known = begun();
	const one = after(known, hold);
	expect(await told(encodeDatabase(one), known)).toEqual(parsed(encodeDatabase(one)));
	const many = after(
		one,
		goOn,
		{kind: 'meeting/open', id: 'M-2'},
		{
			kind: 'action/add',
			text: 'Write to the supplier – “soon”',
		},
	);
	expect(await told(encodeDatabase(many), known)).toEqual(parsed(encodeDatabase(many)));
});

test('what is known already is taken from there', async () => {
	const known = begun();
	const next = await told(encodeDatabase(after(known, hold)), known);
	expect(next?.meetings).toBe(known.meetings);
	expect(next?.projects[0]).toBe(known.projects[0]);
	expect(next?.projects[1]).not.toBe(known.projects[1]);
});

test('without a new act, and without any in the log, only the whole tells', async () => {
	const known = begun();
	expect(await told(encodeDatabase(known), known)).toBeUndefined();
	const bare = makeDatabase();
	expect(await told(encodeDatabase(after(bare, hold)), bare)).toBeUndefined();
});

test.each([
	['a title altered by hand', (text: string) => text.replace('Telephony', 'Telephony and more')],
	['another layout', (text: string) => text.replace('"revision": ', '"revision":  ')],
	['an entry altered', (text: string) => text.replaceAll(/"payload":"./g, '"payload":"x')],
	[
		'an entry that names another before it',
		(text: string) => text.replaceAll(/"previousHash":"./g, '"previousHash":"x'),
	],
	['a log that goes on behind the end', (text: string) => `${text} `],
])('%s: only the whole tells', async (_, alter) => {
	const known = begun();
	const text = encodeDatabase(after(known, hold)).toString('utf8');
	const altered = alter(text);
	expect(altered).not.toBe(text);
	expect(await told(Buffer.from(altered), known)).toBeUndefined();
});

test('news that are longer than what is read of the end: only the whole tells', async () => {
	const known = begun();
	const long = after(
		known,
		...Array.from({length: 3}, (_, at): Change => ({
			kind: 'project/update',
			id: 'P1-01',
			note: `${at}${'x'.repeat(30_000)}`,
		})),
	);
	expect(await told(encodeDatabase(long), known)).toBeUndefined();
});

test('an edit by hand that comes with an act, of the same length, is found when all is quiet', async () => {
	const folder = await mkdtemp(path.join(tmpdir(), 'boardwalk-tail-'));
	onTestFinished(() => rm(folder, {recursive: true, force: true}));
	const file = path.join(folder, 'strategy.json');
	const known = begun();
	await writeFile(file, encodeDatabase(known));
	const store = await openFile(file);
	onTestFinished(() => store.close());
	store.watch(() => {});
	const next = accepted(known, hold).database;
	const text = encodeDatabase(next).toString('utf8').replace('Telephony', 'Telegraph');
	await writeFile(`${file}.new`, text);
	await rename(`${file}.new`, file);
	await expect.poll(() => store.read().revision).toBe(next.revision);
	await expect.poll(() => store.read().projects[0]?.title).toBe('Telegraph');
	// And saving goes on from there.
	const who = {actor: {user: 'clerk', host: 'council'}, session: 's'};
	expect((await store.commit(act(goOn), who)).ok).toBe(true);
	expect(await readFile(file, 'utf8')).toContain('Telegraph');
});
