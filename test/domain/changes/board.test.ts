// Boards and the people on them: what may be said of them, from which day, and what stays as it was.
import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {minutesOf} from '../../../source/domain/queries/minutes/minutes.ts';
import {roll} from '../../../source/domain/queries/meeting/meetings.ts';
import {quorumOn} from '../../../source/domain/rules/presence.ts';
import type {Database, Membership} from '../../../source/domain/schema/index.ts';
import {makeCouncil, sitting} from '../../helpers/council.ts';
import {accepted, after, contextAt, makeDatabase, objection} from '../../helpers/database.ts';

const membersOf = ({boards}: Database): readonly Membership[] => boards[0]?.members ?? [];
const add = (more: Partial<Extract<Change, {kind: 'member/add'}>> = {}): Change => ({
	kind: 'member/add',
	board: 'B-1',
	person: 'councillor',
	role: 'member',
	from: '2026-12-01',
	...more,
});
const edit = (
	member: string,
	fields: Extract<Change, {kind: 'member/edit'}>['fields'],
	board = 'B-1',
): Change => ({kind: 'member/edit', board, member, fields});
const last = (to: string) => ({to: {to}});

test('a member who comes stands behind the others of that role, with an id of their own', () => {
	const changed = after(
		makeDatabase(),
		add(),
		add({person: 'clerk', from: undefined, to: undefined, board: 'B-2'}),
	);
	expect(membersOf(changed).map(({person}) => person)).toEqual([
		'reed',
		'smith',
		'jones',
		'davies',
		'councillor',
		'clerk',
	]);
	expect(membersOf(changed)[4]).toEqual({
		id: 'MB-1',
		person: 'councillor',
		role: 'member',
		from: '2026-12-01',
	});
	expect(changed.boards[1]?.members.at(-1)).toEqual({id: 'MB-2', person: 'clerk', role: 'member'});
});

test('who serves twice is told apart, and each term is edited by itself', () => {
	const changed = after(
		makeDatabase(),
		edit('smith', last('2026-11-30')),
		add({person: 'smith', role: 'vice-chair'}),
		edit('MB-1', last('2027-05-01')),
	);
	expect(membersOf(changed).filter(({person}) => person === 'smith')).toEqual([
		{id: 'MB-1', person: 'smith', role: 'vice-chair', from: '2026-12-01', to: '2027-05-01'},
		{person: 'smith', role: 'member', to: '2026-11-30'},
	]);
});

test('a board can be set up with somebody who serves twice', () => {
	const changed = after(makeDatabase(), {
		kind: 'board/add',
		id: 'cabinet',
		name: 'Cabinet',
		boardKind: 'executive',
		members: [
			{person: 'reed', role: 'member', to: '2025-05-01'},
			{person: 'reed', role: 'chair', from: '2026-05-01'},
		],
	});
	expect(changed.boards.at(-1)?.members).toEqual([
		{id: 'MB-1', person: 'reed', role: 'chair', from: '2026-05-01'},
		{person: 'reed', role: 'member', to: '2025-05-01'},
	]);
});

describe('is refused in one sentence', () => {
	const database = makeDatabase();
	const met = sitting(['lane', 'khan', 'byrne']);
	test.each<[string, Database, Change | Change[], string]>([
		['nobody known', database, add({person: 'zz'}), 'there is no person zz'],
		[
			'a board that is not there',
			database,
			add({board: 'B-9'}),
			'there is no board B-9; did you mean B-1?',
		],
		[
			'somebody twice on one day',
			database,
			add({person: 'smith', role: 'adviser'}),
			'Joan Smith would be on IMT Board twice on 1 December 2026, as member and as adviser: end one the day before the other begins',
		],
		[
			'two chairs on one day',
			database,
			add({role: 'chair'}),
			'IMT Board would have two chairs on 1 December 2026, Ann Reed and Executive Councillor for IT',
		],
		[
			'a second chair by another role',
			database,
			edit('smith', {role: {from: 'member', to: 'chair'}}),
			'IMT Board would have two chairs, Ann Reed and Joan Smith',
		],
		[
			'a last day before the first',
			database,
			add({to: '2026-11-30'}),
			'cannot leave IMT Board on 30 November 2026, before the first day, 1 December 2026',
		],
		[
			'a day that there is none of',
			database,
			add({from: '2026-02-30'}),
			'member/add: from: expected a day such as 2026-10-12',
		],
		[
			'somebody who is not on it',
			database,
			edit('councillor', last('2026-12-01')),
			'Executive Councillor for IT is not among the members of B-1 IMT Board',
		],
		[
			'what somebody else has altered',
			after(database, edit('smith', last('2026-12-01'))),
			edit('smith', last('2026-12-05')),
			'last day – you set this to 1 December 2026 0 s ago; it was nothing',
		],
		[
			'to leave before a meeting that one is at',
			met,
			edit('khan', last('2026-11-21'), 'B-3'),
			'Cllr Khan stands as member on the roll of M-3 Planning, November, 22 November 2026: that stays, so take a later day',
		],
		[
			'another role in a meeting that one is at',
			met,
			[
				edit('lane', {role: {from: 'chair', to: 'member'}}, 'B-3'),
				edit('khan', {role: {from: 'member', to: 'chair'}}, 'B-3'),
			],
			'Cllr Lane stands as chair on the roll of M-3',
		],
		[
			'to come after a meeting that one was at',
			met,
			edit('khan', {from: {to: '2026-11-23'}}, 'B-3'),
			'Cllr Khan stands as member on the roll of M-3',
		],
		[
			'a quorum that cannot be reached',
			database,
			{kind: 'board/edit', id: 'B-1', fields: {quorum: {from: 3, to: 5}}},
			'a quorum of 5 cannot be reached: IMT Board has 4 voting members; enter the others first',
		],
		[
			'another kind once it has met',
			database,
			{kind: 'board/edit', id: 'B-2', fields: {kind: {from: 'individual', to: 'officer'}}},
			'Executive Councillor stays of its kind: M-1 Decision on the strategy was held under its rules',
		],
		[
			'no name',
			database,
			{kind: 'person/edit', id: 'smith', fields: {name: {from: 'Joan Smith', to: ' '}}},
			'is empty',
		],
	])('%s', (_, given, change, said) => {
		expect(objection(given, change)).toContain(said);
	});
});

