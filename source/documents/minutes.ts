import {dayIn, sayDay, sayPeriod, timeIn} from '../domain/calendar.ts';
import {lawOfBoard} from '../domain/law/boards.ts';
import type {Minutes} from '../domain/queries/minutes.ts';
import type {Meeting} from '../domain/schema/index.ts';
import {declarationBlocks, rollBlocks} from './attendance.ts';
import {sayWhen, sentence} from './decision.ts';
import {exemptRemark} from './exempt.ts';
import {itemBlocks, recordedBlocks} from './item.ts';
import {sayList, titleWithDay} from './names.ts';
import {
	type Block,
	type Document,
	exampleRemark,
	heading,
	list,
	note,
	pairs,
	paragraph,
	table,
	type Text,
} from './tree.ts';

const meetingWords: Record<Meeting['status'], string | undefined> = {
	planned: 'This meeting has not been opened yet: what follows is its agenda.',
	open: 'The meeting is still open: this is the record so far.',
	adjourned: 'The meeting stands adjourned: this is the record so far.',
	closed: undefined,
	cancelled: 'This meeting was called off: it was not held.',
};

/** One who decides alone holds no meeting. */
const aloneWords: Record<Meeting['status'], string | undefined> = {
	planned: 'Nothing has been decided yet: what follows is what is to be decided.',
	open: 'The record is not closed yet: this is what it holds so far.',
	adjourned: 'The record is not closed yet: this is what it holds so far.',
	closed: undefined,
	cancelled: 'It was called off: nothing was decided.',
};

/**
 * The minutes of a meeting; for an individual decision-maker, a record of decision: without roll,
 * mover and seconder, which belong to bodies. What was not recorded is left out.
 */
export function minutesDocument(minutes: Minutes): Document {
	const {alone} = lawOfBoard(minutes);
	const blocks = [
		...remarks(minutes),
		...particulars(minutes),
		...(alone && minutes.attendance.length === 0 ? [] : rollBlocks(minutes)),
		...generalDeclarations(minutes),
		...minutes.items.flatMap((item) => itemBlocks(minutes, item)),
		...recordedUnderNone(minutes),
		...summaryOfActions(minutes),
		...corrections(minutes),
		...closing(minutes),
	];
	return {
		title: `${titleOf(minutes)}: ${titleWithDay(minutes.meeting.title, dayOf(minutes))}`,
		blocks,
		footer: footerOf(minutes),
	};
}

function dayOf(minutes: Minutes) {
	const {openedAt, startsAt, period} = minutes.meeting;
	// One who decides alone opens a record on some day, which is not that of the decision.
	return openedAt && !lawOfBoard(minutes).alone
		? dayIn(openedAt, minutes.timeZone)
		: (startsAt?.slice(0, 10) ?? period);
}

function titleOf(minutes: Minutes): string {
	if (minutes.meeting.status === 'planned') return 'Agenda';
	return lawOfBoard(minutes).alone ? 'Record of decision' : 'Minutes';
}

function remarks(minutes: Minutes): Block[] {
	const {example, meeting, exempt, order} = minutes;
	const law = lawOfBoard(minutes);
	const {alone} = law;
	const stage = (alone ? aloneWords : meetingWords)[meeting.status];
	return [
		...(example ? [exampleRemark] : []),
		...exemptRemark(law, exempt, minutes.public),
		...(stage ? [note(stage)] : []),
		// A record of decision is published as it is; nobody approves it as minutes are.
		...(meeting.status === 'planned' || alone ? [] : [note(sayStatus(minutes))]),
		...(minutes.archived
			? [
					note(
						`Status changes and comments made in this meeting stand in the archive of the log, ${minutes.archived}, and are left out here.`,
					),
				]
			: []),
		...(order ? [note(`The items were taken in this order: ${sayList(order)}.`)] : []),
	];
}

