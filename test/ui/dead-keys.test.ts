// No key is dead: one that does nothing here says where it works, or what can be pressed.
import {expect, test} from 'vitest';
import {placeOf} from '../../source/ui/state.ts';
import {flat, focusOf, lincolnshire, open, statusLine} from './scene.ts';

test('a key that works elsewhere says where', async () => {
	const app = await open({}, 'x');
	expect(statusLine(app)).toBe(
		'x works on items of the Meeting screen, on the roll and in the Register',
	);
	await app.press('L');
	expect(statusLine(app)).toBe('L works on the Meeting screen and on the roll');
	await app.press('n');
	expect(statusLine(app)).toBe(
		'n works on the Meeting screen, on the Minutes screen and on the Walk screen',
	);
	// The next key takes it away.
	await app.press('j');
	expect(statusLine(app)).not.toContain('works');
});

test('an item’s own page has the keys of the agenda, for that item, and hints at them', async () => {
	const app = await open(
		{database: lincolnshire(), columns: 120},
		'4',
		'o',
		'j',
		'j',
		'j',
		'j',
		'enter',
	);
	expect(placeOf(app.session.getState())).toMatchObject({screen: 'whole'});
	const bottom = app.text().split('\n').at(-1) ?? '';
	for (const hint of ['i note', 'w walk', 'T take up']) {
		expect(bottom).toContain(hint);
	}
	await app.press('w');
	expect(placeOf(app.session.getState()).screen).toBe('walk');
	await app.press('escape', 'T');
	expect(app.database().meetings.find(({id}) => id === 'M-2')?.currentItem).toBe('I-6');
	await app.press('i', 'H', 'e', 'a', 'r', 'd', 'ctrl+d');
	expect(app.database().meetings.find(({id}) => id === 'M-2')?.agenda[4]?.notes).toBe('Heard');
});

test('the page of an item of another meeting than the open one is about that meeting', async () => {
	const app = await open({}, '4', 'o', '[', 'enter', 'i');
	expect(statusLine(app)).not.toContain('Note');
	expect(app.database().meetings.find(({id}) => id === 'M-2')?.agenda[0]?.notes).toBeUndefined();
});

test('a key that does nothing anywhere says where the keys stand', async () => {
	const app = await open({}, 'f5');
	expect(statusLine(app)).toBe('F5 does nothing; ? shows the keys that work here');
	await app.press('é');
	expect(statusLine(app)).toBe('é does nothing; ? shows the keys that work here');
});

test('the first screen is the end of the way back', async () => {
	const app = await open({}, '3', 'escape');
	expect(statusLine(app)).not.toContain('first screen');
	await app.press('escape');
	expect(statusLine(app)).toBe('Esc: this is the first screen; there is nothing to go back to');
});

test('a question takes no n: behind it n would move the room', async () => {
	const app = await open({}, '4', 'o', 'X', 'n');
	expect(statusLine(app)).toContain('n does nothing here: Enter does it, Esc leaves it as it is');
	await expect(app).toShow('Close M-2');
	await app.press('escape');
	expect(app.database().meetings.find(({id}) => id === 'M-2')).toMatchObject({
		status: 'open',
		currentItem: 'I-2',
	});
});

test('in help a key that does nothing says how to leave it', async () => {
	const app = await open({}, '?', 'x');
	expect(statusLine(app)).toBe('x does nothing here: Esc closes help');
});

test('on a blanked screen nothing is said', async () => {
	const app = await open({}, '.', 'x');
	expect(app.text()).not.toContain('does nothing');
});

test('a letter that is not a choice is refused with the choices, and the choice stays', async () => {
	const app = await open({}, '2', 's', 'z');
	expect(flat(app)).toContain(
		'“z” is none of them: p Proposed, i In progress, h On hold, b Pending dependencies, d Delivered, x Cancelled',
	);
	expect(focusOf(app)).toBe('status');
	await app.press('d');
	expect(app.text()).toContain('[d Delivered]');
	expect(app.text()).not.toContain('none of them');
});

test('a letter typed on the button says what the button is for', async () => {
	const app = await open({}, '2', 'c', 'x', 'tab', 'y');
	expect(focusOf(app)).toBe('save');
	expect(statusLine(app)).toBe(
		'Nothing is typed here: Enter saves, Shift+Tab goes back to the fields',
	);
	await app.press('shift+tab');
	expect(app.text()).toContain('x');
	expect(app.text()).not.toContain('xy');
});
