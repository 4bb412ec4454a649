import type {Database} from '../schema/index.ts';
import type {Target} from './field.ts';

/** What a field can name: its id, and what people call it. */
type Named = {id: string; name: string};

const named = ({
	id,
	title,
	name,
	text,
}: {
	id: string;
	title?: string;
	name?: string;
	text?: string;
}): Named => ({
	id,
	name: title ?? name ?? text ?? id,
});

const found: Record<Target, (database: Database) => Named[]> = {
	priorities: ({strategies}) => strategies.flatMap(({priorities}) => priorities.map(named)),
	domains: ({strategies}) => strategies.flatMap(({domains}) => domains.map(named)),
	objectives: ({strategies}) => strategies.flatMap(({objectives}) => objectives.map(named)),
	projects: ({projects}) => projects.map(named),
	strategies: ({strategies}) => strategies.map(named),
	decisions: ({decisions}) => decisions.map(named),
	boards: ({boards}) => boards.map(named),
};

/** Everything that a field may name. */
export const targetsIn = (database: Database, of: Target | undefined): Named[] =>
	of === undefined ? [] : found[of](database);

/** How what is named is called on a page: domains and boards by name, all else by id and title. */
export function namedAs(database: Database, of: Target | undefined, id: string): string {
	const one = targetsIn(database, of).find((candidate) => candidate.id === id);
	if (!one) return id;
	return of === 'domains' || of === 'boards' || one.name === id ? one.name : `${id} ${one.name}`;
}
