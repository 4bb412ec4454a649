// The memory that stays: resident set size of the one process.
import {openList} from '../programs.ts';
import {pause} from '../samples.ts';
import type {Setting} from '../setting.ts';
import {projectCount, sizeName, sizes} from '../setting.ts';
import type {Result} from '../table.ts';
import type {Probe} from '../terminal.ts';
import {resident} from '../usage.ts';
import {mover} from './move.ts';

/** After the start, after a third of the keys, after all of them. */
async function grow(probe: Probe, keys: number): Promise<number[]> {
	const readings = [resident(probe.pid)];
	const press = mover(probe);
	for (let count = 1; count <= keys; count++) {
		await press();
		if (count === Math.floor(keys / 3) || count === keys) {
			await pause(1000);
			readings.push(resident(probe.pid));
		}
	}
	return readings;
}

export async function memory(setting: Setting): Promise<Result[]> {
	const {application, floor, sample, large, quick} = setting;
	const keys = quick ? 600 : 3000;
	const size = sizes[0];
	if (!size) return [];
	const results: Result[] = [];
	for (const database of [sample, large]) {
		const probes = await Promise.all([
			openList(floor, database, size),
			openList(application, database, size),
		]);
		const [least = [], own = []] = await Promise.all(probes.map((probe) => grow(probe, keys)));
		await Promise.all(probes.map((probe) => probe.end()));
		const [atFirst = 0, later = 0, last = 0] = own;
		const what = `memory, ${projectCount(database)}, ${sizeName(size)}`;
		const goal = database === sample ? {ratio: 1.2} : undefined;
		const common = {unit: 'MB' as const, against: floor.name, goal};
		results.push(
			{...common, what: `${what}, at start`, measured: atFirst, floor: least[0]},
			{...common, what: `${what}, after ${keys / 3} keys`, measured: later, floor: least[1]},
			{
				what: `${what}, after ${keys} keys`,
				unit: 'MB',
				measured: last,
				floor: later,
				against: `after ${keys / 3}`,
				goal: {ratio: 1.1},
			},
		);
	}
	return results;
}
