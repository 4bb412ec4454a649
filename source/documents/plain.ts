import {cleanLines} from '../domain/clean.ts';

/** A text's paragraphs, each a list of its lines; lines are clean and trimmed, blank ones part them. */
export function paragraphsOf(text: string): string[][] {
	const paragraphs: string[][] = [[]];
	for (const line of cleanLines(text).split('\n')) {
		if (line.trim() === '') paragraphs.push([]);
		else paragraphs.at(-1)?.push(line.trim());
	}
	return paragraphs.filter((lines) => lines.length > 0);
}

/** JSON for people and programs: control characters that JSON itself lets through are escaped too. */
export const toJson = (value: unknown, indent?: string): string =>
	JSON.stringify(value, undefined, indent).replaceAll(
		/[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
