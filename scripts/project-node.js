// On a host whose Node is too old: starts the built program with the Node among the project's own dependencies.
import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const at = (/** @type {string} */ name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const node = at('node_modules/.bin/node');

if (!existsSync(at('dist/cli.js')) || !existsSync(node)) await import('./bootstrap.js');

const child = spawn(node, ['--disable-sigusr1', at('bin/boardwalk.js'), ...process.argv.slice(2)], {
	stdio: 'inherit',
});
// The terminal sends its signals to both; a signal sent to this process alone is passed on.
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP', 'SIGINT'])) {
	process.on(signal, () => child.kill(signal));
}
child.on('exit', (code, signal) => {
	const codes = {SIGHUP: 129, SIGINT: 130, SIGKILL: 137};
	process.exitCode = code ?? codes[/** @type {keyof typeof codes} */ (signal)] ?? 143;
});
