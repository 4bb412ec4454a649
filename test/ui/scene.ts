// What the screens' tests share: a session that is ready for keys, other people, slow stores.
import {readFileSync} from 'node:fs';
import {setTimeout as pause} from 'node:timers/promises';
import {expect} from 'vitest';
import type {Change} from '../../source/domain/changes/index.ts';
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';
import {importer} from '../../source/commands/importer.ts';
import {memoryStore} from '../../source/store/memory.ts';
import type {Store, Who} from '../../source/store/store.ts';
import {loadActs} from '../../source/ui/acts.ts';
import type {Key} from '../../source/ui/keys.ts';
import {Session} from '../../source/ui/session.ts';
import {act, makeDatabase} from '../helpers/database.ts';
import {type Press, pressOn} from '../helpers/press.ts';
import {now, type Options, secretary, start} from '../helpers/screens.tsx';

// Sessions here take keys at once.
await loadActs();

export type App = Awaited<ReturnType<typeof start>>;

/** How often one looks for what is to be seen, 5 ms apart: for a second, and longer where the machine is busy. */
const looks = 200;

/** A sample, from its file. */
export const sample = (name: string): Database =>
	databaseSchema.parse(
		JSON.parse(
			readFileSync(new URL(`../../data/${name}.json`, import.meta.url), 'utf8'),
		) as unknown,
	);

/** The sample that people see first. */
export const lincolnshire = (): Database => sample('lincolnshire-imt');

/** The application, after some keys. */
export async function open(options: Options = {}, ...keys: Press[]): Promise<App> {
	const app = await start(options);
	if (keys.length > 0) await app.press(...keys);
	return app;
}

/** Waits until something holds. */
export async function until(holds: () => boolean): Promise<void> {
	for (let left = looks; !holds(); left--) {
		if (left === 0) throw new Error('this never came to hold');
		await pause(5);
	}
}

declare module 'vitest' {
	interface Matchers {
		/** Waits until all of these texts are seen; says what was seen instead when they never are. */
		toShow(...texts: string[]): Promise<void>;
	}
}

expect.extend({
	async toShow(app: App, ...texts: string[]) {
		const missing = () => texts.find((text) => !app.text().includes(text));
		await until(() => missing() === undefined).catch(() => {});
		const text = missing();
		return {
			pass: text === undefined,
			message: () => `“${text ?? texts.join('”, “')}” is not seen in\n${app.text()}`,
		};
	},
});

/** The keys that type a text. */
export const keysOf = (text: string): Key[] => text.split('');

/** The first line that holds a text, without the space around it. */
export const lineWith = (app: App, text: string): string =>
	app
		.text()
		.split('\n')
		.find((line) => line.includes(text))
		?.trim() ?? `(no line with “${text}”)`;

/** The line that the cursor is on. */
export const selectedLine = (app: App): string => lineWith(app, '▸');

/** The field of the open form that the cursor is in. */
export const focusOf = (app: App): string | undefined =>
	app.session.getState().stack.at(-1)?.form?.focus;

/** Goes to a field of the open form by Tab and types into it. */
export async function into(app: App, field: string, text: string): Promise<void> {
	for (let left = 30; left > 0 && focusOf(app) !== field; left--) await app.press('tab');
	expect(focusOf(app)).toBe(field);
	await app.type(text);
}

/** What is seen of the agenda: the titles of its items, in order. */
export const agendaOf = (app: App): string[] =>
	app
		.text()
		.split('\n')
		.flatMap((line) => /^(?:▸| ) (?:NOW|  ✓|   ) (\d+) +(.+?)(?: {2,}|$)/.exec(line)?.[2] ?? []);

/** What is seen, as one line: for texts that may go over several. */
export const flat = (app: App): string => app.text().replaceAll(/\s+/g, ' ');

/** The line at the bottom that says what was saved, or why not. */
export const statusLine = (app: App): string => app.text().split('\n').at(-2)?.trim() ?? '';

/** Somebody else at another terminal. */
export const chair: Who = {
	actor: {user: 'reed', host: 'council', name: 'Chair'},
	session: 'chair',
};

/** Something that the chair does at their own terminal; it must succeed. */
export async function chairDoes(store: Store, ...changes: Change[]): Promise<void> {
	const outcome = await store.commit(act(...changes), chair);
	if (!outcome.ok) throw new Error(outcome.rejection.message);
}

/** The chair sets P1-02, which is in progress, to On hold. */
export const chairHolds = ({store}: Pick<App, 'store'>): Promise<void> =>
	chairDoes(store, {kind: 'project/status', id: 'P1-02', from: 'in-progress', to: 'on-hold'});

export const newStore = (database: Database = makeDatabase()): Store =>
	memoryStore(database, {now: () => now, salt: () => '00112233445566778899aabbccddeeff'});

/** A store that saves nothing until it is let go. */
export function slowStore(store: Store = newStore()): Store & {letGo(): void} {
	const {promise, resolve} = Promise.withResolvers<void>();
	return {
		...store,
		async commit(given, who) {
			await promise;
			return store.commit(given, who);
		},
		letGo: resolve,
	};
}

/** A store on a full disk. */
export const fullStore = (store: Store = newStore()): Store => ({
	...store,
	commit: async () => ({ok: false, rejection: {code: 'storage', message: 'the disk is full'}}),
});

/** A store that may be read only. */
export const readOnlyStore = (reason: string, store: Store = newStore()): Store => ({
	...store,
	readOnly: reason,
});

/** A session without a terminal, for what is to be seen in its state alone. */
export function sit({
	store = newStore(),
	columns = 80,
	rows = 24,
}: {store?: Store; columns?: number; rows?: number} = {}) {
	const did: string[] = [];
	const session = new Session(
		{
			store,
			who: secretary,
			now: () => now,
			async edit(value) {
				did.push('editor');
				return {value};
			},
			async copy() {
				did.push('copy');
				return undefined;
			},
			async papers() {
				did.push('papers');
				return {folder: 'the folder'};
			},
			importer,
			quit: () => void did.push('quit'),
		},
		{columns, rows},
	);
	return {
		session,
		did,
		press: (...keys: Press[]) => pressOn(session, keys),
	};
}
