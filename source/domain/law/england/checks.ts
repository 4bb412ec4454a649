import {sayDay} from '../../calendar.ts';
import {exemptionOf} from '../../queries/public/exempt.ts';
import {reportOn} from '../../queries/meeting/meetings.ts';
import {clearDays, lastDayFor, sayDoubt, sayLeftOut} from '../../rules/days.ts';
import type {AgendaItem, BoardKind} from '../../schema/index.ts';
import {count} from '../../words.ts';
import type {Check, Ruling, Scene} from '../law.ts';
import {isStatutory, takesExecutive} from './boards.ts';
import {englishCalendar} from './holidays.ts';
import {authority, filled, ruling} from './notices.ts';
import {privateMeeting} from './private-meeting.ts';

/** What English law wants before an item is decided; it asks nothing of an officers' board, nor of one that is not a council's. */
export function englishChecks(scene: Scene, item: AgendaItem): Check[] {
	const {database, meeting, board, day} = scene;
	if (!isStatutory(board?.kind)) {
		return [{what: 'agenda', ok: true, says: 'No statutory notice applies to this board.'}];
	}
	const key = authority(database, {meeting, item, day});
	const exempt = exemptionOf(database, item);
	return [
		...(board?.kind === 'individual' ? [] : agendaChecks(scene, item)),
		...reportCheck(scene, item),
		...(key.route === 'not-key'
			? unknownKey(scene, item)
			: [check(scene, 'key', key, urgencyLeft)]),
		...(exempt && board?.kind === 'executive'
			? [check(scene, 'private', privateMeeting(database, {meeting, item, day}), urgencyLeft)]
			: []),
	];
}

/** A paper that does not say whether it asks for a key decision leaves open which notice was needed. */
function unknownKey({database, board, day}: Scene, item: AgendaItem): Check[] {
	if (!takesExecutive(board?.kind)) return [];
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
	const {day, database} = scene;
	const calendar = englishCalendar(database);
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
	const {meeting, board, day, today} = scene;
	const executive = takesExecutive(board?.kind);
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

const reportSources: Partial<Record<BoardKind, string>> = {
	executive: 'SI 2012/2089 reg 7',
	individual: 'the usual rule of councils; SI 2012/2089 reg 7 speaks of meetings only',
};

/** Confidential information is open to nobody (from memory, 30 November 2026: s.100B(2) leaves such reports out as it does exempt ones). */
const confidentialSource = 'LGA 1972 s.100A(2) and s.100B(2)';

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
	if (exempt?.confidential) {
		const says = 'Not open to the public: it holds confidential information.';
		return [{what: 'report', ok: true, says, source: confidentialSource}];
	}
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
		? 'The report has been open to the public since the urgent item was put on.'
		: 'The report of the urgent item is not open to the public yet.';
	const ways = [{by: day, says: 'Publish it when the members have it.'}];
	return [check(scene, 'report', ruling(open, source, says, {doneOn: report?.publishedOn, ways}))];
}
