import {expect, test} from 'vitest';
import {open} from './scene.ts';

test('? lists the keys of the screen, the clerk’s shorthand, and how saving is told', async () => {
	const app = await open({rows: 84}, '2', '?');
	await expect(app).toShow('Keys that work here', 'Next project, then the next priority');
	await expect(app).toShow('s P1-04 delivered Tested and live', 'Every act is saved at once');
});

test('each of its closing keys closes it', async () => {
	const app = await open({}, '2');
	for (const key of ['escape', '?', 'q', 'enter', 'f1']) {
		await app.press('?');
		await expect(app).toShow('Keys that work here');
		await app.press(key);
		await expect(app).toShow('Priority 1 of 2');
	}
	expect(app.hasLeft()).toBe(false);
});

test('what does not fit is scrolled to, and it says how much there is', async () => {
	const app = await open({}, '?');
	expect(app.text()).toMatch(/Keys that work here 1–18 of \d+/);
	await app.press(' ', ' ', ' ');
	await expect(app).toShow('Every act is saved at once');
});

test('after scrolling beyond the end the first key up scrolls up', async () => {
	const app = await open({}, '?', ' ', ' ', ' ', ' ', ' ', ' ');
	const end = app.text();
	await app.press('k');
	expect(app.text()).not.toBe(end);
});

test('other keys do nothing behind it', async () => {
	const app = await open({}, '2', '?', 's', '5', 'x');
	await expect(app).toShow('Keys that work here');
	await app.press('escape');
	await expect(app).toShow('Priority 1 of 2');
});

test('in a form F1 opens it, and closing it comes back to the form as it was', async () => {
	const app = await open({}, '2', 'c');
	await app.type('half a sent');
	await app.press('f1');
	await expect(app).toShow('Done: save');
	await app.press('escape');
	await app.type('ence');
	await expect(app).toShow('half a sentence');
});

test('in a form ? is a question mark', async () => {
	const app = await open({}, '2', 'c');
	await app.type('Why?');
	await expect(app).toShow('Comment      Why?');
});

test('while a filter is typed F1 helps too', async () => {
	const app = await open({}, '3', '/', 'f1');
	await expect(app).toShow('Keys that work here', 'Clear the filter');
});

test('help answers what people ask first', async () => {
	const app = await open({rows: 60}, '?');
	await expect(app).toShow('Tab: “how do I …”');
	await app.press('help.page');
	await expect(app).toShow('How do I …', 'take the roll', '4, then t, then A');
	expect(app.text()).not.toContain('Keys that work here');
	await app.press('help.page');
	await expect(app).toShow('Keys that work here');
});
