import {dayIn} from '../domain/calendar.ts';
import type {Minutes} from '../domain/queries/minutes/minutes.ts';
import {type Voice, voiceOf} from '../domain/voice/index.ts';
import {meetingOf} from './places.ts';
import {derived, type Source, told} from './source.ts';

/** Whether a meeting sat on more than one day: then a time without its day says too little. */
function satOnSeveral({meeting, pauses, movements, timeZone}: Minutes): boolean {
	const {openedAt, closedAt} = meeting;
	const all = [openedAt, closedAt, ...pauses.map(({at}) => at), ...movements.map(({at}) => at)];
	return new Set(all.flatMap((at) => (at === undefined ? [] : [dayIn(at, timeZone)]))).size > 1;
}

/** The voice of the minutes of a meeting: each time with its day where it sat on several. */
export function voiceOfMeeting(minutes: Minutes): Voice {
	const voice = voiceOf(minutes);
	if (!satOnSeveral(minutes)) return voice;
	const {day, time} = voice;
	const {closedOn} = voice.minutes;
	return {...voice, time: (at) => closedOn(time(at), day(dayIn(at, minutes.timeZone)))};
}

/** The source of what is told with its time: with its day as well where the meeting sat on several. */
export function timed(minutes: Minutes, ...from: string[]): Source {
	if (!satOnSeveral(minutes)) return told(...from);
	const meeting = meetingOf(minutes);
	return derived(
		'days',
		...from,
		...['openedAt', 'closedAt', 'pauses', 'movements'].map((field) => `${meeting}/${field}`),
	);
}
