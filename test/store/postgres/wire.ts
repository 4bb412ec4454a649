// The network between a session and a server, which the test can cut at any moment.
import {once} from 'node:events';
import {connect, createServer, type Server as Listener, type Socket} from 'node:net';
import {afterEach} from 'vitest';

/** What is to happen to a piece of traffic; what is held arrives in one go with the next piece that passes. */
export type Fate = 'pass' | 'swallow' | 'hold' | 'cut';

const wires: Wire[] = [];
afterEach(async () => {
	await Promise.all(wires.splice(0).map((wire) => wire.down()));
});

export class Wire {
	readonly #target: number;
	#listener: Listener | undefined;
	readonly #pairs = new Set<[Socket, Socket]>();
	#port = 0;
	/** How many pieces of traffic were cut off. */
	cuts = 0;
	/** What becomes of what the session says, and of what the server answers. */
	said: (text: string) => Fate = () => 'pass';
	answered: (text: string) => Fate = () => 'pass';

	private constructor(target: number) {
		this.#target = target;
	}

	/** A way to the server that listens on a port. */
	static async to(target: number): Promise<Wire> {
		const wire = new Wire(target);
		wires.push(wire);
		await wire.up();
		return wire;
	}

	/** How many connections are held by both ends. */
	get connections(): number {
		return this.#pairs.size;
	}

	get port(): number {
		return this.#port;
	}

	/** The same URL, but through this wire. */
	through(url: string): string {
		return url.replace(`:${this.#target}/`, `:${this.#port}/`);
	}

	async up(): Promise<void> {
		this.said = () => 'pass';
		this.answered = () => 'pass';
		this.#listener = createServer((session) => this.#join(session));
		this.#listener.listen(this.#port, '127.0.0.1');
		await once(this.#listener, 'listening');
		this.#port = (this.#listener.address() as {port: number}).port;
	}

	/** Nobody gets through any more. */
	async down(): Promise<void> {
		const listener = this.#listener;
		this.#listener = undefined;
		this.cut();
		if (!listener) return;
		listener.close();
		await once(listener, 'close');
	}

	/** Ends every connection; new ones may be made. */
	cut(): void {
		for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
		this.#pairs.clear();
	}

	#join(session: Socket): void {
		const server = connect(this.#target, '127.0.0.1');
		const pair: [Socket, Socket] = [session, server];
		this.#pairs.add(pair);
		const pass = (from: Socket, to: Socket, fateOf: (text: string) => Fate) => {
			from.on('error', () => {});
			from.on('close', () => {
				this.#pairs.delete(pair);
				to.destroy();
			});
			let held: Buffer[] = [];
			from.on('data', (bytes: Buffer) => {
				const fate = fateOf(bytes.toString('latin1'));
				if (fate === 'hold') held.push(bytes);
				if (fate === 'pass') {
					to.write(Buffer.concat([...held, bytes]));
					held = [];
				}
				if (fate !== 'cut') return;
				this.cuts++;
				for (const socket of pair) socket.destroy();
			});
		};
		pass(session, server, (text) => this.said(text));
		pass(server, session, (text) => this.answered(text));
	}
}
