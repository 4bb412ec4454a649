import {show, visible} from '../show.ts';

/** Keys and indexes from the top of a JSON text. */
export type Path = (string | number)[];

/** Something wrong with a JSON text, whatever it means. `offset` is in UTF-16 units. */
export type Flaw = {offset: number; path: Path; message: string};

/** Where to look: the scanner fills in the offsets of the values and names that somebody asks for. */
export type Spot = {value?: number; name?: number; next: Map<string | number, Spot>};

/** How deep lists and objects may lie in each other. The log quotes records, so it may go deeper. */
export const depthLimit = (topLevelKey: string | number | undefined): number =>
	topLevelKey === 'log' ? 200 : 100;

/** Whether a number survives being read and written again. */
export const isExact = (value: number): boolean =>
	Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);

type Frame = {key: string | number; names: Set<string> | undefined; spot: Spot | undefined};
type Expected = 'value' | 'value or ]' | 'name' | 'name or }' | 'colon' | 'next' | 'end';

const inWords: Record<Expected, string> = {
	value: 'a value',
	'value or ]': 'a value or ]',
	name: 'a name in double quotes',
	'name or }': 'a name in double quotes or }',
	colon: 'a colon',
	next: 'a comma or the closing bracket',
	end: 'the end of the file',
};

/** A number or one of JSON's three words, at `lastIndex`. */
const token = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y;

/**
 * Reads a JSON text for what JSON.parse does not tell: where exactly the text stops being JSON and
 * what was expected there, names that occur twice in an object, values that would not survive being
 * saved, and where each value stands. It needs no stack however deep the text is nested, and takes
 * time in proportion to its length.
 */
export class Scanner {
	readonly flaws: Flaw[] = [];
	/** Whether the text was read to its end; otherwise the last flaw is the reason why not. */
	complete = false;
	readonly #text: string;
	readonly #wanted: Spot;
	readonly #stack: Frame[] = [];
	#at = 0;

	constructor(text: string, wanted: Spot = {next: new Map()}) {
		this.#text = text;
		this.#wanted = wanted;
	}

	scan(): this {
		let expected: Expected | undefined = 'value';
		while (expected !== undefined) {
			this.#skipSpace();
			if (expected === 'end' && this.#at === this.#text.length) {
				this.complete = true;
				break;
			}
			expected = this.#step(expected);
		}
		return this;
	}

