import {dayIn, sayDay, timeIn} from '../../calendar.ts';
import {accountFor, drawsOn, isOwn} from '../../log/account.ts';
import {fittedSince} from '../../log/fitted.ts';
import type {Fitted} from '../../log/fitted-schema.ts';
import {sameSeal, sealOf} from '../../log/seal.ts';
import {adoptedSince, differences} from '../../log/vouched.ts';
import type {Database, Entry, Seal} from '../../schema/index.ts';
import {checkLog, sayDifference, sayRecord} from './check-log.ts';
import {sealedContent} from '../minutes/record.ts';
import {sealStands} from './seal-stands.ts';
import {tellEntry} from './sentences.ts';

/** What a printed seal turns out to be worth. */
export type SealProof = {
	/** Whether it is what this database gave out, on a log that is whole, and acts in that log account for every change since. */
	proved: boolean;
	/** What it stands on; absent when no such seal was given out. */
	sealed?: {meeting: string; title: string; version: number; at: string; by: string; seal: string};
	/** Whether the minutes read today word for word as they were sealed; absent where that cannot be told. */
	unchanged?: boolean;
	/** The act that brought the database forward since, and compared them last with what was sealed; absent without one. */
	forward?: number;
	/** Why it is not proved, each in a sentence. */
	faults: string[];
	/** The acts by which the minutes came to read otherwise than they were sealed, in the log's own sentences. */
	since: {revision: number; says: string}[];
};

/**
 * Proves a printed seal, however it is spelled: that the record is as the log left it, that the log is whole and
 * holds the entry that the seal rests on, that the seal is what follows from both, and whether the minutes still
 * read as they were sealed. Minutes that were changed since are not a fault as long as acts account for all of it, by
 * their effects on what differs; what was altered by hand is one, even if it was put on record afterwards.
 */
export function proveSeal(database: Database, code: string): SealProof {
	const found = findSeal(database, code);
	if (!found) {
		return {proved: false, faults: ['no such seal was given out by this database'], since: []};
	}
	const {meeting, seal, version} = found;
	const {unchanged, forward, ...changed} = changeOf(database, meeting.id, seal);
	const faults = [
		...recordFaults(database, meeting.id, unchanged),
		...logFaults(database),
		...sealFaults(database, meeting.id, seal),
		...changed.faults,
	];
	return {
		proved: faults.length === 0,
		sealed: {
			meeting: meeting.id,
			title: meeting.title,
			version,
			at: seal.at,
			by: seal.by,
			seal: seal.seal,
		},
		unchanged,
		...(forward === undefined ? {} : {forward}),
		faults,
		since: database.log
			.filter(({revision}) => changed.since.includes(revision))
			.map((entry) => ({revision: entry.revision, says: tellEntry(database, entry)})),
	};
}

function findSeal({meetings}: Database, code: string) {
	for (const meeting of meetings) {
		const seals = meeting.minutes?.seals ?? [];
		const index = seals.findIndex(({seal}) => sameSeal(seal, code));
		const seal = seals[index];
		if (seal) return {meeting, seal, version: index + 1};
	}
	return undefined;
}

/** Records that are not as the log left them: those of the meeting and, where the minutes read otherwise, all that they draw on. */
const recordFaults = (
	database: Database,
	meeting: string,
	unchanged: boolean | undefined,
): string[] =>
	differences(database)
		.filter(({record}) =>
			unchanged === false
				? drawsOn(database, {meeting, read: sealedContent(meeting)}, record)
				: isOwn(database, meeting, record),
		)
		.map(({record, how, since}) => `${sayRecord(record)} was ${sayDifference(how, since)}`);

const logFaults = (database: Database): string[] =>
	checkLog(database)
		.filter(({path}) => path[0] === 'log' || path[0] === 'revision')
		.map(({message}) => message);

function sealFaults({log}: Database, meeting: string, seal: Seal): string[] {
	const {id, content, revision} = seal;
	const entry = log.find((one) => one.revision === revision);
	return [
		...(entry?.hash === seal.log
			? []
			: [`revision ${revision} of the log is not the one that the seal rests on`]),
		...(sealOf({meeting, id, content, log: seal.log}) === seal.seal
			? []
			: ['the seal does not follow from what is said to have been sealed']),
	];
}

type Change = Pick<SealProof, 'unchanged' | 'forward' | 'faults'> & {since: number[]};

/** Whether minutes read otherwise than they were sealed; if so by what acts, and what is wrong about it. */
function changeOf(database: Database, meeting: string, seal: Seal): Change {
	const read = sealedContent(meeting);
	const carried = fittedSince(database.log, meeting, seal);
	if (carried) return changeSince(database, carried, {meeting, read}, seal);
	const unchanged = sealStands(database, meeting, seal, read);
	if (unchanged === undefined) return {unchanged, faults: [unknownForm], since: []};
	if (unchanged) return {unchanged, faults: [], since: []};
	const {revision, content} = seal;
	const {since, altered, explained} = accountFor(database, {meeting, revision, content, read});
	return {unchanged, since, faults: accountFaults(database, revision, altered, explained)};
}

const unknownForm = 'this version cannot check that seal: a newer one made it';

/** The same where a migration compared the minutes with the seal: what it found, and what came after it. */
function changeSince(
	database: Database,
	{fitted, entry}: {fitted: Fitted; entry: Entry},
	told: {meeting: string; read: (database: Database) => unknown},
	seal: Seal,
): Change {
	const {revision} = entry;
	const forward = {forward: revision};
	if (typeof fitted.fits === 'string') {
		const fault =
			fitted.fits === 'archived'
				? `when revision ${revision} brought the database forward, the minutes could not be compared with the seal: what they draw on stood in an archive of the log`
				: unknownForm;
		return {...forward, unchanged: undefined, faults: [fault], since: []};
	}
	const {since, altered, explained} = accountFor(database, {...told, revision});
	return {
		...forward,
		unchanged: fitted.fits && since.length === 0 && altered.length === 0,
		since: [...(fitted.since ?? []), ...since],
		faults: [
			...accountFaults(database, seal.revision, fitted.altered ?? [], !fitted.unexplained, entry),
			...accountFaults(database, revision, altered, explained),
		],
	};
}

/** What acts do not account for. `forward` is the migration that found it, where one did. */
function accountFaults(
	database: Database,
	since: number,
	altered: readonly string[],
	explained: boolean,
	forward?: Entry,
): string[] {
	const differing = new Set(differences(database).map(({record}) => record));
	const told = altered
		.filter((record) => forward !== undefined || !differing.has(record))
		.map((record) => sayAltered(database, record, since, forward));
	return explained
		? told
		: [...told, 'the minutes read otherwise than they were sealed, and no act in the log says why'];
}

/** A record that no act made what it is: who adopted it as it had been edited, if somebody did. */
function sayAltered(database: Database, record: string, since: number, forward?: Entry): string {
	const name = `${sayRecord(record)} was altered outside Boardwalk`;
	const put = adoptedSince(database.log, since).get(record) ?? forward;
	if (!put) return `${name} after revision ${since}`;
	const {timeZone} = database.organisation;
	const by = put.actor.name ?? put.actor.user;
	const at = `${sayDay(dayIn(put.at, timeZone))} at ${timeIn(put.at, timeZone)}`;
	const reason = put.changes?.[0]?.['reason'];
	const why = typeof reason === 'string' && reason.trim() !== '' ? `: ${reason.trim()}` : '';
	return `${name}, and adopted as it was then by ${by} on ${at} (revision ${put.revision}${why})`;
}
