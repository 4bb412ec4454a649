import {openFile} from './file/open.ts';
import {type Environment, type Store, Unusable} from './store.ts';

export {systemEnvironment} from './environment.ts';

/**
 * Opens the database at a path or URL. Throws `Unusable`, whose message is one line that names the
 * place and says what is wrong and what to do.
 */
export async function openStore(
	location: string,
	options: {environment?: Environment; readOnly?: boolean} = {},
): Promise<Store> {
	if (/^postgres(ql)?:\/\//i.test(location)) {
		// The URL is not repeated: it may hold a password.
		throw new Unusable('PostgreSQL databases are not supported yet; name a database file');
	}
	return openFile(location, options);
}
