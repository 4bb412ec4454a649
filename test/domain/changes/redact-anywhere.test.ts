// A text is taken out wherever the database holds it, and what its act did besides shows no more than before.
import {describe, expect, test} from 'vitest';
import {z} from 'zod';
import type {Change} from '../../../source/domain/changes/index.ts';
import {replacements} from '../../../source/domain/log/redact.ts';
import {check} from '../../../source/domain/queries/check.ts';
import {publicView} from '../../../source/domain/queries/public/view.ts';
import type {Database} from '../../../source/domain/schema/index.ts';
import {databaseSchema} from '../../../source/domain/schema/index.ts';
import {textFields} from '../../../source/domain/schema/texts.ts';
import {accepted, after, makeDatabase, refusal} from '../../helpers/database.ts';

const words = 'She was off with shingles.';
const reason = 'It is about somebody’s health.';
const take = (text: string): Change => ({kind: 'redact', text, reason});
const holds = (database: Database, text = words) =>
	JSON.stringify(database).includes(JSON.stringify(text).slice(1, -1));

/** The database after a text was taken out of all of it, which must be whole. */
function without(database: Database, text = words): Database {
	expect(holds(database, text)).toBe(true);
	const later = after(database, take(text));
	expect(holds(later, text)).toBe(false);
	expect(check(later)).toEqual([]);
	return later;
}

const comment: Change = {kind: 'project/update', id: 'P1-03', note: words};

describe('a text that is given itself is taken out', () => {
	test('where no record holds it any more: a comment that was taken back', () => {
		const database = after(makeDatabase(), comment, {kind: 'undo', revision: 2});
		expect(JSON.stringify(database.projects)).not.toContain(words);
		const later = without(database);
		expect(later.log.at(-1)?.redacts?.map(({revision}) => revision)).toEqual([2, 3]);
	});

	test('of every act that holds it', () => {
		const database = after(
			makeDatabase(),
			comment,
			{kind: 'undo', revision: 2},
			{kind: 'undo', revision: 3},
			{kind: 'action/add', text: `Find cover. ${words}`},
			{
				kind: 'action/edit',
				id: 'A-2',
				fields: {text: {from: `Find cover. ${words}`, to: 'Find cover.'}},
			},
		);
		const later = without(database);
		expect(later.log.at(-1)?.redacts?.map(({revision}) => revision)).toEqual([2, 3, 4, 5, 6]);
		expect(later.projects[2]?.updates.at(-1)?.note).toBe('[redacted]');
		expect(later.actions.at(-1)?.text).toBe('Find cover.');
	});

	test('and no more than that of a longer text which quotes it', () => {
		const notes = `Apologies were heard. ${words} The chair wished her well.`;
		const database = after(makeDatabase(), {
			kind: 'agenda/note',
			meeting: 'M-2',
			item: 'I-3',
			to: notes,
		});
		expect(without(database).meetings[1]?.agenda[1]?.notes).toBe(
			'Apologies were heard. [redacted] The chair wished her well.',
		);
	});

	test('from several texts of one list', () => {
		const database = makeDatabase();
		database.reports[0]!.recommendations = [`That ${words}`, 'That it be noted.', words];
		expect(without(after(database, comment)).reports[0]?.recommendations).toEqual([
			'That [redacted]',
			'That it be noted.',
			'[redacted]',
		]);
	});

	test('from a field that no schema knows', () => {
		const database = makeDatabase();
		Object.assign(database.projects[0]!, {hr: {case: words}});
		expect(without(database).projects[0]).toMatchObject({hr: {case: '[redacted]'}});
	});

	test('as whole words where it is short', () => {
		const database = after(
			makeDatabase(),
			{kind: 'action/add', text: 'Write to Li.'},
			{kind: 'action/add', text: 'Write to Liverpool'},
		);
		const later = after(database, take('Li'));
		expect(later.actions.slice(1).map(({text}) => text)).toEqual([
			'Write to [redacted].',
			'Write to Liverpool',
		]);
	});

	test.each([
		[
			'that nothing holds',
			'Nowhere at all',
			reason,
			'nothing in the records or the log holds this text',
		],
		['of one letter', 'a', reason, 'one character is too little to redact'],
		['that the reason quotes', words, `Because of “${words}”`, 'the reason repeats the text'],
	])('but not one %s', (_what, text, why, message) => {
		const database = after(makeDatabase(), comment);
		expect(refusal(database, {kind: 'redact', text, reason: why}).message).toContain(message);
	});

	test('and the log says so without it', () => {
		const {entry} = accepted(after(makeDatabase(), comment), take(words));
		expect(entry.changes).toEqual([{kind: 'redact', reason}]);
	});
});

