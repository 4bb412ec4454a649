import {Fault} from '../../reasons.ts';
import {type Hearer, Line} from './line.ts';
import {poolerWords, refusePooling} from './pooler.ts';
import {isLogin, isRefusal, reasonOf} from './reasons.ts';
import type {Host, ServerTarget} from './target.ts';

/** What a server says of itself. */
export type Server = {
	line: Line;
	/** Whether it follows another server. */
	isStandby: boolean;
	/** Whether it takes no changes, for whatever reason. */
	isReadOnly: boolean;
	encoding: string;
};

/** No server could be connected to. */
export class Unreachable extends Fault {
	override name = 'Unreachable';
	/** Whether a server was there and said no, so that trying again soon is of no use. */
	readonly isRefused: boolean;
	/** The servers that do not let the user in: as long as nobody has mended that, they are not asked again. */
	readonly shut: readonly Host[];

	constructor(message: string, isRefused: boolean, shut: readonly Host[] = []) {
		super(message);
		this.isRefused = isRefused;
		this.shut = shut;
	}
}

/** For how long a second connection through a pooler is waited for, in milliseconds. */
const longestProbe = 2000;

/**
 * How a connection is set up, whatever the server's defaults are.
 * - What was acknowledged must have survived: `synchronous_commit` is raised if it promises less.
 * - A session that was stopped in the middle of a transaction, or whose machine vanished, must not keep the
 *   others from saving for longer than they are willing to wait.
 * - Tables are small or searched by an index, whatever the statistics say of a table that has just been
 *   filled; compiling a query takes longer than any of these.
 */
const settings: Record<string, string> = {
	search_path: 'pg_catalog',
	default_transaction_isolation: 'read committed',
	synchronous_commit: 'on',
	lock_timeout: '10s',
	idle_in_transaction_session_timeout: '9s',
	client_connection_check_interval: '5s',
	tcp_keepalives_idle: '10',
	tcp_keepalives_interval: '5',
	tcp_keepalives_count: '3',
	enable_seqscan: 'off',
	plan_cache_mode: 'force_generic_plan',
	jit: 'off',
};

/** Settings that a version does not know are left out. */
const greeting = `
	select
		(
			select count(set_config(known.name, wanted.value, false))
			from (values ${Object.entries(settings)
				.map(([name, value]) => `('${name}', '${value}')`)
				.join(', ')}) as wanted (name, value)
			join pg_catalog.pg_settings as known on known.name = wanted.name
			where known.name <> 'synchronous_commit' or known.setting in ('off', 'local')
		) as set,
		pg_catalog.pg_backend_pid() as pid,
		pg_catalog.pg_is_in_recovery() as standby,
		pg_catalog.current_setting('transaction_read_only') = 'on' as read_only,
		pg_catalog.current_setting('server_encoding') as encoding`;

/**
 * Connects to the first server that will do, in the order of the URL, unless `ending` is aborted. Throws Unreachable,
 * whose message is a clause for people.
 */
export async function connect(
	target: ServerTarget,
	hearer: Hearer,
	ending?: AbortSignal,
): Promise<Server> {
	const {attributes, hosts} = target;
	const said: {host: Host; reason: string; error: unknown}[] = [];
	const rounds =
		attributes === 'prefer-standby' ? (['standby', 'any'] as const) : ([attributes] as const);
	for (const wanted of rounds) {
		said.length = 0;
		for (const host of hosts) {
			try {
				const server = await greet(target, host, hearer, ending);
				const objection = objectionTo(server, wanted);
				if (!objection) return server;
				await server.line.close();
				throw new Fault(objection);
			} catch (error) {
				said.push({host, reason: await explain(error, target, host), error});
			}
		}
	}
	const [first] = said;
	const message =
		hosts.length === 1
			? `cannot connect: ${first?.reason}`
			: `no server will do: ${said.map(({host, reason}) => `${host.host}:${host.port}: ${reason}`).join('; ')}`;
	throw new Unreachable(
		message,
		said.every(({error}) => isRefusal(error)),
		said.filter(({error}) => isLogin(error)).map(({host}) => host),
	);
}

async function greet(
	target: ServerTarget,
	host: Host,
	hearer: Hearer,
	ending?: AbortSignal,
): Promise<Server> {
	const {line, answer} = await Line.open(target, host, greeting, hearer, ending);
	if (!line.isDirect) await checkPooler(line, target, ending);
	return {
		line,
		isStandby: answer['standby'] === true,
		isReadOnly: answer['read_only'] === true,
		encoding: String(answer['encoding']),
	};
}

/** A second connection is needed to find out; where there is no room for one, sessions are what is pooled. */
async function checkPooler(line: Line, target: ServerTarget, ending?: AbortSignal): Promise<void> {
	const probe = 'select pg_catalog.pg_backend_pid() as pid';
	const deaf = {notified() {}, lost() {}};
	const patience = Math.min(target.patience, longestProbe);
	const late = AbortSignal.timeout(patience);
	const over = ending ? AbortSignal.any([ending, late]) : late;
	let second: Line | undefined;
	try {
		const through = {...target, patience, silence: patience};
		const opened = await Line.open(through, line.host, probe, deaf, over);
		second = opened.line;
		const backendOf = (one: Line) => async () => {
			const [[row] = []] = await one.turn((ask) => ask((sql) => [sql.unsafe(probe)]));
			return Number(row?.['pid']);
		};
		await refusePooling(backendOf(line), backendOf(second));
	} catch (error) {
		if (!(error instanceof Fault) || error.message !== poolerWords) return;
		await line.close();
		throw error;
	} finally {
		await second?.close();
	}
}

function objectionTo(
	{isStandby, isReadOnly}: Server,
	wanted: Exclude<ServerTarget['attributes'], 'prefer-standby'>,
): string | undefined {
	switch (wanted) {
		case 'any':
			return undefined;
		case 'read-write':
			return isReadOnly || isStandby ? 'it takes no changes' : undefined;
		case 'read-only':
			return isReadOnly || isStandby ? undefined : 'it takes changes';
		case 'primary':
			return isStandby ? 'it is a stand-by' : undefined;
		case 'standby':
			return isStandby ? undefined : 'it is not a stand-by';
	}
}

/** Why a server could not be connected to. One without a password says that there is none. */
async function explain(error: unknown, target: ServerTarget, host: Host): Promise<string> {
	const reason = reasonOf(error, target);
	if (!isLogin(error)) return reason;
	const {password, passedOver} = await target.password(host);
	if (passedOver) return `${reason} (${passedOver})`;
	return password === undefined
		? `the server wants a password for the user ${target.user}, and none was found: put one into ~/.pgpass, a service file or PGPASSWORD`
		: reason;
}
