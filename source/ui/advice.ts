import {inMegabytes, seemsLarge} from '../domain/queries/log/size.ts';
import {mayDo} from '../domain/rules/roles.ts';
import type {Who} from '../store/store.ts';
import type {State} from './state.ts';

/**
 * What the status line proposes at the start to whoever could do it: to archive a log that has grown large. A session
 * that a key opened has no commands, and one that only looks cannot.
 */
export function adviseAtStart(
	{database, role, practice, readOnly}: State,
	{keyed}: Who,
): string | undefined {
	if (practice || keyed === true || readOnly !== undefined) return undefined;
	if (role !== undefined && !mayDo(role, 'database/archive')) return undefined;
	const size = seemsLarge(database);
	return size === undefined
		? undefined
		: `The log takes ${inMegabytes(size)}: “boardwalk archive” makes starts and saves quicker.`;
}
