import {randomBytes} from 'node:crypto';
import type {Environment} from './store.ts';

/** The machine's clock, and salts from its source of randomness. */
export const systemEnvironment: Environment = {
	now: () => new Date().toISOString(),
	salt: () => randomBytes(16).toString('hex'),
};
