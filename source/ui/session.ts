import {randomUUID} from 'node:crypto';
import type {Change} from '../domain/changes/index.ts';
import {roleOf} from '../domain/rules/roles.ts';
import {publicView} from '../domain/queries/public-view.ts';
import type {Database, Role} from '../domain/schema/index.ts';
import type {News, Presence, Store, Who} from '../store/store.ts';
import {type Kept, keptOf} from './drafts.ts';
import type {Key} from './keys.ts';
import type {Form} from './forms/form.ts';
import {type Handover, noMail} from './handover.ts';
import {askedOf, type Importer} from './paper.ts';
import {isUnseen, shownOf} from './room.ts';
import {heldMeeting, type Effect, placeOf, type State} from './state.ts';
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
	/** Writes the papers of a meeting; a sentence that says where, or why not. */
	papers(meeting: string): Promise<{folder: string} | {problem: string}>;
	/** Reads papers from files; absent where there are none. */
	importer?: Importer;
	/** Keeps what is half written where the next start finds it; absent in a practice copy. */
	drafts?: {
		keep(kept: Kept | undefined): void;
		/** At once, instead of soon. */
		flush(): void;
		forget(token: unknown): void;
	};
	/** Hands forms over to colleagues; absent where there are none, or no way to them. */
	handover?: Pick<Handover, 'give' | 'take' | 'withdraw' | 'forget'>;
	quit(): void;
};

export type SessionOptions = {
	practice?: boolean;
	/** Whether nothing but what the public may see is shown, and nothing can be changed. */
	publicOnly?: boolean;
	/** Whether the session goes where the room is from the start. */
	follow?: boolean;
	columns: number;
	rows: number;
};

const onlyShows = 'this is a public session: it only shows';

const onlyLooks = 'here you are an observer, who only looks on';

/** The role that the database gives whoever sits here; undefined when it gives none to anybody. */
const roleIn = (database: Database, who: Who): Role | undefined =>
	// Nobody's groups are asked for without need.
	database.rules.roles &&
	roleOf(database, {user: who.actor.user, groups: who.groups, owner: who.owner});

/** Whoever joins, with their role, for the others to see. */
function withRole(database: Database, who: Who): Who {
	const role = roleIn(database, who);
	return role ? {...who, actor: {...who.actor, role}} : who;
}

