import {type Bare, keyOf} from '../log/patch.ts';
import {standing} from '../log/standing.ts';
import type {Entry} from '../schema/index.ts';
import type {Raw} from './index.ts';

/**
 * From version 1 to version 2. What the log states is taken from it: breaks of meetings, apologies that an arrival wrote
 * over, the numbers under which an agenda was published. What nobody recorded stays absent, and what a database
 * had of its own stays where it was.
 */
export function oneToTwo(database: Raw, log: readonly Entry[]): Raw {
	const {profile} = database['rules'] as {profile: string};
	const entries = standing(log);
	const meetings = listIn(database, 'meetings').map((meeting) =>
		withLaw(withNumbers(withPauses(withApologies(meeting, entries), entries), entries), profile),
	);
	const counters = database['counters'] as Record<string, number>;
	const breaks = meetings.reduce((sum, meeting) => sum + listIn(meeting, 'pauses').length, 0);
	let given = counters['PA'] ?? 0;
	return {
		...database,
		counters: breaks === 0 ? counters : {...counters, PA: given + breaks},
		projects: listIn(database, 'projects').map(projectForward),
		requests: [],
		meetings: meetings.map((meeting) =>
			'pauses' in meeting
				? {
						...meeting,
						pauses: listIn(meeting, 'pauses').map((pause) => ({id: `PA-${++given}`, ...pause})),
					}
				: meeting,
		),
		decisions: listIn(database, 'decisions')
			.map(decisionForward)
			.map((decision) => withExcluded(decision, entries)),
	};
}

const listIn = (holder: Bare, field: string): Bare[] => (holder[field] ?? []) as Bare[];

/** A budget is what was approved; a milestone's one date the one in force; a risk's text its event. */
function projectForward({budget, milestones, risks, ...project}: Bare): Bare {
	return {
		...project,
		...(budget === undefined ? {} : {money: {approved: {amount: budget}}}),
		...(milestones === undefined
			? {}
			: {
					milestones: (milestones as Bare[]).map(({due, reached, ...milestone}) => ({
						...milestone,
						...(due === undefined ? {} : {approved: due}),
						...(reached === undefined ? {} : {achieved: reached}),
					})),
				}),
		...(risks === undefined
			? {}
			: {risks: (risks as Bare[]).map(({text, ...risk}) => ({...risk, event: text}))}),
	};
}

const decisionForward = ({urgency, ...decision}: Bare): Bare =>
	urgency === undefined ? decision : {...decision, callInWaived: {why: urgency}};

/** The item that a resolution took in private, where the act that recorded it marked that item too. */
function withExcluded(decision: Bare, entries: readonly Entry[]): Bare {
	const path = `decisions/${keyOf(decision)}`;
	const entry = entries.find(
		({effects = []}) =>
			effects.some(({record, field}) => record === path && field === undefined) &&
			decision['procedural'] === true,
	);
	const marked = entry?.changes?.find(({kind, to}) => kind === 'agenda/exempt' && to);
	if (!marked) return decision;
	const {paragraphs, ground} = marked['to'] as {paragraphs: number[]; ground?: string};
	const item = marked['item'];
	return {
		...decision,
		excludes: [
			ground === undefined ? {item, basis: 'exempt', paragraphs} : {item, basis: 'private'},
		],
	};
}

/** A meeting that was opened keeps the law that it was opened under. */
const withLaw = (meeting: Bare, profile: string): Bare =>
	meeting['status'] === 'planned' ? meeting : {...meeting, law: profile};

/** Apologies are no way of attending any more; those that an arrival wrote over come back from the log. */
function withApologies(meeting: Bare, entries: readonly Entry[]): Bare {
	const roll = listIn(meeting, 'attendance');
	const sent = roll.filter(({status}) => status === 'apologies').map(keyOf);
	const path = `meetings/${String(meeting['id'])}`;
	const late = entries.flatMap(({changes = [], effects = []}) =>
		changes.some(({kind}) => kind === 'attendance/arrive')
			? effects
					.filter(({field, from}) => field === 'status' && from === 'apologies')
					.filter(({record}) => record.startsWith(`${path}/attendance/`))
					.map(({record}) => record.slice(`${path}/attendance/`.length))
			: [],
	);
	const people = [...new Set([...sent, ...late])];
	return people.length === 0
		? meeting
		: {
				...meeting,
				attendance: roll.filter(({status}) => status !== 'apologies'),
				apologies: people.map((person) => ({person})),
			};
}

/** When a meeting was adjourned and resumed, as the log states it. */
function withPauses(meeting: Bare, entries: readonly Entry[]): Bare {
	const path = `meetings/${String(meeting['id'])}`;
	const pauses: {from: string; to?: string}[] = [];
	for (const {at, effects = []} of entries) {
		for (const {record, field, from, to} of effects) {
			if (record !== path || field !== 'status') continue;
			const last = pauses.at(-1);
			if (to === 'adjourned') pauses.push({from: at});
			else if (from === 'adjourned' && to === 'open' && last) last.to = at;
		}
	}
	return pauses.length === 0 ? meeting : {...meeting, pauses};
}

/**
 * The numbers under which an agenda was published: each item's place then. Of minutes that were issued the numbers are
 * the places that they printed. What was put on later stands behind its neighbour, with a letter.
 */
function withNumbers(meeting: Bare, entries: readonly Entry[]): Bare {
	const agenda = listIn(meeting, 'agenda');
	const now = agenda.map(keyOf);
	const {seals} = (meeting['minutes'] ?? {}) as {seals?: unknown[]};
	const published =
		seals && seals.length > 0
			? now
			: meeting['publishedOn'] === undefined
				? undefined
				: placesAtPublication(String(meeting['id']), now, entries);
	if (!published) return meeting;
	const numbers = new Map(published.map((item, index) => [item, String(index + 1)]));
	const taken = new Set(numbers.values());
	let before = '0';
	for (const item of now) {
		const own = numbers.get(item);
		if (own === undefined) {
			const letter = Array.from(letters).find((one) => !taken.has(before + one)) ?? 'z';
			numbers.set(item, before + letter);
			taken.add(before + letter);
		} else before = own;
	}
	return {...meeting, agenda: agenda.map((item) => ({...item, number: numbers.get(keyOf(item))}))};
}
const letters = 'abcdefghijklmnopqrstuvwxyz';

/** The items of an agenda when it was published, by going back over what was done to it since; undefined when the log does not say. */
function placesAtPublication(
	id: string,
	now: readonly string[],
	entries: readonly Entry[],
): string[] | undefined {
	const path = `meetings/${id}`;
	const at = entries.findIndex(({effects = []}) =>
		effects.some(({record, field, to}) => record === path && field === 'publishedOn' && to),
	);
	if (at === -1) return undefined;
	let items = [...now];
	for (const {effects = []} of entries.slice(at + 1).toReversed()) {
		for (const {record, field, from, to, at: index} of effects.toReversed()) {
			if (record === path && field === 'agenda' && Array.isArray(from)) items = from.map(String);
			if (field !== undefined || !record.startsWith(`${path}/agenda/`)) continue;
			const item = record.slice(`${path}/agenda/`.length);
			if (from === undefined) items = items.filter((one) => one !== item);
			else if (to === undefined) items = items.toSpliced(index ?? items.length, 0, item);
		}
	}
	return items;
}
