// From the start of the process to the end of the first frame that can be used.
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {alternate, median} from '../samples.ts';
import type {Setting} from '../setting.ts';
import {projectCount, sizeName, sizes} from '../setting.ts';
import type {Result} from '../table.ts';
import type {Database} from '../generate.ts';
import {grow, readDatabase} from '../grow.ts';
import type {Program} from '../programs.ts';
import {hello, launch} from '../programs.ts';
import type {Size} from '../terminal.ts';
import {processorTime} from '../usage.ts';

/** Both in milliseconds; the processor time is the one that a busy machine distorts less. */
type Start = {time: number; processor: number};

async function startOnce(program: Program, database: Database, size: Size): Promise<Start> {
	const probe = launch(program, database, size);
	try {
		const time = await probe.ready(program.ready);
		return {time, processor: processorTime(probe.pid)};
	} finally {
		await probe.settled();
		await probe.end();
	}
}

/** `node -e hello` ends by itself, before its processor time could be read. */
async function helloOnce(database: Database, size: Size): Promise<Start> {
	const probe = launch(hello, database, size);
	const time = await probe.ready(hello.ready);
	await probe.end();
	return {time, processor: Number.NaN};
}

const acts = 4000;

/** The same projects with a long log. */
async function withLog({file, projects}: Database, folder: string): Promise<Database> {
	const logged = path.join(folder, 'logged', 'database.json');
	mkdirSync(path.dirname(logged));
	const content = grow(await readDatabase(file), acts);
	writeFileSync(logged, `${JSON.stringify(content, undefined, 2)}\n`);
	return {file: logged, projects};
}

export async function start(setting: Setting): Promise<Result[]> {
	const {application, floor, sample, large, kept, folder, quick} = setting;
	const logged = await withLog(sample, folder);
	const results: Result[] = [];
	for (const size of sizes) {
		const takers = [
			() => helloOnce(sample, size),
			() => startOnce(floor, sample, size),
			() => startOnce(application, sample, size),
			() => startOnce(application, large, size),
			() => startOnce(application, logged, size),
			() => startOnce(application, kept, size),
		];
		// The first starts fill the compile cache.
		await alternate(2, takers);
		const samples = await alternate(quick ? 7 : 25, takers);
		const [bare = 0, least = 0, few = 0, many = 0, long = 0, deep = 0] = samples.map((some) =>
			median(some.map(({time}) => time)),
		);
		const [, leastWork = 0, work = 0] = samples.map((some) =>
			median(some.map(({processor}) => processor)),
		);
		const what = (database: Database) => `start, ${projectCount(database)}, ${sizeName(size)}`;
		const common = {what: what(sample), unit: 'ms' as const};
		results.push(
			{...common, measured: few, floor: least, against: floor.name, goal: {ratio: 0.7}},
			{
				...common,
				what: `${what(sample)}, processor time`,
				measured: work,
				floor: leastWork,
				against: floor.name,
			},
			{...common, measured: few, floor: bare, against: hello.name, goal: {ratio: 2}},
			{
				...common,
				what: what(large),
				measured: many,
				floor: least,
				against: floor.name,
				goal: {ratio: 1.5},
			},
			{
				...common,
				what: what(kept),
				measured: deep,
				floor: least,
				against: floor.name,
				goal: {ratio: 1.5},
			},
			{
				...common,
				what: `start, ${acts.toLocaleString('en-GB')} acts in the log, ${sizeName(size)}`,
				measured: long,
				floor: few,
				against: 'an empty log',
				goal: {ratio: 1.3},
			},
		);
	}
	return results;
}
