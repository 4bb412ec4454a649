import {sayApprovedField, sayMove} from '../../approved-words.ts';
import {nameOf} from '../../names.ts';
import {declaredOn} from '../../rules/presence.ts';
import type {Database, Meeting, Request} from '../../schema/index.ts';
import {outcomeWords, requestFateWords} from '../../words.ts';
import {projectById} from './projects.ts';

/**
 * Whether an interest is declared that a request touches: in the item that it stands under, or in another item of the
 * meeting about the same project.
 */
export function isDeclaredIn(
	meeting: Meeting,
	item: string | undefined,
	{project}: Pick<Request, 'project'>,
): boolean {
	const about = meeting.agenda.filter((one) => one.about?.project === project).map(({id}) => id);
	return [item, ...about].some((id) => declaredOn(meeting, id).length > 0);
}

/** The requests that stand under an item and still wait to be decided, in the order of the item. */
export function requestsUnder(
	{meetings, requests}: Pick<Database, 'meetings' | 'requests'>,
	meeting: string | undefined,
	item: string | undefined,
): Request[] {
	const held = meetings.find(({id}) => id === meeting);
	const gathered = held?.agenda.find(({id}) => id === item)?.about?.requests ?? [];
	return gathered.flatMap(
		(id) => requests.find((one) => one.id === id && one.fate === 'asked') ?? [],
	);
}

/** The requests that wait for a board: its own, and those that name none. */
export const requestsFor = (
	{requests}: Pick<Database, 'requests'>,
	board: string | undefined,
): Request[] =>
	requests.filter(
		(one) => one.fate === 'asked' && (one.board === undefined || one.board === board),
	);

/** Those of them that stand under no item of a meeting yet. */
export function notGathered(
	database: Pick<Database, 'requests'>,
	{board, agenda}: Pick<Meeting, 'board' | 'agenda'>,
): Request[] {
	const under = new Set(agenda.flatMap(({about}) => about?.requests ?? []));
	return requestsFor(database, board).filter(({id}) => !under.has(id));
}

/** `P1-02 Laptop Refresh: end from 31 March 2027 to 30 June 2027 (+91 days since it was first approved)`. */
export function sayRequest(database: Database, request: Request): string {
	const project = projectById(database, request.project);
	return `${nameOf(database, `projects/${request.project}`)}: ${sayApprovedField(project, request.field)} ${sayMove(database, project, request.field, request)}`;
}

/** What became of a request; one that was approved for something else than was asked says so. */
export function sayFate(
	{decisions}: Pick<Database, 'decisions'>,
	{fate, decision}: Request,
): string {
	const outcome = decisions.find(({id}) => id === decision)?.outcome;
	return fate === 'approved' && outcome === 'approved-as-amended'
		? outcomeWords[outcome]
		: requestFateWords[fate];
}
