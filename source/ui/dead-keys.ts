import {type Scope, wordsOf} from './bindings/binding.ts';
import {bindings, scopesOf} from './keymap.ts';
import {keyFor, keysOf, sayKey} from './keys-by-name.ts';
import type {Key} from './keys.ts';
import {scopeWords} from './scope-words.ts';
import type {State} from './state.ts';

/** The most places that are named; whoever wants all of them reads the help. */
const most = 3;

/** Where a key would do something, under the law that applies: `on the roll`. */
function placesOf(state: State, key: Key): string[] {
	const here = new Set<Scope>(scopesOf(state));
	const found = bindings.flatMap((binding) => {
		const {where} = scopeWords[binding.scope];
		const isElsewhere = where !== undefined && !here.has(binding.scope);
		return isElsewhere && keysOf(binding.id).includes(key) && wordsOf(binding, state)
			? [where]
			: [];
	});
	return [...new Set(found)].slice(0, most);
}

const andList = (words: readonly string[]): string =>
	words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

/**
 * What a key that does nothing here is answered with: where it does something, or what can be pressed. Undefined where
 * nothing is said: on a blanked screen, and where letters are text.
 */
export function whyNothing(state: State, key: Key): string | undefined {
	const said = sayKey(key);
	switch (state.overlay?.kind) {
		case 'blank':
		case 'quick':
			return undefined;
		case 'confirm':
			return `${said} does nothing here: ${keyFor('confirm.yes')} does it, ${keyFor('confirm.no')} leaves it as it is`;
		case 'roll-call':
			return `${said} does nothing here: ${keyFor('roll-call.for')} for, ${keyFor('roll-call.against')} against, ${keyFor('roll-call.abstained')} abstained`;
		case 'help':
			return `${said} does nothing here: ${keyFor('help.close')} closes help`;
		case undefined: {
			if (scopesOf(state).some((scope) => scope === 'form' || scope === 'filter')) return undefined;
			const places = placesOf(state, key);
			return places.length > 0
				? `${said} works ${andList(places)}`
				: `${said} does nothing; ${keyFor('help.open')} shows the keys that work here`;
		}
	}
}
