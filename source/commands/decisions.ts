import type {Command} from './command.ts';
import {renderTable, tableFormat} from './document.ts';
import {readDatabase} from './open.ts';
import {deliver, outputFlag} from './output.ts';

const command: Command = {
	name: 'decisions',
	usage: '<database>',
	summary: 'lists the register of decisions',
	flags: {format: tableFormat, output: outputFlag},
	async run(context) {
		const {decisions} = await readDatabase(context);
		const {decisionTable} = await import('../documents/register.ts');
		await deliver(
			context,
			await renderTable(context, decisionTable(decisions), decisions, 'No decisions yet.'),
		);
		return 0;
	},
};
export default command;
