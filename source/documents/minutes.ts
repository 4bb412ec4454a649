import {dayIn} from '../domain/calendar.ts';
import {lawOfBoard} from '../domain/law/boards.ts';
import type {Minutes} from '../domain/queries/minutes/minutes.ts';
import {type Voice, voiceOf, zoneOf} from '../domain/voice/index.ts';
import {sentence} from '../domain/voice/names.ts';
import {agendaOf, meetingOf, privacyOf, takenOf} from './places.ts';
import {timed, voiceOfMeeting} from './several-days.ts';
import {and, derived, fieldsOf, type Source, told} from './source.ts';
import {declarationBlocks, rollBlocks} from './attendance.ts';
import {exemptRemark} from './exempt.ts';
import {actionTable, itemBlocks} from './item.ts';
import {recordedBlocks} from './item-recorded.ts';
import {titleWithDay} from './names.ts';
import {
	type Block,
	type Document,
	exampleRemark,
	heading,
	type MaybePair,
	note,
	pairs,
	sourcedList,
	uncheckedRemark,
} from './tree.ts';
import {statusBy, closing, footerOf, sealedBy} from './minutes-end.ts';

/**
 * The minutes of a meeting; for an individual decision-maker, a record of decision: without roll,
 * mover and seconder, which belong to bodies. What was not recorded is left out.
 */
export function minutesDocument(minutes: Minutes): Document {
	const {alone} = lawOfBoard(minutes);
	const voice = voiceOfMeeting(minutes);
	const blocks = [
		...remarks(voice, minutes),
		...particulars(voice, minutes),
		...(alone && minutes.attendance.length === 0 ? [] : rollBlocks(minutes)),
		...generalDeclarations(voice, minutes),
		...minutes.items.flatMap((item) => itemBlocks(minutes, item)),
		...recordedUnderNone(voice, minutes),
		...summaryOfActions(voice, minutes),
		...corrections(voice, minutes),
		...closing(voice, minutes),
	];
	return {
		title: `${titleOf(voice, minutes)}: ${titleWithDay(voice, minutes.meeting.title, dayOf(minutes))}`,
		source: dayBy(minutes, 'title', 'status'),
		blocks,
		// A version is issued on a day that is told with it, however many the meeting took.
		footer: footerOf(voiceOf(minutes), minutes),
		footerSource: sealedBy(minutes),
		leaves: leavesOf(voice, minutes),
		manner: minutes,
	};
}

/** A draft says so on every page; a version that was given out is initialled leaf by leaf where the law asks for it. */
function leavesOf({shared}: Voice, minutes: Minutes): Document['leaves'] {
	const {alone, initialled} = lawOfBoard(minutes);
	const {status, meeting} = minutes;
	if (status === 'draft') {
		const isRecord = meeting.status !== 'planned' && meeting.status !== 'cancelled';
		return {head: isRecord && !alone ? shared.draft : undefined};
	}
	return {foot: initialled ? shared.initials : undefined};
}

function dayOf(minutes: Minutes) {
	const {openedAt, startsAt, period} = minutes.meeting;
	// One who decides alone opens a record on some day, which is not that of the decision.
	return openedAt && !lawOfBoard(minutes).alone
		? dayIn(openedAt, minutes.timeZone)
		: (startsAt?.slice(0, 10) ?? period);
}

/** Where the day of the meeting comes from, with other fields of it. */
const dayBy = (minutes: Minutes, ...fields: string[]): Source =>
	derived('day', ...fieldsOf(meetingOf(minutes), ...fields, 'openedAt', 'startsAt', 'period'));

function titleOf({minutes: words}: Voice, minutes: Minutes): string {
	if (minutes.meeting.status === 'planned') return words.agenda;
	return lawOfBoard(minutes).alone ? words.recordOfDecision : words.title;
}

function remarks(voice: Voice, minutes: Minutes): Block[] {
	const {example, meeting, exempt, order} = minutes;
	const {minutes: words, shared} = voice;
	const law = lawOfBoard(minutes);
	const {alone} = law;
	const stage = (alone ? words.stagesAlone : words.stages)[meeting.status];
	const of = (...fields: string[]) => derived('stage', ...fieldsOf(meetingOf(minutes), ...fields));
	const privacy = minutes.items.flatMap((item) => privacyOf(minutes, item));
	return [
		...uncheckedRemark(voice),
		...(example ? [exampleRemark(voice, meeting.id)] : []),
		...exemptRemark(
			voice,
			law,
			exempt,
			minutes.public,
			derived('private', ...privacy, ...agendaOf(minutes)),
		),
		...(stage ? [note(stage, of('status'))] : []),
		// A record of decision is published as it is; nobody approves it as minutes are.
		...(meeting.status === 'planned' || alone
			? []
			: [note(sayStatus(voice, minutes), statusBy(minutes))]),
		...(minutes.archived ? [note(words.archived(minutes.archived), of('status'))] : []),
		...(minutes.unusedNumbers
			? [
					note(
						words.unusedNumbers(minutes.unusedNumbers),
						told(`${meetingOf(minutes)}/minutes/skipped`),
					),
				]
			: []),
		...(order
			? [
					note(
						words.order(shared.and(order)),
						derived('order', ...takenOf(minutes), ...agendaOf(minutes)),
					),
				]
			: []),
	];
}

