// The commands that print or write documents of the meeting and the record.
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test, vi} from 'vitest';
import {commands} from '../../source/commands/table.ts';
import type {Database, Meeting} from '../../source/domain/schema/index.ts';
import {cabinet} from '../documents/cabinet.ts';
import {makeDatabase} from '../helpers/database.ts';
import {freshFolders, run} from './run.ts';

vi.setConfig({testTimeout: 60_000});

const fresh = freshFolders();
const published = cabinet('published');
const secret = /Mill Road|1\.2 million|1\.3 million|Make the offer/;

const altered = (change: (meeting: Meeting) => Partial<Meeting>): Database => ({
	...published,
	meetings: published.meetings.map((meeting) =>
		meeting.id === 'M-3' ? {...meeting, ...change(meeting)} : meeting,
	),
});

describe('each document', () => {
	const {file, folder} = fresh(published);

	test.each([
		['notice', '# Statement of executive decision: Purchase of the Mill Road depot'],
		['notice d-2', '# Statement of executive decision: Data Platform'],
		['agenda', '# Agenda: Cabinet, November 2026'],
		['agenda M-3', '# Agenda: Cabinet, October 2026'],
		['register', '# Register of decisions of Fenshire County Council'],
		['minutes m-3', '# Minutes: Cabinet, October 2026'],
		['review s-1', '# Digital Strategy: review of delivery'],
	])('%s in each format', async (typed, title) => {
		const [name = '', ...rest] = typed.split(' ');
		const args = [name, file, ...rest];
		const said = title.slice(2);
		expect((await run(args)).out).toContain(title);
		expect((await run([...args, '--format', 'text'])).out.startsWith(said.slice(0, 30))).toBe(true);
		expect((await run([...args, '--format', 'html'])).out).toContain(`<h1>${said}`);
		const data = (await run([...args, '--format', 'json'])).out;
		expect(() => JSON.parse(data)).not.toThrow();
		const target = path.join(folder, `${name}.docx`);
		expect(await run([...args, '--output', target, '--force'])).toMatchObject({code: 0, error: ''});
		expect(readFileSync(target).subarray(0, 2).toString()).toBe('PK');
	});

	test.each([
		['minutes', '.md, .html, .docx, .txt or .json'],
		['decisions', '.txt, .csv or .json'],
		['actions', '.txt, .csv, .ics or .json'],
	])('%s: an ending that says no format is refused, and which do is said', async (name, which) => {
		const target = path.join(folder, 'paper.foo');
		const {code, error} = await run([name, file, '--output', target]);
		expect(code).toBe(2);
		expect(error).toContain(
			`no format ends in .foo: call the file ${which}, or say which with --format`,
		);
		expect(existsSync(target)).toBe(false);
	});

	test.each(['notice', 'register', 'minutes', 'review'])('%s for the public', async (name) => {
		expect((await run([name, file])).code).toBe(0);
		for (const format of ['md', 'json']) {
			const {out} = await run([name, file, '--public', '--format', format]);
			expect(out).not.toMatch(secret);
		}
	});

	test('agenda for the public', async () => {
		expect((await run(['agenda', file, 'M-3'])).out).toContain('Mill Road');
		const {out} = await run(['agenda', file, 'M-3', '--public']);
		expect(out).not.toMatch(secret);
		expect(out).toContain('### 6. Purchase of land');
	});

	test('the forward plan as a list and as a document', async () => {
		const {file: before} = fresh(cabinet('summoned'));
		expect((await run(['forward-plan', before])).out).toMatch(/^No\. {2}Matter[^\n]+\n-/);
		const csv = (await run(['forward-plan', before, '--format', 'csv'])).out.split('\r\n');
		expect(csv[0]).toBe('No.,Matter,Decision-maker,When,Key,In private,Documents,Notice given');
		const data = JSON.parse((await run(['forward-plan', before, '--format', 'json'])).out) as [];
		expect(data).toHaveLength(4);
		for (const [format, start] of [
			['md', '# Forward plan of'],
			['text', 'Forward plan of'],
			['html', '<!doctype html>'],
		]) {
			const {out} = await run(['forward-plan', before, '--format', format ?? '']);
			expect(out).toContain(start);
		}
		const target = path.join(folder, 'plan.html');
		await run(['forward-plan', before, '--output', target]);
		expect(readFileSync(target, 'utf8')).toMatch(/^<!doctype html>/);
		const {file: empty} = fresh(makeDatabase());
		expect((await run(['forward-plan', empty])).out).toBe('Nothing is announced.\n');
		expect((await run(['forward-plan', empty, '--format', 'json'])).out).toBe('[]\n');
	});
});

