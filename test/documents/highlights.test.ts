import {describe, expect, test} from 'vitest';
import {highlightsDocument} from '../../source/documents/highlights.ts';
import {toHtml} from '../../source/documents/html.ts';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {packDocument} from '../../source/documents/pack.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import {highlightsOf} from '../../source/domain/queries/strategy/highlights.ts';
import {publicView} from '../../source/domain/queries/public/view.ts';
import {packOf} from '../../source/domain/queries/meeting/pack.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {accepted, contextAt, makeDatabase} from '../helpers/database.ts';

/** Acts, each on its day. */
const acted = (database: Database, ...acts: [day: string, ...changes: Change[]][]): Database =>
	acts.reduce(
		(before, [day, ...changes]) =>
			accepted(before, changes, contextAt('10:00', 'clerk', day)).database,
		database,
	);
const edit = (id: string, fields: object): Change => ({
	kind: 'milestone/edit',
	project: 'P1-02',
	id,
	fields,
});

/** A board that met in November; the papers of December are out, and something has happened since. */
const december = (): Database =>
	acted(
		makeDatabase(),
		[
			'2026-11-20',
			{kind: 'milestone/add', project: 'P1-02', title: 'Pilot over', approved: '2026-12-01'},
		],
		[
			'2026-11-20',
			{kind: 'milestone/add', project: 'P1-02', title: 'Go live', approved: '2027-01-31'},
		],
		['2026-11-22', {kind: 'meeting/open', id: 'M-2'}],
		['2026-11-22', {kind: 'meeting/close', id: 'M-2'}],
		[
			'2026-11-25',
			{
				kind: 'meeting/add',
				board: 'B-1',
				title: 'December meeting',
				startsAt: '2026-12-20T09:30',
				agenda: [{itemKind: 'report', title: 'Progress', about: {report: 'R-1'}}],
			},
		],
		['2026-12-02', edit('MS-1', {achieved: {to: '2026-12-02'}})],
		['2026-12-03', edit('MS-2', {forecast: {to: '2027-03-01'}})],
		[
			'2026-12-04',
			{
				kind: 'project/status',
				id: 'P1-02',
				from: 'in-progress',
				to: 'in-progress',
				confidence: {from: 'amber', to: 'red'},
				note: 'The supplier is late.',
			},
		],
		['2026-12-10', {kind: 'meeting/publish', id: 'M-3', on: '2026-12-10'}],
		[
			'2026-12-15',
			{
				kind: 'project/status',
				id: 'P1-02',
				from: 'in-progress',
				to: 'on-hold',
				note: 'The supplier failed.',
			},
		],
	);

const print = (database: Database, options: {of?: string; meeting?: string} = {}): string => {
	const highlights = highlightsOf(database, '2026-12-16', options);
	if (!highlights) throw new Error('no highlights');
	return toMarkdown(highlightsDocument(database, highlights));
};

describe('a highlight report', () => {
	test('compares the papers with how things stood when the board last met', () => {
		const text = print(december());
		expect(text).toContain(
			'**As at:** 10 December 2026, as the papers for December meeting were published',
		);
		expect(text).toContain(
			'**Compared:** since the meeting of 22 November 2026 (November meeting)',
		);
		expect(text).toContain('1 worse, 1 reached, 1 slipped');
		expect(text).toContain('**State:** In progress, Red (was Amber, worse)');
	});

	test('has first, approved and expected dates side by side, with the days since the first', () => {
		const rows = print(december())
			.split('\n')
			.map((line) => line.replaceAll(/ +/g, ' '));
		expect(rows).toContain(
			'| Pilot over | 1 December 2026 | 1 December 2026 | – | 2 December 2026 | +1 day |',
		);
		expect(rows).toContain(
			'| Go live | 31 January 2027 | 31 January 2027 | 1 March 2027 | – | +29 days |',
		);
	});

	test('what came after the papers stands apart, and changes nothing before', () => {
		const [before = '', later = ''] = print(december()).split('## Since the papers');
		expect(before).not.toContain('On hold (');
		expect(later).toContain('On hold (was In progress), Red');
		expect(later).toContain('The supplier failed.');
	});

	test('says since when nobody has updated a project', () => {
		const text = print(december());
		expect(text).toContain('**No update:** nobody has said anything of it yet');
	});

	test('of one project or one priority has that alone; of what is not in the strategy there is none', () => {
		const database = december();
		expect(print(database, {of: 'P1-02'})).toContain('# Highlights: P1-02 Laptop Refresh');
		expect(print(database, {of: 'P1-02'})).not.toContain('P2-01');
		expect(print(database, {of: 'P2'})).not.toContain('P1-02 Laptop Refresh\n');
		expect(highlightsOf(database, '2026-12-16', {of: 'P9'})).toBeUndefined();
	});

	test('where nothing tells how things stood before, nothing is compared', () => {
		expect(print(makeDatabase())).toContain(
			'as it stands: how it stood when the board last met is not on record',
		);
	});

	test('on a page the counts are bars that their table repeats', () => {
		const database = december();
		const highlights = highlightsOf(database, '2026-12-16');
		const page = highlights ? toHtml(highlightsDocument(database, highlights)) : '';
		expect(page).toContain('<div class="chart" aria-hidden="true">');
		expect(page).toContain('<caption>Confidence in delivery, in projects</caption>');
	});
});

test('the papers of a board are one document: summons, reports, highlights, open actions', () => {
	const database = december();
	const text = toMarkdown(packDocument(database, packOf(database, 'M-3', '2026-12-16')));
	const heads = text.split('\n').filter((line) => /^##? /.test(line));
	expect(heads[0]).toBe('# Papers: December meeting, 20 December 2026');
	expect(heads).toEqual(
		expect.arrayContaining([
			'## Item 1: Progress of the strategy',
			'## Highlights: Digital Strategy',
			'## Open actions',
		]),
	);
	expect(text).toContain('**As at:** 10 December 2026');
});

/** The meeting's paper is not for the public, and was altered since it was published. */
const exempt = (): Database =>
	acted(
		december(),
		[
			'2026-12-15',
			{
				kind: 'agenda/exempt',
				meeting: 'M-3',
				item: 'I-6',
				to: {paragraphs: [3], title: 'A contract'},
			},
		],
		['2026-12-15', {kind: 'report/edit', id: 'R-1', fields: {summary: {to: 'Prices rose.'}}}],
	);

test.each<[name: string, () => string]>([
	['highlights', () => print(december())],
	['highlights-of-a-project', () => print(december(), {of: 'P1-02'})],
	[
		'pack',
		() => {
			const database = december();
			return toMarkdown(packDocument(database, packOf(database, 'M-3', '2026-12-16')));
		},
	],
	[
		'pack-with-an-exempt-paper',
		() => {
			const database = exempt();
			return toMarkdown(packDocument(database, packOf(database, 'M-3', '2026-12-16')));
		},
	],
	[
		'pack-for-the-public',
		() => {
			const database = publicView(exempt());
			return toMarkdown(
				packDocument(database, packOf(database, 'M-3', '2026-12-16', {publicOnly: true})),
			);
		},
	],
])('%s, as a reader gets it', async (name, printed) => {
	await expect(printed()).toMatchFileSnapshot(`golden/${name}.md`);
});
