// What was asked of boards: listed, read, altered and withdrawn in the register.
import {expect, test} from 'vitest';
import type {Change} from '../../source/domain/changes/index.ts';
import {after, makeDatabase} from '../helpers/database.ts';
import {chairDoes, flat, focusOf, into, open, selectedLine, statusLine} from './scene.ts';

const asking: Change = {
	kind: 'request/make',
	project: 'P1-02',
	field: 'due',
	from: '2027-03-31',
	to: '2027-06-30',
	reason: 'The supplier is late.',
	effects: {cost: 'None'},
};
const atRequests = (...more: Change[]) =>
	open({database: after(makeDatabase(), asking, ...more)}, '5', 'v', 'v', 'v', 'v');

test('the register lists what was asked, with what became of it; Enter reads it', async () => {
	const app = await atRequests();
	await expect(app).toShow('[1 request]', 'Asked');
	expect(selectedLine(app)).toContain('P1-02 Laptop Refresh: end');
	await app.press('list.open');
	await expect(app).toShow('RQ-1  P1-02 Laptop Refresh', 'The supplier is late.', 'On cost');
	expect(flat(app)).toContain('end from 31 March 2027 to 30 June 2027 Reason');
});

test('e alters what is asked, its reason and its effects, as long as it waits', async () => {
	const app = await atRequests();
	await app.press('register.edit');
	await expect(app).toShow('Request RQ-1 on P1-02 Laptop Refresh', '2027-06-30');
	expect(focusOf(app)).toBe('to');
	await app.press('end', ...Array.from({length: 12}, () => 'backspace' as const));
	await app.type('31 May 2027');
	await into(app, 'benefits', 'Two months later');
	await app.press('form.save');
	await expect(app).toShow('edited request RQ-1');
	expect(app.database().requests[0]).toMatchObject({
		to: '2027-05-31',
		reason: 'The supplier is late.',
		effects: {cost: 'None', benefits: 'Two months later'},
	});
	await app.press('register.edit', 'form.save');
	await expect(app).toShow('nothing has changed yet');
});

test('Backspace withdraws a request after asking; then it is no longer altered', async () => {
	const app = await atRequests();
	await app.press('register.take-back');
	await expect(app).toShow('Withdraw request RQ-1?', 'It stays on record, as withdrawn.');
	await app.press('confirm.yes');
	await expect(app).toShow('Withdrawn');
	await app.press('register.edit');
	expect(statusLine(app)).toContain('it was withdrawn: ask again for another change');
});

test('two who alter one request are told of each other', async () => {
	const app = await atRequests();
	await app.press('register.edit');
	await into(app, 'reason', ' And the parts.');
	await chairDoes(app.store, {
		kind: 'request/edit',
		id: 'RQ-1',
		fields: {reason: {from: 'The supplier is late.', to: 'Theirs.'}},
	});
	await app.press('form.save');
	await expect(app).toShow('set this to “Theirs.”');
});

test('where no board keeps anything for itself the register has no list of requests', async () => {
	const app = await open({database: makeDatabase()}, '5', 'v', 'v', 'v');
	expect(app.text()).not.toContain('0 requests');
	const [board, ...others] = makeDatabase().boards;
	const keeps = {...board!, rules: {...board!.rules, tolerance: {days: 30}}};
	const other = await open(
		{database: makeDatabase({boards: [keeps, ...others]})},
		'5',
		'v',
		'v',
		'v',
		'v',
	);
	await expect(other).toShow('[0 requests]', 'No requests yet: Q on a project');
	await other.press('register.add');
	expect(statusLine(other)).toContain('a change is asked for on its project: Q there');
});
