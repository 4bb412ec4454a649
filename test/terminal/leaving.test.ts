// However the program ends, the terminal is left as it was found.
import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';
import {type Desk, desk, launcher, type Person, sitDown} from './boardwalk.ts';

/**
 * The person's shell around the program: it tells the program's process id, keeps what came on
 * standard error apart, and says afterwards how it ended and how the terminal stands.
 */
async function fromShell(own: Desk, env: Record<string, string> = {}) {
	const [pid, errors] = [path.join(own.folder, 'pid'), path.join(own.folder, 'errors')];
	const program = `sh -c 'echo $$ >"$PID_FILE"; exec "$@" 2>"$ERRORS"' sh "$@"`;
	const person = await sitDown(own, {
		command: 'sh',
		args: [
			'-c',
			`trap : INT TERM HUP; echo before; ${program}; echo "ended with $?"; stty -a; echo after; read line`,
			'sh',
			process.execPath,
			launcher,
			own.file,
		],
		env: {...env, PID_FILE: pid, ERRORS: errors},
	});
	return {
		person,
		kill: async (signal: NodeJS.Signals) =>
			process.kill(Number(await readFile(pid, 'utf8')), signal),
		// A library of Ink's shows the cursor on standard error too, whatever that is.
		errors: async () => (await readFile(errors, 'utf8')).replace('\u001B[?25h', ''),
	};
}

/** Waits for the shell to have its terminal back, and looks at what state that is in. */
async function expectTerminalAsFound(person: Person, code: number | RegExp) {
	const text = await person.waitFor(/^after$/m);
	expect(person.modes()).toEqual({alternate: false, cursorHidden: false, bracketedPaste: false});
	// What stood there before is still there, and nothing of the screens.
	expect(text).toMatch(/^before$/m);
	expect(text).not.toContain('Overview');
	const settings = text.slice(text.indexOf('speed'));
	expect(settings).toMatch(/(?<!-)\bicanon\b/);
	expect(settings).toMatch(/(?<!-)\becho\b/);
	expect(settings).toMatch(/(?<!-)\bisig\b/);
	expect(settings).toMatch(/(?<!-)\bicrnl\b/);
	expect(text).toMatch(typeof code === 'number' ? `ended with ${code}\n` : code);
	// No frame left open, no colour left on.
	expect(person.raw().split('\u001B[?2026h')).toHaveLength(
		person.raw().split('\u001B[?2026l').length,
	);
}

/** Pastes are marked from a moment after single keys are read. */
const inScreens = {alternate: true, cursorHidden: true, bracketedPaste: true};

for (const key of ['q', 'ctrl+c']) {
	test(`after ${key}`, async () => {
		const {person, errors} = await fromShell(await desk());
		await expect.poll(person.modes).toEqual(inScreens);
		await person.do('2', 'Priority 1 of 3');
		person.press(key);
		await expectTerminalAsFound(person, 0);
		expect(await errors()).toBe('');
	});
}

const signals: [NodeJS.Signals, number][] = [
	['SIGTERM', 143],
	['SIGHUP', 129],
	['SIGINT', 130],
];
for (const [signal, code] of signals) {
	test(`after ${signal}, in the middle of a form`, async () => {
		const {person, kill, errors} = await fromShell(await desk());
		await person.do(['2', 'c'], 'Comment on P1-04');
		await person.type('half a sentence');
		await kill(signal);
		await expectTerminalAsFound(person, code);
		expect(await errors()).toBe('');
	});
}

/**
 * Makes the program fail where it never should: a module loaded before it spoils a method of the
 * language when a signal comes. The program itself is the one that people run.
 */
async function spoil(own: Desk, fault: string): Promise<Record<string, string>> {
	const file = path.join(own.folder, 'fault.mjs');
	await writeFile(file, `process.on('SIGUSR2', () => { ${fault} });`);
	return {NODE_OPTIONS: `--import ${file}`};
}

const failure = `() => { throw new Error('spoilt\\n\\x1b[31m by the test'); }`;
const onAlt = `const whole = String.prototype.startsWith; String.prototype.startsWith =
	function (start) { return start === 'alt+' ? (${failure})() : whole.call(this, start); };`;
const crashes: [name: string, fault: string, key?: string][] = [
	['a component', `Array.prototype.toSorted = ${failure};`, '3'],
	['the handling of a key', onAlt, 'y'],
	['a timer', `setTimeout(${failure}, 0);`],
	['a promise', `Promise.resolve().then(${failure});`],
];
for (const [name, fault, key] of crashes) {
	test(`after a crash in ${name}: one line, exit code 1`, async () => {
		const own = await desk();
		const {person, kill, errors} = await fromShell(own, await spoil(own, fault));
		await kill('SIGUSR2');
		// A key has nothing to wait for here but the crash: it is pressed until that has come.
		const pressing = key && setInterval(() => person.press(key), 100);
		try {
			await expectTerminalAsFound(person, 1);
		} finally {
			clearInterval(pressing || undefined);
		}
		expect(await errors()).toMatch(/^boardwalk: unexpected: spoilt.*by the test.*\n$/);
		expect(await errors()).not.toContain('\u001B');
		expect(person.text()).not.toMatch(/\bat .*:\d+:\d+/);
	});
}
