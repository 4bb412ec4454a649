import type {Key} from '../keys.ts';
import {walk} from '../text/graphemes.ts';
import {isTyped} from '../text/keys.ts';
import type {Pointer} from './pointer.ts';
import type {Token} from './tokens.ts';

/** What a read of the keyboard comes to, in order. */
type Input =
	| {kind: 'keys'; keys: Key[]}
	| {kind: 'paste'; text: string}
	/** Much text with line breaks at once, without the marks of a paste. */
	| {kind: 'burst'; text: string}
	| ({kind: 'pointer'} & Pointer);

/**
 * From so many characters in one read, in more than one line, they are text that somebody pasted into a
 * terminal without marks, not keys. Nobody has typed that much between two reads: a line that stands still
 * for two seconds lets some fifteen keys pile up, and a key that is held counts once. Fewer go on being keys:
 * `jjj`, `x` and Enter, or `sd`, Enter, `nsd`, Enter, which a slow line sends in one piece. So does one line
 * with Enter at its end, however long: a command in the quick line after a line has stood still looks like
 * that, and so does whatever a script types. What is taken for text by mistake is not lost where text is
 * typed, and elsewhere does nothing.
 */
export const burstFrom = 20;

const breaks: ReadonlySet<Key> = new Set(['enter', 'ctrl+j']);

const textOf = (key: Key): string | undefined =>
	breaks.has(key) ? '\n' : key === 'tab' ? '\t' : isTyped(key) ? key : undefined;

/**
 * Gathers the tokens of one read.
 * @param goesOn whether a burst ended the read just before, so that more of it may come
 */
export function gather(
	tokens: readonly Token[],
	goesOn: boolean,
): {inputs: Input[]; goesOn: boolean} {
	const inputs: Input[] = [];
	let run: Key[] = [];
	let isBurst = goesOn;
	const end = () => {
		if (run.length === 0) return;
		isBurst ||= isMuch(run);
		if (isBurst) inputs.push({kind: 'burst', text: run.map((key) => textOf(key)).join('')});
		else inputs.push({kind: 'keys', keys: joined(run)});
		run = [];
	};
	for (const token of tokens) {
		// The terminal says it in between whatever is typed.
		if ('answer' in token || 'ground' in token) continue;
		if ('key' in token && textOf(token.key) !== undefined) {
			run.push(token.key);
			continue;
		}
		end();
		isBurst = false;
		if ('paste' in token) inputs.push({kind: 'paste', text: token.paste});
		else if ('pointer' in token) inputs.push({kind: 'pointer', ...token});
		else inputs.push({kind: 'keys', keys: [token.key]});
	}
	end();
	return {inputs, goesOn: isBurst};
}

function isMuch(keys: readonly Key[]): boolean {
	const typed = keys.filter((key, index) => isTyped(key) && key !== keys[index - 1]);
	const end = keys.findLastIndex((key) => isTyped(key));
	return typed.length >= burstFrom && keys.slice(0, end).some((key) => breaks.has(key));
}

/** Code points that are one character to a person become one key: a letter with its accent, a flag. */
function joined(keys: readonly Key[]): Key[] {
	const found: Key[] = [];
	let text = '';
	const end = () => {
		walk(text, 0, text.length, (from, to) => {
			found.push(text.slice(from, to));
			return true;
		});
		text = '';
	};
	for (const key of keys) {
		if (isTyped(key)) {
			text += key;
		} else {
			end();
			found.push(key);
		}
	}
	end();
	return found;
}
