// boardwalk(1), from the table of commands.
import {type Command, commonFlags, type Flag} from '../../source/commands/command.ts';
import {screenFlags} from '../../source/commands/help.ts';
import {commands} from '../../source/commands/table.ts';
import * as man from './troff.ts';

const sentence = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}.`;

const flagsOf = (flags: Record<string, Flag>): string =>
	Object.entries(flags)
		.map(([name, {value, choices, summary}]) => {
			const taken = value === undefined ? '' : ` <${value}>`;
			const words = choices
				? `${sentence(summary)} One of: ${choices.join(', ')}.`
				: sentence(summary);
			return man.item(man.usage(`--${name}${taken}`), words);
		})
		.join('');

const commandOf = ({name, usage, summary, flags}: Command): string =>
	man.item(man.usage(`${name} ${usage}`), sentence(summary)) +
	(Object.keys(flags).length === 0 ? '' : man.inset(flagsOf(flags)));

const variables = {
	BOARDWALK_ASCII: 'ASCII alone is drawn; chosen by itself where the locale is not UTF-8.',
	INK_SCREEN_READER: 'If “true”, linear output for screen readers.',
	NO_COLOR: 'No colours.',
	'VISUAL, EDITOR': 'The editor to which a long text is handed with Ctrl+O.',
	XDG_STATE_HOME: 'Where drafts are kept, instead of ~/.local/state.',
	'PGPASSWORD, PGPASSFILE, PGSSLROOTCERT': 'For a database in PostgreSQL, as for psql.',
};

const files = {
	'./strategy.json': 'The database where none is named.',
	'.<file>.lock': 'The lock of a database, beside it. Never to be removed while somebody works.',
	'.<file>.presence/': 'Who is connected, and where.',
	'.<file>.snapshots/': 'Older states, for restore. No backup: they lie on the same disk.',
	'.<file>.handover/': 'Forms that are handed over to a colleague.',
	'~/.local/state/boardwalk/drafts/': 'What is typed and not saved, for its writer alone.',
};

const codes = {
	0: 'Done; of check and doctor: nothing is wrong.',
	1: 'Refused, or problems found.',
	2: 'Wrong usage.',
	3: 'The database cannot be read.',
};

const list = (entries: Record<string, string>): string =>
	Object.entries(entries)
		.map(([term, text]) => man.item(man.usage(term), text))
		.join('');

export async function programPage(): Promise<string> {
	const all = await Promise.all(
		Object.values(commands).map(async (load) => (await load()).default),
	);
	return [
		man.title('boardwalk', 1, 'User Commands'),
		man.section('Name', 'boardwalk \\- board meetings at the keyboard\n'),
		man.section(
			'Synopsis',
			`${man.usage('boardwalk [flags] <database>')}\n.br\n`,
			`${man.usage('boardwalk --demo [sample]')}\n.br\n`,
			`${man.usage('boardwalk <command> …')}\n`,
		),
		man.section(
			'Description',
			man.paragraph(
				'Boardwalk opens a strategy database, walks a board through its priorities and projects, takes status changes and decisions as they are made, and prints minutes, notices and the register. Everybody who has the database open sees the same live meeting. Every act is saved at once and kept in a log whose entries prove each other.',
			),
			man.paragraph(
				'A database is a file (see boardwalk(5)) or the URL of one in PostgreSQL, postgres://user@host/base?board=name. On the screens, ? shows every key that works where you are.',
			),
		),
		man.section('Options', flagsOf(screenFlags)),
		man.section(
			'Commands',
			man.paragraph('Each takes these, too:'),
			flagsOf(commonFlags),
			...all.map(commandOf),
		),
		man.section('Exit status', list(codes)),
		man.section('Environment', list(variables)),
		man.section('Files', list(files)),
		man.section(
			'Examples',
			man.example(
				'boardwalk init board.json --from our-strategy.docx',
				'boardwalk board.json --as "Board Secretary"',
				'boardwalk board.json --follow --public',
				'boardwalk minutes board.json --public --output minutes.docx',
			),
			man.paragraph('Every night, from cron, which sends a mail if anything is said:'),
			man.example('boardwalk check board.json --quiet --since /var/lib/boardwalk/board.state'),
		),
		man.section('See also', `${man.usage('boardwalk(5)')}\n`),
	].join('');
}
