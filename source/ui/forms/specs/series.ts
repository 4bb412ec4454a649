import type {Change} from '../../../domain/changes/index.ts';
import {boardLaw} from '../../../domain/law/boards.ts';
import {proposeAgenda} from '../../../domain/queries/meeting/agenda.ts';
import type {AgendaItem, Board, Database} from '../../../domain/schema/index.ts';
import {daysAfter, type Rhythm, rhythms} from '../../../domain/series.ts';
import {screenVoice} from '../../../domain/voice/index.ts';
import {type Form, type FormSpec, given, valueOf} from '../form.ts';
import {boardOf} from './board.ts';
import {meetingOf} from './item.ts';

/** The most meetings that are planned at once: one a week for a year. */
const most = 52;

const rhythmOptions = rhythms.map((value) => ({value, label: value, key: value.slice(0, 1)}));

/** The days that the form would plan, or why none. */
function daysOf(database: Database, form: Form): {days: string[]} | {message: string} {
	const held = meetingOf(database, form.target.meeting);
	const typed = valueOf(form, 'number');
	if (!/^[1-9]\d?$/.test(typed) || Number(typed) > most) {
		return {message: `say how many more: a number up to ${most}`};
	}
	const first = held?.startsAt?.slice(0, 10);
	if (first === undefined) return {message: 'the meeting has no day'};
	return {days: daysAfter(first, valueOf(form, 'rhythm') as Rhythm, Number(typed))};
}

/** More meetings like one that has a day: at its time and place, each with the agenda that is proposed. */
export const series: FormSpec = {
	title: (database, {target}) =>
		`More meetings like ${target.meeting} ${meetingOf(database, target.meeting)?.title ?? ''}`,
	lead(database, form) {
		const read = daysOf(database, form);
		const {day} = screenVoice(database);
		return 'days' in read ? [`On ${read.days.map(day).join('; ')}.`] : [];
	},
	fields: () => [
		{name: 'rhythm', label: 'Every', kind: 'choice', options: rhythmOptions},
		{name: 'number', label: 'How many', kind: 'line', hint: 'how many more: 3'},
	],
	start: () => ({values: {rhythm: 'month', number: ''}}),
	focus: () => 'number',
	enterSaves: true,
	submit({database}, form) {
		const held = meetingOf(database, form.target.meeting);
		const board = database.boards.find(({id}) => id === held?.board);
		const read = daysOf(database, form);
		if ('message' in read) return {field: 'number', message: read.message};
		if (!held?.startsAt || !board) return {message: 'the meeting is gone'};
		const {id, title, venue, startsAt} = held;
		const taken = new Set(
			database.meetings
				.filter((one) => one.board === board.id && one.status !== 'cancelled')
				.map((one) => one.startsAt?.slice(0, 10)),
		);
		const days = read.days.filter((day) => !taken.has(day));
		if (days.length === 0)
			return {field: 'number', message: 'the board meets on those days already'};
		const agenda = usualAgenda(database, board);
		return {
			changes: days.map((day): Change => ({
				kind: 'meeting/add',
				board: board.id,
				title,
				startsAt: `${day}${startsAt.slice(10)}`,
				venue,
				series: held.series ?? id,
				agenda,
			})),
		};
	},
};

/** What stands on every agenda: what waits now is for the next meeting, not for all that follow. */
const usualAgenda = (database: Database, board: Board) =>
	(board.standing ?? []).length > 0
		? (board.standing ?? []).flatMap(({kind, title, minutes}) =>
				kind === 'minutes' ? [] : [{itemKind: kind, title, minutes}],
			)
		: proposeAgenda(database, board).filter(
				({itemKind, about}) =>
					about?.priority !== undefined ||
					['apologies', 'declarations', 'actions', 'urgent'].includes(itemKind),
			);

/** The kind of a standing item, by what the law calls the steps of an agenda. */
function kindOf(database: Database, board: Board, title: string): AgendaItem['kind'] {
	const {steps} = boardLaw(database, board);
	const is = (step: string) => title.toLowerCase() === step.toLowerCase();
	if (is(steps.apologies)) return 'apologies';
	if (is(steps.declarations)) return 'declarations';
	if (is(steps.actions)) return 'actions';
	if (is(steps.urgent)) return 'urgent';
	return /\bminutes\b/i.test(title) ? 'minutes' : 'business';
}

/** `Health and safety, 10 min`: an item of each line. */
function readItems(database: Database, board: Board, text: string) {
	return text
		.split('\n')
		.map((one) => one.trim())
		.filter(Boolean)
		.map((one) => {
			const [, title = one, minutes] = /^(.+?)(?:,\s*(\d{1,3}) min(?:utes)?)?$/.exec(one) ?? [];
			const known = board.standing?.find((item) => item.title === title)?.kind;
			return {
				itemKind: known ?? kindOf(database, board, title),
				title,
				...(minutes === undefined ? {} : {minutes: Number(minutes)}),
			};
		});
}

const writeItems = (items: readonly {title: string; minutes?: number | undefined}[]): string =>
	items
		.map(({title, minutes}) => (minutes === undefined ? title : `${title}, ${minutes} min`))
		.join('\n');

/** What a body opens with, as a first draft of its standing items. */
function usual(database: Database, board: Board) {
	const {steps} = boardLaw(database, board);
	return [
		{title: steps.apologies, minutes: 2},
		{title: steps.declarations, minutes: 3},
		{title: 'Minutes', minutes: 3},
		{title: steps.actions, minutes: 10},
		{title: steps.urgent, minutes: 5},
	];
}

/** The items that stand on each agenda of a board, a line each, in order. */
export const standing: FormSpec = {
	title: (database, {target}) => `Standing items of ${boardOf(database, target)?.name ?? ''}`,
	lead: (database, {target}) => [
		boardOf(database, target)?.standing
			? 'Each new agenda is made of them, with what was left over and the reports that wait.'
			: 'None are set: each agenda is proposed. These would be a start; once saved, each new agenda is made of them.',
	],
	fields: () => [
		{name: 'items', label: 'Items', kind: 'long', hint: 'one a line: Health and safety, 10 min'},
	],
	start(database, target) {
		const board = boardOf(database, target);
		if (!board) return {};
		return {
			base: {titles: (board.standing ?? []).map(({title}) => title)},
			values: {items: writeItems(board.standing ?? usual(database, board))},
		};
	},
	submit({database}, form) {
		const board = boardOf(database, form.target);
		if (!board) return {message: 'the board is gone'};
		const from = (form.base['titles'] ?? []) as string[];
		const items = readItems(database, board, given(form, 'items') ?? '');
		if (writeItems(items) === writeItems(board.standing ?? [])) {
			return {field: 'items', message: 'nothing has changed yet'};
		}
		return {changes: [{kind: 'board/standing', id: board.id, from, items}]};
	},
};
