// A checkout that several processes make ready at once, with an npm that only notes what it is asked to do.
import {chmod, copyFile, mkdir, readFile, utimes, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';
import {desk, root, run} from './boardwalk.ts';

/** Notes the beginning and the end of what it does, which takes a moment. */
const npm = `#!/bin/sh
echo "$1 begins" >> notes
sleep 0.3
case "$1" in
ci) mkdir -p node_modules && touch node_modules/.package-lock.json ;;
run) mkdir -p dist && touch dist/cli.js ;;
esac
echo "$1 ends" >> notes
`;

/** A checkout in which nothing is installed or built yet. */
async function checkout() {
	const {folder} = await desk();
	for (const name of ['scripts', 'source', 'npm']) await mkdir(path.join(folder, name));
	const bootstrap = path.join(folder, 'scripts', 'bootstrap.js');
	await copyFile(path.join(root, 'scripts', 'bootstrap.js'), bootstrap);
	await writeFile(path.join(folder, 'package.json'), '{"type": "module"}');
	await writeFile(path.join(folder, 'package-lock.json'), '{}');
	const program = path.join(folder, 'npm', 'npm');
	await writeFile(program, npm);
	await chmod(program, 0o755);
	const env = {PATH: [path.dirname(program), process.env['PATH']].join(path.delimiter)};
	return {
		folder,
		makeReady: () => run(process.execPath, [bootstrap], {env}),
		notes: () => readFile(path.join(folder, 'notes'), 'utf8'),
	};
}

const once = 'ci begins\nci ends\nrun begins\nrun ends\n';

test('of many that start at once, one installs and builds, and the others wait', async () => {
	const {makeReady, notes} = await checkout();
	const ran = await Promise.all(Array.from({length: 6}, makeReady));
	expect(ran.map(({code}) => code)).toEqual([0, 0, 0, 0, 0, 0]);
	expect(await notes()).toBe(once);
});

test('who was killed at it holds nobody up', async () => {
	const {folder, makeReady, notes} = await checkout();
	const lock = path.join(folder, 'making.tmp');
	const gone = await run(process.execPath, ['-p', 'process.pid']);
	await writeFile(lock, gone.out.trim());
	expect(await makeReady()).toMatchObject({code: 0, out: ''});
	expect(await notes()).toBe(once);
	// A number that another process has been given since.
	await writeFile(lock, String(process.pid));
	await utimes(lock, 1, 1);
	await utimes(path.join(folder, 'dist/cli.js'), 1, 1);
	expect(await makeReady()).toMatchObject({code: 0});
	expect(await notes()).toBe(`${once}run begins\nrun ends\n`);
});

test('a session that made it ready and goes on in the same process holds nobody up', async () => {
	const {folder, makeReady} = await checkout();
	const bootstrap = path.join(folder, 'scripts', 'bootstrap.js');
	// As bin/boardwalk.js does: it is made ready, and then the session lasts.
	const script = `await import(${JSON.stringify(bootstrap)});
		console.log((await import('node:fs')).existsSync(${JSON.stringify(path.join(folder, 'making.tmp'))}));`;
	const env = {PATH: [path.join(folder, 'npm'), process.env['PATH']].join(path.delimiter)};
	const ran = await run(process.execPath, ['--input-type=module', '-e', script], {env});
	expect(ran).toMatchObject({code: 0, out: 'false\n'});
	expect(await makeReady()).toMatchObject({code: 0, err: ''});
});
