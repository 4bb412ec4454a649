import {z} from 'zod';
import {instantSchema} from './common.ts';
import {databaseSchema} from './database.ts';
import {fittedSchema} from '../log/fitted-schema.ts';
import {type Refinement, refinements} from './refinements.ts';
import type {Node, Shape} from './walk.ts';

/** The schemas that the walker knows: a database, what a migration says that it found of a seal, and an instant. */
const roots = {database: databaseSchema, fitted: fittedSchema, instant: instantSchema};

/** A part of zod's schema as zod itself keeps it: only what is asked for here. */
type Definition = {
	type: string;
	check?: string;
	coerce?: boolean;
	format?: string;
	pattern?: RegExp;
	fn?: unknown;
	abort?: boolean;
	when?: unknown;
	value?: number;
	inclusive?: boolean;
	maximum?: number;
	minimum?: number;
	length?: number;
	checks?: {_zod: {def: Definition}}[];
	innerType?: z.core.$ZodType;
	element?: z.core.$ZodType;
	shape?: Record<string, z.core.$ZodType>;
	catchall?: z.core.$ZodType;
	options?: z.core.$ZodType[];
	entries?: Record<string, string | number>;
	values?: (string | number | boolean | null)[];
	keyType?: z.core.$ZodType;
	valueType?: z.core.$ZodType;
};

const definitionOf = (schema: z.core.$ZodType): Definition =>
	schema._zod.def as unknown as Definition;

/**
 * The table by which the walker knows a fitting database without zod, drawn from zod's schemas. Parts that are alike are
 * there once. Throws at whatever it does not know: a check that the walker lacked would let something in.
 */
export function drawShape(wanted: Record<string, z.core.$ZodType> = roots): Shape {
	const nodes: Node[] = [];
	const numbers = new Map<string, number>();
	const add = (node: Node): number => {
		const key = JSON.stringify(node);
		const number = numbers.get(key) ?? nodes.push(node) - 1;
		numbers.set(key, number);
		return number;
	};
	const draw = (schema: z.core.$ZodType, where: string): number => {
		const def = definitionOf(schema);
		const unknown = (what: string): never => {
			throw new Error(
				`${where}: the walker has no ${what}; teach it to source/domain/schema/walk.ts`,
			);
		};
		if (def.coerce) unknown('coercion');
		// A format such as a day is a check of its own as well as a schema.
		const checks = [
			...(def.check === undefined ? [] : [def]),
			...(def.checks ?? []).map(({_zod}) => _zod.def),
		];
		for (const {check = '', when} of checks) {
			// zod measures only what has a length.
			if (when !== undefined && !['max_length', 'length_equals'].includes(check)) {
				unknown('check under a condition');
			}
		}
		const only = (...kinds: string[]) => {
			for (const {check = ''} of checks)
				if (!kinds.includes(check)) unknown(`check ${check} on ${def.type}`);
		};
		switch (def.type) {
			case 'string':
				return add({is: 'text', ...drawText(checks, unknown)});
			case 'number':
				return add({is: 'number', ...drawNumber(checks, unknown)});
			case 'boolean':
				only();
				return add({is: 'boolean'});
			case 'enum':
				only();
				return add({is: 'one', of: Object.values(def.entries ?? {})});
			case 'literal':
				only();
				return add({is: 'one', of: def.values ?? []});
			case 'null':
				only();
				return add({is: 'one', of: [null]});
			case 'nullable':
				only();
				return add({
					is: 'any',
					of: [draw(def.innerType as z.core.$ZodType, where), add({is: 'one', of: [null]})],
				});
			case 'union':
				only();
				return add({is: 'any', of: (def.options ?? []).map((option) => draw(option, where))});
			case 'lazy':
				only();
				return isJson(schema) ? add({is: 'json'}) : unknown('lazy schema but that of any JSON');
			case 'array':
				return add({
					is: 'list',
					of: draw(def.element as z.core.$ZodType, `${where}/*`),
					...drawList(checks, unknown),
				});
			case 'record':
				only();
				return add({
					is: 'map',
					key: draw(def.keyType as z.core.$ZodType, `${where}/name`),
					of: draw(def.valueType as z.core.$ZodType, `${where}/*`),
				});
			case 'object':
				only();
				return add({is: 'record', ...drawFields(def, where, draw, unknown)});
			default:
				return unknown(`schema of type ${def.type}`);
		}
	};
	const starts = Object.entries(wanted).map(([name, schema]): [string, number] => [
		name,
		draw(schema, name),
	]);
	return {roots: Object.fromEntries(starts), nodes};
}

