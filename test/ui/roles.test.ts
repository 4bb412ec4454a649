// Roles on the screens: what one may not do is said in a sentence, and nothing typed is lost over it.
import {expect, test} from 'vitest';
import {changeKinds} from '../../source/domain/changes/index.ts';
import type {Role} from '../../source/domain/schema/index.ts';
import {bindings} from '../../source/ui/keymap.ts';
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

const forMore = 'a member may not do this: it is for administrator, secretary or chair';
const forKeeper =
	'a member may not do this: it is for administrator, secretary, chair or programme manager';
const forPlanner =
	'a member may not do this: it is for administrator, secretary or programme manager';
const forClerk = 'a member may not do this: it is for administrator or secretary';

test.each([
	['the status of a project', ['2', 's'], forKeeper],
	['a decision', ['4', 'd'], forMore],
	['an action', ['4', 'a'], forKeeper],
	['opening the meeting', ['4', 'o'], forMore],
	['a note', ['4', 'i'], forMore],
	['an interest', ['4', 'D'], forMore],
	['the order of the agenda', ['4', 'J'], forMore],
	['a new meeting', ['4', 'M'], forMore],
	['the roll', ['4', 't', 'a'], forMore],
	['a paper', ['4', 'I'], forPlanner],
	['a report', ['5', 'v', 'v', 'N'], forPlanner],
	['a decision at no meeting', ['5', 'N'], forClerk],
	['issuing minutes', ['7', 'i'], forClerk],
])('%s: a member is told at the key who may, and no form opens', async (_, keys, said) => {
	const member = withRoles().enter('Davies');
	await member.press(...keys);
	expect(flat(member.said())).toBe(`${keys.at(-1)}: ${said}`);
	expect(member.place().screen).not.toBe('form');
});

test('the help says which keys are not for a member', async () => {
	const member = withRoles().enter('Davies');
	await member.press('4', '?');
	expect(flat(member.text())).toContain('(not now: a member may not do this');
});

test('what only a part of a form is refused for stays in it', async () => {
	const room = withRoles();
	const leads = room.enter('Reed');
	await leads.press('4', 't', 's');
	await leads.type('+Ann Green');
	await leads.press('ctrl+d');
	expect(flat(leads.text())).toContain(
		'Not saved: a chair may not do this: it is for administrator or secretary',
	);
	expect(leads.typed('person')).toBe('+Ann Green');
	expect(room.store.read().revision).toBe(0);
});

test('the quick line is refused in a sentence', async () => {
	const room = withRoles();
	const member = room.enter('Davies');
	await member.press(':', ...'s P1-02 delivered'.split(''), 'enter');
	expect(flat(member.text())).toContain('Not saved: a member may not do this');
	expect(room.store.read().revision).toBe(0);
});

test('every key that is for some roles names a change that there is', () => {
	const kinds = bindings.flatMap(({makes}) => (typeof makes === 'string' ? [makes] : []));
	expect(kinds.filter((kind) => !(changeKinds as string[]).includes(kind))).toEqual([]);
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
