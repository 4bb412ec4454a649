import {personName} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import type {Database, Decision, Effect, Meeting} from '../schema/index.ts';
import {count} from '../words.ts';
import {electors, presidingOn, quorumOn, type When} from './presence.ts';
import {basesOf, isCounted, tally} from './voting.ts';

/** Of when the room is looked at for a decision: the moment at which it was taken, else all of its item. */
export const whenTaken = ({at}: Pick<Decision, 'at'>): When => (at === undefined ? 'during' : {at});

/**
 * What a decision of a meeting rests on besides its own words: who in the room could vote, whether they were enough and,
 * where a casting vote broke a tie, who presided.
 */
type Bearing = {people: string[]; quorate: boolean; chair?: string | undefined};

/** Whether a casting vote was given, on the motion or on an amendment. */
const wasCast = ({vote, amendments = []}: Decision): boolean =>
	[vote, ...amendments.map((one) => one.vote)].some((one) => one?.casting !== undefined);

function bearingOf(database: Database, meeting: Meeting, decision: Decision): Bearing {
	const when = whenTaken(decision);
	return {
		people: electors(database, meeting, decision.item, when)
			.filter(({barred}) => !barred)
			.map(({person}) => person)
			.toSorted(),
		quorate: quorumOn(database, meeting, decision.item, when).quorate,
		...(wasCast(decision) ? {chair: presidingOn(database, meeting, decision.item)} : {}),
	};
}

/** A decision of which an act alters what it rests on, and how. */
type Shaken = {decision: Decision; says: string};

/** Fields on which decisions rest, by where in a database they lie. */
const bears =
	/^(meetings\/[^/]+\/(attendance|movements|declarations|agenda)\/|meetings\/[^/]+$|boards\/|decisions\/[^/]+$)/;

/**
 * The decisions that stand and of which an act alters who was in the room or whether those were enough. Of approved
 * minutes nothing alters that any more.
 */
function shakenBy(
	before: Database,
	after: Database,
	effects: readonly Pick<Effect, 'record' | 'field'>[],
): Shaken[] {
	if (!effects.some(({record}) => bears.test(record))) return [];
	return after.decisions.flatMap((decision): Shaken[] => {
		const was = before.decisions.find(({id}) => id === decision.id);
		const meetings = [before, after].map(({meetings: all}) =>
			all.find(({id}) => id === decision.meeting),
		);
		const [then, now] = meetings;
		if (!was || !then || !now || decision.status !== 'recorded') return [];
		const settled = ['approved', 'signed'].includes(now.minutes?.status ?? 'draft');
		if (settled) return [];
		if (then === now && was === decision && before.boards === after.boards) return [];
		const old = bearingOf(before, then, was);
		const fresh = bearingOf(after, now, decision);
		const out = old.people.filter((person) => !fresh.people.includes(person));
		const into = fresh.people.filter((person) => !old.people.includes(person));
		const chair = old.chair === fresh.chair ? undefined : (fresh.chair ?? '');
		if (out.length + into.length === 0 && old.quorate === fresh.quorate && chair === undefined) {
			return [];
		}
		return [
			{decision, says: sayShaken(after, decision, {out, into, chair, quorate: fresh.quorate})},
		];
	});
}

function sayShaken(
	database: Database,
	decision: Decision,
	{
		out,
		into,
		chair,
		quorate,
	}: {
		out: string[];
		into: string[];
		/** Who presides now, where that is another; nobody is empty. */
		chair: string | undefined;
		quorate: boolean;
	},
): string {
	const names = (people: string[]) =>
		people.length > 3
			? count(people.length, 'voting member')
			: people.map((person) => personName(database, person)).join(' and ');
	const moved = [
		...(out.length > 0 ? [`${names(out)} out of the room`] : []),
		...(into.length > 0 ? [`${names(into)} in the room`] : []),
		...(chair === undefined
			? []
			: [`${chair === '' ? 'nobody' : personName(database, chair)} in the chair`]),
	].join(' and ');
	const held = database.meetings.find(({id}) => id === decision.meeting);
	const vote =
		decision.vote && tally(decision.vote, held ? basesOf(database, held, decision) : undefined);
	const carried =
		!vote || (decision.vote && !isCounted(decision.vote))
			? ''
			: ` (${vote.carried ? 'carried' : 'lost'} ${vote.for}–${vote.against})`;
	const put = moved === '' ? 'this changes the quorum' : `this puts ${moved}`;
	return `${put} for decision ${decision.id}${carried}${quorate ? '' : ', for which the meeting was not quorate then'}`;
}

/**
 * Refuses an act that alters what a decision rests on, unless the same act marks that decision to be looked at again,
 * confirms it or corrects it. The vote is never adjusted.
 */
export function refuseShaken(
	before: Database,
	after: Database,
	effects: readonly Effect[],
): Rejection | undefined {
	const looked = new Set(
		effects.filter(({field}) => field === 'marked' || field === 'status').map(({record}) => record),
	);
	const again = (id: string) =>
		looked.has(`decisions/${id}`) ||
		effects.some(({record}) => record.startsWith(`decisions/${id}/corrections/`)) ||
		effects.some(({record}) => record.startsWith(`decisions/${id}/confirmed/`));
	const [first] = shakenBy(before, after, effects).filter(
		({decision}) => !again(decision.id) && decision.marked === undefined,
	);
	if (!first) return undefined;
	return {
		...reject(
			'state',
			`${first.says}: say why, and it is marked to be looked at again (decision/mark in the same act)`,
		),
		shakes: first.decision.id,
	};
}
