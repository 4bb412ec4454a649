// What an archived log means for those who read on: minutes, papers, the log and a seal say where the rest stands.
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import type {Change} from '../source/domain/changes/index.ts';
import {minutesOf} from '../source/domain/queries/minutes/minutes.ts';
import {publicView} from '../source/domain/queries/public/view.ts';
import {restorationTo} from '../source/domain/queries/log/restorable.ts';
import type {Database} from '../source/domain/schema/index.ts';
import {accepted, contextAt, makeDatabase, present} from './helpers/database.ts';
import {freshFolders, run} from './commands/run.ts';
const fresh = freshFolders();
const did = (database: Database, day: string, ...changes: (Change | Change[])[]): Database =>
	changes.reduce<Database>(
		(before, each) => accepted(before, each, contextAt('10:00', 'clerk', day)).database,
		database,
	);
const held = did(
	did(
		makeDatabase(),
		'2020-10-01',
		{kind: 'meeting/open', id: 'M-2'},
		present(),
		{kind: 'project/status', id: 'P1-03', from: 'on-hold', to: 'in-progress', note: 'Goes on.'},
		{kind: 'meeting/close', id: 'M-2'},
		{kind: 'minutes/issue', meeting: 'M-2'},
	),
	'2021-03-01',
	{kind: 'meeting/add', board: 'B-1', title: 'Next', agenda: []},
	{kind: 'meeting/open', id: 'M-3'},
	{kind: 'minutes/approve', meeting: 'M-2', by: 'M-3'},
);
test('minutes, publish, seal, log', async () => {
	const {file, folder} = fresh(held);
	const before = (await run(['minutes', file, 'M-2'])).out;
	const seal = held.meetings[1]!.minutes!.seals![0]!.seal;
	expect(before).toContain('Goes on.');
	expect((await run(['archive', file, '--before', 'r7'])).error).toBe('');
	const db = JSON.parse(readFileSync(file, 'utf8')) as Database;
	const bare = minutesOf(db, 'M-2');
	expect(bare.archived).toBe('strategy-log-1-6.jsonl');
	expect(bare.altered).toBeUndefined();
	expect((await run(['minutes', file, 'M-2'])).out).toBe(before);
	expect(await run(['check', file, '--seal', seal])).toMatchObject({code: 0});
	expect((await run(['log', file])).out).toMatch(
		/^what was done up to revision 6 is in strategy-log-1-6.jsonl\n/,
	);
	const {renameSync} = await import('node:fs');
	renameSync(path.join(folder, 'strategy-log-1-6.jsonl'), path.join(folder, 'x.jsonl'));
	expect((await run(['minutes', file, 'M-2'])).error).toMatch(
		/^what was done in M-2 is in the archive strategy-log-1-6.jsonl: put that/,
	);
	expect((await run(['check', file, '--seal', seal])).error).toMatch(
		/^what the seal rests on is in/,
	);
	expect((await run(['minutes', file, 'M-2', '--archive', path.join(folder, 'x.jsonl')])).out).toBe(
		before,
	);
	const {minutesDocument} = await import('../source/documents/minutes.ts');
	const {toMarkdown} = await import('../source/documents/markdown.ts');
	expect(toMarkdown(minutesDocument(bare))).toContain(
		'stand in the archive of the log, strategy-log-1-6.jsonl',
	);
});
test('a restoration does not tell the public what was said in private', () => {
	const open = did(
		makeDatabase(),
		'2020-10-01',
		{
			kind: 'agenda/exempt',
			meeting: 'M-2',
			item: 'I-4',
			to: {paragraphs: [3], title: 'A contract'},
		},
		{kind: 'meeting/open', id: 'M-2'},
		present(),
		{kind: 'meeting/move', id: 'M-2', from: 'I-2', to: 'I-4'},
	);
	const secret = did(open, '2020-10-01', {
		kind: 'project/update',
		id: 'P1-03',
		note: 'Acme bids low',
	});
	const back = did(secret, '2020-10-01', {kind: 'meeting/move', id: 'M-2', from: 'I-4', to: 'I-5'});
	const {records} = restorationTo(back, open);
	const restored = did(back, '2020-10-02', {
		kind: 'database/restore',
		revision: open.revision,
		onto: back.revision,
		records,
	});
	expect(JSON.stringify(restored)).toContain('Acme');
	expect(JSON.stringify(publicView(restored))).not.toContain('Acme');
});
