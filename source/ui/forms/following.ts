// What is typed behind a decision, or instead of one: the status and the action that follow, what is only reported.
import type {Change} from '../../domain/changes/index.ts';
import {projectById} from '../../domain/queries/strategy/projects.ts';
import type {Outcome} from '../../domain/schema/index.ts';
import {outcomeWords} from '../../domain/words.ts';
import {readAction, readStatusChange} from '../shorthand.ts';
import {type Form, given, type Result, type Surroundings, valueOf} from './form.ts';
import {sayUncovered} from './reported.ts';
import {meetingOf} from './specs/item.ts';

type Following = {changes: Change[]} | {field: string; message: string};

/** The status that is typed behind a decision or, of a project that is known, alone. */
function readStatus({database, today}: Surroundings, form: Form): Following {
	const {meeting, project} = form.target;
	const typed = valueOf(form, 'status');
	if (typed === '') return {changes: []};
	const room = {database, today, meeting: meetingOf(database, meeting)};
	// In the walk the project is known: then its status alone is enough.
	const known = projectById(database, typed.split(' ')[0]?.toUpperCase());
	const read = readStatusChange(room, known || !project ? typed : `${project} ${typed}`);
	if (!read) return {field: 'status', message: 'begin with a project: P1-04 delivered'};
	return 'message' in read
		? {field: 'status', message: read.message}
		: {changes: [...read.changes]};
}

/** The outcomes by which something is decided of a project. */
export const approving: string[] = ['approved', 'approved-as-amended'] satisfies Outcome[];

/** A status that follows from the decision, which must approve and stand on an item that covers the project; or that is reported beside it. */
function readDecidedStatus(surroundings: Surroundings, form: Form): Following {
	const read = readStatus(surroundings, form);
	if ('message' in read || valueOf(form, 'follows') !== 'decided') return read;
	const changes: Change[] = [];
	for (const change of read.changes) {
		if (change.kind !== 'project/status' || change.from === change.to) {
			changes.push(change);
			continue;
		}
		const outcome = valueOf(form, 'outcome') as Outcome;
		const message = approving.includes(outcome)
			? sayUncovered(surroundings.database, {...form.target, project: change.id})
			: `“${outcomeWords[outcome]}” approves nothing: say that the status is reported`;
		if (message !== undefined) return {field: 'follows', message};
		changes.push({...change, follows: true});
	}
	return {changes};
}

/** What is reported of a project while it is before the room: no decision is made of it. */
export function submitReported(surroundings: Surroundings, form: Form): Result {
	const {project = ''} = form.target;
	const read = readStatus(surroundings, form);
	if ('message' in read) return read;
	const note = given(form, 'reasons');
	const [change] = read.changes;
	if (change?.kind === 'project/status') return {changes: [note ? {...change, note} : change]};
	return note
		? {changes: [{kind: 'project/update', id: project, note}]}
		: {field: 'reasons', message: 'say what was reported: a status, a note'};
}

/** What follows from the decision and is committed with it: a status and an action. */
export function readFollowing(surroundings: Surroundings, form: Form): Following {
	const {database, today} = surroundings;
	const {meeting, item, project} = form.target;
	const room = {database, today, meeting: meetingOf(database, meeting)};
	const status = readDecidedStatus(surroundings, form);
	if ('message' in status) return status;
	const changes = [...status.changes];
	const action = valueOf(form, 'action');
	if (action !== '') {
		const read = readAction(room, action);
		if ('message' in read) return {field: 'action', message: read.message};
		const placed = {meeting, item, ...(project ? {project} : {}), follows: true};
		changes.push(
			...read.changes.map((change) =>
				change.kind === 'action/add' ? {...change, ...placed} : change,
			),
		);
	}
	return {changes};
}
