// Members of a board: who comes, changes and leaves, as a clerk types it.
import {expect, test} from 'vitest';
import {makeCouncil, sitting} from '../helpers/council.ts';
import {makeDatabase} from '../helpers/database.ts';
import {
	type App,
	chairDoes,
	flat,
	focusOf,
	into,
	keysOf,
	lineWith,
	open,
	selectedLine,
	statusLine,
} from './scene.ts';

/** The members of the committee, from its meeting. */
async function onMembers(database = makeCouncil(), ...keys: string[]): Promise<App> {
	const app = await open({database}, '4', '8');
	for (let left = 5; left > 0 && !app.text().includes('Planning Committee'); left--) {
		await app.press(']');
	}
	await expect(app).toShow('Planning Committee: members');
	if (keys.length > 0) await app.press(...keys);
	return app;
}

/** Moves the cursor to somebody. */
async function onto(app: App, name: string): Promise<void> {
	await app.press('g');
	for (let left = 12; left > 0 && !selectedLine(app).includes(name); left--) await app.press('j');
	expect(selectedLine(app)).toContain(name);
}

test('the roll leads to the members of its board: today’s with role and days, former ones on request', async () => {
	const app = await open({database: sitting()}, '4', 't', '8');
	await expect(app).toShow(
		'Planning Committee: members',
		'Committee · 5 voting members today · quorum 3',
		'v shows 1 that ended',
	);
	expect(lineWith(app, 'Cllr Lane')).toMatch(/Cllr Lane +Chair +from 20 May 2026/);
	expect(lineWith(app, 'Cllr Ward')).toMatch(/Cllr Ward +Member +until 22 November 2026/);
	expect(app.text()).not.toContain('Cllr Gray');
	await app.press('v');
	expect(lineWith(app, 'Cllr Gray')).toMatch(/Member +ended 21 November 2026/);
	await app.press('escape');
	await expect(app).toShow('Roll of M-3');
});

test('somebody known comes today, somebody new on a day, each in one act', async () => {
	const app = await onMembers(makeCouncil(), 'member.add');
	await app.type('reed');
	await expect(app).toShow('Ann Reed');
	await app.press('ctrl+d');
	expect(lineWith(app, 'Ann Reed ')).toMatch(/Ann Reed +Member +from 22 November 2026/);
	await app.press('member.add');
	await app.type('+Zed  Newman');
	await expect(app).toShow('new: Zed Newman');
	await into(app, 'role', 'a');
	await into(app, 'from', '1 dec');
	await expect(app).toShow('1 December 2026');
	await app.press('ctrl+d');
	expect(lineWith(app, 'Zed Newman ')).toMatch(/ZN +Zed Newman +Adviser +from 1 December 2026/);
	expect(
		app
			.database()
			.log.at(-1)
			?.changes?.map(({kind}) => kind),
	).toEqual(['person/add', 'member/add']);
});

test('a new role ends the old one the day before; name and initials go with it', async () => {
	const app = await onMembers();
	await onto(app, 'Cllr Khan');
	await app.press('member.edit');
	await expect(app).toShow('A new role ends this one the day before');
	await into(app, 'name', ' OBE');
	await into(app, 'role', 'v');
	await into(app, 'from', '1 dec');
	await app.press('ctrl+d');
	expect(lineWith(app, 'Vice-chair from 1')).toContain('Cllr Khan OBE');
	expect(lineWith(app, 'until 30 November 2026')).toMatch(/Cllr Khan OBE +Member/);
	await app.press('u', 'enter');
	expect(lineWith(app, 'Cllr Khan')).toMatch(/Cllr Khan +Member$/);
	expect(app.text()).not.toContain('OBE ');
});

test('who leaves is asked for the last day; a day before a meeting they are at is refused', async () => {
	const app = await onMembers(sitting());
	await onto(app, 'Cllr Khan');
	await app.press('member.leaves');
	await into(app, 'to', '2026-11-21');
	await app.press('enter');
	expect(flat(app)).toContain('Cllr Khan stands as member on the roll of M-3');
	await app.press('ctrl+u');
	await app.press('enter');
	expect(selectedLine(app)).toMatch(/Cllr Khan +Member +until 22 November 2026/);
	await app.press('member.leaves');
	await expect(app).toShow('The last day was to be 22 November 2026.');
	await app.type('none');
	await app.press('enter');
	expect(selectedLine(app)).toMatch(/Cllr Khan +Member$/);
});

