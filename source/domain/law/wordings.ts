import {joined} from '../voice/names.ts';
import type {NamedPrivate, Snippet} from './law.ts';

/** The wording of the first of some codes that the database has of its own, else the standard one of the first. */
export const ownOr = (
	own: readonly Snippet[],
	standard: readonly Snippet[],
	codes: readonly string[],
): string =>
	codes.flatMap((code) => own.filter(({id}) => id === code))[0]?.text ??
	standard.find(({id}) => id === codes[0])?.text ??
	'';

/** Standard wordings of motions under any law. Dots stand for what has to be filled in. */
export const motions: readonly Snippet[] = [
	{id: 'rec', text: 'That the recommendations set out in the report be approved.'},
	{id: 'note', text: 'That the report be noted.'},
	{id: 'min', text: 'That the minutes be approved as a correct record and signed.'},
	{id: 'defer', text: 'That the item be deferred to the next meeting, because ….'},
	{id: 'refer', text: 'That the matter be referred to … for consideration.'},
	{id: 'deleg', text: 'That authority be delegated to …, after consultation with …, to ….'},
	{id: 'adj', text: 'That the meeting be adjourned until ….'},
	{id: 'long', text: 'That the meeting continue beyond its usual time.'},
	{id: 'vote', text: 'That the question be now put.'},
	{id: 'next', text: 'That the meeting proceed to the next business.'},
	{id: 'none', text: 'None: no other course was put forward at the meeting.'},
	{id: 'noitems', text: 'There were no items under this heading.'},
];

/** `item 5`, `items 5, 6 and 8`. */
export const sayItems = (numbers: readonly string[]): string =>
	`${numbers.length === 1 ? 'item' : 'items'} ${joined(numbers, 'and')}`;

/** `item 5 is`, `items 5 and 6 are`. */
export const itemsAre = (items: readonly NamedPrivate[]): string =>
	`${sayItems(items.map(({number}) => number))} ${items.length === 1 ? 'is' : 'are'}`;

/** Why several items are private: each reason with its items, unless it is that of them all. */
export function sayWhys(
	named: readonly NamedPrivate[],
	why: (one: NamedPrivate) => string,
): string {
	const byReason = new Map<string, string[]>();
	for (const one of named) {
		byReason.set(why(one), [...(byReason.get(why(one)) ?? []), one.number]);
	}
	const reasons = [...byReason];
	return reasons.length === 1
		? (reasons[0]?.[0] ?? '…')
		: joined(
				reasons.map(([reason, numbers]) => `${reason} (${sayItems(numbers)})`),
				'and',
			);
}
