import {type Bare, inverse, patch} from '../../log/patch.ts';
import type {Database, Effect, Entry} from '../../schema/index.ts';
import {isMarkable} from './marked.ts';

/** The states of a database's marks that an entry fell between: what was private before it or after it was when it was told. */
type Then = {before: Database; after: Database};

/**
 * For each entry, a database whose agenda items, reports and whatever can wait to be released are marked as they were
 * when it was made. Only
 * marks are taken back, so that a log in which nothing was ever marked otherwise costs nothing: then it is
 * the database itself for every entry.
 */
export function marksThen(database: Database): Map<Entry, Then> {
	const then = new Map<Entry, Then>();
	if (!database.log.some(({effects = []}) => effects.some(isMark))) return then;
	let after = database;
	for (const entry of database.log.toReversed()) {
		let before = after;
		for (const effect of (entry.effects ?? []).toReversed()) {
			if (movesMark(effect)) before = patch(before, inverse(effect));
		}
		then.set(entry, {before, after});
		after = before;
	}
	return then;
}

/** Whether an effect marks something exempt or private, or takes such a mark away. */
const isMark = ({record, field, from, to}: Effect): boolean =>
	field === 'exempt' ||
	field === 'private' ||
	(field === undefined && [from, to].some((value) => (value as Bare | undefined)?.['private'])) ||
	(field === undefined &&
		/^(meetings|reports)\//.test(record) &&
		[from, to].some((value) => value !== undefined && JSON.stringify(value).includes('"exempt"')));

/** Whether an effect decides what is marked: a mark, what an item rests on, and what is there no more. */
function movesMark({record, field, from}: Effect): boolean {
	const [collection = '', , list, , ...deeper] = record.split('/');
	if (isMarkable(collection) && list === undefined && field !== undefined) {
		if (field === 'private' || field === 'priority' || field === 'project') return true;
	}
	const isPlace =
		(isMarkable(collection) && list === undefined) ||
		(collection === 'meetings' && (list === undefined || list === 'agenda'));
	if (!isPlace || deeper.length > 0) return false;
	if (field !== undefined)
		return list !== undefined || collection === 'reports' ? isMarkField(field) : false;
	return from !== undefined;
}

const isMarkField = (field: string): boolean => field === 'exempt' || field === 'about';
