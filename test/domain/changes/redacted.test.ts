import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {lastUndoable} from '../../../source/domain/changes/undo.ts';
import {standing, takenBack} from '../../../source/domain/log/standing.ts';
import {check} from '../../../source/domain/queries/check.ts';
import type {Database, Entry} from '../../../source/domain/schema/index.ts';
import {makeCouncil, meetingOf, sitting} from '../../helpers/council.ts';
import {accepted, after, contextAt, refusal} from '../../helpers/database.ts';
import {approve, close, issue, later, next, note, sign} from './minuted.ts';

const secret = 'Mr Brown of 3 Mill Lane is ill';
const redact = (record: string, field: string): Change => ({
	kind: 'redact',
	record,
	field,
	reason: 'Names a resident',
});
const redactNote = redact('meetings/M-3/agenda/I-9', 'notes');
const undo = (revision: number): Change => ({kind: 'undo', revision});

/** Which entries have lost what they told. */
const stripped = ({log}: Database) =>
	log.filter(({changes}) => !changes).map(({revision}) => revision);
const holds = (database: Database, text = secret) =>
	JSON.stringify(database).includes(JSON.stringify(text).slice(1, -1));

const update: Change = {kind: 'project/update', id: 'P1-03', note: secret};
const decide: Change = {
	kind: 'decision/record',
	meeting: 'M-3',
	title: 'Mill Lane',
	resolution: 'R',
	outcome: 'approved',
	reasons: secret,
};

describe('what a redaction leaves', () => {
	test('is the record with a mark in the place of the text, and who did it and why', () => {
		const {database, entry} = accepted(
			after(makeCouncil(), note(secret)),
			redactNote,
			contextAt('10:05', 'reed'),
		);
		expect(meetingOf(database).agenda[3]).toMatchObject({title: 'Mill Lane', notes: '[redacted]'});
		expect(entry).toMatchObject({actor: {name: 'Ann Reed'}, changes: [redactNote]});
	});

	test('is every other entry as it was, and of the stripped ones who acted and when', () => {
		const before = after(makeCouncil(), update, note('x'), {kind: 'action/add', text: 'Write'});
		const database = after(before, redactNote);
		expect(database.log[1]).toEqual(before.log[1]);
		expect(database.log[3]).toEqual(before.log[3]);
		const {changes: _changes, effects: _effects, salt: _salt, ...kept} = before.log[2]!;
		expect(database.log[2]).toEqual(kept);
	});

	test('is several texts gone at once, in one act', () => {
		const before = after(sitting(), note(secret), decide);
		const {database} = accepted(before, [redactNote, redact('decisions/D-2', 'reasons')]);
		expect(holds(database)).toBe(false);
		expect(check(database)).toEqual([]);
	});

	test('is minutes that can still be read, signed ones too', () => {
		const issued = after(sitting(), note(secret), close(), issue());
		const signed = later(next(issued), approve(), sign());
		const database = after(signed, redactNote);
		expect(meetingOf(database).minutes?.status).toBe('signed');
		expect(holds(database)).toBe(false);
		expect(check(database)).toEqual([]);
	});

	test('is nothing to undo', () => {
		const database = after(makeCouncil(), note(secret), redactNote);
		expect(refusal(database, undo(3)).message).toBe('revision 3 (redact) cannot be undone');
		expect(refusal(database, undo(2)).message).toBe('revision 2 was redacted');
		expect(lastUndoable(database, contextAt().session)).toBeUndefined();
	});
});

describe('what a stripped entry vouched for', () => {
	// The note and the project were altered in one act, whose entry is stripped.
	const hold: Change = {kind: 'project/status', id: 'P1-03', from: 'on-hold', to: 'blocked'};
	const {database: both} = accepted(makeCouncil(), [note(secret), hold]);
	const {database, entry} = accepted(both, redactNote);

	test('is vouched for by the redaction', () => {
		expect(Object.keys(entry.records).toSorted()).toEqual(['meetings/M-3', 'projects/P1-03']);
		expect(check(database)).toEqual([]);
	});

	test.each<[string, (altered: Database) => void, string]>([
		[
			'the redacted record',
			(altered) => (meetingOf(altered).agenda[3]!.notes = 'Nobody was ill.'),
			'meeting M-3 was altered outside Boardwalk since revision 3',
		],
		[
			'another record of that act',
			(altered) => (altered.projects[2]!.status = 'delivered'),
			'project P1-03 was altered outside Boardwalk since revision 3',
		],
		[
			'a record that it did not touch',
			(altered) => (altered.projects[0]!.title = 'x'),
			'project P1-01 was altered outside Boardwalk since revision 1',
		],
	])('so that an alteration is found: %s', (_what, alter, message) => {
		const altered = structuredClone(database);
		alter(altered);
		expect(check(altered).map(({message}) => message)).toEqual([message]);
	});

	test('may be redacted further: an earlier redaction’s own entry, too', () => {
		const reworded = after(database, note(`${secret}!`, '[redacted]'));
		const again = after(reworded, redactNote);
		expect(stripped(again)).toEqual([2, 3, 4]);
		expect(holds(again)).toBe(false);
		expect(check(again)).toEqual([]);
	});

	test('does not excuse another entry that was stripped by hand', () => {
		const altered = structuredClone(after(database, {kind: 'action/add', text: 'Write'}));
		for (const key of ['changes', 'effects', 'salt'] as const) delete altered.log[3]![key];
		expect(check(altered)[0]?.message).toMatch(
			/^revision 4 of the log was stripped of what it tells, and no redaction says so;/,
		);
	});
});

describe('an undo that was redacted', () => {
	const noted = after(
		makeCouncil(),
		note('Elsewhere.'),
		update,
		undo(3),
		note(secret, 'Elsewhere.'),
	);

	test('still counts: its act does not come back into force', () => {
		const redacted = after(noted, redactNote);
		expect(stripped(redacted)).toEqual([2, 3, 4, 5]);
		expect(redacted.log.at(-1)?.redacts).toContainEqual({revision: 4, undid: 3});
		expect([...takenBack(redacted.log)]).toEqual([...takenBack(noted.log)]);
		expect(redacted.projects).toEqual(makeCouncil().projects);
	});

	test('counts also where its act was left whole', () => {
		const {changes: _changes, effects: _effects, salt: _salt, ...undone} = noted.log[3]!;
		const redaction: Entry = {...noted.log[4]!, redacts: [{revision: 4, undid: 3}]};
		const log = [...noted.log.slice(0, 3), undone as Entry, redaction];
		expect(standing(log).map(({revision}) => revision)).not.toContain(3);
	});
});
