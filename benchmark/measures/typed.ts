// Keys that are typed while the program starts: none may be lost, and they are answered with the first frames.
import {openList, launch, selected} from '../programs.ts';
import type {Program} from '../programs.ts';
import type {Database} from '../generate.ts';
import {alternate, median, pause} from '../samples.ts';
import type {Setting} from '../setting.ts';
import {projectCount, sizeName, sizes} from '../setting.ts';
import type {Result} from '../table.ts';
import type {Size} from '../terminal.ts';
import {trail} from './held.ts';

/** How often the selection is moved on. */
const presses = 3;

/** When the keys are typed, as shares of the minimal list's start. */
const moments = [0, 0.25, 0.5, 0.75];

/** Milliseconds from the start of the process to the frame that answers all keys, and how many had no effect. */
type Typed = {time: number; lost: number};

async function readyOnce(program: Program, database: Database, size: Size): Promise<number> {
	const probe = launch(program, database, size);
	const time = await probe.ready(program.ready);
	await probe.settled();
	await probe.end();
	return time;
}

export async function typed(setting: Setting): Promise<Result[]> {
	const {application, floor, sample, quick} = setting;
	const [size] = sizes;
	if (!size) return [];
	const first = await openList(application, sample, size);
	const ids = await trail(first, presses);
	await first.end();
	const [warm = []] = await alternate(3, [() => readyOnce(floor, sample, size)]);
	const typeOnce = async (moment: number): Promise<Typed> => {
		const keys = [...application.list, ...Array.from({length: presses}, () => 'j')];
		const probe = launch(application, sample, size);
		await pause(moment * median(warm));
		for (const key of keys) probe.write(key);
		// Without a complaint: a lost key is a result.
		const seen = await probe
			.shows((screen) => selected(screen) === ids[presses], 'A key was lost')
			.catch(() => Number.POSITIVE_INFINITY);
		const reached = ids.indexOf(selected(await probe.screen()));
		await probe.end();
		return {
			time: seen - probe.started,
			lost: reached < 0 ? keys.length : presses - reached,
		};
	};
	let turn = 0;
	const [least = [], own = []] = await alternate<number | Typed>(quick ? 8 : 24, [
		() => readyOnce(floor, sample, size),
		() => typeOnce(moments[turn++ % moments.length] ?? 0),
	]);
	const answers = own.filter((one) => typeof one === 'object');
	const what = `keys typed during the start, ${projectCount(sample)}, ${sizeName(size)}`;
	return [
		{
			what: `${what}, lost`,
			unit: 'presses',
			measured: answers.reduce((sum, {lost}) => sum + lost, 0),
			goal: {most: 0},
		},
		{
			what: `${what}, answered`,
			unit: 'ms',
			measured: median(answers.map(({time}) => time)),
			floor: median(least.filter((one) => typeof one === 'number')),
			against: `the start of ${floor.name}`,
			goal: {ratio: 1.4},
		},
	];
}
