// Many processes on one file: none of their acts is lost, the chain is whole, and all of them see the same.
import {open as openHandle, readFile, rename} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {afterEach, expect, test} from 'vitest';
import {check} from '../../source/domain/queries/check.ts';
import {counts, median, percentile, say, sayTimes} from '../helpers/figures.ts';
import {Child} from '../store/children.ts';
import {file, notes, open, temporaries, tidy} from '../store/places.ts';
import type {Said, Told} from './programs/worker.ts';

const program = fileURLToPath(new URL('programs/worker.ts', import.meta.url));
const [processes, acts] = [counts(6, 16), counts(20, 100)];
const children: Child[] = [];

afterEach(async () => {
	await Promise.all(children.splice(0).map((child) => child.kill()));
	await tidy();
});

class Worker {
	readonly #child: Child;

	constructor(path: string, name: string) {
		this.#child = new Child(process.execPath, [program, path, name]);
		children.push(this.#child);
	}

	async ready(): Promise<this> {
		const line = await this.#child.line();
		if (line !== 'ready') throw new Error(`a worker said ${line}`);
		return this;
	}

	tell(told: Told): void {
		this.#child.say(JSON.stringify(told));
	}

	async hear(): Promise<Said> {
		const line = await this.#child.line();
		if (line === undefined) throw new Error('a worker ended');
		return JSON.parse(line) as Said;
	}

	/** Commits so many acts, and gives back what was said of each. */
	async act(number: number): Promise<Extract<Said, {id: string}>[]> {
		this.tell({act: number});
		const acknowledged: Extract<Said, {id: string}>[] = [];
		for (;;) {
			const said = await this.hear();
			if ('done' in said) return acknowledged;
			if (!('id' in said)) throw new Error(JSON.stringify(said));
			acknowledged.push(said);
		}
	}
}

/** How long it takes to put the same bytes there durably and nothing else, in milliseconds. */
async function bareSaves(path: string, times: number): Promise<number[]> {
	const bytes = await readFile(path);
	const folder = dirname(path);
	const target = join(folder, 'bare.json');
	const taken: number[] = [];
	for (let round = 0; round < times; round++) {
		const start = performance.now();
		const handle = await openHandle(`${target}.new`, 'w');
		await handle.writeFile(bytes);
		await handle.sync();
		await handle.close();
		await rename(`${target}.new`, target);
		const directory = await openHandle(folder, 'r');
		await directory.sync();
		await directory.close();
		taken.push(performance.now() - start);
	}
	return taken;
}

test(
	`${processes} processes × ${acts} acts: none lost, the chain whole, every view the same`,
	{timeout: 3_600_000},
	async () => {
		const path = await file();
		const workers = await Promise.all(
			Array.from({length: processes}, (_, number) => new Worker(path, `w${number}`).ready()),
		);
		const start = performance.now();
		const said = await Promise.all(workers.map((worker) => worker.act(acts)));
		const all = performance.now() - start;
		const acknowledged = said.flat();
		const total = processes * acts;
		expect(acknowledged).toHaveLength(total);

		const store = await open(path);
		const database = store.read();
		// The first act of all adopts the database as it was found.
		expect(database.revision).toBe(total + 1);
		expect(new Set(notes(database)).size).toBe(total + 1);
		for (const {id, revision} of acknowledged) expect(database.log[revision - 1]?.id).toBe(id);
		expect(check(database)).toEqual([]);
		expect(await temporaries(dirname(path))).toEqual([]);

		for (const worker of workers) worker.tell({until: total + 1});
		const views = await Promise.all(workers.map((worker) => worker.hear()));
		expect(new Set(views.map((view) => JSON.stringify(view))).size).toBe(1);

		const bare = await bareSaves(path, counts(5, 100));
		const alone = (await (await new Worker(path, 'alone').ready()).act(counts(2, 100))).map(
			({milliseconds}) => milliseconds,
		);
		const times = acknowledged.map(({milliseconds}) => milliseconds);
		const against = (own: number[]) =>
			`p50 × ${(median(own) / median(bare)).toFixed(1)}, p95 × ${(percentile(own, 0.95) / percentile(bare, 0.95)).toFixed(1)}`;
		say(
			`${processes} processes × ${acts} acts on one file`,
			`${acknowledged.length} acknowledged, ${database.revision - 1} in the log, chain whole, ${processes} views equal`,
			`${acknowledged.reduce((sum, {repeated}) => sum + repeated, 0)} saves given up after 10 s of others’ saving, and repeated`,
			`per act, from the call to the answer: ${sayTimes(times)}`,
			`the whole: ${((1000 * total) / all).toFixed(0)} acts a second, ${(all / total).toFixed(1)} ms each`,
			`one process saving while the others watch: ${sayTimes(alone)}`,
			`a bare save of the same ${((await readFile(path)).length / 1000).toFixed(0)} kB: ${sayTimes(bare)}`,
			`against the bare save: the one ${against(alone)}; ${processes} at once ${against(times)}`,
		);
	},
);
