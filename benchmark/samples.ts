// Taking samples in turn and what is said of them. All times are in milliseconds.
import process from 'node:process';

/** Milliseconds on the machine's monotonic clock: comparable between processes, unlike performance.now(). */
export const now = () => Number(process.hrtime.bigint()) / 1e6;

export const pause = (milliseconds: number) =>
	new Promise<void>((resolve) => {
		setTimeout(resolve, Math.max(milliseconds, 0));
	});

/** The value below which `share` (0 to 1) of the samples lie; the nearest rank, so always a real sample. */
export function percentile(samples: readonly number[], share: number): number {
	const sorted = samples.toSorted((a, b) => a - b);
	const rank = Math.ceil(share * sorted.length) - 1;
	return sorted[Math.max(rank, 0)] ?? Number.NaN;
}

export const median = (samples: readonly number[]) => percentile(samples, 0.5);
export const p95 = (samples: readonly number[]) => percentile(samples, 0.95);

/**
 * Takes `count` samples of each of the takers, in turn, so that whatever slows the machine down
 * for a while slows all of them. The order is turned round every time: none is always first.
 * @returns the samples of each taker, in the takers' order
 */
export async function alternate<T>(
	count: number,
	takers: ReadonlyArray<() => T | Promise<T>>,
): Promise<T[][]> {
	const samples: T[][] = takers.map(() => []);
	const order = [...takers.entries()];
	for (let round = 0; round < count; round++) {
		for (const [index, take] of order) {
			samples[index]?.push(await take());
		}
		order.reverse();
	}
	return samples;
}
