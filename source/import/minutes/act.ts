import {sayPeriod} from '../../domain/calendar.ts';
import {
	boardOf,
	type Day,
	type Decided,
	enterMeeting,
	otherBoard,
	planning,
	spanned,
} from '../record/act.ts';
import type {FoundDecision} from './find.ts';
import {namesIn} from './names.ts';
import {timeIn} from './times.ts';
import {personNamed, rollOf, voteOf} from './persons.ts';

type Told = {name: string; absent?: true};

/** The one act of minutes: a meeting of the past with who was there and what it decided. */
export const planMinutes = planning(({database, values, ways, target}) => {
	const date = values.one('date') as Day | undefined;
	if (date === undefined)
		return {refusal: `the minutes say no day: give it with ${ways.set('date', '12 May 2026')}`};
	const board = boardOf(database, values.one('body'), target);
	if (typeof board === 'string') return {refusal: board};
	const found = values.all('decisions') as FoundDecision[];
	if (found.length === 0) return {refusal: 'nothing was found in the minutes that was decided'};
	const before = database.meetings.find(
		(meeting) =>
			meeting.board === board.id &&
			[meeting.startsAt?.slice(0, 10), meeting.period?.from].includes(spanned(date).from),
	);
	if (before) {
		return {
			refusal: `${before.id} is the meeting of ${board.name} on ${sayPeriod(date)} already`,
		};
	}
	const closed = values.one('exempt') as {paragraphs: number[]} | null | undefined;
	const known = (name: string | undefined) =>
		name === undefined ? undefined : personNamed(database, name);
	const decisions = found.map((one): Decided => {
		const {title, text, outcome, reasons, minuteNumber, exempt} = one;
		const [mover, seconder] = [known(one.mover), known(one.seconder)];
		const vote = voteOf(database, one.vote, one.unanimous === true);
		const paragraphs = exempt?.paragraphs.length === 0 ? closed?.paragraphs : exempt?.paragraphs;
		return {
			title: title === '' ? 'Decision' : title,
			resolution: text,
			outcome,
			date,
			...(minuteNumber === undefined ? {} : {minuteNumber}),
			...(reasons === undefined ? {} : {reasons}),
			...(mover === undefined ? {} : {mover}),
			...(seconder === undefined ? {} : {seconder}),
			...(vote === undefined ? {} : {vote}),
			...(exempt && closed !== null ? {exempt: {paragraphs: paragraphs ?? []}} : {}),
			...(/\b(?:minutes|apolog(?:y|ies)|declarations?|exclusion|adjourn\p{L}*|closed session)\b/iu.test(
				title,
			)
				? {procedural: true}
				: {}),
		};
	});
	const list = (field: string): readonly Told[] => {
		const value = values.one(field);
		return typeof value === 'string' ? namesIn(value).named : ((value as Told[] | undefined) ?? []);
	};
	const {notes, ...roll} = rollOf(database, {
		present: list('present'),
		inAttendance: list('inAttendance'),
		apologies: list('apologies'),
	});
	const [told, venue] = [values.one('time'), values.one('venue')];
	const time = typeof told === 'string' ? timeIn(told) : undefined;
	const {period, ...meeting} = enterMeeting(board, date, decisions);
	return {
		changes: [
			{
				...meeting,
				...(typeof date === 'string' && time !== undefined
					? {startsAt: `${date}T${time}`}
					: {period}),
				...(typeof venue === 'string' ? {venue} : {}),
				...roll,
			},
		],
		notes: [
			...otherBoard(board, values),
			...notes,
			...strangers(found, known),
			...stays(values.all('actions').length, values.one('closed'), values.one('nextMeeting')),
		],
	};
});

/** Who moved or seconded and is nobody of the database. */
function strangers(
	found: readonly FoundDecision[],
	known: (name: string | undefined) => string | undefined,
): string[] {
	const names = found
		.flatMap(({mover, seconder}) => [mover, seconder])
		.filter((name) => name !== undefined && known(name) === undefined);
	return names.length === 0
		? []
		: [
				`who moved or seconded stays in the paper where the database does not know them: ${[...new Set(names)].join(', ')}`,
			];
}

/** What is shown and has no place in a meeting of the past. */
const stays = (actions: number, closed: unknown, next: unknown): string[] => {
	const parts = [
		...(actions > 0
			? [
					actions === 1
						? '1 action (whether it is done, the minutes do not say)'
						: `${actions} actions (whether they are done, the minutes do not say)`,
				]
			: []),
		...(closed === undefined ? [] : ['the hour at which it ended']),
		...(next === undefined ? [] : ['the day of the next meeting']),
	];
	return parts.length === 0 ? [] : [`${parts.join(', ')}: shown, and kept in the paper`];
};
