import {compareDays, sayDay} from '../calendar.ts';
import {contentDigest} from '../log/chain.ts';
import {type Lack, lacking} from '../law/completeness.ts';
import type {Database, Decision, Meeting} from '../schema/index.ts';
import {minutesStatusWords} from '../words.ts';
import {byDate, firstDay} from './meetings.ts';
import {contentOf, minutesOf} from './minutes.ts';
import {latestMeeting} from './portfolio.ts';
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

/** Why minutes cannot take a step now, in a sentence that says what comes first; undefined when they can. */
export type Step = 'issue' | 'approve' | 'sign' | 'correct';
export function whyNotYet(database: Database, meeting: Meeting, step: Step): string | undefined {
	const {id, status, minutes} = meeting;
	if (status !== 'closed') {
		return status === 'planned'
			? `${id} has not been held yet`
			: `${id} is ${status}: close it first`;
	}
	const now = minutes?.status ?? 'draft';
	const stands = `they are ${now === 'draft' ? 'a draft' : minutesStatusWords[now].toLowerCase()}`;
	switch (step) {
		case 'issue': {
			if (now === 'approved' || now === 'signed') return `${stands}: e corrects them`;
			const newest = minutes?.seals?.at(-1);
			const isSame =
				now === 'issued' && newest?.content === contentDigest(contentOf(minutesOf(database, id)));
			return isSame ? `nothing has changed since ${newest?.id} was issued` : undefined;
		}
		case 'approve':
			if (now === 'draft') return `${stands}: i issues them first`;
			if (now !== 'issued') return `${stands} already`;
			return approvingMeeting(database, meeting)
				? undefined
				: 'no later meeting of the board has been opened yet: it approves them';
		case 'sign':
			if (now === 'signed') {
				return `${stands} already${minutes?.signedOn ? `, on ${sayDay(minutes.signedOn)}` : ''}`;
			}
			return now === 'approved' ? undefined : `${stands}: a later meeting approves them first (A)`;
		case 'correct':
			return now === 'approved' || now === 'signed'
				? undefined
				: `${stands}: correct the record itself, the notes on the meeting (4), the decisions in the register (5)`;
	}
}
