// A checkout of its own to pack from: packing writes into it, and other tests run in this one.
import {execFileSync} from 'node:child_process';
import {
	chmodSync,
	cpSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {root} from '../terminal/boardwalk.ts';

const runtime = `node-${process.platform}-${process.arch}`;

/**
 * Copies what packing needs; unless it is to run elsewhere, the Node in it is one line that calls this one, since 120 MB
 * would be packed for nothing.
 */
export function copyCheckout(folder: string, {elsewhere = false} = {}): string {
	for (const name of readdirSync(root)) {
		if (['node_modules', 'test', '.git', 'packages'].includes(name)) continue;
		cpSync(path.join(root, name), path.join(folder, name), {
			recursive: true,
			preserveTimestamps: true,
		});
	}
	// Is there, so that it may be left out.
	mkdirSync(path.join(folder, 'test'));
	writeFileSync(path.join(folder, 'test', 'some.test.ts'), '');
	const modules = path.join(folder, 'node_modules');
	mkdirSync(modules);
	for (const name of readdirSync(path.join(root, 'node_modules'))) {
		if (name === runtime && !elsewhere) continue;
		symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name));
	}
	if (elsewhere) return folder;
	const node = path.join(modules, runtime);
	mkdirSync(path.join(node, 'bin'), {recursive: true});
	writeFileSync(path.join(node, 'LICENSE'), 'of Node\n');
	writeFileSync(path.join(node, 'bin', 'node'), `#!/bin/sh\nexec ${process.execPath} "$@"\n`);
	chmodSync(path.join(node, 'bin', 'node'), 0o755);
	return folder;
}

/** Packs under a version; gives back the paths of what was made. */
export function pack(checkout: string, version: string): {tarball: string; debian: string} {
	const file = path.join(checkout, 'package.json');
	const text = readFileSync(file, 'utf8');
	writeFileSync(file, text.replace(/"version": "[^"]*"/, `"version": "${version}"`));
	const out = execFileSync(
		process.execPath,
		[path.join(checkout, 'scripts', 'package', 'package.js'), `packages/${version}`, '--fast'],
		{encoding: 'utf8'},
	);
	const [tarball = '', debian = ''] = out.split('\n');
	return {tarball, debian};
}
