#!/usr/bin/env node
// Starts the built program on Node 24: directly when this already is new enough, otherwise through
// the Node among the project's own dependencies. In a fresh checkout it installs and builds first.
// What only the rarer ways need is loaded there: every module here is paid for at each start.
import module from 'node:module';

const program = new URL('../dist/cli.js', import.meta.url);

if (Number.parseInt(process.versions.node, 10) >= 22) {
	module.enableCompileCache?.();
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

async function onProjectNode() {
	const {spawn} = await import('node:child_process');
	const {existsSync} = await import('node:fs');
	const {fileURLToPath} = await import('node:url');
	if (!existsSync(program)) await import('../scripts/bootstrap.js');
	const node = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
	const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
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
