import {find} from './log/patch.ts';
import type {Database} from './schema/index.ts';

/** A text without accents. */
const withoutAccents = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}+/gu, '');

/** A text without capitals and accents: what is looked for in it. */
export const foldedOf = (text: string): string => withoutAccents(text).toLowerCase();

/** How a record is named in sentences: id and title, as people say them (`P1-04 Telephony Enablement`). */
export function nameOf(database: Database, path: string): string {
	const record = find(database, path);
	const id = path.split('/').at(-1) ?? path;
	const title = record?.['title'] ?? record?.['name'];
	if (path.includes('/attendance/')) return personName(database, id);
	if (path.startsWith('boards/') && path.includes('/members/')) {
		const person = record?.['person'];
		return personName(database, typeof person === 'string' ? person : id);
	}
	// What a board does differently is told as the board's own.
	if (/^boards\/[^/]+\/rules$/.test(path)) return nameOf(database, path.replace(/\/rules$/, ''));
	if (path.includes('/agenda/')) return itemName(database, path, id);
	return typeof title === 'string' ? `${id} ${title}` : id;
}

/** An agenda item as it is called in the room: its number now, and its title. */
function itemName(database: Database, path: string, id: string): string {
	const meeting = database.meetings.find((one) => path.startsWith(`meetings/${one.id}/`));
	const index = meeting?.agenda.findIndex((item) => item.id === id) ?? -1;
	const item = meeting?.agenda[index];
	return item ? `${item.number ?? index + 1} ${item.title}` : id;
}

/** A person's name by id; other text (a name in plain words) as it is. */
export const personName = (database: Database, id: string): string =>
	database.people.find((person) => person.id === id)?.name ?? id;

/** An id made of a name: `Data Services` → `data-services`; another one when it is `taken`. */
export function slug(name: string, taken: ReadonlySet<string>): string {
	const base =
		name
			.normalize('NFKD')
			.replaceAll(/\p{M}/gu, '')
			.toLowerCase()
			.replaceAll(/[^a-z0-9]+/g, '-')
			.replaceAll(/^-+|-+$/g, '')
			.slice(0, 40)
			.replace(/-+$/, '') || 'x';
	let id = base;
	for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
	return id;
}

/** Plain letters, as they are typed: `ZA` of Zoë Ångström. */
const initialsOf = (name: string): string =>
	withoutAccents(name)
		.split(/[\s-]+/)
		.map((word) => word.slice(0, 1).toUpperCase())
		.filter((letter) => /\p{L}/u.test(letter))
		.join('');

/** Somebody who is new to a database: the id is made of the last name, without what follows a comma (`, Jr.`). */
export function newPerson(name: string, taken: ReadonlySet<string>) {
	const [called = name] = name.split(',');
	return {
		id: slug(called.trim().split(/\s+/).at(-1) ?? name, taken),
		name,
		initials: initialsOf(called),
	};
}

/** What minutes and summonses tell of somebody beside their name: office, portfolio, ward and party. */
export function detailsOf({people}: Pick<Database, 'people'>, id: string): string[] | undefined {
	const {office, portfolio, ward, party} = people.find((one) => one.id === id) ?? {};
	const found = [office, portfolio, ward, party].flatMap((one) => (one?.trim() ? [one] : []));
	return found.length > 0 ? found : undefined;
}
