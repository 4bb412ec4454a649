// What the public may read, carried along from act to act, is what it would be if it were worked out anew.
import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {commit} from '../../../source/domain/commit.ts';
import type {Database} from '../../../source/domain/schema/index.ts';
import {difference} from '../../../source/store/postgres/rows/difference.ts';
import {overlayOf, publicRows} from '../../../source/store/postgres/rows/public.ts';
import {cabinetDatabase} from '../../helpers/cabinet.ts';
import {makeDatabase} from '../../helpers/database.ts';

const changes: readonly ((number: number) => Change)[] = [
	(number) => ({kind: 'project/update', id: 'P1-01', note: `Note ${number}`}),
	(number) => ({kind: 'project/update', id: 'P1-02', note: `Note ${number}`}),
	(number) => ({kind: 'action/add', text: `Do ${number}`, owner: 'smith'}),
	(number) => ({kind: 'person/add', id: `p${number}`, name: `P ${number}`, note: 'Not for all.'}),
	(number) => ({kind: 'undo', revision: Math.max(number - 1, 1)}),
	() => ({kind: 'agenda/exempt', meeting: 'M-3', item: 'I-12', to: {paragraphs: [3], title: 'T'}}),
];
const users = ['jsmith', 'aclerk', 'Ann Reed', ''];

test('whoever acts, under whatever name, on a board with or without exempt matter', () => {
	const act = fc.record({
		change: fc.nat({max: changes.length - 1}),
		user: fc.constantFrom('jsmith', 'aclerk'),
		name: fc.constantFrom(...users),
	});
	let told = 0;
	fc.assert(
		fc.property(fc.boolean(), fc.array(act, {minLength: 1, maxLength: 8}), (isCabinet, acts) => {
			let database: Database = isCabinet ? cabinetDatabase() : makeDatabase();
			overlayOf(database);
			for (const [index, {change, user, name}] of acts.entries()) {
				const made = changes[change]?.(database.revision + 1);
				if (!made) throw new Error('there is no such change');
				const outcome = commit(
					database,
					{id: `act-${index}`, changes: [made]},
					{
						actor: {user, host: 'council', ...(name === '' ? {} : {name})},
						session: user,
						now: `2026-11-22T12:00:0${index}.000Z`,
						salt: '00112233445566778899aabbccddeeff',
					},
				);
				if (!outcome.ok) continue;
				const after = outcome.database;
				const found = difference({database, positions: new Map()}, after);
				publicRows(database, after, found);
				// A copy is worked out from nothing.
				const anew = overlayOf(structuredClone(after));
				const plain = (overlay: typeof anew) =>
					JSON.parse(
						JSON.stringify([...overlay].toSorted(([a], [b]) => (a < b ? -1 : 1))),
					) as unknown;
				expect(plain(overlayOf(after))).toEqual(plain(anew));
				told += anew.size;
				database = after;
			}
		}),
		{numRuns: 40},
	);
	expect(told).toBeGreaterThan(0);
});
