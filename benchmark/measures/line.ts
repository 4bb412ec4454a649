// Over a slow line: one that takes 200 ms there and back, and one of 9,600 baud, on which each key, each screen and each
// frame of a held key is paid for by its bytes.
import path from 'node:path';
import {openList, type Program, root, selected} from '../programs.ts';
import {alternate, median, now, p95, pause} from '../samples.ts';
import type {Setting} from '../setting.ts';
import type {Result} from '../table.ts';
import type {Probe, Size} from '../terminal.ts';
import {mover} from './move.ts';

const size: Size = {columns: 80, rows: 24};
/** Milliseconds one way; bytes a second (9,600 baud with a start and a stop bit a byte). */
const far = {delay: 100, rate: 0};
const slow = {delay: 0, rate: 960};

/** A program at the far end of a line. */
const over = ({delay, rate}: typeof far, program: Program): Program => ({
	...program,
	open: (database) => [
		path.join(root, 'benchmark', 'relay.ts'),
		String(delay),
		String(rate),
		...program.open(database),
	],
});

/** Holds a key down for two seconds, and back. @returns milliseconds from the last press to the last byte */
async function hold(probe: Probe, key: string): Promise<number> {
	const started = now();
	for (let index = 0; index < 60; index++) {
		await pause(started + (index * 1000) / 30 - now());
		probe.write(key);
	}
	const pressed = now();
	await quiet(probe);
	return probe.last - pressed;
}

/** Waits until nothing can be on its way: the relay hands a frame over when all of it has come, after a second and more. */
async function quiet(probe: Probe): Promise<void> {
	while (now() - probe.last < 1500) await pause(100);
	await probe.settled();
}

export async function line(setting: Setting): Promise<Result[]> {
	const {application, floor, large, quick} = setting;
	const results: Result[] = [];
	for (const [name, of] of [
		['a line of 200 ms', far],
		['9,600 baud', slow],
	] as const) {
		const [least, own] = await Promise.all([
			openList(over(of, floor), large, size),
			openList(over(of, application), large, size),
		]);
		const common = {unit: 'ms' as const, against: floor.name};
		const [floorMoves = [], moves = []] = await alternate(quick ? 20 : 60, [
			mover(least),
			mover(own),
		]);
		const times = (presses: typeof moves) => presses.map(({time}) => time);
		results.push({
			...common,
			what: `move on ${name}, p95`,
			measured: p95(times(moves)),
			floor: p95(times(floorMoves)),
			goal: {most: of.delay === 0 ? 150 : 2 * of.delay + 25},
		});
		// The floor takes a quarter of a minute to settle: a quick run does without.
		const [held = [], floorHeld] = await alternate(quick ? 1 : 4, [
			() => hold(own, 'j'),
			...(quick ? [] : [() => hold(least, 'j')]),
		]);
		results.push({
			...common,
			what: `a held key on ${name}, settled`,
			measured: p95(held),
			floor: floorHeld && p95(floorHeld),
			goal: {most: 1000},
		});
		// Meeting and back: the most that one key can change.
		const screens: number[] = [];
		for (const key of quick ? ['4', '3'] : ['4', '3', '4', '3', '4', '3']) {
			const pressed = now();
			await own.press(key);
			await quiet(own);
			screens.push(own.last - pressed);
		}
		results.push({what: `another screen on ${name}`, unit: 'ms', measured: median(screens)});
		if (selected(await own.screen()) === undefined) throw new Error('The list is gone');
		await Promise.all([least.end(), own.end()]);
	}
	return results;
}
