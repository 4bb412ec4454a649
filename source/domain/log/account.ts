import {same} from '../equal.ts';
import type {Collection, Database, Entry} from '../schema/index.ts';
import {contentDigest, topRecord, Undigestible} from './chain.ts';
import {rewind} from './rewind.ts';
import {differences} from './vouched.ts';

/** What a document said of a meeting at a revision, and how it is read from any state of the database. */
type ToldMinutes = {
	meeting: string;
	/** The log up to this revision is what it rested on. */
	revision: number;
	/** The digest of what it said; absent where it was of a form that is not read any more. */
	content?: string;
	/** Undefined where there is no such meeting. */
	read: (database: Database) => unknown;
};

/** By what a document came to say something else: the acts that did it, and what no act did. */
type ChangeAccount = {
	/** Acts that altered what differs, by their effects, or that redacted it; oldest first. */
	since: number[];
	/** Records that no act made what they are. */
	altered: string[];
	/** Whether the acts account for everything. */
	explained: boolean;
};

/**
 * Accounts for what a document says now and did not say at a revision. The acts since are taken back by their
 * effects: only if that leads to what the document said then do they explain the difference, and only those are named that
 * altered a place in which it differs. An adoption, a migration or an archiving has no effects, so none of them explains
 * anything.
 */
export function accountFor(database: Database, told: ToldMinutes): ChangeAccount {
	const {revision, read, content} = told;
	const then = rewind(database, revision);
	const [said, says] = [read(then), read(database)];
	const since = database.log.filter((entry) => entry.revision > revision);
	const span = {said, says, later: database, read, places: placesOf(said, says)};
	const likely = altering({...span, acts: since.filter(mayAlter)});
	const acts = likely.length > 0 ? likely : altering({...span, acts: since});
	const redactions = since.filter((entry) => redactsOf(database, entry, told));
	const named = [...new Set([...acts, ...redactions.map((entry) => entry.revision)])].toSorted(
		(a, b) => a - b,
	);
	if (content !== undefined && digestOf(said) === content) {
		return {since: named, altered: [], explained: true};
	}
	// A text that was redacted is gone from what can be taken back: its record cannot be compared any more.
	const redacted = new Set(redactions.flatMap(redactedRecords));
	const altered = differences(then)
		.map(({record}) => record)
		.filter((record) => !redacted.has(record) && drawsOn(database, told, record));
	const isAccounted = content === undefined || redactions.length > 0;
	return {since: named, altered, explained: isAccounted && altered.length === 0};
}

/** What a document said, what it says in a later state, the acts between that may have altered it, and where the two ends of all differ. */
type Span = {
	said: unknown;
	says: unknown;
	later: Database;
	acts: readonly Entry[];
	read: ToldMinutes['read'];
	places: readonly string[];
};

/** The acts that altered one of these places; halves in which nothing differs are passed over. */
function altering(span: Span): number[] {
	const {said, says, later, acts, read, places} = span;
	const [act, ...others] = acts;
	if (!act || same(says, said)) return [];
	if (others.length === 0) {
		const own = placesOf(said, says);
		const isTold = own.some((a) => places.some((b) => isWithin(a, b) || isWithin(b, a)));
		return isTold ? [act.revision] : [];
	}
	const half = Math.floor(acts.length / 2);
	const middle = acts[half - 1] ?? act;
	const between = rewind(later, middle.revision);
	const halfway = read(between);
	return [
		...altering({...span, says: halfway, later: between, acts: acts.slice(0, half)}),
		...altering({...span, said: halfway, acts: acts.slice(half)}),
	];
}

/**
 * Whether an act is likely to have altered a document: nearly all acts report on projects, of which documents of
 * a meeting that is over tell their titles. All acts are looked at where these explain nothing.
 */
const mayAlter = ({effects = []}: Entry): boolean =>
	effects.some(({record, field}) => {
		const [collection, , list] = record.split('/');
		return collection !== 'projects' || (list === undefined && (field ?? 'title') === 'title');
	});

/** The places in which two values differ: `/items/3/notes`. */
function placesOf(a: unknown, b: unknown, at = ''): string[] {
	if (same(a, b)) return [];
	if (!isObject(a) || !isObject(b)) return [at];
	const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
	return [...keys].flatMap((key) => placesOf(a[key], b[key], `${at}/${key}`));
}

const isWithin = (inner: string, outer: string): boolean => `${inner}/`.startsWith(`${outer}/`);

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

function digestOf(content: unknown): string | undefined {
	try {
		return contentDigest(content);
	} catch (error) {
		if (error instanceof Undigestible) return undefined;
		throw error;
	}
}

/** Records of the meeting itself: it, its decisions, its actions. */
export function isOwn(database: Database, meeting: string, record: string): boolean {
	const [collection, id] = record.split('/');
	if (collection === 'meetings') return id === meeting;
	if (collection !== 'decisions' && collection !== 'actions') return false;
	const found = database[collection].find((one) => one.id === id);
	// One that is there no more may have been the meeting's.
	return found ? found.meeting === meeting : true;
}

/** Whether a document draws on a record: it would read otherwise without it. */
export function drawsOn(
	database: Database,
	{meeting, read}: Pick<ToldMinutes, 'meeting' | 'read'>,
	record: string,
): boolean {
	if (isOwn(database, meeting, record)) return true;
	const [collection = '', id] = record.split('/');
	if (id === undefined) return true;
	const list = database[collection as Collection] as {id: string}[];
	const without = list.filter((one) => one.id !== id);
	// What was taken out by hand cannot be tried.
	if (without.length === list.length) return true;
	return !same(read({...database, [collection]: without}), read(database));
}

const redactedRecords = ({changes = []}: Entry): string[] =>
	changes.flatMap(({kind, record}) =>
		kind === 'redact' && typeof record === 'string' ? [topRecord(record)] : [],
	);

/** Whether a redaction may have taken something out of a document: out of a record, or of what was told of its meeting. */
function redactsOf(database: Database, entry: Entry, told: ToldMinutes): boolean {
	if (entry.redacts === undefined) return false;
	const stripped = new Set(entry.redacts.map(({revision}) => revision));
	return (
		redactedRecords(entry).some((record) => drawsOn(database, told, record)) ||
		database.log.some(
			({revision, during}) => stripped.has(revision) && during?.meeting === told.meeting,
		)
	);
}
