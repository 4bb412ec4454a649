// A Debian of its own to follow docs/server.md on: debootstrap fetches it once, each test unpacks it anew. It has its own
// mounts, processes, host name and network, which reaches nothing. It needs root and, the first time, Debian's mirror.
import {execFileSync, spawn, spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync} from 'node:fs';
import {tmpdir, userInfo} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as pause} from 'node:timers/promises';
import {root} from '../terminal/boardwalk.ts';

/** What an administrator has before the page begins, and what the page names besides. */
const packages = ['openssh-server', 'sudo', 'cron', 'tmux', 'screen', 'mosh', 'rsync'];
const release = 'bookworm';

export type Machine = {
	/** Where its files lie for whoever is outside. */
	at(name: string): string;
	/** Runs a line of shell as root in root's home; its output with its errors, and how it ended. */
	run(line: string): {code: number | null; out: string};
	/** What starts a program in it, for a terminal. */
	command(...args: string[]): {command: string; args: string[]};
	stop(): Promise<void>;
};

const say = (command: string, args: readonly string[], env: Record<string, string> = {}) =>
	execFileSync(command, args, {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {...process.env, ...env},
		maxBuffer: 1 << 26,
	});

/** The system as an archive, fetched if it is not there yet. */
function fetchSystem(): string {
	const folder = path.join(root, 'node_modules', '.cache', 'debian');
	const archive = path.join(folder, `${release}-${packages.join('-')}.tar`);
	if (existsSync(archive)) return archive;
	mkdirSync(folder, {recursive: true});
	const work = mkdtempSync(path.join(tmpdir(), 'boardwalk-debian-'));
	try {
		const system = path.join(work, 'system');
		const [debootstrap, env] = findDebootstrap(work);
		const include = `--include=${packages.join(',')}`;
		say(debootstrap, ['--variant=minbase', include, release, system], env);
		rmSync(path.join(system, 'var/cache/apt/archives'), {recursive: true, force: true});
		say('tar', ['-C', system, '-cf', `${archive}.tmp`, '.']);
		renameSync(`${archive}.tmp`, archive);
	} finally {
		rmSync(work, {recursive: true, force: true});
	}
	return archive;
}

/** The system's own, else Debian's package unpacked aside: it is made of scripts. */
function findDebootstrap(work: string): [command: string, env: Record<string, string>] {
	if (existsSync('/usr/sbin/debootstrap')) return ['/usr/sbin/debootstrap', {}];
	execFileSync('apt-get', ['download', 'debootstrap'], {cwd: work, stdio: 'pipe'});
	const [file = ''] = readdirSync(work).filter((name) => name.endsWith('.deb'));
	say('dpkg-deb', ['--extract', path.join(work, file), path.join(work, 'tool')]);
	const own = (name: string) => path.join(work, 'tool', 'usr', name);
	return [own('sbin/debootstrap'), {DEBOOTSTRAP_DIR: own('share/debootstrap')}];
}

/** What the machine does when it is switched on; the folder of its files is $1. */
const boot = `
mount -t proc proc "$1/proc" && mount -t tmpfs tmpfs "$1/run" &&
mount -t devpts -o newinstance,ptmxmode=0666,mode=0620,gid=5 devpts "$1/dev/pts" &&
ln -sf pts/ptmx "$1/dev/ptmx" && ip link set lo up && hostname server || exit 1
echo '127.0.0.1 localhost server' > "$1/etc/hosts"
exec chroot "$1" /bin/sh -c 'mkdir -p /run/sshd && /usr/sbin/sshd && echo on && exec sleep infinity'`;

/** What stands in for systemd, which is not there: the one thing that the page asks of it. */
const systemctl = `#!/bin/sh
[ "$*" = "reload ssh" ] && /usr/sbin/sshd -t && kill -HUP "$(cat /run/sshd.pid)"
`;

/** Switches a fresh machine on. */
export async function startMachine(): Promise<Machine> {
	if (userInfo().uid !== 0) throw new Error('npm run test:server needs root: it makes a machine');
	const folder = mkdtempSync(path.join(tmpdir(), 'boardwalk-machine-'));
	say('tar', ['-C', folder, '-xf', fetchSystem()]);
	const namespaces = ['--mount', '--pid', '--net', '--uts', '--fork', '--kill-child'];
	const machine = spawn('unshare', [...namespaces, 'sh', '-c', boot, 'sh', folder], {
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const on = Promise.withResolvers<void>();
	let said = '';
	machine.stderr.on('data', (chunk) => (said += String(chunk)));
	machine.stdout.on('data', () => on.resolve());
	const ended = new Promise<void>((resolve) => {
		machine.on('exit', () => {
			on.reject(new Error(`the machine did not start: ${said}`));
			resolve();
		});
	});
	const stop = async () => {
		machine.kill('SIGKILL');
		await ended;
		// Its processes go a moment after it.
		for (let tries = 0; ; tries++) {
			try {
				rmSync(folder, {recursive: true, force: true});
				return;
			} catch (error) {
				if (tries === 100) throw error;
				await pause(50);
			}
		}
	};
	try {
		await on.promise;
	} catch (error) {
		await stop();
		throw error;
	}
	// unshare's child is the machine's first process.
	const first = say('pgrep', ['-P', String(machine.pid)]).trim();
	const env = [
		'HOME=/root',
		'LANG=C.UTF-8',
		'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
		'TERM=xterm-256color',
	];
	const enter = ['--target', first, '--mount', '--pid', '--net', '--uts', '--root'];
	const command: Machine['command'] = (...args) => ({
		command: 'nsenter',
		args: [...enter, 'env', '-i', '--chdir=/root', ...env, ...args],
	});
	const run: Machine['run'] = (line) => {
		const {command: program, args} = command('bash', '-c', line);
		const {status, stdout, stderr} = spawnSync(program, args, {encoding: 'utf8', input: ''});
		return {code: status, out: stdout + stderr};
	};
	const own: Machine = {
		at: (name) => path.join('/proc', first, 'root', name),
		run,
		command,
		stop,
	};
	run(
		`printf '%s' '${systemctl}' > /usr/local/bin/systemctl && chmod 755 /usr/local/bin/systemctl`,
	);
	return own;
}
