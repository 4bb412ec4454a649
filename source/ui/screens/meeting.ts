import {meetingLaw} from '../../domain/law/boards.ts';
import {dayIn, sayShortDay, timeIn} from '../../domain/calendar.ts';
import {
	actionsOn,
	boardOf,
	decisionsOn,
	itemNumber,
} from '../../domain/queries/meeting/meetings.ts';
import {exemptionOf} from '../../domain/queries/public/exempt.ts';
import {sayWaiting, whyPrivate} from '../../domain/queries/public/marked.ts';
import {quorumOn} from '../../domain/rules/presence.ts';
import type {AgendaItem, Meeting} from '../../domain/schema/index.ts';
import {count, meetingStatusWords} from '../../domain/words.ts';
import {drawable, line, type LinePart, rule, sayParts, wrapped} from '../components/line.ts';
import {widthOf} from '../text/graphemes.ts';
import {wrap} from '../text/wrap.ts';
import {titleLines} from './pages/text.ts';
import {isWide, type Place, type State} from '../state.ts';
import {whenOf} from './overview-figures.ts';
import {itemPage} from './pages/decision.ts';
import {listLines, remembered, type Screen, type View} from './screen.ts';
import {waitingCount} from './waiting.ts';
import {keyFor} from '../keys-by-name.ts';

export const meetingAt = ({database}: State, {id}: Place): Meeting | undefined =>
	database.meetings.find((meeting) => meeting.id === id);

/** `6 of 7 present, quorate (3 needed)`. */
export function quorumText(state: State, meeting: Meeting): string {
	const {present, voting, needed, quorate} = quorumOn(state.database, meeting);
	if (meeting.attendance.length === 0) {
		const asked = needed === undefined ? '' : `, quorum ${needed}`;
		const roll = meeting.status === 'planned' ? '' : 'roll not taken, ';
		return voting === 0 ? 'no roll' : `${roll}${count(voting, 'voting member')}${asked}`;
	}
	const rule =
		needed === undefined
			? ''
			: quorate
				? `, quorate (${needed} needed)`
				: `, NOT QUORATE (${needed} needed)`;
	return `${present} of ${voting} present${rule}`;
}

/** Whole minutes between two instants. */
export const minutesBetween = (from: string, to: string): number =>
	Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 60_000));

function timeText(state: State, item: AgendaItem, isCurrent: boolean): string {
	const allotted = item.minutes === undefined ? '' : `/${item.minutes}`;
	if (!item.startedAt) return item.minutes === undefined ? '' : `${item.minutes} min`;
	const until = isCurrent ? state.now : (item.endedAt ?? state.now);
	return `${minutesBetween(item.startedAt, until)}${allotted} min`;
}

/** What is said when the time allotted to the current item is over; undefined before. */
export function sayOverrun(state: State, held: Meeting): string | undefined {
	const item = held.agenda.find(({id}) => id === held.currentItem);
	return item && isOver(state, item, true)
		? `Item ${itemNumber(held, item.id)} has taken longer than the ${count(item.minutes ?? 0, 'minute')} allotted to it`
		: undefined;
}

/** Whether the current item has taken longer than was allotted. */
const isOver = (state: State, {minutes, startedAt}: AgendaItem, isCurrent: boolean): boolean =>
	isCurrent &&
	minutes !== undefined &&
	startedAt !== undefined &&
	minutesBetween(startedAt, state.now) > minutes;

/** What stands behind an item's title, in a few words. */
function marksOf({state}: View, meeting: Meeting, item: AgendaItem): string {
	const decisions = decisionsOn(state.database, meeting.id, item.id).length;
	const actions = actionsOn(state.database, meeting.id, item.id).length;
	return [
		exemptionOf(state.database, item)
			? meetingLaw(state.database, meeting).privately.word.toUpperCase()
			: '',
		item.about?.report && whyPrivate(state.database, `reports/${item.about.report}`)
			? 'PRIVATE'
			: '',
		item.urgency ? 'urgent' : '',
		item.enBloc ? 'en bloc' : '',
		item.notes ? 'note' : '',
		decisions > 0 ? count(decisions, 'decision') : '',
		actions > 0 ? count(actions, 'action') : '',
	]
		.filter(Boolean)
		.join(', ');
}

/** `3 of 8 items, 41 of 95 min`: how far an open meeting has come of what was allotted. */
function spentOf(state: State, {agenda, status, openedAt}: Meeting): string {
	const allotted = agenda.reduce((sum, {minutes = 0}) => sum + minutes, 0);
	if (status !== 'open' || openedAt === undefined) {
		return allotted > 0 && status === 'planned' ? `${allotted} min in all` : '';
	}
	const done = agenda.filter(({endedAt}) => endedAt !== undefined).length;
	const spent = minutesBetween(openedAt, state.now);
	return `${done} of ${count(agenda.length, 'item')}, ${spent}${allotted > 0 ? ` of ${allotted}` : ''} min`;
}

