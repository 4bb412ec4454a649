#!/usr/bin/env node
// Starts the built program on Node 24: directly when this already is new enough, otherwise through
// the Node among the project's own dependencies. In a fresh checkout it installs and builds first.
// What only the rarer ways need is loaded there: every module here is paid for at each start.
import {lstatSync, mkdirSync, realpathSync} from 'node:fs';
import module from 'node:module';
import {homedir} from 'node:os';
import path from 'node:path';

// Without a handler Node would open its debugger, through which anybody on the machine could run code. What a
// signal has asked for while Node itself was starting is granted a little later, and taken back then, in the way
// that loads nothing. (Node's flag against it is unknown to the older ones that may start this.)
process.on('SIGUSR1', () => {});
if (!/--inspect/.test([...process.execArgv, process.env['NODE_OPTIONS']].join(' '))) {
	const {_debugEnd} = /** @type {{_debugEnd?: () => void}} */ (/** @type {unknown} */ (process));
	setImmediate(() => _debugEnd?.());
	setTimeout(() => _debugEnd?.(), 1000).unref();
}

const program = new URL('../dist/cli.js', import.meta.url);

if (Number.parseInt(process.versions.node, 10) >= 22) {
	const cache = ownCache();
	// Never Node's own choice: a folder in the temporary one, which belongs to whoever made it first.
	if (cache !== undefined) module.enableCompileCache?.(cache);
	try {
		await import(program.href);
	} catch (error) {
		const {code, url} = /** @type {NodeJS.ErrnoException & {url?: string}} */ (error);
		if (code !== 'ERR_MODULE_NOT_FOUND' || url !== program.href) throw error;
		await import('../scripts/bootstrap.js');
		await import(program.href);
	}
} else {
	await onProjectNode();
}

/**
 * A folder for compiled code, which is run unread: made by this user, closed to everybody else, and in a
 * place where nobody else can put another in its stead. Undefined where there is none: then every start
 * compiles anew.
 */
function ownCache() {
	const user = process.getuid?.();
	if (user === undefined) return undefined;
	try {
		const {XDG_CACHE_HOME: given = ''} = process.env;
		const caches = path.isAbsolute(given) ? given : path.join(homedir(), '.cache');
		if (!isSafe(path.dirname(caches), user)) return undefined;
		make(caches);
		if (!isSafe(caches, user)) return undefined;
		const own = path.join(realpathSync(caches), 'boardwalk');
		make(own);
		const found = lstatSync(own);
		const isOwn = found.isDirectory() && found.uid === user && (found.mode & 0o077) === 0;
		return isOwn ? own : undefined;
	} catch {
		return undefined;
	}
}

/** Makes a folder for this user alone, if there is none. */
function make(/** @type {string} */ folder) {
	try {
		mkdirSync(folder, {mode: 0o700});
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
	}
}

/** Whether nobody but root and this user can put something else in the place of what lies in a folder. */
function isSafe(/** @type {string} */ folder, /** @type {number} */ user) {
	for (let at = realpathSync(folder); ; at = path.dirname(at)) {
		const {uid, mode} = lstatSync(at);
		const isOpen = (mode & 0o022) !== 0 && (mode & 0o1000) === 0;
		if ((uid !== 0 && uid !== user) || isOpen) return false;
		if (at === path.dirname(at)) return true;
	}
}

async function onProjectNode() {
	const {spawn} = await import('node:child_process');
	const {existsSync} = await import('node:fs');
	const {fileURLToPath} = await import('node:url');
	if (!existsSync(program)) await import('../scripts/bootstrap.js');
	const node = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
	const args = ['--disable-sigusr1', fileURLToPath(import.meta.url), ...process.argv.slice(2)];
	const child = spawn(node, args, {stdio: 'inherit'});
	// The terminal sends its signals to both; a signal sent to this process alone is passed on.
	for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP', 'SIGINT'])) {
		process.on(signal, () => child.kill(signal));
	}
	child.on('exit', (code, signal) => {
		const codes = {SIGHUP: 129, SIGINT: 130, SIGKILL: 137};
		process.exitCode = code ?? codes[/** @type {keyof typeof codes} */ (signal)] ?? 143;
	});
}
