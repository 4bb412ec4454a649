import {helpContent} from '../components/overlays.ts';
import {mayUse, wordsOf} from '../bindings/binding.ts';
import {bindingsIn, placeScopes} from '../keymap.ts';
import {keyFor} from '../keys-by-name.ts';
import {offers, sayOffer, sayUnder} from '../quick.ts';
import {type Overlay, type State} from '../state.ts';
import {spokenTheme} from '../theme.ts';
import {tellInRollCall, tellRollCall} from './roll-call.ts';
import {tellLines, type Spoken} from './told.ts';
import {beforeCaret, tellTyping} from './typing.ts';

type Confirm = Extract<Overlay, {kind: 'confirm'}>;
type Quick = Extract<Overlay, {kind: 'quick'}>;

/** `n next item, d decide, …`: the keys that matter here. */
function sayHints(state: State): string {
	return bindingsIn(placeScopes(state))
		.filter((binding) => wordsOf(binding, state)?.hint && mayUse(binding, state) === true)
		.map((binding) => `${keyFor(binding.id)} ${wordsOf(binding, state)?.hint}`)
		.join(', ');
}

const helpLines = (state: State): string[] =>
	helpContent(state, spokenTheme, state.columns).filter((text) => text !== '');

const sayAnswers = ({full, yes}: Confirm): string =>
	`${keyFor('confirm.yes')}: ${yes}. ${keyFor('confirm.no')}: ${full ? 'go back' : 'no, leave it as it is'}.`;

/** What is asked, in full: what is read back is read to its end. */
const tellConfirm = (overlay: Confirm): Spoken[] =>
	tellLines(overlay.title, ...overlay.lines.map((text) => text.trim()), sayAnswers(overlay));

function saySuggestion(state: State, {text, selected}: Quick): string | undefined {
	const below = {...state, overlay: undefined};
	const found = offers(below, text.value);
	const offer = found[selected];
	if (!offer) return undefined;
	const {says, where} = sayOffer(below, offer);
	return `${[says, where].filter(Boolean).join(', ')}, ${selected + 1} of ${found.length}`;
}

const quickPrompt = ({text}: Quick): Spoken[] => [
	{kind: 'prompt', text: `Quick line: ${beforeCaret(text)}`},
];

/** The line of an overlay that is typed in, again; none where nothing is typed. */
export const promptOfOverlay = (overlay: Overlay): Spoken[] =>
	overlay.kind === 'quick' ? quickPrompt(overlay) : [];

/** An overlay that came up, or is asked for again. */
export function tellOverlay(state: State, overlay: Overlay): Spoken[] {
	switch (overlay.kind) {
		case 'blank':
			return tellLines(`Blanked. Press ${keyFor('global.blank')} to go on.`);
		case 'confirm':
			return tellConfirm(overlay);
		case 'help':
			return tellLines(
				overlay.page === 'how' ? 'How do I …' : `Keys here: ${sayHints(state)}`,
				`${keyFor('help.down')} reads all ${helpLines(state).length} lines of ${overlay.page === 'how' ? 'it' : 'help'}, ${keyFor('help.page-down')} ten of them, ${keyFor('help.page')} turns to ${overlay.page === 'how' ? 'the keys' : '“how do I …”'}, ${keyFor('help.close')} closes it`,
			);
		case 'roll-call':
			return tellRollCall(state, overlay);
		case 'quick':
			return [...tellLines(overlay.error), ...quickPrompt(overlay)];
	}
}

/** All of it, as somebody asks for it again. */
export const tellAllOfOverlay = (state: State, overlay: Overlay): Spoken[] =>
	overlay.kind === 'quick'
		? [
				...tellLines(sayUnder(state, overlay.text.value), saySuggestion(state, overlay)),
				...tellOverlay(state, overlay),
			]
		: tellOverlay(state, overlay);

/** The lines that were passed by, going on; the one that was reached, going back. */
export function passed(lines: readonly string[], from: number, to: number): string[] {
	const last = Math.max(0, lines.length - 1);
	const reached = Math.min(to, last);
	if (from >= last && to >= last && to >= from) return ['the end'];
	return to > from ? lines.slice(from + 1, reached + 1) : lines.slice(reached, reached + 1);
}

/** What changed in an overlay that stays. */
export function tellInOverlay(before: State, from: Overlay, after: State, to: Overlay): Spoken[] {
	if (from.kind === 'help' && to.kind === 'help') {
		if (from.page !== to.page) return tellOverlay(after, to);
		if (from.scroll === to.scroll) return [];
		return tellLines(...passed(helpLines(after), from.scroll - 1, to.scroll - 1));
	}
	if (from.kind === 'confirm' && to.kind === 'confirm') {
		if (from.title !== to.title || from.lines !== to.lines) return tellConfirm(to);
		if (from.scroll === to.scroll) return [];
		return tellLines(...passed(to.lines, (from.scroll ?? 0) - 1, (to.scroll ?? 0) - 1));
	}
	if (from.kind === 'quick' && to.kind === 'quick') {
		return [
			...tellTyping(from.text, to.text),
			...tellLines(
				to.error !== from.error ? to.error : undefined,
				from.selected !== to.selected && from.text === to.text
					? saySuggestion(after, to)
					: undefined,
			),
		];
	}
	if (from.kind === 'roll-call' && to.kind === 'roll-call') return tellInRollCall(after, from, to);
	return before === after ? [] : tellOverlay(after, to);
}