function sayStatus({minutes: words, day}: Voice, minutes: Minutes): string {
	const {status, approval, signature, timeZone} = minutes;
	if (status === 'draft') return words.draft;
	if (status === 'issued') return words.issued;
	return words.approved({
		at: [approval?.meeting, approval?.title].filter(Boolean).join(' '),
		on: approval?.at && day(dayIn(approval.at, timeZone)),
		signed: status === 'signed',
		signedBy: signature?.name,
	});
}

function particulars(voice: Voice, minutes: Minutes): Block[] {
	const {organisation, board, meeting, timeZone, pauses, items} = minutes;
	const {shared, minutes: words, day, period, clock} = voice;
	const time = (at: string | undefined) => at && voice.time(at);
	const opened = meeting.openedAt;
	const {alone} = lawOfBoard(minutes);
	const date = opened
		? day(dayIn(opened, timeZone))
		: meeting.startsAt
			? day(meeting.startsAt)
			: meeting.period && period(meeting.period);
	const of = (...fields: string[]) => told(...fieldsOf(meetingOf(minutes), ...fields));
	const timedBy = (field: string) => timed(minutes, `${meetingOf(minutes)}/${field}`);
	return pairs(
		[shared.organisation, organisation, told('organisation/name')],
		[
			alone ? shared.decisionMaker : shared.board,
			board.name,
			and(of('board'), `boards/${board.id}/name`),
		],
		// A record of decision gives the date with each decision.
		[
			shared.date,
			alone && items.some(({decisions}) => decisions.length > 0) ? undefined : date,
			dayBy(minutes),
		],
		[
			words.plannedFor,
			opened || !meeting.startsAt ? undefined : clock(meeting.startsAt.slice(11)),
			of('startsAt', 'openedAt'),
		],
		[shared.venue, meeting.venue, of('venue')],
		...(alone
			? []
			: ([
					[words.opened, time(opened), timedBy('openedAt')],
					[words.adjourned, sayPauses(voice, pauses), timedBy('pauses')],
					[words.closed, sayClosed(voice, minutes), timedBy('closedAt')],
				] satisfies MaybePair[])),
		[shared.timeZone, zoneOf(minutes), derived('manner', 'organisation/timeZone')],
		[alone ? shared.record : shared.meeting, meeting.id, of('id')],
	);
}

/** `11:05 to 11:20, 12:30`. */
function sayPauses({minutes, time}: Voice, pauses: Minutes['pauses']): string {
	return pauses
		.flatMap(({at, to}, index) => {
			if (to !== 'adjourned') return [];
			const resumed = pauses[index + 1];
			return [minutes.pause(time(at), resumed && time(resumed.at))];
		})
		.join(', ');
}

function sayClosed({time}: Voice, {meeting: {closedAt}}: Minutes): string | undefined {
	return closedAt && time(closedAt);
}

/** Interests declared on no item stand with the item that asks for them, if the agenda has one. */
const generalDeclarations = (voice: Voice, minutes: Minutes): Block[] =>
	minutes.items.some(({kind}) => kind === 'declarations')
		? []
		: declarationBlocks(voice, lawOfBoard(minutes), minutes.declarations);

function recordedUnderNone({minutes: words}: Voice, minutes: Minutes): Block[] {
	const recorded = recordedBlocks(minutes, minutes.other);
	if (recorded.length === 0) return [];
	const beside = minutes.items.length > 0 ? [heading(2, words.outsideTheAgenda)] : [];
	return [...beside, ...recorded];
}

function summaryOfActions(voice: Voice, {items, other}: Minutes): Block[] {
	const placed = [...items, other].flatMap(({actions}) => actions);
	if (placed.length === 0) return [];
	return [heading(2, voice.minutes.actions), ...actionTable(voice, placed)];
}

/** What was corrected after approval, attributed; the wording above is the corrected one. */
function corrections({minutes: words, when}: Voice, minutes: Minutes): Block[] {
	const {corrections: made} = minutes;
	if (made.length === 0) return [];
	return [
		heading(2, words.corrections),
		...sourcedList(
			made.map(({at, by, reason, item, record}) => [
				words.correctedItem(item, when(at), by, sentence(reason)),
				told(record, ...(item === undefined ? [] : agendaOf(minutes))),
			]),
		),
	];
}
