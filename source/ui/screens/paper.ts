import type {ImportReview} from '../../import/review.ts';
import {cut} from '../../domain/words.ts';
import {line, type LinePart, rule, wrapped} from '../components/line.ts';
import {meetingOf} from '../forms/specs/item.ts';
import type {Paper} from '../paper.ts';
import {bodyHeight, isWide, type State, paneWidths} from '../state.ts';
import type {Theme, Tone} from '../theme.ts';
import {paragraph} from './pages/text.ts';
import {type ReviewRow, rowsIn} from './paper-rows.ts';
import {listLines, type Screen, scrolled, type View, windowNote} from './screen.ts';
import {keyFor} from '../keys-by-name.ts';

const markWords: Record<ReviewRow['mark'], {word: string; tone: Tone}> = {
	take: {word: 'take', tone: 'good'},
	edit: {word: 'edited', tone: 'accent'},
	skip: {word: 'skip', tone: 'dim'},
	look: {word: 'look!', tone: 'warn'},
	out: {word: 'out', tone: 'warn'},
	same: {word: 'as is', tone: 'dim'},
	none: {word: 'none', tone: 'warn'},
	unread: {word: 'unread', tone: 'dim'},
	note: {word: 'note', tone: 'dim'},
};

function glyphOf({glyphs, spoken}: Theme, mark: ReviewRow['mark']): string {
	if (spoken) return '';
	const glyph = {
		take: glyphs.check,
		edit: glyphs.check,
		skip: glyphs.status.cancelled,
		look: glyphs.confidence.amber,
		out: glyphs.status.cancelled,
		same: glyphs.dash,
		none: glyphs.status.proposed,
		unread: glyphs.status.proposed,
		note: glyphs.dot,
	}[mark];
	return `${glyph} `;
}

function rowParts({theme, width}: View, row: ReviewRow): LinePart[] {
	const {word, tone} = markWords[row.mark];
	const label = width >= 100 ? 26 : 22;
	const isOut = ['skip', 'unread', 'note', 'same'].includes(row.mark);
	return [
		[tone, glyphOf(theme, row.mark) + word, 9],
		[isOut ? 'dim' : 'strong', cut(row.label, label - 1), label],
		[isOut || row.mark === 'none' ? 'dim' : 'plain', row.value.replaceAll(/\s+/g, ' ')],
	];
}

/** What the passage says word for word is not told twice. */
const isQuoted = ({passage, value}: ReviewRow): boolean =>
	passage !== undefined &&
	passage.replaceAll(/\s+/g, ' ').trim().endsWith(value.replaceAll(/\s+/g, ' ').trim());

/** What a row says in full, and the passage of the paper that says it. */
function detailLines(view: View, row: ReviewRow | undefined): string[] {
	if (!row) return [];
	const {theme, width} = view;
	const {note, value, passage, where} = row;
	return [
		...(note
			? wrapped(theme, width - 4, note).map((text, index) =>
					line(theme, width, ['warn', index === 0 ? ' ! ' : '   '], text),
				)
			: []),
		...(isQuoted(row) ? [] : paragraph(view, value)),
		...(passage === undefined
			? []
			: [rule(theme, width, `In the paper, ${where ?? ''}`), ...paragraph(view, passage)]),
	];
}

/** What bringing it in would do, or why it cannot be done yet, over as many lines as that takes. */
function outlookLines(state: State, theme: Theme, paper: Paper | undefined): string[] {
	const width = isWide(state) ? paneWidths(state.columns).main : state.columns;
	return paper ? wrapped(theme, width - 2, outlook(paper), 3) : [];
}

/** The lines above the list: what the paper is, what comes of it, how much was found. */
const headHeight = (state: State, theme: Theme, paper: Paper | undefined): number =>
	2 + outlookLines(state, theme, paper).length;

/** The rows of the list where the passage stands below it. */
const listHeight = (height: number, rows: number, head: number): number =>
	Math.min(rows, Math.max(3, Math.ceil((height - head - 1) * 0.55)));

/** The lines of a passage that there is room for, beside the list or below it. */
const detailRoom = (state: State, rows: number, head: number): number => {
	const height = bodyHeight(state);
	return isWide(state) ? height - 1 : height - head - 1 - listHeight(height, rows, head);
};

const shownDetail = (view: View, row: ReviewRow | undefined, room: number): string[] =>
	scrolled(view, detailLines(view, row), room, {on: 'paper.on', back: 'paper.back'});

/** How far the passage of the selected row can be scrolled. */
export function passageOverflow(
	view: Omit<View, 'theme' | 'width' | 'height'>,
	theme: Theme,
): number {
	const {state, place, selected} = view;
	const rows = rowsIn(state, place);
	const width = isWide(state) ? paneWidths(state.columns).side : state.columns;
	const lines = detailLines(
		{...view, theme, width, height: bodyHeight(state)},
		rows.find(({path}) => path === selected),
	);
	return Math.max(
		0,
		lines.length - detailRoom(state, rows.length, headHeight(state, theme, place.paper)) + 1,
	);
}

/** What a paper is, in words; of a table, what its rows are. */
const sayKind = ({kind, rows}: Pick<ImportReview, 'kind' | 'rows'>): string =>
	rows === undefined ? kindWords[kind] : `a table of ${rows}`;

