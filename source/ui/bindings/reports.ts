// Reports written by keys: from the item that they stand behind.
import {reportOn} from '../../domain/queries/meetings.ts';
import {openForm} from '../forms/open.ts';
import {placeOf, type State, type Step, step} from '../state.ts';
import {subjectOf} from '../subject.ts';
import type {Binding} from './binding.ts';
import {writable} from './global.ts';
import {needsOpenItem, shown} from './held.ts';

/** Opens the form for the report of the item under the cursor, a new one where it has none. */
export function writeReport(state: State): Step {
	const {meeting, item} = subjectOf(state);
	const report = item && reportOn(state.database, item);
	return step(
		openForm(state, 'report', {
			...(report ? {record: `reports/${report.id}`} : {list: 'reports'}),
			meeting: meeting?.id,
			item: item?.id,
		}),
	);
}

export const reportBindings: Binding[] = [
	{
		id: 'report.write',
		scope: 'meeting',
		label: 'Write the report behind the item, or alter it',
		makes: (state) => {
			const {item} = subjectOf(state);
			return item && reportOn(state.database, item) ? 'report/edit' : 'report/add';
		},
		enabled(state) {
			const may = needsOpenItem(state);
			const {item} = subjectOf(state);
			if (may !== true || (item && reportOn(state.database, item))) return may;
			return shown(state)?.status !== 'closed' || 'the meeting is closed; its agenda stands';
		},
		run: writeReport,
	},
	{
		id: 'whole.edit',
		scope: 'whole',
		label: 'Alter the report',
		makes: 'report/edit',
		hint: 'edit',
		enabled(state) {
			const may = writable(state);
			const isReport = placeOf(state).id?.startsWith('reports/');
			return may === true && !isReport ? 'it is altered where it is listed' : may;
		},
		run: (state) => step(openForm(state, 'report', {record: placeOf(state).id})),
	},
];
