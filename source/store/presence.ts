import {same} from '../domain/equal.ts';
import type {Actor} from '../domain/schema/index.ts';
import {cut} from '../domain/words.ts';
import {Listeners} from './listeners.ts';
import type {ShownPlace, Presence, Present, Who} from './store.ts';

/** How many others a session is shown at most. */
export const mostOthers = 200;

/** How long each text may be, in UTF-16 units: a record of them all fits into one block of a disk. */
export const longest = {
	session: 64,
	user: 64,
	host: 255,
	name: 100,
	screen: 40,
	id: 100,
	selected: 200,
	variant: 40,
	doing: 200,
	reading: 1500,
	leads: 30,
};

/** Where a session's place goes. */
type Outlet = {
	publish(present: Present): void;
	leave(): Promise<void>;
	/** Resolves once the others have been looked for; never rejects. */
	ready(): Promise<void>;
};

/** One session's presence, whatever the store: what it shows goes to an outlet, and what comes in is told. */
export class Sitting implements Presence {
	readonly #outlet: Outlet;
	readonly #now: () => string;
	readonly #self: Omit<Present, 'place' | 'at'>;
	readonly #listeners = new Listeners<readonly Present[]>();
	#place: ShownPlace | undefined;
	#others: readonly Present[] = [];
	#left: Promise<void> | undefined;

	constructor({actor, session}: Who, now: () => string, outlet: Outlet) {
		this.#outlet = outlet;
		this.#now = now;
		this.#self = {session: fit(session, 'session'), actor: fitActor(actor), since: now()};
	}

	show(place: ShownPlace): void {
		const fitted = fitPlace(place);
		if (this.#left || same(fitted, this.#place)) return;
		this.#place = fitted;
		this.#outlet.publish({...this.#self, place: fitted, at: this.#now()});
	}

	others(): readonly Present[] {
		return this.#others;
	}

	async known(): Promise<readonly Present[]> {
		await this.#outlet.ready();
		return this.#others;
	}

	watch(listener: (others: readonly Present[]) => void): () => void {
		return this.#left ? () => {} : this.#listeners.add(listener);
	}

	close(): Promise<void> {
		if (!this.#left) {
			this.#listeners.clear();
			this.#others = [];
			this.#left = this.#outlet.leave();
		}
		return this.#left;
	}

	/** Takes in who is connected, this session too; tells those who watch if that is news. */
	hear(presents: Iterable<Present>): void {
		if (this.#left) return;
		const others = sorted(presents, this.#self.session);
		const isNews =
			others.length !== this.#others.length ||
			others.some((present, index) => present !== this.#others[index]);
		if (!isNews) return;
		this.#others = others;
		this.#listeners.tell(others);
	}
}

/** The presence of a session on a store that has been closed. */
export const absent: Presence = {
	show() {},
	others: () => [],
	known: async () => [],
	watch: () => () => {},
	async close() {},
};

/**
 * All but one session, each once, oldest first. Of a session that is told twice, because what it lost still counts
 * as living, the newest counts.
 */
function sorted(presents: Iterable<Present>, own: string): Present[] {
	const seen = new Set([own]);
	return [...presents]
		.toSorted(
			(a, b) => compare(a.since, b.since) || compare(a.session, b.session) || compare(b.at, a.at),
		)
		.filter(({session}) => !seen.has(session) && seen.add(session))
		.slice(0, mostOthers);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A text as it may stand in a record: control characters alone would take six bytes each there. */
const fit = (text: string, what: keyof typeof longest): string =>
	cut(text.toWellFormed().replaceAll(/\p{Cc}/gu, ' '), longest[what]);

const fitActor = ({user, host, name, person, role}: Actor): Actor => ({
	user: fit(user, 'user'),
	host: fit(host, 'host'),
	...(name !== undefined && {name: fit(name, 'name')}),
	...(person !== undefined && {person: fit(person, 'id')}),
	...(role && {role}),
});

/** A copy of a place, bounded, and without what is not set. */
function fitPlace({screen, scroll, looks, ...texts}: ShownPlace): ShownPlace {
	const place: ShownPlace = {screen: fit(screen, 'screen')};
	for (const key of ['id', 'selected', 'variant', 'doing', 'reading', 'leads'] as const) {
		const text = texts[key];
		if (text !== undefined) place[key] = fit(text, key);
	}
	if (scroll !== undefined && Number.isSafeInteger(scroll) && scroll >= 0) place.scroll = scroll;
	if (looks) place.looks = true;
	return place;
}
