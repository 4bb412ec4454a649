import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {commit} from '../../../source/domain/commit.ts';
import type {Database} from '../../../source/domain/schema/index.ts';
import {committee, makeCouncil, meetingOf, played, sitting} from '../../helpers/council.ts';
import {accepted, act, after, contextAt, refusal, rollTaken} from '../../helpers/database.ts';

const arrive = (person: string, more: object = {}): Change => ({
	kind: 'attendance/arrive',
	meeting: 'M-3',
	person,
	...more,
});
const leave = (person: string): Change => ({kind: 'attendance/leave', meeting: 'M-3', person});
const set = (person: string, to: string, member?: string) =>
	({kind: 'attendance/set', meeting: 'M-3', person, to, for: member}) as Change;
const roll = (changed: Database) =>
	meetingOf(changed).attendance.map(({person, status, for: member}) =>
		[person, status, member].filter(Boolean).join(' '),
	);
const moves = (changed: Database) =>
	(meetingOf(changed).movements ?? []).map(({id, person, kind, at, item}) =>
		[id, at.slice(11, 16), person, kind, item].filter(Boolean).join(' '),
	);

describe('coming and going', () => {
	const three = sitting(['lane', 'pole', 'khan']);

	test('is noted with the time and the item under discussion', () => {
		const changed = played(
			three,
			['10:05', arrive('byrne')],
			['10:10', {kind: 'meeting/move', id: 'M-3', from: 'I-6', to: 'I-9'}],
			['10:15', leave('lane')],
			['10:30', arrive('lane')],
		);
		expect(moves(changed)).toEqual([
			'V-1 10:05 byrne arrived I-6',
			'V-2 10:15 lane left I-9',
			'V-3 10:30 lane arrived I-9',
		]);
		expect(roll(changed)).toEqual([
			'lane present',
			'pole present',
			'khan present',
			'byrne present',
		]);
	});

	test.each<[string, Database, Change, string]>([
		['a member, as present', three, arrive('byrne'), 'byrne present'],
		['a member on the last day of the term', three, arrive('ward'), 'ward present'],
		[
			'a member who sent apologies',
			after(three, set('ward', 'apologies')),
			arrive('ward'),
			'ward present',
		],
		['the secretary', three, arrive('stone'), 'stone present'],
		['anybody else, as in attendance', three, arrive('fox'), 'fox in-attendance'],
		['a member whose term is over', three, arrive('gray'), 'gray in-attendance'],
		[
			'a member, as in attendance',
			three,
			arrive('byrne', {as: 'in-attendance'}),
			'byrne in-attendance',
		],
		[
			'a substitute, with the member',
			three,
			arrive('fox', {as: 'substitute', for: 'ward'}),
			'fox substitute ward',
		],
		[
			'a substitute who was there before, as such',
			after(three, set('fox', 'substitute', 'ward'), leave('fox')),
			arrive('fox'),
			'fox substitute ward',
		],
		[
			'somebody in attendance who was there before, as such',
			after(three, set('byrne', 'in-attendance'), leave('byrne')),
			arrive('byrne'),
			'byrne in-attendance',
		],
		[
			'a substitute who becomes somebody in attendance',
			after(three, set('fox', 'substitute', 'ward'), leave('fox')),
			arrive('fox', {as: 'in-attendance'}),
			'fox in-attendance',
		],
	])('puts on the roll %s', (_what, before, change, line) => {
		expect(roll(after(before, change)).at(-1)).toBe(line);
	});

	test('may be noted while the meeting is adjourned', () => {
		const adjourned = after(three, {kind: 'meeting/adjourn', id: 'M-3'});
		expect(moves(after(adjourned, leave('khan')))).toEqual(['V-1 10:00 khan left I-6']);
	});

	test('is undone with what it did to the roll', () => {
		const changed = after(three, arrive('byrne'));
		const undone = after(changed, {kind: 'undo', revision: changed.revision});
		expect(meetingOf(undone)).toEqual(meetingOf(three));
	});

	const closed = after(three, {kind: 'meeting/close', id: 'M-3'});
	const absent = after(three, set('byrne', 'absent'));
	test.each<[string, Database, Change, string, string]>([
		['arriving twice', three, arrive('lane'), 'state', 'Cllr Lane is there already'],
		[
			'arriving twice, as something else',
			three,
			arrive('lane', {as: 'in-attendance'}),
			'state',
			'Cllr Lane is there already',
		],
		[
			'leaving twice',
			after(three, leave('lane')),
			leave('lane'),
			'state',
			'Cllr Lane is not there to leave',
		],
		[
			'leaving without having come',
			three,
			leave('byrne'),
			'state',
			'Cllr Byrne is not there to leave',
		],
		[
			'leaving, of one who is absent',
			absent,
			leave('byrne'),
			'state',
			'Cllr Byrne is not there to leave',
		],
		[
			'before the meeting',
			makeCouncil(),
			arrive('lane'),
			'state',
			'M-3 Planning, November is planned: comings and goings are noted while it sits',
		],
		[
			'after the meeting',
			closed,
			leave('lane'),
			'state',
			'M-3 Planning, November is closed: comings and goings are noted while it sits',
		],
		[
			'of an unknown person, with the nearest one',
			three,
			arrive('byrn'),
			'unknown',
			'there is no person byrn; did you mean byrne?',
		],
		[
			'at an unknown meeting',
			three,
			{...arrive('byrne'), meeting: 'M3'} as Change,
			'unknown',
			'there is no meeting M3; did you mean M-3?',
		],
		[
			'as present, of one who is not a member',
			three,
			arrive('fox', {as: 'present'}),
			'invalid',
			'Cllr Fox is not a member of B-3 Planning Committee on 22 November 2026: mark as in attendance, or as a substitute',
		],
		[
			'as present, of a member whose term was over the day before',
			three,
			arrive('gray', {as: 'present'}),
			'invalid',
			'Cllr Gray is not a member of B-3 Planning Committee on 22 November 2026: mark as in attendance, or as a substitute',
		],
		[
			'as a substitute for one who is not a member',
			three,
			arrive('fox', {as: 'substitute', for: 'gray'}),
			'invalid',
			'Cllr Gray is not a member of B-3 Planning Committee on 22 November 2026: there is no place to take',
		],
		[
			'as a substitute for a member for whom another stands in',
			after(three, set('fox', 'substitute', 'ward')),
			arrive('gray', {as: 'substitute', for: 'ward'}),
			'invalid',
			'Cllr Fox stands in for them already',
		],
		[
			'in the place of a member, but as present',
			three,
			arrive('byrne', {for: 'ward'}),
			'invalid',
			'only a substitute takes a place, and another member’s',
		],
	])('%s is refused', (_what, before, change, code, message) => {
		expect(refusal(before, change)).toEqual({code, message});
	});
});

