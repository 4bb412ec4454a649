// How tests press keys: the key itself, or what it does by its name.
import {findBinding, scopesOf} from '../../source/ui/keymap.ts';
import {type KeyName, keysByName, keysOf} from '../../source/ui/keys-by-name.ts';
import type {Key} from '../../source/ui/keys.ts';
import type {Session} from '../../source/ui/session.ts';

/** A key (`t`, `ctrl+d`), or the name of what one does (`roll.take`): that is pressed where it can be pressed only. */
export type Press = Key;

const isName = (press: Press): press is KeyName => Object.hasOwn(keysByName, press);

/** The key of a press, for what takes keys alone, as a real terminal does. */
export const keyOf = (press: Press): Key => (isName(press) ? keysOf(press)[0] : press);

/** Presses one after the other, and waits until everything is saved. */
export async function pressOn(session: Session, presses: readonly Press[]): Promise<void> {
	for (const press of presses) {
		if (!isName(press)) {
			session.press(press);
			continue;
		}
		await session.idle();
		const key = keyOf(press);
		const found = findBinding(scopesOf(session.getState()), key)?.id;
		if (found !== press) throw new Error(`${press} is not to be had here: its key does ${found}`);
		session.press(key);
	}
	await session.idle();
}
