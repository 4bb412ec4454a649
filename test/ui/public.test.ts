import {expect, test} from 'vitest';
import {cabinetDatabase} from '../helpers/cabinet.ts';
import {chairDoes, lineWith, newStore, open, selectedLine} from './scene.ts';

const secret = /Acme/;
const show = (...keys: string[]) => open({database: cabinetDatabase(), publicOnly: true}, ...keys);

test('says at its head that it is public', async () => {
	const app = await show();
	expect(lineWith(app, 'Digital Strategy')).toContain('PUBLIC');
	expect(app.text()).not.toContain('READ ONLY');
});

test.each([
	['the agenda', ['4', ']', 'G']],
	['the register', ['5']],
	['a decision', ['5', 'enter']],
	['the minutes', ['7']],
	['can we decide', ['4', ']', 'L', 'G']],
])('%s holds nothing that is exempt', async (_, keys) => {
	const app = await show(...keys);
	for (let page = 0; page < 4; page++) {
		expect(app.text()).not.toMatch(secret);
		await app.press(' ');
	}
	const whole = await open({database: cabinetDatabase()}, ...keys);
	expect(JSON.stringify(whole.session.getState().database)).toMatch(secret);
});

test('the whole state of the session holds none of it', async () => {
	const app = await show('5', 'enter');
	expect(JSON.stringify(app.session.getState())).not.toMatch(secret);
});

test('an exempt item is told by its public title, its paragraph and its summary', async () => {
	const app = await show('5');
	expect(selectedLine(app)).toContain('A contract');
	await app.press('enter');
	await expect(app).toShow('Exempt       Paragraph 3', 'The award of a contract.');
});

test('the minutes say that exempt matter is left out', async () => {
	await expect(await show('7')).toShow('This version leaves out exempt matter: item 5.');
});

test.each([
	['s', ['3', 's']],
	['d', ['4', 'd']],
	['a', ['5', 'a']],
	['P', ['5', 'P']],
	['N', ['5', 'N']],
	['i', ['7', 'i']],
	['u', ['u']],
])('%s only shows, and says why', async (key, keys) => {
	const app = await show(...keys);
	await expect(app).toShow(`${key}: this is a public session: it only shows`);
});

test('drafts are not held up to the public', async () => {
	const app = await show('5');
	expect(app.text()).not.toContain('DRAFT');
	await app.press('j', 'enter');
	await expect(app).toShow('D-4  the grants');
	expect(app.text()).not.toContain('Lacks');
});

test('what others record in private does not come in as news either', async () => {
	const store = newStore(cabinetDatabase());
	const app = await open({store, publicOnly: true}, '4', ']');
	await chairDoes(store, {
		kind: 'agenda/note',
		meeting: 'M-3',
		item: 'I-14',
		from: 'Acme was the cheapest.',
		to: 'Acme Ltd was the cheapest by far.',
	});
	await expect(app).toShow('Chair did something that is exempt');
	expect(app.text()).not.toMatch(secret);
	await chairDoes(store, {
		kind: 'project/update',
		id: 'P1-02',
		note: 'All delivered.',
	});
	await expect(app).toShow('Chair commented on P1-02 Laptop Refresh: All delivered.');
});

test('a practice copy is not offered for keeping: it would hold everything', async () => {
	const database = cabinetDatabase();
	const app = await open(
		{database: {...database, revision: 1}, publicOnly: true, practice: true},
		'q',
	);
	expect(app.hasLeft()).toBe(true);
});
