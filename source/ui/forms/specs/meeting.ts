import {sayDay} from '../../../domain/calendar.ts';
import {calendarOf, exampleTime} from '../../../domain/typed-days.ts';
import {proposeAgenda} from '../../../domain/queries/meeting/agenda.ts';
import type {Board, Database} from '../../../domain/schema/index.ts';
import {changedFields, type Form, type FormSpec, given, type Option, valueOf} from '../form.ts';
import {readTime} from '../days.ts';
import {meetingOf} from './item.ts';
import {keyFor} from './minutes.ts';

/** Boards by number, then by letter. */
const boardOptions = ({boards}: Database): Option[] =>
	boards.map(({id, name}, index) => ({value: id, label: name, key: keyFor(index)}));

const chosenBoard = ({boards}: Database, form: Form): Board | undefined =>
	boards.find(({id}) => id === valueOf(form, 'board'));

/** `12 October 2026, 14:00` as a field would take it again. */
const typedTime = (startsAt: string | undefined): string =>
	startsAt ? `${sayDay(startsAt.slice(0, 10))} ${startsAt.slice(11)}` : '';

/** A new meeting with a proposed agenda, or the particulars of one that is planned. */
export const meeting: FormSpec = {
	title: (database, {target}) =>
		target.meeting
			? `Meeting ${target.meeting} ${meetingOf(database, target.meeting)?.title ?? ''}`
			: 'New meeting',
	lead(database, form) {
		const board = form.target.meeting ? undefined : chosenBoard(database, form);
		if (!board) return [];
		const items = proposeAgenda(database, board).map(({title}) => title);
		return [`Proposed agenda: ${items.length > 0 ? items.join(' · ') : 'nothing waits for it'}`];
	},
	fields: (database, {target}) => [
		...(target.meeting
			? []
			: [
					{
						name: 'board',
						label: 'Board',
						kind: 'choice' as const,
						options: boardOptions(database),
					},
				]),
		{name: 'title', label: 'Title', kind: 'line', hint: 'empty: the board’s name'},
		{
			name: 'startsAt',
			label: 'Starts',
			kind: 'time',
			hint: `${exampleTime(calendarOf(database, ''))}, fri 9:30`,
		},
		{name: 'venue', label: 'Venue', kind: 'line'},
	],
	start(database, target) {
		const held = meetingOf(database, target.meeting);
		const {title, startsAt, venue} = held ?? {};
		return {
			base: {title, startsAt, venue},
			values: {
				board: database.boards[0]?.id ?? '',
				title: title ?? '',
				startsAt: typedTime(startsAt),
				venue: venue ?? '',
			},
		};
	},
	submit({database, today}, form) {
		const read = readTime(form, 'startsAt', {database, today});
		if ('message' in read) return read;
		const startsAt = read.time;
		const title = given(form, 'title');
		const venue = given(form, 'venue');
		const {meeting: id} = form.target;
		if (id) {
			if (!title) return {field: 'title', message: 'a meeting needs a title'};
			const fields = changedFields(form, {title, startsAt, venue});
			return Object.keys(fields).length === 0
				? {field: 'title', message: 'nothing has changed yet'}
				: {changes: [{kind: 'meeting/edit', id, fields}]};
		}
		const board = chosenBoard(database, form);
		if (!board) return {field: 'board', message: 'choose the board that meets'};
		return {
			changes: [
				{
					kind: 'meeting/add',
					board: board.id,
					title: title ?? board.name,
					startsAt,
					venue,
					agenda: proposeAgenda(database, board),
				},
			],
		};
	},
};
