import type {Change} from '../changes/index.ts';
import {reject, type Rejection} from '../rejection.ts';
import type {Database, Role} from '../schema/index.ts';

/**
 * What each role may do, by kinds of change; `meeting/*` is every kind of that family. The one table of
 * permissions. The real wall is the file's own permissions: who may not write it can do nothing here either.
 */
const permissions: Record<Role, readonly string[]> = {
	administrator: ['*'],
	secretary: [
		'strategy/*',
		'project/*',
		'report/*',
		'meeting/*',
		'agenda/*',
		'attendance/*',
		'declaration/*',
		'decision/*',
		'notice/*',
		'minutes/*',
		'action/*',
		'board/*',
		'person/*',
		'member/*',
		'undo',
		'redact',
	],
	chair: [
		'project/*',
		'meeting/*',
		'agenda/*',
		'attendance/*',
		'declaration/*',
		'decision/record',
		'action/*',
		'undo',
	],
	member: ['project/update', 'action/status', 'undo'],
	observer: [],
};

const rolesInOrder = Object.keys(permissions) as Role[];

const covers = (pattern: string, kind: string): boolean =>
	pattern === '*' ||
	pattern === kind ||
	(pattern.endsWith('/*') && kind.startsWith(pattern.slice(0, -1)));

/** Whether a role may do a kind of change. */
export const mayDo = (role: Role, kind: string): boolean =>
	permissions[role].some((pattern) => covers(pattern, kind));

/** What the operating system says of whoever acts. */
export type Account = {user: string; groups?: readonly string[]; owner?: boolean};

/**
 * The role of an account: the one that the database gives the user, else the highest that it gives one
 * of the user's groups (`%clerks`, as in sudoers); who owns the file is its administrator. Undefined
 * when the database names no roles: then everybody who may write it may do everything.
 */
export function roleOf({rules}: Pick<Database, 'rules'>, account: Account): Role | undefined {
	const given = rules.roles;
	if (account.owner) return given ? 'administrator' : undefined;
	if (!given) return undefined;
	const {user, groups = []} = account;
	// Nobody becomes a group by being called like its entry.
	if (!user.startsWith('%') && Object.hasOwn(given, user)) return given[user];
	const byGroup = groups.flatMap((group) => {
		const isNamed = group !== '' && Object.hasOwn(given, `%${group}`);
		const role = isNamed ? given[`%${group}`] : undefined;
		return role ? [role] : [];
	});
	return rolesInOrder.find((role) => byGroup.includes(role)) ?? 'observer';
}

/** As `forbidden`, of a change: who takes an act back must be somebody who may do what is in it. */
export function forbiddenChange(
	role: Role | undefined,
	change: Change,
	{log}: Pick<Database, 'log'>,
): Rejection | undefined {
	if (role === undefined) return undefined;
	const refused = forbidden(role, change.kind);
	if (refused || change.kind !== 'undo') return refused;
	const taken = log.find(({revision}) => revision === change.revision);
	const inner = (taken?.changes ?? []) as Change[];
	for (const one of inner) {
		// An undo is of an earlier act than its own, so this ends.
		const isEarlier = one.kind !== 'undo' || one.revision < change.revision;
		const rejection = !isEarlier
			? undefined
			: one.kind === 'undo' && !tells(log, one.revision)
				? forbiddenUnknown(role, one.revision)
				: forbiddenChange(role, one, {log});
		if (rejection) return rejection;
	}
	return undefined;
}

/** Whether the log still tells what was done in an act. */
const tells = (log: Database['log'], wanted: number): boolean =>
	log.some(({revision, changes}) => revision === wanted && changes !== undefined);

/** Who brings back an act that was archived or redacted since may do anything: what was in it cannot be seen. */
const forbiddenUnknown = (role: Role, revision: number): Rejection | undefined =>
	mayDo(role, '*')
		? undefined
		: reject(
				'forbidden',
				`undo: the log no longer tells what revision ${revision} was, so only an administrator may bring it back`,
			);

const article = (role: Role): string => (/^[aeiou]/.test(role) ? `an ${role}` : `a ${role}`);

/** Why a role may not do a kind of change, as a refusal of it. */
export function forbidden(role: Role | undefined, kind: string): Rejection | undefined {
	const why = whyForbidden(role, kind);
	return why === undefined ? undefined : reject('forbidden', `${kind}: ${why}`);
}

/** Why a role may not do a kind of change, in words: who may. */
export function whyForbidden(role: Role | undefined, kind: string): string | undefined {
	if (role === undefined || mayDo(role, kind)) return undefined;
	const who = rolesInOrder.filter((other) => mayDo(other, kind));
	const last = who.pop();
	const others = who.length > 0 ? `${who.join(', ')} or ${last}` : last;
	return `${article(role)} may not do this: it is for ${others}`;
}
