import {boardLaw, decisionLaw, meetingLaw} from '../../../domain/law/boards.ts';
import type {BoardLaw} from '../../../domain/law/law.ts';
import {itemNumber, itemOf} from '../../../domain/queries/meeting/meetings.ts';
import type {Database, Meeting} from '../../../domain/schema/index.ts';
import {type FormSpec, given, type FormTarget} from '../form.ts';
import {keyFor} from '../../keys-by-name.ts';

export const meetingOf = (database: Database, id = ''): Meeting | undefined =>
	database.meetings.find((meeting) => meeting.id === id);

/** `item 4 Priority 1: Modernisation`: an item as it is called in the room. */
export function itemName(database: Database, {meeting, item}: FormTarget): string {
	const held = meetingOf(database, meeting);
	return held ? `item ${itemNumber(held, item)} ${itemOf(held, item)?.title ?? ''}` : 'the item';
}

export const note: FormSpec = {
	title: (database, {target}) => `Note on ${itemName(database, target)}`,
	fields: () => [
		{name: 'notes', label: 'Note', kind: 'long', hint: 'what was done, not what was said'},
	],
	start(database, {meeting, item}) {
		const held = meetingOf(database, meeting);
		const notes = held && itemOf(held, item)?.notes;
		return {base: {notes}, values: {notes: notes ?? ''}};
	},
	submit(_surroundings, form) {
		const from = form.base['notes'] as string | undefined;
		const to = given(form, 'notes');
		if (from === to)
			return {
				field: 'notes',
				message: `nothing has changed yet: write the note, or ${keyFor('form.leave')}`,
			};
		return {
			changes: [
				{
					kind: 'agenda/note',
					meeting: form.target.meeting ?? '',
					item: form.target.item ?? '',
					from,
					to,
				},
			],
		};
	},
};

/** What the law says of the board whose meeting a form is about; without one, what it says of any board. */
export function lawFor(database: Database, {meeting, decision}: FormTarget): BoardLaw {
	const held = meetingOf(database, meeting);
	if (held) return meetingLaw(database, held);
	const taken = database.decisions.find(({id}) => id === decision);
	return taken ? decisionLaw(database, taken) : boardLaw(database, undefined);
}
