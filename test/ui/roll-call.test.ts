// The roll called for a recorded vote, over the form that asks for it.
import {describe, expect, test} from 'vitest';
import {rollToCall, surnameFirst} from '../../source/domain/queries/meeting/roll-call.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {readVote} from '../../source/ui/forms/vote.ts';
import {committee, makeCouncil, meetingOf, sitting} from '../helpers/council.ts';
import {accepted} from '../helpers/database.ts';
import {listen} from '../helpers/listener.ts';
import {chairDoes, flat, into, lineWith, newStore, open, statusLine, type App} from './scene.ts';

/** The decision form of Mill Lane, with the cursor where the vote is typed. */
async function voting(database: Database = sitting(), field = 'vote'): Promise<App> {
	const app = await open({store: newStore(database)}, '4', 'G', 'k', 'k', 'd');
	if (field !== 'vote') await into(app, field.replace(/vote$/, ''), 'Insert “second”.');
	await into(app, field, '');
	return app;
}

const typedIn = (app: App, field = 'vote'): string | undefined =>
	app.session.getState().stack.at(-1)?.form?.values[field]?.value;

/** A council of forty-eight, of whom two have the same surname and initial, and several the same initials. */
function fortyEight(): {database: Database; ids: string[]} {
	const base = makeCouncil();
	const names = Array.from({length: 46}, (_, index) => {
		const letter = String.fromCodePoint(65 + (index % 23));
		return `Cllr ${letter}na ${letter}${index < 23 ? 'alder' : 'elton'}`;
	});
	const added = [...names, 'Cllr Joan Smith', 'Cllr Jack Smith'].map((name, index) => ({
		id: `cllr-${index + 1}`,
		name,
		initials: name.replaceAll(/[^A-Z]/g, '').slice(1),
	}));
	const ids = added.map(({id}) => id);
	const database = sitting(ids, {
		...base,
		people: [...base.people, ...added],
		boards: base.boards.map((board) =>
			board.id === 'B-3'
				? {
						...board,
						members: ids.map((person, index) => ({
							person,
							role: index === 0 ? ('chair' as const) : ('member' as const),
						})),
					}
				: board,
		),
	});
	return {database, ids};
}

test('the roll is called in alphabetical order, with a key a member, and the form has the vote', async () => {
	const app = await voting();
	await app.press('ctrl+n');
	await expect(app).toShow(
		'Roll call on the motion, in alphabetical order',
		'0 for, 0 against, 5 not yet called: Byrne; Khan; Lane; Pole; Ward',
		'Called: Cllr Byrne, 1 of 5, not yet called',
	);
	await app.press('f', 'a', 'b');
	await expect(app).toShow(
		'1 for, 1 against, 1 abstained, 2 not yet called: Pole; Ward',
		'Called: Cllr Pole, 4 of 5',
	);
	expect(lineWith(app, 'Khan  ')).toMatch(/^Khan +against$/);
	await app.press('f', 'f');
	await expect(app).toShow('3 for, 1 against, 1 abstained, everybody was called');
	await app.press('enter');
	expect(typedIn(app)).toBe('r tb+ ak- kl= mp+ jw+');
	expect(statusLine(app)).toBe('5 votes given to the form: everybody voted.');
	expect(flat(app)).toContain('Carried');
});

test('all others for: whoever was there when it began and was not called, each by name', async () => {
	const store = newStore(sitting(['lane', 'pole', 'khan', 'byrne']));
	const app = await open({store}, '4', 'G', 'k', 'k', 'd');
	await into(app, 'vote', '');
	await app.press('ctrl+n', 'j', 'a');
	// Ward comes in, and Pole goes, while the roll is called.
	await chairDoes(store, {
		kind: 'attendance/set',
		meeting: 'M-3',
		person: 'ward',
		to: 'present',
	});
	await chairDoes(store, {kind: 'attendance/leave', meeting: 'M-3', person: 'pole'});
	await expect(app).toShow('0 for, 1 against, 2 not yet called: Byrne; Lane');
	await app.press('o');
	await expect(app).toShow('2 for, 1 against, everybody was called');
	expect(lineWith(app, 'Byrne  ')).toMatch(/^(▸ )?Byrne +for$/);
	expect(app.text()).not.toMatch(/(Pole|Ward) +(for|$)/m);
	await app.press('enter');
	expect(typedIn(app)).toBe('r tb+ ak- kl+');
});

test('whom an interest bars is not called', async () => {
	const declared = accepted(sitting(), {
		kind: 'declaration/add',
		meeting: 'M-3',
		person: 'khan',
		item: 'I-9',
		interest: 'dpi',
		withdrew: true,
	}).database;
	const {called} = rollToCall(declared, meetingOf(declared), 'I-9');
	expect(called.map(({name}) => name)).toEqual(['Byrne', 'Lane', 'Pole', 'Ward']);
});

test('Backspace takes the last call back, all others at once as one; Esc leaves the field as it was', async () => {
	const app = await voting();
	await app.type('3 2');
	await app.press('ctrl+n', 'f', 'o');
	await expect(app).toShow('5 for, 0 against, everybody was called');
	await app.press('backspace');
	await expect(app).toShow('1 for, 0 against, 4 not yet called', 'Called: Cllr Khan, 2 of 5');
	await app.press('backspace');
	await expect(app).toShow('0 for, 0 against, 5 not yet called', 'Called: Cllr Byrne, 1 of 5');
	await app.press('enter');
	expect(statusLine(app)).toContain('nobody was called yet');
	await app.press('f', 'escape');
	expect(typedIn(app)).toBe('3 2');
});

