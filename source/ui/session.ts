import {randomUUID} from 'node:crypto';
import type {Change} from '../domain/changes/index.ts';
import {openMeeting} from '../domain/queries/meetings.ts';
import type {Store, Who} from '../store/store.ts';
import type {Key} from './keys.ts';
import {type Effect, placeOf, type State} from './state.ts';
import {type Event, update} from './update.ts';

/** What a session needs from outside the pure core. */
export type Shell = {
	store: Store;
	who: Who;
	/** The clock, UTC. */
	now(): string;
	/** Lets the person change a text in their editor; undefined when that failed. */
	edit(value: string): Promise<{value: string} | {problem: string}>;
	/** Writes the database to a new file; a sentence when that failed. */
	copy(path: string): Promise<string | undefined>;
	quit(): void;
};

export type SessionOptions = {practice?: boolean; columns: number; rows: number};

/** How long the selection rests before the second pane follows it, in milliseconds. */
const restAfter = 80;

/**
 * One person's sitting at one terminal: the state, and the queue of what happens to it. Keys are
 * taken one at a time, each on the newest state; while an act is being stored the next ones wait, so
 * that none is lost and none acts on what is not yet recorded.
 */
export class Session {
	#state: State;
	#shell: Shell;
	#queue: Event[] = [];
	#busy = false;
	#listeners = new Set<() => void>();
	#idlers: (() => void)[] = [];
	#rest: NodeJS.Timeout | undefined;
	#unwatch: () => void;

	constructor(shell: Shell, {practice = false, columns, rows}: SessionOptions) {
		this.#shell = shell;
		const {store, who} = shell;
		this.#state = {
			database: store.read(),
			title: store.title,
			session: who.session,
			practice,
			readOnly: store.readOnly,
			columns,
			rows,
			now: shell.now(),
			stack: [{screen: 'overview'}],
			drafts: {},
			saving: false,
		};
		this.#unwatch = store.watch((news) => this.#handle({kind: 'news', news}));
	}

	/** For React's `useSyncExternalStore`, hence bound. */
	getState = (): State => this.#state;

	subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	press(...keys: Key[]): void {
		for (const key of keys) this.send({kind: 'key', key});
	}

	/** Takes an event in its turn. News and sizes do not wait: they touch nothing that is being saved. */
	send(event: Event): void {
		if (this.#busy && event.kind !== 'size' && event.kind !== 'tick') this.#queue.push(event);
		else this.#handle(event);
	}

	/** Resolves once nothing is being saved and no event waits. */
	idle(): Promise<void> {
		if (!this.#busy) return Promise.resolve();
		return new Promise((resolve) => this.#idlers.push(resolve));
	}

	close(): void {
		clearTimeout(this.#rest);
		this.#unwatch();
		this.#listeners.clear();
	}

	#handle(event: Event): void {
		const {state, effects} = update({...this.#state, now: this.#shell.now()}, event);
		this.#set(state);
		for (const effect of effects) this.#perform(effect);
	}

	#set(state: State): void {
		this.#state = {...state, readOnly: this.#shell.store.readOnly};
		for (const listener of this.#listeners) listener();
		clearTimeout(this.#rest);
		if (placeOf(this.#state).beside === undefined) return;
		this.#rest = setTimeout(() => this.#handle({kind: 'rest'}), restAfter);
	}

	#perform(effect: Effect): void {
		if (effect.kind === 'quit') this.#shell.quit();
		else if (effect.kind === 'commit') void this.#wait(this.#commit(effect));
		else if (effect.kind === 'editor') void this.#wait(this.#edit(effect.value));
		else if (effect.kind === 'copy') void this.#wait(this.#copy(effect.path));
	}

	/** Holds the queue until something slow is over; what waited is handled then, in its order. */
	async #wait(slow: Promise<Event | undefined>): Promise<void> {
		this.#busy = true;
		const event = await slow;
		this.#busy = false;
		if (event) this.#handle(event);
		while (!this.#busy) {
			const next = this.#queue.shift();
			if (!next) break;
			this.#handle(next);
		}
		if (!this.#busy) for (const resolve of this.#idlers.splice(0)) resolve();
	}

	async #commit({changes, done}: Extract<Effect, {kind: 'commit'}>): Promise<Event> {
		this.#set({...this.#state, saving: true});
		const {store, who} = this.#shell;
		const act = {id: randomUUID(), changes: changes as Change[], meeting: this.#meeting()};
		return {kind: 'outcome', outcome: await store.commit(act, who), done};
	}

	/** The open meeting that an act falls in: the one on show, else the one that is open. */
	#meeting(): string | undefined {
		const {database, stack} = this.#state;
		const shown = stack.findLast(({screen}) => screen === 'meeting')?.id;
		const isOpen = database.meetings.some(({id, status}) => id === shown && status === 'open');
		return isOpen ? shown : openMeeting(database)?.id;
	}

	async #edit(value: string): Promise<Event> {
		const result = await this.#shell.edit(value);
		return 'value' in result
			? {kind: 'edited', value: result.value}
			: {kind: 'said', tone: 'refused', text: result.problem};
	}

	async #copy(path: string): Promise<Event | undefined> {
		const problem = path === '' ? undefined : await this.#shell.copy(path);
		if (problem) return {kind: 'said', tone: 'refused', text: problem};
		this.#shell.quit();
		return undefined;
	}
}
