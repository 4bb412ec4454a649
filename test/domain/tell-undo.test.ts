// What taking an act back would do, told line by line before it is done.
import {expect, test} from 'vitest';
import type {Change} from '../../source/domain/changes/index.ts';
import {tellUndo} from '../../source/domain/queries/log/effects.ts';
import {accepted, after, makeDatabase} from '../helpers/database.ts';

const owner = (from: string | undefined, to: string): Change => ({
	kind: 'action/edit',
	id: 'A-1',
	fields: {owner: {...(from === undefined ? {} : {from}), to}},
});

test.each<[string, Change[], Change, string[]]>([
	[
		'a value that took the place of another',
		[],
		owner('smith', 'jones'),
		['A-1, owner: Peter Jones becomes Joan Smith again'],
	],
	[
		'a value where there was none',
		[],
		{kind: 'agenda/note', meeting: 'M-2', item: 'I-3', to: 'Costs rise.'},
		['item 2 Modernisation of M-2, notes: “Costs rise.” becomes nothing again'],
	],
	[
		'a value that was taken out',
		[{kind: 'agenda/note', meeting: 'M-2', item: 'I-3', to: 'Costs rise.'}],
		{kind: 'agenda/note', meeting: 'M-2', item: 'I-3', from: 'Costs rise.', to: ''},
		['item 2 Modernisation of M-2, notes: nothing becomes “Costs rise.” again'],
	],
	[
		'a record, and no word of the list that it brought along',
		[],
		{kind: 'milestone/add', project: 'P1-02', title: 'Pilot over'},
		['milestone MS-1 Pilot over of P1-02 goes'],
	],
])('%s', (_what, before, change, lines) => {
	const {database, entry} = accepted(after(makeDatabase(), ...before), change);
	expect(tellUndo(database, entry)).toEqual(lines);
});
