import * as fc from 'fast-check';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {actionsCalendar} from '../../source/documents/ics.ts';
import {cleanLines} from '../../source/domain/clean.ts';
import type {Action, Database} from '../../source/domain/schema/index.ts';
import {fileOf, run, scratchFolder} from '../commands/run.ts';
import {makeDatabase} from '../helpers/database.ts';
import {anyText} from './texts.ts';

afterEach(() => void vi.useRealTimers());

const now = '2026-11-22T12:00:00.000Z';
const database = makeDatabase();
const action: Action = {id: 'A-1', text: 'Publish the strategy', status: 'open', due: '2026-12-31'};
const calendar = (overrides: Partial<Action> = {}, from: Database = database) =>
	actionsCalendar(from, [{...action, ...overrides}], now);

/** The lines as a calendar reads them: folds undone, then name and value; the lines are checked as they stand. */
function read(ics: string): [name: string, value: string][] {
	expect(ics.endsWith('\r\n')).toBe(true);
	const bytes = Buffer.from(ics);
	for (let start = 0; start < bytes.length;) {
		const end = bytes.indexOf('\r\n', start);
		const line = bytes.subarray(start, end);
		expect(line.length).toBeLessThanOrEqual(75);
		// A character that was cut in two would not decode.
		const text = new TextDecoder('utf-8', {fatal: true}).decode(line);
		expect(text).not.toMatch(/[\x00-\x1f\x7f]/);
		start = end + 2;
	}
	return ics
		.replaceAll(/\r\n[ \t]/g, '')
		.trimEnd()
		.split('\r\n')
		.map((line) => {
			const [all, name = '', value = ''] = /^([^:;]+(?:;[^:]+)?):(.*)$/s.exec(line) ?? [];
			expect(all).toBe(line);
			return [
				name,
				value.replaceAll(/\\(.)/gs, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped)),
			];
		});
}

const valueOf = (ics: string, name: string) => read(ics).find(([found]) => found === name)?.[1];

describe('the calendar of actions', () => {
	test('has a whole day for each action that is due, with who, where and why', () => {
		const ics = actionsCalendar(
			database,
			[...database.actions, {...action, id: 'A-2', due: undefined}],
			now,
		);
		const lines = read(ics);
		expect(lines.filter(([, value]) => value === 'VEVENT')).toHaveLength(2);
		expect(Object.fromEntries(lines)).toMatchObject({
			METHOD: 'PUBLISH',
			'X-WR-CALNAME': 'Actions: Fenshire County Council',
			'DTSTART;VALUE=DATE': '20261201',
			'DTEND;VALUE=DATE': '20261202',
			DTSTAMP: '20261122T120000Z',
			SUMMARY: 'Publish the strategy (A-1)',
			TRANSP: 'TRANSPARENT',
			DESCRIPTION: [
				'Publish the strategy',
				'',
				'Who: Joan Smith',
				'Due: 1 December 2026',
				'Status: Open',
				'Meeting: M-1 Decision on the strategy',
				'Decision: D-1',
			].join('\n'),
		});
	});

	test('ends on the next day, across a year and a leap day', () => {
		expect(valueOf(calendar(), 'DTEND;VALUE=DATE')).toBe('20270101');
		expect(valueOf(calendar({due: '2028-02-28'}), 'DTEND;VALUE=DATE')).toBe('20280229');
	});

	test('knows an action again when it has changed, and that it is newer', () => {
		const later = calendar({text: 'Other', due: '2027-01-05'}, {...database, revision: 7});
		expect(valueOf(later, 'UID')).toBe(valueOf(calendar(), 'UID'));
		expect(valueOf(later, 'UID')).toContain(database.id);
		expect(Number(valueOf(later, 'SEQUENCE'))).toBeGreaterThan(
			Number(valueOf(calendar(), 'SEQUENCE')),
		);
	});

	test('says what is done or cancelled, when those are asked for', () => {
		expect(valueOf(calendar({status: 'done'}), 'SUMMARY')).toBe('Done: Publish the strategy (A-1)');
		expect(valueOf(calendar({status: 'cancelled'}), 'STATUS')).toBe('CANCELLED');
		expect(valueOf(calendar(), 'STATUS')).toBeUndefined();
	});

	test('is the same whenever it is made for the same moment', () => {
		vi.useFakeTimers({toFake: ['Date'], now: new Date('2031-01-02T03:04:05Z')});
		const later = calendar();
		vi.useRealTimers();
		expect(later).toBe(calendar());
	});
});

test('whatever a database holds, the calendar keeps its shape and its texts', () => {
	const names = (ics: string) => read(ics).map(([name]) => name);
	const usual = names(calendar({owner: 'x', note: 'x'}));
	fc.assert(
		fc.property(anyText, anyText, (text, name) => {
			const from = {...database, organisation: {...database.organisation, name}};
			const ics = calendar({text, owner: 'x', note: text}, from);
			expect(names(ics)).toEqual(usual);
			expect(valueOf(ics, 'DESCRIPTION')).toContain(cleanLines(text));
		}),
	);
	const evil = {...database.organisation, name: 'X\r\nBEGIN:VEVENT\nUID:1; a, b'};
	expect(names(calendar({owner: 'x', note: 'x'}, {...database, organisation: evil}))).toEqual(
		usual,
	);
});

test('a long text is cut in the title and whole in the description', () => {
	const ics = calendar({text: 'Übung 家 '.repeat(400)});
	expect(valueOf(ics, 'SUMMARY')?.length).toBeLessThan(140);
	expect(valueOf(ics, 'DESCRIPTION')?.match(/家/g)).toHaveLength(400);
});

test('actions --format ics, or a file that ends like it', async () => {
	const folder = scratchFolder();
	const file = fileOf(folder, database);
	const {out} = await run(['actions', file, '--format', 'ics']);
	expect(out).toBe(actionsCalendar(database, database.actions, now));
	const empty = fileOf(folder, makeDatabase({actions: []}), 'empty.json');
	expect((await run(['actions', empty, '--format', 'ics'])).out).toMatch(/END:VCALENDAR\r\n$/);
});
