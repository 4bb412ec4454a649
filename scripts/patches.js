// What the bundle changes in libraries, for speed alone: behaviour stays (test/patches.test.ts). Each
// patch names the text that it replaces; when a new version of the library no longer has it, the build
// fails and says so. Figures and reasons: docs/decisions/0005-patches-in-the-bundle.md.

/**
 * Characters of one cell whatever stands beside them: Latin without combining marks, punctuation,
 * currency, arrows, box drawing, blocks and the shapes that the screens are drawn with.
 */
export const narrow =
	/^[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2319\u2500-\u25fc\u2713-\u2718]*$/;

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
export const patches = [
	{
		// The pattern of all emoji takes some 30 ms to build: built when the first emoji is met.
		file: /string-width\/index\.js$/,
		find: 'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;',
		replace: String.raw`let rgiEmoji;
const rgiEmojiRegex = {test: text => /\p{Emoji}/u.test(text) && (rgiEmoji ??= new RegExp('^\\p{RGI_Emoji}$', 'v')).test(text)};`,
	},
	{
		// The fast path for ASCII, widened to what the screens are drawn with.
		file: /string-width\/index\.js$/,
		find: 'if (/^[\\u0020-\\u007E]*$/.test(string)) {',
		replace: `if ((ambiguousIsNarrow && ${narrow}.test(string)) || /^[\\u0020-\\u007E]*$/.test(string)) {`,
	},
	{
		// Ink measures and splits every line of every frame anew: what it knows of a line is kept for the
		// frames after, up to a thousand lines.
		file: /ink\/build\/output\.js$/,
		find: '    caches = new OutputCaches();',
		replace: '    caches = keptCaches();',
	},
	{
		file: /ink\/build\/output\.js$/,
		find: 'export default class Output {',
		replace: `let kept = new OutputCaches();
const keptCaches = () => {
    if (kept.styledChars.size > 1000 || kept.widths.size > 5000) kept = new OutputCaches();
    return kept;
};
export default class Output {`,
	},
	{
		// A dozen modules, some 15 ms, to find the one add-on in the only place where it can lie: beside the
		// bundle (scripts/build.js puts it there), so that what is installed needs no package besides.
		file: /fs-native-extensions\/binding\.js$/,
		find: "require.addon = require('require-addon')\n\nmodule.exports = require.addon('.', __filename)",
		replace: 'module.exports = require(`./native/${process.platform}-${process.arch}.node`)',
	},
	...ofMeow,
];

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
