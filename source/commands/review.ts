import {type Command, Refusal} from './command.ts';
import {documentFormat, render} from './document.ts';
import {readDatabase} from './open.ts';
import {deliver, outputFlag} from './output.ts';

const command: Command = {
	name: 'review',
	usage: '<database>',
	summary: 'prints where the strategy and each of its projects got to',
	flags: {format: documentFormat, output: outputFlag},
	async run(context) {
		const database = await readDatabase(context);
		const [{reviewOf}, {reviewDocument}] = await Promise.all([
			import('../domain/queries/review.ts'),
			import('../documents/review.ts'),
		]);
		const review = reviewOf(database);
		if (!review) throw new Refusal('the database holds no strategy to review');
		await deliver(context, await render(context, () => reviewDocument(review), review));
		return 0;
	},
};
export default command;
