// What stands beside a value on its page, at the foot of a record, or between columns: taken for what it is, or left out.
import {Buffer} from 'node:buffer';
import {expect, test} from 'vitest';
import {reviewFile} from '../../source/import/index.ts';
import {makeDatabase} from '../helpers/database.ts';

async function shownOf(text: string, field: string, name = 'paper.txt'): Promise<string[]> {
	const {findings} = await reviewFile(Buffer.from(text), name, makeDatabase(), {});
	return findings.filter((one) => one.field === field).map(({shown}) => shown);
}

const report = (choice: string, more = '') =>
	`REPORT TO CABINET\n\nPurpose of Report\n\nTo let Members agree the works.\n\n${choice}\n\nThis report is public\n\nRECOMMENDATIONS\n\n(1)    That the works be agreed.\n\nFINANCIAL IMPLICATIONS\n\nThe cost is £40.\n${more}`;

test.each([
	['Key Decision       Non-Key Decision    X', ['No']],
	['Key Decision   X   Non-Key Decision', ['Yes']],
	['Key Decision       Non-Key Decision', []],
	['Key Decision   X   Non-Key Decision    X', []],
])(
	'of “%s” the ticked kind is meant, and none where both are or neither is',
	async (choice, key) => {
		const paper = report(choice);
		expect(await shownOf(paper, 'key')).toEqual(key);
		expect(await shownOf(paper, 'summary')).toEqual(['To let Members agree the works.']);
	},
);

test('a page’s number below a sentence is not part of it; a sum on a line of its own stays', async () => {
	expect(await shownOf(report('', '2\n\n'), 'implications')).toEqual(['The cost is £40.']);
	expect(await shownOf(report('', '£25 of it is granted.\n'), 'implications')).toEqual([
		'The cost is £40.\n£25 of it is granted.',
	]);
});

const record = (foot: string) =>
	`Hill Street - Parking\n\nDecision:\n\nHill Council - Record of Decision\n\nThe report told of the street.\n\nThe Cabinet Member for Roads resolved that\n\n(1) the scheme be approved; and\n\n(2) the cost be noted.\n\nReasons: As the report says.\n\nSigned: Leader\n\n${foot}\n`;

test('the foot of a record tells when it was published, comes into force and may be called in', async () => {
	const paper = record(
		'*  This decision was published on Monday, 9th July 2018\n\n*  This decision will come in force at 4.00 p.m. on Monday, 16th July 2018 unless it is called-in.',
	);
	expect(await shownOf(paper, 'published')).toEqual(['9 July 2018']);
	expect(await shownOf(paper, 'effective')).toEqual(['16 July 2018']);
	expect(await shownOf(paper, 'callIn')).toEqual(['Yes']);
	expect(await shownOf(paper, 'title')).toEqual(['Hill Street - Parking']);
	expect(await shownOf(paper, 'recommendations')).toEqual([
		'That the scheme be approved.',
		'That the cost be noted.',
	]);
});

test('a record whose foot says nothing of it has no such days and no call-in', async () => {
	const paper = record('This decision was published on the website.');
	for (const field of ['published', 'effective', 'callIn'])
		expect(await shownOf(paper, field)).toEqual([]);
});

test.each([
	['Charter', 'Stage'],
	['Design', 'Status'],
	['In progress', 'Status'],
])('a column of phases that holds “%s” is taken for %s', async (phase, column) => {
	const table = `Project Name,Current Phase\nHill Street,${phase}\n`;
	expect((await shownOf(table, 'columns', 'table.csv'))[1]).toBe(column);
});

test('“for the reasons set out in this report” leads to what is recommended, and gives no reasons', async () => {
	const paper =
		'Cabinet\n\nReport Title\tICT Strategy\n\n1. Executive Summary\n\nThe report asks for a strategy.\n\n2. Recommendations\n\nFor the reasons set out in this report, Cabinet is recommended to:\n\n2.1 Agree the strategy.\n\n3. Reasons for the Recommendations\n\nThe old one has ended.\n';
	expect(await shownOf(paper, 'reasons')).toEqual(['The old one has ended.']);
	const [first = '', ...others] = await shownOf(paper, 'recommendations');
	expect(first).toMatch(/agree the strategy\.$/i);
	expect(others).toEqual([]);
});

test('what a colon leads to is part of a value, however short; a heading after a sentence is not', async () => {
	const paper = (lead: string) =>
		report('', `\n${lead}\n\nTo prepare the plan\n\nTo watch the budget\n`);
	expect(await shownOf(paper('The Cabinet may do this:'), 'implications')).toEqual([
		expect.stringContaining('To prepare the plan'),
	]);
	expect(await shownOf(paper('The Cabinet may do this.'), 'implications')).toEqual([
		expect.not.stringContaining('To prepare the plan'),
	]);
});
