import {dayIn} from '../domain/calendar.ts';
import type {Command} from './command.ts';
import {render} from './document.ts';
import {readDatabase} from './open.ts';
import {deliver} from './output.ts';
import {traceable, tracedFlags} from './readers.ts';

const command: Command = {
	name: 'register',
	usage: '<database>',
	summary: 'prints the whole register of decisions, with call-in and what superseded what',
	flags: {
		...tracedFlags,
	},
	async run(context) {
		const database = await readDatabase(context);
		const {registerDocument, registerOf} = await import('../documents/decision-register.ts');
		const options = {
			today: dayIn(context.now(), database.organisation.timeZone),
			publicOnly: context.flags['public'] === true,
		};
		const entries = registerOf(database, options);
		const {organisation} = database;
		const document = () => registerDocument({organisation, ...options}, entries);
		const traced = await traceable(context, database);
		await deliver(context, await render(context, document, entries, traced));
		return 0;
	},
};
export default command;
