import {findCircle} from './rules/dependencies.ts';
import type {z} from 'zod';
import {type Act, type Change, changeKinds, changeSchema, ruleOf} from './changes/index.ts';
import type {Context} from './changes/family.ts';
import {refuseMeeting} from './changes/meeting-steps.ts';
import {refusePublication} from './changes/publication.ts';
import {refuseUndo} from './changes/undo.ts';
import {upkeepKinds, withoutEffects} from './changes/upkeep.ts';
import {Draft} from './draft.ts';
import {topRecord} from './log/chain.ts';
import {type Bare, find} from './log/patch.ts';
import {nameOf} from './names.ts';
import {dangling, knownIds, targetWords} from './references.ts';
import {reject, type Rejection} from './rejection.ts';
import {refuseShaken} from './rules/bearing.ts';
import {refuseContradiction} from './rules/contradictions.ts';
import {refuseBoard} from './rules/membership.ts';
import {markOf} from './rules/said-in-private.ts';
import type {Collection, Database, Effect} from './schema/index.ts';
import {recordSchema} from './schema/order.ts';
import {collections} from './schema/values.ts';
import {fitsAt} from './schema/walk.ts';
import {cut, nearest} from './words.ts';

type Applied = {ok: true; database: Database; effects: Effect[]};
export type Refused = {ok: false; rejection: Rejection};

const refuse = (rejection: Rejection): Refused => ({ok: false, rejection});

/**
 * Carries an act out on a database: all of its changes, or none and the reason why. Pure: the same
 * database, act and context always give the same result. The log is `commit`'s business.
 */
export function apply(database: Database, act: Act, context: Context): Applied | Refused {
	if (act.changes.length === 0)
		return refuse(reject('invalid', 'an act needs at least one change'));
	const draft = new Draft(database);
	for (const [index, untrusted] of act.changes.entries()) {
		const change = parseChange(untrusted);
		if ('rejection' in change) return refuse(change.rejection);
		if (change.kind === 'undo') {
			if (act.changes.length > 1)
				return refuse(reject('invalid', 'an undo stands alone in its act'));
			const entry = database.log.find(({revision}) => revision === change.revision);
			const fixed = entry && refuseUndo(database, entry);
			if (fixed) return refuse(fixed);
		}
		if (upkeepKinds.has(change.kind) && act.changes.length > 1)
			return refuse(reject('invalid', `${change.kind} stands alone in its act`));
		draft.mark = markOf(draft.database, context.during, change.kind);
		const before = act.changes.slice(0, index);
		const rejection =
			change.kind === 'redact' && before.some(({kind}) => kind !== 'redact')
				? // What the act wrote before would stand in its own entry, which is stripped of nothing.
					reject('invalid', 'a redaction comes before everything else in its act')
				: ruleOf(change.kind)?.apply(draft, change, context);
		if (rejection) {
			const which = act.changes.length > 1 ? `change ${index + 1} of ${act.changes.length}: ` : '';
			return refuse({...rejection, message: which + rejection.message});
		}
	}
	if (draft.effects.length === 0 && !act.changes.some(({kind}) => withoutEffects.has(kind)))
		return refuse(reject('invalid', 'nothing would change'));
	// What is restored stands as it stood.
	const restores = act.changes.some(({kind}) => upkeepKinds.has(kind));
	const unsound =
		findUnsound(draft, restores ? undefined : database) ??
		(restores
			? undefined
			: (refuseShaken(database, draft.database, draft.effects) ??
				refuseContradiction(draft.database, draft.effects)));
	return unsound ? refuse(unsound) : {ok: true, database: draft.database, effects: draft.effects};
}

/** A change as given (it may come from a script), or the first thing that is wrong with it. */
export function parseChange(untrusted: unknown): Change | {rejection: Rejection} {
	const result = changeSchema.safeParse(untrusted);
	if (result.success) return result.data;
	const kind = (untrusted as {kind?: unknown} | null)?.kind;
	if (typeof kind !== 'string' || !ruleOf(kind)) {
		const [near] = typeof kind === 'string' ? nearest(kind, changeKinds) : [];
		return {
			rejection: reject(
				'invalid',
				typeof kind === 'string'
					? `there is no change of kind “${kind}”${near ? `; did you mean ${near}?` : `; the kinds are ${changeKinds.join(', ')}`}`
					: 'a change is an object with a kind, such as {"kind": "project/status", …}',
			),
		};
	}
	const [issue] = result.error.issues;
	return {
		rejection: reject('invalid', `${kind}: ${issue ? sayIssue(issue, untrusted) : 'is malformed'}`),
	};
}

