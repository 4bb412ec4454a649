// `boardwalk init`: a database from answers, flags or papers, sound and with a log from its first act.
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {describe, expect, test, onTestFinished} from 'vitest';
import {check} from '../../source/domain/queries/check.ts';
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';
import {formatDatabase} from '../../source/store/format.ts';
import {makeDatabase} from '../helpers/database.ts';
import {textOf} from '../data/files.ts';
import {openTerminal} from '../helpers/terminal.ts';
import {run, scratchFolder} from './run.ts';

const root = scratchFolder();
let count = 0;
const target = () => path.join(root, `new-${++count}.json`);
const stored = (file: string): Database =>
	databaseSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const papers = path.join(import.meta.dirname, '..', 'import', 'papers');

const flags = [
	'--name',
	'Fenshire Trust',
	'--board',
	'Trustees',
	'--members',
	'Ann Reed (chair), Joan Smith, Peter Smith (vice-chair), Sam Clerk (secretary)',
	'--meeting',
	'2026-12-14 14:00',
];

test('what belongs to a name is nobody of its own: Jane O’Neil-Smith, Jr.', async () => {
	const file = target();
	const members = 'Jane O’Neil-Smith, Jr. (chair), Joan Smith, MBE, Sam Clerk (secretary)';
	await run(['init', file, ...flags, '--members', members]);
	expect(stored(file).people).toEqual([
		{id: 'o-neil-smith', name: 'Jane O’Neil-Smith, Jr.', initials: 'JOS'},
		{id: 'smith', name: 'Joan Smith, MBE', initials: 'JS'},
		{id: 'clerk', name: 'Sam Clerk', initials: 'SC'},
	]);
});

test('makes a sound database with a board, its members, a meeting with an agenda, and a log', async () => {
	const file = target();
	const {code, out} = await run(['init', file, ...flags]);
	expect({code, out}).toEqual({
		code: 0,
		out: `made ${file}: Fenshire Trust, 1 board, 4 people\nM-1 Trustees, 14 December 2026, 14:00, with 3 items on its agenda\nopen it: boardwalk ${file}\n`,
	});
	const database = stored(file);
	expect(check(database)).toEqual([]);
	expect(database.rules.profile).toBe('plain');
	expect(database.boards).toMatchObject([
		{
			id: 'trustees',
			name: 'Trustees',
			kind: 'plain',
			members: [
				{person: 'reed', role: 'chair'},
				{person: 'smith', role: 'member'},
				{person: 'smith-2', role: 'vice-chair'},
				{person: 'clerk', role: 'secretary'},
			],
		},
	]);
	expect(database.people[0]).toEqual({id: 'reed', name: 'Ann Reed', initials: 'AR'});
	expect(database.meetings).toMatchObject([
		{board: 'trustees', startsAt: '2026-12-14T14:00', status: 'planned'},
	]);
	expect(database.meetings[0]?.agenda.map(({kind}) => kind)).toEqual([
		'apologies',
		'declarations',
		'urgent',
	]);
	const {out: log} = await run(['log', file]);
	expect(log).toMatch(
		/adopted the database.*\n.*entered Ann Reed.*\n.*set up Trustees \(trustees\)\n.*planned meeting M-1/,
	);
	expect((await run(['check', file])).code).toBe(0);
});

test.each([
	[['--profile', 'england'], {board: 'Cabinet', kind: 'executive', profile: 'england'}],
	[
		['--profile', 'england', '--board', 'Overview and Scrutiny Committee'],
		{board: 'Overview and Scrutiny Committee', kind: 'scrutiny', profile: 'england'},
	],
	[
		['--profile', 'england', '--board', 'Planning Committee'],
		{board: 'Planning Committee', kind: 'committee', profile: 'england'},
	],
	[
		['--profile', 'england', '--board', 'Cabinet Member for Finance'],
		{board: 'Cabinet Member for Finance', kind: 'individual', profile: 'england'},
	],
	[['--kind', 'officer'], {board: 'Board', kind: 'officer', profile: 'plain'}],
])(
	'takes what is usual for the rest: %j',
	async (more, {board, kind, profile}: {board: string; kind: string; profile: string}) => {
		const file = target();
		expect((await run(['init', file, '--name', 'Fenshire', ...more])).code).toBe(0);
		const {boards, rules} = stored(file);
		expect(boards).toMatchObject([{name: board, kind}]);
		expect(rules.profile).toBe(profile);
	},
);

test('keeps the time of the zone it is told', async () => {
	const file = target();
	await run(['init', file, '--name', 'Fenshire', '--zone', 'Europe/Paris']);
	expect(stored(file).organisation.timeZone).toBe('Europe/Paris');
});

