// What a seal covers, and by which form it is proved.
import {describe, expect, it} from 'vitest';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {contentDigest} from '../../source/domain/log/chain.ts';
import {contentOf, minutesOf} from '../../source/domain/queries/minutes.ts';
import {proveSeal} from '../../source/domain/queries/seal.ts';
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
	it('of form 1 covers for good what it covered', () => {
		// As it was stored when seals of this form were first given out: a claim stood by itself.
		const stored = JSON.stringify(issued).replaceAll(' (login clerk)', '');
		const earlier = JSON.parse(stored) as typeof issued;
		expect(contentDigest(contentOf(minutesOf(earlier, 'M-3'), 1))).toBe(
			'd5568e1b493215d516a131e8d006a648e6f6b15c5f7c90a2664e8883ab94455a',
		);
	});

	it('of a form that a newer version made is not said to be broken', () => {
		const text = minutes(sealed({form: 2, content: 'f'.repeat(64)}), 'M-3');
		expect(text).toMatch(
			/· seal BW-M-3-v1-\S+: this version of Boardwalk cannot check that seal\.\n$/,
		);
		expect(text).not.toContain('Altered');
		const printed = issued.meetings.find(({id}) => id === 'M-3')?.minutes?.seals?.[0]?.seal ?? '';
		const proof = proveSeal(sealed({form: 2}), printed);
		expect(proof).toMatchObject({proved: false, unchanged: undefined, since: []});
		expect(proof.faults).toContain('this version cannot check that seal: a newer one made it');
		expect(() => contentOf(minutesOf(issued, 'M-3'), 2)).toThrow('there is no form 2');
	});

	it('without a form is one of form 1', () => {
		expect(minutes(sealed({form: undefined}), 'M-3')).not.toMatch(/Altered|cannot check/);
	});
});
