import type {Theme} from '../theme.ts';

/**
 * Numbers as a line of bars in eight steps, the oldest first; in ASCII as digits from 0 to 9. Between the least and the
 * greatest of them, or from nought on where a share of the whole is told.
 */
export function sparkline(
	theme: Theme,
	values: readonly number[],
	{fromNought = false} = {},
): string {
	const low = fromNought ? 0 : Math.min(...values);
	const high = Math.max(...values);
	const steps = theme.ascii || theme.spoken ? '0123456789' : '▁▂▃▄▅▆▇█';
	return values
		.map((value) => {
			const share =
				high === low ? (fromNought && high === 0 ? 0 : 0.5) : (value - low) / (high - low);
			return steps[Math.round(share * (steps.length - 1))] ?? '';
		})
		.join('');
}
