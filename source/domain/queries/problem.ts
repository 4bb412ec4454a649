import type {Collection} from '../schema/index.ts';

/** Something wrong in a database: where it stands (keys and indexes from the top) and what it is. */
export type Problem = {path: (string | number)[]; message: string};

/** What one record of each collection is called. */
export const recordWords: Record<Collection, string> = {
	strategies: 'strategy',
	people: 'person',
	boards: 'board',
	projects: 'project',
	reports: 'report',
	meetings: 'meeting',
	decisions: 'decision',
	notices: 'notice',
	actions: 'action',
};
