import type {Entry} from '../schema/index.ts';
import {type Anchor, anchorOf, archivesOf} from './anchor.ts';
import {entryHash, payloadDigest, Undigestible} from './chain.ts';

/** Where a log breaks, why, and how many of its entries are proved all the same. */
export type Break = {index: number; message: string; proved: number};

/** What a walk along a log needs besides: what it goes on from, and what redactions elsewhere stripped. */
type Walk = {anchor?: Anchor | undefined; redacted?: ReadonlySet<number>};

/** The revisions that redactions in a log say they stripped. */
export const redactedIn = (log: readonly Entry[]): Set<number> =>
	new Set(log.flatMap(({redacts = []}) => redacts.map(({revision}) => revision)));

/**
 * The first entry that was altered, that stands in the wrong place, or before which one is missing;
 * undefined when the log is whole.
 */
export function findBreak(
	log: readonly Entry[],
	{anchor = anchorOf(log), redacted = redactedIn(log)}: Walk = {},
): Break | undefined {
	const from = anchor ?? archivesOf(log)?.files.at(-1) ?? {revision: 0, hash: null};
	for (const [index, entry] of log.entries()) {
		const message = misplaced(log, index, from.revision) ?? altered(entry, redacted);
		if (message) return {index, message, proved: index};
		const loose = unlinked(entry, log[index - 1] ?? from);
		// The one before it may be the one that was replaced.
		if (loose) return {index, message: loose, proved: Math.max(index - 1, 0)};
	}
	return undefined;
}

function misplaced(log: readonly Entry[], index: number, before: number): string | undefined {
	const revision = log[index]?.revision ?? 0;
	const expected = before + index + 1;
	if (revision === expected) return undefined;
	if (log.some((later, at) => at > index && later.revision === expected)) {
		return `the log was reordered: revision ${revision} stands where revision ${expected} belongs`;
	}
	return revision > expected
		? `the log lacks revision ${expected}: revision ${revision} follows ${expected === 1 ? 'nothing' : `revision ${expected - 1}`}`
		: `revision ${revision} stands in the log a second time, where revision ${expected} belongs`;
}

const isRedacted = ({changes, effects, salt}: Entry): boolean =>
	changes === undefined && effects === undefined && salt === undefined;

function altered(entry: Entry, redacted: ReadonlySet<number>): string | undefined {
	const {revision} = entry;
	if (!isTrue(() => entryHash(entry) === entry.hash)) {
		return `revision ${revision} of the log was altered`;
	}
	if (isRedacted(entry)) {
		return redacted.has(revision)
			? undefined
			: `revision ${revision} of the log was stripped of what it tells, and no redaction says so`;
	}
	return isTrue(() => payloadDigest(entry) === entry.payload)
		? undefined
		: `revision ${revision} of the log was altered: its changes and effects are not those that were recorded`;
}

/** What has no canonical form was never recorded. */
function isTrue(test: () => boolean): boolean {
	try {
		return test();
	} catch (error) {
		if (error instanceof Undigestible) return false;
		throw error;
	}
}

function unlinked({revision, previousHash}: Entry, previous: Anchor): string | undefined {
	if (previousHash === previous.hash) return undefined;
	return previous.revision === 0
		? `revision ${revision} of the log follows an entry that is missing`
		: `revision ${revision} of the log does not follow from revision ${previous.revision}: one of the two was replaced`;
}

/**
 * The entries after a break that are whole in themselves and follow from each other, up to the log's
 * end: whoever broke the log there left the rest alone, or made it anew.
 */
export function looseEnd(log: readonly Entry[], {index}: Break): Entry[] {
	const redacted = redactedIn(log);
	for (const start of [index, index + 1]) {
		const rest = log.slice(start);
		const [first] = rest;
		if (!first || rest.length < 2) return [];
		const anchor = {revision: first.revision - 1, hash: first.previousHash};
		if (!findBreak(rest, {anchor, redacted})) return rest;
	}
	return [];
}
