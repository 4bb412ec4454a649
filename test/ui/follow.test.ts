// Following the room: where the leader is, the followers are, and nobody is torn away from their typing.
import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Database} from '../../source/domain/schema/index.ts';
import type {Present} from '../../source/store/store.ts';
import {cabinetDatabase} from '../helpers/cabinet.ts';
import {sitting} from '../helpers/council.ts';
import {lincolnshire} from './scene.ts';
import {Room, turn} from './people.ts';

/** A chair who leads and a member who follows. */
async function pair(database?: Database) {
	const room = new Room(database);
	const chair = room.enter('Chair');
	const member = room.enter('Member');
	await chair.press('R');
	await member.press('F');
	return {room, chair, member};
}

test.each([
	['a screen', ['3']],
	['a row', ['3', 'j', 'j']],
	['the last row', ['3', 'G']],
	['another way of looking', ['2', 'v']],
	['the matrix', ['3', 'M']],
	['the next priority', ['2', 'right', 'j']],
	['a record', ['3', 'j', 'enter']],
	['a page that is scrolled', ['3', 'enter', 'j', 'j', 'j']],
	['the next record', ['3', 'enter', 'n']],
	['another meeting', ['4', '[']],
	['an item', ['4', 'j', 'j']],
	['the roll', ['4', 't', 'j']],
	['can we decide?', ['4', 'L', 'j']],
	['the register’s actions', ['5', 'v']],
	['a decision', ['5', 'enter']],
	['the minutes', ['7', 'j', 'j']],
	['the log', ['6']],
	['back again', ['3', 'enter', 'escape', 'k', 'escape']],
])('followers see %s', async (_, keys) => {
	const {chair, member} = await pair(lincolnshire());
	await chair.press(...keys);
	expect(member.place()).toEqual(chair.place());
	const body = (text: string) => text.split('\n').slice(1, -2);
	expect(body(member.text())).toEqual(body(chair.text()));
});

test('who comes later is taken there at once', async () => {
	const {room, chair} = await pair();
	await chair.press('3', 'j');
	const late = room.enter('Late');
	await turn();
	await late.press('F');
	expect(late.place()).toEqual(chair.place());
	expect(late.said()).toBe(
		'You follow Chair (login chair). Moving elsewhere stops that, and so does F.',
	);
	const wall = room.enter('Wall', {follow: true});
	await turn();
	expect(wall.place()).toEqual(chair.place());
});

test('the header says who leads, whom one follows, and how many are here', async () => {
	const {chair, member} = await pair();
	expect(chair.head()).toContain('LEADING, 2 here');
	expect(member.head()).toContain('FOLLOWING Chair (login chair), 2 here');
	await member.press('F');
	expect(member.head()).not.toContain('FOLLOWING');
	expect(member.said()).toBe('You no longer follow the room.');
	await chair.press('R');
	expect(chair.head()).not.toContain('LEADING');
	expect(chair.said()).toBe('You no longer lead the room.');
});

test.each([['j'], ['2'], ['enter'], ['W']])(
	'moving about oneself (%s) leaves the room and says so; F goes there again',
	async (key) => {
		const {chair, member} = await pair();
		await chair.press('3');
		await member.press(key);
		expect(member.said()).toBe('You no longer follow the room. F follows it again.');
		const own = member.place();
		await chair.press('G');
		expect(member.place()).toEqual(own);
		await member.press('F');
		expect(member.place()).toEqual(chair.place());
	},
);

test('a key that only looks closer does not leave it: help, a refusal, the blanked screen', async () => {
	const {chair, member} = await pair();
	for (const keys of [['?', 'escape'], ['d'], ['.', '.']]) await member.press(...keys);
	await chair.press('3', 'j');
	expect(member.place()).toEqual(chair.place());
});

test('a form is never left for the room; closed, it is where the room is', async () => {
	const {chair, member} = await pair();
	await chair.press('3');
	await member.press('c');
	await member.type('Half of thm');
	await chair.press('5', 'j');
	await member.press('left');
	await member.type('e');
	expect(member.typed()).toBe('Half of them');
	expect(member.head()).toContain('FOLLOWING Chair');
	await member.press('escape');
	expect(member.place()).toEqual(chair.place());
	expect(member.said()).toContain('Kept what you typed');
});

