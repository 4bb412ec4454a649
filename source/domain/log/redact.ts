import type {Database, Effect, Entry} from '../schema/index.ts';
import {everyText} from '../schema/texts.ts';
import {type Bare, find, isKeyedList, keyOf} from './patch.ts';
import {quoteOf, stringsIn} from './quote.ts';
import {undoneBy} from './standing.ts';

/** A text that is taken out: its wording and, where a field is meant, where it stands. Without that it is the text itself, wherever. */
export type Redaction = {record?: string; field?: string; text: string};

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
function withTextAt(holder: Bare, field: string, text: string): unknown {
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
export function tells({changes, effects}: Entry, redaction: Redaction): boolean {
	if (!changes || !effects) return false;
	const {record, field, text} = redaction;
	const quote = quoteOf(text, record === undefined);
	const isTouched = record !== undefined && field !== undefined && touches(effects, record, field);
	return isTouched || stringsIn([changes, effects]).some(quote.isIn);
}

function touches(effects: readonly Effect[], record: string, field: string): boolean {
	const spot = `${record}/${field}`;
	const [top] = field.split('/');
	return effects.some((effect) => {
		const place = effect.field === undefined ? effect.record : `${effect.record}/${effect.field}`;
		// A list of records is told by their order, which holds no text; the list that the text stands in does.
		const isOrder = Array.isArray(effect.from ?? effect.to) && place !== `${record}/${top}`;
		return !isOrder && `${spot}/`.startsWith(`${place}/`);
	});
}

/** A field by its top, and its whole value afterwards. */
type Whole = {record: string; field: string; to: unknown};

/**
 * Where each record's texts have to be replaced so that a text stands nowhere any more, and by what. A field is
 * named by its top, as effects name it: what stands there afterwards is one value.
 */
export function replacements(
	database: Database,
	{record: own, field: spot, text}: Redaction,
	by: string,
): Whole[] {
	const quote = quoteOf(text, own === undefined);
	const found = new Map<string, Whole & {isAlone: boolean}>();
	for (const place of everyText(database)) {
		// A field within a field may be called by either of two ways.
		const isOwn = `${place.record}/${place.field}` === `${own}/${spot}`;
		if (!isOwn && !quote.isIn(place.text)) continue;
		const {record} = place;
		const [field = ''] = place.field.split('/');
		const key = `${record}/${field}`;
		const holder = {[field]: found.get(key)?.to ?? find(database, record)?.[field]};
		const wording = isOwn ? by : quote.replace(place.text, by);
		const isAlone = isOwn && !found.has(key);
		found.set(key, {record, field, to: withTextAt(holder, place.field, wording), isAlone});
	}
	return [...found.values()].map(({isAlone, ...whole}) => {
		if (!isAlone || own === undefined || spot === undefined) return whole;
		const [field = ''] = spot.split('/');
		return {record: own, field, to: withTextAt(find(database, own) ?? {}, spot, by)};
	});
}

/** The wordings that the log still tells of a field, whether or not its record is still there; each once, oldest first. */
export function toldTexts(log: readonly Entry[], record: string, field: string): string[] {
	const [top = ''] = field.split('/');
	const texts = log
		.flatMap(({effects = []}) => effects)
		.flatMap((effect) =>
			[effect.from, effect.to].flatMap((value) => {
				const holder =
					effect.field === undefined
						? within(effect.record, value, record)
						: effect.record === record && effect.field === top
							? {[top]: value}
							: undefined;
				const text = holder && textAt(holder, field);
				return text === undefined || text.trim() === '' ? [] : [text];
			}),
		);
	return [...new Set(texts)];
}

/** The record at `path` in a record that an effect added or removed. */
function within(record: string, value: unknown, path: string): Bare | undefined {
	if (value === undefined || !`${path}/`.startsWith(`${record}/`)) return undefined;
	const steps = path.slice(record.length).split('/').filter(Boolean);
	const found = steps.reduce<unknown>(
		(node, step) =>
			isKeyedList(node)
				? node.find((element) => keyOf(element) === step)
				: (node as Bare | undefined)?.[step],
		value,
	);
	return typeof found === 'object' && found !== null && !Array.isArray(found)
		? (found as Bare)
		: undefined;
}

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
		redacts.push({
			revision: entry.revision,
			...(undid === undefined ? {} : {undid}),
			...placesOf(entry),
		});
		return kept;
	});
	return {log: stripped, redacts};
}

/**
 * Where an act that fell in an item altered something, without any value: should the item be exempt, what the act
 * did beside the text stays private all the same.
 */
const placesOf = ({during, effects = []}: Entry): {places?: {record: string; field?: string}[]} =>
	during?.item === undefined
		? {}
		: {
				places: effects.map(({record, field}) => ({
					record,
					...(field === undefined ? {} : {field}),
				})),
			};
