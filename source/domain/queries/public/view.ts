import {contentDigest, topRecord} from '../../log/chain.ts';
import {find, holds, inverse, patch} from '../../log/patch.ts';
import type {Action, Database, Entry, Meeting} from '../../schema/index.ts';
import {decisionLaw} from '../../law/boards.ts';
import {hiddenOf, isSaidInPrivate} from './hidden.ts';
import {type Hidden, itemKey} from './hidden-log.ts';
import {withoutRecords} from './marked.ts';
import {contentOf} from '../minutes/content.ts';
import {minutesRecord} from '../minutes/record.ts';
import {publicFields, publicTold} from './fields.ts';
import {loginsIn, recordsWithoutLogins} from './names.ts';
import {
	altered,
	each,
	publicDecision,
	publicExclusion,
	publicMeeting,
	publicReport,
	withheld,
} from './records.ts';

/**
 * A database as the public may read it: exempt items, their papers and what was decided under them are
 * told by number, public title, summary and paragraph alone; what was said and placed under them is left
 * out, and the log no longer tells of it. Records that wait to be released are left out whole, and so is whatever leads to
 * them. A sensitive interest is told without its nature. Of every record the
 * fields alone are left that `public-fields.ts` names. What is public is the very same object as before, and so is
 * the whole when nothing is private. Pure; a display, not a file to be given away: digests stay.
 */
export function publicView(database: Database): Database {
	const known = views.get(database);
	if (known) return known;
	const view = viewOf(database);
	views.set(database, view);
	views.set(view, view);
	return view;
}

/** Made once for each state of a database: the public view of one is itself. */
const views = new WeakMap<Database, Database>();

function viewOf(database: Database): Database {
	const hidden = hiddenOf(database);
	const view = hidden ? withoutHidden(database, hidden) : database;
	const logins = loginsIn(database.log);
	const shown = recordsWithoutLogins(publicFields({...view, log: emptyLog}), logins);
	const log = each(view.log, (entry) => publicEntry(entry, logins));
	const isSame = log === database.log && sameBut(database, shown);
	return isSame ? database : sealed(database, {...shown, log}, hidden);
}

/** Stands in for the log, which is gone through entry by entry. */
const emptyLog: Database['log'] = [];

/** Whether all else than the log is the very same. */
const sameBut = (database: Database, other: Database): boolean =>
	Object.keys(database).every((name) => name === 'log' || database[name] === other[name]);

function withoutHidden(database: Database, hidden: Hidden): Database {
	const before = withoutSaid(database, hidden);
	const made: Database = {
		...before,
		projects: each(before.projects, (project) => {
			const updates = each(project.updates, (update) => {
				if (!isSaidInPrivate(hidden, project.id, update)) return update;
				const {id, at, by, meeting, status, confidence} = update;
				return {id, at, by, meeting, status, confidence};
			});
			return altered(project, {updates});
		}),
		reports: each(before.reports, (report) => {
			const why = hidden.reports.get(report.id);
			return why ? publicReport(report, why) : report;
		}),
		meetings: each(before.meetings, (meeting) => publicMeeting(meeting, hidden)),
		decisions: each(before.decisions, (decision) => {
			const why = hidden.decisions.get(decision.id);
			if (why) return publicDecision(decision, why);
			const onHidden = hidden.items.has(itemKey(decision.meeting, decision.item));
			return onHidden
				? publicExclusion(decision, decisionLaw(before, decision).privately.title)
				: decision;
		}),
		actions: without(before.actions, ({id}) => hidden.actions.has(id)),
		log: each(before.log, (entry) =>
			hidden.revisions.has(entry.revision)
				? untoldEntry(entry, hidden.waited.has(entry.revision) ? 'private' : true)
				: entry,
		),
	};
	return withoutRecords(
		{...made, log: each(made.log, (entry) => unnamed(entry, hidden))},
		hidden.unreleased,
	);
}

/** An entry that does not name what waits, or waited and is there no more, as a record that it touched. */
function unnamed(entry: Entry, {nameless}: Hidden): Entry {
	if (nameless.size === 0) return entry;
	const isNamed = (path: string) => nameless.has(topRecord(path));
	const {records, redacts} = entry;
	const touched = Object.entries(records).filter(([path]) => !isNamed(path));
	return altered(entry, {
		records: touched.length < Object.keys(records).length ? Object.fromEntries(touched) : records,
		...(redacts && {
			redacts: each(redacts, (one) =>
				one.places?.some(({record}) => isNamed(record))
					? {...one, places: one.places.filter(({record}) => !isNamed(record))}
					: one,
			),
		}),
	});
}

