// Bundles source/ into dist/: one start-up file for the command line, one chunk loaded only when
// screens are wanted. Why each option is here: docs/decisions/0003-bundle.md.
import {execFileSync} from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
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

/**
 * What goes into the bundle instead of a library as it comes.
 * @type {import('rolldown').Plugin}
 */
const instead = {
	name: 'instead',
	resolveId: (id) =>
		({
			'string-width': path.join(root, 'scripts', 'instead', 'string-width.js'),
			'require-addon': path.join(root, 'scripts', 'instead', 'require-addon.cjs'),
		})[id] ?? null,
};

/**
 * Where a module lies, as CommonJS says it.
 * @type {import('rolldown').Plugin}
 */
const whereabouts = {
	name: 'whereabouts',
	transform(code) {
		const told = code
			.replaceAll('import.meta.dirname', '__dirname')
			.replaceAll('import.meta.url', 'require("node:url").pathToFileURL(__filename).href');
		return told === code ? null : {code: told, map: null};
	},
};

/**
 * Loads what is apart as CommonJS too: the loader of modules would read all of it for what it exports.
 * @type {import('rolldown').Plugin}
 */
const required = {
	name: 'required',
	renderChunk: (code) =>
		code.replaceAll(
			/import\((["'`])(\.\/(?:screens|postgres)\.js)\1\)/g,
			'Promise.resolve().then(()=>require("$2"))',
		),
};

/** What is built, for `--version`: the version, and the commit, with a plus where files differ from it. */
export function buildOf() {
	const {version} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
	const git = (/** @type {string[]} */ ...args) =>
		execFileSync('git', args, {cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']});
	try {
		const commit = git('rev-parse', '--short=10', 'HEAD').trim();
		const isAltered = git('status', '--porcelain', '--', 'source', 'scripts', 'data').trim() !== '';
		return {version, commit: isAltered ? `${commit}+` : commit};
	} catch {
		// The sources without their history.
		return {version, commit: 'unknown'};
	}
}

/**
 * What goes into one file with all that it imports: to each its own would be forty files for a command that opens a
 * database. What the command line needs by itself stays apart from that, for those that open none.
 */
const together = [
	{name: 'cli', test: /source.cli\.ts$/, priority: 1},
	{name: 'opening', test: /source.store.open\.ts$/},
];

/** Systems for which the lock's add-on is put beside the bundle. */
const systems = [
	'linux-x64',
	'linux-arm64',
	'darwin-x64',
	'darwin-arm64',
	'win32-x64',
	'win32-arm64',
];

/** Puts what is not JavaScript, and the licences of what went into the bundle, beside it. */
function addFiles(/** @type {string} */ folder, /** @type {Set<string>} */ modules) {
	mkdirSync(path.join(folder, 'native'));
	for (const system of systems) {
		cpSync(
			path.join(
				root,
				`node_modules/fs-native-extensions/prebuilds/${system}/fs-native-extensions.node`,
			),
			path.join(folder, `native/${system}.node`),
		);
	}
	const packages = new Set(
		[...modules].flatMap((id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []),
	);
	const licences = [...packages].toSorted().map((from) => {
		const {name, version, license} = JSON.parse(
			readFileSync(path.join(from, 'package.json'), 'utf8'),
		);
		const file = readdirSync(from).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
		// A library that holds others keeps their licences beside them.
		const within = path.join(from, 'build', 'licenses.md');
		const files = [...(file === undefined ? [] : [path.join(from, file)]), within];
		const text = files
			.filter((one) => existsSync(one))
			.map((one) => readFileSync(one, 'utf8').trim())
			.join('\n\n');
		return `${name} ${version} (${license})\n\n${text}\n`;
	});
	writeFileSync(path.join(folder, 'LICENCES.txt'), licences.join(`\n${'-'.repeat(78)}\n\n`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const dist = path.join(root, 'dist');
	// Beside, and then in its place at once: whoever starts meanwhile starts the old one.
	const fresh = path.join(root, `dist.${process.pid}.tmp`);
	/** @type {import('rolldown').OutputOptions} */
	const files = {
		...output,
		dir: fresh,
		format: 'cjs',
		// A text of one byte a character takes half the time to read.
		charset: 'ascii',
	};
	const plugins = [instead, whereabouts, patchLibraries(), required];
	const build = buildOf();
	const define = {BUILD: JSON.stringify(build)};
	/** @type {Set<string>} */
	const modules = new Set();
	for (const [input, options] of /** @type {const} */ ([
		[
			bundle(
				{
					cli: 'source/cli.ts',
					postgres: 'source/store/postgres/open.ts',
				},
				[apart('/screens.ts', './screens.js'), ...plugins],
			),
			{...files, codeSplitting: {groups: together}},
		],
		// The screens with all that they need in one file: a start then loads two files instead of forty. What
		// only a database in PostgreSQL needs would bring Node's TLS into each.
		[
			bundle({screens: 'source/commands/screens.ts'}, [
				apart('/postgres/open.ts', './postgres.js'),
				...plugins,
			]),
			{...files, codeSplitting: false},
		],
		// Ink and React, for what is laid out as a tree. A module, because yoga-layout waits while it is loaded.
		[
			bundle({trees: 'source/ui/components/tree.tsx'}, [instead]),
			{...files, codeSplitting: false, format: 'esm', entryFileNames: '[name].mjs'},
		],
		// What a session may want long after its start, and the thread that reads a PDF: each one file, which it holds
		// open (source/commands/late.ts).
		...Object.entries({
			late: 'source/commands/late-parts.ts',
			'pdf-worker': 'source/import/read/pdf-worker.ts',
		}).map(
			([name, file]) =>
				/** @type {const} */ ([
					bundle({[name]: file}, plugins),
					{...files, codeSplitting: false, entryFileNames: '[name].cjs'},
				]),
		),
	])) {
		const made = await rolldown({
			...input,
			// unpdf asks where pdfjs-dist lies, which is not installed, and goes on without it.
			checks: {emptyImportMeta: false},
			// What is kept of a start's code holds what was called, so nothing need be compiled ahead of that.
			optimization: {pifeForModuleWrappers: false},
			transform: {...input.transform, define: {...input.transform?.define, ...define}},
		});
		const {output: chunks} = await made.write(options);
		for (const chunk of chunks) {
			if (chunk.type === 'chunk') for (const id of chunk.moduleIds) modules.add(id);
		}
		await made.close();
	}
	writeFileSync(path.join(fresh, 'package.json'), '{"type": "commonjs"}\n');
	addFiles(fresh, modules);
	mkdirSync(path.join(fresh, 'completions'));
	for (const shell of ['bash', 'zsh', 'fish']) {
		const words = execFileSync(process.execPath, [
			path.join(fresh, 'cli.js'),
			'completions',
			shell,
		]);
		writeFileSync(path.join(fresh, 'completions', shell), words);
	}
	const old = `${dist}.${process.pid}.old.tmp`;
	if (existsSync(dist)) renameSync(dist, old);
	renameSync(fresh, dist);
	rmSync(old, {recursive: true, force: true});
}
