import {archiveWith} from '../domain/log/anchor.ts';
import {cut} from '../domain/words.ts';
import {type Command, WrongUsage} from './command.ts';
import {readDatabase} from './open.ts';

/** A sentence of the log is cut here; the whole of it is in the JSON. */
const longestSentence = 1000;

const command: Command = {
	name: 'log',
	usage: '<database>',
	summary: 'tells who did what and when, newest last',
	flags: {
		limit: {value: 'number', summary: 'only the newest acts'},
		format: {
			value: 'format',
			choices: ['text', 'json'],
			summary: 'sentences (as it is without this flag), or the entries, one a line',
		},
	},
	async run(context) {
		const limit = parseLimit(context.flags['limit']);
		const database = await readDatabase(context);
		const entries = limit === undefined ? database.log : database.log.slice(-limit);
		if (context.flags['format'] === 'json') {
			const {toJson} = await import('../documents/plain.ts');
			context.out(entries.map((entry) => `${toJson(entry)}\n`).join(''));
			return 0;
		}
		const [{clean}, {tellEntry}, {dayIn, sayShortDay, timeIn}] = await Promise.all([
			import('../domain/clean.ts'),
			import('../domain/queries/sentences.ts'),
			import('../domain/calendar.ts'),
		]);
		const {timeZone} = database.organisation;
		const before = (entries[0]?.revision ?? 1) - 1;
		const archive = archiveWith(database.log, before);
		if (archive !== undefined) {
			context.out(`${clean(`what was done up to revision ${before} stands in ${archive}`)}\n`);
		}
		const width = String(entries.at(-1)?.revision ?? 0).length;
		context.out(
			entries.length === 0
				? 'Nothing has been done yet.\n'
				: entries
						.map((entry) => {
							const number = String(entry.revision).padStart(width);
							const when = `${sayShortDay(dayIn(entry.at, timeZone))} ${timeIn(entry.at, timeZone)}`;
							const told = clean(cut(tellEntry(database, entry), longestSentence));
							return `${number}  ${when}  ${told}\n`;
						})
						.join(''),
		);
		return 0;
	},
};
export default command;

function parseLimit(typed: string | true | undefined): number | undefined {
	if (typeof typed !== 'string') return undefined;
	if (!/^[1-9]\d{0,8}$/.test(typed)) {
		throw new WrongUsage(`--limit is a number of acts such as 20, not “${typed}”`);
	}
	return Number(typed);
}
