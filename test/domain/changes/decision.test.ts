import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import type {Database} from '../../../source/domain/schema/index.ts';
import {
	accepted,
	after,
	contextAt,
	makeDatabase,
	refusal,
	rollTaken,
} from '../../helpers/database.ts';

const database = rollTaken(after(makeDatabase(), {kind: 'meeting/open', id: 'M-2'}));
const record = (change: object = {}): Change => ({
	kind: 'decision/record',
	meeting: 'M-2',
	item: 'I-4',
	title: 'Progress',
	resolution: 'That progress be noted.',
	outcome: 'noted',
	mover: 'reed',
	seconder: 'smith',
	...change,
});
const correct = (fields: object, id = 'D-1'): Change => ({
	kind: 'decision/correct',
	id,
	reason: 'Typing error',
	fields,
});
const retract: Change = {kind: 'decision/retract', id: 'D-1', reason: 'Recorded twice'};

describe('a new decision', () => {
	test('belongs to the board of its meeting, has the next number and stands', () => {
		const {database: changed, entry} = accepted(
			database,
			record({
				reference: 'I000002',
				reasons: 'It was read.',
				alternatives: '',
				projects: ['P1-02'],
			}),
		);
		const decision = {
			id: 'D-2',
			reference: 'I000002',
			meeting: 'M-2',
			item: 'I-4',
			board: 'B-1',
			status: 'recorded',
			date: '2026-11-22',
			at: '2026-11-22T10:00:00.000Z',
			title: 'Progress',
			resolution: 'That progress be noted.',
			outcome: 'noted',
			reasons: 'It was read.',
			mover: 'reed',
			seconder: 'smith',
			projects: ['P1-02'],
		};
		expect(changed.decisions[1]).toEqual(decision);
		expect(entry.effects).toEqual([{record: 'decisions/D-2', to: decision}]);
	});

	test.each([
		['the day in the organisation’s time zone', {}, '2026-07-01'],
		['a day that is given', {date: '2026-05-07'}, '2026-05-07'],
		[
			'a span of days that is given',
			{date: {from: '2026-05-07', to: '2026-05-10'}},
			{from: '2026-05-07', to: '2026-05-10'},
		],
	])('is dated by %s', (_what, change, date) => {
		const context = {...contextAt(), now: '2026-06-30T23:30:00.000Z'};
		expect(accepted(database, record(change), context).database.decisions[1]?.date).toEqual(date);
	});

	test('may still be recorded after the meeting', () => {
		const closed = after(database, {kind: 'meeting/close', id: 'M-2'});
		expect(after(closed, record()).decisions).toHaveLength(2);
	});

	test('stands or falls with the status and the action that follow from it', () => {
		const follow: Change[] = [
			{kind: 'project/status', id: 'P1-02', from: 'in-progress', to: 'delivered'},
			{kind: 'action/add', text: 'Tell the staff', owner: 'smith', decision: 'D-2'},
		];
		const {database: changed, entry} = accepted(database, [record(), ...follow]);
		expect(changed.actions.at(-1)).toMatchObject({decision: 'D-2'});
		expect(changed.projects[1]?.status).toBe('delivered');
		expect(entry.revision).toBe(database.revision + 1);
		expect(refusal(database, [...follow.slice(0, 1), record({mover: 'smith'})]).message).toBe(
			'change 2 of 2: the mover cannot second their own motion',
		);
	});

	test.each<[string, Database, Change, string, string]>([
		[
			'in a meeting that has not been opened',
			makeDatabase(),
			record(),
			'state',
			'M-2 November meeting has not been opened',
		],
		[
			'in an unknown meeting',
			database,
			record({meeting: 'M2'}),
			'unknown',
			'there is no meeting M2; did you mean M-2?',
		],
		[
			'on an item of another meeting',
			database,
			record({item: 'I-1'}),
			'unknown',
			'meeting M-2 has no item I-1',
		],
		[
			'without a title',
			database,
			record({title: ''}),
			'invalid',
			'decision/record: title is empty',
		],
		[
			'without a resolution',
			database,
			record({resolution: ' \n'}),
			'invalid',
			'decision/record: resolution is empty',
		],
		[
			'with an outcome that does not exist',
			database,
			record({outcome: 'aproved'}),
			'invalid',
			'decision/record: outcome: there is no “aproved”; did you mean approved?',
		],
		[
			'seconded by the mover',
			database,
			record({seconder: 'reed'}),
			'invalid',
			'the mover cannot second their own motion',
		],
		[
			'moved by an unknown person',
			database,
			record({mover: 'read'}),
			'unknown',
			'there is no person read; did you mean reed?',
		],
		[
			'about an unknown project',
			database,
			record({projects: ['website']}),
			'unknown',
			'there is no project website (projects.0)',
		],
		[
			'with a mover, by an individual',
			database,
			record({meeting: 'M-1', item: 'I-1', seconder: undefined}),
			'invalid',
			'Executive Councillor decides alone: there is no mover or seconder, and no vote',
		],
		[
			'with a seconder, by an individual',
			database,
			record({meeting: 'M-1', item: 'I-1', mover: undefined}),
			'invalid',
			'Executive Councillor decides alone: there is no mover or seconder, and no vote',
		],
		[
			'of a day that is still to come',
			database,
			record({date: '2026-11-23'}),
			'invalid',
			'23 November 2026 is still to come: a decision bears the day on which it was made',
		],
		[
			'of a day that does not exist',
			database,
			record({date: '2026-02-30'}),
			'invalid',
			'decision/record: date: expected a day such as 2026-10-12',
		],
	])('%s is refused', (_what, before, change, code, message) => {
		expect(refusal(before, change)).toEqual({code, message});
	});

	test('by an individual has neither mover nor seconder', () => {
		const alone = record({meeting: 'M-1', item: undefined, mover: undefined, seconder: undefined});
		expect(after(database, alone).decisions[1]).toMatchObject({board: 'B-2', status: 'recorded'});
	});
});

