// A committed change against a bare save of the same bytes, and what somebody else's commits do to
// the keys of a session.
import {fork} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {bareSave} from '../floor/save.ts';
import type {Database} from '../generate.ts';
import {copySample, generate, projectsFor} from '../generate.ts';
import {openList, root, selected} from '../programs.ts';
import {alternate, median, now, p95, pause} from '../samples.ts';
import type {Setting} from '../setting.ts';
import {projectCount, sizeName, sizes} from '../setting.ts';
import {committer, hasStore, projectsInProgress} from '../store.ts';
import type {Result} from '../table.ts';
import type {Probe} from '../terminal.ts';

async function timed(work: () => unknown): Promise<number> {
	const started = now();
	await work();
	return now() - started;
}

async function compare({file, projects}: Database, count: number): Promise<Result> {
	const {commit, close} = await committer(file, projectsInProgress(file)[0] ?? '');
	const takers = [
		() => {
			const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
			return timed(() => bareSave(`${file}.floor`, content));
		},
		() => timed(commit),
	];
	await alternate(3, takers);
	const [floor = 0, measured = 0] = (await alternate(count, takers)).map(median);
	await close();
	return {
		what: `commit, ${projectCount({file, projects})}`,
		unit: 'ms',
		measured,
		floor,
		against: 'bare save',
		goal: {ratio: 2.5},
	};
}

/** Starts the writing process; it changes the status of this project to and fro. */
export async function startWriter({file}: Database, project: string): Promise<ChildProcess> {
	const child = fork(path.join(root, 'benchmark', 'writer.ts'), [file, project]);
	await once(child, 'message');
	return child;
}

export async function stopWriter(writer: ChildProcess) {
	const ended = once(writer, 'exit');
	writer.disconnect();
	await ended;
}

const megabytes = 2;

/** Moves to and fro; the committed changes draw frames too, so the selection itself is watched. */
function watchedMover(probe: Probe): () => Promise<number> {
	let key = 'k';
	return async () => {
		const before = selected(await probe.screen());
		key = key === 'j' ? 'k' : 'j';
		const pressed = now();
		probe.write(key);
		const seen = await probe.shows(
			(screen) => selected(screen) !== before,
			`The selection did not move after the key ${key}`,
		);
		await pause(20);
		return seen - pressed;
	};
}

/** The keys of a session while another process commits to the same database without a pause. */
async function underLoad(setting: Setting): Promise<Result[]> {
	const {application, floor, folder, quick} = setting;
	const file = path.join(folder, 'load', 'database.json');
	const database = generate(file, projectsFor(megabytes * 1e6));
	const size = sizes[0];
	if (!size) return [];
	const probes = await Promise.all(
		[floor, application].map((program) => openList(program, database, size)),
	);
	const writer = await startWriter(database, projectsInProgress(file)[0] ?? '');
	const taken: number[][] = [];
	let [saves, perSecond] = [0, 0];
	try {
		writer.on('message', () => saves++);
		writer.send('always');
		const takers = probes.map(watchedMover);
		await alternate(10, takers);
		const [started, before] = [now(), saves];
		taken.push(...(await alternate(quick ? 40 : 200, takers)));
		perSecond = ((saves - before) * 1000) / (now() - started);
	} finally {
		await stopWriter(writer);
	}
	await Promise.all(probes.map((probe) => probe.end()));
	const [least = 0, measured = 0] = taken.map(p95);
	const written = (statSync(file).size / 1e6).toFixed(1);
	return [
		{
			what: `move while ${written} MB are saved ${perSecond.toFixed(0)} × a second, ${sizeName(size)}, p95`,
			unit: 'ms',
			measured,
			floor: least,
			against: floor.name,
			goal: {most: 25},
		},
	];
}

export async function commit(setting: Setting): Promise<Result[]> {
	const {folder, large, quick} = setting;
	const results: Result[] = [];
	if (hasStore) {
		const few = copySample(path.join(folder, 'commit-few', 'database.json'));
		const many = generate(path.join(folder, 'commit-many', 'database.json'), large.projects);
		results.push(await compare(few, quick ? 20 : 100));
		results.push(await compare(many, quick ? 5 : 20));
	}
	return [...results, ...(await underLoad(setting))];
}
