// The tests, either with one fault in the program (MUTANT), or noting which functions each of them reaches (REACHED, a folder). No file is touched.
import path from 'node:path';
import process from 'node:process';
import {BaseSequencer, type TestSpecification} from 'vitest/node';
import usual from '../../vitest.config.ts';
import {type Mutant, noting} from './mutants.ts';

const root = path.dirname(path.dirname(import.meta.dirname));
const {MUTANT = 'null', REACHED, ORDER = '[]'} = process.env;
const mutant = JSON.parse(MUTANT) as Mutant | null;
const order = JSON.parse(ORDER) as string[];

const fault = {
	name: 'fault',
	enforce: 'pre' as const,
	transform(code: string, id: string) {
		const [file = ''] = id.split('?');
		if (mutant?.file === file) {
			return code.slice(0, mutant.start) + mutant.text + code.slice(mutant.end);
		}
		const isOfProgram = file.startsWith(path.join(root, 'source/')) && /\.tsx?$/.test(file);
		return REACHED !== undefined && isOfProgram ? noting(file, code) : undefined;
	},
	/** What is kept of modules between runs is kept without the fault. */
	configureVitest: (vitest: {
		defineCacheKeyGenerator(key: (of: {id: string}) => false | undefined): void;
	}) =>
		vitest.defineCacheKeyGenerator(({id}) =>
			id.split('?')[0] === mutant?.file ? false : undefined,
		),
};

/** Whoever lies nearest goes first: the run ends with the first failure. */
class Nearest extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const placeOf = ({moduleId}: TestSpecification) => order.indexOf(path.relative(root, moduleId));
		return files.toSorted((a, b) => placeOf(a) - placeOf(b));
	}
}

const ours =
	REACHED === undefined
		? {fsModuleCachePath: path.join(root, 'node_modules/.cache/mutate/modules')}
		: {fsModuleCache: false, runner: path.join(import.meta.dirname, 'noting.ts')};

// A project takes no plugins from the whole.
const projects = usual.test?.projects?.map((project) =>
	typeof project === 'object' && 'test' in project
		? {...project, plugins: [fault], test: {...project.test, ...ours}}
		: project,
);

export default {
	...usual,
	test: {...usual.test, ...ours, maxWorkers: 1, sequence: {sequencer: Nearest}, projects},
};
