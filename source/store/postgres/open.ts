import {Unusable, type Store} from '../store.ts';
import {Fault} from '../reasons.ts';
import {reasonOf} from './connection/reasons.ts';
import {readTarget} from './connection/target.ts';
import {type PostgresOptions, PostgresStore} from './store.ts';

/**
 * Opens a database in PostgreSQL. Throws `Unusable` when there is none that this program can use; one that
 * this user cannot write, or whose server only reads, opens read-only.
 */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<Store> {
	const target = await readTarget(url);
	const store = new PostgresStore(target, options);
	try {
		await store.open();
		return store;
	} catch (error) {
		await store.close();
		if (error instanceof Unusable) throw error;
		const said = error instanceof Fault ? error.message : reasonOf(error, target);
		throw new Unusable(`${target.title}: ${said}`, {cause: error});
	}
}
