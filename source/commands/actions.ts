import type {Command, Flag} from './command.ts';
import {formatOf, renderTable} from './document.ts';
import {deliver, outputFlags} from './output.ts';
import {readFor} from './readers.ts';

const format: Flag = {
	value: 'format',
	choices: ['table', 'csv', 'ics', 'json'],
	summary:
		'a table (the default), CSV for spreadsheets, a calendar of those with a due date, or the data',
};

const command: Command = {
	name: 'actions',
	usage: '<database>',
	summary: 'lists the actions that are open',
	flags: {
		all: {summary: 'include those that are done or cancelled'},
		format,
		public: {summary: 'leave out those that arise from exempt items'},
		...outputFlags,
	},
	async run(context) {
		const {database} = await readFor(context);
		const all = context.flags['all'] === true;
		const actions = database.actions.filter(({status}) => all || status === 'open');
		if (formatOf(context, format) === 'ics') {
			const {actionsCalendar} = await import('../documents/ics.ts');
			await deliver(context, actionsCalendar(database, actions, context.now()));
			return 0;
		}
		const [{actionTable, remarkOn}, {dayIn}] = await Promise.all([
			import('../documents/register.ts'),
			import('../domain/calendar.ts'),
		]);
		const today = dayIn(context.now(), database.organisation.timeZone);
		const table = actionTable(database, actions, today);
		const empty = all ? 'No actions yet.' : 'No open actions.';
		const list = await renderTable(context, table, actions, empty);
		const isTable = (formatOf(context, format) ?? 'table') === 'table';
		await deliver(context, isTable ? `${list}${remarkOn(database, actions)}` : list);
		return 0;
	},
};
export default command;
