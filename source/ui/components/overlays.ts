import {count} from '../../domain/words.ts';
import {mayUse, wordsOf} from '../bindings/binding.ts';
import {bindingsIn, placeScopes} from '../keymap.ts';
import {keyFor, keysOf, sayKey} from '../keys-by-name.ts';
import {howDoI} from '../how-do-i.ts';
import {offers, sayFoundNowhere, sayOffer, sayUnder} from '../quick.ts';
import {hintFor, shorthandIn} from '../shorthand.ts';
import {bodyHeight, heldMeeting, type Overlay, type State} from '../state.ts';
import {type Theme, themeFor} from '../theme.ts';
import {inputLine} from './input.ts';
import {widthOf} from '../text/graphemes.ts';
import {line, type LinePart, rule, selectedLine, wrapped} from './line.ts';

type Confirm = Extract<Overlay, {kind: 'confirm'}>;

const keyWidth = 22;

/** A page of help: every key that works here and why one does not just now, or what people ask first. */
export function helpContent(state: State, theme: Theme, width: number): string[] {
	const {overlay} = state;
	return overlay?.kind === 'help' && overlay.page === 'how'
		? howContent(theme, width)
		: keysContent(state, theme, width);
}

/** The cells of a question. */
const questionWidth = 34;
const narrowHow = 70;

/** What people ask first, each with the keys that answer it. */
function howContent(theme: Theme, width: number): string[] {
	return howDoI().flatMap(([topic, answers], index) => [
		...(index > 0 ? [''] : []),
		line(theme, width, ['strong', ` ${topic}`]),
		...answers.flatMap(([question, answer]) =>
			// In a small window the answer stands below its question.
			width < narrowHow
				? [
						line(theme, width, ['dim', `   ${question}`]),
						...wrapped(theme, width - 6, answer).map((piece) =>
							line(theme, width, `      ${piece}`),
						),
					]
				: wrapped(theme, width - questionWidth, answer).map((piece, row) =>
						line(theme, width, ['dim', row === 0 ? `   ${question}` : '', questionWidth], piece),
					),
		),
	]);
}

function keysContent(state: State, theme: Theme, width: number): string[] {
	const keys = bindingsIn(placeScopes(state)).flatMap((binding) => {
		const keys = keysOf(binding.id);
		const words = wordsOf(binding, state);
		if (!words) return [];
		const {label} = words;
		const may = mayUse(binding, state);
		const text = may === true ? label : `${label} (not now: ${may})`;
		return wrapped(theme, width - keyWidth, text).map((piece, index) =>
			line(
				theme,
				width,
				index === 0
					? ['key', ` ${keys.slice(0, 3).map(sayKey).join('  ')}`, keyWidth]
					: ['plain', '', keyWidth],
				[may === true ? 'plain' : 'dim', piece],
			),
		);
	});
	return [
		...keys,
		'',
		line(theme, width, ['strong', ` In the quick line (${keyFor('quick.open')})`]),
		...shorthandIn(state.database, heldMeeting(state)).flatMap(([typed, meaning]) =>
			wrapped(theme, width - 36, meaning).map((piece, index) =>
				line(theme, width, ['accent', index === 0 ? ` ${typed}` : '', 36], piece),
			),
		),
		'',
		...wrapped(
			theme,
			width,
			'Every act is saved at once; the line at the bottom says so with its revision.',
		).map((text) => line(theme, width, ['dim', ` ${text}`])),
	];
}

/** How far help can be scrolled: the lines that do not fit. They do not depend on the theme. */
export const helpOverflow = (state: State): number =>
	Math.max(0, helpContent(state, themeFor({}), state.columns).length - (bodyHeight(state) - 1));

