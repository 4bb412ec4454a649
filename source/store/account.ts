import {existsSync, readFileSync} from 'node:fs';
import {userInfo} from 'node:os';
import process from 'node:process';

/** The ids of a process, and what the system's own tables say. Tests hand in their own. */
export type System = {
	/** Undefined on a system that has no such ids. */
	uid: number | undefined;
	/** The group of the process first, then those that the user is in besides. */
	gids: readonly number[];
	/** The user's name in the table of users; throws when there is none. */
	userName(): string;
	/** The table of groups, `/etc/group`; empty when there is none. */
	groupTable(): string;
	/** What other tables (a directory of users) say of groups, in the same form. */
	lookUp(gids: readonly number[]): string;
	/**
	 * How this process sees the ids of users and of groups, as `/proc/self/uid_map` and `gid_map` tell it;
	 * undefined on a system that has no user namespaces.
	 */
	maps: {user: string; group: string} | undefined;
};

/** Who a process acts for, as far as the system vouches for it. */
type OwnAccount = {
	user: string;
	/** By name; looked up when they are asked for, and once. */
	readonly groups: readonly string[];
	uid: number | undefined;
	/** Whether it is the machine's root. */
	isRoot: boolean;
	/** Whether what is this user's by its number is theirs: a number that stands for “somebody” is nobody's. */
	owns: boolean;
	/** Why the account is less than it seems, for whoever is refused something because of it. */
	caution?: string;
};

/** What Linux shows for every id that has none in a user namespace. */
const unmapped = 65_534;

/**
 * Who a process acts for. Nothing decides that the user could have put there: no variable (`$USER`), no program
 * found by its name. A user namespace lets anybody call themselves root, or any number they like (`unshare -Ur`);
 * it is told by a map that is not the machine's. Names are believed in one that has users of its own, as a container
 * does, but its root is not the machine's; where only the person themselves was given a number, none is.
 */
export function accountOf(system: System): OwnAccount {
	const {uid, gids, maps} = system;
	const isMachine = maps === undefined || (isWhole(maps.user) && isWhole(maps.group));
	if (isMachine) return named(system, {uid, isRoot: uid === 0, owns: true});
	const owns = uid !== unmapped && rangeOf(maps.user, uid) !== undefined;
	const isContainer =
		owns &&
		isOfMany(maps.user, uid) &&
		gids.every((gid) => gid !== unmapped && isOfMany(maps.group, gid));
	if (isContainer) {
		const caution =
			'root of a container or user namespace is not taken for the machine’s: to administer the database here, own its folder (chown), or be named in its roles';
		return named(system, {uid, isRoot: false, owns, ...(uid === 0 ? {caution} : {})});
	}
	const outside = owns ? rangeOf(maps.user, uid) : undefined;
	return {
		user: `${outside === undefined ? 'somebody' : `uid ${outside.outside + outside.nth}`} in a user namespace`,
		groups: [],
		uid,
		isRoot: false,
		owns,
		caution:
			'names and groups prove nothing in a user namespace of one’s own: start Boardwalk outside it (unshare, bubblewrap, a rootless container)',
	};
}

/** An account whose names are those of the system's tables. */
function named(system: System, rest: Omit<OwnAccount, 'user' | 'groups'>): OwnAccount {
	let groups: string[] | undefined;
	return {
		user: nameOf(system),
		get groups() {
			return (groups ??= groupNames(system));
		},
		...rest,
	};
}

/** Whether a map is the machine's own: every id is itself. */
const isWhole = (map: string): boolean => /^\s*0\s+0\s+4294967295\s*$/.test(map);

/** The range of a map that an id lies in, and as which it does; undefined when it lies in none. */
function rangeOf(
	map: string,
	id: number | undefined,
): {outside: number; nth: number; count: number} | undefined {
	for (const line of map.split('\n')) {
		const [inside = NaN, outside = NaN, count = NaN] = line.trim().split(/\s+/).map(Number);
		const nth = (id ?? NaN) - inside;
		if (nth >= 0 && nth < count) return {outside, nth, count};
	}
	return undefined;
}

/** Whether an id was mapped together with others: to themselves alone, anybody may give any number. */
const isOfMany = (map: string, id: number | undefined): boolean =>
	(rangeOf(map, id)?.count ?? 0) > 1;

/** The user's name; one without an entry in the tables is known by number. */
function nameOf({uid, userName}: System): string {
	try {
		return userName();
	} catch {
		return `uid ${uid ?? 'unknown'}`;
	}
}

/** The names of the process's groups; one without a name is left out. */
function groupNames({gids, groupTable, lookUp}: System): string[] {
	const names = new Map<number, string>();
	const take = (table: string) => {
		for (const line of table.split('\n')) {
			const [name = '', , number = ''] = line.split(':');
			// Comments, and the marks by which tables once took in others, are not groups.
			const gid = /^\d+$/.test(number) && /^[^#+-]/.test(name) ? Number(number) : NaN;
			if (gids.includes(gid) && !names.has(gid)) names.set(gid, name);
		}
	};
	take(groupTable());
	const unknown = gids.filter((gid) => !names.has(gid));
	if (unknown.length > 0) take(lookUp(unknown));
	return [...new Set(names.values())];
}

/** What a table of the system's holds; undefined when it is not there. */
function read(file: string): string | undefined {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return undefined;
	}
}

/**
 * Whether the system knows a user or a group by a name: by its own table, else by the others (a directory of users) where
 * it can be asked; undefined where nobody can say.
 */
export function isKnown(table: 'passwd' | 'group', name: string): boolean | undefined {
	const listed = read(`/etc/${table}`)?.split('\n');
	if (listed?.some((line) => line.startsWith(`${name}:`))) return true;
	const getent = getents.find((file) => existsSync(file));
	if (getent === undefined) return undefined;
	const {spawnSync} = process.getBuiltinModule('node:child_process');
	const {error, status} = spawnSync(getent, ['--', table, name], {
		stdio: 'ignore',
		env: {LC_ALL: 'C'},
		timeout: 5000,
	});
	return error || (status !== 0 && status !== 2) ? undefined : status === 0;
}

/** `getent`, where systems have it: never whatever is called so in the path. */
const getents = ['/usr/bin/getent', '/bin/getent'];

/** This process, by the system's own tables. */
const thisProcess = (): System => {
	const gid = process.getegid?.();
	const user = read('/proc/self/uid_map');
	return {
		uid: process.geteuid?.(),
		gids: [...new Set([...(gid === undefined ? [] : [gid]), ...(process.getgroups?.() ?? [])])],
		userName: () => userInfo().username,
		groupTable: () => read('/etc/group') ?? '',
		lookUp(gids) {
			const getent = getents.find((file) => existsSync(file));
			if (getent === undefined) return '';
			// With an environment of its own: the user's could say what it loads.
			// Loaded only now: hardly any database gives roles to groups that only a directory knows.
			const {spawnSync} = process.getBuiltinModule('node:child_process');
			const {stdout} = spawnSync(getent, ['group', ...gids.map(String)], {
				encoding: 'utf8',
				env: {LC_ALL: 'C'},
				timeout: 5000,
			});
			return stdout ?? '';
		},
		// A namespace without any map has empty ones.
		maps: user === undefined ? undefined : {user, group: read('/proc/self/gid_map') ?? ''},
	};
};

let known: OwnAccount | undefined;

/** Who this process acts for. It is looked up once: a process keeps its groups. */
export const ownAccount = (): OwnAccount => (known ??= accountOf(thisProcess()));
