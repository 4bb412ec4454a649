import type {Command} from './command.ts';
import {documentFormat, render} from './document.ts';
import {deliver, outputFlags} from './output.ts';
import {publicFlag, readFor} from './readers.ts';

const command: Command = {
	name: 'portfolio',
	usage: '<database>',
	summary: 'prints how the portfolio stands: status, balance, criteria, open actions',
	flags: {format: documentFormat, public: publicFlag, ...outputFlags},
	async run(context) {
		const {database, publicOnly} = await readFor(context);
		const [{portfolioDocument, portfolioOf}, {dayIn}] = await Promise.all([
			import('../documents/portfolio.ts'),
			import('../domain/calendar.ts'),
		]);
		const found = portfolioOf(database, dayIn(context.now(), database.organisation.timeZone));
		const document = () => portfolioDocument(database, found, publicOnly);
		await deliver(context, await render(context, document, found));
		return 0;
	},
};
export default command;
