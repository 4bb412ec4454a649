import {readSync, writeSync} from 'node:fs';
import process from 'node:process';
import {cut} from '../../domain/words.ts';
import type {Native} from './native.ts';
import {visible} from '../show.ts';

export type Locks = Pick<Native, 'tryLock' | 'unlock'>;

/** The byte of the lock file whose lock is the database's. */
const saving = 0;

/** The first of those whose locks are tickets: who waits holds one, in the order in which they came. */
const tickets = 1000;

/** More are not tried: who finds none waits without one. */
const mostTickets = 10_000;

/**
 * For how long the lock must be free, while nothing moves, until somebody passes over one who is before them and does
 * not take it, in milliseconds, for each of those. Long, since on a machine with much to do somebody may
 * need a while to notice that it is their turn.
 */
const patience = 500;

/** And for how long nothing has moved before that is looked at, in milliseconds. */
const quiet = 250;

/** What the lock file holds is of this length: who saves, or saved last. */
const length = 128;

/** The most that counts as waiting between two looks, in milliseconds: whoever was stopped meanwhile has not waited. */
const longestLook = 200;

/**
 * A place in the line of those who want to save. The kernel gives a lock to whoever asks first when it is free; so each
 * takes a ticket and asks only when nobody with an earlier one waits. Whoever saves writes its ticket into
 * the lock file: by that all others see that the line moves and how far they are from its head. The kernel drops a
 * ticket with its process; that of one who is stopped while waiting is passed over once the lock has
 * been free for a while. Only the order rests on tickets and on what the file says: that one alone saves rests on
 * the lock.
 */
export class LockQueue {
	readonly #descriptor: number;
	readonly #locks: Locks;
	#ticket: number | undefined;
	/** The ticket that was served last, and what else the file says. */
	#served = 0;
	#told = '';
	/** For how long nothing has moved, in milliseconds. */
	#still = 0;
	#looked = performance.now();
	/** How often it was told that this one saves. */
	#steps = 0;
	/** Since when the lock was free at each look though others are before, counted as `#still`. */
	#freeSince: number | undefined;

	constructor(descriptor: number, locks: Locks) {
		this.#descriptor = descriptor;
		this.#locks = locks;
	}

	get still(): number {
		return this.#still;
	}

	/** How many are before, at most. */
	get #before(): number {
		return Math.max((this.#ticket ?? this.#served + 1) - this.#served - 1, 0);
	}

	/** How long to wait before the next try, in milliseconds: a save takes several. */
	get rest(): number {
		return Math.min(1 + 3 * this.#before, 250);
	}

	/** Takes the lock if it is free and this one's turn. */
	tryTurn(): boolean {
		this.#look();
		if (this.#ticket === undefined && !this.#waits(0) && this.#take()) return true;
		this.#ticket ??= this.#draw();
		if (this.#before === 0 || !this.#waits(this.#before)) return this.#take();
		return this.#passOver();
	}

	/** Writes into the file who saves now and how far they are, for those who wait: called again, it says that they go on. */
	tell(user: string | undefined): void {
		const ticket = this.#ticket ?? this.#served + 1;
		const record = Buffer.alloc(length, ' ');
		record.write(`${ticket} ${process.pid} ${++this.#steps} ${cut(visible(user ?? ''), 20)}`);
		record.write('\n', length - 1);
		try {
			writeSync(this.#descriptor, record, 0, length, 0);
		} catch {
			// The disk is full: then nobody saves either.
		}
	}

	/** Who has the lock, as a clause in brackets; empty when it is not known. */
	holder(): string {
		const [, process, user = ''] = /^\d+ (\d+) \d+ ?(.*)$/.exec(this.#told) ?? [];
		if (process === undefined) return '';
		return ` (process ${process}${user === '' ? '' : ` of ${visible(user)}`})`;
	}

	#look(): void {
		const now = performance.now();
		this.#still += Math.min(now - this.#looked, longestLook);
		this.#looked = now;
		const told = this.#read();
		if (told === this.#told) return;
		const served = Number(/^\d{1,15}(?= )/.exec(told)?.[0] ?? 0);
		this.#told = told;
		this.#served = served;
		this.#still = 0;
		this.#freeSince = undefined;
	}

	#read(): string {
		const record = Buffer.alloc(length);
		try {
			const read = readSync(this.#descriptor, record, 0, length, 0);
			return record.toString('utf8', 0, read).trim();
		} catch {
			return '';
		}
	}

	/** Whether somebody has a ticket: one of so many after the last that was served, or any. */
	#waits(number: number): boolean {
		const {tryLock, unlock} = this.#locks;
		const from = tickets + this.#served + 1;
		// Shared, so that two who ask at once do not take each other for somebody who waits.
		if (!tryLock(this.#descriptor, from, number, {shared: true})) return true;
		unlock(this.#descriptor, from, number);
		return false;
	}

	/** The first ticket that nobody has. */
	#draw(): number | undefined {
		const first = this.#served + 1;
		for (let ticket = first; ticket < first + mostTickets; ticket++) {
			if (this.#locks.tryLock(this.#descriptor, tickets + ticket, 1)) return ticket;
		}
		return undefined;
	}

	#take(): boolean {
		return this.#locks.tryLock(this.#descriptor, saving, 1);
	}

	/** Takes the lock before those who have the earlier tickets, if they leave it lying there. */
	#passOver(): boolean {
		if (this.#still < quiet) return false;
		if (!this.#take()) {
			this.#freeSince = undefined;
			return false;
		}
		this.#freeSince ??= this.#still;
		if (this.#still - this.#freeSince >= patience * this.#ahead()) return true;
		this.#locks.unlock(this.#descriptor, saving, 1);
		return false;
	}

	/** How many do have a ticket before this one. */
	#ahead(): number {
		const {tryLock, unlock} = this.#locks;
		let ahead = 0;
		for (let ticket = this.#served + 1; ticket < (this.#ticket ?? 0); ticket++) {
			if (!tryLock(this.#descriptor, tickets + ticket, 1, {shared: true})) ahead++;
			else unlock(this.#descriptor, tickets + ticket, 1);
		}
		return ahead;
	}
}
