import {expect, test} from 'vitest';
import {interestsDocument} from '../../source/documents/interests.ts';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {interestRegisterOf} from '../../source/domain/queries/meeting/interests.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import {accepted, after, makeDatabase, rollTaken} from '../helpers/database.ts';

const declare = (person: string, more: Partial<Change & {kind: 'declaration/add'}>): Change => ({
	kind: 'declaration/add',
	meeting: 'M-2',
	item: 'I-4',
	person,
	interest: 'dpi',
	...more,
});
const sitting = rollTaken(after(makeDatabase(), {kind: 'meeting/open', id: 'M-2'}));

test('what members declared stands under their names, with the day, the item and what they did', () => {
	const database = accepted(sitting, [
		declare('smith', {nature: 'Owns shares', withdrew: true}),
		declare('jones', {interest: 'nri', sensitive: true, withdrew: false}),
	]).database;
	const text = toMarkdown(interestsDocument(interestRegisterOf(database)));
	expect(text).toContain('# Interests declared: Fenshire County Council');
	expect(text.indexOf('## Joan Smith')).toBeLessThan(text.indexOf('## Peter Jones'));
	expect(text).toMatch(
		/\| 22 November 2026 \| M-2, item 3: [^|]+ \| Joan Smith declared a disclosable pecuniary interest \(Owns shares\) and withdrew from the room\. \|/,
	);
	// Of a sensitive one that there is one is said, and no more.
	expect(text).toMatch(/Peter Jones declared a non-registrable interest \([^)]*\) and stayed\./);
});

test('where nobody declared anything that is said', () => {
	expect(toMarkdown(interestsDocument(interestRegisterOf(sitting)))).toBe(
		'# Interests declared: Fenshire County Council\n\nNo interest has been declared at any meeting on record.\n',
	);
});
