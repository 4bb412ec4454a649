import {createReadStream} from 'node:fs';
import {readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {isKeyword, type Settings} from './url.ts';

type Environment = NodeJS.ProcessEnv;

const home = (env: Environment): string => env['HOME'] ?? env['USERPROFILE'] ?? '';

/** A file's text; undefined when there is none. Other trouble is thrown. */
async function textOf(file: string): Promise<string | undefined> {
	return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
		throw error;
	});
}

/**
 * What a service file says of a service, as libpq reads them: the user's own file, else the system's.
 * Undefined when neither knows it.
 */
export async function readService(name: string, env: Environment): Promise<Settings | undefined> {
	const files = [
		env['PGSERVICEFILE'] ?? path.join(home(env), '.pg_service.conf'),
		...(env['PGSYSCONFDIR'] ? [path.join(env['PGSYSCONFDIR'], 'pg_service.conf')] : []),
	];
	for (const file of files) {
		const found = parseService(await textOf(file), name);
		if (found) return found;
	}
	return undefined;
}

function parseService(text: string | undefined, name: string): Settings | undefined {
	let found: Settings | undefined;
	let isOurs = false;
	for (const line of (text ?? '').split(/\r?\n/).map((line) => line.trim())) {
		if (line === '' || line.startsWith('#')) continue;
		const [, section] = /^\[(.*)\]$/.exec(line) ?? [];
		if (section !== undefined) {
			if (found) return found;
			isOurs = section === name;
			if (isOurs) found = {};
			continue;
		}
		const [, key = '', value = ''] = /^([^=\s]+)\s*=\s*(.*)$/.exec(line) ?? [];
		// What libpq knows and this program does not need is passed over.
		if (isOurs && found && isKeyword(key)) found[key] ??= value;
	}
	return found;
}

/** Where a password is looked for. */
type Lock = {host: string; port: number; database: string; user: string};

/** A password, or why the file that may hold it was passed over. */
type FoundPassword = {password?: string; passedOver?: string};

/** The password for a server from a password file. As with libpq, one that others may read counts for nothing. */
export async function readPassword(
	{host, ...lock}: Lock,
	given: string | undefined,
	env: Environment,
): Promise<FoundPassword> {
	const {default: pgpass} = await import('pgpass/lib/helper.js');
	const file = given ?? pgpass.getFileName(env);
	const found = await stat(file).catch(() => undefined);
	if (!found?.isFile()) return {};
	if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) {
		return {passedOver: `${file} was passed over, for others may read it: chmod 600 it`};
	}
	pgpass.warnTo(undefined);
	// A socket's folder goes by the name of the machine.
	const asked = {...lock, host: host.startsWith('/') ? 'localhost' : host};
	const password = await new Promise<string | undefined>((resolve) => {
		pgpass.getPassword(asked, createReadStream(file), resolve);
	});
	return password === undefined ? {} : {password};
}