test('name and quorum of a board are edited, and a new board is made', async () => {
	const app = await onMembers(makeCouncil(), 'board.edit');
	await into(app, 'quorum', '0');
	await app.press('ctrl+d');
	expect(flat(app)).toContain('a quorum of 30 cannot be reached: Planning Committee has 5 voting');
	await app.press('backspace', 'backspace');
	await app.type('2');
	await app.press('ctrl+d');
	await expect(app).toShow('quorum 2');
	await app.press('board.add');
	await app.type('planning committee');
	await app.press('ctrl+d');
	await expect(app).toShow('there is already a board Planning Committee');
	await app.type(' B');
	await into(app, 'kind', 's');
	await app.press('ctrl+d');
	await expect(app).toShow('Planning Committee: members');
	await app.press('[', '[', '[');
	for (let left = 6; left > 0 && !app.text().includes('committee B'); left--) await app.press(']');
	await expect(app).toShow(
		'planning committee B: members',
		'Scrutiny · 0 voting members today',
		'Nobody is on it: N enters',
	);
});

test.each([
	['nobody', 'person', '', 'say who it is'],
	[
		'a stranger',
		'person',
		'zz',
		'nobody is called “zz”: type initials or a part of the name, or +zz',
	],
	['one who is on it', 'person', 'khan', 'Cllr Khan is member of Planning Committee already'],
	['no day', 'from', 'someday', 'is not a date: type 12 Oct'],
])('%s is told in one line, and the form stays', async (_, field, typed, said) => {
	const app = await onMembers(makeCouncil(), 'member.add');
	if (field !== 'person') await app.type('reed');
	await into(app, field, typed);
	await app.press('ctrl+d');
	expect(flat(app)).toContain(said);
	expect(focusOf(app)).toBe(field);
});

test('what a colleague enters meanwhile shows at once and never moves the cursor', async () => {
	const app = await onMembers();
	await onto(app, 'Cllr Khan');
	await chairDoes(app.store, {
		kind: 'member/add',
		board: 'B-3',
		person: 'reed',
		role: 'vice-chair',
		from: '2027-01-01',
	});
	await expect(app).toShow('from 1 January 2027');
	expect(selectedLine(app)).toContain('Cllr Khan');
});

test('without a board B makes the first; who only looks is offered nothing', async () => {
	const bare = makeDatabase({boards: [], meetings: [], reports: []});
	const app = await open({database: bare}, '8');
	await expect(app).toShow('There are no boards yet: B makes one.');
	await app.press('member.add');
	expect(statusLine(app)).toContain('N: there are no boards yet: B makes one');
	const looking = await open({database: makeCouncil(), publicOnly: true}, '4', '8');
	await expect(looking).toShow('IMT Board: members');
	await looking.press('member.add');
	expect(focusOf(looking)).toBeUndefined();
});

test('whoever has the initials of somebody else already is told of, before anything is stored', async () => {
	const app = await open({}, '8', 'member.add');
	await app.type('+Jane Storm');
	await expect(app).toShow('new: Jane Storm (JS, as Joan Smith has too: give them others)');
});

test('what a board keeps for itself to approve is edited with the board, and read as it is typed', async () => {
	const app = await onMembers(makeCouncil(), 'board.edit');
	await into(app, 'tolerance', '14 days; a lot');
	await app.press('ctrl+d');
	expect(flat(app)).toContain('“a lot” is none of days, money, adding up: type 14 days; £10,000');
	await app.press('ctrl+u', ...keysOf('14 days; £10,000; adding up'));
	await app.press('ctrl+d');
	expect(app.database().boards.flatMap(({rules}) => rules?.tolerance ?? [])).toEqual([
		{days: 14, money: {amount: 10_000}, cumulative: true},
	]);
	expect(flat(app)).toContain('approves above 14 days; £10,000; adding up');
	await app.press('board.edit');
	await into(app, 'tolerance', '');
	await app.press('ctrl+u');
	await app.press('ctrl+d');
	expect(app.database().boards.some(({rules}) => rules?.tolerance !== undefined)).toBe(false);
});
