// The databases of version 1 that lie frozen in v1/: that they still are what the program of their time wrote,
// that its reader reads them, and that between them they hold everything that version can hold.
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {z} from 'zod';
import {v1Schema} from '../../source/domain/migrations/v1/schema/index.ts';

const folder = path.join(import.meta.dirname, 'v1');
const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as unknown;
const databases = readdirSync(folder).filter((name) => name.endsWith('.json'));

/** What a schema describes once "may be absent" and "may be null" are taken away. */
function bare(schema: unknown): unknown {
	return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
		? bare(schema.unwrap())
		: schema;
}

/** The paths of all keys that a schema names: `meetings[].agenda[].about.report`. */
function keysOf(schema: unknown, at = ''): string[] {
	const within = bare(schema);
	if (within instanceof z.ZodArray) return keysOf(within.element, `${at}[]`);
	if (within instanceof z.ZodUnion) {
		return within.options.flatMap((option) => keysOf(option, at));
	}
	if (within instanceof z.ZodRecord) return keysOf(within.valueType, `${at}{}`);
	if (!(within instanceof z.ZodObject)) return [];
	return Object.entries(within.shape).flatMap(([key, value]) => {
		const own = at === '' ? key : `${at}.${key}`;
		return [own, ...keysOf(value, own)];
	});
}

/** The paths of all keys of a value, as `keysOf` writes those of a schema. */
function usedIn(value: unknown, schema: unknown, used: Set<string>, at = ''): void {
	const within = bare(schema);
	if (within instanceof z.ZodUnion) {
		for (const option of within.options) usedIn(value, option, used, at);
		return;
	}
	if (within instanceof z.ZodArray && Array.isArray(value)) {
		for (const element of value) usedIn(element, within.element, used, `${at}[]`);
		return;
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
	for (const [key, content] of Object.entries(value)) {
		if (within instanceof z.ZodRecord) usedIn(content, within.valueType, used, `${at}{}`);
		if (!(within instanceof z.ZodObject) || !Object.hasOwn(within.shape, key)) continue;
		const own = at === '' ? key : `${at}.${key}`;
		used.add(own);
		usedIn(content, within.shape[key], used, own);
	}
}

/** The values of all enums that a schema names, each with its path. */
function choicesOf(schema: unknown, at = ''): string[] {
	const within = bare(schema);
	if (within instanceof z.ZodEnum) return within.options.map((option) => `${at} = ${option}`);
	if (within instanceof z.ZodArray) return choicesOf(within.element, `${at}[]`);
	if (within instanceof z.ZodUnion) {
		return within.options.flatMap((option) => choicesOf(option, at));
	}
	if (within instanceof z.ZodRecord) return choicesOf(within.valueType, `${at}{}`);
	if (!(within instanceof z.ZodObject)) return [];
	return Object.entries(within.shape).flatMap(([key, value]) =>
		choicesOf(value, at === '' ? key : `${at}.${key}`),
	);
}

function chosenIn(value: unknown, at: string, chosen: Set<string>): void {
	if (typeof value === 'string') chosen.add(`${at} = ${value}`);
	if (Array.isArray(value)) {
		for (const element of value) chosenIn(element, `${at}[]`, chosen);
		return;
	}
	if (typeof value !== 'object' || value === null) return;
	for (const [key, content] of Object.entries(value)) {
		chosenIn(content, at === '' ? key : `${at}.${key}`, chosen);
		chosenIn(content, `${at}{}`, chosen);
	}
}

/** The kinds of change of version 1. */
const changeKinds = [
	'strategy/add',
	'strategy/status',
	'strategy/conclude',
	'project/add',
	'project/status',
	'project/update',
	'project/edit',
	'meeting/add',
	'meeting/edit',
	'meeting/publish',
	'meeting/open',
	'meeting/move',
	'meeting/adjourn',
	'meeting/resume',
	'meeting/close',
	'agenda/add',
	'agenda/edit',
	'agenda/preside',
	'agenda/en-bloc',
	'agenda/exempt',
	'agenda/remove',
	'agenda/order',
	'agenda/note',
	'attendance/set',
	'attendance/arrive',
	'attendance/leave',
	'declaration/add',
	'declaration/edit',
	'declaration/remove',
	'decision/record',
	'decision/correct',
	'decision/retract',
	'decision/publish',
	'decision/call-in',
	'decision/release',
	'notice/add',
	'notice/edit',
	'notice/withdraw',
	'minutes/issue',
	'minutes/approve',
	'minutes/sign',
	'minutes/correct',
	'action/add',
	'action/edit',
	'action/status',
	'report/add',
	'report/edit',
	'person/add',
	'board/add',
	'person/edit',
	'board/edit',
	'member/add',
	'member/edit',
	'database/adopt',
	'database/restore',
	'database/recover',
	'database/archive',
	'database/migrate',
	'undo',
	'redact',
];

describe('the frozen databases of version 1', () => {
	// Never mended, never made anew: what they prove is that files written then go on being read.
	test('are byte for byte what was frozen', () => {
		const lines = readFileSync(path.join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
		const frozen = lines.map((line) => line.slice(66));
		const found = readdirSync(folder, {recursive: true, withFileTypes: true})
			.filter((entry) => entry.isFile())
			.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
			.filter((name) => !['README.md', 'SHA256SUMS'].includes(name));
		expect(found.toSorted()).toEqual(frozen.toSorted());
		const digest = (name: string) =>
			createHash('sha256')
				.update(readFileSync(path.join(folder, name)))
				.digest('hex');
		expect(frozen.map((name) => `${digest(name)}  ${name}`)).toEqual(lines);
	});

	test.each(databases)(
		'%s is read by the reader of its time, and nothing in it is lost',
		(name) => {
			const raw = read(name);
			expect(v1Schema.parse(raw)).toEqual(raw);
		},
	);

	test('hold every key that version has', () => {
		const used = new Set<string>();
		for (const name of databases) usedIn(read(name), v1Schema, used);
		expect(keysOf(v1Schema).filter((key) => !used.has(key))).toEqual([]);
	});

	test('hold every choice that version has', () => {
		const chosen = new Set<string>();
		for (const name of databases) chosenIn(read(name), '', chosen);
		// Who may only look never acts.
		const never = 'log[].actor.role = observer';
		expect(choicesOf(v1Schema).filter((choice) => !chosen.has(choice))).toEqual([never]);
	});

	test('hold an act of every kind of change that version has', () => {
		const kinds = new Set<string>();
		for (const name of databases) {
			for (const {changes = []} of v1Schema.parse(read(name)).log) {
				for (const {kind} of changes) kinds.add(kind);
			}
		}
		expect(changeKinds.filter((kind) => !kinds.has(kind))).toEqual([]);
	});
});
