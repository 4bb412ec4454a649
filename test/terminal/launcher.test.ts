// `boardwalk` as it is started on a machine: by whatever Node that machine has.
import {existsSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';
import {desk, launcher, look, run, sitDown} from './boardwalk.ts';

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
	expect(await start('check', 'no such file')).toMatchObject({code: 1, out: ''});
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
