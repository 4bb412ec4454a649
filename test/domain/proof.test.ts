// Where a log is broken, what it still proves, and what it no longer does.
import {describe, expect, test} from 'vitest';
import {entryHash, payloadDigest} from '../../source/domain/log/chain.ts';
import {findBreak} from '../../source/domain/log/proof.ts';
import {checkLog} from '../../source/domain/queries/log/check-log.ts';
import type {Database, Entry} from '../../source/domain/schema/index.ts';
import {after, makeDatabase} from '../helpers/database.ts';

/** Five acts: the adoption, comments on two projects, an action and its undoing. */
const logged = after(
	makeDatabase(),
	{kind: 'project/update', id: 'P1-01', note: 'one'},
	{kind: 'project/update', id: 'P1-02', note: 'two'},
	{kind: 'action/add', text: 'Write'},
	{kind: 'undo', revision: 4},
);

/** What is said of the log once it was altered. */
function said(alter: (log: Entry[], database: Database) => unknown, database = logged): string[] {
	const copy = structuredClone(database);
	alter(copy.log, copy);
	return checkLog(copy)
		.filter(({path}) => path[0] === 'log')
		.map(({message}) => message);
}

const rehashed = (entry: Entry): Entry => {
	const altered = {...entry, payload: payloadDigest(entry)};
	return {...altered, hash: entryHash(altered)};
};

test('a log that is whole says nothing', () => {
	expect(said(() => {})).toEqual([]);
	expect(findBreak([])).toBeUndefined();
});

describe('an entry that was altered', () => {
	test.each<[string, number, string[]]>([
		[
			'the first: nothing is proved',
			0,
			[
				'revision 1 of the log was altered; nothing of the log is proved (revisions 2 to 5 follow from each other alone)',
			],
		],
		[
			'the second: the first is proved',
			1,
			[
				'revision 2 of the log was altered; revision 1 is proved, nothing later is (revisions 3 to 5 follow from each other alone)',
				'the proved part of the log vouches for 19 records as they stand here, but not for project P1-01, project P1-02',
			],
		],
		[
			'one in between',
			2,
			[
				'revision 3 of the log was altered; revisions 1 to 2 are proved, nothing later is (revisions 4 to 5 follow from each other alone)',
				'the proved part of the log vouches for 20 records as they stand here, but not for project P1-02',
			],
		],
		[
			'the last: all before it are proved',
			4,
			[
				'revision 5 of the log was altered; revisions 1 to 4 are proved, nothing later is',
				'the proved part of the log vouches for 21 records as they stand here',
			],
		],
	])('%s', (_what, index, messages) => {
		expect(said((log) => (log[index]!.session = 'x'))).toEqual(messages);
	});

	test('and hashed anew: which of two was replaced cannot be told, so the earlier is not proved either', () => {
		expect(said((log) => (log[2] = rehashed({...log[2]!, session: 'x'})))).toEqual([
			'revision 4 of the log does not follow from revision 3: one of the two was replaced; revisions 1 to 2 are proved, nothing later is (revisions 4 to 5 follow from each other alone)',
			'the proved part of the log vouches for 20 records as they stand here, but not for project P1-02',
		]);
		expect(said((log) => (log[0] = rehashed({...log[0]!, session: 'x'})))).toEqual([
			'revision 2 of the log does not follow from revision 1: one of the two was replaced; nothing of the log is proved (revisions 2 to 5 follow from each other alone)',
		]);
	});

	test('to hold what has no canonical form is altered, not a crash', () => {
		const [chain] = said((log) => Object.assign(log[1]!, {own: Number.POSITIVE_INFINITY}));
		expect(chain).toMatch(/^revision 2 of the log was altered; revision 1 is proved/);
	});
});

test('two places that were altered: the rest does not hang together either', () => {
	expect(
		said((log) => {
			log[1]!.session = 'x';
			log[3]!.session = 'x';
		})[0],
	).toBe('revision 2 of the log was altered; revision 1 is proved, nothing later is');
});

test('one that is missing, and others in another order', () => {
	expect(said((log) => log.splice(2, 1))[0]).toBe(
		'the log lacks revision 3: revision 4 follows revision 2; revisions 1 to 2 are proved, nothing later is (revisions 4 to 5 follow from each other alone)',
	);
	expect(said((log) => log.push(...log.splice(2, 1)))[0]).toBe(
		'the log was reordered: revision 4 stands where revision 3 belongs; revisions 1 to 2 are proved, nothing later is',
	);
});

test('a record that only later entries vouch for is named, as long as there are few', () => {
	const many = Array.from({length: 12}, (_, n) => ({kind: 'action/add', text: `${n}`}) as const);
	const database = after(makeDatabase(), ...many);
	expect(said((log) => (log[1]!.session = 'x'), database)[1]).toMatch(
		/not for action A-2, .*, action A-11 and 2 more$/,
	);
});
