// Old entries in a file of their own: what may go, what the log still proves, what the archive proves.
import {describe, expect, test} from 'vitest';
import type {Change} from '../../source/domain/changes/index.ts';
import {anchorOf, archiveForMinutes, archiveWith} from '../../source/domain/log/anchor.ts';
import {
	type Archive,
	archiveDigest,
	archiveOf,
	formatArchive,
	parseArchive,
} from '../../source/domain/log/archive.ts';
import {archiveLimit} from '../../source/domain/queries/log/archivable.ts';
import {check} from '../../source/domain/queries/check.ts';
import {checkArchive} from '../../source/domain/queries/log/check-archive.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {publicView} from '../../source/domain/queries/public/view.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {accepted, contextAt, makeDatabase, present, refusal} from '../helpers/database.ts';

const on = (day: string) => contextAt('10:00', 'clerk', day);
const now = '2026-11-22T10:00:00.000Z';

/** The database after changes on one day, each an act of its own. */
const did = (database: Database, day: string, ...changes: (Change | Change[])[]): Database =>
	changes.reduce<Database>((before, each) => accepted(before, each, on(day)).database, database);

const note = (text: string, id = 'P1-01'): Change => ({kind: 'project/update', id, note: text});

/** Five acts in October, the first of which is the adoption. */
const october = did(
	makeDatabase(),
	'2026-10-01',
	note('one'),
	note('two'),
	note('three', 'P1-02'),
	{
		kind: 'action/add',
		text: 'Write',
	},
);

const archiving = (database: Database, to: number, file = 'a.jsonl'): Change => ({
	kind: 'database/archive',
	from: database.log[0]?.revision ?? 1,
	to,
	file,
	content: archiveDigest(archiveOf(database, to)),
});

/** The database after its log was cut, and what went. */
function archived(database: Database, to: number, file?: string) {
	const change = archiving(database, to, file);
	return {archive: archiveOf(database, to), ...accepted(database, change, on('2026-11-22'))};
}

/** What check says of a copy that was altered. */
function said(database: Database, alter: (copy: Database) => void): string[] {
	const copy = structuredClone(database);
	alter(copy);
	return check(copy).map(({message}) => message);
}

describe('the log after its older entries went', () => {
	const {database, entry, archive} = archived(october, 3);

	test('begins after them, counts on, and still proves every record', () => {
		expect(database.log.map(({revision}) => revision)).toEqual([4, 5, 6]);
		expect(database.revision).toBe(6);
		expect(check(database)).toEqual([]);
		expect(anchorOf(database.log)).toEqual({
			name: 'a.jsonl',
			revision: 3,
			hash: october.log[2]?.hash,
		});
		expect(check(did(database, '2026-11-22', note('four'), {kind: 'undo', revision: 4}))).toEqual(
			[],
		);
	});

	test('says so for good, in an act of its own that vouches for what went with them', () => {
		expect(entry).toMatchObject({
			revision: 6,
			archives: {files: [{name: 'a.jsonl', revision: 3}], meetings: {}},
			effects: [],
		});
		// All but those that later entries vouch for.
		expect(Object.keys(entry.records)).toHaveLength(20);
		expect(entry.records).not.toHaveProperty(['projects/P1-02']);
	});

	test('shows what was altered since, as before', () => {
		expect(said(database, (copy) => (copy.people[0]!.name = 'x'))).toEqual([
			'person reed was altered outside Boardwalk since revision 6',
		]);
		expect(said(database, (copy) => copy.log.shift())).toContain(
			'the log lacks revision 4: revision 5 follows revision 3; nothing of the log is proved (revisions 5 to 6 follow from each other alone)',
		);
		expect(said(database, (copy) => (copy.log[0]!.previousHash = '0'.repeat(64)))[0]).toMatch(
			/^revision 4 of the log was altered/,
		);
	});

	test('cannot be cut by hand as if it had been archived', () => {
		const [first] = said(october, (copy) => copy.log.splice(0, 3));
		expect(first).toMatch(/^the log lacks revision 1: revision 4 follows nothing/);
		const again = did(database, '2026-11-22', note('four'));
		expect(said(again, (copy) => copy.log.splice(0, 1))[0]).toMatch(
			/^the log lacks revision 4: revision 5 follows revision 3/,
		);
	});

	test('tells where a revision went: an act that stands there is not undone', () => {
		expect(archiveWith(database.log, 2)).toBe('a.jsonl');
		expect(archiveWith(database.log, 4)).toBeUndefined();
		expect(refusal(database, {kind: 'undo', revision: 2}).message).toBe(
			'revision 2 stands in the archive a.jsonl: it stays as it is',
		);
		expect(refusal(database, {kind: 'database/restore', revision: 2, onto: 6}).message).toMatch(
			/^revision 2 stands in the archive a\.jsonl/,
		);
		expect(
			refusal(database, {kind: 'database/restore', revision: 3, onto: 6, hash: '0'.repeat(64)})
				.message,
		).toMatch(/another act here/);
	});

	test('can be cut again, and the archives prove themselves and each other', () => {
		const second = archived(did(database, '2026-11-01', note('late')), 5, 'b.jsonl');
		expect(second.database.log.map(({revision}) => revision)).toEqual([6, 7, 8]);
		expect(second.entry.archives?.files.map(({name}) => name)).toEqual(['a.jsonl', 'b.jsonl']);
		expect(check(second.database)).toEqual([]);
		expect(archiveWith(second.database.log, 3)).toBe('a.jsonl');
		expect(archiveWith(second.database.log, 4)).toBe('b.jsonl');
		for (const one of [archive, second.archive]) {
			expect(checkArchive(one)).toEqual([]);
			expect(checkArchive(one, second.database)).toEqual([]);
		}
		const whole = {
			...second.database,
			log: [...archive.entries, ...second.archive.entries, ...second.database.log],
		};
		expect(check(whole)).toEqual([]);
		expect(check({...whole, log: whole.log.slice(3)})).toEqual([]);
	});
});

