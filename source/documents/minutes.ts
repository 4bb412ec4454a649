import {dayIn, sayDay, sayPeriod, timeIn} from '../domain/calendar.ts';
import type {Attended} from '../domain/queries/attendance.ts';
import type {ProjectChange} from '../domain/queries/minuted.ts';
import type {MinutedItem, Minutes, Recorded} from '../domain/queries/minutes.ts';
import type {AttendanceStatus, Meeting} from '../domain/schema/index.ts';
import {confidenceWords, statusWords} from '../domain/words.ts';
import {decisionBlocks} from './decision.ts';
import {type Block, type Document, heading, list, note, pairs, paragraph, table} from './tree.ts';

const statusSentences: Record<Minutes['status'], string> = {
	draft: 'Draft: not yet approved as a correct record.',
	issued: 'Issued: not yet approved as a correct record.',
	approved: 'Approved as a correct record.',
	signed: 'Approved as a correct record and signed.',
};

const meetingWords: Record<Meeting['status'], string | undefined> = {
	planned: 'This meeting has not been opened yet: what follows is its agenda.',
	open: 'The meeting is still open: this is the record so far.',
	adjourned: 'The meeting stands adjourned: this is the record so far.',
	closed: undefined,
};

/**
 * The minutes of a meeting; for an individual decision-maker, a record of decision: without roll,
 * mover and seconder, which belong to bodies. What was not recorded is left out.
 */
export function minutesDocument(minutes: Minutes): Document {
	const alone = minutes.board.kind === 'individual';
	const blocks = [
		...remarks(minutes),
		...particulars(minutes),
		...(alone && minutes.attendance.length === 0 ? [] : rollBlocks(minutes.attendance)),
		...pairs(['Interests declared by', minutes.declarations.join(', ')]),
		...minutes.items.flatMap((item) => itemBlocks(minutes, item)),
		...recordedUnderNone(minutes),
		...summaryOfActions(minutes),
		...closing(minutes),
	];
	return {title: `${titleOf(minutes)}: ${minutes.meeting.title}`, blocks};
}

function titleOf({meeting, board}: Minutes): string {
	if (meeting.status === 'planned') return 'Agenda';
	return board.kind === 'individual' ? 'Record of decision' : 'Minutes';
}

function remarks({example, status, meeting, board}: Minutes): Block[] {
	const stage = meetingWords[meeting.status];
	const planned = meeting.status === 'planned';
	return [
		...(example ? [note('A worked example, not the record of a real meeting.')] : []),
		...(stage ? [note(stage)] : []),
		// A record of decision is published as it is; nobody approves it as minutes are.
		...(planned || board.kind === 'individual' ? [] : [note(statusSentences[status])]),
	];
}

function particulars(minutes: Minutes): Block[] {
	const {organisation, board, meeting, timeZone, pauses, items} = minutes;
	const time = (at: string | undefined) => at && timeIn(at, timeZone);
	const opened = meeting.openedAt;
	const alone = board.kind === 'individual';
	const date = opened
		? sayDay(dayIn(opened, timeZone))
		: meeting.startsAt
			? sayDay(meeting.startsAt)
			: meeting.period && sayPeriod(meeting.period);
	return pairs(
		['Organisation', organisation],
		[alone ? 'Decision-maker' : 'Board', board.name],
		// A record of decision gives the date with each decision.
		['Date', alone && items.some(({decisions}) => decisions.length > 0) ? undefined : date],
		['Planned for', opened ? undefined : meeting.startsAt?.slice(11)],
		['Venue', meeting.venue],
		['Opened', time(opened)],
		['Adjourned', sayPauses(pauses, timeZone)],
		['Closed', sayClosed(meeting, timeZone)],
		['Meeting', meeting.id],
	);
}

/** `11:05 to 11:20, 12:30`. */
function sayPauses(pauses: Minutes['pauses'], timeZone: string): string {
	return pauses
		.map(({at, to}) =>
			to === 'adjourned' ? `, ${timeIn(at, timeZone)}` : ` to ${timeIn(at, timeZone)}`,
		)
		.join('')
		.replace(/^, /, '');
}

/** The day is said too when it is not that of the opening. */
function sayClosed({openedAt, closedAt}: Minutes['meeting'], timeZone: string): string | undefined {
	if (!closedAt) return undefined;
	const day = dayIn(closedAt, timeZone);
	const same = openedAt !== undefined && dayIn(openedAt, timeZone) === day;
	return `${timeIn(closedAt, timeZone)}${same ? '' : ` on ${sayDay(day)}`}`;
}

