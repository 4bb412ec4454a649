#!/usr/bin/env node
// Starts the built program: on this Node when it is new enough; in a checkout on an older host through the Node
// among the project's own dependencies; else says in one line what is missing. A fresh checkout, or one that has
// moved on since its build, is built first. Whatever Node a machine has must be able to read this file, also those
// that know neither modules nor `await`: so it holds no import statement, and nothing newer than import().
// What only the rarer ways need is loaded there: every module here is paid for at each start. Beside it lies a package.json
// that makes it CommonJS, which Node starts sooner; it is a module where that is missing, and works as one.

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
function start() {
	if (!hasMovedOn()) {
		try {
			run();
			return Promise.resolve();
		} catch (error) {
			const {code, path: missing = ''} = /** @type {NodeJS.ErrnoException} */ (error);
			if (code !== 'ENOENT' || !/dist.cli\.js$/.test(missing)) return Promise.reject(error);
		}
	}
	return build();
}

/** Loads the built program. */
function run() {
	const {realpathSync} = process.getBuiltinModule('node:fs');
	const path = process.getBuiltinModule('node:path');
	const home = path.dirname(path.dirname(realpathSync(process.argv[1] || '')));
	new Program(path.join(home, 'dist')).load('cli.js');
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
 * The files of the built program, which are CommonJS, and what V8 has compiled of them, kept for the next start.
 *
 * Node's own compile cache holds a file as it was when it had been loaded: the functions that a start then calls are
 * compiled anew each time, a third of its time. What is kept here is kept half a second after the first frame, or at
 * the end: with all that has been called by then, and nothing else. Files that load each other belong
 * together and are kept in one; why so, and what holds it: docs/decisions/0015-kept-code.md.
 */
class Program {
	/** @param {string} folder where the files lie */
	constructor(folder) {
		this.folder = folder;
		/** @type {Map<string, {exports: object}>} */
		this.modules = new Map();
		/** @type {Kept[]} */
		this.sets = [];
		this.cache = keptFolder(folder);
		if (this.cache === undefined) return;
		process.on('exit', () => this.keep());
		// The screens say when the first frame is drawn. What follows it at once is waited for, too.
		/** @type {NodeJS.EventEmitter} */ (process).once('boardwalk:shown', () => {
			setTimeout(() => this.keep(), 500).unref();
		});
	}

	/**
	 * Loads a file, once; gives back what it exports.
	 * @param {string} name
	 * @param {Kept} [among] the files that it is kept with; its own if none
	 * @returns {object}
	 */
	load(name, among) {
		const known = this.modules.get(name);
		if (known) return known.exports;
		const fs = process.getBuiltinModule('node:fs');
		const {Script, constants} = process.getBuiltinModule('node:vm');
		const path = process.getBuiltinModule('node:path');
		const file = path.join(this.folder, name);
		const bytes = fs.readFileSync(file);
		const set = among || this.begin(name);
		const {length} = bytes;
		const check = set.checkOf(bytes);
		const kept = set.find(name, length, check);
		const script = new Script(
			`(function (exports, require, module, __filename, __dirname) { ${bytes.toString()}\n})`,
			{
				filename: file,
				cachedData: kept,
				importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
			},
		);
		const isKept = kept !== undefined && !script.cachedDataRejected;
		set.add({name, length, check, script}, isKept);
		const module = {exports: {}};
		this.modules.set(name, module);
		let isLoaded = false;
		const require = (/** @type {string} */ id) => {
			if (!/^\.\/[^/]+\.js$/.test(id)) return this.outside(id);
			// What the command line loads later is a command with all that it needs; the screens and whatever else
			// has a name without a number are loaded by several, or late.
			const isOwn = (name === 'cli.js' && isLoaded) || !/-[\w-]{8}\.js$/.test(id);
			return this.load(id.slice(2), isOwn ? undefined : set);
		};
		try {
			script.runInThisContext()(module.exports, require, module, file, this.folder);
		} catch (error) {
			this.modules.delete(name);
			throw error;
		}
		isLoaded = true;
		return module.exports;
	}

	/** What is not a file of the program: a module of Node's, the add-on for locks. */
	outside(/** @type {string} */ id) {
		const path = process.getBuiltinModule('node:path');
		return (
			process.getBuiltinModule(id) ||
			process.getBuiltinModule('node:module').createRequire(path.join(this.folder, 'cli.js'))(id)
		);
	}

	/** Begins a set of files that are kept together, named after the first one. */
	begin(/** @type {string} */ name) {
		const path = process.getBuiltinModule('node:path');
		const called = name.replace(/(-[\w-]{8})?\.js$/, '');
		const set = new Kept(this.cache && path.join(this.cache, `${called}.code`));
		this.sets.push(set);
		return set;
	}

	keep() {
		for (const set of this.sets) set.write(this.folder);
	}
}

/** @typedef {{name: string, length: number, check: number, script: import('node:vm').Script}} Compiled */

/**
 * What V8 has compiled of a set of files, in a file: a CRC-32 of all that follows, the length of the list, the list
 * (each file's name, its text's length and CRC-32, where its code begins and how long that is), the code of each.
 * It is used for that very text, and whole, or not at all; that it is of this V8 and its flags, V8 sees itself. It has
 * to be whole: V8 does not look, and dies of what is not.
 */
class Kept {
	/** @param {string | undefined} file none where nothing can be kept */
	constructor(file) {
		this.file = file;
		this.isStale = false;
		/** @type {Compiled[]} */
		this.scripts = [];
		/** @type {{list: [string, number, number, number, number][], code: Buffer}} */
		this.found = {list: [], code: Buffer.alloc(0)};
		try {
			if (file !== undefined) this.found = this.read(file);
		} catch {
			// There is none yet, or it is not whole.
		}
	}

	read(/** @type {string} */ file) {
		const {crc32} = process.getBuiltinModule('node:zlib');
		const bytes = process.getBuiltinModule('node:fs').readFileSync(file);
		if (bytes.readUInt32LE(0) !== crc32(bytes.subarray(4))) throw new Error('damaged');
		const start = 8 + bytes.readUInt32LE(4);
		return {list: JSON.parse(bytes.toString('utf8', 8, start)), code: bytes.subarray(start)};
	}

	/** The CRC-32 of a text; where nothing is kept, nobody asks. */
	checkOf(/** @type {Buffer} */ text) {
		return this.file === undefined ? 0 : process.getBuiltinModule('node:zlib').crc32(text);
	}

	/** What was kept of a file whose text has this length and CRC-32. */
	find(/** @type {string} */ name, /** @type {number} */ length, /** @type {number} */ check) {
		const entry = this.found.list.find(([other]) => other === name);
		if (!entry || entry[1] !== length || entry[2] !== check) return undefined;
		const [, , , from, size] = entry;
		return this.found.code.subarray(from, from + size);
	}

	/**
	 * @param {Compiled} one
	 * @param {boolean} isKept
	 */
	add(one, isKept) {
		if (this.file === undefined) return;
		if (!isKept) this.isStale = true;
		this.scripts.push(one);
	}

	/** Writes what has been compiled, if some of it was not kept. */
	write(/** @type {string} */ folder) {
		if (this.file === undefined || !this.isStale) return;
		this.isStale = false;
		const fs = process.getBuiltinModule('node:fs');
		const path = process.getBuiltinModule('node:path');
		const {crc32} = process.getBuiltinModule('node:zlib');
		/** @type {Buffer[]} */
		const parts = [];
		/** @type {typeof this.found.list} */
		const list = [];
		let end = 0;
		const add = (
			/** @type {string} */ name,
			/** @type {number} */ length,
			/** @type {number} */ check,
			/** @type {Buffer} */ code,
		) => {
			list.push([name, length, check, end, code.length]);
			// V8 copies what does not begin at a multiple of eight.
			parts.push(code, Buffer.alloc(-code.length & 7));
			end += code.length + (-code.length & 7);
		};
		for (const {name, length, check, script} of this.scripts) {
			add(name, length, check, script.createCachedData());
		}
		// Another way through the same command loads other files: theirs stays while they are there.
		for (const [name, length, check, from, size] of this.found.list) {
			const isHere = this.scripts.some((one) => one.name === name);
			if (isHere || !fs.existsSync(path.join(folder, name))) continue;
			add(name, length, check, this.found.code.subarray(from, from + size));
		}
		const told = JSON.stringify(list);
		const names = Buffer.from(told + ' '.repeat(-Buffer.byteLength(told) & 7));
		const head = Buffer.alloc(8);
		head.writeUInt32LE(names.length, 4);
		const bytes = Buffer.concat([head, names, ...parts]);
		bytes.writeUInt32LE(crc32(bytes.subarray(4)));
		const fresh = `${this.file}.${process.pid}.tmp`;
		try {
			fs.writeFileSync(fresh, bytes, {mode: 0o600});
			fs.renameSync(fresh, this.file);
		} catch {
			// A start without it takes a little longer.
			try {
				fs.unlinkSync(fresh);
			} catch {}
		}
	}
}

/**
 * The folder in which what is compiled of the program in `folder` is kept, by this Node; undefined where there is
 * none. `NODE_COMPILE_CACHE` says where, if somebody sets it, and `NODE_DISABLE_COMPILE_CACHE` that there be none:
 * both mean that to Node.
 */
function keptFolder(/** @type {string} */ folder) {
	const path = process.getBuiltinModule('node:path');
	const {crc32} = process.getBuiltinModule('node:zlib');
	const {NODE_COMPILE_CACHE: given, NODE_DISABLE_COMPILE_CACHE: none} = process.env;
	if (crc32 === undefined || none) return undefined;
	try {
		if (given) process.getBuiltinModule('node:fs').mkdirSync(given, {recursive: true});
		const cache = given || ownCache();
		if (cache === undefined) return undefined;
		const place = crc32(folder).toString(16);
		const own = path.join(cache, `boardwalk-${process.version}-${process.arch}-${place}`);
		make(own);
		return own;
	} catch {
		return undefined;
	}
}

/**
 * A folder for compiled code, which is run unread: made by this user, closed to everybody else, and in a
 * place where nobody else can put another in its stead: never in the temporary folder, as Node would by itself.
 * Undefined where there is none: then every start compiles anew.
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

if (major >= 22) {
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
