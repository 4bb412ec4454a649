import {dayOfMeeting, electors, membersOn, type When} from '../../rules/presence.ts';
import type {Database, Meeting, Person} from '../../schema/index.ts';
import {boardOf, itemOf} from './meetings.ts';

/** Titles before a name, which are not part of it, and letters after it. */
const titles =
	/^(?:cllr|councillor|ald|alderman|mr|mrs|ms|miss|mx|dr|prof|professor|rev|revd|sir|dame|lord|lady)\.?$/i;
const letters = /^(?:jr|sr|ii|iii|iv|mbe|obe|cbe|qpm|jp|kc|mp|phd|esq)\.?$/i;

/** Words that stand in a post, not in a name: `Chair of Trustees`. */
const post = /\s(?:of|for|the|and|to|on)\s/;

/**
 * A name as a roll is called: surname and first initial, `Lane K`; without titles, letters after the name, and what
 * stands in brackets. The surname is the last word, as nothing else is known of it; a post is called as it is.
 */
export function surnameFirst(name: string): string {
	if (post.test(name)) return name;
	const words = (name.replaceAll(/\(.*?\)/g, ' ').split(',')[0] ?? '').split(/\s+/).filter(Boolean);
	const own = words.filter(
		(word, index) => !(index === 0 && titles.test(word)) && !(index > 0 && letters.test(word)),
	);
	const surname = own.at(-1);
	if (surname === undefined) return name;
	const [initial] = own.length > 1 ? Array.from(own[0] ?? '') : [];
	return initial === undefined ? surname : `${surname} ${initial}`;
}

/** Somebody who is called: the person, as what, and whose place they take. */
export type Called = {person: Person; name: string; for?: string};

/** Whom a roll call calls, in which order. */
type Roll = {called: Called[]; seated: boolean};

/** The moment of a vote on an item: now while it is before the room, afterwards the item's end. */
function momentOf(meeting: Meeting, item: string | undefined): When {
	const ended = itemOf(meeting, item)?.endedAt;
	return meeting.currentItem === item || ended === undefined ? 'now' : {at: ended};
}

/**
 * Everybody who may vote on an item as things stand: there, with a vote, and barred by no interest. In the order of
 * their seats where the board holds any, else by surname; two who would be called alike are called by their whole names.
 * `also` are people who are called though they have left since.
 */
export function rollToCall(
	database: Database,
	meeting: Meeting,
	item: string | undefined,
	also: readonly string[] = [],
): Roll {
	const members = membersOn(boardOf(database, meeting), dayOfMeeting(database, meeting));
	const there = electors(database, meeting, item, momentOf(meeting, item)).filter(
		({barred}) => !barred,
	);
	const gone = also.filter((id) => !there.some(({person}) => person === id));
	const seatOf = (id: string) => members.find(({person}) => person === id)?.seat;
	const found = [...there, ...gone.map((person) => ({person, for: undefined}))].flatMap((one) => {
		const person = database.people.find(({id}) => id === one.person);
		if (!person) return [];
		const place = one.for ?? one.person;
		return [{person, name: surnameFirst(person.name), for: one.for, seat: seatOf(place)}];
	});
	const seated = found.some(({seat}) => seat !== undefined);
	const inOrder = found.toSorted(
		(a, b) =>
			(a.seat ?? Number.MAX_SAFE_INTEGER) - (b.seat ?? Number.MAX_SAFE_INTEGER) ||
			a.name.localeCompare(b.name, 'en') ||
			a.person.name.localeCompare(b.person.name, 'en'),
	);
	return {
		seated,
		called: inOrder.map(({person, name, for: member}) => {
			const isAlone = found.filter((one) => one.name === name).length === 1;
			return {
				person,
				name: isAlone ? name : person.name,
				...(member === undefined ? {} : {for: member}),
			};
		}),
	};
}
