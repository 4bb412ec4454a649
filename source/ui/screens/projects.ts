import {
	currentStrategy,
	filterProjects,
	isSettled,
	latestNote,
	priorities,
	projectById,
} from '../../domain/queries/projects.ts';
import {whyPrivate} from '../../domain/queries/marked.ts';
import type {Priority, Project} from '../../domain/schema/index.ts';
import {dayIn, sayShortDay} from '../../domain/calendar.ts';
import {confidenceWords, count, criterionWords, statusWords} from '../../domain/words.ts';
import {line, type LinePart, rule, wrapped} from '../components/line.ts';
import {keyFor} from '../keys-by-name.ts';
import {isWide, type Place, type State} from '../state.ts';
import {confidenceTone, statusTone, type Theme, type Tone} from '../theme.ts';
import {drawNews, newsParts, newsPlace, newsRows, newsTold} from './walk-news.ts';
import {idOf, listLines, remembered, windowNote, type Screen, type View} from './screen.ts';

/** A status as glyph and word: never by colour alone. */
export const statusPart = (
	theme: Theme,
	{status}: Pick<Project, 'status'>,
	width?: number,
): LinePart => [
	statusTone[status],
	theme.spoken ? statusWords[status] : `${theme.glyphs.status[status]} ${statusWords[status]}`,
	width,
];

/** A confidence as glyph and word; blank when there is none. */
export const confidencePart = (
	theme: Theme,
	{confidence}: Pick<Project, 'confidence'>,
	width?: number,
): LinePart =>
	confidence
		? [
				confidenceTone[confidence],
				theme.spoken
					? confidenceWords[confidence]
					: `${theme.glyphs.confidence[confidence]} ${confidenceWords[confidence]}`,
				width,
			]
		: ['dim', width === undefined ? '' : theme.glyphs.dash, width];

/** The word for what is private until somebody releases it, before a title; blank, and no column, for anything else. */
export function privatePart(
	{state: {database}, theme}: View,
	path: string,
): [Tone, string, number] {
	if (whyPrivate(database, path) === undefined) return ['plain', '', 0];
	const word = theme.spoken ? 'PRIVATE ' : `${theme.glyphs.private} PRIVATE `;
	return ['warn', word, word.length];
}

/** One project on one line; its latest note follows where the title leaves room for it. */
export function projectParts(view: View, path: string): LinePart[] {
	const {state, theme, width} = view;
	const project = projectById(state.database, idOf(path));
	if (!project) return [];
	const room = width - 2 - 9 - 23 - 8;
	// On a narrow screen a whole title says more than two halves.
	const titleWidth = room < 60 ? room : 40;
	const mark = privatePart(view, path);
	return [
		['strong', project.id, 9],
		statusPart(theme, project, 23),
		confidencePart(theme, project, 8),
		mark,
		['plain', project.title, titleWidth - mark[1].length],
		['dim', titleWidth < room ? (latestNote(project) ?? '') : ''],
	];
}

/** The line that says how the list is filtered, with the cursor while it is typed. */
export function filterLine(view: View, shown: number, total: number): string {
	const {place, theme, width} = view;
	if (!place.filter || (place.filter.value === '' && !place.filtering)) return '';
	return line(
		theme,
		width,
		['accent', ' Filter: '],
		['strong', place.filter.value],
		['cursor', place.filtering ? ' ' : ''],
		[
			'dim',
			`  ${shown} of ${total}  ${place.filtering ? `${keyFor('filter.keep')} keeps it, ${keyFor('filter.clear')} clears it` : `${keyFor('list.filter')} changes it`}`,
		],
	);
}

/** One project of the criteria matrix in words. */
function criteriaParts({state: {database}}: View, path: string): LinePart[] {
	const project = projectById(database, idOf(path));
	const met = (currentStrategy(database)?.criteria ?? []).map(
		({id, title}) => `${title}: ${criterionWords[project?.criteria?.[id] ?? ''] ?? 'not assessed'}`,
	);
	return project ? [['strong', project.id, 9], ['plain', project.title, 40], met.join(', ')] : [];
}

const isFiltered = (place: Place) => Boolean(place.filtering || place.filter?.value);

export const portfolio: Screen = {
	pane: true,
	rows: remembered(({database}, place) =>
		filterProjects(database, place.filter?.value ?? '').map(({id}) => `projects/${id}`),
	),
	row: (view, path) =>
		view.place.variant === 'matrix' ? criteriaParts(view, path) : projectParts(view, path),
	told: ({state: {database}, place}) => [
		place.variant === 'matrix'
			? `Criteria matrix; ${keyFor('portfolio.matrix')} goes back`
			: 'Portfolio',
		count(database.projects.length, 'project'),
	],
	draw(view) {
		const {state, place, theme, width} = view;
		const rows = portfolio.rows(state, place);
		const total = state.database.projects.length;
		const head = [
			isFiltered(place)
				? filterLine(view, rows.length, total)
				: line(
						theme,
						width,
						['strong', ` ${count(total, 'project')}`],
						['dim', `   ${windowNote(view, rows, view.height - 2)}`],
					),
			line(theme, width, [
				'dim',
				`  ${'Id'.padEnd(9)}${'Status'.padEnd(23)}${'RAG'.padEnd(8)}Title`,
			]),
		];
		if (rows.length === 0) {
			const why =
				total === 0
					? 'This database has no projects yet.'
					: `No project fits the filter. ${keyFor('place.back')} clears it.`;
			return [...head, line(theme, width, `  ${why}`)];
		}
		return [...head, ...listLines(view, rows, view.height - head.length, portfolio.row)];
	},
};

