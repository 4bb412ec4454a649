import {inputLine, textLines} from '../components/input.ts';
import {line, type LinePart, wrapped} from '../components/line.ts';
import {textWidth} from '../forms/edit.ts';
import {fieldsOf} from '../forms/open.ts';
import {type FormField, type Form, valueOf} from '../forms/form.ts';
import {readBack} from '../forms/read-back.ts';
import {formSpecs} from '../forms/specs/index.ts';
import {todayOf} from '../state.ts';
import {textFrom} from '../text/edit.ts';
import {widthOf} from '../text/graphemes.ts';
import type {Theme} from '../theme.ts';
import type {View} from './screen.ts';
import {keyFor} from '../keys-by-name.ts';

/** The cells of a field's label. */
const labelWidth = 15;

/** The lines of a sentence above the fields, where there is room for as many. */
const leadMost = 5;

/** The lines of a long text that has not the cursor, where there is room for as many. */
const unfocusedMost = 20;

/** What each field is drawn as, and which of its lines must be in sight. */
type Block = {name: string; lines: string[]};

/**
 * A form as exactly the lines that fit: title, lead, the fields, the button that saves. When it is
 * longer than the screen, the part around the focused field is shown.
 */
export function formLines(view: View, form: Form): string[] {
	const {state, theme, width, height} = view;
	const spec = formSpecs[form.kind];
	// In a low window what stands above the fields gives way to them.
	const isLow = height < 14;
	const missing = spec.lacks?.(state.database, form) ?? [];
	const lacks =
		missing.length > 0 ? `Still lacks: ${missing.join('; ')}` : 'The record is complete.';
	const headOf = (most: number): string[] => [
		line(theme, width, ['strong', ` ${spec.title(state.database, form)}`]),
		...(spec.lead?.(state.database, form) ?? [])
			.flatMap((text) => wrapped(theme, width, text, most))
			.map((text) => line(theme, width, ['dim', ` ${text}`])),
		...(spec.lacks
			? wrapped(theme, width, lacks, most).map((text) =>
					line(theme, width, [missing.length > 0 ? 'warn' : 'good', ` ${text}`]),
				)
			: []),
		...(isLow ? [] : ['']),
	];
	const blocksOf = (mostLines: number): Block[] => [
		...fieldsOf(state, form).map((field) => ({
			name: field.name,
			lines: fieldLines(view, form, field, mostLines),
		})),
		{
			name: 'save',
			lines: ['', saveButton(theme, width, form, spec.saves), ...errorLines(view, form, 'save')],
		},
	];
	// What stands above the fields is whole where lines are free; else the fields come first.
	const whole = headOf(leadMost);
	const least = blocksOf(3).flatMap(({lines}) => lines).length;
	const isShort = fieldsOf(state, form).length <= 3;
	const head =
		!isLow && (isShort || whole.length + least <= height) ? whole : headOf(isLow ? 1 : 2);
	const room = height - head.length;
	const sizes = [unfocusedMost, 6, 3].map(blocksOf);
	const fitting = sizes.find((blocks) => blocks.flatMap(({lines}) => lines).length <= room);
	return [...head, ...inSight(fitting ?? blocksOf(2), form.focus, room)].slice(0, height);
}

/** The run of whole lines that holds the focused block. */
function inSight(blocks: Block[], focus: string, room: number): string[] {
	const lines = blocks.flatMap((block) => block.lines);
	if (lines.length <= room) return lines;
	const index = blocks.findIndex(({name}) => name === focus);
	const own = blocks[index]?.lines ?? [];
	// Of a field that is higher than the window its label and its end are seen: what is wrong stands there.
	if (own.length > room) return [...own.slice(0, 1), ...own.slice(own.length - room + 1)];
	const start = blocks.slice(0, index).reduce((sum, block) => sum + block.lines.length, 0);
	const end = start + own.length;
	// Two lines of what follows, unless they would push the beginning of the field itself out of sight.
	const top = Math.max(0, Math.min(end + 2 - room, start, lines.length - room));
	return lines.slice(top, top + room);
}

