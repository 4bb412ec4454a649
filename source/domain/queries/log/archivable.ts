import {meetingLaw} from '../../law/boards.ts';
import {same} from '../../equal.ts';
import {archivesOf, type Archives} from '../../log/anchor.ts';
import {topRecord} from '../../log/chain.ts';
import {nameOf} from '../../names.ts';
import type {Database, Meeting} from '../../schema/index.ts';
import {minutesStatusWords} from '../../words.ts';
import {contentOf} from '../minutes/content.ts';
import {minutesOf} from '../minutes/minutes.ts';
import {publicView} from '../public/view.ts';

/** How far back a log may be cut: up to this revision and no further, and why. */
type Limit = {revision: number; why: string};

/** A session that lost its line may send an act again, and it is found by its entry. Milliseconds. */
const resendable = 24 * 3600 * 1000;

/**
 * The last revision up to which the log may be moved to an archive: not the newest acts; nothing that was
 * done in a meeting or that its minutes draw on, unless they are approved; and nothing on which it rests
 * what the public may read. What minutes and public draw on is not told from the entries but tried: they
 * must read the same without them.
 */
export function archiveLimit(database: Database, now: string): Limit {
	const {log} = database;
	const before = (log[0]?.revision ?? 1) - 1;
	const recent = log.find(({at}) => Date.parse(at) > Date.parse(now) - resendable) ?? log.at(-1);
	let limit: Limit = {
		revision: (recent?.revision ?? before + 1) - 1,
		why: 'the acts of the last 24 hours and the newest of all stay in the log',
	};
	const touches = touchesOf(database);
	const unsettled = database.meetings
		.filter((meeting) => !isSettled(database, meeting))
		.map((meeting) => ({meeting, ...touches.get(meeting.id)}))
		.toSorted((a, b) => (a.held ?? Infinity) - (b.held ?? Infinity));
	for (const {meeting, held = Infinity, touched = Infinity} of unsettled) {
		// To try is slow: only where something that may go has to do with the meeting at all.
		if (touched > limit.revision) continue;
		const reads = sameMinutes(database, meeting.id);
		const wanted = Math.min(held - 1, limit.revision);
		const revision = last(before, wanted, (to) => reads(cut(database, to)));
		if (revision < limit.revision)
			limit = {revision, why: sayDrawn(database, meeting, revision + 1)};
	}
	const shows = sameView(database);
	const revision = last(before, limit.revision, (to) => shows(cut(database, to)));
	return revision === limit.revision
		? limit
		: {
				revision,
				why: `what the public may read rests on revision ${revision + 1}, which tells what was said in private`,
			};
}

/** The first entry that has to do with a meeting in any way, and the first that was made in it. */
type Touches = {touched: number; held?: number};

/** For every meeting; what was done to its decisions and actions has to do with it, too. */
function touchesOf({log, decisions, actions}: Database): Map<string, Touches> {
	const found = new Map<string, Touches>();
	const placed = new Map<string, string | undefined>([
		...decisions.map(({id, meeting}) => [`decisions/${id}`, meeting] as const),
		...actions.map(({id, meeting}) => [`actions/${id}`, meeting] as const),
	]);
	for (const {revision, during, effects, records} of log) {
		const paths = effects ? effects.map(({record}) => topRecord(record)) : Object.keys(records);
		const meetings = paths.map((path) =>
			path.startsWith('meetings/') ? path.slice('meetings/'.length) : placed.get(path),
		);
		for (const id of new Set([...meetings, during?.meeting])) {
			if (id === undefined) continue;
			const known = found.get(id) ?? {touched: revision};
			const isFirst = known.held === undefined && during?.meeting === id;
			found.set(id, isFirst ? {...known, held: revision} : known);
		}
	}
	return found;
}

/** Whether minutes have come as far as they do: nobody approves the record of one who decides alone. */
function isSettled(database: Database, meeting: Meeting): boolean {
	const {status, minutes} = meeting;
	const stages = ['approved', 'signed', ...(isAlone(database, meeting) ? ['issued'] : [])];
	return status === 'closed' && stages.includes(minutes?.status ?? 'draft');
}

const isAlone = (database: Database, meeting: Meeting): boolean =>
	meetingLaw(database, meeting).alone;

function sayDrawn(database: Database, meeting: Meeting, revision: number): string {
	const {id, status, minutes} = meeting;
	const drawn = `revision ${revision} belongs to the minutes of ${nameOf(database, `meetings/${id}`)}`;
	if (status !== 'closed') return `${drawn}, which is not closed`;
	const stage = minutesStatusWords[minutes?.status ?? 'draft'].toLowerCase();
	const wanted = isAlone(database, meeting) ? 'issued' : 'approved';
	return `${drawn}, which are not ${wanted} (${stage})`;
}

/** A database as if its log began after a revision. */
const cut = (database: Database, revision: number): Database => ({
	...database,
	log: database.log.filter((entry) => entry.revision > revision),
});

/** The last number of a span that is fine; whatever is not fine is not so with more either, so halving finds it. */
function last(safe: number, wanted: number, isFine: (number: number) => boolean): number {
	if (wanted <= safe || isFine(wanted)) return wanted;
	let [low, high] = [safe, wanted];
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if (isFine(middle)) low = middle;
		else high = middle;
	}
	return low;
}

/** Whether the minutes of a meeting read in another database as they do in this one. */
function sameMinutes(database: Database, meeting: string): (other: Database) => boolean {
	const whole = contentOf(minutesOf(database, meeting));
	return (other) => same(contentOf(minutesOf(other, meeting)), whole);
}

/** Meetings are left out: what is exempt on their agendas they say themselves, and seals are made anew for the view. */
const compared = ['strategies', 'projects', 'reports', 'decisions', 'notices', 'actions'] as const;

/** Whether a database with a shorter log shows the public what this one does. */
function sameView(database: Database): (other: Database) => boolean {
	const whole = publicView(database);
	if (whole === database) return () => true;
	return (other) => {
		const view = publicView(other);
		const log = whole.log.slice(whole.log.length - view.log.length);
		return compared.every((name) => same(view[name], whole[name])) && same(view.log, log);
	};
}

/** What an archiving says of the archives from then on: the new one, and whose minutes draw on any of them. */
export function archivesAfter(
	database: Database,
	file: {name: string; revision: number; hash: string},
): Archives {
	const {files = [], meetings = {}} = archivesOf(database.log) ?? {};
	const first = database.log[0]?.revision ?? 1;
	const touches = touchesOf(database);
	// The minutes of the others draw on nothing that goes.
	const settled = database.meetings.filter((meeting) => isSettled(database, meeting));
	const drawn = settled.flatMap(({id}): [string, number][] => {
		const {held, touched = Infinity} = touches.get(id) ?? {};
		const isDrawn =
			held === undefined
				? touched <= file.revision && !sameMinutes(database, id)(cut(database, file.revision))
				: held <= file.revision;
		return isDrawn && !Object.hasOwn(meetings, id) ? [[id, first]] : [];
	});
	return {files: [...files, file], meetings: {...meetings, ...Object.fromEntries(drawn)}};
}