	/** Takes one token; returns what must follow it, or undefined when the text cannot be read on. */
	#step(expected: Expected): Expected | undefined {
		const character = this.#text[this.#at];
		switch (expected) {
			case 'value or ]':
				return character === ']' ? this.#close() : this.#value(expected);
			case 'value':
				return this.#value(expected);
			case 'name or }':
				return character === '}' ? this.#close() : this.#name(expected);
			case 'name':
				return this.#name(expected);
			case 'colon':
				if (character !== ':') return this.#unexpected(expected);
				this.#at++;
				return 'value';
			case 'next':
				return this.#next(character);
			case 'end':
				return this.#unexpected(expected);
		}
	}

	#value(expected: Expected): Expected | undefined {
		const frame = this.#stack.at(-1);
		const spot = frame ? frame.spot?.next.get(frame.key) : this.#wanted;
		if (spot) spot.value = this.#at;
		const character = this.#text[this.#at];
		if (character === '{' || character === '[') return this.#open(character, spot);
		if (character === '"') return this.#string() === undefined ? undefined : this.#after();
		const start = this.#at;
		token.lastIndex = start;
		const [found] = token.exec(this.#text) ?? [];
		if (found === undefined) return this.#unexpected(expected);
		this.#at += found.length;
		if (!isExact(Number(found)) && /\d/.test(found)) {
			const most = Number.MAX_SAFE_INTEGER;
			this.#note(
				start,
				`${found.slice(0, 60)} is too large to be kept exactly; expected at most ${most}`,
			);
		}
		return this.#after();
	}

	#open(bracket: '{' | '[', spot: Spot | undefined): Expected | undefined {
		const isObject = bracket === '{';
		const limit = depthLimit(this.#stack[0]?.key);
		if (this.#stack.length >= limit) {
			this.#note(this.#at, `lists and objects lie more than ${limit} deep in each other`);
			return undefined;
		}
		this.#stack.push({key: isObject ? '' : 0, names: isObject ? new Set() : undefined, spot});
		this.#at++;
		return isObject ? 'name or }' : 'value or ]';
	}

	#name(expected: Expected): Expected | undefined {
		if (this.#text[this.#at] !== '"') return this.#unexpected(expected);
		const start = this.#at;
		const name = this.#string();
		const frame = this.#stack.at(-1);
		if (name === undefined || !frame) return undefined;
		frame.key = name;
		const spot = frame.spot?.next.get(name);
		if (spot) spot.name = start;
		if (frame.names?.has(name)) {
			this.#note(start, `the name ${show(name)} occurs twice in this object; expected each once`);
		}
		if (name === '__proto__') this.#note(start, 'the name “__proto__” is not allowed');
		frame.names?.add(name);
		return 'colon';
	}

	#next(character: string | undefined): Expected | undefined {
		const frame = this.#stack.at(-1);
		if (character === (frame?.names ? '}' : ']')) return this.#close();
		if (character !== ',' || !frame) return this.#unexpected('next');
		this.#at++;
		if (frame.names) return 'name';
		frame.key = Number(frame.key) + 1;
		return 'value';
	}

	#close(): Expected {
		this.#stack.pop();
		this.#at++;
		return this.#after();
	}

	#after(): Expected {
		return this.#stack.length === 0 ? 'end' : 'next';
	}

	/** Reads a text in quotes; returns it decoded, or undefined when it is not well formed. */
	#string(): string | undefined {
		const start = this.#at;
		let escaped = false;
		for (let at = start + 1; at < this.#text.length; at++) {
			const code = this.#text.charCodeAt(at);
			if (code === 0x22) {
				this.#at = at + 1;
				const raw = this.#text.slice(start + 1, at);
				const text = escaped ? (JSON.parse(`"${raw}"`) as string) : raw;
				if (!text.isWellFormed()) {
					this.#note(start, 'holds half of a Unicode character (a lone surrogate)');
				}
				return text;
			}
			if (code < 0x20) return this.#badCharacter(at, code);
			if (code !== 0x5c) continue;
			escaped = true;
			const [escape] =
				/^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(this.#text.slice(at, at + 6)) ?? [];
			if (escape === undefined) return this.#badEscape(at);
			at += escape.length - 1;
		}
		this.#notJson(start, 'found a text without its closing double quote');
		return undefined;
	}

	#badCharacter(at: number, code: number): undefined {
		const found =
			code === 0x0a || code === 0x0d
				? 'a line break'
				: code === 0x09
					? 'a tab'
					: 'a control character';
		const written = {9: '\\t', 10: '\\n', 13: '\\r'}[code] ?? visible(String.fromCharCode(code));
		this.#notJson(
			at,
			`found ${found} inside a text, expected ${written} (or is a double quote missing?)`,
		);
	}

	#badEscape(at: number): undefined {
		const found = visible(this.#text.slice(at, at + 2));
		this.#notJson(at, `found ${found} inside a text; a backslash itself is written \\\\`);
	}

	#unexpected(expected: Expected): undefined {
		const rest = this.#text.slice(this.#at, this.#at + 20);
		const [word] = /^[\w.+-]+/.exec(rest) ?? [];
		const found =
			rest === ''
				? 'the end of the file'
				: (word ?? visible(String.fromCodePoint(rest.codePointAt(0) ?? 0)));
		this.#notJson(
			this.#at,
			`found ${found}, expected ${inWords[expected]}${this.#hint(expected, rest)}`,
		);
	}

	#hint(expected: Expected, rest: string): string {
		if (/^[\]}]/.test(rest) && (expected === 'name' || expected === 'value')) {
			return ' (is there a comma too many before it?)';
		}
		if (expected === 'next' && /^["{[\w-]/.test(rest)) return ' (is a comma missing before it?)';
		if (/^['‘’“”]/.test(rest)) return ' (texts stand in straight double quotes)';
		return /^\/[/*]/.test(rest) ? ' (JSON has no comments)' : '';
	}

	#notJson(offset: number, message: string): void {
		this.#note(offset, `this is not JSON: ${message}`);
	}

	#note(offset: number, message: string): void {
		this.flaws.push({offset, path: this.#stack.map(({key}) => key), message});
	}

	#skipSpace(): void {
		for (; this.#at < this.#text.length; this.#at++) {
			const code = this.#text.charCodeAt(this.#at);
			if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
		}
	}
}
