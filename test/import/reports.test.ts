// Decision reports in the manner of forty-eight councils, each compared field by field with what it says: as it is, as a
// Word file, as Markdown that somebody would write, and as text without any markup.
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {readPaper} from '../../source/import/read/index.ts';
import type {Paper} from '../../source/import/read/paper.ts';
import {fields} from '../../source/import/report/fields.ts';
import {findReport} from '../../source/import/report/find.ts';
import type {ImportReview} from '../../source/import/review.ts';
import {type Expected, papers} from './expected.ts';
import {toMarkdownText, toPlainText} from './plain.ts';
import {toWord} from './word.ts';

const folder = path.join(import.meta.dirname, 'papers');
const readFile = (name: string): Promise<Paper> =>
	readPaper(readFileSync(path.join(folder, name)), name);

/** A review in the form of what is expected of it. */
export function seen({findings}: ImportReview): Expected {
	const of = (name: string) => findings.filter(({field}) => field === name);
	const plain = findings.filter(
		({field}) => !['recommendations', 'implications', 'appendices'].includes(field),
	);
	const implications = of('implications').map(
		({value}) => value as {heading: string; text: string},
	);
	const [appendices] = of('appendices');
	const notes = findings.flatMap(({field, note}) => (note === undefined ? [] : [[field, note]]));
	return {
		...Object.fromEntries(plain.map(({field, shown}) => [field, shown])),
		recommendations: of('recommendations').map(({shown}) => shown),
		...(implications.length > 0
			? {implications: implications.map(({heading, text}): [string, string] => [heading, text])}
			: {}),
		...(appendices ? {appendices: appendices.value as string[]} : {}),
		...(notes.length > 0 ? {notes: Object.fromEntries(notes) as Expected['notes']} : {}),
	};
}

/** How far in an item of a list stands is lost where its label was typed. */
const flush = (expected: Expected): unknown =>
	JSON.parse(JSON.stringify(expected).replaceAll(/\\n +/g, '\\n'));

test('every paper has its expectation', () => {
	expect(readdirSync(folder).toSorted()).toEqual(Object.keys(papers).toSorted());
});

describe.each(Object.entries(papers))('%s', (name, expected) => {
	test('says what it says, field by field, and what is missing', async () => {
		const review = findReport(await readFile(name));
		expect(seen(review)).toEqual(expected);
		const has = fields.filter((field) =>
			review.findings.some((finding) => finding.field === field),
		);
		const missing = fields.filter(
			(field) => !has.includes(field) && (field !== 'keyReason' || expected.key === 'Yes'),
		);
		expect(review.missing.map(({field}) => field)).toEqual(missing);
	});

	test('says the same as a Word file, and as Markdown', async () => {
		const paper = await readFile(name);
		const word = await readPaper(await toWord(paper.blocks), 'paper.docx');
		expect(flush(seen(findReport(word)))).toEqual(flush(expected));
		const markdown = await readPaper(Buffer.from(toMarkdownText(paper.blocks)), 'paper.md');
		expect(flush(seen(findReport(markdown)))).toEqual(flush(expected));
	});

	test('names nobody, and nobody’s address', async () => {
		const review = findReport(await readFile(name));
		const told = JSON.stringify(
			review.findings.map(({field, shown, value}) => ({field, shown, value})),
		);
		expect(told).not.toMatch(
			/Nobody|Blank|Void|Nought|Nemo|Anyone|Tester\b(?!s)|Imaginary|Placeholder|Mock|Dummy|Fabricated|Madeup|Invented|Fictional|Specimen|Neb\b/,
		);
		expect(told).not.toMatch(/@|\b0\d{2,4} \d{3}/);
		expect(review.findings.find(({field}) => field === 'author')?.passage?.text ?? '').not.toMatch(
			/@|\d{5}/,
		);
	});

	test('has a passage for every finding, in which it stands', async () => {
		const paper = await readFile(name);
		for (const {id, passage, shown, field} of findReport(paper).findings) {
			expect(passage, id).toBeDefined();
			expect(passage?.from, id).toBeLessThanOrEqual(passage?.to ?? -1);
			expect(passage?.to, id).toBeLessThan(paper.blocks.length);
			const [word = ''] = shown.split(/\s+/).slice(-1);
			const isQuoted = !['key', 'date', 'exempt', 'body'].includes(field) && shown !== 'None';
			if (isQuoted)
				expect(passage?.text.replaceAll(/\s+/g, ' '), id).toContain(word.replace(/[.]$/, ''));
		}
	});
});

