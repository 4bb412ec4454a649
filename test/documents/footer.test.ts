// Captions and footers in the formats of lines; HTML and Word have tests of their own.
import {expect, test} from 'vitest';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {toText} from '../../source/documents/text.ts';
import type {Document} from '../../source/documents/tree.ts';

const document: Document = {
	title: 'Minutes',
	blocks: [{type: 'table', caption: 'Who *moved*', columns: [{title: 'No.'}], rows: [['A-1']]}],
	footer: ['Issued on 22 November 2026.', [{strong: 'Seal:'}, ' 3f0b6a6e']],
};

test('in Markdown the caption stands above its table and the footer below a rule', () => {
	expect(toMarkdown(document)).toBe(
		[
			'# Minutes',
			String.raw`**Who \*moved\***`,
			'| No. |\n| --- |\n| A-1 |',
			'---',
			'Issued on 22 November 2026.',
			'**Seal:** 3f0b6a6e\n',
		].join('\n\n'),
	);
});

test('in text too', async () => {
	expect(await toText(document, 20)).toBe(
		[
			'Minutes\n=======',
			'Who *moved*\nNo.\n---\nA-1',
			'--------------------',
			'Issued on 22\nNovember 2026.',
			'Seal: 3f0b6a6e\n',
		].join('\n\n'),
	);
});
