import {addDays, sayDay} from '../../calendar.ts';
import {afterWorkingDays, sayDoubt, sayLeftOut, spanOf} from '../../rules/days.ts';
import {decides} from '../../rules/outcomes.ts';
import type {Database, Decision} from '../../schema/index.ts';
import {count, outcomeWords} from '../../words.ts';
import type {CallInClock} from '../law.ts';
import {takesExecutive} from './boards.ts';
import {englishCalendar} from './holidays.ts';
import {filled} from './notices.ts';
import {isNonExecutive} from './statement.ts';

const source =
	'Local Government Act 2000 s.9F(2)(a) and (4); the number of days is the council’s own rule';

/** The usual number of working days, where neither the board's nor the council's rules say one. */
const usualDays = 5;

/**
 * Whether an outcome decides something for the executive. Reading: referring a matter elsewhere is one, as it
 * disposes of it; a deferral, a note and a lost motion leave everything as it was, and what is
 * recommended to council is for the council to decide.
 */
const decidesHere = (outcome: Decision['outcome']): boolean =>
	decides(outcome) && outcome !== 'recommended-to-council';

/**
 * Whether a decision may be called in, and from when it may be carried out. Scrutiny may ask for an executive
 * decision that is made but not implemented to be reconsidered (Local Government Act 2000 s.9F(4)); how
 * long it has is not a statute's but each council's own rule: working days after the day of publication,
 * `callInDays` of the board or of the database, else five. The period ends with the last of
 * them, and the decision takes effect on the next calendar day. A call-in recorded after the period
 * comes too late.
 */
export function callIn(database: Database, decision: Decision, today: string): CallInClock {
	const board = database.boards.find(({id}) => id === decision.board);
	const days = board?.rules?.callInDays ?? database.rules.callInDays ?? usualDays;
	const exempted = whyNot(database, decision);
	if (exempted) return {state: 'not-subject', leftOut: [], source, ...exempted};
	const {publishedOn} = decision;
	if (days === 0) {
		const when = publishedOn === undefined ? 'on publication' : `on ${sayDay(publishedOn)}`;
		const says = `Not open to call-in by the council’s rules: it takes effect ${when}.`;
		return {state: 'not-subject', effectiveOn: publishedOn, leftOut: [], says, source};
	}
	if (publishedOn === undefined || publishedOn > today) {
		if (decision.callIn) return calledIn(decision.callIn);
		const says =
			publishedOn === undefined
				? `Not published yet: the ${count(days, 'working day')} for call-in run from publication.`
				: `To be published on ${sayDay(publishedOn)}; the ${count(days, 'working day')} for call-in run from then.`;
		return {state: 'unpublished', leftOut: [], says, source};
	}
	const end = afterWorkingDays(publishedOn, days, englishCalendar(database));
	const {day: until, leftOut} = end;
	if (decision.callIn && decision.callIn.on <= until) return {...calledIn(decision.callIn), until};
	const effectiveOn = addDays(until, 1);
	const late = decision.callIn
		? ` The call-in of ${sayDay(decision.callIn.on)} came after the period.`
		: '';
	const running = today <= until;
	const counted = `${count(days, 'working day')} after publication on ${sayDay(publishedOn)}${sayLeftOut(leftOut)}`;
	return {
		state: running ? 'running' : 'effective',
		until,
		effectiveOn,
		leftOut,
		says: running
			? `May be called in until the end of ${sayDay(until)}, ${counted}; takes effect on ${sayDay(effectiveOn)} unless it is called in.${late}${sayDoubt(end)}`
			: `Took effect on ${sayDay(effectiveOn)}: the period for call-in ended with ${sayDay(until)}, ${counted}.${late}${sayDoubt(end)}`,
		source,
	};
}

/** Why a decision cannot be called in at all, and when it takes effect then; undefined when it can. */
function whyNot(
	database: Database,
	decision: Decision,
): Pick<CallInClock, 'says' | 'effectiveOn'> | undefined {
	const {status, outcome, procedural, callInWaived} = decision;
	const board = database.boards.find(({id}) => id === decision.board);
	if (status !== 'recorded') return {says: `Nothing to call in: the decision was ${status}.`};
	const effectiveOn = spanOf(decision.date).to;
	const taken = (why: string) => ({
		says: `Not open to call-in: ${why}. It takes effect on ${sayDay(effectiveOn)}, the day on which it is made.`,
		effectiveOn,
	});
	// A motion that was lost never takes effect, whoever lost it.
	if (!decidesHere(outcome)) {
		const follows =
			outcome === 'recommended-to-council'
				? 'The council decides.'
				: 'It leaves everything as it was.';
		return {says: `Not open to call-in: its outcome is ${outcomeWords[outcome]}. ${follows}`};
	}
	if (!takesExecutive(board?.kind) || isNonExecutive(database, decision))
		return taken('it is not an executive decision');
	if (procedural) return taken('it is a step of the meeting itself');
	return filled(callInWaived?.why) ? taken('it is urgent') : undefined;
}

/** Where a decision stands that was called in within its period. */
function calledIn({on, by, ended}: NonNullable<Decision['callIn']>): CallInClock {
	const called = `Called in by ${by} on ${sayDay(on)}`;
	const base = {leftOut: [], source};
	if (!ended) {
		return {
			...base,
			state: 'called-in',
			says: `${called}: it has no effect until scrutiny is done.`,
		};
	}
	const end = sayDay(ended.on);
	if (ended.how === 'referred-back') {
		const says = `${called} and referred back on ${end}: it has no effect, the decision-maker decides again.`;
		return {...base, state: 'referred-back', says};
	}
	const says =
		ended.how === 'released'
			? `${called} and released on ${end}: it takes effect on that day.`
			: `${called}; scrutiny did not meet in time: it takes effect on ${end}.`;
	return {...base, state: ended.how, effectiveOn: ended.on, says};
}