test('who did not vote is told, and is in no vote: absent is not abstained', async () => {
	const app = await voting();
	await app.press('ctrl+n', 'f', 'f', 'a', 'enter');
	expect(statusLine(app)).toBe('3 votes given to the form. Not in the vote: Pole; Ward.');
	expect(typedIn(app)).toBe('r tb+ ak+ kl-');
	// Called again, it goes on where it was.
	await app.press('ctrl+n');
	await expect(app).toShow('2 for, 1 against, 2 not yet called: Pole; Ward', 'Called: Cllr Pole');
});

test('somebody who was called may be called again, and the cursor goes on to who was not', async () => {
	const app = await voting();
	await app.press('ctrl+n', 'f', 'f', 'up', 'up', 'a');
	await expect(app).toShow('1 for, 1 against, 3 not yet called', 'Called: Cllr Lane, 3 of 5');
	await app.press('x');
	expect(statusLine(app)).toContain('x does nothing here: f for, a against, b abstained');
});

test('an amendment’s vote is called the same way', async () => {
	const app = await voting(sitting(), 'amendment1vote');
	await app.press('ctrl+n');
	await expect(app).toShow('Roll call on amendment 1, in alphabetical order');
	await app.press('a', 'a', 'o', 'enter');
	expect(typedIn(app, 'amendment1vote')).toBe('r tb- ak- kl+ mp+ jw+');
});

test('elsewhere in the form the key says where it works; before the roll, that nobody is there', async () => {
	const app = await voting();
	await app.press('tab', 'ctrl+n');
	expect(statusLine(app)).toBe('Ctrl+N: only where a vote is typed');
	const early = await voting(sitting([]));
	await early.press('ctrl+n');
	expect(statusLine(early)).toBe('Ctrl+N: nobody who may vote is present: the roll comes first');
});

test('a recorded vote of forty-eight takes at most sixty keys, though members share initials', async () => {
	const {database, ids} = fortyEight();
	const app = await voting(database);
	const keys = ['ctrl+n', ...ids.map((_, index) => 'ffafb'.charAt(index % 5)), 'enter'];
	expect(keys.length).toBeLessThanOrEqual(60);
	await app.press(...keys.slice(0, 20));
	// All of the roll is seen at 80×24, and who shares surname and initial by the whole name.
	expect(app.text().match(/ (?:for|against|abstained) /g)?.length).toBeGreaterThan(15);
	await expect(app).toShow('Cllr Jack Smi', 'Walder W', 'Aelton A', '29 not yet called');
	await app.press(...keys.slice(20));
	const read = readVote(database, meetingOf(database), typedIn(app) ?? '');
	if (!('vote' in read)) throw new Error(read.message);
	expect(new Set(read.vote?.ballots?.map(({person}) => person))).toEqual(new Set(ids));
	expect(read.vote?.ballots?.filter(({vote}) => vote === 'against')).toHaveLength(10);
	await app.press('ctrl+d');
	expect(app.session.getState().stack.at(-1)?.form?.error?.field).toBe('resolution');
});

test('a draft holds what was called so far', async () => {
	const app = await voting();
	await app.press('ctrl+n', 'f', 'a');
	expect(typedIn(app)).toBe('r tb+ ak-');
});

describe('whoever listens', () => {
	test('hears who is called, how each voted and how many are left', async () => {
		const ear = await listen({store: newStore(sitting())});
		await ear.press('4', 'G', 'k', 'k', 'd');
		for (let left = 20; left > 0; left--) {
			if (ear.heard().includes('Vote (')) break;
			await ear.press('tab');
		}
		await ear.press('ctrl+n');
		expect(ear.heard().replaceAll(/\s+/g, ' ')).toMatch(
			/Roll call on the motion: 5 in alphabetical order\. f for, a against, .*Cllr Byrne, 1 of 5, not yet called/,
		);
		await ear.press('f');
		expect(ear.heard().trim()).toBe(
			'Byrne for. 1 for, 0 against, 4 not yet called\nCllr Khan, 2 of 5, not yet called',
		);
		await ear.press('backspace');
		expect(ear.heard()).toContain('Taken back: Byrne for. 0 for, 0 against, 5 not yet called');
		await ear.press('a', 'o');
		expect(ear.heard().replaceAll(/\s+/g, ' ')).toContain(
			'Khan for; Lane for; Pole for; Ward for. 4 for, 1 against, everybody was called',
		);
		await ear.press('enter');
		expect(ear.heard()).toContain('5 votes given to the form: everybody voted.');
	});
});

test('a name is called by surname and initial, without titles and what comes after it', () => {
	expect(
		[
			'Cllr Kate Lane',
			'Jane O’Neil-Smith, Jr. (chair)',
			'Dr. Zoë Ångström OBE',
			'Cllr Lane',
			'Prince',
			'(vacant)',
			'Trustee for the building',
		].map(surnameFirst),
	).toEqual([
		'Lane K',
		'O’Neil-Smith J',
		'Ångström Z',
		'Lane',
		'Prince',
		'(vacant)',
		'Trustee for the building',
	]);
});

test('a board that holds seats is called in their order, who has none last', () => {
	const base = makeCouncil();
	const seats: Record<string, number> = {ward: 1, lane: 2, byrne: 3};
	const database = sitting(committee, {
		...base,
		boards: base.boards.map((board) => ({
			...board,
			members: board.members.map((one) => {
				const seat = seats[one.person];
				return seat === undefined ? one : {...one, seat};
			}),
		})),
	});
	const {called, seated} = rollToCall(database, meetingOf(database), 'I-9');
	expect(seated).toBe(true);
	expect(called.map(({name}) => name)).toEqual(['Ward', 'Lane', 'Byrne', 'Khan', 'Pole']);
});
