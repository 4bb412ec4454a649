import {type Binding, mayUse, wordsOf} from '../bindings/binding.ts';
import {bindingsIn, scopesOf} from '../keymap.ts';
import {keyFor, type KeyName} from '../keys-by-name.ts';
import {scopeWords} from '../scope-words.ts';
import {type Message, placeOf, type State} from '../state.ts';
import {widthOf} from '../text/graphemes.ts';
import {waitingLine} from '../waiting.ts';
import type {Theme, Tone} from '../theme.ts';
import {drawable, line, type LinePart, rule, wrapped} from './line.ts';

const messageTone: Record<Message['tone'], Tone> = {
	saved: 'good',
	refused: 'bad',
	news: 'accent',
	info: 'plain',
};

/** The lines that a refusal or an explanation may take; what was saved or what others did is told in one. */
const mostLines = 3;

/**
 * The last thing saved, or why not; what cannot be read any more comes first. A refusal that does not
 * fit takes several lines: its end says what can be done.
 */
export function statusLines(state: State, theme: Theme): string[] {
	const {columns, problem, saving, message} = state;
	if (problem) return told(theme, columns, 'bad', `Not up to date: ${problem}`);
	if (saving) return [line(theme, columns, ['dim', ' Saving …'])];
	if (message?.tone === 'refused') return told(theme, columns, 'bad', message.text);
	if (message?.tone === 'info') return told(theme, columns, 'plain', message.text);
	if (message) return [actLine(state, theme, message)];
	const waits = waitingLine(state);
	return [waits === undefined ? rule(theme, columns) : line(theme, columns, ['warn', ` ${waits}`])];
}

/** What was saved, or what others did, in one line; where it is cut, the screen that has all of it. */
function actLine(state: State, theme: Theme, {tone, text}: Message): string {
	const {columns} = state;
	const isInLog = /^(Saved )?r\d+\b/.test(text);
	const isCut = widthOf(drawable(theme, text)) + 1 > columns;
	const reads =
		isCut && isInLog && !isTyping(state) ? ` ${keyFor('go.log')} ${scopeWords.log.heading} ` : '';
	return line(
		theme,
		columns,
		[messageTone[tone], ` ${text}`, Math.min(columns, columns - widthOf(reads))],
		['key', reads],
	);
}

/** Whether letters are text: then no screen's keys can be named. */
const isTyping = (state: State): boolean =>
	scopesOf(state).some((scope) => ['form', 'filter', 'quick'].includes(scope));

const told = (theme: Theme, columns: number, tone: Tone, text: string): string[] =>
	wrapped(theme, columns, text, mostLines).map((piece) =>
		line(theme, columns, [tone, ` ${piece}`]),
	);

/** What leads back out of a screen, a form or whatever lies over it. */
const waysOut: ReadonlySet<KeyName> = new Set([
	'place.back',
	'form.leave',
	'filter.clear',
	'quick.leave',
	'help.close',
	'confirm.no',
	'roll-call.leave',
	'paper.leave',
]);

/** What is likely done next, then what the screen is for, then what is recorded anywhere and how one moves about. */
function likelyFirst(state: State, hinted: readonly Binding[]): Binding[] {
	const {screen} = placeOf(state);
	const rank = ({scope, soon}: Binding): number =>
		soon?.(state) ? 0 : scope === screen || scope === 'item' ? 1 : scope === 'global' ? 3 : 2;
	return hinted.toSorted((a, b) => rank(a) - rank(b));
}

type Hint = {name: KeyName; key: string; text: string};

const widthOfHint = ({key, text}: Hint): number => widthOf(key + text) + 3;

/** The keys that matter here, as many as there is room for. */
function hintsOf(state: State): Hint[] {
	const hinted = bindingsIn(scopesOf(state))
		.filter(({id}) => state.follows !== 'locked' || state.overlay || id === 'global.blank')
		.filter((binding) => wordsOf(binding, state)?.hint && mayUse(binding, state) === true);
	const hint = (binding: Binding): Hint => ({
		name: binding.id,
		key: keyFor(binding.id),
		text: wordsOf(binding, state)?.hint ?? '',
	});
	// The way out and help have their place at the end whatever else there is room for.
	const isTail = ({id, hint: word}: Binding) => waysOut.has(id) || word === 'help';
	const tail = hinted
		.filter(isTail)
		.toSorted((one, other) => Number(one.hint === 'help') - Number(other.hint === 'help'))
		.map(hint);
	let room = state.columns - tail.reduce((sum, one) => sum + widthOfHint(one), 0);
	const shown = likelyFirst(
		state,
		hinted.filter((binding) => !isTail(binding)),
	)
		.map(hint)
		.filter((one) => {
			const fits = widthOfHint(one) <= room;
			if (fits) room -= widthOfHint(one);
			return fits;
		});
	return [...shown, ...tail];
}

function hintLine(state: State, theme: Theme): string {
	const parts = hintsOf(state).flatMap(({key, text}): LinePart[] => [
		['key', ` ${key}`],
		['dim', ` ${text} `],
	]);
	return line(theme, state.columns, ...parts);
}

/** The name of the key that is hinted at over a column of the bottom line. */
export function hintAt(state: State, column: number): KeyName | undefined {
	let left = 0;
	return hintsOf(state).find((hint) => {
		const isHere = column >= left && column < left + widthOfHint(hint);
		left += widthOfHint(hint);
		return isHere;
	})?.name;
}

export const footerLines = (state: State, theme: Theme): string[] =>
	state.overlay?.kind === 'blank'
		? ['', '']
		: [statusLines(state, theme).at(-1) ?? '', hintLine(state, theme)];
