import {lawFor} from './specs/item.ts';
import {
	type DayReading,
	calendarOf,
	exampleDay,
	exampleTime,
	parseClock,
	parseDay,
	parsePastDay,
	parseTime,
	sayNoSuchDay,
} from '../../domain/typed-days.ts';
import {sayStart, screenVoice} from '../../domain/voice/index.ts';
import {byName} from '../../domain/rules/voting.ts';
import {keyFor} from '../keys-by-name.ts';
import {newPerson, personName} from '../../domain/names.ts';
import {findPeople} from '../../domain/queries/meeting/meetings.ts';
import {newName, orList} from '../../domain/queries/meeting/members.ts';
import {readField, sayField} from '../../domain/records/index.ts';
import type {Database, Meeting} from '../../domain/schema/index.ts';
import {fateWords} from '../../domain/words.ts';
import {type FormField, type Form, valueOf} from './form.ts';
import {readNeeds} from './majority.ts';
import {peopleFor, readMovers, readPerson} from './people.ts';
import {readFate, readVote, sayVote, withCasting} from './vote.ts';

const meetingOf = ({meetings}: Database, {target}: Form): Meeting | undefined =>
	meetings.find(({id}) => id === target.meeting);

/** Says that somebody has the same initials already, which then mean nobody in particular. */
function sameInitials({people}: Database, name: string): string {
	const {initials} = newPerson(name, new Set());
	const other = people.find((one) => one.initials !== undefined && one.initials === initials);
	return other ? ` (${initials}, as ${other.name} has too: give them others)` : '';
}

/** Why what is typed is not a day, or not yet. */
const notYet = (typed: string, calendar: DayReading, also: string): string =>
	sayNoSuchDay(typed, calendar) ?? `not a date yet: ${exampleDay(calendar)}, ${also}`;

/** A text that was typed into a field, and where. */
type Typed = {
	database: Database;
	form: Form;
	field: FormField;
	typed: string;
	calendar: DayReading;
};

const sayDay = (
	{database, typed, calendar}: Typed,
	parse: typeof parseDay,
	examples: string,
): string => {
	const day = parse(typed, calendar);
	return day ? screenVoice(database).day(day) : notYet(typed, calendar, examples);
};

function sayTime({database, typed, calendar}: Typed): string {
	const time = parseTime(typed, calendar);
	if (time) return sayStart(database, time);
	const day = typed.split(/\s+(?:at\s+)?\S+$/)[0] ?? '';
	return sayNoSuchDay(day, calendar) ?? `not a date and time yet: ${exampleTime(calendar)}`;
}

function sayClock({database, typed}: Typed): string {
	const read = parseClock(typed.split(/\s+/).slice(-1).join(' '));
	return read
		? screenVoice(database).clock(read)
		: 'not a time yet: 10:15, 1015, 6:30pm or 8 Dec 20:00';
}

function sayParagraphs({database, form, field, typed}: Typed): string {
	const {paragraphs} = lawFor(database, form.target).privately;
	const words = typed.toLowerCase().split(/\s+/);
	const read = words.flatMap((word) => (paragraphs[Number(word)] ? [word] : Array.from(word)));
	const about = read.flatMap((one) =>
		one === 'c'
			? ['confidential by law: no resolution is needed']
			: one === '0'
				? ['public again']
				: (paragraphs[Number(one)] ?? []),
	);
	return about.length > 0 ? about.join('; ') : (field.hint ?? '');
}

function sayMovers({database, form, typed}: Typed): string {
	const read = readMovers(database, form.target, typed);
	if ('message' in read) return read.message;
	const named = [read.mover, read.seconder].filter((id) => id !== undefined);
	return named.map((id) => personName(database, id)).join(', seconded by ');
}

function sayTypedVote({database, form, typed}: Typed): string {
	const held = meetingOf(database, form);
	const read = readVote(database, held, typed);
	if ('message' in read) return read.message;
	const casting = valueOf(form, 'casting');
	const vote = held && withCasting(database, held, form.target.item, read.vote, casting);
	const board = database.boards.find(({id}) => id === held?.board);
	const needed = readNeeds(database, board, held, typed);
	if ('message' in needed) return needed.message;
	return sayVote(database, held, vote, {item: form.target.item, ...needed});
}

function sayFate({database, form, field, typed}: Typed): string {
	const casting = valueOf(form, field.name.replace(/vote$/, 'casting'));
	const held = meetingOf(database, form);
	const read = readFate(database, held, form.target.item, typed, casting);
	if ('message' in read) return read.message;
	return read.vote ? sayVote(database, held, read.vote) : fateWords[read.fate];
}

function sayOwner({database, form, typed}: Typed): string {
	const added = ['substitute', 'member'].includes(form.kind) ? newName(typed) : undefined;
	if (added) return `new: ${added}${sameInitials(database, added)}`;
	const found = findPeople(peopleFor(database, form.target.meeting), typed);
	if (found.length > 1) return `may be ${orList(found)}: type more of it`;
	// Only an action may be somebody's whom the database does not list.
	const nobody =
		form.kind === 'action'
			? 'nobody in this database; the name stands as typed'
			: `nobody is called “${typed}”: type initials or a part of the name`;
	return found[0]?.name ?? nobody;
}

function sayPerson({database, form, typed}: Typed): string {
	const read = readPerson(database, form.target, typed);
	return 'message' in read ? read.message : (read.person?.name ?? '');
}

/** What a field of each kind is read as; a line, a long text, a choice and a path say themselves what they are. */
const readers: Record<FormField['kind'], ((typed: Typed) => string) | undefined> = {
	line: undefined,
	long: undefined,
	choice: undefined,
	path: undefined,
	day: (typed) => sayDay(typed, parseDay, '+2w, fri or 2020-10-12'),
	'past-day': (typed) => sayDay(typed, parsePastDay, 'yesterday, fri or 2020-10-12'),
	clock: sayClock,
	time: sayTime,
	paragraphs: sayParagraphs,
	person: sayPerson,
	movers: sayMovers,
	vote: sayTypedVote,
	fate: sayFate,
	owner: sayOwner,
};

/** The vote that an empty field stands for. */
function sayUsualVote(database: Database, form: Form, {hint = ''}: FormField): string {
	const held = meetingOf(database, form);
	const why = byName(database, held, form.target.item);
	if (why !== undefined) return `${why}: ${keyFor('form.roll-call')} calls the roll`;
	const read = readVote(database, held, '');
	return `empty: ${'vote' in read ? sayVote(database, held, read.vote, form.target) : ''}; ${hint}`;
}

/** What a field's text is read as, shown beside it while it is typed. */
export function readBack(database: Database, form: Form, field: FormField, today: string): string {
	const typed = valueOf(form, field.name);
	if (typed === '') {
		return field.kind === 'vote' ? sayUsualVote(database, form, field) : (field.hint ?? '');
	}
	if (field.told !== undefined) return field.told;
	if (field.reads) {
		const read = readField(field.reads, typed, {database, today});
		if ('message' in read) return read.message;
		const said = sayField(field.reads, read.value, database);
		return said === typed ? '' : said;
	}
	const calendar = calendarOf(database, today);
	return readers[field.kind]?.({database, form, field, typed, calendar}) ?? '';
}