/** How far an open meeting has come of its allotted time, as a bar; none for whoever listens. */
function progressOf({state, theme}: View, {agenda, status, openedAt}: Meeting): string {
	const allotted = agenda.reduce((sum, {minutes = 0}) => sum + minutes, 0);
	if (theme.spoken || status !== 'open' || openedAt === undefined || allotted === 0) return '';
	const full = Math.min(1, minutesBetween(openedAt, state.now) / allotted);
	const cells = Math.round(full * progressCells);
	return `${theme.glyphs.full.repeat(cells)}${theme.glyphs.rest.repeat(progressCells - cells)} `;
}

const progressCells = 12;

/** The cells before an item's title, for its time and for the bar of it, and the fewest for its title and its marks. */
const cells = {before: 9, time: 11, bar: 7, title: 20, marks: 14};

/** How much of the time allotted to the current item is used: a bar beside it; none for whoever listens. */
function timeBar({state, theme}: View, {minutes, startedAt}: AgendaItem): LinePart[] {
	if (minutes === undefined || startedAt === undefined || theme.spoken) return [];
	const steps = cells.bar - 1;
	const used = Math.min(1, minutesBetween(startedAt, state.now) / Math.max(1, minutes));
	const full = Math.floor(used * steps);
	return [
		[used < 1 ? 'good' : 'warn', theme.glyphs.heavy.repeat(full)],
		['line', theme.glyphs.rule.repeat(steps - full), steps - full + 1],
	];
}

/** The cells of the marks behind an item, and of the bar before them. */
const marksWidth = ({currentItem}: Meeting, {id, minutes}: AgendaItem, marks: string): number =>
	marks.length + 1 + (currentItem === id && minutes !== undefined ? cells.bar : 0);

/** What stands behind the titles of an agenda, and the cells that are left for these; none where one would be cut. */
function columnsOf(
	view: View,
	held: Meeting,
): {marks: Map<string, string>; title: number | undefined} {
	const marks = new Map(held.agenda.map((one) => [one.id, marksOf(view, held, one)]));
	// The titles give way where an item has much to tell.
	const longest = Math.max(
		cells.marks,
		...held.agenda.map((one) => marksWidth(held, one, marks.get(one.id) ?? '')),
	);
	const title = Math.max(cells.title, view.width - cells.before - cells.time - longest);
	const isCut = held.agenda.some((one) => widthOf(drawable(view.theme, one.title)) > title);
	return {marks, title: isCut && !view.theme.spoken ? undefined : title};
}

let known: {database: unknown; key: string; columns: ReturnType<typeof columnsOf>} | undefined;

/** As `columnsOf`, worked out once for all rows. */
function columns(view: View, held: Meeting): ReturnType<typeof columnsOf> {
	const {database} = view.state;
	const key = `${held.id} ${view.width}`;
	if (known?.database !== database || known.key !== key) {
		known = {database, key, columns: columnsOf(view, held)};
	}
	return known.columns;
}

function itemParts(view: View, meeting: Meeting, item: AgendaItem): LinePart[] {
	const {state, theme} = view;
	const {marks, title} = columns(view, meeting);
	const mark = marks.get(item.id) ?? '';
	const isCurrent = meeting.currentItem === item.id;
	const tone = isCurrent ? 'strong' : item.endedAt ? 'dim' : 'plain';
	const first: LinePart[] = [
		['good', isCurrent ? 'NOW' : item.endedAt ? `  ${theme.glyphs.check}` : '', 4],
		['strong', itemNumber(meeting, item.id), 3],
	];
	const bar = isCurrent ? timeBar(view, item) : [];
	const time: LinePart = [
		isOver(state, item, isCurrent) ? 'warn' : 'dim',
		` ${timeText(state, item, isCurrent)}`,
		cells.time,
	];
	if (title !== undefined) {
		return [...first, [tone, item.title, title], time, ...bar, ['accent', ` ${mark}`]];
	}
	// Each title has what its own marks leave of the row, and the times still stand below each other.
	const room = view.width - cells.before - cells.time;
	const marked = mark === '' ? 0 : mark.length + 1;
	// The bar says what the time beside it says: it gives way first.
	const isBarred = bar.length > 0 && widthOf(item.title) + cells.bar + marked <= room;
	const barred = isBarred ? cells.bar : 0;
	const own = Math.max(cells.title, room - barred - marked);
	const rest = Math.max(0, room - own - barred);
	return [
		...first,
		[tone, item.title, own],
		...(isBarred ? bar : []),
		...(rest > 0 ? ([['accent', ` ${mark}`, rest]] as LinePart[]) : []),
		time,
	];
}

