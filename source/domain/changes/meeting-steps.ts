import type {Draft} from '../draft.ts';
import {find} from '../log/patch.ts';
import {nameOf} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import {itemAt, refuseTimes, told, type ToldTime} from '../rules/times.ts';
import {compareDays, timeIn} from '../calendar.ts';
import {wentPrivate} from '../queries/public/exempt.ts';
import {refuseApprovedMinutes} from './item.ts';
import type {AgendaItem, Database, Meeting} from '../schema/index.ts';
import {meetingStatusWords} from '../words.ts';
import {type Context, refuseUnknown} from './family.ts';
import {stamp} from './time.ts';

/** Which states each step may be taken from, where it leads, and what is said to be done then. */
const steps = {
	'meeting/open': {from: ['planned'], to: 'open', done: 'opened'},
	'meeting/adjourn': {from: ['open'], to: 'adjourned', done: 'adjourned'},
	'meeting/resume': {from: ['adjourned'], to: 'open', done: 'resumed'},
	'meeting/close': {from: ['open', 'adjourned'], to: 'closed', done: 'closed'},
	'meeting/cancel': {from: ['planned'], to: 'cancelled', done: 'called off'},
} as const satisfies Record<
	string,
	{from: Meeting['status'][]; to: Meeting['status']; done: string}
>;

export const inWords = (status: Meeting['status']): string =>
	meetingStatusWords[status].toLowerCase();

/** Takes a step of a meeting's state machine. */
export function takeStep(
	draft: Draft,
	kind: keyof typeof steps,
	id: string,
): Rejection | undefined {
	const refused = refuseUnknown(draft, 'meetings', id);
	if (refused) return refused;
	const path = `meetings/${id}`;
	const {status} = draft.at(path) as Meeting;
	const {from, to, done} = steps[kind];
	if (!from.some((allowed) => allowed === status)) {
		const name = nameOf(draft.database, path);
		return reject(
			'state',
			status === to
				? `${name} is ${inWords(to)} already`
				: `${name} is ${inWords(status)}; only a meeting that is ${from.map(inWords).join(' or ')} can be ${done}`,
		);
	}
	draft.set(path, 'status', to);
	return undefined;
}

/**
 * What must hold of a meeting whose status an act altered, by a step or by an undo: a board has one open
 * meeting at a time, and one in which something was decided has been opened.
 */
export function refuseMeeting(database: Database, id: string): Rejection | undefined {
	const path = `meetings/${id}`;
	const found = find(database, path) as Meeting | undefined;
	// Undone, an act that both planned and opened a meeting leaves none.
	if (!found) return undefined;
	const {status, board} = found;
	const other = database.meetings.find(
		(meeting) => meeting.board === board && meeting.status === 'open' && meeting.id !== id,
	);
	if (status === 'open' && other) {
		return reject(
			'state',
			`${nameOf(database, `meetings/${other.id}`)} of the same board is open; close it first`,
		);
	}
	const decision = database.decisions.find(({meeting}) => meeting === id);
	if (status === 'planned' && decision) {
		return reject(
			'state',
			`${nameOf(database, path)} stays opened: decision ${decision.id} was recorded in it`,
		);
	}
	return undefined;
}

/** Ends the item under discussion and takes up another (or none). */
export function takeUp(draft: Draft, id: string, item: string | undefined, when: ToldTime): void {
	const path = `meetings/${id}`;
	const {currentItem} = draft.at(path) as Meeting;
	if (currentItem) stamp(draft, `${path}/agenda/${currentItem}`, 'endedAt', when);
	if (item) {
		const {startedAt, disposal} = draft.at(`${path}/agenda/${item}`) as AgendaItem;
		if (!startedAt) stamp(draft, `${path}/agenda/${item}`, 'startedAt', when);
		// It was reached after all.
		if (disposal === 'not-reached') draft.set(`${path}/agenda/${item}`, 'disposal', undefined);
		stamp(draft, `${path}/agenda/${item}`, 'endedAt', undefined);
	}
	draft.set(path, 'currentItem', item);
}

/** A time that is told must be possible; one that was keyed is in order by itself. */
export const refuseImpossible = (
	draft: Draft,
	id: string,
	{keyed}: ToldTime,
	{now}: Context,
): Rejection | undefined =>
	keyed === undefined ? undefined : refuseTimes(draft.database, id, now);

/** The ids of what says that the public left, and that they were let in again. */
const passages = {publicLeft: 'PL', readmissions: 'RA'} as const;

/**
 * Notes that the public left, or were let in again: once in an item. Where nothing was taken in private nobody had to
 * leave.
 */
export function passOf(
	draft: Draft,
	name: keyof typeof passages,
	id: string,
	at: string | undefined,
	context: Context,
): Rejection | undefined {
	const refused = refuseUnknown(draft, 'meetings', id) ?? refuseApprovedMinutes(draft, id);
	if (refused) return refused;
	const {database} = draft;
	const held = draft.at(`meetings/${id}`) as Meeting;
	if (held.openedAt === undefined) {
		return reject('state', `${nameOf(database, `meetings/${id}`)} has not been opened`);
	}
	if (!wentPrivate(database, held)) {
		return reject('state', 'nothing is taken in private: the public have not been asked to leave');
	}
	const when = told(at, context.now);
	const item = when.keyed === undefined ? held.currentItem : itemAt(held, when.at);
	const last = lastPassage(held, when.at);
	if (last?.name === name && last.item === item) {
		const {timeZone} = database.organisation;
		return reject(
			'state',
			`the public ${name === 'publicLeft' ? 'left' : 'were let in again'} at ${timeIn(last.at, timeZone)} already`,
		);
	}
	const list = `meetings/${id}/${name}`;
	draft.add(list, {id: draft.allocate(passages[name], list), at: when.at, item, keyed: when.keyed});
	return refuseImpossible(draft, id, when, context);
}

/** Whether the public had left or were let in last, before a time; nothing where neither is recorded. */
function lastPassage(
	{publicLeft = [], readmissions = []}: Meeting,
	before: string,
): {name: keyof typeof passages; at: string; item?: string | undefined} | undefined {
	return [
		...publicLeft.map(({at, item}) => ({name: 'publicLeft' as const, at, item})),
		...readmissions.map(({at, item}) => ({name: 'readmissions' as const, at, item})),
	]
		.filter(({at}) => at <= before)
		.toSorted((a, b) => compareDays(a.at, b.at))
		.at(-1);
}
