// What comes from a real terminal beside keys: its own messages, torn sequences, pastes without marks.
import {setTimeout as pause} from 'node:timers/promises';
import {expect, test} from 'vitest';
import {desk, look, type Person, sitDown} from './boardwalk.ts';

const esc = '\u001B';

/** Bytes as a terminal sends them, piece after piece; a pause between them tears a sequence. */
async function send(clerk: Person, ...pieces: string[]): Promise<void> {
	for (const [index, piece] of pieces.entries()) {
		if (index > 0) await pause(60); // Longer than an Escape waits.
		clerk.send(piece);
	}
}

test('messages of the terminal are not keys, whole or torn', async () => {
	const own = await desk();
	const clerk = await sitDown(own);
	await clerk.do('4', 'Agenda');
	await clerk.do('t', 'Roll of M-2');
	await send(clerk, `${esc}P>|foot(1.16.2)${esc}\\`, `${esc}P>|fo`, `ot A(1.16.2)${esc}`, '\\');
	await send(
		clerk,
		`${esc}]11;rgb:aaaa/pppp/xxxx\u0007`,
		`${esc}[M`,
		' !',
		'!',
		`${esc}[<0;3;4`,
		'M',
	);
	await send(clerk, `${esc}[I${esc}[24;80R${esc}[?62;22c`, `${esc}[24;`, '80R');
	// A key tells that all of it has been read.
	await clerk.do('?', 'Keys that work here');
	await clerk.do('escape', 'Roll of M-2');
	expect((await look(own.file)).revision).toBe(0);
	// The sequence of a key may be torn too.
	await send(clerk, `${esc}[`, 'B');
	await clerk.waitFor(/▸ (?!HPS)/);
	expect((await look(own.file)).revision).toBe(0);
	expect(await clerk.quit()).toBe(0);
});

test('a paste is one, wherever its marks are torn', async () => {
	const own = await desk();
	const clerk = await sitDown(own);
	await clerk.do('a', /▸ Action/);
	await send(clerk, `${esc}[2`, '00', '~Write to\rthe supplier', `${esc}[20`, '1', '~');
	await clerk.waitFor('Write to the supplier');
	await clerk.do('ctrl+d', 'Saved r2');
	expect((await look(own.file)).actions[0]?.text).toBe('Write to the supplier');
});

const lines = [
	'Proposed by the Treasurer.',
	'Seconded by the Clerk.',
	'To be done by June.',
	'',
].join('\r');

test('lines that come at once without marks are text where text is typed', async () => {
	const own = await desk();
	const clerk = await sitDown(own);
	await clerk.do('a', /▸ Action/);
	clerk.send(lines);
	await clerk.waitFor('ded by the Clerk. To be done by June.');
	await clerk.do('ctrl+d', 'Saved r2');
	const {actions} = await look(own.file);
	expect(actions[0]?.text).toBe(
		'Proposed by the Treasurer. Seconded by the Clerk. To be done by June.',
	);
	expect(actions[0]?.owner).toBeUndefined();
});

test('… and nothing but a sentence elsewhere, while a few keys at once are keys', async () => {
	const own = await desk();
	const clerk = await sitDown(own);
	await clerk.do('4', 'Agenda');
	clerk.send(lines);
	await clerk.waitFor('no field is open: nothing was done');
	expect(clerk.text()).toContain('Agenda');
	expect((await look(own.file)).revision).toBe(0);
	// A letter that comes within hundredths of a second is still the paste's; an arrow never is.
	clerk.press('down');
	await clerk.do('3', /▸ P1-01/);
	clerk.send('jjj');
	await clerk.waitFor(/▸ P1-04/);
	clerk.send('sd\r');
	await clerk.waitFor('Saved r2');
	expect(await clerk.quit()).toBe(0);
});

test('a message that never ends: a sentence says so, and Esc brings the keys back', async () => {
	const clerk = await sitDown(await desk());
	clerk.send(`${esc}]11;`);
	const pressing = setInterval(() => clerk.send('j'), 200);
	try {
		await clerk.waitFor('Esc gives you the keys back');
	} finally {
		clearInterval(pressing);
	}
	clerk.send(esc);
	clerk.send('3');
	await clerk.waitFor(/▸ P1-01/);
	expect(await clerk.quit()).toBe(0);
});
