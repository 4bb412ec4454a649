import {z} from 'zod';
import {same} from '../equal.ts';
import type {Draft} from '../draft.ts';
import {personName} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import {keysOf, sayNoPerson} from '../rules/persons.ts';
import {personKey} from '../rules/roles.ts';
import {
	type Database,
	enteredTextSchema,
	idSchema,
	type Person,
	personSchema,
	type Role,
	roles,
} from '../schema/index.ts';
import {roleWords} from '../words.ts';
import {refuseUnknown, type Rules} from './family.ts';

const fingerprintSchema = personSchema.shape.keys.unwrap().element.shape.fingerprint;

/** A login, a group (`%clerks`) or a person (`person:CT`). What has been named by hand can always be taken out. */
const holderSchema = z.string().min(1).max(200);

/** Who comes in, and as what: keys and logins of persons, and the roles. */
export const accessChanges = [
	z.strictObject({
		kind: z.literal('person/authorize'),
		person: idSchema,
		/** SHA-256 of the public key, as `ssh-keygen -l` tells it. */
		fingerprint: fingerprintSchema,
		note: enteredTextSchema.optional(),
	}),
	z.strictObject({
		kind: z.literal('person/revoke'),
		person: idSchema,
		fingerprint: fingerprintSchema,
	}),
	z.strictObject({
		kind: z.literal('person/login'),
		person: idSchema,
		/** An account of the operating system: given to the person or, with `gone`, taken from them. */
		login: z.string().min(1).max(200),
		gone: z.literal(true).optional(),
	}),
	z.strictObject({
		kind: z.literal('rules/roles'),
		/** Whose roles change, from which to which; a side that is absent is none. */
		roles: z
			.array(
				z.strictObject({
					who: holderSchema,
					from: z.enum(roles).optional(),
					to: z.enum(roles).optional(),
				}),
			)
			.min(1)
			.max(1000),
	}),
] as const;
type Change = z.infer<(typeof accessChanges)[number]>;

const mostKeys = 20;

export const accessRules: Rules<Change> = {
	'person/authorize': {
		undoable: true,
		apply(draft, {person, fingerprint, note}, {now}) {
			const refused = refuseUnknown(draft, 'people', person);
			if (refused) return refused;
			const holder = draft.database.people.find((one) =>
				keysOf(one).some((key) => key.fingerprint === fingerprint),
			);
			if (holder) {
				return reject('state', `this key is authorized for ${holder.name} already (${holder.id})`);
			}
			const {keys = [], name} = draft.at(`people/${person}`) as Person;
			if (keys.length >= mostKeys) {
				return reject('invalid', `${name} has ${mostKeys} keys, revoked ones too, and no more`);
			}
			const path = `people/${person}/keys`;
			const id = draft.allocate('K', path);
			draft.add(path, {id, fingerprint, note: note?.trim() || undefined, addedAt: now});
			return undefined;
		},
		tell: ({person, fingerprint, note}, {database}) =>
			`authorized a key of ${personName(database, person)} (${note ? `${note}, ` : ''}${fingerprint})`,
	},
	'person/revoke': {
		undoable: true,
		apply(draft, {person, fingerprint}, {now}) {
			const refused = refuseUnknown(draft, 'people', person);
			if (refused) return refused;
			const holder = draft.at(`people/${person}`) as Person;
			const found = keysOf(holder).find((key) => key.fingerprint === fingerprint);
			if (!found) return reject('state', `${holder.name} has no such key in force`);
			draft.set(`people/${person}/keys/${found.id}`, 'revokedAt', now);
			return undefined;
		},
		tell: ({person, fingerprint}, {database}) =>
			`revoked a key of ${personName(database, person)} (${fingerprint})`,
	},
	'person/login': {
		undoable: true,
		apply: (draft, {person, login, gone}) =>
			refuseUnknown(draft, 'people', person) ?? setLogin(draft, person, login, gone !== true),
		tell: ({person, login, gone}, {database}) =>
			`entered that login ${login} is ${gone ? 'no longer ' : ''}${personName(database, person)}`,
	},
	'rules/roles': {
		undoable: true,
		apply(draft, {roles: wanted}, {owner}) {
			const before = draft.database.rules.roles;
			const after = new Map(Object.entries(before ?? {}));
			for (const {who, from, to} of wanted) {
				const refused = to === undefined ? undefined : refuseNobody(draft.database, who);
				if (refused) return refused;
				if (!same(after.get(who), from)) {
					return reject(
						'conflict',
						`${who}: the role is ${sayRole(after.get(who))}, not ${sayRole(from)}`,
					);
				}
				if (to === undefined) after.delete(who);
				else after.set(who, to);
			}
			const isKept = [...after.values()].includes('administrator');
			if (!isKept && owner !== true) {
				return reject(
					'state',
					'nobody would be left as administrator: name one first, or have this done by the owner of the database’s folder, who always is one',
				);
			}
			draft.set('rules', 'roles', Object.fromEntries(after));
			return undefined;
		},
		tell: ({roles: set}, {database}) =>
			`set ${set.length === 1 ? 'the role' : 'the roles'} of ${set
				.map(
					({who, from, to}) => `${holderName(database, who)} to ${sayRole(to)} (${sayRole(from)})`,
				)
				.join(', ')}`,
	},
};

/** A role in words; none where there is none. */
const sayRole = (role: Role | undefined): string => (role === undefined ? 'none' : roleWords[role]);

const personIn = (who: string): string | undefined =>
	who.startsWith(personKey('')) ? who.slice(personKey('').length) : undefined;

/** A holder of a role as people call them: a person by name. */
function holderName(database: Database, who: string): string {
	const person = personIn(who);
	return person === undefined ? who : `${personName(database, person)} (${who})`;
}

/** Why nobody can be called that, when nobody can. */
function refuseNobody({people}: Database, who: string): Rejection | undefined {
	// Object keys of their own kind, and what no system has for a name.
	if (!/^%?[^\s%:=][^:=\p{Cc}]*$/u.test(who) && personIn(who) === undefined) {
		return reject('invalid', `“${who}” is not a login, %group or person:ID`);
	}
	if (who === '__proto__') return reject('invalid', `“${who}” is not a login, %group or person:ID`);
	const person = personIn(who);
	if (person === undefined || people.some(({id}) => id === person)) return undefined;
	return reject('unknown', sayNoPerson({people}, person));
}

function setLogin(
	draft: Draft,
	person: string,
	login: string,
	isTheirs: boolean,
): Rejection | undefined {
	const {logins = [], name} = draft.at(`people/${person}`) as Person;
	const holder = draft.database.people.find((one) => one.logins?.includes(login));
	if (isTheirs && holder) {
		return reject('state', `the login ${login} is that of ${holder.name} already (${holder.id})`);
	}
	if (isTheirs && logins.length >= mostKeys) {
		return reject('invalid', `${name} has ${mostKeys} logins, and no more`);
	}
	if (!isTheirs && !logins.includes(login)) {
		return reject('state', `the login ${login} is not that of ${name}`);
	}
	const left = isTheirs ? [...logins, login] : logins.filter((one) => one !== login);
	draft.set(`people/${person}`, 'logins', left.length === 0 ? undefined : left);
	return undefined;
}