test('a form that is saved is closed into the room', async () => {
	const {room, chair, member} = await pair();
	await chair.press('3');
	await member.press('c');
	await member.type('Done.');
	await chair.press('5');
	await member.press('ctrl+d');
	expect(room.store.read().projects[0]?.updates.at(-1)?.note).toBe('Done.');
	expect(member.place()).toEqual(chair.place());
});

test('a filter that is typed stays, until it is kept or cleared', async () => {
	const {chair, member} = await pair();
	await chair.press('3');
	await member.press('/');
	await member.type('lap');
	await chair.press('G');
	expect(member.text()).toContain('Filter: lap');
	await member.press('escape');
	expect(member.place()).toEqual(chair.place());
});

test('what is typed into the quick line is about what one saw when it was opened', async () => {
	const {room, chair, member} = await pair();
	await chair.press('3', 'j');
	await member.press(':');
	await member.type('c P1-02 Wait');
	await chair.press('4');
	expect(member.place()).toMatchObject({screen: 'portfolio'});
	await member.type('ing');
	expect(member.text()).toContain(': c P1-02 Waiting');
	await member.press('enter');
	expect(room.store.read().projects[1]?.updates.at(-1)?.note).toBe('Waiting');
	expect(member.place()).toEqual(chair.place());
});

test('a question is answered about what it was asked about', async () => {
	const {chair, member} = await pair();
	await chair.press('3');
	await member.press('s', 'h', 'enter');
	await member.press('u');
	expect(member.text()).toContain('Take back revision');
	await chair.press('5');
	expect(member.place()).toMatchObject({screen: 'portfolio'});
	await member.press('escape');
	expect(member.place()).toEqual(chair.place());
});

test('what the leader types and asks is the leader’s own', async () => {
	const {chair, member} = await pair();
	await chair.press('3', 'j');
	const shown = member.place();
	await chair.press('c');
	await chair.type('Between us');
	await chair.press('escape', ':', 'escape', '?', 'escape', 'W');
	expect(member.place()).toEqual(shown);
	expect(member.text()).not.toContain('Between us');
});

test('without a leader the open meeting’s item is followed', async () => {
	const room = new Room(sitting());
	const member = room.enter('Member', {follow: true});
	expect(member.place()).toMatchObject({screen: 'meeting', id: 'M-3'});
	expect(member.head()).toContain('FOLLOWING the meeting');
	const clerk = room.enter('Clerk');
	await clerk.press('4', 'n', 'n');
	expect(member.place().selected).toBe('meetings/M-3/agenda/I-8');
	await clerk.press('3');
	expect(member.place().selected).toBe('meetings/M-3/agenda/I-8');
});

test('with neither leader nor meeting one stays where one is, and is told so', async () => {
	const room = new Room();
	const member = room.enter('Member');
	await member.press('3', 'j', 'F');
	expect(member.said()).toMatch(
		/^You follow the room: nobody leads it yet, and no meeting is open/,
	);
	expect(member.place()).toMatchObject({screen: 'portfolio', selected: 'projects/P1-02'});
});

test('a leader who vanishes leaves the room at the meeting’s item', async () => {
	const {chair, member} = await pair(sitting());
	await chair.press('3', 'j');
	expect(member.place().screen).toBe('portfolio');
	await chair.leave();
	expect(member.place()).toMatchObject({screen: 'meeting', selected: 'meetings/M-3/agenda/I-6'});
	expect(member.head()).toContain('FOLLOWING the meeting');
	expect(member.head()).not.toContain('here');
});

test('another may take the room; who led it is told, and so is who takes it', async () => {
	const {room, chair, member} = await pair();
	const vice = room.enter('Vice');
	await turn();
	room.wait(60);
	await vice.press('4', 'R');
	expect(vice.said()).toBe('You have taken the room from Chair (login chair). R gives it back.');
	expect(chair.said()).toBe('Vice (login vice) leads the room now.');
	expect(chair.head()).not.toContain('LEADING');
	expect(member.head()).toContain('FOLLOWING Vice');
	expect(member.place()).toEqual(vice.place());
	await chair.press('3');
	expect(member.place()).toEqual(vice.place());
	room.wait(60);
	await chair.press('R');
	expect(member.place()).toEqual(chair.place());
	expect(vice.head()).not.toContain('LEADING');
});

