// Makes a checkout ready to run: installs the dependencies (Node 24 among them) and builds, each
// only when it is missing or out of date. It runs on the host's own Node, 20 or newer, before
// anything is installed, so it may import nothing but Node's modules.
import {spawnSync} from 'node:child_process';
import {accessSync, constants, existsSync, readdirSync, statSync, utimesSync} from 'node:fs';
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

const built = at('dist', 'cli.js');

/** Whether this user may make the checkout ready. Who may not goes on with what is built, or hears who can. */
function mayMake(/** @type {string} */ what) {
	try {
		accessSync(root, constants.W_OK);
		return true;
	} catch {
		const owner = `whoever may write to ${root} must run “npm run build” there`;
		process.stderr.write(`boardwalk: ${what}: ${owner}\n`);
		if (!existsSync(built)) process.exit(1);
		return false;
	}
}

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

const installed = changed(at('node_modules', '.package-lock.json'));
if (
	installed < changed(at('package-lock.json')) &&
	mayMake('the dependencies are older than the sources')
) {
	run('Installing', ['npm', 'ci']);
}
const sources = Math.max(
	newest(at('source')),
	changed(at('scripts', 'build.js')),
	changed(at('package.json')),
);
// What is packed says of which commit it is, so it is built anew whatever the dates say.
if (changed(built) < sources || process.argv.includes('--build')) {
	// npm's scripts find the Node in node_modules first, so this builds with the project's own.
	if (
		mayMake(existsSync(built) ? 'the sources are newer than the build' : 'nothing is built yet')
	) {
		run('Building', ['npm', 'run', '--silent', 'build']);
	}
} else {
	try {
		// The branch moved and the sources did not: not to be asked again at each start (bin/boardwalk.js).
		utimesSync(built, new Date(), new Date());
	} catch {
		// Somebody else's checkout: asked again.
	}
}
