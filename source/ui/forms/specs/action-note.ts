import {type FormSpec, given} from '../form.ts';

/** A word on an action: how it goes on or, with `word: 'cancelled'`, why nobody has to do it any more. */
export const actionNote: FormSpec = {
	title: (_database, {target}) =>
		target.word === 'cancelled'
			? `Cancel action ${target.action}`
			: `Progress on action ${target.action}`,
	lead(database, {target}) {
		const found = database.actions.find(({id}) => id === target.action);
		const last = found?.progress?.at(-1)?.text;
		return [...(found ? [found.text] : []), ...(last === undefined ? [] : [`So far: ${last}`])];
	},
	enterSaves: true,
	fields: (_database, {target}) => [
		target.word === 'cancelled'
			? {name: 'text', label: 'Because', kind: 'line', hint: 'the minutes say so; or empty'}
			: {name: 'text', label: 'Progress', kind: 'line', hint: 'it stays open; the minutes say so'},
	],
	start: () => ({values: {text: ''}}),
	submit({database}, form) {
		const {action: id = '', word} = form.target;
		const text = given(form, 'text');
		if (word !== 'cancelled') {
			return text === undefined
				? {field: 'text', message: 'say what progress there is'}
				: {changes: [{kind: 'action/progress', id, text}]};
		}
		const from = database.actions.find((one) => one.id === id)?.status ?? 'open';
		return {changes: [{kind: 'action/status', id, from, to: 'cancelled', note: text}]};
	},
};
