import {dayIn} from '../domain/calendar.ts';
import {lawOfBoard} from '../domain/law/boards.ts';
import type {Minutes} from '../domain/queries/minutes.ts';
import {type Voice, zoneOf} from '../domain/voice/index.ts';
import {sentence} from '../domain/voice/names.ts';
import {voiceOfMeeting} from './several-days.ts';
import {declarationBlocks, rollBlocks} from './attendance.ts';
import {exemptRemark} from './exempt.ts';
import {actionTable, itemBlocks, recordedBlocks} from './item.ts';
import {titleWithDay} from './names.ts';
import {
	type Block,
	type Document,
	exampleRemark,
	heading,
	list,
	note,
	pairs,
	paragraph,
	type Text,
	uncheckedRemark,
} from './tree.ts';

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
		blocks,
		footer: footerOf(voice, minutes),
		manner: minutes,
	};
}

function dayOf(minutes: Minutes) {
	const {openedAt, startsAt, period} = minutes.meeting;
	// One who decides alone opens a record on some day, which is not that of the decision.
	return openedAt && !lawOfBoard(minutes).alone
		? dayIn(openedAt, minutes.timeZone)
		: (startsAt?.slice(0, 10) ?? period);
}

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
	return [
		...uncheckedRemark(voice),
		...(example ? [exampleRemark(voice)] : []),
		...exemptRemark(voice, law, exempt, minutes.public),
		...(stage ? [note(stage)] : []),
		// A record of decision is published as it is; nobody approves it as minutes are.
		...(meeting.status === 'planned' || alone ? [] : [note(sayStatus(voice, minutes))]),
		...(minutes.archived ? [note(words.archived(minutes.archived))] : []),
		...(order ? [note(words.order(shared.and(order)))] : []),
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
	return pairs(
		[shared.organisation, organisation],
		[alone ? shared.decisionMaker : shared.board, board.name],
		// A record of decision gives the date with each decision.
		[shared.date, alone && items.some(({decisions}) => decisions.length > 0) ? undefined : date],
		[words.plannedFor, opened || !meeting.startsAt ? undefined : clock(meeting.startsAt.slice(11))],
		[shared.venue, meeting.venue],
		...(alone
			? []
			: ([
					[words.opened, time(opened)],
					[words.adjourned, sayPauses(voice, pauses)],
					[words.closed, sayClosed(voice, minutes)],
				] satisfies [string, string | undefined][])),
		[shared.timeZone, zoneOf(minutes)],
		[alone ? shared.record : shared.meeting, meeting.id],
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
	const {changes, decisions, actions} = minutes.other;
	if (changes.length + decisions.length + actions.length === 0) return [];
	const beside = minutes.items.length > 0 ? [heading(2, words.outsideTheAgenda)] : [];
	return [...beside, ...recordedBlocks(minutes, minutes.other)];
}

function summaryOfActions(voice: Voice, {items, other}: Minutes): Block[] {
	const placed = [...items, other].flatMap(({actions}) => actions);
	if (placed.length === 0) return [];
	return [heading(2, voice.minutes.actions), ...actionTable(voice, placed)];
}

/** What was corrected after approval, attributed; the wording above is the corrected one. */
function corrections({minutes: words, when}: Voice, {corrections: made}: Minutes): Block[] {
	if (made.length === 0) return [];
	return [
		heading(2, words.corrections),
		...list(
			made.map(({at, by, reason, item}) =>
				words.correctedItem(item, when(at), by, sentence(reason)),
			),
		),
	];
}

/** Where ink goes. */
const dots = '.'.repeat(30);

/**
 * A closing sentence, as minutes have one; an individual's decision has no meeting to close. Approved
 * minutes are signed by whoever presides at the meeting that approves them.
 */
function closing({minutes: words, day, time}: Voice, minutes: Minutes): Block[] {
	if (lawOfBoard(minutes).alone) return [];
	const {meeting, status, signature} = minutes;
	const {openedAt, closedAt} = meeting;
	return [
		...(closedAt && openedAt ? [paragraph(words.closedAt(time(closedAt)))] : []),
		...(status === 'approved' ? [paragraph(words.toSign(dots))] : []),
		...(status === 'signed' && signature
			? [paragraph(words.signed(signature.name, signature.on && day(signature.on)))]
			: []),
	];
}

/** The seal of the newest version that was given out. A draft has none. */
function footerOf({minutes: words, day, time}: Voice, minutes: Minutes): Text[] {
	const {status, seals, altered, unproved, timeZone} = minutes;
	const last = seals.at(-1);
	if (status === 'draft' || !last) return [];
	const version = words.seal.version(last.version, day(dayIn(last.at, timeZone)), time(last.at));
	const seal = minutes.public ? words.seal.ofWhole(last.seal) : last.seal;
	const kind = altered
		? status === 'approved' || status === 'signed'
			? 'corrected'
			: 'altered'
		: unproved
			? 'unproved'
			: 'stands';
	return [words.seal[kind](version, seal)];
}
