import type {Command} from './command.ts';
import {render} from './document.ts';
import {readDatabase} from './open.ts';
import {deliver} from './output.ts';
import {traceable, tracedFlags} from './readers.ts';

const command: Command = {
	name: 'interests',
	usage: '<database>',
	summary:
		'prints the register of interests, and what members declared at meetings, member by member',
	flags: {
		...tracedFlags,
	},
	async run(context) {
		const database = await readDatabase(context);
		const [{interestRegisterOf}, {interestsDocument}] = await Promise.all([
			import('../domain/queries/meeting/interests.ts'),
			import('../documents/interests.ts'),
		]);
		const register = interestRegisterOf(database, {publicOnly: context.flags['public'] === true});
		const traced = await traceable(context, database);
		await deliver(
			context,
			await render(context, () => interestsDocument(register), register, traced),
		);
		return 0;
	},
};
export default command;
