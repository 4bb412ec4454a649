// Databases that somebody has been at, by accident or on purpose: each follows from its number.

/** Numbers that look like chance and are the same in every run (mulberry32). */
export class Chance {
	#state: number;

	constructor(seed: number) {
		this.#state = seed;
	}

	/** From 0 up to, and without, a number. */
	below(limit: number): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
	}

	of<Value>(values: readonly Value[]): Value {
		return values[this.below(values.length)] as Value;
	}
}

type Holder = Record<string, unknown>;

/** Every place in a value that holds another, as the object or list and the key in it. */
function placesIn(value: unknown): [Holder, string][] {
	const found: [Holder, string][] = [];
	const visit = (node: unknown): void => {
		if (typeof node !== 'object' || node === null) return;
		for (const key of Object.keys(node)) {
			found.push([node as Holder, key]);
			visit((node as Holder)[key]);
		}
	};
	visit(value);
	return found;
}

type Spoiler = (text: string, chance: Chance) => string | Uint8Array;

type Value = (old: unknown, chance: Chance) => unknown;

/** Alters a few values of a database, all of one kind or of any. */
const altering =
	(kind: 'text' | 'any', times: number, by: Value): Spoiler =>
	(text, chance) => {
		const copy = JSON.parse(text) as unknown;
		const places = placesIn(copy).filter(
			([holder, key]) => kind === 'any' || typeof holder[key] === 'string',
		);
		for (let time = chance.below(times); time >= 0; time--) {
			const [holder, key] = chance.of(places);
			holder[key] = by(holder[key], chance);
		}
		return JSON.stringify(copy, undefined, chance.of([0, 2]));
	};

/** Puts something into the text before a name of an object. */
const beforeName = (text: string, chance: Chance, what: (name: string) => string): string => {
	const names = [...text.matchAll(/"[\w$-]+":/g)];
	const {index, 0: name} = chance.of(names);
	return `${text.slice(0, index)}${what(name)}${text.slice(index)}`;
};

const wrong = [null, true, 0, -1, 1.5, 1e15, '', 'x', [], {}, [null], [[]], {id: 1}, '2026-99-99'];
const dates = ['0000-00-00', '9999-12-31T23:59:59.999Z', '1900-02-29', '-271821-04-20', 'tomorrow'];

const nested = (depth: number, inList: boolean): string =>
	inList
		? `${'['.repeat(depth)}${']'.repeat(depth)}`
		: `${'{"a":'.repeat(depth)}0${'}'.repeat(depth)}`;

const controls = [
	'\u001b[2J\u001b[1;1H',
	'\u001b]0;owned\u0007',
	'\u001b]52;c;b3duZWQ=\u001b\\',
	'\u001b]8;;http://owned\u001b\\',
	'\u001bc',
	'\u001b[6n',
	'\u009b5m',
	'\u009d0;x\u009c',
	'\u0090q\u009c',
	'\u000e\u0008\u007f\r',
	'\u0000',
	'\n\n\tat main (index.js:1:1)',
];
const directions = [
	'\u202e',
	'\u202d',
	'\u2066',
	'\u2067\u2069',
	'\u200f',
	'\u061c',
	'\u200b',
	'\ufeff',
	'\u2028',
	'\u{e0041}',
	'\ufff9',
];
/** Alters what acts of the log did, which an older or newer program may have written in any shape. */
const alteringLog =
	(by: Value): Spoiler =>
	(text, chance) => {
		const copy = JSON.parse(text) as {log: {changes?: unknown; effects?: unknown}[]};
		const places = copy.log.flatMap(({changes, effects}) => [
			...placesIn(changes),
			...placesIn(effects),
		]);
		for (let time = chance.below(20); time >= 0 && places.length > 0; time--) {
			const [holder, key] = chance.of(places);
			holder[key] = by(holder[key], chance);
		}
		return JSON.stringify(copy);
	};

const inherited = [
	'__proto__',
	'constructor',
	'prototype',
	'toString',
	'hasOwnProperty',
	'valueOf',
	'then',
	'length',
	'0',
];

const withTexts = (texts: readonly string[]): Spoiler =>
	altering('text', 12, (old, chance) => {
		const at = chance.below(String(old).length + 1);
		return chance.of([
			`${String(old).slice(0, at)}${chance.of(texts)}${String(old).slice(at)}`,
			chance.of(texts).repeat(1 + chance.below(40)),
		]);
	});

