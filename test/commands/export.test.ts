// `boardwalk export`: every collection in every form, safe in a spreadsheet, and back again.
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import {parse} from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import {describe, expect, test} from 'vitest';
import type {Change} from '../../source/domain/changes/index.ts';
import {exported} from '../../source/commands/export.ts';
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';
import {columnsOf} from '../../source/import/out/table.ts';
import {tableNames, tables} from '../../source/import/out/tables.ts';
import {afterMeeting} from '../documents/meeting.ts';
import {cabinet} from '../documents/cabinet.ts';
import {after, makeDatabase} from '../helpers/database.ts';
import {fileOf, freshFolders, run, scratchFolder} from './run.ts';

const fresh = freshFolders();

test('the command knows every table', () => {
	expect([...exported]).toEqual(tableNames);
});

describe('CSV', () => {
	test.each(tableNames)('%s: its columns, a row for each record', async (name) => {
		const database = afterMeeting();
		const {file} = fresh(database);
		const {code, out} = await run(['export', file, '--format', 'csv', '--collection', name]);
		expect(code).toBe(0);
		expect(out.charCodeAt(0)).toBe(0xfe_ff);
		const [head = [], ...rows] = parse(out, {bom: true});
		expect(head).toEqual(columnsOf(tables[name], database));
		expect(rows).toHaveLength(tables[name].rows(database).length);
	});

	test('milestones, risks, measures and readings say what they are of', () => {
		const database = after(
			makeDatabase(),
			{kind: 'milestone/add', project: 'P1-02', title: 'Pilot', approved: '2027-03-01'},
			{
				kind: 'record/add',
				list: 'strategies/S-1/risks',
				fields: {event: 'Flood', current: {likelihood: 2, impact: 5}},
			},
			{
				kind: 'record/add',
				list: 'strategies/S-1/measures',
				fields: {title: 'Calls', better: 'down', frequency: 'month', kind: 'snapshot'},
			},
			{
				kind: 'record/add',
				list: 'strategies/S-1/measures/ME-1/readings',
				fields: {period: '2026-10', value: 12.5},
			},
		);
		const row = (name: 'milestones' | 'risks' | 'measures' | 'readings') =>
			tables[name].rows(database)[0]?.slice(0, 4);
		expect(row('milestones')).toEqual(['P1-02', 'MS-1', 'Pilot', '2027-03-01']);
		expect(tables.milestones.columns.slice(0, 4)).toEqual([
			'Of',
			'Id',
			'Milestone',
			'First approved',
		]);
		expect(row('risks')).toEqual(['S-1', 'RK-1', 'Flood', undefined]);
		expect(row('measures')).toEqual(['S-1', 'ME-1', 'Calls', undefined]);
		expect(row('readings')).toEqual(['ME-1', 'MR-1', '2026-10', 12.5]);
	});

	test('what was asked of boards is a table, with what became of it', () => {
		const asked: Change = {
			kind: 'request/make',
			project: 'P1-02',
			field: 'due',
			from: '2027-03-31',
			to: '2027-06-30',
			reason: 'The supplier is late.',
			effects: {cost: 'None'},
		};
		const database = after(makeDatabase(), asked);
		const [row] = tables.requests.rows(database);
		expect(row?.slice(0, 7)).toEqual([
			'RQ-1',
			'P1-02',
			'end',
			'2027-03-31',
			'2027-06-30',
			'The supplier is late.',
			'None',
		]);
		expect(row?.[12]).toBe('Asked');
		expect(tables.requests.rows(makeDatabase())).toEqual([]);
	});

	test('a risk says its controls and what is still to be done', () => {
		const database = after(
			makeDatabase(),
			{kind: 'record/add', list: 'strategies/S-1/risks', fields: {event: 'Flood'}},
			{
				kind: 'record/add',
				list: 'strategies/S-1/risks/RK-1/actions',
				fields: {text: 'Buy pumps', owner: 'Estates', due: '2027-01-31'},
			},
		);
		expect(tables.risks.rows(database)[0]?.at(-1)).toBe('RA-1 Buy pumps (Estates, due 2027-01-31)');
	});

	test('has the columns that docs/importing.md lists', () => {
		const docs = readFileSync(
			path.join(import.meta.dirname, '..', '..', 'docs', 'importing.md'),
			'utf8',
		);
		for (const name of tableNames)
			expect(docs.replaceAll(/ +\|/g, ' |')).toContain(
				`| \`${name}\` | ${tables[name].columns.join(', ')} |`,
			);
	});

	test('runs no formula, and is read back as it was', async () => {
		const texts = ['=1+1', '+44', '-5', '@x', '\t=2', 'a "quote", b', 'two\nlines', ' blank '];
		texts.push('＝1+1', '＋44', '－5', '＠x', "'=1+1", 'a;=1+1', 'a|b');
		const base = makeDatabase();
		const projects = texts.map((title, index) => ({
			...base.projects[0]!,
			id: `P1-${index + 10}`,
			title,
			updates: [],
		}));
		const {folder, file} = fresh({...base, projects: [...base.projects, ...projects]});
		const {out} = await run(['export', file, '--format', 'csv', '--collection', 'projects']);
		for (const cell of parse(out, {bom: true}).flat())
			expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
		const table = fileOf(folder, out, 'projects.csv');
		const {out: again} = await run(['import', file, table, '--dry-run']).catch(
			(error: unknown) => ({out: String(error)}),
		);
		expect(again).toContain('0 projects new, 0 changed');
	});

	test('a sum that comes back as a bare number keeps its currency, and what is kept beside it', async () => {
		const base = makeDatabase();
		const money = {
			approved: {amount: 300_000, currency: 'USD', written: 'USD 300,000'},
			forecast: {amount: 310_000, currency: 'USD'},
		};
		const projects = base.projects.map((one) => (one.id === 'P1-02' ? {...one, money} : one));
		const {folder, file} = fresh({...base, projects});
		const {out} = await run(['export', file, '--format', 'csv', '--collection', 'projects']);
		const table = fileOf(folder, out, 'projects.csv');
		const {out: again} = await run(['import', file, table, '--dry-run']);
		expect(again).toContain('0 projects new, 0 changed');
	});

	test('all tables into a folder; without one it asks which', async () => {
		const {folder, file} = fresh(makeDatabase());
		const into = path.join(folder, 'out');
		const taken = fileOf(folder, 'letters', 'a.csv');
		expect((await run(['export', file, '--format', 'csv', '--output', into])).code).toBe(0);
		for (const name of tableNames) expect(existsSync(path.join(into, `${name}.csv`))).toBe(true);
		// A folder that is there serves as well; a file is none.
		const again = ['export', file, '--format', 'csv', '--output', into];
		expect((await run(again)).error).toMatch(/and 17 more are there already/);
		expect((await run([...again, '--force'])).code).toBe(0);
		expect((await run(['export', file, '--format', 'csv', '--output', taken])).code).toBe(2);
		expect(readFileSync(taken, 'utf8')).toBe('letters');
		expect(await run(['export', file, '--format', 'csv'])).toMatchObject({
			code: 2,
			error: expect.stringContaining('--collection projects') as string,
		});
	});
});

