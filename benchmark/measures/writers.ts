// Many who save at once: sixteen sessions that save without a pause, and a hundred processes that save one act each.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import path from 'node:path';
import process from 'node:process';
import {copySample, generate} from '../generate.ts';
import {readDatabase} from '../grow.ts';
import {boardwalk, environment} from '../programs.ts';
import {median} from '../samples.ts';
import type {Setting} from '../setting.ts';
import {projectCount} from '../setting.ts';
import {projectsInProgress} from '../store.ts';
import type {Result} from '../table.ts';
import type {Written} from '../writer.ts';
import {startWriter, stopWriter} from './commit.ts';

const sessions = 16;

/** Each changes a project of its own; what is saved before all of them are under way is not counted. */
async function steady({folder, quick}: Setting): Promise<Result[]> {
	const database = generate(path.join(folder, 'writers', 'database.json'), sessions * 10);
	const projects = projectsInProgress(database.file).slice(0, sessions);
	if (projects.length < sessions) throw new Error('Too few projects are in progress');
	const writers = await Promise.all(projects.map((project) => startWriter(database, project)));
	const [warm, counted] = [sessions * 5, sessions * (quick ? 20 : 100)];
	const acts: Written[] = [];
	try {
		await new Promise<void>((resolve, reject) => {
			for (const writer of writers) {
				writer.on('message', (written: Written) => {
					acts.push(written);
					if (acts.length === warm + counted) resolve();
				});
				writer.once('exit', () => reject(new Error('A writer ended')));
				writer.send('always');
			}
		});
	} finally {
		await Promise.all(writers.map(stopWriter));
	}
	const ends = acts.map(({ended}) => ended).toSorted((a, b) => a - b);
	const [from = 0, to = 0] = [ends[warm - 1], ends[warm + counted - 1]];
	const waits = acts
		.filter(({ended}) => ended > from && ended <= to)
		.map(({started, ended}) => ended - started);
	const what = `${sessions} writers × ${counted / sessions}, ${projectCount(database)}`;
	return [
		{
			what: `${what}, an act`,
			unit: 'ms',
			measured: (to - from) / counted,
			goal: {most: 15},
		},
		{
			what: `${what}, the slowest from its call to its answer`,
			unit: 'ms',
			measured: Math.max(...waits),
			floor: median(waits),
			against: 'the median',
			goal: {ratio: 3},
		},
	];
}

const crowd = 100;

/** One process of the built program that saves one comment. @returns what it complained of */
async function saveOnce(file: string, project: string, note: string): Promise<string> {
	const child = spawn(process.execPath, [boardwalk, 'apply', file, '-'], {
		env: environment(path.dirname(file)),
		stdio: ['pipe', 'ignore', 'pipe'],
	});
	let complaint = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
	child.stdin.end(`${JSON.stringify({kind: 'project/update', id: project, note})}\n`);
	await once(child, 'close');
	return complaint;
}

async function atOnce({folder}: Setting): Promise<Result[]> {
	const {file} = copySample(path.join(folder, 'crowd', 'database.json'));
	const project = projectsInProgress(file)[0] ?? '';
	const notes = Array.from({length: crowd}, (_, number) => `Process ${number}`);
	const complaints = await Promise.all(notes.map((note) => saveOnce(file, project, note)));
	const {projects} = await readDatabase(file);
	const saved = new Set(projects.flatMap(({updates}) => updates.map(({note}) => note)));
	const lost = notes.filter((note) => !saved.has(note)).length;
	if (lost > 0) process.stderr.write(complaints.join(''));
	return [
		{
			what: `${crowd} processes at once, not saved`,
			unit: 'changes',
			measured: lost,
			goal: {most: 0},
		},
	];
}

export async function writers(setting: Setting): Promise<Result[]> {
	return [...(await steady(setting)), ...(await atOnce(setting))];
}
