import type {Seal} from '../schema/index.ts';
import {sha256} from './chain.ts';

/** What a printed seal is made of: which minutes, their content, and the log that they rest on. */
type Sealed = Pick<Seal, 'id' | 'content' | 'log'> & {meeting: string};

/**
 * The seal to be printed on a version of a meeting's minutes: short enough to be read out, and of 80
 * bits, so that no other content can be made to fit it. `BW-M-2-v1-3F2A-9C01-77B4-E2D8-0A6C`.
 */
export function sealOf({meeting, id, content, log}: Sealed): string {
	const digits = sha256([meeting, id, content, log].join('\n')).slice(0, 20).toUpperCase();
	return `BW-${meeting}-${id}-${digits.match(/.{4}/g)?.join('-')}`;
}

/** Seals compare by their letters and digits, however they were typed. */
export const sameSeal = (a: string, b: string): boolean =>
	a.toUpperCase().replaceAll(/[^0-9A-Z]/g, '') === b.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
