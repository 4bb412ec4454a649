// A key held down: every press must arrive, and the last frame must follow the last press.
import type {Database} from '../generate.ts';
import type {Program} from '../programs.ts';
import {openList, selected} from '../programs.ts';
import {now, p95, pause} from '../samples.ts';
import type {Setting} from '../setting.ts';
import {projectCount, sizeName, sizes} from '../setting.ts';
import type {Result} from '../table.ts';
import type {Probe, Size} from '../terminal.ts';

/** Presses a second: a keyboard's usual repeat rate. */
const rate = 30;

/** Lost: presses that moved nothing. Last: milliseconds from the last press to the last byte. */
type Held = {lost: number; last: number};

/** Which projects are selected one after the other when every press is waited for. */
export async function trail(probe: Probe, count: number): Promise<(string | undefined)[]> {
	const ids = [selected(await probe.screen())];
	while (ids.length <= count) {
		await probe.press('j');
		ids.push(selected(await probe.screen()));
	}
	return ids;
}

/** Holds the key down. @returns when it was pressed for the last time */
async function hold(probe: Probe, count: number): Promise<number> {
	let pressed = now();
	const started = pressed;
	for (let index = 0; index < count; index++) {
		await pause(started + (index * 1000) / rate - now());
		pressed = now();
		probe.write('j');
	}
	return pressed;
}

async function holdOnce(
	program: Program,
	database: Database,
	size: Size,
	count: number,
): Promise<Held> {
	const slow = await openList(program, database, size);
	const ids = await trail(slow, count);
	await slow.end();
	const fast = await openList(program, database, size);
	const pressed = await hold(fast, count);
	// Without a complaint: a lost press is a result.
	await fast.shows((screen) => selected(screen) === ids[count], 'A press was lost').catch(() => {});
	await fast.settled();
	const last = fast.last - pressed;
	const reached = ids.indexOf(selected(await fast.screen()));
	await fast.end();
	return {lost: reached < 0 ? count : count - reached, last};
}

export async function held(setting: Setting): Promise<Result[]> {
	const {application, floor, large, quick} = setting;
	const results: Result[] = [];
	for (const size of sizes) {
		const own: Held[] = [];
		const least: Held[] = [];
		for (let round = 0; round < (quick ? 1 : 4); round++) {
			// Not always the same frame of a page.
			const count = (quick ? 2 : 4) * rate + round;
			least.push(await holdOnce(floor, large, size, count));
			own.push(await holdOnce(application, large, size, count));
		}
		const what = `a held key, ${projectCount(large)}, ${sizeName(size)}`;
		const lost = (some: Held[]) => some.reduce((sum, {lost}) => sum + lost, 0);
		const last = (some: Held[]) => p95(some.map(({last}) => last));
		results.push(
			{
				what: `${what}, lost`,
				unit: 'presses',
				measured: lost(own),
				floor: lost(least),
				against: floor.name,
				goal: {most: 0},
			},
			{
				what: `${what}, last frame`,
				unit: 'ms',
				measured: last(own),
				floor: last(least),
				against: floor.name,
				goal: {most: 10},
			},
		);
	}
	return results;
}
