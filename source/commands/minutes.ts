import type {Database} from '../domain/schema/index.ts';
import {archiveFlag} from './archives.ts';
import {type Command, Refusal} from './command.ts';
import {render} from './document.ts';
import {findId} from './find.ts';
import {deliver} from './output.ts';
import {readFor, tracedFlags} from './readers.ts';

const command: Command = {
	name: 'minutes',
	usage: '<database> [meeting]',
	summary: 'prints the minutes of a meeting; if none is named, of the one that sits, else the last',
	flags: {
		...tracedFlags,
		archive: archiveFlag,
	},
	async run(context) {
		const [{minutesOf}, {minutesDocument}, {latestMeeting}] = await Promise.all([
			import('../domain/queries/minutes/minutes.ts'),
			import('../documents/minutes.ts'),
			import('../domain/queries/strategy/portfolio.ts'),
		]);
		const named = (all: Database) =>
			findId(all.meetings, context.arguments[1], 'meeting') ?? latestMeeting(all)?.id;
		const {database, publicOnly} = await readFor(context, named);
		const meeting = named(database);
		if (meeting === undefined) {
			const planned = database.meetings.map(({id}) => id).join(', ');
			throw new Refusal(
				`no meeting has been held yet${planned ? `; name one for its agenda: ${planned}` : ''}`,
			);
		}
		const minutes = minutesOf(database, meeting, {publicOnly});
		await deliver(
			context,
			await render(context, () => minutesDocument(minutes), minutes, database),
		);
		return 0;
	},
};
export default command;
