import {sayDay} from '../../domain/calendar.ts';
import {boardLaw} from '../../domain/law/boards.ts';
import type {Delegation} from '../../domain/schema/index.ts';
import {betweenBoards} from '../forms/specs/between.ts';
import {openForm} from '../forms/open.ts';
import {keyFor} from '../keys-by-name.ts';
import {type State, type Step, step, todayOf} from '../state.ts';
import {subjectOf} from '../subject.ts';
import type {RegisterRow} from './binding.ts';
import {ofDecision} from './decision-keys.ts';
import {writable} from './global.ts';

/** Whether a path is that of a delegation in the register: `decisions/D-3/delegations/dl1`. */
export const isDelegation = (path: string): boolean =>
	/^decisions\/[^/]+\/delegations\//.test(path);

const givenIn = (state: State): {decision: string; given: Delegation} | undefined => {
	const {decision, delegation} = subjectOf(state);
	const given = decision?.delegations?.find(({id}) => id === delegation);
	return decision && given && {decision: decision.id, given};
};

/** Power that was given ends today: it is withdrawn, or was spent. */
function end(state: State): Step {
	const found = givenIn(state);
	if (!found) return step(state);
	const {
		decision,
		given: {id, to, matter},
	} = found;
	const on = todayOf(state);
	return step({
		...state,
		overlay: {
			kind: 'confirm',
			title: `End the delegation to ${to}?`,
			lines: [matter, '', `It ends today, ${sayDay(on)}, and stays in the register.`],
			yes: 'End it',
			effects: [
				{
					kind: 'commit',
					changes: [{kind: 'delegation/end', decision, delegation: id, on}],
					done: {},
				},
			],
		},
	});
}

/** A delegation is altered with the decision that gave it, and ended by itself. */
export const delegationRow: RegisterRow = {
	edits: 'decision/correct',
	canEdit: ofDecision(() => true),
	edit(state) {
		const {id, meeting, item} = subjectOf(state).decision ?? {};
		return step(openForm(state, 'correct', {decision: id, meeting, item}));
	},
	takesBack: 'delegation/end',
	canTakeBack: (state) =>
		givenIn(state)?.given.endedOn ? 'it has already ended' : ofDecision(() => true)(state),
	takeBack: end,
};

/** Whether anybody decides at no meeting; where nobody does, why not. */
export function canTake(state: State): true | string {
	const may = writable(state);
	const {database} = state;
	if (may !== true || betweenBoards(database).length > 0) return may;
	const [first] = database.boards;
	return (
		boardLaw(database, first).onlyMeetings ??
		`no board’s rules let it decide between meetings: ${keyFor('go.members')}, then ${keyFor('board.edit')}, alters them`
	);
}
