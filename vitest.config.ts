import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.{ts,tsx}'],
		// Generous, so that a busy machine fails no test: nothing in them waits for time.
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});
