// node benchmark/year.ts [--archive]: a year of weekly meetings, 61 acts each, on a file as it is kept on a server, with
// the clock of the year. Prints what the file and its snapshots take, and what a command and a session cost, before and
// after. With --archive, the log is archived at the end of each quarter, as `check` and `doctor` propose.
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, statSync} from 'node:fs';
import {readdir, stat} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type {Change} from '../source/domain/changes/index.ts';
import {archiveDigest, archiveOf} from '../source/domain/log/archive.ts';
import {archiveLimit} from '../source/domain/queries/log/archivable.ts';
import {logSize} from '../source/domain/queries/log/size.ts';
import {openFile} from '../source/store/file/open.ts';
import type {Who} from '../source/store/store.ts';
import {copySample} from './generate.ts';
import {application, launch, root} from './programs.ts';
import {median} from './samples.ts';
import {processorTime as processorOf, resident} from './usage.ts';

const archives = process.argv.includes('--archive');
const weeks = Number(process.env['WEEKS'] ?? 52);
const actsEach = 61;

const folder = mkdtempSync(path.join(os.tmpdir(), 'boardwalk-year-'));
const database = copySample(path.join(folder, 'strategy.json'));
const {file} = database;
let now = Date.parse('2026-01-05T09:00:00Z');
let salt = 0;
const environment = {
	now: () => new Date(now).toISOString(),
	salt: () => String(++salt).padStart(32, '0'),
};
const who: Who = {actor: {user: 'clerk', host: 'council'}, session: 'year', owner: true};
const store = await openFile(file, {environment});

/** An act, three minutes after the one before. */
async function act(...changes: Change[]): Promise<void> {
	now += 180_000;
	const outcome = await store.commit({id: crypto.randomUUID(), changes}, who);
	if (!outcome.ok) throw new Error(`${changes[0]?.kind}: ${outcome.rejection.message}`);
}

const text =
	'The officer answered questions on the timetable and the money; members asked for a further note before the next meeting.';

/** A meeting: planned, held, minuted; the minutes of the one before are approved at it. */
async function hold(number: number, before: string | undefined): Promise<string> {
	const start = store.read().revision;
	const board = store.read().boards[0]?.id ?? '';
	await act({
		kind: 'meeting/add',
		board,
		title: `Week ${number}`,
		startsAt: environment.now().slice(0, 16),
		agenda: [],
	});
	const meeting = store.read().meetings.at(-1)?.id ?? '';
	for (let item = 1; item <= 8; item++) {
		await act({
			kind: 'agenda/add',
			meeting,
			itemKind: 'business',
			title: `Item ${item} of week ${number}`,
		});
	}
	await act({kind: 'meeting/open', id: meeting});
	const members = store.read().boards[0]?.members ?? [];
	for (const {person} of members) {
		await act({kind: 'attendance/set', meeting, person, to: 'present'});
	}
	const {agenda = [], currentItem} = store.read().meetings.at(-1) ?? {};
	if (before !== undefined) await act({kind: 'minutes/approve', meeting: before, by: meeting});
	let at = currentItem;
	for (const {id} of agenda) {
		if (id !== at) await act({kind: 'meeting/move', id: meeting, from: at, to: id});
		await act({kind: 'agenda/note', meeting, item: id, to: text});
		at = id;
	}
	const projects = store.read().projects;
	for (let count = store.read().revision; count < start + actsEach - 2; count++) {
		await act({
			kind: 'project/update',
			id: projects[count % projects.length]?.id ?? '',
			note: text,
		});
	}
	await act({kind: 'meeting/close', id: meeting});
	await act({kind: 'minutes/issue', meeting});
	return meeting;
}

/** Archives what may go. */
async function archive(): Promise<void> {
	const newest = store.read();
	const from = newest.log[0]?.revision ?? 1;
	const {revision: to} = archiveLimit(newest, environment.now());
	if (to < from) return;
	const content = archiveDigest(archiveOf(newest, to));
	await act({kind: 'database/archive', from, to, file: `log-${from}-${to}.jsonl`, content});
}

function tell(when: string, figures: Record<string, number>): void {
	const told = Object.entries(figures).map(([name, figure]) => `${name} ${figure}`);
	process.stdout.write(`${when}: ${told.join(', ')}\n`);
}

async function sizes() {
	const snapshots = path.join(folder, '.strategy.json.snapshots');
	const names = await readdir(snapshots).catch((): string[] => []);
	const each = await Promise.all(names.map((name) => stat(path.join(snapshots, name))));
	return {
		'file kB': Math.round(statSync(file).size / 1000),
		'log kB': Math.round(logSize(store.read()) / 1000),
		acts: store.read().log.length,
		snapshots: names.length,
		'snapshots kB': Math.round(each.reduce((sum, {size}) => sum + size, 0) / 1000),
		'`log --limit 1` ms': await processorTime('log', file, '--limit', '1'),
		...(await session()),
	};
}

/** A session at 80 × 24: its processor time up to the first screen, the best of five, and its memory, their median. */
async function session(): Promise<Record<string, number>> {
	const times: number[] = [];
	const memory: number[] = [];
	for (let count = 0; count < 5; count++) {
		const probe = launch(application, database, {columns: 80, rows: 24});
		await probe.ready(application.ready);
		times.push(processorOf(probe.pid));
		await probe.settled();
		memory.push(resident(probe.pid));
		await probe.end();
	}
	return {'start ms': Math.round(Math.min(...times)), 'session MB': Math.round(median(memory))};
}

/** The processor time of a command of the built program, the best of five, in milliseconds. */
async function processorTime(...args: string[]): Promise<number> {
	const cli = path.join(root, 'dist', 'cli.js');
	const script = `process.on('exit', () => process.stderr.write(JSON.stringify(process.cpuUsage())));
		process.argv.splice(1, 0, ${JSON.stringify(cli)});
		await import(${JSON.stringify(cli)});`;
	const times = Array.from({length: 5}, () => {
		const {stderr} = spawnSync(process.execPath, ['--input-type=module', '-e', script, ...args], {
			encoding: 'utf8',
			env: {...process.env, NODE_COMPILE_CACHE: path.join(os.tmpdir(), 'node-compile-cache')},
		});
		const {user, system} = JSON.parse(stderr) as {user: number; system: number};
		return (user + system) / 1000;
	});
	return Math.round(Math.min(...times));
}

try {
	tell('before', await sizes());
	let before: string | undefined;
	for (let week = 1; week <= weeks; week++) {
		before = await hold(week, before);
		now += 7 * 86_400_000 - actsEach * 180_000;
		if (archives && week % 13 === 0) await archive();
		if (week % 13 === 0) tell(`week ${week}`, await sizes());
	}
} finally {
	await store.close();
	rmSync(folder, {recursive: true, force: true});
}
