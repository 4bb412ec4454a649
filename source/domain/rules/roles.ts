import type {Change, ChangeKind} from '../changes/index.ts';
import {reject, type Rejection} from '../rejection.ts';
import type {Database, Role} from '../schema/index.ts';
import {roles as rolesInOrder} from '../schema/values.ts';
import {roleWords} from '../words.ts';

const everybody = ['administrator', 'secretary', 'chair', 'programme-manager', 'member'] as const;
const clerks = ['administrator', 'secretary'] as const;
const officers = ['administrator', 'secretary', 'chair'] as const;
/** Who keeps the strategy: the programme manager between meetings, the chair and the secretary in them. */
const keepers = ['administrator', 'secretary', 'chair', 'programme-manager'] as const;
const planners = ['administrator', 'secretary', 'programme-manager'] as const;
const administrators = ['administrator'] as const;

/**
 * Who may do what, change by change. The one table of permissions: a change that is not in it does not compile. The real
 * wall is the file's own permissions: who may not write it can do nothing here either.
 */
const permissions: Record<ChangeKind, readonly Role[]> = {
	'strategy/add': planners,
	'strategy/status': clerks,
	'strategy/conclude': planners,
	'project/add': keepers,
	'project/status': keepers,
	'project/update': everybody,
	'project/edit': keepers,
	'milestone/add': keepers,
	'milestone/edit': keepers,
	'milestone/remove': keepers,
	'milestone/order': keepers,
	'request/make': keepers,
	'request/edit': keepers,
	'request/withdraw': keepers,
	'request/gather': officers,
	'request/decide': officers,
	'project/settle': keepers,
	'report/add': planners,
	'report/edit': planners,
	'record/add': keepers,
	'record/edit': keepers,
	'record/order': keepers,
	'record/remove': keepers,
	'record/release': clerks,
	'meeting/add': officers,
	'meeting/edit': officers,
	'meeting/publish': officers,
	'meeting/open': officers,
	'meeting/move': officers,
	'meeting/adjourn': officers,
	'meeting/resume': officers,
	'meeting/close': officers,
	'meeting/public-left': officers,
	'meeting/readmit': officers,
	'meeting/cancel': officers,
	'meeting/preside': officers,
	'agenda/dispose': officers,
	'declaration/asked': officers,
	'decision/edit': clerks,
	'meeting/time': officers,
	'meeting/enter': officers,
	'agenda/add': officers,
	'agenda/edit': officers,
	'agenda/preside': officers,
	'agenda/en-bloc': officers,
	'agenda/exempt': officers,
	'agenda/remove': officers,
	'agenda/order': officers,
	'agenda/note': officers,
	'attendance/set': officers,
	'attendance/arrive': officers,
	'attendance/leave': officers,
	'declaration/add': officers,
	'declaration/edit': officers,
	'declaration/remove': officers,
	'decision/record': officers,
	'decision/take': clerks,
	'delegation/end': clerks,
	'decision/enter': clerks,
	'decision/correct': clerks,
	'decision/retract': clerks,
	'decision/mark': officers,
	'decision/confirm': clerks,
	'decision/publish': clerks,
	'decision/call-in': clerks,
	'decision/release': clerks,
	'notice/add': clerks,
	'notice/edit': clerks,
	'notice/withdraw': clerks,
	'minutes/issue': clerks,
	'minutes/approve': clerks,
	'minutes/sign': clerks,
	'minutes/correct': clerks,
	'action/add': keepers,
	'action/edit': keepers,
	'action/status': everybody,
	'action/progress': everybody,
	'person/add': clerks,
	'person/edit': clerks,
	'person/authorize': administrators,
	'person/revoke': administrators,
	'person/login': administrators,
	'rules/roles': administrators,
	'view/save': keepers,
	'view/remove': keepers,
	'view/keep': everybody,
	'view/drop': everybody,
	'board/add': clerks,
	'board/edit': clerks,
	'board/standing': clerks,
	'board/interests': clerks,
	'interest/register': clerks,
	'interest/end': clerks,
	'member/add': clerks,
	'member/edit': clerks,
	'database/adopt': administrators,
	'database/restore': administrators,
	'database/recover': administrators,
	'database/archive': administrators,
	'database/migrate': administrators,
	undo: everybody,
	redact: clerks,
};

