import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import {commands} from '../../../source/commands/table.ts';
import {run} from '../../commands/run.ts';
import {cabinetDatabase} from '../../helpers/cabinet.ts';
import {file as write, tidy} from '../places.ts';
import {open, type Place} from './boards.ts';

const report = `# Purchase of a van

## Recommendation

That a van be bought.

## Reasons

The old one is broken.
`;

/** What is typed of each sub-command that takes a database, in this order: DB stands for it, OUT for a folder of its own. */
const typed: string[][] = [
	['status', 'DB', 'P1-03', 'in-progress', '--note', 'Begun.'],
	['status', 'DB', 'P1-03', 'in-progress'],
	['status', 'DB', 'P9-99', 'delivered'],
	['apply', 'DB', 'OUT/acts.jsonl'],
	['meeting', 'new', 'DB', '--board', 'cabinet'],
	['import', 'DB', 'OUT/report.md', '--yes', '--board', 'cabinet'],
	['agenda', 'DB'],
	['agenda', 'DB', 'M-3', '--public'],
	['minutes', 'DB', 'M-3'],
	['minutes', 'DB', 'M-3', '--public', '--format', 'json'],
	['notice', 'DB', 'D-2'],
	['publish', 'DB', 'M-3', '--folder', 'OUT/papers'],
	['register', 'DB'],
	['forward-plan', 'DB'],
	['review', 'DB'],
	['portfolio', 'DB'],
	['highlights', 'DB'],
	['pack', 'DB', 'M-3'],
	['projects', 'DB'],
	['projects', 'DB', 'blocked', '--format', 'csv'],
	['decisions', 'DB'],
	['actions', 'DB', '--format', 'json'],
	['board', 'DB'],
	['board', 'DB', 'cabinet', '--quorum', '2'],
	['board', 'DB', 'cabinet', '--format', 'csv'],
	['export', 'DB', '--format', 'csv', '--output', 'OUT/tables/'],
	['log', 'DB'],
	['check', 'DB'],
	['interests', 'DB'],
	['who', 'DB'],
	['roles', 'DB'],
	['release', 'DB'],
	['authorize', 'DB'],
	['check', 'DB', '--meeting', 'M-3'],
	['redact', 'DB', 'projects/P1-03/updates/U-3', 'note', '--reason', 'x'],
	['adopt', 'DB'],
	['archive', 'DB', '--output', 'OUT/log.jsonl'],
	['copy', 'DB', 'OUT/copy.json'],
];

/** Those that are for files, take no database, or say more of a file than of a URL. */
const others = ['init', 'completions', 'restore', 'migrate', 'doctor', 'session'];

export function commandsTests(place: Place): void {
	describe('a URL stands wherever a path does', () => {
		let url: string;
		let file: string;
		beforeAll(async () => {
			vi.stubEnv('COLUMNS', '100');
			// Of the two that are compared, one would be asked before midnight, or before the minute is full, and one after.
			vi.useFakeTimers({toFake: ['Date'], now: new Date()});
			const database = cabinetDatabase();
			url = await place.board(database);
			file = await write(database);
		});
		afterAll(async () => {
			vi.unstubAllEnvs();
			vi.useRealTimers();
			await tidy();
		});

		test('this is every sub-command', () => {
			const tried = new Set([...typed.map(([name]) => name), ...others]);
			expect(tried).toEqual(new Set(Object.keys(commands)));
		});

		/** What a command says of a database, whatever it is called. */
		async function say(args: readonly string[], location: string, name: string) {
			const folder = path.join(path.dirname(file), name);
			if (!existsSync(folder)) {
				mkdirSync(folder);
				const act = {kind: 'action/add', text: 'Write', owner: 'smith', due: '2026-12-24'};
				writeFileSync(path.join(folder, 'acts.jsonl'), `${JSON.stringify(act)}\n`);
				writeFileSync(path.join(folder, 'report.md'), report);
			}
			const given = args.map((arg) => (arg === 'DB' ? location : arg.replace('OUT', folder)));
			const {code, out, error} = await run(given);
			const plain = (text: string) => text.replaceAll(location, 'DB').replaceAll(folder, 'OUT');
			return {code, out: plain(out), error: plain(error)};
		}

		test.each(typed.map((args) => ({args, words: args.join(' ')})))('$words', async ({args}) => {
			const wanted = await say(args, file, 'file');

			expect(await say(args, url, 'url')).toEqual(wanted);
		});

		test('and in the end both hold the same', async () => {
			const own = (await open(url)).read();
			const other = JSON.parse(readFileSync(file, 'utf8')) as typeof own;
			const told = ({log, ...rest}: typeof own) => {
				const acts = log.map(({changes, effects}) => ({changes, effects}));
				// Each was committed at an instant of its own.
				return JSON.stringify({...rest, acts}).replaceAll(
					/"\d{4}-\d\d-\d\dT[\d:]+\.\d{3}Z"/g,
					'"then"',
				);
			};
			expect(JSON.parse(told(own))).toEqual(JSON.parse(told(other)));
		});
	});
}
