// The tests with one fault in the program: whoever runs them says which in MUTANT. No file is touched.
import process from 'node:process';
import {mergeConfig} from 'vitest/config';
import usual from '../../vitest.config.ts';
import type {Mutant} from './mutants.ts';

const mutant = JSON.parse(process.env['MUTANT'] ?? 'null') as Mutant | null;

export default mergeConfig(usual, {
	plugins: [
		{
			name: 'mutant',
			enforce: 'pre',
			transform(code: string, id: string) {
				if (!mutant || id.split('?')[0] !== mutant.file) return undefined;
				return code.slice(0, mutant.start) + mutant.text + code.slice(mutant.end);
			},
		},
	],
});
