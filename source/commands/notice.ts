import {type Command, Refusal} from './command.ts';
import {render} from './document.ts';
import {findId} from './find.ts';
import {readDatabase} from './open.ts';
import {deliver} from './output.ts';
import {traceable, tracedFlags} from './readers.ts';

const command: Command = {
	name: 'notice',
	usage: '<database> [decision]',
	summary: 'prints the notice of a decision; if none is named, of the newest that stands',
	flags: {
		...tracedFlags,
	},
	async run(context) {
		const database = await readDatabase(context);
		const [{statementOf}, {noticeDocument}] = await Promise.all([
			import('../domain/queries/minutes/statement.ts'),
			import('../documents/notice.ts'),
		]);
		const {decisions} = database;
		const decision =
			findId(decisions, context.arguments[1], 'decision') ??
			decisions.findLast(({status, procedural}) => status !== 'retracted' && !procedural)?.id;
		if (decision === undefined) throw new Refusal('no decision has been recorded yet');
		const publicOnly = context.flags['public'] === true;
		const statement = statementOf(database, decision, {publicOnly});
		const document = () => noticeDocument(statement);
		const traced = await traceable(context, database);
		await deliver(context, await render(context, document, statement, traced));
		return 0;
	},
};
export default command;
