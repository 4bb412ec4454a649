import {expect, test} from 'vitest';
import {reject, sayRejection} from '../../source/domain/rejection.ts';

test.each([
	['agenda/en-bloc: nothing to take together', 'nothing to take together'],
	['change 2 of 3: decision/call-in: it has lapsed', 'it has lapsed'],
	['M-1 is closed: correct it instead', 'M-1 is closed: correct it instead'],
])('%s: to a person, without the kind of change', (message, said) => {
	expect(sayRejection(reject('state', message))).toBe(said);
});
