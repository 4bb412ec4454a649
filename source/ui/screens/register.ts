import {dayIn, sayPeriod, sayShortDay, timeIn} from '../../domain/calendar.ts';
import {personName} from '../../domain/names.ts';
import {tellEntry} from '../../domain/queries/sentences.ts';
import type {Action, Decision, Entry} from '../../domain/schema/index.ts';
import {actionStatusWords, count, outcomeWords} from '../../domain/words.ts';
import {actorName} from '../../domain/changes/family.ts';
import {line, type Part, selectedLine} from '../components/line.ts';
import {todayOf} from '../state.ts';
import {filterLine} from './projects.ts';
import {idOf, listLines, remembered, type Screen, type View, windowNote} from './screen.ts';

const fits = (filter: string, ...texts: (string | undefined)[]): boolean => {
	const haystack = texts.join('\n').toLowerCase();
	return filter
		.toLowerCase()
		.split(/\s+/)
		.every((word) => haystack.includes(word));
};

function decisionLine(view: View, decision: Decision, selected: boolean): string {
	const {theme, width} = view;
	const standing = decision.status === 'recorded' ? '' : ` (${decision.status})`;
	const parts: Part[] = [
		['accent', selected ? theme.glyphs.selected : ' ', 2],
		['strong', decision.id, 6],
		['plain', sayPeriod(decision.date), 18],
		['accent', outcomeWords[decision.outcome] + standing, 22],
		['plain', decision.title],
	];
	return selected ? selectedLine(theme, width, ...parts) : line(theme, width, ...parts);
}

function actionLine(view: View, action: Action, selected: boolean): string {
	const {state, theme, width} = view;
	const isOverdue =
		action.status === 'open' && action.due !== undefined && action.due < todayOf(state);
	const parts: Part[] = [
		['accent', selected ? theme.glyphs.selected : ' ', 2],
		['strong', action.id, 6],
		['plain', action.due ? sayShortDay(action.due) : 'no date', 12],
		[isOverdue ? 'bad' : 'plain', isOverdue ? 'OVERDUE' : actionStatusWords[action.status], 10],
		[
			'dim',
			action.owner ? personName(state.database, action.owner) : 'nobody',
			Math.min(28, Math.floor(width / 4)),
		],
		['plain', ` ${action.text}`],
	];
	return selected ? selectedLine(theme, width, ...parts) : line(theme, width, ...parts);
}

/** Open actions by due date, then the closed ones. */
const byDue = (a: Action, b: Action) =>
	Number(a.status !== 'open') - Number(b.status !== 'open') ||
	(a.due ?? '9999').localeCompare(b.due ?? '9999');

export const register: Screen = {
	pane: true,
	rows: remembered(({database}, {variant, filter}) =>
		variant === 'actions'
			? database.actions
					.filter(({id, text, owner}) =>
						fits(filter?.value ?? '', id, text, owner, owner && personName(database, owner)),
					)
					.toSorted(byDue)
					.map(({id}) => `actions/${id}`)
			: database.decisions
					.filter(({id, title, reference, resolution, outcome}) =>
						fits(filter?.value ?? '', id, title, reference, resolution, outcome),
					)
					.toReversed()
					.map(({id}) => `decisions/${id}`),
	),
	draw(view) {
		const {state, place, theme, width, height} = view;
		const {database} = state;
		const rows = register.rows(state, place);
		const isActions = place.variant === 'actions';
		const total = isActions ? database.actions.length : database.decisions.length;
		const tab = (label: string, on: boolean): Part => [
			on ? 'strong' : 'dim',
			on ? `[${label}]` : ` ${label} `,
		];
		const head = [
			line(
				theme,
				width,
				' ',
				tab(count(database.decisions.length, 'decision'), !isActions),
				'  ',
				tab(count(database.actions.length, 'action'), isActions),
				['dim', `   v shows the other   ${windowNote(view, rows, height - 2)}`],
			),
			filterLine(view, rows.length, total) ||
				line(theme, width, [
					'dim',
					isActions
						? '  Id    Due         State     Owner'
						: '  Id    Date              Outcome               Title',
				]),
		];
		const none = isActions
			? 'No actions yet: a places one, from a project or an agenda item.'
			: 'No decisions yet: d records one, from a project or an agenda item.';
		if (rows.length === 0)
			return [
				...head,
				line(theme, width, `  ${total === 0 ? none : 'Nothing fits the filter. Esc clears it.'}`),
			];
		return [
			...head,
			...listLines(view, rows, height - head.length, (path, selected) => {
				const action = database.actions.find(({id}) => path === `actions/${id}`);
				if (action) return actionLine(view, action, selected);
				const decision = database.decisions.find(({id}) => path === `decisions/${id}`);
				return decision ? decisionLine(view, decision, selected) : '';
			}),
		];
	},
};

function entryLine(view: View, entry: Entry, selected: boolean): string {
	const {state, theme, width} = view;
	const zone = state.database.organisation.timeZone;
	const name = actorName(entry.actor);
	const told = tellEntry(state.database, entry);
	const parts: Part[] = [
		['accent', selected ? theme.glyphs.selected : ' ', 2],
		['strong', `r${entry.revision}`, 6],
		['dim', `${sayShortDay(dayIn(entry.at, zone))} ${timeIn(entry.at, zone)}`, 19],
		['plain', told.startsWith(name) ? told : `${name} ${told}`],
	];
	return selected ? selectedLine(theme, width, ...parts) : line(theme, width, ...parts);
}

export const log: Screen = {
	pane: true,
	rows: remembered(({database}, {filter}) =>
		database.log
			.filter(
				(entry) =>
					!filter?.value || fits(filter.value, `r${entry.revision}`, tellEntry(database, entry)),
			)
			.map(({revision}) => `log/${revision}`)
			.toReversed(),
	),
	draw(view) {
		const {state, place, theme, width, height} = view;
		const rows = log.rows(state, place);
		const {length} = state.database.log;
		const head = [
			line(
				theme,
				width,
				['strong', ` ${count(length, 'act')}`],
				['dim', `, newest first   ${windowNote(view, rows, height - 2)}`],
			),
			filterLine(view, rows.length, length),
		];
		if (rows.length === 0)
			return [
				...head,
				line(
					theme,
					width,
					`  ${length === 0 ? 'Nothing has been recorded yet.' : 'Nothing fits the filter. Esc clears it.'}`,
				),
			];
		return [
			...head,
			...listLines(view, rows, height - head.length, (path, selected) => {
				const entry = state.database.log.find(({revision}) => String(revision) === idOf(path));
				return entry ? entryLine(view, entry, selected) : '';
			}),
		];
	},
};
