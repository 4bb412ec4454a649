// Roles on the screens: what one may not do is said in a sentence, and nothing typed is lost over it.
import {expect, test} from 'vitest';
import type {Role} from '../../source/domain/schema/index.ts';
import {makeDatabase} from '../helpers/database.ts';
import {Room} from './people.ts';

const roles: Record<string, Role> = {
	clerk: 'secretary',
	reed: 'chair',
	davies: 'member',
	'%clerks': 'secretary',
};
const withRoles = (table = roles) =>
	new Room(makeDatabase({rules: {profile: 'plain', roles: table}}));

const flat = (text: string) => text.replaceAll(/\s+/g, ' ');

test('a member comments; the log keeps the role', async () => {
	const room = withRoles();
	const member = room.enter('Davies');
	await member.press('2', 'c');
	await member.type('Seen.');
	await member.press('ctrl+d');
	expect(member.said()).toContain('Saved r2');
	expect(room.store.read().log.at(-1)?.actor).toMatchObject({user: 'davies', role: 'member'});
});

test('what a member may not do is refused in the form, with everything in it', async () => {
	const room = withRoles();
	const member = room.enter('Davies');
	await member.press('2', 's', 'd', 'tab', 'tab');
	await member.type('All laptops are out.');
	await member.press('ctrl+d');
	expect(flat(member.text())).toContain(
		'Not saved: a member may not do this: it is for administrator, secretary or chair',
	);
	expect(member.typed('note')).toBe('All laptops are out.');
	expect(room.store.read().revision).toBe(0);
});

test.each([
	['a key that acts at once', ['4', 'o'], 'Not saved: a member may not do this'],
	[
		'the quick line',
		[':', ...'s P1-02 delivered'.split(''), 'enter'],
		'Not saved: a member may not do this',
	],
])('%s is refused in a sentence', async (_, keys, said) => {
	const room = withRoles();
	const member = room.enter('Davies');
	await member.press(...keys);
	expect(flat(member.text())).toContain(said);
	expect(room.store.read().revision).toBe(0);
});

test('an observer looks on: READ ONLY at the head, every key says why', async () => {
	const observer = withRoles().enter('Guest');
	expect(observer.head()).toContain('READ ONLY');
	for (const keys of [['2', 's'], ['2', 'c'], ['4', 'o'], ['a'], ['u'], ['R']]) {
		await observer.press(...keys);
		expect(observer.said()).toBe(`${keys.at(-1)}: here you are an observer, who only looks on`);
	}
	await observer.press('3', 'enter');
	expect(observer.place()).toMatchObject({screen: 'project'});
});

test('groups give roles, and are asked for only where they could', async () => {
	let asked = 0;
	const who = {
		get groups() {
			asked++;
			return ['users', 'clerks'];
		},
	};
	const guest = new Room().enter('Guest', {who});
	await guest.press('2', 's', 'd');
	expect(asked).toBe(0);
	const clerk = withRoles().enter('Guest', {who});
	expect(clerk.head()).not.toContain('READ ONLY');
	await clerk.press('2', 's', 'd', 'enter');
	expect(clerk.said()).toContain('Saved r2');
	expect(asked).toBeGreaterThan(0);
});

test('who owns the folder is the administrator, whatever the table says', async () => {
	const room = withRoles({davies: 'observer'});
	const owner = room.enter('Davies', {who: {owner: true}});
	await owner.press('2', 's', 'd', 'enter');
	expect(room.store.read().log.at(-1)?.actor.role).toBe('administrator');
});

test('where the database names no roles, nobody is told of any', async () => {
	const room = new Room();
	const guest = room.enter('Guest');
	await guest.press('2', 's', 'd', 'enter');
	expect(guest.said()).toContain('Saved r2');
	expect(room.store.read().log.at(-1)?.actor).not.toHaveProperty('role');
});
