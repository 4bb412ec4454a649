/** What numbers or letters a label counts with, and how deep it says it stands. */
export type Label = {
	/** As it stands: `1.`, `2.3`, `(a)`, `iv)`, `•`. */
	text: string;
	kind: 'number' | 'letter' | 'roman' | 'bullet';
	/** How many numbers it is made of: 2 for `2.3`. */
	depth: number;
	/** Where it stands in its row: 3 for `2.3`, `(c)` and `iii)`. */
	place: number;
};

const bullet = /^(?:\\?\*|[-+•·▪■●○◦‣–—]|o(?= ))[ \t]+/;
const number =
	/^\(?(\d{1,3}(?:\.\d{1,3}){0,4})(?:[.)]\)?|(?<=\.\d{1,3})(?=[ \t])|(?=[ \t]{2}))[ \t]*(?=\D|$)/;
const letter = /^(?:\(([A-Za-z])\)|([A-Za-z])[.)]|([A-Z])(?=[ ]{2}|\t))[ \t]+/;
const lettered = /^([A-Z])\.(\d{1,2})\.?[ \t]+(?=\S)/;
const roman = /^(?:\(([ivx]{1,5})\)|([ivx]{1,5})[.)])[ \t]+/i;

const romans: Record<string, number> = {i: 1, v: 5, x: 10};
const valueOf = (text: string): number => {
	const digits = Array.from(text.toLowerCase(), (digit) => romans[digit] ?? 0);
	return digits.reduce(
		(sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit),
		0,
	);
};

/**
 * The label that a text begins with, and the rest. `(i)` may be a letter or a number: it counts as roman unless
 * `previous` was `(h)`.
 */
export function splitLabel(
	text: string,
	previous?: Label,
): {label: Label; rest: string} | undefined {
	const make = (found: string, kind: Label['kind'], depth: number, place: number) => ({
		label: {text: found.trim(), kind, depth, place},
		rest: text.slice(found.length).trimStart(),
	});
	const dot = bullet.exec(text);
	if (dot)
		return {
			...make(dot[0], 'bullet', 1, 0),
			label: {text: '•', kind: 'bullet', depth: 1, place: 0},
		};
	const digits = number.exec(text);
	if (digits) {
		// A section that is numbered 2.00 holds 2.01 and 2.02.
		const parts = (digits[1] ?? '').replace(/(?:\.0+)+$/, '').split('.');
		return make(digits[0], 'number', parts.length, Number(parts.at(-1)));
	}
	const both = lettered.exec(text);
	if (both) return make(both[0], 'letter', 2, Number(both[2]));
	const small = roman.exec(text);
	const numeral = small?.[1] ?? small?.[2] ?? '';
	const single = letter.exec(text);
	const sign = single?.[1] ?? single?.[2] ?? single?.[3] ?? '';
	const follows = previous?.kind === 'letter' && sign !== '' && place(sign) === previous.place + 1;
	if (small && !follows && (numeral.length > 1 || sign.toLowerCase() === 'i')) {
		return make(small[0], 'roman', 1, valueOf(numeral));
	}
	if (small && !follows && previous?.kind === 'roman' && valueOf(numeral) === previous.place + 1) {
		return make(small[0], 'roman', 1, valueOf(numeral));
	}
	return single ? make(single[0], 'letter', 1, place(sign)) : undefined;
}

const place = (sign: string): number => sign.toLowerCase().charCodeAt(0) - 96;
