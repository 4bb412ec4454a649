import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {bodyOf} from '../../source/ui/components/body.ts';
import {fieldsOf, formError, formOf} from '../../source/ui/forms/open.ts';
import type {Form} from '../../source/ui/forms/form.ts';
import type {State} from '../../source/ui/state.ts';
import {type Theme, themeFor} from '../../source/ui/theme.ts';
import {sitting} from '../helpers/council.ts';
import {type App, keysOf, lincolnshire, lineWith, newStore, open, sit, until} from './scene.ts';

/** Nothing sticks out of the terminal. */
function fits(app: App, columns: number, rows: number) {
	const lines = app.text().split('\n');
	expect(lines.length).toBeLessThanOrEqual(rows);
	for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
}

test.each([
	[80, 24],
	[120, 40],
	[200, 60],
	[60, 16],
])('every screen fits into %i × %i', async (columns, rows) => {
	const app = await open({database: lincolnshire(), columns, rows});
	for (const keys of [
		'',
		'2',
		'3',
		'3 enter',
		'4 o',
		't A',
		'4 d',
		'5',
		'5 enter',
		'5 v v',
		'5 N',
		'7',
		'6 enter',
	]) {
		await app.press('escape', ...keys.split(' ').filter(Boolean));
		await expect(app).toShow('Over');
		fits(app, columns, rows);
	}
	for (const key of ['?', ':']) {
		await app.press('escape', '1', key);
		await expect(app).toShow('Esc');
		fits(app, columns, rows);
	}
});

test('from 120 columns the selected record stands beside the list', async () => {
	const app = await open({columns: 120, rows: 40});
	await expect(app).toShow('Priority 1: ');
	const narrow = await open({columns: 119, rows: 40});
	expect(narrow.text()).not.toContain('Priority 1: ');
});

test('a walk keeps its whole width for what was said, and has the record beside it where there is room for both', async () => {
	const app = await open({columns: 200, rows: 40}, '2');
	await expect(app).toShow('New laptops for all staff.');
	const narrow = await open({columns: 199, rows: 40}, '2');
	expect(narrow.text()).not.toContain('New laptops for all staff.');
});

test('the portfolio uses a wide window for columns, and a very wide one for the record beside them', async () => {
	const app = await open({columns: 120, rows: 40}, '3', 'j');
	await expect(app).toShow('Due', 'Owner', '31 Mar 2027', 'Joan Smith');
	const wide = await open({columns: 160, rows: 40}, '3', 'j');
	await expect(wide).toShow('New laptops for all staff.');
});

test('at 80 columns a priority’s own word is not cut off', async () => {
	const app = await open({database: lincolnshire()});
	expect(lineWith(app, '1  Become')).toContain('Modernisation');
});

test('at 80 columns an open meeting says at its head whether it is quorate', async () => {
	const app = await open({database: lincolnshire()}, '4', 'o', 't', 'A', 'escape');
	expect(lineWith(app, 'Open ·')).toContain('quorate');
});

test.each([
	[59, 16],
	[60, 15],
])('%i × %i is too small, and says what is needed', async (columns, rows) => {
	const app = await open({columns, rows});
	await until(() => app.text().includes('larger window'));
	expect(app.text().replaceAll(/\s+/g, ' ')).toContain('at least 60 columns by 16 lines');
	fits(app, columns, rows);
});

test('even a tiny one is told whose window it is, and how to leave', async () => {
	const app = await open({columns: 20, rows: 5});
	await until(() => app.text().includes('Boardwalk needs'));
	fits(app, 20, 5);
	expect(app.text()).toContain('q leaves');
});

test('in too small a terminal keys do nothing', async () => {
	const app = await open({columns: 59, rows: 16}, '2', 's', 'd', 'enter');
	expect(app.database().revision).toBe(0);
	app.resize(80, 24);
	await expect(app).toShow('[Overview]');
});

