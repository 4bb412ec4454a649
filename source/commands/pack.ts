import {dayIn} from '../domain/calendar.ts';
import {type Command, WrongUsage} from './command.ts';
import {documentFormat, render} from './document.ts';
import {findId} from './find.ts';
import {deliver, outputFlags} from './output.ts';
import {publicFlag, readFor} from './readers.ts';

const command: Command = {
	name: 'pack',
	usage: '<database> <meeting>',
	summary: 'prints the board’s papers in one: summons, reports, highlights, open actions',
	flags: {format: documentFormat, public: publicFlag, ...outputFlags},
	async run(context) {
		const {database, publicOnly} = await readFor(context);
		const [{packOf}, {packDocument}] = await Promise.all([
			import('../domain/queries/meeting/pack.ts'),
			import('../documents/pack.ts'),
		]);
		const id = findId(database.meetings, context.arguments[1], 'meeting');
		if (id === undefined) throw new WrongUsage('say which meeting: boardwalk pack <database> M-2');
		const today = dayIn(context.now(), database.organisation.timeZone);
		const pack = packOf(database, id, today, {publicOnly});
		await deliver(context, await render(context, () => packDocument(database, pack), pack));
		return 0;
	},
};
export default command;