test('the room can be taken though the clock was set back since', async () => {
	const {room, chair, member} = await pair();
	const vice = room.enter('Vice');
	await turn();
	for (const person of [vice, chair, vice]) {
		room.wait(-3600);
		await person.press('R', '3');
		expect(person.head()).toContain('LEADING');
		expect((person === vice ? chair : vice).head()).not.toContain('LEADING');
		expect(member.head()).toContain(person === vice ? 'FOLLOWING Vice' : 'FOLLOWING Chair');
	}
});

test('who follows and takes the room leads from where they are', async () => {
	const {room, chair, member} = await pair();
	await chair.press('3', 'j');
	room.wait(60);
	await member.press('R');
	expect(member.head()).toContain('LEADING');
	expect(member.place()).toEqual(chair.place());
	await chair.press('F', 'escape');
	await member.press('5');
	expect(chair.place()).not.toEqual(member.place());
});

test.each([
	{what: 'in the same instant', taken: [0, 0], told: [0, 0]},
	{what: 'one a little later', taken: [0, 50], told: [0, 50]},
	{what: 'the other a little later', taken: [50, 0], told: [50, 0]},
	{what: 'in the same instant, and told a little later', taken: [0, 0], told: [1, 1]},
	{what: 'the first having moved since', taken: [0, 50], told: [90, 50]},
	{what: 'hearing of each other late', taken: [0, 900], told: [0, 900], heard: 2500},
	{what: 'the line of one having dropped', taken: [0, 60_000], told: [0, 60_000], heard: 90_000},
])(
	'of two who take the room and do not know of each other one leads in the end: $what',
	async ({taken, told, heard = 100}) => {
		const people = ['Chair', 'Vice'];
		const after = (milliseconds = 0) =>
			new Date(Date.parse('2026-11-22T10:00:00.000Z') + milliseconds).toISOString();
		/** As the one is told of the other. */
		const present = (index: number): Present => ({
			session: `session-${people[index]}`,
			actor: {user: `user-${index}`, host: 'council', name: people[index] ?? ''},
			place: {screen: 'walk', leads: after(taken[index])},
			since: after(),
			at: after(told[index]),
		});
		const rooms = people.map((_name, index) => {
			const room = new Room();
			const {session} = room.enter('Somebody', {who: {session: `session-${people[index]}`}});
			room.now = after(taken[index]);
			session.press('R');
			room.now = after(heard);
			session.send({kind: 'others', others: [present(1 - index)]});
			return session;
		});
		const leading = rooms.map((session) => session.getState().leadsSince !== undefined);
		expect(leading.filter(Boolean)).toHaveLength(1);
		// Whoever follows both goes where the one is who leads in the end.
		const follower = new Room().enter('Member');
		follower.session.press('F');
		follower.session.send({kind: 'others', others: [present(0), present(1)]});
		expect(follower.head()).toContain(`FOLLOWING ${people[leading.indexOf(true)]}`);
	},
);

const stray = fc.oneof(
	fc.constantFrom(...'123456789jknpvmotAscdaexXuUw/:?qzGFRWg yL[]'.split('')),
	fc.constantFrom(
		...`enter escape tab up down left right pagedown pageup home end ctrl+d ctrl+r ctrl+y ctrl+o f1
		alt+2 alt+q alt+escape ctrl+g backspace delete ctrl+b shift+tab`.split(/\s+/),
	),
	fc.string({unit: 'grapheme', minLength: 1, maxLength: 1}),
);

