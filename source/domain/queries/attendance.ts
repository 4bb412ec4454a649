import {dayIn} from '../calendar.ts';
import {personName} from '../names.ts';
import type {AttendanceStatus, Database, Meeting, Membership} from '../schema/index.ts';

/** One line of a roll, with names resolved. */
export type Attended = {
	person: string;
	name: string;
	status: AttendanceStatus;
	/** The part that the person had on the board on the day; absent for one who is no member. */
	role?: Membership['role'];
	/** For a substitute: whose place they took. */
	for?: string;
};

/** The day of a meeting in the organisation's time zone, or undefined when none is known. */
export function dayOfMeeting(database: Database, meeting: Meeting): string | undefined {
	if (meeting.openedAt) return dayIn(meeting.openedAt, database.organisation.timeZone);
	return meeting.startsAt?.slice(0, 10) ?? meeting.period?.from;
}

/** A meeting's roll in the order in which it was taken: chair first, then as recorded. */
export function attendanceOf(database: Database, meeting: Meeting): Attended[] {
	const day = dayOfMeeting(database, meeting);
	const members = database.boards.find(({id}) => id === meeting.board)?.members ?? [];
	const roles: (Membership['role'] | undefined)[] = ['chair', 'vice-chair'];
	const rank = ({role}: Attended) => (role && roles.includes(role) ? roles.indexOf(role) : 2);
	return meeting.attendance
		.map(({person, status, for: member}): Attended => ({
			person,
			name: personName(database, person),
			status,
			role: members.find(
				(membership) =>
					membership.person === person &&
					(day === undefined ||
						((membership.from ?? '') <= day && (membership.to ?? '9999-12-31') >= day)),
			)?.role,
			for: member === undefined ? undefined : personName(database, member),
		}))
		.toSorted((a, b) => rank(a) - rank(b));
}
