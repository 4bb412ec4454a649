import {dirname} from 'node:path';
import process from 'node:process';
import {afterEach, expect, test} from 'vitest';
import {check} from '../../source/domain/queries/check.ts';
import {type Child, killAll, start} from './children.ts';
import {comment, file, notes, open, temporaries, tidy, who} from './places.ts';

const soak = process.env['SOAK'] !== undefined;

afterEach(async () => {
	await killAll();
	await tidy();
});

type Acknowledged = {id: string; revision: number; milliseconds: number};

const parse = (line: string): Acknowledged => {
	const acknowledged = JSON.parse(line) as Acknowledged & {refused?: string};
	expect(acknowledged.refused).toBeUndefined();
	return acknowledged;
};

test(
	'eight processes, fifty acts each: none is lost, and the chain is whole',
	{timeout: 180_000},
	async () => {
		const path = await file();
		const writers = Array.from({length: 8}, (_, number) =>
			start('writer', path, '50', `w${number}`),
		);
		const lines = await Promise.all(writers.map((writer) => writer.rest()));
		const acknowledged = lines.flatMap((own) => own.slice(1).map(parse));
		expect(acknowledged).toHaveLength(400);

		const database = (await open(path)).read();
		expect(database.log).toHaveLength(401);
		expect(new Set(notes(database)).size).toBe(401);
		for (const {id, revision} of acknowledged) expect(database.log[revision - 1]?.id).toBe(id);
		expect(check(database)).toEqual([]);
		if (soak) {
			const times = acknowledged.map(({milliseconds}) => milliseconds).toSorted((a, b) => a - b);
			const [p50, p95] = [times[200]?.toFixed(1), times[380]?.toFixed(1)];
			process.stdout.write(`eight writers: p50 ${p50} ms, p95 ${p95} ms per act\n`);
		}
	},
);

/** Each round starts with a new database: one that has thousands of acts takes longer and shows no more. */
const [rounds, kills] = soak ? [40, 25] : [1, 12];

/** Starts writers and kills them in the middle of their work, one after the other. */
async function killWriters(): Promise<void> {
	const path = await file();
	const store = await open(path);
	const commit = async (note: string) => {
		const outcome = await store.commit(comment(note), who());
		expect(outcome.ok ? 'saved' : outcome.rejection.message).toBe('saved');
	};
	const launch = () => start('writer', path, 'Infinity');
	// Two write at any time; a third starts up meanwhile, so that little time is spent waiting for it.
	const writers: Child[] = [launch(), launch(), launch()];
	const acknowledged: string[] = [];
	for (let kill = 0; kill < kills; kill++) {
		const victim = writers.shift() as Child;
		writers.push(launch());
		expect(await victim.line()).toBe('ready');
		// After some acts, at whatever point of the next the signal happens to arrive.
		for (let act = (kill * 7) % 5; act >= 0; act--) {
			acknowledged.push(parse((await victim.line()) ?? '').id);
		}
		await victim.kill();
		// What it said before it died, too, is a promise.
		for (const line of await victim.rest()) {
			if (line.endsWith('}')) acknowledged.push(parse(line).id);
		}
		await commit(`after kill ${kill}`);
		const kept = new Set(store.read().log.map(({id}) => id));
		expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
		const left = await temporaries(dirname(path));
		expect(left.filter((name) => name.includes(`.${victim.process.pid}-`))).toEqual([]);
	}
	await killAll();
	await commit('last');
	expect(await temporaries(dirname(path))).toEqual([]);
	expect(check(store.read())).toEqual([]);
	await store.close();
}

test(
	`writers killed in the act, ${rounds * kills} times: nothing torn, stuck or lost`,
	{timeout: soak ? 3_600_000 : 180_000},
	async () => {
		expect.hasAssertions();
		for (let round = 0; round < rounds; round++) await killWriters();
	},
);
