import {randomBytes} from 'node:crypto';
import {open, readFile, rename, unlink} from 'node:fs/promises';
import type {Mark} from '../domain/queries/log/since.ts';
import {codeOf, reasonOf} from '../store/reasons.ts';
import {Refusal} from './command.ts';

/** What a state file begins with, so that no other file is taken for one and written over. */
const kind = 'boardwalk check';

/** How far the database was at the last look; undefined at the first. Throws Refusal. */
export async function readMark(file: string): Promise<Mark | undefined> {
	let text: string;
	try {
		text = await readFile(file, 'utf8');
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return undefined;
		throw new Refusal(`cannot read the state file ${file}: ${reasonOf(error)}`);
	}
	const mark = parse(text);
	if (mark) return mark;
	throw new Refusal(
		`${file} is not a state file of check: name another, or remove it to begin again (what was lost before then will not be found)`,
	);
}

function parse(text: string): Mark | undefined {
	try {
		const {of, id, revision, hash, at} = JSON.parse(text) as Record<string, unknown>;
		const isMark =
			of === kind &&
			typeof id === 'string' &&
			Number.isSafeInteger(revision) &&
			(hash === null || typeof hash === 'string') &&
			typeof at === 'string' &&
			!Number.isNaN(Date.parse(at));
		return isMark ? {id, revision: Number(revision), hash, at} : undefined;
	} catch {
		return undefined;
	}
}

/** Keeps how far the database is, all of it or nothing. Throws Refusal. */
export async function writeMark(file: string, mark: Mark): Promise<void> {
	const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
	try {
		const handle = await open(temporary, 'wx', 0o600);
		try {
			await handle.writeFile(`${JSON.stringify({of: kind, ...mark})}\n`);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(temporary, file);
	} catch (error) {
		await unlink(temporary).catch(() => {});
		const why = codeOf(error) === 'ENOENT' ? 'there is no such folder' : reasonOf(error);
		throw new Refusal(`cannot write the state file ${file}: ${why}`);
	}
}
