import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {stateFolder} from './drafts.ts';

/**
 * Whether somebody opens the screens for the first time, and remembers that they did: in an empty file in the folder
 * for state. `person` tells apart those who share an account by keys. Where nothing can be remembered nobody is told
 * again and again how to begin: it is false. Never throws.
 */
export async function isFirstStart(
	person: string | undefined,
	env: NodeJS.ProcessEnv = process.env,
): Promise<boolean> {
	const folder = path.dirname(stateFolder(env));
	const whose = person === undefined ? '' : `-${digest(person)}`;
	try {
		await mkdir(folder, {recursive: true, mode: 0o700});
		await writeFile(path.join(folder, `begun${whose}`), '', {flag: 'wx', mode: 0o600});
		return true;
	} catch {
		return false;
	}
}

// Loaded only for those who come by a key: it takes its time.
const digest = (text: string): string =>
	process.getBuiltinModule('node:crypto').hash('sha256', text).slice(0, 32);