describe('refusals', () => {
	test.each([
		[[], 2, 'say what the organisation is called: --name'],
		[['--name', 'X', '--members', 'Ann (queen)'], 2, 'a role is chair, vice-chair, member'],
		[
			['--name', 'X', '--meeting', 'soon'],
			2,
			'--meeting: “soon” is not a date and time: type 12 Oct 14:00',
		],
		[['--name', 'X', '--zone', 'Mars'], 2, '--zone cannot be “Mars”'],
		[['--name', 'X', '--kind', 'club'], 2, '--kind cannot be “club”'],
		[['--name', 'X', '--from', 'none.md'], 1, 'there is no file none.md'],
	])('%j', async (more, code, message) => {
		const file = target();
		expect(await run(['init', file, ...more])).toMatchObject({
			code,
			error: expect.stringContaining(message) as string,
		});
		expect(existsSync(file)).toBe(false);
	});

	test('nothing is overwritten, and nothing is left behind', async () => {
		const file = target();
		writeFileSync(file, 'mine');
		expect(await run(['init', file, ...flags])).toMatchObject({
			code: 1,
			error: `${file} exists already; choose another name`,
		});
		expect(readFileSync(file, 'utf8')).toBe('mine');
		expect(await run(['init', path.join(root, 'no', 'where.json'), ...flags])).toMatchObject({
			code: 1,
			error: expect.stringContaining('there is no such folder') as string,
		});
		expect(await run(['init', 'postgres://x/y', ...flags])).toMatchObject({code: 1});
		expect(readdirSync(root).filter((name) => name.endsWith('.tmp'))).toEqual([]);
	});
});

describe('from a paper', () => {
	const strategy = path.join(root, 'strategy.md');
	writeFileSync(
		strategy,
		'# Plan 2026-2029\n\n## Priority 1: Order\n\nWe will:\n\n- tidy\n\n### Projects\n\n- **Shelves** (Complete)\n- **Boxes** (Amber)\n\n## Priority 2: Light\n\nWe will:\n\n- see\n',
	);
	const table = path.join(root, 'projects.csv');
	writeFileSync(
		table,
		'Project,Theme,Status\nShelves,Order,Complete\nLamps,Light,Not started\nBoxes,Order,Paused\n',
	);

	test('a strategy with its projects; the agenda goes through its priorities', async () => {
		const file = target();
		expect(
			(await run(['init', file, '--name', 'Fenshire', '--from', strategy, '--yes'])).code,
		).toBe(0);
		const database = stored(file);
		expect(check(database)).toEqual([]);
		expect(database.strategies).toMatchObject([{status: 'current', title: 'Plan 2026-2029'}]);
		expect(database.projects.map(({id, title, status}) => [id, title, status])).toEqual([
			['P1-01', 'Shelves', 'delivered'],
			['P1-02', 'Boxes', 'in-progress'],
		]);
		expect(database.meetings[0]?.agenda.map(({title}) => title)).toContain('Priority 1: Order');
	});

	test('a table of projects, whose themes become priorities', async () => {
		const file = target();
		expect((await run(['init', file, '--name', 'Fenshire', '--from', table, '--yes'])).code).toBe(
			0,
		);
		const {strategies, projects} = stored(file);
		expect(strategies[0]?.priorities.map(({id, title}) => [id, title])).toEqual([
			['P1', 'Order'],
			['P2', 'Light'],
		]);
		expect(projects.map(({id, title, status}) => [id, title, status])).toEqual([
			['P1-01', 'Shelves', 'delivered'],
			['P2-01', 'Lamps', 'proposed'],
			['P1-02', 'Boxes', 'on-hold'],
		]);
	});

	test.each([
		['england', '2026-10-12', '12 October 2026'],
		['us-open-meetings', '2026-12-10', '10 December 2026'],
	])('a report, with a day typed in the order of %s, and shown', async (profile, date, shown) => {
		for (const typed of ['12/10/2026', '12/10/26']) {
			const file = target();
			const {code, out} = await run([
				'init',
				file,
				...flags,
				'--profile',
				profile,
				'--yes',
				'--from',
				path.join(papers, 'committee-pages.txt'),
				'--set',
				`date=${typed}`,
			]);
			expect(code).toBe(0);
			expect(out).toContain(shown);
			expect(stored(file).reports[0]?.date).toBe(date);
		}
	});

	test('a report, whose body becomes the board', async () => {
		const file = target();
		expect(
			(
				await run([
					'init',
					file,
					'--name',
					'Fenshire',
					'--profile',
					'england',
					'--from',
					path.join(papers, 'committee-pages.txt'),
					'--yes',
				])
			).code,
		).toBe(0);
		const {boards, reports, meetings} = stored(file);
		expect(boards).toMatchObject([{name: 'Environment and Leisure Committee', kind: 'committee'}]);
		expect(reports).toMatchObject([{board: boards[0]?.id}]);
		expect(meetings[0]?.agenda.some(({about}) => about?.report === 'R-1')).toBe(true);
	});

	test('shows what was found, and makes nothing until somebody agrees', async () => {
		const file = target();
		const {code, out, error} = await run(['init', file, '--name', 'Fenshire', '--from', strategy]);
		expect({code, error}).toEqual({
			code: 1,
			error: 'nothing was made: there is nobody to ask, so add --yes to take what was found',
		});
		expect(out).toContain('Priority 1: Order');
		expect(existsSync(file)).toBe(false);
	});

	test('a database, which brings everything itself', async () => {
		const file = target();
		const source = path.join(root, 'old.json');
		writeFileSync(source, formatDatabase(makeDatabase()));
		expect(await run(['init', file, '--from', source, '--name', 'X'])).toMatchObject({
			code: 2,
			error: expect.stringContaining('leave out --name') as string,
		});
		expect((await run(['init', file, '--from', source])).code).toBe(0);
		const {log, revision: _own, ...rest} = stored(file);
		const {log: _log, revision: _revision, ...before} = makeDatabase();
		expect(rest).toEqual(before);
		expect(log).toMatchObject([
			{changes: [{kind: 'database/adopt', reason: 'made from old.json'}]},
		]);
		writeFileSync(source, '{"schemaVersion": 1,');
		expect(await run(['init', target(), '--from', source])).toMatchObject({
			code: 1,
			error: expect.stringMatching(/^old\.json:1:\d+: /) as string,
		});
	});
});

