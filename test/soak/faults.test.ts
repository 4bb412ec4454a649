// What can happen to a database under a session: what the screen says, and that nothing typed is lost. (The folder
// or file taken away, replaced by rubbish or by another database, made read-only or unreadable:
// test/terminal/trouble.test.ts; a folder on which nothing may be written: two-users.test.ts.)
import {readFile, rm, truncate, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as pause} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {afterEach, expect, test, vi} from 'vitest';
import {check} from '../../source/domain/queries/check.ts';
import {openFile} from '../../source/store/file/open.ts';
import {counts, say, soak} from '../helpers/figures.ts';
import {Child} from '../store/children.ts';
import {disk, freeze, unmountAll} from '../store/disks.ts';
import {comment, file, tidy, who} from '../store/places.ts';
import {boardwalk, type Desk, desk, look, type Person, sitDown} from '../terminal/boardwalk.ts';

vi.setConfig({testTimeout: 600_000});

afterEach(async ({task}) => {
	say(`${task.name}: ${task.result?.state === 'fail' ? 'NOT held' : 'held'}`);
	unmountAll();
	await tidy();
});

const words = 'Words that must not be lost.';
const flat = (text: string) => text.replaceAll(/\s+/g, ' ');

async function halfTyped(own: Desk, env: Record<string, string> = {}): Promise<Person> {
	const clerk = await sitDown(own, {env});
	await clerk.do('2', /▸ P1-04/);
	await clerk.do('c', 'Comment on P1-04');
	await clerk.type(words);
	return clerk;
}

/** Tries to save until the screen says why not, and gives back what is seen then. */
const refused = async (clerk: Person, why: RegExp): Promise<string> => {
	await clerk.do('ctrl+d', (text) => text.includes('Not saved') && why.test(flat(text)));
	return clerk.text();
};

/** Saves, and gives back the newest comment in the file. */
async function saved(clerk: Person, own: Desk): Promise<string | undefined> {
	await clerk.do('ctrl+d', /Saved r\d+/);
	const {projects} = await look(own.file);
	return projects.find(({id}) => id === 'P1-04')?.updates.at(-1)?.note;
}

test('a full disk, then room on it', async () => {
	const mount = await disk('-o', 'size=600k');
	// Where no small disk can be made, a limit on file sizes stands for it (test/store/limits.test.ts).
	if (mount === undefined) return;
	const own = await desk();
	const full = {...own, file: path.join(mount, 'strategy.json')};
	await writeFile(full.file, await readFile(own.file));
	const clerk = await halfTyped(full);
	const filler = path.join(mount, 'filler');
	await writeFile(filler, Buffer.alloc(1_000_000)).catch(() => {});
	expect(
		await refused(clerk, /Not saved: .*the disk is full; make room on it and try again/),
	).toContain(words);
	expect((await look(full.file)).revision).toBe(0);
	// In the meantime one can go on, leave the form and come back to it.
	await clerk.do('escape', /▸ P1-04/);
	await clerk.do('c', words);
	await rm(filler);
	expect(await saved(clerk, full)).toBe(words);
	expect(await clerk.quit()).toBe(0);
});

test('the disk mounted read-only, then writable again', async () => {
	const mount = await disk();
	if (mount === undefined) return;
	const own = await desk();
	const fixed = {...own, file: path.join(mount, 'strategy.json')};
	await writeFile(fixed.file, await readFile(own.file));
	const clerk = await halfTyped(fixed);
	const thaw = freeze(mount);
	expect(await refused(clerk, /Not saved: .*the disk is mounted read-only/)).toContain(words);
	thaw();
	expect(await saved(clerk, fixed)).toBe(words);
});

test('the file truncated under the session, then put back', async () => {
	const own = await desk();
	const good = await readFile(own.file);
	for (const length of soak ? [0, 500, good.length - 2] : [500]) {
		await writeFile(own.file, good);
		const clerk = await halfTyped(own);
		await truncate(own.file, length);
		await clerk.waitFor(/Not up to date: .*strategy\.json/);
		expect(
			await refused(clerk, /Not saved: .*(this is not JSON|the file is empty|expected)/),
		).toContain(words);
		expect((await readFile(own.file)).length).toBe(length);
		await writeFile(own.file, good);
		await clerk.waitFor((text) => !text.includes('Not up to date'));
		expect(await saved(clerk, own)).toBe(words);
		expect(await clerk.quit()).toBe(0);
	}
});

test('the file deleted, then brought back from a copy', async () => {
	const own = await desk();
	const good = await readFile(own.file);
	const clerk = await halfTyped(own);
	await rm(own.file);
	await clerk.waitFor(/Not up to date: .*no longer there/);
	expect(await refused(clerk, /Not saved: .*it is no longer there/)).toContain(words);
	await writeFile(own.file, good);
	await clerk.waitFor((text) => !text.includes('Not up to date'));
	expect(await saved(clerk, own)).toBe(words);
});

