import {apply, type Refused} from './apply.ts';
import type {Context} from './changes/family.ts';
import {type Act, type Change, ruleOf} from './changes/index.ts';
import {plain} from './equal.ts';
import {
	allRecords,
	entryHash,
	payloadDigest,
	recordDigests,
	sha256,
	topRecord,
	Undigestible,
} from './log/chain.ts';
import {continued, entryOf} from './log/entries.ts';
import {find} from './log/patch.ts';
import {redactLog, type Redaction, textAt} from './log/redact.ts';
import {reject, type Rejection} from './rejection.ts';
import {actorIn, whyNoKey} from './rules/persons.ts';
import {refuseChange, roleOf} from './rules/roles.ts';
import {refuseShown} from './rules/said-in-private.ts';
import type {Database, Effect, Entry} from './schema/index.ts';
import {schemaVersion} from './schema/values.ts';
import {asRecorded, type Upkeep, upkeepOf} from './upkeep.ts';

export type Committed = {ok: true; database: Database; entry: Entry};

/**
 * The only way to alter a database: applies an act and appends its log entry. A database without a
 * log is adopted first, so that the first entry vouches for every record as it was found. An act
 * that the log holds already is not applied again: its entry is given back.
 */
export function commit(database: Database, act: Act, context: Context): Committed | Refused {
	try {
		return commitTo(database, act, context);
	} catch (error) {
		if (!(error instanceof Undigestible)) throw error;
		return {
			ok: false,
			rejection: reject('invalid', `the database cannot be recorded in its log: ${error.message}`),
		};
	}
}

function commitTo(database: Database, act: Act, context: Context): Committed | Refused {
	const earlier = entryOf(database.log, act.id);
	if (earlier) return {ok: true, database, entry: earlier};

	const noKey = whyNoKey(database, context);
	if (noKey !== undefined) return {ok: false, rejection: reject('forbidden', noKey)};
	const actor = actorIn(database, context);
	const {user, person} = actor;
	const {groups, owner, keyed} = context;
	const role = database.rules.roles
		? roleOf(database, {user, person, groups, owner, keyed})
		: undefined;
	for (const change of act.changes as (Change | null)[]) {
		// What is not a change at all is for `apply` to refuse.
		const rejection =
			change && ruleOf(change.kind) ? refuseChange(role, change, database) : undefined;
		if (rejection) return {ok: false, rejection: cautioned(rejection, context)};
	}
	return commitAs(database, act, {
		...context,
		actor: role ? {...actor, role} : actor,
	});
}

/** A refusal because of a role, with why the account is less than it seems, where it is. */
const cautioned = (rejection: Rejection, {caution}: Context): Rejection =>
	caution === undefined ? rejection : {...rejection, message: `${rejection.message} (${caution})`};

/** Commits for somebody who may. */
function commitAs(database: Database, act: Act, context: Context): Committed | Refused {
	const adopting = act.changes.some((change: Change | null) => change?.kind === 'database/adopt');
	const base = database.log.length === 0 && !adopting ? adopt(database, act, context) : database;
	const during = duringOf(base, act);
	const shown = refuseShown(base, act, during);
	if (shown) return {ok: false, rejection: shown};
	const applied = apply(base, act, {...context, during});
	if (!applied.ok) return applied;
	const redactions = redactionsOf(base, act);
	if (redactions.length > 0) {
		const {log, redacts} = redactLog(base.log, redactions);
		const orphans = vouchedBy(base.log, redacts);
		const altered = applied.effects.map(({record}) => topRecord(record));
		const touched = [...new Set([...altered, ...orphans])];
		const stripped = {...applied.database, log};
		return {
			ok: true,
			...append(
				stripped,
				asRecorded(base, act),
				applied.effects,
				touched,
				{...context, during},
				{redacts},
			),
		};
	}
	const {log, touched, marks} = upkeepOf(base, act);
	const altered = applied.effects.map((effect) => topRecord(effect.record));
	return {
		ok: true,
		...append(
			{...applied.database, log},
			asRecorded(base, act),
			applied.effects,
			[...new Set([...altered, ...touched])],
			{...context, during},
			marks,
		),
	};
}

/** The texts that an act redacts, as they stand before it. */
const redactionsOf = (database: Database, {changes}: Act): Redaction[] =>
	changes.flatMap((change): Redaction[] => {
		if (change?.kind !== 'redact') return [];
		const {record, field, text: asked} = change;
		if (asked !== undefined) return [{text: asked}];
		const holder = record === undefined ? undefined : find(database, record);
		const text = holder && field !== undefined ? textAt(holder, field) : undefined;
		return record === undefined || field === undefined || text === undefined
			? []
			: [{record, field, text}];
	});

/** The records whose newest digest stands in a stripped entry, whose salt is gone: they are digested anew. */
function vouchedBy(log: readonly Entry[], redacts: NonNullable<Entry['redacts']>): string[] {
	const stripped = new Set(redacts.map(({revision}) => revision));
	const newest = new Map<string, number>();
	for (const {records, revision} of log) {
		for (const path of Object.keys(records)) newest.set(path, revision);
	}
	return [...newest].flatMap(([path, revision]) => (stripped.has(revision) ? [path] : []));
}

/** The meeting that an act falls in: the session's own if it is open, else the one that is open. */
function duringOf(database: Database, act: Pick<Act, 'meeting'>): Context['during'] {
	const open = database.meetings.filter((meeting) => meeting.status === 'open');
	const meeting = act.meeting
		? open.find(({id}) => id === act.meeting)
		: open.length === 1
			? open[0]
			: undefined;
	if (!meeting) return undefined;
	return meeting.currentItem
		? {meeting: meeting.id, item: meeting.currentItem}
		: {meeting: meeting.id};
}

function adopt(database: Database, act: Act, context: Context): Database {
	const adoption: Act = {id: `${act.id}-adopt`, changes: [{kind: 'database/adopt'}]};
	// A salt of its own: where one entry is redacted, the other's must not give its salt away.
	const salt = sha256(`${context.salt}-adopt`).slice(0, context.salt.length);
	return append(database, adoption, [], allRecords(database), {...context, salt}).database;
}

function append(
	database: Database,
	act: Act,
	effects: Effect[],
	touched: string[],
	{now, actor, session, salt, during}: Context,
	marks: Upkeep['marks'] = {},
): {database: Database; entry: Entry} {
	const {id} = act;
	const changes = plain(act.changes);
	const previous = database.log.at(-1);
	const unhashed = {
		revision: database.revision + 1,
		id,
		schemaVersion,
		at: now,
		actor,
		session,
		...(during ? {during} : {}),
		changes,
		effects,
		salt,
		...marks,
		payload: payloadDigest({salt, changes, effects}),
		records: recordDigests(database, touched, salt),
		previousHash: previous?.hash ?? null,
	};
	const entry: Entry = {...unhashed, hash: entryHash(unhashed)};
	return {
		database: {...database, revision: entry.revision, log: continued(database.log, [entry])},
		entry,
	};
}
