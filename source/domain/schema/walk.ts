import type {Database} from './database.ts';
import {type Refinement, refinements} from './refinements.ts';
import {shape as drawn} from './shape.ts';

/** A part of the table: parts within it are told by their numbers in the list of all. */
export type Node =
	| {is: 'text'; refined?: Refinement[]; patterns?: string[]}
	| {is: 'number'; whole?: true; least?: number; above?: number; most?: number}
	| {is: 'boolean'}
	| {is: 'one'; of: (string | number | boolean | null)[]}
	| {is: 'json'}
	| {is: 'any'; of: number[]}
	| {is: 'list'; of: number; least?: number; most?: number}
	| {is: 'map'; key: number; of: number}
	/** A name that ends in `?` may be absent. Names that the table does not know are kept, unless it is strict. */
	| {is: 'record'; fields: Record<string, number>; strict?: true};

/** The table: where each schema begins, and its parts. Drawn from zod's schemas by draw.ts. */
export type Shape = {roots: Record<string, number>; nodes: Node[]};

type Test = (value: unknown) => boolean;
type Fields = ReadonlyMap<string, {of: number; rank: number; required: boolean}>;

/**
 * Tells, from a table, whether a value fits, at a fraction of what zod takes to load and to say the same. It only ever
 * says yes or no; no is also its answer to what it is not sure of. Whoever is told no asks zod, which has the sentence.
 */
export class Walker {
	readonly #shape: Shape;
	readonly #tests: Test[] = [];
	readonly #fields: Fields[] = [];
	/** How many records were looked at whose names stood in another order than the schema's, and what holds such. */
	#turned = 0;
	readonly #holding = new Set<unknown>();

	constructor(shape: Shape) {
		this.#shape = shape;
	}