describe('a correction', () => {
	const fields = {
		resolution: {
			from: 'That the strategy be approved.',
			to: 'That the digital strategy be approved.',
		},
	};

	test('is signed, and both wordings stay in the log', () => {
		const {database: changed, entry} = accepted(database, correct(fields));
		const correction = {
			id: 'C-1',
			at: '2026-11-22T10:00:00.000Z',
			by: 'Sam Clerk (login clerk)',
			reason: 'Typing error',
		};
		expect(changed.decisions[0]).toMatchObject({
			status: 'recorded',
			resolution: 'That the digital strategy be approved.',
			corrections: [correction],
		});
		expect(entry.effects).toEqual([
			{record: 'decisions/D-1', field: 'resolution', ...fields.resolution},
			{record: 'decisions/D-1', field: 'corrections', to: []},
			{record: 'decisions/D-1/corrections/C-1', to: correction},
		]);
	});

	test('comes after the ones before it', () => {
		const twice = after(
			database,
			correct(fields),
			correct({reasons: {from: 'It fits the corporate plan.'}}),
		);
		expect(twice.decisions[0]?.corrections?.map(({id}) => id)).toEqual(['C-1', 'C-2']);
		expect(twice.decisions[0]).not.toHaveProperty('reasons');
	});

	test.each<[string, Change, string, string]>([
		[
			'of an unknown decision',
			correct(fields, 'D1'),
			'unknown',
			'there is no decision D1; did you mean D-1?',
		],
		['of nothing', correct({}), 'invalid', 'nothing in decision D-1 would change'],
		[
			'that leaves everything as it is',
			correct({outcome: {from: 'approved', to: 'approved'}}),
			'invalid',
			'nothing in decision D-1 would change',
		],
		[
			'to a day that is still to come',
			correct({date: {from: '2026-05-07', to: '2026-11-23'}}),
			'invalid',
			'23 November 2026 is still to come: a decision bears the day on which it was made',
		],
		[
			'of a wording that is another by now',
			correct({title: {from: 'Strategy', to: 'The strategy'}}),
			'conflict',
			'D-1 Digital Strategy: title is “Digital Strategy”, not “Strategy”',
		],
		[
			'that gives an individual a mover',
			correct({mover: {to: 'councillor'}}),
			'invalid',
			'Executive Councillor decides alone: there is no mover or seconder, and no vote',
		],
		[
			'without a reason',
			{...correct(fields), reason: ''} as Change,
			'invalid',
			'decision/correct: reason is empty',
		],
		[
			'that takes the resolution away',
			correct({resolution: {from: 'That the strategy be approved.', to: ''}}),
			'invalid',
			'decision/correct: fields.resolution.to is empty',
		],
	])('%s is refused', (_what, change, code, message) => {
		expect(refusal(database, change)).toEqual({code, message});
	});

	test('that makes the mover the seconder is refused', () => {
		const recorded = after(database, record());
		expect(refusal(recorded, correct({mover: {from: 'reed', to: 'smith'}}, 'D-2')).message).toBe(
			'the mover cannot second their own motion',
		);
	});

	test('of nothing is refused also behind another correction in the same act', () => {
		expect(refusal(database, [correct(fields), correct({})]).message).toBe(
			'change 2 of 2: nothing in decision D-1 would change',
		);
	});
});

describe('a retraction', () => {
	const {database: retracted, entry} = accepted(database, retract);

	test('is signed and leaves the wording as it was', () => {
		const retraction = {
			at: '2026-11-22T10:00:00.000Z',
			by: 'Sam Clerk (login clerk)',
			reason: 'Recorded twice',
		};
		expect(retracted.decisions[0]).toEqual({
			...database.decisions[0],
			status: 'retracted',
			retraction,
		});
		expect(entry.effects).toEqual([
			{record: 'decisions/D-1', field: 'status', from: 'recorded', to: 'retracted'},
			{record: 'decisions/D-1', field: 'retraction', to: retraction},
		]);
	});

	test.each<[string, Change]>([
		['a second retraction', retract],
		['a correction', correct({reasons: {from: 'It fits the corporate plan.'}})],
	])('is final: %s is refused', (_what, change) => {
		expect(refusal(retracted, change)).toEqual({
			code: 'state',
			message: 'decision D-1 was retracted; it cannot be changed any more',
		});
	});

	test.each<[string, Change, string]>([
		['without a reason', {...retract, reason: ''}, 'decision/retract: reason is empty'],
		[
			'of an unknown decision',
			{...retract, id: 'D1'},
			'there is no decision D1; did you mean D-1?',
		],
	])('%s is refused', (_what, change, message) => {
		expect(refusal(database, change).message).toBe(message);
	});
});
