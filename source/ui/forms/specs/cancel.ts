import {sayStart} from '../../../domain/voice/index.ts';
import {calendarOf, exampleTime} from '../../../domain/typed-days.ts';
import type {Change} from '../../../domain/changes/index.ts';
import {type FormSpec, given} from '../form.ts';
import {readTime} from '../days.ts';
import {meetingOf} from './item.ts';

/** A meeting is called off or, with another time, put off: its agenda goes with it. */
export const cancel: FormSpec = {
	title: (database, {target}) =>
		`Call off ${target.meeting} ${meetingOf(database, target.meeting)?.title ?? ''}`,
	lead: () => [
		'Its business can go to another meeting. Give another time to put it off: its agenda goes to a new meeting, of which fresh notice is given.',
	],
	fields: (database) => [
		{name: 'reason', label: 'Because', kind: 'line', hint: 'the notice says so'},
		{
			name: 'startsAt',
			label: 'Put off to',
			kind: 'time',
			hint: `${exampleTime(calendarOf(database, ''))}; empty: it is called off`,
		},
	],
	start: () => ({values: {reason: '', startsAt: ''}}),
	submit({database, today}, form) {
		const {meeting: id = ''} = form.target;
		const held = meetingOf(database, id);
		const reason = given(form, 'reason');
		if (!reason) return {field: 'reason', message: 'say why it is called off'};
		const read = readTime(form, 'startsAt', {database, today});
		if ('message' in read) return read;
		const startsAt = read.time;
		const off: Change = {kind: 'meeting/cancel', id, on: today, reason};
		if (!startsAt || !held) return {changes: [off]};
		const {board, title, venue, series, agenda} = held;
		return {
			changes: [
				{
					kind: 'meeting/add',
					board,
					title,
					startsAt,
					venue,
					series,
					agenda: agenda.map(({kind: itemKind, title: itemTitle, minutes, about, exempt}) => ({
						itemKind,
						title: itemTitle,
						minutes,
						about,
						exempt,
					})),
				},
				{...off, putOff: true},
			],
		};
	},
	readBack: (database, form, changes) => {
		const next = changes.find((change) => change.kind === 'meeting/add');
		const to = next?.startsAt;
		return to
			? [`Put off to ${sayStart(database, to)}, because: ${given(form, 'reason')}`]
			: [`Called off, because: ${given(form, 'reason')}`];
	},
};
