// A database of version 1 brought forward: what was told is still told, what the log states is taken from it, and
// nothing is made up.
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {assert, integer, nat, property} from 'fast-check';
import {describe, expect, test} from 'vitest';
import {bringForward, type Raw} from '../../../source/domain/migrations/index.ts';
import {v1Schema} from '../../../source/domain/migrations/v1/schema/index.ts';
import {checkRecords} from '../../../source/domain/queries/check.ts';
import {
	collections,
	type Database,
	databaseSchema,
	type Meeting,
} from '../../../source/domain/schema/index.ts';

const folder = path.join(import.meta.dirname, '../../data/v1');
const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Raw;
const names = readdirSync(folder).filter(
	(name) => name.endsWith('.json') && read(name)['schemaVersion'] === 1,
);

/** The database that the migration makes of a version 1 one, read by today's schema. */
function forward(raw: Raw): Database {
	const made = bringForward(raw);
	if ('problem' in made) throw new Error(made.problem);
	return databaseSchema.parse(made.database);
}

const meetingIn = (database: Database, id: string): Meeting => {
	const found = database.meetings.find((meeting) => meeting.id === id);
	if (!found) throw new Error(`no meeting ${id}`);
	return found;
};

/** Every text, number and mark in a value, however deep. */
const leaves = (value: unknown): string[] =>
	typeof value === 'object' && value !== null
		? Object.values(value).flatMap(leaves)
		: [JSON.stringify(value)];

/** What a record told before and no longer tells. */
function lost(before: unknown, after: unknown): string[] {
	const left = leaves(after);
	return leaves(before).filter((leaf) => {
		const at = left.indexOf(leaf);
		if (at !== -1) left.splice(at, 1);
		return at === -1;
	});
}

type Bare = {id: string} & Record<string, unknown>;

/** What is lost of the records of a whole database; that somebody sent apologies is told by their being listed. */
const lostOf = (before: Raw, after: Database): string[] =>
	collections.flatMap((collection) =>
		((before[collection] ?? []) as Bare[]).flatMap((record) => {
			const now = (after[collection] as Bare[]).find(({id}) => id === record.id);
			return lost(record, now)
				.filter((leaf) => !(collection === 'meetings' && leaf === '"apologies"'))
				.map((leaf) => `${collection}/${record.id}: ${leaf}`);
		}),
	);

describe('what was written by 0.1.0', () => {
	test.each(names)('%s tells what it told', (name) => {
		const before = read(name);
		const after = forward(before);
		expect(lostOf(before, after)).toEqual([]);
		expect(after.log).toEqual(before['log']);
		expect(after.requests).toEqual([]);
	});

	test.each(names)('%s has nothing wrong with its records', (name) => {
		expect(checkRecords(forward(read(name)))).toEqual([]);
	});
});

describe('what the log states', () => {
	test('breaks of a meeting', () => {
		expect(meetingIn(forward(read('issued.json')), 'M-3').pauses).toEqual([
			{id: 'PA-1', from: '2026-11-22T14:20:00.000Z', to: '2026-11-22T14:40:00.000Z'},
		]);
		expect(meetingIn(forward(read('every.json')), 'M-2').pauses).toEqual([
			{id: 'PA-1', from: '2026-11-22T09:50:00.000Z'},
		]);
		expect(forward(read('issued.json')).counters['PA']).toBe(1);
	});

	test('apologies, also those that an arrival wrote over', () => {
		const {apologies, attendance} = meetingIn(forward(read('open.json')), 'M-3');
		expect(apologies).toEqual([{person: 'ward'}, {person: 'byrne'}]);
		expect(attendance.map(({person}) => person)).toContain('byrne');
		expect(attendance.map(({person}) => person)).not.toContain('ward');
	});

	test('the numbers under which an agenda was published, whatever came and went since', () => {
		const numbers = (name: string, id: string) =>
			meetingIn(forward(read(name)), id).agenda.map(({number}) => number);
		expect(numbers('open.json', 'M-3')).toEqual(['1', '2', '2a', '5', '4', '6', '7']);
		// Minutes that were issued printed the places: those are what the public cites.
		expect(numbers('issued.json', 'M-3')).toEqual(['1', '2', '3', '4', '5', '6', '7']);
	});

	test('the law under which a meeting was opened', () => {
		const {meetings, rules} = forward(read('plain.json'));
		expect(meetings.map(({status, law}) => [status, law])).toEqual([
			['closed', rules.profile],
			['planned', undefined],
		]);
	});
});

