// Databases that people, editors and disks have been at.
import * as fc from 'fast-check';
import {formatDatabase} from '../../source/store/format.ts';
import {after, makeDatabase} from '../helpers/database.ts';

/** A small council after one act. */
export const database = after(makeDatabase(), {kind: 'project/update', id: 'P1-01', note: 'x'});
/** Its file. */
export const good = formatDatabase(database);
const bytes = Buffer.from(good);

const place = fc.nat({max: good.length - 1});

/** Bits of JSON, and what people and editors leave in it. */
export const scrap = fc.oneof(
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
export const mangled: fc.Arbitrary<string | Uint8Array> = fc.oneof(
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
export const retyped = fc
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
