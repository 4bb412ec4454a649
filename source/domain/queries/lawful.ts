import {sayDay} from '../calendar.ts';
import {
	type Calendar,
	clearDays,
	holidaysOf,
	lastDayFor,
	sayDoubt,
	sayLeftOut,
} from '../rules/days.ts';
import {authority, filled, isExecutive, type Ruling, ruling} from '../rules/notices.ts';
import {bars, dayOfMeeting, declaredOn, isVoting, membersOn} from '../rules/presence.ts';
import {privateMeeting} from '../rules/private-meeting.ts';
import type {AgendaItem, Board, Database, Meeting} from '../schema/index.ts';
import {exemptionOf} from './exempt.ts';
import {itemNumber, reportOn} from './meetings.ts';
import {count} from '../words.ts';

export type Check = {
	what: 'agenda' | 'report' | 'urgency' | 'key' | 'private' | 'quorum';
	ok: boolean;
	says: string;
	/** The provision that it rests on; absent where it is the board's own rule. */
	source?: string;
	/** The last day on which it can still be put right; absent once that is too late. */
	by?: string;
};

/**
 * `yes`; `not-yet`: something must still be done, by a day that has not passed; `no`: it can no longer be
 * put right by notice for the day of the meeting.
 */
export type Verdict = 'yes' | 'not-yet' | 'no';
export type ItemChecks = {item: string; number: string; verdict: Verdict; checks: Check[]};

/** What the checks of one meeting share. */
type Scene = {
	database: Database;
	meeting: Meeting;
	board: Board | undefined;
	day: string;
	today: string;
	calendar: Calendar;
};

/**
 * Items that ask for a decision; the others are steps of the meeting, which need no notice. The standing
 * item for urgent business asks for none until something is put under it.
 */
const asksForDecision = ({kind, about, urgency}: AgendaItem): boolean =>
	kind === 'report' ||
	kind === 'business' ||
	(kind === 'urgent' && (filled(urgency) || about !== undefined)) ||
	about?.project !== undefined;

/**
 * "Can we lawfully decide this?" for every item of a meeting, as seen on a day. By law an officers' board decides
 * nothing, and the profile `plain` has no statute, so there only the quorum counts.
 */
export function lawful(database: Database, meeting: Meeting, today: string): ItemChecks[] {
	const day = dayOfMeeting(database, meeting);
	const board = database.boards.find(({id}) => id === meeting.board);
	const calendar = holidaysOf(database);
	// A period may begin with a month or a year alone: from that no days can be counted.
	const scene: Scene | undefined =
		day?.length === 10 ? {database, meeting, board, day, today, calendar} : undefined;
	return meeting.agenda.map((item) => {
		const found = {item: item.id, number: itemNumber(meeting, item.id)};
		if (!asksForDecision(item)) return {...found, verdict: 'yes', checks: []};
		if (!scene) {
			const says = 'The day of the meeting is not known, so no days of notice can be counted.';
			return {...found, verdict: 'not-yet', checks: [{what: 'agenda', ok: false, says}]};
		}
		const checks = checksOf(scene, item);
		return {...found, verdict: verdictOf(checks), checks};
	});
}

/** What stands in the way of deciding an item on the day of its meeting, apart from the quorum: whoever resolves is told. */
export function unlawful(database: Database, meeting: Meeting, item: string): string[] {
	const day = dayOfMeeting(database, meeting);
	const found = day && lawful(database, meeting, day).find((one) => one.item === item);
	return (found ? found.checks : [])
		.filter(({ok, what}) => !ok && what !== 'quorum')
		.map(({says, source}) => {
			const [first = ''] = says.split(/\. |\.$/);
			return source ? `${first} (${source}).` : `${first}.`;
		});
}

function verdictOf(checks: readonly Check[]): Verdict {
	const failing = checks.filter(({ok}) => !ok);
	if (failing.length === 0) return 'yes';
	return failing.every(({by}) => by !== undefined) ? 'not-yet' : 'no';
}