describe('who is a member is asked of the day of the meeting', () => {
	test.each<[string, string, boolean]>([
		['gray', '2026-11-21', true],
		['gray', '2026-11-22', false],
		['ward', '2026-11-22', true],
		['ward', '2026-11-23', false],
		['lane', '2026-05-19', false],
		['lane', '2026-05-20', true],
	])('%s on %s: %s', (person, day, isMember) => {
		const before = makeCouncil();
		before.meetings[2]!.startsAt = `${day}T14:00`;
		const outcome = commit(before, act(set(person, 'present')), contextAt());
		expect(outcome.ok).toBe(isMember);
	});

	test('once it is opened that is the day of the opening', () => {
		const opened = accepted(
			makeCouncil(),
			{kind: 'meeting/open', id: 'M-3'},
			contextAt('10:00', 'clerk', '2026-11-23'),
		).database;
		expect(refusal(opened, set('ward', 'present')).message).toContain(
			'Cllr Ward is not a member of B-3 Planning Committee on 23 November 2026',
		);
	});
});

test('a whole committee is marked present in one act, or nobody is', () => {
	expect(roll(sitting())).toEqual(committee.map((person) => `${person} present`));
	expect(() => rollTaken(sitting([]), ['lane', 'gray', 'pole'], 'M-3')).toThrow(/not a member/);
});
