import {describe, expect, test, vi} from 'vitest';
import {cabinetDatabase} from '../helpers/cabinet.ts';
import {freshFolders, run} from './run.ts';

vi.setConfig({testTimeout: 60_000});

const fresh = freshFolders();
const check = (...args: string[]) => run(['check', fresh(cabinetDatabase()).file, ...args]);

describe('check --meeting', () => {
	test('says for every item whether it can be decided, why, and by which provision', async () => {
		const {code, out} = await check('--meeting', 'M-4');
		expect(code).toBe(0);
		expect(out).toContain('M-4 Cabinet in December, 10 December 2026, as of 22 November 2026');
		expect(out).toMatch(/^– +1 Minutes of the last meeting$/m);
		expect(out).toMatch(/^nothing found missing +2 Depot$/m);
		expect(out).toMatch(/^NOT YET +3 Leisure centres$/m);
		expect(out).toMatch(/holds: The agenda, published on 20 November 2026/);
		expect(out.replaceAll(/\s+/g, ' ')).toContain('(SI 2012/2089 reg 10)');
	});

	test('takes the meeting in any case, and suggests one', async () => {
		expect((await check('--meeting', 'm-4')).code).toBe(0);
		const {code, error} = await check('--meeting', 'M-44');
		expect({code, error}).toEqual({
			code: 1,
			error: 'there is no meeting M-44; did you mean M-4?',
		});
	});

	test('ends with 1 when an item cannot be put right any more', async () => {
		const database = cabinetDatabase();
		const held = database.meetings.find(({id}) => id === 'M-4');
		if (held) held.startsAt = '2026-11-23T10:00';
		const {code, out} = await run(['check', fresh(database).file, '--meeting', 'M-4']);
		expect(code).toBe(1);
		expect(out).toMatch(/^NO +2 Depot$/m);
		expect(out).toContain('FAILS: ');
	});

	test('no line is wider than 80 columns', async () => {
		const {out} = await check('--meeting', 'M-4');
		for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
	});

	test('gives the checks as data', async () => {
		const {code, out} = await check('--meeting', 'M-4', '--format', 'json');
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({
			meeting: 'M-4',
			day: '2026-12-10',
			today: '2026-11-22',
			items: [
				{number: '1', verdict: 'yes', checks: []},
				{number: '2', title: 'Depot', verdict: 'yes'},
				{number: '3', verdict: 'not-yet'},
				{number: '4', verdict: 'not-yet'},
			],
		});
	});

	test('needs to know which meeting', async () => {
		const {code, error} = await check('--meeting');
		expect({code, error}).toEqual({
			code: 2,
			error: '--meeting needs a value: --meeting <meeting>',
		});
	});
});
