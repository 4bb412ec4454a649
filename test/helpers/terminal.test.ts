// The harness itself, driven with tiny programs. Their steps wait for a key, so no test sleeps.
import process from 'node:process';
import {afterEach, expect, test} from 'vitest';
import {encode, openTerminal, type Options, type Terminal} from './terminal.ts';

const open: Terminal[] = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map((terminal) => terminal.dispose()));
});

/** Runs a program that reads raw keys; `on(f)` calls it with each chunk, `out` writes. */
function run(program: string, options: Partial<Options> = {}): Terminal {
	const start = `process.stdin.setRawMode(true).setEncoding('utf8');
		const on = (f) => process.stdin.on('data', f);
		const out = (text) => process.stdout.write(text);`;
	const terminal = openTerminal({
		command: process.execPath,
		args: ['-e', start + program],
		...options,
	});
	open.push(terminal);
	return terminal;
}

/** Echoes every chunk it reads as JSON. */
const echo = `on((data) => out(JSON.stringify(data) + ' ')); out('ready ');`;

test('a frame that comes in parts is not seen half-drawn', async () => {
	const terminal = run(`
		out('\\x1b[?2026hfirst\\x1b[?2026l');
		on((key) => {
			if (key === 'a') out('\\x1b[?2026h\\x1b[2J\\x1b[Hhalf');
			if (key === 'b') out(' whole\\x1b[?2026l');
		});`);
	await terminal.waitFor('first');
	const seen = new Set<string>();
	const end = terminal.waitFor((text) => seen.add(text.trim()) && text.includes('whole'));
	terminal.press('a');
	await expect.poll(() => terminal.raw()).toContain('half');
	// The cursor moved in the open frame; both are as they were before it.
	expect(terminal.text().trim()).toBe('first');
	expect(terminal.cursor()).toEqual({column: 5, row: 0});
	expect(terminal.frames()).toBe(1);
	terminal.press('b');
	expect((await end).trim()).toBe('half whole');
	expect([...seen]).toEqual(['first', 'half whole']);
	expect(terminal.cursor()).toEqual({column: 10, row: 0});
	expect(terminal.frames()).toBe(2);
});

test('a screen that stood for one frame only is not missed', async () => {
	const frames = [1, 2, 3].map((n) => `\\x1b[?2026h\\x1b[2J\\x1b[Hframe ${n}\\x1b[?2026l`).join('');
	const terminal = run(`on(() => out('${frames}')); out('ready');`);
	await terminal.waitFor('ready');
	terminal.press('x');
	await terminal.waitFor(/^frame 2$/m);
	expect(terminal.line(0)).toBe('frame 3');
});

test('a frame split within its marks and within a character, byte by byte', async () => {
	const frame = Buffer.from('\u001B[?2026h\u001B[2J\u001B[H日本 é\u001B[?2026l');
	const terminal = run(`
		const frame = Buffer.from('${frame.toString('base64')}', 'base64');
		let at = 0;
		on((keys) => keys.split('').forEach(() => out(frame.subarray(at, ++at))));
		out('ready');`);
	const seen = new Set([await terminal.waitFor('ready')]);
	const end = terminal.waitFor((text) => seen.add(text) && text.includes('é'));
	for (let count = 1; count <= frame.length; count += 1) {
		terminal.press('x');
		// A character is received with its last byte.
		const whole = new TextDecoder().decode(frame.subarray(0, count), {stream: true});
		const bytes = 'ready'.length + Buffer.byteLength(whole);
		await expect.poll(() => terminal.received().bytes, {interval: 1}).toBe(bytes);
	}
	expect((await end).trim()).toBe('日本 é');
	expect(seen.size).toBe(2);
	expect(terminal.frames()).toBe(1);
});

test('a time-out shows what was wanted and the screen', async () => {
	const terminal = run(`out('\\x1b[Hthe only line'); on(() => {});`, {columns: 20, rows: 3});
	await terminal.waitFor('only');
	const late = terminal.waitFor('another line', {timeout: 50});
	await expect(late).rejects.toThrow(/"another line" but 50 ms went by.*\n─{20}\nthe only line\n/);
});

test('the end of the program: its code, its last words, and waits that can no longer be met', async () => {
	const terminal = run(`out('x'.repeat(5000) + '\\r\\nlast words'); process.exitCode = 3;
		process.stdin.unref();`);
	const never = terminal.waitFor('never');
	await expect(never).rejects.toThrow(/the program ended \(exit code 3\)/);
	expect(await terminal.exited).toEqual({exitCode: 3, signal: undefined});
	expect(terminal.text()).toContain('last words');
	await terminal.waitFor('last words');
	await expect(terminal.waitFor('never')).rejects.toThrow('ended');
});

test('ready: the program reads single keys', async () => {
	const cooked = `on((key) => (key === '\\n' ? process.stdin.setRawMode(true) : out(JSON.stringify(key))));
		process.stdin.setRawMode(false); out('cooked');`;
	const terminal = run(cooked);
	await terminal.waitFor('cooked');
	await expect(terminal.ready({timeout: 20})).rejects.toThrow('Waited for "raw mode" but 20 ms');
	terminal.press('enter');
	await terminal.ready();
	terminal.press('enter');
	expect(await terminal.waitFor('"')).toContain(String.raw`"\r"`);
});

