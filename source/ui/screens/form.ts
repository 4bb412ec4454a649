import {inputLine, textLines} from '../components/input.ts';
import {line, type Part} from '../components/line.ts';
import {fieldsOf, textWidth} from '../forms/edit.ts';
import {type Field, type Form, valueOf} from '../forms/form.ts';
import {readBack} from '../forms/read-back.ts';
import {formSpecs} from '../forms/specs/index.ts';
import {todayOf} from '../state.ts';
import {textFrom} from '../text/edit.ts';
import {widthOf} from '../text/graphemes.ts';
import {wrap} from '../text/wrap.ts';
import {cleanLines} from '../../domain/clean.ts';
import type {Theme} from '../theme.ts';
import {cutLines, type View} from './screen.ts';

const labelWidth = 15;

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
		cutLines(theme, wrap(cleanLines(text), width - 2), 2),
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
		{name: 'save', lines: ['', saveButton(theme, width, form)]},
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

function saveButton(theme: Theme, width: number, form: Form): string {
	const isFocused = form.focus === 'save';
	const at = theme.spoken && isFocused ? '(selected) ' : '';
	return line(
		theme,
		width,
		' '.repeat(labelWidth),
		[isFocused ? 'selected' : 'strong', `${at}[ Save ]`],
		['dim', isFocused ? '  Enter saves' : '  Ctrl+D saves from anywhere'],
	);
}

function fieldLines(view: View, form: Form, field: Field): string[] {
	const {state, theme, width} = view;
	const isFocused = form.focus === field.name;
	const label = `${isFocused ? theme.glyphs.selected : ' '} ${field.label}`.padEnd(labelWidth);
	const text = form.values[field.name] ?? textFrom('');
	const wrong =
		form.error && (form.error.field ?? form.focus) === field.name
			? [line(theme, width, ' '.repeat(labelWidth), ['bad', form.error.message])]
			: [];
	if (field.kind === 'choice')
		return [...choiceLines(view, label, field, text.value, isFocused), ...wrong];
	const hint = readBack(state.database, form, field, todayOf(state));
	const hints =
		isFocused && hint !== '' && hint !== form.error?.message
			? [line(theme, width, ' '.repeat(labelWidth), ['dim', hint])]
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
			width: textWidth(state),
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
	let left = width - labelWidth;
	for (const option of field.options ?? []) {
		const isChosen = option.value === value;
		const shown = ` ${option.key} ${option.label} `;
		if (widthOf(shown) > left) {
			rows.push([]);
			left = width - labelWidth;
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
			[isFocused ? 'accent' : 'dim', index === 0 ? label : '', labelWidth],
			...parts,
		),
	);
}
