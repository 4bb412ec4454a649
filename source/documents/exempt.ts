import type {BoardLaw} from '../domain/law/law.ts';
import type {Voice} from '../domain/voice/index.ts';
import type {Source} from './source.ts';
import {type Block, note} from './tree.ts';

/** Said at the top of a document about items: what a public version leaves out, or that a full one is not for everybody. */
export function exemptRemark(
	{shared}: Voice,
	{privately: {word}}: BoardLaw,
	numbers: readonly string[],
	publicOnly: boolean,
	source?: Source,
): Block[] {
	if (numbers.length === 0) return [];
	return [
		note(
			publicOnly
				? shared.leavesOut(word, shared.items(numbers))
				: shared.itemsNotPublic(numbers, word),
			source,
		),
	];
}

/** The same of a document about decisions. */
export function exemptDecisions(
	{shared, register}: Voice,
	word: string,
	numbers: readonly string[],
	publicOnly: boolean,
	source?: Source,
): Block[] {
	if (numbers.length === 0) return [];
	const which = numbers.length > 6 ? register.count(numbers.length) : shared.and(numbers);
	const says = publicOnly ? shared.leavesOut(word, which) : register.notPublic(word, which);
	return [note(says, source)];
}
