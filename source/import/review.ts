/**
 * Where in a paper something was found: the first and the last of its blocks, and what stands there, headings and all.
 * Of a form or a table, the row too (from 0).
 */
export type Passage = {from: number; to: number; row?: number; text: string};

/**
 * Something that was found in a paper, for somebody to accept, edit or skip with the passage beside it.
 * - `id` names it for good within its review: `title`, `recommendations/2`.
 * - `shown` is its value as people read and edit it; `value` as the record holds it.
 * - `by` is how it was found: a `label` or a `heading` announced it, or it was its `place` alone.
 * - `why` says what announces it and, where several might, which it was preferred to.
 * - `note` says what to look at before it is taken.
 */
export type Finding = {
	id: string;
	field: string;
	says: string;
	value: unknown;
	shown: string;
	passage?: Passage;
	by: 'label' | 'heading' | 'place' | 'given';
	why?: string;
	note?: string;
};

/**
 * A field that the paper says nothing of; or that something was found for which cannot be it, and `because` says why not.
 */
export type Missing = {field: string; says: string; because?: string; passage?: Passage};

/** What an import would do, for one look before it is done. */
export type ImportReview = {
	kind: 'report' | 'record' | 'notice' | 'strategy' | 'portfolio' | 'minutes';
	/** What the paper is called. */
	title: string;
	/** What the rows of a table are, where they are not projects: `milestones`. */
	rows?: string;
	findings: Finding[];
	/** Fields that the paper says nothing of, or nothing that can be. */
	missing: Missing[];
	/** Headings that nothing was made of. */
	unread: {heading: string; passage: Passage}[];
	/** What was left out on purpose (names, addresses), and what was done to read the file. */
	remarks: string[];
};

/** What somebody made of a finding; one that is not named is accepted. */
export type Verdict = {take: 'accept'} | {take: 'skip'} | {take: 'edit'; shown: string};
export type Verdicts = Readonly<Record<string, Verdict>>;

/** A part of a passage is enough to know it by. */
export const longestPassage = 20_000;
