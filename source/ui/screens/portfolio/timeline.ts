import {addMonths, compareDays, daysBetween, sayShortDay} from '../../../domain/calendar.ts';
import {
	expectedOn,
	isLate,
	milestoneState,
	nextMilestone,
	projectEnd,
} from '../../../domain/queries/strategy/milestones.ts';
import {isSettled, projectById} from '../../../domain/queries/strategy/projects.ts';
import type {Project} from '../../../domain/schema/index.ts';
import {headLine, line, type LinePart} from '../../components/line.ts';
import {keyFor} from '../../keys-by-name.ts';
import {todayOf} from '../../state.ts';
import {idOf, keeping, type View} from '../screen.ts';
import type {PortfolioView} from './view.ts';

/** Whether a project has a day to be drawn at. */
const isDated = ({start, due, forecastDue, milestones = []}: Project): boolean =>
	[start, due, forecastDue].some(Boolean) ||
	milestones.some((one) => expectedOn(one) !== undefined);

const daysOf = ({start, due, forecastDue, originalDue, milestones = []}: Project): string[] =>
	[
		start,
		due,
		forecastDue,
		originalDue,
		...milestones.flatMap(({approved, forecast, achieved}) => [approved, forecast, achieved]),
	].filter((day) => day !== undefined);

/** First and last day of the axis: what is under way and to come, but no more than a year back and three years ahead. */
const spanOf = keeping(({projects, today}: {projects: readonly Project[]; today: string}) => {
	const days = projects
		.filter((one) => !isSettled(one))
		.flatMap(daysOf)
		.toSorted(compareDays);
	const bound = (day: string, least: string, most: string) =>
		day < least ? least : day > most ? most : day;
	const from = bound(days[0] ?? today, addMonths(today, -12), addMonths(today, -1));
	const to = bound(days.at(-1) ?? today, addMonths(today, 3), addMonths(today, 36));
	return {from: `${from.slice(0, 7)}-01`, to};
});

let known:
	{projects: unknown; today: string; of: {projects: readonly Project[]; today: string}} | undefined;
function axisOf(view: View) {
	const {state} = view;
	const today = todayOf(state);
	const {projects} = state.database;
	if (known?.projects !== projects || known.today !== today)
		known = {projects, today, of: {projects, today}};
	const {from, to} = spanOf(known.of);
	const cells = Math.max(20, view.width - 2 - 9 - 24);
	const days = Math.max(1, daysBetween(from, to));
	const at = (day: string): number | undefined => {
		const place = Math.round((daysBetween(from, day) / days) * (cells - 1));
		return place >= 0 && place < cells ? place : undefined;
	};
	return {from, to, cells, at, today};
}

/** Where nothing better stands: the line from start to end, and today. */
function drawn(view: View, project: Project): string {
	const {theme} = view;
	const {cells, at, today} = axisOf(view);
	const glyph =
		theme.ascii || theme.spoken
			? {line: '-', today: '|', base: 'o', next: '*', done: '+', late: '!', end: ']'}
			: {line: '─', today: '│', base: '◇', next: '◆', done: '●', late: '!', end: '┤'};
	const row = Array.from({length: cells}, () => ' ');
	const end = projectEnd(project);
	const [first, last] = [at(project.start ?? '') ?? (project.start ? 0 : undefined), at(end ?? '')];
	if (first !== undefined || last !== undefined) {
		const until = last ?? (end !== undefined && first !== undefined ? cells - 1 : (first ?? 0));
		for (let cell = first ?? Math.min(until, at(today) ?? 0); cell <= until; cell++)
			row[cell] = glyph.line;
	}
	const put = (day: string | undefined, mark: string) => {
		const cell = day === undefined ? undefined : at(day);
		if (cell !== undefined) row[cell] = mark;
	};
	put(today, glyph.today);
	put(end, glyph.end);
	for (const one of project.milestones ?? []) {
		const state = milestoneState(one, today);
		if (one.achieved === undefined && one.forecast !== undefined) put(one.approved, glyph.base);
		put(
			expectedOn(one),
			state === 'achieved' ? glyph.done : state === 'late' ? glyph.late : glyph.next,
		);
	}
	return row.join('');
}

/** `Due 31 Mar 2027, next Go live 01 Mar 2027`, for whoever does not see the line. */
function said(project: Project): string {
	const next = nextMilestone(project);
	const day = next && expectedOn(next);
	return [
		project.due ? `due ${sayShortDay(project.due)}` : '',
		project.forecastDue ? `forecast ${sayShortDay(project.forecastDue)}` : '',
		next ? `next ${next.title}${day ? ` ${sayShortDay(day)}` : ''}` : '',
	]
		.filter(Boolean)
		.join(', ');
}

/** Milestones on a time axis: what was approved, what is expected, and today. */
export const timelineView: PortfolioView = {
	title: 'Timeline',
	rows: (_state, _place, projects) =>
		projects.filter((one) => isDated(one) && !isSettled(one)).map(({id}) => `projects/${id}`),
	row(view, path): LinePart[] {
		const project = projectById(view.state.database, idOf(path));
		if (!project) return [];
		const today = todayOf(view.state);
		return [
			['strong', project.id, 9],
			[
				isLate(project, today) ? 'bad' : 'plain',
				`${isLate(project, today) ? 'LATE ' : ''}${project.title}`,
				24,
			],
			view.theme.spoken ? said(project) : drawn(view, project),
		];
	},
	heading(view) {
		const {theme, width} = view;
		const {from, cells, at, to, today} = axisOf(view);
		const row = Array.from({length: cells}, () => ' ');
		const write = (day: string, text: string) => {
			const cell = at(day);
			if (cell === undefined || cell + text.length > cells) return;
			if (row.slice(Math.max(0, cell - 1), cell + text.length + 1).some((one) => one !== ' '))
				return;
			for (const [index, letter] of text.split('').entries()) row[cell + index] = letter;
		};
		write(today, 'today');
		const months = Math.max(1, Math.ceil(daysBetween(from, to) / 30));
		const each = months <= 8 ? 1 : months <= 24 ? 3 : 6;
		for (let month = 0; month <= months; month += each) {
			const day = addMonths(from, month);
			write(
				day,
				day.slice(5, 7) === '01' || month === 0
					? `${sayShortDay(day).slice(3, 6)} ${day.slice(0, 4)}`
					: sayShortDay(day).slice(3, 6),
			);
		}
		return headLine(theme, width, `  ${'Id'.padEnd(9)}${'Project'.padEnd(24)}${row.join('')}`);
	},
	below: ({theme, width, height}) =>
		height < 14 || theme.spoken
			? []
			: [
					line(theme, width, [
						'dim',
						theme.ascii
							? ' o approved  * expected  + achieved  ! late  ] end  | today'
							: ' ◇ approved  ◆ expected  ● achieved  ! late  ┤ end  │ today',
					]),
				],
	empty: `No project still under way has a date: ${keyFor('record.edit')} on one enters its days.`,
};
