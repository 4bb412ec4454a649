import {z} from 'zod';
import {type Database, type Entry, entrySchema} from '../schema/index.ts';
import {type Anchor, anchorOf} from './anchor.ts';
import {contentDigest} from './chain.ts';

const anchorSchema = z.looseObject({
	revision: z.int().nonnegative(),
	hash: z
		.string()
		.regex(/^[0-9a-f]{64}$/)
		.nullable(),
});

/** The first line of an archive: whose log it is a part of, and from which entry to which. */
const headerSchema = z.looseObject({
	boardwalk: z.literal('log archive'),
	version: z.literal(1),
	database: z.string(),
	organisation: z.string(),
	/** The entry before the first one here; revision 0 where there is none. */
	after: anchorSchema,
	upTo: anchorSchema,
});
type ArchiveHeader = z.infer<typeof headerSchema>;

/** A part of a log in a file of its own. It proves itself; that it belongs to a database, that database proves. */
export type Archive = {header: ArchiveHeader; entries: Entry[]};

/** The oldest entries of a log up to a revision, as an archive. The log must go on after them. */
export function archiveOf(database: Database, revision: number): Archive {
	const entries = database.log.filter((entry) => entry.revision <= revision);
	const anchor: Anchor = anchorOf(database.log) ?? {revision: 0, hash: null};
	return {
		header: {
			boardwalk: 'log archive',
			version: 1,
			database: database.id,
			organisation: database.organisation.name,
			after: {revision: anchor.revision, hash: anchor.hash},
			upTo: {revision, hash: entries.at(-1)?.hash ?? null},
		},
		entries,
	};
}

/** The digest by which an act says which archive was written, so that nothing leaves the log that did not reach the file. */
export const archiveDigest = (archive: Archive): string => contentDigest(archive);

/** An archive as the text of its file: the header, then one entry a line. */
export const formatArchive = ({header, entries}: Archive): string =>
	[header, ...entries].map((line) => `${JSON.stringify(line)}\n`).join('');

type ParsedArchive = {ok: true; archive: Archive} | {ok: false; line: number; message: string};

/** Reads the text of an archive; never throws. What its entries prove is `checkArchive`'s to say. */
export function parseArchive(text: string): ParsedArchive {
	const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
	let header: ArchiveHeader | undefined;
	const entries: Entry[] = [];
	for (const [index, text] of lines.entries()) {
		if (text.trim() === '') continue;
		const fail = (message: string): ParsedArchive => ({ok: false, line: index + 1, message});
		const value = parseLine(text);
		if (value === undefined) return fail('this line is not JSON');
		if (header) {
			const {data, error} = entrySchema.safeParse(value);
			if (!data) {
				const [issue] = error.issues;
				const where = issue?.path.map(String).join('.') ?? '';
				return fail(`this is not an entry of a log: ${where ? `${where}: ` : ''}${issue?.message}`);
			}
			entries.push(data);
		} else {
			header = headerSchema.safeParse(value).data;
			if (!header) return fail('this is not how an archive of a log begins');
		}
	}
	return header
		? {ok: true, archive: {header, entries}}
		: {ok: false, line: 1, message: 'the file is empty; expected an archive of a log'};
}

function parseLine(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
