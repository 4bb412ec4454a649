// The committee's meeting and the one after it, at which its minutes are approved.
import type {Change} from '../../../source/domain/changes/index.ts';
import type {Database} from '../../../source/domain/schema/index.ts';
import {accepted, contextAt, present} from '../../helpers/database.ts';

export const close = (id = 'M-3'): Change => ({kind: 'meeting/close', id});
export const issue = (meeting = 'M-3'): Change => ({kind: 'minutes/issue', meeting});
export const approve = (by = 'M-5', meeting = 'M-3'): Change => ({
	kind: 'minutes/approve',
	meeting,
	by,
});
export const sign = (by = 'lane', on = '2026-12-20', meeting = 'M-3'): Change => ({
	kind: 'minutes/sign',
	meeting,
	by,
	on,
});
export const note = (to: string, from?: string): Change => ({
	kind: 'agenda/note',
	meeting: 'M-3',
	item: 'I-9',
	from,
	to,
});
/** The database after acts on the day of the next meeting. */
export const later = (database: Database, ...changes: Change[]): Database =>
	changes.reduce((before, change) => accepted(before, change, inDecember).database, database);
export const inDecember = contextAt('10:00', 'clerk', '2026-12-20');

/** The next meeting of the committee, M-5, with these people there. */
export const next = (before: Database, people = ['lane', 'pole', 'khan']): Database =>
	later(
		before,
		{
			kind: 'meeting/add',
			board: 'B-3',
			title: 'December',
			agenda: [{itemKind: 'minutes', title: 'Minutes'}],
		},
		{kind: 'meeting/open', id: 'M-5'},
		...present(people, 'M-5'),
	);
