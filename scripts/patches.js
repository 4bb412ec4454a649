// What the bundle changes in libraries, for speed alone: behaviour stays (test/patches.test.ts). Each
// patch names the text that it replaces; when a new version of the library no longer has it, the build
// fails and says so. Figures and reasons: docs/decisions/0005-patches-in-the-bundle.md.

/**
 * meow is given the package, so what finds, reads and normalises package files is never called: without these
 * lines the bundler leaves it out, four fifths of meow. And a module of Node's that is imported has every getter of
 * its exports called, those that open standard input among them.
 * @type {{file: RegExp, find: string, replace: string}[]}
 */
const ofMeow = [
	.../** @type {const} */ ([
		["import require$$0$2, { format } from 'util';", 'const format = (text) => text;'],
		[
			"import require$$5, { createRequire } from 'node:module';",
			'const createRequire = undefined;',
		],
		["import process$1 from 'node:process';", 'const process$1 = process;'],
		["import { promisify } from 'node:util';", ''],
		["import { execFile } from 'node:child_process';", ''],
		['promisify(execFile);', ''],
		['var libExports = requireLib$1();', 'var libExports = {};'],
		['var normalizeExports = requireNormalize();', 'var normalizeExports = {};'],
	]).map(([find, replace]) => ({file: /meow\/build\/dependencies\.js$/, find, replace})),
	{
		file: /meow\/build\/options\.js$/,
		find: "import { a as readPackageUpSync, n as normalizePackageData } from './dependencies.js';",
		replace: 'const readPackageUpSync = () => undefined, normalizePackageData = () => {};',
	},
	...['index', 'options', 'validate'].map((name) => ({
		file: new RegExp(`meow/build/${name}\\.js$`),
		find: "import process from 'node:process';",
		replace: '',
	})),
];

/** @type {{file: RegExp, find: string, replace: string}[]} */
export const patches = [...ofMeow];
/**
 * The patches as a plugin of the bundler.
 * @returns {import('rolldown').Plugin}
 */
export const patchLibraries = () => ({
	name: 'patch-libraries',
	transform(code, id) {
		let patched = code;
		for (const {find, replace} of patches.filter((patch) => patch.file.test(id))) {
			if (!patched.includes(find))
				this.error(`${id} no longer has “${find}”: see scripts/patches.js`);
			patched = patched.replace(find, () => replace);
		}
		return patched === code ? null : {code: patched, map: null};
	},
});
