import {describe, expect, test} from 'vitest';
import {formatDatabase} from '../../source/store/format.ts';
import {parseDatabase} from '../../source/store/file/parse.ts';
import {makeDatabase} from '../helpers/database.ts';

const good = formatDatabase(makeDatabase());

/** What is said of a text, as lines for people. */
function said(source: string): string[] {
	const parsed = parseDatabase(source, 'db.json');
	return parsed.ok ? [] : parsed.problems.map(({text}) => text);
}

/** The sample's text with the first occurrence of something replaced. */
function broken(what: string | RegExp, by: string): string {
	const text = good.replace(what, by);
	expect(text).not.toBe(good);
	return text;
}

describe('what does not fit the schema: where, what was found, what was expected', () => {
	test.each([
		[
			'"delivered"',
			'"deliverd"',
			'project P1-01: status is “deliverd”; expected one of proposed, in-progress, on-hold, blocked, delivered, cancelled; did you mean delivered?',
		],
		['"priority": "P1",', '', 'project P1-01 has no priority; expected a text'],
		[
			'"2026-06-01"',
			'"2026-02-30"',
			'project P1-01, update U-1: at is “2026-02-30”; expected a day such as 2026-10-12 or an instant such as 2026-11-22T09:30:00.000Z',
		],
		['"title": "Telephony"', '"title": 5', 'project P1-01: title is 5; expected a text'],
		[
			'"updates": [\n',
			'"updates": [ null,\n',
			'project P1-01, update number 1: this is null; expected an object',
		],
		[
			'"P1-01"',
			'"P1/01"',
			'project number 1: id is “P1/01”; expected an id such as P1-04 (letters, digits, . _ -)',
		],
		[
			'"minutes": 30',
			'"minutes": 1.5',
			'meeting M-1, item I-1: minutes is 1.5; expected a whole number',
		],
		['250000', '-1', 'project P1-02: money approved amount is -1; expected at least 0'],
		[
			'"from": "2025"',
			'"from": "25"',
			'strategy S-1: period from is “25”; expected a year, a month or a day, such as 2026, 2026-10 or 2026-10-12',
		],
		[
			'"date": "2026-05-07"',
			'"date": {"from": "2026", "to": 1}',
			'decision D-1: date to is 1; expected a year, a month or a day, such as 2026, 2026-10 or 2026-10-12',
		],
		[
			'Europe/London',
			'Europe/Lundon',
			'organisation timeZone is “Europe/Lundon”; expected a time zone such as Europe/London',
		],
		[
			'"england"',
			'"englant"',
			'rules profile is “englant”; expected one of england, scotland, us-open-meetings, plain; did you mean england?',
		],
		[
			'"affordable": "met"',
			'"a b": "met"',
			'project P1-01: the name “a b” does not fit; expected an id such as P1-04 (letters, digits, . _ -)',
		],
		['"notices": [],', '', 'the database has no notices; expected a list'],
		[
			'8f14e45f',
			'x',
			'id is “x-ceea-467f-a830-0f1b2c3d4e5f”; expected a UUID such as 7f2c1d9e-5a04-4c1b-9a3e-0d6f1b2c3d4e',
		],
		['"schemaVersion": 2', '"schemaVersion": "1"', 'schemaVersion is “1”; expected 2'],
		[
			'"2026-05-07T10:00"',
			'"7 May"',
			'meeting M-1: startsAt is “7 May”; expected a time such as 2026-11-22T09:30',
		],
		['"log": []', '"log": [{}]', 'log entry number 1 has no revision; expected a number'],
	])('%s → %s', (what, by, message) => {
		const [first] = said(broken(what ?? '', by ?? ''));
		expect(first?.replace(/^db\.json:\d+:\d+: /, '')).toBe(message);
	});

	test('line and column are those of the value; of the object when the key is missing', () => {
		const text = broken('"status": "delivered"', '"status": "x"');
		const line = text.slice(0, text.indexOf('"status": "x"')).split('\n').length;
		expect(said(text)[0]).toMatch(new RegExp(`^db.json:${line}:17: `));
		const missing = broken('"title": "Telephony",', '');
		const start = missing.slice(0, missing.indexOf('"id": "P1-01"')).split('\n').length - 1;
		expect(said(missing)[0]).toMatch(new RegExp(`^db.json:${start}:5: project P1-01 has no title`));
	});

	test('every problem, in the order of the file, at most a hundred', () => {
		const two = broken('"england"', '"x"').replace('"P1-02"', '5');
		expect(said(two)).toHaveLength(2);
		const many = good.replace('"notices": []', `"notices": [${'{},'.repeat(249)}{}]`);
		const parsed = parseDatabase(many, 'db.json');
		expect(parsed.ok ? [] : parsed.problems).toHaveLength(100);
		// Four things are missing in each: id, kind, title, board.
		expect(parsed).toMatchObject({more: 900});
	});

	test('nothing from the file that a terminal would act on', () => {
		const nasty = '\\u001b[2J\\u202e\\u009b\\u2028';
		const texts = [
			broken('"england"', `"${nasty}"`),
			broken('"affordable": "met"', `"${nasty}": "met"`),
			broken('"notices"', `"${nasty}": 1, "${nasty}": 2, "notices"`),
		];
		for (const text of texts) {
			const [first = ''] = said(text);
			expect(first).toContain('\\u');
			expect(first).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
		}
		expect(parseDatabase('', '\u001b[2J')).toMatchObject({
			problems: [{text: expect.stringMatching(/^\\u001b/)}],
		});
	});
});
