import type {Refused} from '../domain/apply.ts';
import type {Act} from '../domain/changes/index.ts';
import type {Committed} from '../domain/commit.ts';
import type {Actor, Database} from '../domain/schema/index.ts';

/** Who commits: the actor as logged, and the session, whose acts only that session undoes. */
export type Who = {actor: Actor; session: string};

/** What became of an act. What could not be saved is refused too, with the code `storage`. */
export type Outcome = Committed | Refused;

/** What a watcher hears: a newer database, or why the newest cannot be read (`undefined`: it can again). */
export type News = {database: Database} | {problem: string | undefined};

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
	/** The newest database that this session knows; never waits. */
	read(): Database;
	/**
	 * Applies an act to the newest database there is, stores it durably and resolves with the
	 * outcome; never rejects. When it resolves with `ok`, the act has survived a crash.
	 */
	commit(act: Act, who: Who): Promise<Outcome>;
	/**
	 * Calls back with every newer database that this session comes to know, in order, each once: its own
	 * commits before they resolve, and what others did soon after (the same revision again only if the
	 * database was edited by hand). What happened before is told, too, if `read` does not know it yet.
	 * While nobody watches, `read` learns of others only by committing. Returns how to stop.
	 */
	watch(listener: (news: News) => void): () => void;
	/** Waits for what is being saved, then lets go of everything. */
	close(): Promise<void>;
}

/** A database that cannot be opened; the message is one line for the person who tried. */
export class Unusable extends Error {
	override name = 'Unusable';
}