/** What a command prints on a day. */
async function printedOn(day: string, name: string, args: string[]): Promise<string> {
	const {default: command} = (await commands[name]?.()) ?? {};
	let printed = '';
	await command?.run({
		arguments: args,
		flags: {},
		who: () => ({actor: {user: 'clerk', host: 'council'}, session: 'test'}),
		now: () => `${day}T12:00:00.000Z`,
		out: (content) => (printed += String(content)),
		input: async () => '',
		columns: undefined,
	});
	return printed;
}

test('a notice is the same whenever it is printed, the register is not', async () => {
	const {file} = fresh(published);
	// Published on the 14th, open to call-in until the end of the 21st.
	const days = ['2026-10-15', '2026-10-21', '2026-10-22', '2027-10-22'];
	const notices = days.map((day) => printedOn(day, 'notice', [file, 'D-2']));
	expect(new Set(await Promise.all(notices)).size).toBe(1);
	const registers = await Promise.all(days.map((day) => printedOn(day, 'register', [file])));
	expect(registers.map((text) => /Took effect on 22 October/.test(text))).toEqual([
		false,
		false,
		true,
		true,
	]);
});

test('the register leaves out what is a step of the meeting itself, as data too', async () => {
	const {file} = fresh(published);
	const {out} = await run(['register', file]);
	expect(out).toContain('- **Decisions:** 4\n');
	expect(out).not.toMatch(/D-4|D-5|Standing/);
	const data = JSON.parse((await run(['register', file, '--format', 'json'])).out) as {
		id: string;
	}[];
	expect(data.map(({id}) => id)).toEqual(['D-1', 'D-2', 'D-3', 'D-6']);
	expect((await run(['minutes', file, 'M-3'])).out).toContain('### Decision D-5');
});

describe('what is not there is one clear line', () => {
	const {file} = fresh(published);
	const {file: empty} = fresh(makeDatabase({meetings: [], decisions: [], actions: []}));
	test.each([
		[['notice', file, 'D-66'], 'there is no decision D-66; did you mean D-6?'],
		[['notice', file, 'Z'], 'there is no decision Z'],
		[['agenda', file, 'M-33'], 'there is no meeting M-33; did you mean M-3?'],
		[['review', file, 'S-2'], 'there is no strategy S-2; did you mean S-1?'],
		[['notice', empty], 'no decision has been recorded yet'],
		[['agenda', empty], 'no meeting is planned'],
		[['publish', empty, '--folder', '/tmp/x'], 'no meeting has been held yet'],
		[
			['publish', file, 'M-4', '--folder', '/tmp/x'],
			'M-4 Cabinet, November 2026 has not been held',
		],
	])('%j', async (args, message) => {
		const {code, out, error} = await run(args);
		expect({code, out}).toEqual({code: 1, out: ''});
		expect(error).toContain(message);
	});

	test('the agenda of a database whose meetings are over names them', async () => {
		const closed = makeDatabase();
		const meetings = closed.meetings.filter(({status}) => status === 'closed');
		const {file} = fresh({...closed, meetings});
		expect((await run(['agenda', file])).error).toBe('no meeting is planned; name one: M-1');
	});
});

