import {commit} from '../domain/commit.ts';
import type {Database} from '../domain/schema/index.ts';
import {systemEnvironment} from './environment.ts';
import {Listeners} from './listeners.ts';
import {absent} from './presence.ts';
import {Room} from './room.ts';
import type {Environment, StoreNews, Store} from './store.ts';
import {unsaved} from './unsaved.ts';

/**
 * A store that keeps its database in memory, for tests and for whatever must leave no trace. Several
 * sessions share it by sharing the object. `database` must fit the schema.
 */
export function memoryStore(
	database: Database,
	environment: Environment = systemEnvironment,
): Store {
	const listeners = new Listeners<StoreNews>();
	const room = new Room(() => environment.now());
	let newest = database;
	let closed = false;
	return {
		title: 'memory',
		readOnly: undefined,
		read: () => newest,
		async commit(act, who) {
			if (closed) return unsaved('the database has been closed; open it again');
			try {
				const outcome = commit(newest, act, {
					...who,
					now: environment.now(),
					salt: environment.salt(),
				});
				if (outcome.ok && outcome.database !== newest) {
					newest = outcome.database;
					listeners.tell({database: newest});
				}
				return outcome;
			} catch (error) {
				return unsaved(`the change could not be recorded: ${String(error)}`);
			}
		},
		watch: (listener) => (closed ? () => {} : listeners.add(listener)),
		join: (who) => (closed ? absent : room.join(who)),
		async close() {
			closed = true;
			listeners.clear();
			await room.close();
		},
	};
}
