// The summons: who is called, when each item comes up, and what the public is not told.
import {describe, expect, test} from 'vitest';
import {agendaDocument} from '../../source/documents/agenda.ts';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {summonsOf} from '../../source/domain/queries/meeting/summons.ts';
import type {Database, Meeting} from '../../source/domain/schema/index.ts';
import {cabinet} from './cabinet.ts';

const summoned = cabinet('summoned');
const agenda = (database: Database, options = {}) =>
	toMarkdown(agendaDocument(summonsOf(database, 'M-3', options)));

const altered = (change: (meeting: Meeting) => Partial<Meeting>): Database => ({
	...summoned,
	meetings: summoned.meetings.map((meeting) =>
		meeting.id === 'M-3' ? {...meeting, ...change(meeting)} : meeting,
	),
});

describe('an agenda', () => {
	test('runs the clock over the minutes allotted, over midnight too', () => {
		const times = (database: Database) => summonsOf(database, 'M-3').items.map(({from}) => from);
		expect(times(summoned)).toEqual([
			'14:00',
			'14:02',
			'14:05',
			'14:35',
			'14:45',
			'14:50',
			'14:52',
		]);
		const late = altered(() => ({startsAt: '2026-10-12T23:40'}));
		expect(times(late).slice(2, 5)).toEqual(['23:45', '00:15', '00:25']);
		expect(agenda(late)).toContain('**Time:** 23:40, to end about 00:52');
	});

	test('says no time where none is known', () => {
		const undated = agenda(altered(() => ({startsAt: undefined})));
		expect(undated).not.toMatch(/\*\*(?:Date|Time):/);
		expect(undated).toContain('| 1 | Apologies for absence |  | 2 |');
		const untimed = altered(({agenda: items}) => ({
			agenda: items.map(({minutes: _minutes, ...item}) => item),
		}));
		expect(agenda(untimed)).toContain('- **Time:** 14:00\n');
		expect(agenda(untimed)).toContain('| 2 | Declarations of interest |  |  |');
	});

	test('says when an item comes up only while each before it has its time', () => {
		const open = altered(({agenda: items}) => ({
			agenda: items.map(({minutes, ...item}, index) => (index === 1 ? item : {...item, minutes})),
		}));
		const {items, ends} = summonsOf(open, 'M-3');
		expect(items.map(({from}) => from).slice(0, 3)).toEqual(['14:00', '14:02', undefined]);
		expect(ends).toBeUndefined();
		expect(agenda(open)).not.toContain('to end about');
	});

	test('summons the members of that day', () => {
		expect(agenda(summoned)).not.toContain('Mary Owen');
		const spring = altered(() => ({startsAt: '2026-04-13T14:00'}));
		expect(agenda(spring)).toContain('Mary Owen');
	});

	test('has exempt items last, wherever they stand, with their numbers', () => {
		const text = agenda(
			altered(({agenda: items}) => ({agenda: [...items.slice(-1), ...items.slice(0, -1)]})),
		);
		expect(text).toContain('> Not for publication: item 6 holds exempt matter.');
		expect(text).toMatch(/### 3\. Data Platform[\s\S]*## Exempt items[\s\S]*### 6\. Purchase/);
	});

	test('treats an item as exempt when its report is', () => {
		const reports = summoned.reports.map((report) =>
			report.id === 'R-4' ? {...report, exempt: {paragraphs: [1, 2]}} : report,
		);
		const text = agenda({...summoned, reports}, {publicOnly: true});
		expect(text).toContain('### 4. Exempt item');
		expect(text).toContain('Paragraphs 1 and 2 of Schedule 12A');
		expect(text).not.toMatch(/Laptop refresh|That progress be noted/);
	});

	test('of a board that is not a council’s speaks no statute', () => {
		const plain = {...summoned, rules: {...summoned.rules, profile: 'plain' as const}};
		const meetings = plain.meetings.map((meeting) => ({
			...meeting,
			agenda: meeting.agenda.map((item) =>
				item.exempt ? {...item, exempt: {...item.exempt, paragraphs: []}} : item,
			),
		}));
		const text = agenda({...plain, meetings});
		expect(text).toContain('These items are confidential.');
		expect(text).not.toMatch(/Local Government Act|Localism Act/);
	});

	test('without items says so', () => {
		expect(agenda(altered(() => ({agenda: []})))).toContain('The agenda is still empty.');
	});
});
