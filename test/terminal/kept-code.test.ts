// What is kept of a start for the next one: used for the very text that it was made of, whole, or not at all.
import {existsSync} from 'node:fs';
import {copyFile, mkdir, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';
import {desk, launcher, run, sitDown} from './boardwalk.ts';

/** A program of a few lines, as the bundler would leave it: a command line, and what it loads. */
const program = {
	'cli.js':
		"console.log('one', require('./words-abcdefgh.js').word()); require('./fs-12345678.js')",
	'words-abcdefgh.js': "exports.word = () => 'word'",
	'fs-12345678.js': "if (!require('node:fs').existsSync(__filename)) console.log(__dirname)",
};

async function install(files: Record<string, string> = program) {
	const {folder, env} = await desk();
	const at = (...name: string[]) => path.join(folder, ...name);
	await mkdir(at('bin'));
	await mkdir(at('dist'));
	await copyFile(launcher, at('bin', 'boardwalk.js'));
	await copyFile(path.join(path.dirname(launcher), 'package.json'), at('bin', 'package.json'));
	for (const [name, text] of Object.entries(files)) await writeFile(at('dist', name), text);
	const cache = at('kept');
	const start = (more: Record<string, string> = {}) =>
		run(process.execPath, [at('bin', 'boardwalk.js')], {
			env: {...env, NODE_COMPILE_CACHE: cache, ...more},
		});
	/** The folder for this program among what is kept. */
	const kept = async () => {
		const own = (await readdir(cache)).find((name) => name.startsWith('boardwalk-'));
		return path.join(cache, own ?? '');
	};
	return {at, cache, start, kept};
}

const well = {code: 0, out: 'one word\n', err: ''};

test('what was kept is used, and left alone, as long as the program stays', async () => {
	const {start, kept} = await install();
	expect(await start()).toEqual(well);
	const file = path.join(await kept(), 'cli.code');
	const {ino, mode} = await stat(file);
	expect(mode & 0o777).toBe(0o600);
	expect(await start()).toEqual(well);
	expect((await stat(file)).ino).toBe(ino);
	expect(await readdir(await kept())).toEqual(['cli.code']);
});

test('a text of the same length is another text', async () => {
	const {at, start, kept} = await install();
	await start();
	const before = await readFile(path.join(await kept(), 'cli.code'));
	await writeFile(at('dist', 'words-abcdefgh.js'), "exports.word = () => 'lord'");
	expect(await start()).toEqual({...well, out: 'one lord\n'});
	await writeFile(at('dist', 'cli.js'), program['cli.js'].replace('one', 'two'));
	expect(await start()).toEqual({...well, out: 'two lord\n'});
	expect(await start()).toEqual({...well, out: 'two lord\n'});
	expect((await readFile(path.join(await kept(), 'cli.code'))).equals(before)).toBe(false);
});

test('what is damaged, wherever, is not used, and made anew', async () => {
	const {start, kept} = await install();
	await start();
	const file = path.join(await kept(), 'cli.code');
	const whole = await readFile(file);
	const flipped = (at: number) => {
		const bytes = Buffer.from(whole);
		bytes[at] = (bytes[at] ?? 0) ^ 0x10;
		return bytes;
	};
	const places = [0, 3, 4, 7, 8, 20, 200, 300, 400, whole.length >> 1, whole.length - 1];
	const damaged = [
		...places.map(flipped),
		Buffer.alloc(0),
		Buffer.from('not that'),
		Buffer.alloc(whole.length),
		...[1, 8, 100, whole.length - 1].map((length) => whole.subarray(0, length)),
		Buffer.concat([whole, whole]),
	];
	for (const bytes of damaged) {
		await writeFile(file, bytes);
		expect(await start()).toEqual(well);
		expect((await readFile(file)).equals(bytes)).toBe(false);
	}
	expect(await start()).toEqual(well);
});

test('code that V8 made under other flags is not used', async () => {
	const {start, kept} = await install();
	await start();
	const file = path.join(await kept(), 'cli.code');
	const {ino} = await stat(file);
	expect(await start({NODE_OPTIONS: '--jitless'})).toEqual(well);
	expect((await stat(file)).ino).not.toBe(ino);
	expect(await start()).toEqual(well);
});

test('another way through a command keeps what the first one needs, until that is gone', async () => {
	const ways = {
		'cli.js': "setImmediate(() => require('./command-abcdefgh.js'))",
		'command-abcdefgh.js': "require(process.env.WAY ? './b-abcdefgh.js' : './a-abcdefgh.js')",
		'a-abcdefgh.js': "console.log('a')",
		'b-abcdefgh.js': "console.log('b')",
	};
	const {at, start, kept} = await install(ways);
	const names = async () => {
		const text = (await readFile(path.join(await kept(), 'command.code'))).toString('latin1');
		return [...text.matchAll(/"([a-z]+)-abcdefgh\.js"/g)].map(([, name = '']) => name).toSorted();
	};
	expect((await start()).out).toBe('a\n');
	expect(await names()).toEqual(['a', 'command']);
	expect((await start({WAY: 'b'})).out).toBe('b\n');
	expect(await names()).toEqual(['a', 'b', 'command']);
	const {ino} = await stat(path.join(await kept(), 'command.code'));
	expect((await start()).out).toBe('a\n');
	expect((await stat(path.join(await kept(), 'command.code'))).ino).toBe(ino);
	await rm(at('dist', 'b-abcdefgh.js'));
	await writeFile(at('dist', 'a-abcdefgh.js'), "console.log('c')");
	expect((await start()).out).toBe('c\n');
	expect(await names()).toEqual(['a', 'command']);
});

test('where nothing can be kept, or is to be, it starts all the same', async () => {
	const {cache, start} = await install();
	expect(await start({NODE_DISABLE_COMPILE_CACHE: '1'})).toEqual(well);
	expect(existsSync(cache)).toBe(false);
	await writeFile(cache, 'a file where the folder would be');
	expect(await start()).toEqual(well);
	await rm(cache);
	const {kept} = await install();
	expect(await start()).toEqual(well);
	await expect(kept()).rejects.toThrow('ENOENT');
});

test('a file that throws while it is loaded is loaded anew by whoever asks next', async () => {
	const {start} = await install({
		'cli.js': "try { require('./a-abcdefgh.js') } catch { require('./a-abcdefgh.js') }",
		'a-abcdefgh.js': 'globalThis.n = (globalThis.n ?? 0) + 1; console.log(n); if (n < 2) throw n',
	});
	expect(await start()).toEqual({code: 0, out: '1\n2\n', err: ''});
});

test('screens that are shown are kept half a second later, also if nothing happens any more at their end', async () => {
	const {start, kept} = await install({
		'cli.js': `const file = require('node:path').join(process.env.NODE_COMPILE_CACHE, 'x');
			const here = () => require('node:fs').globSync(file.replace(/x$/, '*/cli.code')).length > 0;
			setTimeout(() => { console.log(here()); process.emit('boardwalk:shown'); }, 700);
			setInterval(() => here() && process.kill(process.pid, 'SIGKILL'), 10);`,
	});
	// Not before they are shown: without what draws them a start would gain nothing.
	expect((await start()).out).toBe('false\n');
	expect(await readdir(await kept())).toEqual(['cli.code']);
});

test('the real screens say when they are shown: code is kept while the session lasts, and `doctor` knows it', async () => {
	const own = await desk();
	const cache = path.join(own.folder, 'kept');
	const env = {...own.env, NODE_COMPILE_CACHE: cache};
	const person = await sitDown({...own, env});
	await expect
		.poll(async () =>
			(await readdir(cache, {recursive: true})).filter((name) => name.endsWith('.code')),
		)
		.toEqual(expect.arrayContaining([expect.stringMatching(/\/screens\.code$/)]));
	expect(await person.quit()).toBe(0);
	const advice = 'no compiled code is kept between starts';
	const doctor = (more: Record<string, string> = {}) =>
		run(process.execPath, [launcher, 'doctor', own.file], {env: {...env, ...more}});
	expect((await doctor()).out).not.toContain(advice);
	expect((await doctor({NODE_DISABLE_COMPILE_CACHE: '1'})).out).toContain(advice);
});
