import type {Database, Decision} from '../schema/index.ts';

/**
 * Whether the public, or anybody to whom papers are given, has seen the record of a decision: its notice was published,
 * or minutes that hold it were issued. Until then it is a draft, and is edited.
 */
export function isDisclosed(database: Database, {meeting, publishedOn}: Decision): boolean {
	const held = database.meetings.find(({id}) => id === meeting);
	return publishedOn !== undefined || (held?.minutes?.seals?.length ?? 0) > 0;
}
