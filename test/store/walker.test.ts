// The walker is held against zod: what it lets in zod would let in, and give back the same.
import {readFileSync} from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {z} from 'zod';
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';
import {drawShape} from '../../source/domain/schema/draw.ts';
import {recordSchema} from '../../source/domain/schema/order.ts';
import {fitsAt, takeDatabase, Walker} from '../../source/domain/schema/walk.ts';
import {fit} from '../../source/store/fit.ts';
import {parseDatabase} from '../../source/store/file/parse.ts';
import {validate} from '../../source/store/validate.ts';
import {makeDatabase} from '../helpers/database.ts';

const runs = process.env['SOAK'] ? 15_000 : 150;

const data = (name: string): unknown =>
	JSON.parse(readFileSync(path.join(import.meta.dirname, '../../data', `${name}.json`), 'utf8'));

const samples = ['riverside-charity', 'lincolnshire-imt', 'lincolnshire-decision'].map(data);

type Holder = Record<string, unknown> | unknown[];
type Spot = {holder: Holder; key: string};

/** Every place in a value, so that a mutation may hit any. */
function spots(value: unknown, found: Spot[] = []): Spot[] {
	if (typeof value !== 'object' || value === null) return found;
	for (const [key, inner] of Object.entries(value)) {
		found.push({holder: value as Holder, key});
		spots(inner, found);
	}
	return found;
}

/** What each refinement refuses, and what it is close to refusing, of any type. */
const wrong: unknown[] = [
	'',
	' ',
	'\ud800',
	'a\udc00b',
	'x'.repeat(100_000),
	'x'.repeat(100_001),
	'__proto__',
	'a/b',
	'é',
	'2026-02-29',
	'2024-02-29',
	'2026-02-30',
	'2026-13-01',
	'2026-1-1',
	'2026',
	'2026-04',
	'2026-00',
	'2026-Q5',
	'2027-H1',
	'2026-11-22T09:30',
	'2026-11-22T24:00',
	'2026-11-22T09:30:00.000Z',
	'2026-11-22T09:30:00+01:00',
	'2026-11-22T09:30Z',
	'Europe/London',
	'Europe/Atlantis',
	'UTC',
	'GMT',
	'en-GB',
	'en-gb',
	'GBP',
	'gbp',
	'A4',
	'letter',
	'open',
	'M-1',
	'7f2c1d9e-5a04-4c1b-9a3e-0d6f1b2c3d4e',
	'7f2c1d9e-5a04-9c1b-9a3e-0d6f1b2c3d4e',
	'a'.repeat(64),
	'b'.repeat(65),
	0,
	-1,
	1,
	1.5,
	5,
	6,
	7,
	8,
	1000,
	1001,
	10_001,
	1e15,
	2 ** 53,
	1e15 + 1,
	-0,
	1e308,
	null,
	true,
	false,
	[],
	{},
	[null],
	[[]],
	{id: 'x'},
	[{id: 'x'}],
	{from: '2026', to: '2026-02-30'},
	['2026-02-30'],
	[1, 2, 8],
	Array.from({length: 101}, () => 'x'),
	Array.from({length: 1001}, () => ({person: 'a'})),
];

type Mutation = {at: number; how: number; by: unknown};
const mutation: fc.Arbitrary<Mutation> = fc.record({
	at: fc.nat(),
	how: fc.nat(8),
	by: fc.oneof(fc.constantFrom(...wrong), fc.jsonValue({maxDepth: 2}), fc.string({unit: 'binary'})),
});

