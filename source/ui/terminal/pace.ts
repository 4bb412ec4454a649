/** Asks the terminal whether it is well; every terminal answers `ESC [ 0 n`, when it has come to the question. */
export const question = '\u001B[5n';

/** After so many bytes the terminal is asked. */
const askEvery = 200;

/** What may be under way on a line, in milliseconds of its speed, and at least in bytes. */
const ahead = 250;
const least = 256;

/** After so many milliseconds an answer is taken for lost. */
const patience = 5000;

/**
 * How far behind a slow line is. Node's writes to a terminal wait only for the nearest buffer, which holds some
 * twenty seconds of a line of 9,600 baud: so the terminal itself is asked now and then how far it has come, and what
 * would only wait in line is not sent. All times are milliseconds of a clock that only goes forward.
 */
export class Pace {
	/** Bytes sent, and how many of them the terminal is known to have taken. */
	#sent = 0;
	#taken = 0;
	#asked: {at: number; sent: number}[] = [];
	/** Bytes a millisecond; undefined as long as no answer has come: then nothing is held back. */
	#rate: number | undefined;
	#answeredAt = 0;

	/** Whether more may be sent now. */
	mayWrite(now: number): boolean {
		const [first] = this.#asked;
		if (first && now - first.at > patience) this.forget();
		if (this.#rate === undefined) return true;
		return this.#sent - this.#taken < Math.max(least, this.#rate * ahead);
	}

	/** Hears of bytes that are about to be sent; says whether the question is to go with them. */
	sends(bytes: number, now: number): boolean {
		this.#sent += bytes;
		if (this.#sent - (this.#asked.at(-1)?.sent ?? this.#taken) < askEvery) return false;
		this.#sent += question.length;
		this.#asked.push({at: now, sent: this.#sent});
		return true;
	}

	/** The terminal has answered. */
	answers(now: number): void {
		const first = this.#asked.shift();
		if (!first) return;
		const rate =
			(first.sent - this.#taken) / Math.max(1, now - Math.max(first.at, this.#answeredAt));
		// A far line is slow to answer, but not slow: the best of late counts.
		this.#rate = Math.max(rate, (this.#rate ?? 0) * 0.8);
		this.#taken = first.sent;
		this.#answeredAt = now;
	}

	/** Whether an answer is still to come. */
	get waits(): boolean {
		return this.#asked.length > 0;
	}

	/** Another program has had the terminal: what was asked is answered, if at all, to nobody. */
	forget(): void {
		this.#asked = [];
		this.#taken = this.#sent;
		this.#rate = undefined;
	}
}
