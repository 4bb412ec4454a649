import {inputLine, textLines} from '../components/input.ts';
import {line, type Part, wrapped} from '../components/line.ts';
import {fieldsOf, textWidth} from '../forms/edit.ts';
import {type Field, type Form, valueOf} from '../forms/form.ts';
import {readBack} from '../forms/read-back.ts';
import {formSpecs} from '../forms/specs/index.ts';
import {todayOf} from '../state.ts';
import {textFrom} from '../text/edit.ts';
import {widthOf} from '../text/graphemes.ts';
import type {Theme} from '../theme.ts';
import type {View} from './screen.ts';

/** The cells of a field's label; a screen reader is told in it which one has the cursor. */
const labelWidthOf = ({spoken}: Theme): number => (spoken ? 26 : 15);

/** What each field is drawn as, and which of its lines must be in sight. */
type Block = {name: string; lines: string[]};

/**
 * A form as exactly the lines that fit: title, lead, the fields, the button that saves. When it is
 * longer than the screen, the part around the focused field is shown.
 */
export function formLines(view: View, form: Form): string[] {
	const {state, theme, width, height} = view;
	const spec = formSpecs[form.kind];
	const lead = (spec.lead?.(state.database, form) ?? []).flatMap((text) =>
		wrapped(theme, width, text, 2),
	);
	const head = [
		line(theme, width, ['strong', ` ${spec.title(state.database, form)}`]),
		...lead.map((text) => line(theme, width, ['dim', ` ${text}`])),
		'',
	];
	const blocks = [
		...fieldsOf(state, form).map((field) => ({
			name: field.name,
			lines: fieldLines(view, form, field),
		})),
		{name: 'save', lines: ['', saveButton(theme, width, form), ...errorLines(view, form, 'save')]},
	];
	return [...head, ...inSight(blocks, form.focus, height - head.length)].slice(0, height);
}

/** The run of whole lines that holds the focused block. */
function inSight(blocks: Block[], focus: string, room: number): string[] {
	const lines = blocks.flatMap((block) => block.lines);
	if (lines.length <= room) return lines;
	let end = 0;
	for (const block of blocks) {
		end += block.lines.length;
		if (block.name === focus) break;
	}
	const top = Math.max(0, Math.min(end - room + 2, lines.length - room));
	return lines.slice(top, top + room);
}

/** What is wrong, under the field that it is about, in full: it says what can be done. */
function errorLines({theme, width}: View, {error, focus}: Form, name: string): string[] {
	if (!error || (error.field ?? focus) !== name) return [];
	return wrapped(theme, width - labelWidthOf(theme), error.message, 4).map((text) =>
		line(theme, width, ' '.repeat(labelWidthOf(theme)), ['bad', text]),
	);
}

function saveButton(theme: Theme, width: number, form: Form): string {
	const isFocused = form.focus === 'save';
	const at = theme.spoken && isFocused ? '(selected) ' : '';
	return line(
		theme,
		width,
		' '.repeat(labelWidthOf(theme)),
		[isFocused ? 'selected' : 'strong', `${at}[ Save ]`],
		['dim', isFocused ? '  Enter saves' : '  Ctrl+D saves from anywhere'],
	);
}

function fieldLines(view: View, form: Form, field: Field): string[] {
	const {state, theme, width} = view;
	const isFocused = form.focus === field.name;
	const mark = isFocused ? (theme.spoken ? '(selected)' : theme.glyphs.selected) : ' ';
	const label = `${mark} ${field.label}`.padEnd(labelWidthOf(theme));
	const text = form.values[field.name] ?? textFrom('');
	const wrong = errorLines(view, form, field.name);
	if (field.kind === 'choice')
		return [...choiceLines(view, label, field, text.value, isFocused), ...wrong];
	const hint = readBack(state.database, form, field, todayOf(state));
	const hints =
		isFocused && hint !== '' && hint !== form.error?.message
			? [line(theme, width, ' '.repeat(labelWidthOf(theme)), ['dim', hint])]
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
			height: isFocused ? Math.max(3, Math.min(10, view.height - 8)) : 2,
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
	field: Field,
	value: string,
	isFocused: boolean,
): string[] {
	const {theme, width} = view;
	const rows: Part[][] = [[]];
	let left = width - labelWidthOf(theme);
	for (const option of field.options ?? []) {
		const isChosen = option.value === value;
		const shown = ` ${option.key} ${option.label} `;
		if (widthOf(shown) > left) {
			rows.push([]);
			left = width - labelWidthOf(theme);
		}
		left -= widthOf(shown) + 1;
		const mark = isChosen ? `[${shown.slice(1, -1)}]` : shown;
		rows
			.at(-1)
			?.push(
				[
					isChosen ? (isFocused ? 'selected' : 'strong') : 'dim',
					theme.spoken && isChosen ? `(chosen) ${mark}` : mark,
				],
				' ',
			);
	}
	return rows.map((parts, index) =>
		line(
			theme,
			width,
			[isFocused ? 'accent' : 'dim', index === 0 ? label : '', labelWidthOf(theme)],
			...parts,
		),
	);
}
