// Runs tests as a program of its own, with a fault in the program or noting what they reach.
import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

export const root = path.dirname(path.dirname(import.meta.dirname));

const scratch = mkdtempSync(path.join(os.tmpdir(), 'boardwalk-mutate-'));
process.on('exit', () => rmSync(scratch, {recursive: true, force: true}));

let runs = 0;
/** A folder or file that is gone when the program ends. */
export const scratchPlace = (): string => path.join(scratch, String(runs++));

/** What one file of tests came to. `messages` tell of each test that failed, or of the file itself. */
export type Outcome = {file: string; hasFailed: boolean; messages: string[]; ms: number};

type Report = {
	testResults: {
		name: string;
		status: string;
		message: string;
		startTime: number;
		endTime: number;
		assertionResults: {status: string; failureMessages: string[]}[];
	}[];
};

/** Runs files of tests with one worker. Undefined when they had not ended after so many seconds. */
export async function runTests(
	files: readonly string[],
	{env, bail, seconds}: {env: Record<string, string>; bail: boolean; seconds: number},
): Promise<Outcome[] | undefined> {
	const report = scratchPlace();
	const child = spawn(
		process.execPath,
		[
			path.join(root, 'node_modules/vitest/vitest.mjs'),
			'run',
			...files,
			'--config=scripts/mutate/vitest.config.ts',
			`--root=${root}`,
			'--reporter=json',
			`--outputFile=${report}`,
			...(bail ? ['--bail', '1'] : []),
		],
		{cwd: root, stdio: 'ignore', detached: true, env: {...process.env, ...env}},
	);
	const ended = new Promise<boolean>((resolve) => {
		const timer = setTimeout(() => resolve(false), seconds * 1000);
		child.on('exit', () => {
			clearTimeout(timer);
			resolve(true);
		});
	});
	if (!(await ended)) {
		// A test that turns in a circle hears of nothing: its worker goes with the whole group.
		process.kill(-(child.pid ?? 0), 'SIGKILL');
		return undefined;
	}
	if (!existsSync(report)) return undefined;
	const {testResults} = JSON.parse(readFileSync(report, 'utf8')) as Report;
	return testResults.map(({name, status, message, startTime, endTime, assertionResults}) => {
		const failed = assertionResults.filter((one) => one.status === 'failed');
		// Files that were given up after the first failure are called failed as well, without a test that failed.
		const messages = [
			...failed.flatMap((one) => one.failureMessages),
			...(message ? [message] : []),
		];
		return {
			file: path.relative(root, name),
			hasFailed: status === 'failed' && messages.length > 0,
			messages,
			ms: endTime - startTime,
		};
	});
}
