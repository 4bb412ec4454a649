import type {Board, BoardKind, Database, Meeting, Profile} from '../schema/index.ts';
import {englandBoards} from './england/boards.ts';
import type {BoardLaw, NamedPrivate} from './law.ts';
import {type Language, languageOf} from '../voice/language.ts';
import {inWelsh} from './welsh.ts';
import {plainBoards} from './plain-boards.ts';
import {scottishBoards} from './scotland/boards.ts';
import {americanBoards} from './us/boards.ts';

const laws = {
	england: englandBoards,
	scotland: scottishBoards,
	'us-open-meetings': americanBoards,
	plain: plainBoards,
} satisfies Record<Profile, Record<BoardKind, BoardLaw>>;

/** What documents carry of a board, so that their words can be asked for, in their language. */
type UnderLaw = {law: Profile; board: Pick<Board, 'kind'>; locale?: string};

const wordings = {en: (law) => law, cy: inWelsh} satisfies Record<
	Language,
	(law: BoardLaw) => BoardLaw
>;

/** What a law says of a kind of board. */
export const lawOfBoard = ({law, board, locale}: UnderLaw): BoardLaw =>
	wordings[languageOf(locale)](laws[law][board.kind]);

/** The law that applies: that under which a meeting was opened, else the database's. */
export const profileOf = (
	{rules}: Pick<Database, 'rules'>,
	meeting: Pick<Meeting, 'law'> | undefined,
): Profile => meeting?.law ?? rules.profile;

/** What the law says of a board at a meeting or, without one, now; of a board that is not there, what it says of any. */
export const boardLaw = (
	database: Pick<Database, 'rules'>,
	board: Pick<Board, 'kind'> | undefined,
	meeting?: Pick<Meeting, 'law'>,
): BoardLaw =>
	lawOfBoard({law: profileOf(database, meeting), board: {kind: board?.kind ?? 'plain'}});

/** What the law says of the board that a report is for; where it names none, of the first there is. */
export const reportLaw = (
	database: Pick<Database, 'rules' | 'boards'>,
	{board: wanted}: {board?: string | undefined},
): BoardLaw =>
	boardLaw(database, database.boards.find(({id}) => id === wanted) ?? database.boards[0]);

/** What the law says of the board of a meeting. */
export const meetingLaw = (
	database: Pick<Database, 'rules' | 'boards'>,
	meeting: Pick<Meeting, 'board' | 'law'>,
): BoardLaw =>
	boardLaw(
		database,
		database.boards.find(({id}) => id === meeting.board),
		meeting,
	);

/** What the law says of a decision's board, at the meeting at which it was taken. */
export const decisionLaw = (
	database: Pick<Database, 'rules' | 'boards' | 'meetings'>,
	decision: {board: string; meeting?: string | undefined},
): BoardLaw =>
	boardLaw(
		database,
		database.boards.find(({id}) => id === decision.board),
		database.meetings.find(({id}) => id === decision.meeting),
	);

/** The resolution to take items in private, in the standard words of its meeting's law. */
export const exclusionText = (
	database: Pick<Database, 'rules' | 'boards'>,
	meeting: Pick<Meeting, 'board' | 'law'>,
	named: readonly NamedPrivate[],
): string =>
	meetingLaw(database, meeting).privately.resolution(database.rules.snippets ?? [], named);

/** The same in the words of every kind of board. */
export const exclusionsOf = (
	{rules}: Pick<Database, 'rules'>,
	meeting: Pick<Meeting, 'law'>,
	named: readonly NamedPrivate[],
): string[] => [
	...new Set(
		Object.values(laws[profileOf({rules}, meeting)]).map(({privately}) =>
			privately.resolution(rules.snippets ?? [], named),
		),
	),
];
