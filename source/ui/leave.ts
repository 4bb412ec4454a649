import {isTouched, openForm} from './forms/open.ts';
import {type State, type Step, step} from './state.ts';

/** How many forms hold text that leaving would throw away. */
export const halfWritten = ({stack, drafts}: State): number =>
	Object.keys(drafts).length + stack.filter(({form}) => form && isTouched(form)).length;

/** Leaving asks first when something typed would be lost, and offers to keep a practice copy. */
export function leave(state: State): Step {
	const number = halfWritten(state);
	if (number > 0) {
		const forms =
			number === 1
				? '1 form was left with text in it'
				: `${number} forms were left with text in them`;
		return step({
			...state,
			overlay: {
				kind: 'confirm',
				title: 'Leave with something half written?',
				lines: [`${forms}; leaving throws it away.`],
				yes: 'Leave',
				effects: [],
				onward: {kind: 'leave'},
			},
		});
	}
	const keepable = state.practice && !state.publicOnly && state.database.revision > 0;
	return keepable ? step(openForm(state, 'save-as', {})) : step(state, {kind: 'quit'});
}
