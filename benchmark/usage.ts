// What a running process has used, from the kernel's own account (Linux).
import {readFileSync, readdirSync} from 'node:fs';

/** Its resident memory in megabytes. */
export function resident(pid: number): number {
	const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
	return Number(kilobytes) / 1024;
}

/** The processor time of all its threads so far, in milliseconds; a thread that ended is left out. */
export function processorTime(pid: number): number {
	const nanoseconds = readdirSync(`/proc/${pid}/task`).map((thread) =>
		Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
	);
	return nanoseconds.reduce((sum, time) => sum + time, 0) / 1e6;
}