/** A conflict takes as many: it quotes what somebody else wrote. */
const mostWrong = 8;

/** What is wrong, under the field that it is about, in full: it says what can be done. */
function errorLines({theme, width}: View, {error, focus}: Form, name: string): string[] {
	if (!error || (error.field ?? focus) !== name) return [];
	return wrapped(theme, width - labelWidth, error.message, mostWrong).map((text) =>
		line(theme, width, ' '.repeat(labelWidth), ['bad', text]),
	);
}

function saveButton(theme: Theme, width: number, form: Form, says = 'Save'): string {
	const isFocused = form.focus === 'save';
	return line(
		theme,
		width,
		' '.repeat(labelWidth),
		[isFocused ? 'selected' : 'strong', `[ ${says} ]`],
		[
			'dim',
			`  ${isFocused ? `${keyFor('form.enter')} saves` : `${keyFor('form.save')} saves from anywhere`}`,
		],
	);
}

/** The lines that a field's hint may take. */
const mostHint = 3;

function fieldLines(view: View, form: Form, field: FormField, mostLines: number): string[] {
	const {state, theme, width} = view;
	const isFocused = form.focus === field.name;
	const mark = isFocused ? theme.glyphs.selected : ' ';
	const label = `${mark} ${field.label}`.padEnd(labelWidth);
	const text = form.values[field.name] ?? textFrom('');
	const wrong = errorLines(view, form, field.name);
	if (field.kind === 'choice')
		return [...choiceLines(view, label, field, text.value, isFocused), ...wrong];
	const hint = readBack(state.database, form, field, todayOf(state));
	const hints =
		isFocused && hint !== '' && hint !== form.error?.message
			? wrapped(theme, width - labelWidth, hint, mostHint).map((piece) =>
					line(theme, width, ' '.repeat(labelWidth), ['dim', piece]),
				)
			: [];
	if (field.kind !== 'long') {
		const shown = isFocused
			? inputLine(theme, width, label, text.value, text.cursor)
			: line(
					theme,
					width,
					['dim', label],
					text.value,
					hint !== '' && valueOf(form, field.name) !== '' ? ['dim', `  ${hint}`] : '',
				);
		return [shown, ...hints, ...wrong];
	}
	const lines = textLines(
		theme,
		{
			width: Math.min(textWidth(state), width - label.length - 2),
			height: isFocused ? Math.max(3, Math.min(10, view.height - 8)) : mostLines,
			label,
		},
		text,
		isFocused,
	);
	const isEmpty = text.value === '';
	return [...lines, ...(isEmpty ? hints : []), ...wrong];
}

/** The options side by side, as many to a line as fit; the letter that picks each stands before it. */
function choiceLines(
	view: View,
	label: string,
	field: FormField,
	value: string,
	isFocused: boolean,
): string[] {
	const {theme, width} = view;
	const rows: LinePart[][] = [[]];
	let left = width - labelWidth;
	for (const option of field.options ?? []) {
		const isChosen = option.value === value;
		const plain = ` ${option.key} ${option.label} `;
		const mark = isChosen ? `[${plain.slice(1, -1)}]` : plain;
		if (widthOf(mark) > left) {
			rows.push([]);
			left = width - labelWidth;
		}
		left -= widthOf(mark) + 1;
		rows.at(-1)?.push([isChosen ? (isFocused ? 'selected' : 'strong') : 'dim', mark], ' ');
	}
	const tone = isFocused ? 'accent' : 'dim';
	// A label that has no room beside the options stands above them.
	const above = widthOf(label) > labelWidth ? [line(theme, width, [tone, label])] : [];
	return [
		...above,
		...rows.map((parts, index) =>
			line(
				theme,
				width,
				[tone, index === 0 && above.length === 0 ? label : '', labelWidth],
				...parts,
			),
		),
	];
}
