import {describe, expect, test} from 'vitest';
import {forwardPlan} from '../../../source/domain/queries/meeting/forward-plan.ts';
import type {Database, Notice} from '../../../source/domain/schema/index.ts';
import {council, decision, notice, report} from './council.ts';

describe('the forward plan', () => {
	const plan = (notices: Notice[], overrides: Partial<Database> = {}) =>
		forwardPlan(council({notices, ...overrides}), '2026-11-22');

	test('a row has what the public is told', () => {
		const [row] = plan(
			[
				notice({
					publishedOn: '2026-11-09',
					decisionOn: {from: '2026-12', to: '2027-01'},
					documents: ['Report'],
				}),
				notice({id: 'N-2', kind: 'private-meeting', reasons: 'Prices.'}),
			],
			{reports: [report({keyReason: 'over £500,000', exempt: {paragraphs: [3]}})]},
		);
		expect(row).toEqual({
			id: 'N-1',
			kind: 'key-decision',
			title: 'Telephony contract',
			board: 'Cabinet',
			on: {from: '2026-12', to: '2027-01'},
			key: true,
			keyReason: undefined,
			private: {
				reasons: 'Prices.',
				paragraphs: [3],
				says: 'Paragraph 3 of Schedule 12A to the Local Government Act 1972 (the financial or business affairs of a particular person, the authority included)',
				briefly: 'Schedule 12A, paragraph 3',
			},
			documents: ['Report'],
			publishedOn: '2026-11-09',
			overdue: false,
		});
		expect(plan([notice()], {reports: [report({keyReason: 'two wards'})]})[0]).toMatchObject({
			keyReason: 'two wards',
			private: undefined,
		});
	});

	test('by date; what has none comes last, what is late is marked', () => {
		const rows = plan([
			notice({id: 'N-1', report: 'R-1'}),
			notice({id: 'N-2', decisionOn: '2027-01-12'}),
			notice({id: 'N-10', decisionOn: '2026-11-01', kind: 'general-exception'}),
			notice({id: 'N-4', report: undefined, meeting: 'M-9', item: 'I-9'}),
			notice({id: 'N-5', decisionOn: '2026-11-01', kind: 'special-urgency'}),
		]);
		expect(rows.map(({id, on, overdue}) => [id, on, overdue])).toEqual([
			['N-5', '2026-11-01', true],
			['N-10', '2026-11-01', true],
			['N-4', '2026-12-08', false],
			['N-2', '2027-01-12', false],
			['N-1', undefined, false],
		]);
	});

	test.each<[string, Notice[], Partial<Database>, string[]]>([
		['withdrawn', [notice({withdrawn: true})], {}, []],
		['decided', [notice()], {decisions: [decision()]}, []],
		[
			'decided on the item',
			[notice({report: undefined, meeting: 'M-9', item: 'I-9'})],
			{decisions: [decision()]},
			[],
		],
		['deferred', [notice()], {decisions: [decision({outcome: 'deferred'})]}, ['N-1']],
		['retracted', [notice()], {decisions: [decision({status: 'retracted'})]}, ['N-1']],
		['a step of the meeting', [notice()], {decisions: [decision({procedural: true})]}, ['N-1']],
		[
			'noted by scrutiny',
			[notice()],
			{decisions: [decision({board: 'scrutiny', outcome: 'noted'})]},
			['N-1'],
		],
		[
			'referred back',
			[notice()],
			{
				decisions: [
					decision({
						callIn: {on: '2026-12-15', by: 'x', ended: {on: '2026-12-20', how: 'referred-back'}},
					}),
				],
			},
			['N-1'],
		],
		[
			'a private matter that is not a key decision',
			[notice({id: 'N-7', kind: 'private-meeting'})],
			{},
			['N-7'],
		],
		[
			'the second notice of a private meeting',
			[notice({kind: 'private-meeting-confirmed'})],
			{},
			[],
		],
	])('%s', (_, notices, overrides, ids) => {
		expect(plan(notices, overrides).map(({id}) => id)).toEqual(ids);
	});
});
