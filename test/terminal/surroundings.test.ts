// Terminals that can do little, and places that are not a terminal.
import {copyFile, mkdir} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {expect, onTestFinished, test} from 'vitest';
import {openTerminal} from '../helpers/terminal.ts';
import {desk, launcher, look, readSample, run, sitDown} from './boardwalk.ts';

const piped = ['-c', '"$@" | cat; echo done', 'sh', process.execPath, launcher];

test('no terminal: the overview as plain text', async () => {
	const own = await desk();
	const {code, out, err} = await run('sh', [...piped, own.file], {env: own.env});
	expect({code, err}).toEqual({code: 0, err: ''});
	expect(out).toContain('IMT Strategy 2019–2022');
	expect(out).toContain('10 delivered');
	expect(out).not.toMatch(/[\x00-\x09\x0B-\x1F\x7F-\x9F]/);
	expect((await look(own.file)).revision).toBe(0);
});

test('at a terminal, but into a pipe: plain text too', async () => {
	const own = await desk();
	const args = [...piped, own.file];
	const terminal = openTerminal({command: 'sh', args, rows: 60, env: own.env});
	onTestFinished(() => terminal.dispose());
	await terminal.waitFor(/^done$/m);
	expect(terminal.text()).toContain('IMT Strategy');
	expect(terminal.raw()).not.toContain('\u001B');
});

/** What of a program's output is colour, as opposed to bold and inverse. */
const colours = (raw: string) =>
	[...raw.matchAll(/\u001B\[([\d;]*)m/g)].filter(([, codes = '']) =>
		codes.split(';').some((code) => Number(code) >= 30),
	);

test('colours where the terminal has them', async () => {
	const clerk = await sitDown(await desk());
	await clerk.do('2', /▸ P1-04/);
	expect(colours(clerk.raw())).not.toHaveLength(0);
});

test('NO_COLOR: no colour, and nothing is lost without', async () => {
	const own = await desk();
	const clerk = await sitDown(own, {env: {NO_COLOR: '1'}});
	await clerk.do('2', /▸ P1-04 +◐ In progress/);
	await clerk.do('s', '[i In progress]');
	await clerk.do('d', '[d Delivered]');
	await clerk.do('ctrl+d', 'Saved r2');
	expect(colours(clerk.raw())).toHaveLength(0);
	expect(await clerk.quit()).toBe(0);
});

test('TERM=dumb: told line by line, saved all the same, and not a single escape', async () => {
	const own = await desk();
	const terminal = openTerminal({
		command: process.execPath,
		args: [launcher, own.file],
		rows: 60,
		env: {...own.env, TERM: 'dumb'},
	});
	onTestFinished(() => terminal.dispose());
	await terminal.waitFor('says what can be done here');
	terminal.press('2');
	await terminal.waitFor(/P1-04, In progress/);
	terminal.press('s');
	await terminal.waitFor(/Status \(p Proposed/);
	terminal.press('d');
	await terminal.waitFor('Status: Delivered');
	terminal.press('ctrl+d');
	await terminal.waitFor('Saved r2');
	terminal.press('q');
	expect(await terminal.exited).toMatchObject({exitCode: 0});
	expect(terminal.raw()).not.toMatch(/[\x00-\x09\x0B\x0C\x0E-\x1F\x7F]/);
});

test('a session by key on TERM=dumb is told line by line too', async () => {
	const sample = await readSample();
	const key = {id: 'K-1', fingerprint: `SHA256:${'A'.repeat(43)}`};
	const people = sample.people.map((one) => ({...one, keys: [key]}));
	const own = await desk({...sample, people});
	const closed = path.join(own.folder, 'closed');
	await mkdir(closed, {mode: 0o700});
	const file = path.join(closed, 'strategy.json');
	await copyFile(own.file, file);
	const terminal = openTerminal({
		command: process.execPath,
		args: [launcher, 'session', file, '--person', people[0]?.id ?? '', '--key', key.fingerprint],
		rows: 60,
		env: {...own.env, TERM: 'dumb'},
	});
	onTestFinished(() => terminal.dispose());
	await terminal.waitFor('says what can be done here');
	terminal.press('3');
	await terminal.waitFor('P1-01, Delivered');
	terminal.press('q');
	expect(await terminal.exited).toMatchObject({exitCode: 0});
	expect(terminal.raw()).not.toMatch(/[\x00-\x09\x0B\x0C\x0E-\x1F\x7F]/);
});

for (const env of [{LANG: 'C'}, {LC_ALL: 'POSIX'}, {BOARDWALK_ASCII: '1'}] as Record<
	string,
	string
>[]) {
	test(`${JSON.stringify(env)}: every screen in ASCII`, async () => {
		const clerk = await sitDown(await desk(), {env});
		const steps: [keys: string | string[], wanted: string | RegExp][] = [
			['2', /> P1-04/],
			['s', 'Status of P1-04'],
			['escape', /> P1-04/],
			['3', /> P1-01/],
			['M', /\| Project/],
			['4', 'Agenda'],
			['o', 'LIVE M-2'],
			['t', 'Roll of M-2'],
			['A', '6/6 present'],
			['5', '[1 decision]'],
			['enter', 'D-1  IMT'],
			['6', 'acts, newest first'],
			['?', 'Keys that work here'],
		];
		for (const [keys, wanted] of steps) {
			await clerk.do(keys, wanted);
			expect(clerk.text()).not.toMatch(/[^\x20-\x7E\n]/);
		}
		expect(clerk.raw()).not.toMatch(/[^\x00-\x7E]/);
		await clerk.do('escape', /> r\d/);
		expect(await clerk.quit()).toBe(0);
	});
}

test('CI=true: drawn all the same', async () => {
	const own = await desk();
	const clerk = await sitDown(own, {env: {CI: 'true', CONTINUOUS_INTEGRATION: '1'}});
	const modes = {alternate: true, cursorHidden: true, bracketedPaste: true};
	await expect.poll(clerk.modes).toEqual(modes);
	await clerk.do('2', /▸ P1-04/);
	clerk.resize(100, 30);
	await clerk.waitFor((text) => text.split('\n')[29]?.includes('help') ?? false);
	expect(await clerk.quit()).toBe(0);
});

test('a key pressed as soon as anything stands there works, and is written across nothing', async () => {
	const own = await desk();
	const terminal = openTerminal({
		command: process.execPath,
		args: [launcher, own.file],
		cwd: own.folder,
		env: own.env,
	});
	onTestFinished(() => terminal.dispose());
	const [title = ''] = (await terminal.waitFor(/Priorities/)).split('\n');
	terminal.press('3');
	await terminal.waitFor('[Portfolio]');
	expect(terminal.text().split('\n')[0]).toBe(title);
	expect(title).toContain('Lincolnshire');
});
