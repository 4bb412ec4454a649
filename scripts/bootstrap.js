// Makes a checkout ready to run: installs the dependencies (Node 24 among them) and builds, each
// only when it is missing or out of date. It runs on the host's own Node, 20 or newer, before
// anything is installed, so it may import nothing but Node's modules.
import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const at = (/** @type {string[]} */ ...parts) => path.join(root, ...parts);

/** Time of the last change in milliseconds, 0 when the file is not there. */
const changed = (/** @type {string} */ file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

const newest = (/** @type {string} */ folder) =>
	Math.max(
		...readdirSync(folder, {recursive: true}).map((name) =>
			changed(path.join(folder, String(name))),
		),
	);

/** Runs a command quietly; when it fails, shows what it said and ends with its exit code. */
function run(/** @type {string} */ what, /** @type {string[]} */ command) {
	process.stderr.write(`${what} …\n`);
	const [program = '', ...flags] = command;
	const result = spawnSync(program, flags, {
		cwd: root,
		encoding: 'utf8',
		shell: process.platform === 'win32',
	});
	if (result.status !== 0) {
		process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
		process.stderr.write(`${what} failed: ${result.error?.message ?? `exit ${result.status}`}\n`);
		process.exit(result.status ?? 1);
	}
}

if (changed(at('node_modules', '.package-lock.json')) < changed(at('package-lock.json'))) {
	run('Installing', ['npm', 'ci']);
}
const sources = Math.max(
	newest(at('source')),
	changed(at('scripts', 'build.js')),
	changed(at('package.json')),
);
if (changed(at('dist', 'cli.js')) < sources) {
	// npm's scripts find the Node in node_modules first, so this builds with the project's own.
	run('Building', ['npm', 'run', '--silent', 'build']);
}