/** What a schema found wrong: `note is empty`, `to: there is no “delivred”; did you mean delivered?`. */
function sayIssue(issue: z.core.$ZodIssue, value: unknown): string {
	const where = issue.path.join('.');
	if (issue.code === 'custom') return `${where} ${issue.message}`;
	const prefix = where === '' ? '' : `${where}: `;
	const found = issue.path.reduce<unknown>(
		(node, part) => (node as Bare | undefined)?.[part as string],
		value,
	);
	if (issue.code === 'invalid_value' && typeof found === 'string') {
		const words = issue.values.map(String);
		const [near] = nearest(found, words);
		const instead = near ? `did you mean ${near}?` : `expected ${words.join(', ')}`;
		return `${prefix}there is no “${cut(found, 60)}”; ${instead}`;
	}
	return prefix + issue.message.replace(/^Invalid (input|option): /, '');
}

/** What must hold of a record after one of its states was altered, by a step or by an undo. */
const stateHolds: Record<string, (database: Database, id: string) => Rejection | undefined> = {
	'meetings/status': refuseMeeting,
	'decisions/publishedOn': refusePublication,
};

/** The safety net under every rule: what was touched must still fit the schema and refer to what exists. */
function findUnsound(draft: Draft, before: Database | undefined): Rejection | undefined {
	const {database, effects} = draft;
	const ids = knownIds(database);
	for (const path of new Set(effects.map((effect) => topRecord(effect.record)))) {
		const record = find(database, path);
		if (!record) continue;
		// The walker knows what fits; zod, which takes ten times as long, has the sentence for what does not.
		const [issue] = fitsAt(record, path)
			? []
			: (recordSchema(path)?.safeParse(record).error?.issues ?? []);
		if (issue) return reject('invalid', `${nameOf(database, path)}: ${sayIssue(issue, record)}`);
		const [lost] = dangling(path.split('/')[0] as Collection, record, ids);
		if (lost) {
			const [near] = nearest(lost.id, [...(ids[lost.to] ?? [])]);
			return reject(
				'unknown',
				`there is no ${targetWords[lost.to]} ${lost.id} (${lost.path.join('.')})${near ? `; did you mean ${near}?` : ''}`,
			);
		}
		const refused =
			before && path.startsWith('boards/') && refuseBoard(before, database, record['id']);
		if (refused) return refused;
	}
	for (const {record, field} of effects) {
		const [collection, id = '', ...inside] = record.split('/');
		const holds = inside.length > 0 ? undefined : stateHolds[`${collection}/${field}`];
		const refused = holds?.(database, id);
		if (refused) return refused;
	}
	const circle = effects.some(
		({field, to}) => field === 'dependsOn' || (field === undefined && (to as Bare)?.['dependsOn']),
	)
		? findCircle(database)
		: undefined;
	if (circle) {
		const names = circle.map((id) => nameOf(database, `projects/${id}`));
		return reject(
			'invalid',
			names.length === 1
				? `${names[0]} cannot depend on itself`
				: `${names[0]} would wait for itself: ${[...names, names[0]].join(', which waits for ')}`,
		);
	}
	if (effects.some(({record, field}) => record.startsWith('strategies/') && field === 'status')) {
		const current = database.strategies.filter(({status}) => status === 'current');
		if (current.length !== 1) {
			return reject(
				'state',
				current.length === 0
					? 'one strategy must be current: make another one current in the same act'
					: `one strategy is current at a time, not ${current.map(({id}) => id).join(' and ')}: make the old one past in the same act`,
			);
		}
	}
	const removed = effects.filter((effect) => effect.field === undefined && effect.to === undefined);
	return removed.length === 0 ? undefined : findOrphan(database);
}

/** A reference that an undo left without its target. */
function findOrphan(database: Database): Rejection | undefined {
	const ids = knownIds(database);
	for (const collection of collections) {
		for (const record of database[collection]) {
			const [lost] = dangling(collection, record, ids);
			if (lost) {
				return reject(
					'conflict',
					`${nameOf(database, `${collection}/${record.id}`)} still refers to ${targetWords[lost.to]} ${lost.id}`,
				);
			}
		}
	}
	return undefined;
}
