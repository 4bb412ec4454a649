import {addDays, sayDay} from '../../calendar.ts';
import {afterWorkingDays, sayDoubt, sayLeftOut} from '../../rules/days.ts';
import type {Database, Notice} from '../../schema/index.ts';
import type {NoticeClock} from '../law.ts';
import {englishCalendar} from './holidays.ts';
import {filled} from './notices.ts';

const sources: Record<Notice['kind'], string> = {
	'key-decision': 'SI 2012/2089 reg 9',
	'private-meeting': 'SI 2012/2089 reg 5(2)',
	'private-meeting-confirmed': 'SI 2012/2089 reg 5(4)',
	'private-meeting-urgent': 'SI 2012/2089 reg 5(7)',
	'general-exception': 'SI 2012/2089 reg 10',
	'special-urgency': 'SI 2012/2089 reg 11',
};

/**
 * Whether the days of a notice are up: 28 clear calendar days for a key decision and for a private meeting,
 * five clear working days for the second notice of the latter and for the general exception, whose
 * days run from when scrutiny was told if that was later, none once urgency was agreed to. Whether the
 * notice is enough for an item is `lawful`'s to say.
 */
export function noticeClock(database: Database, notice: Notice, today: string): NoticeClock {
	const source = sources[notice.kind];
	if (notice.withdrawn)
		return {state: 'withdrawn', says: 'Withdrawn: it counts for nothing.', source};
	const {kind, publishedOn, agreedBy, agreedOn} = notice;
	const urgent = kind === 'special-urgency' || (kind === 'private-meeting' && filled(agreedBy));
	if (urgent) {
		if (!filled(agreedBy) || agreedOn === undefined) {
			return {state: 'draft', says: 'Nobody has agreed to the urgency yet.', source};
		}
		const state = agreedOn <= today ? 'up' : 'running';
		const says = `${agreedBy} agreed on ${sayDay(agreedOn)}: no days of notice are needed.`;
		return {state, from: agreedOn, says, source};
	}
	if (publishedOn === undefined) {
		return {state: 'draft', says: 'Not published yet: its days have not begun.', source};
	}
	if (kind === 'general-exception' && agreedOn === undefined) {
		return {
			state: 'draft',
			says: 'Scrutiny has not been told yet: its days have not begun.',
			source,
		};
	}
	const start =
		kind === 'general-exception' && (agreedOn ?? '') > publishedOn ? agreedOn : publishedOn;
	const {from, counted} = ends(database, kind, start ?? publishedOn);
	const up = from <= today;
	return {
		state: up ? 'up' : 'running',
		from,
		says: `${counted[0]?.toUpperCase()}${counted.slice(1)} after ${sayDay(start ?? publishedOn)}: the first lawful day ${up ? 'was' : 'is'} ${sayDay(from)}.`,
		source,
	};
}

function ends(database: Database, kind: Notice['kind'], start: string) {
	if (kind === 'key-decision' || kind === 'private-meeting') {
		return {from: addDays(start, 29), counted: '28 clear calendar days'};
	}
	const end = afterWorkingDays(start, 5, englishCalendar(database));
	const counted = `five clear working days${sayLeftOut(end.leftOut)}${sayDoubt(end)}`;
	return {from: addDays(end.day, 1), counted};
}
