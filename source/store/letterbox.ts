/** Where sessions on a database leave each other letters: a text under an id, until somebody takes it. */
export interface Letterbox {
	/** Leaves one; nobody else need be able to read what somebody leaves for themselves. Throws why it cannot be. */
	put(id: string, text: string, isForOneself: boolean): Promise<void>;
	/** What waits there now, and what was taken. */
	look(): Promise<{waiting: string[]; taken: string[]}>;
	/** What one holds, as JSON, whatever was put there; undefined when it is nothing that can be used. */
	read(id: string): Promise<unknown>;
	/** Takes one, as only one can; resolves with whether it was still there, throws why that cannot be said. */
	take(id: string): Promise<boolean>;
	/** Takes one back; resolves with whether it was still there, throws why that cannot be said. */
	withdraw(id: string): Promise<boolean>;
	/** Forgets that one was taken. */
	forget(id: string): Promise<void>;
	/** Removes what nobody has fetched for long. */
	sweep(): Promise<void>;
}

/** The most that is taken in: bytes of one letter, and letters at one look, whatever somebody put there. */
export const largestLetter = 1_000_000;
export const mostLetters = 1000;

/** How long what nobody has fetched is kept, in days. */
export const daysKept = 30;
