import {byDate, presentMeeting} from '../domain/queries/meeting/meetings.ts';
import {typeAt} from '../domain/records/index.ts';
import {minutesMeeting} from '../domain/queries/minutes/steps.ts';
import {isSettled, priorities} from '../domain/queries/strategy/projects.ts';
import {keepPaper} from './paper.ts';
import {rowsOf, selectedOf} from './screens/index.ts';
import {idOf} from './screens/screen.ts';
import {savedView} from './screens/views.ts';
import {hasNewsPlace, newsPlace} from './screens/walk-news.ts';
import {textFrom} from './text/edit.ts';
import {atPlace, isWide, type Place, placeOf, push, type ScreenName, type State} from './state.ts';

/** A screen reached by its number starts a new stack: Esc then goes to the overview. */
export function goTo(state: State, screen: ScreenName, place: Partial<Place> = {}): State {
	const root: Place = {screen: 'overview'};
	const kept = keepPaper(state);
	const first = state.stack[0];
	const overview = first?.screen === 'overview' ? first : root;
	const wanted: Place = {screen, ...defaults(state, screen), ...place};
	return {
		...kept,
		overlay: undefined,
		stack: screen === 'overview' ? [{...overview, ...place}] : [overview, wanted],
	};
}

function defaults(state: State, screen: ScreenName): Partial<Place> {
	if (screen === 'walk') return walkPlace(state, walkStops(state)[0]);
	if (screen === 'meeting') {
		const meeting = presentMeeting(state.database);
		const here = placeOf(state);
		// Who is there already stays where the cursor is.
		if (here.screen === 'meeting' && here.id === meeting?.id) {
			return {id: here.id, selected: here.selected};
		}
		return {
			id: meeting?.id,
			selected: meeting?.currentItem && `meetings/${meeting.id}/agenda/${meeting.currentItem}`,
		};
	}
	if (screen === 'minutes') return {id: minutesId(state)};
	return {};
}

/** The minutes of the meeting on show, else those that are most likely wanted. */
function minutesId(state: State): string | undefined {
	const {screen, id} = placeOf(state);
	const isShown = ['meeting', 'roll', 'lawful', 'minutes'].includes(screen);
	return isShown && id !== undefined ? id : minutesMeeting(state.database)?.id;
}

/** What a walk goes through: what has changed since the board last met, where that is on record, then the priorities. */
const walkStops = (state: State): string[] => [
	...(hasNewsPlace(state) ? [newsPlace] : []),
	...priorities(state.database).map(({id}) => id),
];

/** The walk of a priority opens on what is not delivered, or on everything where all of it is. */
export function walkPlace(state: State, id: string | undefined): Partial<Place> {
	const projects = state.database.projects.filter(({priority}) => priority === id);
	const isOpen = projects.some((project) => !isSettled(project));
	return {
		id,
		variant: isOpen || projects.length === 0 ? 'open' : 'all',
		selected: undefined,
		filter: undefined,
	};
}

/** Moves the selection by a number of rows, staying within the list. */
export function moveBy(state: State, by: number): State {
	const rows = rowsOf(state);
	if (rows.length === 0) return state;
	const selected = selectedOf(state);
	const index = selected === undefined ? 0 : rows.indexOf(selected);
	return selectAt(state, Math.min(rows.length - 1, Math.max(0, index + by)));
}

export function selectAt(state: State, index: number): State {
	const rows = rowsOf(state);
	const path = rows.at(index);
	const place = placeOf(state);
	if (path === undefined || path === place.selected) return state;
	const beside = isWide(state) ? (place.beside ?? selectedOf(state)) : undefined;
	return atPlace(state, {selected: path, beside, scroll: undefined});
}

/** The portfolio as a saved view has it, in the place of the one that the views lie over. */
function showSaved(state: State, path: string | undefined): State {
	const view = savedView(state, path);
	if (!view) return state;
	const {filter, order, group, look} = view;
	const shown: Place = {
		screen: 'portfolio',
		filter: filter === '' ? undefined : textFrom(filter),
		order,
		group,
		variant: look,
	};
	const below = state.stack.slice(0, -1);
	const isOver = below.at(-1)?.screen === 'portfolio';
	return {...state, stack: [...(isOver ? below.slice(0, -1) : below), shown]};
}

/** The lists behind the numbers of the overview. */
const shows: Record<string, Partial<Place>> = {
	status: {group: 'status'},
	open: {filter: textFrom('open'), group: 'priority'},
	stages: {filter: textFrom('open'), group: 'stage'},
	late: {filter: textFrom('late')},
	confidence: {filter: textFrom('open'), order: 'confidence'},
	next: {variant: 'timeline'},
	risks: {variant: 'risks'},
	money: {filter: textFrom('open'), order: 'money'},
};

