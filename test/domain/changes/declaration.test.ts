import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {check} from '../../../source/domain/queries/check.ts';
import type {Database, Declaration} from '../../../source/domain/schema/index.ts';
import {meetingOf, sitting} from '../../helpers/council.ts';
import {accepted, after, refusal} from '../../helpers/database.ts';
import type {Mend} from '../../../source/domain/rejection.ts';

const room = sitting(['lane', 'pole', 'khan', 'stone']);
const declare = (more: object = {}): Change => ({
	kind: 'declaration/add',
	meeting: 'M-3',
	item: 'I-9',
	person: 'lane',
	interest: 'dpi',
	...more,
});
const edit = (fields: object, id = 'DI-1'): Change => ({
	kind: 'declaration/edit',
	meeting: 'M-3',
	id,
	fields,
});
const remove: Change = {kind: 'declaration/remove', meeting: 'M-3', id: 'DI-1'};
const declarations = (database: Database): Declaration[] | undefined =>
	meetingOf(database).declarations;

describe('an interest', () => {
	test('is declared by one person on one item, and numbered', () => {
		const changed = after(
			room,
			declare({nature: 'Owns the field.', withdrew: true}),
			declare({person: 'khan', interest: 'nri', nature: '', dispensation: ''}),
			declare({item: 'I-10', dispensation: 'By the monitoring officer, May 2026.'}),
		);
		expect(declarations(changed)).toEqual([
			{
				id: 'DI-1',
				person: 'lane',
				item: 'I-9',
				kind: 'dpi',
				nature: 'Owns the field.',
				withdrew: true,
			},
			{id: 'DI-2', person: 'khan', item: 'I-9', kind: 'nri'},
			{
				id: 'DI-3',
				person: 'lane',
				item: 'I-10',
				kind: 'dpi',
				dispensation: 'By the monitoring officer, May 2026.',
			},
		]);
		expect(check(changed)).toEqual([]);
	});

	test('is declared by officers too', () => {
		const changed = after(room, declare({person: 'stone', interest: 'nri'}));
		expect(declarations(changed)).toMatchObject([{person: 'stone'}]);
	});

	// Localism Act 2011 s.32: that there is one is said, what it is is not.
	test('that is sensitive stands without its nature', () => {
		const changed = after(room, declare({sensitive: true}));
		expect(declarations(changed)).toMatchObject([{kind: 'dpi', sensitive: true}]);
	});

	test('is edited field by field', () => {
		const {database: changed, entry} = accepted(
			after(room, declare()),
			edit({kind: {from: 'dpi', to: 'ori'}, withdrew: {to: true}}),
		);
		expect(declarations(changed)).toMatchObject([{kind: 'ori', withdrew: true}]);
		expect(entry.effects).toEqual([
			{record: 'meetings/M-3/declarations/DI-1', field: 'kind', from: 'dpi', to: 'ori'},
			{record: 'meetings/M-3/declarations/DI-1', field: 'withdrew', to: true},
		]);
	});

	test('is taken back, and may be declared anew under another number', () => {
		const again = after(room, declare(), remove, declare());
		expect(declarations(again)?.map(({id}) => id)).toEqual(['DI-2']);
	});

	test('may be added after the meeting, when it was left out', () => {
		const closed = after(room, {kind: 'meeting/close', id: 'M-3'});
		expect(declarations(after(closed, declare()))).toHaveLength(1);
	});
});

describe('refused is', () => {
	const made = after(room, declare({nature: 'Owns the field.'}));
	test.each<[string, Database, Change, string, string, Mend?]>([
		[
			'a second one of the same person on the same item',
			made,
			declare({interest: 'nri'}),
			'state',
			'Cllr Lane has declared on this item already (DI-1)',
		],
		[
			'one of somebody who is not on the roll',
			room,
			declare({person: 'byrne'}),
			'invalid',
			'Cllr Byrne is not on the roll of M-3',
			'roll.take',
		],
		[
			'one of an unknown person',
			room,
			declare({person: 'line'}),
			'unknown',
			'there is no person line; did you mean lane?',
		],
		[
			'one on an unknown item',
			room,
			declare({item: 'I-4'}),
			'unknown',
			'meeting M-3 has no item I-4',
		],
		[
			'one of a kind that does not exist',
			room,
			declare({interest: 'dip'}),
			'invalid',
			'declaration/add: interest: there is no “dip”; expected dpi, ori, nri, conflict',
		],
		[
			'a sensitive one with its nature',
			room,
			declare({sensitive: true, nature: 'Owns the field.'}),
			'invalid',
			'a sensitive interest is recorded without its nature: leave that empty',
		],
		[
			'making one sensitive whose nature is written down',
			made,
			edit({sensitive: {to: true}}),
			'invalid',
			'a sensitive interest is recorded without its nature: leave that empty',
		],
		[
			'editing one that does not exist',
			made,
			edit({withdrew: {to: true}}, 'DI-2'),
			'unknown',
			'meeting M-3 has no declaration DI-2',
		],
		[
			'editing what somebody else has changed',
			made,
			edit({nature: {from: 'Rents the field.', to: 'Owns it.'}}),
			'conflict',
			'DI-1: nature – you set this to “Owns the field.” 0 s ago; it was “Rents the field.”',
		],
		['editing nothing', made, edit({}), 'invalid', 'nothing would change'],
		[
			'taking one back twice',
			after(made, remove),
			remove,
			'unknown',
			'meeting M-3 has no declaration DI-1',
		],
	])('%s', (_what, before, change, code, message, mend) => {
		expect(refusal(before, change)).toEqual({code, message, ...(mend && {mend})});
	});
});
