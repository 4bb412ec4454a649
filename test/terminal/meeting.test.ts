// The scripted meeting at a real keyboard and screen: its agenda sixteen days before, then the day itself and
// the meeting that approves the minutes, down to the papers on the disk and the proof of the seal.
import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {addDays, dayIn, sayDay} from '../../source/domain/calendar.ts';
import {ahead, makeCabinet} from '../meeting/cabinet.ts';
import {hold} from '../meeting/hold.ts';
import {before, next, objection, type Step, steps} from '../meeting/script.ts';
import {keyOf} from '../helpers/press.ts';
import {open} from '../ui/scene.ts';
import {boardwalk, desk, look, type Person, sitDown} from './boardwalk.ts';

const today = dayIn(new Date().toISOString(), 'Europe/London');

async function play(person: Person, played: readonly Step[]): Promise<void> {
	for (const {says, press, shows, hides} of played) {
		person.press(...press.map(keyOf));
		await person.waitFor(shows).catch((error: unknown) => {
			throw new Error(`${says}: ${String(error)}`);
		});
		const wrong = objection(person.text(), {shows, hides});
		if (wrong) throw new Error(`${says}: ${wrong}`);
	}
}

const window = {columns: 100, rows: 30, first: 'Digital Strategy'};

test('the agenda is made, checked and published', async () => {
	const own = await desk(makeCabinet(addDays(today, ahead)));
	const clerk = await sitDown(own, window);
	await play(clerk, before(sayDay(addDays(today, ahead))));
	expect(await clerk.quit()).toBe(0);

	const lawful = await boardwalk(own, 'check', own.file, '--meeting', 'M-1');
	expect(lawful.code).toBe(0);
	expect(lawful.out).toMatch(/nothing found missing.*Replacement of the data centre/);
	const {out} = await boardwalk(own, 'agenda', own.file, 'M-1', '--public');
	expect(out).toContain('Replacement of the data centre');
	expect(out).not.toContain('Northern Haulage');
});

test('the meeting is held, minuted, approved and signed', async () => {
	const planned = await hold(
		today,
		(store, now) => open({store, columns: 100, rows: 30, shell: {now}}),
		'agenda',
	);
	const own = await desk(planned);
	const clerk = await sitDown(own, window);
	await play(clerk, steps);
	await play(clerk, next(sayDay(addDays(today, 28)), true));
	expect(await clerk.quit()).toBe(0);

	const database = await look(own.file);
	const [first] = database.meetings;
	expect(first?.minutes?.status).toBe('signed');
	expect(database.decisions.map(({outcome}) => outcome)).toEqual([
		'approved',
		'approved-as-amended',
		'deferred',
		'approved',
		'approved',
		'approved',
	]);

	const seal = first?.minutes?.seals?.[0]?.seal ?? '';
	const proof = await boardwalk(own, 'check', own.file, '--seal', seal);
	expect([proof.code, proof.err]).toEqual([0, '']);
	const forged = await boardwalk(own, 'check', own.file, '--seal', seal.replace(/.$/, 'Z'));
	expect(forged.code).toBe(1);

	const folder = path.join(own.folder, 'strategy-papers');
	const papers = await readdir(folder);
	expect(papers.some((name) => name.startsWith('D-1-notice'))).toBe(true);

	const minutes = await boardwalk(own, 'minutes', own.file, 'M-1');
	expect(minutes.out).toContain('Signed as a correct record by Leader of the Council');
	expect(minutes.out).toContain(seal);
	const word = path.join(own.folder, 'minutes.docx');
	expect((await boardwalk(own, 'minutes', own.file, 'M-1', '--output', word)).code).toBe(0);
	expect((await readFile(word)).subarray(0, 2).toString()).toBe('PK');
	const shown = await boardwalk(own, 'minutes', own.file, 'M-1', '--public');
	expect(shown.out).not.toMatch(/Northern Haulage|61,500/);
});