describe('publish', () => {
	test('writes what is complete, lists what is not and what it lacks, and alters nothing', async () => {
		const {file, folder} = fresh(published);
		const before = readFileSync(file, 'utf8');
		const target = path.join(folder, 'out');
		const {code, out, error} = await run(['publish', file, 'M-3', '--folder', target]);
		expect({code, error}).toEqual({code: 1, error: ''});
		expect(out).toBe(
			[
				`wrote ${target}/D-2-notice.html: D-2 Data Platform: award of the contract`,
				`wrote ${target}/D-6-notice.html: D-6 Purchase of the Mill Road depot (exempt: not for the public)`,
				`wrote ${target}/M-3-minutes.html: issued minutes of M-3 Cabinet, October 2026 (exempt matter in it: not for the public)`,
				'not complete: D-3 Laptop refresh: third quarter',
				'  lacks the reasons for the decision (SI 2012/2089 reg 12(2))',
				'  lacks the alternatives considered and rejected, or “none” (SI 2012/2089 reg 12(2))',
				'3 files written; 1 not complete',
				'',
			].join('\n'),
		);
		expect(readdirSync(target)).toEqual(['D-2-notice.html', 'D-6-notice.html', 'M-3-minutes.html']);
		expect(readFileSync(path.join(target, 'D-2-notice.html'), 'utf8')).toMatch(/^<!doctype html>/);
		expect(readFileSync(file, 'utf8')).toBe(before);
	});

	test('writes both versions into one folder, in the format asked for, over those of last time', async () => {
		const {file, folder} = fresh(published);
		const target = path.join(folder, 'out');
		mkdirSync(target);
		writeFileSync(path.join(target, 'M-3-minutes.txt'), 'old');
		const again = ['publish', file, 'M-3', '--folder', target, '--format', 'text'];
		expect((await run(again)).error).toMatch(
			/M-3-minutes\.txt is there already; nothing was written: add --force/,
		);
		expect(readdirSync(target)).toEqual(['M-3-minutes.txt']);
		await run([...again, '--force']);
		await run(['publish', file, 'M-3', '--folder', target, '--public']);
		expect(readdirSync(target)).toEqual([
			'D-2-notice-public.html',
			'D-2-notice.txt',
			'D-6-notice-public.html',
			'D-6-notice.txt',
			'M-3-minutes-public.html',
			'M-3-minutes.txt',
		]);
		const open = readdirSync(target).filter((name) => name.includes('public'));
		for (const name of open) {
			expect(readFileSync(path.join(target, name), 'utf8')).not.toMatch(secret);
		}
		expect(readFileSync(path.join(target, 'M-3-minutes.txt'), 'utf8')).toMatch(/^Minutes/);
	});

	test('is done when everything is complete', async () => {
		const decisions = published.decisions.filter(({id}) => id !== 'D-3');
		const {file, folder} = fresh({...published, decisions});
		const args = ['publish', file, 'M-3', '--folder', path.join(folder, 'out'), '--format', 'docx'];
		const {code, out} = await run(args);
		expect(code).toBe(0);
		expect(out).toMatch(/\n3 files written\n$/);
		expect(
			readFileSync(path.join(folder, 'out', 'D-2-notice.docx'))
				.subarray(0, 2)
				.toString(),
		).toBe('PK');
	});

	test('holds the minutes of a meeting that still sits back', async () => {
		const {file, folder} = fresh(altered(() => ({status: 'open', closedAt: undefined})));
		const target = path.join(folder, 'out');
		const {code, out} = await run(['publish', file, '--folder', target]);
		expect(code).toBe(1);
		expect(out).toContain(
			'not complete: issued minutes of M-3 Cabinet, October 2026\n  lacks an end: the meeting is open\n',
		);
		expect(existsSync(path.join(target, 'M-3-minutes.html'))).toBe(false);
	});

	test('needs a folder that can be had', async () => {
		const {file, folder} = fresh(published);
		expect(await run(['publish', file])).toMatchObject({
			code: 2,
			error: 'say where the files go: --folder <folder>',
		});
		expect((await run(['publish', file, 'M-3', '--folder', file])).error).toContain(
			'it is not a folder',
		);
		const deep = path.join(folder, 'none', 'out');
		expect((await run(['publish', file, 'M-3', '--folder', deep])).error).toBe(
			`cannot make the folder ${deep}: there is no folder above it`,
		);
		expect(existsSync(path.join(folder, 'none'))).toBe(false);
	});
});

test.each(['notice', 'agenda', 'register', 'forward-plan'])(
	'%s leaves the file as it is',
	async (name) => {
		const {file, folder} = fresh(cabinet('published'));
		const before = readFileSync(file, 'utf8');
		expect((await run([name, file])).code).toBe(0);
		expect(readFileSync(file, 'utf8')).toBe(before);
		expect(readdirSync(folder).filter((found) => !found.startsWith('.'))).toEqual([
			'strategy.json',
		]);
	},
);