/** Still open, or settled so lately that the room is still talking about it. */
const isInView = (state: State, project: Project): boolean =>
	!isSettled(project) || project.updates.some(({at}) => at > dayBefore(state.now));

const dayBefore = (instant: string): string =>
	new Date(Date.parse(instant) - 86_400_000).toISOString();

/** What was last said of the selected project, in the last lines of a narrow screen. */
function noteLines(view: View, most: number): string[] {
	const {state, theme, width} = view;
	const project = projectById(state.database, idOf(view.selected));
	const update = project?.updates.findLast(({note}) => note);
	if (!project || !update?.note) return [];
	const when = sayShortDay(dayIn(update.at, state.database.organisation.timeZone));
	return [
		rule(theme, width, `${project.id}, ${when}`),
		...wrapped(theme, width - 4, update.note, most).map((text) => line(theme, width, `   ${text}`)),
	];
}

export const walk: Screen = {
	pane: true,
	// The helicopter view opens on what is not delivered; `v` shows every project.
	rows: remembered((state, {id, variant, filter}) => {
		if (id === newsPlace) return newsRows(state);
		return filterProjects(state.database, filter?.value ?? '')
			.filter((project) => project.priority === id)
			.filter((project) => variant === 'all' || isInView(state, project))
			.map((project) => `projects/${project.id}`);
	}),
	row: (view, path) =>
		view.place.id === newsPlace ? newsParts(view, path) : projectParts(view, path),
	told({state, place}) {
		if (place.id === newsPlace) return newsTold(state);
		const {database} = state;
		const ranked = priorities(database);
		const priority = ranked.find(({id}) => id === place.id);
		if (!priority) return ['The strategy names no priorities yet'];
		return [
			`Priority ${priority.rank} of ${ranked.length}: ${priority.title}`,
			...priority.aims.map(({id, text}) => `Aim ${id}: ${text}`),
		];
	},
	draw(view) {
		const {state, place, theme, width, height} = view;
		if (place.id === newsPlace) return drawNews(view);
		const {database} = state;
		const ranked = priorities(database);
		const priority = ranked.find(({id}) => id === place.id);
		if (!priority) return [line(theme, width, '  The strategy names no priorities yet.')];
		const all = database.projects.filter((project) => project.priority === priority.id);
		const open = all.filter((project) => !isSettled(project));
		const rows = walk.rows(state, place);
		const shown =
			place.variant === 'all'
				? `${count(all.length, 'project')}, ${open.length} still open; ${keyFor('walk.all')} shows those alone`
				: `${open.length} of ${count(all.length, 'project')} still open; ${keyFor('walk.all')} shows all`;
		const head = [
			line(theme, width, [
				'strong',
				` Priority ${priority.rank} of ${ranked.length}: ${priority.title}`,
			]),
			...priority.aims.map(({id, text}) => line(theme, width, ['accent', `   ${id}  `], text)),
			isFiltered(place)
				? filterLine(view, rows.length, place.variant === 'all' ? all.length : open.length)
				: line(theme, width, ['dim', ` ${shown}`]),
		];
		if (rows.length === 0) {
			const why =
				all.length === 0
					? 'No projects are named under this priority.'
					: isFiltered(place)
						? 'No project fits the filter.'
						: `Every project is settled: ${keyFor('walk.all')} shows them.`;
			return [
				...head,
				line(theme, width, `   ${why}`),
				'',
				...reviewLines(view, priority, height - head.length - 2),
			];
		}
		const notes = isWide(state) ? [] : noteLines(view, 3);
		const room = Math.max(3, height - head.length - notes.length);
		const body = listLines(view, rows, room, walk.row);
		const left = room - body.length;
		const filler = left > 2 ? ['', ...reviewLines(view, priority, left - 1)] : [];
		const blank = Array.from({length: Math.max(0, left - filler.length)}, () => '');
		return [...head, ...body, ...filler, ...blank, ...notes];
	},
};

/** What a review said of the priority itself, where the projects leave room for it. */
function reviewLines({theme, width}: View, priority: Priority, most: number): string[] {
	const latest = priority.updates?.findLast((update) => update.note);
	if (!latest?.note || most < 1) return [];
	const said = `${latest.by ?? 'Review'}: ${latest.note}`;
	return wrapped(theme, width - 4, said, most).map((text) =>
		line(theme, width, ['dim', `   ${text}`]),
	);
}
