// Roles on a screen: who has which, given, altered and taken as acts with before and after.
import {expect, test} from 'vitest';
import {makeDatabase} from '../helpers/database.ts';
import {flat, lineWith, open, selectedLine} from './scene.ts';

const given = () =>
	makeDatabase({
		rules: {
			profile: 'plain',
			roles: {clerk: 'administrator', '%members': 'member', 'person:reed': 'chair'},
		},
	});

test('without any, the screen says so, and the first that is named is an administrator', async () => {
	const app = await open({}, 'go.members', 'roles.show');
	await expect(app).toShow('No roles are set: whoever may write the database may do everything.');
	await app.press('roles.add');
	await expect(app).toShow('A role for somebody', '[a administrator]');
	await app.type('clerk');
	await app.press('form.save');
	await expect(app).toShow('set the role of clerk to administrator (none)');
	expect(app.database().rules.roles).toEqual({clerk: 'administrator'});
	await app.press('act.undo', 'enter');
	expect(app.database().rules.roles).toBeUndefined();
});

test('lists who may do most first, with the name of whoever comes by a key', async () => {
	const app = await open({database: given()}, 'go.members', 'roles.show');
	expect(selectedLine(app)).toMatch(/clerk +administrator/);
	expect(lineWith(app, 'person:reed')).toMatch(/person:reed +chair +\S/);
	expect(flat(app).indexOf('person:reed')).toBeLessThan(flat(app).indexOf('%members'));
	await expect(app).toShow('Whoever is not named may only look');
});

test('another role is given, and what stays as it is asks for something to save', async () => {
	const app = await open({database: given()}, 'go.members', 'roles.show', 'down', 'roles.edit');
	await expect(app).toShow('The role of person:reed', '[c chair]');
	await app.press('form.save');
	await expect(app).toShow('nothing has changed yet: choose another role, or Esc');
	await app.press('s', 'form.save');
	await expect(app).toShow('to secretary (chair)');
	expect(app.database().rules.roles?.['person:reed']).toBe('secretary');
});

test('a role is taken after asking, and nobody takes the last administrator’s', async () => {
	const app = await open({database: given()}, 'go.members', 'roles.show', 'down', 'down');
	await app.press('roles.remove');
	await expect(app).toShow('Take the role of %members?', '%members is member.');
	await app.press('enter');
	await expect(app).toShow('set the role of %members to none (member)');
	expect(app.database().rules.roles).not.toHaveProperty('%members');
	await app.press('up', 'up', 'roles.remove', 'enter');
	await expect(app).toShow('nobody would be left as administrator');
	expect(app.database().rules.roles?.['clerk']).toBe('administrator');
});

test('who has a role is not named again, and nobody is not a holder', async () => {
	const app = await open({database: given()}, 'go.members', 'roles.show', 'roles.add');
	await app.press('form.save');
	await expect(app).toShow('say whose role it is');
	await app.type('clerk');
	await app.press('form.save');
	await expect(app).toShow('clerk has a role already: edit that one');
});

test('the public is not told who may do what', async () => {
	const app = await open({database: given(), publicOnly: true}, 'go.members', 'r');
	await expect(app).toShow('the public is not told who may do what');
	expect(flat(app)).not.toContain('%members');
});
