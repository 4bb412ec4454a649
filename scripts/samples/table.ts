// A meeting is played as it is held: every act goes through `commit`, so that effects, log and chain are real. Ids,
// salts and times are fixed: the same script always makes the same database.
import {dayIn, timeIn} from '../../source/domain/calendar.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import {commit} from '../../source/domain/commit.ts';
import {sha256} from '../../source/domain/log/chain.ts';
import {proposeAgenda} from '../../source/domain/queries/meeting/agenda.ts';
import {
	type RollMark,
	type Database,
	databaseSchema,
	type Meeting,
	type Role,
} from '../../source/domain/schema/index.ts';

/** One act of a seat: a time of the organisation's clocks (`2020-03-26T19:00`) and what was done, together. */
export type Seat = (at: string, ...changes: Change[]) => void;

/** Where a meeting is played: the database as it is now, and those who act on it. */
export class Table {
	database: Database;

	/** `papers`: the database before the first act, as it was put together from papers. */
	constructor(papers: unknown) {
		this.database = databaseSchema.parse(papers);
	}

	/** Gives a post its seat. Sessions are told apart by it, as those of several terminals are. */
	seat(user: string, name: string, role: Role): Seat {
		const {id} = this.database;
		const actor = {user, host: 'office', name, role};
		const session = sha256(`${id} session ${user}`).slice(0, 8);
		return (at, ...changes) => {
			const number = this.database.revision + 1;
			const outcome = commit(
				this.database,
				{id: uuidFrom(`${id} act ${number}`), changes},
				{
					now: this.#instant(at),
					actor,
					session,
					salt: sha256(`${id} salt ${number}`).slice(0, 32),
				},
			);
			if (!outcome.ok) throw new Error(`${at}: ${outcome.rejection.message}`);
			this.database = outcome.database;
		};
	}

	meeting(id: string): Meeting {
		const found = this.database.meetings.find((meeting) => meeting.id === id);
		if (!found) throw new Error(`no meeting ${id}`);
		return found;
	}

	/** The id of the item whose title begins so. */
	item(meeting: string, title: string): string {
		const found = this.meeting(meeting).agenda.find((item) => item.title.startsWith(title));
		if (!found) throw new Error(`no item “${title}” on the agenda of ${meeting}`);
		return found.id;
	}

	/** Puts on a meeting's agenda what is proposed for it. */
	proposed(meeting: string): Change[] {
		const {board} = this.meeting(meeting);
		const found = this.database.boards.find(({id}) => id === board);
		if (!found) throw new Error(`no board ${board}`);
		return proposeAgenda(this.database, found).map((item) => ({
			kind: 'agenda/add',
			meeting,
			...item,
		}));
	}

	/** Takes up the item whose title begins so. */
	move(meeting: string, title: string): Change {
		const from = this.meeting(meeting).currentItem;
		return {kind: 'meeting/move', id: meeting, from, to: this.item(meeting, title)};
	}

	/** Notes on the item whose title begins so. */
	note(meeting: string, title: string, to: string): Change {
		return {kind: 'agenda/note', meeting, item: this.item(meeting, title), to};
	}

	/** The instant at which the organisation's clocks show a time. */
	#instant(local: string): string {
		const {timeZone} = this.database.organisation;
		const shown = (instant: string) => `${dayIn(instant, timeZone)}T${timeIn(instant, timeZone)}`;
		// These organisations are in England: its clocks are at most an hour ahead.
		const found = [0, 1]
			.map((hours) => new Date(Date.parse(`${local}Z`) - hours * 3_600_000).toISOString())
			.find((instant) => shown(instant) === local);
		if (found === undefined) throw new Error(`no clock in ${timeZone} shows ${local}`);
		return found;
	}
}

/** The roll of a meeting: who is what. */
export const roll = (meeting: string, people: Partial<Record<RollMark, string[]>>): Change[] =>
	Object.entries(people).flatMap(([to, ids]) =>
		ids.map((person) => ({
			kind: 'attendance/set' as const,
			meeting,
			person,
			to: to as RollMark,
		})),
	);

/** A UUID of version 8, made from a text instead of by chance. */
function uuidFrom(text: string): string {
	const digits = sha256(text);
	const variant = '89ab'[Number.parseInt(digits.slice(16, 17), 16) % 4];
	return [
		digits.slice(0, 8),
		digits.slice(8, 12),
		`8${digits.slice(13, 16)}`,
		`${variant}${digits.slice(17, 20)}`,
		digits.slice(20, 32),
	].join('-');
}
