// `boardwalk adopt`: a database that was edited by hand is accepted as it is, on record.
import {readFileSync, writeFileSync} from 'node:fs';
import {describe, expect, test, vi} from 'vitest';
import type {Database} from '../../source/domain/schema/index.ts';
import {after, makeDatabase} from '../helpers/database.ts';
import {freshFolders, run} from './run.ts';

vi.setConfig({testTimeout: 60_000});

const fresh = freshFolders();
const stored = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Database;

/** A database with two acts in its log, and then edited by hand. */
function edited(alter: (database: Database) => void, database = logged): string {
	const copy = structuredClone(database);
	alter(copy);
	return fresh(copy).file;
}
const logged = after(
	makeDatabase(),
	{kind: 'project/update', id: 'P1-01', note: 'one'},
	{kind: 'action/add', text: 'Write'},
);

const byHand = (database: Database) => {
	database.projects[1]!.title = 'Laptops';
	database.people.push({id: 'new', name: 'New\u001b[2J'});
	database.actions.pop();
	database.rules.callInDays = 3;
};

const listed = [
	'  the record “rules”: altered since revision 1',
	'  person new: added',
	'  project P1-02: altered since revision 1',
	'  action A-2: removed since revision 3',
	'',
].join('\n');

test('records which records were edited, and why; afterwards check is clean', async () => {
	const file = edited(byHand);
	expect((await run(['check', file])).code).toBe(1);
	const {code, out} = await run(['adopt', file, '--reason', 'The new council']);
	expect({code, out}).toEqual({
		code: 0,
		out: `accepted 4 records as edited by hand (revision 4)\n${listed}`,
	});
	expect(await run(['check', file])).toMatchObject({code: 0});
	const {log} = stored(file);
	expect(log.at(-1)).toMatchObject({
		revision: 4,
		actor: {user: 'clerk', host: 'council'},
		changes: [
			{
				kind: 'database/adopt',
				differ: ['rules', 'people/new', 'projects/P1-02', 'actions/A-2'],
				reason: 'The new council',
			},
		],
		records: {'actions/A-2': null},
	});
	const story = (await run(['log', file])).out;
	expect(story).toContain(
		'accepted 4 records (rules, new New␛[2J, P1-02 Laptops, A-2) as edited by hand: The new council',
	);
});

test('names a few records in the log’s sentence and counts the rest', async () => {
	const file = edited((database) => {
		for (const project of database.projects) project.title += '!';
		for (const person of database.people) person.name += '!';
	});
	await run(['adopt', file]);
	expect((await run(['log', file])).out).toMatch(
		/accepted 11 records \(reed Ann Reed!, [^)]* and 6 more\) as edited by hand$/m,
	);
});

test('with --dry-run only lists them', async () => {
	const file = edited(byHand);
	const before = readFileSync(file);
	const {code, out} = await run(['adopt', file, '--dry-run']);
	expect({code, out}).toEqual({code: 0, out: `4 records differ from the log\n${listed}`});
	expect(readFileSync(file)).toEqual(before);
});

test('adopts a database that has no log yet', async () => {
	const {file} = fresh(makeDatabase());
	expect((await run(['adopt', file, '--dry-run'])).out).toContain('no log yet');
	expect(await run(['adopt', file])).toMatchObject({
		code: 0,
		out: 'adopted every record as it is (revision 1)\n',
	});
	expect(stored(file).log).toHaveLength(1);
	expect((await run(['check', file])).code).toBe(0);
});

describe('refuses', () => {
	const refused = async (file: string, message: RegExp, wanted = 1) => {
		const before = readFileSync(file);
		const {code, out, error} = await run(['adopt', file]);
		expect({code, out}).toEqual({code: wanted, out: ''});
		expect(error).toMatch(message);
		expect(error).not.toContain('\n');
		expect(readFileSync(file)).toEqual(before);
	};

	test('when nothing differs', async () => {
		expect.hasAssertions();
		await refused(
			edited(() => {}),
			/^every record is as the log left it: there is nothing to/,
		);
	});

	test('what is unsound: to adopt it would not mend it', async () => {
		expect.hasAssertions();
		await refused(
			edited((database) => {
				database.projects[1]!.dependsOn = ['P9-99'];
				database.projects[2]!.dependsOn = ['P9-98'];
			}),
			/^mend this first, as adopting will not: project P1-02: dependsOn names P9-99, .* \(and 1 more problem: run boardwalk check\)$/,
		);
	});

	test('a log that is broken', async () => {
		expect.hasAssertions();
		await refused(
			edited((database) => {
				database.projects[1]!.title = 'Laptops';
				database.log[1]!.session = 'x';
			}),
			/^mend this first, .*: revision 2 of the log was altered/,
		);
	});

	test('a file that is not a database', async () => {
		expect.hasAssertions();
		const file = edited(() => {});
		writeFileSync(file, '{');
		await refused(file, /strategy\.json:1:2: this is not JSON/, 3);
	});
});
