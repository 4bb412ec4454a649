// Programs of the same kind, where they are installed, with as many rows of the same text: until the first screen, and
// the bytes of a move. Told beside the application, in the same run.
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {environment, launch, openList} from '../programs.ts';
import {alternate, median} from '../samples.ts';
import type {Setting} from '../setting.ts';
import {projectCount} from '../setting.ts';
import type {Result} from '../table.ts';
import {Probe, type Size} from '../terminal.ts';
import {mover} from './move.ts';

const size: Size = {columns: 80, rows: 24};

/** What shows a file of rows, by its name in the path. */
const peers: Record<string, (rows: string, table: string) => string[]> = {
	less: (rows) => ['-X', rows],
	vd: (_rows, table) => ['--motd-url=', table],
	ranger: (rows) => ['--clean', path.dirname(rows)],
	tig: (rows) => ['blame', rows],
	vit: () => [],
};

const found = (name: string): string | undefined =>
	(process.env['PATH'] ?? '')
		.split(path.delimiter)
		.map((folder) => path.join(folder, name))
		.find((file) => existsSync(file));

export async function peersBeside({
	application,
	sample,
	folder,
	quick,
}: Setting): Promise<Result[]> {
	const {projects} = JSON.parse(readFileSync(sample.file, 'utf8')) as {
		projects: {id: string; title: string}[];
	};
	const rows = path.join(folder, 'rows.txt');
	const table = path.join(folder, 'rows.csv');
	// More than a screen, or nothing moves.
	const many = Array.from({length: 20}, () => projects).flat();
	writeFileSync(rows, many.map(({id, title}) => `${id}  ${title}\n`).join(''));
	writeFileSync(table, `id,title\n${projects.map(({id, title}) => `${id},${title}\n`).join('')}`);
	const results: Result[] = [];
	for (const [name, given] of Object.entries(peers)) {
		const command = found(name);
		if (command === undefined) continue;
		const start = () => new Probe(given(rows, table), size, environment(folder), command);
		const ready = /P1-0|rows/;
		const takers = [
			async () => {
				const probe = start();
				const time = await probe.ready(ready);
				await probe.end();
				return time;
			},
			async () => {
				const probe = launch(application, sample, size);
				const time = await probe.ready(application.ready);
				await probe.settled();
				await probe.end();
				return time;
			},
		];
		await alternate(2, takers);
		const [own = 0, measured = 0] = (await alternate(quick ? 5 : 15, takers)).map(median);
		results.push({
			what: `start, ${projectCount(sample)}, 80×24, beside ${name}`,
			unit: 'ms',
			measured,
			floor: own,
			against: name,
			// Those that are native programs start in a few milliseconds.
			goal: ['ranger', 'vit', 'vd'].includes(name) ? {ratio: 1} : undefined,
		});
		const other = start();
		await other.ready(ready);
		await other.settled();
		const list = await openList(application, sample, size);
		const [theirs = [], ours = []] = await alternate(10, [mover(other), mover(list)]).catch(
			() => [],
		);
		await Promise.all([other.end(), list.end()]);
		if (theirs.length === 0) continue;
		results.push({
			what: `bytes of a move, 80×24, beside ${name}`,
			unit: 'bytes',
			measured: median(ours.map(({bytes}) => bytes)),
			floor: median(theirs.map(({bytes}) => bytes)),
			against: name,
			goal: {ratio: 1},
		});
	}
	return results;
}