/** Renames an id, or a key, wherever it occurs. */
const renaming =
	(texts: readonly string[]): Spoiler =>
	(text, chance) => {
		const words = [...new Set(text.match(/"[\w-]{2,30}"/g))];
		return text.replaceAll(chance.of(words), JSON.stringify(chance.of(texts)));
	};

const either =
	(...spoilers: Spoiler[]): Spoiler =>
	(text, chance) =>
		chance.of(spoilers)(text, chance);

const toBytes = (source: string | Uint8Array): Uint8Array =>
	typeof source === 'string' ? Buffer.from(source) : source;

/** The ways to spoil a database, by what is done to it. */
export const spoilers: Record<string, Spoiler> = {
	truncated: (text, chance) => {
		const bytes = Buffer.from(text);
		return bytes.subarray(0, chance.below(bytes.length));
	},
	'of wrong types': altering('any', 3, (_old, chance) =>
		structuredClone(chance.of([...wrong, ...dates])),
	),
	'whose log has wrong types': alteringLog((_old, chance) =>
		structuredClone(chance.of([...wrong, ...dates])),
	),
	'with huge values': altering('any', 1, (old, chance) => {
		if (Array.isArray(old) && old.length > 0)
			return Array.from({length: 3000}, () => old[0] as unknown);
		if (typeof old === 'number')
			return chance.of([2 ** 53 - 1, -(2 ** 53) + 1, 1e308, 5e-324, 2 ** 31]);
		return chance.of(['x', 'x ', '会', '👩‍👩‍👧', 'e\u0301\u0308', '\n']).repeat(10 ** chance.below(6));
	}),
	'nested deeply': (text, chance) => {
		const depth = chance.of([20, 90, 99, 101, 250, 5000, 200_000]);
		const inner = nested(depth, chance.below(2) === 0);
		return chance.below(2) === 0
			? beforeName(text, chance, () => `"x-own": ${inner}, `)
			: text.replace(
					chance.of([/"title": "[^"]*"/, /"note": "[^"]*"/, /"name": "[^"]*"/]),
					(found) => `${found.split(':')[0]}: ${inner}`,
				);
	},
	'with names given twice': (text, chance) =>
		beforeName(
			text,
			chance,
			(name) => `${name} ${chance.of(['0', 'null', '"other"', '[]', '{}'])}, `,
		),
	'with names that every object has': either(
		(text, chance) =>
			beforeName(
				text,
				chance,
				() => `"${chance.of(inherited)}": ${chance.of(['0', '{}', '{"status": "x"}', '[]'])}, `,
			),
		renaming(inherited),
		withTexts(inherited),
	),
	'of invalid UTF-8': (text, chance) => {
		const bytes = new Uint8Array(Buffer.from(text));
		for (let flips = chance.below(5); flips >= 0; flips--) {
			bytes[chance.below(bytes.length)] = chance.of([
				0x80,
				0xc0,
				0xc3,
				0xed,
				0xf5,
				0xfe,
				0xff,
				chance.below(256),
			]);
		}
		return bytes;
	},
	'with half characters': (text, chance) =>
		text.replace(/[a-z]{3}/, chance.of(['\\ud800', '\\udc00', '\\ud83d\\ud83d'])),
	'with escape sequences': either(withTexts(controls), withTexts(controls), renaming(controls)),
	'with controls of the writing direction': either(withTexts(directions), renaming(directions)),
	'edited badly': (text, chance) => {
		const at = chance.below(text.length);
		const what = chance.of([
			'<<<<<<< HEAD\n',
			',',
			'}',
			'"',
			'\\',
			'\u0000',
			'\u001b[2J',
			'//',
			'[',
			'\ufeff',
			'NaN',
		]);
		return `${text.slice(0, at)}${what}${text.slice(at + chance.below(3))}`;
	},
};

/** The nth spoiled database: what was done to it, and its bytes. */
export function spoiled(
	number: number,
	samples: readonly string[],
): {how: string; bytes: Uint8Array} {
	const names = Object.keys(spoilers);
	const how = names[number % names.length] ?? '';
	const chance = new Chance(number);
	return {how, bytes: toBytes(spoilers[how]?.(chance.of(samples), chance) ?? '')};
}
