import {expect, test} from 'vitest';
import {type App, open, until} from './scene.ts';

const paste = async (app: App, text: string) => {
	app.session.send({kind: 'paste', text});
	await app.session.idle();
};
const typedIn = (app: App, field: string) =>
	app.session.getState().stack.at(-1)?.form?.values[field]?.value;

test('several lines stay several lines in a long text', async () => {
	const app = await open({}, '2', 'c');
	await paste(app, 'first\r\nsecond\nthird');
	await app.press('ctrl+d');
	expect(app.database().projects[1]?.updates.at(-1)?.note).toBe('first\nsecond\nthird');
});

test('several lines become one in a field of one line', async () => {
	const app = await open({}, '2', 'a');
	await paste(app, 'Write to\r\nthe supplier');
	await expect(app).toShow('Write to the supplier');
});

test('a paste goes in at the cursor', async () => {
	const app = await open({}, '2', 'c');
	await app.type('ad');
	await app.press('left');
	await paste(app, 'bc');
	expect(typedIn(app, 'note')).toBe('abcd');
});

test('a bracketed paste of the terminal is a paste, not keys', async () => {
	const app = await open({}, '2', 'c');
	await app.send('\u001b[200~one\rtwo\u001b[201~');
	await until(() => typedIn(app, 'note') !== '');
	expect(typedIn(app, 'note')).toBe('one\ntwo');
});

test('a paste where nothing is typed changes nothing and says so', async () => {
	const app = await open({}, '2');
	await paste(app, 'sdq');
	await expect(app).toShow('There is no text field here to paste into.', 'Priority 1 of 2');
});

test('a paste into a choice picks nothing and says so', async () => {
	const app = await open({}, '2', 's');
	const before = app.text();
	await paste(app, 'delivered');
	expect(typedIn(app, 'status')).toBe('in-progress');
	expect(app.text()).not.toBe(before);
});

test('a paste while help is open goes nowhere', async () => {
	const app = await open({}, '2', 'c', 'f1');
	await paste(app, 'text');
	await app.press('escape');
	expect(typedIn(app, 'note') ?? '').toBe('');
});

test('escape sequences in a paste are taken out', async () => {
	const app = await open({}, '2', 'c');
	await paste(app, 'a\u001b]52;c;eHg=\u0007b\u202ec\u0000d');
	expect(typedIn(app, 'note')).toBe('a]52;c;eHg=bcd');
});

test('a note of 5 MB is refused in one line, and nothing is lost', async () => {
	const app = await open({}, '2', 'c');
	await paste(app, 'word '.repeat(1024 * 1024));
	await app.press('ctrl+d');
	await expect(app).toShow('the most is 100,000');
	expect(typedIn(app, 'note')).toHaveLength(5 * 1024 * 1024);
	expect(app.database().revision).toBe(0);
	expect(
		app
			.text()
			.split('\n')
			.filter((line) => line.includes('100,000')),
	).toHaveLength(1);
});
