import {find} from '../../log/patch.ts';
import type {
	AgendaItem,
	Database,
	Declaration,
	Effect,
	Entry,
	Exempt,
	Update,
} from '../../schema/index.ts';
import {decisionExemption, exemptionOf} from './exempt.ts';
import {type Hidden, isHidden, itemKey, type Marked, untilReleased} from './hidden-log.ts';
import {marksThen} from './marks-then.ts';
import {idsOf, unreleased} from './marked.ts';

/**
 * Everything in a database that the public may not read, as far as records and log tell: by where it
 * stands, never by its wording. Undefined when there is no such thing.
 */
export function hiddenOf(database: Database): Hidden | undefined {
	const taken = itemsTakenOff(database);
	const now = markedIn(database, taken);
	const then = markedThen(database, now, taken);
	const sensitive = everSensitive(database);
	const count = now.items.size + now.reports.size + now.decisions.size + now.unreleased.size;
	if (count + then.size + sensitive.size === 0) return undefined;
	const hidden: Hidden = {
		...now,
		sensitive,
		revisions: new Set(),
		waited: new Set(),
		nameless: new Set(
			[now, ...then.values()]
				.flatMap((one) => [...one.unreleased])
				.filter((path) => now.unreleased.has(path) || !find(database, path)),
		),
		effects: [],
		comments: new Set(),
		gone: new Set(),
		redacted: new Map(),
		archived: archivedTimes(database),
	};
	const places = strippedPlaces(database);
	for (const entry of database.log) {
		const ever = then.get(entry) ?? hidden;
		if (isHidden(entry, hidden, ever, places.get(entry.revision))) {
			hidden.revisions.add(entry.revision);
		}
	}
	return hidden;
}

/** What the marks of items and reports make private. */
function markedIn(database: Database, items: readonly [string, Exempt][]): Marked {
	const gone = unreleased(database);
	const marked: Marked = {
		items: new Map([...itemsOnUnreleased(database, gone), ...itemsOnAgendas(database), ...items]),
		reports: reportsOf(database),
		decisions: new Map(
			database.decisions.flatMap((decision): [string, Exempt][] => {
				const why = decisionExemption(database, decision);
				return why ? [[decision.id, why]] : [];
			}),
		),
		actions: new Set(),
		unreleased: gone,
		unreleasedIds: gone.size === 0 ? gone : idsOf(database, gone),
		parts: new Set(),
	};
	const {decisions, actions, parts} = marked;
	if (gone.size > 0) {
		for (const {id, meeting, item} of database.decisions) {
			const why = marked.items.get(itemKey(meeting, item));
			if (why === untilReleased && !decisions.has(id)) decisions.set(id, why);
		}
	}
	for (const {id, meeting, item, decision} of database.actions) {
		const isOn = marked.items.has(itemKey(meeting, item));
		if (isOn || (decision && decisions.has(decision))) actions.add(id);
	}
	for (const {id, declarations = []} of database.meetings) {
		for (const {id: own, item} of declarations) {
			if (marked.items.has(itemKey(id, item))) parts.add(`meetings/${id}/declarations/${own}`);
		}
	}
	return marked;
}

/** What was private when each entry was made or is now. Empty where no mark ever moved: then it is what is now. */
function markedThen(
	database: Database,
	now: Marked,
	items: [string, Exempt][],
): Map<Entry, Marked> {
	const known = new Map<Database, Marked>([[database, now]]);
	const marked = (state: Database): Marked => {
		const found = known.get(state) ?? markedIn(state, items);
		known.set(state, found);
		return found;
	};
	const ever = new Map<string, Marked>();
	const numbers = new Map<Database, number>();
	const numberOf = (state: Database): number => {
		const number = numbers.get(state) ?? numbers.size;
		numbers.set(state, number);
		return number;
	};
	return new Map(
		[...marksThen(database)].map(([entry, {before, after}]) => {
			const key = `${numberOf(before)} ${numberOf(after)}`;
			const found = ever.get(key) ?? eitherOf([now, marked(before), marked(after)]);
			ever.set(key, found);
			return [entry, found];
		}),
	);
}

/** What is private by any of several marks. */
const eitherOf = (all: readonly Marked[]): Marked => ({
	items: new Map(all.flatMap(({items}) => [...items])),
	reports: new Map(all.flatMap(({reports}) => [...reports])),
	decisions: new Map(all.flatMap(({decisions}) => [...decisions])),
	actions: new Set(all.flatMap(({actions}) => [...actions])),
	parts: new Set(all.flatMap(({parts}) => [...parts])),
	unreleased: new Set(all.flatMap((one) => [...one.unreleased])),
	unreleasedIds: new Set(all.flatMap((one) => [...one.unreleasedIds])),
});

/**
 * Declarations that are sensitive or ever were, by path, and what the same person declared on the same item
 * under another number. The log holds the nature from before.
 */
