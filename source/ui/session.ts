import {whyNoKey} from '../domain/rules/persons.ts';
import {roleOf} from '../domain/rules/roles.ts';
import {publicView} from '../domain/queries/public/view.ts';
import type {Database, Role} from '../domain/schema/index.ts';
import type {StoreNews, Presence, Present, Who} from '../store/store.ts';
import {keptOf} from './drafts.ts';
import {hasActs, loadActs} from './acts.ts';
import {type TaskHost, taskOf, type Task} from './effects.ts';
import {noMail} from './held.ts';
import type {Key} from './keys.ts';
import {isUnseen, shownOf, toldToPublic} from './room.ts';
import type {Shell} from './shell.ts';
import {placeOf, type State} from './state.ts';
import {type Event, update} from './update.ts';

export type SessionOptions = {
	practice?: boolean;
	/** Why no editor can be started, where none can. */
	noEditor?: string | undefined;
	/** Whether nothing but what the public may see is shown, and nothing can be changed. */
	publicOnly?: boolean;
	/** Whether it is told instead of drawn. */
	linear?: boolean;
	/** Whether it is told how one begins, until the first key. */
	first?: boolean;
	/** Whether the session goes where the room is from the start. */
	follow?: boolean;
	columns: number;
	rows: number;
};

/** The columns that pages are wrapped to where they are told: what can be taken in as one line. */
const linearWidth = 100;

const onlyShows = 'this is a public session: it only shows';

const onlyLooks = 'here you are an observer, who only looks on';

/** The role that the database gives whoever sits here; undefined when it gives none to anybody. */
const roleIn = (database: Database, who: Who): Role | undefined =>
	// Nobody's groups are asked for without need.
	database.rules.roles &&
	roleOf(database, {
		user: who.actor.user,
		person: who.actor.person,
		groups: who.groups,
		owner: who.owner,
		keyed: who.keyed,
	});

/** Whoever joins, with their role, for the others to see. */
function withRole(database: Database, who: Who): Who {
	const role = roleIn(database, who);
	return role ? {...who, actor: {...who.actor, role}} : who;
}

/** What decides about what is half written. */
const drafted = ['stack', 'drafts', 'saving'] as const;

/** How long the selection rests before the second pane follows it, in milliseconds. */
const restAfter = 80;

/**
 * One person's sitting at one terminal: the state, and the queue of what happens to it. Keys are
 * taken one at a time, each on the newest state; while an act is being stored the next ones wait, so
 * that none is lost and none acts on what is not yet recorded.
 */
export class Session {
	#state: State;
	readonly #shell: Shell;
	readonly #doing: TaskHost;
	#queue: Event[] = [];
	#busy = false;
	#begun: boolean;
	#listeners = new Set<() => void>();
	#idlers: (() => void)[] = [];
	#rest: NodeJS.Timeout | undefined;
	#unwatch: () => void;
	#presence: Presence;
	#unmeet: () => void;

