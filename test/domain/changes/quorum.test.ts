// An inquorate meeting cannot resolve: LGA 1972 Sch 12 para 6 for a council, a committee's own rules for itself.
import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import type {Database} from '../../../source/domain/schema/index.ts';
import {played, sitting} from '../../helpers/council.ts';
import {after, contextAt, makeDatabase, objection, refusal} from '../../helpers/database.ts';

const record = (more: object = {}): Change => ({
	kind: 'decision/record',
	meeting: 'M-3',
	item: 'I-9',
	title: 'Mill Lane',
	resolution: 'That permission be granted.',
	outcome: 'approved',
	mover: 'lane',
	seconder: 'pole',
	...more,
});
const declare = (person: string, more: object = {}): Change => ({
	kind: 'declaration/add',
	meeting: 'M-3',
	item: 'I-9',
	person,
	interest: 'dpi',
	...more,
});
const leave = (person: string): Change => ({kind: 'attendance/leave', meeting: 'M-3', person});
const arrive = (person: string): Change => ({kind: 'attendance/arrive', meeting: 'M-3', person});
const move = (from: string, to: string): Change => ({kind: 'meeting/move', id: 'M-3', from, to});
const three = sitting(['lane', 'pole', 'khan']);
const onItem = after(three, move('I-6', 'I-9'));

describe('a quorum', () => {
	const inquorate = (present: number, rest = '') =>
		`not quorate on this item: ${present} of the 3 voting members needed${rest}; defer it, or adjourn`;
	test.each<[string, Database, string | undefined]>([
		['exactly quorate', three, undefined],
		['one fewer', sitting(['lane', 'pole']), inquorate(2)],
		['with the secretary in place of the third', sitting(['lane', 'pole', 'stone']), inquorate(2)],
		['without a roll', sitting([]), 'the roll has not been taken: without it no quorum is known'],
		[
			'with an interest that takes the third vote away, although they stay',
			after(three, declare('khan')),
			inquorate(2, ' (Cllr Khan may not vote on it)'),
		],
		[
			'with the third withdrawn',
			after(three, declare('khan', {interest: 'nri', withdrew: true})),
			inquorate(2, ' (Cllr Khan may not vote on it)'),
		],
		[
			'with an interest that leaves the vote',
			after(three, declare('khan', {interest: 'nri'})),
			undefined,
		],
		[
			'with a dispensation',
			after(three, declare('khan', {dispensation: 'By the monitoring officer.'})),
			undefined,
		],
		['with an interest in another item', after(three, declare('khan', {item: 'I-10'})), undefined],
		['with the third gone while the item is on', after(onItem, leave('khan')), inquorate(2)],
		[
			'with the third come while it is on',
			played(sitting(['lane', 'pole']), ['10:05', move('I-6', 'I-9')], ['10:10', arrive('khan')]),
			undefined,
		],
		[
			'recorded late: the third left after the item',
			played(onItem, ['10:10', move('I-9', 'I-10')], ['10:15', leave('khan')]),
			undefined,
		],
		[
			'recorded late: the third came only after the item',
			played(
				sitting(['lane', 'pole']),
				['10:05', move('I-6', 'I-9')],
				['10:10', move('I-9', 'I-10')],
				['10:15', arrive('khan')],
			),
			inquorate(2),
		],
		[
			'recorded after the meeting, which the third left in a later item',
			played(
				onItem,
				['10:10', move('I-9', 'I-10')],
				['10:15', leave('khan')],
				['10:20', {kind: 'meeting/close', id: 'M-3'}],
			),
			undefined,
		],
	])('%s', (_what, before, message) => {
		expect(objection(before, record(), contextAt('10:30'))).toBe(message);
	});

	test.each([
		['deferred', true],
		['withdrawn', true],
		['approved', false],
		['refused', false],
		['noted', false],
		['referred', false],
		['recommended-to-council', false],
		['lost', false],
	] as const)('is not there: the item may be %s: %s', (outcome, possible) => {
		const change = record({outcome, mover: undefined, seconder: undefined});
		expect(objection(sitting(['lane', 'pole']), change)).toBe(possible ? undefined : inquorate(2));
	});

	test('was not there: the outcome cannot be corrected to one that needs it', () => {
		const deferred = after(sitting(['lane', 'pole']), record({outcome: 'deferred'}));
		const correct = (outcome: 'approved' | 'withdrawn'): Change => ({
			kind: 'decision/correct',
			id: 'D-2',
			reason: 'Misheard',
			fields: {outcome: {from: 'deferred', to: outcome}},
		});
		expect(refusal(deferred, correct('approved')).message).toBe(inquorate(2));
		expect(after(deferred, correct('withdrawn')).decisions.at(-1)?.outcome).toBe('withdrawn');
	});

	test('is not asked of one who decides alone', () => {
		const alone = {kind: 'decision/record', meeting: 'M-1', title: 'T', resolution: 'R'} as const;
		expect(after(makeDatabase(), {...alone, outcome: 'approved'}).decisions).toHaveLength(2);
	});
});
