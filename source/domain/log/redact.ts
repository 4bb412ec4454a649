import type {Entry} from '../schema/index.ts';
import {undoneBy} from './standing.ts';

/** A text that is taken out of the log: where it stood, and its wording now. */
export type Redaction = {record: string; field: string; text: string};

/**
 * Whether an entry tells of a text: it altered the field, added the record (or an object or a record that this
 * lies in), or quotes the wording elsewhere.
 */
function tells({changes, effects}: Entry, {record, field, text}: Redaction): boolean {
	if (!changes || !effects) return false;
	const spot = `${record}/${field}`;
	const touched = effects.some((effect) => {
		const place = effect.field === undefined ? effect.record : `${effect.record}/${effect.field}`;
		// A list of records is told by their order, which holds no text.
		const isOrder = Array.isArray(effect.from ?? effect.to);
		return !isOrder && `${spot}/`.startsWith(`${place}/`);
	});
	const quotes = (told: string) =>
		told === text || (text.length >= shortestQuote && told.includes(text));
	return touched || textsIn([changes, effects]).some(quotes);
}

/** A shorter text is looked for only where it stands alone: it is part of too much that is not meant. */
const shortestQuote = 12;

/** Every text in a value. */
const textsIn = (value: unknown): string[] =>
	typeof value === 'string'
		? [value]
		: typeof value === 'object' && value !== null
			? Object.values(value).flatMap(textsIn)
			: [];

/**
 * The log without the changes and effects of every entry that tells of one of the texts. The hashes
 * stay as they are, because they cover only the digest of what is gone. What stays, too, are salted digests
 * of the whole record from when it held the text: who knows all else in the record could try a guess of a
 * short text against them. `redacts` is for the redacting
 * act's own entry: which entries were stripped and, where one was an undo, what it had undone.
 */
export function redactLog(
	log: readonly Entry[],
	redactions: readonly Redaction[],
): {log: Entry[]; redacts: NonNullable<Entry['redacts']>} {
	const redacts: NonNullable<Entry['redacts']> = [];
	const stripped = log.map((entry) => {
		if (!redactions.some((redaction) => tells(entry, redaction))) return entry;
		const {changes: _changes, effects: _effects, salt: _salt, ...kept} = entry;
		const undid = undoneBy(entry);
		redacts.push({revision: entry.revision, ...(undid === undefined ? {} : {undid})});
		return kept;
	});
	return {log: stripped, redacts};
}
