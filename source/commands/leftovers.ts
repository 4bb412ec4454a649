import {readdir, readFile, realpath} from 'node:fs/promises';
import path from 'node:path';
import {archivesOf} from '../domain/log/anchor.ts';
import type {Database} from '../domain/schema/index.ts';

/**
 * What may still hold a text that is redacted, as a sentence: archives of the log, and the files that restore
 * and migrate keep beside the database. Undefined when there is nothing of the kind.
 */
export async function sayLeftovers(
	location: string,
	database: Database,
	text: string | undefined,
): Promise<string | undefined> {
	const named = archivesOf(database.log)?.files.map(({name}) => name) ?? [];
	const {folder, beside} = await besides(location);
	const names = [...new Set([...beside, ...named])].toSorted();
	if (names.length === 0) return undefined;
	const told = await Promise.all(
		names.map(async (name) => {
			const holds = folder !== undefined && text && (await has(path.join(folder, name), text));
			return holds ? `${name} (it does)` : name;
		}),
	);
	const them = names.length === 1 ? 'it' : 'them';
	return `not reached, and may still hold this text or an earlier wording: ${told.join(', ')}; remove ${them}, or keep ${them} where only those look who may`;
}

/** The files beside a database that are older states of it, or older parts of its log. */
async function besides(location: string): Promise<{folder?: string; beside: string[]}> {
	if (location.includes('://')) return {beside: []};
	const own = await realpath(location);
	const {dir: folder, base, name, ext} = path.parse(own);
	const isOlder = (other: string) =>
		(other.startsWith(`${name}-log-`) && other.endsWith('.jsonl')) ||
		other.startsWith(`${base}.before-restore-`) ||
		(other.startsWith(`${name}.schema-`) && other.endsWith(ext));
	const names = await readdir(folder).catch((): string[] => []);
	return {folder, beside: names.filter(isOlder)};
}

/** Whether a file holds a text as JSON writes it. */
const has = (file: string, text: string): Promise<boolean> =>
	readFile(file, 'utf8').then(
		(content) => content.includes(JSON.stringify(text).slice(1, -1)),
		() => false,
	);
