// How a cell looks, and the shortest way from one look to the next.

/** What a style is made of, each as the parameter that sets it; '' where it is the terminal's own. */
type Look = {
	bold: string;
	dim: string;
	italic: string;
	underline: string;
	inverse: string;
	struck: string;
	colour: string;
	ground: string;
};

/** The look of a cell. There is one object for each look, so that two are equal when they are the same. */
export type CellStyle = {
	/** The parameters that set it from nothing, '' for the terminal's own look. */
	readonly key: string;
	readonly look: Readonly<Look>;
	/** Whether somebody types at this cell, or the selection is here. Nothing of it is drawn. */
	readonly mark: CursorMark;
};

type CursorMark = '' | 'typed' | 'rests';

/**
 * Two parameters that undo what is never done (concealed, blinking): to a terminal they say nothing, to the
 * stage they say where its cursor belongs.
 */
const marks: Record<string, CursorMark> = {'28': 'typed', '25': 'rests'};

const none: Look = {
	bold: '',
	dim: '',
	italic: '',
	underline: '',
	inverse: '',
	struck: '',
	colour: '',
	ground: '',
};

const names = Object.keys(none) as (keyof Look)[];

const setters: Record<string, keyof Look> = {
	'1': 'bold',
	'2': 'dim',
	'3': 'italic',
	'4': 'underline',
	'7': 'inverse',
	'9': 'struck',
};

/** What takes a part of a look back. Bold and dim have one in common. */
const enders: Record<keyof Look, string> = {
	bold: '22',
	dim: '22',
	italic: '23',
	underline: '24',
	inverse: '27',
	struck: '29',
	colour: '39',
	ground: '49',
};

const interned = new Map<string, CellStyle>();

function intern(look: Look, mark: CursorMark): CellStyle {
	const key = names
		.map((name) => look[name])
		.filter(Boolean)
		.join(';');
	const name = `${mark} ${key}`;
	let style = interned.get(name);
	if (!style) interned.set(name, (style = {key, look, mark}));
	return style;
}

/** The terminal's own look. */
export const plain: CellStyle = intern(none, '');

const blanks = new Map<CellStyle, CellStyle>();

/** What is left of a style where nothing stands: a colour of letters is not seen there. */
export function onBlank(style: CellStyle): CellStyle {
	let left = blanks.get(style);
	if (!left) blanks.set(style, (left = leftOnBlank(style)));
	return left;
}

const leftOnBlank = ({look, mark}: CellStyle): CellStyle =>
	look.inverse || look.ground || look.underline || look.struck
		? intern(look, mark)
		: intern(none, mark);

/** The same look without inverse and mark: what stands under the terminal's own cursor. */
export const underCursor = ({look}: CellStyle): CellStyle => intern({...look, inverse: ''}, '');

/** How many parameters the colour takes that begins here: `38;5;n`, `38;2;r;g;b`, or one. */
function colourLength(parameters: readonly string[], at: number): number {
	if (parameters[at] !== '38' && parameters[at] !== '48') return 1;
	return parameters[at + 1] === '5' ? 3 : parameters[at + 1] === '2' ? 5 : 1;
}

const followers = new Map<CellStyle, Map<string, CellStyle>>();

/** The style after `ESC [ parameters m`. What is unknown changes nothing. */
export function styleAfter(style: CellStyle, parameters: string): CellStyle {
	let known = followers.get(style);
	if (!known) followers.set(style, (known = new Map()));
	let after = known.get(parameters);
	if (!after) known.set(parameters, (after = worked(style, parameters.split(';'))));
	return after;
}

function worked(style: CellStyle, parameters: readonly string[]): CellStyle {
	const look = {...style.look};
	let {mark} = style;
	for (let at = 0; at < parameters.length; at++) {
		const one = parameters[at] ?? '';
		if (one === '' || Number(one) === 0) {
			Object.assign(look, none);
			mark = '';
		} else if (setters[one]) {
			look[setters[one]] = one;
		} else if (marks[one]) {
			mark = marks[one];
		} else if (/^(3[0-8]|9[0-7]|4[0-8]|10[0-7])$/.test(one)) {
			const length = colourLength(parameters, at);
			const part = /^(3|9)/.test(one) ? 'colour' : 'ground';
			look[part] = parameters.slice(at, at + length).join(';');
			at += length - 1;
		} else {
			for (const name of names) if (enders[name] === one) look[name] = '';
			// Whatever is marked is inverse as well, and ends with it.
			if (one === '27') mark = '';
		}
	}
	return intern(look, mark);
}

const changes = new Map<CellStyle, Map<CellStyle, string>>();

/** The sequence that leads from one look to another: '' when they are the same. */
export function change(from: CellStyle, to: CellStyle): string {
	if (from.key === to.key) return '';
	let known = changes.get(from);
	if (!known) changes.set(from, (known = new Map()));
	let sequence = known.get(to);
	if (sequence === undefined) known.set(to, (sequence = shortest(from, to)));
	return sequence;
}

function shortest(from: CellStyle, to: CellStyle): string {
	const anew = to.key === '' ? '' : from.key === '' ? to.key : `0;${to.key}`;
	const ended = names.filter((name) => from.look[name] !== '' && to.look[name] === '');
	const endings = new Set(ended.map((name) => enders[name]));
	const begun = names.filter(
		(name) =>
			to.look[name] !== '' && (to.look[name] !== from.look[name] || endings.has(enders[name])),
	);
	const stepped = [...endings, ...begun.map((name) => to.look[name])].join(';');
	return `\u001B[${stepped.length < anew.length ? stepped : anew}m`;
}
