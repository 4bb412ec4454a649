import type {Attendance, Database, Apology, Vote} from '../../domain/schema/index.ts';
import type {VoteFound} from './motions.ts';
import {untitled} from './names.ts';

/** The person of the database whom a paper names, where it can be nobody else; undefined when nobody or several may be. */
export function personNamed({people}: Pick<Database, 'people'>, name: string): string | undefined {
	const words = untitled(name)
		.toLowerCase()
		.replaceAll(/(?<=\p{L})\.(?=\p{L})/gu, '. ')
		.split(/[\s.]+/)
		.filter(Boolean);
	const last = words.at(-1);
	if (last === undefined) return undefined;
	const short = people.filter(({initials}) => initials?.toLowerCase() === words.join(''));
	if (words.length === 1 && short.length === 1) return short[0]?.id;
	const found = people.filter(({name: full}) => {
		const own = untitled(full)
			.toLowerCase()
			.split(/[\s.]+/)
			.filter(Boolean);
		if (own.at(-1) !== last) return false;
		const [given = '', theirs = ''] = [words[0], own[0]];
		return (
			words.length === 1 ||
			own.length === 1 ||
			given === theirs ||
			((given.length === 1 || theirs.length === 1) && given[0] === theirs[0])
		);
	});
	return found.length === 1 ? found[0]?.id : undefined;
}

type Told = {name: string; absent?: true};

/**
 * Who was there and who was not, by the people of the database. A roll that lacks some would tell of others than were
 * there: it comes in whole or not at all, and what stays out is said.
 */
export function rollOf(
	database: Pick<Database, 'people'>,
	told: {present: readonly Told[]; inAttendance: readonly Told[]; apologies: readonly Told[]},
): {attendance?: Attendance[]; apologies?: Apology[]; notes: string[]} {
	const {present, inAttendance, apologies} = told;
	if (present.length === 0) return {notes: []};
	const members = [...present, ...apologies];
	const unknown = members.filter(({name}) => personNamed(database, name) === undefined);
	if (unknown.length > 0)
		return {
			notes: [
				`who was there stays in the paper: ${unknown.length} of ${members.length} ${unknown.length === 1 ? 'is' : 'are'} not among the people of the database (${unknown.map(({name}) => name).join(', ')})`,
			],
		};
	const taken = new Set<string>();
	const once = (list: readonly Told[]) =>
		list.flatMap((one) => {
			const person = personNamed(database, one.name);
			if (person === undefined || taken.has(person)) return [];
			taken.add(person);
			return [{...one, person}];
		});
	const there = once(present).map(({person}) => ({person, status: 'present' as const}));
	const away = once(apologies);
	const others = once(inAttendance).map(({person}) => ({person, status: 'in-attendance' as const}));
	const sent = away.filter(({absent}) => !absent).map(({person}) => ({person}));
	return {
		attendance: [
			...there,
			...others,
			...away.filter(({absent}) => absent).map(({person}) => ({person, status: 'absent' as const})),
		],
		...(sent.length > 0 ? {apologies: sent} : {}),
		notes: [],
	};
}

/** A vote as the record holds it: by name where each name is somebody’s of the database, else the numbers. */
export function voteOf(
	database: Pick<Database, 'people'>,
	vote: VoteFound | undefined,
	isUnanimous: boolean,
): Vote | undefined {
	if (!vote) return isUnanimous ? {method: 'no-dissent'} : undefined;
	const {for: of, against, abstained, ayes = [], nays = []} = vote;
	const named = [
		...ayes.map((name) => ({person: personNamed(database, name), vote: 'for' as const})),
		...nays.map((name) => ({person: personNamed(database, name), vote: 'against' as const})),
	];
	const ballots = named.flatMap(({person, vote: choice}) =>
		person === undefined ? [] : [{person, vote: choice}],
	);
	const isWhole = ballots.length === of + against && (abstained ?? 0) === 0;
	return {
		method: isWhole ? 'recorded' : 'show-of-hands',
		for: of,
		against,
		...(abstained === undefined ? {} : {abstained}),
		...(isWhole ? {ballots} : {}),
	};
}
