import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {check} from '../../../source/domain/queries/check.ts';
import type {Database, StrategyStatus} from '../../../source/domain/schema/index.ts';
import {accepted, after, makeDatabase, refusal} from '../../helpers/database.ts';

/** Two strategies: S-1, which is current, and a draft that is to take its place. */
function two(): Database {
	const database = makeDatabase();
	const [first] = database.strategies;
	database.strategies.push({
		...structuredClone(first!),
		id: 'S-2',
		title: 'Next Strategy',
		status: 'draft',
		priorities: [],
		domains: [],
		objectives: [],
	});
	database.counters['S'] = 2;
	return database;
}
const set = (id: string, from: StrategyStatus, to: StrategyStatus): Change => ({
	kind: 'strategy/status',
	id,
	from,
	to,
});
const statuses = ({strategies}: Database) => strategies.map(({status}) => status);

describe('one strategy takes the place of another', () => {
	const swap = [set('S-1', 'current', 'past'), set('S-2', 'draft', 'current')];

	test.each([
		['the old one first', swap],
		['the new one first', swap.toReversed()],
	])('in one act, %s', (_what, changes) => {
		const {database} = accepted(two(), changes);
		expect(statuses(database)).toEqual(['past', 'current']);
		expect(check(database)).toEqual([]);
	});

	test('and may be undone, in one act too', () => {
		const {database} = accepted(two(), swap);
		expect(statuses(after(database, {kind: 'undo', revision: 2}))).toEqual(['current', 'draft']);
	});

	test('together with the decision that replaces it', () => {
		const decide: Change = {
			kind: 'decision/record',
			meeting: 'M-1',
			title: 'Next Strategy',
			resolution: 'That the Next Strategy replace the Digital Strategy.',
			outcome: 'approved',
			supersedes: 'D-1',
		};
		const {database} = accepted(two(), [decide, ...swap]);
		expect(statuses(database)).toEqual(['past', 'current']);
		expect(database.decisions.map(({status}) => status)).toEqual(['superseded', 'recorded']);
	});

	test.each<[string, Change[], string, string]>([
		[
			'two that are current',
			[set('S-2', 'draft', 'current')],
			'state',
			'one strategy is current at a time, not S-1 and S-2: make the old one past in the same act',
		],
		[
			'none that is current',
			[set('S-1', 'current', 'past')],
			'state',
			'one strategy must be current: make another one current in the same act',
		],
		[
			'a status that is another by now',
			[set('S-1', 'draft', 'current')],
			'conflict',
			'S-1 Digital Strategy: status is Current, not Draft',
		],
		[
			'what is so already',
			[set('S-1', 'current', 'current')],
			'invalid',
			'S-1 Digital Strategy is current already',
		],
		[
			'an unknown strategy',
			[set('S-3', 'draft', 'past')],
			'unknown',
			'there is no strategy S-3; did you mean S-1?',
		],
	])('but not %s', (_what, changes, code, message) => {
		expect(refusal(two(), changes)).toEqual({code, message});
	});

	test('a draft may be given up', () => {
		expect(statuses(after(two(), set('S-2', 'draft', 'past')))).toEqual(['current', 'past']);
	});
});

describe('a conclusion', () => {
	const conclude = (to: string | undefined, from?: string): Change => ({
		kind: 'strategy/conclude',
		id: 'S-1',
		from,
		to,
	});

	test('is written, rewritten and cleared', () => {
		const written = after(makeDatabase(), conclude('It was worth it.'));
		expect(written.strategies[0]?.conclusion).toBe('It was worth it.');
		const rewritten = after(written, conclude('On the whole.', 'It was worth it.'));
		expect(rewritten.strategies[0]?.conclusion).toBe('On the whole.');
		expect(after(rewritten, conclude('', 'On the whole.')).strategies).toEqual(
			makeDatabase().strategies,
		);
	});

	test('does not overwrite somebody else’s', () => {
		const written = after(makeDatabase(), conclude('It was worth it.'));
		expect(refusal(written, conclude('Never again.'))).toEqual({
			code: 'conflict',
			message:
				'S-1 Digital Strategy: conclusion – you set this to “It was worth it.” 0 s ago; it was nothing',
		});
	});
});

describe('a plan of the policy framework', () => {
	/** S-2 is to be adopted by decision D-1, which a board of some kind took and approved. */
	const adopted = (kind: 'executive' | 'council', policyFramework: boolean): Database => {
		const {strategies, boards, ...others} = two();
		return {
			...others,
			strategies: strategies.map((one) => (one.id === 'S-2' ? {...one, policyFramework} : one)),
			boards: boards.map((board) => (board.id === 'B-2' ? {...board, kind} : board)),
		};
	};
	const adopt: Change[] = [
		set('S-1', 'current', 'past'),
		{kind: 'strategy/status', id: 'S-2', from: 'draft', to: 'current', decision: 'D-1'},
	];

	test('is only recommended by a cabinet', () => {
		expect(refusal(adopted('executive', true), adopt).message).toBe(
			'change 2 of 2: decision D-1 cannot adopt it: a plan of the policy framework is adopted by full Council (Local Government Act 2000 s.9D; SI 2000/2853 reg 4): recommend it',
		);
	});

	test.each([
		['by full council', 'council', true],
		['of a cabinet’s own, by the cabinet', 'executive', false],
	] as const)('is adopted %s', (_, kind, isFramework) => {
		const {strategies} = accepted(adopted(kind, isFramework), adopt).database;
		expect(strategies.find(({id}) => id === 'S-2')).toMatchObject({
			status: 'current',
			adoptedBy: 'D-1',
		});
	});
});