describe('a workbook', () => {
	test('has a sheet for each table, numbers as numbers, and texts that nothing runs', async () => {
		const {folder, file} = fresh(makeDatabase());
		const output = path.join(folder, 'all.xlsx');
		expect((await run(['export', file, '--output', output])).code).toBe(0);
		const sheets = await readXlsxFile(output);
		expect(sheets.map(({sheet}) => sheet)).toEqual(tableNames);
		const projects = sheets.find(({sheet}) => sheet === 'projects')?.data ?? [];
		expect(projects[0]).toEqual(tables.projects.columns);
		expect(projects[2]?.[9]).toBe(250_000);
	});

	test('is imported again as it is', async () => {
		const {folder, file} = fresh(afterMeeting());
		const output = path.join(folder, 'projects.xlsx');
		await run(['export', file, '--collection', 'projects', '--output', output]);
		expect(await run(['import', file, output, '--yes'])).toMatchObject({
			code: 1,
			error: 'nothing would change',
		});
	});
});

describe('a calendar', () => {
	test('has meetings at their time and actions on their day', async () => {
		const {file} = fresh(makeDatabase());
		const {out} = await run(['export', file, '--format', 'ics']);
		expect(out).toContain('SUMMARY:November meeting (M-2)');
		expect(out).toContain('DTSTART:20261122T093000Z');
		// In May the clocks are an hour ahead.
		expect(out).toContain('DTSTART:20260507T090000Z');
		expect(out).toContain('DTSTART;VALUE=DATE:20261201');
		expect(out.split('BEGIN:VEVENT')).toHaveLength(4);
	});

	test.each(['projects', 'decisions', 'notices'])('of %s', async (name) => {
		const {file} = fresh(makeDatabase());
		expect((await run(['export', file, '--format', 'ics', '--collection', name])).out).toMatch(
			/^BEGIN:VCALENDAR[\s\S]*END:VCALENDAR\r\n$/,
		);
	});

	test('holds no people', async () => {
		const {file} = fresh(makeDatabase());
		expect(await run(['export', file, '--format', 'ics', '--collection', 'people'])).toMatchObject({
			code: 2,
		});
	});
});

