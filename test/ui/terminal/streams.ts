// What terminals send that is not a key, and what people type: the material of the tests of the keyboard.
import * as fc from 'fast-check';

export const esc = '\u001B';

/** Introducers of string controls: DCS, SOS, OSC, PM, APC; in seven bits and as UTF-8 has the eight. */
const introducers = [`${esc}P`, `${esc}X`, `${esc}]`, `${esc}^`, `${esc}_`, '\u0090', '\u009D'];
const ends = [`${esc}\\`, '\u0007', '\u009C'];

/** Things that terminals say in string controls. */
const said = [
	'>|foot(1.16.2)',
	'>|XTerm(390)',
	'1$r0m',
	'1+r544e=787465726d',
	'11;rgb:1e1e/1e1e/1e1e',
	'10;rgb:ffff/ffff/ffff',
	'4;1;rgb:cdcd/0000/0000',
	'52;c;WWVzIG5vIHkgWQ==',
	'lYes, n, q, X, y',
	'L✓ Über naïve 会議',
	'Gi=31;OK',
	'',
];

/** Reports that are one control sequence. */
const reports = [
	`${esc}[I`,
	`${esc}[O`,
	`${esc}[24;80R`,
	`${esc}[1;1R`,
	`${esc}[?62;22;52c`,
	`${esc}[?1;2c`,
	`${esc}[>0;276;0c`,
	`${esc}[>41;390;0c`,
	`${esc}[?2026;2$y`,
	`${esc}[4;1$y`,
	`${esc}[8;24;80t`,
	`${esc}[0n`,
	`${esc}[?997;1n`,
	`${esc}[?0u`,
	`${esc}[<0;33;12M`,
	`${esc}[<0;33;12m`,
	`${esc}[<65;200;300M`,
	`${esc}[32;40;12M`,
	`${esc}[M !!`,
	`${esc}[M#Ay`,
	`${esc}[M nX`,
	`${esc}[M \u007F!`,
	'\u009B24;80R',
	'\u009B?1;2c',
];

/** One sequence that a terminal sends and that is not a key, as bytes. */
export const sequence = fc
	.oneof(
		fc
			.tuple(fc.constantFrom(...introducers), fc.constantFrom(...said), fc.constantFrom(...ends))
			.map((parts) => parts.join('')),
		fc.constantFrom(...reports),
		// Coordinates behind the 95th column are not UTF-8.
		fc
			.tuple(
				fc.integer({min: 32, max: 99}),
				fc.integer({min: 33, max: 255}),
				fc.integer({min: 33, max: 255}),
			)
			.map((bytes) => Buffer.concat([Buffer.from(`${esc}[M`), Buffer.from(bytes)])),
	)
	.map((bytes) => Buffer.from(bytes as string));

/** Keys as terminals send them. */
export const typed = fc
	.oneof(
		fc.constantFrom(
			...Array.from('abjknpqxyzTXY0128 .:?/é会👍'),
			'\r',
			'\t',
			'\u007F',
			'\u0004',
			'\u000C',
		),
		fc
			.constantFrom('[A', '[B', '[1;5D', 'OP', '[3~', '[Z', '[6~', 'b', '\r')
			.map((end) => esc + end),
	)
	.map((bytes) => Buffer.from(bytes));

export const paste = fc
	.string({unit: fc.constantFrom('a', 'é', '\r', '\n', esc, '[', '2', '0', '1', '~', '會')})
	.filter((text) => !text.includes(`${esc}[201~`))
	.map((text) => Buffer.from(`${esc}[200~${text}${esc}[201~`));

/** Any bytes, mostly such as begin or end something. */
export const noise = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				0x1b,
				0x5b,
				0x4f,
				0x5d,
				0x50,
				0x5c,
				0x07,
				0x4d,
				0x3b,
				0x32,
				0x30,
				0x7e,
				0x9b,
				0x9c,
			),
			fc.integer({min: 0, max: 255}),
		),
		{maxLength: 60},
	)
	.map((bytes) => Buffer.from(bytes));

/** A seeded stream of numbers below one (mulberry32), for counts that fast-check is too slow for. */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
