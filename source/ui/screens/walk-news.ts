// Walk opens on what has changed since the board last met; by ear the same.
import {lastMet} from '../../domain/queries/strategy/as-at.ts';
import {
	meetingAhead,
	type NewsAtGlance,
	newsAtGlance,
	saySince,
} from '../../domain/queries/strategy/news.ts';
import type {Progress} from '../../domain/queries/strategy/progress.ts';
import {
	sayCounts,
	sayProgress,
	type ProgressLine,
} from '../../domain/queries/strategy/progress-words.ts';
import {sayDay} from '../../domain/calendar.ts';
import type {Meeting, Project} from '../../domain/schema/index.ts';
import {confidenceWords} from '../../domain/words.ts';
import {line, type LinePart, rule, wrapped} from '../components/line.ts';
import {keyFor} from '../keys-by-name.ts';
import {heldMeeting, type State, todayOf} from '../state.ts';
import {confidenceTone} from '../theme.ts';
import {idOf, keeping, listLines, type View} from './screen.ts';

/** The place of Walk that tells what has changed, before the first priority. */
export const newsPlace = 'changed';

/** The meeting that is walked: the one that is open, else the next one. */
const walkedMeeting = (state: State): Meeting | undefined =>
	meetingAhead(state.database, heldMeeting(state));

let known: {database: unknown; key: string; news: NewsAtGlance} | undefined;

/** Worked out once for all that is drawn of one state. */
function newsOf(state: State): NewsAtGlance {
	const meeting = walkedMeeting(state);
	const key = `${meeting?.id} ${todayOf(state)}`;
	if (known?.database !== state.database || known.key !== key) {
		const news = newsAtGlance(state.database, meeting, todayOf(state));
		known = {database: state.database, key, news};
	}
	return known.news;
}

/** Whether anything tells how things stood when the board last met. */
export function hasNewsPlace(state: State): boolean {
	const meeting = walkedMeeting(state);
	return meeting !== undefined && lastMet(state.database, meeting) !== undefined;
}

/** What is told of a project, and apart from that what has changed since the papers. */
type Row = {now?: Progress; later?: Progress};

/** The rows of a state: which there are is known at once, what they tell when they are looked at. */
type Rows = {
	paths: readonly string[];
	worthy: ReadonlyMap<string, Project>;
	later: ReadonlyMap<string, Progress>;
	told: Map<string, Row>;
};

const rowsOf = keeping((news: NewsAtGlance): Rows => {
	const worthy = new Map(news.worthy.map((project) => [`projects/${project.id}`, project]));
	const later = new Map(news.later.map((one) => [`projects/${one.project.id}`, one]));
	return {
		paths: [...new Set([...worthy.keys(), ...later.keys()])],
		worthy,
		later,
		told: new Map(),
	};
});

export const newsRows = (state: State): readonly string[] => rowsOf(newsOf(state)).paths;

function rowOf(state: State, path: string): Row {
	const news = newsOf(state);
	const {worthy, later, told} = rowsOf(news);
	const known = told.get(path);
	if (known) return known;
	const project = worthy.get(path);
	const now = project && news.tell(project);
	const since = later.get(path);
	const row = {...(now ? {now} : {}), ...(since ? {later: since} : {})};
	told.set(path, row);
	return row;
}

/** A project's row: how sure it is and whether that rose or fell, then the first of its news. */
export function newsParts(view: View, path: string): LinePart[] {
	const {state, theme, width} = view;
	const {now, later} = rowOf(state, path);
	const shown = now ?? later;
	if (!shown) return [];
	const {project, confidence, direction} = shown;
	const glyph = project.confidence ? `${theme.glyphs.confidence[project.confidence]} ` : '';
	const turn = direction === 'better' || direction === 'worse' ? ` ${direction}` : '';
	const trust = confidence.to
		? `${theme.spoken ? '' : glyph}${confidenceWords[confidence.to]}${turn}`
		: '';
	const titled = width < 100 ? 24 : 36;
	return [
		['strong', project.id, 9],
		[confidence.to ? confidenceTone[confidence.to] : 'dim', trust, 15],
		['plain', project.title, titled],
		['plain', '', 1],
		[later ? 'warn' : 'dim', newsText(state, now, later)],
	];
}

function newsText(state: State, now: Progress | undefined, later: Progress | undefined): string {
	const labels = (one: Progress | undefined) =>
		one ? briefly(sayProgress(state.database, one)) : '';
	return [labels(now), later ? `since the papers: ${labels(later) || 'updated'}` : '']
		.filter(Boolean)
		.join('; ');
}

/** The labels of what there is to tell, each once: `slipped, asked, risk rose`. */
const briefly = (told: readonly ProgressLine[]): string =>
	[
		...new Set(told.filter(({label}) => !untold.has(label)).map(({label}) => label.toLowerCase())),
	].join(', ');

/** What every project has, or what its row tells already. */
const untold = new Set(['State', 'Money', 'Action', 'Said', 'Way back to green']);

const headline = (state: State): string => `What has changed ${saySince(newsOf(state))}`;

/** Counted once for all frames of one state. */
const counts = keeping(({tally}: NewsAtGlance): string => sayCounts(tally));

export const newsTold = (state: State): string[] => [headline(state), counts(newsOf(state))];

export function drawNews(view: View): string[] {
	const {state, theme, width, height} = view;
	const news = newsOf(state);
	const rows = newsRows(state);
	const head = [
		...wrapped(theme, width - 2, headline(state), 2).map((text) =>
			line(theme, width, ['strong', ` ${text}`]),
		),
		...wrapped(theme, width - 2, counts(news), 2).map((text) =>
			line(theme, width, ['dim', ` ${text}`]),
		),
	];
	if (rows.length === 0) {
		return [...head, '', line(theme, width, '   No project has anything new, late or overdue.')];
	}
	const details = detailLines(view);
	const room = Math.max(3, height - head.length - details.length);
	const body = listLines(view, rows, room, newsParts);
	const blank = Array.from({length: Math.max(0, room - body.length)}, () => '');
	return [...head, ...body, ...blank, ...details];
}

/** All there is to tell of the selected project; what has changed since the papers stands apart. */
function detailLines(view: View): string[] {
	const {state, theme, width, height, selected} = view;
	const {now, later} = rowOf(state, selected ?? '');
	const shown = now ?? later;
	if (!shown) return [];
	const news = newsOf(state);
	const most = Math.max(3, Math.floor(height / 2));
	const tell = (one: Progress | undefined) =>
		(one ? sayProgress(state.database, one) : []).flatMap((told) => toldLines(view, told));
	const since = news.papers
		? [line(theme, width, ['accent', `   Since the papers of ${sayDay(news.papers.day)}`])]
		: [];
	const all = [...tell(now), ...(later ? [...since, ...tell(later)] : [])];
	const cutShort = all.length > most - 1;
	return [
		rule(theme, width, `${idOf(selected)} ${shown.project.title}`),
		...all.slice(0, cutShort ? most - 2 : most - 1),
		...(cutShort
			? [line(theme, width, ['dim', `   … ${keyFor('list.open')} shows the project`])]
			: []),
	];
}

function toldLines({theme, width}: View, {label, text, isWarning}: ProgressLine): string[] {
	return wrapped(theme, width - 22, text, 3).map((piece, index) =>
		line(
			theme,
			width,
			['dim', index === 0 ? `   ${label}` : '', 21],
			[isWarning ? 'warn' : 'plain', piece],
		),
	);
}
