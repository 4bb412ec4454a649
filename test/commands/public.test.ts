import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test, vi} from 'vitest';
import type {Database} from '../../source/domain/schema/index.ts';
import {cabinetDatabase} from '../helpers/cabinet.ts';
import {fileOf, runProgram, scratchFolder} from './run.ts';

vi.setConfig({testTimeout: 60_000});

const folder = scratchFolder();

/** The next Cabinet waits for a decision that is exempt. */
function file(): string {
	const database = cabinetDatabase();
	const report = database.reports.find(({id}) => id === 'R-3');
	Object.assign(report ?? {}, {
		title: 'Award to Acme Ltd',
		exempt: {paragraphs: [3], title: 'A contract'},
	});
	const item = database.meetings.at(-1)?.agenda[2];
	if (item) item.title = 'Award to Acme Ltd';
	return fileOf(folder, database);
}

test('on no terminal, --public prints the overview without what is exempt', async () => {
	const whole = await runProgram([file()]);
	expect(whole.out).toContain('Acme');
	const {code, out} = await runProgram([file(), '--public']);
	expect(code).toBe(0);
	expect(out).not.toContain('Acme');
	expect(out).toContain('A contract');
});

test('an exempt item keeps the number under which the agenda was published', async () => {
	const own = file();
	const database = JSON.parse(readFileSync(own, 'utf8')) as Database;
	const meeting = database.meetings.at(-1)!;
	// One before it was taken off since, and the number of that stays free.
	meeting.agenda = meeting.agenda.flatMap((item, index) =>
		index === 1 ? [] : [{...item, number: String(index + 1)}],
	);
	writeFileSync(own, JSON.stringify(database));
	const copy = path.join(folder, 'public-copy.json');
	expect(await runProgram(['copy', own, copy, '--public'])).toMatchObject({code: 0});
	const shown = JSON.parse(readFileSync(copy, 'utf8')) as Database;
	expect(shown.meetings.at(-1)?.agenda[1]).toMatchObject({title: 'A contract', number: '3'});
});

test('the help tells of it', async () => {
	const {out} = await runProgram(['--help']);
	expect(out.replaceAll(/\s+/g, ' ')).toContain(
		'--public show what the public may see, and change nothing',
	);
});
