import type {Refused} from '../domain/apply.ts';
import type {Act} from '../domain/changes/index.ts';
import type {Committed} from '../domain/commit.ts';
import type {Letterbox} from './letterbox.ts';
import type {Actor, Database} from '../domain/schema/index.ts';

/** Who commits: the actor as logged, and the session, whose acts only that session undoes. */
export type Who = {
	actor: Actor;
	session: string;
	/** The operating system's groups of the user, and whether the database is theirs: for roles. */
	readonly groups?: readonly string[];
	readonly owner?: boolean;
	/**
	 * Whether a key told the person (`actor.person`), on an account that several share. A store believes it only where
	 * nobody but that account comes near the database; elsewhere it refuses.
	 */
	readonly keyed?: boolean;
	/** Why the account is less than it seems, for whoever is refused something because of it. */
	readonly caution?: string;
};

/** What became of an act. What could not be saved is refused too, with the code `storage`. */
export type CommitOutcome = Committed | Refused;

/** What a watcher hears: a newer database, or why the newest cannot be read (`undefined`: it can again). */
export type StoreNews = {database: Database} | {problem: string | undefined};

/** What a session shows, for the others to see. Plain data; texts are cleaned by whoever shows them. */
export type ShownPlace = {
	screen: string;
	id?: string;
	/** The selected row by its path (`projects/P1-04`). */
	selected?: string;
	variant?: string;
	scroll?: number;
	/** The form that somebody has open, in words: “recording item 5”. */
	doing?: string;
	/** The wording that is being read back to the room, where the public may hear it. */
	reading?: string;
	/** Since when this session leads the room, UTC: others may follow it. */
	leads?: string;
	/** Whether this session only looks on: it can go on with nothing that is handed over. */
	looks?: boolean;
};

/** One session that is connected. */
export type Present = {
	session: string;
	actor: Actor;
	place: ShownPlace;
	/** The login that a server vouches for; what else is said here is the session's own word. */
	login?: string;
	/** The instant of connecting, UTC. */
	since: string;
	/** The instant of the last move, UTC. */
	at: string;
};

/**
 * Who else is connected, and where. It is apart from the database and never more than a courtesy: nothing
 * here throws, waits or can fail, and what cannot be told to the others is not told.
 */
export interface Presence {
	/**
	 * Tells the others where this session is; from the first time on, they see it. Told only when it is
	 * another place than before, and at most every 50 ms; the last one always gets through.
	 */
	show(place: ShownPlace): void;
	/** Who else is connected, oldest first, as far as known; the same list until that changes. */
	others(): readonly Present[];
	/** The same, once it has been found out who is there. */
	known(): Promise<readonly Present[]>;
	/** Calls back when that changes, never from within `show`. Returns how to stop. */
	watch(listener: (others: readonly Present[]) => void): () => void;
	/** Leaves at once. */
	close(): Promise<void>;
}

/** Clock and randomness come from outside, so that tests can fix them. */
export type Environment = {
	/** The instant, UTC, ISO 8601. */
	now(): string;
	/** Sixteen random bytes, hexadecimal. */
	salt(): string;
};

/**
 * Where a database lives. Every implementation passes the one suite in test/store/contract.ts.
 */
export interface Store {
	/** The path or URL, as people know it. */
	readonly title: string;
	/** Why this session cannot write; undefined when it can. */
	readonly readOnly: string | undefined;
	/** What whoever opens it must know before the first act is saved, as a sentence; mostly there is nothing. */
	readonly warning?: string | undefined;
	/** Whether the database is this user's to administer, where that is not for a folder to say. */
	readonly isOwner?: boolean;
	/** Where sessions leave each other forms, where that is not beside a file. */
	readonly letterbox?: Letterbox;
	/** The newest database that this session knows; never waits. */
	read(): Database;
	/**
	 * Applies an act to the newest database there is, stores it durably and resolves with the
	 * outcome; never rejects. When it resolves with `ok`, the act has survived a crash.
	 */
	commit(act: Act, who: Who): Promise<CommitOutcome>;
	/**
	 * Calls back with every newer database that this session comes to know, in order, each once: its own
	 * commits before they resolve, and what others did soon after (the same revision again only if the
	 * database was edited by hand). What happened before is told, too, if `read` does not know it yet.
	 * While nobody watches, `read` learns of others only by committing. Returns how to stop.
	 */
	watch(listener: (news: StoreNews) => void): () => void;
	/**
	 * Connects a session to the others on this database, until it is closed or dies. A session that only
	 * reads joins, too, where it may; where it may not, it sees the others and they do not see it.
	 */
	join(who: Who): Presence;
	/** Waits for what is being saved, then lets go of everything; sessions that joined leave. */
	close(): Promise<void>;
}

/** A database that cannot be opened; the message is one line for the person who tried. */
export class Unusable extends Error {
	override name = 'Unusable';
}
