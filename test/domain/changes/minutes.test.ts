import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {check} from '../../../source/domain/queries/check.ts';
import type {Database} from '../../../source/domain/schema/index.ts';
import {makeCouncil, meetingOf, sitting} from '../../helpers/council.ts';
import {after, makeDatabase, objection, refusal} from '../../helpers/database.ts';
import {approve, close, inDecember, issue, later, next, note, sign} from './minuted.ts';

const minutes = (database: Database, id = 'M-3') => meetingOf(database, id).minutes;

const closed = after(sitting(), note('It rained.'), close());
const issued = after(closed, issue());
const approved = later(next(issued), approve());
const signed = later(approved, sign());

describe('minutes come from draft', () => {
	test('to issued, with the version that was given out', () => {
		expect(minutes(issued)).toMatchObject({
			status: 'issued',
			seals: [{id: 'v1', at: '2026-11-22T10:00:00.000Z', by: 'Sam Clerk (login clerk)'}],
		});
	});

	test('to approved, by a later meeting', () => {
		expect(minutes(approved)).toMatchObject({
			status: 'approved',
			approvedBy: 'M-5',
			approvedAt: '2026-12-20T10:00:00.000Z',
		});
	});

	test('to signed, on paper', () => {
		expect(minutes(signed)).toMatchObject({
			status: 'signed',
			signedBy: 'lane',
			signedOn: '2026-12-20',
		});
		expect(check(signed)).toEqual([]);
	});

	test('and no step of it is undone by a key', () => {
		for (const database of [issued, approved, signed]) {
			const undo: Change = {kind: 'undo', revision: database.revision};
			expect(refusal(database, undo).message).toMatch(/\(minutes\/\w+\) cannot be undone$/);
		}
	});
});

describe('a step is not taken', () => {
	const name = 'M-3 Planning, November';
	const draft = next(closed);
	const draftUnopened = later(closed, {
		kind: 'meeting/add',
		board: 'B-3',
		title: 'December',
		startsAt: '2026-12-20T14:00',
		agenda: [],
	});
	test.each<[string, Database, Change, string]>([
		[
			'issuing before the meeting',
			makeCouncil(),
			issue(),
			`${name} is planned: close it before its minutes are issued`,
		],
		[
			'issuing during the meeting',
			sitting(),
			issue(),
			`${name} is open: close it before its minutes are issued`,
		],
		['issuing what has not changed', issued, issue(), 'nothing has changed since v1 was issued'],
		[
			'issuing again once approved',
			approved,
			issue(),
			`the minutes of ${name} are approved: sign them, or correct them with a reason`,
		],
		[
			'issuing again once signed',
			signed,
			issue(),
			`the minutes of ${name} are signed: they can only be corrected, with a reason`,
		],
		['approving a draft', draft, approve(), `the minutes of ${name} are draft: issue them first`],
		[
			'approving twice',
			approved,
			approve(),
			`the minutes of ${name} are approved: sign them, or correct them with a reason`,
		],
		[
			'approving once signed',
			signed,
			approve(),
			`the minutes of ${name} are signed: they can only be corrected, with a reason`,
		],
		[
			'approving by the meeting itself',
			issued,
			approve('M-3'),
			`${name} was not held later: a later meeting approves minutes`,
		],
		[
			'approving before the next meeting is opened',
			after(draftUnopened, issue()),
			approve(),
			'M-5 December has not been opened',
		],
		[
			'approving by an unknown meeting',
			issued,
			approve('M3'),
			'there is no meeting M3; did you mean M-3?',
		],
		['signing a draft', draft, sign(), `the minutes of ${name} are draft: issue them first`],
		[
			'signing before approval',
			issued,
			sign(),
			`the minutes of ${name} are issued: have a later meeting approve them first`,
		],
		[
			'signing twice',
			signed,
			sign(),
			`the minutes of ${name} are signed: they can only be corrected, with a reason`,
		],
		[
			'signing by an unknown person',
			approved,
			sign('line'),
			'there is no person line; did you mean lane?',
		],
		[
			'signing before approval was given',
			approved,
			sign('lane', '2026-12-19'),
			'they were approved only on 20 December 2026',
		],
		[
			'signing on a day to come',
			approved,
			sign('lane', '2026-12-21'),
			'21 December 2026 is still to come',
		],
		[
			'correcting a draft',
			closed,
			{kind: 'minutes/correct', meeting: 'M-3', item: 'I-9', to: 'x', reason: 'Misheard'},
			`the minutes of ${name} are draft: issue them first`,
		],
	])('%s', (_what, before, change, message) => {
		expect(refusal(before, change, inDecember)).toMatchObject({message});
	});

	test('approving by another board', () => {
		const cabinet = later(issued, {kind: 'meeting/open', id: 'M-4'});
		expect(refusal(cabinet, approve('M-4'), inDecember).message).toBe(
			'M-4 Cabinet, November is of another board: a board approves its own minutes',
		);
	});

	test('approving by an earlier meeting', () => {
		const both = later(next(closed), close('M-5'), issue('M-5'));
		expect(refusal(both, approve('M-3', 'M-5'), inDecember).message).toBe(
			'M-3 Planning, November was not held later: a later meeting approves minutes',
		);
	});
});

// LGA 1972 Sch 12 para 41: by the person presiding at the meeting that approves them.
describe('minutes are signed by whoever presided', () => {
	const leave = (person: string): Change => ({kind: 'attendance/leave', meeting: 'M-5', person});
	const by = (people: string[], ...more: Change[]) =>
		later(next(issued, people), ...more, approve());
	const preside: Change = {kind: 'agenda/preside', meeting: 'M-5', item: 'I-15', to: 'khan'};
	const no = (name: string) =>
		`${name} did not preside at M-5 December, which approved them (LGA 1972 Sch 12 para 41)`;
	test.each<[string, Database, string, string | undefined]>([
		['the chair', approved, 'lane', undefined],
		['not the vice-chair while the chair was there', approved, 'pole', no('Cllr Pole')],
		[
			'the vice-chair in the chair’s absence',
			by(['pole', 'khan', 'ward'].slice(0, 2)),
			'pole',
			undefined,
		],
		['not a chair who was not there', by(['pole', 'khan']), 'lane', no('Cllr Lane')],
		['whoever was put in the chair', by(['lane', 'khan'], preside), 'khan', undefined],
		['not the chair, where another was', by(['lane', 'khan'], preside), 'lane', no('Cllr Lane')],
		[
			'the chair, also when everybody’s leaving was noted',
			by(['lane', 'khan'], leave('lane'), leave('khan')),
			'lane',
			undefined,
		],
		[
			'not anybody, when everybody’s leaving was noted',
			by(['lane', 'khan'], leave('lane'), leave('khan')),
			'khan',
			no('Cllr Khan'),
		],
		['anybody, where no roll was taken', by([]), 'khan', undefined],
	])('%s', (_what, database, person, message) => {
		expect(objection(database, sign(person), inDecember)).toBe(message);
	});
});

test('minutes of a meeting from a file, without any state yet, are issued as its first version', () => {
	const database = makeDatabase();
	delete database.meetings[0]!.minutes;
	expect(minutes(after(database, issue('M-1')), 'M-1')).toMatchObject({
		status: 'issued',
		seals: [{id: 'v1', revision: 1}],
	});
});
