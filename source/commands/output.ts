import {realpath, rename, rm, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {type Context, type Flag, Refusal} from './command.ts';

export const outputFlag: Flag = {value: 'file', summary: 'write to a file instead of the screen'};

/**
 * Prints a document, or with `--output` writes it to a file: whole or not at all, never over the
 * database itself. Bytes, which a terminal would take for commands, go to a file or a pipe alone.
 * Throws Refusal.
 */
export async function deliver(context: Context, content: string | Uint8Array): Promise<void> {
	const {output} = context.flags;
	if (typeof output !== 'string') {
		if (typeof content !== 'string' && context.columns !== undefined) {
			throw new Refusal('a Word file does not go to a terminal: add --output minutes.docx');
		}
		context.out(content);
		return;
	}
	const [database = ''] = context.arguments;
	try {
		await write(output, database, content);
	} catch (error) {
		if (error instanceof Refusal) throw error;
		const {codeOf, reasonOf} = await import('../store/file/reasons.ts');
		const why = codeOf(error) === 'ENOENT' ? 'there is no such folder' : reasonOf(error);
		throw new Refusal(`cannot write ${output}: ${why}`);
	}
}

async function write(
	output: string,
	database: string,
	content: string | Uint8Array,
): Promise<void> {
	const found = await stat(output).catch(() => undefined);
	const own = await stat(database).catch(() => undefined);
	if (found && own && found.dev === own.dev && found.ino === own.ino) {
		throw new Refusal(`${output} is the database itself; choose another file`);
	}
	if (found?.isDirectory()) throw new Refusal(`cannot write ${output}: it is a folder`);
	if (found && !found.isFile()) {
		// A pipe or a device is written to; there is nothing to put in its place.
		await writeFile(output, content);
		return;
	}
	// A link stays a link: the file that it leads to is replaced.
	const target = found ? await realpath(output) : path.resolve(output);
	const temporary = `${target}.${process.pid}-${Math.random().toString(36).slice(2)}.tmp`;
	try {
		const mode = found ? found.mode & 0o777 : 0o666;
		await writeFile(temporary, content, {flag: 'wx', mode, flush: true});
		await rename(temporary, target);
	} catch (error) {
		await rm(temporary, {force: true});
		throw error;
	}
}
