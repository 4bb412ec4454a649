import {addDays, sayDay, sayPeriod} from '../../calendar.ts';
import {
	afterWorkingDays,
	type Calendar,
	clearDays,
	lastDayFor,
	sayDoubt,
	sayLeftOut,
	spanOf,
} from '../../rules/days.ts';
import type {AgendaItem, Database, Meeting, Notice} from '../../schema/index.ts';
import {count} from '../../words.ts';
import type {Asked, Authority, Route, Ruling, Way} from '../law.ts';
import {takesExecutive} from './boards.ts';
import {englishCalendar} from './holidays.ts';

export const ruling = (
	ok: boolean,
	source: string,
	says: string,
	more: Partial<Ruling> = {},
): Ruling => ({ok, says, source, leftOut: [], ways: [], ...more});

/** Whether a text was filled in. */
export const filled = (text: string | undefined): text is string => Boolean(text?.trim());

/**
 * The notices that stand for an item, none of them withdrawn: those that name it, and those of its
 * report. A notice of a private meeting that names neither item nor report stands for all items of its
 * meeting, and one that names another meeting for none of this one's.
 */
export const noticesFor = (database: Database, meeting: Meeting, item: AgendaItem): Notice[] =>
	database.notices.filter((notice) => {
		if (notice.withdrawn) return false;
		const here = notice.meeting === meeting.id;
		if (notice.item !== undefined && here) return notice.item === item.id;
		const ofMeeting = notice.kind.startsWith('private-meeting');
		if (ofMeeting && notice.meeting !== undefined && !here) return false;
		if (notice.report === undefined) return ofMeeting && here;
		return notice.report === item.about?.report && notice.board === meeting.board;
	});

/**
 * Whether the decision that an item asks for may be taken on a day, if it is a key decision (its report
 * says so) of an executive or of one of its members. Three routes, tried in this order:
 * - reg 9: its notice was published 28 clear days before, counted as calendar days, and names the day
 *   if it names one;
 * - reg 10, general exception, where that is impracticable: the chair of scrutiny was told in writing,
 *   the notice was published, and five clear days, counted as working days, lie after both. The
 *   reasons must follow as soon as practicable; they are asked for here (reading: the text does
 *   not make them a condition);
 * - reg 11, special urgency, where that is impracticable too: on or before the day the chair of scrutiny, or
 *   in their absence the council's, agreed that it cannot wait. Its reasons are asked for likewise.
 */
export function authority(database: Database, {meeting, item, day}: Asked): Authority {
	const report = database.reports.find(({id}) => id === item.about?.report);
	const board = database.boards.find(({id}) => id === meeting.board);
	if (!report?.key || !takesExecutive(board?.kind)) {
		const says = report?.key
			? 'Not a key decision in law: this board takes no executive decisions.'
			: 'Not a key decision: no notice of 28 days is needed.';
		return {route: 'not-key', ...ruling(true, 'SI 2012/2089 reg 8', says)};
	}
	const calendar = englishCalendar(database);
	const notices = noticesFor(database, meeting, item);
	const tried = routes.flatMap(({kind, route, judge}) =>
		notices
			.filter((notice) => notice.kind === kind)
			.map((notice): Authority => ({route, ...judge(notice, day, calendar)})),
	);
	const good = tried.find(({ok}) => ok);
	if (good) return good;
	const last = tried.at(-1) ?? {
		route: 'none',
		...ruling(false, 'SI 2012/2089 reg 9', 'There is no notice of this key decision.'),
	};
	return {
		...last,
		says: tried.length > 0 ? tried.map(({says}) => says).join(' ') : last.says,
		earliest: tried.flatMap(({earliest}) => earliest ?? []).toSorted()[0],
		ways: [...tried.flatMap(({ways}) => ways), ...openWays(day, calendar)],
	};
}

/** What may still be tried whatever was given: a notice in time, else the general exception. */
function openWays(day: string, calendar: Calendar): Way[] {
	const exception = lastDayFor(day, 5, 'working', calendar);
	return [
		{
			by: lastDayFor(day, 28, 'calendar', calendar).day,
			says: 'Publish its notice (reg 9), 28 clear calendar days before.',
		},
		{
			by: exception.day,
			says: `It is too late for 28 days; where they were impracticable, tell the chair of scrutiny and publish a general exception notice (reg 10), five clear working days before${sayLeftOut(exception.leftOut)}.${sayDoubt(exception)}`,
		},
	];
}