function everSensitive({meetings, log}: Database): Set<string> {
	const held = new Map<string, string>();
	const found = new Set<string>();
	const note = (path: string, {person, item, sensitive}: Partial<Declaration>) => {
		held.set(path, `${path.split('/')[1]} ${person} ${item}`);
		if (sensitive) found.add(path);
	};
	for (const {record, field, from, to} of log.flatMap(({effects = []}) => effects)) {
		const [collection, , list, id, ...deeper] = record.split('/');
		if (collection !== 'meetings' || list !== 'declarations' || id === undefined) continue;
		if (deeper.length > 0) continue;
		if (field === 'sensitive') found.add(record);
		if (field !== undefined) continue;
		for (const value of [from, to]) if (value !== undefined) note(record, value as Declaration);
	}
	for (const {id, declarations = []} of meetings) {
		for (const one of declarations) note(`meetings/${id}/declarations/${one.id}`, one);
	}
	if (found.size === 0) return found;
	const subjects = new Set([...found].map((path) => held.get(path)));
	return new Set([
		...found,
		...[...held].flatMap(([path, on]) => (subjects.has(on) ? [path] : [])),
	]);
}

/** What redactions kept of the effects of the entries that they stripped: where, and of a record that was added what it is now. */
const strippedPlaces = (database: Database): Map<number, Effect[]> =>
	new Map(
		database.log.flatMap(({redacts = []}) =>
			redacts.map(({revision, places = []}): [number, Effect[]] => [
				revision,
				places.map(({record, field}) => {
					const to = field === undefined ? find(database, record) : undefined;
					return {
						record,
						...(field === undefined ? {} : {field}),
						...(to ? {to: to as Effect['to']} : {}),
					};
				}),
			]),
		),
	);

/** Items on a report that waits to be released: their title and what is decided on them would tell of it. */
const itemsOnUnreleased = (database: Database, gone: ReadonlySet<string>): [string, Exempt][] =>
	gone.size === 0
		? []
		: database.meetings.flatMap(({id, agenda}) =>
				agenda.flatMap((item): [string, Exempt][] =>
					item.about?.report !== undefined && gone.has(`reports/${item.about.report}`)
						? [[itemKey(id, item.id), untilReleased]]
						: [],
				),
			);

const itemsOnAgendas = (database: Database): [string, Exempt][] =>
	database.meetings.flatMap((meeting) => exemptIn(database, meeting.id, meeting.agenda));

const exemptIn = (
	database: Database,
	meeting: string,
	agenda: readonly AgendaItem[],
): [string, Exempt][] =>
	agenda.flatMap((item): [string, Exempt][] => {
		const why = exemptionOf(database, item);
		return why ? [[itemKey(meeting, item.id), why]] : [];
	});

/** Items that were exempt when they were taken off their agenda; the log still tells of them. */
function itemsTakenOff(database: Database): [string, Exempt][] {
	const found = database.log.flatMap(({effects = []}) =>
		effects.flatMap(({record, field, from}): [string, Exempt][] => {
			const [collection, meeting = '', list] = record.split('/');
			if (collection !== 'meetings' || field !== undefined || from === undefined) return [];
			if (list === 'agenda') return exemptIn(database, meeting, [from as AgendaItem]);
			const agenda = list === undefined ? (from as {agenda?: AgendaItem[]}).agenda : undefined;
			return exemptIn(database, meeting, agenda ?? []);
		}),
	);
	return found.filter(([key]) => !find(database, `meetings/${key.replace('/', '/agenda/')}`));
}

/**
 * Where the log was archived it no longer says what was done during which item: then what was done
 * while an exempt item was before the meeting counts as said in private.
 */
function archivedTimes(database: Database): Hidden['archived'] {
	const [first] = database.log;
	if (!first || first.revision === 1) return [];
	return database.meetings.flatMap(({id, agenda, closedAt}) =>
		agenda.flatMap((item) => {
			if (!item.startedAt || !exemptionOf(database, item)) return [];
			const to = item.endedAt ?? closedAt ?? first.at;
			return [{meeting: id, from: item.startedAt, to: to < first.at ? to : first.at}];
		}),
	);
}

/** Whether a comment on a project was made in private. */
export function isSaidInPrivate(
	{comments, redacted, archived}: Hidden,
	project: string,
	{id, at, meeting}: Update,
): boolean {
	const path = `projects/${project}`;
	return (
		comments.has(`${path}/updates/${id}`) ||
		redacted.get(path)?.has(at) === true ||
		archived.some((time) => time.meeting === meeting && time.from <= at && at <= time.to)
	);
}

/** A report on which an open item rests as well is open, unless it is exempt itself. */
function reportsOf({meetings, reports}: Database): Map<string, Exempt> {
	const open = new Set<string>();
	const behind = new Map<string, Exempt>();
	for (const {about, exempt} of meetings.flatMap(({agenda}) => agenda)) {
		if (about?.report === undefined) continue;
		if (exempt) behind.set(about.report, exempt);
		else open.add(about.report);
	}
	return new Map(
		reports.flatMap(({id, exempt}): [string, Exempt][] => {
			const why = exempt ?? (open.has(id) ? undefined : behind.get(id));
			return why ? [[id, why]] : [];
		}),
	);
}
