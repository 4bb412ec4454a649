// How soon a move of one session is seen by the others, and what presence costs.
import process from 'node:process';
import {setTimeout as pause} from 'node:timers/promises';
import {afterEach, expect, test} from 'vitest';
import {counts, say, sayTimes} from '../helpers/figures.ts';
import {killAll} from '../store/children.ts';
import {comment, file, open, tidy, who} from '../store/places.ts';
import {type Sitter, sit} from '../store/sitters.ts';

const sessions = counts(3, 20);
const names = Array.from({length: sessions}, (_, number) => `s${String(number).padStart(2, '0')}`);

afterEach(async () => {
	await killAll();
	await tidy();
});

/** What sessions use of the CPU over some seconds. */
async function cost(sitters: Sitter[], move: () => void = () => {}): Promise<string> {
	const milliseconds = counts(300, 10_000);
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
async function commitTimes(path: string): Promise<number[]> {
	const store = await open(path);
	const times: number[] = [];
	for (let round = 0; round < counts(3, 100); round++) {
		const start = performance.now();
		expect(await store.commit(comment(`${round}`), who())).toMatchObject({ok: true});
		times.push(performance.now() - start);
		await pause(60);
	}
	return times;
}

test(
	`${sessions} sessions: a move is seen by all, and idling costs next to nothing`,
	{timeout: 300_000},
	async () => {
		const path = await file();
		const sitters: Sitter[] = [];
		for (const session of names) sitters.push(await sit({file: path, session}));
		for (const sitter of sitters) sitter.show('walk');
		const presence = (await open(path)).join(who());

		const [first, each]: [number[], number[]] = [[], []];
		const moves = counts(4, 100);
		for (let move = 0; move < moves; move++) {
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
		expect(each).toHaveLength((moves - 1) * sessions);

		// What they would print is not a cost of presence.
		for (const sitter of sitters) sitter.tell({quiet: true});
		const idle = await cost(sitters);
		let scroll = 0;
		const move = () => presence.show({screen: 'walk', scroll: scroll++});
		const moving = await cost(sitters, move);
		const among = await commitTimes(path);
		for (const sitter of sitters) sitter.tell({leave: true});
		const left = await cost(sitters);
		await presence.close();
		say(
			`presence among ${sessions} sessions (processes without a screen)`,
			`a move is seen by the first of them: ${sayTimes(first)}`,
			`by each of them: ${sayTimes(each)}`,
			`idle: ${idle}; processes that have left: ${left}`,
			`while one moves 20 times a second: ${moving}`,
			`a commit among them: ${sayTimes(among)}; without any presence: ${sayTimes(await commitTimes(path))}`,
		);
	},
);
