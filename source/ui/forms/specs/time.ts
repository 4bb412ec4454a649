import {dayIn, instantOf} from '../../../domain/calendar.ts';
import {calendarOf, parseClock, parsePastDay} from '../../../domain/typed-days.ts';
import type {Change} from '../../../domain/changes/index.ts';
import {nameOfTime, timesOf, type Timed} from '../../../domain/queries/minutes/times.ts';
import type {Database, Meeting} from '../../../domain/schema/index.ts';
import {type Form, type FormSpec, given, valueOf} from '../form.ts';
import {whatShakes} from '../shaken.ts';
import {meetingOf} from './item.ts';

/** The keys of a choice, in the order in which they are offered. */
const keys = 'abcdefghijkl';

/** Who and what is offered: the times that lie nearest to the item under the cursor, the newest first. */
const offered = (meeting: Meeting, item: string | undefined): Timed[] =>
	timesOf(meeting)
		.toSorted((a, b) => Number(b.item === item) - Number(a.item === item) || (a.at < b.at ? 1 : -1))
		.slice(0, keys.length);

const idOf = ({of, field}: Timed): string => `${of ?? 'meeting'} ${field}`;

const chosen = (database: Database, form: Form): Timed | undefined => {
	const meeting = meetingOf(database, form.target.meeting);
	return meeting && timesOf(meeting).find((one) => idOf(one) === valueOf(form, 'what'));
};

/** The instant that a text means beside the time that it corrects: a time of its day, or with a day of its own. */
function readInstant(database: Database, before: string, typed: string): string | undefined {
	const {timeZone} = database.organisation;
	const [, day = '', clock = ''] = /^(?:(.*\S)[\s,]+)?(\S+(?: ?[ap]\.?m\.?)?)$/i.exec(typed) ?? [];
	const time = parseClock(clock);
	const on =
		day === ''
			? dayIn(before, timeZone)
			: parsePastDay(day, calendarOf(database, dayIn(before, timeZone)));
	return time && on ? instantOf(`${on}T${time}`, timeZone) : undefined;
}

/** One time of a meeting's record, as it is told instead of keyed. */
export const time: FormSpec = {
	title: (_database, {target}) => `When it was: ${target.meeting}`,
	lead(database, form) {
		const found = chosen(database, form);
		const read = found && readInstant(database, found.at, valueOf(form, 'at'));
		if (!found || !read) return [];
		const shaken = whatShakes(database, [changeOf(form, found, read)]);
		return shaken.map(({says}) => `${says}: say why, and it is marked to be looked at again.`);
	},
	enterSaves: true,
	fields(database, form) {
		const meeting = meetingOf(database, form.target.meeting);
		if (!meeting) return [];
		const options = offered(meeting, form.target.item).map((one, index) => ({
			value: idOf(one),
			label: nameOfTime(database, {meeting: meeting.id, ...one}).replace(/^when /, ''),
			key: keys[index] ?? '',
		}));
		return [
			{
				name: 'at',
				label: 'At',
				kind: 'clock',
				hint: '10:15, 1015, 6:30pm; with its day: 8 Dec 20:00',
			},
			{name: 'what', label: 'What', kind: 'choice', options},
			{name: 'reason', label: 'Because', kind: 'line', hint: 'needed once minutes were issued'},
		];
	},
	start(database, {meeting, item}) {
		const held = meetingOf(database, meeting);
		const first = held && offered(held, item)[0];
		return {values: {at: '', what: first ? idOf(first) : '', reason: ''}};
	},
	submit({database}, form) {
		const found = chosen(database, form);
		if (!found) return {field: 'what', message: 'choose what is corrected'};
		const read = readInstant(database, found.at, valueOf(form, 'at'));
		if (!read) return {field: 'at', message: 'type a time: 10:15, 1015 or 8 Dec 20:00'};
		const change = changeOf(form, found, read);
		const shaken = whatShakes(database, [change]);
		const why = given(form, 'reason');
		if (shaken.length > 0 && !why) return {field: 'reason', message: shaken[0]?.says ?? ''};
		const marks = shaken.map(({decision: id}): Change => ({
			kind: 'decision/mark',
			id,
			why: why ?? '',
		}));
		return {changes: [change, ...marks]};
	},
};

const changeOf = (form: Form, {of, field, at}: Timed, to: string): Change => ({
	kind: 'meeting/time',
	meeting: form.target.meeting ?? '',
	of,
	field,
	from: at,
	to,
	reason: given(form, 'reason'),
});
