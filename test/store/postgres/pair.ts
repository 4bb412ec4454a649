// Two servers, one of which follows the other: nothing is acknowledged that both do not have.
import {setTimeout as pause} from 'node:timers/promises';
import {Server} from './server.ts';

export type Pair = {
	primary: Server;
	standby: Server;
	/** The URL that names both. */
	url(board: string): string;
	/** Kills the primary and has the stand-by take its place. */
	failOver(): Promise<void>;
	remove(): Promise<void>;
};

/** Starts two servers with a database `council` on them. */
export async function startPair(settings: readonly string[] = []): Promise<Pair> {
	const primary = await Server.start(['wal_level = replica', 'hot_standby = on', ...settings]);
	await primary.admin`create database council`;
	await primary.stop();
	const standby = await primary.copy();
	await primary.configure("synchronous_standby_names = 'second'");
	await primary.restart();
	await standby.follow(primary, 'second');
	await untilSynchronous(primary);
	return {
		primary,
		standby,
		url: (board) =>
			`postgres://postgres@127.0.0.1:${primary.port},127.0.0.1:${standby.port}/council?target_session_attrs=read-write&board=${board}`,
		async failOver() {
			await primary.kill();
			await standby.admin`select pg_promote()`;
		},
		async remove() {
			// First the one that the other would wait for.
			await standby.remove();
			await primary.remove();
		},
	};
}

async function untilSynchronous({admin}: Server): Promise<void> {
	for (;;) {
		const rows = await admin`select from pg_stat_replication where sync_state = 'sync'`;
		if (rows.length > 0) return;
		await pause(20);
	}
}
