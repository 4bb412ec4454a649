import {userInfo} from 'node:os';
import process from 'node:process';
import {Unusable} from '../../store.ts';
import {visible} from '../../show.ts';
import {readPassword, readService} from './secrets.ts';
import {readTls, type Tls} from './tls.ts';
import {parseUrl, sayUrl, type Keyword, type Settings} from './url.ts';

/** A server; a host that begins with a slash is the folder of a Unix socket. */
export type Host = {host: string; port: number};

const attributes = [
	'any',
	'read-write',
	'read-only',
	'primary',
	'standby',
	'prefer-standby',
] as const;
/** Which of several servers will do, in libpq's words. */
type Attributes = (typeof attributes)[number];

/** Everything that is needed to connect. */
export type ServerTarget = {
	/** The URL, without a password. */
	title: string;
	hosts: Host[];
	database: string;
	user: string;
	/** The name of the strategy database among those in the PostgreSQL database. */
	board: string | undefined;
	attributes: Attributes;
	application: string;
	/** How long to wait for one server, in milliseconds. */
	patience: number;
	/** For how long a server that was asked something may be silent, in milliseconds. */
	silence: number;
	/** How to talk to a host; undefined is in plain text. */
	tls(host: string): Tls | undefined;
	/** The password, and why a file that may have it was passed over. */
	password(host: Host): Promise<{password?: string; passedOver?: string}>;
};

/** Longer than a server waits for a lock. A machine that vanished from the network does not hang up. */
const longestSilence = 20_000;

/** libpq's environment variables. */
const variables: Partial<Record<Keyword, string>> = {
	host: 'PGHOST',
	port: 'PGPORT',
	dbname: 'PGDATABASE',
	user: 'PGUSER',
	password: 'PGPASSWORD',
	passfile: 'PGPASSFILE',
	service: 'PGSERVICE',
	connect_timeout: 'PGCONNECT_TIMEOUT',
	target_session_attrs: 'PGTARGETSESSIONATTRS',
	sslmode: 'PGSSLMODE',
	sslrootcert: 'PGSSLROOTCERT',
	sslcert: 'PGSSLCERT',
	sslkey: 'PGSSLKEY',
	application_name: 'PGAPPNAME',
};

/**
 * What a URL means, with what it leaves open from a service file, else from the environment. Throws
 * Unusable.
 */
export async function readTarget(
	url: string,
	env: NodeJS.ProcessEnv = process.env,
): Promise<ServerTarget> {
	const typed = parseUrl(url);
	const fail = (problem: string): never => {
		throw new Unusable(`${sayUrl(typed)}: ${problem}`);
	};
	const fromEnvironment: Settings = {};
	for (const [keyword, variable] of Object.entries(variables)) {
		const value = env[variable];
		if (value) fromEnvironment[keyword as Keyword] = value;
	}
	const service = typed.service ?? fromEnvironment.service;
	const served = service === undefined ? {} : await readService(service, env).catch(unreadable);
	if (!served) return fail(`no service file knows the service “${visible(service ?? '')}”`);
	const settings: Settings = {...fromEnvironment, ...served, ...typed};

	function unreadable(error: unknown): never {
		return fail(`the service file cannot be read: ${(error as Error).message}`);
	}
	const user = settings.user ?? userName() ?? fail('name a user: postgres://user@host/database');
	const database = settings.dbname ?? user;
	const wanted = (settings.target_session_attrs ?? 'any') as Attributes;
	if (!attributes.includes(wanted)) {
		fail(`target_session_attrs is one of ${attributes.join(', ')}, not “${visible(wanted)}”`);
	}
	const seconds = Number(settings.connect_timeout ?? 10);
	if (!(seconds >= 0)) fail('connect_timeout is a number of seconds');
	const {board} = settings;
	if (board !== undefined && !isBoardName(board)) {
		fail(`“${visible(board).slice(0, 60)}” cannot be a board’s name: letters, digits, . _ - only`);
	}
	const hosts = readHosts(settings, fail);
	const {passfile, password: given} = settings;
	return {
		title: sayUrl({...typed, host: settings.host, port: typed.port, dbname: database}),
		hosts,
		database,
		user,
		board,
		attributes: wanted,
		application: settings.application_name ?? 'boardwalk',
		patience: seconds === 0 ? 600_000 : Math.max(seconds, 2) * 1000,
		silence: longestSilence,
		tls: await readTls(settings, hosts, env, fail),
		password: async ({host, port}) =>
			given === undefined
				? readPassword({host, port, database, user}, passfile, env)
				: {password: given},
	};
}

/** What a strategy database may be called in a PostgreSQL database. */
const isBoardName = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/.test(name);

function readHosts(
	{host = 'localhost', port = ''}: Settings,
	fail: (problem: string) => never,
): Host[] {
	const names = host.split(',');
	const ports = port.split(',');
	if (ports.length > 1 && ports.length !== names.length) {
		fail(`there are ${names.length} hosts, but ${ports.length} ports`);
	}
	return names.map((name, index) => {
		const text = (ports.length === 1 ? ports[0] : ports[index]) || '5432';
		const number = Number(text);
		if (!/^\d+$/.test(text) || number < 1 || number > 65_535) {
			fail(`“${visible(text).slice(0, 20)}” is not a port`);
		}
		return {host: name || 'localhost', port: number};
	});
}

function userName(): string | undefined {
	try {
		return userInfo().username;
	} catch {
		return undefined;
	}
}
