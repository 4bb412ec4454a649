import {daysBetween, sayDay, sayPeriod, timeIn} from '../../domain/calendar.ts';
import {meetingLaw} from '../../domain/law/boards.ts';
import {personName} from '../../domain/names.ts';
import {exemptionOf} from '../../domain/queries/public/exempt.ts';
import {byDate, decisionsOn, itemNumber, itemOf} from '../../domain/queries/meeting/meetings.ts';
import {currentStrategy} from '../../domain/queries/strategy/projects.ts';
import {presidingOn, quorumOn} from '../../domain/rules/presence.ts';
import type {AgendaItem, Meeting} from '../../domain/schema/index.ts';
import {count, outcomeWords} from '../../domain/words.ts';
import {line} from '../components/line.ts';
import {sayVote} from '../forms/vote.ts';
import {minutesBetween} from '../screens/meeting.ts';
import {heldMeeting, placeOf, type State, todayOf} from '../state.ts';
import {widthOf} from '../text/graphemes.ts';
import {wrap} from '../text/wrap.ts';
import type {Theme, Tone} from '../theme.ts';
import {bigText} from './big.ts';

/** Something that the wall says, and how loud: big type where there is room for it; calm, at most half of the room. */
type Saying = {text: string; tone: Tone; big?: boolean; calm?: boolean};

const margin = 3;

/** What of the meeting is private now; then the wall says that and nothing else. */
const isPrivate = ({database}: State, held: Meeting): boolean => {
	const item = itemOf(held, held.currentItem);
	return item !== undefined && exemptionOf(database, item) !== undefined;
};

/**
 * Whether the window is the wall: a screen for the room shows the meeting so, and whatever else the chair shows as it
 * is. In private session it is always the wall; a question of its own lies over everything.
 */
export function isWall(state: State): boolean {
	if (state.follows !== 'locked' || state.overlay) return false;
	const held = heldMeeting(state);
	return (
		(held && isPrivate(state, held)) || ['meeting', 'overview'].includes(placeOf(state).screen)
	);
}

/**
 * The screen for the room, the whole window: what is before the meeting in the largest type that fits, the wording
 * while it is read back, the outcome and the vote once it is taken; below it the quorum, who presides, the time, what
 * comes next. Nothing on it moves but with the meeting.
 */
export function wallLines(state: State, theme: Theme): string[] {
	const {rows} = state;
	const held = heldMeeting(state);
	if (held && isPrivate(state, held)) {
		return centred(state, theme, [
			{text: 'The meeting is in private session', tone: 'strong', big: true},
		]);
	}
	if (!held) return centred(state, theme, restLines(state));
	const foot = footLines(state, theme, held);
	const head = [topLine(state, theme, held), ''];
	const room = rows - head.length - foot.length;
	return [...head, ...inMiddle(drawn(state, theme, beforeRoom(state, held), room), room), ...foot];
}

/** Whose meeting it is, and the time. */
function topLine({columns, database, now}: State, theme: Theme, held: Meeting): string {
	const time = timeIn(now, database.organisation.timeZone);
	const name = ` ${database.organisation.name} ${theme.glyphs.dot} ${held.title}`;
	const room = columns - widthOf(time) - 7;
	return line(
		theme,
		columns,
		['live', ' LIVE ', 6],
		['dim', name, room - 1],
		['plain', ` ${time} `],
	);
}

/** Between meetings: whose screen it is, what was adjourned, and when the next meeting is. */
function restLines(state: State): Saying[] {
	const {database} = state;
	const waits = database.meetings.find(({status}) => status === 'adjourned');
	const next = nextPlanned(state);
	return [
		{text: database.organisation.name, tone: 'accent'},
		{text: currentStrategy(database)?.title ?? '', tone: 'plain'},
		...(waits ? [{text: `${waits.title}: adjourned`, tone: 'warn' as const}] : []),
		...(next ? nextLines(state, next) : []),
		...(waits || next
			? []
			: [
					{text: 'No meeting is open', tone: 'strong' as const, big: true},
					{text: 'The day of the next one is not entered yet', tone: 'plain' as const},
				]),
	];
}

