import type {Turns} from '../turns.ts';

/** After so long without news the whole file is read, of which only the end was; milliseconds. */
const idle = 1000;

/** The longest rest between two looks at the file, in milliseconds. */
const longestRest = 250;

/** What a look does. */
export type Look = {
	/** Whether somebody in this store waits to save: they will read the newest state as soon as they have the lock. */
	isSaving(): boolean;
	/** Takes in what the end of the file tells; says whether there was news there, or nothing new, or whether only the whole can tell. */
	end(): Promise<'news' | 'nothing' | 'unclear'>;
	/** Takes in the whole of it, or throws. */
	whole(): Promise<void>;
	/** Hears of what `whole` threw. */
	failed(error: unknown): void;
	/** Hears that a look is over. */
	over(): void;
};

/**
 * When a session looks at the file for what others did: as soon as nobody else in its store has to do with the disk;
 * many calls at once cost one look. After one it rests for as long as that took: while changes stream in, those who
 * save need the processor more. The whole has a rest of its own, so that news which the end tells never waits for the
 * rest after reading the whole, which takes fifty times as long.
 */
export class Looks {
	readonly #disk: Turns;
	readonly #look: Look;
	#looking = false;
	#again = false;
	#later: NodeJS.Timeout | undefined;
	/** When the whole is read, and whether it is time. */
	#wholeLater: NodeJS.Timeout | undefined;
	#isTimeForWhole = false;
	/** Until when not to look again, and not at the whole, on the clock of `performance`. */
	#restUntil = 0;
	#wholeRestUntil = 0;
	#stopped = false;

	constructor(disk: Turns, look: Look) {
		this.#disk = disk;
		this.#look = look;
	}

	/** Looks now or as soon as may be. */
	now(): void {
		this.#again = true;
		if (this.#stopped || this.#looking || this.#look.isSaving()) return;
		const rest = this.#restUntil - performance.now();
		if (rest > 0) {
			this.in(rest);
			return;
		}
		this.#looking = true;
		void this.#disk
			.run(() => this.#once())
			.catch((error: unknown) => this.#look.failed(error))
			.finally(() => {
				this.#looking = false;
				this.#look.over();
				this.ifAsked();
			});
	}

	/** Looks if that was asked for meanwhile. */
	ifAsked(): void {
		if (this.#again) this.now();
	}

	/** Looks in so many milliseconds. */
	in(milliseconds: number): void {
		clearTimeout(this.#later);
		this.#later = setTimeout(() => this.now(), Math.ceil(milliseconds)).unref();
	}

	/** Hears that the whole was read, by whomever. */
	wholeIsRead(): void {
		clearTimeout(this.#wholeLater);
		this.#isTimeForWhole = false;
	}

	stop(): void {
		this.#stopped = true;
		clearTimeout(this.#later);
		clearTimeout(this.#wholeLater);
	}

	async #once(): Promise<void> {
		this.#again = false;
		if (this.#stopped) return;
		const start = performance.now();
		const found = this.#isTimeForWhole ? 'unclear' : await this.#look.end();
		const end = performance.now();
		if (found !== 'unclear') this.#restUntil = end + Math.min(end - start, longestRest);
		if (found === 'news') {
			clearTimeout(this.#wholeLater);
			this.#wholeLater = setTimeout(() => {
				this.#isTimeForWhole = true;
				this.now();
			}, idle).unref();
		}
		if (found !== 'unclear') return;
		const rest = this.#wholeRestUntil - end;
		if (rest > 0) {
			this.in(rest);
			return;
		}
		try {
			await this.#look.whole();
		} finally {
			const over = performance.now();
			this.#wholeRestUntil = over + Math.min(over - end, longestRest);
		}
	}
}
