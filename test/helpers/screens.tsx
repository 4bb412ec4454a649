import {stripVTControlCharacters} from 'node:util';
import type {Database} from '../../source/domain/schema/index.ts';
import {memoryStore} from '../../source/store/memory.ts';
import type {Store, Who} from '../../source/store/store.ts';
import {loadActs} from '../../source/ui/acts.ts';
import {type Press, pressOn} from './press.ts';
import {Session} from '../../source/ui/session.ts';
import {Keyboard} from '../../source/ui/terminal/keyboard.ts';
import type {Shell} from '../../source/ui/shell.ts';
import {type Theme, themeFor} from '../../source/ui/theme.ts';
import {lacksTree, loadTrees} from '../../source/ui/trees.ts';
import {makeDatabase} from './database.ts';
import {linesOf, trees} from './window.tsx';

// Sessions here take keys at once.
await loadActs();

export type Options = {
	database?: Database;
	store?: Store;
	who?: Who;
	columns?: number;
	rows?: number;
	practice?: boolean;
	publicOnly?: boolean;
	first?: boolean;
	theme?: Theme;
	shell?: Partial<Shell>;
};

/** The instant of everything that a test does, unless it sets its own clock. */
export const now = '2026-11-22T10:00:00.000Z';

export const secretary: Who = {
	actor: {user: 'clerk', host: 'council', name: 'Secretary'},
	session: 'secretary',
};

/**
 * The application on a store in memory, in a window of a given size: keys in, text out. What a terminal makes of it is
 * in terminal/stage.test.ts.
 */
export async function start(options: Options = {}) {
	const {columns = 80, rows = 24, who = secretary, practice = false, publicOnly, first} = options;
	const salt = '00112233445566778899aabbccddeeff';
	const store =
		options.store ??
		memoryStore(options.database ?? makeDatabase(), {now: () => now, salt: () => salt});
	let left = false;
	const session = new Session(
		{
			store,
			who,
			now: () => now,
			edit: async (value) => ({value}),
			copy: async () => undefined,
			papers: async () => ({folder: 'the folder'}),
			quit: () => (left = true),
			...options.shell,
		},
		{practice, publicOnly, ...(first === undefined ? {} : {first}), columns, rows},
	);
	const theme = options.theme ?? themeFor({LANG: 'C.UTF-8', TERM: 'xterm-256color'});
	const frame = () => linesOf(session.getState(), theme).join('\n');
	session.subscribe(() => {
		if (lacksTree(session.getState())) void loadTrees(trees);
	});
	const keyboard = new Keyboard(session);
	await session.idle();
	return {
		session,
		store,
		/** Presses keys, or what a key does by its name, one after the other; waits until everything is saved. */
		press: (...keys: Press[]) => pressOn(session, keys),
		/** Types a text, a key for every visible character. */
		async type(text: string) {
			session.press(...Array.from(new Intl.Segmenter().segment(text), ({segment}) => segment));
			await session.idle();
		},
		/** Bytes as a terminal sends them, all at once. */
		async send(bytes: string) {
			keyboard.push(Buffer.from(bytes));
			await session.idle();
		},
		resize: (width: number, height: number) =>
			session.send({kind: 'size', columns: width, rows: height}),
		/** What is seen, without tones. */
		text: () =>
			stripVTControlCharacters(frame())
				.split('\n')
				.map((line) => line.trimEnd())
				.join('\n'),
		/** What is written, with every byte. */
		frame,
		database: () => store.read(),
		hasLeft: () => left,
	};
}
