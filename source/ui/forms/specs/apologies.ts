import type {Change} from '../../../domain/changes/index.ts';
import {personName} from '../../../domain/names.ts';
import {comesLate, roll} from '../../../domain/queries/meeting/meetings.ts';
import {readOne} from '../../../domain/queries/meeting/members.ts';
import {markOf} from '../../../domain/rules/presence.ts';
import type {Database} from '../../../domain/schema/index.ts';
import {type FormSpec, type FormTarget, valueOf} from '../form.ts';
import {meetingOf} from './item.ts';

/** Who is meant, each by initials or a part of the name, on the roll of the meeting; or who cannot be made out. */
function readSeveral(
	database: Database,
	{meeting}: FormTarget,
	typed: string,
): {people: string[]} | {message: string} {
	const held = meetingOf(database, meeting);
	const known = held ? roll(database, held).map(({person}) => person) : [];
	const people: string[] = [];
	// A name of several words stands between commas; without one each word is somebody.
	for (const one of typed.split(typed.includes(',') ? /\s*,\s*/ : /\s+/).filter(Boolean)) {
		const read = readOne(known, one);
		if ('message' in read) return read;
		if (!people.includes(read.person)) people.push(read.person);
	}
	return {people};
}

/** Apologies of several people, typed in a row. */
export const apologies: FormSpec = {
	title: (_database, {target}) => `Apologies for ${target.meeting}`,
	lead(database, form) {
		const read = readSeveral(database, form.target, valueOf(form, 'people'));
		if ('message' in read) return [read.message];
		return read.people.length === 0
			? []
			: [`From ${read.people.map((id) => personName(database, id)).join('; ')}`];
	},
	enterSaves: true,
	fields: () => [
		{
			name: 'people',
			label: 'From',
			kind: 'line',
			hint: 'initials parted by spaces, or names by commas',
		},
	],
	start: () => ({}),
	submit({database}, form) {
		const {meeting = ''} = form.target;
		const read = readSeveral(database, form.target, valueOf(form, 'people'));
		if ('message' in read) return {field: 'people', message: read.message};
		const held = meetingOf(database, meeting);
		const changes = read.people.flatMap((person): Change[] => {
			const from = held && markOf(held, person);
			// Whoever was only to come late, and now does not come.
			const late = held && comesLate(held, person) ? false : undefined;
			return from === 'apologies' && late === undefined
				? []
				: [{kind: 'attendance/set', meeting, person, from, to: 'apologies', late}];
		});
		return changes.length === 0
			? {field: 'people', message: 'say who sends apologies, and has not yet'}
			: {changes};
	},
};
