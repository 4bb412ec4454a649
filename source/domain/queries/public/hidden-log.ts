import {same} from '../../equal.ts';
import type {Bare} from '../../log/patch.ts';
import {undoneBy} from '../../log/standing.ts';
import {topRecord} from '../../log/chain.ts';
import type {Effect, Entry, Exempt} from '../../schema/index.ts';
import {mentions} from './marked.ts';

/** What of a database the public may not read. */
export type Hidden = {
	/** Exempt items (`M-2/I-4`), those too that are on no agenda any more, and why they are exempt. */
	items: Map<string, Exempt>;
	/** Reports that are exempt or lie behind exempt items alone, and why. */
	reports: Map<string, Exempt>;
	/** Decisions that were made on what is exempt, and why. */
	decisions: Map<string, Exempt>;
	actions: Set<string>;
	/** Records that wait to be released or cannot be without one that does, by path: there is no word of them. */
	unreleased: Set<string>;
	/** The ids by which those are spoken of. */
	unreleasedIds: Set<string>;
	/** Records that wait, or that waited once and are there no more, by path: nobody is told that they were touched. */
	nameless: Set<string>;
	/** Declarations and corrections on hidden items, by path. */
	parts: Set<string>;
	/** The log's entries that tell of any of it. */
	revisions: Set<number>;
	/** Those of them that tell of records alone that waited to be released. */
	waited: Set<number>;
	/** What was done in private to records that are themselves public, newest first. */
	effects: Effect[];
	/** Comments that were made in private, by path. */
	comments: Set<string>;
	/** Declarations of which the nature is sensitive or ever was, by path. */
	sensitive: ReadonlySet<string>;
	/** Fields of public records that were set in private by acts that were redacted (`projects/P1-04/supplier`): what they replaced is gone. */
	gone: Set<string>;
	/** Records on which comments may have been made by acts that were redacted, and when: the rest is gone. */
	redacted: Map<string, Set<string>>;
	/** When exempt items were taken, as far as the log was put away and only the records tell. */
	archived: {meeting: string; from: string; to: string}[];
};

/** What is private by the marks of items and reports. */
export type Marked = Pick<
	Hidden,
	'items' | 'reports' | 'decisions' | 'actions' | 'parts' | 'unreleased' | 'unreleasedIds'
>;

/** Why an item is hidden whose report waits to be released. The room is not closed for it. */
export const untilReleased: Exempt = {paragraphs: [], title: 'Not released to the public yet'};

/** How `Hidden` names an item. */
export const itemKey = (meeting: unknown, item: unknown): string =>
	`${String(meeting)}/${String(item)}`;

/** Changes that hold ids, states and times alone: that they were made in private tells nothing. */
const wordless = new Set([
	'meeting/open',
	'meeting/move',
	'meeting/adjourn',
	'meeting/resume',
	'meeting/close',
	'attendance/set',
	'attendance/arrive',
	'attendance/leave',
	'agenda/preside',
	'agenda/en-bloc',
	'agenda/order',
	'minutes/issue',
	'minutes/approve',
	'minutes/sign',
]);

/** Fields of an exempt item that hold no words. */
const wordlessFields = new Set(['startedAt', 'endedAt', 'presiding', 'enBloc', 'minutes']);

/** Collections whose records are public even where somebody wrote on them in private, but for what was written. */
const shared = new Set(['projects', 'strategies', 'actions']);

/** Where a project stands is public, whenever it was set. */
const states = new Set(['status', 'confidence', 'closedAt']);

/**
 * Whether an entry tells of what is hidden; what it shows besides to be hidden is noted. `ever` is what was
 * private when it was made or is now: what was told in private stays so. `places` are what a redaction kept
 * of a stripped entry's effects. Entries come oldest first: an undo tells what the act told that it takes back.
 */
export function isHidden(
	entry: Entry,
	hidden: Hidden,
	ever: Marked,
	places: readonly Effect[] = [],
): boolean {
	const undone = undoneBy(entry);
	const waited = speaksOf(entry, ever) || (undone !== undefined && hidden.waited.has(undone));
	const isExempt = tellsOfExempt(entry, hidden, ever, places);
	if (waited && !isExempt) hidden.waited.add(entry.revision);
	return waited || isExempt;
}

/** Whether an entry speaks of what waited to be released when it was made, or does now: by a path or an id. */
const speaksOf = ({changes, effects = []}: Entry, {unreleased, unreleasedIds}: Marked): boolean =>
	unreleased.size > 0 &&
	(effects.some(({record}) => unreleased.has(topRecord(record))) ||
		mentions(changes, unreleasedIds) ||
		mentions(effects, unreleasedIds));

