import type {Entry} from '../schema/index.ts';
import {type Bare, isKeyedList} from './patch.ts';
import {undoneBy} from './standing.ts';

/** A text that is taken out of the log: where it stood, and its wording now. */
export type Redaction = {record: string; field: string; text: string};

/**
 * The text in a field of a record, or undefined. A field within the field, or a place in a list counted from one,
 * follows behind a stroke: `callIn/reasons`, `recommendations/2`, `implications/1/text`.
 */
export function textAt(holder: Bare, field: string): string | undefined {
	const found = stepsOf(field).reduce<unknown>(
		(node, step) =>
			typeof node === 'object' && node !== null && !isKeyedList(node) && Object.hasOwn(node, step)
				? (node as Bare)[step]
				: undefined,
		holder,
	);
	return typeof found === 'string' ? found : undefined;
}

/** The value of the whole field once something else stands in place of such a text. */
export function withTextAt(holder: Bare, field: string, text: string): unknown {
	const put = (node: unknown, [step, ...rest]: string[]): unknown => {
		if (step === undefined) return text;
		const inner = put((node as Bare)[step], rest);
		return Array.isArray(node)
			? node.with(Number(step), inner)
			: {...(node as Bare), [step]: inner};
	};
	const [top = '', ...inside] = stepsOf(field);
	return put(holder[top], inside);
}

/** The way to a text; people count from one. */
const stepsOf = (field: string): string[] =>
	field.split('/').map((step) => (/^\d+$/.test(step) ? String(Number(step) - 1) : step));

/**
 * Whether an entry tells of a text: it altered the field, added the record (or an object or a record that this
 * lies in), or quotes the wording elsewhere.
 */
function tells({changes, effects}: Entry, {record, field, text}: Redaction): boolean {
	if (!changes || !effects) return false;
	const spot = `${record}/${field}`;
	const [top] = field.split('/');
	const touched = effects.some((effect) => {
		const place = effect.field === undefined ? effect.record : `${effect.record}/${effect.field}`;
		// A list of records is told by their order, which holds no text; the list that the text stands in does.
		const isOrder = Array.isArray(effect.from ?? effect.to) && place !== `${record}/${top}`;
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
