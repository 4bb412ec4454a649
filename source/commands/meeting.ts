import {sayStart} from '../domain/voice/index.ts';
import {dayIn} from '../domain/calendar.ts';
import {calendarOf, parseTime, whyNoTime} from '../domain/typed-days.ts';
import {clean} from '../domain/clean.ts';
import type {Change} from '../domain/changes/index.ts';
import type {Board, Database} from '../domain/schema/index.ts';
import {type Command, type CommandContext, WrongUsage} from './command.ts';
import {findBoard} from './find.ts';
import {commitAct, withStore} from './open.ts';

const command: Command = {
	name: 'meeting',
	usage: 'new <database>',
	summary: 'plans a meeting of a board, with a proposed agenda',
	flags: {
		board: {value: 'board', summary: 'the board that meets, by its id'},
		title: {value: 'title', summary: 'what the meeting is called; if left out, the board’s name'},
		starts: {value: 'time', summary: 'such as "12 Oct 14:00" or 2026-10-12T14:00'},
		venue: {value: 'venue', summary: 'where it is held'},
		'dry-run': {summary: 'only prints the agenda that would be proposed'},
	},
	async run(context) {
		const [verb, file] = context.arguments;
		if (verb !== 'new' || file === undefined) {
			throw new WrongUsage('usage: boardwalk meeting new <database> --board <board>');
		}
		const {proposeAgenda} = await import('../domain/queries/meeting/agenda.ts');
		const opened = {...context, arguments: [file]};
		const isDry = context.flags['dry-run'] === true;
		return withStore(
			opened,
			async (store) => {
				const before = store.read();
				const board = boardToMeet(before, context.flags['board']);
				const agenda = proposeAgenda(before, board);
				const change: Change = {
					kind: 'meeting/add',
					board: board.id,
					title: textFlag(context, 'title') ?? board.name,
					startsAt: readStart(context, before),
					venue: textFlag(context, 'venue'),
					agenda,
				};
				const items = agenda.map(({title}, index) => `  ${index + 1} ${clean(title)}\n`);
				if (isDry) {
					context.out(items.length > 0 ? items.join('') : 'nothing waits for this board\n');
					return 0;
				}
				const {database, entry} = await commitAct(store, opened, [change]);
				const added = database.meetings.at(-1);
				context.out(
					`${clean([`${added?.id} ${added?.title}`, added?.startsAt && sayStart(database, added.startsAt)].filter(Boolean).join(', '))} (revision ${entry.revision})\n${items.join('')}`,
				);
				return 0;
			},
			{readOnly: isDry},
		);
	},
};
export default command;

const textFlag = ({flags}: CommandContext, name: string): string | undefined => {
	const given = flags[name];
	return typeof given === 'string' && given.trim() !== '' ? given : undefined;
};

/** The board that was named; where there is only one it need not be. */
function boardToMeet(database: Database, typed: string | true | undefined): Board {
	const [only] = database.boards;
	if (typeof typed === 'string') return findBoard(database, typed);
	if (only && database.boards.length === 1) return only;
	throw new WrongUsage(
		`say which board meets: --board ${database.boards.map(({id}) => id).join(' | ')}`,
	);
}

function readStart(context: CommandContext, database: Database): string | undefined {
	const typed = textFlag(context, 'starts');
	if (typed === undefined) return undefined;
	const today = dayIn(context.now(), database.organisation.timeZone);
	const calendar = calendarOf(database, today);
	const found = parseTime(typed, calendar);
	if (!found) throw new WrongUsage(`--starts: ${whyNoTime(typed, calendar)}`);
	return found;
}
