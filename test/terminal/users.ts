// Real users of the operating system, for as long as a test runs. The administrator makes them: without an entry
// in the machine's own tables, which are covered in a mount namespace of each program's own; with SOAK=1, by
// useradd and su as an administrator would.
import {chmod, chown, mkdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {onTestFinished} from 'vitest';
import {soak} from '../helpers/figures.ts';
import {type Desk, launcher, type Person, type Ran, run, sitDown} from './boardwalk.ts';

export type User = {
	name: string;
	uid: number;
	/** A person's screens, with their rights. */
	sitDown(desk: Desk, options?: Parameters<typeof sitDown>[1]): Promise<Person>;
	/** A sub-command of theirs. */
	boardwalk(desk: Desk, ...args: string[]): Promise<Ran>;
	/** Any other program of theirs. */
	run(command: string, ...args: string[]): Promise<Ran>;
};

/** The numbers of users and groups that nobody has. */
const firstId = 64_100;

type Wanted = {name: string; groups: readonly string[]; umask?: string};

/** Whether programs can be run as other users here. */
async function canBecomeOthers(): Promise<boolean> {
	if (process.getuid?.() !== 0) return false;
	// Some checkouts lie where nobody else may look.
	const args = ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, launcher];
	if ((await run('setpriv', [...args, '--version'])).code !== 0) return false;
	return (
		(await run('unshare', ['--mount', 'mount', '--bind', '/etc/group', '/etc/group'])).code === 0
	);
}

export const canHaveUsers = await canBecomeOthers();

/** Makes users, each with a group and a home of their own, in further groups; for the test that runs. */
export async function makeUsers<Name extends string>(
	desk: Desk,
	wanted: readonly (Wanted & {name: Name})[],
): Promise<Record<Name, User>> {
	const names = [...new Set(wanted.flatMap(({groups}) => groups))];
	const gidOf = new Map(names.map((name, index) => [name, firstId + index]));
	const uidOf = new Map(wanted.map(({name}, index) => [name, firstId + 50 + index]));
	const before = soak
		? await addUsers(wanted, gidOf, uidOf)
		: await cover(desk, wanted, gidOf, uidOf);
	const users = await Promise.all(
		wanted.map(async ({name, umask = '022'}): Promise<[Name, User]> => {
			const uid = uidOf.get(name) ?? NaN;
			const home = path.join(desk.folder, `home of ${name}`);
			await mkdir(path.join(home, 'temporary'), {recursive: true});
			for (const folder of [home, path.join(home, 'temporary')]) await chown(folder, uid, uid);
			const env = {
				...desk.env,
				HOME: home,
				XDG_STATE_HOME: path.join(home, 'state'),
				TMPDIR: path.join(home, 'temporary'),
			};
			const [command, ...start] = [...before(name), 'sh', '-c', 'umask "$0"; exec "$@"', umask];
			const as = (...args: string[]) => ({command, args: [...start, ...args]});
			const node = process.execPath;
			return [
				name,
				{
					name,
					uid,
					sitDown: (own, {args = [own.file], ...options} = {}) =>
						sitDown({...own, env}, {...options, ...as(node, launcher, ...args)}),
					boardwalk: (own, ...args) =>
						run(command, as(node, launcher, ...args).args, {env, cwd: own.folder}),
					run: (program, ...args) => run(command, as(program, ...args).args, {env}),
				},
			];
		}),
	);
	await chmod(desk.folder, 0o755);
	return Object.fromEntries(users) as Record<Name, User>;
}

/** Kills somebody's program, wherever it stands behind what has made it theirs. */
export async function kill(pid: number): Promise<void> {
	const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
	const [child] = children.split(' ').filter(Boolean).map(Number);
	if (child === undefined) process.kill(pid, 'SIGKILL');
	else await kill(child);
}

type Ids = ReadonlyMap<string, number>;

/** The tables of users and groups with those wanted, laid over the machine's for the programs alone. */
async function cover(desk: Desk, wanted: readonly Wanted[], gidOf: Ids, uidOf: Ids) {
	const [passwd, group] = [path.join(desk.folder, 'passwd'), path.join(desk.folder, 'group')];
	const users = wanted.map(({name}) => {
		const uid = uidOf.get(name);
		return `${name}:x:${uid}:${uid}::/nonexistent:/bin/sh\n`;
	});
	const own = wanted.map(({name}) => `${name}:x:${uidOf.get(name)}:\n`);
	const shared = [...gidOf].map(([name, gid]) => {
		const members = wanted.filter(({groups}) => groups.includes(name)).map((one) => one.name);
		return `${name}:x:${gid}:${members.join(',')}\n`;
	});
	await writeFile(passwd, (await readFile('/etc/passwd', 'utf8')) + users.join(''));
	await writeFile(group, (await readFile('/etc/group', 'utf8')) + own.join('') + shared.join(''));
	const script =
		'mount --bind "$1" /etc/passwd && mount --bind "$2" /etc/group && user=$3 && shift 3 && ' +
		'exec setpriv --reuid="$user" --regid="$user" --init-groups -- "$@"';
	const start = ['unshare', '--mount', 'sh', '-c', script, 'sh', passwd, group];
	return (name: string) => [...start, name];
}

/** The same by useradd and su; they are gone when the test is over. */
async function addUsers(wanted: readonly Wanted[], gidOf: Ids, uidOf: Ids) {
	const must = async (command: string, ...args: string[]) => {
		const {code, err} = await run(command, args);
		if (code !== 0) throw new Error(`${command} ${args.join(' ')}: ${err}`);
	};
	onTestFinished(async () => {
		for (const {name} of wanted) await run('userdel', ['--force', name]);
		for (const name of gidOf.keys()) await run('groupdel', [name]);
	});
	for (const [name, gid] of gidOf) await must('groupadd', '--gid', String(gid), name);
	for (const {name, groups} of wanted) {
		const id = String(uidOf.get(name));
		await must('useradd', '--no-create-home', '--uid', id, '--user-group', name);
		for (const group of groups) await must('usermod', '--append', '--groups', group, name);
	}
	// The environment goes along; the words arrive as they are.
	const script = 'exec "$@"';
	const su = ['su', '--preserve-environment', '--shell', '/bin/sh', '--command', script];
	// Whatever stands behind is not for su to read.
	return (name: string) => [...su, '--', name, 'sh'];
}
