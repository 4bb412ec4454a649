import process from 'node:process';
import {toJson} from '../documents/plain.ts';
import {clean} from '../domain/clean.ts';
import {count} from '../domain/words.ts';
import {type Command, type CommandContext, Refusal} from './command.ts';
import type {DoctorFinding} from './doctor/finding.ts';

const command: Command = {
	name: 'doctor',
	usage: '<database>',
	summary: 'says what is wrong with this installation: rights, disk, account, sshd',
	flags: {
		json: {summary: 'as data'},
		quiet: {summary: 'say nothing when all is well: for cron'},
	},
	async run(context) {
		const [file = ''] = context.arguments;
		const found = await examine(file, context);
		const problems = found.filter(({level}) => level === 'problem').length;
		if (context.flags['json'] === true) context.out(`${toJson({file, findings: found}, '  ')}\n`);
		else {
			for (const {level, says, remedy} of found) {
				context.out(`${clean(`${level}: ${says}`)}\n  do: ${clean(remedy)}\n`);
			}
			const isQuiet = context.flags['quiet'] === true && problems === 0;
			if (!isQuiet) {
				context.out(
					found.length === 0
						? 'nothing is wrong here\n'
						: `${count(problems, 'problem')}, ${found.length - problems} to consider\n`,
				);
			}
		}
		return problems > 0 ? 1 : 0;
	},
};
export default command;

/** Everything that is looked at; of a database on a server, what this machine has to do with it. */
async function examine(file: string, context: CommandContext): Promise<DoctorFinding[]> {
	const [{readDatabase}, {findAccount, findRoles}, {findSshd}] = await Promise.all([
		import('./open.ts'),
		import('./doctor/account.ts'),
		import('./doctor/sshd.ts'),
	]);
	const database = await readDatabase(context);
	const own = [...findRoles(database), ...(await findAccount(process.env)), ...(await findSshd())];
	if (file.includes('://')) return own;
	const [{findRights}, {findDisk}, {placeAnyway}, {reasonOf}] = await Promise.all([
		import('./doctor/rights.ts'),
		import('./doctor/disk.ts'),
		import('../store/file/recover.ts'),
		import('../store/reasons.ts'),
	]);
	try {
		const place = await placeAnyway(file);
		return [
			...(await findRights(place, database)),
			...(await findDisk(place, database, context.now())),
			...own,
		];
	} catch (error) {
		throw new Refusal(`cannot look at ${file}: ${reasonOf(error)}`);
	}
}
