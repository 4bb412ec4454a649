// `boardwalk import`: what it shows, what it asks, what it commits, what it refuses.
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {describe, expect, test, onTestFinished} from 'vitest';
import {check} from '../../source/domain/queries/check.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {makeDatabase} from '../helpers/database.ts';
import {openTerminal} from '../helpers/terminal.ts';
import {freshFolders, run} from './run.ts';

const fresh = freshFolders();
const papers = path.join(import.meta.dirname, '..', 'import', 'papers');
const paper = (name: string) => path.join(papers, name);
const stored = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Database;

const report = `**Title:** New telephones

**Report to:** IMT Board

**Recommendation**

That they be bought.

**Reasons**

The old ones are dead.
`;

/** A folder with a database and a paper in it. */
function desk(content = report, name = 'report.md', database = makeDatabase()) {
	const {folder, file} = fresh(database);
	const input = path.join(folder, name);
	writeFileSync(input, content);
	return {folder, file, input, before: readFileSync(file, 'utf8')};
}

test('shows each finding with its place, and what is missing; --dry-run stops there', async () => {
	const {file, input, before} = desk();
	const {code, out} = await run(['import', file, input, '--dry-run']);
	expect(code).toBe(0);
	expect(out).toBe(`New telephones: a decision report

Title: New telephones
    ← block 1: “Title New telephones”
Body or decision-maker: IMT Board
    ← block 2: “Report to IMT Board”
Recommendation: That they be bought.
    ← blocks 3–4: “Recommendation That they be bought.”
Reasons: The old ones are dead.
    ← blocks 5–6: “Reasons The old ones are dead.”
Not found: Date, Reference, Key decision, Author’s post, Exempt, Summary, Alternatives considered, Consultation, Scrutiny comments, Implications, Appendices, Background papers
`);
	expect(readFileSync(file, 'utf8')).toBe(before);
});

test('commits one act: the report and its item, attributed and to be undone', async () => {
	const {file, input} = desk();
	const {code, out} = await run(['import', file, input, '--meeting', 'm-2', '--yes']);
	expect(code).toBe(0);
	expect(out).toMatch(/\nimported report\.md in 2 changes \(revision 2\)\n$/);
	const database = stored(file);
	expect(database.reports.at(-1)).toMatchObject({id: 'R-2', title: 'New telephones', board: 'B-1'});
	expect(database.meetings[1]?.agenda.at(-1)).toMatchObject({
		title: 'New telephones',
		about: {report: 'R-2'},
	});
	expect(database.log).toHaveLength(2);
	expect(database.log[1]?.actor).toMatchObject({user: 'clerk'});
	expect((await run(['log', file])).out).toContain(
		'clerk entered report R-2 “New telephones”; added “New telephones” to the agenda of M-2',
	);
});

test('a day in figures is read in the order of the organisation, and shown before anything is stored', async () => {
	const database = makeDatabase();
	const american = {...database, organisation: {...database.organisation, locale: 'en-US'}};
	const dated = async (at: Database) => {
		const {file, input} = desk(report, 'report.md', at);
		return run(['import', file, input, '--dry-run', '--set', 'date=10/12/2026']);
	};
	expect((await dated(american)).out).toContain('12 October 2026');
	expect((await dated(database)).out).toContain('10 December 2026');
	const {file, input} = desk();
	const {code, error} = await run(['import', file, input, '--yes', '--set', 'date=10/14/2026']);
	expect(code).toBe(2);
	expect(error).toContain('there is no month 14: the day comes first here');
});

test('takes values by hand, leaves out what is skipped, and knows boards by name', async () => {
	const {file, input} = desk();
	const {code} = await run([
		'import',
		file,
		input,
		'--yes',
		'--board',
		'executive councillor',
		'--skip',
		'reasons, body',
		'--set',
		'date=12 May 2026; key=no; summary=Old, and dead; so new.',
	]);
	expect(code).toBe(0);
	expect(stored(file).reports.at(-1)).toEqual({
		id: 'R-2',
		title: 'New telephones',
		date: '2026-05-12',
		board: 'B-2',
		key: false,
		summary: 'Old, and dead; so new.',
		recommendations: ['That they be bought.'],
	});
});

test('as data: the findings, the act, and nothing else', async () => {
	const {file, input} = desk();
	const {code, out} = await run([
		'import',
		file,
		input,
		'--json',
		'--dry-run',
		'--skip',
		'reasons',
	]);
	expect(code).toBe(0);
	const data = JSON.parse(out) as {
		kind: string;
		findings: {id: string}[];
		skipped: string[];
		changes: {kind: string}[];
		refusal: null;
	};
	expect(data).toMatchObject({
		kind: 'report',
		skipped: ['reasons'],
		refusal: null,
		changes: [{kind: 'report/add', title: 'New telephones', board: 'B-1'}],
	});
	expect(data.findings.map(({id}) => id)).toEqual([
		'title',
		'body',
		'recommendations/1',
		'reasons',
	]);
	expect(data.changes[0]).not.toHaveProperty('reasons');
	const committed = await run(['import', file, input, '--json', '--yes']);
	expect(() => JSON.parse(committed.out) as unknown).not.toThrow();
	expect(stored(file).reports).toHaveLength(2);
});

