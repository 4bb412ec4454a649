import {openSync, readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {pathToFileURL} from 'node:url';

/** Put in by the bundler, which leaves out what only the sources load. */
declare const BUILD: object | undefined;

type Parts = typeof import('./late-parts.ts');
type Trees = typeof import('../ui/components/tree.tsx');

/**
 * What a session loads long after its start. An upgrade may have replaced the program by then: so its files are held
 * open from the start, which keeps the very version that runs, and are read when they are first wanted.
 */
export function holdLate(): () => Promise<Parts> {
	let loaded: Promise<Parts> | undefined;
	// Node warns on standard error about the way this is loaded: across the screens.
	process.removeAllListeners('warning');
	if (typeof BUILD === 'undefined') return () => (loaded ??= import('./late-parts.ts'));
	const file = path.join(import.meta.dirname, 'late.cjs');
	const text = hold(file);
	const pdf = hold(path.join(import.meta.dirname, 'pdf-worker.cjs'));
	return () => (loaded ??= Promise.resolve().then(() => evaluate(file, text(), pdf)));
}

/** What lays trees out, in the same way; a module, since what measures a layout is made while it is loaded. */
export function holdTrees(): () => Promise<Trees> {
	if (typeof BUILD === 'undefined') return () => import('../ui/components/tree.tsx');
	const file = path.join(import.meta.dirname, 'trees.mjs');
	const text = hold(file);
	return () => {
		// It is given the path where it lay: what it is loaded from has none.
		const module = text().replaceAll(
			/\bimport\.meta\.url\b/g,
			JSON.stringify(pathToFileURL(file).href),
		);
		const encoded = Buffer.from(module).toString('base64');
		return importAsNode(`data:text/javascript;base64,${encoded}`) as Promise<Trees>;
	};
}

/**
 * Imports as what Node itself has loaded does. The program is loaded as scripts, whose code is kept; of an `import()` in
 * one of those Node says, on standard error, that it is experimental.
 */
function importAsNode(url: string): Promise<unknown> {
	const {Module} = process.getBuiltinModule('node:module');
	const importing = new Module('importing') as InstanceType<typeof Module> & {
		_compile(text: string, file: string): void;
	};
	importing._compile(
		'module.exports = (url) => import(url);',
		path.join(import.meta.dirname, 'importing.cjs'),
	);
	return (importing.exports as (url: string) => Promise<unknown>)(url);
}

/** Holds a file open; its text is read when it is first asked for. */
function hold(file: string): () => string {
	const descriptor = openSync(file, 'r');
	let text: string | undefined;
	return () => (text ??= readFileSync(descriptor, 'utf8'));
}

function evaluate(file: string, text: string, pdf: () => string): Parts {
	const {createRequire} = process.getBuiltinModule('node:module');
	const {compileFunction, constants} = process.getBuiltinModule('node:vm');
	const module = {exports: {}};
	const run = compileFunction(text, ['exports', 'require', 'module', '__filename', '__dirname'], {
		filename: file,
		importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
	}) as (...given: unknown[]) => void;
	run(module.exports, createRequire(file), module, file, path.dirname(file));
	const parts = module.exports as Parts;
	parts.holdPdfProgram(pdf);
	return parts;
}