const rollTitles: [AttendanceStatus, string][] = [
	['present', 'Present'],
	['substitute', 'Substitutes'],
	['in-attendance', 'In attendance'],
	['apologies', 'Apologies'],
	['absent', 'Absent'],
];

function rollBlocks(attendance: Attended[]): Block[] {
	if (attendance.length === 0) return [];
	const said = rollTitles.map(([status, title]): [string, string] => [
		title,
		attendance
			.filter((attended) => attended.status === status)
			.map(sayAttended)
			.join('; '),
	]);
	return [heading(2, 'Attendance'), ...pairs(...said)];
}

function sayAttended({name, role, for: member}: Attended): string {
	const roles: Partial<Record<string, string>> = {
		chair: 'in the chair',
		'vice-chair': 'vice-chair',
		secretary: 'secretary',
		adviser: 'adviser',
	};
	const part = member ? `for ${member}` : role && roles[role];
	return part ? `${name} (${part})` : name;
}

function itemBlocks(minutes: Minutes, item: MinutedItem): Block[] {
	return [
		heading(2, `${item.number}. ${item.title}`),
		...pairs(['Paper', item.paper && sayPaper(item.paper)], ['Presiding', item.presiding]),
		...(item.notes?.trim() ? [paragraph(item.notes)] : []),
		...recordedBlocks(minutes, item),
	];
}

function sayPaper({title, reference, author, date}: NonNullable<MinutedItem['paper']>): string {
	return [
		reference ? `${title} (${reference})` : title,
		...(author ? [author] : []),
		...(date ? [sayPeriod(date)] : []),
	].join(', ');
}

function recordedBlocks(minutes: Minutes, recorded: Recorded): Block[] {
	const {changes, decisions, actions} = recorded;
	return [
		...table({
			columns: [
				{title: 'Project', widest: 24},
				{title: 'Before', widest: 14},
				{title: 'After', widest: 14},
				{title: 'Note'},
			],
			rows: changes.map(changeRow),
		}),
		...decisions
			.filter(({status}) => status !== 'retracted')
			.flatMap((decision) => decisionBlocks(minutes, decision)),
		...list(
			actions.map(({id, text, owner, due}) => [
				{strong: `Action ${id}:`},
				` ${text}${owner || due ? ` (${[owner, due && `by ${sayDay(due)}`].filter(Boolean).join(', ')})` : ''}`,
			]),
		),
		// Last, so that no action seems to follow from what does not stand.
		...decisions
			.filter(({status}) => status === 'retracted')
			.flatMap((decision) => decisionBlocks(minutes, decision)),
	];
}

function changeRow({project, title, before, after, note: said = ''}: ProjectChange): string[] {
	const say = (side: ProjectChange['before']) =>
		[
			side?.status && statusWords[side.status],
			side?.confidence && `confidence ${confidenceWords[side.confidence].toLowerCase()}`,
		]
			.filter(Boolean)
			.join(', ') || (before || after ? 'none' : '–');
	const name = title ? `${project} ${title}` : project;
	return before || after ? [name, say(before), say(after), said] : [name, '–', 'no change', said];
}

function recordedUnderNone(minutes: Minutes): Block[] {
	const {changes, decisions, actions} = minutes.other;
	if (changes.length + decisions.length + actions.length === 0) return [];
	const beside = minutes.items.length > 0 ? [heading(2, 'Recorded outside the agenda')] : [];
	return [...beside, ...recordedBlocks(minutes, minutes.other)];
}

function summaryOfActions({items, other}: Minutes): Block[] {
	const placed = [...items, other].flatMap(({actions}) => actions);
	if (placed.length === 0) return [];
	return [
		heading(2, 'Actions'),
		...table({
			columns: [{title: 'No.'}, {title: 'What'}, {title: 'Who', widest: 20}, {title: 'When'}],
			rows: placed.map(({id, text, owner = '', due}) => [id, text, owner, due ? sayDay(due) : '']),
		}),
	];
}

/** A closing sentence, as minutes have one; an individual's decision has no meeting to close. */
function closing({meeting, timeZone, board}: Minutes): Block[] {
	if (!meeting.closedAt || !meeting.openedAt || board.kind === 'individual') return [];
	return [paragraph(`The meeting closed at ${timeIn(meeting.closedAt, timeZone)}.`)];
}
