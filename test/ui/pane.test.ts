// The pane beside a list is read to its end by keys.
import {expect, test} from 'vitest';
import {lincolnshire, lineWith, open, selectedLine, statusLine} from './scene.ts';

const wide = {columns: 200, rows: 16};

test('what has no room beside the list is read on and back by a key, and the selection stays', async () => {
	const app = await open({...wide, database: lincolnshire()}, '2');
	const first = app.text();
	const selected = selectedLine(app).slice(0, 40);
	expect(first).toMatch(/\d+ more lines: } reads on/);
	let seen = first;
	for (let presses = 0; presses < 20 && !app.text().includes('the end; { goes back'); presses++) {
		await app.press('}');
		seen += app.text();
	}
	expect(lineWith(app, 'the end')).toContain('the end; { goes back');
	expect(selectedLine(app).slice(0, 40)).toBe(selected);
	// All that the page of the record says has passed by.
	app.resize(200, 60);
	await app.press('enter');
	const words =
		app
			.text()
			.split('\n')
			.slice(3, -2)
			.join(' ')
			.match(/\p{L}{4,}/gu) ?? [];
	expect(words.length).toBeGreaterThan(40);
	for (const word of words) expect(seen).toContain(word);
	await app.press('escape');
	app.resize(wide.columns, wide.rows);
	await app.press('}');
	await app.press(...Array.from({length: 20}, () => '{' as const));
	expect(app.text()).toBe(first);
});

test('going beyond the end goes nowhere, so that one press leads back', async () => {
	const app = await open({...wide, database: lincolnshire()}, '2');
	await app.press(...Array.from({length: 20}, () => '}' as const));
	const end = app.text();
	await app.press('}');
	expect(app.text()).toBe(end);
	await app.press('{');
	expect(app.text()).not.toContain('the end; {');
});

test('another row is shown from its beginning', async () => {
	const app = await open({...wide, database: lincolnshire()}, '2', '}', 'j');
	app.session.send({kind: 'rest'});
	const fresh = await open({...wide, database: lincolnshire()}, '2', 'j');
	fresh.session.send({kind: 'rest'});
	expect(app.text()).toBe(fresh.text());
});

test('where nothing is cut, or nothing stands beside, the key says so', async () => {
	const app = await open({columns: 80, rows: 24}, '2', '}');
	expect(statusLine(app)).toBe('}: the pane shows all there is');
});