/** Breaks a database at a place: another value, none, one more, twice the same, another name, another order. */
function mutate(root: unknown, {at, how, by}: Mutation): void {
	const all = spots(root);
	const spot = all[at % Math.max(1, all.length)];
	if (!spot) return;
	const {holder, key} = spot;
	if (Array.isArray(holder)) {
		const index = Number(key);
		if (how < 4) holder[index] = by;
		else if (how === 4) holder.splice(index, 1);
		else if (how === 5) holder.push(structuredClone(holder[index]));
		else if (how === 6) holder.splice(index, 0, by);
		else holder.reverse();
		return;
	}
	const value = holder[key];
	if (how < 4) holder[key] = by;
	else if (how === 4) delete holder[key];
	else if (how === 5) holder[`x-${nameFrom(by).slice(0, 9)}`] = by;
	else if (how === 6) {
		delete holder[key];
		holder[key] = value;
	} else if (how === 7) {
		delete holder[key];
		holder[nameFrom(by).slice(0, 70)] = value;
	} else
		Object.defineProperty(holder, '__proto__', {
			value: by,
			enumerable: true,
			configurable: true,
			writable: true,
		});
}

/** A field's name made of any value; not by `String`, for an object may have a `toString` that is none. */
const nameFrom = (value: unknown): string =>
	typeof value === 'string' ? value : JSON.stringify([value]);

/** What the two say of a value. */
function compare(value: unknown): {accepted: boolean; walked: boolean} {
	const {data} = databaseSchema.safeParse(value, {jitless: true});
	const taken = takeDatabase(value);
	// Never more than zod, and never another value than zod gives back.
	if (taken) expect(JSON.stringify(taken)).toBe(JSON.stringify(data));
	return {accepted: data !== undefined, walked: taken !== undefined};
}

test('nothing is let in that zod refuses, and the value is the one that zod gives back', () => {
	let [refused, sent, let_] = [0, 0, 0];
	fc.assert(
		fc.property(
			fc.nat(samples.length),
			fc.array(mutation, {minLength: 1, maxLength: 3}),
			(which, mutations) => {
				const value = structuredClone(samples[which] ?? makeDatabase());
				for (const one of mutations) mutate(value, one);
				const {accepted, walked} = compare(value);
				if (!accepted) refused++;
				else if (walked) let_++;
				else sent++;
				// What is refused is told in zod's sentence, and what zod alone can tell is as zod has it.
				const checked = validate(value);
				expect('database' in checked).toBe(accepted);
				if ('database' in checked) {
					expect(JSON.stringify(checked.database)).toBe(
						JSON.stringify(databaseSchema.parse(value)),
					);
				} else expect(checked.issues.length).toBeGreaterThan(0);
			},
		),
		{numRuns: runs},
	);
	if (process.env['SOAK'])
		process.stdout.write(`${runs}: refused ${refused}, accepted ${let_}, sent to zod ${sent}\n`);
	expect(refused).toBeGreaterThan(runs / 10);
	expect(let_).toBeGreaterThan(runs / 50);
});

/** Every part of the schema with a check of its own, and how it is reached: `meetings/agenda/number`. */
function parts(): [way: string, node: ReturnType<typeof drawShape>['nodes'][number]][] {
	const {nodes, roots} = drawShape();
	const found: [string, (typeof nodes)[number]][] = [];
	const go = (number: number, way: string): void => {
		const node = nodes[number];
		if (!node) return;
		found.push([way, node]);
		if (node.is === 'record') {
			for (const [name, of] of Object.entries(node.fields))
				go(of, `${way}/${name.replace('?', '')}`);
		} else if (node.is === 'list') go(node.of, `${way}/*`);
		else if (node.is === 'map') go(node.of, `${way}/=`);
	};
	go(roots['database'] ?? 0, '');
	return found;
}

const shape = drawShape();
const walker = new Walker(shape);

