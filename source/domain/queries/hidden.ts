import {find} from '../log/patch.ts';
import type {AgendaItem, Database, Exempt, Update} from '../schema/index.ts';
import {decisionExemption, exemptionOf} from './exempt.ts';
import {type Hidden, isHidden, itemKey} from './hidden-log.ts';

/**
 * Everything in a database that the public may not read, as far as records and log tell: by where it
 * stands, never by its wording. Undefined when there is no such thing.
 */
export function hiddenOf(database: Database): Hidden | undefined {
	const hidden: Hidden = {
		items: new Map([...itemsOnAgendas(database), ...itemsTakenOff(database)]),
		reports: reportsOf(database),
		decisions: new Map(
			database.decisions.flatMap((decision): [string, Exempt][] => {
				const why = decisionExemption(database, decision);
				return why ? [[decision.id, why]] : [];
			}),
		),
		actions: new Set(),
		parts: new Set(),
		revisions: new Set(),
		effects: [],
		comments: new Set(),
		redacted: new Map(),
		archived: archivedTimes(database),
	};
	const {items, reports, decisions, actions} = hidden;
	if (items.size + reports.size + decisions.size === 0) return undefined;
	for (const {id, meeting, item, decision} of database.actions) {
		if (items.has(itemKey(meeting, item)) || (decision && decisions.has(decision))) actions.add(id);
	}
	for (const {id, declarations = []} of database.meetings) {
		for (const {id: own, item} of declarations) {
			if (items.has(itemKey(id, item))) hidden.parts.add(`meetings/${id}/declarations/${own}`);
		}
	}
	for (const entry of database.log) {
		if (isHidden(entry, hidden)) hidden.revisions.add(entry.revision);
	}
	return hidden;
}

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