function checksOf(scene: Scene, item: AgendaItem): Check[] {
	const {database, meeting, board, day} = scene;
	const quorum = quorumCheck(scene, item);
	const statutory =
		database.rules.profile === 'england' &&
		board !== undefined &&
		board.kind !== 'officer' &&
		board.kind !== 'plain';
	if (!statutory) {
		const says = 'No statutory notice applies to this board.';
		return [{what: 'agenda', ok: true, says}, ...quorum];
	}
	const key = authority(database, {meeting, item, day});
	return [
		...(board.kind === 'individual' ? [] : agendaChecks(scene, item)),
		...reportCheck(scene, item),
		...(key.route === 'not-key'
			? unknownKey(scene, item)
			: [check(scene, 'key', key, urgencyLeft)]),
		...(exemptionOf(database, item) && board.kind === 'executive'
			? [check(scene, 'private', privateMeeting(database, {meeting, item, day}), urgencyLeft)]
			: []),
		...quorum,
	];
}

/** A paper that does not say whether it asks for a key decision leaves open which notice was needed. */
function unknownKey({database, board, day}: Scene, item: AgendaItem): Check[] {
	if (!isExecutive(database, board)) return [];
	const report = reportOn(database, item);
	if (!report || report.key !== undefined) return [];
	const says = `Report ${report.id} does not say whether this is a key decision; if it is, 28 clear days of notice are needed.`;
	return [{what: 'key', ok: false, says, source: 'SI 2012/2089 reg 8', by: day}];
}

const urgencyLeft = 'It is too late for notice: only the agreement of scrutiny’s chair is left.';

/** A ruling as seen today: what happens on a day ahead is not yet done, and a way whose day has passed is closed. */
function check(
	{today, day}: Scene,
	what: Check['what'],
	{ok, says, source, doneOn, ways}: Ruling,
	otherwise?: string,
): Check {
	if (ok) {
		if (doneOn === undefined || doneOn <= today) return {what, ok, says, source};
		const ahead = `${says} That is still to come, on ${sayDay(doneOn)}.`;
		return {what, ok: false, says: ahead, source, by: doneOn};
	}
	const way = ways.find(({by}) => by >= today);
	if (way) {
		return {what, ok, says: `${says} ${way.says} Last day: ${sayDay(way.by)}.`, source, by: way.by};
	}
	const advice = otherwise && today <= day ? ` ${otherwise}` : '';
	return {what, ok, says: `${says}${advice}`, source};
}

/** Whether a paper has been open to the public for five clear days, counted as working days. */
function opened(scene: Scene, name: string, since: string | undefined, source: string): Ruling {
	const {day, calendar} = scene;
	const last = lastDayFor(day, 5, 'working', calendar);
	const office = last.office === last.day ? '' : `, at the offices by ${sayDay(last.office)}`;
	const advice = `Publish it five clear working days before${office}${sayLeftOut(last.leftOut)}.${sayDoubt(last)}`;
	const ways = [{by: last.day, says: advice}];
	if (since === undefined) {
		return ruling(false, source, `${name} has no day of publication.`, {ways});
	}
	const counted = clearDays(since, day, 'working', calendar);
	const says = `${name}, published on ${sayDay(since)}, gives ${count(counted.days, 'clear working day')} before ${sayDay(day)}; five are needed${sayLeftOut(counted.leftOut)}.${sayDoubt(counted)}`;
	const {leftOut} = counted;
	return counted.days < 5
		? ruling(false, source, says, {leftOut, ways})
		: ruling(true, source, says, {leftOut, doneOn: since});
}

/**
 * The item stood on an agenda that was open five clear days before (LGA 1972 s.100A(6)(a) and s.100B(4)(a),
 * five days by SI 2002/715; SI 2012/2089 reg 6 for executives); else the chair says why it is
 * urgent (s.100B(4)(b)), and a meeting called at shorter notice is announced when it is called.
 * Reading: for executives reg 6(2) names only meetings called at shorter notice; whether an urgent item may
 * be added to another is left to each council, and the check says so.
 */
