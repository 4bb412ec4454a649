import {type Command, Refusal} from './command.ts';
import {documentFormat, render} from './document.ts';
import {findId} from './find.ts';
import {deliver, outputFlags} from './output.ts';
import {publicFlag, readFor} from './readers.ts';

const command: Command = {
	name: 'review',
	usage: '<database> [strategy]',
	summary:
		'prints how far a strategy and each of its projects got; if none is named, the one in force',
	flags: {format: documentFormat, public: publicFlag, ...outputFlags},
	async run(context) {
		const {database} = await readFor(context);
		const [{reviewOf}, {reviewDocument}] = await Promise.all([
			import('../domain/queries/strategy/review.ts'),
			import('../documents/review.ts'),
		]);
		const strategy = findId(database.strategies, context.arguments[1], 'strategy');
		const review = reviewOf(database, strategy);
		if (!review) throw new Refusal('the database holds no strategy to review');
		await deliver(context, await render(context, () => reviewDocument(review), review));
		return 0;
	},
};
export default command;
