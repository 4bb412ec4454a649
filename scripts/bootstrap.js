// Makes a checkout ready to run: installs the dependencies (Node 24 among them) and builds, each
// only when it is missing or out of date. It runs on the host's own Node, 20 or newer, before
// anything is installed, so it may import nothing but Node's modules.
import {spawnSync} from 'node:child_process';
import {
	accessSync,
	constants,
	existsSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
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

/** Whether this user may make the checkout ready. */
function mayWrite() {
	try {
		accessSync(root, constants.W_OK);
		return true;
	} catch {
		return false;
	}
}

/** The same where it has to be made ready. Who may not goes on with what is built, or hears who can. */
function mayMake(/** @type {string} */ what) {
	if (mayWrite()) return true;
	const owner = `whoever may write to ${root} must run “npm run build” there`;
	process.stderr.write(`boardwalk: ${what}: ${owner}\n`);
	if (!existsSync(built)) process.exit(1);
	return false;
}

/** Held by whoever is making the checkout ready: a file with their process's number. */
const lock = at('making.tmp');

let isHeld = false;

/** Nobody takes longer than this; a number that old belongs to another process by now. Milliseconds. */
const longest = 15 * 60_000;

/** Waits until nobody else makes the checkout ready: `npm ci` begins by emptying node_modules, under all who use it. */
function takeTurn() {
	for (let waits = 0; ; waits++) {
		try {
			writeFileSync(lock, String(process.pid), {flag: 'wx'});
			isHeld = true;
			process.on('exit', giveBack);
			return;
		} catch (error) {
			if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
		}
		if (isLeftOver()) {
			rmSync(lock, {force: true});
			continue;
		}
		if (waits === 0) process.stderr.write('Another process makes it ready; waiting …\n');
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
	}
}

/** Lets the next one in: before the program goes on in this process, where a session may last for hours. */
function giveBack() {
	if (isHeld) rmSync(lock, {force: true});
	isHeld = false;
}

/** Whether the process that took the lock is gone without giving it back. */
function isLeftOver() {
	try {
		const age = Date.now() - statSync(lock).mtimeMs;
		const owner = Number(readFileSync(lock, 'utf8'));
		// Without a number it was taken a moment ago.
		if (owner === 0) return age > 10_000;
		if (age > longest) return true;
		process.kill(owner, 0);
		return false;
	} catch (error) {
		// Given back meanwhile, or held by somebody else, whose process may not be asked: only a process that is not there is gone.
		return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
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

const mustInstall = () =>
	changed(at('node_modules', '.package-lock.json')) < changed(at('package-lock.json'));

const sources = () =>
	Math.max(newest(at('source')), changed(at('scripts', 'build.js')), changed(at('package.json')));

// What is packed says of which commit it is, so it is built anew whatever the dates say.
const mustBuild = () => changed(built) < sources() || process.argv.includes('--build');

// Whoever has waited asks again: mostly it has been done meanwhile.
if ((mustInstall() || mustBuild()) && mayWrite()) takeTurn();
if (mustInstall() && mayMake('the dependencies are older than the sources')) {
	run('Installing', ['npm', 'ci']);
}
if (mustBuild()) {
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
giveBack();
