// The budget of keys of a meeting's commonest acts: the benchmark plays them, and none may cost more.
import {expect, test} from 'vitest';
import {acts, play} from '../../benchmark/measures/keystrokes.ts';

test.each(acts.map((act) => [act.what, act] as const))('%s', async (_, act) => {
	expect(await play(act)).toBeLessThanOrEqual(act.budget);
});
