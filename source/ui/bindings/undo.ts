import {actorName} from '../../domain/actor.ts';
import {undoneBy} from '../../domain/log/standing.ts';
import {tellUndo} from '../../domain/queries/log/effects.ts';
import type {Entry} from '../../domain/schema/index.ts';
import {apply, isOwnAct, tellEntry} from '../acts.ts';
import {sayRefusedAct} from '../refusal.ts';
import {say, type State, type Step, step} from '../state.ts';
import {keyFor} from '../keys-by-name.ts';

type Word = 'Take back' | 'Bring back';

/** The session's own acts that are newer than the one to be taken back and that stay, and why. */
function staying(state: State, entry: Entry | undefined): string[] {
	const {database, session} = state;
	const newer = database.log.findLast(
		(one) =>
			one.session === session &&
			one.revision > (entry?.revision ?? 0) &&
			one.changes?.some(({kind}) => kind.startsWith('decision/') || kind === 'meeting/close'),
	);
	if (!newer) return [];
	const decided = newer.changes?.some(({kind}) => kind.startsWith('decision/'));
	const instead = decided
		? `A decision is not taken back: ${keyFor('go.register')} shows the register, where ${keyFor('register.edit')} corrects it and ${keyFor('register.take-back')} retracts it.`
		: 'A meeting that was closed stays closed.';
	return [`Your act r${newer.revision} stays: ${tellEntry(database, newer)}`, instead, ''];
}

/** Shows what taking back an act would do, and waits; or says that there is none. */
export function confirmUndo(state: State, entry: Entry | undefined, word: Word): Step {
	const before = word === 'Take back' ? staying(state, entry) : [];
	if (entry) return preview(state, entry, word, before);
	const none =
		word === 'Take back'
			? `There is nothing of this session to take back. Earlier acts: ${keyFor('go.log')} Log, then ${keyFor('log.undo')}.`
			: 'There is nothing to bring back.';
	return step(
		say(state, before.length > 0 ? 'refused' : 'info', [...before, none].join(' ').trim()),
	);
}

function preview(state: State, entry: Entry, word: Word, before: string[] = []): Step {
	const {database} = state;
	return step({
		...state,
		overlay: {
			kind: 'confirm',
			title: `${word} revision ${entry.revision}?`,
			lines: [...before, tellEntry(database, entry), '', ...tellUndo(database, entry)],
			yes: word,
			effects: [{kind: 'commit', changes: [{kind: 'undo', revision: entry.revision}], done: {}}],
		},
	});
}

/** Why an act of the log is not this person's to take back, when it is not. */
export function canTakeBack(state: State, entry: Entry | undefined): true | string {
	if (state.readOnly !== undefined) return state.readOnly;
	if (!entry) return 'select an act first';
	if (!isOwnAct(entry, state)) {
		return `this is an act of ${actorName(entry.actor)}: only they may take it back`;
	}
	return true;
}

/** Shows what taking back any act would do, and waits; or says why it cannot be taken back. */
export function confirmTakeBack(state: State, entry: Entry): Step {
	const {database, now, session} = state;
	const context = {now, actor: {user: '', host: ''}, session, salt: ''};
	const act = {id: '', changes: [{kind: 'undo' as const, revision: entry.revision}]};
	const outcome = apply(database, act, context);
	return outcome.ok
		? preview(state, entry, undoneBy(entry) === undefined ? 'Take back' : 'Bring back')
		: step(say(state, 'refused', `Not taken back: ${sayRefusedAct(outcome.rejection)}`));
}
