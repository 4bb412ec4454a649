import {same} from '../../equal.ts';
import {drawsOn} from '../../log/account.ts';
import {contentDigest, Undigestible} from '../../log/chain.ts';
import {fittedSince} from '../../log/fitted.ts';
import {rewind} from '../../log/rewind.ts';
import {adoptedSince, differences} from '../../log/vouched.ts';
import type {Database, Entry, Seal} from '../../schema/index.ts';
import {contentForm} from '../minutes/content.ts';

type Read = (database: Database) => unknown;

/**
 * Whether minutes still are what a seal was made of; undefined where that cannot be told: a newer program made the seal,
 * or the migration since could not tell. After a migration a seal stands if it fitted then and neither an act nor
 * anybody by hand has altered since what the minutes say. `read` gives what a seal covers, from any state of the database.
 */
export function sealStands(
	database: Database,
	meeting: string,
	seal: Seal,
	read: Read,
): boolean | undefined {
	const carried = fittedSince(database.log, meeting, seal);
	if (!carried) return fits(read(database), seal);
	const {fitted, entry} = carried;
	if (fitted.fits !== true) return fitted.fits === false ? false : undefined;
	const edited = editedSince(database, entry);
	return (
		same(contentAt(database, entry, meeting, read), read(database)) &&
		!edited.some((record) => drawsOn(database, {meeting, read}, record))
	);
}

/** A log edited by hand may hold what has no digest at all. */
function fits(
	content: unknown,
	{form = 1, content: sealed}: Pick<Seal, 'form' | 'content'>,
): boolean | undefined {
	// An older form is the migration's to judge, a newer one some later program's.
	if (form !== contentForm) return undefined;
	try {
		return contentDigest(content) === sealed;
	} catch (error) {
		if (error instanceof Undigestible) return false;
		throw error;
	}
}

/** What minutes said when an act brought the database forward. It does not change, and screens ask with every key. */
const contents = new WeakMap<Entry, Map<string, unknown>>();

function contentAt(database: Database, entry: Entry, meeting: string, read: Read): unknown {
	const known = contents.get(entry) ?? new Map<string, unknown>();
	contents.set(entry, known);
	if (!known.has(meeting)) known.set(meeting, read(rewind(database, entry.revision)));
	return known.get(meeting);
}

/** Records that somebody edited by hand since an act, adopted by now or not. */
const edits = new WeakMap<Database, string[]>();

function editedSince(database: Database, {revision}: Entry): string[] {
	let found = edits.get(database);
	if (!found) {
		found = differences(database).map(({record}) => record);
		edits.set(database, found);
	}
	return [...new Set([...found, ...adoptedSince(database.log, revision).keys()])];
}
