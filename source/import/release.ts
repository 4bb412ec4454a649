import {Unreadable} from './read/paper.ts';
import type {Finding, ImportReview, Verdicts} from './review.ts';
import type {Ways} from './ways.ts';

const isNo = (text: string | undefined): boolean =>
	/^(?:no|public|open)$/i.test(text?.trim() ?? '');

/**
 * Why a strategy or a table cannot come in: it is marked as private, and what comes of it is public. Undefined once
 * somebody released it.
 */
export function keptPrivate(
	{findings}: ImportReview,
	verdicts: Verdicts,
	{release}: Ways,
): string | undefined {
	const mark = findings.find(({field, value}) => field === 'exempt' && value !== null);
	const verdict = mark && verdicts[mark.id];
	if (!mark || (verdict?.take === 'edit' && isNo(verdict.shown))) return undefined;
	return `it is kept out, for ${mark.note ?? 'it is marked as private'}; what comes in here is public: release it with ${release} if it may be read by everybody`;
}

/** The findings of a strategy or a table once somebody said that it is public. Throws Unreadable. */
export function released(findings: readonly Finding[], text: string): Finding[] {
	if (!isNo(text))
		throw new Unreadable(
			`nothing of a strategy or a table can be kept private: exempt=no releases it, not “${text}”`,
		);
	return findings.filter(({field}) => field !== 'exempt');
}
