// Who is here: names, roles, places and what is being done, for everybody to see.
import {expect, test} from 'vitest';
import {makeDatabase} from '../helpers/database.ts';
import {sitting} from '../helpers/council.ts';
import {Room, turn} from './people.ts';

/** The lines about people, without the space between their parts. */
const people = (text: string): string[] =>
	text
		.split('\n')
		.slice(6, -2)
		.map((line) => line.replaceAll(/\s+/g, ' ').trim())
		.filter(Boolean);

test('everybody with name, place and when they moved last; oneself first', async () => {
	const room = new Room();
	const clerk = room.enter('Secretary');
	room.wait(1);
	const chair = room.enter('Chair');
	room.wait(1);
	const member = room.enter('Member');
	await chair.press('3', 'j', 'enter', 'R');
	room.wait(30);
	await member.press('5', 'v');
	await clerk.press('W');
	expect(people(clerk.text())).toEqual([
		'▸ you you Who is here',
		'Chair (login chair) LEADS Project P1-02 30 s ago',
		'Member (login member) Register 0 s ago',
	]);
	expect(clerk.text()).toContain('3 here');
	expect(clerk.text()).toContain('Being connected is not attending');
});

test('on the agenda the item is told, and in a form what it is about', async () => {
	const room = new Room(sitting());
	const clerk = room.enter('Secretary');
	const chair = room.enter('Chair');
	await clerk.press('4', 'n', 'n', 'n', 'n', 'd', 'x');
	await chair.press('W');
	expect(people(chair.text())[1]).toBe(
		'Secretary (login secretary) Meeting M-3 item 5 recording item 5',
	);
	await clerk.press('escape', 'i', 'x');
	expect(people(chair.text())[1]).toContain('writing the note of item 5');
	await clerk.press('escape', '3', 's');
	expect(people(chair.text())[1]).toContain('setting the status of P1-01');
});

test('who leaves or vanishes is no longer here', async () => {
	const room = new Room();
	const clerk = room.enter('Secretary');
	const chair = room.enter('Chair');
	await turn();
	await clerk.press('W', 'j');
	expect(people(clerk.text())[1]).toMatch(/^▸ Chair \(login chair\)/);
	await chair.leave();
	expect(people(clerk.text())).toEqual(['▸ you you Who is here']);
	expect(clerk.text()).toContain('1 here');
});

test('the role that the database gives is told', async () => {
	const roles = {chair: 'chair', secretary: 'secretary'} as const;
	const room = new Room(makeDatabase({rules: {profile: 'plain', roles}}));
	const guest = room.enter('Guest');
	room.wait(1);
	room.enter('Chair');
	room.wait(1);
	room.enter('Secretary');
	await turn();
	await guest.press('W');
	const [, chair, secretary, role] = people(guest.text());
	expect(chair).toMatch(/^Chair \(login chair\), chair Overview/);
	expect(secretary).toMatch(/^Secretary \(login secretary\), Overview/);
	expect(role).toBe('secretary');
});

test('where a server vouches for a login, that is told beside the name, which is one’s own word', async () => {
	const room = new Room();
	const clerk = room.enter('Secretary');
	const [at, place] = [room.now, {screen: 'walk'}];
	const other = (user: string, name: string | undefined, login: string) => ({
		session: login,
		actor: {user, host: 'council', ...(name !== undefined && {name})},
		place,
		login,
		since: at,
		at,
	});
	clerk.session.send({
		kind: 'others',
		others: [other('chair', 'Chair', 'otto'), other('ada', undefined, 'ada')],
	});
	await clerk.press('W');
	expect(people(clerk.text()).slice(1)).toEqual([
		expect.stringMatching(/^Chair \(login chair\) \(server: otto\) Walk /),
		expect.stringMatching(/^ada Walk /),
	]);
});

test('names that would steer the terminal are tamed, and long ones cut', async () => {
	const room = new Room();
	const clerk = room.enter('Secretary');
	room.enter('A\u001b[2J\u202e' + 'b'.repeat(300));
	await turn();
	await clerk.press('W');
	expect(clerk.text()).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
	for (const line of clerk.text().split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('two hundred others can be gone through, and the header counts them', async () => {
	const room = new Room();
	const clerk = room.enter('Secretary');
	for (let number = 0; number < 100; number++) room.enter(`Member ${number}`);
	await turn();
	expect(clerk.head()).toContain('101 here');
	await clerk.press('W', 'G');
	expect(people(clerk.text()).some((line) => line.startsWith('▸ Member'))).toBe(true);
});
