// Real PostgreSQL servers on loopback, started by the tests themselves.
import {type ChildProcess, execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {appendFile, chmod, chown, cp, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {promisify} from 'node:util';
import postgres, {type Sql} from 'postgres';
import {nobody, isRoot} from '../places.ts';
import {asUser, findBinaries} from './binaries.ts';

const run = promisify(execFile);

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address() as {port: number};
	server.close();
	await once(server, 'close');
	return port;
}

/** Gives a file or folder to the user that servers run as. */
export async function give(target: string): Promise<void> {
	if (isRoot) await chown(target, nobody, nobody);
}

const running = new Set<Server>();
// Should the tests be interrupted, nothing is left running.
process.on('exit', () => {
	for (const server of running) server.killNow();
});

/**
 * The superuser needs no password on loopback, which spares most tests one; all others do. What the disk
 * does is not tested here: processes are killed, not machines.
 */
const settings = [
	"listen_addresses = '127.0.0.1'",
	'fsync = off',
	'max_connections = 60',
	"log_min_messages = 'warning'",
	'shared_buffers = 16MB',
	'max_wal_size = 256MB',
	'wal_sender_timeout = 5s',
];
const initial = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync', '-N'];
const access = [
	'local all all trust',
	'host all postgres 127.0.0.1/32 trust',
	'host replication postgres 127.0.0.1/32 trust',
	'host all all 127.0.0.1/32 scram-sha-256',
];

export class Server {
	readonly port: number;
	/** Where its data lie. */
	readonly data: string;
	readonly #root: string;
	#process: ChildProcess | undefined;
	#log = '';
	#admin: Sql | undefined;
	#limit: number | undefined;

	private constructor(port: number, root: string, data: string) {
		this.port = port;
		this.#root = root;
		this.data = data;
	}

	/**
	 * Makes a server and starts it; `more` are lines for its configuration, `megabytes` the most that a file
	 * of its may hold.
	 */
	static async start(more: readonly string[] = [], megabytes?: number): Promise<Server> {
		const {initdb} = await findBinaries();
		const root = await mkdtemp(path.join(tmpdir(), 'boardwalk-pg-'));
		await give(root);
		const data = path.join(root, 'data');
		const server = new Server(await freePort(), root, data);
		server.#limit = megabytes;
		await run(
			initdb,
			[...initial, '-D', data, ...(megabytes === undefined ? [] : ['--wal-segsize=1'])],
			{...asUser, cwd: root, env: {LC_ALL: 'C', PATH: process.env['PATH'] ?? ''}},
		);
		await writeFile(path.join(data, 'pg_hba.conf'), `${access.join('\n')}\n`);
		await server.configure(...settings, ...more);
		await server.restart();
		return server;
	}

	/** A copy of a server that is not running, not started yet. */
	async copy(): Promise<Server> {
		const root = await mkdtemp(path.join(tmpdir(), 'boardwalk-pg-'));
		await give(root);
		const data = path.join(root, 'data');
		await mkdir(data);
		await cp(this.data, data, {recursive: true, preserveTimestamps: true});
		await chmod(data, 0o700);
		if (isRoot) await run('chown', ['-R', `${nobody}:${nobody}`, data]);
		return new Server(await freePort(), root, data);
	}

	/** The end of what it has logged. */
	get log(): string {
		return this.#log;
	}

	configure(...lines: readonly string[]): Promise<void> {
		return appendFile(path.join(this.data, 'postgresql.conf'), `${lines.join('\n')}\n`);
	}

	/** From now on it follows another server, whose copy it is, under a name. */
	async follow(primary: Server, name: string): Promise<void> {
		const from = `host=127.0.0.1 port=${primary.port} user=postgres application_name=${name}`;
		await this.configure(`primary_conninfo = '${from}'`, "synchronous_standby_names = ''");
		await writeFile(path.join(this.data, 'standby.signal'), '');
		await give(path.join(this.data, 'standby.signal'));
		await this.restart();
	}

	/** A URL of a database on it; the superuser's unless something else is said. */
	url(database: string, query: Record<string, string> = {}, user = 'postgres'): string {
		const said = new URLSearchParams(query).toString();
		return `postgres://${user}@127.0.0.1:${this.port}/${database}${said ? `?${said}` : ''}`;
	}

	/** A client of the superuser. */
	get admin(): Sql {
		return (this.#admin ??= this.connect('postgres'));
	}

	connect(database: string, user = 'postgres', password = ''): Sql {
		return postgres({
			host: '127.0.0.1',
			port: this.port,
			database,
			user,
			password,
			max: 1,
			onnotice() {},
		});
	}

	/** What the superuser has it do in a database. */
	async run(database: string, text: string): Promise<void> {
		const sql = this.connect(database);
		try {
			await sql.unsafe(text);
		} finally {
			await sql.end();
		}
	}

	/** Starts it, again perhaps: until the processes of one that was killed are gone, that takes several tries. */
	async restart(): Promise<void> {
		const {postgres: program} = await findBinaries();
		for (let attempt = 0; ; attempt++) {
			const command = [
				program,
				'-D',
				this.data,
				'-p',
				String(this.port),
				'-c',
				`unix_socket_directories=${this.#root}`,
			];
			// The unit of ulimit is a block of 512 bytes.
			const limited = this.#limit && [
				'sh',
				'-c',
				`ulimit -f ${this.#limit * 2048}; exec "$@"`,
				'sh',
			];
			const [first = '', ...rest] = [...(limited || []), ...command];
			const child = spawn(first, rest, {
				...asUser,
				cwd: this.#root,
				stdio: ['ignore', 'ignore', 'pipe'],
				env: {LC_ALL: 'C', PATH: process.env['PATH']},
			});
			this.#process = child;
			running.add(this);
			if (await this.#isReady(child)) return;
			if (!/pre-existing shared memory|lock file/.test(this.#log) || attempt > 1000) {
				throw new Error(`PostgreSQL cannot be started: ${this.#log}`);
			}
		}
	}

	/** Kills the postmaster as a power cut would; its children end by themselves. */
	async kill(): Promise<void> {
		const child = this.#process;
		this.#process = undefined;
		if (child?.exitCode !== null || child.signalCode !== null) return;
		child.kill('SIGKILL');
		await once(child, 'exit');
	}

	killNow(): void {
		this.#process?.kill('SIGKILL');
	}

	/** Shuts it down: connections are ended at once. */
	async stop(): Promise<void> {
		await this.#admin?.end({timeout: 1});
		this.#admin = undefined;
		const child = this.#process;
		this.#process = undefined;
		if (child && child.exitCode === null && child.signalCode === null) {
			child.kill('SIGINT');
			await once(child, 'exit');
		}
		running.delete(this);
	}

	async remove(): Promise<void> {
		await this.stop();
		await rm(this.#root, {recursive: true, force: true, maxRetries: 5});
	}

	#isReady(child: ChildProcess): Promise<boolean> {
		this.#log = '';
		const {promise, resolve} = Promise.withResolvers<boolean>();
		child.stderr?.setEncoding('utf8').on('data', (text: string) => {
			this.#log = (this.#log + text).slice(-10_000);
			if (/database system is ready to accept (read-only )?connections/.test(this.#log))
				resolve(true);
		});
		child.on('exit', () => resolve(false));
		return promise;
	}
}
