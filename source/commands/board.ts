import {dayIn, sayDay} from '../domain/calendar.ts';
import type {Change} from '../domain/changes/index.ts';
import {clean} from '../domain/clean.ts';
import type {Board, BoardKind, Database, Membership} from '../domain/schema/index.ts';
import {boardKindWords, memberRoleWords} from '../domain/words.ts';
import {type Command, type CommandContext, Refusal, WrongUsage} from './command.ts';
import {renderTable, tableFormat} from './document.ts';
import {findBoard} from './find.ts';
import {commitAct, readDatabase, withStore} from './open.ts';
import {textOf, orNone, majorityField, toleranceField, quorumOf, dayOf} from './board-flags.ts';

/** The acts of the command, by the flag that asks for each and the flags that go with it. */
const acts: Record<string, readonly string[]> = {
	new: ['kind', 'quorum'],
	member: ['role', 'on'],
	leaves: ['on'],
	person: ['name', 'initials', 'office', 'portfolio', 'ward', 'party'],
	...Object.fromEntries(
		['name', 'quorum', 'majority', 'between-meetings', 'minute-numbers', 'tolerance'].map(
			(flag, _, all) => [flag, all.filter((other) => other !== flag)],
		),
	),
};

const command: Command = {
	name: 'board',
	usage: '<database> [board]',
	summary: 'lists the boards, or the members of one; makes a board and keeps it up to date',
	flags: {
		new: {value: 'name', summary: 'makes a board of this name'},
		kind: {
			value: 'kind',
			choices: Object.keys(boardKindWords),
			summary: 'which rules apply to the new board; committee if left out',
		},
		name: {
			value: 'name',
			summary: 'the new name of the board or, with --person, of a person',
		},
		quorum: {value: 'number', summary: 'how many voting members must be present; none: no rule'},
		majority: {
			value: 'share',
			summary: 'what carries its motions: 2/3, "2/3 of members", 5; none: most of those who vote',
		},
		'between-meetings': {
			value: 'word',
			choices: ['yes', 'no'],
			summary: 'whether it decides between meetings, in writing or by ballot',
		},
		'minute-numbers': {
			value: 'pattern',
			summary: 'its minute numbers: {1341} counts on from there, PLA{146}/{yy} each year; none',
		},
		tolerance: {
			value: 'limits',
			summary:
				'the changes to projects that need its approval, those above: "14 days; £10,000; adding up"; none',
		},
		member: {
			value: 'person',
			summary: 'who joins, or takes another role: by initials or name; "+Ann Reed" is somebody new',
		},
		role: {
			value: 'role',
			choices: Object.keys(memberRoleWords),
			summary: 'their role on the board; member if left out',
		},
		leaves: {value: 'person', summary: 'who leaves; meetings held until then keep them'},
		on: {
			value: 'day',
			summary: 'the first day, or the last one of somebody who leaves; today if left out',
		},
		person: {value: 'person', summary: 'whose --name or --initials change'},
		initials: {value: 'initials', summary: 'the initials, with --person'},
		office: {value: 'text', summary: 'their office (leader of the council), with --person; none'},
		portfolio: {value: 'text', summary: 'their portfolio, with --person; none'},
		ward: {value: 'text', summary: 'their ward, with --person; none'},
		party: {value: 'text', summary: 'their party, with --person; none'},
		format: tableFormat,
	},
	async run(context) {
		const asked = Object.keys(acts).find((flag) => context.flags[flag] !== undefined);
		checkFlags(context, asked);
		if (asked === undefined) return list(context);
		return withStore(context, async (store) => {
			const changes = await changesFor(context, store.read(), asked);
			const {entry, database} = await commitAct(store, context, changes);
			const {tellEntry} = await import('../domain/queries/log/sentences.ts');
			context.out(`${clean(tellEntry(database, entry))} (revision ${entry.revision})\n`);
			return 0;
		});
	},
};

export default command;

/** Refuses flags that do not go together, before anything is opened. */
function checkFlags(
	{flags, arguments: [, board]}: CommandContext,
	asked: string | undefined,
): void {
	const allowed = asked === undefined ? ['format'] : [asked, ...(acts[asked] ?? [])];
	const own = Object.keys(command.flags).filter((flag) => flags[flag] !== undefined);
	const odd = own.find((flag) => !allowed.includes(flag));
	if (odd !== undefined) {
		throw new WrongUsage(
			asked === undefined
				? `--${odd} needs one of --new, --member or --person`
				: `--${odd} does not go with --${asked}: one act at a time`,
		);
	}
	if (asked !== undefined && !['new', 'person'].includes(asked) && board === undefined) {
		throw new WrongUsage(`say which board: boardwalk board <database> <board> --${asked} …`);
	}
}

