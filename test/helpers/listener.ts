// A session that is listened to: keys in, what is written in linear mode out.
import {memoryStore} from '../../source/store/memory.ts';
import type {Store} from '../../source/store/store.ts';
import {loadActs} from '../../source/ui/acts.ts';
import type {Key} from '../../source/ui/keys.ts';
import {tell, tellStart} from '../../source/ui/linear/tell.ts';
import {silent, speak} from '../../source/ui/linear/voice.ts';
import {Session} from '../../source/ui/session.ts';
import type {Shell} from '../../source/ui/shell.ts';
import {spokenTheme} from '../../source/ui/theme.ts';
import {makeDatabase} from './database.ts';
import {now, secretary} from './screens.tsx';

await loadActs();

export type Listener = Awaited<ReturnType<typeof listen>>;

export async function listen({
	store = memoryStore(makeDatabase(), {
		now: () => now,
		salt: () => '00112233445566778899aabbccddeeff',
	}),
	shell = {},
	practice = false,
}: {store?: Store; shell?: Partial<Shell>; practice?: boolean} = {}) {
	let voice = silent;
	let written = '';
	const hear = (told: ReturnType<typeof tell>) => {
		const spoken = speak(voice, told, {theme: spokenTheme, columns: 80});
		voice = spoken.voice;
		written += spoken.output;
	};
	const session = new Session(
		{
			store,
			who: secretary,
			now: () => now,
			edit: async (value) => ({value}),
			copy: async () => undefined,
			papers: async () => ({folder: 'the folder'}),
			quit() {},
			heard: (before, event, after) => hear(tell(before, event, after)),
			...shell,
		},
		{practice, linear: true, columns: 80, rows: 24},
	);
	hear(tellStart(session.getState()));
	let seen = 0;
	return {
		session,
		store,
		written: () => written,
		/** What was written since it was asked for last. */
		heard(): string {
			const text = written.slice(seen);
			seen = written.length;
			return text.trim();
		},
		/** Presses keys one after the other; gives what each wrote. */
		async press(...keys: Key[]): Promise<string[]> {
			const said: string[] = [];
			for (const key of keys) {
				const from = written.length;
				session.press(key);
				await session.idle();
				said.push(written.slice(from));
			}
			return said;
		},
	};
}
