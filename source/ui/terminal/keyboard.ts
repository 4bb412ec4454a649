import type {Key} from '../keys.ts';
import {gather} from './bursts.ts';
import type {Pointer} from './pointer.ts';
import {
	begin,
	hasLoneEscape,
	read,
	settleEscape,
	settlePaste,
	type ReaderState,
	swallows,
	type Token,
} from './tokens.ts';

/** Hears what is typed. */
type Listener = {
	press(...keys: Key[]): void;
	send(
		event:
			| {kind: 'paste'; text: string}
			| {kind: 'burst'; text: string}
			| ({kind: 'pointer'} & Pointer)
			| {kind: 'said'; tone: 'info'; text: string},
	): void;
};

/**
 * How long an Escape waits for what may follow it, in milliseconds. A terminal sends a sequence in one
 * piece, and a line that tears it mostly tears it elsewhere; longer would be felt with every Esc.
 */
export const escapeDelay = 40;

/** How soon the next piece of a burst comes, in milliseconds; a single byte may also be somebody's key. */
const burstDelay = 100;
const singleDelay = 10;

/** After so many milliseconds without its end, what is being swallowed is told of. */
const patience = 1500;

const told = {
	string: 'The terminal is sending a message without an end: Esc gives you the keys back.',
	paste: 'A paste has begun and has not ended: Ctrl+C ends it.',
};

/** What the bytes of a terminal come to, for one session: the reading is pure, the waiting is here. */
export class Keyboard {
	#state: ReaderState = begin;
	#escape: NodeJS.Timeout | undefined;
	#goesOn = false;
	#since = 0;
	#lastAt = 0;
	readonly #listener: Listener;
	readonly #now: () => number;
	readonly #answered: () => void;
	readonly #grounded: (brightness: number) => void;
	readonly #hearsPointer: boolean;

	/**
	 * @param now milliseconds, of any clock that only goes forward
	 * @param answered hears that the terminal has come to what it was asked
	 * @param grounded hears of what brightness the terminal's ground is, from 0 to 1
	 * @param hearsPointer whether clicks and the wheel were asked for; else what is told of them is swallowed
	 */
	constructor(
		listener: Listener,
		now: () => number = () => performance.now(),
		answered: () => void = () => {},
		grounded: (brightness: number) => void = () => {},
		hearsPointer = false,
	) {
		this.#listener = listener;
		this.#now = now;
		this.#answered = answered;
		this.#grounded = grounded;
		this.#hearsPointer = hearsPointer;
	}

	/** Takes what was read at once. */
	push(bytes: Uint8Array): void {
		clearTimeout(this.#escape);
		const now = this.#now();
		const before = this.#lastAt;
		this.#lastAt = now;
		const waited = swallows(this.#state);
		if (waited === 'paste' && bytes.length === 1 && bytes[0] === 0x03 && now - before > patience) {
			return this.#follow(settlePaste(this.#state));
		}
		if (now - before > (bytes.length > 1 ? burstDelay : singleDelay)) this.#goesOn = false;
		const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
		this.#follow(read(this.#state, chunk));
		const waits = swallows(this.#state);
		if (waits !== waited) this.#since = now;
		else if (waits && now - this.#since > patience) {
			this.#listener.send({kind: 'said', tone: 'info', text: told[waits]});
		}
		if (hasLoneEscape(this.#state)) {
			this.#escape = setTimeout(() => this.#follow(settleEscape(this.#state)), escapeDelay);
		}
	}

	/** Forgets what was begun: another program has had the keyboard. */
	reset(): void {
		clearTimeout(this.#escape);
		this.#state = begin;
		this.#goesOn = false;
	}

	#follow({state, tokens}: {state: ReaderState; tokens: Token[]}): void {
		this.#state = state;
		const heard = this.#hearsPointer ? tokens : tokens.filter((token) => !('pointer' in token));
		const {inputs, goesOn} = gather(heard, this.#goesOn);
		this.#goesOn = goesOn;
		for (const input of inputs) {
			if (input.kind === 'keys') this.#listener.press(...input.keys);
			else this.#listener.send(input);
		}
		for (const token of tokens) {
			if ('answer' in token) this.#answered();
			if ('ground' in token) this.#grounded(token.ground);
		}
	}
}

/** Single keys, unechoed, or lines as a shell wants them. A terminal that is gone takes neither. */
export function setRaw(stdin: NodeJS.ReadStream, isRaw: boolean): void {
	try {
		if (stdin.isTTY) stdin.setRawMode(isRaw);
	} catch {
		// The end of the input tells of it.
	}
}
