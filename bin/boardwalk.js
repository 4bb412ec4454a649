#!/usr/bin/env node
// Starts the built program on Node 24: directly when this already is new enough, otherwise through
// the Node among the project's own dependencies. In a fresh checkout it installs and builds first.
import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const program = path.join(root, 'dist', 'cli.js');

if (!existsSync(program)) {
	await import('../scripts/bootstrap.js');
}

if (Number.parseInt(process.versions.node, 10) >= 22) {
	module.enableCompileCache?.();
	await import(program);
} else {
	const node = path.join(root, 'node_modules', '.bin', 'node');
	const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
		stdio: 'inherit',
	});
	// The terminal sends its signals to both; a signal sent to this process alone is passed on.
	for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP', 'SIGINT'])) {
		process.on(signal, () => child.kill(signal));
	}
	child.on('exit', (code, signal) => {
		process.exitCode = code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGHUP' ? 129 : 143);
	});
}
