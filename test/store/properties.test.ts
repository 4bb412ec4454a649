import * as fc from 'fast-check';
import {expect, test, vi} from 'vitest';
import type {Database} from '../../source/domain/schema/index.ts';
import {formatDatabase} from '../../source/store/format.ts';
import {parseDatabase} from '../../source/store/file/parse.ts';
import {validate} from '../../source/store/validate.ts';
import {Scanner} from '../../source/store/file/scan.ts';
import {counts} from '../helpers/figures.ts';
import {database, good, mangled, retyped, scrap} from './mangled.ts';

vi.setConfig({testTimeout: 60_000});

const numRuns = counts(200, 5000);

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
