import * as fc from 'fast-check';
import {expect, test, vi} from 'vitest';
import type {Database} from '../../source/domain/schema/index.ts';
import {formatDatabase} from '../../source/store/file/format.ts';
import {parseDatabase} from '../../source/store/file/parse.ts';
import {validate} from '../../source/store/file/reuse.ts';
import {Scanner} from '../../source/store/file/scan.ts';
import {after, makeDatabase} from '../helpers/database.ts';
import {counts} from '../helpers/figures.ts';

vi.setConfig({testTimeout: 60_000});

const numRuns = counts(200, 5000);

const database = after(makeDatabase(), {kind: 'project/update', id: 'P1-01', note: 'x'});
const good = formatDatabase(database);
const bytes = Buffer.from(good);

const place = fc.nat({max: good.length - 1});

/** Bits of JSON, and what people and editors leave in it. */
const scrap = fc.oneof(
	fc.constantFrom(
		',',
		':',
		'{',
		'}',
		'[',
		']',
		'"',
		'\\',
		'\n',
		"'",
		'//',
		'null',
		'1e999',
		'-',
		'\u0000',
		'\u009b',
	),
	fc.constantFrom(
		'"id": "P1-01",',
		'"status": "x",',
		'"__proto__": {},',
		'"\\ud800"',
		'<<<<<<< HEAD',
	),
	fc.integer({min: 1, max: 5000}).map((depth) => '['.repeat(depth)),
	fc.integer({min: 1, max: 5000}).map((depth) => '{"a":'.repeat(depth)),
	fc.string({unit: 'binary', maxLength: 20}),
	fc.json(),
);

/** A database that somebody has been at. */
const mangled: fc.Arbitrary<string | Uint8Array> = fc.oneof(
	place.map((at) => good.slice(0, at)),
	place.map((at) => good.slice(at)),
	fc.tuple(place, scrap).map(([at, text]) => good.slice(0, at) + text + good.slice(at)),
	fc
		.tuple(place, fc.nat({max: 200}), scrap)
		.map(([at, length, text]) => good.slice(0, at) + text + good.slice(at + length)),
	fc
		.array(fc.tuple(fc.nat({max: bytes.length - 1}), fc.nat({max: 255})), {
			minLength: 1,
			maxLength: 5,
		})
		.map((flips) => {
			const copy = new Uint8Array(bytes);
			for (const [at, byte] of flips) copy[at] = byte;
			return copy;
		}),
	fc.uint8Array({maxLength: 100}),
	fc.string({unit: 'binary'}),
);

const value = fc.oneof(
	fc.jsonValue(),
	fc.constantFrom('', null, 0, -1, 1.5, [], {}, [null], 'x'.repeat(100)),
);

/** The sample with the values at some places replaced by others, so that their types are wrong. */
const retyped = fc
	.array(fc.tuple(fc.nat(), value), {minLength: 1, maxLength: 3})
	.map((replaced) => {
		const copy = structuredClone(database);
		for (const [nth, by] of replaced) {
			const holders: [Record<string, unknown>, string][] = [];
			const visit = (node: unknown): void => {
				if (typeof node !== 'object' || node === null) return;
				for (const key of Object.keys(node)) {
					holders.push([node as Record<string, unknown>, key]);
					visit((node as Record<string, unknown>)[key]);
				}
			};
			visit(copy);
			const [holder, key] = holders[nth % holders.length] ?? [];
			if (holder && key !== undefined) holder[key] = structuredClone(by);
		}
		return copy;
	});

function expectSound(source: string | Uint8Array): void {
	const parsed = parseDatabase(source, 'db.json');
	if (parsed.ok) return;
	expect(parsed.problems.length).toBeGreaterThan(0);
	expect(parsed.problems.length).toBeLessThanOrEqual(100);
	for (const {line, column, message, text} of parsed.problems) {
		expect(line).toBeGreaterThan(0);
		expect(column).toBeGreaterThan(0);
		expect(text).toBe(`db.json:${line}:${column}: ${message}`);
		expect(text).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]{10,2000}$/u);
	}
}

test('whatever a file holds, it is read or refused with sound messages', () => {
	expect.hasAssertions();
	fc.assert(fc.property(mangled, expectSound), {numRuns});
});

test('whatever types a database’s values have, each misfit is told', () => {
	expect.hasAssertions();
	fc.assert(
		fc.property(retyped, (copy) => {
			expectSound(JSON.stringify(copy, undefined, 2));
		}),
		{numRuns},
	);
});

test('the scanner and JSON.parse agree on what JSON is', () => {
	const isJson = (text: string) => {
		try {
			JSON.parse(text);
			return true;
		} catch {
			return false;
		}
	};
	const text = fc.oneof(
		mangled.map((source) => (typeof source === 'string' ? source : Buffer.from(source).toString())),
		fc.json(),
		fc.tuple(fc.json(), scrap, fc.nat()).map(([json, what, at]) => {
			const split = at % (json.length + 1);
			return json.slice(0, split) + what + json.slice(split);
		}),
	);
	fc.assert(
		fc.property(text, (source) => {
			const {complete, flaws} = new Scanner(source).scan();
			if (flaws.at(-1)?.message.includes('deep in each other')) return;
			expect(complete).toBe(isJson(source));
		}),
		{numRuns: numRuns * 4},
	);
});

test('names given twice are found, wherever they are', () => {
	const names = [...good.matchAll(/(?<=^\s+)"\w+": /gm)].map(({index, 0: name}) => ({index, name}));
	fc.assert(
		fc.property(fc.constantFrom(...names), ({index: at, name}) => {
			const parsed = parseDatabase(`${good.slice(0, at)}${name}0, ${good.slice(at)}`, 'x');
			expect(parsed.ok).toBe(false);
			expect(
				!parsed.ok && parsed.problems.some(({message}) => message.includes('occurs twice')),
			).toBe(true);
		}),
		{numRuns: 50},
	);
});

test('a check that builds on what is known has the same result as one that does not', () => {
	fc.assert(
		fc.property(retyped, (copy) => {
			const fresh = validate(copy);
			const shared = validate(copy, database);
			expect(shared).toEqual(fresh);
		}),
		{numRuns},
	);
});

test('what is written is what is read', () => {
	const texts = fc.array(fc.string({unit: 'binary'}), {maxLength: 5});
	const own = fc.dictionary(
		fc.string({unit: 'binary'}).filter((key) => key.isWellFormed() && key !== '__proto__'),
		fc.jsonValue(),
	);
	fc.assert(
		fc.property(texts, own, (notes, extra) => {
			const [project, ...projects] = database.projects;
			const changed = JSON.parse(
				JSON.stringify({
					...database,
					projects: [
						{
							...project,
							updates: notes.map((note, at) => ({id: `U-${at}`, at: '2026-01-01', note})),
						},
						...projects,
					],
					'x-own': extra,
					'x-list': [extra, ...notes],
				}),
			) as Database;
			const text = formatDatabase(changed);
			expect(JSON.parse(text)).toEqual(changed);
			const parsed = parseDatabase(text, 'x');
			// Half characters, huge numbers and __proto__ are refused; all else comes back.
			const result = parsed.ok ? parsed.database : parsed.problems[0]?.message;
			const refusal = expect.stringMatching(
				/half of a Unicode character|too large|__proto__/,
			) as unknown;
			expect(result).toEqual(parsed.ok ? changed : refusal);
		}),
		{numRuns},
	);
});
