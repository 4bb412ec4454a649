// Records of decisions, notices and minutes: what each is taken for, and the one act that it becomes.
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import type {Change} from '../../source/domain/changes/index.ts';
import {check} from '../../source/domain/queries/check.ts';
import {plan, reviewFile, skipping} from '../../source/import/index.ts';
import type {PaperKind, Review} from '../../source/import/index.ts';
import {accepted, makeDatabase} from '../helpers/database.ts';

const database = makeDatabase();
const target = {board: 'B-1'};
const review = (text: string, options: Parameters<typeof reviewFile>[3] = {}): Promise<Review> =>
	reviewFile(Buffer.from(text), 'paper.txt', database, options);
const file = (name: string): Promise<Review> =>
	reviewFile(readFileSync(path.join(import.meta.dirname, name)), path.basename(name), database);
const shown = ({findings}: Review, name: string): string[] =>
	findings.filter(({field}) => field === name).map((finding) => finding.shown);

const record = `Decision details

Repairs to the Slipway

Decision Maker: IMT Board

Decision status: Recommendations Approved

Is Key decision?: Yes

Is subject to call in?: Yes

Decision:

1. That the slipway be repaired.
2. That a contract for it be let.

Reasons for the decision:

The stones are loose. Cllr Anna Lyle, Lead Member for Harbours, had asked for it.

Alternative options considered:

To close it, which was rejected.

Publication date: 16/03/2026

Date of decision: 12/03/2026
`;

const notice = `Issue details

Repairs to the Slipway

Decision type: Key

Reason key: Expenditure above £500,000

Decision due: 14 December 2026 by IMT Board

Notice of decision: 2 November 2026
`;

const minutes = `Minutes of a meeting of the IMT Board held on 12 March 2026

Present: Cllr Lyle (Chair)

1. Apologies for absence

There were none.

2. Repairs to the slipway

The Harbour Master spoke to her report.

RESOLVED that the slipway be repaired.

3. Fees for moorings

RESOLVED that the fees be increased by 3% from 1 April.
`;

/** The changes that a paper comes to. */
async function changesOf(
	found: Review,
	verdicts = {},
): Promise<{changes: Change[]; notes: string[]}> {
	const planned = await plan(database, found, verdicts, target);
	if ('refusal' in planned) throw new Error(planned.refusal);
	return planned;
}

describe('what a paper is', () => {
	test.each<[PaperKind, string]>([
		['record', record],
		['notice', notice],
		['minutes', minutes],
		[
			'report',
			'Title: Slipway\n\nRecommendations\n\n1. That it be repaired.\n\nReasons\n\nIt is old.\n',
		],
		[
			'strategy',
			'# Our strategy 2026-2029\n\n## Priority 1: Safe harbours\n\n- mend it\n\n## Priority 2: Full moorings\n\n- fill them\n',
		],
	])('is seen by what stands in it: %s', async (kind, text) => {
		expect((await review(text)).kind).toBe(kind);
	});
	test('is what somebody says that it is', async () => {
		expect((await review(record, {as: 'report'})).kind).toBe('report');
	});
	test('is said to be open where two kinds are close', async () => {
		const {remarks} = await review(
			'Report of the Harbour Master\n\nDecision Maker: IMT Board\n\nRecommendations\n\n1. That it be repaired.\n',
		);
		expect(remarks.join()).toBe('this may be the record of a decision instead: --as-kind record');
	});
});

