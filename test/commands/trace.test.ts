// `--trace`: behind each sentence the acts of the log that it comes from.
import {describe, expect, test} from 'vitest';
import type {Change} from '../../source/domain/changes/index.ts';
import {accepted, after, makeDatabase, present} from '../helpers/database.ts';
import {fileOf, run, scratchFolder} from './run.ts';

const folder = scratchFolder();

const note = (item: string, to: string): Change => ({
	kind: 'agenda/note',
	meeting: 'M-2',
	item,
	to,
});

/** The board's meeting, act by act; the first of all adopts the database. */
const held = after(
	accepted(
		after(makeDatabase(), {kind: 'meeting/open', id: 'M-2'}),
		present(['reed', 'smith', 'jones', 'davies']),
	).database,
	{
		kind: 'meeting/time',
		meeting: 'M-2',
		field: 'openedAt',
		from: '2026-11-22T10:00:00.000Z',
		to: '2026-11-22T09:31:00.000Z',
	},
	note('I-2', 'Wrong.'),
	{kind: 'undo', revision: 5},
	note('I-2', 'Nobody was late.'),
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
	{
		kind: 'agenda/exempt',
		meeting: 'M-2',
		item: 'I-4',
		to: {paragraphs: [3], title: 'A contract'},
	},
	{kind: 'meeting/move', id: 'M-2', from: 'I-3', to: 'I-4'},
	note('I-4', 'Acme was the cheapest.'),
	{kind: 'meeting/close', id: 'M-2'},
);

/** What a command prints, each paragraph as one line. */
async function traced(...args: string[]): Promise<string[]> {
	const [command = '', ...rest] = args;
	const file = fileOf(folder, held);
	const {out, code} = await run([command, file, ...rest, '--trace', '--format', 'md']);
	expect(code).toBe(0);
	return out
		.replaceAll(String.raw`\[`, '[')
		.replaceAll(String.raw`\]`, ']')
		.split('\n');
}

describe('minutes with --trace', () => {
	test('name behind each sentence the acts that it comes from, those that corrected it too', async () => {
		const lines = await traced('minutes', 'M-2');
		expect(lines).toContain('- **Opened:** 09:31 [r2, r4]');
		expect(lines).toContain('**AGREED: That the lease be ended. [r10]**');
		expect(lines).toContain('## 2. Modernisation [r1: rule number]');
	});

	test('name no act that was taken back', async () => {
		const lines = await traced('minutes', 'M-2');
		expect(lines).toContain('Nobody was late. [r7]');
		expect(lines.join('\n')).not.toMatch(/\br5\b/);
	});

	test('name the rule that worked something out, and say what it does', async () => {
		const lines = await traced('minutes', 'M-2');
		expect(lines).toContain('There were none. [r1–r4: rule apologies]');
		expect(lines).toContain(
			'| apologies | There were no apologies where the roll says of every member how they stood and none stand on it. |',
		);
	});

	test('say of what nobody recorded that it is not recorded', async () => {
		expect(await traced('minutes', 'M-2')).toContain(
			'> Whether this item was taken is not recorded. [not recorded]',
		);
	});

	test('list the acts with their times and kinds, in the organisation’s time', async () => {
		expect(await traced('minutes', 'M-2')).toContainEqual(
			expect.stringMatching(/^\| Act +\| When +\| Kind +\| What was done +\|$/),
		);
		expect(await traced('minutes', 'M-2')).toContain(
			'| r4 | 22 November 2026 at 10:00 | meeting/time | Sam Clerk (login clerk) told when M-2 November meeting was opened: 09:31 |',
		);
	});

	test('tell the public of a private act that it was, and nothing of what', async () => {
		const lines = await traced('minutes', 'M-2', '--public');
		const text = lines.join('\n');
		expect(text).not.toContain('Acme');
		expect(text).not.toContain('agenda/note | Sam Clerk noted on item 3');
		expect(lines).toContain('Nobody was late. [r7]');
	});
});

test('a notice tells as data where its sentences come from', async () => {
	const {out} = await run(['notice', fileOf(folder, held), 'D-2', '--trace', '--format', 'json']);
	const {sentences, acts} = JSON.parse(out) as {
		sentences: {text: string; revisions: number[]; rule?: string}[];
		acts: unknown[];
	};
	expect(sentences).toContainEqual({
		text: 'Vote: Carried without dissent',
		revisions: [10],
		rule: 'tally',
	});
	expect(acts).toContainEqual({
		revision: 10,
		at: '2026-11-22T10:00:00.000Z',
		kinds: ['decision/record'],
	});
});

test.each(['register', 'highlights'])('%s says where it comes from as well', async (command) => {
	const lines = await traced(command);
	expect(lines).toContain('## Sources');
	expect(lines.join('\n')).toMatch(/\[r\d+/);
});
