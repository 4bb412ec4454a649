// Kinds of faults that papers by others showed, each in layouts made up for it: what is no value is not shown.
import {describe, expect, test} from 'vitest';
import {reviewFile, type Review} from '../../source/import/index.ts';
import {makeDatabase} from '../helpers/database.ts';

const read = (text: string, as: 'report' | 'record' = 'report'): Promise<Review> =>
	reviewFile(Buffer.from(text), 'paper.md', makeDatabase(), {as});
const shown = ({findings}: Review, field: string): string[] =>
	findings.filter((finding) => finding.field === field).map((finding) => finding.shown);

const body = `Summary

The harbour wall at Saltness was built in 1904 and lets the sea through at two places. This report asks for the
money to mend it before the winter, and for leave to close the road beside it while the work is done.

Recommendations

That the Committee:

1. approves the repair of the harbour wall at Saltness at a cost of £310,000; and

2. agrees to close Shore Road for nine weeks.

Reasons for recommendation

The wall would not outlast another winter. The road lies right behind it and has flooded four times since 2021. To
wait would cost more than the repair, since the road would then have to be built anew.
`;

describe('the title', () => {
	const title = 'Repair of the harbour wall at Saltness';
	test.each([
		['an office and its address', `CHIEF EXECUTIVE’S OFFICE\n\nMUNICIPAL BUILDINGS\n\n${title}`],
		['the council in its other language', `COMHAIRLE NAN EILEAN\n\nHARBOURS COMMITTEE\n\n${title}`],
		['a label of its own kind above a number', `File #: 26-0441\n\nControl: Regular\n\n${title}`],
		['somebody’s name and post', `${title}\n\nRuaridh Lamont, Head of Harbours and Coast`],
	])('is what the paper speaks of, beside %s', async (_, head) => {
		expect(shown(await read(`${head}\n\n${body}`), 'title')).toEqual([title]);
	});

	test('is not found where the paper speaks of none of the lines at its head', async () => {
		const review = await read(`TOWN HALL\n\nGREEN MEADOW ANNEXE\n\n${body}`);
		expect(shown(review, 'title')).toEqual([]);
		expect(review.missing.some(({field}) => field === 'title')).toBe(true);
	});

	test('of a record is no page’s head, nor a sentence of what it is for', async () => {
		const record = (head: string) =>
			`${head}\n\nDecision Maker: Cabinet\n\nDecision:\n\n${'That the harbour wall at Saltness be repaired before the winter, and Shore Road closed meanwhile. '.repeat(7)}\n\nDate of decision: 11/05/2026\n`;
		expect(shown(await read(record('Forthcoming Decisions'), 'record'), 'title')).toEqual([]);
		expect(
			shown(await read(record('To consider the repair of the wall.'), 'record'), 'title'),
		).toEqual([]);
	});
});

describe('a text ends', () => {
	test.each([
		['a page’s number', '7'],
		['a page’s number and what the page is headed', '3\n\nHarbour wall\n\n19 May 2026'],
		['“Page 71”', 'Page 71'],
	])('before %s', async (_, foot) => {
		const [reasons = ''] = shown(await read(`# Repair\n\n${body}\n${foot}\n`), 'reasons');
		expect(reasons).toMatch(/built anew\.$/);
	});

	test.each([
		'WHEREAS, the Harbour Board owns the wall; and',
		'Sponsors: Ruaridh Lamont, Head of Harbours',
	])('a list of recommendations before “%s”', async (line) => {
		const text = `# Repair\n\n## Recommendation\n\nApprove the repair of the wall.\n\n${line}\n`;
		expect(shown(await read(text), 'recommendations')).toEqual(['Approve the repair of the wall.']);
	});
});

describe('a list of appendices', () => {
	test.each([
		[
			'the heading of another list',
			'Background Documents – Access to Information (England) Regulations 2012\n\nNONE',
		],
		['whom to ask', 'Contact officer: Ruaridh Lamont, r.lamont@example.org'],
		['a page’s number', '2'],
	])('ends before %s', async (_, line) => {
		const text = `# Repair\n\n${body}\nAppendices\n\n- Appendix A – Plan of the wall\n\n${line}\n`;
		expect(shown(await read(text), 'appendices')).toEqual(['Appendix A: Plan of the wall']);
	});
});

test('a rank alone is nobody’s post, one with what it is about is', async () => {
	const author = async (told: string) =>
		shown(await read(`# Repair\n\nAuthor: ${told}\n\n${body}`), 'author');
	expect(await author('Harbours Manager')).toEqual(['Harbours Manager']);
	expect((await author('Ruaridh Lamont, Harbours Manager')).join()).not.toContain('Lamont');
});

test('headings in two languages are read by either', async () => {
	const text = `# Atgyweirio’r wal / Repair of the wall

## Diben yr adroddiad | Purpose of the report

To mend the wall before the winter.

## Argymhellion / Recommendations

That the wall be mended.

## Goblygiadau ariannol | Financial implications

The cost is £310,000.
`;
	const review = await read(text);
	expect(shown(review, 'summary')).toEqual(['To mend the wall before the winter.']);
	expect(shown(review, 'recommendations')).toEqual(['That the wall be mended.']);
	expect(shown(review, 'implications')).toEqual(['The cost is £310,000.']);
});

test('a table that only ticks what was thought of is no implication of a record', async () => {
	const text = `# Decision notice

| Implications | Yes | No |
| --- | --- | --- |
| Legal implications | x | |
| Equality and diversity | x | |
| Human rights | | x |

## Decision

To award a grant of £96,000.
`;
	expect(shown(await read(text, 'record'), 'implications')).toEqual([]);
});
