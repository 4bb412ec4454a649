// Bundles source/ into dist/: one start-up file for the command line, one chunk loaded only when
// screens are wanted. Why each option is here: docs/decisions/0003-bundle.md.
import {rmSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {rolldown} from 'rolldown';
import {patchLibraries} from './patches.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * The options shared by the application and the benchmark's minimal programs, so that the two are
 * compared like for like; only the patches are the application's own, unless they are asked for.
 * @param {Record<string, string>} input
 * @param {import('rolldown').Plugin[]} [plugins]
 * @returns {import('rolldown').InputOptions}
 */
export const bundle = (input, plugins = []) => ({
	input,
	plugins,
	cwd: root,
	platform: 'node',
	resolve: {
		alias: {
			// Ink's developer tools are never used in production.
			'react-devtools-core': path.join(root, 'scripts', 'empty.js'),
		},
	},
	transform: {
		define: {
			'process.env.NODE_ENV': '"production"',
			// yoga-layout would fetch its WebAssembly from a data: URL and so load all of Node's
			// fetch; without fetch it decodes the same bytes itself.
			fetch: 'undefined',
		},
	},
	treeshake: true,
});

/** @type {import('rolldown').OutputOptions} */
export const output = {
	dir: path.join(root, 'dist'),
	format: 'esm',
	minify: true,
	entryFileNames: '[name].js',
	chunkFileNames: '[name]-[hash].js',
};

/**
 * Leaves a module to the bundle that has it as its entry.
 * @param {string} ending how imports of the module end, and of no other
 * @param {string} entry
 * @returns {import('rolldown').Plugin}
 */
const apart = (ending, entry) => ({
	name: 'apart',
	resolveId: (id) => (id.endsWith(ending) ? {id: entry, external: true} : null),
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	rmSync(path.join(root, 'dist'), {recursive: true, force: true});
	const patched = patchLibraries();
	for (const [input, options] of /** @type {const} */ ([
		[
			bundle({cli: 'source/cli.ts', postgres: 'source/store/postgres/open.ts'}, [
				apart('/screens.ts', './screens.js'),
				patched,
			]),
			output,
		],
		// The screens with all that they need in one file: a start then loads two files instead of forty. What
		// only a database in PostgreSQL needs would bring Node's TLS into each.
		[
			bundle({screens: 'source/commands/screens.ts'}, [
				apart('/postgres/open.ts', './postgres.js'),
				patched,
			]),
			{...output, codeSplitting: false},
		],
	])) {
		const build = await rolldown(input);
		await build.write(options);
		await build.close();
	}
}