/** The first meeting from today on, else the first of those that were planned and not held yet. */
function nextPlanned(state: State): Meeting | undefined {
	const planned = byDate(state.database.meetings.filter(({status}) => status === 'planned'));
	const today = todayOf(state);
	return planned.find(({startsAt}) => (startsAt ?? '') >= today) ?? planned[0];
}

/** What the next meeting is, and when and where: the day is what people look up for. */
function nextLines(state: State, {title, startsAt, period, venue}: Meeting): Saying[] {
	const days = startsAt === undefined ? 0 : daysBetween(todayOf(state), startsAt.slice(0, 10));
	const soon = days === 1 ? ', tomorrow' : days > 1 ? `, in ${days} days` : '';
	const day = startsAt?.slice(0, 10) === todayOf(state) ? 'Today' : sayWhole(startsAt);
	const when = startsAt
		? `${day}, ${startsAt.slice(11)}`
		: period
			? sayPeriod(period)
			: 'No day is entered yet';
	return [
		{text: `Next meeting${soon}: ${title}`, tone: 'strong'},
		{text: when, tone: 'strong', big: true, calm: true},
		...(venue ? [{text: venue, tone: 'plain' as const}] : []),
	];
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** `Tuesday 8 December 2026`, of a day and a time. */
const sayWhole = (startsAt = ''): string => {
	const day = startsAt.slice(0, 10);
	return `${weekdays[new Date(`${day}T12:00:00Z`).getUTCDay()]} ${sayDay(day)}`;
};

/** What is before the room. */
function beforeRoom(state: State, held: Meeting): Saying[] {
	const {database} = state;
	const item = itemOf(held, held.currentItem);
	if (!item) return [{text: held.title, tone: 'strong', big: true}];
	const number = itemNumber(held, item.id);
	const wording = state.here.find(({place}) => place.reading !== undefined)?.place.reading;
	if (wording !== undefined) {
		return [
			{text: `Item ${number}  ${item.title}`, tone: 'accent'},
			{text: 'Read back before it is recorded:', tone: 'warn'},
			{text: wording, tone: 'strong', big: true},
		];
	}
	const decision = decisionsOn(database, held.id, item.id).findLast(
		({status, procedural}) => status === 'recorded' && procedural !== true,
	);
	const place = `Item ${number} of ${held.agenda.length}`;
	if (!decision) {
		return [
			{text: place, tone: 'accent'},
			{text: item.title, tone: 'strong', big: true},
		];
	}
	const isCarried = !['refused', 'lost', 'withdrawn'].includes(decision.outcome);
	const vote = decision.vote ? sayVote(database, held, decision.vote, decision) : '';
	return [
		{text: `Item ${number}  ${item.title}`, tone: 'accent'},
		{text: outcomeWords[decision.outcome], tone: isCarried ? 'good' : 'warn', big: true},
		...(vote === '' ? [] : [{text: vote, tone: 'strong' as const}]),
		{text: decision.resolution, tone: 'plain'},
	];
}

/** The quorum and who presides, the time used, what comes next. */
function footLines(state: State, theme: Theme, held: Meeting): string[] {
	const {database, columns, rows} = state;
	const {present, voting, needed, quorate} = quorumOn(database, held);
	const item = itemOf(held, held.currentItem);
	const chair = presidingOn(database, held, held.currentItem);
	const isTaken = held.attendance.length > 0;
	const counted = `${present} of ${voting} present`;
	const quorum: Saying | undefined = meetingLaw(database, held).alone
		? undefined
		: !isTaken
			? {text: 'The roll has not been taken', tone: 'plain'}
			: needed === undefined
				? {text: counted, tone: 'plain'}
				: quorate
					? {text: `Quorate: ${counted}, ${needed} needed`, tone: 'good'}
					: {text: `NOT QUORATE: ${counted}, ${needed} needed`, tone: 'bad'};
	const next = held.agenda[held.agenda.findIndex(({id}) => id === held.currentItem) + 1];
	const isNextTold = next && exemptionOf(database, next) === undefined;
	const said: Saying[] = [
		...(quorum ? [quorum] : []),
		...(isTaken && chair !== undefined
			? [{text: `Presiding: ${personName(database, chair)}`, tone: 'plain' as const}]
			: []),
		...(next
			? [
					{
						text: `Next: ${itemNumber(held, next.id)}  ${isNextTold ? next.title : 'an item in private session'}`,
						tone: 'plain' as const,
					},
				]
			: []),
	];
	// Where there is room they are to be read from afar as well.
	const isHigh = rows >= 46;
	const lines = said.flatMap((one) => [
		...drawn(state, theme, [{...one, big: isHigh}], isHigh ? 4 : 1, 1),
		...(isHigh ? [''] : []),
	]);
	return ['', ...lines, ...(item ? timeLines(state, theme, item) : []), line(theme, columns)];
}

/** A bar for the time that was allotted, and how much of it is used. */
function timeLines(state: State, theme: Theme, item: AgendaItem): string[] {
	const {columns, now} = state;
	if (item.startedAt === undefined) return [];
	const used = minutesBetween(item.startedAt, now);
	const {minutes} = item;
	if (minutes === undefined || minutes === 0) {
		return [line(theme, columns, ' '.repeat(margin), `${used} min`)];
	}
	const isOver = used > minutes;
	const said = isOver
		? `${used} of ${minutes} min: ${used - minutes} over`
		: `${used} of ${minutes} min`;
	const cells = Math.max(10, columns - 2 * margin - 24);
	const full = Math.min(cells, Math.round((used / minutes) * cells));
	return [
		line(
			theme,
			columns,
			' '.repeat(margin),
			[isOver ? 'warn' : 'good', theme.glyphs.full.repeat(full)],
			['dim', theme.glyphs.rest.repeat(cells - full)],
			[isOver ? 'warn' : 'plain', `  ${said}`],
		),
	];
}

/** Sayings as lines: big ones in the largest type that leaves room for the others, which are wrapped. */
function drawn(
	state: State,
	theme: Theme,
	said: readonly Saying[],
	room: number,
	most = 6,
): string[] {
	const {columns} = state;
	const width = columns - 2 * margin;
	const small = (one: Saying) =>
		one.text === ''
			? []
			: one.text
					.split('\n')
					.flatMap((text) => wrap(text, width).map((piece) => piece.text.trimEnd()));
	const others = said.filter(({big}) => !big).reduce((sum, one) => sum + small(one).length + 1, 0);
	const lines = said.flatMap((one, index): string[] => {
		const large = one.big
			? bigText(one.text, {
					columns: width,
					rows: Math.max(1, Math.min(room - others, one.calm ? Math.floor(room / 2) : room)),
					most,
					ascii: theme.ascii,
				})
			: undefined;
		const tone = large || !one.big ? one.tone : 'strong';
		return [
			...(index > 0 ? [''] : []),
			...(large ?? small(one)).map((text) =>
				line(theme, columns, ' '.repeat(margin), [tone, text]),
			),
		];
	});
	if (lines.length <= room) return lines;
	return [
		...lines.slice(0, Math.max(0, room - 1)),
		line(theme, columns, ' '.repeat(margin), [
			'dim',
			`${theme.glyphs.more} and ${count(lines.length - room + 1, 'line')} more`,
		]),
	];
}

/** Lines in the middle of exactly so many. */
function inMiddle(lines: readonly string[], room: number): string[] {
	const before = Math.max(0, Math.floor((room - lines.length) / 2));
	return Array.from({length: room}, (_, row) => lines[row - before] ?? '');
}

const centred = (state: State, theme: Theme, said: readonly Saying[]): string[] =>
	inMiddle(drawn(state, theme, said, state.rows - 2), state.rows);