describe('an archive', () => {
	const {archive, database} = archived(october, 3);

	test('comes back from its file as it was', () => {
		const text = formatArchive(archive);
		expect(text.split('\n')).toHaveLength(5);
		expect(parseArchive(text)).toEqual({ok: true, archive});
		expect(parseArchive(`\ufeff${text.replaceAll('\n', '\r\n\r\n')}`)).toEqual({ok: true, archive});
		expect(archive.header).toMatchObject({
			database: october.id,
			after: {revision: 0, hash: null},
			upTo: {revision: 3, hash: october.log[2]?.hash},
		});
	});

	test.each<[string, (one: Archive) => unknown, RegExp]>([
		[
			'altered',
			({entries}) => (entries[1]!.at = '2020-01-01T00:00:00Z'),
			/^revision 2 .* altered; what is proved ends at revision 1$/,
		],
		[
			'cut at its end',
			({entries}) => entries.pop(),
			/ends at revision 2, but it says that it goes to 3/,
		],
		[
			'cut at its front',
			({entries}) => entries.shift(),
			/^the log lacks revision 1.*nothing of the archive is proved$/,
		],
		['emptied', ({entries}) => entries.splice(0), /holds no entry/],
		[
			'of another database',
			({header}) => (header.database = 'x'),
			/does not belong to this database/,
		],
		[
			'stripped by hand',
			({entries}) => {
				for (const key of ['changes', 'effects', 'salt'] as const) delete entries[1]![key];
			},
			/^revision 2 of the log was stripped/,
		],
	])('that was %s is found out', (_what, alter, message) => {
		const copy = structuredClone(archive);
		alter(copy);
		expect(checkArchive(copy, database)).toMatchObject([{message: expect.stringMatching(message)}]);
	});

	test('of a later part of another history does not belong', () => {
		const other = archived(did(makeDatabase(), '2026-10-02', note('x'), note('y'), note('z')), 3);
		expect(checkArchive(other.archive)).toEqual([]);
		expect(checkArchive(other.archive, database)).toMatchObject([
			{message: expect.stringMatching(/does not belong/)},
		]);
	});

	test.each([
		['', 1, /empty/],
		['nonsense', 1, /not JSON/],
		['{"schemaVersion":1}', 1, /not how an archive/],
		[`${formatArchive(archive).split('\n')[0]}\n{"a":1}`, 2, /not an entry of a log: revision/],
		[formatArchive(archive).slice(0, -20), 4, /not JSON/],
		[`${formatArchive(archive).split('\n')[0]}\n${'['.repeat(100_000)}`, 2, /./],
	])('is not %.20s', (text, line, message) => {
		expect(parseArchive(text)).toMatchObject({
			ok: false,
			line,
			message: expect.stringMatching(message),
		});
	});
});

