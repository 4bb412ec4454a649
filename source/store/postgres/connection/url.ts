import {visible} from '../../show.ts';
import {Unusable} from '../../store.ts';
import {nearest} from '../../../domain/words.ts';

/** What a URL says, by libpq's words for it; `board` is ours. */
export type Settings = Partial<Record<Keyword, string>>;

/** The settings that may stand in a URL or a service file. */
const keywords = [
	'board',
	'host',
	'port',
	'dbname',
	'user',
	'password',
	'passfile',
	'service',
	'connect_timeout',
	'target_session_attrs',
	'sslmode',
	'sslrootcert',
	'sslcert',
	'sslkey',
	'application_name',
] as const;
export type Keyword = (typeof keywords)[number];

export const isKeyword = (word: string): word is Keyword => keywords.includes(word as Keyword);

/**
 * Takes a `postgres://` URL apart. Node's own URL knows no list of hosts, which libpq's have. Throws
 * Unusable without ever repeating what may hold a password.
 */
export function parseUrl(url: string): Settings {
	const [, userinfo, authority = '', path = '', query = ''] =
		/^postgres(?:ql)?:\/\/(?:([^/?#]*)@)?([^/?#@]*)(?:\/([^?#]*))?(?:\?([^#]*))?$/i.exec(url) ??
		fail();
	const settings: Settings = {...parseHosts(authority)};
	if (path !== '') settings.dbname = decode(path);
	if (userinfo !== undefined) {
		const [user = '', ...password] = userinfo.split(':');
		if (user !== '') settings.user = decode(user);
		if (password.length > 0) settings.password = decode(password.join(':'));
	}
	for (const [name, value] of new URLSearchParams(query)) {
		if (!isKeyword(name)) {
			const [near] = nearest(name, keywords);
			throw new Unusable(
				`${sayUrl(settings)}: there is no setting “${visible(name).slice(0, 60)}”${near ? `; did you mean ${near}?` : ''}`,
			);
		}
		settings[name] = value;
	}
	if (settings.password !== undefined) {
		throw new Unusable(
			`${sayUrl(settings)}: leave the password out of the URL, which others on this machine can read; put it into ~/.pgpass, a service file or PGPASSWORD`,
		);
	}
	return settings;
}

function fail(): never {
	throw new Unusable(
		'this is not a URL of a PostgreSQL database; expected postgres://host/database?board=name',
	);
}

function decode(text: string): string {
	try {
		const decoded = decodeURIComponent(text);
		return decoded.includes('\0') ? fail() : decoded;
	} catch {
		return fail();
	}
}

/** `a,b:5433,[::1]:5434` → its hosts and ports, each joined by commas as libpq has them. */
function parseHosts(authority: string): Settings {
	if (authority === '') return {};
	const parts = authority.split(',').map((part) => {
		const [, six, host, port = ''] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d*))?$/.exec(part) ?? fail();
		return {host: six ?? decode(host ?? ''), port};
	});
	return {
		host: parts.map(({host}) => host).join(','),
		...(parts.some(({port}) => port !== '') && {port: parts.map(({port}) => port).join(',')}),
	};
}

/** The URL as people may see it: without a password, and with nothing that a terminal would act on. */
export function sayUrl({
	user,
	host = '',
	port = '',
	dbname = '',
	board,
	service,
}: Settings): string {
	const ports = port.split(',');
	const hosts = host.split(',').map((name, index) => {
		const own = ports.length === 1 ? ports[0] : ports[index];
		const shown = name.startsWith('/') ? encodeURIComponent(name) : name;
		return `${shown.includes(':') ? `[${shown}]` : shown}${own ? `:${own}` : ''}`;
	});
	const query = [
		...(service === undefined ? [] : [`service=${service}`]),
		...(board === undefined ? [] : [`board=${board}`]),
	];
	return visible(
		`postgres://${user === undefined ? '' : `${user}@`}${hosts.join(',')}/${dbname}${query.length > 0 ? `?${query.join('&')}` : ''}`,
	);
}
