import {dayIn} from '../domain/calendar.ts';
import {type Command, Refusal} from './command.ts';
import {render} from './document.ts';
import {findId} from './find.ts';
import {deliver} from './output.ts';
import {readFor, tracedFlags} from './readers.ts';

const command: Command = {
	name: 'highlights',
	usage: '<database> [project|priority|strategy]',
	summary:
		'prints a highlight report: what has changed since the board last met, project by project',
	flags: {
		...tracedFlags,
		meeting: {
			value: 'meeting',
			summary: 'as in the papers of this meeting; if left out, of the one that is open or next',
		},
	},
	async run(context) {
		const {database} = await readFor(context);
		const [{highlightsOf}, {highlightsDocument}] = await Promise.all([
			import('../domain/queries/strategy/highlights.ts'),
			import('../documents/highlights.ts'),
		]);
		const parts = [
			...database.projects,
			...database.strategies.flatMap((strategy) => [strategy, ...strategy.priorities]),
		];
		const of = findId(parts, context.arguments[1], 'project, priority or strategy');
		const {meeting: named} = context.flags;
		const meeting =
			typeof named === 'string' ? findId(database.meetings, named, 'meeting') : undefined;
		const today = dayIn(context.now(), database.organisation.timeZone);
		const highlights = highlightsOf(database, today, {of, meeting});
		if (!highlights) {
			throw new Refusal(
				of === undefined
					? 'the database holds no strategy that is in force'
					: `${of} is not part of the strategy that is in force`,
			);
		}
		const document = () => highlightsDocument(database, highlights);
		await deliver(context, await render(context, document, highlights, database));
		return 0;
	},
};
export default command;
