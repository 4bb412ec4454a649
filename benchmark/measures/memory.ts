// The memory that stays: resident set size of the one process.
import type {Database} from '../generate.ts';
import type {Program} from '../programs.ts';
import {openList} from '../programs.ts';
import {pause} from '../samples.ts';
import type {Setting} from '../setting.ts';
import {projectCount, sizeName, sizes} from '../setting.ts';
import type {Result} from '../table.ts';
import {resident} from '../usage.ts';
import {turn} from './move.ts';

/** After how many keys memory is read: none, enough for a meeting, and many more. */
const readings = [0, 3000, 10_000];

/** Megabytes after each of so many keys, which follow each other as fast as they are answered. */
async function grow(program: Program, database: Database, counts: number[]): Promise<number[]> {
	const [size] = sizes;
	if (!size) return [];
	const probe = await openList(program, database, size);
	const taken: number[] = [];
	let pressed = 0;
	for (const count of counts) {
		for (; pressed < count; pressed++) {
			const before = probe.received;
			probe.write(Math.floor(pressed / turn) % 2 === 0 ? 'j' : 'k');
			// A step to and one fro that are read at once have no frame.
			for (let waited = 0; probe.received === before && waited < 50; waited++) await pause(1);
		}
		await probe.settled();
		await pause(1000);
		taken.push(resident(probe.pid));
	}
	await probe.end();
	return taken;
}

export async function memory(setting: Setting): Promise<Result[]> {
	const {application, floor, sample, large, quick} = setting;
	const [size] = sizes;
	const results: Result[] = [];
	for (const database of [sample, large]) {
		const counts = quick && database === large ? readings.slice(0, 1) : readings;
		const [least, own] = await Promise.all([
			grow(floor, database, counts.slice(0, 2)),
			grow(application, database, counts),
		]);
		for (const [index, measured] of own.entries()) {
			const keys = (readings[index] ?? 0).toLocaleString('en-GB');
			const where = size ? sizeName(size) : '';
			const isLast = index === 2;
			results.push({
				what: `memory, ${projectCount(database)}, ${where}, after ${keys} keys`,
				unit: 'MB',
				measured,
				floor: isLast ? own[1] : least[index],
				against: isLast ? 'after 3,000' : floor.name,
				goal: isLast ? {ratio: 1.1} : index === 1 && database === sample ? {ratio: 1.2} : undefined,
			});
		}
	}
	return results;
}
