// The database in PostgreSQL: what a committed change costs beside a bare transaction, when others see
// it, what is lost when servers are killed, and whether size matters. On real servers that bring every
// commit to the disk.
import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import path from 'node:path';
import type {Act, Change} from '../../source/domain/changes/index.ts';
import {check} from '../../source/domain/queries/check.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {createPostgres} from '../../source/store/postgres/create.ts';
import {openPostgres} from '../../source/store/postgres/open.ts';
import type {Store, Who} from '../../source/store/store.ts';
import {startPair} from '../../test/store/postgres/pair.ts';
import {Server} from '../../test/store/postgres/server.ts';
import {generate} from '../generate.ts';
import {edit, grow, readDatabase} from '../grow.ts';
import {alternate, median, now, p95, pause} from '../samples.ts';
import type {Setting} from '../setting.ts';
import {projectsInProgress} from '../store.ts';
import type {Result} from '../table.ts';
import type {Written} from '../writer.ts';
import {startWriter, stopWriter} from './commit.ts';

/** As an administrator would have it; the tests' servers do not wait for the disk. */
const durable = ['fsync = on'];
const who = (name: string): Who => ({actor: {user: name, host: 'localhost'}, session: name});

let acts = 0;
const act = (...changes: Change[]): Act => ({id: randomUUID(), changes});

async function accepted(store: Store, what: Act, name = 'benchmark'): Promise<number> {
	const outcome = await store.commit(what, who(name));
	if (!outcome.ok) throw new Error('A commit was refused', {cause: outcome});
	return outcome.entry.revision;
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
	const started = now();
	await work();
	return now() - started;
};

/** Brings a database in and opens it. */
async function bring(server: Server, board: string, database: Database): Promise<Store> {
	const url = server.url('council', {board});
	await createPostgres(url, database);
	return openPostgres(url);
}

/** A committed change beside a transaction that changes one row, on the same server and by the same driver. */
async function cost(server: Server, {sample, quick}: Setting): Promise<Result[]> {
	const store = await bring(server, 'cost', await readDatabase(sample.file));
	// A connection each, as every session has: what comes next on the same one finds the server awake.
	const clients = [server.connect('council'), server.connect('council')] as const;
	await clients[0]`create table bare (id integer primary key, count integer)`;
	await clients[0]`insert into bare values (1, 0)`;
	const [one, other] = await Promise.all([clients[0].reserve(), clients[1].reserve()]);
	const takers = [
		() =>
			timed(async () => {
				await one`begin`;
				await one`update bare set count = count + 1 where id = ${1}`;
				await one`commit`;
			}),
		() =>
			timed(() =>
				Promise.all([
					other`begin`,
					other`update bare set count = count + 1 where id = ${1}`,
					other`commit`,
				]),
			),
		() => timed(() => accepted(store, edit(store.read()))),
	];
	await alternate(20, takers);
	const [stepwise = [], atOnce = [], measured = []] = await alternate(quick ? 100 : 1000, takers);
	one.release();
	other.release();
	await Promise.all(clients.map((client) => client.end()));
	await store.close();
	return [
		{name: 'p50', of: median, goal: {ratio: 2.5}},
		{name: 'p95', of: p95, goal: {ratio: 2.5}},
	].flatMap(({name, of, goal}): Result[] => [
		{
			what: `PostgreSQL: a change, 20 projects, ${name}`,
			unit: 'ms',
			measured: of(measured),
			floor: of(stepwise),
			against: 'begin, update, commit',
			goal,
		},
		{
			what: `PostgreSQL: a change, 20 projects, ${name}`,
			unit: 'ms',
			measured: of(measured),
			floor: of(atOnce),
			against: 'the three in one go',
		},
	]);
}

