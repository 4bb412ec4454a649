import {bindingsIn, placeScopes, sayKey} from '../keymap.ts';
import {shorthand, suggestions} from '../quick.ts';
import type {Overlay, State} from '../state.ts';
import {wrap} from '../text/wrap.ts';
import type {Theme} from '../theme.ts';
import {inputLine} from './input.ts';
import {line, type Part, rule, selectedLine} from './line.ts';

/** Every key that works here, and why one does not just now. */
export function helpLines(
	state: State,
	theme: Theme,
	width: number,
	height: number,
	scroll: number,
): string[] {
	const inner = bindingsIn(placeScopes(state));
	const lines = [
		...inner.map((binding) => {
			const may = binding.enabled?.(state) ?? true;
			const keys = binding.keys.slice(0, 3).map(sayKey).join('  ');
			const parts: Part[] = [
				['strong', ` ${keys}`, 22],
				[may === true ? 'plain' : 'dim', binding.label],
				['dim', may === true ? '' : ` (not now: ${may})`],
			];
			return line(theme, width, ...parts);
		}),
		'',
		line(theme, width, ['strong', ' In the quick line (:)']),
		...shorthand.map(([typed, meaning]) =>
			line(theme, width, ['accent', ` ${typed}`, 36], meaning),
		),
		'',
		line(theme, width, [
			'dim',
			' Every act is saved at once; the line at the bottom says so with its revision.',
		]),
	];
	const room = Math.max(1, height - 1);
	const top = Math.min(scroll, Math.max(0, lines.length - room));
	const more =
		lines.length > room
			? ` ${top + 1}–${Math.min(lines.length, top + room)} of ${lines.length}`
			: '';
	return [rule(theme, width, `Keys that work here${more}`), ...lines.slice(top, top + room)];
}

export function quickLines(
	state: State,
	overlay: Extract<Overlay, {kind: 'quick'}>,
	theme: Theme,
	width: number,
	height: number,
): string[] {
	const below: State = {...state, overlay: undefined};
	const found = suggestions(below, overlay.text.value);
	const room = Math.max(1, Math.min(8, height - 3));
	const selected = Math.min(overlay.selected, Math.max(0, found.length - 1));
	const top = Math.floor(selected / room) * room;
	const list = found.slice(top, top + room).map((binding, index) => {
		const isSelected = top + index === selected;
		const parts: Part[] = [
			['accent', isSelected ? theme.glyphs.selected : ' ', 2],
			['strong', sayKey(binding.keys[0] ?? ''), 10],
			binding.label,
		];
		return isSelected ? selectedLine(theme, width, ...parts) : line(theme, width, ...parts);
	});
	const told = overlay.error
		? line(theme, width, ['bad', ` ${overlay.error}`])
		: line(theme, width, [
				'dim',
				' an action, an id, or s P1-04 delivered …, c P1-04 …, a who when what',
			]);
	return [
		rule(theme, width, 'Quick line'),
		inputLine(theme, width, ' : ', overlay.text.value, overlay.text.cursor),
		told,
		...list,
	];
}

export function confirmLines(
	overlay: Extract<Overlay, {kind: 'confirm'}>,
	theme: Theme,
	width: number,
	height: number,
): string[] {
	const told = overlay.lines.flatMap((text) =>
		text === ''
			? ['']
			: wrap(text, Math.max(10, width - 4)).map((piece) =>
					line(theme, width, `  ${piece.text.replace(/\n$/, '')}`),
				),
	);
	const room = Math.max(1, height - 4);
	const cut =
		told.length > room
			? [
					...told.slice(0, room - 1),
					line(theme, width, ['dim', `  and ${told.length - room + 1} lines more`]),
				]
			: told;
	return [
		rule(theme, width),
		line(theme, width, ['strong', ` ${overlay.title}`]),
		...cut,
		line(
			theme,
			width,
			['good', '  Enter '],
			`${overlay.yes}   `,
			['good', 'Esc '],
			'No, leave it as it is',
		),
	];
}
