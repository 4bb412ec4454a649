// The long runs, with every figure that they tell in one block at the end: `npm run soak`. What is measured
// (test/soak) runs one file at a time; then the tests of the store and the terminal with their long counts.
// `npm run soak -- test/soak/kills.test.ts` runs a part.
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(path.join(os.tmpdir(), 'boardwalk-soak-'));
const figures = path.join(folder, 'figures.txt');

/** Runs some tests with the long counts; whether they passed. */
function run(/** @type {string[]} */ ...tests) {
	const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
	const {status} = spawnSync(process.execPath, [vitest, 'run', ...tests], {
		cwd: root,
		stdio: 'inherit',
		env: {...process.env, SOAK: '1', SOAK_FIGURES: figures},
	});
	return status === 0;
}

/** What has been told so far. */
function told() {
	try {
		return readFileSync(figures, 'utf8');
	} catch {
		return '';
	}
}

const parts = process.argv.slice(2);
const start = Date.now();
const passed =
	parts.length > 0
		? [run('--no-file-parallelism', ...parts)]
		: [
				run('--no-file-parallelism', 'test/soak'),
				run('test/store'),
				// One after the other: they make users and groups of the same names.
				run('--no-file-parallelism', 'test/terminal'),
			];
const [processor] = os.cpus();
const minutes = Math.round((Date.now() - start) / 60_000);
process.stdout.write(`
Soak: ${os.cpus().length} × ${processor?.model.trim()}, ${os.type()} ${os.release()}, Node ${process.version}, ${minutes} minutes
${told()}${passed.every(Boolean) ? 'everything held' : 'NOT everything held: see above'}
`);
rmSync(folder, {recursive: true, force: true});
process.exitCode = passed.every(Boolean) ? 0 : 1;
