import {dayIn} from '../../calendar.ts';
import {rewind} from '../../log/rewind.ts';
import type {Database, Entry, Meeting} from '../../schema/index.ts';
import {byDate, firstDay} from '../meeting/meetings.ts';

/** A state of a database that is looked back at: the act up to which it reaches, its day, and what it was. */
export type AsAt = {
	revision: number;
	day: string;
	/** The meeting, and whether its papers were published then or it was closed. */
	meeting: string;
	title: string;
	what: 'papers' | 'closed';
};

/** The act that set a field of a meeting to what it holds, as far as the log still tells. */
const actThatSet = (
	{log}: Pick<Database, 'log'>,
	{id}: Meeting,
	field: 'publishedOn' | 'closedAt',
): Entry | undefined =>
	log.findLast(({effects}) =>
		effects?.some(
			(effect) =>
				effect.record === `meetings/${id}` && effect.field === field && effect.to !== undefined,
		),
	);

/** The state of which a meeting's papers speak: they are frozen when its agenda is published. Undefined before, or where the log no longer tells. */
export function papersOf(database: Database, meeting: Meeting): AsAt | undefined {
	if (meeting.publishedOn === undefined) return undefined;
	const entry = actThatSet(database, meeting, 'publishedOn');
	return entry && stateAt(database, meeting, entry, 'papers');
}

const stateAt = (
	{organisation}: Database,
	{id, title}: Meeting,
	{revision, at}: Entry,
	what: AsAt['what'],
): AsAt => ({revision, day: dayIn(at, organisation.timeZone), meeting: id, title, what});

/**
 * How things stood when a board last met before one of its meetings: as its papers had it, else as it was left at the end.
 * Undefined where it had not met, or the log no longer tells.
 */
export function lastMet(database: Database, meeting: Meeting): AsAt | undefined {
	const before = byDate(database.meetings).filter(
		(one) =>
			one.board === meeting.board &&
			one.id !== meeting.id &&
			one.status === 'closed' &&
			firstDay(one) <= firstDay(meeting),
	);
	for (const earlier of before.toReversed()) {
		const papers = papersOf(database, earlier);
		if (papers) return papers;
		const entry = actThatSet(database, earlier, 'closedAt');
		if (entry) return stateAt(database, earlier, entry, 'closed');
	}
	return undefined;
}

/** States by the entry that they reach up to: entries are never altered, and screens ask of the same state with every key. */
const states = new WeakMap<Entry, Database>();

/** The database as it was at a revision; the newest where that is newer than the log. */
export function databaseAt(database: Database, revision: number): Database {
	const entry = database.log.find((one) => one.revision === revision);
	if (!entry || revision >= database.revision) return database;
	const known = states.get(entry);
	if (known) return known;
	const state = rewind(database, revision);
	states.set(entry, state);
	return state;
}