test('a field goes with what other records quote of it', () => {
	const database = after(
		makeDatabase(),
		{kind: 'agenda/note', meeting: 'M-2', item: 'I-3', to: words},
		{kind: 'action/add', text: `Follow up: ${words}`},
	);
	const later = after(database, {
		kind: 'redact',
		record: 'meetings/M-2/agenda/I-3',
		field: 'notes',
		reason,
	});
	expect(holds(later)).toBe(false);
	expect(later.actions.at(-1)?.text).toBe('Follow up: [redacted]');
});

const bare = (schema: unknown): unknown =>
	schema instanceof z.ZodOptional ? bare(schema.unwrap()) : schema;

/** The schema of a field of what a schema describes. */
function partOf(schema: unknown, part: string): unknown {
	const whole = bare(schema);
	return whole instanceof z.ZodObject ? whole.shape[part] : undefined;
}

/** Puts a text at a place that the schema knows, with the lists and objects on the way. */
function place(holder: Record<string, unknown>, schema: unknown, [step = '', ...rest]: string[]) {
	const inner = bare(partOf(schema, step));
	const isList = inner instanceof z.ZodArray;
	const element = isList ? bare(inner.element) : inner;
	if (rest.length === 0) {
		holder[step] = isList ? [words] : words;
		return;
	}
	const list = (isList ? holder[step] : undefined) as Record<string, unknown>[] | undefined;
	const held = (isList ? list?.[0] : holder[step]) as Record<string, unknown> | undefined;
	// A list that is there may be one of people, without ids.
	const found = held ?? (isList ? {id: 'x1'} : {});
	place(found, element, rest);
	if (!held) holder[step] = isList ? [found] : found;
}

test.each(textFields())('%s can be redacted wherever the schema has it', (way) => {
	const database = makeDatabase() as unknown as Record<string, unknown>;
	place(database, databaseSchema, way.split('/'));
	const whole = database as unknown as Database;
	expect(replacements(whole, {text: words}, '[redacted]')).toHaveLength(1);
});

describe('an act of which one text was redacted shows no more than before', () => {
	const exempt = {paragraphs: [3], title: 'A contract'};
	/** In private: a comment and a supplier in one act, one of which is then redacted. */
	function privately(changes: Change[]): Database {
		const database = makeDatabase();
		database.meetings[1]!.agenda[2]!.exempt = exempt;
		const open = after(
			database,
			{kind: 'meeting/open', id: 'M-2'},
			{kind: 'meeting/move', id: 'M-2', from: 'I-2', to: 'I-4'},
		);
		const said = accepted(open, [
			{kind: 'project/update', id: 'P1-03', note: words},
			...changes,
		]).database;
		const moved = after(said, {kind: 'meeting/move', id: 'M-2', from: 'I-4', to: 'I-5'});
		return after(moved, take(words));
	}

	test.each<[string, Change]>([
		['a field', {kind: 'project/edit', id: 'P1-02', fields: {supplier: {to: 'SECRET Ltd'}}}],
		[
			'a title',
			{
				kind: 'project/edit',
				id: 'P1-02',
				fields: {title: {from: 'Laptop Refresh', to: 'SECRET'}},
			},
		],
		['another comment', {kind: 'project/update', id: 'P1-02', note: 'SECRET comment'}],
		['an action', {kind: 'action/add', text: 'Pay SECRET'}],
		[
			'a decision on no item',
			{
				kind: 'decision/record',
				meeting: 'M-2',
				title: 'SECRET',
				resolution: 'SECRET',
				outcome: 'noted',
			},
		],
		[
			'an action’s text',
			{
				kind: 'action/edit',
				id: 'A-1',
				fields: {text: {from: 'Publish the strategy', to: 'SECRET'}},
			},
		],
	])('%s', (_what, change) => {
		const database = privately(
			change.kind === 'decision/record'
				? [
						...['reed', 'smith', 'jones'].map((person): Change => ({
							kind: 'attendance/set',
							meeting: 'M-2',
							person,
							to: 'present',
						})),
						change,
					]
				: [change],
		);
		expect(holds(database)).toBe(false);
		expect(JSON.stringify(database)).toContain('SECRET');
		const view = publicView(database);
		expect(JSON.stringify(view)).not.toContain('SECRET');
		expect(publicView(view)).toEqual(view);
		expect(check({...database})).toEqual([]);
	});

	test('and what somebody wrote there in public since is shown', () => {
		const database = after(
			privately([{kind: 'project/edit', id: 'P1-02', fields: {supplier: {to: 'SECRET Ltd'}}}]),
			{kind: 'project/edit', id: 'P1-02', fields: {supplier: {from: 'SECRET Ltd', to: 'Open Ltd'}}},
		);
		const view = publicView(database);
		expect(view.projects[1]?.supplier).toBe('Open Ltd');
	});
});
