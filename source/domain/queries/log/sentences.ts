import {parseChange} from '../../apply.ts';
import {actorName} from '../../actor.ts';
import {type Change, ruleOf} from '../../changes/index.ts';
import type {Bare} from '../../log/patch.ts';
import {undoneBy} from '../../log/standing.ts';
import {nameOf, personName} from '../../names.ts';
import {typeAt} from '../../records/index.ts';
import type {RollMark, Database, Effect, Entry} from '../../schema/index.ts';
import {rollMarks} from '../../schema/values.ts';
import {attendanceWords, count} from '../../words.ts';
import {itemNumber, itemOf} from '../meeting/meetings.ts';

/** More changes than this in one act are counted, not told one by one. */
const mostTold = 4;

/**
 * What an entry of the log says, as one sentence: who did what. Changes of a kind that this version
 * does not know, or of a shape that it does not expect, are told in general terms; nothing throws.
 * The texts in it are the database's own and may hold anything.
 */
export const tellEntry = (database: Database, entry: Entry): string =>
	`${actorName(entry.actor)} ${tellAct(database, entry)}`;

/** The meeting and the item that an act fell in, as people call them. */
export function duringName(database: Database, {during}: Entry): string | undefined {
	const held = database.meetings.find(({id}) => id === during?.meeting);
	if (!during || !held) return during?.meeting;
	const item = itemOf(held, during.item);
	return `${nameOf(database, `meetings/${held.id}`)}${item ? `, item ${itemNumber(held, item.id)} ${item.title}` : ''}`;
}

/** The same without its subject: “set P1-04 to Delivered”. */
export function tellAct(database: Database, entry: Entry): string {
	const {changes, effects = []} = entry;
	if (!changes) {
		return entry['withheld'] === 'private'
			? 'did something that is not for the public'
			: entry['withheld']
				? 'did something that is exempt'
				: 'made a change that was redacted since';
	}
	const undone = undoneBy(entry);
	if (typeof undone === 'number') {
		const target = database.log.find(({revision}) => revision === undone);
		// One step back only: a chain of undo and redo would be a sentence without an end.
		const what = target && undoneBy(target) === undefined ? ` (${tellAct(database, target)})` : '';
		return `took back revision ${undone}${what}`;
	}
	const clauses = groups(changes).map((group) => tellGroup(database, group, effects));
	const told = clauses.slice(0, mostTold).join('; ');
	const more = clauses.length - mostTold;
	return more > 0 ? `${told}; and ${count(more, 'more change')}` : told || 'changed nothing';
}

type Given = {kind: string; [key: string]: unknown};

/** A change, and which of its kind in the act it is. */
type Numbered = {change: Given; index: number};

/** What is one thing to tell however often it is done to a meeting in one act: its roll, its agenda. */
const joined: Partial<Record<string, (database: Database, group: Numbered[]) => string>> = {
	'attendance/set': tellRoll,
	'agenda/add': tellItems,
};

/** The changes of an act, those together that are told together. */
function groups(changes: readonly Given[]): Numbered[][] {
	const seen = new Map<string, number>();
	const found: Numbered[][] = [];
	for (const change of changes) {
		const index = seen.get(change.kind) ?? 0;
		seen.set(change.kind, index + 1);
		const last = found.at(-1)?.[0]?.change;
		const joins =
			Object.hasOwn(joined, change.kind) &&
			last?.kind === change.kind &&
			last['meeting'] === change['meeting'];
		if (joins) found.at(-1)?.push({change, index});
		else found.push([{change, index}]);
	}
	return found;
}

function tellGroup(database: Database, group: Numbered[], effects: Effect[]): string {
	const [first] = group;
	if (!first) return '';
	const tell = group.length > 1 ? joined[first.change.kind] : undefined;
	return tell ? tell(database, group) : tellChange(database, first, effects);
}

function tellChange(database: Database, {change, index}: Numbered, effects: Effect[]): string {
	const known = parseChange(change);
	if ('rejection' in known) return tellUnknown(database, change, effects);
	const told = {database, effects: effectsFor(known, index, effects)};
	const says = ruleOf(known.kind)?.tell(known, told);
	return says === undefined
		? tellUnknown(database, change, effects)
		: says + untilReleased(known, told.effects);
}

/** What is added to the sentence of a record that waits: whoever adds one has to know. */
function untilReleased({kind}: Change, effects: readonly Effect[]): string {
	const collection = adds[kind];
	const added = effects.find(
		({record, field, to}) =>
			collection !== undefined &&
			field === undefined &&
			to !== undefined &&
			isIn(collection, record),
	);
	return (added?.to as Bare | undefined)?.['private'] ? ', private until released' : '';
}

function tellUnknown(database: Database, {kind}: Given, effects: Effect[]): string {
	const records = [...new Set(effects.map(({record}) => record))].slice(0, 3);
	const where = records.map((path) => nameOf(database, path)).join(', ');
	return `made a change that this version does not know (${kind})${where ? ` to ${where}` : ''}`;
}

/** Where changes of a kind add their record. */
const adds: Partial<Record<Change['kind'], string>> = {
	'action/add': 'actions',
	'decision/record': 'decisions',
	'project/add': 'projects',
	'report/add': 'reports',
	'strategy/add': 'strategies',
};

/** Whether a path is a record's of a collection, and not of something in it. */
const isIn = (collection: string, path: string): boolean =>
	path.startsWith(`${collection}/`) && !path.slice(collection.length + 1).includes('/');

/** Whether a path is that of a record which lies in another one and is kept by `record/` changes. */
const isPart = (path: string): boolean => path.split('/').length > 2 && typeAt(path) !== undefined;

/** An act's effects without the records that other changes of the same kind added. */
function effectsFor({kind}: Change, index: number, effects: Effect[]): Effect[] {
	const collection = adds[kind];
	const isOne = (path: string) =>
		kind === 'record/add' ? isPart(path) : collection !== undefined && isIn(collection, path);
	const added = effects.filter(
		({record, field, to}) => field === undefined && to !== undefined && isOne(record),
	);
	return effects.filter((effect) => !added.includes(effect) || effect === added[index]);
}

/** `put 7 items on the agenda of M-2`. */
function tellItems(_database: Database, group: Numbered[]): string {
	return `put ${group.length} items on the agenda of ${String(group[0]?.change['meeting'])}`;
}

/** `took the roll of M-2: 6 present, apologies from 1`; few people are named. */
function tellRoll(database: Database, group: Numbered[]): string {
	const set = group.map(({change}) => change as Given & {person: string; to?: RollMark});
	const meeting = String(group[0]?.change['meeting']);
	const words = (['gone', ...rollMarks] as const).flatMap((status) => {
		const people = set.filter(({to}) => (to ?? 'gone') === status);
		if (people.length === 0) return [];
		const word = status === 'gone' ? 'taken off' : attendanceWords[status].toLowerCase();
		const who =
			set.length <= 3
				? people.map(({person}) => personName(database, person)).join(' and ')
				: String(people.length);
		return [
			{
				word: status === 'apologies' ? `${word} from ${who}` : `${who} ${word}`,
				last: status === 'gone',
			},
		];
	});
	const inOrder = [...words.filter(({last}) => !last), ...words.filter(({last}) => last)];
	return `took the roll of ${meeting}: ${inOrder.map(({word}) => word).join(', ')}`;
}
