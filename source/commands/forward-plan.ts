import {dayIn} from '../domain/calendar.ts';
import type {Command, Flag} from './command.ts';
import {formatOf, render, renderTable} from './document.ts';
import {readDatabase} from './open.ts';
import {deliver, outputFlags} from './output.ts';

const format: Flag = {
	value: 'format',
	choices: ['table', 'csv', 'md', 'html', 'docx', 'text', 'json'],
	summary: 'a table (the default), CSV for spreadsheets, the plan as a document, or the data',
};

const command: Command = {
	name: 'forward-plan',
	usage: '<database>',
	summary: 'prints the forward plan: key decisions and meetings in private to come',
	flags: {format, ...outputFlags},
	async run(context) {
		const database = await readDatabase(context);
		const [{forwardPlan}, {forwardPlanDocument, forwardPlanTable}] = await Promise.all([
			import('../domain/queries/meeting/forward-plan.ts'),
			import('../documents/forward-plan.ts'),
		]);
		const today = dayIn(context.now(), database.organisation.timeZone);
		const plan = forwardPlan(database, today);
		const wanted = formatOf(context, format) ?? 'table';
		const meant = {...context, flags: {...context.flags, format: wanted}};
		await deliver(
			context,
			['table', 'csv', 'json'].includes(wanted)
				? await renderTable(meant, forwardPlanTable(database, plan), plan, 'Nothing is announced.')
				: await render(meant, () => forwardPlanDocument(database, plan, today), plan),
		);
		return 0;
	},
};
export default command;
