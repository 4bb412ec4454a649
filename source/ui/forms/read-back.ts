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
import {findPeople} from '../../domain/queries/meetings.ts';
import {newName, orList} from '../../domain/queries/members.ts';
import {readField, sayField} from '../../domain/records/index.ts';
import type {Database, Meeting} from '../../domain/schema/index.ts';
import {fateWords} from '../../domain/words.ts';
import {type FormField, type Form, valueOf} from './form.ts';
import {readNeeds} from './majority.ts';
import {peopleFor, readMovers, readPerson} from './people.ts';
import {readFate, readVote, sayVote, withCasting} from './vote.ts';

const meetingOf = ({meetings}: Database, {target}: Form): Meeting | undefined =>
	meetings.find(({id}) => id === target.meeting);

/** That somebody has the same initials already, which then mean nobody in particular. */
function sameInitials({people}: Database, name: string): string {
	const {initials} = newPerson(name, new Set());
	const other = people.find((one) => one.initials !== undefined && one.initials === initials);
	return other ? ` (${initials}, as ${other.name} has too: give them others)` : '';
}

/** What is typed is not a day, or none yet. */
const notYet = (typed: string, calendar: DayReading, also: string): string =>
	sayNoSuchDay(typed, calendar) ?? `not a date yet: ${exampleDay(calendar)}, ${also}`;

/** What a field's text is read as, shown beside it while it is typed. */
export function readBack(database: Database, form: Form, field: FormField, today: string): string {
	const typed = valueOf(form, field.name);
	if (typed === '' && field.kind === 'vote') {
		const why = byName(database, meetingOf(database, form), form.target.item);
		if (why !== undefined) return `${why}: ${keyFor('form.roll-call')} calls the roll`;
		const read = readVote(database, meetingOf(database, form), '');
		const usual =
			'vote' in read ? sayVote(database, meetingOf(database, form), read.vote, form.target) : '';
		return `empty: ${usual}; ${field.hint ?? ''}`;
	}
	if (typed === '') return field.hint ?? '';
	if (field.told !== undefined) return field.told;
	const calendar = calendarOf(database, today);
	const voice = screenVoice(database);
	if (field.reads) {
		const read = readField(field.reads, typed, {database, today});
		if ('message' in read) return read.message;
		const said = sayField(field.reads, read.value, database);
		return said === typed ? '' : said;
	}
	if (field.kind === 'day') {
		const day = parseDay(typed, calendar);
		return day ? voice.day(day) : notYet(typed, calendar, '+2w, fri or 2020-10-12');
	}
	if (field.kind === 'clock') {
		const read = parseClock(typed.split(/\s+/).slice(-1).join(' '));
		return read ? voice.clock(read) : 'not a time yet: 10:15, 1015, 6:30pm or 8 Dec 20:00';
	}
	if (field.kind === 'paragraphs') {
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
	if (field.kind === 'person') {
		const read = readPerson(database, form.target, typed);
		return 'message' in read ? read.message : (read.person?.name ?? '');
	}
	if (field.kind === 'past-day') {
		const day = parsePastDay(typed, calendar);
		return day ? voice.day(day) : notYet(typed, calendar, 'yesterday, fri or 2020-10-12');
	}
	if (field.kind === 'time') {
		const time = parseTime(typed, calendar);
		return time
			? sayStart(database, time)
			: (sayNoSuchDay(typed.split(/\s+(?:at\s+)?\S+$/)[0] ?? '', calendar) ??
					`not a date and time yet: ${exampleTime(calendar)}`);
	}
	if (field.kind === 'movers') {
		const read = readMovers(database, form.target, typed);
		if ('message' in read) return read.message;
		const named = [read.mover, read.seconder].filter((id) => id !== undefined);
		return named.map((id) => personName(database, id)).join(', seconded by ');
	}
	if (field.kind === 'vote') {
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
	if (field.kind === 'fate') {
		const {item} = form.target;
		const casting = valueOf(form, field.name.replace(/vote$/, 'casting'));
		const held = meetingOf(database, form);
		const read = readFate(database, held, item, typed, casting);
		if ('message' in read) return read.message;
		return read.vote ? sayVote(database, held, read.vote) : fateWords[read.fate];
	}
	if (field.kind === 'owner') {
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
	return '';
}
