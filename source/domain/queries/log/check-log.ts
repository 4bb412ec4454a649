import {type Break, findBreak, looseEnd} from '../../log/proof.ts';
import {anchorOf, archivesOf} from '../../log/anchor.ts';
import {sealOf} from '../../log/seal.ts';
import {type Divergence, differences, everyRecord, vouched} from '../../log/vouched.ts';
import type {Collection, Database, Entry} from '../../schema/index.ts';
import {count, recordWords} from '../../words.ts';
import type {Problem} from '../problem.ts';

/** More records than this are counted, not named. */
const mostNamed = 10;

/**
 * Whether the log is whole and whether every record is as the log left it; where it is not whole, what
 * it still proves. An empty log is fine: the database has not been adopted yet. What a redacted entry
 * alone vouches for cannot be proved.
 */
export function checkLog(database: Database): Problem[] {
	const {log, revision} = database;
	const last = log.at(-1)?.revision ?? 0;
	const broken = findBreak(log);
	if (broken) {
		const path = ['log', broken.index];
		return [
			{path, message: `${broken.message}; ${sayProved(database, broken)}`},
			...(broken.proved > 0 ? [{path, message: sayProvedRecords(database, broken)}] : []),
			...recordProblems(database),
		];
	}
	if (revision === last) return recordProblems(database);
	const message =
		revision > last
			? `the database is at revision ${revision}, but its log ${last === 0 ? 'is empty' : `ends at revision ${last}`}: ${count(revision - last, 'entry is', 'entries are')} missing`
			: `the database is at revision ${revision}, but its log goes on to revision ${last}`;
	return [{path: ['revision'], message}, ...recordProblems(database)];
}

/** `revision 3`, `revisions 3 to 41`. */
const sayRevisions = (from: number, to: number): string =>
	from === to ? `revision ${from}` : `revisions ${from} to ${to}`;

function sayProved({log}: Database, broken: Break): string {
	const first = log[0]?.revision ?? 1;
	const last = log[broken.proved - 1]?.revision;
	const proved =
		last === undefined
			? 'nothing of the log is proved'
			: `${sayRevisions(first, last)} ${first === last ? 'is' : 'are'} proved, nothing later is`;
	const rest = looseEnd(log, broken);
	const [start, end] = [rest[0]?.revision, rest.at(-1)?.revision];
	return start === undefined || end === undefined
		? proved
		: `${proved} (${sayRevisions(start, end)} follow from each other alone)`;
}

/** Which records the entries before a break vouch for, and which they do not. */
function sayProvedRecords(database: Database, broken: Break): string {
	const newest = vouched(database.log);
	const differing = new Set(differences(database, newest).map(({record}) => record));
	const same = everyRecord(database).filter(({key}) => !differing.has(key));
	const open = same.filter(({key}) => (newest.get(key)?.index ?? 0) >= broken.proved);
	const proved = same.length - open.length;
	const names = open.slice(0, mostNamed).map(({key}) => sayRecord(key));
	const more = open.length - names.length;
	const rest = `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
	return `the proved part of the log vouches for ${count(proved, 'record')} as ${proved === 1 ? 'it stands' : 'they stand'} here${open.length > 0 ? `, but not for ${rest}` : ''}`;
}

/** `project P1-04`, `the record “rules”`: ids only, so that it holds nothing that a terminal could trip over. */
export function sayRecord(path: string): string {
	const [collection = '', id] = path.split('/');
	if (id === undefined) return `the record “${collection}”`;
	return `${recordWords[collection as Collection] ?? collection} ${id}`;
}

/** Records that are not as the newest entry that touched them left them. */
const recordProblems = (database: Database): Problem[] =>
	differences(database).map(({record, path, how, since}) => ({
		path,
		message: `${sayRecord(record)} was ${sayDifference(how, since)}`,
	}));

export const sayDifference = (how: Divergence['how'], since: number | undefined): string =>
	how === 'added'
		? 'added outside Boardwalk: the log does not know it'
		: `${how} outside Boardwalk since revision ${since}`;

/**
 * Where seals of minutes and the log contradict each other: whoever rewrites a log, all hashes made anew, leaves them
 * naming entries that are there no more. A public copy has a log of its own; seals in it are the whole database's.
 */
export function checkSeals({meetings, log}: Database): Problem[] {
	const anchors = [anchorOf(log), ...(archivesOf(log)?.files ?? [])];
	const hashes = new Map<number, string | null>([
		...anchors.flatMap((one) => (one ? [[one.revision, one.hash] as const] : [])),
		...log.map(({revision, hash}) => [revision, hash] as const),
	]);
	const first = log[0]?.revision ?? 1;
	return meetings.flatMap((meeting, index) =>
		(meeting.minutes?.seals ?? []).flatMap((seal, place) => {
			const path = ['meetings', index, 'minutes', 'seals', place];
			const {id, content, revision} = seal;
			if (isOlder(log, seal.at)) return [];
			const said = `seal ${id} of the minutes of ${meeting.id}`;
			if (sealOf({meeting: meeting.id, id, content, log: seal.log}) !== seal.seal) {
				return isToldAnew(log, revision)
					? []
					: [{path, message: `${said} does not follow from what is said to have been sealed`}];
			}
			const hash = hashes.get(revision);
			// What an archive holds, it proves itself.
			if (hash === undefined && revision < first) return [];
			if ((hash ?? '') === seal.log || isToldAnew(log, revision)) return [];
			const message =
				hash === undefined
					? `${said} rests on revision ${revision}, which the log does not hold: the log was cut or made anew`
					: `${said} rests on another revision ${revision} than the log holds: the log was made anew since, or the seal was`;
			return [{path, message}];
		}),
	);
}

/**
 * Whether a log began only after a seal was given out: the database was set up from the export of another, which leaves
 * the log out, and its first act says when that was.
 */
const isOlder = ([first]: readonly Entry[], at: string): boolean =>
	first === undefined ||
	(first.revision === 1 && first.changes?.[0]?.kind === 'database/adopt' && at < first.at);

/** Whether a log up to a revision is that of a public copy: its acts vouch for nothing, one at the end for all. */
const isToldAnew = (log: readonly Entry[], revision: number): boolean =>
	log.every((entry) => entry.revision > revision || Object.keys(entry.records).length === 0) &&
	log.some(
		({revision: later, changes}) => later > revision && changes?.[0]?.kind === 'database/adopt',
	);