test('chair and successor change places in one act', () => {
	const {database, entry} = accepted(makeDatabase(), [
		edit('reed', last('2026-11-30')),
		add({person: 'councillor', role: 'chair'}),
	]);
	expect(membersOf(database).filter(({role}) => role === 'chair')).toHaveLength(2);
	const undone = accepted(database, {kind: 'undo', revision: entry.revision}).database;
	expect(membersOf(undone)).toEqual(membersOf(makeDatabase()));
});

test('who left stays on the roll and in the minutes of the meetings before, and is on no later one', () => {
	const met = sitting(['lane', 'khan', 'byrne']);
	const meeting = met.meetings.find(({id}) => id === 'M-3')!;
	const changed = after(
		met,
		edit('khan', last('2026-11-22'), 'B-3'),
		add({board: 'B-3', person: 'reed', from: '2026-11-23'}),
	);
	expect(roll(changed, meeting)).toEqual(roll(met, meeting));
	expect(quorumOn(changed, meeting)).toEqual(quorumOn(met, meeting));
	expect(minutesOf(changed, 'M-3')).toEqual(minutesOf(met, 'M-3'));
	const later = {...meeting, openedAt: '2026-12-01T10:00:00.000Z', attendance: []};
	const names = roll(changed, later).map(({person}) => person.id);
	expect(names).toContain('reed');
	expect(names).not.toContain('khan');
	// Nor does one without a date have somebody who has left.
	const undated = {...later, openedAt: undefined, startsAt: undefined};
	expect(roll(changed, undated).map(({person}) => person.id)).toEqual(names);
});

test('a new chair does not preside over what was held before', () => {
	const met = sitting(['pole', 'khan', 'byrne']);
	const changed = after(
		met,
		edit('lane', last('2026-11-22'), 'B-3'),
		edit('pole', last('2026-11-22'), 'B-3'),
		add({board: 'B-3', person: 'pole', role: 'chair', from: '2026-11-23'}),
	);
	expect(JSON.stringify(minutesOf(met, 'M-3').items)).toContain('Cllr Pole');
	expect(minutesOf(changed, 'M-3')).toEqual(minutesOf(met, 'M-3'));
});

test('a coming is not taken back once they stood on a roll', () => {
	const {database, entry} = accepted(
		makeCouncil(),
		add({board: 'B-3', person: 'reed', from: '2026-11-01'}),
	);
	const met = sitting(['lane', 'khan', 'reed'], database);
	expect(objection(met, {kind: 'undo', revision: entry.revision})).toContain(
		'Ann Reed stands as member on the roll of M-3',
	);
});

test('what was wrong in a file before stops nobody', () => {
	const database = makeDatabase();
	const [first, ...others] = database.boards;
	const members: Membership[] = [...first!.members, {person: 'smith', role: 'chair'}];
	const edited = {...database, boards: [{...first!, members}, ...others]};
	expect(objection(edited, add())).toBeUndefined();
	expect(objection(edited, edit('smith', last('2026-12-01')))).toContain(
		'Joan Smith stands among the members of B-1 IMT Board 2 times: give each an "id"',
	);
});

test('a board without rules is given a quorum, two edit different things, and undo leaves nothing behind', () => {
	const database = makeDatabase();
	const given = accepted(database, {
		kind: 'board/edit',
		id: 'B-2',
		fields: {quorum: {to: 1}, name: {from: 'Executive Councillor', to: 'The Councillor'}},
	});
	expect(given.database.boards[1]).toMatchObject({name: 'The Councillor', rules: {quorum: 1}});
	const both = after(given.database, {
		kind: 'board/edit',
		id: 'B-2',
		fields: {castingVote: {to: false}, remit: {to: 'Decides.'}},
	});
	expect(both.boards[1]).toMatchObject({remit: 'Decides.', rules: {quorum: 1, castingVote: false}});
	const undone = accepted(given.database, {kind: 'undo', revision: 2}, contextAt('11:00'));
	expect(undone.database.boards).toEqual(database.boards);
});
