// One key that moves the selection by a project: until the last byte of the frame, and how many
// bytes travel for it.
import {openList} from '../programs.ts';
import {alternate, median, p95, pause} from '../samples.ts';
import type {Setting} from '../setting.ts';
import {projectCount, sizeName, sizes} from '../setting.ts';
import type {Result} from '../table.ts';
import type {Press, Probe, Size} from '../terminal.ts';

/** Ten projects down, ten up: most moves stay within a page of any of the lists. */
export const turn = 10;

export function mover(probe: Probe): () => Promise<Press> {
	let count = 0;
	return async () => {
		const key = Math.floor(count++ / turn) % 2 === 0 ? 'j' : 'k';
		const press = await probe.press(key);
		// An uneven rest keeps the presses from falling in step with the frames.
		await pause(10 + ((count * 7) % 13));
		return press;
	};
}

/**
 * The presses of floor and application with the sample and with the large database, and of the
 * application with one that fills the screen just as the large one does.
 */
async function presses(setting: Setting, size: Size, count: number): Promise<Press[][]> {
	const {application, floor, sample, full, large, kept} = setting;
	const probes = await Promise.all([
		openList(floor, sample, size),
		openList(application, sample, size),
		openList(floor, large, size),
		openList(application, large, size),
		openList(application, full, size),
		openList(application, kept, size),
	]);
	try {
		const takers = probes.map(mover);
		await alternate(2 * turn, takers);
		return await alternate(count, takers);
	} finally {
		await Promise.all(probes.map((probe) => probe.end()));
	}
}

export async function move(setting: Setting): Promise<Result[]> {
	const {floor, sample, full, large, kept, quick} = setting;
	const results: Result[] = [];
	for (const size of sizes) {
		const taken = await presses(setting, size, quick ? 40 : 200);
		const times = taken.map((some) => some.map(({time}) => time));
		const [floorFew = [], few = [], floorMany = [], many = [], page = [], deep = []] = times;
		const goal = {most: size.columns === 80 ? 8 : 12};
		const pairs = [
			{database: sample, least: floorFew, own: few},
			{database: large, least: floorMany, own: many},
			{database: kept, least: floorMany, own: deep},
		];
		for (const {database, least, own} of pairs) {
			const what = `move, ${projectCount(database)}, ${sizeName(size)}`;
			const common = {unit: 'ms' as const, against: floor.name};
			results.push(
				{
					...common,
					what: `${what}, median`,
					measured: median(own),
					floor: median(least),
					goal: {ratio: 0.6},
				},
				{...common, what: `${what}, p95`, measured: p95(own), floor: p95(least), goal},
			);
		}
		results.push({
			what: `move, ${projectCount(large)}, ${sizeName(size)}, median`,
			unit: 'ms',
			measured: median(many),
			floor: median(page),
			against: projectCount(full),
			goal: {ratio: 1.1},
		});
	}
	return results;
}

/** How long an idle screen is listened to, in milliseconds. */
const idle = 3000;

export async function bytes(setting: Setting): Promise<Result[]> {
	const {application, floor, sample, quick} = setting;
	const results: Result[] = [];
	for (const size of sizes) {
		const taken = await presses(setting, size, quick ? 20 : 60);
		const [least = 0, own = 0] = taken.map((some) => median(some.map((press) => press.bytes)));
		results.push({
			what: `bytes of a move, ${sizeName(size)}`,
			unit: 'bytes',
			measured: own,
			floor: least,
			against: floor.name,
			goal: {most: 60},
		});
		const probe = await openList(application, sample, size);
		const before = probe.received;
		await pause(idle);
		results.push({
			what: `bytes of an idle screen in ${idle / 1000} s, ${sizeName(size)}`,
			unit: 'bytes',
			measured: probe.received - before,
			goal: {most: 0},
		});
		await probe.end();
	}
	return results;
}