const kindWords = {
	report: 'a decision report',
	record: 'the record of a decision',
	notice: 'the notice of a decision to come',
	strategy: 'a strategy',
	portfolio: 'a table of projects',
	minutes: 'the minutes of a meeting',
};

/** What bringing it in would do, or why it cannot be done yet. */
const outlook = (paper: Paper): string =>
	'refusal' in paper
		? `Not yet: ${paper.refusal}.`
		: `${keyFor('paper.bring-in')} brings in: ${comesOf(paper)}.`;

/** What would be made and changed, as a list in words. */
export function comesOf({review, changes}: Extract<Paper, {changes: unknown}>): string {
	const number = (kind: string) => changes.filter((change) => change.kind === kind).length;
	const projects = number('project/add');
	const touched = new Set(
		changes.flatMap((change) =>
			change.kind.startsWith('project/') && 'id' in change && change.kind !== 'project/add'
				? [change.id]
				: [],
		),
	).size;
	const made = changes.flatMap((change) => {
		if (change.kind === 'report/add') return [`report ${change.id ?? ''}`.trim()];
		if (change.kind === 'agenda/add') return [`an item on the agenda of ${change.meeting}`];
		if (change.kind === 'meeting/enter') {
			const {length} = change.decisions;
			return [`a past meeting with ${length} ${length === 1 ? 'decision' : 'decisions'}`];
		}
		if (change.kind === 'decision/enter') return [`a past decision in ${change.meeting}`];
		if (change.kind === 'notice/add') return ['a notice'];
		if (change.kind === 'strategy/add') {
			const {length} = change.priorities;
			return [`a strategy with ${length} ${length === 1 ? 'priority' : 'priorities'}`];
		}
		return [];
	});
	const parts = number('milestone/add') + number('record/add');
	const altered = number('milestone/edit') + number('record/edit');
	const done = [
		...made,
		...(projects > 0 ? [`${projects} ${projects === 1 ? 'project' : 'projects'}, new`] : []),
		...(touched > 0 ? [`${touched} changed`] : []),
		...(review.rows !== undefined && parts > 0
			? [`${parts} new among ${review.rows} and what lies in them`]
			: []),
		...(review.rows !== undefined && altered > 0
			? [`${altered} of the ${review.rows} changed`]
			: []),
	];
	return done.join(', ') || review.title;
}

/** What was found in a paper, one finding a line, and the passage that says it: accepted unless it is edited or skipped. */
export const paper: Screen = {
	pane: true,
	rows: (state, place) => rowsIn(state, place).map(({path}) => path),
	beside: (view, path) => {
		const rows = rowsIn(view.state, view.place);
		const row = rows.find((one) => one.path === path);
		return [
			line(view.theme, view.width, ['strong', ` ${row?.label ?? ''}`]),
			...shownDetail(view, row, view.height - 1),
		];
	},
	row(view, path) {
		const row = rowsIn(view.state, view.place).find((one) => one.path === path);
		return row ? rowParts(view, row) : [];
	},
	told: ({place: {paper: found}}) =>
		found ? [`${found.review.title}, ${sayKind(found.review)}`, outlook(found)] : ['No paper'],
	draw(view) {
		const {state, place, theme, width, height} = view;
		const found = place.paper;
		if (!found) return [];
		const rows = rowsIn(state, place);
		const paths = rows.map(({path}) => path);
		const isBeside = isWide(state);
		const above = headHeight(state, theme, found);
		const room = isBeside ? height - above : listHeight(height, rows.length, above);
		const held = meetingOf(state.database, place.id);
		const {kind, title} = found.review;
		const number = (mark: ReviewRow['mark']) => rows.filter((row) => row.mark === mark).length;
		const missing = rows.filter(({mark}) => mark === 'none').map(({label}) => label);
		const counts = [
			`${number('take') + number('edit') + number('look')} taken`,
			...(number('skip') > 0 ? [`${number('skip')} skipped`] : []),
			...(number('out') > 0 ? [`${number('out')} left out`] : []),
			...(missing.length > 0 ? [`${missing.length} not found: ${missing.join(', ')}`] : []),
		].join('; ');
		const seen = windowNote(view, paths, room);
		const isRefused = 'refusal' in found;
		const head = [
			line(
				theme,
				width,
				['strong', ` ${title}`],
				`  ${sayKind(found.review)}${held && kind === 'report' ? ` for ${held.id}` : ''}`,
			),
			...outlookLines(state, theme, found).map((text) =>
				line(theme, width, [isRefused ? 'bad' : 'good', ` ${text}`]),
			),
			line(theme, width, ['dim', ` ${counts}`, width - seen.length - 2], ['dim', ` ${seen}`]),
		];
		const list = listLines(view, paths, room, paper.row);
		if (isBeside) return [...head, ...list];
		const selected = rows.find(({path}) => path === view.selected);
		return [
			...head,
			...list,
			// Where the passage says it all, its own rule is enough.
			...(selected && isQuoted(selected) && !selected.note
				? []
				: [rule(theme, width, selected?.label)]),
			...shownDetail(view, selected, detailRoom(state, rows.length, above)),
		];
	},
};
