import {describe, expect, test} from 'vitest';
import {readShorthand} from '../../source/ui/shorthand.ts';
import {committeeMeeting, meetingOf, sitting} from '../helpers/council.ts';
import {act, contextAt, makeDatabase, today} from '../helpers/database.ts';
import {apply} from '../../source/domain/apply.ts';

/** The committee on its first item, Ward not there, Stone in attendance. */
const database = sitting(['lane', 'pole', 'khan', 'byrne']);
const inMeeting = {database, today, meeting: meetingOf(database)};
const outside = {database: makeDatabase(), today};

const meeting = committeeMeeting;
const item = 'I-6';

describe('a line is one change', () => {
	test.each([
		[
			's P1-02 delivered',
			{kind: 'project/status', id: 'P1-02', from: 'in-progress', to: 'delivered'},
		],
		[
			's p1-02 on hold No chips',
			{kind: 'project/status', id: 'P1-02', from: 'in-progress', to: 'on-hold', note: 'No chips'},
		],
		['c P1-02 Ordered', {kind: 'project/update', id: 'P1-02', note: 'Ordered'}],
		['arr ward', {kind: 'attendance/arrive', meeting, person: 'ward'}],
		['arr JW', {kind: 'attendance/arrive', meeting, person: 'ward'}],
		['arr  cllr ward', {kind: 'attendance/arrive', meeting, person: 'ward'}],
		[
			'arr fox for ward',
			{kind: 'attendance/arrive', meeting, person: 'fox', as: 'substitute', for: 'ward'},
		],
		['left khan', {kind: 'attendance/leave', meeting, person: 'khan'}],
		['left ak', {kind: 'attendance/leave', meeting, person: 'khan'}],
		['dec khan dpi', {kind: 'declaration/add', meeting, item, person: 'khan', interest: 'dpi'}],
		[
			'dec khan dpi withdrew Owns shares',
			{
				kind: 'declaration/add',
				meeting,
				item,
				person: 'khan',
				interest: 'dpi',
				nature: 'Owns shares',
				withdrew: true,
			},
		],
		[
			'dec khan withdrew ORI Is a trustee',
			{
				kind: 'declaration/add',
				meeting,
				item,
				person: 'khan',
				interest: 'ori',
				nature: 'Is a trustee',
				withdrew: true,
			},
		],
		[
			'dec khan dpi left sensitive',
			{
				kind: 'declaration/add',
				meeting,
				item,
				person: 'khan',
				interest: 'dpi',
				sensitive: true,
				withdrew: true,
			},
		],
		[
			'dec khan nri stayed Knows the applicant',
			{
				kind: 'declaration/add',
				meeting,
				item,
				person: 'khan',
				interest: 'nri',
				withdrew: false,
				nature: 'Knows the applicant',
			},
		],
		[
			'dec khan dpi Land left by an aunt',
			{
				kind: 'declaration/add',
				meeting,
				item,
				person: 'khan',
				interest: 'dpi',
				nature: 'Land left by an aunt',
			},
		],
	])('%s', (typed, change) => {
		const read = readShorthand(inMeeting, typed);
		expect(read).toEqual({changes: [change]});
		const changes = read && 'changes' in read ? read.changes : [];
		expect(apply(database, act(...changes), contextAt())).toMatchObject({ok: true});
	});

	test.each([
		['a ak +2w Visit', {owner: 'khan', due: '2026-12-06', text: 'Visit'}],
		['a +1w Visit', {due: '2026-11-29', text: 'Visit'}],
		['a Visit the site', {text: 'Visit the site'}],
	])('an action is placed in the meeting, on the item under discussion: %s', (typed, fields) => {
		expect(readShorthand(inMeeting, typed)).toEqual({
			changes: [{kind: 'action/add', owner: undefined, due: undefined, meeting, item, ...fields}],
		});
	});
});

describe('what cannot be read is told in a line', () => {
	test.each([
		['arr', 'say who arrives: arr smith, or arr fox for smith'],
		['left', 'say who leaves: left jones'],
		['dec', 'say who declares what: dec smith dpi withdrew Owns shares'],
		['arr zz', 'nobody is called “zz”: type initials or a part of the name'],
		['arr cllr', '“cllr” may be'],
		['left zz', 'nobody is called “zz”'],
		['arr fox for zz', 'nobody is called “zz”'],
		['dec zz dpi', 'nobody is called “zz”'],
		['dec khan', 'say which interest after the name: dpi, ori, nri, conflict'],
		['dec khan Owns shares dpi', 'say which interest after the name'],
		['s P9-99 delivered', 'there is no project P9-99'],
		['s P1-02 delivred', '“delivred” is not a status; did you mean delivered?'],
		['s P1-02', 'is not a status'],
		['c P1-02', 'write the comment after the id'],
		['a zz +2w Visit', 'nobody is called “zz”'],
		['a jo +2w Visit', '“jo” may be Joan Smith or Peter Jones: type more of it'],
	])('%s', (typed, said) => {
		const read = readShorthand(inMeeting, typed);
		expect(read).toEqual({message: expect.stringContaining(said)});
	});

	test.each(['arr smith', 'left smith', 'dec smith dpi'])(
		'without an open meeting: %s',
		(typed) => {
			expect(readShorthand(outside, typed)).toEqual({
				message: 'no meeting is open: 4 shows the meeting, o opens it',
			});
		},
	);
});

describe('what is read, but does not hold, is refused in a line', () => {
	test.each([
		['arr khan', 'Cllr Khan is there already'],
		['left ward', 'Cllr Ward is not there to leave'],
		['arr fox for leader', 'there is no place to take'],
		['dec fox dpi', 'Cllr Fox is not on the roll of M-3'],
		['dec khan dpi sensitive Owns shares', 'a sensitive interest is recorded without its nature'],
	])('%s', (typed, said) => {
		const read = readShorthand(inMeeting, typed);
		const changes = read && 'changes' in read ? read.changes : [];
		const outcome = apply(database, act(...changes), contextAt());
		expect(outcome).toMatchObject({ok: false});
		expect(outcome.ok ? '' : outcome.rejection.message).toContain(said);
	});
});

test.each(['', 'walk', 'agenda', 'P1-02', 'arrive smith', 'decide', 'toString x', 'Left jones'])(
	'“%s” is not a shorthand',
	(typed) => {
		expect(readShorthand(inMeeting, typed)).toBeUndefined();
	},
);
