import type {Collection, Database, Effect} from '../schema/index.ts';
import {collections} from '../schema/values.ts';
import {topRecord} from './chain.ts';
import {type Bare, holds, inverse, patch} from './patch.ts';

/**
 * A database as it was at a revision, its log up to that: the acts since taken back, newest first, by their effects.
 * What no effect tells of (an edit by hand that was adopted, a migration, a text that was redacted) stays as it
 * is; an effect that does not hold is passed over.
 */
export function rewind(database: Database, revision: number): Database {
	const state = new State(database);
	for (const {revision: own, effects = [], redacts} of database.log.toReversed()) {
		if (own <= revision) break;
		// A redaction does not say what stood there.
		if (redacts !== undefined) continue;
		for (const effect of effects.toReversed()) state.takeBack(effect);
	}
	return {
		...state.database(),
		revision,
		log: database.log.filter((entry) => entry.revision <= revision),
	};
}

/** Records that are altered one by one: to build a list of 10,000 anew for each of 1,000 acts takes seconds. */
class State {
	readonly #given: Database;
	/** Records by path, as far as they were asked for; undefined for one that is gone. */
	readonly #records = new Map<string, Bare | undefined>();
	/** Collections from which records went or into which some came. */
	readonly #lists = new Map<string, Bare[]>();
	readonly #indexes = new Map<string, Map<string, Bare>>();

	constructor(database: Database) {
		this.#given = database;
	}

	takeBack(effect: Effect): void {
		const {record} = effect;
		const top = topRecord(record);
		const [collection = '', id] = top.split('/');
		if (id === undefined) {
			const held = this.#records.get(top) ?? (this.#given[collection] as Bare | undefined);
			const whole = {[collection]: held} as unknown as Database;
			if (!holds(whole, effect)) return;
			this.#records.set(top, patch(whole, inverse(effect))[collection] as Bare);
			return;
		}
		const held = this.#find(collection, id);
		const alone = {[collection]: held ? [held] : []} as unknown as Database;
		if (!holds(alone, effect)) return;
		const back = inverse(effect);
		if (record === top && effect.field === undefined) this.#replace(collection, id, back);
		else this.#records.set(top, (patch(alone, back)[collection] as Bare[])[0]);
	}

	/** A record comes or goes. */
	#replace(collection: string, id: string, {to, at}: Effect): void {
		const list = this.#list(collection).filter((record) => record['id'] !== id);
		if (to !== undefined) list.splice(at ?? list.length, 0, to as Bare);
		this.#lists.set(collection, list);
		this.#records.set(`${collection}/${id}`, to as Bare | undefined);
	}

	#list(collection: string): Bare[] {
		return this.#lists.get(collection) ?? (this.#given[collection] as Bare[]);
	}

	#find(collection: string, id: string): Bare | undefined {
		const path = `${collection}/${id}`;
		if (this.#records.has(path)) return this.#records.get(path);
		let index = this.#indexes.get(collection);
		if (!index) {
			const list = (this.#given[collection] ?? []) as Bare[];
			index = new Map(list.map((record) => [String(record['id']), record]));
			this.#indexes.set(collection, index);
		}
		return index.get(id);
	}

	database(): Database {
		const altered = new Set([...this.#records.keys()].map((path) => path.split('/')[0]));
		const found: Bare = {...this.#given};
		for (const name of ['organisation', 'rules']) {
			if (altered.has(name)) found[name] = this.#records.get(name);
		}
		for (const name of collections satisfies readonly Collection[]) {
			if (!altered.has(name)) continue;
			found[name] = this.#list(name).map(
				(record) => this.#records.get(`${name}/${String(record['id'])}`) ?? record,
			);
		}
		return found as Database;
	}
}