// What a text without markup cannot say: a heading that is known by its looks alone, a cell's place in its table.
const lost: Record<string, (keyof Expected)[]> = {
	'borough-form.md': ['key', 'exempt'],
	'borough-cross-cutting-columns.txt': ['appendices', 'implications'],
	'london-audit-trail.txt': ['exempt'],
	'scottish-lettered-columns.txt': ['summary', 'implications'],
	'combined-authority-board.md': ['recommendations'],
	'corporation-dashes.md': ['title', 'exempt'],
	'cabinet-boxed-heads.md': [
		'body',
		'exempt',
		'alternatives',
		'backgroundPapers',
		'implications',
		'notes',
	],
	'cabinet-numbered-exempt.md': ['implications'],
	'city-public-report.md': ['scrutiny', 'implications'],
	'county-officer-record.md': ['backgroundPapers'],
	'police-panel-plain-words.md': ['alternatives', 'notes'],
	'decision-pathway-grid.md': ['backgroundPapers', 'recommendations', 'implications', 'appendices'],
	'metropolitan-tables.md': ['key', 'backgroundPapers'],
	'officer-form-html.md': ['alternatives'],
	'policy-committee-form.md': ['consultation', 'backgroundPapers'],
	'borough-purpose-grid.txt': ['implications', 'recommendations', 'summary'],
	'city-summary-table.txt': ['appendices', 'author', 'implications', 'recommendations'],
	'county-evidence-reasons.txt': ['implications'],
	'county-part-one.txt': ['backgroundPapers', 'title'],
	// Another line at its head might be the title as well, which the note says.
	'fire-authority-bold.md': ['notes'],
	'fire-tick-grid.txt': ['implications'],
	'london-single-member.txt': ['exempt', 'implications', 'key'],
	'metropolitan-questions-front.txt': ['backgroundPapers', 'implications', 'scrutiny'],
	'officer-delegated-form.txt': ['alternatives'],
	'unitary-capital-table.txt': [
		'appendices',
		'backgroundPapers',
		'exempt',
		'implications',
		'notes',
	],
	'welsh-owner-table.txt': ['implications'],
	'welsh-summary-sheets.txt': ['implications', 'notes', 'scrutiny'],
};

test.each(Object.entries(papers))(
	'%s says nearly all of it as bare text',
	async (name, expected) => {
		const paper = await readFile(name);
		const bare = await readPaper(Buffer.from(toPlainText(paper.blocks)), 'paper.txt');
		const told = seen(findReport(bare));
		const oneLine = (value: unknown) =>
			JSON.stringify(value ?? null).replaceAll(/(?:\\n)+|\s+/g, ' ');
		const differ = (Object.keys(expected) as (keyof Expected)[]).filter(
			(field) => oneLine(told[field]) !== oneLine(expected[field]),
		);
		expect(differ.toSorted()).toEqual((lost[name] ?? []).toSorted());
	},
);

test.each(['Award of the telephone contract', 'Email for every member', 'Tel Aviv twinning'])(
	'a report may be about “%s”',
	async (title) => {
		const text = `# ${title}\n\n## Recommendations\n\nThat it be done.\n`;
		const {findings} = findReport(await readPaper(Buffer.from(text), 'report.md'));
		expect(findings.find(({field}) => field === 'title')?.shown).toBe(title);
	},
);

test.each(['fire-authority-bold.md', 'county-officer-record.md', 'metropolitan-tables.md'])(
	'%s says the same where its Markdown was pasted into Word as it is',
	async (name) => {
		const typed = readFileSync(path.join(folder, name), 'utf8').split('\n');
		const word = await toWord(typed.map((text) => ({kind: 'paragraph', runs: [{text}]})));
		const paper = await readPaper(word, 'paper.docx');
		expect(paper.remarks).toContain(
			'the Word file holds Markdown as it was typed; it was read as that',
		);
		expect(flush(seen(findReport(paper)))).toEqual(flush(papers[name] ?? {recommendations: []}));
	},
);