/** Something that takes its time, and what follows from it. */
type Slow = () => Promise<Event | undefined>;

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
	#presence: Presence;
	#unmeet: () => void;

	constructor(
		shell: Shell,
		{practice = false, publicOnly = false, follow = false, columns, rows}: SessionOptions,
	) {
		this.#shell = shell;
		const {store, who} = shell;
		this.#state = {
			database: publicOnly ? publicView(store.read()) : store.read(),
			title: store.title,
			session: who.session,
			actor: who.actor,
			practice,
			reads: shell.importer !== undefined,
			here: [],
			asked: [],
			...(shell.handover ? {mail: noMail} : {}),
			...(follow ? {follows: publicOnly ? ('locked' as const) : ('free' as const)} : {}),
			publicOnly,
			readOnly: undefined,
			columns,
			rows,
			now: shell.now(),
			stack: [{screen: 'overview'}],
			drafts: {},
			saving: false,
		};
		this.#state.readOnly = this.#readOnly(this.#state);
		this.#presence = store.join(withRole(store.read(), who));
		this.#presence.show(shownOf(this.#state));
		this.#unmeet = this.#presence.watch((others) => this.#handle({kind: 'others', others}));
		this.#handle({kind: 'others', others: this.#presence.others()});
		this.#unwatch = store.watch((news) => this.#handle({kind: 'news', news: this.#seen(news)}));
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
		this.#unmeet();
		void this.#presence.close();
		this.#listeners.clear();
	}

	#handle(event: Event): void {
		const {state, effects} = update({...this.#state, now: this.#shell.now()}, event);
		this.#set(state);
		// What is stored leaves no draft behind, and what was refused is one.
		if (event.kind === 'outcome') this.#shell.drafts?.flush();
		const [first, ...rest] = effects.flatMap((effect) => this.#slow(effect) ?? []);
		if (first) void this.#wait(first, rest);
		if (effects.some(({kind}) => kind === 'quit')) this.#shell.quit();
	}

	/** What others did, as far as this session may see it. */
	#seen(news: News): News {
		const {publicOnly} = this.#state;
		return publicOnly && 'database' in news ? {database: publicView(news.database)} : news;
	}

	#set(state: State): void {
		const before = this.#state;
		this.#state = {...state, readOnly: this.#readOnly(state)};
		this.#presence.show(shownOf(this.#state));
		if (before.stack !== state.stack || before.drafts !== state.drafts) {
			this.#shell.drafts?.keep(keptOf(this.#state));
		}
		if (isUnseen(before, this.#state)) return;
		for (const listener of this.#listeners) listener();
		clearTimeout(this.#rest);
		if (placeOf(this.#state).beside === undefined) return;
		this.#rest = setTimeout(() => this.#handle({kind: 'rest'}), restAfter);
	}

	/** Why nothing can be changed here, when nothing can. */
	#readOnly({publicOnly, database}: State): string | undefined {
		const {store, who} = this.#shell;
		if (publicOnly) return onlyShows;
		return store.readOnly ?? (roleIn(database, who) === 'observer' ? onlyLooks : undefined);
	}

	/** The part of an effect that takes its time; undefined when it has none. */
	#slow(effect: Effect): Slow | undefined {
		switch (effect.kind) {
			case 'commit':
				return () => this.#commit(effect);
			case 'editor':
				return () => this.#edit(effect.value);
			case 'copy':
				return () => this.#copy(effect.path);
			case 'papers':
				return () => this.#papers(effect.meeting);
			case 'paper':
				return () => this.#read(effect.form);
			case 'complete':
				return () => this.#complete(effect.typed);
			case 'forget':
				this.#shell.drafts?.forget(effect.token);
				return undefined;
			case 'hand-over':
				return () => this.#handOver(effect);
			case 'withdraw':
				return () => this.#withdraw(effect);
			case 'taken':
				return () => this.#take(effect.id);
			case 'forget-taken':
				this.#shell.handover?.forget(effect.ids);
				return undefined;
			case 'quick':
			case 'bring-back':
			case 'take':
			case 'leave':
			case 'quit':
				return undefined;
		}
	}

	/**
	 * Holds the queue until everything slow is over, one after the other; what waited is handled then, in
	 * its order. Once an act was refused, nothing that was to follow it is done.
	 */
	async #wait(slow: Slow, rest: Slow[]): Promise<void> {
		this.#busy = true;
		const event = await slow();
		this.#busy = false;
		if (event) this.#handle(event);
		const isRefused = event?.kind === 'outcome' && !event.outcome.ok;
		const [following, ...others] = isRefused ? [] : rest;
		if (following) return this.#wait(following, others);
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
		const act = {
			id: randomUUID(),
			changes: changes as Change[],
			meeting: heldMeeting(this.#state)?.id,
		};
		return {kind: 'outcome', outcome: await store.commit(act, who), done};
	}

	async #edit(value: string): Promise<Event> {
		const result = await this.#shell.edit(value);
		return 'value' in result
			? {kind: 'edited', value: result.value}
			: {kind: 'said', tone: 'refused', text: result.problem};
	}

	async #read(form: Form): Promise<Event> {
		const result = await this.#shell.importer?.read(askedOf(form), this.#shell.store.read());
		if (!result || 'problem' in result) {
			return {kind: 'no-paper', problem: result?.problem ?? 'papers cannot be read here'};
		}
		return {kind: 'paper', form, paper: result};
	}

	async #complete(typed: string): Promise<Event> {
		const {value = typed, options = []} = (await this.#shell.importer?.complete(typed)) ?? {};
		const told =
			options.length === 0
				? `nothing begins with “${typed}”`
				: options.length > 1 && value === typed
					? options.join('  ')
					: '';
		return {kind: 'completed', typed, value, told};
	}

	async #handOver({form, to}: Extract<Effect, {kind: 'hand-over'}>): Promise<Event> {
		const result = await this.#shell.handover?.give(form, to);
		if (!result || 'problem' in result) {
			return {kind: 'not-sent', problem: result?.problem ?? 'there is no way to them'};
		}
		return {kind: 'sent', form, handed: {id: result.id, to: to.name ?? to.user}};
	}

	async #withdraw({id, to}: Extract<Effect, {kind: 'withdraw'}>): Promise<Event> {
		const isBack = await this.#shell.handover?.withdraw(id);
		const text = isBack
			? `It is no longer offered to ${to}: it is yours again.`
			: `${to} has taken it: what you have here is a copy. Look before you save.`;
		return {kind: 'said', tone: 'info', text};
	}

	/** It is on the disk here before it is gone from there. */
	async #take(id: string): Promise<Event | undefined> {
		this.#shell.drafts?.flush();
		if (await this.#shell.handover?.take(id)) return undefined;
		const text = 'It was taken back or taken elsewhere meanwhile: look before you save.';
		return {kind: 'said', tone: 'info', text};
	}

	async #papers(meeting: string): Promise<Event> {
		const result = await this.#shell.papers(meeting);
		return 'folder' in result
			? {kind: 'said', tone: 'info', text: `The papers of ${meeting} are in ${result.folder}`}
			: {kind: 'said', tone: 'refused', text: result.problem};
	}

	async #copy(path: string): Promise<Event | undefined> {
		const problem = path === '' ? undefined : await this.#shell.copy(path);
		if (problem) return {kind: 'said', tone: 'refused', text: problem};
		this.#shell.quit();
		return undefined;
	}
}
