import type {Change} from '../../domain/changes/index.ts';
import {find} from '../../domain/log/patch.ts';
import {titleOf, typeAt, typeOf} from '../../domain/records/index.ts';
import {inOrder} from '../../domain/queries/strategy/milestones.ts';
import {currentStrategy} from '../../domain/queries/strategy/projects.ts';
import {cut} from '../../domain/words.ts';
import {openForm} from '../forms/open.ts';
import {keyFor} from '../keys-by-name.ts';
import {elementsOf, isList} from '../screens/record.ts';
import {placeOf, push, type State, type Step, step} from '../state.ts';
import {subjectOf} from '../subject.ts';
import type {Binding} from './binding.ts';
import {writable} from './global.ts';

/** The record under the cursor, or whose page is open, and the list that it lies in; a heading is a list alone. */
function keptOf(state: State): {record?: string; list?: string} {
	const place = placeOf(state);
	const path = subjectOf(state).path ?? (place.screen === 'record' ? place.id : undefined);
	if (path === undefined || !typeAt(path)) return {list: emptyList(state)};
	if (isList(path)) return {list: path};
	return {record: path, list: path.slice(0, path.lastIndexOf('/'))};
}

/** What a new record comes to where there is no row yet. */
function emptyList(state: State): string | undefined {
	const {screen, id, variant} = placeOf(state);
	const strategy = currentStrategy(state.database)?.id;
	if (screen === 'portfolio' && (variant === 'risks' || variant === 'measures'))
		return strategy === undefined ? undefined : `strategies/${strategy}/${variant}`;
	if (screen === 'strategy') return 'strategies';
	if (screen === 'walk' || screen === 'portfolio') return 'projects';
	return screen === 'record' && id !== undefined && isList(id) ? id : undefined;
}

const word = (path: string): string => {
	const type = typeAt(path);
	return type ? typeOf(type).word : 'record';
};

function canEdit(state: State): true | string {
	const may = writable(state);
	if (may !== true) return may;
	return keptOf(state).record === undefined ? 'select what is to be edited first' : true;
}

function canAdd(state: State): true | string {
	const may = writable(state);
	if (may !== true) return may;
	const {list} = keptOf(state);
	if (list === undefined) return 'nothing can be made here';
	const isPriorityMissing =
		list === 'projects' &&
		state.database.strategies.every(({priorities}) => priorities.length === 0);
	return isPriorityMissing ? 'a project belongs to a priority: the strategy has none yet' : true;
}

function canMove(state: State): true | string {
	const may = canEdit(state);
	if (may !== true) return may;
	return keptOf(state).list?.includes('/')
		? true
		: 'these stay in the order in which they were made';
}

/** Moves the record under the cursor up or down its list; the cursor goes along. */
function move(state: State, by: number): Step {
	const {record, list} = keptOf(state);
	if (record === undefined || list === undefined) return step(state);
	const from = elementsOf(state.database, list).map(({id}) => String(id));
	const id = record.split('/').at(-1) ?? '';
	const index = from.indexOf(id);
	const target = index + by;
	if (index === -1 || target < 0 || target >= from.length) return step(state);
	const to = from.toSpliced(index, 1).toSpliced(target, 0, id);
	const of = milestoneList(list);
	const changes: Change[] = [
		of === undefined
			? {kind: 'record/order', list, from, to}
			: {kind: 'milestone/order', project: of, from, to},
	];
	return step(state, {kind: 'commit', changes, done: {select: record}});
}

/** The project of a list of milestones, which have changes of their own. */
const milestoneList = (list: string): string | undefined =>
	/^projects\/([^/]+)\/milestones$/.exec(list)?.[1];

function removal(record: string, list: string): Change {
	const project = milestoneList(list);
	const id = record.split('/').at(-1) ?? '';
	return project === undefined
		? {kind: 'record/remove', record}
		: {kind: 'milestone/remove', project, id};
}

