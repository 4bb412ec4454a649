// The places of the record that a meeting's documents draw on, as the log's effects name them.
import type {MinutedDecision} from '../domain/queries/minutes/minuted.ts';
import type {MinutedItem, Minutes} from '../domain/queries/minutes/minutes.ts';

/** What is to be known of a meeting to say where things of it stand. */
type Held = {meeting: {id?: string | undefined}};

export const meetingOf = ({meeting}: Held): string => `meetings/${meeting.id ?? ''}`;

export const itemOf = (held: Held, {id}: Pick<MinutedItem, 'id'>): string =>
	`${meetingOf(held)}/agenda/${id}`;

/** Which items there are and in what order: their numbers, unless they were published. */
export const agendaOf = (minutes: Minutes): string[] => [
	`${meetingOf(minutes)}/agenda/*`,
	...minutes.items.map((item) => `${itemOf(minutes, item)}/number`),
];

/** Who was marked as what, and who sent apologies. */
export const rollOf = (held: Held): string[] => [
	`${meetingOf(held)}/attendance`,
	`${meetingOf(held)}/apologies`,
];

/** When items were taken up and left. */
export const takenOf = (minutes: Minutes): string[] =>
	minutes.items.flatMap((item) => [
		`${itemOf(minutes, item)}/startedAt`,
		`${itemOf(minutes, item)}/endedAt`,
	]);

/** All that bears on who was in the room for which item, who presided and who had a vote. */
export const roomOf = (held: Held & {board: {id: string}}): string[] => [
	`${meetingOf(held)}/openedAt`,
	`${meetingOf(held)}/attendance`,
	`${meetingOf(held)}/movements`,
	`${meetingOf(held)}/declarations`,
	`${meetingOf(held)}/presiding`,
	`boards/${held.board.id}/members`,
	`boards/${held.board.id}/rules`,
];

/** Why an item is private: by its own mark or its paper's. */
export const privacyOf = (minutes: Minutes, item: MinutedItem): string[] => [
	`${itemOf(minutes, item)}/exempt`,
	`${itemOf(minutes, item)}/about`,
	...(item.paper ? [`reports/${item.paper.id}/exempt`] : []),
];

export const decisionPlace = ({id}: Pick<MinutedDecision, 'id'>): string => `decisions/${id}`;
