// What was recorded under an item: decisions, changes, actions.
import type {MinutedAction} from '../domain/queries/minutes/minuted.ts';
import type {ActionChange, Changes} from '../domain/queries/minutes/minuted-change.ts';
import type {Recorded} from '../domain/queries/minutes/minutes.ts';
import {type Voice, voiceOf} from '../domain/voice/index.ts';
import {changeTables, sayProgress} from './changes.ts';
import {decisionBlocks, type DecisionSetting} from './decision.ts';
import {derived, fieldsOf, type Source, toldByAct} from './source.ts';
import {type Block, sourcedList, type Sourcing, type Text} from './tree.ts';

/**
 * What was changed, decided and placed. What was changed in the same act as a decision stands after it, and so
 * do the actions that follow from it; whatever else was changed comes first, the other actions last.
 */
export function recordedBlocks(
	manner: DecisionSetting,
	recorded: Recorded & {title?: string},
): Block[] {
	const voice = voiceOf(manner);
	const {decisions, actions, title} = recorded;
	const standing = decisions.filter(({status}) => status !== 'retracted');
	const loose = (decision: string | undefined) => !standing.some(({id}) => id === decision);
	const others = actions
		.filter(({decision}) => loose(decision))
		.map((action) => sayAction(voice, action));
	const changed = changesThat(recorded, ({decision}) => loose(decision));
	const progress = changed.progress.map((change) => progressed(voice, change));
	return [
		...changeTables(voice, changed),
		...sourcedList(standing.length > 0 ? progress : [...progress, ...others]),
		...standing.flatMap((decision) => [
			...decisionBlocks(manner, decision, title),
			...followingBlocks(voice, recorded, decision.id),
		]),
		...sourcedList(standing.length > 0 ? others : []),
		// Last, so that no action seems to follow from what does not stand.
		...decisions
			.filter(({status}) => status === 'retracted')
			.flatMap((decision) => decisionBlocks(manner, decision, title)),
	];
}

const progressed = (voice: Voice, change: ActionChange): Sourcing<Text> => [
	sayProgress(voice, change),
	toldByAct([change.revision], `actions/${change.action}/text`),
];

function followingBlocks(voice: Voice, recorded: Recorded, id: string): Block[] {
	const changed = changesThat(recorded, ({decision}) => decision === id);
	const placed = recorded.actions.filter(({decision}) => decision === id);
	return [
		...changeTables(voice, changed),
		...sourcedList([
			...changed.progress.map((change) => progressed(voice, change)),
			...placed.map((action) => sayAction(voice, action)),
		]),
	];
}

const changesThat = (
	{changes, strategies, progress}: Recorded,
	stands: (change: {decision?: string}) => boolean,
): Changes => ({
	changes: changes.filter(stands),
	strategies: strategies.filter(stands),
	progress: progress.filter(stands),
});

function sayAction({minutes, day}: Voice, action: MinutedAction): Sourcing<Text> {
	const {id, text, owner, due} = action;
	const who = [owner, due && minutes.due(day(due))].filter(Boolean).join(', ');
	return [[{strong: minutes.action(id)}, ` ${text}${who ? ` (${who})` : ''}`], actionBy(action)];
}

/** An action is told as its meeting left it. */
export const actionBy = ({id}: Pick<MinutedAction, 'id'>): Source =>
	derived('named', ...fieldsOf(`actions/${id}`, 'id', 'text', 'owner', 'due', 'item', 'decision'));
