import {actorName} from '../actor.ts';
import {sayAgo} from '../calendar.ts';
import type {Draft} from '../draft.ts';
import {same} from '../equal.ts';
import {sayFieldName, sayKnown} from '../known-value.ts';
import {type Bare, fieldValue, find} from '../log/patch.ts';
import {nameOf} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import type {Actor, Collection, Database, Effect, Entry} from '../schema/index.ts';
import {nearest, recordWords, sayValue} from '../words.ts';
import {z} from 'zod';

/** What an act cannot know by itself; the store supplies it at the moment of commit. */
export type Context = {
	/** The instant of the commit, UTC. */
	now: string;
	actor: Actor;
	/** The operating system's groups of the actor, and whether the database is theirs to administer. */
	groups?: readonly string[];
	owner?: boolean;
	/** Whether a key told the person, on an account that several share. */
	keyed?: boolean;
	/** Why the account is less than it seems, for whoever is refused something because of it. */
	caution?: string;
	/** Names the session, so that everybody undoes their own acts only. */
	session: string;
	/** Sixteen random bytes in hexadecimal, which keep the log's digests from being guessed. */
	salt: string;
	/** The open meeting in which the act falls, and its current item. */
	during?: {meeting: string; item?: string};
};

/** What a family says of one kind of change. */
export type Rule<Change> = {
	/** Carries the change out on the draft, or says why not; a refused draft is thrown away. */
	apply(draft: Draft, change: Change, context: Context): Rejection | undefined;
	/** Whether the generic undo may take it back. */
	undoable: boolean;
	/** What was done, as a clause that follows a name: “set P1-04 to Delivered”. */
	tell(change: Change, told: TellContext): string;
};

/** What a sentence may draw on: the act's effects, and the database for names. */
export type TellContext = {database: Database; effects: readonly Effect[]};

/** One rule for every kind of a family's changes. */
export type Rules<Change extends {kind: string}> = {
	[Kind in Change['kind']]: Rule<Extract<Change, {kind: Kind}>>;
};

/** A value that a change expects to replace (`from`) and what it puts there (`to`); absent is nothing. */
export const replaced = <Value extends z.ZodType>(value: Value) =>
	z.strictObject({from: value.optional(), to: value.optional()});

/** As `replaced`, for a field that must not be left without a value. */
export const replacedRequired = <Value extends z.ZodType>(value: Value) =>
	z.strictObject({from: value.optional(), to: value});

/** Every field of a shape as a change replaces it; one that the shape does without may be left empty. */
export const replacing = <Shape extends Record<string, z.ZodType>>(shape: Shape) =>
	Object.fromEntries(
		Object.entries(shape).map(([name, value]) => [
			name,
			value.safeParse(undefined).success ? replaced(value) : replacedRequired(value),
		]),
	) as unknown as {
		[Name in keyof Shape]: z.ZodObject<
			{from: z.ZodOptional<Shape[Name]>; to: z.ZodOptional<Shape[Name]>},
			z.core.$strict
		>;
	};

/** Finds the record that a change names, or says that there is none and which id may have been meant. */
export function refuseUnknown(
	draft: Draft,
	collection: Collection,
	id: string | undefined,
): Rejection | undefined {
	if (id === undefined || find(draft.database, `${collection}/${id}`)) return undefined;
	const ids = draft.database[collection].map((record) => record.id);
	const [near] = nearest(id, ids);
	return reject(
		'unknown',
		`there is no ${recordWords[collection]} ${id}${near ? `; did you mean ${near}?` : ''}`,
	);
}

/** Refuses when a field no longer holds what the change expects, and says who changed it and when. */
export function refuseStale(
	draft: Draft,
	path: string,
	field: string,
	from: unknown,
	context: Context,
): Rejection | undefined {
	const current = fieldValue(draft.at(path), field);
	if (same(orAbsent(current), orAbsent(from))) return undefined;
	const what = `${nameOf(draft.database, path)}: ${sayFieldName(path, field)}`;
	// Theirs is what nobody who is about to replace it has seen: nearly all of it is told.
	const is = sayStored(draft.database, path, field, current, 240);
	const was = sayStored(draft.database, path, field, from);
	const last = lastTouch(draft.database, path, field);
	if (!last) {
		return reject('conflict', `${what} ${is && was ? `is ${is}, not ${was}` : 'is not as it was'}`);
	}
	const who = last.session === context.session ? 'you' : actorName(last.actor);
	const ago = sayAgo(last.at, context.now);
	return reject(
		'conflict',
		is && was
			? `${what} – ${who} set this to ${is} ${ago}; it was ${was}`
			: `${what} – ${who} altered this ${ago}`,
	);
}

/** A field's value as people say it; undefined for what has parts, which no sentence holds. */
function sayStored(
	database: Database,
	path: string,
	field: string,
	value: unknown,
	longest = 60,
): string | undefined {
	const said = sayKnown(database, path, field, value, longest);
	if (said !== undefined) return said;
	const hasParts = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
	return hasParts ? undefined : sayValue(field, value, longest);
}

/** An empty text is the same as none. */
const orAbsent = (value: unknown): unknown => (value === '' ? undefined : value);

/** The newest log entry that altered a field or, without one, anything in the record at `path`. */
export function lastTouch(database: Database, path: string, field?: string): Entry | undefined {
	const place = field === undefined ? path : `${path}/${field}`;
	const touches = (effect: Effect): boolean => {
		if (effect.field !== undefined) {
			const altered = `${effect.record}/${effect.field}`;
			return altered === place || (field === undefined && altered.startsWith(`${place}/`));
		}
		// A record that came or went: this one, one that it lies in, or one that lies in it.
		return (
			effect.record === place ||
			place.startsWith(`${effect.record}/`) ||
			effect.record.startsWith(`${place}/`)
		);
	};
	return database.log.findLast((entry) => entry.effects?.some(touches));
}

/** Sets several fields, each only if it still holds what the change expects. */
export function replaceFields(
	draft: Draft,
	path: string,
	fields: Record<string, {from?: unknown; to?: unknown} | undefined>,
	context: Context,
): Rejection | undefined {
	for (const [field, change] of Object.entries(fields)) {
		if (!change) continue;
		const rejection = refuseStale(draft, path, field, change.from, context);
		if (rejection) return rejection;
		draft.set(path, field, orAbsent(change.to));
	}
	return undefined;
}

/**
 * Puts a list of records into another order, only if it still stands as the change expects; `otherwise` is what is said of
 * an order that is not one of the same records.
 */
export function reorder(
	draft: Draft,
	path: string,
	list: string,
	{from, to}: {from: readonly string[]; to: readonly string[]},
	otherwise: string,
	context: Context,
): Rejection | undefined {
	const stale = refuseStale(draft, path, list, from, context);
	if (stale) return stale;
	if (!same(from.toSorted(), to.toSorted())) return reject('invalid', otherwise);
	draft.set(path, list, to);
	return undefined;
}

/**
 * The id that an act gave to the record it added to a collection; empty before it is known. `like` is
 * a field of that record, which tells it from others that the same act added.
 */
export const addedId = (
	{effects}: TellContext,
	collection: Collection,
	like: Record<string, string>,
): string => {
	const added = effects.find(
		({record, field, to}) =>
			field === undefined &&
			record.startsWith(`${collection}/`) &&
			Object.entries(like).every(([name, value]) => (to as Bare | undefined)?.[name] === value),
	);
	return added?.record.slice(collection.length + 1) ?? '';
};
