import type {Database, Entry} from '../../schema/index.ts';
import {collections} from '../../schema/values.ts';

/** Who did something without saying under which name. */
const somebody = 'Somebody';

/** Who acted, without login, host and role: those are for who runs the server. Without a host it is one that was told so before. */
export const publicActor = ({user, host, name}: Entry['actor']): Entry['actor'] => ({
	user: host === '' ? user : (name ?? somebody),
	host: '',
});

/** The logins of all who ever acted. A name that somebody gave is none, even if it is another's login. */
export function loginsIn(log: readonly Entry[]): ReadonlySet<string> {
	const names = new Set(log.map(({actor}) => actor.name));
	return new Set(
		log.flatMap(({actor: {user, host}}) => (host === '' || names.has(user) ? [] : [user])),
	);
}

/** Every `by` in a value: who commented, corrected, sealed. Records are never altered, only replaced. */
const known = new WeakMap<object, string[]>();
function signaturesIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	const found =
		known.get(value) ??
		Object.entries(value).flatMap(([name, inner]) =>
			name === 'by' && typeof inner === 'string' ? [inner] : signaturesIn(inner),
		);
	known.set(value, found);
	return found;
}

const besideName = / \(login [^()]*\)$/;

/** A signature without a login: alone, or beside the name that was claimed. */
const withoutLogin = (by: string, logins: ReadonlySet<string>): string =>
	logins.has(by) ? somebody : by.replace(besideName, '');

/** A value that names nobody by a login; the very same one where it does not anyway. */
export function withoutLogins<Value>(value: Value, logins: ReadonlySet<string>): Value {
	const isClean = signaturesIn(value).every((by) => withoutLogin(by, logins) === by);
	if (isClean || typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((one: unknown) => withoutLogins(one, logins)) as Value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [
			name,
			name === 'by' && typeof inner === 'string'
				? withoutLogin(inner, logins)
				: withoutLogins<unknown>(inner, logins),
		]),
	) as Value;
}

/** The same of all records of a database. */
export function recordsWithoutLogins(database: Database, logins: ReadonlySet<string>): Database {
	const lists = collections.map((name) => [name, withoutLogins(database[name], logins)] as const);
	return lists.every(([name, list]) => list === database[name])
		? database
		: {...database, ...Object.fromEntries(lists)};
}