test('Markdown has a heading for each table', async () => {
	const {file} = fresh(makeDatabase());
	const {out} = await run(['export', file, '--format', 'markdown']);
	expect(out.match(/^## .*/gm)).toHaveLength(tableNames.length);
	expect(
		(await run(['export', file, '--format', 'markdown', '--collection', 'people'])).out,
	).toContain('Joan Smith');
});

describe('JSON', () => {
	test('of a collection is what the database holds', async () => {
		const {file} = fresh(makeDatabase());
		const {out} = await run(['export', file, '--format', 'json', '--collection', 'decisions']);
		expect(JSON.parse(out)).toEqual(makeDatabase().decisions);
		expect(
			await run(['export', file, '--format', 'json', '--collection', 'updates']),
		).toMatchObject({code: 2, error: expect.stringContaining('export projects') as string});
	});

	test('--public leaves out what is exempt', async () => {
		const {file} = fresh(cabinet('approved'));
		for (const format of ['json', 'csv', 'markdown']) {
			const which = format === 'csv' ? ['--collection', 'reports'] : [];
			const {out} = await run(['export', file, '--format', format, '--public', ...which]);
			const {out: whole} = await run(['export', file, '--format', format, ...which]);
			expect(out.length).toBeLessThan(whole.length);
		}
	});

	test('says what it needs', async () => {
		const {file} = fresh(makeDatabase());
		expect(await run(['export', file])).toMatchObject({
			code: 2,
			error: 'say in which format: --format json, csv, xlsx, ics or markdown',
		});
		expect(await run(['export', file, '--format', 'csv', '--collection', 'project'])).toMatchObject(
			{code: 2, error: expect.stringContaining('did you mean projects?') as string},
		);
	});
});

describe('there and back again', () => {
	const root = scratchFolder();
	let count = 0;

	async function roundTrip(database: Database): Promise<Database> {
		const number = ++count;
		const file = fileOf(root, database, `a${number}.json`);
		const {out} = await run(['export', file, '--format', 'json']);
		const source = path.join(root, `b${number}.json`);
		writeFileSync(source, out);
		const target = path.join(root, `c${number}.json`);
		expect(await run(['init', target, '--from', source])).toMatchObject({code: 0, error: ''});
		return databaseSchema.parse(JSON.parse(readFileSync(target, 'utf8')));
	}

	const withoutLog = ({log: _log, revision: _revision, ...rest}: Database) => rest;

	test.each([
		['a small council', makeDatabase()],
		['after a meeting', afterMeeting()],
		['a cabinet', cabinet('signed')],
	])('%s', async (_, database) => {
		const back = await roundTrip(database);
		expect(withoutLog(back)).toEqual(withoutLog(database));
		expect(back.log).toHaveLength(1);
	});

	test('whatever texts, numbers and unknown fields it holds', async () => {
		const anyText = fc.string({unit: 'grapheme', maxLength: 40});
		await fc.assert(
			fc.asyncProperty(
				anyText,
				anyText,
				fc.double({noNaN: true, min: 0, max: 1e12}),
				fc.dictionary(fc.stringMatching(/^x[a-z]{1,8}$/), anyText, {maxKeys: 3}),
				async (title, note, budget, unknown) => {
					const base = makeDatabase();
					const [first, ...others] = base.projects;
					const database = {
						...base,
						organisation: {...base.organisation, name: title},
						projects: [{...first!, ...unknown, title, budget, summary: note}, ...others],
						reports: [
							{
								...base.reports[0]!,
								recommendations: [title, note],
								implications: [{heading: title, text: note}],
							},
						],
					} as Database;
					expect(withoutLog(await roundTrip(database))).toEqual(withoutLog(database));
				},
			),
			{numRuns: 25},
		);
	});
});