function tellsOfExempt(
	entry: Entry,
	hidden: Hidden,
	ever: Marked,
	places: readonly Effect[],
): boolean {
	const {during, changes, effects = [], records, at} = entry;
	const why = during?.item && ever.items.get(itemKey(during.meeting, during.item));
	const exempt = why === untilReleased ? undefined : why;
	if (!changes) {
		if (!exempt) return false;
		for (const place of places) noteSaid(place, exempt, hidden, true);
		for (const path of Object.keys(records)) {
			hidden.redacted.set(path, new Set([...(hidden.redacted.get(path) ?? []), at]));
		}
		return true;
	}
	const undone = undoneBy(entry);
	if (undone !== undefined) return hidden.revisions.has(undone);
	// A restoration tells what all the acts told that it takes back.
	const {restores} = entry;
	if (restores !== undefined && [...hidden.revisions].some((revision) => revision > restores)) {
		return true;
	}
	if (exempt && changes.some(({kind}) => !wordless.has(kind))) {
		for (const effect of effects) {
			tells(effect, hidden, ever);
			// What waits is released as it stands, with what was said of it meanwhile.
			if (!ever.unreleased.has(topRecord(effect.record))) noteSaid(effect, exempt, hidden);
		}
		return true;
	}
	for (const {record, field} of effects) hidden.gone.delete(`${record}/${field}`);
	return effects.map((effect) => tells(effect, hidden, ever)).includes(true);
}

/** What an act said in private, where it does not name an item itself: that stands where its item does. */
function noteSaid(effect: Effect, exempt: Exempt, hidden: Hidden, isStripped = false): void {
	const {record, field, to} = effect;
	const [collection = '', id = '', ...inside] = record.split('/');
	if (field === undefined && inside.length === 0) {
		if (to === undefined || (to as Bare)['item'] !== undefined) return;
		if (collection === 'actions') hidden.actions.add(id);
		if (collection === 'decisions') hidden.decisions.set(id, exempt);
		return;
	}
	if (!shared.has(collection)) return;
	if (field === undefined) {
		hidden.comments.add(record);
		// What was taken off in private is still there as far as the public knows.
		if (to === undefined && !isStripped) hidden.effects.unshift(effect);
	} else if (states.has(field)) return;
	else if (isStripped) hidden.gone.add(`${record}/${field}`);
	else hidden.effects.unshift(effect);
}

/** Whether an effect holds words of what is hidden: of the record itself, or as what it replaces. Notes which part it is. */
function tells({record, field, from, to}: Effect, hidden: Hidden, ever: Marked): boolean {
	const [collection = '', id = '', list, inner = ''] = record.split('/');
	if (field !== undefined) {
		if (collection === 'decisions') return ever.decisions.has(id);
		if (collection === 'reports') return ever.reports.has(id);
		if (collection === 'actions' && (ever.actions.has(id) || hidden.actions.has(id))) return true;
		if (collection === 'meetings' && list === 'agenda') {
			// What the public is told instead stays open once the item is.
			if (field === 'exempt') return hidden.items.has(itemKey(id, inner));
			return ever.items.has(itemKey(id, inner)) && !wordlessFields.has(field);
		}
		if (ever.parts.has(record) || hidden.parts.has(record)) return true;
		if (hidden.sensitive.has(record)) return sensitiveFields.has(field);
		return hidden.effects.some(
			(said) =>
				said.record === record &&
				said.field === field &&
				(same(said.to, from) || same(said.to, to)),
		);
	}
	const found = [from, to].some(
		(value) => value !== undefined && holds(record, value as Bare, hidden, ever),
	);
	if (found) hidden.parts.add(record);
	return found;
}

/** Whether a record that came or went is hidden or has something hidden in it. */
function holds(record: string, value: Bare, hidden: Hidden, ever: Marked): boolean {
	const {items, reports, decisions, actions} = ever;
	const [collection = '', id = '', list, inner = ''] = record.split('/');
	const placed = (meeting: unknown) => items.has(itemKey(meeting, value['item']));
	switch (collection) {
		case 'projects':
			return hidden.comments.has(record);
		case 'reports':
			return reports.has(id) || value['exempt'] !== undefined;
		case 'decisions':
			return decisions.has(id) || hidden.decisions.has(id) || placed(value['meeting']);
		case 'actions':
			return (
				actions.has(id) ||
				hidden.actions.has(id) ||
				decisions.has(String(value['decision'])) ||
				hidden.decisions.has(String(value['decision'])) ||
				placed(value['meeting'])
			);
		case 'meetings':
			if (list === 'agenda') return items.has(itemKey(id, inner)) || value['exempt'] !== undefined;
			if (list === undefined) {
				return (
					((value['agenda'] ?? []) as Bare[]).some(
						(item) => items.has(itemKey(id, item['id'])) || item['exempt'] !== undefined,
					) ||
					((value['declarations'] ?? []) as Bare[]).some((one) =>
						isTold(`${record}/declarations/${String(one['id'])}`, one, hidden),
					)
				);
			}
			if (list === 'declarations' && isTold(record, value, hidden)) return true;
			// Who came and went is public, and so is when.
			return list !== 'movements' && placed(id);
		default:
			return false;
	}
}

/** What is told of a sensitive interest that must not be: that there is one is public. */
const sensitiveFields = new Set(['nature', 'dispensation']);

/** Whether a declaration holds what is sensitive now or ever was. */
const isTold = (path: string, value: Bare, {sensitive}: Hidden): boolean =>
	(sensitive.has(path) || value['sensitive'] === true) &&
	[...sensitiveFields].some((field) => value[field] !== undefined);
