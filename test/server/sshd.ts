// A real sshd on loopback, Debian's own, for accounts that are made for the test and gone after it. It needs root, and
// apt-get where the machine has no sshd: the package is unpacked aside, not installed.
import {execFileSync, spawn, spawnSync} from 'node:child_process';
import {
	chmodSync,
	chownSync,
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir, userInfo} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as pause} from 'node:timers/promises';
import {launcher, root} from '../terminal/boardwalk.ts';

const run = (command: string, ...args: string[]) =>
	execFileSync(command, args, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});

/** The account that the tests log in to. */
export const account = 'boardwalk-test';

export type Server = {
	/** The account's home folder, with a database in it. */
	home: string;
	file: string;
	/** The arguments of `ssh` for a command in a terminal; `more` go before the host. */
	connect(command: string, ...more: string[]): string[];
	/** The same with another key, by the path of its private half; without a command, as one who just logs in. */
	connectAs(key: string, command?: string, ...more: string[]): string[];
	/** What `scp` and `sftp` need to go there with a key, before their own arguments. */
	copying(key: string): string[];
	/** Makes a key of somebody's and gives back the path of its private half. */
	makeKey(name: string): string;
	/** Lets these lines of authorized_keys in, and nobody else. */
	letIn(lines: readonly string[]): void;
	/** Runs a program as the account, without a terminal. */
	run(args: readonly string[], input?: string): {code: number | null; out: string; err: string};
	stop(): Promise<void>;
};

/** The system's sshd, else Debian's package, with the one library that it brings, unpacked in a folder. */
function findSshd(folder: string): {sshd: string; libraries?: string} {
	if (existsSync('/usr/sbin/sshd')) return {sshd: '/usr/sbin/sshd'};
	const packages = ['openssh-server', 'libwrap0'];
	execFileSync('apt-get', ['download', ...packages], {cwd: folder, stdio: 'pipe'});
	const unpacked = path.join(folder, 'unpacked');
	for (const name of readdirSync(folder).filter((one) => one.endsWith('.deb'))) {
		run('dpkg-deb', '--extract', path.join(folder, name), unpacked);
	}
	const [libraries] = readdirSync(unpacked, {recursive: true})
		.map((name) => path.join(unpacked, String(name)))
		.filter((name) => name.endsWith('libwrap.so.0'));
	return {
		sshd: path.join(unpacked, 'usr', 'sbin', 'sshd'),
		...(libraries === undefined ? {} : {libraries: path.dirname(libraries)}),
	};
}

/** Makes an account unless it is there; resolves with how to take that back. */
function makeUser(name: string, ...flags: string[]): () => void {
	try {
		run('getent', 'passwd', name);
		return () => {};
	} catch {
		run('useradd', ...flags, name);
		return () => run('userdel', name);
	}
}

/** A session whose line was cut takes a moment to end, and its account stays as long. */
async function whenFree(back: () => void): Promise<void> {
	for (let tries = 0; ; tries++) {
		try {
			back();
			return;
		} catch (error) {
			if (tries === 100) throw error;
			await pause(100);
		}
	}
}

function freePort(): Promise<number> {
	const {promise, resolve} = Promise.withResolvers<number>();
	const server = createServer().listen(0, '127.0.0.1', () => {
		const address = server.address();
		server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
	});
	return promise;
}

