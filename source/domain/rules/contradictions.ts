// Facts of one record that cannot both be: an item that was not reached and was decided, a budget decided by a show of
// hands. Whichever act comes second is refused, an undo too.
import {nameOf} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import type {Database, Decision, Effect, ItemDisposal, Outcome} from '../schema/index.ts';
import {disposalWords} from '../words.ts';
import {byName} from './voting.ts';

/** What may be decided on an item that was not taken, besides steps of the meeting itself: that it is put off, or goes elsewhere. */
const puttingOff: readonly Outcome[] = ['deferred', 'referred', 'withdrawn'];

/** Whether a decision can stand on an item of which that became. */
function fits(disposal: ItemDisposal | undefined, {outcome, procedural}: Decision): boolean {
	if (disposal === undefined || disposal === 'taken') return true;
	if (disposal === 'not-reached') return outcome === 'deferred';
	return procedural === true || puttingOff.includes(outcome);
}

/** The decisions and the items of meetings that an act touched where they could come to contradict each other. */
function touchedBy(database: Database, effects: readonly Effect[]) {
	const items = new Set<string>();
	for (const {record, field} of effects) {
		const [collection, id, list, item] = record.split('/');
		if (collection === 'decisions' && list === undefined) {
			const found = database.decisions.find((one) => one.id === id);
			if (found?.item !== undefined && (field === undefined || field === 'outcome')) {
				items.add(`meetings/${found.meeting}/agenda/${found.item}`);
			}
		}
		if (list === 'agenda' && item !== undefined && (field === 'disposal' || field === 'budget')) {
			items.add(record);
		}
	}
	return [...items];
}

/**
 * Why what an act leaves behind contradicts itself: what became of an item and what was decided on it, or that it is a
 * budget, on which each votes by name, and how its decisions were voted on.
 */
export function refuseContradiction(
	database: Database,
	effects: readonly Effect[],
): Rejection | undefined {
	for (const path of touchedBy(database, effects)) {
		const [, id, , itemId] = path.split('/');
		const meeting = database.meetings.find((one) => one.id === id);
		const item = meeting?.agenda.find((one) => one.id === itemId);
		if (!meeting || !item) continue;
		const standing = database.decisions.filter(
			(one) => one.meeting === id && one.item === itemId && one.status !== 'retracted',
		);
		const decided = standing.find((one) => !fits(item.disposal, one));
		if (decided && item.disposal !== undefined) {
			return reject(
				'state',
				`item ${nameOf(database, path)} is noted as ${disposalWords[item.disposal].toLowerCase()}, and ${decided.id} was decided on it: one of them is wrong`,
				item.disposal === 'not-reached' ? 'item.not-reached' : undefined,
			);
		}
		const named = byName(database, meeting, itemId);
		const counted = standing.find(
			({procedural, vote, amendments = []}) =>
				!procedural &&
				[vote, ...amendments.map((one) => one.vote)].some(
					(one) => one && one.method !== 'recorded',
				),
		);
		if (named !== undefined && counted) return reject('invalid', `${counted.id}: ${named}`);
	}
	return undefined;
}
