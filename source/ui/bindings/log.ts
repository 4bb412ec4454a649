import {actorName} from '../../domain/actor.ts';
import {
	type LogFilter,
	meetingsOf,
	parseLogFilter,
	recordsOf,
	sayLogFilter,
} from '../../domain/queries/log/filter.ts';
import type {Entry} from '../../domain/schema/index.ts';
import {atPlace, placeOf, type State, type Step, step} from '../state.ts';
import {subjectOf} from '../subject.ts';
import {textFrom} from '../text/edit.ts';
import type {Binding} from './binding.ts';
import {canTakeBack, confirmTakeBack} from './undo.ts';

/** The act that the cursor is on, or whose page is open. */
function entryOf(state: State): Entry | undefined {
	const {path} = subjectOf(state);
	return state.database.log.find(({revision}) => path === `log/${revision}`);
}

type Narrowing = 'by' | 'in' | 'on';

const filterOf = (state: State): LogFilter => parseLogFilter(placeOf(state).filter?.value ?? '');

/** Narrows the log to what the selected act says, or widens it again. */
function narrow(state: State, key: Narrowing, value: string | undefined): Step {
	const filter = filterOf(state);
	const typed = sayLogFilter({...filter, [key]: filter[key] === undefined ? value : undefined});
	return step(atPlace(state, {filter: typed === '' ? undefined : textFrom(typed)}));
}

const narrowing = (
	key: Narrowing,
	{label, hint, none}: {label: string; hint: string; none: string},
	valueOf: (entry: Entry) => string | undefined,
): Binding => {
	const value = (state: State) => {
		const entry = entryOf(state);
		return entry && valueOf(entry);
	};
	return {
		id: `log.${key}`,
		scope: 'log',
		label,
		hint,
		enabled: (state) => (filterOf(state)[key] ?? value(state)) !== undefined || none,
		run: (state) => narrow(state, key, value(state)),
	};
};

/** A project, if the act is about one, else the first record. */
function recordOf(entry: Entry): string | undefined {
	const records = recordsOf(entry);
	return (records.find((path) => path.startsWith('projects/')) ?? records[0])?.split('/')[1];
}

const takeBack = (scope: 'log' | 'entry'): Binding => ({
	id: `${scope}.undo`,
	scope,
	label: 'Take back this act of yours, or bring back what it took back (shows it first)',
	hint: 'take back',
	enabled: (state) => canTakeBack(state, entryOf(state)),
	run(state) {
		const entry = entryOf(state);
		return entry ? confirmTakeBack(state, entry) : step(state);
	},
});

export const logBindings: Binding[] = [
	narrowing(
		'by',
		{
			label: 'Only acts by this person, or by everybody again',
			hint: 'by person',
			none: 'select an act first',
		},
		({actor}) => actorName(actor),
	),
	narrowing(
		'in',
		{
			label: 'Only acts in this meeting, or in all again',
			hint: 'in meeting',
			none: 'this act was in no meeting',
		},
		(entry) => meetingsOf(entry)[0],
	),
	narrowing(
		'on',
		{
			label: 'Only acts on this project or record, or on all again',
			hint: 'on project',
			none: 'this act altered no record',
		},
		recordOf,
	),
	takeBack('log'),
	takeBack('entry'),
];
