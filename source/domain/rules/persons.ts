import type {Actor, Database, Person} from '../schema/index.ts';
import {nearest} from '../words.ts';

/**
 * Who acts, before the database was asked: `keyed` where a key told the person, on an account that several share. Then
 * the account stands for nobody.
 */
type KnownActor = {actor: Actor; keyed?: boolean};

/**
 * Who acts, with the person where the database knows them: by the key, or by a login that stands with one person alone.
 * A name that is claimed besides stays a claim, and the login is told beside it; what an actor says of a person by
 * itself counts for nothing.
 */
export function actorIn({people}: Pick<Database, 'people'>, {actor, keyed}: KnownActor): Actor {
	const {person, key, ...bare} = actor;
	if (keyed) {
		const name = people.find(({id}) => id === person)?.name ?? person;
		return {
			...bare,
			...(name === undefined ? {} : {name}),
			...(person === undefined ? {} : {person}),
			...(key === undefined ? {} : {key}),
		};
	}
	if (bare.name !== undefined) return bare;
	const [found, ...others] = people.filter(({logins}) => logins?.includes(bare.user));
	return found && others.length === 0 ? {...bare, name: found.name, person: found.id} : bare;
}

/** How many ids are told to whoever named one that there is not. */
const mostTold = 20;

/** What is said of an id that is not a person's: what may have been meant, or else which there are. */
export function sayNoPerson({people}: Pick<Database, 'people'>, id: string): string {
	const ids = people.map((person) => person.id).toSorted();
	const [near] = nearest(id, ids);
	const told = ids.length > mostTold ? [...ids.slice(0, mostTold), '…'] : ids;
	if (near !== undefined) return `there is no person ${id}; did you mean ${near}?`;
	return `there is no person ${id}${told.length === 0 ? '' : `; there are ${told.join(', ')}`}`;
}

/** The keys of a person that are good. */
export const keysOf = ({keys = []}: Pick<Person, 'keys'>) =>
	keys.filter(({revokedAt}) => revokedAt === undefined);

const askWhom = 'ask whoever looks after the database';

/** Why somebody who comes by a key may do nothing, when they may not. */
export function whyNoKey(
	{people}: Pick<Database, 'people'>,
	{actor: {person, key}, keyed}: KnownActor,
): string | undefined {
	if (!keyed) return undefined;
	const found = people.find(({id}) => id === person);
	if (!found) return `this key is for ${person}, whom the database does not know: ${askWhom}`;
	const good = keysOf(found);
	if (key === undefined ? good.length > 0 : good.some(({fingerprint}) => fingerprint === key)) {
		return undefined;
	}
	const wasGood = found.keys?.some(({fingerprint}) => key === undefined || fingerprint === key);
	return wasGood
		? `this key of ${found.name} was revoked: ${askWhom}`
		: `this key is not authorized for ${found.name}: ${askWhom}`;
}
