import {expect, test} from 'vitest';
import type {Kept} from '../../source/ui/drafts.ts';
import {open, selectedLine} from './scene.ts';

test('a long text is opened in the editor, and what comes back takes its place', async () => {
	const given: string[] = [];
	const edit = async (value: string) => {
		given.push(value);
		return {value: 'Rewritten\nin peace.\n'};
	};
	const app = await open({shell: {edit}}, '2', 'c');
	await app.type('Draft');
	await app.press('ctrl+o');
	await expect(app).toShow('Rewritten', 'in peace.');
	expect(given).toEqual(['Draft']);
	await app.press('ctrl+d');
	expect(app.database().projects[1]?.updates.at(-1)?.note).toBe('Rewritten\nin peace.');
});

test('an editor that fails says so, and the text is as it was', async () => {
	const edit = async () => ({problem: 'vi ended with 1: your text is as it was.'});
	const app = await open({shell: {edit}}, '2', 'c');
	await app.type('Draft');
	await app.press('ctrl+o');
	await expect(app).toShow('vi ended with 1', 'Comment      Draft');
});

test('keys typed on while the editor is closing go into the new text', async () => {
	const {promise, resolve} = Promise.withResolvers<{value: string}>();
	const app = await open({shell: {edit: () => promise}}, '2', 'c');
	app.session.press('ctrl+o', '!');
	resolve({value: 'New'});
	await app.session.idle();
	await expect(app).toShow('Comment      New!');
});

test('only a long text goes to the editor', async () => {
	const app = await open({}, '2', 's', 'ctrl+o');
	await expect(app).toShow('Ctrl+O: only for a long text');
	expect(selectedLine(app)).toContain('Status');
});

test('control characters from the editor do not get in', async () => {
	const edit = async () => ({value: 'a\u001b[31mb\u0007'});
	const app = await open({shell: {edit}}, '2', 'c', 'ctrl+o');
	await expect(app).toShow('Comment      a[31mb');
});

test('a text saved in the editor is part of the draft before the editor is left', async () => {
	const ended = Promise.withResolvers<{value: string}>();
	const kept: (Kept | undefined)[] = [];
	const drafts = {
		keep: (data: Kept | undefined) => kept.push(data),
		flush() {},
		forget: async () => true,
	};
	const edit = (_: string, saved: (value: string) => void) => {
		saved('Half of it\n');
		return ended.promise;
	};
	const app = await open({shell: {edit, drafts}}, '2', 'c');
	await app.type('Draft');
	app.session.press('ctrl+o');
	expect(kept.at(-1)?.forms[0]?.values['note']?.value).toBe('Half of it');
	ended.resolve({value: 'All of it\n'});
	await app.session.idle();
	await expect(app).toShow('Comment      All of it');
});
