// Reports written by keys: from the item that they stand behind.
import {reportOn} from '../../domain/queries/meeting/meetings.ts';
import {keyFor} from '../keys-by-name.ts';
import {openForm} from '../forms/open.ts';
import {placeOf, type State, type Step, step} from '../state.ts';
import {subjectOf} from '../subject.ts';
import type {Binding, RegisterRow} from './binding.ts';
import {writable} from './global.ts';
import {needsOpenItem, shown} from './held.ts';
import {requestRow} from './requests.ts';

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

/** What is done to a report in the register. */
export const reportRow: RegisterRow = {
	edits: 'report/edit',
	canEdit: () => true,
	edit: (state, path) => step(openForm(state, 'report', {record: path})),
	canTakeBack: () => `a report stays: ${keyFor('act.undo')} takes back that it was entered`,
	takesBack: 'report/edit',
	takeBack: (state) => step(state),
};

export const reportBindings: Binding[] = [
	{
		id: 'report.write',
		scope: 'item',
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
		label: 'Edit the report or the request',
		makes: (state) => rowOf(state)?.edits ?? 'report/edit',
		hint: 'edit',
		enabled(state) {
			const may = writable(state);
			const row = rowOf(state);
			if (may !== true) return may;
			return row ? row.canEdit(state, placeOf(state).id ?? '') : 'it is altered where it is listed';
		},
		run: (state) => rowOf(state)?.edit(state, placeOf(state).id ?? '') ?? step(state),
	},
];

/** What is done to the report or the request whose page is open. */
const rowOf = (state: State): RegisterRow | undefined =>
	({reports: reportRow, requests: requestRow})[placeOf(state).id?.split('/')[0] as 'reports'];
