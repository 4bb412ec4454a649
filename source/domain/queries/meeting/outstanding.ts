import {standing} from '../../log/standing.ts';
import {personName} from '../../names.ts';
import {same} from '../../equal.ts';
import type {Action, Database, Entry, Meeting} from '../../schema/index.ts';
import {openActionsOf} from './agenda.ts';

/** An action that earlier meetings of a board left open, as agenda and minutes list it. */
export type OutstandingAction = Pick<Action, 'id' | 'text' | 'due'> & {
	owner?: string;
	/** What was told last of how it goes on. */
	progress?: string;
};

const tell = (database: Database, {id, text, owner, due, progress}: Action): OutstandingAction => ({
	id,
	text,
	owner: owner === undefined ? undefined : personName(database, owner),
	due,
	progress: progress?.at(-1)?.text,
});

/** The board's actions that are open now: what a meeting to come has before it. */
export const outstandingActions = (database: Database, board: string): OutstandingAction[] =>
	openActionsOf(database, board).map((action) => tell(database, action));

/**
 * The actions that were open when a meeting was opened, as they read then: what is done with them in the meeting or
 * later is told beside them. Undefined where the log does not hold the opening, so that nobody can say. The
 * acts are taken back by their effects from what stands now.
 */
export function outstandingAt(
	database: Database,
	meeting: Meeting,
	entries: readonly Entry[] = standing(database.log),
): OutstandingAction[] | undefined {
	const path = `meetings/${meeting.id}`;
	const opening = entries.find(({effects = []}) =>
		effects.some(({record, field, to}) => record === path && field === 'status' && to === 'open'),
	)?.revision;
	if (opening === undefined) return undefined;
	const boards = new Map(database.meetings.map(({id, board}) => [id, board]));
	const later = database.log.filter(({revision}) => revision >= opening).toReversed();
	return database.actions
		.filter((action) => boards.get(action.meeting ?? '') === meeting.board)
		.flatMap((action) => {
			const then = asBefore(action, later);
			return then?.status === 'open' ? [tell(database, then)] : [];
		});
}

/** An action before some acts, newest first; undefined where one of them placed it. */
function asBefore(action: Action, later: readonly Entry[]): Action | undefined {
	const record = `actions/${action.id}`;
	let then: Action = action;
	for (const {effects = [], redacts} of later) {
		// A redaction does not say what stood there.
		if (redacts !== undefined) continue;
		for (const effect of effects.toReversed()) {
			const {field, from, to} = effect;
			if (effect.record === record && field === undefined) {
				if (from === undefined) return undefined;
				then = from as Action;
			} else if (effect.record === record && field !== undefined && field !== 'progress') {
				const held = (then as Record<string, unknown>)[field];
				if (same(held, to)) then = {...then, [field]: from};
			} else if (effect.record.startsWith(`${record}/progress/`) && field === undefined) {
				const id = effect.record.split('/').at(-1);
				then = {...then, progress: then.progress?.filter((one) => one.id !== id)};
			}
		}
	}
	return then;
}