function agendaChecks(scene: Scene, item: AgendaItem): Check[] {
	const {database, meeting, board, day, today} = scene;
	const executive = isExecutive(database, board);
	const source = executive ? 'SI 2012/2089 reg 6' : 'LGA 1972 s.100A(6)(a) and s.100B(4)(a)';
	const agenda = opened(scene, 'The agenda', meeting.publishedOn, source);
	const inTime = agenda.ok || agenda.ways.some(({by}) => by >= today);
	const urgency = item.urgency?.trim() ?? '';
	// A reason is given for what was put on after the agenda was out.
	const urgent = urgency !== '' && (meeting.publishedOn !== undefined || !inTime);
	if (item.kind !== 'urgent' && !urgent) {
		const advice = 'It is too late for notice, and no urgency is given.';
		return [check(scene, 'agenda', agenda, advice)];
	}
	const urgencySource = executive ? 'SI 2012/2089 reg 6(2)' : 'LGA 1972 s.100B(4)(b)';
	if (urgency === '') {
		const says =
			'Not on the published agenda: it needs the special circumstances that make it urgent, in the opinion of the chair.';
		const ways =
			meeting.publishedOn === undefined
				? agenda.ways.map(({by}) => ({by, says: 'Or put it on the agenda in time.'}))
				: [];
		return [check(scene, 'urgency', ruling(false, urgencySource, says, {ways}))];
	}
	const caution = executive
		? ' Ask the monitoring officer: for executives the regulation itself names only meetings called at shorter notice.'
		: '';
	const says = `Taken as urgent: ${/[.!?]$/.test(urgency) ? urgency : `${urgency}.`}${caution}`;
	const announced = meeting.publishedOn !== undefined && meeting.publishedOn <= day;
	const unannounced = ruling(false, source, 'Notice of the meeting has no day of publication.', {
		ways: [{by: day, says: 'Publish it as soon as the meeting is called.'}],
	});
	return [
		...(announced ? [] : [check(scene, 'agenda', unannounced)]),
		check(scene, 'urgency', ruling(true, urgencySource, says)),
	];
}

const reportSources: Partial<Record<Board['kind'], string>> = {
	executive: 'SI 2012/2089 reg 7',
	individual: 'the usual rule of councils; SI 2012/2089 reg 7 speaks of meetings only',
};

/**
 * The report was open five clear days before (LGA 1972 s.100B(3); SI 2012/2089 reg 7 for executives), or, for an urgent
 * item, by the meeting. An exempt report is not open. Reading: both concern meetings, so for one who
 * decides alone the five days are the usual rule of councils and no statute.
 */
function reportCheck(scene: Scene, item: AgendaItem): Check[] {
	const {database, board, day, today} = scene;
	const report = reportOn(database, item);
	if (!report && item.kind !== 'report') return [];
	const source = reportSources[board?.kind ?? 'committee'] ?? 'LGA 1972 s.100B(3)';
	const exempt = report?.exempt ?? (report ? item.exempt : undefined);
	if (exempt) {
		const says = `Not open to the public: exempt under paragraph ${exempt.paragraphs.join(', ') || 'unknown'} of Schedule 12A.`;
		return [{what: 'report', ok: true, says, source}];
	}
	const found = report
		? opened(scene, `Report ${report.id}`, report.publishedOn, source)
		: opened(scene, 'The report, which is not in the database,', undefined, source);
	if (found.ok || !filled(item.urgency) || found.ways.some(({by}) => by >= today)) {
		return [check(scene, 'report', found)];
	}
	const open = report?.publishedOn !== undefined && report.publishedOn <= day;
	const says = open
		? 'The report is open to the public since the urgent item was put on.'
		: 'The report of the urgent item is not open to the public yet.';
	const ways = [{by: day, says: 'Publish it when the members have it.'}];
	return [check(scene, 'report', ruling(open, source, says, {doneOn: report?.publishedOn, ways}))];
}

/**
 * Whether enough who may vote are expected: the voting members of that day and those who stand in for one, less
 * those who sent apologies, are absent or are barred by an interest that they have declared already.
 */
function quorumCheck({meeting, board, day, today}: Scene, item: AgendaItem): Check[] {
	if (!board || board.kind === 'individual') return [];
	const {attendance} = meeting;
	const substitutes = attendance.filter(({status}) => status === 'substitute');
	const away = new Set([
		...attendance.filter(({status}) => status === 'absent').map(({person}) => person),
		...(meeting.apologies ?? []).filter(({late}) => !late).map(({person}) => person),
		...substitutes.flatMap((substitute) => substitute.for ?? []),
		...declaredOn(meeting, item.id)
			.filter(bars)
			.map(({person}) => person),
	]);
	const members = membersOn(board, day).filter(({role}) => isVoting(role));
	const coming = new Set([...members, ...substitutes].map(({person}) => person));
	const expected = [...coming].filter((person) => !away.has(person)).length;
	const needed = board.rules?.quorum;
	const says = `${count(expected, 'voting member')} expected; the quorum is ${needed ?? 'not laid down, so one is enough'}.`;
	if (expected >= (needed ?? 1)) return [{what: 'quorum', ok: true, says}];
	return today <= day
		? [{what: 'quorum', ok: false, says: `${says} Find substitutes or another day.`, by: day}]
		: [{what: 'quorum', ok: false, says}];
}
