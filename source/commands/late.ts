import {openSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import process from 'node:process';
import {compileFunction, constants} from 'node:vm';
import {isBuilt} from '../build.ts';

type Parts = typeof import('./late-parts.ts');

/**
 * What a session loads long after its start. An upgrade may have replaced the program by then: so its file is held
 * open from the start, which keeps the very version that runs, and is read when it is first wanted.
 */
export function holdLate(): () => Promise<Parts> {
	let loaded: Promise<Parts> | undefined;
	// Node says on standard error what it thinks of the way in which this is loaded: across the screens.
	process.removeAllListeners('warning');
	if (!isBuilt) return () => (loaded ??= import('./late-parts.ts'));
	const file = path.join(import.meta.dirname, 'late.cjs');
	const descriptor = openSync(file, 'r');
	return () => (loaded ??= Promise.resolve().then(() => evaluate(file, descriptor)));
}

function evaluate(file: string, descriptor: number): Parts {
	const module = {exports: {}};
	const run = compileFunction(
		readFileSync(descriptor, 'utf8'),
		['exports', 'require', 'module', '__filename', '__dirname'],
		{filename: file, importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER},
	) as (...given: unknown[]) => void;
	run(module.exports, createRequire(file), module, file, path.dirname(file));
	return module.exports as Parts;
}