/** What Enter opens for a row. */
export function openPath(state: State, path: string | undefined): State {
	const id = idOf(path);
	if (path?.startsWith('strategies/') && path.split('/').length === 2)
		return push(state, {screen: 'record', id: path});
	if (path !== undefined && typeAt(path) && path.includes('/', path.indexOf('/') + 1))
		return push(state, {screen: 'record', id: path});
	switch (path?.split('/')[0] ?? '') {
		case 'priorities':
			return push(state, {screen: 'walk', ...walkPlace(state, id)});
		case 'projects':
			return push(state, {screen: 'project', id});
		case 'decisions':
			return push(state, {screen: 'decision', id: id?.split('/')[0]});
		case 'notices':
			return push(state, {screen: 'notice', id});
		case 'log':
			return push(state, {screen: 'entry', id});
		case 'waiting':
			return push(state, {screen: 'waiting'});
		case 'show':
			return push(state, {screen: 'portfolio', ...shows[id?.split('/')[0] ?? '']});
		case 'views':
			return showSaved(state, path);
		case 'register':
			return push(state, {screen: 'register', variant: id});
		case 'people': {
			const board = state.database.boards.find(({members}) =>
				members.some(({person}) => person === id),
			);
			return board ? push(state, {screen: 'members', id: board.id}) : state;
		}
		// What has no screen of its own is read on a page.
		case 'actions':
		case 'reports':
		case 'requests':
		case 'strategies':
			return push(state, {screen: 'whole', id: path});
		case 'meetings': {
			if (path?.includes('/agenda/')) return push(state, {screen: 'whole', id: path});
			const meeting = state.database.meetings.find((one) => one.id === id);
			return push(state, {
				screen: 'meeting',
				id,
				selected: meeting?.currentItem && `meetings/${id}/agenda/${meeting.currentItem}`,
			});
		}
		default:
			return state;
	}
}

/** The priority before or after the one that is walked. */
export function walkTo(state: State, by: number): State {
	const stops = walkStops(state);
	const next = stops[stops.indexOf(placeOf(state).id ?? '') + by];
	return next === undefined ? state : atPlace(state, walkPlace(state, next));
}

/** The next project of the walk; after a priority's last one, the next priority's first. */
export function nextProject(state: State, by: number): State {
	const rows = rowsOf(state);
	const index = rows.indexOf(selectedOf(state) ?? '') + by;
	if (index >= 0 && index < rows.length) return selectAt(state, index);
	const walked = walkTo(state, by);
	return walked === state ? state : by < 0 ? selectAt(walked, -1) : walked;
}

/**
 * From one page to the next, in the order of the list that it was opened from; that list's
 * selection goes along.
 */
export function nextPage(state: State, by: number): State {
	const page = placeOf(state);
	const list = state.stack.at(-2);
	if (!list) return state;
	const below = {...state, stack: state.stack.slice(0, -1)};
	const moved = list.screen === 'walk' ? nextProject(below, by) : moveBy(below, by);
	const path = selectedOf(moved);
	const id = ['record', 'whole'].includes(page.screen) ? path : idOf(path);
	if (id === undefined || id === page.id) return state;
	return push(moved, {screen: page.screen, id});
}

/** The meeting before or after the one on show, by date. */
export function nextMeeting(state: State, by: number): State {
	const meetings = byDate(state.database.meetings);
	const index = meetings.findIndex(({id}) => id === placeOf(state).id) + by;
	const next = meetings[index];
	return next ? atPlace(state, {id: next.id, selected: undefined}) : state;
}

/** The page of a record that was named by its id, wherever it lives; undefined when there is none. */
export function goToId(state: State, typed: string): State | undefined {
	const id = typed.trim().toUpperCase();
	const {database} = state;
	const same = (record: {id: string}) => record.id.toUpperCase() === id;
	const project = database.projects.find(same);
	if (project)
		return push(goTo(state, 'portfolio', {selected: `projects/${project.id}`}), {
			screen: 'project',
			id: project.id,
		});
	const decision = database.decisions.find(same);
	if (decision)
		return push(goTo(state, 'register', {selected: `decisions/${decision.id}`}), {
			screen: 'decision',
			id: decision.id,
		});
	const notice = database.notices.find(same);
	if (notice)
		return push(goTo(state, 'register', {variant: 'notices', selected: `notices/${notice.id}`}), {
			screen: 'notice',
			id: notice.id,
		});
	const action = database.actions.find(same);
	if (action)
		return goTo(state, 'register', {variant: 'actions', selected: `actions/${action.id}`});
	const meeting = database.meetings.find(same);
	if (meeting) return goTo(state, 'meeting', {id: meeting.id});
	const priority = priorities(database).find(same);
	return priority ? goTo(state, 'walk', walkPlace(state, priority.id)) : undefined;
}
