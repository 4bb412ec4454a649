// A form goes from one person to another: asked for by name, offered without interrupting, in one hand at a time.
import {beforeEach, expect, test} from 'vitest';
import type {Who} from '../../source/store/store.ts';
import {schemaVersion} from '../../source/domain/schema/index.ts';
import {type Handover, isFor, type Mail, type Offer, readOffer} from '../../source/ui/handover.ts';
import {makeDatabase} from '../helpers/database.ts';
import {type Person, Room, turn} from './people.ts';

/** The folder between people, in memory. */
class Post {
	/** The version of the database's shape that givers write for. */
	schema: number | undefined = schemaVersion;
	readonly #offers = new Map<string, Offer>();
	readonly #taken = new Set<string>();
	readonly #people: {who: Who; person: Person}[] = [];
	/** Why nothing can be put there, when nothing can. */
	problem: string | undefined;
	/** What others do while something is being put there. */
	meanwhile = async () => {};

	join(room: Room, name: string, user = name.toLowerCase()): Person {
		const who: Who = {actor: {user, host: 'council', name}, session: name.toLowerCase()};
		const handover: Pick<Handover, 'give' | 'take' | 'withdraw' | 'forget'> = {
			give: async (form, to) => {
				if (this.problem) return {problem: this.problem};
				await this.meanwhile();
				const id = `id-${this.#offers.size + this.#taken.size + 1}`;
				const from = {session: who.session, actor: who.actor};
				const offer = {
					at: room.now,
					from,
					to,
					schema: this.schema,
					form: structuredClone(form),
				};
				this.#offers.set(id, readOffer(id, offer) as Offer);
				return {id};
			},
			take: async (id) => {
				if (this.problem) return {problem: this.problem};
				this.#taken.add(id);
				return this.#offers.delete(id);
			},
			withdraw: async (id) => (this.problem ? {problem: this.problem} : this.#offers.delete(id)),
			forget: (ids) => {
				for (const id of ids) this.#taken.delete(id);
			},
		};
		const person = room.enter(name, {who, shell: {handover}});
		this.#people.push({who, person});
		return person;
	}

	/** Everybody looks at what is there. */
	async look(): Promise<void> {
		for (const {who, person} of this.#people) {
			const mail: Mail = {
				offers: [...this.#offers.values()].filter((offer) => isFor(offer, who)),
				waiting: new Set(this.#offers.keys()),
				taken: new Set(this.#taken),
			};
			person.session.send({kind: 'mail', mail});
			await person.press();
		}
		await turn();
	}

	get waiting(): number {
		return this.#offers.size;
	}
}

let room = new Room();
let post = new Post();
beforeEach(() => {
	room = new Room(makeDatabase());
	post = new Post();
});

const title = 'Comment on P1-02 Laptop Refresh';

/** The secretary hands the chair a comment that is half written, the cursor within it. */
async function given() {
	const [clerk, chair] = [post.join(room, 'Secretary'), post.join(room, 'Chair')];
	await turn();
	await clerk.press('2', 'c');
	await clerk.type('Half of thm');
	await clerk.press('left', 'ctrl+y', 'enter');
	return {clerk, chair};
}

test('handed to the only other one there: three keys, and it opens with field and cursor', async () => {
	const {clerk, chair} = await given();
	expect(clerk.said()).toContain(
		'Offered to Chair (login chair). It stays with you until it is taken',
	);
	expect(clerk.place().screen).toBe('walk');
	await post.look();
	expect(chair.text()).toContain(`Secretary (login secretary) hands you: ${title}`);
	await chair.press('enter');
	expect(chair.said()).toBe('From Secretary (login secretary), as it was left. It is yours now.');
	await chair.press('e');
	expect(chair.typed()).toBe('Half of them');
	await chair.press('ctrl+d');
	expect(room.store.read().log.at(-1)?.actor.name).toBe('Chair');
});

test('from an older version it is handed over as text', async () => {
	post.schema = undefined;
	const {chair} = await given();
	await post.look();
	expect(chair.text()).toContain(
		'Secretary (login secretary) hands you what was typed in an older version',
	);
	expect(chair.text()).toContain('Half of thm');
	await chair.press('enter');
	await post.look();
	expect(chair.place().screen).not.toBe('form');
	expect(post.waiting).toBe(0);
});

test('once it is taken it is gone from the giver, who is told so', async () => {
	const {clerk, chair} = await given();
	await post.look();
	await chair.press('enter');
	await post.look();
	expect(clerk.said()).toBe(`Chair (login chair) has taken ${title}.`);
	expect(clerk.state().drafts).toEqual({});
	await clerk.press('c');
	expect(clerk.typed() ?? '').toBe('');
	expect(post.waiting).toBe(0);
});

test('until then it stays with the giver, who takes it back by opening it', async () => {
	const {clerk, chair} = await given();
	await post.look();
	await clerk.press('c');
	expect(clerk.typed()).toBe('Half of thm');
	expect(clerk.said()).toBe('It is no longer offered to Chair (login chair): it is yours again.');
	await chair.press('enter');
	await post.look();
	expect(post.waiting).toBe(0);
	expect(clerk.typed()).toBe('Half of thm');
});

test('what others do while it is handed over is in it when it is opened again', async () => {
	const [clerk, chair] = [post.join(room, 'Secretary'), post.join(room, 'Chair')];
	await turn();
	await clerk.press('2', 's', 'tab', 'tab');
	await clerk.type('Waiting');
	post.meanwhile = () => chair.press('2', 's', 'd', 'ctrl+d');
	await clerk.press('ctrl+y', 'enter', 's');
	expect(clerk.typed('note')).toBe('Waiting');
	expect(clerk.typed('status')).toBe('delivered');
	await clerk.press('ctrl+d');
	expect(clerk.said()).toMatch(/^Saved/);
});

test('taken in the very moment in which it is opened again: the giver has a copy, and knows it', async () => {
	const {clerk, chair} = await given();
	await post.look();
	await chair.press('enter');
	await clerk.press('c');
	expect(clerk.said()).toContain('Chair (login chair) has taken it: what you have here is a copy');
	expect(clerk.typed()).toBe('Half of thm');
	await post.look();
	expect(clerk.typed()).toBe('Half of thm');
});

test('is offered to nobody who only looks on, such as the screen on the wall', async () => {
	const clerk = post.join(room, 'Secretary');
	room.enter('Wall', {publicOnly: true, follow: true});
	await turn();
	await clerk.press('2', 'c');
	await clerk.type('Half of thm');
	await clerk.press('ctrl+y');
	expect(clerk.text()).toContain('whoever else is here only looks on');
	post.join(room, 'Chair');
	await turn();
	await clerk.press('ctrl+y');
	expect(clerk.text()).toContain(': hand Chair (login chair)');
	await clerk.press('escape', 'ctrl+y', 'ctrl+u');
	await clerk.type('hand wall');
	await clerk.press('enter');
	expect(clerk.text()).toContain('nobody here is called “wall”: here are Chair (login chair)');
});

test('without a connection nobody is told that it was taken, nor that it is theirs alone', async () => {
	const {clerk, chair} = await given();
	await post.look();
	post.problem = 'the connection was lost';
	await clerk.press('c');
	expect(clerk.said()).toBe(
		'It may still be offered to Chair (login chair): the connection was lost. Look before you save.',
	);
	expect(clerk.typed()).toBe('Half of thm');
	await chair.press('enter');
	expect(chair.said()).toBe(
		'Others may still be offered it: the connection was lost. Look before you save.',
	);
	expect(chair.typed()).toBe('Half of thm');
});

test('withdrawn in the very moment in which it is taken: both are told to look', async () => {
	const {clerk, chair} = await given();
	await post.look();
	await clerk.press('c');
	await chair.press('enter');
	expect(chair.said()).toContain('taken back or taken elsewhere meanwhile');
	expect(chair.typed()).toBe('Half of thm');
});

test.each([
	['a form', ['3', 'c', 'x'], ['escape']],
	['the quick line', [':', 'c'], ['escape']],
	['a filter', ['3', '/', 'p'], ['escape']],
])(
	'it never comes over %s, nor under a key that is pressed afterwards: a line says so, and Ctrl+Y asks',
	async (_, keys, end) => {
		const {chair} = await given();
		await chair.press(...keys);
		await post.look();
		expect(chair.text()).not.toContain('Secretary (login secretary) hands you: ');
		expect(chair.said()).toBe(`Ctrl+Y later: Secretary (login secretary) hands you ${title}`);
		await chair.type('yn');
		expect(chair.text()).toMatch(/yn/);
		await chair.press(...end, 'down', 'enter');
		expect(chair.text()).not.toContain(`Secretary (login secretary) hands you: ${title}`);
		expect(post.waiting).toBe(1);
		await chair.press('ctrl+y');
		expect(chair.text()).toContain(`Secretary (login secretary) hands you: ${title}`);
	},
);

test('of whoever has pressed a key nothing is asked: the status line tells of it until Ctrl+Y does', async () => {
	const {chair} = await given();
	await chair.press('2');
	await post.look();
	const told = `Ctrl+Y: Secretary (login secretary) hands you ${title}`;
	expect(chair.said()).toBe(told);
	await chair.press('enter');
	expect(chair.place().screen).toBe('project');
	expect(post.waiting).toBe(1);
	// What else is told takes its place only for as long.
	await chair.press('h');
	expect(chair.text()).not.toContain(told);
	await chair.press('escape', 'down');
	expect(chair.text()).toContain(told);
	await chair.press('ctrl+y', 'enter');
	expect(chair.typed()).toBe('Half of thm');
	expect(chair.text()).not.toContain('hands you');
});

test('with Esc it stays on offer, asked about no more until Ctrl+Y', async () => {
	const {chair} = await given();
	await post.look();
	await chair.press('escape', '2', '3');
	await post.look();
	expect(chair.text()).not.toContain('hands you');
	await chair.press('ctrl+y');
	expect(chair.text()).toContain(`Secretary (login secretary) hands you: ${title}`);
	await chair.press('enter');
	expect(chair.typed()).toBe('Half of thm');
});

test('whoever has begun the same form keeps what they wrote', async () => {
	const {chair} = await given();
	await chair.press('2', 'c', 'M', 'y', 'escape');
	await post.look();
	await chair.press('ctrl+y', 'enter');
	expect(chair.text().replaceAll(/\s+/g, ' ')).toContain(
		`Not opened: you have begun ${title} yourself`,
	);
	await chair.press('c');
	expect(chair.typed()).toBe('My');
	await chair.press('ctrl+r', 'escape', 'ctrl+y', 'enter');
	expect(chair.typed()).toBe('Half of thm');
});

test('of several people the name is asked for, and a part of it is enough', async () => {
	const clerk = post.join(room, 'Secretary');
	post.join(room, 'Chair');
	const vice = post.join(room, 'Vice-chair');
	post.join(room, 'Member');
	await turn();
	await clerk.press('2', 'c', 'A', 'ctrl+y');
	expect(clerk.text().replaceAll(/\s+/g, ' ')).toContain(
		'To whom? Here are Chair (login chair), Member (login member), Vice-chair (login vice-chair).',
	);
	await clerk.press('enter');
	expect(clerk.text().replaceAll(/\s+/g, ' ')).toContain(
		'say to whom: here are Chair (login chair), Member (login member), Vice-chair (login vice-chair)',
	);
	await clerk.type('zz');
	await clerk.press('enter');
	expect(clerk.text()).toContain('nobody here is called “zz”');
	await clerk.press('backspace', 'backspace');
	await clerk.type('e');
	await clerk.press('enter');
	expect(clerk.text().replaceAll(/\s+/g, ' ')).toContain(
		'“e” may be Member (login member), Vice-chair (login vice-chair): type more of it',
	);
	await clerk.press('backspace');
	await clerk.type('vice');
	await clerk.press('enter');
	expect(clerk.said()).toContain('Offered to Vice-chair');
	await post.look();
	expect(vice.text()).toContain(`Secretary (login secretary) hands you: ${title}`);
});

test('a name that is a part of another one’s means its own', async () => {
	const clerk = post.join(room, 'Secretary');
	const chair = post.join(room, 'Chair');
	const vice = post.join(room, 'Vice-chair');
	await turn();
	await clerk.press('2', 'c', 'A', 'ctrl+y');
	await clerk.type('chair');
	await clerk.press('enter');
	await post.look();
	expect(chair.text()).toContain('hands you');
	expect(vice.text()).not.toContain('hands you');
});

test('whose line dropped finds it in their next session', async () => {
	const {chair} = await given();
	await chair.leave();
	const again = post.join(room, 'Chair');
	const other = post.join(room, 'Other');
	await post.look();
	expect(again.text()).toContain(`Secretary (login secretary) hands you: ${title}`);
	expect(other.text()).not.toContain('hands you');
});

test.each([
	['nobody else is here', ['2', 'c', 'A'], false],
	['nothing is typed yet', ['2', 'c'], true],
])('Ctrl+Y says why it cannot be handed over: %s', async (why, keys, isOther) => {
	const clerk = post.join(room, 'Secretary');
	if (isOther) post.join(room, 'Chair');
	await turn();
	await clerk.press(...keys, 'ctrl+y');
	expect(clerk.said()).toBe(`Ctrl+Y: ${why}`);
});

test('outside a form there is nothing to hand over, and nothing to open', async () => {
	const clerk = post.join(room, 'Secretary');
	post.join(room, 'Chair');
	await turn();
	await clerk.press('ctrl+y');
	expect(clerk.said()).toBe('Ctrl+Y: nothing waits for you');
	await clerk.press(':');
	await clerk.type('hand chair');
	await clerk.press('enter');
	expect(clerk.text()).toContain('there is nothing to hand over');
});

test('where there is no way to the others it is said', async () => {
	const clerk = room.enter('Secretary');
	room.enter('Chair');
	await turn();
	await clerk.press('2', 'c', 'A', 'ctrl+y');
	expect(clerk.said()).toBe('Ctrl+Y: forms are handed over on a shared database only');
});

test('what cannot be put on its way stays open, with the reason', async () => {
	post.problem = 'the disk is full; make room on it and try again';
	const {clerk} = await given();
	expect(clerk.text().replaceAll(/\s+/g, ' ')).toContain('Not handed over: the disk is full');
	expect(clerk.typed()).toBe('Half of thm');
	expect(clerk.state().drafts).toEqual({});
});

test('an observer is offered nothing', async () => {
	room = new Room({
		...makeDatabase(),
		rules: {profile: 'plain', roles: {secretary: 'secretary', chair: 'observer'}},
	});
	const {chair} = await given();
	await post.look();
	expect(chair.text()).not.toContain('hands you');
});

test.each([
	['nothing', undefined],
	['a list', []],
	['no giver', {at: '2026-11-22T10:00:00.000Z', to: {session: 'a', user: 'b'}, form: {}}],
	[
		'a form of no kind',
		{
			at: '2026-11-22T10:00:00.000Z',
			from: {session: 'a', actor: {user: 'b'}},
			to: {session: 'a', user: 'b'},
			form: {kind: '__proto__'},
		},
	],
])('what is not an offer is none: %s', (_, data) => {
	expect(readOffer('id', data)).toBeUndefined();
});
