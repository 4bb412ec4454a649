import type {Divergence} from '../domain/log/vouched.ts';
import type {Database} from '../domain/schema/index.ts';
import {count} from '../domain/words.ts';
import {type Command, type CommandContext, Refusal} from './command.ts';
import {commitAct, withStore} from './open.ts';

const command: Command = {
	name: 'adopt',
	usage: '<database>',
	summary: 'accepts a database as it was edited by hand, and puts that on record',
	flags: {
		reason: {value: 'text', summary: 'why it was edited; the log keeps it'},
		'dry-run': {summary: 'only list the records that differ from the log'},
	},
	async run(context) {
		const isDry = context.flags['dry-run'] === true;
		return withStore(
			context,
			async (store) => {
				const {differences} = await import('../domain/log/vouched.ts');
				const database = store.read();
				const found = differences(database);
				if (database.log.length > 0 && found.length === 0) {
					throw new Refusal('every record is as the log left it: there is nothing to adopt');
				}
				if (isDry) {
					await list(context, found, sayDry(database, found));
					return 0;
				}
				await refuseUnsound(database);
				const {reason} = context.flags;
				const {entry} = await commitAct(store, context, [
					{
						kind: 'database/adopt',
						...(found.length > 0 ? {differ: found.map(({record}) => record)} : {}),
						...(typeof reason === 'string' && reason.trim() !== '' ? {reason} : {}),
					},
				]);
				const what =
					found.length > 0
						? `accepted ${count(found.length, 'record')} as edited by hand`
						: 'adopted every record as it is';
				await list(context, found, `${what} (revision ${entry.revision})`);
				return 0;
			},
			{readOnly: isDry},
		);
	},
};
export default command;

const sayDry = ({log}: Database, found: Divergence[]): string =>
	log.length === 0
		? 'the database has no log yet: every record would be adopted as it is'
		: `${count(found.length, 'record differs', 'records differ')} from the log`;

async function list({out}: CommandContext, found: Divergence[], heading: string): Promise<void> {
	const {sayRecord} = await import('../domain/queries/log/check-log.ts');
	const lines = found.map(
		({record, how, since}) =>
			`  ${sayRecord(record)}: ${how}${since === undefined ? '' : ` since revision ${since}`}`,
	);
	out([heading, ...lines].map((line) => `${line}\n`).join(''));
}

/** Accepting records mends neither the log nor what is wrong in them: only what is sound is adopted. */
async function refuseUnsound(database: Database): Promise<void> {
	const [{checkRecords}, {checkLog}] = await Promise.all([
		import('../domain/queries/check.ts'),
		import('../domain/queries/log/check-log.ts'),
	]);
	const [first, ...others] = [
		...checkRecords(database),
		...checkLog(database).filter(({path}) => path[0] === 'log' || path[0] === 'revision'),
	];
	if (!first) return;
	const more =
		others.length > 0 ? ` (and ${count(others.length, 'more problem')}: run boardwalk check)` : '';
	throw new Refusal(`mend this first, as adopting will not: ${first.message}${more}`);
}
