// What presence costs, in figures: `SOAK=1 npx vitest run test/store/presence-figures.test.ts`.
import {readdir, readFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import process from 'node:process';
import {setTimeout as pause} from 'node:timers/promises';
import {afterEach, expect, test} from 'vitest';
import {killAll} from './children.ts';
import {comment, file, open, tidy, who} from './places.ts';
import {type Sitter, sit} from './sitters.ts';

const soak = process.env['SOAK'] !== undefined;
const names = Array.from({length: 20}, (_, number) => `s${String(number).padStart(2, '0')}`);

afterEach(async () => {
	await killAll();
	await tidy();
});

const say = (text: string) => process.stdout.write(`presence: ${text}\n`);

const percentiles = (times: number[]): string => {
	const sorted = times.toSorted((a, b) => a - b);
	const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]?.toFixed(2);
	return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms (${times.length})`;
};

/** What sessions use of the CPU over some seconds. */
async function cost(sitters: Sitter[], move: () => void = () => {}): Promise<string> {
	const milliseconds = 10_000;
	const usage = () => Promise.all(sitters.map((sitter) => sitter.usage()));
	const before = await usage();
	const until = performance.now() + milliseconds;
	while (performance.now() < until) {
		move();
		await pause(50);
	}
	const used = (await usage()).map((after, index) => after - (before[index] ?? NaN));
	const mean = used.reduce((sum, one) => sum + one, 0) / used.length;
	return `${(mean / milliseconds / 10).toFixed(3)} % of a core each`;
}

/** How long commits take, in milliseconds. */
async function commitTimes(path: string, before: () => void = () => {}): Promise<number[]> {
	const store = await open(path);
	const times: number[] = [];
	for (let round = 0; round < 100; round++) {
		before();
		const start = performance.now();
		expect(await store.commit(comment(`${round}`), who())).toMatchObject({ok: true});
		times.push(performance.now() - start);
		await pause(60);
	}
	return times;
}

test.runIf(soak)(
	'twenty sessions: how soon a move is seen, and what idling costs',
	{timeout: 300_000},
	async () => {
		expect.hasAssertions();
		const path = await file();
		const sitters: Sitter[] = [];
		for (const session of names) sitters.push(await sit({file: path, session}));
		for (const sitter of sitters) sitter.show('walk');
		const presence = (await open(path)).join(who());

		const [first, each]: [number[], number[]] = [[], []];
		for (let move = 0; move < 100; move++) {
			const start = process.hrtime.bigint();
			presence.show({screen: `move ${move}`, selected: 'projects/P1-04', scroll: move});
			const seen = await Promise.all(
				sitters.map(async (sitter) => {
					const others = names.filter((name) => name !== sitter.session);
					const screens = others.map((name) => `${name} walk`);
					await sitter.sees(...[...screens, `session-clerk move ${move}`].toSorted());
					return Number(sitter.lastWhen - start) / 1e6;
				}),
			);
			await pause(60);
			// The first move waits until everybody is there, and makes the file.
			if (move === 0) continue;
			first.push(Math.min(...seen));
			each.push(...seen);
		}
		say(`a move is seen by the first of 20 others after ${percentiles(first)}`);
		say(`by each of them after ${percentiles(each)}`);

		const folder = join(dirname(path), '.strategy.json.presence');
		const records = await Promise.all(
			(await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')),
		);
		const longest = Math.max(...records.map((text) => text.indexOf('\n') + 1));
		say(`a move writes ${longest} bytes`);

		// What they would print is no cost of presence.
		for (const sitter of sitters) sitter.tell({quiet: true});
		say(`10 s idle with 20 others: ${await cost(sitters)}`);
		let scroll = 0;
		const move = () => presence.show({screen: 'walk', scroll: scroll++});
		say(`10 s with one who moves 20 times a second: ${await cost(sitters, move)}`);
		say(`a commit with 20 others: ${percentiles(await commitTimes(path))}`);
		say(`a commit right after a move: ${percentiles(await commitTimes(path, move))}`);
		for (const sitter of sitters) sitter.tell({leave: true});
		say(`10 s of processes that have left: ${await cost(sitters)}`);
		await presence.close();
		say(`a commit without presence: ${percentiles(await commitTimes(path))}`);
	},
);
