// A printed seal is proved, however it is spelled, and against everything that may have happened since.
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test, vi} from 'vitest';
import type {Change} from '../../source/domain/changes/index.ts';
import {archiveOf, formatArchive} from '../../source/domain/log/archive.ts';
import {proveSeal} from '../../source/domain/queries/log/seal.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {after, accepted, contextAt} from '../helpers/database.ts';
import {afterMeeting} from '../documents/meeting.ts';
import {freshFolders, run} from './run.ts';

vi.setConfig({testTimeout: 60_000});

const fresh = freshFolders();

const issued = (): Database =>
	accepted(afterMeeting(), {kind: 'minutes/issue', meeting: 'M-2'}, contextAt('10:30')).database;
const sealOf = ({meetings}: Database): string => meetings[1]?.minutes?.seals?.at(-1)?.seal ?? '';

const note: Change = {kind: 'agenda/note', meeting: 'M-2', item: 'I-2', to: 'None were sent.'};

const checkSeal = (database: Database, seal: string, ...more: string[]) =>
	run(['check', fresh(database).file, '--seal', seal, ...more]);

describe('check --seal', () => {
	test('proves a seal and says that the minutes read as they were sealed', async () => {
		const database = issued();
		const {code, out} = await checkSeal(database, sealOf(database));
		expect(code).toBe(0);
		expect(out.split('\n')).toEqual([
			`${sealOf(database)}: version 1 of the minutes of M-2 November meeting, issued on 22 November 2026 at 10:30 by Sam Clerk (login clerk)`,
			'proved: the log is whole and holds what the seal rests on',
			'the minutes read today word for word as they were sealed',
			'',
		]);
	});

	test.each([
		['in small letters', (seal: string) => seal.toLowerCase()],
		['without hyphens', (seal: string) => seal.replaceAll('-', '')],
		['with blanks', (seal: string) => ` ${seal.replaceAll('-', ' ')} `],
	])('takes it %s', async (_, spell) => {
		const database = issued();
		expect((await checkSeal(database, spell(sealOf(database)))).code).toBe(0);
	});

	test('knows no seal that was never given out', async () => {
		const database = issued();
		const {code, out} = await checkSeal(database, sealOf(database).replace(/.$/, '!'));
		expect({code, out}).toEqual({
			code: 1,
			out: 'not proved: no such seal was given out by this database\n',
		});
	});

	test('goes on proving what was sealed after a change, and tells by what it was changed', async () => {
		const database = after(issued(), note);
		const {code, out} = await checkSeal(database, sealOf(database));
		expect(code).toBe(0);
		expect(out).toContain('proved: the log is whole');
		expect(out).toContain('and no longer reads as it was sealed:');
		expect(out).toMatch(/ {2}r20 Sam Clerk .*1 Apologies/);
		expect(out).not.toContain('word for word');
	});

	test('is not shaken by what is not in the minutes', async () => {
		const database = after(
			issued(),
			{kind: 'project/update', id: 'P1-01', note: 'Later.'},
			{kind: 'action/status', id: 'A-2', from: 'open', to: 'done'},
		);
		const {out} = await checkSeal(database, sealOf(database));
		expect(out).toContain('word for word');
	});

	test('proves every version, the old ones too', async () => {
		const first = issued();
		const second = after(first, note, {kind: 'minutes/issue', meeting: 'M-2'});
		expect(sealOf(second)).not.toBe(sealOf(first));
		expect((await checkSeal(second, sealOf(first))).out).toContain('no longer reads');
		expect((await checkSeal(second, sealOf(second))).out).toContain('word for word');
	});

	test.each([
		[
			'the log',
			(database: Database) => {
				const [, entry] = database.log;
				if (entry) entry.at = '2026-11-22T08:00:00.000Z';
			},
			/not proved: revision 2 of the log was altered/,
		],
		[
			'the minutes',
			(database: Database) => {
				const item = database.meetings[1]?.agenda[1];
				if (item) item.notes = 'Something else.';
			},
			/not proved: meeting M-2 was altered outside Boardwalk/,
		],
		[
			'what was sealed',
			(database: Database) => {
				const seal = database.meetings[1]?.minutes?.seals?.[0];
				if (seal) seal.content = '0'.repeat(64);
			},
			/not proved: the seal does not follow from what is said to have been sealed/,
		],
		[
			'what it rests on',
			(database: Database) => {
				const seal = database.meetings[1]?.minutes?.seals?.[0];
				if (seal) seal.revision = 3;
			},
			/not proved: revision 3 of the log is not the one that the seal rests on/,
		],
	])('fails when somebody altered %s by hand', async (_, alter, message) => {
		const database = structuredClone(issued());
		const seal = sealOf(database);
		alter(database);
		const {code, out} = await checkSeal(database, seal);
		expect(code).toBe(1);
		expect(out).toMatch(message);
		expect(out).not.toContain('proved: the log is whole');
	});

	test('goes on proving after exempt text was redacted, and says that it was', async () => {
		const database = after(issued(), {
			kind: 'redact',
			record: 'meetings/M-2/agenda/I-3',
			field: 'notes',
			reason: 'It named a patient.',
		});
		const {code, out} = await checkSeal(database, sealOf(database));
		expect(code).toBe(0);
		expect(out).toContain('redacted notes of 2 Modernisation (It named a patient.)');
	});

	test.each([
		[
			'a record that was forged in the file',
			'forged-record',
			'not proved: decision D-3 was altered outside Boardwalk, and adopted as it was then by clerk on 22 November 2026 at 12:00 (revision 45)',
		],
		[
			'a seal that was forged in the file',
			'forged-seal',
			'not proved: the seal does not follow from what is said to have been sealed',
		],
		[
			'a record that was forged and then adopted',
			'adopted-seal',
			'not proved: decision D-3 was altered outside Boardwalk, and adopted as it was then by clerk on 30 November 2026 at 16:08 (revision 43: Tidied up)',
		],
	])('tells %s first, and lays it to no act', async (_, name, told) => {
		const text = readFileSync(new URL(`../data/v1/${name}.json`, import.meta.url), 'utf8');
		const {file} = fresh(text);
		const [, printed = ''] = /"seal": "(BW-M-3-v1-[^"]+)"/.exec(text) ?? [];
		// A database of version 1 is brought forward first: its seals were judged then.
		expect((await run(['migrate', file])).code).toBe(0);
		const {code, out} = await run(['check', file, '--seal', printed]);
		expect(code).toBe(1);
		const [, first, ...rest] = out.split('\n');
		expect(first).toBe(told);
		expect(rest.filter((line) => /^ {2}r\d|changed since/.test(line))).toEqual([]);
	});

	test('looks for what the minutes draw on in the archives, too', async () => {
		const [text, log] = ['archived-minutes', 'committee'].map((name) =>
			readFileSync(new URL(`../data/v1/${name}.json`, import.meta.url), 'utf8'),
		);
		const {file, folder} = fresh(text ?? '');
		const archive = archiveOf(JSON.parse(log ?? '') as Database, 45);
		writeFileSync(path.join(folder, 'archived-minutes-log-1-45.jsonl'), formatArchive(archive));
		const seal = 'BW-M-3-v2-09B6-BAB1-E5D3-B76A-7433';
		expect((await run(['migrate', file])).code).toBe(0);
		const {code, out} = await run(['check', file, '--seal', seal]);
		expect(code).toBe(0);
		// The archiving took nothing out of the minutes, and is not said to have.
		expect(out.match(/^ {2}r\d+/gm)).toEqual(['  r53']);
	});

	test('gives the proof as data', async () => {
		const database = issued();
		const {code, out} = await checkSeal(database, sealOf(database), '--format', 'json');
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({
			proved: true,
			unchanged: true,
			faults: [],
			since: [],
			sealed: {meeting: 'M-2', version: 1, by: 'Sam Clerk (login clerk)'},
		});
	});

	test('asks one question at a time', async () => {
		const {file} = fresh(issued());
		const {code, error} = await run(['check', file, '--seal', 'x', '--meeting', 'M-2']);
		expect({code, error}).toEqual({code: 2, error: 'one question at a time: --meeting or --seal'});
	});
});

test('a change that no act explains is a fault', () => {
	const database = structuredClone(issued());
	// As if the log had been made to fit: here it is only made empty of acts that touch the meeting.
	const item = database.meetings[1]?.agenda[0];
	if (item) item.notes = 'Slipped in.';
	expect(proveSeal(database, sealOf(database)).faults).toContain(
		'the minutes read otherwise than they were sealed, and no act in the log says why',
	);
});
