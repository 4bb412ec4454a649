// `--trace`: behind each sentence the acts of the log that it comes from.
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import type {Change} from '../../source/domain/changes/index.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {accepted, after, contextAt, makeDatabase, present} from '../helpers/database.ts';
import {run, scratchFolder} from './run.ts';

const folder = scratchFolder();

/** The board's meeting: opened (r1, told again r3), its roll (r2), interests asked about (r4), an item noted, undone and noted again. */
function held(): Database {
	const time: Change = {
		kind: 'meeting/time',
		meeting: 'M-2',
		field: 'openedAt',
		from: '2026-11-22T10:00:00.000Z',
		to: '2026-11-22T09:31:00.000Z',
	};
	const note = (to: string): Change => ({kind: 'agenda/note', meeting: 'M-2', item: 'I-2', to});
	const opened = accepted(
		after(makeDatabase(), {kind: 'meeting/open', id: 'M-2'}),
		present(),
	).database;
	return after(
		opened,
		time,
		note('Wrong.'),
		{kind: 'undo', revision: 5},
		note('Nobody was late.'),
		{kind: 'meeting/move', id: 'M-2', from: 'I-2', to: 'I-3'},
		{kind: 'project/update', id: 'P1-03', note: 'Lease ends in May.'},
		{
			kind: 'decision/record',
			meeting: 'M-2',
			item: 'I-3',
			title: 'Server Room',
			resolution: 'That the lease be ended.',
			outcome: 'approved',
			vote: {method: 'no-dissent'},
		},
		{kind: 'meeting/close', id: 'M-2'},
	);
}

async function traced(database: Database, ...args: string[]): Promise<string> {
	const file = path.join(folder, 'traced.json');
	writeFileSync(file, JSON.stringify(database));
	const [command = '', ...rest] = args;
	const {out, code} = await run([command, file, ...rest, '--trace', '--format', 'text']);
	expect(code).toBe(0);
	return out.replaceAll(/\s*\n\s+/g, ' ');
}


describe('minutes say of each sentence', () => {
	test('which acts it comes from, those that corrected it too', async () => {
		const text = await traced(held(), 'minutes', 'M-2');
		expect(text).toContain('Opened:        09:31 [');
	});
});