test('asks at a terminal, with what is usual in brackets, and asks again for what it cannot read', async () => {
	const file = target();
	const terminal = openTerminal({
		command: process.execPath,
		args: [path.join(import.meta.dirname, '..', '..', 'source', 'cli.ts'), 'init', file],
		columns: 120,
	});
	onTestFinished(() => terminal.dispose());
	const answer = async (question: string, text: string) => {
		await terminal.waitFor(question);
		for (const letter of text) terminal.press(letter === ' ' ? 'space' : letter);
		terminal.press('enter');
	};
	await answer('What is the organisation called:', 'Fenshire Trust');
	await answer('[plain]:', 'engl');
	await answer('What is the board called [Cabinet]:', '');
	await answer('[executive]:', '');
	await answer('Its members', 'Ann Reed (queen)');
	await terminal.waitFor('a role is chair, vice-chair');
	await answer('Its members', 'Ann Reed (chair), Joan Smith');
	await answer('Its quorum', 'two');
	await terminal.waitFor('a quorum is a number such as 3, or none, not “two”');
	await answer('Its quorum', '2');
	await answer('When it meets first', '');
	expect((await terminal.exited).exitCode).toBe(0);
	expect(terminal.text()).toContain('Fenshire Trust, 1 board, 2 people');
	const {rules, boards} = stored(file);
	expect([rules.profile, boards[0]?.kind, boards[0]?.rules]).toEqual([
		'england',
		'executive',
		{quorum: 2},
	]);
});

describe('what an editor completes by', () => {
	test('stands beside a new database, which names it, and a save keeps the name', async () => {
		const file = path.join(root, 'schema', 'new.json');
		mkdirSync(path.dirname(file));
		expect((await run(['init', file, '--yes', '--name', 'Trust'])).code).toBe(0);
		const schema = JSON.parse(
			readFileSync(path.join(path.dirname(file), 'boardwalk.schema.json'), 'utf8'),
		) as unknown;
		expect(schema).toEqual(JSON.parse(textOf('boardwalk.schema.json')));
		const first = (text: string) => text.split('\n')[1];
		expect(first(readFileSync(file, 'utf8'))).toBe('  "$schema": "./boardwalk.schema.json",');
		const add = JSON.stringify({kind: 'person/add', id: 'reed', name: 'Ann Reed'});
		expect((await run(['apply', file], {input: `${add}\n`})).code).toBe(0);
		expect(first(readFileSync(file, 'utf8'))).toBe('  "$schema": "./boardwalk.schema.json",');
		expect((await run(['check', file])).code).toBe(0);
	});

	test('is not put in the place of one that is there', async () => {
		const folder = path.join(root, 'schema-own');
		mkdirSync(folder);
		writeFileSync(path.join(folder, 'boardwalk.schema.json'), 'mine');
		await run(['init', path.join(folder, 'new.json'), '--yes', '--name', 'Trust']);
		expect(readFileSync(path.join(folder, 'boardwalk.schema.json'), 'utf8')).toBe('mine');
	});
});
