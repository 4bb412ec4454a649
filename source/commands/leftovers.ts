import {open, readdir, readFile, realpath, stat} from 'node:fs/promises';
import path from 'node:path';
import {archivesOf} from '../domain/log/anchor.ts';
import {quoteOf, stringsIn} from '../domain/log/quote.ts';
import type {Database} from '../domain/schema/index.ts';
import {count} from '../domain/words.ts';
import type {Letterbox} from '../store/letterbox.ts';
import {type KeptDraft, keptDrafts} from './drafts.ts';

/** What else may hold a text that is redacted, and is not reached by it. */
export type Leftovers = {
	/** Files beside the database: older parts of its log, older states of it, copies of it; those that hold the text are marked. */
	files: {name: string; holds: boolean}[];
	/** Forms that were handed over and that nobody has taken yet, and drafts of whoever redacts. */
	letters: string[];
	drafts: KeptDraft[];
};

/** Anything larger is not a board's file. */
const largest = 500_000_000;

/** Looks for what may still hold one of the texts. What cannot be read is not looked into. */
export async function findLeftovers(
	location: string,
	database: Database,
	texts: readonly string[],
	letterbox: Letterbox | undefined,
): Promise<Leftovers> {
	const quotes = texts.map((text) => quoteOf(text, true));
	const holds = (value: unknown) =>
		stringsIn(value).some((told) => quotes.some((quote) => quote.isIn(told)));
	const waiting = await waitingIn(letterbox);
	const letters = waiting.filter(({holding}) => holds(holding)).map(({id}) => id);
	const drafts = (await keptDrafts(database.id)).filter(({data}) => holds(data));
	return {files: await filesBeside(location, database, texts), letters, drafts};
}

async function waitingIn(
	letterbox: Letterbox | undefined,
): Promise<{id: string; holding: unknown}[]> {
	const waiting = (await letterbox?.look().catch(() => undefined))?.waiting ?? [];
	return Promise.all(
		waiting.map(async (id) => ({id, holding: await letterbox?.read(id).catch(() => undefined)})),
	);
}

/** What is left, as sentences; undefined when there is nothing. */
export function sayLeftovers({files, letters, drafts}: Leftovers): string | undefined {
	const names = files.map(({name, holds}) => (holds ? `${name} (it does)` : name));
	const them = names.length === 1 ? 'it' : 'them';
	const left = drafts.filter(({isAlive}) => !isAlive).length;
	const open = drafts.length - left;
	const forms = [
		...(letters.length > 0
			? [`${count(letters.length, 'form')} handed over and not taken yet`]
			: []),
		...(left > 0 ? [`${count(left, 'draft')} of yours`] : []),
	];
	const many = letters.length + left !== 1;
	const said = [
		...(names.length > 0
			? [
					`not reached, and may still hold this text or an earlier wording: ${names.join(', ')}; remove ${them}, or keep ${them} where only those look who may`,
				]
			: []),
		...(forms.length > 0
			? [
					`${forms.join(' and ')} ${many ? 'hold' : 'holds'} this text: --clear throws ${many ? 'them' : 'it'} away`,
				]
			: []),
		...(open > 0
			? [
					`${count(open, 'form')} in an open session of yours ${open === 1 ? 'holds' : 'hold'} this text: leave ${open === 1 ? 'it' : 'them'} there`,
				]
			: []),
	];
	return said.length === 0 ? undefined : said.join('; ');
}

async function filesBeside(
	location: string,
	database: Database,
	texts: readonly string[],
): Promise<Leftovers['files']> {
	const named = archivesOf(database.log)?.files.map(({name}) => name) ?? [];
	const {folder, names} = await besides(location, database.id);
	const all = [...new Set([...names, ...named])].toSorted();
	return Promise.all(
		all.map(async (name) => ({
			name,
			holds: folder !== undefined && (await has(path.join(folder, name), texts)),
		})),
	);
}

/** The files beside a database that are older states of it, older parts of its log, or the same database once more. */
async function besides(location: string, id: string): Promise<{folder?: string; names: string[]}> {
	if (location.includes('://')) return {names: []};
	const own = await realpath(location);
	const {dir: folder, base, name, ext} = path.parse(own);
	const isOlder = (other: string) =>
		(other.startsWith(`${name}-log-`) && other.endsWith('.jsonl')) ||
		other.startsWith(`${base}.before-restore-`) ||
		(other.startsWith(`${name}.schema-`) && other.endsWith(ext));
	const others = (await readdir(folder).catch((): string[] => [])).filter(
		(other) => other !== base,
	);
	const copies = await Promise.all(
		others.map(async (other) => isOlder(other) || (await isSame(path.join(folder, other), id))),
	);
	return {folder, names: others.filter((_name, index) => copies[index])};
}

/** Whether a file is a copy of the database, by the id near its beginning. A pipe or a device is not waited for. */
async function isSame(file: string, id: string): Promise<boolean> {
	try {
		if (!(await stat(file)).isFile()) return false;
		const handle = await open(file);
		try {
			const {buffer, bytesRead} = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
			return buffer.toString('utf8', 0, bytesRead).includes(`"${id}"`);
		} finally {
			await handle.close();
		}
	} catch {
		return false;
	}
}

/** Whether a file holds one of the texts as JSON writes it. */
async function has(file: string, texts: readonly string[]): Promise<boolean> {
	try {
		const found = await stat(file);
		if (!found.isFile() || found.size > largest) return false;
		const content = await readFile(file, 'utf8');
		return texts.some((text) => content.includes(JSON.stringify(text).slice(1, -1)));
	} catch {
		return false;
	}
}
