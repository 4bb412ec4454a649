// npm run bench [name …]: measures the program beside its floors and prints the ratios.
// What is measured and why: docs/parts.md; the goals stand beside the figures.
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import util from 'node:util';

const help = `npm run bench -- [name …] [--quick] [--self] [--record] [--output file.md]

name      start, typed, subcommand, move, held, line, bytes, commit, visible,
          writers, memory, peers, keystrokes, postgres; none means all
--quick   fewer samples
--self    measures the floor in the application's place: every ratio should be about 1, and how
          far from it they are is this machine's noise
--record  writes the table into docs/performance.md
--output  writes the table as Markdown, too
`;

const {values, positionals} = util.parseArgs({
	allowPositionals: true,
	options: {
		quick: {type: 'boolean', default: false},
		self: {type: 'boolean', default: false},
		record: {type: 'boolean', default: false},
		output: {type: 'string'},
		help: {type: 'boolean', default: false},
	},
});

if (process.platform !== 'linux') {
	process.stderr.write('The measurements read /proc: they need Linux.\n');
	process.exit(2);
}
if (!process.features.typescript) {
	process.stderr.write("Run this through npm, which takes the project's own Node.\n");
	process.exit(2);
}

const {measures} = await import('./measures/index.ts');
const unknown = positionals.filter((name) => !Object.hasOwn(measures, name));
if (values.help || unknown.length > 0) {
	if (unknown.length > 0) process.stderr.write(`No such measurement: ${unknown.join(', ')}\n`);
	process[values.help ? 'stdout' : 'stderr'].write(help);
	process.exit(values.help ? 0 : 2);
}

// Builds the application when that is out of date.
if (!values.self) await import('../scripts/bootstrap.js');
const {application, minimalList} = await import('./programs.ts');
const {copySample, generate, generateKept} = await import('./generate.ts');
const {markdown, table, verdict} = await import('./table.ts');
const {killAll} = await import('./terminal.ts');

const folder = mkdtempSync(path.join(os.tmpdir(), 'boardwalk-benchmark-'));
process.on('exit', () => rmSync(folder, {recursive: true, force: true}));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

const floor = await minimalList();
const setting = {
	application: values.self ? {...floor, name: 'itself'} : application,
	floor,
	sample: copySample(path.join(folder, 'few', 'database.json')),
	full: generate(path.join(folder, 'full', 'database.json'), 100),
	large: generate(path.join(folder, 'many', 'database.json'), 10_000),
	kept: generateKept(path.join(folder, 'kept', 'database.json'), 10_000),
	folder,
	quick: values.quick,
};

const load = () => (os.loadavg()[0] ?? 0).toFixed(1);
const before = load();
const begun = performance.now();
/** @type {import('./table.ts').Result[]} */
const results = [];
for (const [name, measure] of Object.entries(measures)) {
	if (positionals.length > 0 && !positionals.includes(name)) continue;
	// The minimal list has no database.
	if (values.self && ['visible', 'writers'].includes(name)) continue;
	process.stderr.write(`Measuring ${name} …`);
	const started = performance.now();
	try {
		results.push(...(await measure(setting)));
	} catch (error) {
		// The others are still worth having.
		process.stderr.write(`\n${name} could not be measured: ${util.inspect(error)}\n`);
		process.exitCode = 1;
		killAll();
	}
	process.stderr.write(` ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
}
process.stdout.write(table(results));

const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
const machine = `Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, load ${before} before and ${load()} after, ${minutes} minutes, ${new Date().toISOString().slice(0, 10)}.`;
process.stdout.write(`\n${verdict(results)}\n${machine}\n`);
const page = `${markdown(results)}\n${verdict(results)} ${machine}\n`;
if (values.record) {
	const file = path.join(import.meta.dirname, '..', 'docs', 'performance.md');
	const [before, run, after] = readFileSync(file, 'utf8').split('<!-- run -->\n');
	if (run === undefined || after === undefined) {
		throw new Error(`${file} has no place for a run: two lines <!-- run -->`);
	}
	writeFileSync(file, [before, `\n${page}\n`, after].join('<!-- run -->\n'));
}
if (values.output) writeFileSync(values.output, page);
process.exit();
