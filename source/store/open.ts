import {openFile} from './file/open.ts';
import type {Environment, Store} from './store.ts';

export {systemEnvironment} from './environment.ts';

/** Whether a location is the URL of a PostgreSQL database, and no path. */
export const isPostgres = (location: string): boolean => /^postgres(ql)?:\/\//i.test(location);

/**
 * Opens the database at a path or URL. Throws `Unusable`, whose message is one line that names the
 * place and says what is wrong and what to do.
 */
export async function openStore(
	location: string,
	options: {environment?: Environment; readOnly?: boolean} = {},
): Promise<Store> {
	if (isPostgres(location)) {
		// Loaded only now: whoever has a file need not wait for it.
		const {openPostgres} = await import('./postgres/open.ts');
		return openPostgres(location, options);
	}
	return openFile(location, options);
}
