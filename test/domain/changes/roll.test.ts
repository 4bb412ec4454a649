import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import type {Database, Meeting} from '../../../source/domain/schema/index.ts';
import {accepted, after, makeDatabase, refusal} from '../../helpers/database.ts';

const database = makeDatabase();
const meeting = (changed: Database): Meeting => changed.meetings[1]!;

describe('the roll', () => {
	const roll = (person: string, from?: string, to?: string, member?: string) =>
		({kind: 'attendance/set', meeting: 'M-2', person, from, to, for: member}) as Change;
	const present = after(database, roll('smith', undefined, 'present'));

	test('is put on the roll, changed and taken off', () => {
		const {database: added, entry} = accepted(database, roll('smith', undefined, 'present'));
		expect(meeting(added).attendance).toEqual([{person: 'smith', status: 'present'}]);
		expect(entry.effects).toEqual([
			{record: 'meetings/M-2/attendance/smith', to: {person: 'smith', status: 'present'}},
		]);
		const changed = accepted(added, roll('smith', 'present', 'apologies'));
		expect(changed.entry.effects).toEqual([
			{record: 'meetings/M-2/attendance/smith', from: {person: 'smith', status: 'present'}},
			{record: 'meetings/M-2', field: 'apologies', to: []},
			{record: 'meetings/M-2/apologies/smith', to: {person: 'smith'}},
		]);
		expect(meeting(changed.database)).toMatchObject({
			attendance: [],
			apologies: [{person: 'smith'}],
		});
		expect(meeting(after(changed.database, roll('smith', 'apologies'))).apologies).toEqual([]);
	});

	test('of a whole board is one act', () => {
		const people = ['reed', 'smith', 'jones', 'davies'];
		const all = accepted(
			database,
			people.map((person) => roll(person, undefined, 'present')),
		);
		expect(meeting(all.database).attendance.map(({person}) => person)).toEqual(people);
		expect(all.entry.revision).toBe(2);
	});

	test('of a substitute says for whom, until it is something else', () => {
		const sent = after(database, roll('clerk', undefined, 'substitute', 'jones'));
		expect(meeting(sent).attendance).toEqual([
			{person: 'clerk', status: 'substitute', for: 'jones'},
		]);
		expect(meeting(after(sent, roll('clerk', 'substitute', 'in-attendance'))).attendance).toEqual([
			{person: 'clerk', status: 'in-attendance'},
		]);
	});

	test.each<[string, Database, Change, string, string]>([
		[
			'of an unknown person, with the nearest one',
			database,
			roll('smyth', undefined, 'present'),
			'unknown',
			'there is no person smyth; did you mean smith?',
		],
		[
			'for an unknown member',
			database,
			roll('clerk', undefined, 'substitute', 'johns'),
			'unknown',
			'there is no person johns; did you mean jones?',
		],
		[
			'for a member by somebody who is not a substitute',
			database,
			roll('clerk', undefined, 'present', 'jones'),
			'invalid',
			'only a substitute takes a place, and another member’s',
		],
		[
			'for oneself',
			database,
			roll('jones', undefined, 'substitute', 'jones'),
			'invalid',
			'only a substitute takes a place, and another member’s',
		],
		[
			'of somebody who is on the roll by now',
			present,
			roll('smith', undefined, 'apologies'),
			'conflict',
			'Joan Smith: status – you set this to Present 0 s ago; it was nothing',
		],
		[
			'of somebody who is off the roll by now',
			database,
			roll('smith', 'present', 'apologies'),
			'conflict',
			'Joan Smith is no longer on the roll of M-2',
		],
		['as it is', present, roll('smith', 'present', 'present'), 'invalid', 'nothing would change'],
		['of nobody', database, roll('smith'), 'invalid', 'nothing would change'],
		[
			'that does not exist',
			database,
			roll('smith', undefined, 'presnt'),
			'invalid',
			'attendance/set: to: there is no “presnt”; did you mean present?',
		],
	])('%s is refused', (_what, before, change, code, message) => {
		expect(refusal(before, change)).toEqual({code, message});
	});
});
