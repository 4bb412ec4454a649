import type {ToldExempt} from '../domain/queries/exempt.ts';
import {count} from '../domain/words.ts';
import {sayList} from './names.ts';
import {type Block, note} from './tree.ts';

/** `Paragraph 3 of Schedule 12A to the Local Government Act 1972 (the financial or business affairs of …)`. */
export function sayExemption({paragraphs}: Pick<ToldExempt, 'paragraphs'>): string {
	// A body that is no council keeps things confidential without a Schedule to name.
	if (paragraphs.length === 0) return 'Confidential';
	const numbers = sayList(paragraphs.map(({number}) => number));
	const about = paragraphs.map((one) => one.about).filter(Boolean);
	const word = paragraphs.length === 1 ? 'Paragraph' : 'Paragraphs';
	return `${word} ${numbers} of Schedule 12A to the Local Government Act 1972${about.length > 0 ? ` (${about.join('; ')})` : ''}`;
}

export const sayItems = (numbers: readonly string[]): string =>
	`${numbers.length === 1 ? 'item' : 'items'} ${sayList(numbers)}`;

/** Said at the top of a document about items: what a public version leaves out, or that a full one is not for everybody. */
export function exemptRemark(numbers: readonly string[], publicOnly: boolean): Block[] {
	if (numbers.length === 0) return [];
	return [
		note(
			publicOnly
				? `This version leaves out exempt matter: ${sayItems(numbers)}.`
				: `Not for publication: ${sayItems(numbers)} ${numbers.length === 1 ? 'holds' : 'hold'} exempt matter.`,
		),
	];
}

/** The same of a document about decisions. */
export function exemptDecisions(numbers: readonly string[], publicOnly: boolean): Block[] {
	if (numbers.length === 0) return [];
	const which = numbers.length > 6 ? count(numbers.length, 'decision') : sayList(numbers);
	return [
		note(
			publicOnly
				? `This version leaves out exempt matter: ${which}.`
				: `Not for publication: it holds exempt matter (${which}).`,
		),
	];
}