/** Whether a role may do a kind of change; one that this version does not know is an administrator's. */
export const mayDo = (role: Role, kind: string): boolean =>
	(Object.hasOwn(permissions, kind) ? permissions[kind as ChangeKind] : administrators).some(
		(one) => one === role,
	);

/** How a person is named among the roles. */
export const personKey = (id: string): string => `person:${id}`;

/** What the operating system says of whoever acts. */
export type Account = {
	user: string;
	/** The person whom the database knows by this login or key. */
	person?: string | undefined;
	groups?: readonly string[] | undefined;
	owner?: boolean | undefined;
	/** Whether a key told the person: the account, its groups and what it owns are everybody's who has a key then. */
	keyed?: boolean | undefined;
};

/**
 * The role of an account: the one that the database gives the user, else the person (`person:CT`), else the highest
 * that it gives one of the user's groups (`%clerks`, as in sudoers); who owns the folder is administrator. Who comes by
 * a key has the role of the person and no other. Undefined
 * when the database names no roles: then everybody who may write it may do everything.
 */
export function roleOf({rules}: Pick<Database, 'rules'>, account: Account): Role | undefined {
	const given = rules.roles;
	const {user, person, groups = [], keyed} = account;
	const byPerson =
		given && person !== undefined && Object.hasOwn(given, personKey(person))
			? given[personKey(person)]
			: undefined;
	if (keyed) return given && (byPerson ?? 'observer');
	if (account.owner) return given ? 'administrator' : undefined;
	if (!given) return undefined;
	// Nobody becomes a group or a person by being called like their entry.
	const isLogin = !user.startsWith('%') && !user.startsWith(personKey(''));
	if (isLogin && Object.hasOwn(given, user)) return given[user];
	if (byPerson) return byPerson;
	const byGroup = groups.flatMap((group) => {
		const isNamed = group !== '' && Object.hasOwn(given, `%${group}`);
		const role = isNamed ? given[`%${group}`] : undefined;
		return role ? [role] : [];
	});
	return rolesInOrder.find((role) => byGroup.includes(role)) ?? 'observer';
}

/** As `refuseKind`, of a change: who takes an act back must be somebody who may do what is in it. */
export function refuseChange(
	role: Role | undefined,
	change: Change,
	{log}: Pick<Database, 'log'>,
): Rejection | undefined {
	if (role === undefined) return undefined;
	const refused = refuseKind(role, change.kind);
	if (refused || change.kind !== 'undo') return refused;
	const taken = log.find(({revision}) => revision === change.revision);
	const inner = (taken?.changes ?? []) as Change[];
	for (const one of inner) {
		// An undo is of an earlier act than its own, so this ends.
		const isEarlier = one.kind !== 'undo' || one.revision < change.revision;
		const rejection = !isEarlier
			? undefined
			: one.kind === 'undo' && !tells(log, one.revision)
				? refuseUntold(role, one.revision)
				: refuseChange(role, one, {log});
		if (rejection) return rejection;
	}
	return undefined;
}

/** Whether the log still tells what was done in an act. */
const tells = (log: Database['log'], wanted: number): boolean =>
	log.some(({revision, changes}) => revision === wanted && changes !== undefined);

/** Who brings back an act that was archived or redacted since may do anything: what was in it cannot be seen. */
const refuseUntold = (role: Role, revision: number): Rejection | undefined =>
	role === 'administrator'
		? undefined
		: reject(
				'forbidden',
				`undo: the log no longer tells what revision ${revision} was, so only an administrator may bring it back`,
			);

const article = (role: Role): string => `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${roleWords[role]}`;

/** Why a role may not do a kind of change, as a refusal of it. */
export function refuseKind(role: Role | undefined, kind: string): Rejection | undefined {
	const why = whyForbidden(role, kind);
	return why === undefined ? undefined : reject('forbidden', `${kind}: ${why}`);
}

/** Why a role may not do a kind of change, in words: who may. */
export function whyForbidden(role: Role | undefined, kind: string): string | undefined {
	if (role === undefined || mayDo(role, kind)) return undefined;
	const who = rolesInOrder.filter((other) => mayDo(other, kind)).map((other) => roleWords[other]);
	const last = who.pop();
	const others = who.length > 0 ? `${who.join(', ')} or ${last}` : last;
	return `${article(role)} may not do this: it is for ${others}`;
}