/** A value that fits a part of the shape, every field of it given. */
function example(number: number): unknown {
	const node = shape.nodes[number];
	switch (node?.is) {
		case 'text': {
			const texts = [
				'x',
				'2026-10-12',
				'2026-11-22T09:30',
				'2026-11-22T09:30:00.000Z',
				'2026',
				'2026-04',
				'en',
				'GBP',
				'Europe/London',
			];
			const more = [
				'7f2c1d9e-5a04-4c1b-9a3e-0d6f1b2c3d4e',
				'a'.repeat(64),
				`SHA256:${'a'.repeat(43)}`,
			];
			return [...texts, ...more].find((text) => walker.test(number)(text));
		}
		case 'number':
			return 1;
		case 'boolean':
			return true;
		case 'one':
			return node.of[0];
		case 'json':
			return {a: [1, null]};
		case 'any':
			return example(node.of[0] ?? 0);
		case 'list':
			return Array.from({length: node.least ?? 1}, () => example(node.of));
		case 'map':
			return {[String(example(node.key))]: example(node.of)};
		case 'record':
			return Object.fromEntries(
				Object.entries(node.fields).map(([name, of]) => [name.replace(/\?$/, ''), example(of)]),
			);
		case undefined:
			return undefined;
	}
}

test('each part of the schema, broken by each value on purpose, is let in only where zod lets it in', () => {
	const whole = example(shape.roots['database'] ?? 0);
	expect(compare(whole)).toEqual({accepted: true, walked: true});
	expect(parts().length).toBeGreaterThan(400);
	// By its own schema each, which zod walks to as the walker does.
	const pairs: [schema: z.core.$ZodType, number: number][] = [];
	const seen = new Set<number>();
	const go = (schema: z.core.$ZodType, number: number): void => {
		const node = shape.nodes[number];
		const def = schema._zod.def as unknown as {
			type: string;
			innerType: z.core.$ZodType;
			element: z.core.$ZodType;
			valueType: z.core.$ZodType;
			shape: Record<string, z.core.$ZodType>;
		};
		if (def.type === 'optional') return go(def.innerType, number);
		if (!node || seen.has(number)) return;
		seen.add(number);
		pairs.push([schema, number]);
		if (node.is === 'record') {
			for (const [name, of] of Object.entries(node.fields))
				go(def.shape[name.replace(/\?$/, '')]!, of);
		} else if (node.is === 'list') go(def.element, node.of);
		else if (node.is === 'map') go(def.valueType, node.of);
	};
	go(databaseSchema, shape.roots['database'] ?? 0);
	expect(pairs.length).toBeGreaterThan(150);
	for (const [schema, number] of pairs) {
		const node = shape.nodes[number];
		const {least = 0, most = 0} = node?.is === 'list' ? node : {};
		const lengths = most === 0 ? [] : [...new Set([0, least - 1, least, most, most + 1])];
		const long = lengths
			.filter((length) => length >= 0)
			.map((length) =>
				Array.from({length}, () => (node?.is === 'list' ? example(node.of) : undefined)),
			);
		for (const value of [...wrong, example(number), undefined, Number.NaN, Infinity, ...long]) {
			const {data, error} = z.safeParse(schema, value, {jitless: true});
			const walked = walker.test(number)(value);
			if (walked && error)
				expect.fail(`let in by the walker alone: ${JSON.stringify([node, value]).slice(0, 300)}`);
			if (walked && !long.includes(value as unknown[])) expect(data).toEqual(value);
			// Texts, numbers and lists it knows as well as zod: only an order of names is zod's alone.
			if (
				node?.is !== 'record' &&
				node?.is !== 'json' &&
				node?.is !== 'any' &&
				!error &&
				value !== undefined
			) {
				const isPlain = !JSON.stringify(value).includes('{');
				if (isPlain) expect(walked).toBe(true);
			}
		}
	}
});

describe('what the walker cannot check is refused when the table is drawn', () => {
	test.each<[string, z.core.$ZodType]>([
		['a refinement without a name', z.string().refine((text) => text !== 'x')],
		['a refinement of a record', z.looseObject({a: z.string()}).refine(() => true)],
		['a form that zod checks by more than a pattern', z.url()],
		['a length of text', z.string().max(3)],
		['a step of numbers', z.number().multipleOf(2)],
		['a whole number of 32 bits', z.int32()],
		['a pattern with flags', z.string().regex(/x/i)],
		['a value that is altered', z.string().transform((text) => text.trim())],
		['a text that is trimmed', z.string().trim()],
		['what stands in for nothing', z.string().default('x')],
		['what catches anything', z.string().catch('x')],
		['an object that drops what it does not know', z.object({a: z.string()})],
		['a pair', z.tuple([z.string()])],
		['anything', z.looseObject({a: z.any()})],
		['a lazy schema', z.lazy(() => z.string())],
		['a date', z.date()],
	])('%s', (_what, schema) => {
		expect(() => drawShape({root: z.looseObject({field: schema})})).toThrow(/^root\/field/);
	});
});

