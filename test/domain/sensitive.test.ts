// A sensitive interest: that there is one is public, its nature is not, nor what was said of it before it was known
// to be sensitive (Localism Act 2011 s.32).
import {describe, expect, test} from 'vitest';
import type {Change} from '../../source/domain/changes/index.ts';
import {publicView} from '../../source/domain/queries/public/view.ts';
import {tellEntry} from '../../source/domain/queries/log/sentences.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {after, makeDatabase, rollTaken} from '../helpers/database.ts';

const nature = 'Lives at the refuge in Mill Lane.';
const dispensation = 'Granted because of the refuge.';

const opened = rollTaken(after(makeDatabase(), {kind: 'meeting/open', id: 'M-2'}));
const declare: Change = {
	kind: 'declaration/add',
	meeting: 'M-2',
	item: 'I-4',
	person: 'smith',
	interest: 'dpi',
	nature,
	dispensation,
	withdrew: true,
};
const correct: Change = {
	kind: 'declaration/edit',
	meeting: 'M-2',
	id: 'DI-1',
	fields: {sensitive: {to: true}, nature: {from: nature}},
};
const remove: Change = {kind: 'declaration/remove', meeting: 'M-2', id: 'DI-1'};
const undo = (revision: number): Change => ({kind: 'undo', revision});
const undoLast = (database: Database) => after(database, undo(database.revision));

const said = after(opened, declare, correct);

describe.each<[string, Database]>([
	['corrected to sensitive', said],
	['the correction taken back and made again', undoLast(undoLast(said))],
	['taken off', after(said, remove)],
	['taken off, and that taken back', undoLast(after(said, remove))],
	[
		'taken off and declared anew as sensitive',
		after(opened, declare, remove, {
			...declare,
			nature: undefined,
			dispensation: undefined,
			sensitive: true,
		}),
	],
	[
		'declared, taken back, brought back and corrected',
		after(undoLast(undoLast(after(opened, declare))), correct),
	],
])('%s', (_how, database) => {
	const view = publicView(database);

	test('its nature stands in no record and no entry that the public reads', () => {
		expect(JSON.stringify(database)).toContain('refuge');
		expect(JSON.stringify(view)).not.toContain('refuge');
	});

	test('and in no sentence of the log', () => {
		expect(view.log.map((entry) => tellEntry(view, entry)).join('\n')).not.toContain('refuge');
	});

	test('and the view is as public when it is read again', () => {
		expect(publicView(view)).toEqual(view);
	});
});

test('that there is one, of what kind, and that the member withdrew is told', () => {
	expect(publicView(said).meetings[1]?.declarations).toEqual([
		{
			id: 'DI-1',
			person: 'smith',
			item: 'I-4',
			kind: 'dpi',
			sensitive: true,
			withdrew: true,
			dispensation: 'granted',
		},
	]);
});

test('a record that was edited by hand to hold both is not shown either', () => {
	const database = structuredClone(said);
	Object.assign(database.meetings[1]!.declarations![0]!, {nature});
	expect(JSON.stringify(publicView(database))).not.toContain('refuge');
});

test('a declaration that never was sensitive is told as it is', () => {
	const database = after(opened, declare);
	const view = publicView(database);
	expect(view.meetings[1]?.declarations?.[0]?.nature).toBe(nature);
	expect(view.log.at(-1)?.changes).toEqual(database.log.at(-1)?.changes);
});
