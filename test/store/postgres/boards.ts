// Databases in PostgreSQL, for tests.
import {afterAll, afterEach, beforeAll} from 'vitest';
import type {Database} from '../../../source/domain/schema/index.ts';
import {createPostgres} from '../../../source/store/postgres/create.ts';
import {openPostgres} from '../../../source/store/postgres/open.ts';
import type {PostgresOptions} from '../../../source/store/postgres/store.ts';
import type {Store} from '../../../source/store/store.ts';
import {makeDatabase} from '../../helpers/database.ts';
import {Server} from './server.ts';

const stores: Store[] = [];

/** Opens a database; it is closed after the test. */
export async function open(url: string, options?: PostgresOptions): Promise<Store> {
	const store = await openPostgres(url, options);
	stores.push(store);
	return store;
}

/** For afterEach. */
export async function closeAll(): Promise<void> {
	await Promise.all(stores.splice(0).map((store) => store.close()));
}

let boards = 0;

/** Where tests have their databases. */
export type Place = {
	readonly server: Server;
	/** The URL of a new board that holds a database. */
	board(database?: Database): Promise<string>;
};

/** A server for the tests of a file, with a database `council` on it. */
export function withServer(settings: readonly string[] = []): Place {
	let server: Server | undefined;
	beforeAll(async () => {
		server = await Server.start(settings);
		await server.admin`create database council`;
	});
	afterEach(closeAll);
	afterAll(() => server?.remove());
	const there = () => {
		if (!server) throw new Error('the server has not been started');
		return server;
	};
	return {
		get server() {
			return there();
		},
		async board(database = makeDatabase()) {
			const url = there().url('council', {board: `board-${++boards}`});
			await createPostgres(url, database);
			return url;
		},
	};
}