	/** Whether a value fits the schema of that name. */
	fits(value: unknown, root = 'database'): boolean {
		return this.fitsPart(value, this.#shape.roots[root]);
	}

	/** Whether a value fits a part of the table; a part that nobody knows fits nothing. */
	fitsPart(value: unknown, part: number | undefined): boolean {
		try {
			return part !== undefined && this.test(part)(value);
		} finally {
			this.#holding.clear();
		}
	}

	/**
	 * The value as zod would give it back: itself, or where names stood in another order, a copy in which the fields of
	 * records stand in the schema's, before those that it does not know. Undefined where it does not fit.
	 */
	take(value: unknown, root = 'database'): unknown {
		try {
			const start = this.#shape.roots[root];
			if (start === undefined || !this.test(start)(value)) return undefined;
			return this.#arrange(start, value);
		} finally {
			this.#holding.clear();
		}
	}

	/** What holds nothing that stands in another order is left as it is. */
	#arrange(number: number, value: unknown): unknown {
		if (!this.#holding.has(value)) return value;
		const node = this.#shape.nodes[number];
		if (node?.is === 'any') {
			const of = node.of.find((option) => this.test(option)(value));
			return of === undefined ? value : this.#arrange(of, value);
		}
		if (node?.is === 'list') return (value as unknown[]).map((one) => this.#arrange(node.of, one));
		if (node?.is === 'map') {
			const entries = Object.entries(value as object);
			return Object.fromEntries(entries.map(([name, one]) => [name, this.#arrange(node.of, one)]));
		}
		if (node?.is !== 'record') return value;
		const given = value as Record<string, unknown>;
		const fields = this.fieldsOf(number);
		const known = [...fields].filter(([name]) => Object.hasOwn(given, name));
		return Object.fromEntries([
			...known.map(([name, {of}]) => [name, this.#arrange(of, given[name])] as const),
			...Object.entries(given).filter(([name]) => !fields.has(name)),
		]);
	}

	/** The test of a part, made when it is first wanted. */
	test(number: number): Test {
		const made = this.#tests[number];
		if (made) return made;
		const node = this.#shape.nodes[number];
		if (!node) return () => false;
		// There before it is made, in case that it lies within itself.
		const test = this.#make(node, number);
		this.#tests[number] = test;
		return test;
	}

	#make(node: Node, number: number): Test {
		switch (node.is) {
			case 'text':
				return testText(node);
			case 'number':
				return testNumber(node);
			case 'boolean':
				return (value) => typeof value === 'boolean';
			case 'one': {
				const values = new Set<unknown>(node.of);
				return (value) => values.has(value);
			}
			case 'json':
				return isJson;
			case 'any': {
				const tests = node.of.map((of) => this.test(of));
				return (value) => tests.some((test) => test(value));
			}
			case 'list': {
				const {least = 0, most = Infinity} = node;
				const test = this.test(node.of);
				return this.#noting(
					(value) =>
						Array.isArray(value) &&
						value.length >= least &&
						value.length <= most &&
						each(value, test),
				);
			}
			case 'map': {
				const [key, inner] = [this.test(node.key), this.test(node.of)];
				return this.#noting((value) => isObject(value) && eachNamed(value, key, inner));
			}
			case 'record':
				return this.#noting(this.#testRecord(this.fieldsOf(number), node.strict === true));
		}
	}

	/** A test that notes of what it passes whether something in it stands in another order than the schema's. */
	#noting(test: Test): Test {
		return (value) => {
			const before = this.#turned;
			if (!test(value)) return false;
			if (this.#turned !== before) this.#holding.add(value);
			return true;
		};
	}

	/** Mostly the names stand in the schema's order: each is looked for right behind the one before, and only then asked for. */
	#testRecord(fields: Fields, strict: boolean): Test {
		const required = [...fields.values()].filter((field) => field.required).length;
		const names = [...fields.keys()];
		const places = [...fields.values()];
		const tests = places.map(({of}) => this.test(of));
		return (value) => {
			if (!isObject(value)) return false;
			let last = -1;
			let found = 0;
			let isTurned = false;
			for (const name in value) {
				let rank = last + 1;
				while (rank < names.length && names[rank] !== name) rank++;
				if (rank >= names.length) rank = fields.get(name)?.rank ?? Infinity;
				if (rank === Infinity) {
					if (strict || name === '__proto__') return false;
					last = Infinity;
					continue;
				}
				if (!tests[rank]?.(value[name])) return false;
				if (rank < last) isTurned = true;
				last = rank;
				if (places[rank]?.required) found++;
			}
			if (isTurned) this.#turned++;
			return found === required;
		};
	}

	/** The fields of a record's part, in their order. */
	fieldsOf(number: number): Fields {
		const made = this.#fields[number];
		if (made) return made;
		const node = this.#shape.nodes[number];
		const fields = new Map(
			Object.entries(node?.is === 'record' ? node.fields : {}).map(([name, of], rank) => {
				const required = !name.endsWith('?');
				return [required ? name : name.slice(0, -1), {of, rank, required}];
			}),
		);
		this.#fields[number] = fields;
		return fields;
	}
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether all elements pass; unlike `every` it does not pass over holes. */
function each(list: readonly unknown[], test: Test): boolean {
	for (const element of list) if (!test(element)) return false;
	return true;
}

/**
 * Whether all names and values of an object pass. `for … in` is the quickest way through one; what JSON makes inherits
 * nothing that would be met there.
 */
function eachNamed(value: Record<string, unknown>, key: Test, test: Test): boolean {
	for (const name in value) {
		if (name === '__proto__' || !key(name) || !test(value[name])) return false;
	}
	return true;
}

function testText({
	refined = [],
	patterns = [],
}: {
	refined?: Refinement[];
	patterns?: string[];
}): Test {
	const tests = [
		...refined.map((name) => refinements[name]),
		...patterns.map((source) => {
			const pattern = new RegExp(source);
			return (text: string) => pattern.test(text);
		}),
	];
	const [first = () => true, ...rest] = tests;
	if (rest.length === 0) return (value) => typeof value === 'string' && first(value);
	return (value) => typeof value === 'string' && tests.every((test) => test(value));
}

function testNumber(node: {whole?: true; least?: number; above?: number; most?: number}): Test {
	const {whole = false, least = -Infinity, above = -Infinity, most = Infinity} = node;
	return (value) =>
		typeof value === 'number' &&
		(whole ? Number.isSafeInteger(value) : Number.isFinite(value)) &&
		value >= least &&
		value > above &&
		value <= most;
}

function isJson(value: unknown): boolean {
	if (Array.isArray(value)) return each(value, isJson);
	if (isObject(value)) return eachNamed(value, () => true, isJson);
	return (
		value === null ||
		typeof value === 'string' ||
		typeof value === 'boolean' ||
		(typeof value === 'number' && Number.isFinite(value))
	);
}

const walker = new Walker(drawn);

/** Whether a value fits a schema; false also where only zod could tell. */
export const fits = (value: unknown, root?: string): boolean => walker.fits(value, root);

/** Whether a record fits the schema of those at its path (`projects/P1-04`, `rules`); false also where only zod could tell. */
export const fitsAt = (value: unknown, path: string): boolean =>
	walker.fitsPart(value, partAt(path));

/** A value that fits the schema of databases, as zod would give it back; undefined for another. */
export const takeDatabase = (value: unknown): Database | undefined =>
	walker.take(value) as Database | undefined;

/** Where something stands in the database's shape: a part of the table, and whether its elements are meant. */
const {roots, nodes} = drawn;
export const rootPart: number = roots['database'] ?? 0;

/** What a part of the shape is; undefined for one that nobody knows. */
export const nodeOf = (part: number | undefined): Node | undefined =>
	part === undefined ? undefined : nodes[part];

/** The part of a part: the field of that name or, in a list, any element. Undefined for what the schema does not know. */
export function partOf(part: number | undefined, name: string): number | undefined {
	const node = nodeOf(part);
	if (node?.is === 'list') return node.of;
	return part === undefined ? undefined : walker.fieldsOf(part).get(name)?.of;
}

/** The names and parts of a record's fields, in the order in which they are written. */
export const fieldsOf = (part: number | undefined): [name: string, part: number][] =>
	part === undefined ? [] : [...walker.fieldsOf(part)].map(([name, {of}]) => [name, of]);

/** Whether a part is free text: any text of well-formed Unicode, and no more asked of it. */
export function isFreeText(part: number | undefined): boolean {
	const node = nodeOf(part);
	return (
		node?.is === 'text' &&
		node.patterns === undefined &&
		node.refined?.length === 1 &&
		node.refined[0] === 'wellFormed'
	);
}

/**
 * The names of the fields of the record at `path`, in the order in which they are written to the
 * file, so that diffs stay small whoever sets a field first.
 */
export const fieldOrder = (path: string): string[] => fieldsOf(partAt(path)).map(([name]) => name);

/** The part of the shape for what lies at a path. */
const partAt = (path: string): number | undefined =>
	path.split('/').reduce<number | undefined>(partOf, rootPart);
