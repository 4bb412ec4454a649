// Which acts stand behind a place of the record.
import {describe, expect, test} from 'vitest';
import {tracer} from '../../source/domain/queries/log/trace.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {after, makeDatabase} from '../helpers/database.ts';

const note = (from: string | undefined, to: string): Change => ({
	kind: 'agenda/note',
	meeting: 'M-2',
	item: 'I-2',
	from,
	to,
});
const add: Change = {kind: 'agenda/add', meeting: 'M-2', itemKind: 'business', title: 'Flood'};

/** The first act adopts what was there: it is revision 1. */
const acts = (...changes: Change[]): Database => after(makeDatabase(), ...changes);
const behind = (database: Database, ...places: string[]) => tracer(database)(places).acts;

describe('the acts behind a place', () => {
	const database = acts(note(undefined, 'One.'), note('One.', 'Two.'), add);

	test('are all that set the field, oldest first', () => {
		expect(behind(database, 'meetings/M-2/agenda/I-2/notes')).toEqual([2, 3]);
	});

	test('are those that brought the record in which it stands', () => {
		expect(behind(database, 'meetings/M-2/agenda/I-6/title')).toEqual([4]);
		expect(behind(database, 'meetings/M-2/agenda/I-6/urgency')).toEqual([]);
	});

	test('are all on a record where that is the place, and on what lies in it', () => {
		expect(behind(database, 'meetings/M-2/agenda')).toEqual([2, 3, 4]);
	});

	test('are, of a list alone, those that brought, took or ordered its elements', () => {
		expect(behind(database, 'meetings/M-2/agenda/*')).toEqual([4]);
		const order = ['I-2', 'I-3', 'I-4', 'I-5', 'I-6'];
		const ordered = after(database, {
			kind: 'agenda/order',
			meeting: 'M-2',
			from: order,
			to: order.toReversed(),
		});
		expect(behind(ordered, 'meetings/M-2/agenda/*')).toEqual([4, 5]);
	});

	test('are those of several places, each once', () => {
		const both = ['meetings/M-2/agenda/I-2/notes', 'meetings/M-2/agenda/*'];
		expect(behind(database, ...both, ...both)).toEqual([2, 3, 4]);
	});

	test('include how the people are named who stand there', () => {
		const named = after(
			database,
			{kind: 'attendance/set', meeting: 'M-2', person: 'smith', to: 'present'},
			{
				kind: 'person/edit',
				id: 'smith',
				fields: {name: {from: 'Joan Smith', to: 'Joan Smith-Lee'}},
			},
		);
		expect(behind(named, 'meetings/M-2/attendance/smith')).toEqual([5, 6]);
	});

	test('are not those that were taken back, and are again once that is undone', () => {
		const back = after(database, {kind: 'undo', revision: 3});
		expect(behind(back, 'meetings/M-2/agenda/I-2/notes')).toEqual([2]);
		const again = after(back, {kind: 'undo', revision: 5});
		expect(behind(again, 'meetings/M-2/agenda/I-2/notes')).toEqual([2, 3]);
	});
});

describe('what no act tells of', () => {
	test('was there when the database was adopted', () => {
		const database = acts(add);
		expect(tracer(database)(['meetings/M-2/title'])).toEqual({acts: [1], before: false});
		expect(tracer(database)(['projects/*'])).toEqual({acts: [1], before: false});
	});

	test('was there before the log, where that holds nothing of it', () => {
		expect(tracer(makeDatabase())(['meetings/M-2/title'])).toEqual({acts: [], before: true});
	});

	test('and was redacted since is told by the act that redacted it', () => {
		const written = acts(note(undefined, 'A name.'));
		const redacted = after(written, {
			kind: 'redact',
			record: 'meetings/M-2/agenda/I-2',
			field: 'notes',
			reason: 'It names a tenant.',
		});
		expect(redacted.log[1]?.effects).toBeUndefined();
		expect(behind(redacted, 'meetings/M-2/agenda/I-2/notes')).toEqual([3]);
	});

	test('is nothing where nothing stands', () => {
		expect(tracer(acts(add))(['meetings/M-2/closedAt', 'decisions/D-9/title'])).toEqual({
			acts: [],
			before: false,
		});
	});
});
