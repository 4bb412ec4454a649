// Several people in one room: sessions on one store, without a terminal; their lines are drawn when asked for.
import {setImmediate as turn} from 'node:timers/promises';
import {stripVTControlCharacters} from 'node:util';
import type {Database} from '../../source/domain/schema/index.ts';
import {memoryStore} from '../../source/store/memory.ts';
import type {Store, Who} from '../../source/store/store.ts';
import {loadActs} from '../../source/ui/acts.ts';
import {bodyOf} from '../../source/ui/components/body.ts';
import {footerLines} from '../../source/ui/components/footer.ts';
import {headerLines} from '../../source/ui/components/frame.ts';
import type {Key} from '../../source/ui/keys.ts';
import {Session, type SessionOptions} from '../../source/ui/session.ts';
import type {Shell} from '../../source/ui/shell.ts';
import {placeOf} from '../../source/ui/state.ts';
import {themeFor} from '../../source/ui/theme.ts';
import {makeDatabase} from '../helpers/database.ts';

// Sessions here take keys at once.
await loadActs();

const theme = themeFor({LANG: 'C.UTF-8'});

export type Person = ReturnType<Room['enter']>;

/** A store and the people on it, with a clock of their own. */
export class Room {
	readonly store: Store;
	now = '2026-11-22T10:00:00.000Z';

	constructor(database: Database = makeDatabase()) {
		const salt = () => '00112233445566778899aabbccddeeff';
		this.store = memoryStore(database, {now: () => this.now, salt});
	}

	/** Lets time pass, in seconds. */
	wait(seconds: number): void {
		this.now = new Date(Date.parse(this.now) + seconds * 1000).toISOString();
	}

	/** Somebody sits down; `name` is their session's too. */
	enter(
		name: string,
		{
			who,
			shell,
			...options
		}: Partial<SessionOptions> & {who?: Partial<Who>; shell?: Partial<Shell>} = {},
	) {
		const session = new Session(
			{
				store: this.store,
				// Not spread: whoever is asked for their groups may count it.
				who: Object.defineProperties(
					{
						actor: {user: name.toLowerCase(), host: 'council', name},
						session: name.toLowerCase(),
					},
					Object.getOwnPropertyDescriptors(who ?? {}),
				),
				now: () => this.now,
				edit: async (value) => ({value}),
				copy: async () => undefined,
				papers: async () => ({folder: 'the folder'}),
				quit: () => {},
				...shell,
			},
			{columns: 80, rows: 24, ...options},
		);
		const state = session.getState;
		const lines = () => {
			const {main, side = []} = bodyOf(state(), theme);
			return [...headerLines(state(), theme), ...main, ...side, ...footerLines(state(), theme)];
		};
		const settle = async () => {
			await session.idle();
			// What one shows reaches the others in a turn of its own.
			await turn();
		};
		return {
			session,
			state,
			/** Presses keys one after the other, until everybody knows of it. */
			async press(...keys: Key[]) {
				session.press(...keys);
				await settle();
			},
			async type(text: string) {
				session.press(...text.split(''));
				await settle();
			},
			text: () => lines().map(stripVTControlCharacters).join('\n'),
			/** The first line: what is open, whom one follows, who is here. */
			head: () => stripVTControlCharacters(headerLines(state(), theme)[0] ?? ''),
			said: () => state().message?.text ?? '',
			/** What is on show, as far as others can follow it. */
			place() {
				const {screen, id, selected, variant, scroll} = placeOf(state());
				return {screen, id, selected, variant, scroll: scroll || undefined};
			},
			/** The open form's field, or the one named, as far as it is filled in. */
			typed(field?: string): string | undefined {
				const {form} = placeOf(state());
				return form?.values[field ?? form.focus]?.value;
			},
			async leave() {
				session.close();
				await turn();
			},
		};
	}
}

export {turn};