test('an entry that was redacted goes as it is, and a later redaction leaves the archive alone', () => {
	const redact: Change = {
		kind: 'redact',
		record: 'projects/P1-01/updates/U-3',
		field: 'note',
		reason: 'x',
	};
	const {database, archive} = archived(did(october, '2026-10-02', redact), 3);
	expect(JSON.stringify(archive)).not.toContain('"one"');
	expect(checkArchive(archive)).toEqual([]);
	expect(checkArchive(archive, database)).toEqual([]);
	expect(check(database)).toEqual([]);
});

describe('what stays', () => {
	const limit = (database: Database) => archiveLimit(database, now);

	test('the acts of the last day, and the newest', () => {
		expect(limit(october)).toEqual({
			revision: 4,
			why: expect.stringMatching(/^the acts of the last 24/),
		});
		const today = did(october, '2026-11-22', note('now'));
		expect(limit(today).revision).toBe(5);
		expect(limit(did(today, '2026-11-20', note('a clock set back'))).revision).toBe(5);
		expect(refusal(today, archiving(today, 6), on('2026-11-22')).message).toBe(
			'only revisions up to 5 can go: the acts of the last 24 hours and the newest of all stay in the log',
		);
	});

	/** A meeting held in October: roll, a status, closed. */
	const held = did(
		october,
		'2026-10-02',
		{kind: 'meeting/open', id: 'M-2'},
		present(),
		{kind: 'project/status', id: 'P1-03', from: 'on-hold', to: 'in-progress'},
		{kind: 'meeting/move', id: 'M-2', from: 'I-2', to: 'I-3'},
		{kind: 'project/status', id: 'P1-02', from: 'in-progress', to: 'delivered'},
	);
	const closed = did(held, '2026-10-02', {kind: 'meeting/close', id: 'M-2'});
	const issued = did(closed, '2026-10-03', {kind: 'minutes/issue', meeting: 'M-2'});
	const approved = did(
		issued,
		'2026-10-20',
		{
			kind: 'meeting/add',
			board: 'B-1',
			title: 'Next',
			agenda: [{itemKind: 'minutes', title: 'Minutes'}],
		},
		{kind: 'meeting/open', id: 'M-3'},
		{kind: 'minutes/approve', meeting: 'M-2', by: 'M-3'},
	);

	test('what minutes draw on that are not approved', () => {
		expect(limit(held)).toEqual({
			revision: 6,
			why: 'revision 7 belongs to the minutes of M-2 November meeting, which is not closed',
		});
		expect(limit(closed).why).toBe(
			'revision 7 belongs to the minutes of M-2 November meeting, which are not approved (draft)',
		);
		expect(limit(issued).why).toMatch(/not approved \(issued\)$/);
		expect(limit(did(approved, '2026-10-20', note('x'))).why).toMatch(
			/^revision 15 belongs to the minutes of M-3 Next, which is not closed$/,
		);
	});

	test('what they draw on that was done after the meeting, such as a correction of its decision', () => {
		const corrected = did(october, '2026-10-03', {
			kind: 'decision/correct',
			id: 'D-1',
			reason: 'Slip',
			fields: {title: {from: 'Digital Strategy', to: 'The Digital Strategy'}},
		});
		const later = did(corrected, '2026-10-04', note('x'));
		expect(limit(later)).toEqual({
			revision: 5,
			why: 'revision 6 belongs to the minutes of M-1 Decision on the strategy, which are not issued (draft)',
		});
		// Nobody approves the record of one who decides alone.
		const out = did(later, '2026-10-05', {kind: 'minutes/issue', meeting: 'M-1'});
		expect(limit(out).revision).toBe(7);
	});

	test('once they are approved, it may go, and the log knows whose minutes draw on it', () => {
		const {database, archive} = archived(approved, 12);
		expect(archiveForMinutes(database, 'M-2')).toBe('a.jsonl');
		expect(archiveForMinutes(database, 'M-3')).toBeUndefined();
		expect(archiveForMinutes(database, 'constructor')).toBeUndefined();
		const whole = {...database, log: [...archive.entries, ...database.log]};
		expect(archiveForMinutes(whole, 'M-2')).toBeUndefined();
		expect(minutesOf(whole, 'M-2')).toEqual(minutesOf(approved, 'M-2'));
		expect(minutesOf(whole, 'M-2').altered).toBeUndefined();
	});

	/** The minutes of two meetings approved, the first with an exempt item during which somebody did this. */
	function settledAfter(inPrivate: Change): Database {
		const exempt = did(
			october,
			'2026-10-02',
			{
				kind: 'agenda/exempt',
				meeting: 'M-2',
				item: 'I-4',
				to: {paragraphs: [3], title: 'A contract'},
			},
			{kind: 'meeting/open', id: 'M-2'},
			present(),
			{kind: 'meeting/move', id: 'M-2', from: 'I-2', to: 'I-4'},
			inPrivate,
			{kind: 'meeting/close', id: 'M-2'},
		);
		const approvedThen = did(
			exempt,
			'2026-10-20',
			{kind: 'minutes/issue', meeting: 'M-2'},
			{kind: 'meeting/add', board: 'B-1', title: 'Next', agenda: []},
			{kind: 'meeting/open', id: 'M-3'},
			{kind: 'minutes/approve', meeting: 'M-2', by: 'M-3'},
			{kind: 'meeting/close', id: 'M-3'},
			{kind: 'minutes/issue', meeting: 'M-3'},
		);
		return did(
			approvedThen,
			'2026-10-30',
			{kind: 'meeting/add', board: 'B-1', title: 'After', agenda: []},
			{kind: 'meeting/open', id: 'M-4'},
			{kind: 'minutes/approve', meeting: 'M-3', by: 'M-4'},
		);
	}

	const secret = 'The bid of Acme is low';

	test('what was said in private may go where the records tell that it was', () => {
		const {database, archive} = archived(settledAfter(note(secret, 'P1-03')), 15);
		expect(JSON.stringify(archive)).toContain(secret);
		expect(JSON.stringify(database)).toContain(secret);
		expect(JSON.stringify(publicView(database))).not.toContain(secret);
	});

	test('what was written in private over what is public, on which the public view rests', () => {
		const fields = {summary: {to: secret}};
		const settled = settledAfter({kind: 'project/edit', id: 'P1-03', fields});
		expect(limit(settled)).toEqual({
			revision: 9,
			why: 'what the public may read rests on revision 10, which tells what was said in private',
		});
		const {database} = archived(settled, 9);
		expect(JSON.stringify(publicView(database))).not.toContain(secret);
		expect(refusal(settled, archiving(settled, 10), on('2026-11-22')).message).toMatch(
			/^only revisions up to 9 can go: what the public may read/,
		);
	});
});

describe('refused is to archive', () => {
	const today = on('2026-11-22');

	test('records that were edited by hand: the archiving would vouch for them', () => {
		const edited = structuredClone(october);
		edited.projects[0]!.title = 'Edited';
		expect(refusal(edited, archiving(edited, 3), today).message).toBe(
			'P1-01 Edited was edited by hand: adopt that first (boardwalk adopt)',
		);
	});

	test('what was not written: the content must be that of the log', () => {
		const change = archiving(october, 3) as Extract<Change, {kind: 'database/archive'}>;
		expect(refusal(october, {...change, content: '0'.repeat(64)}, today).message).toMatch(
			/does not hold what the log does: try again/,
		);
		expect(refusal(october, {...change, from: 2}, today).message).toMatch(
			/begins at revision 1, not 2/,
		);
		expect(refusal(october, {...change, file: '../x'}, today).message).toMatch(
			/expected the name of/,
		);
		expect(refusal(makeDatabase(), {...change, to: 1}, today).code).toBe('state');
	});
});
