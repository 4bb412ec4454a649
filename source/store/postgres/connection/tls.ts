import {readFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type {ConnectionOptions} from 'node:tls';
import {visible} from '../../show.ts';
import type {Settings} from './url.ts';

export type Tls = ConnectionOptions;

const modes = ['disable', 'require', 'verify-ca', 'verify-full'] as const;

/** Loaded on demand: whoever has a file on this machine opens no line. */
const isIP = (host: string): number => process.getBuiltinModule('node:net').isIP(host);

/** Whether nobody can listen in between: a socket's folder, or this machine itself. */
const isLoopback = (host: string): boolean =>
	host.startsWith('/') ||
	host.toLowerCase() === 'localhost' ||
	host === '::1' ||
	(isIP(host) === 4 && host.startsWith('127.'));

/**
 * How to talk to each host. Unless something else is said, a server that is not on this machine must prove
 * that it is the one that was named. libpq's `prefer` and `allow` are refused: whoever stands in between
 * would merely have to say that there is no encryption.
 */
export async function readTls(
	settings: Settings,
	hosts: readonly {host: string}[],
	env: NodeJS.ProcessEnv,
	fail: (problem: string) => never,
): Promise<(host: string) => Tls | undefined> {
	const {sslmode, sslrootcert, sslcert, sslkey} = settings;
	if (sslmode !== undefined && !(modes as readonly string[]).includes(sslmode)) {
		fail(
			`sslmode is one of ${modes.join(', ')}, not “${visible(sslmode)}”: what is not enforced protects nobody`,
		);
	}
	const modeOf = (host: string) => sslmode ?? (isLoopback(host) ? 'disable' : 'verify-full');
	if (hosts.every(({host}) => modeOf(host) === 'disable')) return () => undefined;

	const read = (file: string) =>
		readFile(file).catch((error: NodeJS.ErrnoException) =>
			fail(
				`cannot read ${visible(file)}: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}`,
			),
		);
	const usual = path.join(env['HOME'] ?? '', '.postgresql', 'root.crt');
	// Without a certificate of one's own authority, those that Node trusts.
	const ca =
		sslrootcert === undefined
			? await readFile(usual).catch(() => undefined)
			: sslrootcert === 'system'
				? undefined
				: await read(sslrootcert);
	const certificate = {
		...(ca && {ca}),
		...(sslcert !== undefined && {cert: await read(sslcert)}),
		...(sslkey !== undefined && {key: await read(sslkey)}),
	};
	return (host) => {
		const mode = modeOf(host);
		if (mode === 'disable' || host.startsWith('/')) return undefined;
		return {
			...certificate,
			host,
			...(isIP(host) === 0 && {servername: host}),
			rejectUnauthorized: mode !== 'require',
			...(mode !== 'verify-full' && {checkServerIdentity: () => undefined}),
			minVersion: 'TLSv1.2',
		};
	};
}
