import {constants, type Stats} from 'node:fs';
import {type FileHandle, open, rename, rm, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {type CommandContext, type Flag, Refusal} from './command.ts';

const outputFlag: Flag = {value: 'file', summary: 'write to a file instead of the screen'};
export const forceFlag: Flag = {
	summary: 'replace a file that is there; a database never is',
};

/** The flags of a command that prints a document. */
export const outputFlags = {output: outputFlag, force: forceFlag};

/** Files that are there already and were not replaced because nobody said so. */
export class Occupied extends Refusal {
	readonly files: string[];

	constructor(files: string[]) {
		const [first = '', ...others] = files;
		const more = others.length === 0 ? 'is' : `and ${others.length} more are`;
		super(
			`${first} ${more} there already; nothing was written: add --force to replace ${others.length === 0 ? 'it' : 'them'}, or name another`,
		);
		this.files = files;
	}
}

/**
 * The files for which nothing was written, if that is what an error says. It is known by its shape: the parts of the built
 * program have a class of their own each, so that what one of them throws is an instance of no other’s.
 */
export const filesThere = (error: unknown): string[] | undefined =>
	error instanceof Error && error.name === 'Refusal' && 'files' in error
		? (error as Occupied).files
		: undefined;

/**
 * Prints a document, or with `--output` writes it to a file: whole or not at all, never over a database, with
 * `--force` alone over another file, and through no link that somebody else may have put there. Bytes, which a
 * terminal would take for commands, go to a file or a pipe alone. Throws Refusal.
 */
export async function deliver(
	context: CommandContext,
	content: string | Uint8Array,
): Promise<void> {
	const {output, force} = context.flags;
	const [database = ''] = context.arguments;
	if (typeof output !== 'string') {
		if (typeof content !== 'string' && context.columns !== undefined) {
			throw new Refusal('a Word file cannot go to a terminal: add --output minutes.docx');
		}
		context.out(content);
		return;
	}
	await refusing(output, async () => {
		await expectOther(output, database);
		const target = await targetOf(output, force === true);
		if (target.kind === 'stream') await writeFile(target.file, content);
		else await replace(target.file, content, target.found);
	});
}

/** That each of these can be written, so that of several none is when one cannot be. Throws Refusal. */
export async function expectFree(outputs: string[], force: boolean): Promise<void> {
	const occupied: string[] = [];
	for (const output of outputs) {
		await refusing(output, () => targetOf(output, force)).catch((error: unknown) => {
			const there = filesThere(error);
			if (!there) throw error;
			occupied.push(...there);
		});
	}
	if (occupied.length > 0) throw new Occupied(occupied);
}

async function refusing<Result>(output: string, work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Refusal) throw error;
		const {codeOf, explain, reasonOf} = await import('../store/reasons.ts');
		if (codeOf(error) === 'EEXIST') throw new Occupied([output]);
		const why =
			codeOf(error) === 'ENOENT'
				? 'there is no such folder'
				: reasonOf(await explain(error, path.dirname(output)));
		throw new Refusal(`cannot write ${output}: ${why}`);
	}
}

/** Its own database would be known by how it begins; but not one that is damaged. */
async function expectOther(output: string, database: string): Promise<void> {
	const [found, own] = await Promise.all(
		[output, database].map((file) => stat(file).catch(() => undefined)),
	);
	if (found && own && found.dev === own.dev && found.ino === own.ino) {
		throw new Refusal(`${output} is the database itself; choose another file`);
	}
}

/** Where a document goes: a file, with what is there now, or something that is written into as it is. */
type Target =
	{kind: 'file'; file: string; found: Stats | undefined} | {kind: 'stream'; file: string};

async function targetOf(output: string, force: boolean): Promise<Target> {
	const {isOpenFile, isOwn, resolveOwn} = await import('../store/file/links.ts');
	const file = await resolveOwn(output);
	const found = await stat(file).catch(() => undefined);
	if (found?.isDirectory()) throw new Refusal(`cannot write ${output}: it is a folder`);
	if (found && (isOpenFile(file) || !found.isFile())) {
		// A pipe or a device is written to; there is nothing to put in its place.
		if (isOwn(found)) return {kind: 'stream', file};
		throw new Refusal(`cannot write ${output}: it is not a file, and somebody else’s`);
	}
	if (found && (await holdsRecord(file))) {
		throw new Refusal(
			`${output} is a Boardwalk database or a part of one, which no document replaces; choose another file`,
		);
	}
	if (found && !force) throw new Occupied([output]);
	return {kind: 'file', file, found};
}

/** Whether a file begins like a database, an export of one, or an archive of its log, whatever it is called. */
async function holdsRecord(file: string): Promise<boolean> {
	let handle: FileHandle | undefined;
	try {
		handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
		const {buffer, bytesRead} = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
		const head = buffer.toString('utf8', 0, bytesRead);
		if (!/^\ufeff?\s*\{/.test(head)) return false;
		return /"schemaVersion"\s*:\s*\d/.test(head) || /^\ufeff?\s*\{\s*"boardwalk"/.test(head);
	} finally {
		await handle?.close();
	}
}

/** Written beside and renamed; where nothing is there, only as long as nothing is. */
async function replace(
	file: string,
	content: string | Uint8Array,
	found: Stats | undefined,
): Promise<void> {
	const temporary = `${file}.${process.pid}-${crypto.randomUUID().slice(0, 8)}.tmp`;
	const {accessOf, keepAccess} = await import('../store/file/access.ts');
	try {
		const were = found && (await accessOf(file));
		const handle = await open(temporary, 'wx', found ? 0o600 : 0o666);
		try {
			await handle.writeFile(content);
			if (were) await keepAccess(handle, were, {narrow: true});
			await handle.sync();
		} finally {
			await handle.close();
		}
		if (found) await rename(temporary, file);
		else await (await import('../store/file/write-new.ts')).giveName(temporary, file);
	} finally {
		await rm(temporary, {force: true});
	}
}
