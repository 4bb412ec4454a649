import {expect, test} from 'vitest';
import {charity} from '../helpers/charity.ts';
import {after, makeDatabase} from '../helpers/database.ts';
import {type App, lineWith, lincolnshire, open, selectedLine} from './scene.ts';

/** Goes to the row of the actions, above the open work. */
async function toActions(app: App): Promise<void> {
	await app.press('G');
	for (let left = 9; left > 0 && !selectedLine(app).includes('Actions'); left--)
		await app.press('k');
}

test('counts the projects of every priority', async () => {
	const app = await open({database: lincolnshire()});
	expect(lineWith(app, '1  Become')).toContain('10 of 12');
	expect(lineWith(app, '2  Support')).toContain('5 of 8');
	expect(lineWith(app, '3  Support')).toContain('none named');
});

test('says how the whole stands, in words', async () => {
	const app = await open({database: lincolnshire()});
	await expect(app).toShow(
		'20 projects',
		'15 Delivered',
		'2 In progress',
		'1 Pending dependencies',
	);
	await expect(app).toShow('2 Cancelled');
});

test('tells of the next and the last meeting, and of what is to be followed up', async () => {
	const app = await open();
	expect(lineWith(app, 'Next meeting')).toContain('M-2  IMT Board, 22 Nov 2026 09:30, planned');
	expect(lineWith(app, 'Last meeting')).toContain('M-1  Executive Councillor');
	expect(lineWith(app, 'Decisions')).toContain('1 recorded, 1 report awaiting one');
	expect(lineWith(app, 'Actions')).toContain('1 open, 0 overdue');
});

test('Enter walks the priority under the cursor', async () => {
	const app = await open();
	await app.press('j', 'enter');
	await expect(app).toShow('Priority 2 of 2: Optimisation');
});

test('Enter opens the meeting under the cursor', async () => {
	const app = await open();
	while (!selectedLine(app).includes('Next meeting')) await app.press('j');
	await app.press('enter');
	await expect(app).toShow('M-2  November meeting', 'Agenda');
});

test('Enter on the actions shows the register of actions', async () => {
	const app = await open();
	await toActions(app);
	await app.press('enter');
	await expect(app).toShow('[1 action]', 'Publish the strategy');
});

test('requests that wait for a board have a row, and Enter lists them', async () => {
	const asked = after(makeDatabase(), {
		kind: 'request/make',
		project: 'P2-01',
		field: 'status',
		from: 'blocked',
		to: 'cancelled',
		reason: 'No longer needed.',
	});
	const app = await open({database: asked});
	expect(lineWith(app, 'Requests')).toContain('1 asked');
	await toActions(app);
	await app.press('k', 'enter');
	await expect(app).toShow('[1 request]', 'RQ-1');
});

test('Esc comes back to the line that one left from', async () => {
	const app = await open();
	await toActions(app);
	await app.press('enter', 'escape');
	expect(selectedLine(app)).toContain('Actions');
});

test('a database with nothing in it says so', async () => {
	const nothing = {strategies: [], projects: [], meetings: [], decisions: [], actions: []};
	const app = await open({database: makeDatabase({...nothing, reports: []})});
	await expect(app).toShow('No strategy yet', '0 projects', '0 recorded');
});

test('in the smallest terminal the cursor is never out of sight', async () => {
	const app = await open({database: lincolnshire(), columns: 60, rows: 16});
	for (const key of Array.from({length: 12}, () => 'j')) {
		await app.press(key);
		expect(app.text()).toContain('▸');
	}
	await expect(app).toShow('Actions');
});

test('an empty database says how one begins, each step with its keys; once there is something it does not', async () => {
	const full = makeDatabase();
	const database = {...full, strategies: [], projects: [], meetings: [], boards: [], people: []};
	const bare = {...database, decisions: [], actions: [], reports: [], notices: [], log: []};
	await expect(await open({database: bare})).toShow('This database is empty', '3. 4, then M plans');
	// Where `init` has made a board and a strategy, whoever sits there is still to begin.
	const made = {...bare, boards: makeDatabase().boards, strategies: makeDatabase().strategies};
	await expect(await open({database: made})).toShow(
		'No meeting and no project has been entered yet. To begin:',
		'1. 8, then N enters the members of the board.',
	);
	expect((await open()).text()).not.toContain('To begin:');
});

test('the figures of the portfolio stand there, and each opens its list', async () => {
	const database = after(
		makeDatabase(),
		{kind: 'milestone/add', project: 'P1-02', title: 'Pilot', approved: '2026-12-01'},
		{kind: 'milestone/add', project: 'P1-03', title: 'Move out', approved: '2026-11-01'},
		{kind: 'project/edit', id: 'P1-02', fields: {stage: {to: 'outline case'}}},
		{
			kind: 'record/add',
			list: 'strategies/S-1/risks',
			fields: {event: 'Funding falls', current: {likelihood: 4, impact: 5}},
		},
	);
	const app = await open({database, rows: 40});
	expect(lineWith(app, 'Stages ')).toContain('1 outline case, 3 without one');
	expect(lineWith(app, 'Late ')).toContain('1 project');
	expect(lineWith(app, 'Confidence ')).toContain('▲ 0 green, ◆ 1 amber, ▼ 0 red');
	expect(lineWith(app, 'Next 90 days')).toContain('1 milestone, first Pilot, 01 Dec 2026, P1-02');
	expect(lineWith(app, 'Risks ')).toContain('1 high of 1: Funding falls (20)');
	expect(lineWith(app, 'Money ')).toContain('£250,000 approved');
	for (const [row, shown] of [
		['Delivered ', 'grouped by status'],
		['Stages ', 'Filter: open'],
		['Late ', 'Filter: late'],
		['Confidence ', 'Filter: open'],
		['Next 90 days', '[Timeline]'],
		['Risks ', '[Risks]'],
		['Money ', 'Filter: open'],
	] as const) {
		while (!selectedLine(app).includes(row)) await app.press('j');
		await app.press('enter');
		await expect(app).toShow(shown);
		while (app.session.getState().stack.length > 1) await app.press('escape');
	}
});

test('what nobody recorded has no row, and an empty portfolio none at all', async () => {
	const app = await open({rows: 40});
	expect(app.text()).not.toContain('Next 90 days');
	expect(app.text()).not.toContain('Risks ');
	expect(app.text()).not.toContain('Stages ');
	const empty = await open({database: makeDatabase({projects: []}), rows: 40});
	expect(empty.text()).not.toContain('Late ');
});

test('the rows of open work lead to what is open now, by priority', async () => {
	const app = await open({}, 'G');
	expect(selectedLine(app)).toMatch(/at the start|\d{4}/);
	await app.press('enter');
	await expect(app).toShow('[Portfolio]', 'Filter: open', '1  Modernisation');
});

test('a heading at the foot of a low window has a row below it, or is not there', async () => {
	const alone: number[] = [];
	for (const rows of [20, 21, 22, 23, 24, 25, 26, 27]) {
		const text = (await open({columns: 80, rows, database: charity()})).text();
		if (text.includes('Open work') && !text.includes('at the start')) alone.push(rows);
	}
	expect(alone).toEqual([]);
	const high = await open({columns: 80, rows: 30, database: charity()});
	expect(high.text()).toContain('Open work');
});
