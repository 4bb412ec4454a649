// Every key is renamed at random, and the scripted meeting is held by names: nothing hangs on how a key is spelt, and no
// sentence speaks of a key that is no more. Here, and not among the screens' tests, because the whole program is loaded
// with another table of keys.
import {expect, test, vi} from 'vitest';
import {findBinding, scopesOf} from '../../source/ui/keymap.ts';
import {keyFor, type KeyName, keysByName, keysOf} from '../../source/ui/keys-by-name.ts';
import {spellsKey} from '../helpers/spelt.ts';
import {hold} from '../meeting/hold.ts';
import {type App, open} from '../ui/scene.ts';

/**
 * What each key was called before, and the letters of alphabets that no text here is written in. The seed is another
 * one for every run; a failure names it, and it can be put here.
 */
const {seed, before, letters} = vi.hoisted(() => {
	const range = (from: number, to: number) =>
		Array.from({length: to - from + 1}, (_, index) => String.fromCodePoint(from + index));
	return {
		seed: Math.floor(Math.random() * 2 ** 31),
		before: new Map<string, readonly string[]>(),
		letters: [
			...range(0x04_10, 0x04_4f),
			...range(0x05_31, 0x05_56),
			...range(0x05_61, 0x05_86),
			...range(0x10_d0, 0x10_f0),
			...range(0x13_a0, 0x13_f4),
		],
	};
});

vi.mock('../../source/ui/keys-by-name.ts', async (original) => {
	const real = await original<typeof import('../../source/ui/keys-by-name.ts')>();
	let state = seed;
	const random = () => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
		return state / 0x80_00_00_00;
	};
	const left = letters.toSorted(() => random() - 0.5);
	const renamed = Object.fromEntries(
		Object.entries(real.keysByName).map(([name, keys]) => {
			before.set(name, keys);
			const letter = left.pop();
			if (letter === undefined) throw new Error('there are more names than letters');
			// Where letters are text a key is not a letter.
			return [name, [/^(?:form|filter|quick)\./.test(name) ? `ctrl+${letter}` : letter]];
		}),
	);
	const of = (name: KeyName) => renamed[name] as unknown as readonly [string];
	return {
		...real,
		keysByName: renamed,
		keysOf: of,
		keyFor: (name: KeyName) => real.sayKey(of(name)[0]),
	};
});

/** Every line that was seen. */
const seen = new Set<string>();

const look = (app: App) => {
	for (const line of app.text().split('\n')) seen.add(line.trim());
};

/** The same application, of which everything is looked at after each step, and the help of the place before it. */
const watched = (app: App): App => ({
	...app,
	async press(...keys) {
		const scopes = scopesOf(app.session.getState());
		const help = (['help.open', 'form.help', 'filter.help'] as const).find(
			(name) => findBinding(scopes, keysOf(name)[0])?.id === name,
		);
		if (help) {
			await app.press(help);
			look(app);
			await app.press('help.close');
		}
		await app.press(...keys);
		look(app);
	},
});

test(`every key renamed (seed ${seed}): a meeting is held by names, and no sentence has a stale key`, async () => {
	expect(Object.keys(keysByName)).toHaveLength(before.size);
	const database = await hold('2026-10-14', async (store, now) =>
		watched(await open({store, columns: 100, rows: 60, shell: {now}})),
	);
	expect(database.meetings.map(({minutes}) => minutes?.status)).toEqual(['signed', 'draft']);
	const lines = [...seen];
	// So that this does not pass because nothing was seen.
	expect(lines.length).toBeGreaterThan(400);
	expect(lines).toContainEqual(expect.stringContaining(`${keyFor('go.walk')}Walk`));
	expect(lines).toContainEqual(expect.stringContaining(`${keyFor('meeting.take-up')}  `));
	expect(lines.filter((line) => spellsKey(line))).toEqual([]);
	// Help and what is still to be done begin with keys, in a column of their own; digits number the agenda.
	const old = new Set([...before.values()].flat());
	const stale = lines.filter((line) => {
		const [first = ''] = line.split(/ {2,}/);
		return /^\p{L}$/u.test(first) && old.has(first);
	});
	expect(stale).toEqual([]);
});
