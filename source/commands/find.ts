import type {Board, Database} from '../domain/schema/index.ts';
import {nearest} from '../domain/words.ts';
import {Refusal} from './command.ts';

/**
 * The id of the record that was named, whatever its case; undefined when none was named. Throws Refusal
 * when there is none such, with the one that may have been meant.
 */
export function findId(
	records: readonly {id: string}[],
	typed: string | undefined,
	word: string,
): string | undefined {
	if (typed === undefined) return undefined;
	const ids = records.map(({id}) => id);
	const found = ids.find((id) => id.toLowerCase() === typed.toLowerCase());
	if (found !== undefined) return found;
	const [near] = nearest(typed, ids);
	throw new Refusal(`there is no ${word} ${typed}${near ? `; did you mean ${near}?` : ''}`);
}

/** The board that was typed, by its id or its name; throws Refusal. */
export function findBoard({boards}: Database, typed: string): Board {
	const found = boards.find(({id, name}) =>
		[id, name].some((word) => word.toLowerCase() === typed.toLowerCase()),
	);
	if (found) return found;
	const ids = boards.map(({id}) => id);
	const [near] = nearest(typed, ids);
	throw new Refusal(
		`there is no board ${typed}${near ? `; did you mean ${near}?` : `; there is ${ids.join(', ')}`}`,
	);
}