export function helpLines(
	state: State,
	theme: Theme,
	width: number,
	height: number,
	scroll: number,
): string[] {
	const lines = helpContent(state, theme, width);
	const room = Math.max(1, height - 1);
	const top = Math.min(scroll, Math.max(0, lines.length - room));
	const more =
		lines.length > room
			? ` ${top + 1}–${Math.min(lines.length, top + room)} of ${lines.length}`
			: '';
	const isHow = state.overlay?.kind === 'help' && state.overlay.page === 'how';
	const other = isHow ? 'the keys that work here' : '“how do I …”';
	return [
		rule(
			theme,
			width,
			`${isHow ? 'How do I …' : 'Keys that work here'}${more}`,
			`${keyFor('help.page')}: ${other}`,
		),
		...lines.slice(top, top + room),
	];
}

export function quickLines(
	state: State,
	overlay: Extract<Overlay, {kind: 'quick'}>,
	theme: Theme,
	width: number,
	height: number,
): string[] {
	const below: State = {...state, overlay: undefined};
	const {value} = overlay.text;
	const found = offers(below, value);
	const room = Math.max(1, Math.min(Math.max(8, Math.floor(height / 2)), height - 3));
	const selected = Math.min(overlay.selected, Math.max(0, found.length - 1));
	const top = Math.floor(selected / room) * room;
	const list = found.slice(top, top + room).map((offer, index) => {
		const isSelected = top + index === selected;
		const {key, says, where} = sayOffer(below, offer);
		const parts: LinePart[] = [
			['accent', isSelected ? theme.glyphs.selected : ' ', 2],
			['strong', key, 10],
			where === '' ? says : ['plain', says, Math.floor((width - 12) * 0.4)],
			['dim', where === '' ? '' : `  ${where}`],
		];
		return isSelected ? selectedLine(theme, width, ...parts) : line(theme, width, ...parts);
	});
	const usual = hintFor(state.database, heldMeeting(state), '');
	const asked = sayUnder(state, value);
	const isNowhere = found.length === 0 && value.trim() !== '' && asked === usual;
	const hint = isNowhere ? sayFoundNowhere(below, value) : asked;
	const told = overlay.error
		? wrapped(theme, width, overlay.error, 3).map((text) => line(theme, width, ['bad', ` ${text}`]))
		: wrapped(theme, width, hint, 3).map((text) => line(theme, width, ['dim', ` ${text}`]));
	return [
		rule(theme, width, 'Quick line'),
		inputLine(theme, width, ' : ', overlay.text.value, overlay.text.cursor),
		...told,
		...list,
	];
}

/**
 * A text of a question. Of what is read back the wording is set apart, and the labels of what stands with it: it is what
 * is read out to the room.
 */
function confirmText(theme: Theme, width: number, text: string, full: boolean): string[] {
	const isWording = full && text.startsWith('  ');
	const label = full && !isWording ? (/^[\p{L} ]{2,24}:(?= )/u.exec(text)?.[0] ?? '') : '';
	const indent = full ? '' : (/^ */.exec(text)?.[0] ?? '');
	return wrapped(theme, width - 2 - indent.length, text.slice(indent.length)).map(
		(piece, index) => {
			const start = index === 0 && piece.startsWith(label) ? label : '';
			return line(
				theme,
				width,
				`  ${indent}`,
				['accent', start],
				[isWording ? 'strong' : 'plain', piece.slice(start.length)],
			);
		},
	);
}

/** The widest a wording is set that is read out: longer lines are lost by the eye. */
const widestWording = 96;

/** The cells of a frame's two sides, each with its air. */
const frameSides = 4;

/**
 * A question. What is read back to the room is no wider than one reads, between two heavy lines; a large window has it
 * in a frame, with air above it.
 */
export function confirmLines(
	overlay: Confirm,
	theme: Theme,
	width: number,
	height: number,
): string[] {
	if (overlay.full !== true || theme.spoken) {
		return [rule(theme, width), ...questionLines(overlay, theme, width, height - 1)];
	}
	const {isFramed, set, inner, lines: room} = solemnSize(width, height);
	const lines = questionLines(overlay, theme, inner, room);
	const solemn = isFramed ? framed(theme, set, lines) : between(theme, set, lines);
	const indent = ' '.repeat(Math.floor((width - set) / 2));
	const air = Math.max(0, Math.floor((height - solemn.length) / 3));
	return [
		...Array.from({length: air}, () => ''),
		...solemn.map((text) => (text === '' ? '' : indent + text)),
	];
}