test('the clock set back by a day in the middle of a session, and forward again', async () => {
	const own = await desk();
	const spoiler = path.join(own.folder, 'clock.mjs');
	await writeFile(
		spoiler,
		`let back = 0;
		const Real = Date;
		globalThis.Date = class extends Real {
			constructor(...given) {
				if (given.length > 0) super(...given);
				else super(Real.now() - back);
			}
			static now() { return Real.now() - back; }
		};
		process.on('SIGUSR2', () => { back = back === 0 ? 86_400_000 : 0; });`,
	);
	const clerk = await sitDown(own, {env: {NODE_OPTIONS: `--import ${spoiler}`}});
	const other = await sitDown(own, {args: [own.file, '--as', 'Other']});
	await clerk.do(['4', 'o'], 'LIVE M-2');
	for (const turn of ['back', 'forward']) {
		clerk.signal('SIGUSR2');
		await clerk.do(['2', 'c'], 'Comment on P1-04');
		await clerk.type(`Clock ${turn}.`);
		await clerk.do('ctrl+d', /Saved r\d+/);
		// Times that would be negative are none.
		expect(clerk.text()).not.toMatch(/-\d+ (min|s|h)\b/);
		await other.waitFor(`Clock ${turn}.`);
	}
	await clerk.do('6', /acts, newest first/);
	const {log} = await look(own.file);
	const days = log.map(({at}) => at.slice(0, 10));
	// It was set back, or else this has tested nothing.
	expect(days.at(-2)).not.toBe(days.at(-1));
	expect((await boardwalk(own, 'check', own.file)).code).toBe(0);
	expect(await Promise.all([clerk.quit(), other.quit()])).toEqual([0, 0]);
});

test('the clock of the store goes back and forth: the order of the log is that of the acts', async () => {
	const path = await file();
	const times = ['2026-11-22T10:00', '2026-11-21T09:00', '1970-01-01T00:00', '2026-11-22T10:01'];
	let now = '';
	const environment = {now: () => now, salt: () => '0'.repeat(32)};
	const store = await openFile(path, {environment});
	for (const time of times) {
		now = `${time}:00.000Z`;
		const outcome = await store.commit(comment(time), who());
		expect(outcome.ok ? outcome.entry.at : outcome.rejection.message).toBe(now);
	}
	const database = store.read();
	expect(database.log.slice(1).map(({at}) => at.slice(0, 16))).toEqual(times);
	expect(check(database)).toEqual([]);
	await store.close();
});

const holder = fileURLToPath(new URL('../store/programs/holder.ts', import.meta.url));

/** What is seen each time that a save is given up, for so many milliseconds; the last one is under way. */
async function givenUp(clerk: Person, milliseconds: number): Promise<string[]> {
	const why = /Not saved: .*another session has been saving for 10 seconds; try again/;
	const until = performance.now() + milliseconds;
	const seen: string[] = [];
	for (;;) {
		seen.push(await clerk.waitFor((text) => !text.includes('Saving …') && why.test(flat(text))));
		clerk.press('ctrl+d');
		await clerk.waitFor('Saving …');
		if (performance.now() > until) return seen;
	}
}

test(`whoever holds the lock is stopped for ${soak ? 'a minute' : 'a moment'}`, async () => {
	const own = await desk();
	const clerk = await halfTyped(own);
	const other = await sitDown(own, {args: [own.file, '--as', 'Other']});
	const held = new Child(process.execPath, [holder, own.file]);
	try {
		expect(await held.line()).toBe('held');
		held.process.kill('SIGSTOP');
		clerk.press('ctrl+d');
		await clerk.waitFor('Saving …');
		// Everybody reads on meanwhile.
		await other.do('3', /▸ P1-01/);
		await other.do('j', /▸ P1-02/);
		const seen = soak ? await givenUp(clerk, 60_000) : [];
		expect(seen.filter((text) => !text.includes(words))).toEqual([]);
		say(
			`the lock held for a minute: ${seen.length} saves given up, each after 10 s with the reason`,
		);
		expect((await look(own.file)).revision).toBe(0);
		held.process.kill('SIGCONT');
		held.process.stdin?.end();
		await clerk.waitFor(/Saved r2/);
		const {projects} = await look(own.file);
		expect(projects.find(({id}) => id === 'P1-04')?.updates.at(-1)?.note).toBe(words);
		await other.waitFor(/r2 /);
	} finally {
		held.process.kill('SIGCONT');
		await held.kill();
	}
});

test('a session stopped in the middle of typing and let go again finds everybody’s news', async () => {
	const own = await desk();
	const clerk = await halfTyped(own);
	const other = await sitDown(own, {args: [own.file, '--as', 'Other']});
	clerk.signal('SIGSTOP');
	await other.do(['2', 'c'], 'Comment on P1-04');
	await other.type('Meanwhile.');
	await other.do('ctrl+d', /Saved r2/);
	await pause(counts(200, 10_000));
	clerk.signal('SIGCONT');
	await clerk.waitFor(/r2 +Other \(login \S+\) commented/);
	expect(await saved(clerk, own)).toBe(words);
});