test('what nobody recorded stays absent', () => {
	const {meetings, projects, decisions} = forward(read('untouched.json'));
	for (const meeting of meetings) {
		expect(meeting.apologies).toBeUndefined();
		expect(meeting.pauses).toBeUndefined();
		expect(meeting.interestsAsked).toBeUndefined();
	}
	const milestones = projects.flatMap((project) => project.milestones ?? []);
	expect(milestones.length).toBeGreaterThan(0);
	expect(milestones.filter(({original, forecast}) => original ?? forecast)).toEqual([]);
	expect(decisions.filter(({at, needs, marked}) => at ?? needs ?? marked)).toEqual([]);
});

test('a budget, a milestone and a risk have their new places', () => {
	const after = forward({
		...read('plain.json'),
		projects: [
			{
				id: 'P1-01',
				title: 'Telephony',
				priority: 'P1',
				status: 'proposed',
				budget: 41_000,
				milestones: [{id: 'MS-1', title: 'Live', due: '2027-01-05', reached: '2027-02-01'}],
				risks: [{id: 'RK-1', text: 'The supplier fails.'}],
				updates: [],
			},
		],
	});
	expect(after.projects[0]).toMatchObject({
		money: {approved: {amount: 41_000}},
		milestones: [{id: 'MS-1', approved: '2027-01-05', achieved: '2027-02-01'}],
		risks: [{id: 'RK-1', event: 'The supplier fails.'}],
	});
	expect(after.projects[0]).not.toHaveProperty('budget');
});

test('the reason of a call-in that was waived is told as that', () => {
	const before = read('cabinet.json') as Raw & {decisions: Bare[]};
	const urgent = before.decisions.find(({urgency}) => urgency !== undefined);
	const after = forward(before).decisions.find(({id}) => id === urgent?.id);
	expect(after?.callInWaived).toEqual({why: urgent?.['urgency']});
});

/** A database without any record. */
const bare = (database: Raw): Raw => ({
	...database,
	...Object.fromEntries(collections.map((collection) => [collection, []])),
	log: [],
});

/** A value with some of its optional parts left out and some of its texts replaced, as a seed decides. */
function altered(value: unknown, next: () => number): unknown {
	if (Array.isArray(value)) {
		return value.filter(() => next() > 0.05).map((element) => altered(element, next));
	}
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(
			Object.entries(value)
				.filter(() => next() > 0.03)
				.map(([name, inside]) => [name, altered(inside, next)]),
		);
	}
	return typeof value === 'string' && / /.test(value) && next() < 0.2
		? `${value} ${Math.floor(next() * 1000)}`
		: value;
}

test('whatever a version 1 database holds is told after it', () => {
	const sources = names.map(read);
	let tried = 0;
	assert(
		property(nat(sources.length - 1), integer(), (which, seed) => {
			let state = seed | 0;
			const next = () => {
				state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
				return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
			};
			const source = sources[which]!;
			const raw = {...source};
			for (const collection of collections) {
				if (Array.isArray(raw[collection])) raw[collection] = altered(raw[collection], next);
			}
			// Record by record: what the frozen reader would not open was not a database of version 1.
			for (const collection of collections) {
				const list = raw[collection];
				if (!Array.isArray(list)) continue;
				raw[collection] = list.filter(
					(record) => v1Schema.safeParse({...bare(source), [collection]: [record]}).success,
				);
			}
			if (!v1Schema.safeParse(raw).success) return;
			tried++;
			expect(lostOf(raw, forward(raw))).toEqual([]);
		}),
		{numRuns: process.env['SOAK'] ? 2000 : 60},
	);
	expect(tried).toBeGreaterThan(30);
});
