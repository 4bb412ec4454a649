// An earlier state of a database, from the log alone.
import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {commit} from '../../source/domain/commit.ts';
import {rewind} from '../../source/domain/log/rewind.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {act, contextAt} from '../helpers/database.ts';
import {everyKind} from './each.ts';
import {actsArbitrary, perform, start} from './proposals.ts';

/** What effects tell of: everything but the counters. */
const state = ({counters: _counters, ...rest}: Database) => rest;

test('every state that random acts led to comes back by taking back what they did', () => {
	fc.assert(
		fc.property(actsArbitrary, (acts) => {
			const states = [start()];
			for (const one of acts) states.push(perform(states.at(-1)!, [one]).database);
			for (const earlier of states) {
				expect(state(rewind(states.at(-1)!, earlier.revision))).toEqual(state(earlier));
			}
		}),
		{numRuns: process.env['SOAK'] ? 500 : 25},
	);
});

test.each(everyKind().map((one) => [one.kind, one] as const))(
	'%s is taken back, as far as the log tells of it',
	(kind, {before, change}) => {
		const done = commit(before, act(change), contextAt());
		expect(done.ok).toBe(true);
		if (!done.ok) return;
		const back = rewind(done.database, done.database.revision - 1);
		// A redaction does not say what stood there, and an archiving took the log away.
		const alike: Partial<Database> = kind === 'redact' ? {...back, decisions: []} : back;
		const then = kind === 'redact' ? {...before, decisions: []} : before;
		expect({...alike, log: [], revision: 0, counters: {}}).toEqual({
			...then,
			log: [],
			revision: 0,
			counters: {},
		});
	},
);
