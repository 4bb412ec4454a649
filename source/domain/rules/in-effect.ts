import {sayDay} from '../calendar.ts';
import {callIn} from '../law/index.ts';
import type {Database, Decision, Meeting, Project} from '../schema/index.ts';
import {outcomeWords} from '../words.ts';

/** Whether what a decision approves is in effect: since a day, not yet, or never. */
type InEffect =
	| {state: 'in-effect'; on: string}
	/** It waits: until a day, as far as that is known, and for what. */
	| {state: 'waits'; on?: string; says: string}
	| {state: 'never'; says: string};

/**
 * Whether what was approved by a decision is in effect on a day. What is decided is not in effect before the days for
 * call-in have passed (the law's clock), nor before the day that the decision itself names; referred back it never is, and to
 * note something approves nothing.
 */
export function inEffect(database: Database, decision: Decision, today: string): InEffect {
	const {id, status, outcome, marked} = decision;
	if (status !== 'recorded') {
		return {state: 'never', says: `decision ${id} was ${status}`};
	}
	if (outcome !== 'approved' && outcome !== 'approved-as-amended') {
		return {
			state: 'never',
			says: `the outcome of decision ${id} is ${outcomeWords[outcome]}, which approves nothing`,
		};
	}
	if (marked)
		return {state: 'waits', says: `not in effect until decision ${id} is looked at again`};
	const clock = callIn(database, decision, today);
	if (clock?.state === 'referred-back') {
		return {state: 'never', says: `decision ${id} was referred back`};
	}
	if (clock?.state === 'called-in') return {state: 'waits', says: 'it was called in'};
	if (clock && clock.effectiveOn === undefined) {
		return {state: 'waits', says: `not in effect until decision ${id} is published`};
	}
	const made = typeof decision.date === 'string' ? decision.date : decision.date.to;
	const lawful = clock?.effectiveOn ?? made;
	const on =
		decision.effectiveOn !== undefined && decision.effectiveOn > lawful
			? decision.effectiveOn
			: lawful;
	if (on <= today) return {state: 'in-effect', on};
	const unless = clock?.state === 'running' ? ' unless it is called in' : '';
	return {state: 'waits', on, says: `takes effect ${sayDay(on)}${unless}`};
}

/**
 * Whether an item is about a project, so that something can be decided of it there: it names the project, its priority, its
 * strategy or a request of it, or rests on a report, whose recommendations may name any.
 */
export function coversProject(
	{requests, strategies}: Pick<Database, 'requests' | 'strategies'>,
	meeting: Pick<Meeting, 'agenda'>,
	item: string | undefined,
	project: Project,
): boolean {
	const {about} = meeting.agenda.find(({id}) => id === item) ?? {};
	if (!about) return false;
	const strategy = strategies.find(({priorities}) =>
		priorities.some(({id}) => id === project.priority),
	);
	return (
		about.project === project.id ||
		about.priority === project.priority ||
		about.report !== undefined ||
		(about.strategy !== undefined && about.strategy === strategy?.id) ||
		requests.some(({id, project: of}) => of === project.id && about.requests?.includes(id))
	);
}
