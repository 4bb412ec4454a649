// What minutes tell of each thing that can be altered on the strategy's side, and what times and counts are called.
import {expect, test} from 'vitest';
import {fieldChange} from '../../source/domain/queries/minutes/minuted-fields.ts';
import {nameOfTime} from '../../source/domain/queries/minutes/times.ts';
import {sayCounts} from '../../source/domain/queries/strategy/progress-words.ts';
import {type Bare} from '../../source/domain/log/patch.ts';
import {typeAt} from '../../source/domain/records/types.ts';
import type {Database, Effect} from '../../source/domain/schema/index.ts';
import {makeDatabase} from '../helpers/database.ts';
import charity from '../../data/riverside-charity.json' with {type: 'json'};

const database = charity as unknown as Database;

/** Every record of a kind that the strategy's side has, with its path: the first of each in which a field is filled. */
function* recordsIn(path: string, record: Bare): Generator<[path: string, record: Bare]> {
	yield [path, record];
	for (const [field, value] of Object.entries(record)) {
		if (!Array.isArray(value) || typeAt(`${path}/${field}`) === undefined) continue;
		for (const part of value as Bare[])
			yield* recordsIn(`${path}/${field}/${String(part['id'])}`, part);
	}
}

const told = (effect: {record: string; field?: string; from?: unknown; to?: unknown}): string => {
	const change = fieldChange(database, effect as Effect, database.revision);
	if (!change) return 'nothing';
	const {what, from, to, how} = change;
	return [
		what,
		from !== undefined && `from ${from}`,
		to !== undefined && `to ${to}`,
		how && `(${how})`,
	]
		.filter(Boolean)
		.join(' | ');
};

test('each field of each record is told once it is there, once it is gone, and when its order changes', async () => {
	const seen = new Set<string>();
	const lines: string[] = [];
	const roots = (['strategies', 'projects'] as const).flatMap((collection) =>
		database[collection].map((record): [string, Bare] => [
			`${collection}/${record.id}`,
			record as Bare,
		]),
	);
	for (const [root, whole] of roots) {
		for (const [path, record] of recordsIn(root, whole)) {
			const type = typeAt(path) ?? '';
			if (!seen.has(type)) {
				seen.add(type);
				lines.push(
					`# ${type}`,
					`comes: ${told({record: path, to: record})}`,
					`goes: ${told({record: path, from: record})}`,
				);
			}
			for (const [field, value] of Object.entries(record)) {
				if (field === 'id' || seen.has(`${type}.${field}`)) continue;
				seen.add(`${type}.${field}`);
				lines.push(
					`${type}.${field} comes: ${told({record: path, field, to: value})}`,
					`${type}.${field} goes: ${told({record: path, field, from: value})}`,
					...(Array.isArray(value) && value.length > 1
						? [
								`${type}.${field} in another order: ${told({record: path, field, from: value.map((one: Bare) => one['id'] ?? one), to: value.map((one: Bare) => one['id'] ?? one).toReversed()})}`,
							]
						: []),
				);
			}
		}
	}
	await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('golden/told-changes.txt');
});

test.each<[string | undefined, Parameters<typeof nameOfTime>[1]['field'], string]>([
	[undefined, 'openedAt', 'when M-2 November meeting was opened'],
	[undefined, 'closedAt', 'when M-2 November meeting was closed'],
	['decisions/D-1', 'at', 'when decision D-1 Digital Strategy was taken'],
	['agenda/I-3', 'startedAt', 'when item 2 Modernisation was taken up'],
	['agenda/I-3', 'endedAt', 'when item 2 Modernisation ended'],
	['movements/MV-9', 'at', 'when somebody came or went (movements/MV-9)'],
	['pauses/PA-1', 'from', 'when M-2 November meeting was adjourned'],
	['pauses/PA-1', 'to', 'when M-2 November meeting was resumed'],
	['readmissions/RM-1', 'at', 'when the public came back'],
])('the time of %s, %s, is called “%s”', (of, field, name) => {
	expect(nameOfTime(makeDatabase(), {meeting: 'M-2', of, field})).toBe(name);
});

const none = {
	better: 0,
	worse: 0,
	reached: 0,
	slipped: 0,
	asked: 0,
	late: 0,
	risksUp: 0,
	overdueRisks: 0,
	overdueActions: 0,
	stale: 0,
};

test('counts are told in their order, those of which there are any', () => {
	expect(sayCounts(none)).toBe('nothing has changed');
	expect(sayCounts({...none, risksUp: 1})).toBe('1 risk up');
	expect(
		sayCounts({
			better: 1,
			worse: 2,
			reached: 3,
			slipped: 4,
			asked: 5,
			late: 6,
			risksUp: 7,
			overdueRisks: 8,
			overdueActions: 9,
			stale: 10,
		}),
	).toBe(
		'1 better, 2 worse, 3 reached, 4 slipped, 5 asked to move, 6 late, 7 risks up, 8 overdue for review, 9 of the actions overdue, 10 not updated',
	);
});