function sayStatus({status, approval, signature, timeZone}: Minutes): string {
	if (status === 'draft') return 'Draft: not yet approved as a correct record.';
	if (status === 'issued') return 'Issued: not yet approved as a correct record.';
	const name = [approval?.meeting, approval?.title].filter(Boolean).join(' ');
	const where = name ? ` at ${name}` : '';
	const on = approval?.at ? ` on ${sayDay(dayIn(approval.at, timeZone))}` : '';
	const signed =
		status === 'signed' ? `, and signed${signature ? ` by ${signature.name}` : ''}` : '';
	return `Approved as a correct record${where}${on}${signed}.`;
}

function particulars(minutes: Minutes): Block[] {
	const {organisation, board, meeting, timeZone, pauses, items} = minutes;
	const time = (at: string | undefined) => at && timeIn(at, timeZone);
	const opened = meeting.openedAt;
	const {alone} = lawOfBoard(minutes);
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
		...(alone
			? []
			: ([
					['Opened', time(opened)],
					['Adjourned', sayPauses(pauses, timeZone)],
					['Closed', sayClosed(meeting, timeZone)],
				] satisfies [string, string | undefined][])),
		[alone ? 'Record' : 'Meeting', meeting.id],
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

/** Interests declared on no item stand with the item that asks for them, if the agenda has one. */
const generalDeclarations = (minutes: Minutes): Block[] =>
	minutes.items.some(({kind}) => kind === 'declarations')
		? []
		: declarationBlocks(lawOfBoard(minutes), minutes.declarations);

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

/** What was corrected after approval, attributed; the wording above is the corrected one. */
function corrections({corrections: made, timeZone}: Minutes): Block[] {
	if (made.length === 0) return [];
	return [
		heading(2, 'Corrections since approval'),
		...list(
			made.map(({at, by, reason, item}) => {
				const where = item === undefined ? '' : `Item ${item}, corrected `;
				const when = sayWhen(at, timeZone);
				return `${where || 'Corrected '}${when} by ${by}: ${sentence(reason)}`;
			}),
		),
	];
}

/** Where ink goes. */
const dots = '.'.repeat(30);

/**
 * A closing sentence, as minutes have one; an individual's decision has no meeting to close. Approved
 * minutes are signed by whoever presides at the meeting that approves them.
 */
function closing(minutes: Minutes): Block[] {
	if (lawOfBoard(minutes).alone) return [];
	const {meeting, timeZone, status, signature} = minutes;
	const {openedAt, closedAt} = meeting;
	const signedOn = signature?.on ? ` on ${sayDay(signature.on)}` : '';
	return [
		...(closedAt && openedAt
			? [paragraph(`The meeting closed at ${timeIn(closedAt, timeZone)}.`)]
			: []),
		...(status === 'approved'
			? [paragraph(`Signed as a correct record:\n\n${dots} Chair\n\n${dots} Date`)]
			: []),
		...(status === 'signed' && signature
			? [paragraph(`Signed as a correct record by ${signature.name}${signedOn}.`)]
			: []),
	];
}

/** The seal of the newest version that was given out. A draft has none. */
function footerOf(minutes: Minutes): Text[] {
	const {status, seals, altered, unproved, timeZone} = minutes;
	const last = seals.at(-1);
	if (status === 'draft' || !last) return [];
	const {version, at, seal} = last;
	const issued = `issued ${sayWhen(at, timeZone).replace(/^on /, '')}`;
	const whole = minutes.public ? ' (of the full version)' : '';
	if (altered && (status === 'approved' || status === 'signed')) {
		return [
			`Version ${version}, ${issued}, as corrected since · its seal ${seal}${whole} covers the text without the corrections.`,
		];
	}
	if (altered) {
		return [
			`Altered since version ${version}, ${issued} · its seal ${seal}${whole} does not cover this text.`,
		];
	}
	const unknown = unproved ? ': this version of Boardwalk cannot check that seal.' : '';
	return [`Version ${version}, ${issued} · seal ${seal}${whole}${unknown}`];
}
