import type {Environment} from './store.ts';
import {randomHex} from './random.ts';

/** The machine's clock, and salts from its source of randomness. */
export const systemEnvironment: Environment = {
	now: () => new Date().toISOString(),
	salt: () => randomHex(16),
};
