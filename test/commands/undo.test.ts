// `boardwalk log <database> <revision> --undo`.
import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {commit} from '../../source/domain/commit.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {act, contextAt, makeDatabase} from '../helpers/database.ts';
import {freshFolders, run} from './run.ts';

const fresh = freshFolders();

/** A database in which somebody has put P1-02 on hold, as revision 2. */
function held(user: string): string {
	const status = {kind: 'project/status', id: 'P1-02', from: 'in-progress', to: 'on-hold'} as const;
	const context = {...contextAt('10:00', user), actor: {user, host: 'council'}};
	const outcome = commit(makeDatabase(), act(status), context);
	if (!outcome.ok) throw new Error(outcome.rejection.message);
	return fresh(outcome.database).file;
}
const statusIn = (file: string) =>
	(JSON.parse(readFileSync(file, 'utf8')) as Database).projects[1]?.status;

test('says what it would do, then does it', async () => {
	const file = held('clerk');
	const asked = await run(['log', file, '2', '--undo']);
	expect(asked).toMatchObject({code: 1, out: ''});
	expect(asked.error).toMatch(/On hold becomes In progress again.*Add --yes to do it$/);
	expect(statusIn(file)).toBe('on-hold');
	const done = await run(['log', file, '2', '--undo', '--yes']);
	expect(done.out).toMatch(/^clerk took back revision 2 .* \(revision 3\)\n$/);
	expect(statusIn(file)).toBe('in-progress');
	expect((await run(['log', file])).out).toContain('taken back: clerk set P1-02');
	expect((await run(['log', file, '2'])).out).toContain('\ntaken back by revision 3\n');
	// And back again, which is to take back the taking back.
	expect((await run(['log', file, '3', '--undo', '--yes'])).code).toBe(0);
	expect(statusIn(file)).toBe('on-hold');
});

test('takes back nobody else’s act', async () => {
	const file = held('reed');
	const refused = await run(['log', file, '2', '--undo', '--yes']);
	expect(refused).toMatchObject({code: 1});
	expect(refused.error).toBe('revision 2 is an act of reed: only they may take it back');
	expect(statusIn(file)).toBe('on-hold');
});

test('is told which act', async () => {
	const file = held('clerk');
	expect((await run(['log', file, '--undo'])).error).toContain('say which act');
	expect((await run(['log', file, '2', '--yes'])).code).toBe(2);
	expect((await run(['log', file, '9', '--undo'])).error).toContain(
		'there is no act with revision 9',
	);
});
