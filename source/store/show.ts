import {cut} from '../domain/words.ts';

/** A text on one line in which nothing is invisible: what a terminal would act on is spelled out. */
export const visible = (text: string): string =>
	text
		.toWellFormed()
		.replaceAll(
			/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
			(character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
		);

/** A value from a file, for a message: short, and harmless. */
export function show(value: unknown): string {
	if (typeof value === 'string') return `“${visible(cut(value, 60))}”`;
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
