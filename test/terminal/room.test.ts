// Several people at several terminals: who leads is followed, who vanishes is missed, and nobody is disturbed.
import {setTimeout as pause} from 'node:timers/promises';
import {expect, test} from 'vitest';
import {cabinetDatabase} from '../helpers/cabinet.ts';
import {boardwalk, desk, type Person, sitDown} from './boardwalk.ts';

/** A screen without its first line, in which everybody has their own, and without the last two. */
const body = (text: string) => text.split('\n').slice(2, -2).join('\n');

/** Waits until nothing has come to these terminals for a while: who moves is followed within much less. */
async function quiet(people: readonly Person[]): Promise<void> {
	while (people.some((person) => performance.now() - person.received().at < 500)) await pause(50);
}

test('followers go where the leader goes, and the wall shows nothing that is exempt', async () => {
	const own = await desk(cabinetDatabase());
	const first = 'Digital Strategy';
	const chair = await sitDown(own, {first, args: [own.file, '--as', 'Chair']});
	const [member, wall] = await Promise.all([
		sitDown(own, {first, args: [own.file, '--as', 'Member', '--follow']}),
		sitDown(own, {first, args: [own.file, '--follow', '--public']}),
	]);
	await chair.do('R', /LEADING, 3 here/);
	await member.waitFor(/FOLLOWING Chair \(login \S+\), 3 here/);
	await wall.waitFor(/Next meeting.*: Cabinet in December/);

	await chair.do(['3', 'j'], /▸ P1-02/);
	for (const one of [member, wall]) {
		await one.waitFor(/▸ P1-02/);
		expect(body(one.text())).toBe(body(chair.text()));
	}
	// An exempt decision, its page and the minutes: the chair sees them, the wall what is public of them.
	const steps: [keys: string, seen: RegExp, wall: RegExp][] = [
		['5', /▸ D-5.*Acme/, /▸ D-5.*A contract/],
		['enter', /D-5 .*Acme/, /D-5 .*A contract/],
		['escape', /▸ D-5.*Acme/, /▸ D-5.*A contract/],
		['7', /\[Minutes\]/, /\[Minutes\]/],
	];
	for (const [key, seen, shown] of steps) {
		await chair.do(key, seen);
		await wall.waitFor(shown);
		// No stray key leads the wall away.
		wall.press('2', 'q', 'enter', 'j', 'tab', 'x', ':', 'd');
		wall.press('escape');
	}
	await chair.do('1', /Priorities/);
	await wall.waitFor(/Next meeting.*: Cabinet in December/);
	expect(chair.raw()).toContain('Acme');
	expect(wall.raw()).not.toContain('Acme');

	// The leader’s line is cut: nobody leads, and the meeting has not begun.
	chair.signal('SIGKILL');
	await wall.waitFor(/Next meeting.*: Cabinet in December/);
	await member.do('R', /LEADING, 2 here/);
	await member.do('4', /Agenda/);
	await wall.do('ctrl+c', 'Leave the screen for the room?');
	wall.press('enter');
	expect((await wall.exited).exitCode).toBe(0);
});

test('what is drawn bit by bit is what would be drawn at once', async () => {
	const own = await desk();
	const chair = await sitDown(own, {args: [own.file, '--as', 'Chair']});
	// They come while the first frames of the others are drawn.
	const arriving = ['Secretary', 'Member'].map((name) =>
		sitDown(own, {first: 'Lincolnshire', args: [own.file, '--as', name, '--follow']}),
	);
	chair.press('R', '3', 'j', 'j', 'enter', 'R', 'R', '4', 'o', 'j');
	const people: Person[] = [chair, ...(await Promise.all(arriving))];
	for (const [index, person] of people.entries()) {
		person.press('F', 'F');
		if (index > 0) person.press('R');
		chair.press('2', 'R');
	}
	await chair.do('6', '[Log]');
	await Promise.all(people.map((person) => person.waitFor(/3 here/)));
	for (const person of people) {
		await quiet(people);
		const before = person.text();
		expect(before.split('\n')[0]).toContain('IMT Strategy');
		// Another width and back again draws everything anew.
		person.resize(70, 24);
		await person.waitFor((text) => text !== before);
		await quiet([person]);
		person.resize(80, 24);
		await person.waitFor((text) => text === before, {timeout: 10_000}).catch(() => {});
		expect(person.text()).toBe(before);
	}
});

test('while others move about, save nothing and look, an idle screen sends no byte', async () => {
	const own = await desk();
	const [idle, other] = [
		await sitDown(own, {args: [own.file, '--as', 'Idle']}),
		await sitDown(own, {args: [own.file, '--as', 'Other']}),
	];
	await idle.do('3', /▸ P1-01/);
	await idle.waitFor(/2 here/);
	await quiet([idle]);
	const {bytes} = idle.received();
	for (const key of ['3', 'j', 'j', 'enter', 'escape', '2', 'c', 'x', 'escape', '4', '5', '6']) {
		other.press(key);
		await pause(80);
	}
	await pause(300);
	expect(idle.received().bytes - bytes).toBe(0);
	// And is not deaf.
	await other.do('R', /LEADING/);
	await idle.do('F', /FOLLOWING Other/);
	await idle.waitFor('[Log]');
});

test('who is here, with name, place and what they are doing; a vanished session is not', async () => {
	const own = await desk();
	const [clerk, chair] = [
		await sitDown(own, {args: [own.file, '--as', 'Secretary']}),
		await sitDown(own, {args: [own.file, '--as', 'Chair']}),
	];
	await chair.do('2', /▸ P1-04/);
	await clerk.do('W', /Chair \(login \S+\) +Walk P1 /);
	await chair.do('c', 'Comment on P1-04');
	await clerk.waitFor(/Chair \(login \S+\) +commenting on P1-04/);
	// Presence is not part of the database.
	expect((await boardwalk(own, 'log', own.file)).out).not.toContain('Chair');
	chair.signal('SIGKILL');
	await clerk.waitFor((text) => !text.includes('Chair'));
	await clerk.waitFor('1 here');
});
