import {sameSeal, sealOf} from '../log/seal.ts';
import type {Database, Entry, Meeting, Seal} from '../schema/index.ts';
import {checkLog} from './check-log.ts';
import {minutesOf, sealFits} from './minutes.ts';
import {tellEntry} from './sentences.ts';

/** What a printed seal turns out to be worth. */
export type SealProof = {
	/** Whether it is what this database gave out, on a log that is whole, and every change since is in that log. */
	proved: boolean;
	/** What it stands on; absent when no such seal was given out. */
	sealed?: {meeting: string; title: string; version: number; at: string; by: string; seal: string};
	/** Whether the minutes read today word for word as they were sealed; absent where that cannot be told. */
	unchanged?: boolean;
	/** Why it is not proved, each in a sentence. */
	faults: string[];
	/** What was done to the record after it was sealed, in the log's own sentences. */
	since: {revision: number; says: string}[];
};

/**
 * Proves a printed seal, however it is spelled: that the log is whole, that it holds the entry that the
 * seal rests on, that the seal is what follows from both, and whether the minutes still read as they
 * were sealed. A record that was changed since is no fault as long as the log tells by what.
 */
export function proveSeal(database: Database, code: string): SealProof {
	const found = findSeal(database, code);
	if (!found) {
		return {proved: false, faults: ['no such seal was given out by this database'], since: []};
	}
	const {meeting, seal, version} = found;
	const unchanged = sealFits(minutesOf(database, meeting.id), seal);
	const since = unchanged === false ? changesSince(database, meeting, seal) : [];
	const faults = [
		...logFaults(database, meeting),
		...sealFaults(database, meeting, seal),
		...(unchanged === undefined
			? ['this version cannot check that seal: a newer one made it']
			: []),
		...(unchanged !== false || since.length > 0
			? []
			: ['the minutes read otherwise than they were sealed, and no act in the log says why']),
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
		faults,
		since: since.map((entry) => ({revision: entry.revision, says: tellEntry(database, entry)})),
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

/** What is wrong with the log, and with the record of the meeting as far as the log vouches for it. */
function logFaults(database: Database, meeting: Meeting): string[] {
	const index = database.meetings.indexOf(meeting);
	return checkLog(database)
		.filter(
			({path}) =>
				path[0] === 'log' ||
				path[0] === 'revision' ||
				(path[0] === 'meetings' && path[1] === index),
		)
		.map(({message}) => message);
}

function sealFaults({log}: Database, {id: meeting}: Meeting, seal: Seal): string[] {
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

/** How far the minutes have come is not sealed, and goes on. */
const unsealed = new Set(['minutes/issue', 'minutes/approve', 'minutes/sign']);

/** Acts after the seal that touched the record of the meeting: itself, its decisions, its actions. */
function changesSince(database: Database, {id}: Meeting, {revision}: Seal): Entry[] {
	const own = new Set([
		`meetings/${id}`,
		...database.decisions
			.filter(({meeting}) => meeting === id)
			.map((decision) => `decisions/${decision.id}`),
		...database.actions
			.filter(({meeting}) => meeting === id)
			.map((action) => `actions/${action.id}`),
	]);
	// The act that issued the version follows the entry that the seal rests on.
	return database.log.filter(
		(entry) =>
			entry.revision > revision + 1 &&
			(Object.keys(entry.records).some((path) => own.has(path)) ||
				entry.during?.meeting === id ||
				entry.redacts !== undefined) &&
			!(entry.changes ?? [{kind: ''}]).every(({kind}) => unsealed.has(kind)),
	);
}
