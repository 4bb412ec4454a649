import {sha256} from '../domain/log/chain.ts';
import {roles} from '../domain/schema/values.ts';
import {fits} from '../domain/schema/walk.ts';
import {longest} from './presence.ts';
import type {Present} from './store.ts';

/** The most bytes that a session's record may have: one block, so that a full disk still takes each move. */
export const largestRecord = 4096;

const isText = (value: unknown, what: keyof typeof longest): value is string =>
	typeof value === 'string' && value.isWellFormed() && value.length <= longest[what];

const isAbsentOr = (value: unknown, what: keyof typeof longest): value is string | undefined =>
	value === undefined || isText(value, what);

const isInstant = (value: unknown): value is string => fits(value, 'instant');

const isBare = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The actor of a record, or undefined. What this version does not know is left out: keys, a role. */
function actorIn(value: unknown): Present['actor'] | undefined {
	if (!isBare(value)) return undefined;
	const {user, host, name, person, role} = value;
	if (!isText(user, 'user') || !isText(host, 'host') || !isAbsentOr(name, 'name')) return undefined;
	if (!isAbsentOr(person, 'id')) return undefined;
	const known = roles.find((one) => one === role);
	return {
		user,
		host,
		...(name !== undefined && {name}),
		...(person !== undefined && {person}),
		...(known && {role: known}),
	};
}

/** The place of a record, or undefined; another way of saying who leads is left out. */
function placeIn(value: unknown): Present['place'] | undefined {
	if (!isBare(value)) return undefined;
	const {screen, id, selected, variant, scroll, doing, reading, leads, looks} = value;
	const isCount = typeof scroll === 'number' && Number.isSafeInteger(scroll) && scroll >= 0;
	if (
		!isText(screen, 'screen') ||
		!isAbsentOr(id, 'id') ||
		!isAbsentOr(selected, 'selected') ||
		!isAbsentOr(variant, 'variant') ||
		!isAbsentOr(doing, 'doing') ||
		!isAbsentOr(reading, 'reading') ||
		!(scroll === undefined || isCount) ||
		!(looks === undefined || typeof looks === 'boolean')
	) {
		return undefined;
	}
	return {
		screen,
		...(id !== undefined && {id}),
		...(selected !== undefined && {selected}),
		...(variant !== undefined && {variant}),
		...(scroll !== undefined && {scroll}),
		...(doing !== undefined && {doing}),
		...(reading !== undefined && {reading}),
		...(isInstant(leads) && {leads}),
		...(looks !== undefined && {looks}),
	};
}

/** How many digits of the digest stand before a record. */
const digits = 16;

/**
 * A session's record: a digest and JSON, on one line. It is written over the one before, and whatever is
 * left of a longer one stands behind the line break; a reader who meets a half-written one sees by the
 * digest that it is none.
 */
export function encodeRecord(key: string, present: Present): Buffer {
	const json = JSON.stringify({key, ...present});
	return Buffer.from(`${digest(json)} ${json}\n`);
}

/**
 * What the bytes of a session's file say, or undefined when that is not a record, or not that of the file's
 * `key`: a second name for a session's file does not show it twice.
 */
export function decodeRecord(key: string, bytes: Buffer): Present | undefined {
	const line = bytes.toString('utf8', 0, bytes.indexOf('\n'));
	const json = line.slice(digits + 1);
	if (line !== `${digest(json)} ${json}`) return undefined;
	try {
		const record: unknown = JSON.parse(json);
		if (!isBare(record) || record['key'] !== key) return undefined;
		const {session, since, at} = record;
		const [actor, place] = [actorIn(record['actor']), placeIn(record['place'])];
		const isKnown = actor && place && isText(session, 'session') && session !== '';
		return isKnown && isInstant(since) && isInstant(at)
			? {session, actor, place, since, at}
			: undefined;
	} catch {
		return undefined;
	}
}

const digest = (json: string): string => sha256(json).slice(0, digits);