/** From a commit in another process until this one knows of it. */
async function visible(server: Server, {sample, quick}: Setting): Promise<Result[]> {
	const store = await bring(server, 'visible', await readDatabase(sample.file));
	const url = server.url('council', {board: 'visible'});
	const seen = new Map<number, (at: number) => void>();
	store.watch((news) => {
		if ('database' in news) seen.get(news.database.revision)?.(now());
	});
	const writer = await startWriter(
		{...sample, file: url},
		projectsInProgress(sample.file)[0] ?? '',
	);
	const [times, commits]: number[][] = [[], []];
	try {
		for (let count = 0; count < (quick ? 50 : 300); count++) {
			const revision = store.read().revision + (store.read().revision === 0 ? 2 : 1);
			const told = new Promise<number>((resolve) => seen.set(revision, resolve));
			const answer: Promise<Written[]> = once(writer, 'message');
			writer.send('once');
			const [{started, ended} = {started: 0, ended: 0}] = await answer;
			times?.push((await told) - started);
			commits?.push(ended - started);
			await pause(5 + ((count * 37) % 30));
		}
	} finally {
		await stopWriter(writer);
		await store.close();
	}
	return [
		{
			what: 'PostgreSQL: commit → known elsewhere, p95',
			unit: 'ms',
			measured: p95(times ?? []),
			floor: p95(commits ?? []),
			against: 'the commit',
			goal: {most: 20},
		},
	];
}

type Acknowledged = {id: string; revision: number};

/** How many acts that were acknowledged are not where they were said to be, and how many comments are there twice. */
function audit({log, projects}: Database, acknowledged: readonly Acknowledged[]) {
	const byRevision = new Map(log.map(({revision, id}) => [revision, id]));
	const notes = projects.flatMap(({updates}) => updates.map(({note}) => note ?? ''));
	const own = notes.filter((note) => note.startsWith('bench '));
	return {
		missing: acknowledged.filter(({id, revision}) => byRevision.get(revision) !== id).length,
		twice: own.length - new Set(own).size,
	};
}

const comment = (database: Database, text: string): Act => {
	const project = database.projects[++acts % database.projects.length];
	return act({kind: 'project/update', id: project?.id ?? '', note: `bench ${text} ${acts}`});
};

/** Sixteen sessions at once, each with a connection of its own. */
async function together(server: Server, {sample, quick}: Setting): Promise<Result[]> {
	await (await bring(server, 'together', await readDatabase(sample.file))).close();
	const url = server.url('council', {board: 'together'});
	const stores = await Promise.all(Array.from({length: 16}, () => openPostgres(url)));
	const acknowledged: Acknowledged[] = [];
	const times: number[] = [];
	const changes = quick ? 20 : 100;
	await Promise.all(
		stores.map(async (store, writer) => {
			for (let number = 0; number < changes; number++) {
				const what = comment(store.read(), `w${writer}`);
				const started = now();
				acknowledged.push({id: what.id, revision: await accepted(store, what, `w${writer}`)});
				times.push(now() - started);
			}
		}),
	);
	await Promise.all(stores.map((store) => store.close()));
	const final = await openPostgres(url);
	const {missing, twice} = audit(final.read(), acknowledged);
	const problems = check(final.read()).length;
	await final.close();
	const what = `PostgreSQL: 16 writers × ${changes}`;
	return [
		{
			what: `${what}, lost, twice or unproved`,
			unit: 'changes',
			measured: missing + twice + problems,
			goal: {most: 0},
		},
		{what: `${what}, each, p95`, unit: 'ms', measured: p95(times)},
	];
}

/** Four sessions that commit while something is done to their server. */
async function stream(url: string, during: (count: () => number) => Promise<void>) {
	const stores = await Promise.all(
		Array.from({length: 4}, () => openPostgres(url, {patience: 120_000})),
	);
	const acknowledged: Acknowledged[] = [];
	const moments: number[] = [];
	const over = new AbortController();
	const work = stores.map(async (store, writer) => {
		while (!over.signal.aborted) {
			const what = comment(store.read(), `s${writer}`);
			acknowledged.push({id: what.id, revision: await accepted(store, what, `s${writer}`)});
			moments.push(now());
		}
	});
	await during(() => acknowledged.length);
	over.abort();
	await Promise.all(work);
	await Promise.all(stores.map((store) => store.close()));
	const final = await openPostgres(url);
	const found = {...audit(final.read(), acknowledged), problems: check(final.read()).length};
	await final.close();
	return {...found, acknowledged, moments};
}

