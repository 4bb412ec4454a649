// `boardwalk` as it is started on a machine: by whatever Node that machine has.
import {existsSync, readFileSync} from 'node:fs';
import {copyFile, mkdir, utimes, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {Script} from 'node:vm';
import {expect, test} from 'vitest';
import {desk, launcher, look, type Ran, run, sitDown} from './boardwalk.ts';

/** The first Node on the path that is not among the project's own dependencies, if there is one. */
const host =
	(process.env['PATH'] ?? '')
		.split(path.delimiter)
		.filter((folder) => !folder.includes('node_modules'))
		.map((folder) => path.join(folder, 'node'))
		.find((file) => existsSync(file)) ?? process.execPath;

test('arguments and exit codes are passed on', async () => {
	const own = await desk();
	const start = (...args: string[]) => run(host, [launcher, ...args], own);
	expect(await start('--version')).toMatchObject({code: 0, out: expect.stringMatching(/^\d+\./)});
	expect(await start('check', own.file)).toMatchObject({code: 0});
	expect(
		await start('status', own.file, 'P1-04', 'delivered', '--note', 'two  words; $HOME "quoted"'),
	).toMatchObject({code: 0, err: ''});
	const {projects} = await look(own.file);
	expect(projects.find(({id}) => id === 'P1-04')?.updates.at(-1)?.note).toBe(
		'two  words; $HOME "quoted"',
	);
	expect(await start('status', own.file, 'P1-04', 'deliverd')).toMatchObject({
		code: expect.toSatisfy((code: number) => code === 1 || code === 2),
		out: '',
		err: expect.stringMatching(/^boardwalk: .*did you mean delivered\?\n$/),
	});
	expect(await start('--no-such-flag')).toMatchObject({code: 2, out: ''});
	expect(await start('check', 'no such file')).toMatchObject({code: 3, out: ''});
});

test('what is loaded on the way says nothing of itself', async () => {
	const own = await desk();
	const start = (...args: string[]) => run(host, [launcher, ...args], own);
	const document = path.join(own.folder, 'minutes.docx');
	// Twice: the second one finds the code that the first one kept.
	for (const force of [[], ['--force']]) {
		const ran = await start('minutes', own.file, '--output', document, ...force);
		expect(ran).toMatchObject({code: 0, err: ''});
	}
});

/** Starts the launcher as if on another Node, of which it knows the number alone. */
const pretend = (version: string, file: string): Promise<Ran> => {
	const script = `Object.defineProperty(process, 'version', {value: 'v${version}'});
		Object.defineProperty(process, 'versions', {value: {...process.versions, node: '${version}'}});
		import(${JSON.stringify(file)});`;
	return run(process.execPath, ['--input-type=module', '-e', script]);
};

test('a Node that is too old is told so in one line, and can read the file that tells', async () => {
	// As a script, not a module: that is how Node 10 reads it.
	expect(() => new Script(readFileSync(launcher, 'utf8'))).not.toThrow();
	const said = (version: string) => ({
		code: 1,
		out: '',
		err: `boardwalk: Boardwalk needs Node 22 or newer; this is v${version}\n`,
	});
	expect(await pretend('18.20.8', launcher)).toEqual(said('18.20.8'));
	// Installed without the checkout's scripts, and so without the Node that it brings.
	const {folder} = await desk();
	await mkdir(path.join(folder, 'bin'));
	const installed = path.join(folder, 'bin', 'boardwalk.js');
	await copyFile(launcher, installed);
	await writeFile(path.join(folder, 'package.json'), '{"type": "module"}');
	expect(await pretend('20.9.0', installed)).toEqual(said('20.9.0'));
});

test('a checkout that has moved on since its build is built before it is started', async () => {
	const {folder} = await desk();
	for (const name of ['bin', 'dist', 'scripts', '.git/logs']) {
		await mkdir(path.join(folder, name), {recursive: true});
	}
	const own = path.join(folder, 'bin', 'boardwalk.js');
	await copyFile(launcher, own);
	await writeFile(path.join(folder, 'package.json'), '{"type": "module"}');
	await writeFile(path.join(folder, '.git/logs/HEAD'), '');
	await writeFile(path.join(folder, 'dist/cli.js'), "console.log('started')");
	await writeFile(path.join(folder, 'scripts/bootstrap.js'), "console.log('made ready')");
	expect((await run(process.execPath, [own])).out).toBe('started\n');
	await utimes(path.join(folder, 'dist/cli.js'), 1, 1);
	expect((await run(process.execPath, [own])).out).toBe('made ready\nstarted\n');
});

test('standard input is passed on', async () => {
	const own = await desk();
	const act = JSON.stringify({kind: 'project/update', id: 'P1-04', note: 'From a script.'});
	const script = `echo '${act}' | "$@"`;
	expect(
		await run('sh', ['-c', script, 'sh', host, launcher, 'apply', own.file, '-'], own),
	).toMatchObject({code: 0, err: ''});
	expect((await look(own.file)).revision).toBeGreaterThan(0);
});

test('the screens: keys, size, leaving', async () => {
	const own = await desk();
	const clerk = await sitDown(own, {command: host, args: [launcher, own.file]});
	await clerk.do('2', /▸ P1-04/);
	clerk.resize(100, 30);
	await clerk.waitFor((text) => text.split('\n')[29]?.includes('help') ?? false);
	expect(await clerk.quit()).toBe(0);
	expect(clerk.modes()).toEqual({alternate: false, cursorHidden: false, bracketedPaste: false});
});

test('Ctrl+C is a key, not the end of the launcher', async () => {
	const own = await desk();
	const clerk = await sitDown(own, {command: host, args: [launcher, own.file]});
	await clerk.do('2', /▸ P1-04/);
	await clerk.do('c', 'Comment on P1-04');
	await clerk.type('half');
	await clerk.do('ctrl+c', 'Kept what you typed');
	await clerk.do('ctrl+c', 'half written');
	clerk.press('enter');
	expect(await clerk.exited).toMatchObject({exitCode: 0});
});

const signals: [NodeJS.Signals, number][] = [
	['SIGTERM', 143],
	['SIGHUP', 129],
	['SIGINT', 130],
];
for (const [signal, code] of signals) {
	test(`${signal} to the launcher alone ends the program and leaves the terminal well`, async () => {
		const own = await desk();
		const clerk = await sitDown(own, {command: host, args: [launcher, own.file]});
		clerk.signal(signal);
		const exit = await clerk.exited;
		// Either it died of the signal, or it says so as a shell would.
		expect(exit.signal === signal || exit.exitCode === code).toBe(true);
		expect(clerk.modes()).toEqual({alternate: false, cursorHidden: false, bracketedPaste: false});
	});
}
