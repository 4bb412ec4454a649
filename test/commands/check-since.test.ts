// `check --quiet --since`: what a nightly job is told, and what it is not bothered with.
import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test, vi} from 'vitest';
import {afterMeeting} from '../documents/meeting.ts';
import {freshFolders, run} from './run.ts';

vi.setConfig({testTimeout: 60_000});
const fresh = freshFolders();

/** A database, a state file beside it, the nightly look, and an act between. */
function night() {
	const {folder, file} = fresh(afterMeeting());
	const state = path.join(folder, 'check.state');
	return {
		folder,
		file,
		state,
		look: () => run(['check', file, '--quiet', '--since', state]),
		work: (note = 'Done') => run(['status', file, 'P1-01', 'on-hold', '--note', note]),
	};
}

const silent = {code: 0, out: '', error: ''};

describe('a nightly check', () => {
	test('says nothing while the database goes on, and keeps where it was', async () => {
		const {look, work, state} = night();
		expect(await look()).toEqual(silent);
		const first = readFileSync(state, 'utf8');
		expect((await work()).code).toBe(0);
		expect(await look()).toEqual(silent);
		expect(readFileSync(state, 'utf8')).not.toBe(first);
		expect(await look()).toEqual(silent);
	});

	test('finds an older copy that was put back, however whole, until it is gone', async () => {
		const {look, work, file, state} = night();
		await work();
		const older = readFileSync(file);
		expect((await run(['status', file, 'P1-01', 'in-progress'])).code).toBe(0);
		const newest = readFileSync(file);
		expect(await look()).toEqual(silent);
		const seen = readFileSync(state, 'utf8');
		writeFileSync(file, older);
		for (let times = 0; times < 2; times++) {
			const {code, out} = await look();
			expect(code).toBe(1);
			expect(out).toMatch(
				/:\d+:\d+: it ends with revision \d+, and 22 November 2026 12:00 it had reached \d+: an older copy/,
			);
		}
		expect(readFileSync(state, 'utf8')).toBe(seen);
		writeFileSync(file, newest);
		expect(await look()).toEqual(silent);
	});

	test('finds an older copy that went on as if nothing had been', async () => {
		const {look, work, file} = night();
		const older = readFileSync(file);
		await work();
		expect(await look()).toEqual(silent);
		writeFileSync(file, older);
		await work('Otherwise');
		await run(['status', file, 'P1-01', 'in-progress']);
		const {code, out} = await look();
		expect(code).toBe(1);
		expect(out).toMatch(/revision \d+ is not the act that stood there/);
	});

	test('finds another database, and tells what is wrong as data', async () => {
		const {file, state, look} = night();
		expect(await look()).toEqual(silent);
		const other = {...afterMeeting(), id: '00000000-0000-4000-8000-00000000abcd'};
		writeFileSync(file, JSON.stringify(other));
		expect((await look()).out).toContain('another database');
		const {out} = await run(['check', file, '--since', state, '--format', 'json']);
		expect(JSON.parse(out)).toMatchObject({problems: [{path: ['id']}]});
	});

	test('tells what cannot be read by a code of its own', async () => {
		const {file, look} = night();
		rmSync(file);
		expect(await look()).toMatchObject({code: 3, out: ''});
	});

	test('takes no other file for its own, and never writes over one', async () => {
		const {file, folder} = night();
		const before = readFileSync(file);
		const {code, error} = await run(['check', file, '--since', file]);
		expect({code, error}).toEqual({
			code: 1,
			error: expect.stringContaining('not a state file of check'),
		});
		expect(readFileSync(file)).toEqual(before);
		expect((await run(['check', file, '--since', path.join(folder, 'none', 'x')])).error).toContain(
			'there is no such folder',
		);
	});
});
