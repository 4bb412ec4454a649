// Fronts, markings and forms as other bodies set them: what is private first, then what had come out wrong.
import {describe, expect, test} from 'vitest';
import {reviewFile} from '../../source/import/index.ts';
import {makeDatabase} from '../helpers/database.ts';

/** What a report says of a field; undefined where it was not found. */
async function shown(text: string, field: string, name = 'report.md'): Promise<string | undefined> {
	const {findings} = await reviewFile(Buffer.from(text), name, makeDatabase(), {as: 'report'});
	const found = findings.filter((finding) => finding.field === field);
	return found.length === 0 ? undefined : found.map(({shown}) => shown).join('\n');
}

const body = '## Recommendation\n\nThat the lease be granted.\n\n## Reasons\n\nIt is due.\n';
const front = (lines: string) => `# Lease of the Mill\n\n${lines}\n\n${body}`;

describe('what is private', () => {
	test.each([
		['**Freedom of Information:** Closed until the lease is signed.', 'Yes'],
		['**Access:** Confidential', 'Yes'],
		['**Freedom of Information:** Open', 'No'],
		['Agenda item 7 | Part A (open)', 'No'],
	])('%s', async (line, says) => {
		expect(await shown(front(line), 'exempt')).toBe(says);
	});
	test('a note in the middle of a paper that is headed as confidential', async () => {
		const paper = `${front('**Date:** 2 June 2026')}\n### Confidential note\n\nThe donor is not to be named.\n`;
		expect(await shown(paper, 'exempt')).toBe('Yes');
	});
	test('that an accompanying report is exempt leaves this one open, and no summary says so', async () => {
		const said =
			'An accompanying Part II report is exempt from disclosure under paragraph 3 of Schedule 12A.';
		const paper = `# Retender\n\n## Summary\n\nThe contract ends in March.\n\n${said}\n\n${body}`;
		expect(await shown(paper, 'exempt')).toBe('No');
		expect(await shown(paper, 'summary')).toBe('The contract ends in March.');
	});
	test('a second author below the first one is named in no post', async () => {
		const paper = `${body}\nAuthor:         Pat Irwen, Amenities Manager\n                Doug Sang, Ward Manager\n`;
		expect(await shown(paper, 'author', 'report.txt')).toBe('Amenities Manager');
	});
	test('whom to ring about an implication is not part of it', async () => {
		const paper = `${front('**Date:** 2 June 2026')}\n## Legal implications\n\nThe lease is for 25 years.\n\nLegal Officer Tel: 01632 960155\n`;
		expect(await shown(paper, 'implications')).toBe('The lease is for 25 years.');
	});
});

describe('whose paper it is, when and what it is called', () => {
	test.each([
		['**Agenda Date:** 11/19/2024', 'date', '19 November 2024'],
		['**For the meeting on:** Tuesday 2 June 2026', 'date', '2 June 2026'],
		['**To:** Honorable Mayor and Members of the City Council', 'body', 'City Council'],
		['Key Decision CYPS/02/2018', 'reference', 'CYPS/02/2018'],
		['Key Decision CYPS/02/2018', 'key', 'Yes'],
		['**Paper no.:** CRT 25/61', 'reference', 'CRT 25/61'],
		[
			'**Report of:** Cabinet Member for Housing and New Homes',
			'author',
			'Cabinet Member for Housing and New Homes',
		],
	])('%s: %s', async (line, field, says) => {
		expect(await shown(front(line), field)).toBe(says);
	});
	test.each([
		['Harrow Learning Trust – Board of Trustees\n\n# Reserves policy', 'Reserves policy'],
		['**AGENDA ITEM J-1**\n\n**Public Hearing:** Design of the dog run', 'Design of the dog run'],
		[
			'**Subject:** A shuttle for the hill (Estimated Time: 15 Min.) ADOPT RESOLUTION NO. 24-17',
			'A shuttle for the hill',
		],
	])('%s', async (head, title) => {
		expect(await shown(`${head}\n\n${body}`, 'title')).toBe(title);
	});
	test('a title that begins like a heading of consultation', async () => {
		const paper =
			'The Vale Council\n\nCabinet Meeting: 16 November, 2026\n\nReport of the Leader\n\nConsultation on Draft Guidance for Joint Committees\n\nPurpose of the Report\n\n  1. To seek approval.\n\nRecommendations\n\n  1. That Cabinet note the guidance.\n';
		expect(await shown(paper, 'title', 'report.txt')).toBe(
			'Consultation on Draft Guidance for Joint Committees',
		);
		expect(await shown(paper, 'body', 'report.txt')).toBe('Cabinet');
		expect(await shown(paper, 'author', 'report.txt')).toBe('Leader');
	});
});

describe('what is asked for and what follows from it', () => {
	test('a list within a form, a blank line between its points', async () => {
		const paper = `Report Title             A joint plan

Recommendation(s)        The Committee RESOLVES to:

                         1. Recommend that Council leaves the plan, which
                            it joined in 2023.

                         2. Note the costs.

Purpose of Report        To agree how to go on from here after
                         the withdrawal.
`;
		expect(await shown(paper, 'recommendations', 'report.txt')).toBe(
			'The Committee RESOLVES to recommend that Council leaves the plan, which it joined in 2023.\nThe Committee RESOLVES to note the costs.',
		);
	});
	test('a proposal that no heading calls a recommendation', async () => {
		const paper =
			'# Charges\n\n### Proposal\n\nIt is proposed that:\n\n* a ticket costs £10; and\n* children come in free.\n\n### Background\n\nThey rose in 2022.\n';
		expect(await shown(paper, 'recommendations')).toBe(
			'a ticket costs £10.\nchildren come in free.',
		);
	});
	test('a table whose first row says that it holds implications', async () => {
		const rows = 'Finance | There is no cost.\nRisk | The lift is old.\nGlossary | LPG – a gas';
		const table = rows
			.split('\n')
			.map((row) => `| ${row} |`)
			.join('\n');
		const paper = `${front('**Date:** 2 June 2026')}\n## Executive summary\n\nThe lift is renewed.\n\n| Impact of item/issues on: | |\n| --- | --- |\n${table}\n`;
		expect(await shown(paper, 'summary')).toBe('The lift is renewed.');
		expect(await shown(paper, 'implications')).toBe('There is no cost.\nThe lift is old.');
	});
	test('feet of pages that count are not background papers', async () => {
		const paper =
			'Recommendations\n\n1. That the sets be bought.\n\n                                1                     WMFA 18.12.25\n\nBackground Papers\n\nThere are no background papers.\n\n                                2                     WMFA 18.12.25\n';
		expect(await shown(paper, 'backgroundPapers', 'report.txt')).toBe(
			'There are no background papers.',
		);
	});
});
