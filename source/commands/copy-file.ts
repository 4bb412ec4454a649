import {randomBytes} from 'node:crypto';
import {open, readdir, unlink} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {same} from '../domain/equal.ts';
import type {Database} from '../domain/schema/index.ts';
import {accessOf, keepAccess} from '../store/file/access.ts';
import {giveName} from '../store/file/write-new.ts';
import {resolveOwn} from '../store/file/links.ts';
import {openFile} from '../store/file/open.ts';
import {encodeDatabase} from '../store/format.ts';
import {codeOf, explain, reasonOf} from '../store/reasons.ts';
import {syncDirectory} from '../store/file/replace.ts';
import {Refusal} from './command.ts';

/**
 * Writes a database to a new file: whole or not at all, and never over another. What an interrupted copy
 * left behind is swept; when the very same database is there, nothing is left to do. Who may do what with
 * the file is as with the one that it comes from (`like`), else left to the user's umask. Throws Refusal.
 */
export async function createFile(
	file: string,
	database: Database,
	like: string | undefined,
): Promise<'created' | 'there'> {
	const target = await resolveOwn(file).catch((error: unknown) => {
		throw new Refusal(`cannot write ${file}: ${reasonOf(error)}`);
	});
	const directory = path.dirname(target);
	const temporary = path.join(
		directory,
		`.${path.basename(target)}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`,
	);
	try {
		await sweepDead(directory, path.basename(target));
		const were = like === undefined ? undefined : await accessOf(like);
		const handle = await open(temporary, 'wx', were ? 0o600 : 0o666);
		try {
			await handle.writeFile(encodeDatabase(database));
			if (were) await keepAccess(handle, were, {narrow: true});
			await handle.sync();
		} finally {
			await handle.close();
		}
		await giveName(temporary, target);
		await syncDirectory({directory});
		return 'created';
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return await compare(file, database);
		const why =
			codeOf(error) === 'ENOENT'
				? 'there is no such folder'
				: reasonOf(await explain(error, directory));
		throw new Refusal(`cannot write ${file}: ${why}`);
	} finally {
		await unlink(temporary).catch(() => {});
	}
}

/** Removes what killed copies to the same name left behind; those under way are left alone. */
async function sweepDead(directory: string, name: string): Promise<void> {
	const start = `.${name}.`;
	const names = await readdir(directory).catch((): string[] => []);
	for (const other of names) {
		if (!other.startsWith(start)) continue;
		const [, pid] = /^(\d+)-[0-9a-f]{12}\.tmp$/.exec(other.slice(start.length)) ?? [];
		if (pid === undefined || isAlive(Number(pid))) continue;
		await unlink(path.join(directory, other)).catch(() => {});
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return codeOf(error) === 'EPERM';
	}
}

async function compare(file: string, database: Database): Promise<'there'> {
	const store = await openFile(file, {readOnly: true}).catch(() => undefined);
	const found = store?.read();
	await store?.close();
	if (found && same(found, database)) return 'there';
	throw new Refusal(
		found?.id === database.id
			? `${file} is there already, at revision ${found.revision}; what is to be copied is at ${database.revision}: nothing was replaced`
			: `${file} is there already: choose another name; nothing was replaced`,
	);
}
