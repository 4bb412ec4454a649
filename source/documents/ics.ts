import ical, {
	escape,
	ICalCalendarMethod,
	ICalEventBusyStatus,
	ICalEventStatus,
	ICalEventTransparency,
} from 'ical-generator';
import {addDays} from '../domain/calendar.ts';
import {clean, cleanLines} from '../domain/clean.ts';
import {personName} from '../domain/names.ts';
import type {Action, Database} from '../domain/schema/index.ts';
import {actionStatusWords, cut} from '../domain/words.ts';
import {screenVoice} from '../domain/voice/index.ts';

/** A calendar shows little of a title; the whole text stands in the description. */
const longestSummary = 120;

/**
 * The actions that are due on some day, each as an event of that whole day. To-dos (VTODO) would be the
 * truer form, but Outlook and Google Calendar pass over them when they read a file or a subscription,
 * and a reminder that does not appear reminds nobody. An event takes up no time: who looks for a free
 * hour still finds it.
 *
 * An action keeps its UID, and every revision of the database has a higher number than the one before:
 * read in again, the calendar moves what was put off instead of showing it twice. This module loads
 * ical-generator: import it when a calendar is made.
 */
export function actionsCalendar(
	database: Database,
	actions: readonly Action[],
	now: string,
): string {
	const calendar = ical({
		prodId: '//Boardwalk//Actions//EN',
		method: ICalCalendarMethod.PUBLISH,
		// The library escapes what belongs to events, but not the calendar's own name.
		name: escape(clean(`Actions: ${database.organisation.name}`), false),
	});
	for (const action of actions) {
		if (action.due === undefined) continue;
		calendar.createEvent({
			id: `${action.id}.${database.id}@boardwalk`,
			sequence: database.revision,
			stamp: new Date(now),
			start: midnight(action.due),
			// The end of an event is the first day that is no longer in it.
			end: midnight(addDays(action.due, 1)),
			allDay: true,
			summary: summaryOf(action),
			description: descriptionOf(database, action),
			transparency: ICalEventTransparency.TRANSPARENT,
			busystatus: ICalEventBusyStatus.FREE,
			...(action.status === 'cancelled' ? {status: ICalEventStatus.CANCELLED} : {}),
		});
	}
	return `${calendar.toString()}\r\n`;
}

/** The library prints whole days in UTC when no time zone is given. */
const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

function summaryOf({id, text, status}: Action): string {
	const state = status === 'open' ? '' : `${actionStatusWords[status]}: `;
	return `${state}${cut(clean(text).trim(), longestSummary)} (${id})`;
}

function descriptionOf(database: Database, action: Action): string {
	const meeting = database.meetings.find(({id}) => id === action.meeting);
	const {day, shared} = screenVoice(database);
	const project = database.projects.find(({id}) => id === action.project);
	const said: [string, string | undefined][] = [
		['Who', action.owner === undefined ? undefined : personName(database, action.owner)],
		['Due', action.due && day(action.due)],
		['Status', actionStatusWords[action.status]],
		['Meeting', meeting && `${meeting.id} ${meeting.title}`],
		['Decision', action.decision],
		['Project', project && `${project.id} ${project.title}`],
		['Note', action.note],
	];
	const lines = said.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
	const remark = meeting?.example ? ['', shared.example] : [];
	return cleanLines([action.text, '', ...lines, ...remark].join('\n'));
}
