import {Sitting} from './presence.ts';
import type {Presence, Present, Who} from './store.ts';

/** The sessions that share an object in memory. */
export class Room {
	readonly #now: () => string;
	/** Everybody who has joined, with what they show. */
	readonly #seats = new Map<Sitting, Present | undefined>();
	#isToldSoon = false;

	constructor(now: () => string) {
		this.#now = now;
	}

	join(who: Who): Presence {
		const sitting = new Sitting(who, this.#now, {
			publish: (present) => {
				this.#seats.set(sitting, present);
				this.#tellSoon();
			},
			ready: async () => {},
			leave: async () => {
				this.#seats.delete(sitting);
				this.#tellSoon();
			},
		});
		this.#seats.set(sitting, undefined);
		this.#tellSoon();
		return sitting;
	}

	async close(): Promise<void> {
		await Promise.all([...this.#seats.keys()].map((sitting) => sitting.close()));
	}

	/** Once what is being done is over: a listener that moves in turn must not be told in the wrong order. */
	#tellSoon(): void {
		if (this.#isToldSoon) return;
		this.#isToldSoon = true;
		queueMicrotask(() => {
			this.#isToldSoon = false;
			const presents = [...this.#seats.values()].filter((present) => present !== undefined);
			for (const sitting of this.#seats.keys()) sitting.hear(presents);
		});
	}
}
