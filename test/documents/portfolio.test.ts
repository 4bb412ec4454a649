// The portfolio page: what it says, that its charts say the same as its tables, and that it needs nothing else.
import {expect, test} from 'vitest';
import {portfolioDocument, portfolioOf} from '../../source/documents/portfolio.ts';
import {toHtml} from '../../source/documents/html.ts';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {publicView} from '../../source/domain/queries/public/view.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {cabinetDatabase} from '../helpers/cabinet.ts';
import {makeDatabase, today} from '../helpers/database.ts';
import {lincolnshire} from '../ui/scene.ts';

const documentOf = (database: Database) =>
	portfolioDocument(database, portfolioOf(database, today));
const page = (database: Database) => toHtml(documentOf(database));

/** A table of the page by its caption: its rows as texts. */
function tableOf(html: string, caption: string): string[][] {
	const [, found = ''] =
		new RegExp(`<caption>${caption}</caption>(.*?)</table>`, 's').exec(html) ?? [];
	return [...found.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
		[...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell),
	);
}

test('status of each priority, as numbers and as bars that say the same', () => {
	const html = page(lincolnshire());
	const [head = [], ...rows] = tableOf(html, 'Projects by priority and status');
	expect(head.slice(1)).toEqual([
		'Projects',
		'Delivered',
		'In progress',
		'Pending dependencies',
		'Cancelled',
	]);
	expect(rows.map((row) => row.slice(1).map(Number))).toEqual([
		[12, 10, 1, 0, 1],
		[8, 5, 1, 1, 1],
		[0, 0, 0, 0, 0],
	]);
	const [chart = ''] = /<div class="chart".*?\n<\/div>/s.exec(html) ?? [];
	const bars = [...chart.matchAll(/<div class="bar">.*?<\/div>/g)].map(([bar]) => ({
		width: /width:([\d.]+)%/.exec(bar)?.[1],
		parts: [...bar.matchAll(/<b>(\d+)<\/b>/g)].map(([, number]) => Number(number)),
	}));
	expect(bars).toEqual([
		{width: '100', parts: [10, 1, 1]},
		{width: '66.7', parts: [5, 1, 1, 1]},
		{width: '0', parts: []},
	]);
});

test('a bar’s parts are told apart by their look, each named in the legend', () => {
	const html = page(lincolnshire());
	const legend = [...html.matchAll(/<span class="key part-(\d)"><\/span> ([^<]+)/g)];
	expect(legend.slice(0, 4).map(([, look, name]) => [look, name])).toEqual([
		['0', 'Delivered'],
		['1', 'In progress'],
		['3', 'Pending dependencies'],
		['5', 'Cancelled'],
	]);
});

test('the balance of open work over time', () => {
	expect(tableOf(page(lincolnshire()), 'Open projects by priority').slice(1)).toEqual([
		['At the start', '12', '8', '0'],
		['10 September 2020', '1', '2', '0'],
	]);
});

test('the criteria matrix: every project of the strategy, in words', () => {
	const database = lincolnshire();
	const [first] = database.projects;
	const [one, two] = database.strategies[0]?.criteria ?? [];
	if (!first || !one || !two) throw new Error('the sample has changed');
	first.criteria = {[one.id]: 'met', [two.id]: 'partly'};
	const md = toMarkdown(documentOf(database));
	expect(md).toContain('| P1-01 Identity Service | Delivered | met | partly met |');
	expect(md).toContain('Not assessed for any project: Agile');
});

test('open actions with who, when, and that one is overdue', () => {
	const database = makeDatabase();
	database.actions = [
		{id: 'A-1', text: 'Write to them', owner: 'reed', due: '2026-11-01', status: 'open'},
		{id: 'A-2', text: 'Done with', status: 'done'},
	];
	const md = toMarkdown(documentOf(database));
	expect(md).toMatch(/\| A-1 \| Write to them \| Ann Reed \| 1 November 2026 \| Overdue \|/);
	expect(md).not.toContain('Done with');
});

test('the page needs nothing else: no script, no address, no picture', () => {
	const html = page(lincolnshire());
	expect(html).not.toMatch(/<script|<img|<link|@import|url\(|https?:/);
	expect(html).toContain(`default-src 'none'; style-src 'unsafe-inline'`);
	expect(html).toContain('prefers-color-scheme: dark');
	expect(html).toContain('@media print');
});

test('texts of the database make no markup', () => {
	const database = makeDatabase();
	for (const one of database.strategies.flatMap(({priorities}) => priorities))
		one.title = '<img src=x onerror=alert(1)>"&';
	for (const one of database.projects) one.title = '</table><script>alert(1)</script>';
	const html = page(database);
	expect(html).not.toMatch(/<img|<script|<\/table><s/);
	expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&amp;');
});

test('a database without strategy, projects or actions says so', () => {
	const md = toMarkdown(
		documentOf(makeDatabase({strategies: [], projects: [], actions: [], meetings: []})),
	);
	expect(md).toContain('There is no strategy in force yet.');
	expect(md).toContain('There are no projects yet.');
	expect(md).toContain('There are no open actions.');
});

test('the public page holds nothing of exempt items', () => {
	const database = cabinetDatabase();
	const item = database.meetings.flatMap(({agenda}) => agenda).find(({exempt}) => exempt);
	const held = database.meetings.find(({agenda}) => agenda.some((one) => one === item));
	if (!item || !held) throw new Error('there is no exempt item');
	database.actions = [
		{id: 'A-9', text: 'Pay Acme Ltd', status: 'open', meeting: held.id, item: item.id},
	];
	expect(page(database)).toContain('Pay Acme Ltd');
	expect(page(publicView(database))).not.toContain('Acme');
});
