import type {Database} from '../../domain/schema/index.ts';
import {fit} from '../fit.ts';
import {parseExact} from './exact.ts';
import type {ParsedFile} from './parse.ts';

/**
 * Reads a database from a file's bytes as `parseDatabase` does, which is loaded, and zod with it, only when there is
 * something to say.
 */
export async function parseBytes(
	bytes: Uint8Array,
	name: string,
	known?: Database,
): Promise<ParsedFile> {
	const database = readFitting(bytes, known);
	if (database) return {ok: true, database};
	const {parseDatabase} = await import('./parse.ts');
	return parseDatabase(bytes, name, known);
}

function readFitting(bytes: Uint8Array, known: Database | undefined): Database | undefined {
	try {
		const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
		return fit(parseExact(text, 0), known);
	} catch {
		return undefined;
	}
}
