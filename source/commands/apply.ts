import type {Change} from '../domain/changes/index.ts';
import {count} from '../domain/words.ts';
import {readWhole} from '../store/file/read.ts';
import {type Command, type CommandContext, Refusal} from './command.ts';
import {commitAct, withStore} from './open.ts';

const command: Command = {
	name: 'apply',
	usage: '<database> [acts.jsonl|-]',
	summary: 'applies acts given as data, one to a line: a change or an array of changes',
	flags: {},
	async run(context) {
		const lines = await readLines(context);
		return withStore(context, async (store) => {
			let applied = 0;
			let revision = store.read().revision;
			for (const [index, line] of lines.entries()) {
				if (line.trim() === '') continue;
				try {
					const changes = await parseAct(line, index + 1);
					const {entry} = await commitAct(store, context, changes);
					revision = entry.revision;
				} catch (error) {
					if (!(error instanceof Refusal)) throw error;
					const where = error instanceof Malformed ? '' : `line ${index + 1}: `;
					throw new Refusal(`${where}${error.message} (${sayApplied(applied)})`);
				}
				applied++;
			}
			context.out(`applied ${count(applied, 'act')}; revision ${revision}\n`);
			return 0;
		});
	},
};
export default command;

const sayApplied = (applied: number): string =>
	applied === 0
		? 'nothing was applied'
		: `${count(applied, 'act')} before it ${applied === 1 ? 'was' : 'were'} applied`;

/** A line that is not JSON; its message says where. */
class Malformed extends Refusal {}

/** The lines of the file named, or of standard input. A byte-order mark in front is skipped. */
async function readLines(context: CommandContext): Promise<string[]> {
	const [, from = '-'] = context.arguments;
	const text = from === '-' ? await context.input() : await readActs(from);
	return text.replace(/^\ufeff/, '').split(/\r?\n/);
}

async function readActs(file: string): Promise<string> {
	try {
		return (await readWhole(file)).toString('utf8');
	} catch (error) {
		const {codeOf, reasonOf} = await import('../store/reasons.ts');
		const why = codeOf(error) === 'ENOENT' ? 'there is no such file' : reasonOf(error);
		throw new Refusal(`cannot read ${file}: ${why}`);
	}
}

/** The changes that a line holds; what is in them is for `apply` to judge. */
async function parseAct(line: string, number: number): Promise<Change[]> {
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch (error) {
		const {column, message} = await explain(line, error as Error);
		throw new Malformed(`line ${number}, column ${column}: ${message}`);
	}
	return (Array.isArray(value) ? value : [value]) as Change[];
}

/** Where a line stops being JSON; the runtime's own message does not always say. */
async function explain(line: string, error: Error): Promise<{column: number; message: string}> {
	const {Scanner} = await import('../store/file/scan.ts');
	const [flaw] = new Scanner(line).scan().flaws;
	return {column: (flaw?.offset ?? 0) + 1, message: flaw?.message ?? error.message};
}
