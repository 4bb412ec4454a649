import {compareDays, sayDay} from '../../calendar.ts';
import {contentDigest} from '../../log/chain.ts';
import {type Lack, lacking} from '../../law/completeness.ts';
import type {Rejection} from '../../rejection.ts';
import type {Database, Decision, Meeting} from '../../schema/index.ts';
import {minutesStatusWords} from '../../words.ts';
import {byDate, firstDay} from '../meeting/meetings.ts';
import {contentOf, minutesOf} from './minutes.ts';
import {latestMeeting} from '../strategy/portfolio.ts';
import {noticesDue} from './statement.ts';

/** The meeting whose minutes are wanted when none is named: the one that sits, the last held, else one to come. */
export const minutesMeeting = (database: Database): Meeting | undefined =>
	latestMeeting(database) ?? byDate(database.meetings)[0];

const heldAt = (meeting: Meeting): string => meeting.openedAt ?? firstDay(meeting);

/**
 * The meeting that would approve the minutes of another: a later one of the same board, the one that is
 * open, else the one that was opened last.
 */
export function approvingMeeting(database: Database, meeting: Meeting): Meeting | undefined {
	const later = database.meetings
		.filter(
			(one) =>
				one.board === meeting.board &&
				one.id !== meeting.id &&
				one.status !== 'planned' &&
				heldAt(one) > heldAt(meeting),
		)
		.toSorted((a, b) => compareDays(heldAt(a), heldAt(b)));
	return later.find(({status}) => status === 'open') ?? later.at(-1);
}

/** Decisions of which a notice is due and not given yet: those that can be published, and what the others lack. */
type Due = {
	complete: Decision[];
	incomplete: {decision: Decision; lacks: Lack[]}[];
};

export function dueForPublication(database: Database, meeting: string): Due {
	const due: Due = {complete: [], incomplete: []};
	for (const decision of noticesDue(database, meeting)) {
		if (decision.publishedOn || decision.status !== 'recorded') continue;
		const lacks = lacking(database, decision);
		if (lacks.length === 0) due.complete.push(decision);
		else due.incomplete.push({decision, lacks});
	}
	return due;
}

/** Something that is done with minutes. */
export type MinutesStep = 'issue' | 'approve' | 'sign' | 'correct';

/** Why minutes cannot take a step now, with what comes first; undefined when they can. */
export function whyNotYet(
	database: Database,
	meeting: Meeting,
	step: MinutesStep,
): Pick<Rejection, 'message' | 'mend'> | undefined {
	const {id, status, minutes} = meeting;
	if (status === 'planned') return {message: `${id} has not been held yet`};
	if (status !== 'closed') {
		return {message: `${id} is ${status}: it is closed first`, mend: 'meeting.close'};
	}
	const now = minutes?.status ?? 'draft';
	const stands = `they are ${now === 'draft' ? 'a draft' : minutesStatusWords[now].toLowerCase()}`;
	switch (step) {
		case 'issue': {
			if (now === 'approved' || now === 'signed') {
				return {message: `${stands}, and only corrected now`, mend: 'minutes.correct'};
			}
			const newest = minutes?.seals?.at(-1);
			const isSame =
				now === 'issued' && newest?.content === contentDigest(contentOf(minutesOf(database, id)));
			return isSame ? {message: `nothing has changed since ${newest?.id} was issued`} : undefined;
		}
		case 'approve':
			if (now === 'draft') {
				return {message: `${stands}: they are issued first`, mend: 'minutes.issue'};
			}
			if (now !== 'issued') return {message: `${stands} already`};
			return approvingMeeting(database, meeting)
				? undefined
				: {message: 'no later meeting of the board has been opened yet: it approves them'};
		case 'sign':
			if (now === 'signed') {
				return {
					message: `${stands} already${minutes?.signedOn ? `, on ${sayDay(minutes.signedOn)}` : ''}`,
				};
			}
			return now === 'approved'
				? undefined
				: {message: `${stands}: a later meeting approves them first`, mend: 'minutes.approve'};
		case 'correct':
			return now === 'approved' || now === 'signed'
				? undefined
				: {
						message: `${stands}: correct the record itself, the notes on the meeting, the decisions in the register`,
					};
	}
}