describe('the record of a decision', () => {
	test('is read field by field, nobody is named, and each value says where it is from', async () => {
		const found = await review(record);
		expect(
			Object.fromEntries(found.findings.map(({field, shown: says}) => [field, says])),
		).toMatchObject({
			title: 'Repairs to the Slipway',
			body: 'IMT Board',
			date: '12 March 2026',
			published: '16 March 2026',
			key: 'Yes',
			callIn: 'Yes',
			reasons: 'The stones are loose. Lead Member for Harbours, had asked for it.',
		});
		expect(shown(found, 'recommendations')).toEqual([
			'That the slipway be repaired.',
			'That a contract for it be let.',
		]);
		for (const {field, why} of found.findings) expect(why, field).toMatch(/./);
		expect(found.missing.map(({field}) => field)).toContain('exempt');
	});

	test('becomes a decision of the past in a meeting of its day, not an item to decide', async () => {
		const {changes, notes} = await changesOf(await review(record));
		const {database: after} = accepted(database, changes);
		expect(check(after)).toEqual([]);
		expect(after.reports).toEqual(database.reports);
		expect(after.meetings.at(-1)).toMatchObject({
			board: 'B-1',
			status: 'closed',
			period: {from: '2026-03-12', to: '2026-03-12'},
			attendance: [],
		});
		expect(after.meetings.at(-1)).not.toHaveProperty('openedAt');
		expect(after.decisions.at(-1)).toMatchObject({
			title: 'Repairs to the Slipway',
			resolution: '1. That the slipway be repaired.\n2. That a contract for it be let.',
			outcome: 'approved',
			date: '2026-03-12',
			status: 'recorded',
			key: true,
			publishedOn: '2026-03-16',
			alternatives: 'To close it, which was rejected.',
		});
		expect(notes).toEqual([
			'whether it was open to call-in has no place in the record of a decision and stays in the paper',
		]);
	});

	test('comes in once; another of the day joins its meeting; undo takes all of it back', async () => {
		const {database: after} = accepted(database, (await changesOf(await review(record))).changes);
		const again = await plan(after, await review(record), {}, target);
		expect(again).toEqual({refusal: 'this decision was imported before: it is D-2'});
		const other = record.replaceAll('lipway', 'luice');
		const planned = await plan(after, await review(other), {}, target);
		if ('refusal' in planned) throw new Error(planned.refusal);
		expect(planned.changes.map(({kind}) => kind)).toEqual(['decision/enter']);
		const {database: both} = accepted(after, planned.changes);
		expect(both.meetings).toHaveLength(after.meetings.length);
		expect(both.meetings.at(-1)?.agenda.map(({title}) => title)).toEqual([
			'Repairs to the Slipway',
			'Repairs to the Sluice',
		]);
		expect(check(both)).toEqual([]);
		const {database: back} = accepted(both, {kind: 'undo', revision: both.revision});
		expect(back.decisions).toEqual(after.decisions);
	});

	test.each([
		['no day', '', /says no day: give it one with --set "date=12 May 2026"/],
		[
			'a day to come',
			'Date of decision: 12 May 2031',
			/is still to come: plan the meeting instead/,
		],
		[
			'exempt matter of no paragraph',
			'Date of decision: 12 May 2025\n\nPublic or exempt: Exempt',
			/no paragraph of Schedule 12A is named/,
		],
	])('is not brought in with %s', async (_, line, says) => {
		const found = await review(record.replace(/Date of decision.*\n/, line));
		const planned = await plan(database, found, {}, target);
		if ('refusal' in planned) expect(planned.refusal).toMatch(says);
		else expect(() => accepted(database, planned.changes)).toThrow(says);
	});

	test('needs a board, and leaves out what is skipped', async () => {
		const named = record.replace('Maker: IMT Board', 'Maker: The Harbour Committee');
		expect(await plan(database, await review(named), {})).toMatchObject({
			refusal: expect.stringMatching(/no board is called “.*Harbour Committee”/) as string,
		});
		const found = await review(record);
		const {changes} = await changesOf(found, skipping(found, ['reasons', 'key']));
		expect(JSON.stringify(changes)).not.toMatch(/loose|"key"/);
	});
});

/** What a record says, by the fields that are found. */
const fieldsOf = ({findings}: Review): Record<string, string | string[]> => ({
	...Object.fromEntries(findings.map(({field, shown: says}) => [field, says])),
	recommendations: findings
		.filter(({field}) => field === 'recommendations')
		.map((finding) => finding.shown),
});

