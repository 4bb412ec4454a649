// Text: typed, pasted, moved about in, and written in one's own editor.
import {chmod, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {soak} from '../helpers/figures.ts';
import {type Desk, desk, look, type Person, sitDown} from './boardwalk.ts';

/** Opens the comment on P1-04. */
async function comment(own: Desk, env: Record<string, string> = {}): Promise<Person> {
	const clerk = await sitDown(own, {env});
	await clerk.do('2', /▸ P1-04/);
	await clerk.do('c', 'Comment on P1-04');
	return clerk;
}

/** Saves the comment and gives it back as it stands in the file. */
async function saved(clerk: Person, own: Desk): Promise<string | undefined> {
	await clerk.do('ctrl+d', 'Saved r2');
	const {projects} = await look(own.file);
	return projects.find(({id}) => id === 'P1-04')?.updates.at(-1)?.note;
}

test('several lines pasted at once stay lines, and nothing of them is a key', async () => {
	const own = await desk();
	const clerk = await comment(own);
	await clerk.type('Read out: ');
	clerk.paste('first line\nsecond q line\r\n\nu d 1 2 3\ttabbed\n');
	await clerk.waitFor('tabbed');
	await clerk.type('end.');
	expect(await saved(clerk, own)).toMatch(
		/^Read out: first line\nsecond q line\n\nu d 1 2 3[\t ]+tabbed\nend\.$/,
	);
});

test('a paste into a field of one line is one line', async () => {
	const own = await desk();
	const clerk = await sitDown(own);
	await clerk.do('a', /▸ Action/);
	clerk.paste('Write to\nthe supplier\n');
	await clerk.waitFor('the supplier');
	await clerk.do('ctrl+d', 'Saved r2');
	expect((await look(own.file)).actions[0]?.text).toBe('Write to the supplier');
});

test('a pasted escape sequence does nothing', async () => {
	const own = await desk();
	const clerk = await comment(own);
	clerk.paste('before \u001B]0;owned\u0007\u001B[2J after');
	await clerk.waitFor('after');
	expect(clerk.raw()).not.toContain('\u001B]0;');
	await clerk.do('ctrl+d', 'Saved r2');
	expect(clerk.raw()).not.toContain('\u001B]0;');
});

test('emoji and accents are one step each', async () => {
	const own = await desk();
	const clerk = await comment(own);
	// A family of four, a flag, a skin tone, a combining accent, a wide character.
	await clerk.do(['a', '👨‍👩‍👧‍👦', '🇬🇧', '👍🏽', 'e\u0301', '漢', 'z'], /漢 ?z/);
	clerk.press('left', 'left', 'backspace', 'left', 'backspace', 'end', 'left', 'backspace', '!');
	await clerk.waitFor(/!z/);
	expect(await saved(clerk, own)).toBe('a👨‍👩‍👧‍👦👍🏽!z');
});

test('Home, End, words, and what is deleted', async () => {
	const own = await desk();
	const clerk = await comment(own);
	await clerk.type('two three five');
	clerk.press('home', 'O', 'n', 'e', ' ');
	await clerk.waitFor('One two three five');
	clerk.press('end', 'alt+b', 'f', 'o', 'u', 'r', ' ');
	await clerk.waitFor('One two three four five');
	clerk.press('ctrl+left', 'ctrl+left', 'ctrl+w');
	await clerk.waitFor('One three four five');
	clerk.press('ctrl+end', '.', 'enter', 'l', 'a', 's', 't', 'up', 'ctrl+e', '!');
	await clerk.waitFor('five.!');
	clerk.press('down', 'ctrl+a', 'ctrl+k', 'L', 'i', 'n', 'e', ' ', '2');
	await clerk.waitFor('Line 2');
	expect(await saved(clerk, own)).toBe('One three four five.!\nLine 2');
});

/** An editor: a script that gets the file as its last argument. */
async function editor({folder}: Desk, script: string): Promise<Record<string, string>> {
	const file = path.join(folder, 'my editor');
	await writeFile(file, `#!/bin/sh\n${script}\n`);
	await chmod(file, 0o755);
	return {EDITOR: `'${file}'`, VISUAL: ''};
}

test('$EDITOR, again and again: it has the terminal to itself, then the keys work', async () => {
	const own = await desk();
	const env = await editor(
		own,
		`printf 'which round? '; read round; stty -a >"$HOME/seen by editor"; printf 'round %s\\n' "$round" >>"$1"`,
	);
	const clerk = await comment(own, env);
	await clerk.type('Begun here.');
	const rounds = soak ? 100 : 10;
	for (let round = 1; round <= rounds; round++) {
		// The rounds before still stand on the screen that the editor gets: this one's has no answer yet.
		await clerk.do('ctrl+o', /which round\?\s*$/);
		expect(clerk.modes()).toMatchObject({alternate: false, bracketedPaste: false});
		clerk.press(`${round}`, 'enter');
		await clerk.waitFor((text) => text.includes('Comment on') && text.includes(`round ${round}`));
		await expect.poll(clerk.modes).toMatchObject({alternate: true, bracketedPaste: true});
		await clerk.ready();
		// Every key arrives, once.
		await clerk.type(` key ${round}.`);
	}
	expect(await readFile(path.join(own.folder, 'seen by editor'), 'utf8')).toMatch(
		/(?<!-)\bicanon\b/,
	);
	const written = Array.from({length: rounds}, (_, n) => `round ${n + 1} key ${n + 1}.`);
	expect(await saved(clerk, own)).toBe(['Begun here.', ...written].join('\n'));
	expect(await clerk.quit()).toBe(0);
});

test('an editor that fails, and one that is not there: the text is as it was', async () => {
	for (const env of [
		{EDITOR: 'false', VISUAL: ''},
		{EDITOR: 'no-such-editor', VISUAL: ''},
		{EDITOR: 'kill -9 $$;', VISUAL: ''},
	]) {
		const own = await desk();
		const clerk = await comment(own, env);
		await clerk.type('My words.');
		const said = await clerk.do('ctrl+o', /your text is as it was/);
		expect(said).toContain('My words.');
		await clerk.ready();
		await clerk.type(' And more.');
		expect(await saved(clerk, own)).toBe('My words. And more.');
	}
});

test('of an editor that fails, what was saved in it is kept', async () => {
	const own = await desk();
	const clerk = await comment(own, {EDITOR: 'echo Saved in time. >"$1"; false', VISUAL: ''});
	await clerk.type('My words.');
	const said = await clerk.do('ctrl+o', /ended with 1: what you saved is here/);
	expect(said).toContain('Saved in time.');
	await clerk.ready();
	expect(await saved(clerk, own)).toBe('Saved in time.');
});

test('what another session does meanwhile waits until the editor is closed', async () => {
	const own = await desk();
	const env = await editor(own, `printf 'press enter '; read line; echo edited >"$1"`);
	const clerk = await comment(own, env);
	const other = await sitDown(own, {args: [own.file, '--as', 'Chair']});
	await clerk.do('ctrl+o', 'press enter');
	const before = clerk.raw().length;
	await other.do(':', 'Quick line');
	await other.type('s P2-08 delivered');
	await other.do('enter', 'Saved r2');
	await clerk.do('enter', /r2 +Chair \(login \S+\) set P2-08/);
	await clerk.waitFor('edited');
	// Not a byte of the screens came while the editor had the terminal.
	const meanwhile = clerk.raw().slice(before).split('\u001B[?1049h')[0] ?? '';
	expect(meanwhile).not.toContain('P2-08');
	await clerk.ready();
	await clerk.do('ctrl+d', 'Saved r3');
});
