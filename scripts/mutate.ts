// npm run mutate: puts small faults into the program, one after the other, and says which of them no test notices.
import {existsSync, globSync, readFileSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {parseArgs} from 'node:util';
import {pureFolders} from '../vitest.config.ts';
import {equivalent} from './mutate/equivalent.ts';
import {type Mutant, mutantsOf} from './mutate/mutants.ts';
import {type Reach, reachOf, testsFor} from './mutate/reach.ts';
import {root, runTests} from './mutate/run.ts';

const help = `npm run mutate -- [area …] [--count 20] [--seed 1] [--lanes 2]
       npm run mutate -- --again survivors.log

Puts faults into the program, one at a time: a condition negated, a bound moved, an early return or an element of a list
left out, a text altered. An area is a folder or a file of source/ (domain/changes, ui/forms); without one it is all of
them. Each fault meets the tests that call the function it is in, the nearest first, until one fails: which those are is
measured once and kept. So many lanes do that side by side, each on one core. Tests that fail without any fault are left
out and named; a test that fails by time alone counts only where it does not do so without the fault.

--again takes the faults that survived in a run whose output was kept, wherever their lines stand now. Faults that alter
nothing anybody could notice are named in scripts/mutate/equivalent.ts, each with its reason, and are not run.
`;

const {values, positionals: areas} = parseArgs({
	allowPositionals: true,
	options: {
		count: {type: 'string', default: '20'},
		seed: {type: 'string', default: '1'},
		lanes: {type: 'string', default: String(availableParallelism())},
		again: {type: 'string'},
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

/** The faults that survived in an earlier run: of those alike in a file, the one nearest to where it stood then. */
function survivorsOf(log: string): Mutant[] {
	const told = readFileSync(log, 'utf8').matchAll(
		/^SURVIVED (\S+):(\d+) {2}(.*?)(?: {2}\(.*\))?$/gm,
	);
	return [...told].map(([, file = '', line, what]) => {
		const away = (one: Mutant) => Math.abs(one.line - Number(line));
		const alike = mutantsIn(path.join(root, file)).filter((one) => one.what === what);
		const [nearest] = alike.toSorted((a, b) => away(a) - away(b));
		if (!nearest) throw new Error(`${file} has no such fault any more: ${what}`);
		return nearest;
	});
}

const mutantsIn = (file: string): Mutant[] => mutantsOf(file, readFileSync(file, 'utf8'));

const isEquivalent = (mutant: Mutant): boolean =>
	equivalent.some(
		({file, what, code}) =>
			path.join(root, file) === mutant.file && what === mutant.what && code === codeOf(mutant),
	);

const codeOf = ({file, line}: Mutant): string =>
	(readFileSync(file, 'utf8').split('\n')[line - 1] ?? '').trim();

function filesOf(area: string): string[] {
	const at = path.join(root, 'source', area);
	if (/\.tsx?$/.test(area) && existsSync(at)) return [at];
	const found = globSync(path.join(at, '**/*.{ts,tsx}'));
	if (found.length === 0) throw new Error(`there is no source/${area}`);
	return found;
}

/** What became of a fault. */
type Verdict = {fate: 'killed' | 'SURVIVED' | 'endless' | 'alike'; by?: string};

/** Some tests wait: what fails by time alone, on a busy machine, has not noticed anything. */
const byTime = /timed out|in time|timeout/i;

async function judge(mutant: Mutant, reach: Reach): Promise<Verdict> {
	if (isEquivalent(mutant)) return {fate: 'alike'};
	const tests = testsFor(mutant, reach).filter((test) => !reach.get(test)?.isRed);
	if (tests.length === 0) return {fate: 'SURVIVED', by: 'no test comes there'};
	const usual = tests.reduce((sum, test) => sum + (reach.get(test)?.ms ?? 0), 0) / 1000;
	const found = await runTests(tests, {
		env: {MUTANT: JSON.stringify(mutant), ORDER: JSON.stringify(tests)},
		bail: true,
		seconds: 60 + 5 * usual,
	});
	if (!found) return {fate: 'endless'};
	const failed = found.find(({hasFailed}) => hasFailed);
	if (!failed) return {fate: 'SURVIVED'};
	if (
		failed.messages.every((message) => byTime.test(message)) &&
		(await failsAnyway(failed.file))
	) {
		print(`${failed.file} is slow now, with no fault in it: once more\n`);
		return judge(mutant, reach);
	}
	return {fate: 'killed', by: failed.file};
}

async function failsAnyway(test: string): Promise<boolean> {
	const found = await runTests([test], {env: {}, bail: true, seconds: 600});
	return found?.some(({hasFailed}) => hasFailed) ?? true;
}

/** A fault that a test is sure to notice: else none would be, and all would seem to survive. */
async function checkReach(): Promise<void> {
	const file = path.join(root, 'source/domain/words.ts');
	const broken = {file, line: 1, start: 0, end: 0, text: 'throw new Error("fault");', what: ''};
	const found = await runTests(['test/domain/words.test.ts'], {
		env: {MUTANT: JSON.stringify(broken)},
		bail: true,
		seconds: 600,
	});
	if (!found?.some(({hasFailed}) => hasFailed)) {
		throw new Error('faults do not reach the tests: is a cache of modules on?');
	}
}

function sampleOf(named: readonly string[]): Mutant[] {
	const files = (named.length > 0 ? named : ['']).flatMap(filesOf);
	const all = files.flatMap(mutantsIn);
	const taken = sample(all, Number(values.count), seeded(Number(values.seed)));
	print(`${taken.length} of ${all.length} faults in ${files.length} files, seed ${values.seed}\n`);
	return taken;
}

async function main(): Promise<void> {
	if (values.help) {
		print(help);
		return;
	}
	const taken = values.again === undefined ? sampleOf(areas) : survivorsOf(values.again);
	await checkReach();
	const reach = await reachOf(foldersFor(taken), print);
	const red = [...reach].filter(([, {isRed}]) => isRed).map(([test]) => test);
	if (red.length > 0) print(`red without any fault, left out: ${red.join(', ')}\n`);
	const fates: Verdict['fate'][] = [];
	const left = taken.values();
	const work = async () => {
		for (const mutant of left) {
			const {fate, by} = await judge(mutant, reach);
			fates.push(fate);
			const place = `${path.relative(root, mutant.file)}:${mutant.line}`;
			print(`${fate.padEnd(8)} ${place}  ${mutant.what}${by === undefined ? '' : `  (${by})`}\n`);
		}
	};
	await Promise.all(Array.from({length: Number(values.lanes)}, work));
	const count = (fate: Verdict['fate']) => fates.filter((one) => one === fate).length;
	print(
		`${count('killed')} of ${taken.length} killed, ${count('SURVIVED')} survived, ${count('endless')} never ended, ${count('alike')} alter nothing\n`,
	);
}

/** Tests of the stores start servers and programs: they are run for what they alone can notice. */
const foldersFor = (mutants: readonly Mutant[]): string[] => [
	...pureFolders,
	'commands',
	'record',
	...(mutants.some(({file}) => /source\/store\//.test(file)) ? ['store'] : []),
];

await main();
