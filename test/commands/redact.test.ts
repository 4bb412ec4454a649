import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it, vi} from 'vitest';
import {afterMeeting} from '../documents/meeting.ts';
import {freshFolders, run} from './run.ts';

vi.setConfig({testTimeout: 60_000});

const fresh = freshFolders();
const words = 'It asked for a short lessons-learned paper.';
const reason = ['--reason', 'It named a person.'];

describe('redact', () => {
	it('takes a text out of the record and the log, which still proves', async () => {
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

	it.each([
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

	it('warns of archives and older files that it does not reach, before and after', async () => {
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

	it('does nothing without --yes, and says that there is no way back', async () => {
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

	it.each([
		[
			['D-2', 'reasons', '--yes'],
			2,
			'say why: --reason "…"; it stands in the log instead of the text',
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

	it('refuses to do it twice', async () => {
		const {file} = fresh(afterMeeting());
		const args = ['redact', file, 'D-2', 'reasons', ...reason, '--yes'];
		await run(args);
		expect((await run(args)).error).toBe(
			'D-2 Progress of the strategy: reasons has been redacted already',
		);
	});
});
