import {nearest} from '../../domain/words.ts';

const packed = (key: string): string => key.replaceAll(' ', '');

/** What is spelt alike at one of its ends may be meant; comparing with everything would take long. */
const alike = (a: string, b: string): boolean =>
	Math.abs(a.length - b.length) <= 2 &&
	(a.slice(0, 3) === b.slice(0, 3) || a.slice(-3) === b.slice(-3));

/** Finds the one of `known` that a text was meant to be: a letter wrong, or a blank too many. */
export function nearWords(known: readonly string[]): (key: string) => string | undefined {
	const byPacked = new Map(known.map((key) => [packed(key), key]));
	return (key) => {
		if (key.length < 9 || key.length > 60) return undefined;
		const spaced = byPacked.get(packed(key));
		if (spaced !== undefined) return spaced;
		const others = known.filter((other) => alike(other, key));
		return nearest(key, others).find((other) => differ(other, key) <= 2);
	};
}

/** In how many letters two words differ, once what begins and ends alike is left out. */
function differ(a: string, b: string): number {
	let start = 0;
	while (start < a.length && a[start] === b[start]) start++;
	let end = 0;
	while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
	return Math.max(a.length, b.length) - start - end;
}
