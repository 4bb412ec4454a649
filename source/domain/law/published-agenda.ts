import {reject, type Rejection} from '../rejection.ts';
import type {Database, Meeting} from '../schema/index.ts';
import {meetingLaw} from './boards.ts';

/** What the law asks once the agenda of a meeting that the public may attend is out, or the meeting has begun. */
const gateOf = (database: Database, meeting: Meeting) =>
	meeting.publishedOn !== undefined || meeting.status !== 'planned'
		? meetingLaw(database, meeting).gate
		: undefined;

/**
 * The urgency gate: an item that was not on the published agenda needs the reason why it could not wait, and the
 * minutes say which. Absent when there is no gate.
 */
export function refuseWithoutUrgency(
	database: Database,
	meeting: Meeting,
	urgency: string | undefined,
): Rejection | undefined {
	const gate = gateOf(database, meeting);
	return gate && !urgency ? reject('invalid', `the agenda is out: ${gate.urgency}`) : undefined;
}

/** What the public was told is to be considered stands: another title would bring in what had no notice. */
export function refuseRetitling(database: Database, meeting: Meeting): Rejection | undefined {
	const gate = gateOf(database, meeting);
	return (
		gate &&
		reject(
			'state',
			`the agenda is out, so its titles stand: note on the item, or add one with its urgency (${gate.titles})`,
		)
	);
}