/** Starts sshd with these settings besides. */
export async function startSshd(...settings: string[]): Promise<Server> {
	if (userInfo().uid !== 0) throw new Error('npm run test:server needs root: it makes an account');
	const folder = mkdtempSync(path.join(tmpdir(), 'boardwalk-sshd-'));
	chmodSync(folder, 0o755);
	const {sshd, libraries} = findSshd(folder);
	const home = path.join(folder, 'home');
	const undo = [
		makeUser('sshd', '--system', '--no-create-home', '--shell', '/usr/sbin/nologin'),
		// Without a password, and not locked: sshd lets nobody in whose account is.
		makeUser(
			account,
			'--password',
			'*',
			'--no-create-home',
			'--home-dir',
			home,
			'--shell',
			'/bin/sh',
		),
	];
	mkdirSync('/run/sshd', {recursive: true});
	const [, , uid, gid] = run('getent', 'passwd', account).split(':').map(Number);
	mkdirSync(home);
	const file = path.join(home, 'strategy.json');
	copyFileSync(path.join(root, 'data', 'lincolnshire-imt.json'), file);
	const makeKey = (name: string): string => {
		const key = path.join(folder, name);
		run('ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-C', `${name}’s laptop`, '-f', key);
		return key;
	};
	for (const name of ['host', 'key']) makeKey(name);
	const keys = path.join(folder, 'authorized_keys');
	copyFileSync(path.join(folder, 'key.pub'), keys);
	chmodSync(keys, 0o644);
	for (const made of [home, file]) chownSync(made, uid ?? 0, gid ?? 0);
	const port = await freePort();
	const configuration = path.join(folder, 'sshd_config');
	writeFileSync(
		configuration,
		[
			`Port ${port}`,
			'ListenAddress 127.0.0.1',
			`HostKey ${path.join(folder, 'host')}`,
			`AuthorizedKeysFile ${keys}`,
			`PidFile ${path.join(folder, 'pid')}`,
			'UsePAM no',
			'StrictModes no',
			'PasswordAuthentication no',
			`AllowUsers ${account}`,
			...settings,
			'',
		].join('\n'),
	);
	const server = spawn(sshd, ['-D', '-e', '-f', configuration], {
		stdio: ['ignore', 'ignore', 'pipe'],
		env: {...process.env, ...(libraries === undefined ? {} : {LD_LIBRARY_PATH: libraries})},
	});
	const listening = Promise.withResolvers<void>();
	let said = '';
	server.stderr.on('data', (chunk) => {
		said += String(chunk);
		if (said.includes('Server listening')) listening.resolve();
	});
	const ended = new Promise<void>((resolve) => {
		server.on('exit', () => {
			listening.reject(new Error(`sshd ended: ${said}`));
			resolve();
		});
	});
	const stop = async () => {
		server.kill();
		await ended;
		for (const back of undo) await whenFree(back);
		rmSync(folder, {recursive: true, force: true});
	};
	try {
		await listening.promise;
	} catch (error) {
		await stop();
		throw error;
	}
	const options = [
		'BatchMode=yes',
		'StrictHostKeyChecking=no',
		'UserKnownHostsFile=/dev/null',
		'LogLevel=ERROR',
	];
	const chosen = (key: string) => [
		'-F',
		'none',
		'-i',
		key,
		...options.flatMap((option) => ['-o', option]),
	];
	const connectAs: Server['connectAs'] = (key, command, ...more) => [
		'-tt',
		'-p',
		String(port),
		...chosen(key),
		...more,
		`${account}@127.0.0.1`,
		...(command === undefined ? [] : [command]),
	];
	return {
		home,
		file,
		connect: (command, ...more) => connectAs(path.join(folder, 'key'), command, ...more),
		connectAs,
		copying: (key) => ['-P', String(port), ...chosen(key)],
		makeKey,
		letIn: (lines) => writeFileSync(keys, lines.join('')),
		run(args, input = '') {
			const {status, stdout, stderr} = spawnSync(process.execPath, [launcher, ...args], {
				uid: uid ?? 0,
				gid: gid ?? 0,
				cwd: home,
				input,
				encoding: 'utf8',
				env: {HOME: home, LANG: 'C.UTF-8', PATH: '/usr/bin:/bin'},
			});
			return {code: status, out: stdout, err: stderr};
		},
		stop,
	};
}

/** How `boardwalk` is called there, with the project's own Node. */
export const program = `${process.execPath} ${path.join(root, 'bin', 'boardwalk.js')}`;
