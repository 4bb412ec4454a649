import {parseArchive} from '../domain/log/archive.ts';
import {checkArchive, redactedEntries} from '../domain/queries/log/check-archive.ts';
import {count} from '../domain/words.ts';
import {parseDatabase} from '../store/file/parse.ts';
import {codeOf, reasonOf} from '../store/reasons.ts';
import {Refusal} from './command.ts';

/** A problem in an archive: one entry stands on each line of it, after its header. */
type Found = {
	file: string;
	line: number;
	column: number;
	path: (string | number)[];
	message: string;
};

/**
 * Proves an archive of a log: by itself or, with the file of the database that it was taken from, that it
 * belongs to that one. What is wrong with the database itself is not for here.
 */
export async function inspectArchive(
	file: string,
	database?: string,
): Promise<{problems: Found[]; summary: string}> {
	const at = (line: number, message: string): Found => ({
		file,
		line,
		column: 1,
		path: line === 1 ? [] : ['log', line - 2],
		message,
	});
	const parsed = parseArchive(await read(file));
	if (!parsed.ok) return {problems: [at(parsed.line, parsed.message)], summary: ''};
	const whole =
		database === undefined ? undefined : parseDatabase(await readBytes(database), database);
	const {archive} = parsed;
	const problems = checkArchive(archive, whole?.ok ? whole.database : undefined).map(
		({index, message}) => at(index === undefined ? 1 : index + 2, message),
	);
	const {after, upTo} = archive.header;
	const stripped = redactedEntries(archive.entries).length;
	const parts = [
		`${file}: revisions ${after.revision + 1} to ${upTo.revision} intact`,
		...(whole?.ok ? ['the log goes on from them'] : []),
		...(stripped > 0 && !whole ? [`${count(stripped, 'act')} redacted`] : []),
	];
	return {problems, summary: parts.join(', ')};
}

const read = async (file: string): Promise<string> =>
	new TextDecoder().decode(await readBytes(file));

async function readBytes(file: string): Promise<Uint8Array> {
	try {
		return await (await import('../store/file/read.ts')).readWhole(file);
	} catch (error) {
		throw new Refusal(
			codeOf(error) === 'ENOENT'
				? `there is no file ${file}`
				: `cannot read ${file}: ${reasonOf(error)}`,
		);
	}
}
