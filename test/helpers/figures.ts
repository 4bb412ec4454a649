// What the long runs measure: figures are told, never expected. `npm run soak` prints them in one block at its end.
import {appendFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import process from 'node:process';

/** Whether the long counts are wanted (`npm run soak`). */
export const soak = process.env['SOAK'] !== undefined;

/** One count in `npm test`, another in the long run. */
export const counts = (usual: number, long: number): number => (soak ? long : usual);

const file = process.env['SOAK_FIGURES'];

/** Tells figures of the long run, under a heading. */
export function say(heading: string, ...lines: string[]): void {
	if (!soak) return;
	const text = [heading, ...lines.map((line) => `  ${line}`)].join('\n');
	if (file === undefined) process.stdout.write(`${text}\n`);
	else appendFileSync(file, `${text}\n`);
}

/** The value that a share of them does not exceed. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export function sayTimes(milliseconds: readonly number[]): string {
	const [p50, p95, most] = [0.5, 0.95, 1].map((share) =>
		percentile(milliseconds, share).toFixed(1),
	);
	return `p50 ${p50} ms, p95 ${p95} ms, most ${most} ms (${milliseconds.length})`;
}

/** What a process has used of the processor so far, in milliseconds, and what it holds of the memory, in MB. */
export async function usageOf(pid: number): Promise<{cpu: number; memory: number}> {
	const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
	// Behind the name in parentheses; the clock ticks a hundred times a second.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	const cpu = (Number(fields[11]) + Number(fields[12])) * 10;
	const status = await readFile(`/proc/${pid}/status`, 'utf8');
	const memory = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? NaN) / 1024;
	return {cpu, memory};
}
