import type {Socket} from 'node:net';
import {Fault} from '../../reasons.ts';

/** What to do where a pooler changes servers under a session. */
export const poolerWords =
	'the connection goes through a pooler that changes servers between two statements; connect directly, or have it pool sessions';

/** Asks a connection which backend answers it, in a transaction of its own. */
type AskBackend = () => Promise<number>;

/**
 * The number of the backend that whoever greets a client gives it, as it goes by on a socket on which nothing has
 * been said yet. A pooler gives out numbers of its own.
 */
export function greetedBackend(socket: Socket): () => number | undefined {
	let kept = Buffer.alloc(0);
	let found: number | undefined;
	const hear = (bytes: Buffer) => {
		kept = Buffer.concat([kept, bytes]);
		for (let at = 0; kept.length >= at + 5;) {
			const [type, end] = [String.fromCharCode(kept[at] ?? 0), at + 1 + kept.readUInt32BE(at + 1)];
			if (kept.length < end) return;
			if (type === 'K' && end - at >= 9) found = kept.readUInt32BE(at + 5);
			if (type === 'K' || type === 'Z' || type === 'E' || end <= at + 1) {
				socket.off('data', hear);
				kept = Buffer.alloc(0);
				return;
			}
			at = end;
		}
	};
	socket.on('data', hear);
	return () => found;
}

/**
 * Throws a Fault where a pooler gives a session one backend now and another then. Where somebody stands in between,
 * a second connection through it tells: two sessions never have the same backend, and neither has two.
 */
export async function refusePooling(own: AskBackend, other: AskBackend): Promise<void> {
	const [first, second] = [await own(), await other()];
	if (first === second) throw new Fault(poolerWords);
	// By turns, and twice in a row: whatever the order is in which a pooler takes its servers, one is another soon.
	for (const isOwn of [true, true, false, false, true]) {
		const found = await (isOwn ? own : other)();
		if (found !== (isOwn ? first : second)) throw new Fault(poolerWords);
	}
}
