#!/usr/bin/env node
// Starts the built program: on this Node when it is new enough; in a checkout on an older host through the Node
// among the project's own dependencies; else says in one line what is missing. A fresh checkout, or one that has
// moved on since its build, is built first. Whatever Node a machine has must be able to read this file, also those
// that know neither modules nor `await`: so it holds no import statement, and nothing newer than import().
// What only the rarer ways need is loaded there: every module here is paid for at each start.

// Without a handler Node would open its debugger, through which anybody on the machine could run code. What a
// signal has asked for while Node itself was starting is granted a little later, and taken back then, in the way
// that loads nothing. (Node's flag against it is unknown to the older ones that may start this.)
process.on('SIGUSR1', () => {});
if (!/--inspect/.test([...process.execArgv, process.env['NODE_OPTIONS']].join(' '))) {
	const {_debugEnd} = /** @type {{_debugEnd?: () => void}} */ (/** @type {unknown} */ (process));
	setImmediate(() => _debugEnd && _debugEnd());
	setTimeout(() => _debugEnd && _debugEnd(), 1000).unref();
}

const major = parseInt(process.versions.node, 10);
const program = '../dist/cli.js';

if (major >= 22) {
	const cache = ownCache();
	// Never Node's own choice: a folder in the temporary one, which belongs to whoever made it first.
	if (cache !== undefined) process.getBuiltinModule('node:module').enableCompileCache(cache);
	start().catch(fail);
} else if (major >= 20) {
	import('../scripts/project-node.js').catch((error) => {
		// An installed program brings no Node with it, and none of the checkout's scripts.
		if (error.code === 'ERR_MODULE_NOT_FOUND') tooOld();
		else fail(error);
	});
} else {
	tooOld();
}

function start() {
	if (!hasMovedOn()) {
		try {
			run();
			return Promise.resolve();
		} catch (error) {
			const {code, message} = /** @type {NodeJS.ErrnoException} */ (error);
			if (code !== 'MODULE_NOT_FOUND' || !message.includes(program)) return Promise.reject(error);
		}
	}
	return build();
}

/** Loads the built program as CommonJS, past the loader of modules, which takes longer. */
function run() {
	const {realpathSync} = process.getBuiltinModule('node:fs');
	const {createRequire} = process.getBuiltinModule('node:module');
	createRequire(realpathSync(process.argv[1] || ''))(program);
}

function build() {
	return import('../scripts/bootstrap.js').then(run);
}

/** Whether a checkout was pulled, or its branch moved otherwise, since it was built. One look at two files. */
function hasMovedOn() {
	try {
		const fs = process.getBuiltinModule('node:fs');
		const root = fs.realpathSync(process.argv[1] || '').replace(/bin.boardwalk\.js$/, '');
		const moved = fs.statSync(`${root}.git/logs/HEAD`).mtimeMs;
		return moved > fs.statSync(`${root}dist/cli.js`).mtimeMs;
	} catch {
		// No checkout, or none that was built.
		return false;
	}
}

function tooOld() {
	const found = process.version;
	process.stderr.write(`boardwalk: Boardwalk needs Node 22 or newer; this is ${found}\n`);
	process.exitCode = 1;
}

function fail(/** @type {Error} */ error) {
	process.stderr.write(`boardwalk: cannot start: ${error.message}\n`);
	process.exitCode = 1;
}

/**
 * A folder for compiled code, which is run unread: made by this user, closed to everybody else, and in a
 * place where nobody else can put another in its stead. Undefined where there is none: then every start
 * compiles anew.
 */
function ownCache() {
	const {lstatSync, realpathSync} = process.getBuiltinModule('node:fs');
	const {homedir} = process.getBuiltinModule('node:os');
	const path = process.getBuiltinModule('node:path');
	const user = process.getuid ? process.getuid() : undefined;
	if (user === undefined || !process.getBuiltinModule) return undefined;
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
		process.getBuiltinModule('node:fs').mkdirSync(folder, {mode: 0o700});
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
	}
}

/** Whether nobody but root and this user can put something else in the place of what lies in a folder. */
function isSafe(/** @type {string} */ folder, /** @type {number} */ user) {
	const {lstatSync, realpathSync} = process.getBuiltinModule('node:fs');
	const path = process.getBuiltinModule('node:path');
	for (let at = realpathSync(folder); ; at = path.dirname(at)) {
		const {uid, mode} = lstatSync(at);
		const isOpen = (mode & 0o022) !== 0 && (mode & 0o1000) === 0;
		if ((uid !== 0 && uid !== user) || isOpen) return false;
		if (at === path.dirname(at)) return true;
	}
}
