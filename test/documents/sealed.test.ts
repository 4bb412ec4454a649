// What a seal covers, and by which form it is proved.
import {describe, expect, test} from 'vitest';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {contentDigest} from '../../source/domain/log/chain.ts';
import {contentOf, minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {proveSeal} from '../../source/domain/queries/log/seal.ts';
import type {Database, Seal} from '../../source/domain/schema/index.ts';
import {cabinet} from './cabinet.ts';

const minutes = (database: Database, id: string) =>
	toMarkdown(minutesDocument(minutesOf(database, id)));

describe('a seal', () => {
	const issued = cabinet('published');
	const sealed = (change: Partial<Seal>): Database => ({
		...issued,
		meetings: issued.meetings.map(({minutes: held, ...meeting}) => ({
			...meeting,
			...(held && {
				minutes: {...held, seals: held.seals?.map((one) => ({...one, ...change}))},
			}),
		})),
	});

	// Printed seals must prove in every later version. Minutes that say more need another form, beside this one.
	test('of form 2 covers for good what it covered', () => {
		// The digest is of the meeting as it was recorded then, without word on whether interests were asked about, or stayed.
		const meetings = issued.meetings.map(({interestsAsked: _asked, ...meeting}) => ({
			...meeting,
			declarations: meeting.declarations?.map(({withdrew, ...declared}) =>
				withdrew ? {...declared, withdrew} : declared,
			),
		}));
		expect(contentDigest(contentOf(minutesOf({...issued, meetings}, 'M-3'), 2))).toBe(
			'dd6045e46977a7ff04b40f6a5c277144b56aadaa0e61f0158713b58440a990ba',
		);
	});

	test('of a form that a newer version made is not said to be broken', () => {
		const text = minutes(sealed({form: 3, content: 'f'.repeat(64)}), 'M-3');
		expect(text).toMatch(
			/· seal BW-M-3-v1-\S+: this version of Boardwalk cannot check that seal\.\n$/,
		);
		expect(text).not.toContain('Altered');
		const printed = issued.meetings.find(({id}) => id === 'M-3')?.minutes?.seals?.[0]?.seal ?? '';
		const proof = proveSeal(sealed({form: 3}), printed);
		expect(proof).toMatchObject({proved: false, unchanged: undefined, since: []});
		expect(proof.faults).toContain('this version cannot check that seal: a newer one made it');
		expect(() => contentOf(minutesOf(issued, 'M-3'), 3)).toThrow('there is no form 3');
	});

	test('without a form is one of form 1, which the migration judges', () => {
		const text = minutes(sealed({form: undefined}), 'M-3');
		expect(text).toContain('cannot check that seal');
		expect(text).not.toContain('Altered');
	});
});
