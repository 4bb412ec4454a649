import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {generated} from '../scripts/generate.js';

describe('what is generated from the source', async () => {
	for (const [file, text] of Object.entries(await generated())) {
		test(`${file} is as npm run generate writes it`, () => {
			const found = readFileSync(path.join(import.meta.dirname, '..', file), 'utf8');
			expect(found).toBe(text);
		});
	}
});
