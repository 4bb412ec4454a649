// A pooler in between, which hands each transaction of a session to whichever server is next, or keeps one for
// each session: what PgBouncer does with `pool_mode`, as far as a session can tell.
import {once} from 'node:events';
import {connect, createServer, type Socket} from 'node:net';
import {onTestFinished} from 'vitest';

export type Mode = 'transaction' | 'session';

/** A stream of messages as the protocol cuts it; the first of a client has no letter. */
function messages(socket: Socket, hear: (type: string, bytes: Buffer) => void, isClient = false) {
	let kept = Buffer.alloc(0);
	let isFirst = isClient;
	socket.on('error', () => {});
	socket.on('data', (bytes: Buffer) => {
		kept = Buffer.concat([kept, bytes]);
		for (;;) {
			const head = isFirst ? 0 : 1;
			if (kept.length < head + 4) return;
			const end = head + kept.readUInt32BE(head);
			if (kept.length < end) return;
			const type = isFirst ? '' : kept.toString('latin1', 0, 1);
			isFirst = false;
			hear(type, kept.subarray(0, end));
			kept = kept.subarray(end);
		}
	});
}

/** A connection to the server, through which the sessions of a pool speak in turns. */
type Backend = {socket: Socket; hear: (type: string, bytes: Buffer) => void};

/** Starts one in front of the server on a port, with so many connections to it; returns its own port. */
export async function pool(target: number, mode: Mode, size: number): Promise<number> {
	const idle: Backend[] = [];
	const waiting: ((backend: Backend) => void)[] = [];
	const sockets = new Set<Socket>();
	let made = 0;
	let greeting: Buffer[] | undefined;

	const open = (startup: Buffer): Backend => {
		const socket = connect(target, '127.0.0.1', () => socket.write(startup));
		sockets.add(socket);
		made++;
		const said: Buffer[] = [];
		const backend: Backend = {
			socket,
			hear(type, bytes) {
				said.push(Buffer.from(bytes));
				if (type !== 'Z') return;
				greeting ??= said;
				release(backend);
			},
		};
		messages(socket, (type, bytes) => backend.hear(type, bytes));
		return backend;
	};
	const release = (backend: Backend) => {
		const next = waiting.shift();
		if (next) next(backend);
		else idle.push(backend);
	};
	// The one that has been idle for longest, as with `server_round_robin`.
	const take = (startup: Buffer): Promise<Backend> =>
		new Promise((resolve) => {
			const found = made < size ? undefined : idle.shift();
			if (found) return resolve(found);
			waiting.push(resolve);
			if (made < size) open(startup);
		});

	const listener = createServer((client) => {
		sockets.add(client);
		let startup = Buffer.alloc(0);
		let held: Promise<Backend> | undefined;
		client.on('close', () => {
			void held?.then(release);
			held = undefined;
		});
		const greet = () => {
			// A number of its own, as poolers give out.
			const key = Buffer.from([75, 0, 0, 0, 12, 0, 0, 0, 9, 0, 0, 0, 9]);
			const told = (greeting ?? []).filter((bytes) => bytes[0] !== 75);
			client.write(Buffer.concat([...told.slice(0, -1), key, ...told.slice(-1)]));
		};
		const begin = async () => {
			release(await take(startup));
			greet();
		};
		messages(
			client,
			(type, bytes) => {
				if (type === 'X') return;
				if (type === '') {
					startup = Buffer.from(bytes);
					void begin();
					return;
				}
				const copy = Buffer.from(bytes);
				held ??= take(startup).then((backend) => {
					backend.hear = (said, answer) => {
						client.write(answer);
						const isOver = said === 'Z' && answer[5] === 'I'.charCodeAt(0);
						if (!isOver || mode === 'session') return;
						held = undefined;
						release(backend);
					};
					return backend;
				});
				void held.then(({socket}) => socket.write(copy));
			},
			true,
		);
	});
	listener.listen(0, '127.0.0.1');
	await once(listener, 'listening');
	onTestFinished(async () => {
		listener.close();
		for (const socket of sockets) socket.destroy();
		await once(listener, 'close');
	});
	return (listener.address() as {port: number}).port;
}
