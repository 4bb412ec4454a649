import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import type {Database} from '../../source/domain/schema/index.ts';
import {sitting} from '../helpers/council.ts';
import {makeDatabase} from '../helpers/database.ts';
import {freshFolders, run} from './run.ts';

const fresh = freshFolders();
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Database;

test('boards are listed with their votes and quorum, one with its members of today and to come', async () => {
	const {file} = fresh(sitting());
	const boards = await run(['board', file]);
	expect(boards.out).toMatch(/B-3 +Planning Committee +Committee +5 +3/);
	const members = await run(['board', file, 'planning committee']);
	expect(members.out).toMatch(/Cllr Lane +KL +Chair +20 May 2026/);
	expect(members.out).not.toContain('Cllr Gray');
	const csv = await run(['board', file, 'b-3', '--format', 'csv']);
	expect(csv.out).toMatch(/^Name,Initials,Role,From,Until\r?\nCllr Lane,KL,Chair,20 May 2026,/);
	const data = JSON.parse((await run(['board', file, 'B-3', '--format', 'json'])).out) as object[];
	expect(data[0]).toMatchObject({key: 'lane', role: 'chair', stands: 'now'});
});

test('a board is made, filled and changed, and the log tells it', async () => {
	const {file} = fresh(makeDatabase());
	const said: string[] = [];
	for (const args of [
		['--new', 'Audit Committee', '--quorum', '2'],
		['audit-committee', '--member', '+Ann Other', '--role', 'chair', '--on', '2026-05-20'],
		['audit-committee', '--member', 'js'],
		['audit-committee', '--member', 'ao', '--on', '1 dec'],
		['audit-committee', '--leaves', 'smith', '--on', '2026-12-31'],
		['audit-committee', '--name', 'Audit Panel', '--quorum', 'none'],
		['--person', 'js', '--name', 'Joan Smith-Lee', '--initials', 'JSL'],
	]) {
		const {code, out} = await run(['board', file, ...args]);
		expect(code).toBe(0);
		said.push(out);
	}
	expect(said[3]).toContain(
		'entered 30 November 2026 as the last day of Ann Other on audit-committee Audit Committee; entered Ann Other as member of audit-committee Audit Committee from 1 December 2026',
	);
	const {boards, people} = read(file);
	expect(boards.at(-1)).toEqual({
		id: 'audit-committee',
		name: 'Audit Panel',
		kind: 'committee',
		members: [
			{id: 'MB-1', person: 'other', role: 'chair', from: '2026-05-20', to: '2026-11-30'},
			{id: 'MB-2', person: 'smith', role: 'member', from: '2026-11-22', to: '2026-12-31'},
			{id: 'MB-3', person: 'other', role: 'member', from: '2026-12-01'},
		],
		rules: {},
	});
	expect(people.find(({id}) => id === 'smith')).toMatchObject({
		name: 'Joan Smith-Lee',
		initials: 'JSL',
	});
	expect((await run(['check', file])).code).toBe(0);
});

test.each([
	[2, ['B-1', '--role', 'chair'], '--role needs one of --new, --member or --person'],
	[2, ['B-1', '--member', 'reed', '--leaves', 'reed'], '--leaves does not go with --member'],
	[2, ['--member', 'reed'], 'say which board'],
	[2, ['B-1', '--quorum', 'many'], '--quorum is a number such as 3, or none, not “many”'],
	[
		2,
		['B-1', '--member', 'councillor', '--on', 'someday'],
		'--on: “someday” is not a date: type 12 Oct',
	],
	[
		2,
		['--person', 'reed'],
		'--person needs --name, --initials, --office, --portfolio, --ward or --party',
	],
	[2, ['--new', ' '], '--new is empty'],
	[1, ['B-9'], 'there is no board B-9; did you mean B-1?'],
	[
		1,
		['B-1', '--member', 'zz'],
		'nobody is called “zz”: type initials or a part of the name, or +zz',
	],
	[1, ['B-1', '--member', 'reed', '--role', 'chair'], 'Ann Reed is chair of IMT Board already'],
	[1, ['B-1', '--member', 'smith', '--role', 'chair'], 'IMT Board would have two chairs'],
	[1, ['B-1', '--leaves', 'councillor'], 'on IMT Board nobody is called “councillor”'],
	[1, ['B-1', '--quorum', '9'], 'a quorum of 9 cannot be reached: IMT Board has 4 voting members'],
	[1, ['--new', 'imt board'], 'there is already a board IMT Board'],
])('exit code %i for %j, and nothing is written', async (code, args, said) => {
	const {file} = fresh(makeDatabase());
	const before = readFileSync(file, 'utf8');
	const result = await run(['board', file, ...args]);
	expect(result.code).toBe(code);
	expect(result.error).toContain(said);
	expect(readFileSync(file, 'utf8')).toBe(before);
});
