import {type Binding, mayUse, wordsOf} from './bindings/binding.ts';
import {handOver} from './handover.ts';
import {bindingsIn, placeScopes} from './keymap.ts';
import {goToId} from './navigate.ts';
import {readShorthand} from './shorthand.ts';
import {heldMeeting, placeOf, say, type State, type Step, step, todayOf} from './state.ts';

/** The actions whose names fit what is typed, each word somewhere in them. */
export function suggestions(state: State, typed: string): Binding[] {
	const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
	return bindingsIn(placeScopes(state)).filter((binding) => {
		const said = wordsOf(binding, state);
		if (binding.scope === 'filter' || !said) return false;
		const {label, hint} = said;
		const text = `${label} ${hint ?? ''}`.toLowerCase();
		return words.every((word) => text.includes(word));
	});
}

/** Runs what stands in the quick line; what cannot be run stays there with the reason. */
export function runQuickLine(state: State): Step {
	if (state.overlay?.kind !== 'quick') return step(state);
	const typed = state.overlay.text.value.trim();
	const closed: State = {...state, overlay: undefined};
	const inForm = placeOf(state).screen === 'form';
	// Going elsewhere would leave the form; within one only shorthand and the form's own keys run.
	const gone = inForm ? undefined : goToId(closed, typed);
	if (gone) return step(gone);
	const given = handOver(state, typed);
	if (given) return 'message' in given ? fail(state, given.message) : given;
	const room = {database: state.database, today: todayOf(state), meeting: heldMeeting(state)};
	const told = readShorthand(room, typed);
	if (told && state.readOnly) return fail(state, state.readOnly);
	if (told && 'changes' in told)
		return step(state, {kind: 'commit', changes: told.changes, done: {leaveQuickLine: true}});
	if (told) return fail(state, told.message);
	const found = suggestions(closed, typed);
	const chosen = found[Math.min(state.overlay.selected, found.length - 1)];
	if (!chosen) return fail(state, `nothing here is called “${typed}”`);
	const may = mayUse(chosen, closed);
	return may === true ? chosen.run(closed) : step(say(closed, 'refused', may));
}

const fail = (state: State, error: string): Step =>
	step(state.overlay?.kind === 'quick' ? {...state, overlay: {...state.overlay, error}} : state);