async function list(context: CommandContext): Promise<number> {
	const database = await readDatabase(context);
	const [{boardTable, memberTable}, {membersOf}] = await Promise.all([
		import('../documents/boards.ts'),
		import('../domain/queries/meeting/members.ts'),
	]);
	const today = dayIn(context.now(), database.organisation.timeZone);
	const [, typed] = context.arguments;
	if (typed === undefined) {
		const {boards} = database;
		context.out(await renderTable(context, boardTable(database, today), boards, 'No boards yet.'));
		return 0;
	}
	const board = findBoard(database, typed);
	const members = membersOf(database, board, today).filter(({stands}) => stands !== 'past');
	const table = memberTable(database, members);
	context.out(await renderTable(context, table, members, `${clean(board.name)} has no members.`));
	return 0;
}

/** The changes of the act that a flag asks for. Throws WrongUsage and Refusal. */
async function changesFor(
	context: CommandContext,
	database: Database,
	asked: string,
): Promise<Change[]> {
	const typed = textOf(context, asked);
	if (asked === 'new') return [await newBoard(context, database, typed)];
	if (asked === 'person') return [await renamed(context, database, typed)];
	const board = findBoard(database, context.arguments[1] ?? '');
	if (asked === 'member') return newMember(context, database, board, typed);
	if (asked === 'leaves') return [await lastDay(context, database, board, typed)];
	const {name, rules, minuteNumbers} = board;
	const to = context.flags['name'] === undefined ? undefined : textOf(context, 'name');
	const quorum = context.flags['quorum'] !== undefined;
	const between = context.flags['between-meetings'];
	return [
		{
			kind: 'board/edit',
			id: board.id,
			fields: {
				...(to === undefined ? {} : {name: {from: name, to}}),
				...(quorum ? {quorum: {from: rules?.quorum, to: quorumOf(context)}} : {}),
				...(await majorityField(context, board)),
				...(await toleranceField(context, database, board)),
				...(between === undefined
					? {}
					: {betweenMeetings: {from: rules?.betweenMeetings, to: between === 'yes' || undefined}}),
				...(context.flags['minute-numbers'] === undefined
					? {}
					: {minuteNumbers: {from: minuteNumbers, to: orNone(textOf(context, 'minute-numbers'))}}),
			},
		},
	];
}

async function newBoard(
	context: CommandContext,
	{boards}: Database,
	name: string,
): Promise<Change> {
	const {slug} = await import('../domain/names.ts');
	const same = boards.find((one) => one.name.toLowerCase() === name.toLowerCase());
	if (same) throw new Refusal(`there is already a board ${same.name}`);
	const quorum = quorumOf(context);
	return {
		kind: 'board/add',
		id: slug(name, new Set(boards.map(({id}) => id))),
		name,
		boardKind: (context.flags['kind'] ?? 'committee') as BoardKind,
		members: [],
		...(quorum === undefined ? {} : {rules: {quorum}}),
	};
}

async function renamed(
	context: CommandContext,
	database: Database,
	typed: string,
): Promise<Change> {
	const {readOne} = await import('../domain/queries/meeting/members.ts');
	const read = readOne(database.people, typed);
	if ('message' in read) throw new Refusal(read.message);
	const person = database.people.find(({id}) => id === read.person);
	const fields = ['name', 'initials', 'office', 'portfolio', 'ward', 'party'].filter(
		(field) => context.flags[field] !== undefined,
	);
	if (fields.length === 0)
		throw new WrongUsage(
			'--person needs --name, --initials, --office, --portfolio, --ward or --party',
		);
	return {
		kind: 'person/edit',
		id: read.person,
		fields: Object.fromEntries(
			fields.map((field) => [
				field,
				{
					from: person?.[field],
					to: field === 'name' ? textOf(context, field) : orNone(textOf(context, field)),
				},
			]),
		),
	};
}

async function newMember(
	context: CommandContext,
	database: Database,
	board: Board,
	typed: string,
): Promise<Change[]> {
	const {beginRole, readComer} = await import('../domain/queries/meeting/members.ts');
	const comer = readComer(database, database.people, typed);
	if ('message' in comer) throw new Refusal(comer.message);
	const role = (context.flags['role'] ?? 'member') as Membership['role'];
	const from = dayOf(context, database);
	const begun = beginRole(database, board, {person: comer.person, role, from});
	if ('message' in begun) throw new Refusal(begun.message);
	return [...comer.changes, ...begun.changes];
}

async function lastDay(
	context: CommandContext,
	database: Database,
	board: Board,
	typed: string,
): Promise<Change> {
	const {membersOf, readOne} = await import('../domain/queries/meeting/members.ts');
	const to = dayOf(context, database);
	const members = membersOf(database, board, to);
	const on = new Set(members.map(({person}) => person));
	const read = readOne(
		database.people.filter(({id}) => on.has(id)),
		typed,
	);
	if ('message' in read) throw new Refusal(`on ${board.name} ${read.message}`);
	const member = members.find(({person}) => person === read.person);
	if (!member) throw new Refusal(`${typed} is not on ${board.name}`);
	if (member.stands === 'past' && member.to !== undefined) {
		throw new Refusal(`${member.name} left ${board.name} on ${sayDay(member.to)}`);
	}
	return {
		kind: 'member/edit',
		board: board.id,
		member: member.key,
		fields: {to: {from: member.to, to}},
	};
}
