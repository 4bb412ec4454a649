// Reports are written and altered here: every field, and what became of one since it was published.
import {expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {alteredSince} from '../../../source/domain/queries/meeting/altered.ts';
import {tellEntry} from '../../../source/domain/queries/log/sentences.ts';
import type {Database} from '../../../source/domain/schema/index.ts';
import {accepted, after, contextAt, makeDatabase, objection} from '../../helpers/database.ts';

type Edit = Extract<Change, {kind: 'report/edit'}>;
const edit = (fields: Edit['fields']): Change => ({kind: 'report/edit', id: 'R-1', fields});
const report = ({reports}: Database) => reports[0];

test('every field of a report is altered, and the log says which', () => {
	const {database, entry} = accepted(
		makeDatabase(),
		edit({
			title: {from: report(makeDatabase())?.title, to: 'Progress, second quarter'},
			author: {to: 'Head of Digital'},
			board: {from: report(makeDatabase())?.board, to: 'B-1'},
			reasons: {to: 'So that the board can steer.'},
			alternatives: {to: 'None.'},
			implications: {to: [{heading: 'Financial', text: 'None'}]},
			appendices: {to: ['Highlight report']},
			exempt: {to: {paragraphs: [3], title: 'Progress'}},
		}),
	);
	expect(report(database)).toMatchObject({
		title: 'Progress, second quarter',
		author: 'Head of Digital',
		implications: [{heading: 'Financial', text: 'None'}],
		exempt: {paragraphs: [3], title: 'Progress'},
	});
	expect(tellEntry(database, entry)).toContain(
		'edited title, author, board, exempt, reasons, alternatives, implications, appendices',
	);
});

test.each<[string, Edit['fields'], string]>([
	['a board that is not there', {board: {to: 'B-9'}}, 'there is no board B-9'],
	[
		'a paragraph that the law’s schedule has not',
		{exempt: {to: {paragraphs: [9]}}},
		'an exempt item needs a paragraph of Schedule 12A, 1 to 7, unless it is confidential',
	],
	[
		'kept from the public for no reason',
		{exempt: {to: {paragraphs: [], title: 'A contract'}}},
		'an exempt item needs a paragraph of Schedule 12A, 1 to 7, unless it is confidential',
	],
	[
		'published tomorrow',
		{publishedOn: {to: '2026-11-23'}},
		'23 November 2026 is still to come: publish on the day itself',
	],
])('%s is refused', (_, fields, why) => {
	expect(objection(makeDatabase(), edit(fields))).toContain(why);
});

test('what somebody else wrote meanwhile is told, not overwritten', () => {
	const database = after(makeDatabase(), edit({reasons: {to: 'Theirs.'}}));
	expect(objection(database, edit({reasons: {to: 'Mine.'}}))).toContain('set this to “Theirs.”');
});

test('a paper that was altered after it was open says what and when; one that reads as it did says nothing', () => {
	const open = after(makeDatabase(), edit({publishedOn: {to: '2026-11-20'}}));
	expect(alteredSince(open, report(open) ?? never())).toBeUndefined();
	const {database: altered, entry} = accepted(
		open,
		edit({reasons: {to: 'Others.'}, author: {to: 'Head of Digital'}}),
		contextAt('09:00', 'clerk', '2026-11-25'),
	);
	expect(alteredSince(altered, report(altered) ?? never())).toEqual({
		fields: ['author', 'reasons'],
		on: '2026-11-25',
	});
	const back = after(altered, {kind: 'undo', revision: entry.revision});
	expect(alteredSince(back, report(back) ?? never())).toBeUndefined();
	const unpublished = after(makeDatabase(), edit({reasons: {to: 'Others.'}}));
	expect(alteredSince(unpublished, report(unpublished) ?? never())).toBeUndefined();
});

function never(): never {
	throw new Error('there is no report');
}
