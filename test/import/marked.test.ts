// What is marked as private in any place of any paper never comes in as public without a word.
import {describe, expect, test} from 'vitest';
import {kinds, reviewFile, type Review} from '../../source/import/index.ts';
import {makeDatabase} from '../helpers/database.ts';

const report = ({top = '', mid = '', foot = '', title = 'Sale of the depot at Green Lane'}) =>
	`${top}\n\nCabinet\n\n12 May 2026\n\n${title}\n\nReport of the Director of Place\n\n${mid}\n\nRecommendation\n\nThat Cabinet approves the sale of the depot at Green Lane for the best price.\n\nReasons for recommendation\n\nThe depot is no longer needed and costs money to keep empty every year.\n\n${foot}\n`;
const record = ({top = '', mid = '', foot = '', title = 'Sale of the depot at Green Lane'}) =>
	`${top}\n\nDecision details\n\n${title}\n\nDecision Maker: Cabinet\n\n${mid}\n\nDecision:\n\nThat the depot at Green Lane be sold for the best price.\n\nReasons for the decision:\n\nThe depot is no longer needed.\n\nPublication date: 12/05/2026\n\nDate of decision: 11/05/2026\n\n${foot}\n`;
const notice = ({top = '', mid = '', foot = '', title = 'Sale of the depot at Green Lane'}) =>
	`${top}\n\nIssue details\n\n${title}\n\nTo agree the sale of the depot at Green Lane.\n\nDecision Maker: Cabinet\n\nDecision due: 11/05/2026\n\n${mid}\n\nIs Key decision?: Yes\n\n${foot}\n`;
const papers = {report, record, notice};

/** Markings of councils, health bodies and others, as they are printed. */
const marks = [
	'NOT FOR PUBLICATION',
	'Not for publication by virtue of paragraph 3 of Schedule 12A to the Local Government Act 1972',
	'EXEMPT',
	'Exempt report',
	'PRIVATE AND CONFIDENTIAL',
	'Private & Confidential',
	'Strictly confidential',
	'Confidential by virtue of paragraph 3',
	'Confidential item – members only',
	'Official-Sensitive',
	'OFFICIAL - SENSITIVE',
	'OFFICIAL: SENSITIVE',
	'Closed session',
	'EXECUTIVE SESSION',
	'In camera',
	'Part 2 – Private session',
	'Private meeting',
	'Commercial in confidence',
	'Not for disclosure',
	'Not to be published',
	'Press and public excluded',
	'Closed report',
	'Cyfrinachol',
];
/** Words that are a marking at the head, and elsewhere the name of a part. */
const atHead = [
	'Part 2',
	'PART II',
	'Part B',
	'Part Two – private',
	'Private',
	'Restricted',
	'In Committee',
];
const sentences = [
	'This report contains exempt information under paragraphs 8 and 10 of Part I of Schedule 7A of the Local Government (Scotland) Act 1973',
	'Exempt under paragraph 3 of Part 1 of Schedule 6 to the Local Government Act (Northern Ireland) 2014',
	'Exempt: paragraph 14 of Schedule 12A',
	'This report is not for publication.',
	'The press and public are to be excluded during consideration of this item.',
	'Contains exempt information',
	'This item will be considered in private.',
	'Pursuant to Government Code Section 54956.9',
];

const places: Record<string, (mark: string) => Parameters<typeof report>[0]> = {
	'above it all': (top) => ({top}),
	'above it all, in bold': (mark) => ({top: `**${mark}**`}),
	'among the particulars': (mid) => ({mid}),
	'behind a label': (mark) => ({mid: `Classification: ${mark}`}),
	'at the foot': (foot) => ({foot}),
	'in front of the title': (mark) => ({title: `${mark} – Sale of the depot at Green Lane`}),
	'in brackets behind the title': (mark) => ({title: `Sale of the depot at Green Lane (${mark})`}),
};

/** Whether somebody is told that it is private: by the finding, and by what waits to be released. */
const isKept = ({findings, remarks}: Review): boolean =>
	findings.some(({field, value}) => field === 'exempt' && value !== null) &&
	(findings.some(({field, note}) => field === 'exempt' && note === undefined) ||
		remarks.some((remark) => remark.startsWith('1 paper waits for somebody to release it')));

const read = (text: string, as?: (typeof kinds)[number]) =>
	reviewFile(Buffer.from(text), 'paper.md', makeDatabase(), as ? {as} : {});

describe.each(Object.entries(papers))('%s', (kind, paper) => {
	test.each(Object.entries(places))('is private with any marking %s', async (where, put) => {
		const isEnd = /foot|brackets/.test(where);
		const isTitle = /title/.test(where);
		const open: string[] = [];
		for (const mark of [...marks, ...(isEnd ? [] : atHead), ...(isTitle ? [] : sentences)]) {
			if (/label/.test(where) && sentences.includes(mark)) continue;
			const review = await read(paper(put(mark)), kind as 'report');
			if (!isKept(review)) open.push(mark);
		}
		expect(open).toEqual([]);
	});

	test('is public where the marking says so, or where nothing does', async () => {
		for (const mark of [
			'',
			'Open',
			'Part 1',
			'Not confidential',
			'This report contains no exempt information.',
			'Official',
			'Public or exempt: Public',
			'Budget source: General Fund – Restricted',
		]) {
			const {findings} = await read(paper({mid: mark}), kind as 'report');
			expect([
				mark,
				findings.find(({field, value}) => field === 'exempt' && value !== null),
			]).toEqual([mark, undefined]);
		}
	});
});

test('a marking that stands only in the foot of every page counts', async () => {
	const page = (text: string) => `${text}\n\n\n\nOFFICIAL - SENSITIVE\n\f`;
	const review = await read(
		page(report({}).slice(0, 120)) + page(report({}).slice(120)) + page('It ends here.'),
		'report',
	);
	expect(isKept(review)).toBe(true);
});

test('an appendix that is marked is told, and the paper stays public', async () => {
	const review = await read(
		report({foot: 'Appendices\n\nAppendix 1 – Plan\n\nAppendix 2 – Valuation (Exempt)'}),
		'report',
	);
	expect(review.findings.find(({field, value}) => field === 'exempt' && value !== null)).toBe(
		undefined,
	);
	expect(review.remarks.join('\n')).toContain('Appendix 2');
});

test('titles that only hold the words of a marking are none', async () => {
	for (const title of [
		'Private Rented Sector – Enforcement',
		'Confidential Waste Collection Contract',
		'Restricted Byways: review',
		'Local Plan – Part 2',
	]) {
		const {findings} = await read(report({title}), 'report');
		expect([title, findings.find(({field}) => field === 'exempt')]).toEqual([title, undefined]);
	}
});
