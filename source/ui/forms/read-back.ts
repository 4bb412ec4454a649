import {parseDay, sayDay} from '../../domain/calendar.ts';
import type {Database} from '../../domain/schema/index.ts';
import {type Field, type Form, valueOf} from './form.ts';
import {orList, peopleFor, readPerson} from './people.ts';
import {findPeople} from '../../domain/queries/meetings.ts';

/** What a field's text is read as, shown beside it while it is typed. */
export function readBack(database: Database, form: Form, field: Field, today: string): string {
	const typed = valueOf(form, field.name);
	if (typed === '') return field.hint ?? '';
	if (field.kind === 'day') {
		const day = parseDay(typed, today);
		return day ? sayDay(day) : 'not a date yet: 12 Oct, +2w, fri or 2020-10-12';
	}
	if (field.kind === 'person') {
		const read = readPerson(database, form.target.meeting, typed);
		return 'message' in read ? read.message : (read.person?.name ?? '');
	}
	if (field.kind === 'owner') {
		const found = findPeople(peopleFor(database, form.target.meeting), typed);
		if (found.length > 1) return `may be ${orList(found)}: type more of it`;
		return found[0]?.name ?? 'nobody in this database; the name stands as typed';
	}
	return '';
}
