// Papers of many bodies, value by value against what each says: cases that once came out wrong, and whole papers as they
// were found, their texts in other words. A wrong value is worse than a missed one.
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {scoreFolder, type Scored, total} from '../../scripts/score-papers.ts';

const folder = (name: string) => path.join(import.meta.dirname, name);

describe('cases that once came out wrong', async () => {
	const scored = await scoreFolder(folder('cases'));
	test.each(scored.map((one) => [one.name, one] as const))('%s', (_, {faults}) => {
		expect(faults).toEqual([]);
	});
});

describe('papers as they were found', () => {
	let scored: Scored[] = [];
	beforeAll(async () => {
		scored = await scoreFolder(folder('found'));
	}, 60_000);

	test('shows hardly a wrong value and misses few', () => {
		const {right, wrong, missed} = total(scored);
		expect(wrong / (right + wrong)).toBeLessThanOrEqual(0.03);
		expect(right / (right + wrong + missed)).toBeGreaterThanOrEqual(0.8);
	});
	test('takes each for what it is', () => {
		const others = scored.filter(({faults}) => faults.some((fault) => fault.startsWith('kind:')));
		expect(others.map(({name}) => name)).toEqual([]);
	});
});

// These were scored once before anything was mended for them; the table is in docs/decisions/0007.
describe('papers that nobody had tuned for', () => {
	test.each([
		{name: 'later', most: 2, least: 176},
		{name: 'unseen', most: 10, least: 709},
	])(
		'give no fewer values than they did, and no more wrong ones ($name)',
		async ({name, most, least}) => {
			const {right, wrong} = total(await scoreFolder(folder(name)));
			expect(right).toBeGreaterThanOrEqual(least);
			expect(wrong).toBeLessThanOrEqual(most);
		},
		60_000,
	);
});
