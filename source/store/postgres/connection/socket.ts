import {once} from 'node:events';
import {connect as connectPlain, type Socket} from 'node:net';
import {connect as connectTls} from 'node:tls';
import {Fault} from '../../reasons.ts';
import type {Host} from './target.ts';
import type {Tls} from './tls.ts';

/** By which PostgreSQL is asked whether it speaks TLS. */
const question = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);

/** What goes wrong once somebody else has the socket is theirs to hear of. */
const ignore = () => {};

/**
 * Connects to a server, with TLS if that is asked for. Throws the system's error, or a Fault. (postgres.js
 * could connect by itself, but then tries again for ever where it should say what is wrong.)
 */
export async function openSocket(
	{host, port}: Host,
	tls: Tls | undefined,
	patience: number,
	ending?: AbortSignal,
): Promise<Socket> {
	const late = AbortSignal.timeout(patience);
	const signal = ending ? AbortSignal.any([late, ending]) : late;
	const socket = host.startsWith('/')
		? connectPlain({path: `${host}/.s.PGSQL.${port}`})
		: connectPlain({host, port, noDelay: true});
	socket.on('error', ignore);
	let open: Socket = socket;
	try {
		await once(socket, 'connect', {signal});
		if (!tls) return socket;
		socket.write(question);
		const [answer] = (await Promise.race([
			once(socket, 'data', {signal}),
			once(socket, 'close', {signal}).then(() => {
				throw new Fault('the server hung up');
			}),
		])) as [Buffer];
		if (answer.toString('latin1') !== 'S') {
			throw new Fault(
				'the server speaks no TLS; have it turned on there, or say sslmode=disable if nobody can listen in between',
			);
		}
		const secure = connectTls({...tls, socket});
		open = secure;
		secure.on('error', ignore);
		await once(secure, 'secureConnect', {signal});
		return secure;
	} catch (error) {
		open.destroy();
		socket.destroy();
		if (signal.aborted) {
			throw new Fault(`it does not answer within ${Math.round(patience / 1000)} seconds`);
		}
		throw error;
	}
}
