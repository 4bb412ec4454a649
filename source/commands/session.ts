import {realpath} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {linearFlag} from './help.ts';
import {type Command, Refusal, WrongUsage} from './command.ts';

const command: Command = {
	name: 'session',
	usage: '<database>',
	summary: 'opens the screens for one person and nothing else: what the line of a key runs',
	flags: {
		person: {value: 'person', summary: 'whose key it is: the id of a person'},
		key: {value: 'fingerprint', summary: 'the key’s SHA-256 fingerprint, which the log keeps'},
		linear: linearFlag,
		papers: {
			value: 'folder',
			summary: 'the only folder that papers are read from and written to (beside the database)',
		},
	},
	async run(context) {
		const {person, key, papers, linear} = context.flags;
		if (typeof person !== 'string') throw new WrongUsage('--person is missing: whose key is it?');
		if (context.flags['as'] !== undefined) {
			throw new WrongUsage('--as has no place here: the key says who somebody is');
		}
		const [file = ''] = context.arguments;
		await expectConfined(file);
		const told = await fingerprintTold(typeof key === 'string' ? key : undefined);
		const [{papersFolder, showScreens}, {holdLate, holdTrees}, {confine}] = await Promise.all([
			import('./screens.ts'),
			import('./late.ts'),
			import('./confined.ts'),
		]);
		const folder = path.resolve(typeof papers === 'string' ? papers : await papersFolder(file));
		const late = holdLate();
		return showScreens({
			...context,
			flags: linear ? {linear} : {},
			who: () => {
				const {actor, session} = context.who();
				const {user, host} = actor;
				return {
					actor: {user, host, person, ...(told === undefined ? {} : {key: told})},
					session,
					keyed: true,
					owner: false,
					groups: [],
				};
			},
			commands: [],
			publish: async (...given) => (await late()).publish.run(...given),
			importer: confine(folder, async () => (await late()).importer),
			trees: holdTrees(),
			interactive: true,
			samples: '',
			confined: {papers: folder},
		});
	},
};
export default command;

/** Refuses everything that a key is not for, before anything is read. */
async function expectConfined(file: string): Promise<void> {
	const asked = process.env['SSH_ORIGINAL_COMMAND'];
	if (asked !== undefined && asked !== '') {
		throw new Refusal('this key opens Boardwalk and nothing else: connect without a command');
	}
	if (!process.stdin.isTTY || !process.stdout.isTTY) {
		throw new Refusal('a session needs a terminal: connect with ssh -t');
	}
	const [{isPostgres}, {pathsOf: placeOf, whyNotClosed}] = await Promise.all([
		import('../store/open.ts'),
		import('../store/file/paths.ts'),
	]);
	if (isPostgres(file)) {
		throw new Refusal(
			'on PostgreSQL each person needs a login of their own: keys identify nobody there',
		);
	}
	// Where there is no such file, opening it says so.
	const real = await realpath(file).catch(() => undefined);
	const open = real === undefined ? undefined : await whyNotClosed(placeOf(real));
	if (open !== undefined) throw new Refusal(open);
}

/**
 * The key's fingerprint: as its line says and, where sshd tells which key it let in (`ExposeAuthInfo`), as sshd says.
 * Refuses where the two differ: then the line is another key's.
 */
async function fingerprintTold(line: string | undefined): Promise<string | undefined> {
	const file = process.env['SSH_USER_AUTH'];
	if (file === undefined) return line;
	const {exposedKeys} = await import('./public-key.ts');
	const found = await exposedKeys(file);
	if (line === undefined) return found[0];
	if (found.length > 0 && !found.includes(line)) {
		throw new Refusal('the line of this key names another key: ask whoever looks after the server');
	}
	return line;
}
