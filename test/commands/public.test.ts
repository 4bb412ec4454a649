import {expect, test, vi} from 'vitest';
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

test('the help tells of it', async () => {
	const {out} = await runProgram(['--help']);
	expect(out).toMatch(/--public +show what the public may see, and change nothing/);
});
