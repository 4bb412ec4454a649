// Which functions of the program each file of tests reaches: kept between runs, and measured anew where something changed.
import {createHash} from 'node:crypto';
import {existsSync, globSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import type {Mutant} from './mutants.ts';
import {root, runTests, scratchPlace} from './run.ts';

/** What is known of one file of tests. */
type Known = {
	hash: string;
	ms: number;
	isRed: boolean;
	reached: string[];
	/** Those of them that were reached before the first test ran. */
	whileLoading: string[];
};
export type Reach = Map<string, Known>;
type Kept = {sources: Record<string, string>; tests: Record<string, Known>};

const keptAt = path.join(root, 'node_modules/.cache/mutate/reach.json');

const hashOf = (file: string): string =>
	existsSync(path.join(root, file))
		? createHash('sha1')
				.update(readFileSync(path.join(root, file)))
				.digest('hex')
		: '';

/** The file of a place such as `/…/source/ui/room.ts:120`, from the root. */
const fileOf = (place: string): string => path.relative(root, place.replace(/:\d+$/, ''));

/** What is known of every file of tests in some folders of test/. */
export async function reachOf(
	folders: readonly string[],
	print: (text: string) => void,
): Promise<Reach> {
	const kept = existsSync(keptAt)
		? (JSON.parse(readFileSync(keptAt, 'utf8')) as Kept)
		: {sources: {}, tests: {}};
	const changed = new Set(
		Object.keys(kept.sources).filter((file) => hashOf(file) !== kept.sources[file]),
	);
	const tests = globSync(
		['test/*.test.ts', ...folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`)],
		{cwd: root},
	);
	const stale = tests.filter((test) => {
		const known = kept.tests[test];
		return known?.hash !== hashOf(test) || known.reached.some((one) => changed.has(fileOf(one)));
	});
	if (stale.length > 0) {
		print(`looking which functions ${stale.length} of ${tests.length} files of tests reach …\n`);
		Object.assign(kept.tests, await measure(stale));
		const reached = Object.values(kept.tests).flatMap((known) => known.reached);
		const files = new Set(reached.map(fileOf));
		kept.sources = Object.fromEntries([...files].map((file) => [file, hashOf(file)]));
		mkdirSync(path.dirname(keptAt), {recursive: true});
		writeFileSync(keptAt, JSON.stringify(kept));
	}
	return new Map(
		tests.flatMap((test) => (kept.tests[test] ? [[test, kept.tests[test]] as const] : [])),
	);
}

async function measure(tests: readonly string[]): Promise<Record<string, Known>> {
	const folder = scratchPlace();
	mkdirSync(folder);
	const outcomes = await runTests(tests, {env: {REACHED: folder}, bail: false, seconds: 3600});
	if (!outcomes) throw new Error('the tests did not end');
	const reached = new Map(
		readdirSync(folder).map((name) => {
			const {test, ...found} = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as {
				test: string;
			} & Pick<Known, 'reached' | 'whileLoading'>;
			return [test, found];
		}),
	);
	if (reached.size < outcomes.length) throw new Error('what tests reach was not noted');
	return Object.fromEntries(
		outcomes.map(({file, ms, hasFailed}) => [
			file,
			{
				hash: hashOf(file),
				ms,
				isRed: hasFailed,
				...(reached.get(file) ?? {reached: [], whileLoading: []}),
			},
		]),
	);
}

/** The files of tests that may notice a fault, whoever lies nearest first; of those that are as near the quickest. */
export function testsFor({file, within}: Mutant, reach: Reach): string[] {
	const isLoaded = [...reach.values()].some(({whileLoading}) =>
		whileLoading.includes(within ?? ''),
	);
	const users = within === undefined || isLoaded ? usersOf(file) : [];
	const isReached = users.length > 0 ? withFile(users) : inFunction(within ?? '');
	// Data has no function that could be noted: whoever imports it, or what uses it, may notice as well.
	const all = [...reach].filter(([test, known]) => isReached(known) || importsOne(test, users));
	return all
		.toSorted(([a, one], [b, other]) => nearness(b, file) - nearness(a, file) || one.ms - other.ms)
		.map(([test]) => test);
}

const inFunction =
	(within: string) =>
	({reached}: Known): boolean =>
		reached.includes(within);

const importsOne = (test: string, files: readonly string[]): boolean =>
	files.length > 0 && importsOf(path.join(root, test)).some((one) => files.includes(one));

const importsOf = (file: string): string[] =>
	[...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)].map(([, name = '']) =>
		path.resolve(path.dirname(file), name),
	);

const withFile =
	(files: readonly string[]) =>
	({reached}: Known): boolean =>
		reached.some((place) => files.some((file) => place.startsWith(`${file}:`)));

/** A file and those that import it, those that only hand it on passed over. */
function usersOf(file: string): string[] {
	const found = new Set([file]);
	const sources = globSync('source/**/*.{ts,tsx}', {cwd: root}).map((name) =>
		path.join(root, name),
	);
	const imports = new Map(sources.map((source) => [source, importsOf(source)]));
	for (const known of found) {
		for (const [source, named] of imports) {
			if (named.includes(known) && (known === file || known.endsWith('/index.ts')))
				found.add(source);
		}
	}
	return [...found];
}

/** How many folders a file of tests has in common with the file that it may concern; the same name counts too. */
function nearness(test: string, file: string): number {
	const [a, b] = [test, path.relative(root, file)].map((name) => name.split(/[/.]/).slice(1));
	const first = a?.findIndex((part, index) => part !== b?.[index]) ?? 0;
	return first;
}
