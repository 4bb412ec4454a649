import type {Actor} from './schema/index.ts';

/**
 * How an actor is named in records and sentences: a name that was only claimed (`--as`) stands beside the login that it
 * was claimed by. This is the one place where a claim could be told as a fact, once something bears it out.
 */
export const actorName = ({
	user,
	name = user,
	person,
}: Pick<Actor, 'user' | 'name' | 'person'>): string =>
	name === user || person !== undefined ? name : `${name} (login ${user})`;
