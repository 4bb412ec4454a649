import type {Store, Who} from '../store/store.ts';
import type {Kept} from './drafts.ts';
import type {Handover} from './handover.ts';
import type {Importer} from './paper.ts';
import type {State} from './state.ts';
import type {Event} from './update.ts';

/** What a session needs from outside the pure core. */
export type Shell = {
	store: Store;
	who: Who;
	/** The clock, UTC. */
	now(): string;
	/** Lets the person change a text in their editor; each text that they save there is told at once. */
	edit(value: string, saved: (value: string) => void): Promise<{value: string} | {problem: string}>;
	/** Writes the database to a new file; a sentence when that failed. */
	copy(path: string): Promise<string | undefined>;
	/** Writes the papers of a meeting; says where, why not, or which files are there that only `force` replaces. */
	papers(
		meeting: string,
		force: boolean,
	): Promise<{folder: string} | {problem: string} | {occupied: string[]}>;
	/** Reads papers from files; absent where there are none. */
	importer?: Importer;
	/** Keeps what is half written where the next start finds it; absent in a practice copy. */
	drafts?: {
		keep(kept: Kept | undefined): void;
		/** At once, instead of soon. */
		flush(): void;
		/** Throws away what was brought back; resolves with whether it was still there. */
		forget(token: unknown): Promise<boolean>;
		/** Ends another session of the same account, and resolves with what it had half written. */
		takeOver?(token: unknown): Promise<{kept: Kept; token: unknown} | undefined>;
	};
	/** Hands forms over to colleagues; absent where there are none, or no way to them. */
	handover?: Pick<Handover, 'give' | 'take' | 'withdraw' | 'forget'>;
	/** Hears what every event did: what is told in linear mode comes of it. */
	heard?(before: State, event: Event, after: State): void;
	/** Draws the whole screen anew, whatever has become of it. */
	redraw?(): void;
	quit(): void;
};
