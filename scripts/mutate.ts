// npm run mutate: puts small faults into the program, one after the other, and says which of them no test notices.
import {spawnSync} from 'node:child_process';
import {existsSync, globSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {parseArgs} from 'node:util';
import {type Mutant, mutantsOf} from './mutate/mutants.ts';

const help = `npm run mutate -- [area …] [--count 20] [--seed 1] [--near]

Puts faults into the program, one at a time: a condition negated, a bound moved, an early return or an element of a list
left out, a text altered. An area is a folder or a file of source/ (domain/changes, ui/forms); without one it is all of
them. Each fault meets the tests that lie beside its file, and if those pass, with them all that run in one process;
--near leaves the second step out. Tests that fail without any fault are left out and named.
`;

const root = path.dirname(import.meta.dirname);
const {values, positionals: areas} = parseArgs({
	allowPositionals: true,
	options: {
		count: {type: 'string', default: '20'},
		seed: {type: 'string', default: '1'},
		near: {type: 'boolean', default: false},
		help: {type: 'boolean', default: false},
	},
});
const print = (text: string) => process.stdout.write(text);

/** Every run takes the same ones for the same seed: mulberry32, a number from 0 up to 1 at each call. */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

function sample(all: readonly Mutant[], count: number, random: () => number): Mutant[] {
	const left = [...all];
	const taken: Mutant[] = [];
	while (taken.length < count && left.length > 0) {
		taken.push(...left.splice(Math.floor(random() * left.length), 1));
	}
	return taken.toSorted((a, b) => a.file.localeCompare(b.file) || a.start - b.start);
}

function filesOf(area: string): string[] {
	const at = path.join(root, 'source', area);
	if (/\.tsx?$/.test(area) && existsSync(at)) return [at];
	const found = globSync(path.join(at, '**/*.{ts,tsx}'));
	if (found.length === 0) throw new Error(`there is no source/${area}`);
	return found;
}

/** The folder of tests that mirrors the one a file is in, or the nearest above it. */
function testsBeside(file: string): string {
	let folder = path.dirname(path.relative(path.join(root, 'source'), file));
	while (folder !== '.' && globSync(path.join(root, 'test', folder, '*.test.*')).length === 0) {
		folder = path.dirname(folder);
	}
	return path.join('test', folder, '/');
}

const scratch = mkdtempSync(path.join(os.tmpdir(), 'boardwalk-mutate-'));
process.on('exit', () => rmSync(scratch, {recursive: true, force: true}));

/** Runs tests, all but those in `red`; gives back the files that failed, or that they never ended. */
function failing(filters: string[], red: readonly string[], mutant?: Mutant): string[] {
	const report = path.join(scratch, 'report.json');
	rmSync(report, {force: true});
	const {error} = spawnSync(
		path.join(root, 'node_modules/.bin/vitest'),
		[
			'run',
			...filters,
			'--config=scripts/mutate/vitest.config.ts',
			`--root=${root}`,
			'--reporter=json',
			`--outputFile=${report}`,
			...red.flatMap((file) => ['--exclude', file]),
			...(mutant ? ['--bail', '1'] : []),
		],
		{
			cwd: root,
			stdio: 'ignore',
			timeout: 600_000,
			env: {...process.env, ...(mutant ? {MUTANT: JSON.stringify(mutant)} : {})},
		},
	);
	if (error || !existsSync(report)) return ['a run that never ended'];
	const {testResults} = JSON.parse(readFileSync(report, 'utf8')) as {
		testResults: {name: string; status: string; assertionResults: {status: string}[]}[];
	};
	// Files that were given up after the first failure are called failed as well: those with a test that failed first.
	const isProven = ({assertionResults}: (typeof testResults)[number]) =>
		assertionResults.some(({status}) => status === 'failed');
	return testResults
		.filter(({status}) => status === 'failed')
		.toSorted((a, b) => Number(isProven(b)) - Number(isProven(a)))
		.map(({name}) => path.relative(root, name));
}

/** What fails with no fault in the program, by what was asked for. */
const red = new Map<string, string[]>();
function noticedBy(filters: string[], mutant: Mutant): string | undefined {
	const key = filters.join(' ');
	const known = red.get(key) ?? failing(filters, []);
	if (!red.has(key) && known.length > 0)
		print(`red without any fault, left out: ${known.join(', ')}\n`);
	red.set(key, known);
	return failing(filters, known, mutant)[0];
}

/** A fault that a test is sure to notice: else none would be, and all would seem to survive. */
function checkReach(): void {
	const file = path.join(root, 'source/domain/words.ts');
	const broken = {file, line: 1, start: 0, end: 0, text: 'throw new Error("fault");', what: ''};
	if (failing(['test/domain/words.test.ts'], [], broken).length === 0) {
		throw new Error('faults do not reach the tests: is a cache of modules on?');
	}
}

function main(): void {
	if (values.help) {
		print(help);
		return;
	}
	const files = (areas.length > 0 ? areas : ['']).flatMap(filesOf);
	const all = files.flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8')));
	const taken = sample(all, Number(values.count), seeded(Number(values.seed)));
	print(`${taken.length} of ${all.length} faults in ${files.length} files, seed ${values.seed}\n`);
	checkReach();
	let killed = 0;
	for (const mutant of taken) {
		const steps = [[testsBeside(mutant.file)], ...(values.near ? [] : [['--project', 'pure']])];
		let by: string | undefined;
		for (const step of steps) by ??= noticedBy(step, mutant);
		if (by !== undefined) killed++;
		const place = `${path.relative(root, mutant.file)}:${mutant.line}`;
		print(
			`${by === undefined ? 'SURVIVED' : 'killed  '} ${place}  ${mutant.what}${by === undefined ? '' : `  (${by})`}\n`,
		);
	}
	print(`${killed} of ${taken.length} killed\n`);
}

main();
