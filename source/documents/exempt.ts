import type {BoardLaw} from '../domain/law/law.ts';
import {count} from '../domain/words.ts';
import {sayList} from './names.ts';
import {type Block, note} from './tree.ts';

export const sayItems = (numbers: readonly string[]): string =>
	`${numbers.length === 1 ? 'item' : 'items'} ${sayList(numbers)}`;

/** Said at the top of a document about items: what a public version leaves out, or that a full one is not for everybody. */
export function exemptRemark(
	{privately: {word}}: BoardLaw,
	numbers: readonly string[],
	publicOnly: boolean,
): Block[] {
	if (numbers.length === 0) return [];
	return [
		note(
			publicOnly
				? `This version leaves out ${word} matter: ${sayItems(numbers)}.`
				: `Not for publication: ${sayItems(numbers)} ${numbers.length === 1 ? 'holds' : 'hold'} ${word} matter.`,
		),
	];
}

/** The same of a document about decisions. */
export function exemptDecisions(
	word: string,
	numbers: readonly string[],
	publicOnly: boolean,
): Block[] {
	if (numbers.length === 0) return [];
	const which = numbers.length > 6 ? count(numbers.length, 'decision') : sayList(numbers);
	return [
		note(
			publicOnly
				? `This version leaves out ${word} matter: ${which}.`
				: `Not for publication: it holds ${word} matter (${which}).`,
		),
	];
}