describe('records as their bodies set them', () => {
	test.each<[string, string, Record<string, string | string[]>]>([
		[
			'an entry of a register, with day, title, number and status in one line',
			`Decisions Register

14/02/2025 - Renewal of the Leisure Software Licence ref: 4471    Decision Made

Decision Maker: Head of Leisure and Culture

Decision:

That the licence be renewed for two years.
`,
			{
				title: 'Renewal of the Leisure Software Licence',
				body: 'Head of Leisure and Culture',
				date: '14 February 2025',
				reference: '4471',
				recommendations: ['That the licence be renewed for two years.'],
			},
		],
		[
			'a statement that a member has decided, with a summary of it',
			`Statement of Decision

Subject: Traffic calming in Mill Lane

Notice is given that Councillor Ida Voss, Cabinet Member for Highways, has taken the following decision.

Summary of Decision

1. That the raised tables be built.
2. That the speed be measured again after a year.

Reason for Decision:

To slow the traffic by the school.

Date of decision: 3 March 2025

Ref: no. HW/25/014
`,
			{
				title: 'Traffic calming in Mill Lane',
				body: 'Cabinet Member for Highways',
				reference: 'HW/25/014',
				recommendations: [
					'That the raised tables be built.',
					'That the speed be measured again after a year.',
				],
				reasons: 'To slow the traffic by the school.',
			},
		],
		[
			'a reason behind each point of the resolution',
			`Decision details

Public Realm Strategy

Decision Maker: Cabinet

Decision:

RESOLVED:

(a) That the strategy be adopted.

Reason: To guide what is built.

(b) That the Director of Place may alter its maps.

Reason: So that small changes need no meeting.

Date of decision: 08/04/2025
`,
			{
				recommendations: [
					'That the strategy be adopted.',
					'That the Director of Place may alter its maps.',
				],
				reasons: 'To guide what is built.\n\nSo that small changes need no meeting.',
			},
		],
		[
			'urgency that is no reason, and call-in that is waived with it',
			`Decision details

Repairs to the Weir

Decision Maker: Cabinet

Decision:

That the weir be repaired.

Reason for decision: It leaks.

CALL-IN AND URGENCY: The Chairman agreed that the decision was urgent and would not be subject to call-in.

Date of decision: 08/04/2025
`,
			{
				reasons: 'It leaks.',
				callIn: 'No',
				urgency:
					'The Chairman agreed that the decision was urgent and would not be subject to call-in.',
			},
		],
		[
			'a web page of particulars, the decision and numbered advice below it',
			`MD77 Cleaner Streams

Key information

Decision type: Mayor

Reference code: MD77

Date signed: 14 July 2025

Date published: 28 July 2025

Decision by: Saul Kay, Mayor of Middleton

Decision

That the Mayor:

1. approves the programme

2. approves the plan for it.

Part 1: Non-confidential facts and advice

1. Introduction

1.1. There was a programme before.

2. Legal comments

2.1. The Act gives the power.

3. Next steps

3.1. It begins in May.
`,
			{
				body: 'Mayor of Middleton',
				date: '14 July 2025',
				published: '28 July 2025',
				reference: 'MD77',
				exempt: 'No',
				recommendations: [
					'That the Mayor approves the programme',
					'That the Mayor approves the plan for it.',
				],
				implications: '2.1. The Act gives the power.',
			},
		],
		[
			'an entry of a list, told as done, whose papers are restricted',
			`Decision Ref:

DEL 2026/04

Shared Workshop

The Chief Executive, under delegated authority, has agreed that the workshop be shared.

Date of Decision:

20 March 2026

Decision Papers/Reason for Restricted

Restricted – commercially sensitive

Decision Maker:

Chief Executive
`,
			{
				title: 'Shared Workshop',
				body: 'Chief Executive',
				reference: 'DEL 2026/04',
				exempt: 'Yes',
				recommendations: [
					'The Chief Executive, under delegated authority, has agreed that the workshop be shared.',
				],
			},
		],
	])('%s', async (_, text, fields) => {
		const found = await review(text);
		expect(found.kind).toBe('record');
		expect(fieldsOf(found)).toMatchObject(fields);
		expect(JSON.stringify(found.findings.map(({value}) => value))).not.toMatch(/Voss|Kay/);
	});

	test('a form in boxes: the post below a name, exempt matter with its paragraph', async () => {
		const found = await reviewFile(
			Buffer.from(`# Delegated Officer Decision

| | |
| --- | --- |
| Name and post of officer making the decision | Rhona Bell<br>Head of Property |
| Title of decision | Letting of the former library |
| Date decision taken | 11/06/2025 |
| Decision | To let the building for ten years. |
| Does this record contain exempt information? | Yes, the annex |
| If so, which paragraph of Schedule 12A | 3 |
| Is this a key decision? | No |
`),
			'form.md',
			database,
		);
		expect(fieldsOf(found)).toMatchObject({
			body: 'Head of Property',
			date: '11 June 2025',
			key: 'No',
			exempt: 'Yes: paragraph 3 of Schedule 12A',
			recommendations: ['To let the building for ten years.'],
		});
	});
});

