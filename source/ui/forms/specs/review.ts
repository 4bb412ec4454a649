import type {Change} from '../../../domain/changes/index.ts';
import {type FormSpec, type FormTarget, given} from '../form.ts';
import {whatShakes} from '../shaken.ts';

const pendingOf = ({pending}: FormTarget): Change[] => JSON.parse(pending ?? '[]') as Change[];

/** A reason goes into each change that takes one. */
const withReason = (change: Change, reason: string): Change =>
	change.kind === 'attendance/set' || change.kind === 'meeting/time' ? {...change, reason} : change;

/** Why the roll or a time was wrong: it goes with the correction, and with the mark of each decision that rested on it. */
export const review: FormSpec = {
	title: () => 'Why is the record corrected?',
	lead(database, {target}) {
		const shaken = whatShakes(database, pendingOf(target));
		return shaken.map(({says}) => `${says}. It is marked to be looked at again; its vote stands.`);
	},
	enterSaves: true,
	fields: () => [{name: 'why', label: 'Because', kind: 'line', hint: 'the minutes say so'}],
	start: () => ({}),
	submit({database}, form) {
		const why = given(form, 'why');
		if (!why) return {field: 'why', message: 'say why'};
		const pending = pendingOf(form.target).map((change) => withReason(change, why));
		const marks = whatShakes(database, pending).map(({decision: id}): Change => ({
			kind: 'decision/mark',
			id,
			why,
		}));
		return {changes: [...pending, ...marks]};
	},
};