/** A time of the meeting's own day, with the day when it is another one. */
function whenIn({startsAt}: Meeting, instant: string, zone: string): string {
	const day = dayIn(instant, zone);
	const time = timeIn(instant, zone);
	return startsAt?.startsWith(day) ? time : `${sayShortDay(day)} ${time}`;
}

/** Whether the meeting is open, who is there, when and where: over two lines where one is too short. */
function standingLines({state, theme, width}: View, held: Meeting, when: string): string[] {
	const board = boardOf(state.database, held);
	const isInquorate =
		held.status === 'open' && held.attendance.length > 0 && !quorumOn(state.database, held).quorate;
	const dot = ` ${theme.glyphs.dot} `;
	const where = [when, held.venue, board?.name === held.title ? '' : board?.name].filter(Boolean);
	const first: LinePart[] = [
		' ',
		[held.status === 'open' ? 'good' : 'plain', meetingStatusWords[held.status]],
		dot,
		[isInquorate ? 'bad' : 'plain', quorumText(state, held)],
	];
	const told = sayParts(theme, first).length + 1 + dot.length;
	const pieces = wrap(where.join(dot), Math.max(20, width - told)).map(({text}) => text.trimEnd());
	if (pieces.length === 1) return [line(theme, width, ...first, `${dot}${pieces[0]}`)];
	return [
		line(theme, width, ...first),
		...wrapped(theme, width - 1, where.join(dot)).map((text) => line(theme, width, ` ${text}`)),
	];
}

/** The items of the meeting at a place, by their paths. */
export const agendaRows = remembered((state, place) =>
	(meetingAt(state, place)?.agenda ?? []).map(({id}) => `meetings/${place.id}/agenda/${id}`),
);

export const meeting: Screen = {
	pane: true,
	rows: agendaRows,
	row(view, path) {
		const held = meetingAt(view.state, view.place);
		const item = held?.agenda.find(({id}) => path.endsWith(`/${id}`));
		return item ? itemParts(view, held as Meeting, item) : [];
	},
	told({state, place}) {
		const held = meetingAt(state, place);
		if (!held) return ['This database has no meetings yet'];
		const venue = held.venue === undefined ? '' : `, ${held.venue}`;
		return [
			`${held.id} ${held.title}`,
			`${meetingStatusWords[held.status]}, ${quorumText(state, held)}, ${whenOf(held)}${venue}`,
		];
	},
	draw(view) {
		const {state, place, theme, width, height} = view;
		const held = meetingAt(state, place);
		if (!held) return [line(theme, width, '  This database has no meetings yet.')];
		const zone = state.database.organisation.timeZone;
		const times = [
			held.publishedOn && !held.openedAt ? `agenda out ${sayShortDay(held.publishedOn)}` : '',
			held.openedAt ? `opened ${whenIn(held, held.openedAt, zone)}` : '',
			held.closedAt ? `closed ${whenIn(held, held.closedAt, zone)}` : '',
		].filter(Boolean);
		const head = [
			...titleLines(view, `${held.id}  ${held.title}`),
			...standingLines(view, held, [whenOf(held), ...times].join(', ')),
			...waitingCount(view, sayWaiting(state.database)),
			rule(theme, width, 'Agenda', `${progressOf(view, held)}${spentOf(state, held)}`),
		];
		const rows = meeting.rows(state, place);
		if (rows.length === 0) {
			return [...head, line(theme, width, '   There are no items on the agenda yet.')];
		}
		const item = held.agenda.find(({id}) => view.selected?.endsWith(`/${id}`));
		// Below the agenda, what is recorded on the selected item; a wide terminal shows it beside.
		const below = isWide(state) || !item ? [] : itemPage(view, held, item);
		const most = Math.max(0, Math.min(below.length, 8, height - head.length - 5));
		const room = height - head.length - (most > 0 ? most + 1 : 0);
		const list = listLines(view, rows, room, meeting.row);
		if (most === 0) return [...head, ...list];
		const left = Math.max(most, height - head.length - list.length - 1);
		const hidden = below.length - left;
		const more =
			hidden > 0 ? `, ${count(hidden, 'more line')}: ${keyFor('list.open')} shows all` : '';
		return [
			...head,
			...list,
			rule(theme, width, `Item ${itemNumber(held, item?.id)}${more}`),
			...below.slice(0, left),
		];
	},
};