test('in too small a terminal a paste does nothing', async () => {
	const app = await open({}, '2', 'c');
	await app.type('Half');
	app.resize(59, 16);
	await expect(app).toShow('larger window');
	app.session.send({kind: 'paste', text: ' unseen'});
	app.resize(80, 24);
	await expect(app).toShow('Comment      Half');
	expect(app.text()).not.toContain('unseen');
});

test('in too small a terminal q and Ctrl+C leave', async () => {
	for (const key of ['q', 'ctrl+c']) {
		const app = await open({columns: 60, rows: 15}, key);
		expect(app.hasLeft()).toBe(true);
	}
});

test('in too small a terminal a form half written is not thrown away by a letter', async () => {
	const app = await open({}, '2', 'c');
	await app.type('Half');
	app.resize(59, 16);
	await expect(app).toShow('larger window');
	await app.type('quite');
	expect(app.hasLeft()).toBe(false);
});

test('enlarged again, everything is as it was', async () => {
	const app = await open({}, '2', 'n', 'c');
	await app.type('Half');
	app.resize(40, 10);
	await expect(app).toShow('larger window');
	app.resize(80, 24);
	await expect(app).toShow('Comment on P1-03', 'Half');
});

const themes: [name: string, theme: Theme, mark: string][] = [
	['the usual theme', themeFor({LANG: 'C.UTF-8', NO_COLOR: '1'}), '▸'],
	['ASCII', themeFor({LANG: 'C', NO_COLOR: '1'}), '>'],
];

/** The keys that open the forms of a meeting, and what is typed into each. */
const forms: [form: string, keys: string[], typed?: [field: string, text: string][]][] = [
	['new meeting', ['meeting.add']],
	['particulars', ['meeting.edit']],
	['new item', ['item.add']],
	['item', ['item.edit']],
	['exempt', ['x']],
	['declaration', ['D']],
	['who presides', ['C']],
	['somebody else', ['t', 's']],
	[
		'decision',
		['G', 'k', 'd'],
		[
			['resolution', 'That this be done, and that, and the other thing too. '.repeat(9)],
			['vote', '2 2'],
			['amendment1', 'That it be done otherwise. '.repeat(9)],
			['amendment1vote', '1 1'],
			['alternatives', 'To do nothing at all. '.repeat(9)],
		],
	],
];

const sizes: [columns: number, rows: number][] = [
	[80, 24],
	[120, 40],
];

/** A long refusal: its end says what can be done. */
const refusal =
	'Not saved: not quorate on this item: 2 of the 3 voting members needed (Cllr Byrne may not vote on it); defer it, or adjourn';

const formIn = (state: State): Form => {
	const form = formOf(state);
	if (!form) throw new Error('no form is open');
	return form;
};

describe.each(themes)('forms in %s', (_, theme, mark) => {
	const draw = (state: State) =>
		bodyOf(state, theme).main.map((line) => line.replaceAll(/\u001b\[\d*m/g, ''));

	test.each(
		forms.flatMap(([form, keys, typed = []]) =>
			sizes.map(([columns, rows]) => ({form, columns, rows, keys, typed})),
		),
	)(
		'$form at $columns × $rows: the field with the cursor is in sight, and all of what is wrong with it',
		async ({columns, rows, keys, typed}) => {
			const {session, press} = sit({store: newStore(sitting()), columns, rows});
			const state = () => session.getState();
			await press('4', ...keys);
			for (const [field, text] of typed) {
				while (formIn(state()).focus !== field) await press('tab');
				await press(...keysOf(text));
			}
			const fields = fieldsOf(state(), formIn(state()));
			for (let left = fields.length; left >= 0; left--) {
				await press('tab');
				const field = fields.find(({name}) => name === formIn(state()).focus);
				const wanted = field ? `${mark} ${field.label}` : '[ Save ]';
				for (const shown of [state(), formError(state(), refusal)]) {
					const lines = draw(shown);
					expect(lines.filter((line) => line.includes(wanted))).toHaveLength(1);
					expect(lines.length).toBeLessThanOrEqual(rows - 5);
					for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
				}
				const told = draw(formError(state(), refusal)).join(' ').replaceAll(/\s+/g, ' ');
				expect(told).toContain(refusal);
			}
		},
	);
});