describe('a notice', () => {
	test('becomes an entry of the forward plan', async () => {
		const {changes, notes} = await changesOf(await review(notice));
		expect(changes).toEqual([
			{
				kind: 'notice/add',
				noticeKind: 'key-decision',
				title: 'Repairs to the Slipway',
				board: 'B-1',
				decisionOn: '2026-12-14',
				publishedOn: '2026-11-02',
			},
		]);
		expect(notes).toEqual([
			'why it is a key decision has no place in a notice and stays in the paper',
		]);
		const {database: after} = accepted(database, changes);
		expect(check(after)).toEqual([]);
		expect(await plan(after, await review(notice), {}, target)).toEqual({
			refusal: `this notice was imported before: it is ${after.notices.at(-1)?.id}`,
		});
	});
	test('of neither a key decision nor a private meeting is none', async () => {
		expect(
			await plan(
				database,
				await review(notice.replace('type: Key', 'type: Non-key').replace(/Reason key.*\n/, '')),
				{},
				target,
			),
		).toMatchObject({
			refusal: expect.stringMatching(/gives notice of no key decision/) as string,
		});
	});
});

describe('minutes', () => {
	test('become a meeting of the past with what it decided; what was only said is not a decision', async () => {
		const found = await review(minutes);
		expect(shown(found, 'decisions')).toHaveLength(2);
		const {changes} = await changesOf(found);
		const {database: after} = accepted(database, changes);
		expect(check(after)).toEqual([]);
		expect(after.decisions.slice(-2).map(({title, resolution}) => [title, resolution])).toEqual([
			['Repairs to the slipway', 'That the slipway be repaired.'],
			['Fees for moorings', 'That the fees be increased by 3% from 1 April.'],
		]);
		expect(JSON.stringify(after)).not.toContain('Lyle');
		expect(await plan(after, await review(minutes), {}, target)).toMatchObject({
			refusal: expect.stringMatching(
				/is the meeting of IMT Board on 12 March 2026 already/,
			) as string,
		});
	});
});

describe('the last gate', () => {
	test.each([
		[
			'title',
			'Decision details\n\nRESOLVED\n\nDecision Maker: IMT Board\n\nDecision:\n\nThat it be done.\n\nDate of decision: 1 May 2026\n',
		],
		[
			'date',
			'Decision details\n\nSlipway\n\nDecision Maker: IMT Board\n\nDecision:\n\nThat it be done.\n\nDate of decision: soon\n',
		],
	])('what cannot be a %s is not found', async (field, text) => {
		const found = await review(text);
		expect(shown(found, field)).toEqual([]);
		expect(found.missing.map((one) => one.field)).toContain(field);
	});
	test('names nobody in texts, and says so', async () => {
		const found = await review(record);
		expect(JSON.stringify(found.findings.map(({value}) => value))).not.toContain('Lyle');
		expect(found.remarks.join()).toMatch(/1 name was left out/);
	});
});

test.each([
	'found/m57-cheltenham-cabinet.txt',
	'found/p05-kent-roads.txt',
	'cases/06-decision-taken-by-is-no-decision.txt',
])('%s comes in, whole, and leaves a sound database', async (name) => {
	const {changes} = await changesOf(await file(name));
	const {database: after} = accepted(database, changes);
	expect(check(after)).toEqual([]);
	const {database: back} = accepted(after, {kind: 'undo', revision: after.revision});
	expect(back.decisions).toEqual(database.decisions);
	expect(back.notices).toEqual(database.notices);
});
