import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {lastUndoable} from '../../../source/domain/changes/undo.ts';
import {find} from '../../../source/domain/log/patch.ts';
import {textAt} from '../../../source/domain/log/redact.ts';
import {check} from '../../../source/domain/queries/check.ts';
import type {Database} from '../../../source/domain/schema/index.ts';
import {makeCouncil, meetingOf, sitting} from '../../helpers/council.ts';
import {accepted, after, contextAt, makeDatabase, refusal} from '../../helpers/database.ts';
import {note} from './minuted.ts';

const secret = 'Mr Brown of 3 Mill Lane is ill';
const redact = (record: string, field: string): Change => ({
	kind: 'redact',
	record,
	field,
	reason: 'Names a resident',
});
const redactNote = redact('meetings/M-3/agenda/I-9', 'notes');
const undo = (revision: number): Change => ({kind: 'undo', revision});

const report = (recommendations: string[], legal = 'None.'): Change => ({
	kind: 'report/add',
	title: 'Mill Lane',
	recommendations,
	implications: [{heading: 'Legal', text: legal}],
});

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

describe('a text that is redacted is nowhere in the database any more', () => {
	const call = (reasons: string): Change => ({
		kind: 'decision/call-in',
		id: 'D-1',
		on: '2026-11-21',
		by: 'Scrutiny',
		reasons,
	});
	const published = makeDatabase();
	Object.assign(published.decisions[0]!, {publishedOn: '2026-11-20'});
	test.each<[string, Database, Change, number[]]>([
		['that was noted', after(makeCouncil(), note(secret)), redactNote, [2]],
		[
			'that was noted, and edited since',
			after(makeCouncil(), note(`${secret}.`), note(secret, `${secret}.`)),
			redactNote,
			[2, 3],
		],
		[
			'that was noted, then cleared, then noted in other words: the earlier ones too',
			after(makeCouncil(), note(secret), note('', secret), note('He is ill')),
			redactNote,
			[2, 3, 4],
		],
		[
			'that was noted, undone and brought back',
			after(makeCouncil(), note(secret), undo(2), undo(3)),
			redactNote,
			[2, 3, 4],
		],
		[
			'that came with its record',
			after(sitting(), decide),
			redact('decisions/D-2', 'reasons'),
			[4],
		],
		[
			'that came with a record inside another',
			after(makeDatabase(), update),
			redact('projects/P1-03/updates/U-3', 'note'),
			[2],
		],
		[
			'that a correction wrote down',
			after(makeDatabase(), {
				kind: 'decision/correct',
				id: 'D-1',
				reason: 'Left out',
				fields: {alternatives: {to: secret}},
			}),
			redact('decisions/D-1', 'alternatives'),
			[2],
		],
		[
			'that is the reason of a correction',
			after(makeDatabase(), {
				kind: 'decision/correct',
				id: 'D-1',
				reason: secret,
				fields: {alternatives: {to: 'None.'}},
			}),
			redact('decisions/D-1/corrections/C-1', 'reason'),
			[2],
		],
		[
			'that stands in an object inside its record, with what stood there before',
			after(published, call(secret), undo(2), call('He was not asked')),
			redact('decisions/D-1/callIn', 'reasons'),
			[2, 3, 4],
		],
		[
			'that is one of a list, and was another before',
			after(
				makeCouncil(),
				report([secret, 'Sell it.']),
				redact('reports/R-4', 'recommendations/2'),
			),
			redact('reports/R-4', 'recommendations/1'),
			[3],
		],
		[
			'that stands in an object of a list',
			after(makeCouncil(), report(['Sell it.'], secret)),
			redact('reports/R-4', 'implications/1/text'),
			[2],
		],
		[
			'that other records’ acts quoted',
			after(makeCouncil(), note(secret), {kind: 'action/add', text: `See: ${secret}`}, undo(3)),
			redactNote,
			[2, 3, 4],
		],
		[
			'whose item was taken off and put back',
			after(
				makeCouncil(),
				note(secret),
				{kind: 'agenda/remove', meeting: 'M-3', item: 'I-9'},
				undo(3),
			),
			redactNote,
			[2, 3, 4],
		],
		[
			'that is short, where it stands alone',
			after(
				makeCouncil(),
				note('ill'),
				{kind: 'action/add', text: 'ill'},
				{kind: 'action/add', text: 'Pay the bill'},
				undo(3),
			),
			redactNote,
			[2, 3, 5],
		],
		[
			'with quotes, lines and other alphabets in it',
			after(makeCouncil(), note('“Mr "B\\rown"”\n\t– Ω 🙂')),
			redactNote,
			[2],
		],
	])('%s', (_what, before, change, revisions) => {
		const {record = '', field = ''} = change as Extract<Change, {kind: 'redact'}>;
		const {database, entry} = accepted(before, change);
		expect(stripped(database)).toEqual(
			[...stripped(before), ...revisions].toSorted((a, b) => a - b),
		);
		expect(entry.redacts?.map(({revision}) => revision)).toEqual(revisions);
		expect(holds(database)).toBe(false);
		// The entry says what stands in its place now, and nothing of what stood there.
		const [top] = field.split('/');
		expect(entry.effects).toMatchObject([{record, field: top}]);
		expect(entry.effects?.[0]).not.toHaveProperty('from');
		expect(textAt(find(database, record) ?? {}, field)).toBe('[redacted]');
		// The chain is whole, and every record is vouched for.
		expect(check(database)).toEqual([]);
	});

	test('whatever was typed there', () => {
		const step = fc.oneof(fc.string({unit: 'grapheme', maxLength: 12}), fc.constant(undefined));
		fc.assert(
			fc.property(fc.array(step, {minLength: 1, maxLength: 8}), (steps) => {
				let database = after(makeCouncil(), note('‹first›'));
				const typed = ['‹first›'];
				for (const text of steps) {
					const wording = text === undefined ? undefined : `‹${text}·${typed.length}›`;
					const from = meetingOf(database).agenda[3]?.notes;
					const last = lastUndoable(database, contextAt().session);
					if (wording === undefined && !last) continue;
					database = after(database, wording ? note(wording, from) : undo(last!.revision));
					if (wording) typed.push(wording);
				}
				const current = meetingOf(database).agenda[3]?.notes;
				if (current === undefined) database = after(database, note('‹last›'));
				database = after(database, redactNote);
				expect(typed.filter((text) => holds(database, text))).toEqual([]);
				expect(check(database)).toEqual([]);
			}),
			{numRuns: 50},
		);
	});
});

