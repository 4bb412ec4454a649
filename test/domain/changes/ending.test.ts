import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {check} from '../../../source/domain/queries/check.ts';
import {minuteDecision} from '../../../source/domain/queries/minutes/minuted.ts';
import type {Database, Decision} from '../../../source/domain/schema/index.ts';
import {sitting} from '../../helpers/council.ts';
import {accepted, after, objection, refusal} from '../../helpers/database.ts';

const record = (more: object = {}): Change => ({
	kind: 'decision/record',
	meeting: 'M-3',
	item: 'I-9',
	title: 'Mill Lane',
	resolution: 'That it be so.',
	outcome: 'approved',
	...more,
});
const retract = (id: string): Change => ({kind: 'decision/retract', id, reason: 'Wrong meeting'});
const correct = (from: Decision['outcome'], to: Decision['outcome']): Change => ({
	kind: 'decision/correct',
	id: 'D-3',
	reason: 'Misheard',
	fields: {outcome: {from, to}},
});
const statuses = ({decisions}: Database) =>
	decisions.slice(1).map(({id, status}) => `${id} ${status}`);

/** The committee with decision D-2. */
const decided = after(sitting(), record());

describe.each([
	['supersedes', 'superseded'],
	['rescinds', 'rescinded'],
] as const)('a decision that %s another', (ends, ended) => {
	const {database: after3, entry} = accepted(decided, record({title: 'Anew', [ends]: 'D-2'}));

	test('leaves it in the record, ended, in one act', () => {
		expect(statuses(after3)).toEqual([`D-2 ${ended}`, 'D-3 recorded']);
		expect(after3.decisions[1]).toEqual({...decided.decisions[1], status: ended});
		expect(Object.keys(entry.records).toSorted()).toEqual(['decisions/D-2', 'decisions/D-3']);
		expect(check(after3)).toEqual([]);
	});

	test('is linked both ways', () => {
		const [, earlier, later] = after3.decisions.map((each) => minuteDecision(after3, each));
		expect(earlier).toMatchObject({status: ended, endedBy: 'D-3 Anew'});
		expect(later).toMatchObject({[ends]: 'D-2 Mill Lane'});
	});

	test('is not undone, and what it ended can no longer be changed', () => {
		expect(refusal(after3, {kind: 'undo', revision: after3.revision}).message).toContain(
			'holds a decision: correct it or retract it instead',
		);
		for (const change of [
			retract('D-2'),
			{kind: 'decision/correct', id: 'D-2', reason: 'x', fields: {}} as const,
		]) {
			expect(refusal(after3, change)).toEqual({
				code: 'state',
				message: `decision D-2 was ${ended}; it cannot be changed any more`,
			});
		}
	});

	test('lets it stand again when it was itself recorded by mistake', () => {
		const retracted = after(after3, retract('D-3'));
		expect(statuses(retracted)).toEqual(['D-2 recorded', 'D-3 retracted']);
		expect(check(retracted)).toEqual([]);
		const again = after(retracted, record({[ends]: 'D-2'}));
		expect(statuses(again)).toEqual([`D-2 ${ended}`, 'D-3 retracted', 'D-4 recorded']);
	});

	test('can be corrected only to an outcome that may still end it', () => {
		expect(refusal(after3, correct('approved', 'refused')).message).toBe(
			'what is not approved cannot end decision D-2',
		);
		const amended = after(after3, correct('approved', 'approved-as-amended'));
		expect(statuses(amended)).toEqual([`D-2 ${ended}`, 'D-3 recorded']);
	});

	test.each<[string, Database, Change, string]>([
		['one that is not there', decided, record({[ends]: 'D-77777'}), 'there is no decision D-77777'],
		[
			'one that was retracted',
			after(decided, retract('D-2')),
			record({[ends]: 'D-2'}),
			'decision D-2 was retracted; it cannot be changed any more',
		],
		[
			'one that another has ended',
			after3,
			record({[ends]: 'D-2'}),
			`decision D-2 was ${ended}; it cannot be changed any more`,
		],
		[
			'one by superseding and rescinding it at once',
			decided,
			record({supersedes: 'D-2', rescinds: 'D-2'}),
			'a decision supersedes or rescinds an earlier one, not both',
		],
	])('cannot end %s', (_what, before, change, message) => {
		expect(refusal(before, change).message).toBe(message);
	});
});

test.each<[Decision['outcome'], boolean]>([
	['approved', true],
	['approved-as-amended', true],
	['refused', false],
	['lost', false],
	['deferred', false],
	['referred', false],
	['recommended-to-council', false],
	['noted', false],
	['withdrawn', false],
])('what is %s ends an earlier decision: %s', (outcome, ends) => {
	expect(objection(decided, record({outcome, supersedes: 'D-2'}))).toBe(
		ends ? undefined : 'what is not approved cannot end decision D-2',
	);
});

test('two decisions of one act cannot both end the same one', () => {
	expect(refusal(decided, [record({supersedes: 'D-2'}), record({rescinds: 'D-2'})]).message).toBe(
		'change 2 of 2: decision D-2 was superseded; it cannot be changed any more',
	);
});
