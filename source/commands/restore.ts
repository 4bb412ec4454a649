import {type Command, type CommandContext, Refusal} from './command.ts';
import {refuseUrl} from './migrate.ts';

const command: Command = {
	name: 'restore',
	usage: '<database> [snapshot]',
	summary: 'lists the snapshots beside a database, or brings the state of one back',
	flags: {
		list: {summary: 'list them (the default where no snapshot is named)'},
		yes: {summary: 'do it; without this, only say what would be lost'},
		replace: {
			summary: 'for a log that is broken: put the snapshot itself in the place of the file',
		},
		reason: {value: 'text', summary: 'why; the log keeps it'},
		format: {
			value: 'format',
			choices: ['text', 'json'],
			summary: 'of the list: lines (the default), or data',
		},
	},
	async run(context) {
		refuseUrl(context);
		const {reasonOf} = await import('../store/reasons.ts');
		const [file = ''] = context.arguments;
		try {
			return await run(context, file);
		} catch (error) {
			const {name} = error as Error;
			if (['Refusal', 'WrongUsage', 'Unusable'].includes(name)) throw error;
			throw new Refusal(`${file} was not restored: ${reasonOf(error)}`);
		}
	},
};
export default command;

async function run(context: CommandContext, file: string): Promise<number> {
	const [{placeAnyway}, {listSnapshots}, {listAll}, {findSnapshot}] = await Promise.all([
		import('../store/file/recover.ts'),
		import('../store/file/snapshots.ts'),
		import('./restore-list.ts'),
		import('./restore-find.ts'),
	]);
	const {codeOf} = await import('../store/reasons.ts');
	const place = await placeAnyway(file).catch((error: unknown) => {
		throw codeOf(error) === 'ENOENT' ? new Refusal(`${file}: there is no such folder`) : error;
	});
	const all = await listSnapshots(place);
	const [, typed] = context.arguments;
	if (typed === undefined || context.flags['list'] === true) {
		return listAll(context, place, all);
	}
	const {bringBack} = await import('./restore-steps.ts');
	return bringBack(context, place, await findSnapshot(place, all, typed));
}