describe('refused is', () => {
	const noted = after(makeCouncil(), note(secret));
	const entry = noted.log[1]!.id;
	const empty = makeDatabase();
	empty.meetings[1]!.agenda[1]!.notes = ' ';
	const of = (record: string, field: string, reason = 'Personal'): Change => ({
		kind: 'redact',
		record,
		field,
		reason,
	});
	const path = 'meetings/M-3/agenda/I-9';
	test.each<[string, Database, Change | Change[], string, string]>([
		[
			'what was redacted',
			after(noted, redactNote),
			redactNote,
			'state',
			'4 Mill Lane: notes has been redacted already',
		],
		[
			'a record that is not there',
			noted,
			of('decisions/D-9', 'reasons'),
			'unknown',
			'there is no record decisions/D-9',
		],
		['nothing', noted, of('', 'notes'), 'unknown', 'there is no record '],
		['a whole collection', noted, of('people', 'name'), 'unknown', 'there is no record people'],
		[
			'an entry of the log',
			noted,
			of(`log/${entry}/actor`, 'name'),
			'unknown',
			`there is no record log/${entry}/actor`,
		],
		[
			'what everything hangs on',
			noted,
			of(path, 'id'),
			'invalid',
			'4 Mill Lane has no text id that can be redacted',
		],
		[
			'a state',
			noted,
			of('meetings/M-3', 'status'),
			'invalid',
			'M-3 Planning, November has no text status that can be redacted',
		],
		[
			'a text that is not there',
			noted,
			of(path, 'summary'),
			'invalid',
			'4 Mill Lane has no text summary that can be redacted',
		],
		[
			'what is not text',
			noted,
			of('projects/P1-02', 'due'),
			'invalid',
			'P1-02 Laptop Refresh has no text due that can be redacted',
		],
		[
			'what is not a field of its own',
			noted,
			of(path, 'constructor'),
			'invalid',
			'4 Mill Lane has no text constructor that can be redacted',
		],
		[
			'a place that a list does not have',
			noted,
			of('reports/R-1', 'recommendations/9'),
			'invalid',
			'R-1 Progress of the strategy has no text recommendations/9 that can be redacted',
		],
		[
			'a list as a whole',
			noted,
			of('reports/R-1', 'recommendations'),
			'invalid',
			'R-1 Progress of the strategy has no text recommendations that can be redacted',
		],
		[
			'two texts of one list in one act',
			after(makeCouncil(), report([secret, 'Sell it.'])),
			[redact('reports/R-4', 'recommendations/1'), redact('reports/R-4', 'recommendations/2')],
			'invalid',
			'change 2 of 2: R-4 Mill Lane: recommendations is redacted one text at a time',
		],
		[
			'an empty text',
			empty,
			of('meetings/M-2/agenda/I-3', 'notes'),
			'invalid',
			'2 Modernisation: notes is empty',
		],
		[
			'anything without a reason',
			noted,
			of(path, 'notes', ' '),
			'invalid',
			'redact: reason is empty',
		],
		[
			'what the same act wrote',
			noted,
			[note(`${secret}!`, secret), redactNote],
			'invalid',
			'change 2 of 2: a redaction comes before everything else in its act',
		],
	])('%s', (_what, before, changes, code, message) => {
		expect(refusal(before, changes)).toEqual({code, message});
	});
});