/** Asks before it takes a record off: with it goes what lies in it. */
function askToRemove(state: State): Step {
	const {record, list} = keptOf(state);
	if (record === undefined || list === undefined) return step(state);
	const {database} = state;
	const ids = elementsOf(database, list).map(({id}) => `${list}/${String(id)}`);
	const index = ids.indexOf(record);
	const next = ids[index + 1] ?? ids[index - 1];
	const title = cut(titleOf(record, find(database, record)), 120);
	const isProject = word(record) === 'project';
	return step({
		...state,
		overlay: {
			kind: 'confirm',
			title: `Take ${word(record)} ${record.split('/').at(-1)} off?`,
			lines: [
				...(title === '' ? [] : [`  ${title}`]),
				isProject
					? 'For one entered by mistake. One that is given up is set to Cancelled: it stays on record.'
					: `${keyFor('act.undo')} brings it back; the log keeps it.`,
			],
			yes: 'Take it off',
			effects: [{kind: 'commit', changes: [removal(record, list)], done: {select: next}}],
		},
	});
}

/** The list of a project's milestones or risks, on the one that is most likely meant. */
export function openParts(state: State, list: 'milestones' | 'risks'): Step {
	const {project} = subjectOf(state);
	if (!project) return step(state);
	const id = `projects/${project.id}/${list}`;
	const next =
		list === 'milestones'
			? inOrder(project.milestones).find(({achieved}) => achieved === undefined)?.id
			: project.risks?.find(({closedOn}) => closedOn === undefined)?.id;
	return step(push(state, {screen: 'record', id, selected: next && `${id}/${next}`}));
}

/** What a key makes a change of: a project is edited by changes of its own. */
const kindOf = (does: 'add' | 'edit' | 'order' | 'remove') => (state: State) => {
	const {list = ''} = keptOf(state);
	if (milestoneList(list)) return `milestone/${does}`;
	if (list === 'strategies' && does === 'add') return 'strategy/add';
	return list === 'projects' && does !== 'remove' ? `project/${does}` : `record/${does}`;
};

export const recordBindings: Binding[] = [
	{
		id: 'record.edit',
		scope: 'records',
		label: 'Edit every field of what is under the cursor',
		hint: 'edit',
		makes: kindOf('edit'),
		enabled: canEdit,
		run: (state) =>
			placeOf(state).variant === 'matrix' || placeOf(state).variant === 'candidates'
				? step(openForm(state, 'criteria', {project: subjectOf(state).project?.id}))
				: step(openForm(state, 'record', {record: keptOf(state).record})),
	},
	{
		id: 'record.add',
		scope: 'records',
		label: 'Make a new one beside it',
		hint: 'new',
		makes: kindOf('add'),
		enabled: canAdd,
		run(state) {
			const {list} = keptOf(state);
			const place = placeOf(state);
			const priority =
				subjectOf(state).project?.priority ?? (place.screen === 'walk' ? place.id : undefined);
			return step(openForm(state, 'record', {list, ...(list === 'projects' ? {priority} : {})}));
		},
	},
	{
		id: 'record.up',
		scope: 'records',
		label: 'Move it up its list',
		makes: kindOf('order'),
		enabled: canMove,
		run: (state) => move(state, -1),
	},
	{
		id: 'record.down',
		scope: 'records',
		label: 'Move it down its list',
		makes: kindOf('order'),
		enabled: canMove,
		run: (state) => move(state, 1),
	},
	{
		id: 'record.remove',
		scope: 'records',
		label: 'Take it off (asks first)',
		makes: kindOf('remove'),
		enabled: canEdit,
		run: askToRemove,
	},
	{
		id: 'project.milestones',
		scope: 'records',
		label: 'Milestones of the project',
		hint: 'milestones',
		enabled: (state) => (subjectOf(state).project ? true : 'select a project first'),
		run: (state) => openParts(state, 'milestones'),
	},
	{
		id: 'project.risks',
		scope: 'records',
		label: 'Risks of the project',
		hint: 'risks',
		enabled: (state) => (subjectOf(state).project ? true : 'select a project first'),
		run: (state) => openParts(state, 'risks'),
	},
];
