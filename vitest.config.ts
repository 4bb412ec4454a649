import {availableParallelism} from 'node:os';
import path from 'node:path';
import {defineConfig} from 'vitest/config';
import {BaseSequencer, type TestSpecification} from 'vitest/node';

const tests = (...folders: string[]) => folders.map((name) => `test/${name}/**/*.test.{ts,tsx}`);

/** Tests that leave nothing behind in their process: they share it, and what they load. */
export const pureFolders = ['data', 'documents', 'domain', 'import', 'meeting', 'ui'];
const pure = tests(...pureFolders);

/**
 * Where no earlier run tells how long files take, large ones go first. The longest test of all is a small file, which
 * would come last, with one core idle beside it.
 */
class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		// oxlint-disable-next-line no-array-sort -- the sequencer's own, of no array
		const sorted = await super.sort(files);
		const isLongest = ({moduleId}: TestSpecification) =>
			/\/(?:postgres\/postgres|package\/package)\.test\.ts$/.test(moduleId);
		return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))];
	}
}

export default defineConfig({
	// React as the program is built with it: half the time of a frame.
	oxc: {jsx: {development: false}},
	test: {
		env: {
			NODE_ENV: 'production',
			// For the programs that tests start, which else would compile all their files anew. In no folder that
			// others may write to: compiled code is run unread.
			NODE_COMPILE_CACHE: path.join(import.meta.dirname, 'node_modules', '.cache', 'compiled'),
		},
		// By default one core is left free, which of two is half.
		maxWorkers: availableParallelism(),
		// Generous, so that a busy machine fails no test: nothing in them waits for time.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		expect: {poll: {timeout: 20_000}},
		sequence: {sequencer: LongestFirst},
		projects: [
			{
				extends: true,
				// What these wait for comes from their own process: at once or not at all.
				test: {name: 'pure', include: pure, isolate: false, expect: {poll: {timeout: 1000}}},
			},
			{
				extends: true,
				test: {
					name: 'system',
					include: tests('.'),
					exclude: pure,
					globalSetup: 'test/helpers/built.ts',
				},
			},
		],
	},
});