describe('refusals are one line, and leave the file as it was', () => {
	test.each([
		['without anybody to ask', [], 'nothing was imported: there is nobody to ask, so add --yes'],
		['an unknown meeting', ['--meeting', 'M-9', '--yes'], 'there is no meeting M-9'],
		['a closed meeting', ['--meeting', 'M-1', '--yes'], 'meeting M-1 is closed'],
		['an unknown board', ['--board', 'B-7', '--yes'], 'there is no board B-7'],
		['a value that cannot be read', ['--set', 'date=soon', '--yes'], '“soon” is not a date'],
		['an unknown field', ['--set', 'colour=red', '--yes'], 'a report has no field “colour”'],
		['what is not a table', ['--as-kind', 'portfolio', '--yes'], 'no column is known'],
	])('%s', async (_, flags, message) => {
		const {file, input, before} = desk();
		const {code, error} = await run(['import', file, input, ...flags]);
		expect(code).toBe(1);
		expect(error).toContain(message);
		expect(error).not.toContain('\n');
		expect(readFileSync(file, 'utf8')).toBe(before);
	});

	test.each([
		[['--map', 'nothing'], '--map is a list such as'],
		[['--set', 'nothing'], '--set is a list such as'],
		[['--as-kind', 'raport'], '--as-kind cannot be “raport”; did you mean report?'],
	])('wrong usage: %j', async (flags, message) => {
		const {file, input} = desk();
		expect(await run(['import', file, input, '--yes', ...flags])).toMatchObject({
			code: 2,
			error: expect.stringContaining(message) as string,
		});
	});

	test('a missing file, a folder, and a board for what is no report', async () => {
		const {file, folder} = desk();
		expect((await run(['import', file, path.join(folder, 'none.md')])).error).toContain(
			'there is no file',
		);
		expect((await run(['import', file, folder])).error).toContain('is a folder');
		const table = desk('Project,Status\nServer Room,Complete\n', 'p.csv');
		expect(await run(['import', table.file, table.input, '--board', 'B-1', '--yes'])).toMatchObject(
			{code: 2, error: '--meeting and --board are for reports; this is a portfolio'},
		);
	});

	test('the same report again', async () => {
		const {file, input} = desk();
		await run(['import', file, input, '--yes']);
		expect(await run(['import', file, input, '--yes'])).toMatchObject({
			code: 1,
			error: 'this report was imported before: it is R-2',
		});
	});
});

test('brings in a table of projects, and again nothing', async () => {
	const {file, input} = desk('Id;Projekt;Status\nP1-02;Laptop Refresh;Fertig\n', 'p.csv');
	const map = ['--map', 'Projekt=title,Fertig=delivered', '--yes'];
	expect((await run(['import', file, input, ...map])).out).toContain(
		'Row 2: P1-02 Laptop Refresh: In progress → Delivered',
	);
	expect(stored(file).projects[1]?.status).toBe('delivered');
	expect(await run(['import', file, input, ...map])).toMatchObject({
		code: 1,
		error: 'nothing would change',
	});
});

test.each(['executive-board-questions.md', 'cabinet-boxed-heads.md', 'member-decision-letter.txt'])(
	'%s leaves a sound database',
	async (name) => {
		const {file} = desk();
		expect((await run(['import', file, paper(name), '--yes'])).code).toBe(0);
		expect(check(stored(file))).toEqual([]);
	},
);

describe('at a terminal', () => {
	/** The program at a real keyboard. */
	function sit(args: string[]) {
		const terminal = openTerminal({
			command: process.execPath,
			args: [path.join(import.meta.dirname, '..', '..', 'source', 'cli.ts'), ...args],
			rows: 60,
		});
		onTestFinished(() => terminal.dispose());
		return terminal;
	}

	test.each([
		['y', 0, 'imported report.md in 1 change'],
		['n', 1, 'boardwalk: nothing was imported'],
		['', 1, 'boardwalk: nothing was imported'],
		['ctrl+d', 1, 'boardwalk: nothing was imported'],
	])('asks once; “%s” ends with %i', async (key, code, said) => {
		const {file, input} = desk();
		const terminal = sit(['import', file, input]);
		await terminal.waitFor('Import this as one act of 1 change? [y/N]');
		if (key !== '') terminal.press(key);
		if (key !== 'ctrl+d') terminal.press('enter');
		expect((await terminal.exited).exitCode).toBe(code);
		expect(terminal.text()).toContain(said);
		expect(stored(file).reports).toHaveLength(code === 0 ? 2 : 1);
	});
});
