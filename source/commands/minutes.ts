import type {Database} from '../domain/schema/index.ts';
import {nearest} from '../domain/words.ts';
import {type Command, Refusal} from './command.ts';
import {documentFormat, render} from './document.ts';
import {readDatabase} from './open.ts';
import {deliver, outputFlag} from './output.ts';

const command: Command = {
	name: 'minutes',
	usage: '<database> [meeting]',
	summary: 'prints the minutes of a meeting: the one that sits, else the last',
	flags: {
		format: documentFormat,
		public: {summary: 'without exempt items'},
		output: outputFlag,
	},
	async run(context) {
		const database = await readDatabase(context);
		const [{minutesOf}, {minutesDocument}, {latestMeeting}] = await Promise.all([
			import('../domain/queries/minutes.ts'),
			import('../documents/minutes.ts'),
			import('../domain/queries/portfolio.ts'),
		]);
		const meeting = named(database, context.arguments[1]) ?? latestMeeting(database)?.id;
		if (meeting === undefined) {
			const planned = database.meetings.map(({id}) => id).join(', ');
			throw new Refusal(
				`no meeting has been held yet${planned ? `; name one for its agenda: ${planned}` : ''}`,
			);
		}
		const minutes = minutesOf(database, meeting, {publicOnly: context.flags['public'] === true});
		await deliver(context, await render(context, () => minutesDocument(minutes), minutes));
		return 0;
	},
};
export default command;

function named({meetings}: Database, typed: string | undefined): string | undefined {
	if (typed === undefined) return undefined;
	const found = meetings.find(({id}) => id.toLowerCase() === typed.toLowerCase());
	if (found) return found.id;
	const [near] = nearest(
		typed,
		meetings.map(({id}) => id),
	);
	throw new Refusal(`there is no meeting ${typed}${near ? `; did you mean ${near}?` : ''}`);
}