/** How wide what is read back is set, without its frame too, and how many lines it may take. */
function solemnSize(width: number, height: number) {
	const isFramed = width > widestWording + frameSides;
	const set = Math.min(width, widestWording);
	return {isFramed, set, inner: isFramed ? set - frameSides : set, lines: height - 2};
}

/** Lines between two heavy ones. */
function between(theme: Theme, width: number, lines: readonly string[]): string[] {
	const stroke = theme.paint('accent', theme.glyphs.heavy.repeat(width));
	return [stroke, ...lines, stroke];
}

/** Painted lines in a heavy frame of so many cells. */
function framed({glyphs, paint}: Theme, width: number, lines: readonly string[]): string[] {
	const [leftTop, rightTop, leftEnd, rightEnd, side = ''] = glyphs.frame;
	const stroke = glyphs.heavy.repeat(width - 2);
	const cells = width - frameSides;
	return [
		paint('accent', `${leftTop}${stroke}${rightTop}`),
		...['', ...lines, ''].map((text) => {
			const left = ' '.repeat(
				Math.max(0, cells - widthOf(text.replaceAll(/\u001B\[[\d;]*m/g, ''))),
			);
			return `${paint('accent', side)} ${text}${left} ${paint('accent', side)}`;
		}),
		paint('accent', `${leftEnd}${stroke}${rightEnd}`),
	];
}

/** A question in so many cells: its title and its lines wrapped, and how many of these there is room for. */
function laidOut(overlay: Confirm, theme: Theme, width: number, height: number) {
	const isFull = overlay.full === true;
	const title = wrapped(theme, width - 2, overlay.title);
	const told = overlay.lines.flatMap((text) =>
		text === '' ? [''] : confirmText(theme, width, text, isFull),
	);
	const room = Math.max(1, height - title.length - 2);
	return {isFull, title, told, room, most: told.length > room ? told.length - room + 1 : 0};
}

/** How far a question can be scrolled: the lines that do not fit. They do not depend on the theme. */
export function confirmOverflow(state: State, overlay: Confirm): number {
	const {columns} = state;
	const height = bodyHeight(state);
	const {inner, lines} = overlay.full
		? solemnSize(columns, height)
		: {inner: columns, lines: height - 1};
	return laidOut(overlay, themeFor({}), inner, lines).most;
}

/** What is asked: its title, its lines as far as there is room and read on by a key, and the keys that answer. */
function questionLines(overlay: Confirm, theme: Theme, width: number, height: number): string[] {
	const {isFull, title, told, room, most} = laidOut(overlay, theme, width, height);
	// Where there is room the wording has air about it.
	const air = isFull && told.length + 2 <= room ? [''] : [];
	const top = Math.min(overlay.scroll ?? 0, most);
	const below = most - top;
	const cut =
		most > 0
			? [
					...told.slice(top, top + room - 1),
					line(theme, width, [
						below > 0 ? 'warn' : 'dim',
						below > 0
							? `  ${count(below, 'line')} more: ${keyFor('confirm.down')} reads on`
							: '  the end',
					]),
				]
			: told;
	return [
		...title.map((piece) => line(theme, width, [isFull ? 'live' : 'strong', ` ${piece} `])),
		...air,
		...cut,
		...air,
		line(
			theme,
			width,
			'  ',
			[isFull ? 'live' : 'tab', ` ${keyFor('confirm.yes')} ${overlay.yes} `],
			['key', `   ${keyFor('confirm.no')} `],
			isFull ? 'Go back' : 'No, leave it as it is',
		),
	];
}
