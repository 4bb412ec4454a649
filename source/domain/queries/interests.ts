import {meetingLaw} from '../law/boards.ts';
import {dayOfMeeting} from '../rules/presence.ts';
import type {Database} from '../schema/index.ts';
import {type Manner, mannerOf, screenVoice} from '../voice/index.ts';
import {declaredIn} from './attendance.ts';
import {byDate, itemNumber} from './meetings.ts';
import {publicView} from './public-view.ts';

/** An interest that somebody declared at a meeting, as a register lists it. */
export type RegisteredInterest = {
	id: string;
	person: string;
	name: string;
	/** The day of the meeting, where one is known. */
	on?: string;
	meeting: string;
	/** The number and title of the item. */
	item: string;
	/** The whole of it as a sentence, in the words of the law under which it was declared. */
	says: string;
	/** Where it stands in the record. */
	record: string;
};

/** The interests that members declared at meetings, by their names and in the order of the meetings. */
export type InterestRegister = Manner & {
	organisation: string;
	public: boolean;
	declared: RegisteredInterest[];
};

/** What was declared at every meeting that is on record. The nature of a sensitive interest is never told. */
export function interestRegisterOf(
	whole: Database,
	{publicOnly = false}: {publicOnly?: boolean} = {},
): InterestRegister {
	const database = publicOnly ? publicView(whole) : whole;
	const {roll} = screenVoice(database);
	const declared = byDate(database.meetings).flatMap((meeting) =>
		(meeting.declarations ?? []).map((declaration): RegisteredInterest => {
			const told = declaredIn(database, meeting, declaration);
			const title = meeting.agenda.find(({id}) => id === declaration.item)?.title;
			const number = itemNumber(meeting, declaration.item);
			return {
				id: declaration.id,
				person: declaration.person,
				name: told.name,
				on: dayOfMeeting(database, meeting),
				meeting: meeting.id,
				item: number ? `item ${number}: ${title}` : '',
				says: roll.declared(told, meetingLaw(database, meeting).interests),
				record: told.record,
			};
		}),
	);
	return {
		organisation: database.organisation.name,
		...mannerOf(database),
		public: publicOnly,
		declared: declared.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
	};
}