test('signals', async () => {
	const terminal = run(`process.on('SIGTERM', () => out('not yet')); on(() => {}); out('ready');`);
	await terminal.waitFor('ready');
	terminal.signal('SIGTERM');
	await terminal.waitFor('not yet');
	terminal.signal('SIGKILL');
	expect(await terminal.exited).toMatchObject({signal: 'SIGKILL'});
});

test('modes: alternate screen, cursor, bracketed paste', async () => {
	const terminal = run(`
		out('below ');
		on((key) => {
			if (key === 'a') out('\\x1b[?1049h\\x1b[?25l\\x1b[?2004h\\x1b[Hinside');
			if (key === 'b') out('\\x1b[?25h\\x1b[?2004l\\x1b[?1049lafter');
		});`);
	await terminal.waitFor('below');
	const off = {alternate: false, cursorHidden: false, bracketedPaste: false};
	expect(terminal.modes()).toEqual(off);
	terminal.press('a');
	await terminal.waitFor('inside');
	expect(terminal.modes()).toEqual({alternate: true, cursorHidden: true, bracketedPaste: true});
	expect(terminal.text()).not.toContain('below');
	terminal.press('b');
	await terminal.waitFor('below after');
	expect(terminal.modes()).toEqual(off);
});

test('a paste is marked only when the program asked for it', async () => {
	const terminal = run(`${echo} on((key) => key === 'm' && out('\\x1b[?2004hmarked '));`);
	await terminal.waitFor('ready');
	terminal.paste('a\nb');
	await terminal.waitFor('b"');
	terminal.press('m');
	await terminal.waitFor('marked');
	terminal.paste('c\r\nd');
	await terminal.waitFor('d\\u001b[201~"');
	const chunks = ['ready', '"a\\rb"', '"m"', 'marked', '"\\u001b[200~c\\rd\\u001b[201~"'];
	expect(terminal.line(0).split(' ')).toEqual(chunks);
});

test('keys', async () => {
	const names = 'enter escape tab backspace up end delete pageup f1 f5 f12 ctrl+c alt+x'.split(' ');
	expect(names.map((name) => encode(name))).toEqual(
		['\r', '\u001B', '\t', '\u007F', '\u001B[A', '\u001B[F', '\u001B[3~', '\u001B[5~'].concat([
			'\u001BOP',
			'\u001B[15~',
			'\u001B[24~',
			'\u0003',
			'\u001Bx',
		]),
	);
	expect(encode('shift+tab')).toBe('\u001B[Z');
	expect(encode('ctrl+left')).toBe('\u001B[1;5D');
	expect(encode('shift+alt+delete')).toBe('\u001B[3;4~');
	expect(encode('a+b, typed')).toBe('a+b, typed');
	const terminal = run(echo);
	await terminal.waitFor('ready');
	terminal.press('j', 'down', 'typed text', 'enter');
	await terminal.waitFor(String.raw`"j\u001b[Btyped text\r"`);
	expect(() => terminal.press('escape', 'x')).toThrow('Escape last');
});

test('resize, and an answer to a device query', async () => {
	const terminal = run(`on((data) => data.endsWith('R') && out('at ' + JSON.stringify(data)));
		on((data) => data === 'w' && out('\\x1b[?1049h\\x1b[H' + 'wide'.repeat(20) + '\\r\\n'));
		process.stdout.on('resize', () => out(process.stdout.getWindowSize() + ' '));
		out('ready \\x1b[6n');`);
	await terminal.waitFor(String.raw`at "\u001b[1;7R"`);
	terminal.resize(100, 30);
	await terminal.waitFor('100,30');
	expect(terminal.text().split('\n')).toHaveLength(30);
	terminal.press('w');
	await terminal.waitFor('wide');
	terminal.resize(10, 5);
	await terminal.waitFor('10,5');
	expect(
		Math.max(
			...terminal
				.text()
				.split('\n')
				.map((line) => line.length),
		),
	).toBe(10);
});

test('a clean environment', async () => {
	process.env['CI'] = 'true';
	const terminal = run(`const {PATH, PWD, ...rest} = process.env; out(JSON.stringify(rest));`, {
		env: {NO_COLOR: '1'},
		columns: 200,
	});
	const text = await terminal.waitFor('}').finally(() => delete process.env['CI']);
	expect(JSON.parse(text)).toEqual({TERM: 'xterm-256color', LANG: 'C.UTF-8', NO_COLOR: '1'});
});

test('characters are as wide as Ink takes them to be', async () => {
	const terminal = run(`out('日|😀|👩‍👩‍👧|❤️|🇬🇧|e\\u0301|👍🏽|한|─|✓|x')`);
	await terminal.waitFor('x');
	const line = terminal.cells().getLine(0);
	const bars = Array.from({length: 40}, (_, x) => x).filter(
		(x) => line?.getCell(x)?.getChars() === '|',
	);
	expect(bars).toEqual([2, 5, 8, 11, 14, 16, 19, 22, 24, 26]);
});

test('dispose ends a program that ignores everything', async () => {
	const terminal =
		run(`for (const name of ['SIGHUP', 'SIGTERM', 'SIGINT']) process.on(name, () => {});
		on(() => {}); out('ready');`);
	await terminal.waitFor('ready');
	await terminal.dispose();
	expect(() => process.kill(terminal.pid, 0)).toThrow('ESRCH');
});
