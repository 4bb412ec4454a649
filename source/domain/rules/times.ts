import {dayIn, sayDay, timeIn} from '../calendar.ts';
import {nameOf, personName} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import type {Database, Meeting} from '../schema/index.ts';

/** A moment of a meeting's record, and what happened then, for a sentence. */
type Moment = {at: string; says: string};

/** `11:05`; with its day where the other moment is of another. */
function sayMoment(database: Database, at: string, beside: string): string {
	const {timeZone} = database.organisation;
	const day = dayIn(at, timeZone);
	return day === dayIn(beside, timeZone)
		? timeIn(at, timeZone)
		: `${timeIn(at, timeZone)} on ${sayDay(day)}`;
}

/**
 * Why the times that a meeting holds cannot all be right: whatever happened in it did so between its opening and its
 * closing, an item ended after it was taken up, a break after it began, and whoever left had come. Asked
 * where somebody tells a time; what was keyed is in order by itself.
 */
export function refuseTimes(database: Database, id: string, now: string): Rejection | undefined {
	const meeting = database.meetings.find((one) => one.id === id);
	if (!meeting) return undefined;
	const {openedAt, closedAt} = meeting;
	const all = moments(database, meeting);
	const wrong = (late: Moment, early: Moment): Rejection =>
		reject(
			'invalid',
			`${late.says} at ${sayMoment(database, late.at, early.at)} cannot be: ${early.says} at ${sayMoment(database, early.at, late.at)}`,
		);
	if (openedAt !== undefined && closedAt !== undefined && closedAt < openedAt) {
		return wrong(
			{at: closedAt, says: 'the closing'},
			{at: openedAt, says: 'the meeting was opened'},
		);
	}
	for (const moment of all) {
		if (moment.at > now) {
			return reject(
				'invalid',
				`${moment.says} at ${sayMoment(database, moment.at, now)} is still to come`,
			);
		}
		if (openedAt !== undefined && moment.at < openedAt) {
			return wrong(moment, {at: openedAt, says: 'the meeting was opened'});
		}
		if (closedAt !== undefined && moment.at > closedAt) {
			return wrong(moment, {at: closedAt, says: 'the meeting was closed'});
		}
	}
	for (const moment of happened(database, meeting)) {
		for (const {from, to} of meeting.pauses ?? []) {
			if (from < moment.at && moment.at < (to ?? now)) {
				return wrong(moment, {at: from, says: 'the meeting had been adjourned'});
			}
		}
	}
	for (const [first, then] of pairs(meeting)) {
		if (then.at < first.at) return wrong(then, first);
	}
	return comings(database, meeting, wrong);
}

const moment = (at: string | undefined, says: string): Moment[] =>
	at === undefined ? [] : [{at, says}];

/** What a meeting does while it sits alone: people come and go in a break too, and an item may end with it. */
const happened = (database: Database, {id, agenda}: Meeting): Moment[] => [
	...agenda.flatMap(({startedAt, title}) => moment(startedAt, `taking up “${title}”`)),
	...database.decisions.flatMap((decision) =>
		decision.meeting === id && decision.status !== 'retracted'
			? moment(decision.at, `decision ${nameOf(database, `decisions/${decision.id}`)}`)
			: [],
	),
];

/** Everything that happened in a meeting at a time, the opening and the closing included. */
function moments(database: Database, meeting: Meeting): Moment[] {
	const {openedAt, closedAt, agenda, movements = [], pauses = []} = meeting;
	return [
		...moment(openedAt, 'the opening'),
		...moment(closedAt, 'the closing'),
		...agenda.flatMap(({endedAt, title}) => moment(endedAt, `the end of “${title}”`)),
		...movements.map(({at, person, kind}) => ({
			at,
			says: `that ${personName(database, person)} ${kind}`,
		})),
		...pauses.flatMap(({from, to}) => [
			...moment(from, 'the adjournment'),
			...moment(to, 'the resumption'),
		]),
		...(meeting.publicLeft ?? []).map(({at}) => ({at, says: 'that the public left'})),
		...(meeting.readmissions ?? []).map(({at}) => ({at, says: 'the readmission of the public'})),
		...happened(database, meeting),
	];
}

/** What follows on something else: the end of an item on its beginning, a resumption on its adjournment, that on the one before. */
function pairs({agenda, pauses = []}: Meeting): [Moment, Moment][] {
	const items = agenda.flatMap(({title, startedAt, endedAt}): [Moment, Moment][] =>
		startedAt === undefined || endedAt === undefined
			? []
			: [
					[
						{at: startedAt, says: `“${title}” was taken up`},
						{at: endedAt, says: `the end of “${title}”`},
					],
				],
	);
	const breaks = pauses.flatMap(({from, to}, index): [Moment, Moment][] => {
		const before = pauses[index - 1]?.to;
		return [
			...(before === undefined
				? []
				: ([
						[
							{at: before, says: 'the meeting was resumed'},
							{at: from, says: 'the adjournment'},
						],
					] satisfies [Moment, Moment][])),
			...(to === undefined
				? []
				: ([
						[
							{at: from, says: 'the meeting was adjourned'},
							{at: to, says: 'the resumption'},
						],
					] satisfies [Moment, Moment][])),
		];
	});
	return [...items, ...breaks];
}

/** Nobody leaves who has left, or comes who is there. */
function comings(
	database: Database,
	{movements = []}: Meeting,
	wrong: (late: Moment, early: Moment) => Rejection,
): Rejection | undefined {
	const last = new Map<string, {kind: 'arrived' | 'left'; at: string}>();
	for (const {person, kind, at} of inTime(movements)) {
		const before = last.get(person);
		if (before?.kind === kind) {
			const name = personName(database, person);
			return wrong(
				{at, says: `that ${name} ${kind}`},
				{at: before.at, says: `${name} had ${kind}`},
			);
		}
		last.set(person, {kind, at});
	}
	return undefined;
}

/** Movements in the order in which they happened; those of one moment as they were noted. */
export const inTime = <Timed extends {at: string}>(movements: readonly Timed[]): Timed[] =>
	movements.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

/** The item that was before the room at a time, as far as the record tells; the later one where one ended as the next began. */
export const itemAt = ({agenda, currentItem}: Meeting, at: string): string | undefined =>
	agenda.findLast(
		({id, startedAt, endedAt}) =>
			startedAt !== undefined &&
			startedAt <= at &&
			(endedAt === undefined ? id === currentItem : at < endedAt),
	)?.id;

/** A time as it is told, and the moment of the key where that was another. */
export type ToldTime = {at: string; keyed?: string};

export const told = (at: string | undefined, now: string): ToldTime =>
	at === undefined || at === now ? {at: now} : {at, keyed: now};

/** ` at 18:32`, where that was told. */
export const sayTold = ({at}: {at?: string | undefined}, {organisation}: Database): string =>
	at === undefined ? '' : ` at ${timeIn(at, organisation.timeZone)}`;
