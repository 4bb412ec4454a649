import ical, {
	escape,
	ICalCalendarMethod,
	ICalEventBusyStatus,
	ICalEventStatus,
	ICalEventTransparency,
} from 'ical-generator';
import {addDays, dayIn, timeIn} from '../../domain/calendar.ts';
import {clean} from '../../domain/clean.ts';
import type {Database} from '../../domain/schema/index.ts';
import {actionStatusWords, cut, noticeWords, statusWords} from '../../domain/words.ts';
import type {TableName} from './tables.ts';

/** Something that is on a day, or at a time of one. */
type Event = {
	id: string;
	day: string;
	time?: string;
	to?: string;
	summary: string;
	place?: string;
	over?: boolean;
};

const whole = (
	date: string | {from: string; to: string} | undefined,
): {day: string; to?: string} | undefined => {
	const from = typeof date === 'string' ? date : date?.from;
	const to = typeof date === 'string' ? date : date?.to;
	return from?.length === 10 && to?.length === 10
		? {day: from, ...(to === from ? {} : {to})}
		: undefined;
};

const events = {
	meetings: ({meetings}: Database): Event[] =>
		meetings.flatMap(({id, title, startsAt, period, venue, status}) => {
			const on =
				startsAt === undefined
					? whole(period)
					: {day: startsAt.slice(0, 10), time: startsAt.slice(11, 16)};
			return on
				? [
						{
							id,
							...on,
							summary: title,
							...(venue === undefined ? {} : {place: venue}),
							over: status === 'cancelled',
						},
					]
				: [];
		}),
	actions: ({actions}: Database): Event[] =>
		actions.flatMap(({id, text, due, status}) =>
			due === undefined
				? []
				: [
						{
							id,
							day: due,
							summary: `${status === 'open' ? '' : `${actionStatusWords[status]}: `}${text}`,
							over: status === 'cancelled',
						},
					],
		),
	projects: ({projects}: Database): Event[] =>
		projects.flatMap(({id, title, due, status}) =>
			due === undefined
				? []
				: [
						{
							id,
							day: due,
							summary: `${title} due (${statusWords[status]})`,
							over: status === 'cancelled',
						},
					],
		),
	decisions: ({decisions}: Database): Event[] =>
		decisions.flatMap(({id, title, date, status}) => {
			const on = whole(date);
			return on ? [{id, ...on, summary: `Decided: ${title}`, over: status === 'retracted'}] : [];
		}),
	notices: ({notices}: Database): Event[] =>
		notices.flatMap(({id, kind, title, decisionOn, withdrawn}) => {
			const on = whole(decisionOn);
			return on
				? [{id, ...on, summary: `${noticeWords[kind]}: ${title}`, over: withdrawn === true}]
				: [];
		}),
} satisfies Partial<Record<TableName, (database: Database) => Event[]>>;

type DatedTable = keyof typeof events;
export const datedTables = Object.keys(events) as DatedTable[];

/**
 * What has a day, as a calendar. A record keeps its UID, the same that `actions --format ics` gives it, and the revision
 * counts its versions: read in again, what was moved moves. Meetings last two hours, for want of a word on their end.
 */
export function calendarOf(database: Database, names: readonly DatedTable[], now: string): string {
	const {timeZone, name} = database.organisation;
	const calendar = ical({
		prodId: '//Boardwalk//Calendar//EN',
		method: ICalCalendarMethod.PUBLISH,
		name: escape(clean(name), false),
	});
	for (const event of names.flatMap((table) => events[table](database))) {
		const {id, day, to = day, time, summary, place, over} = event;
		calendar.createEvent({
			id: `${id}.${database.id}@boardwalk`,
			sequence: database.revision,
			stamp: new Date(now),
			...(time === undefined
				? {
						start: midnight(day),
						end: midnight(addDays(to, 1)),
						allDay: true,
						transparency: ICalEventTransparency.TRANSPARENT,
						busystatus: ICalEventBusyStatus.FREE,
					}
				: {
						start: instantOf(day, time, timeZone),
						end: new Date(instantOf(day, time, timeZone).getTime() + 7_200_000),
					}),
			summary: `${cut(clean(summary).trim(), 120)} (${id})`,
			...(place === undefined ? {} : {location: clean(place)}),
			...(over === true ? {status: ICalEventStatus.CANCELLED} : {}),
		});
	}
	return `${calendar.toString()}\r\n`;
}

/** The library prints whole days in UTC when no time zone is given. */
const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** The instant of a wall-clock time in a time zone: that of UTC, put right by what the zone's clock shows then, twice for the days on which it is changed. */
function instantOf(day: string, time: string, timeZone: string): Date {
	const wanted = Date.parse(`${day}T${time}:00Z`);
	let found = wanted;
	for (let at = 0; at < 2; at++) found += wanted - shown(found, timeZone);
	return new Date(found);
}

/** What the clock shows then, as if it were UTC. */
function shown(instant: number, timeZone: string): number {
	const at = new Date(instant).toISOString();
	return Date.parse(`${dayIn(at, timeZone)}T${timeIn(at, timeZone)}:00Z`);
}
