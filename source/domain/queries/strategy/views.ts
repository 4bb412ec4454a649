import {personKey} from '../../rules/roles.ts';
import type {Actor, Database} from '../../schema/index.ts';

/** A view of a list under a name. */
export type SavedView = NonNullable<Database['rules']['views']>[number];

/** How one's own views are marked: by the person where the database knows them, else by the login. */
export const ownerOf = ({user, person}: Pick<Actor, 'user' | 'person'>): string =>
	person === undefined ? user : personKey(person);

/** The views that somebody has: everybody's, then their own; each by title. */
export function viewsFor({rules}: Pick<Database, 'rules'>, actor: Pick<Actor, 'user' | 'person'>) {
	const own = ownerOf(actor);
	const byTitle = (found: SavedView[]) => found.toSorted((a, b) => a.title.localeCompare(b.title));
	const {views = []} = rules;
	return [
		...byTitle(views.filter(({of}) => of === undefined)),
		...byTitle(views.filter(({of}) => of === own)),
	];
}