test('names in another order than the schema’s are put in it, as zod does', () => {
	const turn = (value: unknown): unknown =>
		Array.isArray(value)
			? value.map(turn)
			: typeof value === 'object' && value !== null
				? Object.fromEntries(
						Object.entries(value)
							.toReversed()
							.map(([name, one]) => [name, turn(one)]),
					)
				: value;
	for (const sample of [...samples, makeDatabase()]) {
		const turned = turn({...(sample as Database), 'x-own': {b: 1, a: 2}});
		expect(JSON.stringify(fit(turned))).toBe(JSON.stringify(databaseSchema.parse(turned)));
	}
});

test('only what holds names in another order is made anew', () => {
	const sample = structuredClone(samples[0]) as Database;
	const [first, second, ...others] = sample.projects;
	if (!first || !second) throw new Error('the sample has fewer than two projects');
	const {id, ...rest} = second;
	const raw = {...sample, projects: [first, {...rest, id}, ...others]};
	const taken = fit(raw);
	expect(Object.keys(taken?.projects[1] ?? {})[0]).toBe('id');
	expect(taken?.projects[0]).toBe(first);
	expect(taken?.projects[1]?.updates).toBe(second.updates);
	expect(taken?.meetings).toBe(sample.meetings);
	expect(fit(sample)).toBe(sample);
});

test('a list that has grown too long beside what is known is refused all the same', () => {
	const database = makeDatabase();
	const [request] = [
		{
			id: 'R-0',
			project: 'P1-01',
			field: 'due',
			reason: 'x',
			askedBy: 'x',
			askedOn: '2026-01-01',
			fate: 'asked',
		},
	];
	const many = (length: number) =>
		({
			...database,
			requests: Array.from({length}, (_, at) => ({...request, id: `R-${at}`})),
		}) as Database;
	expect(fit(many(10_000), many(9999))).toBeDefined();
	expect(fit(many(10_001), many(10_000))).toBeUndefined();
	const parsed = parseDatabase(JSON.stringify(many(10_001)), 'x', many(10_000));
	expect(!parsed.ok && parsed.problems[0]?.text).toMatch(
		/requests is a list; expected at most 10000/,
	);
});

test('a record that an act touched is let in only where zod lets it in, each by its own schema', () => {
	let [refused, passed] = [0, 0];
	fc.assert(
		fc.property(fc.nat(samples.length), fc.nat(), mutation, (which, at, one) => {
			const database = structuredClone(samples[which] ?? makeDatabase()) as Record<string, unknown>;
			const paths = Object.entries(database).flatMap(([name, value]) =>
				Array.isArray(value) && name !== 'log'
					? value.map(({id}: {id: string}, index) => [`${name}/${id}`, value[index] as unknown])
					: typeof value === 'object'
						? [[name, value]]
						: [],
			);
			const [path, record] = paths[at % paths.length] as [string, unknown];
			expect(fitsAt(record, path)).toBe(true);
			mutate(record, one);
			const isSound = recordSchema(path)?.safeParse(record, {jitless: true}).success;
			if (fitsAt(record, path)) expect(isSound).toBe(true);
			if (isSound) passed++;
			else refused++;
		}),
		{numRuns: runs},
	);
	expect(refused).toBeGreaterThan(runs / 10);
	expect(passed).toBeGreaterThan(runs / 50);
	expect(fitsAt({}, 'nothing/of/that/name')).toBe(false);
});
