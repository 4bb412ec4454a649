import type {Command} from './command.ts';
import {renderTable, tableFormat} from './document.ts';
import {readDatabase} from './open.ts';
import {deliver, outputFlag} from './output.ts';

const command: Command = {
	name: 'actions',
	usage: '<database>',
	summary: 'lists the actions that are open',
	flags: {
		all: {summary: 'done and cancelled ones too'},
		format: tableFormat,
		output: outputFlag,
	},
	async run(context) {
		const database = await readDatabase(context);
		const [{actionTable}, {dayIn}] = await Promise.all([
			import('../documents/register.ts'),
			import('../domain/calendar.ts'),
		]);
		const all = context.flags['all'] === true;
		const actions = database.actions.filter(({status}) => all || status === 'open');
		const today = dayIn(context.now(), database.organisation.timeZone);
		const table = actionTable(database, actions, today);
		const empty = all ? 'No actions yet.' : 'No open actions.';
		await deliver(context, await renderTable(context, table, actions, empty));
		return 0;
	},
};
export default command;
