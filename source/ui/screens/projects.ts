import {columnsIn} from '../../domain/queries/strategy/project-order.ts';
import {filterProjects} from '../../domain/queries/strategy/project-filter.ts';
import {type Leaf, leafValue, sayField} from '../../domain/records/index.ts';
import {
	isSettled,
	latestNote,
	priorities,
	projectById,
} from '../../domain/queries/strategy/projects.ts';
import {whyPrivate} from '../../domain/queries/public/marked.ts';
import type {Database, Priority, Project} from '../../domain/schema/index.ts';
import {dayIn, sayShortDay} from '../../domain/calendar.ts';
import {confidenceWords, count, statusWords} from '../../domain/words.ts';
import {line, type LinePart, rule, wrapped} from '../components/line.ts';
import {keyFor} from '../keys-by-name.ts';
import {type Place, type State, todayOf} from '../state.ts';
import {confidenceTone, statusTone, type Theme, type Tone} from '../theme.ts';
import {drawNews, newsParts, newsPlace, newsRows, newsTold} from './walk-news.ts';
import {idOf, listLines, remembered, type Screen, type View} from './screen.ts';

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

/** One project on one line: as many columns as there is room for, else its latest note behind the title. */
export function projectParts(view: View, path: string): LinePart[] {
	const {state, theme, width} = view;
	const project = projectById(state.database, idOf(path));
	if (!project) return [];
	const room = width - 2 - 9 - 23 - 8;
	const mark = privatePart(view, path);
	const columns = view.place.screen === 'portfolio' ? columnsIn(room - titleCells) : [];
	const used = columns.reduce((sum, {cells}) => sum + cells, 0);
	// On a narrow screen a whole title says more than two halves.
	const cells = columns.length > 0 ? room - used : room < 60 ? room : titleCells;
	return [
		['strong', project.id, 9],
		statusPart(theme, project, 23),
		confidencePart(theme, project, 8),
		mark,
		['plain', project.title, cells - mark[1].length],
		...columns.map(({leaf, cells: wide}): LinePart => [
			'dim',
			` ${sayColumn(state.database, project, leaf)}`,
			wide,
		]),
		['dim', columns.length === 0 && cells < room ? (latestNote(project) ?? '') : ''],
	];
}

/** The cells that a title has before columns come. */
const titleCells = 40;

function sayColumn(database: Database, project: Project, leaf: Leaf): string {
	const value = leafValue(project, leaf);
	if (leaf.path === 'priority') return project.priority;
	return leaf.field.kind === 'day' && typeof value === 'string'
		? sayShortDay(value)
		: sayField(leaf.field, value, database);
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

export const isFiltered = (place: Place) => Boolean(place.filtering || place.filter?.value);

/** Still open, or settled so lately that the room is still talking about it. */
const isInView = (state: State, project: Project): boolean =>
	!isSettled(project) || project.updates.some(({at}) => at > dayBefore(state.now));

const dayBefore = (instant: string): string =>
	new Date(Date.parse(instant) - 86_400_000).toISOString();

/** The aims of a priority, each over so many lines at most. */
const aimLines = ({theme, width}: View, {aims}: Priority, most: number): string[] =>
	aims.flatMap(({id, text}) =>
		wrapped(theme, width - 6, text, most).map((piece, index) =>
			line(theme, width, ['accent', index === 0 ? `   ${id}` : '', 6], piece),
		),
	);

/** From so many columns on what was said of a project is read beside the list; below that it stands under it. */
const notesBeside = 200;
const isBeside = ({columns, linear}: State): boolean => columns >= notesBeside && !linear;

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
	// Below it what was said last takes the whole width.
	pane: notesBeside,
	leastList: 120,
	// The helicopter view opens on what is not delivered; `v` shows every project.
	rows: remembered((state, {id, variant, filter}) => {
		if (id === newsPlace) return newsRows(state);
		return filterProjects(state.database, filter?.value ?? '', todayOf(state))
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
			...aimLines(view, priority, height < 16 ? 1 : 3),
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
		const free = height - head.length - rows.length - 1;
		const notes = isBeside(state) ? [] : noteLines(view, Math.max(3, free));
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
