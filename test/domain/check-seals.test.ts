// A log that was made anew contradicts the seals of minutes in the same file, and check says so.
import {expect, test} from 'vitest';
import {publicCopy} from '../../source/commands/copy-public.ts';
import {entryHash, payloadDigest, recordDigests} from '../../source/domain/log/chain.ts';
import {check} from '../../source/domain/queries/check.ts';
import type {Database, Entry} from '../../source/domain/schema/index.ts';
import {accepted, after, contextAt} from '../helpers/database.ts';
import {afterMeeting} from '../documents/meeting.ts';

const messages = (database: Database) => check(database).map(({message}) => message);

/** Minutes that were issued, and something done since. */
const sealed = after(
	afterMeeting(),
	{kind: 'minutes/issue', meeting: 'M-2'},
	{kind: 'project/update', id: 'P1-01', note: 'Later.'},
);

/** As a forger leaves it who knows how the log is made: one entry altered, every hash and digest made anew. */
function madeAnew(alter: (log: Entry[], database: Database) => void): Database {
	const database = structuredClone(sealed);
	alter(database.log, database);
	let previous: string | null = null;
	database.log = database.log.map((entry, index) => {
		const isLast = index === database.log.length - 1;
		const paths = Object.keys(entry.records);
		const told: Entry = {
			...entry,
			payload: payloadDigest(entry),
			records: isLast ? recordDigests(database, paths, entry.salt ?? '') : entry.records,
			previousHash: previous,
		};
		previous = entryHash(told);
		return {...told, hash: previous};
	});
	return database;
}

test('a log that is as it was sealed is not doubted', () => {
	expect(messages(sealed)).toEqual([]);
});

test('a log that was rewritten, hashes and all', () => {
	const forged = madeAnew((log) => {
		log[3]!.at = '2026-11-22T09:00:00.000Z';
	});
	expect(messages(forged)).toEqual([
		expect.stringMatching(
			/^seal v1 of the minutes of M-2 rests on another revision \d+ than the log holds: the log was made anew since, or the seal was$/,
		),
	]);
});

test('one that was cut and told in a single act', () => {
	const forged = madeAnew((log, database) => {
		const last = log.at(-1)!;
		log.splice(0, log.length, {...last, revision: 1});
		database.revision = 1;
	});
	expect(messages(forged)).toContainEqual(
		expect.stringMatching(/^seal v1 .* which the log does not hold: the log was cut or made anew$/),
	);
});

test('a seal that was altered', () => {
	const forged = structuredClone(sealed);
	forged.meetings[1]!.minutes!.seals![0]!.content = 'f'.repeat(64);
	expect(messages(forged)).toContainEqual(
		'seal v1 of the minutes of M-2 does not follow from what is said to have been sealed',
	);
});

test('a database that was set up from the export of another is not doubted', () => {
	const exported = {...structuredClone(sealed), revision: 0, log: []};
	expect(messages(exported)).toEqual([]);
	const later = accepted(
		exported,
		{kind: 'project/update', id: 'P1-01', note: 'Here.'},
		contextAt('09:00', 'clerk', '2026-11-23'),
	).database;
	expect(messages(later)).toEqual([]);
});

test('a public copy, whose log is its own, is not doubted', () => {
	let salts = 0;
	const copy = publicCopy(sealed, {
		actor: {user: 'clerk', host: 'council'},
		session: 'copy',
		now: '2026-11-23T09:00:00.000Z',
		salt: () => String(++salts).padStart(32, '0'),
	});
	expect(messages(JSON.parse(JSON.stringify(copy)) as Database)).toEqual([]);
});