	constructor(
		shell: Shell,
		{
			practice = false,
			noEditor,
			publicOnly = false,
			follow = false,
			linear = false,
			first = false,
			columns,
			rows,
		}: SessionOptions,
	) {
		this.#shell = shell;
		const {store, who} = shell;
		this.#doing = {
			shell,
			beginSaving: (saving) => {
				this.#set({...this.#state, saving});
				// Whoever starts after a crash must know of the act before it can be stored.
				shell.drafts?.flush();
				return this.#state;
			},
			takeOver: (value) => {
				this.#handle({kind: 'edited', value});
				shell.drafts?.flush();
			},
		};
		this.#state = {
			database: publicOnly ? publicView(store.read()) : store.read(),
			title: store.title,
			session: who.session,
			actor: who.actor,
			practice,
			...(noEditor === undefined ? {} : {noEditor}),
			reads: shell.importer !== undefined,
			here: [],
			asked: [],
			...(shell.handover ? {mail: noMail} : {}),
			...(follow ? {follows: publicOnly ? ('locked' as const) : ('free' as const)} : {}),
			publicOnly,
			readOnly: undefined,
			...(linear ? {linear: true as const} : {}),
			...(first ? {first: true as const} : {}),
			columns: linear ? linearWidth : columns,
			rows,
			now: shell.now(),
			stack: [{screen: 'overview'}],
			drafts: {},
			saving: undefined,
		};
		this.#state = this.#entitled(this.#state);
		this.#presence = store.join(withRole(store.read(), who));
		this.#presence.show(shownOf(this.#state));
		this.#begun = hasActs();
		this.#busy = !this.#begun;
		const meet = (others: readonly Present[]) =>
			({kind: 'others', others: this.#met(others)}) as const;
		this.#unmeet = this.#presence.watch((others) => this.#take(meet(others)));
		this.#handle(meet(this.#presence.others()));
		this.#unwatch = store.watch((news) => this.#take({kind: 'news', news: this.#seen(news)}));
	}

	/** For React's `useSyncExternalStore`, hence bound. */
	getState = (): State => this.#state;

	subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	/** Takes events from now on: those that came before the acts were loaded wait until then. Called once the first frame stands. */
	begin(): void {
		if (this.#begun) return;
		this.#begun = true;
		void this.#wait(async () => {
			await loadActs();
			return undefined;
		}, []);
	}

	press(...keys: Key[]): void {
		for (const key of keys) this.send({kind: 'key', key});
	}

	/** Takes an event in its turn. News and sizes do not wait: they touch nothing that is being saved. */
	send(event: Event): void {
		if (this.#busy && event.kind !== 'size' && event.kind !== 'tick') this.#queue.push(event);
		else this.#handle(event);
	}

	/** What others do is taken at once, even while something is being saved; only not before the acts are there. */
	#take(event: Event): void {
		if (this.#begun && hasActs()) this.#handle(event);
		else this.#queue.push(event);
	}

	/** Who else is connected, once that is known. */
	others(): Promise<readonly Present[]> {
		return this.#presence.known();
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
		const before = this.#state;
		const {state, effects} = update({...before, now: this.#shell.now()}, event);
		this.#set(state);
		this.#shell.heard?.(before, event, this.#state);
		// What is stored leaves no draft behind, and what was refused is one.
		if (event.kind === 'outcome') this.#shell.drafts?.flush();
		const [first, ...rest] = effects.flatMap((effect) => taskOf(this.#doing, effect) ?? []);
		if (first) void this.#wait(first, rest);
		if (effects.some(({kind}) => kind === 'redraw')) this.#shell.redraw?.();
		if (effects.some(({kind}) => kind === 'quit')) this.#shell.quit();
	}

	/** What others did, as far as this session may see it. */
	#seen(news: StoreNews): StoreNews {
		const {publicOnly} = this.#state;
		return publicOnly && 'database' in news ? {database: publicView(news.database)} : news;
	}

	/** Who else is here, as far as this session may see where they are. */
	#met(others: readonly Present[]): readonly Present[] {
		const {publicOnly, database} = this.#state;
		return publicOnly ? others.map((one) => toldToPublic(database, one)) : others;
	}

	#set(state: State): void {
		const before = this.#state;
		this.#state = this.#entitled(state);
		this.#presence.show(shownOf(this.#state));
		if (drafted.some((part) => before[part] !== state[part])) {
			this.#shell.drafts?.keep(keptOf(this.#state));
		}
		if (isUnseen(before, this.#state)) return;
		for (const listener of this.#listeners) listener();
		clearTimeout(this.#rest);
		if (placeOf(this.#state).beside === undefined) return;
		this.#rest = setTimeout(() => this.#handle({kind: 'rest'}), restAfter);
	}

	/** What whoever sits here may do, and why nothing can be changed, when nothing can. */
	#entitled(state: State): State {
		const {store, who} = this.#shell;
		const role = roleIn(state.database, who);
		const why = who.caution === undefined ? onlyLooks : `${onlyLooks} (${who.caution})`;
		const looks =
			store.readOnly ?? whyNoKey(state.database, who) ?? (role === 'observer' ? why : undefined);
		return {...state, role, readOnly: state.publicOnly ? onlyShows : looks};
	}

	/**
	 * Holds the queue until everything slow is over, one after the other; what waited is handled then, in
	 * its order. Once an act was refused, nothing that was to follow it is done.
	 */
	async #wait(slow: Task, rest: Task[]): Promise<void> {
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
}