function without(list: Action[], leaves: (action: Action) => boolean): Action[] {
	return list.some(leaves) ? list.filter((action) => !leaves(action)) : list;
}

/** What was set in private on public records is as it was before, unless something else stands there since. */
function withoutSaid(database: Database, {effects, actions, gone, comments}: Hidden): Database {
	const before = effects
		.filter(({record}) => !actions.has(record.replace('actions/', '')))
		.reduce(
			(state, effect) => (holds(state, effect) ? patch(state, inverse(effect)) : state),
			database,
		);
	const left = [...comments].reduce((state, record) => withoutPart(state, record), before);
	// What stood there before was redacted with the act: the field is left out or, where a record needs it, kept back.
	return [...gone].reduce((state, place) => {
		const record = place.slice(0, place.lastIndexOf('/'));
		const field = place.slice(record.length + 1);
		const found = find(state, record);
		if (found?.[field] === undefined) return state;
		const to = neededTexts.has(field) ? withheld : undefined;
		return patch(state, to === undefined ? {record, field} : {record, field, to});
	}, left);
}

/** Without a milestone, a risk or another part of something public that was added in private; of a comment its state stays. */
function withoutPart(state: Database, record: string): Database {
	const list = record.split('/').at(-2);
	const from = list === 'updates' ? undefined : find(state, record);
	return from === undefined ? state : patch(state, {record});
}

const neededTexts = new Set(['title', 'text']);

/** An entry without what it tells; `withheld` says why, as a redaction would otherwise seem to be the reason. */
function untoldEntry(entry: Entry, withheld: true | 'private'): Entry {
	const {changes: _changes, effects: _effects, salt: _salt, ...kept} = entry;
	return {...kept, withheld};
}

/** What entries were made into, for as many logins: entries are never altered, and each is worked out once. */
const toldEntries = new WeakMap<Entry, {entry: Entry; logins: number}>();

/** An entry as the public may read it. What is read again is as it was made. */
function publicEntry(entry: Entry, logins: ReadonlySet<string>): Entry {
	const known = toldEntries.get(entry);
	if (known && (known.entry === entry || known.logins === logins.size)) return known.entry;
	const found =
		publicTold(entry, logins) ??
		publicTold(untoldEntry(entry, 'private'), logins) ??
		untoldEntry(entry, 'private');
	toldEntries.set(entry, {entry: found, logins: logins.size});
	toldEntries.set(found, {entry: found, logins: logins.size});
	return found;
}

/**
 * Whether a seal still fits cannot be seen from what is left. Where it fits the whole, it is given the
 * digest of what is left, so that the minutes are not said to have been altered.
 */
function sealed(database: Database, view: Database, hidden: Hidden | undefined): Database {
	const others = new Set(
		view.decisions.flatMap((decision, index) =>
			decision === database.decisions[index] ? [] : [decision.meeting],
		),
	);
	const meetings = each(view.meetings, (meeting) => {
		const last = meeting.minutes?.seals?.at(-1);
		if (!meeting.minutes || !last) return meeting;
		const isOther = others.has(meeting.id) || !database.meetings.includes(meeting);
		if (!isOther && !(hidden && toldIn(database, meeting, hidden))) return meeting;
		if (minutesRecord(database, meeting.id).altered) return meeting;
		const content = contentDigest(contentOf(minutesRecord(view, meeting.id)));
		const seals = meeting.minutes.seals?.with(-1, {...last, content});
		return {...meeting, minutes: {...meeting.minutes, seals}};
	});
	return altered(view, {meetings});
}

/** Whether the minutes of a meeting tell of something hidden: of its own, or of a decision made elsewhere. */
const toldIn = (
	{actions, decisions, log}: Database,
	{id, agenda}: Meeting,
	hidden: Hidden,
): boolean =>
	actions.some((one) => one.meeting === id && hidden.unreleased.has(`actions/${one.id}`)) ||
	agenda.some((item) => hidden.items.has(itemKey(id, item.id))) ||
	[...hidden.sensitive].some((path) => path.startsWith(`meetings/${id}/`)) ||
	log.some(({during, revision}) => during?.meeting === id && hidden.revisions.has(revision)) ||
	decisions.some(
		(decision) =>
			decision.meeting === id &&
			[decision.id, decision.supersedes, decision.rescinds].some(
				(one) => one !== undefined && hidden.decisions.has(one),
			),
	);
