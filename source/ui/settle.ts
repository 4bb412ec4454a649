import type {Rejection} from '../domain/rejection.ts';
import type {Database, Entry} from '../domain/schema/index.ts';
import type {StoreNews, CommitOutcome} from '../store/store.ts';
import {tellAct, tellEntry} from './acts.ts';
import {leftBehind} from './drafts.ts';
import {acceptNewest, followNewest, formError, formOf} from './forms/open.ts';
import {sayRefusedAct} from './refusal.ts';
import {rowsOf, selectedOf} from './screens/index.ts';
import {atPlace, type Done, placeOf, say, type State} from './state.ts';
import {keyFor} from './keys-by-name.ts';

/** A newer database, from another session or this one: the cursor and what is typed stay. */
export function takeNews(state: State, news: StoreNews): State {
	if ('problem' in news) return {...state, problem: news.problem};
	return tellNews(state.database, {...takeDatabase(state, news.database), problem: undefined});
}

/**
 * The state on a newer database. A cursor that was never moved rests on a record too, not on the first
 * row: a row that comes in above must not slide under it. A place that is not shown is left as it is once its
 * cursor rests on a record: its rows are for when somebody comes back to it.
 */
function takeDatabase(state: State, database: Database): State {
	if (database === state.database) return state;
	const shown = placeOf(state);
	const stack = state.stack.map((place) =>
		place === shown || place.selected === undefined
			? {...place, selected: selectedOf(state, place)}
			: place,
	);
	return followNewest({...state, stack, database});
}

function tellNews(before: Database, state: State): State {
	const entry = state.database.log.findLast(({session}) => session !== state.session);
	if (!entry || entry.revision <= before.revision) return state;
	return say(state, 'news', `r${entry.revision}  ${tellEntry(state.database, entry)}`);
}

/** What became of an act of this session. */
export function settle(state: State, outcome: CommitOutcome, done: Done): State {
	if (!outcome.ok) return refuse(state, outcome.rejection, done);
	const {database, entry} = outcome;
	const stored =
		database.revision > state.database.revision ? takeDatabase(state, database) : state;
	const left = leftBehind(stored, done, madeBy(entry, /^meetings\/[^/]+\/agenda\/[^/]+$/));
	const select = done.select ?? newRow(state, left, entry);
	const at = select === undefined ? left : atPlace(left, {selected: select});
	const seen = showPlanned(done.leaveQuickLine ? {...at, overlay: undefined} : at, entry);
	// To whoever did it, by the name that they gave: the line may be short, and their login is not news to them.
	const {name, user} = entry.actor;
	return say(
		seen,
		'saved',
		`Saved r${entry.revision}: ${name ?? user} ${tellAct(database, entry)}`,
	);
}

/** The path of the record of a kind that an act made, such as the item that it put on an agenda. */
const madeBy = ({effects = []}: Entry, kind: RegExp): string | undefined =>
	effects.find(
		({record, field, to}) => field === undefined && to !== undefined && kind.test(record),
	)?.record;

/** The row of what a form made beside others of a list, or on an agenda: whoever makes one goes on with it. */
function newRow(before: State, after: State, entry: Entry): string | undefined {
	const form = formOf(before);
	if (!form) return undefined;
	const {meeting, item, list, record} = form.target;
	const lies = form.kind === 'item' && item === undefined ? `meetings/${meeting}/agenda` : list;
	if (lies === undefined || record !== undefined) return undefined;
	const made = madeBy(entry, new RegExp(`^${lies}/[^/]+$`));
	return made !== undefined && rowsOf(after).includes(made) ? made : undefined;
}

/** A meeting that was just planned is the one on show. */
function showPlanned(state: State, entry: Entry): State {
	const path = madeBy(entry, /^meetings\/[^/]+$/);
	return path !== undefined && placeOf(state).screen === 'meeting'
		? atPlace(state, {id: path.slice('meetings/'.length), selected: undefined})
		: state;
}

/** Why an act was not taken, told where it was asked for: in the quick line, in the form, or below. */
function refuse(state: State, rejection: Rejection, done: Done): State {
	const reason = sayRefusedAct(rejection);
	if (done.leaveQuickLine && state.overlay?.kind === 'quick') {
		return {...state, overlay: {...state.overlay, error: `Not saved: ${reason}`}};
	}
	if (!done.leaveForm || !formOf(state)) return say(state, 'refused', `Not saved: ${reason}`);
	if (rejection.code !== 'conflict') return formError(state, `Not saved: ${reason}`);
	return acceptNewest(
		formError(
			state,
			`${reason}. Save again to put yours in its place, edit yours, or ${keyFor('form.leave')} to keep theirs.`,
		),
	);
}
