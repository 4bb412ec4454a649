// npm run dev [database]: the program on a practice copy with its meeting open, built anew and started again
// whenever a source changes. What was typed and not saved is offered again, as after any dropped line.
import {spawn, spawnSync} from 'node:child_process';
import {cpSync, mkdtempSync, rmSync, watch} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

const root = path.dirname(import.meta.dirname);
const program = path.join(root, 'bin', 'boardwalk.js');
const node = (/** @type {string[]} */ args, input = '') =>
	spawnSync(process.execPath, args, {cwd: root, encoding: 'utf8', input});

/** Builds; says what is wrong when that cannot be done. */
function build() {
	process.stderr.write('Building …\n');
	const {status, stdout, stderr} = node([path.join(root, 'scripts', 'build.js')]);
	if (status !== 0)
		process.stderr.write(`${stdout}${stderr}\nMend it and save: it is built again.\n`);
	return status === 0;
}

/** A copy of a sample in a folder of its own, with the meeting open that the sample has planned. */
function practise() {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'boardwalk-dev-'));
	process.on('exit', () => rmSync(folder, {recursive: true, force: true}));
	const file = path.join(folder, 'strategy.json');
	cpSync(path.join(root, 'data', 'lincolnshire-imt.json'), file);
	const {stderr} = node([program, 'apply', file], '{"kind":"meeting/open","id":"M-2"}\n');
	process.stderr.write(stderr);
	return file;
}

/** @type {import('node:child_process').ChildProcess | undefined} */
let running;
let isStale = false;

/** Starts the program; it runs until its user leaves it, or until there is a newer one. */
function start(/** @type {string} */ file) {
	const child = spawn(process.execPath, [program, file], {cwd: root, stdio: 'inherit'});
	running = child;
	child.on('exit', (code) => {
		running = undefined;
		if (!isStale) process.exit(code ?? 1);
		isStale = false;
		if (build()) start(file);
	});
}

// What the program asks of its terminal is the program's to answer.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
	process.on(signal, () => (running ? running.kill(signal) : process.exit(0)));
}

if (!build()) process.exit(1);
const database = process.argv[2] ?? practise();
/** @type {NodeJS.Timeout | undefined} */
let rest;
watch(path.join(root, 'source'), {recursive: true}, () => {
	clearTimeout(rest);
	rest = setTimeout(() => {
		isStale = running !== undefined;
		if (running) running.kill('SIGTERM');
		else if (build()) start(database);
	}, 200);
});
start(database);
