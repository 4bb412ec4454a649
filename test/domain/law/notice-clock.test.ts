import {describe, expect, test} from 'vitest';
import {noticeClock} from '../../../source/domain/law/england/notice-clock.ts';
import type {Notice} from '../../../source/domain/schema/index.ts';
import {makeDatabase} from '../../helpers/database.ts';

const database = makeDatabase();
const clock = (notice: Partial<Notice>, today = '2026-11-22') =>
	noticeClock(
		database,
		{id: 'N-1', kind: 'key-decision', title: 'Depot', board: 'B-2', ...(notice as object)},
		today,
	);

describe('the days of a notice', () => {
	test.each([
		['27 clear days', '2026-12-20', 'running'],
		['28 clear days', '2026-12-21', 'up'],
		['29 clear days', '2026-12-22', 'up'],
	])('of a key decision, after %s: %s', (_, today, state) => {
		// SI 2012/2089 reg 9: neither the day of the notice nor that of the decision counts.
		expect(clock({publishedOn: '2026-11-22'}, today)).toMatchObject({state, from: '2026-12-21'});
	});

	test('of a second private notice are working days, holidays left out', () => {
		const kind = 'private-meeting-confirmed';
		const found = clock({kind, publishedOn: '2026-12-23'}, '2026-12-24');
		// 24, 29, 30, 31 December and 4 January; Christmas, Boxing Day's substitute and New Year do not count.
		expect(found).toMatchObject({state: 'running', from: '2027-01-05'});
		expect(found.says).toContain('Christmas Day');
	});

	test('of a general exception run from when scrutiny was told, if that was later', () => {
		const kind = 'general-exception';
		expect(clock({kind, publishedOn: '2026-11-16'})).toMatchObject({state: 'draft'});
		expect(
			clock({kind, publishedOn: '2026-11-16', agreedBy: 'Chair', agreedOn: '2026-11-18'}),
		).toMatchObject({state: 'running', from: '2026-11-26'});
		expect(
			clock({kind, publishedOn: '2026-11-13', agreedBy: 'Chair', agreedOn: '2026-11-12'}),
		).toMatchObject({state: 'up', from: '2026-11-21'});
	});

	test('there are none once urgency was agreed to', () => {
		const kind = 'special-urgency';
		expect(clock({kind, publishedOn: '2026-11-22'})).toMatchObject({state: 'draft'});
		expect(clock({kind, agreedBy: 'Chair', agreedOn: '2026-11-22'})).toMatchObject({
			state: 'up',
			from: '2026-11-22',
		});
		expect(
			clock({kind: 'private-meeting', agreedBy: 'Chair', agreedOn: '2026-11-22'}).says,
		).toContain('no days of notice are needed');
	});

	test('have not begun while it is a draft, and count for nothing once it was withdrawn', () => {
		expect(clock({}).state).toBe('draft');
		expect(clock({publishedOn: '2026-01-01', withdrawn: true}).state).toBe('withdrawn');
	});
});
