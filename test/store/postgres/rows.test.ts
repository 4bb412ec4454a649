import * as fc from 'fast-check';
import process from 'node:process';
import {expect, test} from 'vitest';
import {type Database, databaseSchema} from '../../../source/domain/schema/index.ts';
import {allRows, difference} from '../../../source/store/postgres/rows/difference.ts';
import {advance, develop, type Image, note} from '../../../source/store/postgres/rows/image.ts';
import type {Head, RecordRow} from '../../../source/store/postgres/rows/read.ts';
import {makeDatabase} from '../../helpers/database.ts';

/** The tables, as far as records go. */
class Tables {
	readonly rows = new Map<string, RecordRow & {changed: number}>();
	#revision = 0;

	write(rows: readonly RecordRow[]): void {
		this.#revision++;
		for (const row of rows) {
			const stored = {
				...row,
				body: row.body === undefined ? undefined : structuredClone(row.body),
			};
			if (row.body === undefined) delete stored.body;
			this.rows.set(`${row.collection}/${row.id}`, {...stored, changed: this.#revision});
		}
	}

	look(since: number) {
		const records = [...this.rows.values()]
			.filter(({changed}) => changed > since)
			.map(({changed: _changed, ...row}) => ({...row}))
			.toSorted((a, b) => a.position - b.position);
		return {head: this.head, records, entries: []};
	}

	get head(): Head {
		const {id: uuid} = makeDatabase();
		return {
			version: 1,
			schema: 2,
			name: 'x',
			uuid,
			revision: this.#revision,
			hash: null,
			logFrom: 1,
		};
	}
}

type Step =
	| {kind: 'add'; at: number}
	| {kind: 'remove' | 'alter' | 'last'; at: number}
	| {kind: 'shuffle'; at: number}
	| {kind: 'key'; at: number};

const step: fc.Arbitrary<Step> = fc.record({
	kind: fc.constantFrom('add', 'add', 'add', 'remove', 'alter', 'last', 'shuffle', 'key'),
	at: fc.nat({max: 20}),
});

let number = 100;
/** What a step makes of a database: it may be anything that an act could do. */
function apply(database: Database, {kind, at}: Step): Database {
	const {actions} = database;
	const place = at % (actions.length + 1);
	const fresh = () => ({
		id: `A-${++number}`,
		text: `action ${number}`,
		status: 'open' as const,
	});
	switch (kind) {
		case 'add':
			return {...database, actions: actions.toSpliced(place, 0, fresh())};
		case 'last':
			return {...database, actions: [...actions, fresh()]};
		case 'remove':
			return {...database, actions: actions.toSpliced(place, 1)};
		case 'alter': {
			const old = actions[place];
			return old
				? {...database, actions: actions.with(place, {...old, text: `altered ${++number}`})}
				: database;
		}
		case 'shuffle': {
			const turned = [...actions.slice(place), ...actions.slice(0, place)].toReversed();
			return {...database, actions: at % 2 === 0 ? turned : actions.toReversed()};
		}
		case 'key': {
			const name = `x-${at % 4}`;
			const {[name]: was, ...rest} = database;
			const entries = Object.entries(rest);
			return (
				was === undefined
					? Object.fromEntries(entries.toSpliced(at % 10, 0, [name, {at}]))
					: at % 3 === 0
						? rest
						: {...database, [name]: {at, again: ++number}}
			) as Database;
		}
	}
}

test('whatever becomes of a database, its rows tell it: to who was there, and to who comes', () => {
	fc.assert(
		fc.property(fc.array(step, {maxLength: 40}), fc.array(fc.boolean()), (steps, looks) => {
			const tables = new Tables();
			const first = makeDatabase();
			tables.write(allRows(first).records);
			let writer: Image = develop(tables.head, tables.look(-1));
			let watcher: Image = develop(tables.head, tables.look(-1));
			let differing = false;
			for (const [index, one] of steps.entries()) {
				const after = apply(writer.database, one);
				const {records} = difference(writer, after);
				tables.write(records);
				for (const [name, rows] of Map.groupBy(records, ({collection}) => collection)) {
					note(rows, writer.positions.get(name) ?? new Map<string, number>());
				}
				const {revision} = tables.head;
				writer = {database: {...after, revision}, positions: writer.positions};
				// Another session catches up now and then, with several acts at once.
				if (!(looks[index] ?? true)) continue;
				const since = watcher.database.revision;
				watcher = advance(watcher, tables.head, tables.look(since));
				differing ||= JSON.stringify(watcher.database) !== JSON.stringify(writer.database);
			}
			expect(differing).toBe(false);
			const fresh = develop(tables.head, tables.look(-1)).database;
			const {revision} = tables.head;
			// As a file would be read again: keys that are not known stand behind those that are.
			const again = databaseSchema.parse({...writer.database, revision});
			expect(JSON.stringify(fresh)).toBe(JSON.stringify(again));
		}),
		{numRuns: process.env['SOAK'] ? 2000 : 100},
	);
});

test('an act writes what it alters, and nothing else', () => {
	const tables = new Tables();
	tables.write(allRows(makeDatabase()).records);
	const image = develop(tables.head, tables.look(-1));
	const {database} = image;
	const paths = (after: Database) =>
		difference(image, after).records.map(({collection, id}) => `${collection}/${id}`);
	const [first, ...rest] = database.projects;
	expect(paths({...database, projects: [{...first, title: 'x'} as never, ...rest]})).toEqual([
		'projects/P1-01',
	]);
	expect(paths({...database, counters: {...database.counters, A: 2}})).toEqual(['/counters']);
	expect(paths({...database, projects: rest})).toEqual(['projects/P1-01']);
	expect(paths({...database})).toEqual([]);
});
