import {randomUUID} from 'node:crypto';
import {allRecords, entryHash, payloadDigest, recordDigests, sha256} from '../domain/log/chain.ts';
import {undoneBy} from '../domain/log/standing.ts';
import {publicActor} from '../domain/queries/public/names.ts';
import {publicView} from '../domain/queries/public/view.ts';
import type {Database, Entry} from '../domain/schema/index.ts';
import {schemaVersion} from '../domain/schema/values.ts';
import type {Who} from '../store/store.ts';

/** Who copies, when, and where salts come from. */
type Copying = Who & {now: string; salt(): string};

/**
 * A database for everybody: what the public may read, as a database of its own (its id is another). Its log
 * tells the same acts but is chained anew, for the old digests cover what was left out, and a short text can be
 * guessed from its digest. Its last entry vouches for every record as it stands here. It proves that nobody
 * altered it since; what was decided, the database that it comes from proves.
 */
export function publicCopy(database: Database, copying: Copying): Database {
	const view = publicView(database);
	const id = randomUUID();
	if (view.log.length === 0) return {...view, id};
	const log: Entry[] = [];
	for (const entry of view.log) {
		// A log that begins in an archive still says where it goes on from.
		const previousHash = log.at(-1)?.hash ?? entry.previousHash;
		log.push(toldAnew(entry, previousHash, copying));
	}
	const whole = {...view, id, log};
	const closing = closingEntry(database, whole, copying);
	return {...whole, revision: closing.revision, log: [...log, closing]};
}

function toldAnew(entry: Entry, previousHash: string | null, {salt}: Copying): Entry {
	const told = {...entry, records: {}, previousHash};
	if (entry.changes === undefined) {
		// There is nothing left that a digest could vouch for.
		told.payload = sha256(salt());
	} else {
		told.salt = salt();
		told.payload = payloadDigest(told);
	}
	return {...told, hash: entryHash(told)};
}

function closingEntry(before: Database, copy: Database, {actor, now, salt}: Copying): Entry {
	const own = salt();
	const changes = [{kind: 'database/adopt'}];
	const last = copy.log.at(-1);
	const told = new Map(before.log.map((entry) => [entry.revision, entry]));
	const hidden = copy.log.filter((entry) => entry['withheld'] !== undefined);
	const unhashed = {
		revision: (last?.revision ?? 0) + 1,
		id: randomUUID(),
		schemaVersion,
		at: now,
		actor: publicActor(actor),
		session: '',
		changes,
		effects: [],
		salt: own,
		...(hidden.length > 0 && {
			redacts: hidden.map(({revision}) => {
				const entry = told.get(revision);
				const undid = entry && undoneBy(entry);
				return {revision, ...(undid === undefined ? {} : {undid})};
			}),
		}),
		payload: payloadDigest({salt: own, changes, effects: []}),
		records: recordDigests(copy, allRecords(copy), own),
		previousHash: last?.hash ?? null,
	};
	return {...unhashed, hash: entryHash(unhashed)};
}