type Unknown = (what: string) => never;

function drawText(
	checks: Definition[],
	unknown: Unknown,
): {refined?: Refinement[]; patterns?: string[]} {
	const refined: Refinement[] = [];
	const patterns: string[] = [];
	for (const {check, format, pattern, fn} of checks) {
		if (check === 'custom') {
			const [name] = Object.entries(refinements).find(([, refinement]) => refinement === fn) ?? [];
			refined.push(
				(name as Refinement | undefined) ?? unknown('name for a refinement (refinements.ts)'),
			);
		} else if (
			check === 'string_format' &&
			['regex', 'date', 'datetime', 'uuid'].includes(format ?? '')
		) {
			if (!pattern || pattern.flags !== '') unknown(`pattern with flags ${pattern?.flags}`);
			patterns.push(pattern?.source ?? '');
		} else unknown(`check ${check} ${format ?? ''} on text`);
	}
	return {
		...(refined.length > 0 && {refined}),
		...(patterns.length > 0 && {patterns}),
	};
}

function drawNumber(
	checks: Definition[],
	unknown: Unknown,
): {whole?: true; least?: number; above?: number; most?: number} {
	const drawn: {whole?: true; least?: number; above?: number; most?: number} = {};
	for (const {check, format, value = 0, inclusive} of checks) {
		if (check === 'number_format' && format === 'safeint') drawn.whole = true;
		else if (check === 'greater_than' && inclusive)
			drawn.least = Math.max(value, drawn.least ?? value);
		else if (check === 'greater_than') drawn.above = Math.max(value, drawn.above ?? value);
		else if (check === 'less_than' && inclusive) drawn.most = Math.min(value, drawn.most ?? value);
		else unknown(`check ${check} ${format ?? ''} on a number`);
	}
	return drawn;
}

function drawList(checks: Definition[], unknown: Unknown): {least?: number; most?: number} {
	const drawn: {least?: number; most?: number} = {};
	for (const {check, maximum, length} of checks) {
		if (check === 'max_length' && maximum !== undefined) drawn.most = maximum;
		else if (check === 'length_equals' && length !== undefined)
			Object.assign(drawn, {least: length, most: length});
		else unknown(`check ${check} on a list`);
	}
	return drawn;
}

function drawFields(
	{shape = {}, catchall}: Definition,
	where: string,
	draw: (schema: z.core.$ZodType, where: string) => number,
	unknown: Unknown,
): {fields: Record<string, number>; strict?: true} {
	const rest = catchall && definitionOf(catchall).type;
	// An object that drops what it does not know would give back another value than it was given.
	if (rest !== 'unknown' && rest !== 'never') unknown('object that drops fields');
	const fields = Object.entries(shape).map(([name, schema]): [string, number] => {
		const def = definitionOf(schema);
		if (name.endsWith('?') || name === '__proto__') unknown(`field of the name ${name}`);
		const inner = def.type === 'optional' ? (def.innerType as z.core.$ZodType) : schema;
		return [def.type === 'optional' ? `${name}?` : name, draw(inner, `${where}/${name}`)];
	});
	return {fields: Object.fromEntries(fields), ...(rest === 'never' && {strict: true as const})};
}

/** Whether a lazy schema is zod's own of any JSON value. */
function isJson(schema: z.core.$ZodType): boolean {
	const inner = (schema._zod.def as unknown as {getter: () => z.core.$ZodType}).getter();
	const {type, options = []} = definitionOf(inner);
	const kinds = options.map((option) => definitionOf(option).type).join(' ');
	return type === 'union' && kinds === 'string number boolean null array record';
}
