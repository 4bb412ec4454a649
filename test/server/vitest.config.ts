// npm run test:server: what needs root and a real sshd, apart from the other tests.
import path from 'node:path';
import {defineConfig} from 'vitest/config';

export default defineConfig({
	root: path.join(import.meta.dirname, '..', '..'),
	test: {
		include: ['test/server/*.server.ts'],
		fileParallelism: false,
		env: {NODE_ENV: 'production'},
	},
});
