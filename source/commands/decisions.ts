import type {Command} from './command.ts';
import {formatOf, renderTable, tableFormat} from './document.ts';
import {readDatabase} from './open.ts';
import {deliver, outputFlags} from './output.ts';

/**
 * What a terminal has no room for beside the rest: the resolutions, and the days that follow from where a
 * call-in stands and when the decision takes effect. Other formats have them.
 */
const tooMuch = ['Resolution', 'Published', 'Call-in until'];

const command: Command = {
	name: 'decisions',
	usage: '<database>',
	summary: 'lists every decision recorded, including steps of the meetings themselves',
	flags: {format: tableFormat, ...outputFlags},
	async run(context) {
		const database = await readDatabase(context);
		const [{decisionTable, remarkOn, withoutColumns}, {dayIn}] = await Promise.all([
			import('../documents/register.ts'),
			import('../domain/calendar.ts'),
		]);
		const {decisions, organisation} = database;
		const whole = decisionTable(database, decisions, dayIn(context.now(), organisation.timeZone));
		const isTable = (formatOf(context, tableFormat) ?? 'table') === 'table';
		const table = isTable ? withoutColumns(whole, tooMuch) : whole;
		const list = await renderTable(context, table, decisions, 'No decisions yet.');
		await deliver(context, isTable ? `${list}${remarkOn(database, decisions)}` : list);
		return 0;
	},
};
export default command;