async function until(test: () => boolean): Promise<void> {
	while (!test()) await pause(5);
}

/** The server killed as by a power cut, and started again. */
async function killed(server: Server, {sample, quick}: Setting): Promise<Result[]> {
	await (await bring(server, 'killed', await readDatabase(sample.file))).close();
	const kills = quick ? 5 : 20;
	const url = server.url('council', {board: 'killed'});
	const {missing, twice, problems} = await stream(url, async (count) => {
		for (let kill = 0; kill < kills; kill++) {
			const before = count();
			await until(() => count() > before + 10 + kill);
			await server.kill();
			await server.restart();
		}
		const before = count();
		await until(() => count() > before + 10);
	});
	return [
		{
			what: `PostgreSQL: killed ${kills} times in mid-meeting, acts missing, twice or unproved`,
			unit: 'changes',
			measured: missing + twice + problems,
			goal: {most: 0},
		},
	];
}

/** The primary killed, and its synchronous stand-by put in its place. */
async function failOver({sample}: Setting): Promise<Result[]> {
	const pair = await startPair(durable);
	try {
		await createPostgres(pair.url('fail-over'), await readDatabase(sample.file));
		let [from, promoted] = [0, 0];
		const {missing, twice, problems, moments} = await stream(
			pair.url('fail-over'),
			async (count) => {
				await until(() => count() > 100);
				from = now();
				await pair.failOver();
				promoted = now();
				const before = count();
				await until(() => count() > before + 100);
			},
		);
		const last = Math.max(...moments.filter((at) => at <= from));
		const next = Math.min(...moments.filter((at) => at > promoted));
		return [
			{
				what: 'PostgreSQL: fail-over, from the last acknowledged change to the next',
				unit: 'ms',
				measured: next - last,
				floor: promoted - from,
				against: 'kill and promotion',
			},
			{
				what: 'PostgreSQL: fail-over, acts missing, twice or unproved',
				unit: 'changes',
				measured: missing + twice + problems,
				goal: {most: 0},
			},
		];
	} finally {
		await pair.remove();
	}
}

/** The same act with little and with much behind it, and in a small and in a large database. */
async function size(server: Server, {sample, folder, quick}: Setting): Promise<Result[]> {
	const small = await readDatabase(sample.file);
	const many = generate(path.join(folder, 'postgres-many.json'), 10_000);
	const long = quick ? 2000 : 10_000;
	const databases = [grow(small, 10), grow(small, long), grow(await readDatabase(many.file), 10)];
	const stores: Store[] = [];
	for (const [index, database] of databases.entries()) {
		stores.push(await bring(server, `size-${index}`, database));
	}
	const takers = stores.map((store) => () => timed(() => accepted(store, edit(store.read()))));
	await alternate(20, takers);
	const [few = [], acts = [], projects = []] = await alternate(quick ? 60 : 500, takers);
	await Promise.all(stores.map((store) => store.close()));
	const common = {unit: 'ms' as const, floor: median(few), goal: {ratio: 1.5}};
	return [
		{
			...common,
			what: `PostgreSQL: a change after ${long.toLocaleString('en-GB')} acts`,
			measured: median(acts),
			against: 'after 10',
		},
		{
			...common,
			what: 'PostgreSQL: a change among 10,000 projects',
			measured: median(projects),
			against: 'among 20',
		},
	];
}

export async function postgres(setting: Setting): Promise<Result[]> {
	const server = await Server.start(durable);
	try {
		await server.admin`create database council`;
		return [
			...(await cost(server, setting)),
			...(await visible(server, setting)),
			...(await together(server, setting)),
			...(await size(server, setting)),
			...(await killed(server, setting)),
			...(await failOver(setting)),
		];
	} finally {
		await server.remove();
	}
}
