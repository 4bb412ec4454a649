// What happens to the file under a running session, and what the person reads and keeps.
import {chmod, chown, mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';
import {type Desk, desk, launcher, look, type Person, run, sitDown} from './boardwalk.ts';

/** A desk whose database lies in a folder of its own, so that the folder can be taken away. */
async function deskWithFolder(): Promise<Desk & {inner: string}> {
	const own = await desk();
	const inner = path.join(own.folder, 'council');
	await mkdir(inner);
	const file = path.join(inner, 'strategy.json');
	await rename(own.file, file);
	return {...own, inner, file};
}

async function halfTyped(clerk: Person) {
	await clerk.do('2', /▸ P1-04/);
	await clerk.do('c', 'Comment on P1-04');
	await clerk.type('Words that must not be lost.');
}

/** The error in the form, which may go over several lines. */
const flat = (text: string) => text.replaceAll(/\s+/g, ' ');

test('the folder taken away and put back', async () => {
	const own = await deskWithFolder();
	const clerk = await sitDown(own);
	await halfTyped(clerk);
	await rename(own.inner, `${own.inner}-away`);
	await clerk.waitFor(/Not up to date: .*strategy\.json/);
	expect(clerk.text()).toMatch(/no longer there|cannot be read/);

	await clerk.do('ctrl+d', /Not saved/);
	expect(clerk.text()).toContain('Words that must not be lost.');
	// Left and opened again, they are still there.
	await clerk.do('escape', /▸ P1-04/);
	await clerk.do('c', 'Words that must not be lost.');

	await rename(`${own.inner}-away`, own.inner);
	await clerk.waitFor((text) => !text.includes('Not up to date'));
	await clerk.do('ctrl+d', 'Saved r2');
	const {projects} = await look(own.file);
	expect(projects.find(({id}) => id === 'P1-04')?.updates.at(-1)?.note).toBe(
		'Words that must not be lost.',
	);
});

test('the folder deleted for good: it can still be left', async () => {
	const own = await deskWithFolder();
	const clerk = await sitDown(own);
	await halfTyped(clerk);
	// The session still writes there that it is here: what it adds meanwhile goes, too.
	await rm(own.inner, {recursive: true, maxRetries: 20, retryDelay: 20});
	await clerk.do('ctrl+d', /Not saved/);
	await clerk.do('escape', /▸ P1-04/);
	await clerk.do('q', 'Leave with something half written?');
	clerk.press('enter');
	expect(await clerk.exited).toMatchObject({exitCode: 0});
});

const rubbish: [name: string, content: string, said: RegExp][] = [
	['no JSON', '{"schemaVersion": 1,\n  oops', /strategy\.json:2:3: ./],
	['nothing at all', '', /the file is empty/],
	['JSON of another kind', '[1, 2, 3]', /strategy\.json:1:1: ./],
	['a newer schema', '{"schemaVersion": 99}', /newer/],
	['escape sequences', '\u001B]0;owned\u0007\u001B[5m', /strategy\.json:1:1: ./],
];
for (const [name, content, said] of rubbish) {
	test(`the file replaced by ${name}, then mended`, async () => {
		const own = await desk();
		const good = await readFile(own.file);
		const clerk = await sitDown(own);
		await halfTyped(clerk);
		await writeFile(own.file, content);
		await clerk.waitFor(/Not up to date: .*strategy\.json/);
		expect(flat(clerk.text())).toMatch(said);
		await clerk.do('ctrl+d', /Not saved/);
		expect(clerk.text()).toContain('Words that must not be lost.');
		expect(clerk.raw()).not.toContain('\u001B]0;');
		// The rubbish was not saved over: somebody may want it back.
		expect(await readFile(own.file, 'utf8')).toBe(content);

		if (content.includes('99')) return; // A newer Boardwalk is at work: there is no going back.
		await writeFile(own.file, good);
		await clerk.waitFor((text) => !text.includes('Not up to date'));
		await clerk.do('ctrl+d', 'Saved r2');
		expect((await look(own.file)).revision).toBe(2);
	});
}

test('another database put in its place is not written to', async () => {
	const own = await desk();
	const clerk = await sitDown(own);
	await halfTyped(clerk);
	const other = JSON.parse(await readFile(own.file, 'utf8'));
	other.id = '00000000-0000-4000-8000-000000000000';
	await writeFile(own.file, JSON.stringify(other));
	await clerk.waitFor(/Not up to date: .*another database was put/);
	await clerk.do('ctrl+d', /Not saved/);
	expect(flat(clerk.text())).toContain('another database was put in its place');
	expect(JSON.parse(await readFile(own.file, 'utf8'))).toEqual(other);
});

// Permissions do not bind the administrator: there the program runs as nobody.
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const asNobody = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];
const command = isRoot ? 'setpriv' : process.execPath;
const before = isRoot ? [...asNobody, process.execPath] : [];
const canStart =
	process.platform !== 'win32' &&
	(await run(command, [...before, launcher, '--version'])).code === 0;

async function sitDownAsNobody(own: Desk & {inner: string}): Promise<Person> {
	if (isRoot) {
		await chmod(own.folder, 0o755);
		for (const file of [own.file, own.inner]) await chown(file, nobody, nobody);
	}
	return sitDown(own, {command, args: [...before, launcher, own.file]});
}

test.runIf(canStart)('the folder made read-only under a running session', async () => {
	const own = await deskWithFolder();
	const clerk = await sitDownAsNobody(own);
	await halfTyped(clerk);
	await chmod(own.inner, 0o555);
	await clerk.do('ctrl+d', /Not saved/);
	expect(flat(clerk.text())).toContain('you have no permission');
	expect(clerk.text()).toContain('Words that must not be lost.');
	expect((await look(own.file)).revision).toBe(0);
	await chmod(own.inner, 0o755);
	await clerk.do('ctrl+d', 'Saved r2');
	expect((await look(own.file)).revision).toBe(2);
});

test.runIf(canStart)('the file made read-only under a running session', async () => {
	const own = await deskWithFolder();
	const clerk = await sitDownAsNobody(own);
	await halfTyped(clerk);
	await chmod(own.file, 0o444);
	await clerk.do('ctrl+d', /Not saved/);
	expect(clerk.text()).toContain('Words that must not be lost.');
	expect((await look(own.file)).revision).toBe(0);
	await chmod(own.file, 0o644);
	await clerk.do('ctrl+d', 'Saved r2');
});

test.runIf(canStart)('the file made unreadable under a running session', async () => {
	const own = await deskWithFolder();
	const clerk = await sitDownAsNobody(own);
	await halfTyped(clerk);
	await chmod(own.file, 0o000);
	await clerk.waitFor(/Not up to date: .*you have no permission/);
	await clerk.do('ctrl+d', /Not saved/);
	expect(clerk.text()).toContain('Words that must not be lost.');
	await chmod(own.file, 0o644);
	await clerk.waitFor((text) => !text.includes('Not up to date'));
	await clerk.do('ctrl+d', 'Saved r2');
});

test.runIf(canStart)('a file that may only be read opens as READ ONLY', async () => {
	const own = await deskWithFolder();
	if (isRoot) await chmod(own.folder, 0o755);
	await chmod(own.file, 0o444);
	const reader = await sitDown(own, {command, args: [...before, launcher, own.file]});
	expect(reader.line(0)).toContain('READ ONLY');
	await reader.do('2', /▸ P1-04/);
	await reader.do('s', /s: you have no permission to write/);
	expect((await look(own.file)).revision).toBe(0);
	expect(await reader.quit()).toBe(0);
});
