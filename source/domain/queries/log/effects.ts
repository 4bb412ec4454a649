import {sayFieldName, sayKnown} from '../../known-value.ts';
import {nameOf, personName} from '../../names.ts';
import {typeAt, typeOf} from '../../records/types.ts';
import type {Database, Effect, Entry} from '../../schema/index.ts';
import {sayValue} from '../../words.ts';

/** An effect in words: what was altered, and what it was before and after. */
type ToldEffect = {what: string; before: string; after: string};

/** What lies inside another record and has no type of its own, as people call it. */
const innerWords: Record<string, string> = {
	updates: 'comment',
	agenda: 'item',
	members: 'member',
	attendance: 'roll',
	corrections: 'correction',
	declarations: 'declaration',
	amendments: 'amendment',
	delegations: 'delegation',
	progress: 'note of progress',
	pending: 'change that waits',
	movements: 'coming or going',
};

function tellEffect(
	database: Database,
	{record, field, from, to}: Effect,
	longest?: number,
): ToldEffect {
	const what = recordName(database, record);
	return {
		what: field === undefined ? what : `${what}, ${sayFieldName(record, field)}`,
		before: tellValue(database, record, field ?? '', from, longest),
		after: tellValue(database, record, field ?? '', to, longest),
	};
}

/** `P1-04 Telephony Enablement`, `item 2 Modernisation of M-2`, `comment U-29 on P1-04`. */
function recordName(database: Database, record: string): string {
	const [collection, id = '', list = '', inner] = record.split('/');
	if (inner === undefined) {
		return collection === 'people' ? personName(database, id) : nameOf(database, record);
	}
	const type = typeAt(record);
	const word = type ? typeOf(type).word : (innerWords[list] ?? list);
	return `${word} ${nameOf(database, record)} of ${id}`;
}

/** A field's value in words. */
const tellValue = (
	database: Database,
	record: string,
	field: string,
	value: unknown,
	longest?: number,
): string => sayKnown(database, record, field, value, longest) ?? sayValue(field, value, longest);

/** An effect as it is told to whoever asks for an act: a field before and after, or a record with its fields. */
type WholeEffect =
	| {word: 'changed'; what: string; before: string; after: string}
	| {word: 'added' | 'removed'; what: string; fields: [field: string, value: string][]};

/** Nothing is cut: this is where whoever wants to know what was there before looks. */
function tellWhole(database: Database, effect: Effect): WholeEffect {
	const {what, before, after} = tellEffect(database, effect, Infinity);
	if (effect.field !== undefined) return {word: 'changed', what, before, after};
	const isRemoved = effect.to === undefined;
	const value = (isRemoved ? effect.from : effect.to) ?? {};
	const fields = Object.entries(value).map(([field, content]): [string, string] => [
		field,
		tellValue(database, effect.record, field, content, Infinity),
	]);
	return {word: isRemoved ? 'removed' : 'added', what, fields};
}

/** What an act did, effect by effect; a list that the first of its records brought along is nothing to anybody. */
export const tellAll = (database: Database, effects: readonly Effect[]): WholeEffect[] =>
	effects
		.map((effect) => tellWhole(database, effect))
		.filter(
			(told) => told.word !== 'changed' || told.before !== 'nothing' || told.after !== 'nothing',
		);

/** What taking an act back would do, line by line, from the effects that it puts back. */
export const tellUndo = (database: Database, {effects = []}: Entry): string[] =>
	effects.toReversed().flatMap((effect) => {
		const {what, before, after} = tellEffect(database, effect);
		// A list that the first of its records brought along is nothing to anybody.
		if (effect.field !== undefined && before === 'nothing' && after === 'nothing') return [];
		if (effect.field !== undefined) return `${what}: ${after} becomes ${before} again`;
		return effect.to === undefined ? `${what} comes back` : `${what} goes`;
	});
