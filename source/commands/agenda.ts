import {type Command, Refusal} from './command.ts';
import {documentFormat, render} from './document.ts';
import {findId} from './find.ts';
import {deliver, outputFlags} from './output.ts';
import {readFor} from './readers.ts';

const command: Command = {
	name: 'agenda',
	usage: '<database> [meeting]',
	summary:
		'prints the summons to a meeting, with its agenda; if none is named, to the next one planned',
	flags: {
		format: documentFormat,
		public: {summary: 'exempt items by their public titles, without their papers'},
		...outputFlags,
	},
	async run(context) {
		const {database, publicOnly} = await readFor(context);
		const [{summonsOf}, {agendaDocument}, {byDate}] = await Promise.all([
			import('../domain/queries/meeting/summons.ts'),
			import('../documents/agenda.ts'),
			import('../domain/queries/meeting/meetings.ts'),
		]);
		const {meetings} = database;
		const meeting =
			findId(meetings, context.arguments[1], 'meeting') ??
			byDate(meetings).find(({status}) => status === 'planned')?.id;
		if (meeting === undefined) {
			const held = meetings.map(({id}) => id).join(', ');
			throw new Refusal(`no meeting is planned${held ? `; name one: ${held}` : ''}`);
		}
		const summons = summonsOf(database, meeting, {publicOnly});
		await deliver(context, await render(context, () => agendaDocument(summons), summons));
		return 0;
	},
};
export default command;