test('a screen for the wall: no stray key leads it away, whatever is pressed', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(stray, {maxLength: 40}), async (keys) => {
			const room = new Room(cabinetDatabase());
			const chair = room.enter('Chair');
			const left: string[] = [];
			const wall = room.enter('Wall', {
				follow: true,
				publicOnly: true,
				shell: {quit: () => void left.push('quit')},
			});
			await chair.press('R', '5', 'j');
			const shown = wall.place();
			expect(shown).toEqual(chair.place());
			const body = wall.text().split('\n').slice(0, -2);
			for (const key of keys.filter((one) => one !== '.')) {
				wall.session.press(key);
				wall.session.send({kind: 'paste', text: `${key}q\n2`});
			}
			await wall.press();
			expect(wall.place()).toEqual(shown);
			expect(wall.text().split('\n').slice(0, -2)).toEqual(body);
			// Blanked, asked whether to leave, or in a window that is too small: neither.
			for (const opener of ['.', 'ctrl+p', 'ctrl+c', 'small']) {
				if (opener === 'small') wall.session.send({kind: 'size', columns: 20, rows: 5});
				else await wall.press(opener);
				// A question is there to be answered.
				const answers = opener === 'ctrl+c' ? ['enter', 'y'] : ['.'];
				await wall.press(...keys.filter((key) => !answers.includes(key)));
				expect(wall.place()).toEqual(shown);
				if (opener === 'small') wall.session.send({kind: 'size', columns: 80, rows: 24});
				else if (opener !== 'ctrl+c') await wall.press('.');
				else if (wall.state().overlay) await wall.press('escape');
			}
			expect(left).toEqual([]);
			await chair.press('4');
			expect(wall.place()).toEqual(chair.place());
		}),
		{numRuns: 60},
	);
});

test('Ctrl+C asks before it leaves, and the wall goes on meanwhile', async () => {
	const room = new Room();
	let left = 0;
	const chair = room.enter('Chair');
	const shell = {quit: () => void left++};
	const wall = room.enter('Wall', {follow: true, publicOnly: true, shell});
	await chair.press('R');
	await wall.press('ctrl+c');
	expect(wall.text()).toContain('Leave the screen for the room?');
	await chair.press('3', 'j');
	expect(wall.place()).toEqual(chair.place());
	await wall.press('q');
	expect(left).toBe(0);
	await wall.press('ctrl+c', 'enter');
	expect(left).toBe(1);
});

test('a stray key’s message goes with the next move', async () => {
	const room = new Room();
	const chair = room.enter('Chair');
	const wall = room.enter('Wall', {follow: true, publicOnly: true});
	await chair.press('R');
	await wall.press('x');
	expect(wall.said()).toContain('This screen follows the chair');
	await chair.press('3');
	expect(wall.said()).toBe('');
});

test('whatever the leader opens, the wall shows no exempt word', async () => {
	const room = new Room(cabinetDatabase());
	const chair = room.enter('Chair');
	const wall = room.enter('Wall', {follow: true, publicOnly: true});
	const wide = room.enter('Wide', {follow: true, publicOnly: true, columns: 160, rows: 50});
	await chair.press('R');
	let seen = 0;
	const screens = ['1', '2', '3', '4', '5', '6', '7', '4 ]', '4 ] G', '4 L', '4 t', '5 v', '5 v v'];
	for (const keys of screens) {
		await chair.press(...keys.split(' '));
		for (const key of ['', 'j', 'j', 'j', 'G', 'enter', 'j', 'j', ' ', 'G', 'n', 'escape']) {
			if (key !== '') await chair.press(key);
			expect(wall.place()).toEqual(chair.place());
			expect(wall.text()).not.toMatch(/Acme/);
			expect(wide.text()).not.toMatch(/Acme/);
			if (/Acme/.test(chair.text())) seen++;
		}
	}
	// The chair saw it, or else nothing has been tested.
	expect(seen).toBeGreaterThan(3);
	expect(JSON.stringify(wall.state())).not.toMatch(/Acme/);
});

test('who moves about draws nothing anew on a screen that does not follow', async () => {
	const {room, chair} = await pair();
	const idle = room.enter('Idle');
	await idle.press('3', 'j');
	const before = idle.text();
	let calls = 0;
	idle.session.subscribe(() => calls++);
	for (const key of ['4', 'j', '3', 'j', 'enter', 'c', 'x', 'escape']) await chair.press(key);
	expect(idle.text()).toBe(before);
	expect(calls).toBe(0);
	// Who comes is told in the header, and who looks at the list sees where everybody is.
	room.enter('Another');
	await turn();
	expect(calls).toBe(1);
	await idle.press('W');
	calls = 0;
	await chair.press('5');
	expect(calls).toBeGreaterThan(0);
	expect(idle.text()).toMatch(/Chair \(login chair\) +LEADS +Register/);
});
