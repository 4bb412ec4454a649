// Many sessions at real terminals on one database, while changes stream in: how soon each shows them, and what
// that costs; and what an idle one costs.
import {setTimeout as pause} from 'node:timers/promises';
import {expect, test} from 'vitest';
import {randomUUID} from 'node:crypto';
import {openStore} from '../../source/store/open.ts';
import {counts, percentile, say, sayTimes, usageOf} from '../helpers/figures.ts';
import {desk, look, type Person, sitDown} from '../terminal/boardwalk.ts';

const who = {actor: {user: 'test', host: 'test', name: 'Stream'}, session: 'stream'};
const comment = (note: string) => ({
	id: randomUUID(),
	changes: [{kind: 'project/update' as const, id: 'P2-08', note}],
});

test('a commit is visible in another terminal', {timeout: 600_000}, async () => {
	const own = await desk();
	const person = await sitDown(own);
	await person.do('3', /▸ P1-01/);
	const store = await openStore(own.file);
	const [saving, seeing, sinceSaved]: [number[], number[], number[]] = [[], [], []];
	for (let round = 0; round < counts(5, 200); round++) {
		const start = performance.now();
		const outcome = await store.commit(comment(`round ${round}`), who);
		if (!outcome.ok) throw new Error(outcome.rejection.message);
		const saved = performance.now();
		await person.waitFor(
			new RegExp(`r${outcome.entry.revision} +Stream \\(login test\\) commented on P2-08`),
		);
		const seen = performance.now();
		saving.push(saved - start);
		seeing.push(seen - start);
		sinceSaved.push(seen - saved);
		// As people do it: not the next one at once.
		await pause(100 + Math.random() * 100);
	}
	await store.close();
	say(
		'commit → visible in another terminal',
		`from the call of commit: ${sayTimes(seeing)}`,
		`of which the commit itself: ${sayTimes(saving)}`,
		`from its end: ${sayTimes(sinceSaved)}`,
	);
	const {log} = await look(own.file);
	expect(log.filter(({session}) => session === 'stream')).toHaveLength(seeing.length + 1);
});

/** What sessions use over some time: share of a core and memory, of each. */
async function cost(people: readonly Person[], during: () => Promise<void>) {
	const before = await Promise.all(people.map(({pid}) => usageOf(pid)));
	const start = performance.now();
	await during();
	const elapsed = performance.now() - start;
	const after = await Promise.all(people.map(({pid}) => usageOf(pid)));
	const shares = after.map(({cpu}, index) => (100 * (cpu - (before[index]?.cpu ?? NaN))) / elapsed);
	const memory = after.map((one) => one.memory);
	const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
	return `${mean(shares).toFixed(2)} % of a core each (most ${percentile(shares, 1).toFixed(2)}), ${mean(memory).toFixed(0)} MB each (most ${percentile(memory, 1).toFixed(0)})`;
}

const sessions = counts(3, 20);

test(
	`${sessions} sessions open while changes stream in: all show them, none is lost, idle ones cost nothing`,
	{timeout: 1_200_000},
	async () => {
		const own = await desk();
		const people: Person[] = [];
		// Some on the same screen, some on others, some following.
		for (let number = 0; number < sessions; number++) {
			const person = await sitDown(own, {args: [own.file, '--as', `Person ${number}`]});
			await person.do(['3', '2', '5', '6'][number % 4] ?? '3', /\[(Portfolio|Walk|Register|Log)\]/);
			people.push(person);
		}
		await Promise.all(people.map((person) => person.waitFor(`${sessions} here`)));
		await pause(counts(100, 3000));

		const bytes = people.map((person) => person.received().bytes);
		const idle = await cost(people, () => pause(counts(500, 20_000)));
		expect(people.map((person) => person.received().bytes)).toEqual(bytes);

		const [first] = people;
		const moving = async () => {
			const until = performance.now() + counts(300, 10_000);
			while (performance.now() < until) {
				first?.press('down', 'up');
				await pause(50);
			}
		};
		const others = await cost(people.slice(1), moving);

		const store = await openStore(own.file);
		let revision = 0;
		const stream = async () => {
			for (let round = 0; round < counts(10, 200); round++) {
				const outcome = await store.commit(comment(`round ${round}`), who);
				if (!outcome.ok) throw new Error(outcome.rejection.message);
				({revision} = outcome.entry);
				await pause(100);
			}
		};
		const streaming = await cost(people, stream);
		await store.close();
		await Promise.all(people.map((person) => person.waitFor(new RegExp(`^.* r${revision}$`, 'm'))));
		// And everybody can still work.
		for (const person of people) {
			person.press('3', 'c');
			await person.waitFor('Comment on P1-01');
			await person.type('Seen.');
			await person.do('ctrl+d', /Saved r\d+/);
		}
		const found = await look(own.file);
		expect(found.revision).toBe(revision + sessions);
		say(
			`${sessions} sessions at terminals on one database`,
			`20 s idle: ${idle}; no byte sent`,
			`while one moves about all the time, the others: ${others}`,
			`while ten changes a second stream in: ${streaming}`,
			`afterwards: ${await cost(people, () => pause(counts(100, 5000)))}`,
		);
	},
);
