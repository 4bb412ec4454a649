import type {Refused} from '../domain/apply.ts';
import {reject} from '../domain/rejection.ts';

/** What a store says of an act that it could not save. */
export const unsaved = (message: string): Refused => ({
	ok: false,
	rejection: reject('storage', message),
});
