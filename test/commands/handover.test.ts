// The folder in which forms go from one person to another: who may read them, and whatever else lies there.
import {execFileSync} from 'node:child_process';
import {
	chmodSync,
	chownSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {openHandover} from '../../source/commands/handover.ts';
import {openFileLetterbox} from '../../source/store/file/letterbox.ts';
import type {Form} from '../../source/ui/forms/form.ts';
import type {Handover, Mail} from '../../source/ui/handover.ts';
import {textFrom} from '../../source/ui/text/edit.ts';
import {makeDatabase} from '../helpers/database.ts';
import {schemaVersion} from '../../source/domain/schema/index.ts';
import {freshFolders} from './run.ts';

vi.setConfig({testTimeout: 60_000});

const isRoot = process.getuid?.() === 0;
const fresh = freshFolders();
let file = '';
let folder = '';
const opened: Handover[] = [];

beforeEach(() => {
	({file} = fresh(makeDatabase()));
	folder = path.join(path.dirname(file), '.strategy.json.handover');
});
afterEach(() => {
	for (const one of opened.splice(0)) one.close();
	vi.useRealTimers();
});

const form: Form = {
	kind: 'comment',
	target: {project: 'P1-02'},
	base: {},
	values: {note: textFrom('Half of thm', 10)},
	initial: {},
	focus: 'note',
};

/** Somebody at the folder, with what they know of it. */
async function join(name: string, user = name) {
	const who = {actor: {user, host: 'council', name}, session: `session-${name}`};
	const handover = openHandover(await openFileLetterbox(file), who);
	opened.push(handover);
	const seen: Mail[] = [];
	await handover.watch((mail) => seen.push(mail));
	return {
		...handover,
		seen,
		to: {session: who.session, user, name},
		newest: (): Mail => seen.at(-1) ?? {offers: [], waiting: new Set(), taken: new Set()},
		/** Until what is known fits. */
		hears: (test: (mail: Mail) => boolean) =>
			vi.waitUntil(() => seen.some((mail) => test(mail)), {timeout: 10_000}),
	};
}

const given = async (giver: Handover, to: {session: string; user: string; name?: string}) => {
	const result = await giver.give(form, to);
	if ('problem' in result) throw new Error(result.problem);
	return result.id;
};
const modeOf = (of: string) => (statSync(of).mode & 0o7777).toString(8);

test('handed over, seen within moments, taken, and gone from there', async () => {
	const [clerk, chair] = [await join('clerk'), await join('chair')];
	expect(existsSync(folder)).toBe(false);
	const id = await given(clerk, chair.to);
	await chair.hears(({offers}) => offers.length === 1);
	expect(chair.newest().offers).toEqual([
		{
			id,
			at: expect.any(String) as string,
			from: {session: 'session-clerk', actor: {user: 'clerk', name: 'clerk', host: ''}},
			to: chair.to,
			form,
			schema: schemaVersion,
		},
	]);
	expect(await chair.take(id)).toBe(true);
	await clerk.hears(({taken}) => taken.has(id));
	// Nothing of the text is left but that it was taken.
	expect(readdirSync(folder)).toEqual([`${id}.taken`]);
	expect(readFileSync(path.join(folder, `${id}.taken`), 'utf8')).toBe('');
	clerk.forget([id]);
	await clerk.hears(({taken, waiting}) => taken.size === 0 && waiting.size === 0);
	await vi.waitUntil(() => readdirSync(folder).length === 0, {timeout: 10_000});
});

test('only one takes it, and what was taken cannot be taken back', async () => {
	const [clerk, chair] = [await join('clerk'), await join('chair')];
	const again = await join('chair');
	const id = await given(clerk, chair.to);
	const took = await Promise.all([chair.take(id), again.take(id)]);
	expect(took.filter(Boolean)).toHaveLength(1);
	expect(await clerk.withdraw(id)).toBe(false);
});

test('what was taken back cannot be taken', async () => {
	const [clerk, chair] = [await join('clerk'), await join('chair')];
	const id = await given(clerk, chair.to);
	await chair.hears(({offers}) => offers.length === 1);
	expect(await clerk.withdraw(id)).toBe(true);
	await chair.hears(({offers}) => offers.length === 0);
	expect(await chair.take(id)).toBe(false);
	expect(readdirSync(folder)).toEqual([]);
});

test('it is offered to the colleague alone, at whatever session', async () => {
	const [clerk, member] = [await join('clerk'), await join('member')];
	await given(clerk, {session: 'gone', user: 'chair', name: 'chair'});
	const [chair, other] = [await join('chair'), await join('other', 'chair')];
	expect(chair.newest().offers).toHaveLength(1);
	await member.hears(({waiting}) => waiting.size === 1);
	for (const one of [clerk, member, other]) expect(one.newest().offers).toEqual([]);
});

test.each([
	[0o660, '2770', '640'],
	[0o640, '2750', '640'],
	[0o664, '2770', '640'],
	[0o666, '2770', '640'],
])('a database of mode %o: folder and form are open to its group at most', async (mode, is, of) => {
	chmodSync(file, mode);
	const umask = process.umask(0o077);
	try {
		const id = await given(await join('clerk'), (await join('chair')).to);
		expect(modeOf(folder)).toBe(is);
		expect(modeOf(path.join(folder, `${id}.json`))).toBe(of);
	} finally {
		process.umask(umask);
	}
});

test('a database without a group: to oneself, but to nobody who could not read it', async () => {
	chmodSync(file, 0o600);
	const clerk = await join('clerk');
	const self = await join('deputy', 'clerk');
	const id = await given(clerk, self.to);
	expect(modeOf(path.join(folder, `${id}.json`))).toBe('600');
	const chair = await join('chair');
	expect(await clerk.give(form, chair.to)).toEqual({
		problem: 'the database has no group that could read it; hand it over in words',
	});
	expect(readdirSync(folder)).toEqual([`${id}.json`]);
});

test.runIf(isRoot)('the administrator’s are the database owner’s and group’s', async () => {
	chownSync(file, 65_534, 1234);
	chmodSync(file, 0o660);
	const id = await given(await join('clerk'), (await join('chair')).to);
	for (const one of [folder, path.join(folder, `${id}.json`)])
		expect(statSync(one)).toMatchObject({uid: 65_534, gid: 1234});
});

test('where it cannot be put there, that is said', async () => {
	writeFileSync(folder, 'in the way');
	const [clerk, chair] = [await join('clerk'), await join('chair')];
	expect(await clerk.give(form, chair.to)).toEqual({problem: expect.any(String) as string});
	rmSync(path.dirname(file), {recursive: true});
	expect(await clerk.give(form, chair.to)).toEqual({
		problem: 'it is no longer there; it was deleted, renamed or moved',
	});
	expect(await chair.take('0'.repeat(32))).toBe(false);
	expect(await chair.withdraw('0'.repeat(32))).toBe(false);
	chair.forget(['0'.repeat(32)]);
});

test('whatever else lies there is passed over, and does no harm', async () => {
	mkdirSync(folder);
	const name = (digit: string, kind = 'json') => path.join(folder, `${digit.repeat(32)}.${kind}`);
	mkdirSync(name('1'));
	execFileSync('mkfifo', [name('2')]);
	symlinkSync('/dev/zero', name('3'));
	writeFileSync(name('4'), '{"at": ');
	writeFileSync(name('5'), Buffer.alloc(1_000_001, 0x20));
	writeFileSync(name('6'), JSON.stringify({at: 'x', from: {}, to: {}, form: {}}));
	writeFileSync(path.join(folder, '..json'), '');
	writeFileSync(name('7', 'tmp'), '');
	const from = {session: 'x', actor: {user: 'x\u001b[2J', name: '\u202ex'}};
	const to = {session: 'session-chair', user: 'chair', name: 'chair'};
	const values = {note: {value: 'a\u001b[2Jb', cursor: 1e9}};
	const offer = {at: '2026-11-22T10:00:00.000Z', from, to, form: {...form, values}};
	writeFileSync(name('8'), JSON.stringify(offer));
	writeFileSync(name('9'), JSON.stringify({...offer, form: {...form, kind: 'constructor'}}));
	const chair = await join('chair');
	expect(chair.newest().offers.map(({id}) => id[0])).toEqual(['8']);
	expect(chair.newest().offers[0]?.form.values['note']?.value).toBe('a[2Jb');
	// A folder that is a link, or none, holds nothing.
	renameSync(folder, `${folder}.away`);
	symlinkSync(`${folder}.away`, folder);
	expect((await join('chair')).newest().offers).toEqual([]);
});

test('what nobody fetches is swept after a month', async () => {
	const [clerk, chair] = [await join('clerk'), await join('chair')];
	const [old, recent] = [await given(clerk, chair.to), await given(clerk, chair.to)];
	const past = new Date(Date.now() - 31 * 86_400_000);
	utimesSync(path.join(folder, `${old}.json`), past, past);
	await join('anybody');
	expect(readdirSync(folder)).toEqual([`${recent}.json`]);
});
