import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test, vi} from 'vitest';
import {openFileLetterbox} from '../../source/store/file/letterbox.ts';
import {after} from '../helpers/database.ts';
import {afterMeeting} from '../documents/meeting.ts';
import {freshFolders, run} from './run.ts';

vi.setConfig({testTimeout: 60_000});

const fresh = freshFolders();
const words = 'It asked for a short lessons-learned paper.';
/** The whole of what those words stand in. */
const notes = afterMeeting().meetings[1]?.agenda[1]?.notes ?? '';
const reason = ['--reason', 'It named a person.'];

describe('redact', () => {
	test('takes a text out of the record and the log, which still proves', async () => {
		const {file} = fresh(afterMeeting());
		expect(readFileSync(file, 'utf8')).toContain(words);
		const {code, out} = await run(['redact', file, 'M-2/I-3', 'notes', ...reason, '--yes']);
		expect({code, out}).toEqual({
			code: 0,
			out: 'redacted notes of 2 Modernisation; 1 act of the log no longer tells of it (revision 19)\n',
		});
		expect(readFileSync(file, 'utf8')).not.toContain(words);
		expect((await run(['check', file])).code).toBe(0);
		const log = await run(['log', file]);
		expect(log.out).toContain('redacted notes of 2 Modernisation (It named a person.)');
		expect(log.out).toContain('made a change that was redacted since');
	});

	test.each([
		['D-2', 'reasons', /reasons of D-2 Progress of the strategy/],
		['d-2', 'reasons', /reasons of D-2/],
		['decisions/D-2', 'reasons', /reasons of D-2/],
		['meetings/M-2/agenda/I-3', 'notes', /notes of 2 Modernisation/],
		['A-2', 'text', /text of A-2/],
	])('finds %s', async (record, field, told) => {
		const {file} = fresh(afterMeeting());
		const {code, out} = await run(['redact', file, record, field, ...reason, '--yes']);
		expect(code).toBe(0);
		expect(out).toMatch(told);
	});

	test('warns of archives and older files that it does not reach, before and after', async () => {
		const {folder, file} = fresh(afterMeeting());
		const beside = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
		beside('strategy-log-1-9.jsonl', 'nothing of it');
		beside('strategy.json.before-restore-20261122T100000Z', readFileSync(file, 'utf8'));
		beside('strategy.schema-1.json', '');
		beside('minutes.md', words);
		const told =
			'not reached, and may still hold this text or an earlier wording: strategy-log-1-9.jsonl, strategy.json.before-restore-20261122T100000Z (it does), strategy.schema-1.json; remove them, or keep them where only those look who may';
		const asked = await run(['redact', file, 'M-2/I-3', 'notes', ...reason]);
		expect(asked.error).toContain(`add --yes to do it (${told})`);
		const {code, out} = await run(['redact', file, 'M-2/I-3', 'notes', ...reason, '--yes']);
		expect(code).toBe(0);
		expect(out.trimEnd().split('\n').at(-1)).toBe(told);
	});

	test('does nothing without --yes, and says that there is no way back', async () => {
		const {file} = fresh(afterMeeting());
		const before = readFileSync(file, 'utf8');
		const {code, error} = await run(['redact', file, 'D-2', 'reasons', ...reason]);
		expect({code, error}).toEqual({
			code: 1,
			error:
				'this takes reasons of D-2 Progress of the strategy out of the database and its log for good, with no way back: add --yes to do it',
		});
		expect(readFileSync(file, 'utf8')).toBe(before);
	});

	test.each([
		[
			['D-2', 'reasons', '--yes'],
			2,
			'say why: --reason "…"; the log keeps it in place of the text',
		],
		[['D-2', 'reasons', '--reason', ' ', '--yes'], 2, 'say why: '],
		[['D-99', 'reasons', ...reason, '--yes'], 1, 'there is no record D-99: name it by its id'],
		[['D-2', 'status', ...reason, '--yes'], 1, 'has no text status that can be redacted'],
		[['constructor', 'name', ...reason, '--yes'], 1, 'there is no record constructor'],
		[['D-2', ...reason, '--yes'], 2, '<field> is missing'],
	])('refuses %j', async (args, code, message) => {
		const {file} = fresh(afterMeeting());
		const before = readFileSync(file, 'utf8');
		const result = await run(['redact', file, ...args]);
		expect(result.code).toBe(code);
		expect(result.error).toContain(message);
		expect(readFileSync(file, 'utf8')).toBe(before);
	});

	test('refuses to do it twice', async () => {
		const {file} = fresh(afterMeeting());
		const args = ['redact', file, 'D-2', 'reasons', ...reason, '--yes'];
		await run(args);
		expect((await run(args)).error).toBe(
			'D-2 Progress of the strategy: reasons has been redacted already',
		);
	});

	describe('of what no record holds any more', () => {
		const note = 'She was off with shingles.';
		const undone = () =>
			after(
				afterMeeting(),
				{kind: 'project/update', id: 'P1-01', note},
				{kind: 'undo', revision: afterMeeting().revision + 1},
			);
		const comment = undone()
			.log.at(-2)
			?.effects?.find(({field}) => field === undefined)?.record;

		test.each([
			['by where it stood', [String(comment), 'note']],
			['by itself', ['--text', note]],
		])('%s', async (_how, args) => {
			const {file} = fresh(undone());
			expect(readFileSync(file, 'utf8')).toContain(note);
			const asked = await run(['redact', file, ...args, ...reason]);
			expect(asked.error).toContain('(it stands in no record, and in 2 acts of the log)');
			const {code, out} = await run(['redact', file, ...args, ...reason, '--yes']);
			expect(code).toBe(0);
			expect(out).toMatch(/2 acts of the log no longer tell of it/);
			expect(readFileSync(file, 'utf8')).not.toContain(note);
			expect((await run(['check', file])).code).toBe(0);
		});

		test('read from standard input, so that no shell keeps it', async () => {
			const {file} = fresh(undone());
			const args = ['redact', file, '--text', '-', ...reason, '--yes'];
			expect((await run(args, {input: `${note}\n`})).code).toBe(0);
			expect(readFileSync(file, 'utf8')).not.toContain(note);
		});
	});

	test('tells where else the text stands, and takes it out there too', async () => {
		const {file} = fresh(
			after(afterMeeting(), {kind: 'action/add', text: `As was said: ${notes}`}),
		);
		const args = ['redact', file, 'M-2/I-3', 'notes', ...reason];
		expect((await run(args)).error).toMatch(
			/it stands in text of A-\d too, and in 2 acts of the log/,
		);
		expect((await run([...args, '--yes'])).code).toBe(0);
		expect(readFileSync(file, 'utf8')).not.toContain(words);
		expect(readFileSync(file, 'utf8')).toContain('As was said: [redacted]');
	});

	test('names a copy of the same database in the same folder, whatever it is called', async () => {
		const {folder, file} = fresh(afterMeeting());
		const beside = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
		beside('Copy of board (2).bak', readFileSync(file, 'utf8'));
		beside('other.json', JSON.stringify({...afterMeeting(), id: crypto.randomUUID()}));
		const {error} = await run(['redact', file, 'M-2/I-3', 'notes', ...reason]);
		expect(error).toContain('an earlier wording: Copy of board (2).bak (it does); remove it');
		expect(error).not.toContain('other.json');
	});

	test('names forms handed over and drafts that hold the text, and throws them away if it is asked to', async () => {
		const {folder, file} = fresh(afterMeeting());
		const box = await openFileLetterbox(file);
		await box.put('a'.repeat(32), JSON.stringify({form: {notes}}), true);
		await box.put('b'.repeat(32), JSON.stringify({form: {notes: 'Of no matter.'}}), true);
		vi.stubEnv('XDG_STATE_HOME', path.join(folder, 'state'));
		const kept = path.join(folder, 'state', 'boardwalk', 'drafts', afterMeeting().id);
		mkdirSync(kept, {recursive: true});
		writeFileSync(path.join(kept, 'old.json'), JSON.stringify({forms: [{value: notes}]}));
		const args = ['redact', file, 'M-2/I-3', 'notes', ...reason];
		expect((await run(args)).error).toContain(
			'1 form handed over and not taken yet and 1 draft of yours hold this text: --clear throws them away',
		);
		const {out} = await run([...args, '--yes', '--clear']);
		expect(out.trimEnd().split('\n')).toHaveLength(1);
		expect((await box.look()).waiting).toEqual(['b'.repeat(32)]);
		expect(readdirSync(kept)).toEqual([]);
		vi.unstubAllEnvs();
	});

	test('says that the name of who acted stays', async () => {
		const {file} = fresh(afterMeeting());
		const {out} = await run(['redact', file, '--text', 'Gwen Davies', ...reason, '--yes']);
		const acted = afterMeeting().log.some(({actor}) => actor.name === 'Gwen Davies');
		expect(out.includes('it stays as the name of who acted')).toBe(acted);
	});

	test.each([
		[
			['D-2', 'reasons', '--text', 'x'],
			'name a record and its field, or a text with --text, not both',
		],
		[['--text', ' '], '--text is empty'],
		[[], 'name a record and its field (D-3 reasons), or a text: --text "…"'],
	])('%j is no way to say it', async (args, message) => {
		const {file} = fresh(afterMeeting());
		expect(await run(['redact', file, ...args, ...reason])).toMatchObject({
			code: 2,
			error: message,
		});
	});
});