type Judge = (notice: Notice, day: string, calendar: Calendar) => Ruling;

const byNotice: Judge = ({id, publishedOn, decisionOn}, day, calendar) => {
	const source = 'SI 2012/2089 reg 9';
	const name = `Notice ${id} of the key decision`;
	if (publishedOn === undefined) return ruling(false, source, `${name} has no day of publication.`);
	const {days} = clearDays(publishedOn, day, 'calendar', calendar);
	const earliest = addDays(publishedOn, 29);
	const given = `${name}, published on ${sayDay(publishedOn)}, gives ${count(days, 'clear calendar day')} before ${sayDay(day)}; 28 are needed`;
	if (days < 28) {
		const says = `${given}. The first lawful day is ${sayDay(earliest)}.`;
		return ruling(false, source, says, {earliest});
	}
	const span = decisionOn === undefined ? undefined : spanOf(decisionOn);
	if (decisionOn !== undefined && span && (day < span.from || day > span.to)) {
		const says = `${given}. But it says that the decision is made at another time, ${sayPeriod(decisionOn)} (reg 9(1)(d)).`;
		const ways = [{by: day, says: `Bring the date in notice ${id} up to date.`}];
		return ruling(false, source, says, {ways});
	}
	return ruling(true, source, `${given}.`, {earliest, doneOn: publishedOn});
};

const byException: Judge = ({id, publishedOn, agreedBy, agreedOn, reasons}, day, calendar) => {
	const source = 'SI 2012/2089 reg 10';
	const name = `General exception notice ${id}`;
	if (publishedOn === undefined) return ruling(false, source, `${name} has no day of publication.`);
	if (agreedOn === undefined || !filled(agreedBy)) {
		const says = `${name} does not say who was told for scrutiny, and when.`;
		return ruling(false, source, says);
	}
	// The copy that is published is of the notice that scrutiny was given, so the later day counts.
	const start = agreedOn > publishedOn ? agreedOn : publishedOn;
	const counted = clearDays(start, day, 'working', calendar);
	const end = afterWorkingDays(start, 5, calendar);
	const earliest = addDays(end.day, 1);
	const {leftOut} = counted;
	const given = `${name}, of which ${agreedBy} was told on ${sayDay(agreedOn)}, published on ${sayDay(publishedOn)}, gives ${count(counted.days, 'clear working day')} before ${sayDay(day)}; five are needed${sayLeftOut(leftOut)}`;
	if (counted.days < 5) {
		const says = `${given}. The first lawful day is ${sayDay(earliest)}.${sayDoubt(end)}`;
		return ruling(false, source, says, {earliest, leftOut});
	}
	if (!filled(reasons)) {
		const says = `${given}. But it does not say why 28 days were impracticable (reg 10(3)).`;
		const ways = [{by: day, says: `Publish the reasons of notice ${id}.`}];
		return ruling(false, source, says, {leftOut, ways});
	}
	const says = `${given}.${sayDoubt(counted)}`;
	return ruling(true, source, says, {earliest, doneOn: start, leftOut});
};

const byUrgency: Judge = ({id, publishedOn, agreedBy, agreedOn, reasons}, day) => {
	const source = 'SI 2012/2089 reg 11';
	const name = `Special urgency notice ${id}`;
	if (agreedOn === undefined || !filled(agreedBy)) {
		return ruling(false, source, `${name} does not say who agreed that it is urgent, and when.`);
	}
	const given = `${name}: ${agreedBy} agreed on ${sayDay(agreedOn)} that it cannot wait`;
	if (agreedOn > day) {
		const says = `${given}, which is after ${sayDay(day)}.`;
		return ruling(false, source, says, {earliest: agreedOn});
	}
	if (!filled(reasons)) {
		const ways = [{by: day, says: `Publish the reasons of notice ${id}.`}];
		return ruling(false, source, `${given}. But it gives no reasons (reg 11(2)).`, {ways});
	}
	const rest = publishedOn === undefined ? ' Its reasons are still to be published.' : '';
	const says = `${given}; no days of notice are needed.${rest}`;
	return ruling(true, source, says, {earliest: agreedOn, doneOn: agreedOn});
};

const routes: {kind: Notice['kind']; route: Route; judge: Judge}[] = [
	{kind: 'key-decision', route: 'notice', judge: byNotice},
	{kind: 'general-exception', route: 'general-exception', judge: byException},
	{kind: 'special-urgency', route: 'special-urgency', judge: byUrgency},
];
