// From a commit in one process until the change stands on the screen of another.
import {once} from 'node:events';
import path from 'node:path';
import {copySample, generate} from '../generate.ts';
import type {Database} from '../generate.ts';
import {openList} from '../programs.ts';
import {median, p95, pause} from '../samples.ts';
import type {Setting} from '../setting.ts';
import {projectCount, sizes} from '../setting.ts';
import {hasStore, projectsInProgress} from '../store.ts';
import type {Result} from '../table.ts';
import type {Screen} from '../terminal.ts';
import type {Written} from '../writer.ts';
import {startWriter, stopWriter} from './commit.ts';

const row = (screen: Screen, project: string) =>
	screen.find(({text}) => text.includes(project))?.text ?? '';

async function watch(setting: Setting, database: Database): Promise<Result[]> {
	const {application, quick} = setting;
	const size = sizes[0];
	if (!size) return [];
	const probe = await openList(application, database, size);
	const screen = await probe.screen();
	const project = projectsInProgress(database.file).find((id) => row(screen, id));
	if (!project) throw new Error('No project in progress is on the screen');
	const writer = await startWriter(database, project);
	const times: number[] = [];
	const commits: number[] = [];
	try {
		for (let count = 0; count < (quick ? 10 : 50); count++) {
			const before = row(await probe.screen(), project);
			const answer: Promise<Written[]> = once(writer, 'message');
			const seen = probe.shows(
				(screen) => row(screen, project) !== before,
				`The change of ${project} did not become visible`,
			);
			writer.send('once');
			const [{started, ended} = {started: 0, ended: 0}] = await answer;
			times.push((await seen) - ended);
			commits.push(ended - started);
			await pause(50 + ((count * 37) % 100));
		}
	} finally {
		await stopWriter(writer);
	}
	await probe.end();
	const what = `end of a commit → visible elsewhere, ${projectCount(database)}`;
	const common = {unit: 'ms' as const, against: 'the commit'};
	return [
		{...common, what: `${what}, median`, measured: median(times), floor: median(commits)},
		{
			...common,
			what: `${what}, p95`,
			measured: p95(times),
			floor: p95(commits),
			goal: {most: 30},
		},
	];
}

export async function visible(setting: Setting): Promise<Result[]> {
	if (!hasStore) throw new Error('There is no store yet');
	const {folder, large} = setting;
	const few = copySample(path.join(folder, 'visible-few', 'database.json'));
	const many = generate(path.join(folder, 'visible-many', 'database.json'), large.projects);
	return [...(await watch(setting, few)), ...(await watch(setting, many))];
}
