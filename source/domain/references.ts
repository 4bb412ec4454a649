import type {Bare} from './log/patch.ts';
import type {Collection, Database} from './schema/index.ts';

/** A field of a record that names another record. `path` is where it stands, for messages. */
export type Reference = {path: (string | number)[]; to: string; id: string};

/** What each field refers to, by collection. `*` stands for every element of a list. */
const fields: Partial<Record<Collection, Record<string, string>>> = {
	projects: {
		priority: 'priorities',
		'domains.*': 'domains',
		'objectives.*': 'objectives',
		'dependsOn.*': 'projects',
		'updates.*.meeting': 'meetings',
	},
	boards: {'members.*.person': 'people'},
	reports: {board: 'boards'},
	meetings: {
		board: 'boards',
		currentItem: 'items',
		'agenda.*.about.priority': 'priorities',
		'agenda.*.about.project': 'projects',
		'agenda.*.about.report': 'reports',
		'agenda.*.presiding': 'people',
		'attendance.*.person': 'people',
		'attendance.*.for': 'people',
		'movements.*.person': 'people',
		'movements.*.item': 'items',
		'declarations.*.person': 'people',
		'declarations.*.item': 'items',
		'minutes.approvedBy': 'meetings',
		'minutes.signedBy': 'people',
	},
	decisions: {
		meeting: 'meetings',
		item: 'items',
		board: 'boards',
		mover: 'people',
		seconder: 'people',
		'amendments.*.mover': 'people',
		'amendments.*.seconder': 'people',
		'vote.casting.person': 'people',
		'vote.ballots.*.person': 'people',
		'projects.*': 'projects',
		supersedes: 'decisions',
		rescinds: 'decisions',
	},
	notices: {board: 'boards', report: 'reports', meeting: 'meetings', item: 'items'},
	actions: {
		meeting: 'meetings',
		item: 'items',
		decision: 'decisions',
		project: 'projects',
	},
};

/** The references of one record. */
export function referencesOf(collection: Collection, record: Bare): Reference[] {
	return Object.entries(fields[collection] ?? {}).flatMap(([pattern, to]) =>
		collect(record, pattern.split('.'), []).map(({path, value}) => ({path, to, id: value})),
	);
}

function collect(
	node: unknown,
	parts: string[],
	path: (string | number)[],
): {path: (string | number)[]; value: string}[] {
	const [part, ...rest] = parts;
	if (part === undefined) return typeof node === 'string' ? [{path, value: node}] : [];
	if (part === '*') {
		return Array.isArray(node)
			? node.flatMap((element, index) => collect(element, rest, [...path, index]))
			: [];
	}
	const child = typeof node === 'object' && node !== null ? (node as Bare)[part] : undefined;
	return child === undefined ? [] : collect(child, rest, [...path, part]);
}

const ids = (records: {id: string}[]): Set<string> => new Set(records.map(({id}) => id));

/** The ids that exist, by what references call their target. Built once for many look-ups. */
export function knownIds(database: Database): Record<string, Set<string>> {
	return {
		projects: ids(database.projects),
		meetings: ids(database.meetings),
		boards: ids(database.boards),
		people: ids(database.people),
		reports: ids(database.reports),
		decisions: ids(database.decisions),
		priorities: ids(database.strategies.flatMap(({priorities}) => priorities)),
		domains: ids(database.strategies.flatMap(({domains}) => domains)),
		objectives: ids(database.strategies.flatMap(({objectives}) => objectives)),
		items: ids(database.meetings.flatMap(({agenda}) => agenda)),
	};
}

/** A record's references that lead nowhere. */
export function dangling(
	collection: Collection,
	record: Bare,
	known: Record<string, Set<string>>,
): Reference[] {
	return referencesOf(collection, record).filter(({to, id}) => !known[to]?.has(id));
}

/** What a reference's target is called in messages. */
export const targetWords: Record<string, string> = {
	projects: 'project',
	meetings: 'meeting',
	boards: 'board',
	people: 'person',
	reports: 'report',
	decisions: 'decision',
	priorities: 'priority',
	domains: 'domain',
	objectives: 'objective',
	items: 'agenda item',
};
