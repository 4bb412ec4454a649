import type {Bare} from './log/patch.ts';
import type {Collection, Database} from './schema/index.ts';

/** A field of a record that names another record. `path` is where it stands, for messages. */
type Reference = {path: (string | number)[]; to: string; id: string};

/** What each field refers to, by collection. `*` stands for every element of a list. */
const fields: Partial<Record<Collection, Record<string, string>>> = {
	strategies: {follows: 'strategies', adoptedBy: 'decisions'},
	projects: {
		priority: 'priorities',
		'domains.*': 'domains',
		'objectives.*': 'objectives',
		'dependsOn.*': 'projects',
		'updates.*.meeting': 'meetings',
		'pending.*.decision': 'decisions',
		carriesOn: 'projects',
	},
	people: {'interests.*.priorities.*': 'priorities', 'interests.*.projects.*': 'projects'},
	boards: {'members.*.person': 'people'},
	requests: {project: 'projects', board: 'boards', decision: 'decisions'},
	reports: {board: 'boards'},
	meetings: {
		board: 'boards',
		currentItem: 'items',
		'agenda.*.about.priority': 'priorities',
		'agenda.*.about.project': 'projects',
		'agenda.*.about.report': 'reports',
		'agenda.*.about.strategy': 'strategies',
		'agenda.*.about.meeting': 'meetings',
		'agenda.*.about.decision': 'decisions',
		'agenda.*.about.item': 'items',
		'agenda.*.about.requests.*': 'requests',
		presiding: 'people',
		series: 'meetings',
		'cancelled.to': 'meetings',
		'apologies.*.person': 'people',
		'publicLeft.*.item': 'items',
		'readmissions.*.item': 'items',
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
		'candidates.*.person': 'people',
		'asked.answered.*': 'people',
		'excludes.*.item': 'items',
		'consulted.*.person': 'people',
		'under.decision': 'decisions',
		'projects.*': 'projects',
		'objectives.*': 'objectives',
		'priorities.*': 'priorities',
		supersedes: 'decisions',
		rescinds: 'decisions',
	},
	notices: {board: 'boards', report: 'reports', meeting: 'meetings', item: 'items'},
	actions: {
		meeting: 'meetings',
		item: 'items',
		decision: 'decisions',
		project: 'projects',
		'progress.*.meeting': 'meetings',
	},
};

/** What a field refers to, of the record or element at a path (`meetings/M-2/agenda/I-3`, `presiding`): people, say. */
export function targetOf(path: string, field: string): string | undefined {
	const [collection = '', , ...inside] = path.split('/');
	const pattern = [...inside.map((part, index) => (index % 2 === 0 ? part : '*')), field].join('.');
	return fields[collection as Collection]?.[pattern];
}

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

/** Where the targets of references stand in a database. */
const targets: Record<string, (database: Database) => {id: string}[]> = {
	strategies: ({strategies}) => strategies,
	requests: ({requests}) => requests,
	projects: ({projects}) => projects,
	meetings: ({meetings}) => meetings,
	boards: ({boards}) => boards,
	people: ({people}) => people,
	reports: ({reports}) => reports,
	decisions: ({decisions}) => decisions,
	priorities: ({strategies}) => strategies.flatMap(({priorities}) => priorities),
	domains: ({strategies}) => strategies.flatMap(({domains}) => domains),
	objectives: ({strategies}) => strategies.flatMap(({objectives}) => objectives),
	items: ({meetings}) => meetings.flatMap(({agenda}) => agenda),
};

/**
 * The ids that exist, by what references call their target. Each set is built once for many look-ups, and
 * only when it is asked for: most acts touch one record, whatever the number of the others.
 */
export function knownIds(database: Database): Readonly<Record<string, Set<string>>> {
	const known: Record<string, Set<string>> = {};
	for (const [target, recordsOf] of Object.entries(targets)) {
		let ids: Set<string> | undefined;
		Object.defineProperty(known, target, {
			get: () => (ids ??= new Set(recordsOf(database).map(({id}) => id))),
		});
	}
	return known;
}

/**
 * A record without its references to what is gone: a field is left out, an element taken off its list. The very same
 * record where there are none.
 */
export function withoutReferences<Whole extends object>(
	collection: Collection,
	record: Whole,
	isGone: (to: string, id: string) => boolean,
): Whole {
	const gone = referencesOf(collection, record as Bare).filter(({to, id}) => isGone(to, id));
	// From the end, so that what is taken off a list moves none that is still to go.
	return gone.reduceRight<Bare>(
		(left, {path}) => removed(left, path) as Bare,
		record as Bare,
	) as Whole;
}

/** A value without what stands at a path; a record that has nothing else in it goes too. */
function removed(node: unknown, [part, ...rest]: readonly (string | number)[]): unknown {
	if (Array.isArray(node)) {
		const index = Number(part);
		return rest.length === 0
			? node.toSpliced(index, 1)
			: node.with(index, removed(node[index], rest));
	}
	const {[String(part)]: child, ...others} = node as Bare;
	if (rest.length === 0) return others;
	const left = removed(child, rest);
	const isEmpty = typeof left === 'object' && left !== null && Object.keys(left).length === 0;
	return isEmpty ? others : {...(node as Bare), [String(part)]: left};
}

/** A record's references that lead nowhere. */
export function dangling(
	collection: Collection,
	record: Bare,
	known: Readonly<Record<string, Set<string>>>,
): Reference[] {
	return referencesOf(collection, record).filter(({to, id}) => !known[to]?.has(id));
}

/** What a reference's target is called in messages. */
export const targetWords: Record<string, string> = {
	strategies: 'strategy',
	requests: 'request',
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
