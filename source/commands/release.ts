import {clean} from '../domain/clean.ts';
import {count, recordWords} from '../domain/words.ts';
import type {Database} from '../domain/schema/index.ts';
import {type Command, type CommandContext, Refusal, WrongUsage} from './command.ts';
import {commitAct, withStore} from './open.ts';

const command: Command = {
	name: 'release',
	usage: '<database> [record …]',
	summary: 'lists what is private until somebody releases it, or releases it to the public',
	flags: {
		all: {summary: 'release all of it'},
		format: {
			value: 'format',
			choices: ['text', 'json'],
			summary: 'how it is listed: one line a record (the default), or data',
		},
	},
	async run(context) {
		const [, ...typed] = context.arguments;
		const isAll = context.flags['all'] === true;
		if (isAll && typed.length > 0) throw new WrongUsage('name records, or --all; not both');
		const isList = !isAll && typed.length === 0;
		return withStore(
			context,
			async (store) => {
				const database = store.read();
				if (isList) return list(context, database);
				const records = await pathsOf(database, typed);
				if (records.length === 0) throw new Refusal('nothing waits to be released');
				const {entry} = await commitAct(
					store,
					context,
					records.map((record) => ({kind: 'record/release', record})),
				);
				const {markableName} = await import('../domain/queries/public/marked.ts');
				const told = records.map((record) => clean(`released ${markableName(database, record)}`));
				context.out(`${told.join('\n')}\n(revision ${entry.revision})\n`);
				return 0;
			},
			{readOnly: isList},
		);
	},
};
export default command;

async function list(context: CommandContext, database: Database): Promise<number> {
	const {markableName, sayMark, waitingIn} = await import('../domain/queries/public/marked.ts');
	const waiting = waitingIn(database);
	if (context.flags['format'] === 'json') {
		const {toJson} = await import('../documents/plain.ts');
		const data = waiting.map(({path, why}) => ({record: path, private: why}));
		context.out(`${toJson(data, '  ')}\n`);
		return 0;
	}
	if (waiting.length === 0) context.out('nothing waits to be released\n');
	for (const {path, collection, why} of waiting) {
		context.out(
			`${clean(`${path}  ${recordWords[collection]} ${markableName(database, path)}: ${sayMark(database, why)}`)}\n`,
		);
	}
	if (waiting.length > 0) {
		context.out(
			`${count(waiting.length, 'record')} in nothing public: name what is to be released, or --all\n`,
		);
	}
	return 0;
}

/** The paths of what was typed, by path or by id; of everything that waits where nothing was. Throws Refusal. */
async function pathsOf(database: Database, typed: readonly string[]): Promise<string[]> {
	const {waitingIn} = await import('../domain/queries/public/marked.ts');
	const waiting = waitingIn(database);
	if (typed.length === 0) return waiting.map(({path}) => path);
	return typed.map((word) => {
		if (word.includes('/')) return word;
		const found = waiting.filter(({id}) => id.toLowerCase() === word.toLowerCase());
		const [one, other] = found;
		if (!one) {
			throw new Refusal(
				`nothing called “${word}” waits to be released; without a record this command lists what does`,
			);
		}
		if (other) {
			throw new Refusal(
				`“${word}” may be ${found.map(({path}) => path).join(' or ')}: name it like that`,
			);
		}
		return one.path;
	});
}
