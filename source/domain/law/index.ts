import type {AgendaItem, Database, Decision, Meeting, Notice, Profile} from '../schema/index.ts';
import {decisionLaw, profileOf} from './boards.ts';
import {england} from './england/index.ts';
import type {CallInClock, Law, Lawfulness, NoticeClock} from './law.ts';
import {plain} from './plain.ts';
import {scotland} from './scotland/index.ts';
import {usOpenMeetings} from './us/index.ts';

const laws = {england, scotland, 'us-open-meetings': usOpenMeetings, plain} satisfies Record<
	Profile,
	Law
>;

/** The law that applies to a meeting, which keeps the one under which it was opened; without a meeting the database's. */
export const lawOf = (database: Pick<Database, 'rules'>, meeting?: Pick<Meeting, 'law'>): Law =>
	laws[profileOf(database, meeting)];

const meetingOf = ({meetings}: Database, {meeting}: {meeting?: string | undefined}) =>
	meetings.find(({id}) => id === meeting);

/**
 * Whether a decision may be called in, and from when it may be carried out; undefined where the law of its board
 * knows no such thing.
 */
export const callIn = (
	database: Database,
	decision: Decision,
	today: string,
): CallInClock | undefined =>
	lawOf(database, meetingOf(database, decision)).callIn(database, decision, today);

/** Whether the days of a notice are up; undefined where the law knows no notices. */
export const noticeClock = (
	database: Database,
	notice: Notice,
	today: string,
): NoticeClock | undefined =>
	lawOf(database, meetingOf(database, notice)).noticeClock(database, notice, today);

/** How a decision on an item could lawfully be made on a day, and made in private, if it is a key one or not. */
export const lawfulness = (
	database: Database,
	asked: {meeting: Meeting; item: AgendaItem; day: string},
	key: boolean,
): Lawfulness => lawOf(database, asked.meeting).lawfulness(database, asked, key);

/** What the notice of a decision says of its standing, where its law asks for that. */
export const standingOf = (database: Database, decision: Decision): string | undefined =>
	lawOf(database, meetingOf(database, decision)).standing?.(database, decision) ??
	decisionLaw(database, decision).standing;
