// The room goes from item to item: by a key, back over a stray one, out of private session.
import type {Change} from '../../domain/changes/index.ts';
import {exemptionOf, isInPrivate} from '../../domain/queries/public/exempt.ts';
import {itemOf} from '../../domain/queries/meeting/meetings.ts';
import {takenBack, undoneBy} from '../../domain/log/standing.ts';
import type {Meeting} from '../../domain/schema/index.ts';
import {type State, type Step, step} from '../state.ts';
import {commit, itemPath, shown} from './held.ts';

/** How long a move may stand and still be taken back by going back: what was talked about for longer was taken up. */
const atOnce = 60_000;

/**
 * The last act that stands, where it was this session's a moment ago and took the room away from the item to which it goes
 * back: a stray key, which is taken back, so that nothing is said of an item that was only passed through.
 */
function strayMove({database, session, now}: State, {id}: Meeting, to: string): number | undefined {
	const {log} = database;
	const gone = takenBack(log);
	const last = log.findLast((entry) => !gone.has(entry.revision) && undoneBy(entry) === undefined);
	const [change, ...others] = last?.changes ?? [];
	const isStray =
		others.length === 0 &&
		last?.session === session &&
		change?.kind === 'meeting/move' &&
		change['id'] === id &&
		change['from'] === to &&
		Date.parse(now) - Date.parse(last.at) <= atOnce;
	return isStray ? last.revision : undefined;
}

/** Moves the room to another item; the cursor goes along. */
export function goTo(state: State, meeting: Meeting, item: string | undefined): Step {
	if (item === undefined || item === meeting.currentItem) return step(state);
	const stray = strayMove(state, meeting, item);
	if (stray !== undefined) {
		return commit(state, [{kind: 'undo', revision: stray}], itemPath(meeting, item));
	}
	const {id, currentItem: from} = meeting;
	const changes: Change[] = [{kind: 'meeting/move', id, from, to: item}];
	const done = {select: itemPath(meeting, item)};
	if (!comesOut(state, meeting, item)) return step(state, {kind: 'commit', changes, done});
	return step({
		...state,
		overlay: {
			kind: 'confirm',
			title: 'The next item is public: is the public let in again?',
			lines: ['That, and when, stands in the minutes.'],
			yes: 'Let them in and go on',
			effects: [{kind: 'commit', changes: [{kind: 'meeting/readmit', id}, ...changes], done}],
		},
	});
}

/** Whether the room goes from an item in private to a public one, and nobody has let the public in since. */
function comesOut({database}: State, meeting: Meeting, to: string): boolean {
	const now = itemOf(meeting, meeting.currentItem);
	const next = itemOf(meeting, to);
	if (!now || !next || !isInPrivate(database, meeting, now)) return false;
	const isBack = (meeting.readmissions ?? []).some(({at}) => at >= (now.startedAt ?? ''));
	return exemptionOf(database, next) === undefined && !isBack;
}

/** Moves the room on by a number of items, or back. */
export function goBy(state: State, by: number): Step {
	const meeting = shown(state);
	if (!meeting) return step(state);
	const index = meeting.agenda.findIndex(({id}) => id === meeting.currentItem) + by;
	return goTo(state, meeting, meeting.agenda[Math.max(0, index)]?.id);
}

/** Whether the room is at the last item. */
export function isOnLast(state: State): boolean {
	const meeting = shown(state);
	return meeting?.currentItem !== undefined && meeting.currentItem === meeting.agenda.at(-1)?.id;
}
